"""What the annexes draw: zones and lines that are empty, cross themselves, overlap, lie outside, or aren't as told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from parley.model import Finding, FindingKind, Modality, Sentence, Severity, ShapeKind
from parley.text import distances, durations
from parley.text import patterns as re

from .corners import goes_on, told_shapes
from .draft import Draft
from .instants import DAY, instants, minutes_of
from .placed import said_to_be
from .rule import Rule
from .shapes import Drawn, drawn, reach_km, width_km

_ALIKE = 0.85
"""Widths count as the same from this share of the larger on: a map is drawn by hand."""
_HIDDEN = 0.01
"""Overlaps of less than this share of the smaller zone come from drawing."""
_INSIDE = 0.9
"""A zone of which this share lies in another is meant to lie in it."""
_WORTH_COUNTING = 10_000
"""Metres: what is nearer is reached in a few hours at any pace."""
KM_ON_FOOT = 40.0
KM_A_DAY = 60.0
"""What heavy units are taken to be able to cover in a day, from leaving their positions until all have arrived: most of
it goes by in disengaging, loading and waiting on the road. A norm of this check: no source's figure."""


def drawings(draft: Draft) -> tuple[Drawn, ...]:
    """The shapes of a draft, each looked at once for all rules; what only the text draws, by its corners, is among
    them."""
    known = draft.notes.get("drawings")
    if not isinstance(known, tuple):
        known = draft.notes["drawings"] = (*(drawn(shape) for shape in draft.shapes), *told_shapes(draft))
    return known


class Drawing(Rule):
    """A rule that speaks of a shape where the text defines it, else where it first names it or lists its annex."""

    def of(self, draft: Draft, each: Drawn, why: str, also: Iterable[str | None] = ()) -> Finding:
        start, end, provision = where(draft, each)
        found = self.at(draft, start, end, why, provision=provision, also=also)
        if each.large:  # not wrong, as far as anybody can tell
            return found.replace(kind=FindingKind.NOTE, severity=Severity.MINOR, fix="Simplify it.")
        return found


def where(draft: Draft, each: Drawn) -> tuple[int, int, str | None]:
    """Where the text speaks of a shape: its definition, its first mention, its file in the front matter, or nowhere."""
    name, framework = each.shape.name, draft.framework
    for definition in framework.definitions:
        if definition.term.casefold() == name.casefold():
            return definition.span.start, definition.span.end, draft.provision_of(definition.span)
    says_where = re.compile(
        rf"\W*(?:[\w.()]+\s+)?(?:The\s+)?{re.escape(name)}\s+(?:is|are|runs|lies|means|comprises|reaches|covers|extends|follows)\b"
    )
    first = sorted(framework.sentences, key=lambda each: says_where.match(each.exact) is None)
    for sentence in first:
        at = sentence.exact.casefold().find(name.casefold())
        if at >= 0:
            return sentence.start + at, sentence.start + at + len(name), sentence.provision
    annex = next((annex for annex in framework.annexes if annex.letter == each.shape.annex), None)
    at = framework.text.find(annex.path) if annex else -1
    return (at, at + len(annex.path), None) if annex and at >= 0 else (0, 0, None)


class Unsound(Drawing):
    """A shape of one kind that can't be used as it is drawn."""

    severity = Severity.BLOCKER
    drawn_as: ShapeKind

    def find(self, draft: Draft) -> Iterator[Finding]:
        for each in drawings(draft):
            if each.shape.kind is self.drawn_as and each.problem:
                yield self.of(
                    draft, each, f"The {self.drawn_as.value} '{each.shape.name}' of the annex {each.problem}."
                )
            elif each.shape.kind is not self.drawn_as and not each.problem and said_to_be(draft, each) is self.drawn_as:
                what = (
                    "an area, which has no two sides"
                    if self.drawn_as is ShapeKind.LINE
                    else "a line, which holds nothing"
                )
                told = f"The text calls '{each.shape.name}' a {self.drawn_as.value}, and the annex draws it as {what}."
                yield self.of(draft, each, told)


class UnsoundLine(Unsound):
    code = "D1.unsound"
    title = "A line that can't be drawn as it stands"
    reference = "Checklist D1: geometry self-crosses"
    applies_to = "the lines of the annexes"
    fix = "Draw the line again: one row of positions, in order, that does not cross itself."
    drawn_as = ShapeKind.LINE


