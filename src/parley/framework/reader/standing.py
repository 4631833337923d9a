"""What a text says of itself and its parts: annexes, languages, the depositary, borders and claims, earlier texts.

None of it is a duty, so that its reading is the sentence itself. Each form is put together from the parts named here.
"""

from __future__ import annotations

from parley.text import patterns as re

_TEXT = (
    r"(?:(?:this|the|the\s+present|present)\s+(?:[\w\-]+\s+){0,2}?(?:agreement|accord|convention|treaty|protocol|understanding|"
    r"memorandum|armistice|truce|arrangement|framework|document|text|cease-?fire|covenant|charter|compact)|these\s+(?:points|rules|articles|terms|"
    r"provisions|arrangements|undertakings)|it|hereof)"
)
_NAMES = r"[A-Z][\w’'\-]*(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s+or\s+)[A-Z][\w’'\-]*)*"
_TEXTS = (
    rf"(?:the\s+)?(?:words?|(?:original\s+)?(?:texts?|versions?|languages?)(?:\s+in\s+{_NAMES})?|"
    rf"(?:{_NAMES})(?:\s+(?:texts?|versions?|languages?))?)"
)
_IS = r"(?:is|are|shall\s+be|will\s+be|being)"
_PREVAILS = (
    r"(?:(?:shall|will)\s+)?(?:prevails?|governs?|counts?|is\s+decisive|be\s+decisive|has\s+precedence|"
    r"takes?\s+precedence)"
)
_DIVERGING = (
    r"(?:in\s+(?:the\s+)?(?:case|event)\s+of\s+(?:any\s+)?(?:divergence|doubt|difference|conflict|discrepancy)(?:\s+between\s+them)?|"
    r"(?:if|where|when)\s+(?:they|the\s+texts|an?y?\s+map\s+and\s+the\s+coordinates|the\s+maps?\s+and\s+the\s+(?:words?|text))\s+(?:differ|diverge|disagree)|on\s+doubt)"
)
_WHICH = rf"(?:{_DIVERGING},?\s+)?{_TEXTS}\s+{_PREVAILS}(?:\s+{_DIVERGING})?"
_AUTHENTIC = (
    rf"(?:{_TEXTS}|all|both)\s+(?:{_IS}\s+)?(?:all\s+|both\s+)?(?:equally\s+)?authentic|"
    r"(?:all|both|each)\s+(?:equally\s+)?authentic"
)
_MADE = (
    rf"{_TEXT}\s+{_IS}\s+(?:done|made|drawn\s+up|written|concluded|issued)\s+in\s+(?:the\s+)?{_NAMES}(?:\s+languages?)?"
)
_BORDER = r"(?:(?:political|territorial|state)\s+)?(?:borders?|frontiers?|boundar(?:y|ies))"
_CLAIMS = r"(?:claims?|titles?|status|legal\s+status|rights?|positions?|sovereignty)"
_ANY_CLAIM = (
    rf"(?:the\s+|any\s+|no\s+|nobody['’]s\s+)?{_CLAIMS}(?:(?:\s*,\s*|\s+and\s+|\s*,?\s+or\s+)"
    rf"(?:the\s+|any\s+|no\s+|legal\s+)?{_CLAIMS})*(?:\s+of\s+[\w\s]+)?"
)
_EARLIER = r"(?:all\s+|no\s+|any\s+)?(?:earlier|previous|prior)\s+(?:[\w\-]+\s+){1,2}?(?:of|about|between|on)?[^,;]*?"
_THING = r"[^,;:.]{2,80}?"

_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?:(?:the\s+)?annex(?:es)?|appendix|appendices|schedules?)\b[^;:.]{{0,60}}?\s+(?:{_IS}\s+(?:an?\s+|its\s+)?(?:integral\s+)?parts?(?:\s+of)?|"
        rf"(?:shall\s+)?(?:forms?|constitutes?|makes?\s+up)\s+(?:an?\s+)?(?:integral\s+)?parts?\s+of|belongs?\s+to)(?:\s+{_TEXT})?",
        rf"(?:{_MADE}(?:[,;]\s+(?:{_AUTHENTIC}))?|{_AUTHENTIC})(?:[,;]\s+(?:and\s+)?(?:{_WHICH}))?",
        _WHICH,
        rf"{_THING}\s+{_IS}\s+(?:the\s+|its\s+)depositary(?:\s+of\s+{_TEXT})?",
        rf"{_THING}\s+{_IS}\s+(?:no|not\s+an?|not)\s+{_BORDER}(?:[,;]\s+(?:and\s+)?(?:nothing\s+[\w\s]+?|no|{_TEXT})\s*.*{_CLAIMS}.*)?",
        rf"(?:{_TEXT}|nothing\s+(?:in\s+{_TEXT}|herein(?:\s+contained)?))\s+(?:shall\s+)?(?:changes?|alters?|affects?|touch(?:es)?|prejudices?|(?:does|do|shall)\s+not\s+"
        rf"(?:change|alter|affect|touch|prejudice))\s+{_ANY_CLAIM}",
        rf"(?:no\s+|nobody['’]s\s+){_CLAIMS}(?:(?:\s*,\s*|\s+or\s+|\s+and\s+){_CLAIMS})*\s+{_IS}\s+(?:changed|altered|affected)",
        rf"{_EARLIER}\s+(?:{_IS}\s+(?:at\s+an\s+end|replaced|superseded|ended|void|of\s+no\s+effect)(?:\s+by\s+{_TEXT})?|(?:stays?|remains?)\s+in\s+(?:force|effect)[^;]*|"
        r"lapses?|ceases?\s+to\s+(?:apply|have\s+effect))",
        rf"{_TEXT}\s+(?:(?:shall\s+)?(?:prevails?\s+over|replaces?|supersedes?))\s+{_THING}",
        rf"{_TEXT}\s+{_IS}\s+concluded\s+(?:without\s+limit\s+of\s+time|for\s+an\s+(?:un|in)(?:limited|definite)\s+(?:time|period))",
    )
)


def stands_for_itself(text: str) -> bool:
    """Whether ``text``, without its full stop, only says what the text or a part of it is, or leaves as it is."""
    return len(text) <= 400 and any(form.fullmatch(text) for form in _FORMS)
