"""One deed that is due on days of its own and in some case besides: "every Tuesday, and within a day of a shelling"."""

from __future__ import annotations

from parley.text import patterns as re
from parley.text.numbers import PATTERN

from .correlatives import joined
from .names import Names
from .view import View
from .windows import windows

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
_AGAIN = (
    rf"(?:(?:at\s+least\s+|(?:no|not|never)\s+(?:less|fewer)\s+(?:(?:often|frequently)\s+)?than\s+)?(?:once|twice|thrice|{PATTERN}\s+times)\s+(?:an?|every|each|per)\s|"
    rf"(?:on\s+)?(?:every|each)\s+(?:(?:other|second|first|last)\s+)?(?:{PATTERN}\s+)?(?:hours?|days?|nights?|weeks?|fortnight|months?|years?|mornings?|evenings?|"
    rf"{_DAY})\b|on\s+{_DAY}|daily\b|weekly\b|monthly\b|fortnightly\b)"
)
_CASE = (
    rf"(?:within\s+(?:{PATTERN}|an?)\s+(?:full\s+)?(?:hours?|days?|weeks?|months?)\s+(?:of|after|following|from)\s|"
    r"whenever\s|upon\s|on\s+(?:the\s+)?request\b|at\s+the\s+request\s|(?:immediately|at\s+once|promptly|directly)\s+(?:after|upon|following)\s|"
    r"after\s+(?:each|every|any)\s)"
)
_ALSO = (
    r",?\s+(?:and|but)\s+(?:(?:also|moreover|besides|further|in\s+addition|additionally|in\s+(?:any|every)\s+(?:case|event)|"
    r"at\s+(?:any\s+rate|all\s+events)),?\s+)?"
)
_ANY_EVENT = re.compile(r"\b(?:case|event|rate|events)\b", re.IGNORECASE)
_NO_MODAL = r"(?:(?!\b(?:shall|must|will|may|not|who|which|that)\b)[^;])"
_BOTH = re.compile(
    rf"\b(?P<modal>shall|must|will)\s+(?P<deed>(?:(?!\b(?:shall|must|will|may|not)\b)[^,;]){{3,90}}?),?\s+"
    rf"(?:{_AGAIN}{_NO_MODAL}{{0,60}}?(?P<and>{_ALSO})(?={_CASE})|{_CASE}{_NO_MODAL}{{2,120}}?(?P<then>{_ALSO})(?={_AGAIN}))",
    re.IGNORECASE,
)


def both_times(view: View, names: Names) -> View:
    """The deed said twice, once for each time at which it is due."""
    match = _BOTH.search(view.text)
    if match is None:
        return view
    joint = match.span("and") if match["and"] else match.span("then")
    start, end = match.span("deed")
    timed = [each.start for each in windows(view.text[start : joint[0]], lambda _: False, names.dated)]
    end = min([end, *(start + each for each in timed)])  # "report | by noon each day"
    if not view.text[start:end].strip(" ,"):
        return view
    again = view.put(f", and {match['modal']}", *joint).join(view.cut(start, end))
    if match["then"] and _ANY_EVENT.search(match["then"]):  # the rhythm, which holds always, comes first
        stop = len(view.text.rstrip(" .;"))
        rhythm = view.cut(0, end).join(view.cut(joint[1], stop))
        return joined([rhythm, again, view.cut(end, joint[0]), view.cut(stop, len(view.text))])
    return joined([view.cut(0, joint[0]), again, view.cut(joint[1], len(view.text))])