class UnsoundZone(Unsound):
    code = "D2.unsound"
    title = "A zone that encloses nothing, or crosses itself"
    reference = "Checklist D2: polygon empty or inverted"
    applies_to = "the zones of the annexes"
    fix = "Draw the zone again: one closed ring around an area, that does not cross itself."
    drawn_as = ShapeKind.ZONE


class OverlappingZones(Drawing):
    code = "D2.overlap"
    title = "Two zones that overlap, with different rules"
    reference = "Checklist D2: overlapping zones with different rules"
    applies_to = "zones of the annexes in which duties, bans or permissions hold"
    fix = "Redraw one of them, or say which rule holds where both do."
    settled = re.compile(r"\b(?:overlap\w*|(?:in|of)\s+both\s+zones)\b", re.IGNORECASE)

    def find(self, draft: Draft) -> Iterator[Finding]:
        zones = [each for each in drawings(draft) if each.shape.kind is ShapeKind.ZONE and not each.problem]
        if len(zones) < 2 or any(self.settled.search(sentence.exact) for sentence in draft.operative):
            return
        for one, two in combinations(zones, 2):
            if one.shape.name == two.shape.name or not one.shape.valid.overlaps(two.shape.valid):
                continue  # versions of one zone
            rules, others = _rules(draft, one), _rules(draft, two)
            if not rules or not others or {words for words, _ in rules} == {words for words, _ in others}:
                continue
            both = one.beside(two)
            if both is None or not both[0].intersects(both[1]):
                continue
            shared, smaller = both[0].intersection(both[1]).area, min(both[0].area, both[1].area)
            if _HIDDEN * smaller < shared < _INSIDE * smaller:
                later = max((one, two), key=lambda each: where(draft, each)[0])
                earlier = one if later is two else two
                why = (
                    f"'{one.shape.name}' and '{two.shape.name}' share {shared:,.0f} square km; what holds in the one "
                    f"({rules[0][0]}) is not what holds in the other ({others[0][0]})."
                )
                yield self.of(
                    draft,
                    later,
                    why,
                    (where(draft, earlier)[2], *(sentence.provision for _, sentence in rules + others)),
                )


def _rules(draft: Draft, zone: Drawn) -> list[tuple[str, Sentence]]:
    """What holds in a zone, in a few words each: the modality and the act, on what."""
    name, found = zone.shape.name.casefold(), []
    for sentence, each in draft.obligations:
        place = each.place.value if each.place else None
        inside = place is not None and any(name == of.casefold().removeprefix("the ") for of in place.of)
        if each.act and each.modality and (inside or name in sentence.exact.casefold()):
            what = f" {each.object.words}" if each.object else ""
            verb = {Modality.MUST: "", Modality.MUST_NOT: "not ", Modality.MAY: "may "}[each.modality.value]
            found.append((" ".join(f"{verb}{each.act.words}{what}".split()), sentence))
    return found


