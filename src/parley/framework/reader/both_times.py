"""One deed that is due on days of its own and in some case besides: "every Tuesday, and within a day of a shelling"."""

from __future__ import annotations

from parley.text import patterns as re
from parley.text.numbers import PATTERN

from .correlatives import joined
from .names import Names
from .view import View

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
_AGAIN = (
    rf"(?:(?:at\s+least\s+|not\s+less\s+than\s+)?(?:once|twice|thrice|{PATTERN}\s+times)\s+(?:an?|every|each|per)\s|"
    rf"(?:on\s+)?(?:every|each)\s+(?:(?:other|second|first|last)\s+)?(?:{PATTERN}\s+)?(?:hours?|days?|nights?|weeks?|fortnight|months?|years?|mornings?|evenings?|"
    rf"{_DAY})\b|on\s+{_DAY}|daily\b|weekly\b|monthly\b|fortnightly\b)"
)
_CASE = (
    rf"(?:within\s+(?:{PATTERN}|an?)\s+(?:full\s+)?(?:hours?|days?|weeks?|months?)\s+(?:of|after|following|from)\s|"
    r"whenever\s|upon\s|on\s+(?:the\s+)?request\b|at\s+the\s+request\s|(?:immediately|at\s+once|promptly|directly)\s+(?:after|upon|following)\s|"
    r"after\s+(?:each|every|any)\s)"
)
_ALSO = r",?\s+and\s+(?:(?:also|moreover|besides|further|in\s+addition|additionally)\s+)?"
_NO_MODAL = r"(?:(?!\b(?:shall|must|will|may|not|who|which|that)\b)[^;])"
_BOTH = re.compile(
    rf"\b(?P<modal>shall|must|will)\s+(?P<deed>(?:(?!\b(?:shall|must|will|may|not)\b)[^,;]){{3,90}}?),?\s+"
    rf"(?:{_AGAIN}{_NO_MODAL}{{0,60}}?(?P<and>{_ALSO})(?={_CASE})|{_CASE}{_NO_MODAL}{{2,120}}?(?P<then>{_ALSO})(?={_AGAIN}))",
    re.IGNORECASE,
)


def both_times(view: View, _names: Names) -> View:
    """The deed said twice, once for each time at which it is due."""
    match = _BOTH.search(view.text)
    if match is None:
        return view
    joint = match.span("and") if match["and"] else match.span("then")
    again = view.put(f", and {match['modal']}", *joint).join(view.cut(*match.span("deed")))
    return joined([view.cut(0, joint[0]), again, view.cut(joint[1], len(view.text))])
