"""When a text says that its periods are: "**Pause** means the time from ...", "The Truce runs from ... until ..."."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parley.model import Definition, Window
from parley.text import patterns as re

from .calendar_days import whole_dates
from .instants import Dated
from .windows import merged, windows

_LASTING = (
    r"(?:truce|pause|lull|cease-?\s?fire|armistice|stand-?still|moratorium|period|phase|stage|interval|time|window|term|"
    r"seasons?|days?|nights?|weeks?|weekend|months?|dates|hours)"
)
_VERB = (
    r"(?:(?:shall|will)\s+)?"
    r"(?:runs?|lasts?|holds?|extends?|goes?\s+on|is|are|be|comprises?|covers?|begins?|starts?|commences?)"
)
_RUNS = re.compile(
    rf"(?:(?:The|This)\s+)?(?P<term>(?:[\w\-]+\s+){{0,3}}?{_LASTING})\s+(?P<when>{_VERB}\s+.+)", re.IGNORECASE
)
_CALLED = re.compile(
    rf"\b{_LASTING}\b[^()]{{0,60}}\((?:hereinafter\s+)?(?:the\s+)?[\"“]?(?:the\s+)?"
    r"(?P<term>(?-i:[A-Z])[\w\- ]{1,40})[\"”]?\)",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"\b(?:begin|start|commence|open)(?:s|ning|ing)?\s+(?:on|at|with)\s+", re.IGNORECASE)
_ENDS = re.compile(r"\b(?:end|expire|close|conclude|stop)(?:s|ing)?\s+(?:on|at|with)\s+", re.IGNORECASE)
_BARE = re.compile(rf"(?:{_VERB}\s+)?(?:(?:the|all)\s+)?(?:days\s+(?:of\s+)?)?(?=(?:the\s+)?\d)", re.IGNORECASE)
_LENGTH = re.compile(
    r"(?:the\s+)?(?:first\s+)?(?:period\s+of\s+)?(?=[\w\-]+\s+(?:hours|days|weeks|months)\s+(?:from|after|following)\s)",
    re.IGNORECASE,
)
_SAYS_NO_MORE = re.compile(
    rf"(?:\W|\b(?:the|an?|of|and|which|that|both|inclusive|included|whole|entire|calendar|running|lasting|extending|"
    rf"{_VERB}|{_LASTING})\b)*",
    re.IGNORECASE,
)


def fixed_periods(definitions: Sequence[Definition], sentences: Iterable[str]) -> dict[str, Window]:
    """The periods whose beginning and end follow from the text, by what it calls them.

    A definition, or a sentence on a period, fixes it where it says no more than from when to when: what is renewed
    or extended has no end that is known.
    """
    dated = Dated.of(definitions)
    told = {each.term: each.meaning for each in definitions}
    found = {}
    for sentence in sentences:
        runs, called = _RUNS.match(sentence), _CALLED.search(sentence)
        if runs:
            told.setdefault(runs["term"], runs["when"])
        if called and (window := _only(sentence[called.end() :], dated)[0]):
            found[called["term"]] = window
    for term, when in told.items():
        window, rest = _only(when, dated)
        if window and _SAYS_NO_MORE.fullmatch(rest):
            found.setdefault(term, window)
    return found


def _only(words: str, dated: Dated) -> tuple[Window | None, str]:
    """The one stretch of time in ``words`` whose ends are known, and the words around it."""
    words = _ENDS.sub("until ", _BEGINS.sub("from ", words.rstrip(" .;")))
    for pattern, lead in ((_LENGTH, "for "), (_BARE, "from ")):
        bare = pattern.match(words)
        words = f"{lead}{words[bare.end() :]}" if bare else words
    words = whole_dates(words)
    found = windows(words, lambda _: False, dated)
    window = merged([each.window for each in found]) if found else None
    rest = words
    for each in reversed(found):
        rest = rest[: each.start] + rest[each.end :]
    if window is None or window.start is None or window.every or (window.end is None and window.lasts is None):
        return None, rest
    return (None if any(at and at.event for at in (window.start, window.end)) else window), rest
