"""From what a time limit counts that the text doesn't count from D-day: its signature, its entry into force.

Signature is D-day only where the text says so. Where it dates its signature or its entry into force, limits have
dates from there; where it does not, they stay "30 days from signature".
"""

from __future__ import annotations

from dataclasses import dataclass

from parley.model import DayCount, Framework, Instant
from parley.text import day_counts
from parley.text import patterns as re

from .checks.instants import date_in

_ACTS = {
    "signature": r"signature|signing",
    "entry into force": r"(?:entry|entering|coming)\s+into\s+(?:force|effect)",
    "approval": r"approval",
    "adoption": r"adoption",
    "ratification": r"ratification",
    "conclusion": r"conclusion",
}
"""What makes a text binding, by the word to say for it."""
_WHICH = "|".join(_ACTS.values())
_POINT = r"(?:the\s+)?(?:(?:date|day|moment|time|hour)\s+of\s+(?:the\s+)?)?(?:its\s+|their\s+|the\s+)?"
_OF_THIS = (
    r"(?:\s+of\s+(?:this|the\s+present|the\s+said|these|the)\s+(?:[a-z]+\s+)?"
    r"(?:document|text|[Aa]greement|[Aa]ccord|[Pp]rotocol|[Mm]emorandum|[Tt]reaty|[Uu]nderstanding|[Tt]ruce|[Mm]inutes|[Tt]erms|[A-Z]\w+))?"
    r"(?:\s+by\s+(?:both|all)\s+(?:the\s+)?(?:[Pp]arties|[Ss]ides))?"
)
_EVENT = re.compile(rf"{_POINT}(?P<what>{_WHICH}){_OF_THIS}\s*\Z", re.IGNORECASE)
_COUNTED = re.compile(rf"\s*(?:from|after|of|following|upon)\s+{_POINT}(?P<what>{_WHICH})\b", re.IGNORECASE)
_TAKES_PLACE = {
    "signature": re.compile(r"\b(?:is|are|was|were|been|be)\s+signed\b(?P<when>[^.;]{0,80})", re.IGNORECASE),
    "entry into force": re.compile(
        r"\b(?:enters?|comes?|takes?)\s+(?:into\s+)?(?:force|effect)\b(?P<when>[^.;]{0,80})", re.IGNORECASE
    ),
}
"""Where a text says when it is signed or enters into force."""


@dataclass(frozen=True)
class Origin:
    """What a limit counts from: its word, and its instant where the text fixes that."""

    what: str
    instant: Instant | None = None


def origin_of(event: str, framework: Framework) -> Origin | None:
    """What ``event`` is, if it is what makes this text binding ("the date of signature of this agreement")."""
    found = _EVENT.fullmatch(event.strip())
    return _origin(found["what"], framework) if found else None


def origin_behind(words: str, end: int, framework: Framework) -> Origin | None:
    """The same of what stands behind a length of time that ends at ``end``: "90 days | from signature"."""
    found = _COUNTED.match(words, end)
    return _origin(found["what"], framework) if found else None


def in_force(framework: Framework) -> Origin | None:
    """Entry into force, where the text says when that is."""
    instant = _fixed("entry into force", framework)
    return Origin("entry into force", instant) if instant else None


def _origin(words: str, framework: Framework) -> Origin:
    what = next(name for name, said in _ACTS.items() if re.fullmatch(said, words, re.IGNORECASE))
    d_day = next((each for each in framework.definitions if re.fullmatch(r"D-?[Dd]ay|[Dd]ay D", each.term)), None)
    if d_day and re.search(_ACTS[what], d_day.meaning, re.IGNORECASE):
        return Origin(what, Instant(day=DayCount(days=0)))
    return Origin(what, _fixed(what, framework))


def _fixed(what: str, framework: Framework) -> Instant | None:
    """When the text says that it is signed or enters into force; ``None`` where it says so twice, or by an event."""
    pattern = _TAKES_PLACE.get(what)
    if pattern is None:
        return None
    found: list[Instant] = []
    for sentence in framework.sentences:
        for said in pattern.finditer(sentence.exact) if "[" not in sentence.exact else ():
            counts = day_counts(said["when"])
            date = date_in(said["when"])
            if counts:
                found.append(Instant(day=counts[0][2]))
            elif date is not None:
                found.append(Instant(moment=date))
            elif what != "signature" and (_COUNTED.match(said["when"]) or _ON_SIGNING.match(said["when"])):
                found += filter(None, [_fixed("signature", framework)])
    return found[0] if len(set(found)) == 1 else None


_ON_SIGNING = re.compile(r"\s*,?\s*(?:on|upon|at|with)\s+(?:its\s+|the\s+)?(?:signature|signing)\b", re.IGNORECASE)
