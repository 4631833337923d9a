"""The words that oblige, forbid or allow: one table, each form with its name and an example."""

from __future__ import annotations

from dataclasses import dataclass

from parley.model import Modality
from parley.text import patterns as re

_SELF = r"(?:\s+(?:itself|themselves|himself|herself))?"
PROMISE = (
    rf"(?:(?:(?:hereby|solemnly|jointly|further|also|likewise)\s+)?(?:undertakes?|agrees?|pledges?|promises?|resolves?|covenants?|engages?{_SELF}|vows?|swears?|accepts?|consents?|commits?{_SELF}|obliges?{_SELF}|"
    rf"binds?{_SELF}|"
    r"giv(?:es?)\s+(?:its|their)\s+(?:word|assurance|undertaking|promise)|(?:assumes?|accepts?|takes?\s+(?:up)?on\s+"
    r"(?:itself|themselves))\s+the\s+(?:obligation|duty|commitment)|takes?\s+(?:it\s+)?(?:up)?on\s+(?:itself|themselves)(?=\s+to\b)|"
    rf"ha(?:s|ve)\s+(?:agreed|undertaken|pledged|decided|resolved|promised|sworn|consented)|(?:is|are)\s+committed)(?:\s+(?:hereby|further|jointly|also|both|before\s+God|publicly|"
    rf"in\s+writing|(?:on|by)\s+(?:its|their|his)\s+(?:honou?r|faith)|under\s+oath))?)"
)
_BE = (
    r"(?:(?:is|are)\s+to\s+be|is|are|stands?|remains?|(?:shall|will|must)\s+(?:also\s+|always\s+)?(?:be|stand|remain))"
)


@dataclass(frozen=True)
class Form:
    """One way to oblige, forbid or allow, between a subject and a verb."""

    name: str
    example: str
    modality: Modality
    words: str


FORMS = (
    Form(
        "shall not fail to",
        "Kestria shall not fail to report every shot.",
        Modality.MUST,
        r"(?:shall|must|will|may)\s+not\s+(?:fail|omit|neglect|hesitate)\s+to",
    ),
    Form(
        "shall not",
        "Kestria shall not fire.",
        Modality.MUST_NOT,
        r"(?:shall|must|will|may)\s+(?:not(?!\s+(?:later|earlier|sooner)\s+than\b)(?:\s+(?:be\s+able\s+to|anywhere|in\s+any\s+way|under\s+any\s+circumstances?|at\s+any\s+time|ever|"
        r"henceforth|hereafter))?|in\s+no\s+(?:case|circumstances?|event|way|wise|manner)|under\s+no\s+(?:circumstances?|pretext)|"
        r"at\s+no\s+(?:time|point|hour)|on\s+no\s+(?:account|pretext|condition|occasion|ground|grounds)|by\s+no\s+means|nowhere|never(?:\s+again)?|"
        r"no\s+longer)",
    ),
    Form("cannot", "Kestria cannot fire.", Modality.MUST_NOT, r"cannot|can\s+not"),
    Form(
        "promises not to",
        "Kestria undertakes not to fire.",
        Modality.MUST_NOT,
        rf"{PROMISE}\s+(?:not|never(?:\s+again)?)\s+to",
    ),
    Form(
        "is not allowed to",
        "Kestria is not permitted to fire.",
        Modality.MUST_NOT,
        r"(?:(?:is|are)\s+not|(?:shall|will|must)\s+not\s+be)\s+(?:permitted|allowed|entitled|authori[sz]ed|"
        r"free)\s+to"
        r"|ha(?:s|ve)\s+no\s+right\s+to",
    ),
    Form(
        "is not to",
        "Kestria is not to fire.",
        Modality.MUST_NOT,
        r"(?:is|are)\s+(?:not|never|at\s+no\s+time|(?:in|under)\s+no\s+(?:case|event|circumstances?)|on\s+no\s+account|"
        r"by\s+no\s+means)\s+to",
    ),
    Form(
        "is forbidden to",
        "Kestria is forbidden to fire.",
        Modality.MUST_NOT,
        rf"{_BE}\s+(?:strictly\s+)?(?:forbidden|prohibited|barred|banned|debarred|precluded)\s+(?:to|from(?=\s+[a-z]+ing\b))"
        r"|(?:renounces?|forswears?|forgoes)(?=\s+[a-z]+ing\b)",
    ),
    Form(
        "is allowed to",
        "Kestria shall be entitled to inspect depots.",
        Modality.MAY,
        rf"{_BE}\s+(?:able|entitled|permitted|allowed|free|authori[sz]ed|empowered|competent|at\s+liberty)\s+to"
        r"|(?:ha(?:s|ve)|(?:shall|will)\s+have|retains?|reserves?(?:\s+to\s+(?:itself|themselves))?|enjoys?)\s+(?:the|an?)\s+"
        r"(?:right|authority|power|freedom|option|liberty)\s+(?:to|of(?=\s+[a-z]{3,}ing\b))",
    ),
    Form("may", "Kestria may inspect depots.", Modality.MAY, r"(?:may|can(?!not|\s+not))(?:\s+also|\s+only)?"),
    Form("promises to", "Kestria undertakes to free all hostages.", Modality.MUST, rf"{PROMISE}\s+to"),
    Form(
        "is bound to",
        "Kestria is obliged to free all hostages.",
        Modality.MUST,
        rf"{_BE}\s+(?:hereby\s+|jointly\s+|also\s+)?(?:required|obliged|obligated|bound|pledged|duty-bound|mandated|tasked|charged|commissioned|instructed|directed|ordered|held(?!\s+to\s+account\b)|"
        r"(?:in\s+duty|honou?r)\s+bound|sworn|under\s+(?:an?|the)\s+(?:obligation|duty))\s+to"
        r"|(?:ha(?:s|ve)|(?:shall|will)\s+have)\s+(?:the|an?)\s+(?:duty|obligation|responsibility|task)\s+to"
        r"|(?:(?<!not )ha(?:s|ve)|(?:shall|will)\s+have)\s+to"
        r"|(?:shall|will|must)\s+(?:also\s+|jointly\s+)?(?:undertake|pledge|work|commit\s+(?:itself|themselves))\s+to(?=\s+[a-z])",
    ),
    Form("shall", "Kestria shall free all hostages.", Modality.MUST, r"shall|must|will|(?:is|are)\s+to"),
)
"""In the order in which they are tried: of two that fit, the longer stands first."""

