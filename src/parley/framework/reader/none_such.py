"""Denials that stand behind the verb, laid out as bans: "shall make no attack", "is attributed to neither Party"."""

from __future__ import annotations

from parley.text import patterns as re
from parley.text.acts import noun_at_start

from .correlatives import joined
from .names import Names
from .view import View

_LEAD = (
    r"\A(?:(?!\b(?:no|not|never|neither|nor|nobody|none|nothing|if|unless|shall|must|will|may)\b)[^;])*"
    r"\b(?P<modal>shall|must|will|may)\s+"
)
_NOT_THESE = (
    r"(?!(?:more|less|fewer|later|earlier|longer|further|case|event|time|account|circumstances?|way|one\s+(?:of|but|other)|cost|charge|condition|"
    r"pretext|occasion|grounds?|avail|uncertain|doubt|difference|part|place|but|other|except)\b)(?=[A-Za-z])"
)
"""Behind "no": what denies no deed."""
_LIGHT = re.compile(
    rf"{_LEAD}(?P<deed>(?:make|carry\s+out|launch|conduct|commit|undertake|mount|perform|engage\s+in|stage|take)\s+(?=no\s+(?!one\b)))(?P<no>no)\s+"
    rf"{_NOT_THESE}"
)
_BEHIND = (
    re.compile(
        rf"{_LEAD}(?P<deed>(?:be\s+)?[a-z]+(?:(?!\b(?:no|not|never|neither|nor|shall|must|will|may|that|which|who|if|and|or)\b)[^,;:])"
        r"{0,60}?\s(?:before|to|into|in|on|from|against|through|over|at|upon))\s+(?P<no>nobody|no\s+one|neither(?=\s+(?:of|[Pp]art|side))|no)"
        rf"(?:\s+{_NOT_THESE}|(?=\s*(?:[.,;]|\Z)))"
    ),
    re.compile(
        rf"{_LEAD}(?P<deed>(?!be\b|have\b|let\b)[a-z]+\s+)(?P<no>nobody|no\s+one)(?!\s+(?:of|but|other|except|else)\b)"
    ),
    re.compile(rf"{_LEAD}(?P<deed>be\s+[a-z]+\s+by\s+)(?P<no>neither)(?=\s+(?:of|[Pp]art|side))"),
)
_INSTEAD = {"no": "any", "nobody": "anybody", "neither": "either"}


def _denied(text: str) -> re.Match[str] | None:
    light = _LIGHT.match(text)
    if light and noun_at_start(text[light.end() :]):  # of "shall launch no drones" the thing is denied
        return light
    return next((found for each in _BEHIND if (found := each.match(text))), None)


def to_none(view: View, _names: Names) -> View:
    """ "shall be brought before no court": it shall not be brought before any."""
    match = _denied(view.text)
    if not match:
        return view
    parts = [
        view.cut(0, match.start("modal")),
        view.put(f"{match['modal']} not", *match.span("modal")),
        view.cut(match.start("deed"), len(view.text[: match.end("deed")].rstrip())),
        view.put(_INSTEAD.get(match["no"], "anybody"), *match.span("no")),
    ]
    return joined([*parts, view.cut(match.end("no"), len(view.text))])
