"""Where the text itself says that lines, zones and points lie, in degrees, beside what its annexes draw."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parley.model import Definition, Finding, Sentence, Severity, Shape, ShapeKind
from parley.text import patterns as re
from parley.text.positions import Position, boxes, positions

from .draft import Draft
from .rule import Rule
from .shapes import Drawn, apart_km, drawn, some_positions

_NEAR_KM = 0.3
"""What is typed from a map is no further from what the map draws."""
_GOES_ON = re.compile(
    r"\W*(?:It|Its|They|Their|(?:The|These|Those)\s+(?:\w+\s+)?(?:corners?|ends?|points?|vertices|angles))\b"
)
"""How a sentence opens that goes on with what was defined."""
_CORNERS = re.compile(
    r"\b(?:between|corners?|vertex|vertices|angles|quadrilateral|rectangle|square|triangle|polygon|ring|bounded|enclosed|perimeter"
    r"|limits?|borders?|boundar(?:y|ies))\b",
    re.IGNORECASE,
)
_WAY = re.compile(
    r"\b(?:lines?|roads?|routes?|lanes?|tracks?|corridors?|channels?|paths?|railways?|streets?|runs?|joins?|joining|connect\w*)\b",
    re.IGNORECASE,
)
_CROSSES = re.compile(r"\b(?:cross(?:es|ing)?|intersects?|meets?|cuts?)\b", re.IGNORECASE)
_NAMED = re.compile(r"(?P<name>[A-Z][\w’'-]*(?:\s+(?:of\s+)?(?:the\s+)?[A-Z][\w’'-]*)*)\s*\(\s*(?:at\s+)?$")
"""A place by its name, before the bracket that tells where it lies."""
_AT = re.compile(r"\b(?:at|located|lies|stands|position|coordinates)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)


@dataclass(frozen=True)
class Told:
    """A position that the text tells, with the sentence that does; its places are those of the whole text."""

    sentence: Sentence
    start: int
    end: int
    position: Position

    @property
    def step_km(self) -> float:
        return 111.2 * self.position.step


def told_of(draft: Draft) -> dict[str, list[Told]]:
    """The positions by which the text tells what a term or a drawn place is, by its name in small letters."""
    known = draft.notes.get("told positions")
    if isinstance(known, dict):
        return known
    found: dict[str, list[Told]] = {}
    starts = {each.span.start for each in draft.definitions}
    for definition in draft.definitions:
        places = [*_in_definition(draft, definition, starts)]
        if places:
            found.setdefault(definition.term.casefold(), []).extend(places)
    for shape in draft.shapes:
        if shape.name.casefold() not in found:
            places = [each for sentence in draft.operative if _tells(sentence, shape.name) for each in _of(sentence)]
            if places:
                found[shape.name.casefold()] = places
    draft.notes["told positions"] = found
    return found


def goes_on(sentence: Sentence) -> bool:
    """Whether a sentence goes on with the place that the one before it tells: "It ...", "Its corners are ..."."""
    return _GOES_ON.match(sentence.exact) is not None


def _in_definition(draft: Draft, definition: Definition, starts: set[int]) -> Iterator[Told]:
    sentence = draft.holding(definition.span)
    if sentence is None:
        return
    yield from (each for each in _of(sentence) if definition.span.start <= each.start < definition.span.end)
    for _ in range(3):
        sentence = draft.after(sentence)
        if sentence is None or any(sentence.start <= start < sentence.end for start in starts):
            return
        if not (goes_on(sentence) or _tells(sentence, definition.term)):
            return
        yield from _of(sentence)


def _tells(sentence: Sentence, name: str) -> bool:
    """Whether a sentence says where a place of this name lies: "The corners of the Zone are ..."."""
    called = re.escape(name)
    return bool(
        re.search(
            rf"\b(?:corners|ends|points|vertices|coordinates)\s+of\s+(?:the\s+)?{called}\b"
            rf"|\b{called}\W{{0,4}}\s*(?:means|is|runs|lies|joins|has|follows|links|connects|leads|starts|begins|goes|:)",
            sentence.exact,
            re.IGNORECASE,
        )
    )


def _of(sentence: Sentence) -> list[Told]:
    at = sentence.start
    corners = [corner for box in boxes(sentence.exact) for corner in box]
    found = corners or positions(sentence.exact)
    return [Told(sentence, at + each.start, at + each.end, each) for each in found]


def told_shapes(draft: Draft) -> Iterator[Drawn]:
    """Zones and lines that no annex draws as data, by the corners or points that the text tells; sound ones only."""
    known = {shape.name.casefold() for shape in draft.shapes}
    for definition in draft.definitions:
        places = told_of(draft).get(definition.term.casefold(), [])
        if definition.term.casefold() in known or len(places) < 2:
            continue
        words = " ".join(dict.fromkeys(each.sentence.exact for each in places))
        row = [[each.position.longitude, each.position.latitude] for each in places]
        zone = len(row) > 2 and bool(_CORNERS.search(words))
        if not zone and not _WAY.search(words):
            continue
        geometry = {"type": "Polygon" if zone else "LineString", "coordinates": [[*row, row[0]]] if zone else row}
        kind = ShapeKind.ZONE if zone else ShapeKind.LINE
        shape = drawn(Shape(name=definition.term, kind=kind, geometry=geometry))
        if not shape.problem:
            yield shape


class ElsewhereThanDrawn(Rule):
    code = "L12.position"
    title = "A place that the text puts elsewhere than the annex"
    severity = Severity.BLOCKER
    reference = "Checklist L12: text and annex disagree; C8: map and text disagree"
    applies_to = "zones and lines of the annexes whose corners or points the text gives in degrees"
    fix = "Make the two the same, or say which of them prevails."

    def find(self, draft: Draft) -> Iterator[Finding]:
        by_name: dict[str, list[Shape]] = {}
        for shape in draft.shapes:
            by_name.setdefault(shape.name.casefold(), []).append(shape)
        for name, places in told_of(draft).items():
            versions = [drawn(shape) for shape in by_name.get(name, ())]
            if len(versions) != 1 or versions[0].problem:
                continue  # of several versions each may be the one that is told
            drawing = versions[0]
            off = self._off(drawing, places)
            if not off:
                continue
            far = max(km for _, km in off)
            first, last = off[0][0], off[-1][0]
            here = [each for each, _ in off if each.sentence is first.sentence]
            annex = f"Annex {drawing.shape.annex}" if drawing.shape.annex else "the map"
            why = f"The text puts this up to {far:,.1f} km from where {annex} draws '{drawing.shape.name}'."
            end = here[-1].end if here else last.end
            yield self.at(draft, first.start, end, why, provision=first.sentence.provision)

    def _off(self, shape: Drawn, places: list[Told]) -> list[tuple[Told, float]]:
        """The told positions that the drawing does not have, with how far off they are."""
        words = " ".join(dict.fromkeys(each.sentence.exact for each in places))
        zone = shape.shape.kind is ShapeKind.ZONE
        if len(places) < (3 if zone else 2) or (zone and not _CORNERS.search(words)):
            return []
        points = [each.position for each in places]
        if apart_km(shape, points, corners=False) is None:
            return []
        corners = {tuple(position[:2]) for position in some_positions(shape.shape.geometry)}
        told = {(each.position.longitude, each.position.latitude) for each in places}
        km = apart_km(shape, points, corners=len(corners) == len(told))
        pairs = zip(places, km or (), strict=False)
        return [(each, far) for each, far in pairs if far > max(_NEAR_KM, 1.5 * each.step_km)]


class TwoPositions(Rule):
    code = "L7.two-positions"
    title = "Two positions for one place"
    severity = Severity.BLOCKER
    reference = "Checklist L7: two numbers for one quantity in text and annex"
    applies_to = "places by name whose position the text gives in degrees"
    fix = "Write one position, in one place, and refer to it elsewhere."

    def find(self, draft: Draft) -> Iterator[Finding]:
        named = self._named(draft)
        for name, places in named.items():
            first, *others = places
            for other in others:
                one, two = first.position, other.position
                step = 1.5 * max(one.step, two.step)
                if abs(one.latitude - two.latitude) > step or abs(one.longitude - two.longitude) > step:
                    why = f"'{name}' has one position here and another elsewhere."
                    for here, there in ((first, other), (other, first)):
                        yield self.at(draft, here.start, here.end, why, provision=here.sentence.provision,
                                      also=(there.sentence.provision,))  # fmt: skip
        yield from self._off_its_line(draft, named)

    def _named(self, draft: Draft) -> dict[str, list[Told]]:
        """Where the text says that a place lies, by the name of the place."""
        found: dict[str, list[Told]] = {}
        for sentence in draft.operative:
            for each in _of(sentence):
                called = _NAMED.search(sentence.exact[: each.position.start])
                if called:
                    found.setdefault(called["name"], []).append(each)
        for definition in draft.definitions:
            places = told_of(draft).get(definition.term.casefold(), [])
            if len(places) == 1 and _AT.search(places[0].sentence.exact[: places[0].position.start]):
                found.setdefault(definition.term, []).extend(places)
        return found

    def _off_its_line(self, draft: Draft, named: dict[str, list[Told]]) -> Iterator[Finding]:
        """Crossings that lie on none of the lines that the text says to meet there."""
        lines = {each.shape.name: each for each in (*map(drawn, draft.shapes), *told_shapes(draft))
                 if each.shape.kind is ShapeKind.LINE and not each.problem}  # fmt: skip
        for name, places in named.items() if lines else ():
            place, called = places[0], re.compile(rf"\b{re.escape(name)}\b")
            for sentence in draft.operative:
                crossing = _CROSSES.search(sentence.exact)
                if not crossing or not called.search(sentence.exact):
                    continue
                for line in (each for each in lines if sentence.exact.find(each, crossing.start()) >= 0):
                    far = apart_km(lines[line], [place.position], corners=False)
                    if far and far[0] > max(_NEAR_KM, 1.5 * place.step_km):
                        why = f"'{name}' is to be where '{line}' is crossed, and lies {far[0]:,.1f} km from it."
                        yield self.at(draft, place.start, place.end, why, provision=place.sentence.provision,
                                      also=(sentence.provision,))  # fmt: skip


RULES: tuple[Rule, ...] = (ElsewhereThanDrawn(), TwoPositions())