SHALL = {Modality.MUST: "shall", Modality.MUST_NOT: "shall not", Modality.MAY: "may"}
"""The plainest word for each modality."""
NO_NOUN = r"(?<!\bhis )(?<!\bher )(?<!\btheir )(?<!\bits )(?<!\bfree )"
"""Behind these words "will" is a noun: "against his will"."""
MODALS = re.compile(
    rf"\b{NO_NOUN}(?:" + "|".join(f"(?P<f{number}>{form.words})" for number, form in enumerate(FORMS)) + r")(?=[\s,])"
)


def modality_of(modal: re.Match[str], none_of: bool) -> Modality | None:
    """What a match of ``MODALS`` says; ``none_of`` is a subject like "No Party". Two denials say nothing."""
    found = next(form.modality for number, form in enumerate(FORMS) if modal[f"f{number}"])
    if not none_of:
        return found
    # "No Party is obliged to pay" leaves it free to, which is neither a ban nor a permission of the text
    return None if found is Modality.MUST_NOT or _OBLIGED.search(modal.group()) else Modality.MUST_NOT


_OBLIGED = re.compile(r"\b(?:obliged|obligated|required|bound|compelled|duty|obligation)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Impersonal:
    """A modality that addresses nobody, before a verb in the infinitive."""

    name: str
    example: str
    modality: Modality
    words: str


IMPERSONAL = (
    Impersonal(
        "it is forbidden to",
        "It is forbidden to lay mines.",
        Modality.MUST_NOT,
        r"It\s+(?:(?:is|shall\s+be|remains|stays)\s+(?:(?:also|strictly|categorically|hereby)\s+)*"
        r"(?:forbidden|prohibited|banned|unlawful|illegal|inadmissible|impermissible|not\s+(?:allowed|permitted|permissible|lawful))"
        r"|shall\s+not\s+be\s+(?:allowed|permitted|permissible|lawful))\s+to\s+",
    ),
    Impersonal(
        "it is allowed to",
        "It is permitted to return fire.",
        Modality.MAY,
        r"It\s+(?:is|shall\s+be)\s+(?:allowed|permitted|permissible)\s+to\s+",
    ),
    Impersonal(
        "there is an obligation to",
        "There is an obligation to dismantle all barriers.",
        Modality.MUST,
        r"There\s+is\s+an?\s+(?:obligation|duty)\s+to\s+|It\s+is\s+(?:agreed(?:\s+upon)?|obligatory|necessary|required|"
        r"compulsory|mandatory)\s+to\s+",
    ),
    Impersonal("not to", "Not to recruit children.", Modality.MUST_NOT, r"Not\s+to\s+"),
    Impersonal(
        "do not",
        "Do not open the seals.",
        Modality.MUST_NOT,
        r"Do\s+not\s+(?=[a-z])|Never\s+(?!(?:again|shall|must|may|will|to|before|since)\b)(?=[a-z])",
    ),
    Impersonal(
        "to",
        "To stop all shelling.",
        Modality.MUST,
        r"To\s+(?:(?:immediately|urgently|fully|jointly|promptly)\s+)?(?=[a-z])",
    ),
)


def impersonal(text: str) -> tuple[Modality, int] | None:
    """The modality of a sentence that begins impersonally, and where its verb stands."""
    for form in IMPERSONAL:
        match = re.match(form.words, text, re.IGNORECASE if not form.words.startswith("To") else 0)
        if match:
            return form.modality, match.end()
    return None
