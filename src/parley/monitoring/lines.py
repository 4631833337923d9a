"""Bans on what goes over a line, or along it: "fire across the Contact Line", "cross the border", "fly along a river".

No shape says which side is whose, so that it went over the line is told by words alone; which side is the north is told
by the map, too.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from parley.model import Framework, Relation, Slot, Where
from parley.text import patterns as re

from .acts import act_of
from .names import fold
from .places import Places
from .sides import Side, side_of
from .standing import Known
from .truth import NO, YES, Fact, Truth, unsaid

_OVER = r"(?:across|over|beyond|past|behind|through|(?:on|to|onto|into|from) the (?:other|far) side of)"
_COMPASS = {
    Relation.NORTH_OF: "north",
    Relation.SOUTH_OF: "south",
    Relation.EAST_OF: "east",
    Relation.WEST_OF: "west",
}
_ALONG = r"along(?:side)?"
_FAR_M = 50_000.0
"""Farther from a line nothing is along it; how near it has to be no text says."""
_HOW = {Relation.ACROSS: _OVER, Relation.BEHIND: _OVER, Relation.ALONG: _ALONG} | {
    relation: rf"(?:to the )?{side}(?:wards?)? of" for relation, side in _COMPASS.items()
}
_WITH_DISTANCE = (Relation.WITHIN_DISTANCE, Relation.BEYOND_DISTANCE)
_OTHER_SIDE = (
    r"(?:up|down)(?:stream|river) of|inland (?:of|from)|(?:sea|land)ward of|on (?:its|the|their) [\w'’ -]*?\bsides? of"
)
_KINDS = r"(?:line|border|boundary|frontier|river|fence|wall|canal|strait|bridge|road)"
_IS_LINE = re.compile(rf"\b{_KINDS}s?\Z", re.I)
_ACROSS_TOO = re.compile(r"\S\s+(?P<over>across\s+(?:the\s+)?(?P<line>\S.*))", re.I | re.S)
_FLOWN = re.compile(r"\W*(?:over\b|(?:the\s+)?[\w'’-]+(?:\s+[A-Z][\w'’-]*)*\s*\Z)", re.S)
"""Over it, or where the verb says so ("send drones over the line"), its bare name."""
_THE = re.compile(r"\A(?:the|common|shared|international|state)\s+", re.I)
_SOME_LINE = re.compile(rf"\b{_KINDS}s?\b", re.I)
_CROSS_BORDER = re.compile(r"\bcross-?\s?(?:line|border|boundary)\b", re.I)


@dataclass(frozen=True)
class Along:
    """What runs along some shapes, by their numbers in ``places``; ``words`` of the text say so ("along the Line")."""

    places: Places
    chosen: tuple[int, ...]
    words: str

    def fact(self, entry: Known) -> Fact:
        """No for what was surely far away; of what was near nobody can tell whether it went along it."""
        near = [Truth.UNKNOWN]
        if entry.report.place.latitude is not None:
            sets = self.places.active(self.chosen, entry.span)
            near = [self.places.within(each, _FAR_M, [entry])[0] for each in sets]
        if all(truth is Truth.NO for truth in near):
            return NO
        return unsaid(self.words)


@dataclass(frozen=True)
class OverLine:
    """The words by which a ban asks for a line that was crossed, with the names of the line."""

    words: str
    of: tuple[str, ...]
    how: str
    other_border: bool
    """Whether the text speaks of a border besides, so that "cross-border" may be over that one."""
    side: Side | Along | None = None
    """Where it is on the map, if a map can tell."""
    drawn: Along | None = None
    """The line as it is drawn, near which whoever crossed it was."""

    def is_met(self, entry: Known) -> Fact:
        """Whether the reported act went over the line: only words for the act, the thing or the place say so."""
        report = entry.report
        said = " ".join(filter(None, (report.act_said, report.object, report.place.name)))
        cross_border = self.how == _OVER and _CROSS_BORDER.search(said) and not self.other_border
        at_it = self.how == _ALONG and self._any_name.fullmatch(_THE.sub("", report.place.name or ""))
        if self._named.search(said) or cross_border or at_it:
            return YES
        if self._crossed(report.act, said):
            return NO if self.drawn is not None and self.drawn.fact(entry) is NO else YES
        if self.side is not None:
            return self.side.fact(entry)
        return unsaid(self.words)

    def _crossed(self, act: str | None, said: str) -> bool:
        """Whether it is called a crossing, and of no other line."""
        other = self._any_name.sub(" ", said)
        return self.how == _OVER and act is not None and act_of(act) == "cross" and not _SOME_LINE.search(other)

    @cached_property
    def names(self) -> frozenset[str]:
        """The names by which effort can say that it watched the line."""
        return frozenset(map(fold, self.of))

    @cached_property
    def _any_name(self) -> re.Pattern[str]:
        called = {one for name in self.of for one in (name, name.split()[-1], *_SOME_LINE.findall(name))}
        names = sorted(called, key=len, reverse=True)  # "across the river" of the River Line
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b", re.I)

    @cached_property
    def _named(self) -> re.Pattern[str]:
        return re.compile(rf"\b{self.how}\s+(?:the\s+)?{self._any_name.pattern}", re.I)


def over_line(place: Slot[Where] | None, framework: Framework, places: Places) -> OverLine | None:
    """What a ban's place asks for, where it is a side of a line, or that besides ("into the Zone across the Line",
    "within 10 km north of the Line").
    """
    if place is None:
        return None
    words, where = " ".join(place.words.split()), place.value
    if where.relation in _WITH_DISTANCE:
        side = side_behind_distance(place)
        return None if side is None else _beside_distance(side, where.of, framework, places)
    too = _ACROSS_TOO.search(words)
    if not is_over_line(place, places):
        return _over(too["over"], (too["line"],), _OVER, framework) if too else None
    how = _HOW.get(where.relation, _OVER)
    chosen = places.all_called(where.of)
    drawn = Along(places, chosen, words) if chosen else None
    if where.relation is Relation.ALONG and drawn is not None:
        return _over(words, where.of, how, framework, drawn)
    return _over(words, where.of, how, framework, side_of(where.of, where.relation, words, places), drawn)


def is_over_line(place: Slot[Where], places: Places) -> bool:
    """Whether a place is no more than a side of a line; what is drawn as a zone has an inside, whatever its name."""
    is_in = place.value.relation is Relation.IN and all(map(_IS_LINE.search, place.value.of))
    if is_in and (chosen := places.all_called(place.value.of)):
        is_in = any(places.shapes[index].kind == "line" for index in chosen)
    return place.value.relation in _HOW or bool(is_in and _FLOWN.match(place.words))


def side_behind_distance(place: Slot[Where]) -> str | None:
    """The words for the side of a line that stand behind a distance: "north of the Line"."""
    words = " ".join(place.words.split())
    sides = "|".join((*(_HOW[relation] for relation in _COMPASS), _OTHER_SIDE))
    said = re.search(sides, words, re.I) if place.value.relation in _WITH_DISTANCE else None
    return words[said.start() :] if said else None


def _beside_distance(side: str, of: tuple[str, ...], framework: Framework, places: Places) -> OverLine:
    """The side of a line that stands behind a distance."""
    for relation in _COMPASS:
        if re.match(_HOW[relation], side, re.I):
            return _over(side, of, _HOW[relation], framework, side_of(of, relation, side, places))
    said = re.match(_OTHER_SIDE, side, re.I)
    assert said is not None
    return _over(side, of, re.escape(said[0]), framework)


def _over(
    words: str,
    of: tuple[str, ...],
    how: str,
    framework: Framework,
    side: Side | Along | None = None,
    drawn: Along | None = None,
) -> OverLine:
    called = any("border" in name.casefold() for name in of)
    other_border = not called and re.search(r"\bborder\b", framework.text, re.I) is not None
    return OverLine(words, of, how, other_border, side, drawn)
