"""What is told to an audience that learns places by cells alone: nothing measures a place, and nothing names one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from parley.model import Audience, Report, Value
from parley.monitoring.trends import without_regions
from parley.text import patterns as re
from parley.text.acts import word_alone

_MEASURED = re.compile(r"(?<!least )(?<!within )(?<!than )(?<!beyond )(?<![\d.])\d[\d.]* k?m (from|inside|outside)\b")
"""A distance as reasons tell it; those of the text itself say that it is one at least, or at most."""
_PRECISION = re.compile(r" \(\u00b1 [\d.]+ k?m\)")
_OF_PLACES = frozenset(
    {"point", "latitude", "longitude", "mgrs", "place", "region", "radius_m", "note", "observer", "worded"}
)
"""Fields of a report that tell where it was, or may."""
_WORDS = frozenset({"why", "would_change", "words", "told"})
"""Fields of an output that are sentences about reports."""


def sees_cells_alone(audience: Audience) -> bool:
    """Whether the audience is told of places by cells, and not as they were reported."""
    return audience not in ("mediator", "team")


_HIDDEN = {"said": "words that are", "place": "a place that is"}


def coarsely(fields: Mapping[str, Any], reports: Iterable[Report], drawn: Iterable[str]) -> dict[str, Any]:
    """The fields of an output of ``watch`` for such an audience; ``drawn`` are names that the text's own map shows."""
    known = {name.casefold() for name in drawn}
    reports = tuple(reports)
    several = (each for one in reports for each in one.place.candidates)
    places = (*(one.place.name for one in reports), *(name for one in several for name in (one.name, one.told_apart)))
    phrases = {one.worded for one in reports if one.worded and word_alone(one.worded) is None}
    named = _named(phrases, {name for name in places if name and name.casefold() not in known})
    found = {key: _told(value, named) for key, value in fields.items()}
    return found | {
        "trends": without_regions(fields["trends"]),
        "clusters": tuple(one.replace(why=()) for one in fields["clusters"]),
        "received": tuple(one.replace(sha256="", listed=(), notes=()) for one in fields["received"]),
        "recoded": tuple(one.replace(before=_rest(one.before), after=_rest(one.after)) for one in fields["recoded"]),
    }


def _rest(said: Mapping[str, str]) -> dict[str, str]:
    return {name: words for name, words in said.items() if name not in _OF_PLACES}


def _named(phrases: Collection[str], places: Collection[str]) -> re.Pattern[str] | None:
    """What finds in a sentence what reports call an act at some length, for that may name a place, and places."""
    of = {"said": phrases, "place": places}
    longest_first = {kind: sorted(words, key=len, reverse=True) for kind, words in of.items() if words}
    kinds = [f"(?P<{kind}>{'|'.join(map(re.escape, words))})" for kind, words in longest_first.items()]
    return re.compile(rf"'?(?<!\w)(?:{'|'.join(kinds)})(?!\w)'?") if kinds else None


def _told(value: Any, named: re.Pattern[str] | None) -> Any:
    """The same values with the sentences in them made coarse."""
    if isinstance(value, tuple):
        return tuple(_told(each, named) for each in value)
    if not isinstance(value, Value):
        return value
    changes: dict[str, Any] = {}
    for name, each in value:
        if isinstance(each, str) and name in _WORDS:
            changes[name] = coarse_words(each, named)
        elif isinstance(each, tuple | Value):
            changes[name] = (
                tuple(coarse_words(words, named) for words in each)
                if name in _WORDS and isinstance(each, tuple) and all(isinstance(one, str) for one in each)
                else _told(each, named)
            )
    return value.replace(**{name: new for name, new in changes.items() if new != getattr(value, name)})


def coarse_words(words: str, named: re.Pattern[str] | None) -> str:
    """A sentence without what was measured in it, and without the places that it names."""
    words = _MEASURED.sub(
        lambda found: "at a distance from" if found[1] == "from" else found[1], _PRECISION.sub("", words)
    )
    return words if named is None else named.sub(lambda found: f"{_HIDDEN[found.lastgroup or '']} not told here", words)
