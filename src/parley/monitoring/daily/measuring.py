"""How far a reported place is from each line: from that which counts for who did it, with what, and when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from parley.model import Framework, Relation, Report, Shape, ShapeKind, Where, first_instant

from ..names import Names
from ..places import PlaceRule, Places, metres
from ..standing import Known
from ..truth import Truth
from ..windows import event_span


class Lines:
    """The lines that are drawn, as verdicts measure from them: a party's own for what it did, else that of all."""

    def __init__(self, framework: Framework, drawn: Sequence[Shape], names: Names, zone: dt.tzinfo) -> None:
        self._shapes = [shape for shape in drawn if shape.kind is ShapeKind.LINE]
        self._places = Places(framework, self._shapes, (), names, zone)
        self._names, self._zone = names, zone

    def measured(self, report: Report) -> tuple[str, ...]:
        """The distance from each line, with the report's precision; of whom nobody names it is told for each party."""
        place = report.place
        if place.latitude is None or place.longitude is None:
            return ()
        precise = "precision not stated" if place.radius_m is None else f"± {metres(place.radius_m)}"
        made = first_instant(report.reported, self._zone)
        entry = Known(report, event_span(report.replace(reported=made), self._zone))
        return tuple(
            f"{far} from {words} ({precise})"
            for name in dict.fromkeys(shape.name for shape in self._shapes)
            for words, chosen in self._counting(name, report.actor)
            if (far := self._far(name, chosen, entry))
        )

    def _counting(self, name: str, doer: str | None) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Which of the shapes of a name count for a doer, in words; several where nobody says who it was."""
        of_party: dict[str | None, list[int]] = {}
        for index, shape in enumerate(self._shapes):
            if shape.name == name:
                of_party.setdefault(shape.party, []).append(index)
        did = {party: self._names.did(doer, party).truth for party in of_party if party is not None}
        sure = [party for party, truth in did.items() if truth is Truth.YES]
        perhaps = [party for party, truth in did.items() if truth is Truth.UNKNOWN]
        for party in sure or ([] if None in of_party and not perhaps else perhaps or did):
            yield f"the {name} of {self._names.shown(party)}", tuple(of_party[party])
        if None in of_party and not sure:
            yield f"the {name}", tuple(of_party[None])

    def _far(self, name: str, chosen: tuple[int, ...], entry: Known) -> str:
        where = Where(relation=Relation.NEAR, of=(name,))
        of_things = self._places.by_thing.decides(chosen, None)
        sets = PlaceRule(self._places, where, chosen, 0.0, name, of_things).active(entry)
        return " or ".join(dict.fromkeys(metres(self._places.exact(each, entry).distance_m) for each in sets if each))
