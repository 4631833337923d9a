"""Who is released from what binds them, in a case: their obligations under it are suspended.

"The other Party is not bound by Article 2", "shall be relieved of its obligations under Article 2", "need not comply
with Article 2" say the same. Without a case they tell who is bound at all, and suspend nothing.
"""

from __future__ import annotations

from parley.text import patterns as re

from .layouts import CASE, WHO, Rewording

_BEHIND = r"(?i:if|when|whenever|where|while|once|upon|after|in|as|so|for|until|unless)\b"
_IN_A_CASE = (
    rf"\A(?:(?P<front>{CASE})|(?=[^;]*\s(?i:if|when|whenever|where|while|once|upon|after|in\s+case|in\s+the\s+event|(?:as|so)\s+long\s+as|"
    r"until)\b))"
)
_NUMBERED = r"(?:[Aa]rticles?|[Pp]aragraphs?|[Pp]rovisions?|[Ss]ections?|[Pp]oints?|[Cc]lauses?)\s+(?:\d|[IVX]+\b)"
_WHAT = (
    rf"(?P<what>(?:the\s+provisions\s+of\s+)?{_NUMBERED}[^,;]*?|"
    r"(?:this|the\s+present)\s+(?:[Aa]rticle|[Pp]aragraph|Agreement|Protocol|Truce|Accord))"
)
_SOMEBODY = rf"(?P<who>(?!(?i:no|none|neither|nobody|nothing)\b){WHO})"
_ON_A_BREACH = r"(?=[^;]*\b(?i:violat|breach|infring|non-?complian|default|fails?\b|does\s+not\s+compl))"
_END = rf"(?=\s+{_BEHIND}|\s*[,;]|\s*\.?\Z)"
_ITS = (
    r"(?:(?:(?:any|all|every)\s+(?:of\s+)?)?(?:(?:its|their|the)\s+)?(?:obligations?|dut(?:y|ies)|undertakings?|commitments?)\s+"
    r"(?:under|of|in|from|arising\s+(?:from|out\s+of))\s+)?"
)
_LAID_OUT = ("front", "the obligations of=freed", "who", "under=freed", "what", "shall be=are", "suspended=freed")
RELEASED = (
    Rewording(
        "somebody is not bound by an article",
        "Upon a breach of Article 1 by a Party, the other Party is not bound by Article 2.",
        ("bound by", " from ", " of "),
        re.compile(
            rf"{_IN_A_CASE}{_SOMEBODY}\s+(?P<are>is|are|(?:shall|will)(?:\s+be)?|stands?|ceases?|shall\s+cease)\s+"
            r"(?P<freed>(?:(?:not|no\s+longer)\s+(?:be\s+)?|to\s+be\s+)bound\s+by|(?:thereby\s+|then\s+)?"
            r"(?:released|relieved|excused|freed|exempt(?:ed)?|absolved|discharged|dispensed)\s+(?:from|of))\s+"
            rf"(?:(?:complying\s+with|performing|implementing|observing|fulfilling|the\s+(?:performance|implementation)\s+of)\s+)?{_ITS}{_WHAT}{_END}"
        ),
        _LAID_OUT,
    ),
    Rewording(
        "somebody need not comply with an article",
        "If Kestria breaches Article 1, Orlavia need not comply with Article 2.",
        ("need not", "oblig", "required", "have to"),
        re.compile(
            rf"{_ON_A_BREACH}{_IN_A_CASE}{_SOMEBODY}\s+(?P<are>need|is|are|has|have|does|do|(?:shall|will)(?:\s+(?:be|have))?)\s+"
            r"(?P<freed>(?<=need\s)not|(?:not|no\s+longer)\s+(?:be\s+)?(?:obliged|required|obligated)\s+to|(?:under\s+)?no\s+(?:further\s+)?obligation\s+to|"
            r"not\s+have\s+to)\s+(?:[a-z]+\s+(?:with\s+|by\s+|out\s+|to\s+)?"
            rf"{_ITS}|[a-z]+\s+[^,;.]*?\s(?:under|pursuant\s+to|required\s+by)\s+){_WHAT}{_END}"
        ),
        _LAID_OUT,
    ),
    Rewording(
        "an article ceases to bind somebody",
        "If Kestria breaches Article 1, Article 2 ceases to bind Orlavia.",
        ("cease",),
        re.compile(
            rf"{_IN_A_CASE}{_WHAT}\s+(?P<are>(?:shall\s+)?ceases?)\s+(?P<freed>to\s+(?:apply\s+(?:to|for|in\s+respect\s+of)|bind|be\s+binding\s+"
            rf"(?:on|upon|for)))\s+{_SOMEBODY}{_END}"
        ),
        _LAID_OUT,
    ),
    Rewording(
        "somebody may treat an article as suspended",
        "If Kestria breaches Article 1, Orlavia may consider itself released from Article 2.",
        ("may ", "entitled to", "right to"),
        re.compile(
            rf"{_IN_A_CASE}{_SOMEBODY}\s+(?P<may>may|(?:is|are|shall\s+be)\s+entitled\s+to|(?:has|have|shall\s+have)\s+the\s+right\s+to)\s+"
            r"(?P<suspend>(?:refuse|decline|cease|stop)\s+(?:to\s+(?:perform|implement|observe|apply|fulfil|carry\s+out|comply\s+with)|"
            r"performing|implementing|observing|applying|fulfilling|complying\s+with)|(?:consider|regard|treat|deem)\s+"
            r"(?:itself|themselves)\s+(?:as\s+)?(?:(?:released|freed|relieved|absolved|exempt(?:ed)?)\s+from|(?:not|no\s+longer)\s+bound\s+by))\s+"
            rf"{_ITS}{_WHAT}{_END}"
        ),
        ("front", "who", "may=may", "suspend=suspend", "what"),
    ),
    Rewording(
        "somebody may treat an article as if it were suspended",
        "If Kestria breaches Article 1, Orlavia may treat Article 2 as suspended.",
        (" as suspended", " suspended", " not binding"),
        re.compile(
            rf"{_IN_A_CASE}{_SOMEBODY}\s+(?P<may>may)\s+(?P<suspend>consider|regard|treat|deem)\s+{_ITS}{_WHAT}\s+"
            r"(?:as\s+|to\s+be\s+)?(?:suspended|(?:not|no\s+longer)\s+binding)"
        ),
        ("front", "who", "may", "suspend=suspend", "what"),
    ),
    Rewording(
        "somebody's obligations are suspended",
        "If Kestria breaches Article 1, the obligations of Orlavia under Article 2 are suspended.",
        ("suspended",),
        re.compile(
            rf"{_IN_A_CASE}(?P<what>(?:the|all|any|every|[A-Z]\w+['’]s?)\s[^,;.]*?\s(?:under|of|in|by)\s+[^,;.]*?)\s+"
            r"(?P<are>(?:is|are|stands?|remains?)(?:\s+(?:thereby|automatically))?)\s+(?=suspended\b)"
        ),
        ("front", "what", "shall be=are"),
    ),
)


def releases(text: str) -> bool:
    """Whether the words release somebody from a part of the text, in a case."""
    return any(form.pattern.match(text) for form in RELEASED if any(sign in text for sign in form.signs))
