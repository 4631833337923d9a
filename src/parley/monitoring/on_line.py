"""What is done on a road, a river or another line: "no checkpoints on the Trunk Road"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parley.model import Distance, Relation, Slot, Where
from parley.text import patterns as re

from .geometry import Measured
from .names import fold
from .places import PlaceRule, Places, metres
from .standing import Known
from .truth import Fact, Truth

_ON_M = 100.0
"""What surely lies so near to a line is on it."""
_OFF_M = 500.0
"""What surely lies farther away is not; of what is between the name of the place decides."""


def on_line(slot: Slot[Where], places: Places, bearer: str | None, term: str | None) -> PlaceRule | None:
    """The rule of a place that is a line, drawn and without an inside."""
    where = slot.value
    if where.relation is not Relation.IN:
        return None
    near = where.replace(relation=Relation.WITHIN_DISTANCE, distance=Distance(number=_ON_M, unit="m"))
    rule = places.rule(slot.replace(value=near), bearer, term)
    if not isinstance(rule, PlaceRule) or any(places.shapes[index].kind != "line" for index in rule.chosen):
        return None
    return OnLine(places, where, rule.chosen, _ON_M, rule.words, rule.of_things)


@dataclass(frozen=True)
class OnLine(PlaceRule):
    """To be on a line: within a hundred metres of it, or not far from it at a place that has its name."""

    def truths(self, entries: Sequence[Known]) -> list[Truth]:
        sure = super().truths(entries)
        far = PlaceRule(self.places, self.where, self.chosen, _OFF_M, self.words, self.of_things).truths(entries)
        named = [self._is_named(entry.report.place.name) for entry in entries]
        return [self._of(*three) for three in zip(sure, far, named, strict=True)]

    def _of(self, on: Truth, near: Truth, named: bool) -> Truth:
        if near is Truth.NO:
            return Truth.UNKNOWN if named else Truth.NO
        return Truth.YES if named or on is Truth.YES else Truth.UNKNOWN

    def _is_named(self, name: str | None) -> bool:
        said = fold(name or "")
        return any(re.search(rf"\b{re.escape(one)}\b", said) for one in self.names)

    @property
    def varies(self) -> bool:
        return True  # it hangs on the names of places, too

    def fact(self, entry: Known) -> Fact:
        fact = super().fact(entry)
        if fact.truth is not Truth.UNKNOWN or entry.report.place.latitude is None:
            return fact
        return Fact(fact.truth, f"nobody says whether it was on {self.words}", f"whether it was on {self.words}")

    def _told(self, measured: Measured) -> str:
        return f"{metres(measured.distance_m)} from {self.words}"
