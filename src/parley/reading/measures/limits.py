"""How long a measure is to last: "for 30 days", "until March 12"."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import Duration, Interval
from parley.text import durations

from ..events.setting import Setting
from ..tokens import Token
from .tellings import Telling


def how_long(telling: Telling, setting: Setting) -> tuple[Duration, str] | None:
    """The length that hangs on the measure, and its words; ``None`` where the text gives none."""
    for preposition in _prepositions(telling, "for"):
        for thing in preposition.children:
            words = setting.words(thing).exact
            length = next(iter(durations(f"for {words}")), None) if thing.dep_ == "pobj" else None
            if length is not None and length[1] == len(f"for {words}"):
                return length[2], f"for {words}"
    return None


def until_when(telling: Telling, setting: Setting) -> Interval | None:
    """The date that ends the measure ("until March 12"); ``None`` where a deed ends it, or nothing."""
    for preposition in _prepositions(telling, "until", "till"):
        inside = {token.i for token in preposition.children}
        for root, when in setting.times_in_sentence(telling.trigger):
            if root.i in inside:
                return when
    return None


def _prepositions(telling: Telling, *names: str) -> Iterator[Token]:
    for head in (telling.trigger, *telling.things, *telling.carried_by):
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ in names:
                yield child