class OutsideTheArea(Drawing):
    code = "D2.outside"
    title = "A zone or line outside the area that it belongs to"
    severity = Severity.BLOCKER
    reference = "Checklist D2: corridor out of zone; D1: geometry leaves the area"
    applies_to = "zones and lines of the annexes"
    fix = "Draw it inside the area, or say that it lies outside."
    within = r"(?:in|within|inside|through|across|of)\s+(?:the\s+)?"
    area = re.compile(
        r"\b(?:(?:this|the)\s+(?:agreement|treaty|cease-?fire|pause|text)\s+applies\s+(?:only\s+)?(?:in|within"
        r"|to)\s+(?:the\s+)?|(?:hostil\w+|fighting|fire|cease-?fire|armistice|truce|acts|shooting)\b[^.;]{0,60}?\b(?:throughout|in"
        r"\s+all\s+of|(?:covers|holds\s+(?:in|for|over)|everywhere\s+in)(?:\s+all\s+of)?)\s+(?:the\s+)?(?:(?:whole|entire)"
        r"\s+(?:of\s+the\s+)?)?)",
        re.IGNORECASE,
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        sound = {each.shape.name.casefold(): each for each in drawings(draft) if not each.problem}
        if len(sound) < 2:
            return
        for name, each in sound.items():
            holder, sentence = self._holder(draft, name, sound)
            both = each.beside(holder) if holder is not None else None
            if holder is None or both is None or self._mostly(*both):
                continue
            why = f"'{each.shape.name}' is to lie in '{holder.shape.name}', and the annexes draw it outside of it."
            yield self.of(draft, each, why, (sentence.provision if sentence else None,))

    def _mostly(self, inner: object, outer: object) -> bool:
        import shapely

        size = shapely.area(inner) or shapely.length(inner)
        cut = shapely.intersection(inner, shapely.buffer(outer, 0.5))
        return bool((shapely.area(cut) or shapely.length(cut)) >= _INSIDE * size)

    def _holder(self, draft: Draft, name: str, sound: dict[str, Drawn]) -> tuple[Drawn | None, Sentence | None]:
        """The zone in which the text says that this shape lies, and the sentence that does."""
        for sentence in draft.framework.sentences:
            words = sentence.exact.casefold()
            if name not in words:
                continue
            for other, zone in sound.items():
                if other == name or zone.shape.kind is not ShapeKind.ZONE:
                    continue
                lies = (
                    rf"{re.escape(name)}\W{{0,4}}[^.;]{{0,60}}\b(?:means|is|lies|runs|road|route)\b[^.;]{{0,60}}\b"
                    rf"{self.within}{re.escape(other)}"
                )
                if re.search(lies, words):
                    return zone, sentence
            match = self.area.search(words)
            if match:
                continue
        for sentence in draft.operative:
            match = self.area.search(sentence.exact)
            rest = sentence.exact[match.end() :].casefold() if match else ""
            for other, zone in sound.items():
                if rest.startswith(other) and other != name and zone.shape.kind is ShapeKind.ZONE:
                    return zone, sentence
        return None, None


class AnotherWidth(Drawing):
    code = "L12.width"
    title = "The text says another width than the annex draws"
    severity = Severity.BLOCKER
    reference = "Checklist L12: text says 15 km, the annexed zone is 20 wide"
    applies_to = "zones and lines of the annexes whose width, length or area the text says"
    fix = "Make the two the same, or say which of them prevails."
    wide = re.compile(
        r"\s*-?\s*(?:wide|in\s+width|in\s+breadth|broad|across)\b|\s+(?:on|to)\s+(?:each|either|both)\s+(?:sides?|hands?)",
        re.IGNORECASE,
    )
    width_is = re.compile(
        r"\b(?:width|breadth)\b(?:\s+of\s+(?:the\s+)?(?:[A-Z]\w+\s*)+)?\s*(?:of|is|amounts\s+to|comes\s+to)\s+$"
    )
    long = re.compile(r"\s*-?\s*(?:long|in\s+length)\b", re.IGNORECASE)
    length_is = re.compile(r"\blength\b(?:\s+of\s+(?:the\s+)?(?:[A-Z]\w+\s*)+)?\s*(?:of|is)\s+$")
    from_line = re.compile(
        r"\b(?:means|reach\w*|extend\w*|stretch\w*|within|up\s+to|to\s+a\s+depth\s+of|lies?|runs?|strip\s+of|(?:less|more|further"
        r"|farther)\s+than|no(?:t)?\s+(?:more|further|farther)\s+than|is|are|distance\s+of)\b[^.;]{0,30}$",
        re.IGNORECASE,
    )
    of_line = (
        r"\s+(?:deep\s+|wide\s+|away\s+|distant\s+)?(?:,?\s*(?:on|to|at)\s+(?:each|either|both)\s+(?:sides?|hands?|banks?)\s+)?"
        r"(?:from|of|to|along|around)\s+(?:(?:each|either|both)\s+sides?\s+of\s+)?(?:the\s+)?(?P<line>%s)\b"
    )
    square = re.compile(
        r"(?P<km>\d[\d,]*(?:\.\d+)?)\s*(?:square\s+(?:km|kilomet(?:re|er)s?)|sq\.?\s*km|km²)", re.IGNORECASE
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        shapes = {each.shape.name.casefold(): each for each in drawings(draft) if not each.problem}
        lines = sorted(map(re.escape, (name for name, each in shapes.items() if not each.shape.kind.has_inside)))
        of_line = re.compile(self.of_line % ("|".join(reversed(lines)) or "(?!)"), re.IGNORECASE)
        for each in shapes.values():
            told = re.compile(re.escape(each.shape.name), re.IGNORECASE)
            lead: Sentence | None = None  # a sentence on this shape, with which the next one may go on
            for sentence in draft.framework.sentences:
                own = told.search(sentence.exact) and self._speaks_of(sentence, each)
                if not own and not (lead is not None and goes_on(sentence)):
                    lead = None
                    continue
                lead = sentence
                for start, end, said, measured, how in self._compared(sentence.exact, each, shapes, of_line):
                    why = f"The text says {said} and the annex draws '{each.shape.name}' {measured:,.1f} {how}."
                    at = sentence.start
                    yield self.at(draft, at + start, at + end, why, provision=sentence.provision)

    def _compared(
        self, words: str, each: Drawn, shapes: dict[str, Drawn], of_line: re.Pattern[str]
    ) -> Iterator[tuple[int, int, str, float, str]]:
        """What the words say of the size of a shape and the drawing does not have."""
        found = [(start, end, f"{said}", said.metres / 1000, *self._measured(words, start, end, each, shapes, of_line))
                 for start, end, said in distances(words)]  # fmt: skip
        area = each.plane.area if each.plane is not None else 0.0
        for match in self.square.finditer(words) if area else ():
            found.append((*match.span(), match.group(), float(match["km"].replace(",", "")), area, "square km"))
        for start, end, said, km, measured, how in found:
            if measured is not None and min(km, measured) < _ALIKE * max(km, measured):
                yield start, end, said, measured, how

    def _speaks_of(self, sentence: Sentence, zone: Drawn) -> bool:
        """Whether the sentence says what the zone is: its definition, or "the Zone is 10 km wide"."""
        name = re.escape(zone.shape.name)
        return bool(
            re.match(
                rf"\W*(?:the\s+)?{name}\W{{0,5}}\s*(?:means|shall\s+mean|denotes|is|has|reaches|extends|lies|runs|covers|measures"
                r"|stretches|:|,\s+which)",
                sentence.exact,
                re.IGNORECASE,
            )
            or re.search(
                rf"(?<!part of the ){name}\W{{0,3}},?\s+(?:(?:which|that)\s+(?:is|reaches|extends|lies|covers|runs)"
                r"|that\s+is(?:\s+to\s+say)?,|namely|i\.e\.)"
                rf"|\b(?:width|breadth|length|area|edges?|borders?|limits?)\s+of\s+(?:the\s+)?{name}\W{{0,3}}\s+(?:is|are|lies?|runs?"
                r"|amounts?|comes?)\b",
                sentence.exact,
                re.IGNORECASE,
            )
        )

    def _measured(
        self, words: str, start: int, end: int, each: Drawn, shapes: dict[str, Drawn], of_line: re.Pattern[str]
    ) -> tuple[float | None, str]:
        if not each.shape.kind.has_inside:
            is_long = self.long.match(words, end) or self.length_is.search(words[:start])
            return (each.plane.length, "km long") if is_long and each.plane is not None else (None, "")
        line = of_line.match(words, end)
        if line and self.from_line.search(words[:start]):
            along = shapes.get(line["line"].casefold())
            return (reach_km(each, along), f"km from the {line['line']}") if along else (None, "")
        if self.width_is.search(words[:start]):
            return width_km(each), "km wide"
        if self.wide.match(words, end):
            side = re.match(r"[^.;]{0,20}\bon\s+(?:each|either|both)\s+side", words[end:])
            width = width_km(each)
            return (width / 2, "km on each side") if side and width else (width, "km wide")
        if self.long.match(words, end) or self.length_is.search(words[:start]):
            width = width_km(each)
            return (each.plane.area / width, "km long") if width and each.plane is not None else (None, "")
        return None, ""


class TooFast(Rule):
    code = "D11.too-fast"
    title = "A withdrawal faster than troops can move"
    reference = f"Checklist D11; norm of this check: {KM_A_DAY:g} km a day"
    applies_to = "duties to move by a distance within a time"
    fix = "Give more days, or a shorter distance."
    moves = re.compile(
        r"\b(?:withdr[ae]w\w*|march\w*|sends?|sent|ship\w*|shift\w*|leads?|takes?|draws?|mov\w+|pull\w*|redeploy\w*"
        r"|retreat\w*|relocat\w+|transfer\w*|brings?|retir\w+)\b",
        re.IGNORECASE,
    )

    on_foot = re.compile(r"\b(?:on\s+foot|foot\s+columns?|marching)\b", re.IGNORECASE)

    at_hour = re.compile(r"\s+at\s+(\d{1,2})[:.](\d\d)\b")
    starts = re.compile(r"\b(?:between|from|start\w*\s+(?:on|at)|begin\w*\s+(?:on|at))\s+$", re.IGNORECASE)

    def find(self, draft: Draft) -> Iterator[Finding]:
        for sentence in draft.duties:
            words = sentence.exact
            if not self.moves.search(words):
                continue
            norm = KM_ON_FOOT if self.on_foot.search(words) else KM_A_DAY
            found = [each for each in distances(words) if each[2].metres >= _WORTH_COUNTING]
            if not found:
                continue
            start, end, said = max(found, key=lambda each: each[2].metres)
            if re.search(r"\b(?:range|reach|radius)\b[^.;]{0,30}$", words[:start], re.IGNORECASE):
                continue
            limit = self._minutes(draft, sentence, end)
            if limit is None:
                continue
            minutes, first, last = limit
            a_day = said.metres / 1000 / (minutes / DAY)
            if a_day > norm and (said.metres >= norm * 1000 or minutes < DAY / 2):
                span = (min(start, first), max(end, last))
                days = f"{minutes / DAY:g} day{'s' if minutes != DAY else ''}"
                why = (
                    f"{said} in {days} is {a_day:,.0f} km a day; more than {norm:g} is taken to be out of "
                    f"reach of {'people on foot' if norm == KM_ON_FOOT else 'heavy units'}."
                )
                at = sentence.start
                yield self.at(draft, at + span[0], at + span[1], why, provision=sentence.provision)

    def _minutes(self, draft: Draft, sentence: Sentence, at: int) -> tuple[int, int, int] | None:
        """How long there is for it, in minutes, and where that is said; ``at`` is where the distance ends."""
        words = sentence.exact
        times = instants(words, draft.framework)
        for start, end, length in durations(words) if times else ():
            counted = re.match(r"\s+(?:of|after|from|following)\s+(?:the\s+)?", words[end:], re.IGNORECASE)
            minutes_long = minutes_of(length)
            day = next((each for each in times if counted and each[0] == end + counted.end()), None)
            if minutes_long and day and re.search(r"\bwithin\s+$", words[:start], re.IGNORECASE):
                return minutes_long, start, day[1]
        if times:
            last = max(reversed(times), key=lambda each: each[3])
            begin = min(times, key=lambda each: each[2])
            starts = begin is not last and self.starts.search(words[: begin[0]]) is not None
            hour = self.at_hour.match(words, begin[1]) if starts else None
            start = (begin[2] if starts else 0) + (int(hour[1]) * 60 + int(hour[2]) if hour else 0)
            within = re.search(r"\bwithin\s+$", words[: last[0]], re.IGNORECASE)
            minutes = (last[2] if within else last[3]) - start
            return (minutes, begin[0], last[1]) if minutes > 0 else None
        for start, end, length in sorted(durations(words), key=lambda each: (each[0] < at, abs(each[0] - at))):
            minutes_long = minutes_of(length)
            if minutes_long and re.search(r"\bwithin\s+$", words[:start], re.IGNORECASE):
                return minutes_long, start, end
        item = draft.next_item(sentence)
        told = self._minutes(draft, item, 0) if item is not None and not draft.in_list(sentence) else None
        return (told[0], at, at) if told else None  # "... at least 800 km, in this order: (a) tanks by D+7"


RULES: tuple[Rule, ...] = (
    UnsoundLine(),
    UnsoundZone(),
    OverlappingZones(),
    OutsideTheArea(),
    AnotherWidth(),
    TooFast(),
)
