"""The process's own list of places: a name leads to a point only where it is known, and to one place only."""

from __future__ import annotations

import difflib
import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from parley.model import Candidate, ReportPlace, UnusableInput

from ..cells import BadCell
from ..cores import bare
from .degrees import read_degrees
from .raw import folded, read_csv

_COLUMNS = {"name", "latitude", "longitude"}
_ALSO = {"radius_m", "within", "aliases"}
_POINT = ("latitude", "longitude", "radius_m")


@dataclass(frozen=True)
class Found:
    """What a name is known as: ``places`` it may mean (none, one, several), or the name of a zone or line."""

    places: tuple[Candidate, ...] = ()
    shape: str | None = None


class Gazetteer:
    """Places by name. ``shapes`` are names of the annexes' zones and lines, which have no one point."""

    def __init__(self, places: Iterable[tuple[Candidate, tuple[str, ...]]] = (), shapes: Iterable[str] = ()) -> None:
        self._places: dict[str, list[Candidate]] = defaultdict(list)
        self._shapes = {plain(name): name for name in shapes}
        for place, aliases in places:
            for name in {plain(place.name), *map(plain, aliases)}:
                if place not in self._places[name]:
                    self._places[name].append(place)

    def __bool__(self) -> bool:
        return bool(self._places)

    def find(self, name: str, region: str | None = None) -> Found:
        """What ``name`` can mean; ``region``, or the words after its comma, chooses among several of one name."""
        places = self._places.get(plain(name), [])
        if not places and "," in name:
            name, _, after = name.partition(",")
            region, places = region or after, self._places.get(plain(name), [])
        if len(places) > 1 and region:
            within = [place for place in places if place.within and plain(place.within) == plain(region)]
            places = within or places
        if places:
            return Found(tuple(places))
        return Found(shape=self._shapes.get(plain(name)))

    def placed(self, place: ReportPlace) -> ReportPlace:
        """The place with the point of its name, or what its name can mean; as it is where it has a point already."""
        found = self.find(place.name, place.region).places if place.name and place.latitude is None else ()
        if len(found) > 1:
            return place.replace(candidates=found)
        return place.replace(**{name: getattr(one, name) for one in found for name in _POINT})

    def near(self, name: str) -> str | None:
        """A known name that is written much like this one."""
        close = difflib.get_close_matches(plain(name), [*self._places, *self._shapes], n=1, cutoff=0.8)
        if not close:
            return None
        return self._shapes.get(close[0]) or self._places[close[0]][0].name


def plain(name: str) -> str:
    """A name as it is compared: without accents and apostrophes, case and white space."""
    letters = "".join(c for c in bare(folded(name)) if c not in "'’ʼ`ʹ")
    return " ".join(letters.replace("-", " ").split())


def load_places(data: bytes, path: str) -> list[tuple[Candidate, tuple[str, ...]]]:
    """``places.csv``: name, latitude, longitude, and perhaps radius_m, within, aliases (joined with ``;``).

    Raises :class:`UnusableInput` naming the row and the mend: a gazetteer with a wrong place is worse than none.
    """
    table = read_csv(data, path)
    columns = {folded(name): column for name, column in table.columns.items()}
    if missing := sorted(_COLUMNS - set(columns)):
        raise UnusableInput(
            path, f"it has no column {' nor '.join(missing)}", "give it the columns name, latitude and longitude"
        )
    if table.unusable:
        first = table.unusable[0]
        raise UnusableInput(path, first.why.partition("; ")[0], first.why.partition("; ")[2], f"row {first.row}")
    places = []
    for index in range(len(table)):
        said = {name: columns[name].at(index) for name in _COLUMNS | _ALSO if name in columns}
        where = f"row {int(table.numbers[index])}"
        if not all(said[name] for name in _COLUMNS):
            raise UnusableInput(path, "its name or a coordinate is empty", "fill it in, or remove the row", where)
        try:
            latitude, longitude = (read_degrees(said[axis] or "", axis) for axis in ("latitude", "longitude"))
            radius = float(said.get("radius_m") or "nan")
        except ValueError as error:
            why = str(error) if isinstance(error, BadCell) else "write the radius in metres"
            raise UnusableInput(path, "it gives no place on the globe", why, where) from error
        if latitude is None or longitude is None:
            raise UnusableInput(path, "a coordinate is not known", "fill it in, or remove the row", where)
        place = Candidate(
            name=said["name"] or "",
            latitude=latitude.value,
            longitude=longitude.value,
            radius_m=None if math.isnan(radius) else radius,
            within=said.get("within"),
        )
        places.append((place, tuple(part.strip() for part in (said.get("aliases") or "").split(";") if part.strip())))
    return places
