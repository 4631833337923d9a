"""Two numbers for one thing: what each clause counts or measures, whatever verb and voice it tells it in.

Two clauses speak of one quantity if they have the same unit and nothing else tells them apart: the same words but for
the number, or of one of them more words about "the" things that the other counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from parley.model import Finding, Sentence, Severity
from parley.text import patterns as re
from parley.text.numbers import numbers
from parley.text.positions import PLACED

from .draft import Draft
from .instants import DAY, instants
from .phrases import MONTHS, phrase
from .rule import Rule
from .steps import Names, stem, stems

T = TypeVar("T")

_DAYS = re.compile(
    rf"\b(?:(?:(?:no|not)\s+later\s+than|at\s+the\s+latest|by|from|until|of|on|after|before|between|and|since)\s+(?:the\s+)?)*(?:D-?day|D\s*[+-]\s*\d+|day\s+\d+"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{MONTHS})(?:\s+\d{{4}})?)",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}\b")
_LABEL = re.compile(
    r"(?:\b(?:Grades?|Levels?|Categor(?:y|ies)|Class(?:es)?|Phases?|Stages?|Routes?|Articles?|Sections?|points?|paragraphs?|clauses?|Annex(?:es)?|No\.?|numbers?|channel|Parts?"
    r"|Chapters?|Resolution|calib\w+)"
    r"|(?<=\d\s)to|\band|[(,–-])\s*$",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?P<role>at\s+least|no\s+less\s+than|not\s+less\s+than|a\s+minimum\s+of|more\s+than|over|at\s+most|up\s+to"
    r"|less\s+than|fewer\s+than"
    r"|no\s+more\s+than|not\s+more\s+than|a\s+maximum\s+of|within|nearer\s+than|every|each|after|for"
    r"|in)\s+(?:the\s+|every\s+|\w+ly\s+)?$",
    re.IGNORECASE,
)
_FLOOR = frozenset({"at least", "no less than", "not less than", "a minimum of", "more than", "over", ""})
_CEILING = frozenset(
    {"within", "nearer than", "less than", "fewer than", "at most", "up to", "no more than", "not more than"}
)
_MAXIMA = frozenset({"at most", "up to", "no more than", "not more than"})
_DEADLINE = "deadline"
_MANY = 300
"""More counts of one unit, or sentences of one provision, than any text has: not all pairs of them are compared."""
_MANY_TIMES = 3
"""So many clauses of one provision that repeat another are a list, and no slips."""
_NEAR = 300
"""Characters before a number in which what it is a number of is told."""
_LAST_DAY = re.compile(
    r"(?<!beginning\s)(?<!starting\s)(?<!begin\s)"
    r"\b(?:by|(?:no|not)\s+later\s+than|until|latest|on|between\s+\S+\s+and)\s+(?:the\s+)?(?:evening\s+of\s+)?$",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(r"\b(?:number|amount|count|total|sum)\s+of\s+(?:the\s+|all\s+)?(\w+)\b[^.;]*$", re.IGNORECASE)
_HAPPENS = re.compile(r"\b(?:takes?|taking|took)\s+place\b", re.IGNORECASE)
_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_SHARE = re.compile(
    r"\b(?:(?P<many>an?|one|two|three|four)\s+)?(?P<part>half|thirds?|quarters?|fifths?"
    r"|tenths?)(?=\s+of\b)",
    re.IGNORECASE,
)
_PARTS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10}
_TIMES_OF = {"two": 2, "three": 3, "four": 4}
_OF_A_WHOLE = "share"
"""The unit of "half of the cost", "two thirds of the men"."""
_BAN = re.compile(
    r"\b(?:no(?!\s+(?:more|less|fewer|later)\b)|neither|nobody|shall\s+not|must\s+not|may\s+not)\b", re.IGNORECASE
)
CONDITION = phrase(
    "if|when(?:ever)?|unless|in case|in the event|upon|on an?|after an?|where|except\\w*|other than|otherwise|instead"
)
_CASE = re.compile(
    r"\W*(?:\d+\.\s+)?(?:After|Upon|Following|In\s+(?:the\s+)?(?:case|event)\s+of)\s+(?P<case>(?:an?|any|every|each)\s+"
    r"(?:[\w-]+\s+){0,3}?[\w-]+)(?=,|\s+the\b)"
)
_POINTS_BACK = phrase(
    "it|them|this|these|those|such|there|same|others?|remaining|remainder|rest|first|second|third|further"
    "|additional|more|whether that"
)
_OWN = re.compile(
    r"\b(?:(?:that|which|whom)\s+)?(?:it|they|he)\s+(?:(?:has|have)\s+(?:laid|planted|placed|taken|captured|made)"
    r"|holds?|keeps?|has|have|owns?|possess(?:es)?|controls?|commands?)\b",
    re.IGNORECASE,
)
"""That things are somebody's own: "the mines that it has laid"."""
_MOREOVER = re.compile(
    r",\s+(?:(?:at\s+least\s+\w+\s+|none\s+)?of\s+(?:them|whom)|with|giving|stating|showing|indicating|specifying|including|together\s+with|(?:in|of|on)?\s*which)\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""What is said besides of a thing that is told already: "a list, with the age of each"."""
_ASIDE = stems(
    "full complete entire detailed written exact accurate precise land sea water river lake air begin start finish"
)
"""What tells no other thing from the one that is told without it."""
_THE = re.compile(r"\b(?:the|all|its|their|these|those)\s+(?:(?:at|other)\s+)?$", re.IGNORECASE)
_LIGHT = stems(
    "number total amount size length sum hold consist comprise run let daily day will entire whole figure together "
    "count reach measure extend complete finish end conclude carry out take effect accomplish"
)
_SIZES = {
    stem(noun): stem(size)
    for noun, size in {"width": "wide", "breadth": "wide", "height": "high", "depth": "deep"}.items()
}
_ALIKE = {
    stem(word): words.split()[0]
    for words in (
        "keep station place maintain deploy post man employ",
        "give hand deliver delivery transfer supply provide lend furnish receive obtain pay contribute grant",
        "release free liberate",
        "clear clearance demine",
        "destroy destruction",
        "name appoint send designate nominate delegate",
        "meet convene sit assemble meeting session",
        "move pull withdraw retire bring take redeploy",
        "build construct erect",
    )
    for word in words.split()
}
_KIND_OF_PLACE = re.compile(
    r"\b(?:town|city|village|port|harbour|district|county|province|area|region|place|locality|valley|island|lake|river"
    r"|bay|mount|hill|pass|cape|fort|canton|municipality)\s+of\s+(?=[A-Z])"
)
"""What Velm is, where "the town of Velm" stands for Velm."""
_SOMEWHERE = re.compile(
    r"\b(?:in|at|on|near|along|around|inside|within|off|beside|by|to|from|outside)\s+(?:the\s+|its\s+|their\s+)?(?:[a-z]+\s+){0,2}?"
    r"(?:(?:bank|side|shore|coast|edge|end|part|bridge|mill|school|depot|quay|pier|harbour|port|station|square|market|hall"
    r"|barracks|camp|gate|road|valley|river|lake|town|village|city|hill|ridge|crossing|headquarters|office|hospital"
    r"|church|mosque|airfield|airport|yard)\b|(?!Part(?:y|ies)\b|Article|Annex|D\b|D-)[A-Z][\w’'-]+)"
    r"(?:\s+(?:of|in|at|on|near)\s+(?:the\s+)?[A-Z][\w’'-]+|\s+(?:crossing|bridge|road|gate|mill|station|camp|depot)\b)*"
)
"""Where something is done: a kind of place or a name."""
_HAS = frozenset({"keep"})
"""Whoever has so many of a thing in a place keeps them there."""
_APART = stems("keep move stand lie")
"""Who keeps a thing so far from a line, moves it so far or has it stand so far, keeps one distance."""
_DISTANCES = stems("km kilometre kilometer")
_BASIC = stems("km kilometre kilometer m metre meter mile hour day week month minute percent year time")


@dataclass(frozen=True)
class Measure:
    """A number with its unit (a stem), its bound (at least, within, every) and where it stands in the text."""

    value: float
    unit: str
    role: str
    start: int
    end: int
    definite: bool


@dataclass(frozen=True)
class Told:
    """A clause that counts or measures something: the stems that tell what, who is named, and when it is."""

    sentence: Sentence
    things: frozenset[str]
    elsewhere: frozenset[str]
    """The same without the words that tell where."""
    actors: frozenset[str]
    others: frozenset[str]
    """Those of the actors that are no parties."""
    days: frozenset[int]
    measure: Measure
    beside: frozenset[tuple[str, float]]
    """What else the clause counts or measures, as units and values."""
    conditional: bool


class TwoCounts(Rule):
    code = "L7.two-counts"
    title = "Two numbers for the same deed"
    severity = Severity.BLOCKER
    reference = "Checklist L7: two numbers for one quantity (days, km, persons)"
    applies_to = "clauses that say the same of the same actor but for one number"
    fix = "Write one number, in one place, and refer to it elsewhere."

    def find(self, draft: Draft) -> Iterator[Finding]:
        by_unit: dict[str, list[Told]] = {}
        for each in _told(draft):
            by_unit.setdefault(each.measure.unit, []).append(each)
        seen: set[int] = set()
        same = (pair for alike in by_unit.values() for pair in pairs(alike) if _one_quantity(*pair))
        for one, other in sorted(same, key=lambda pair: (pair[1].measure.start, pair[0].measure.start)):
            if other.measure.start in seen:
                continue
            seen.add(other.measure.start)
            apart = one.sentence.provision != other.sentence.provision  # which of the two is to be mended?
            for here, there in ((one, other), (other, one)) if apart else ((other, one),):
                said, own = (draft.framework.text[each.measure.start : each.measure.end] for each in (there, here))
                span = (here.measure.start, here.measure.end)
                yield self._finding(draft, there.sentence, here.sentence, said, own, span)
        yield from self._said_again(draft)

    def _said_again(self, draft: Draft) -> Iterator[Finding]:
        """A clause that stands twice in one provision, with another number: "... shall have completed it by D+15".
        What stands there oftener is a list."""
        counted = {each.sentence.start for each in _told(draft)}  # those are compared clause by clause already
        for alike in draft.by_provision.values():
            plainly = {each.start: _plainly(each.exact) for each in alike}
            again: dict[int, list[Sentence]] = {}
            for one, other in pairs(alike):
                placed = _PLACED.search(other.exact)
                if other.start not in counted and not placed and _is_repeated(plainly[one.start], plainly[other.start]):
                    again.setdefault(other.start, []).append(one)
            twice = (each for each in alike if len(again.get(each.start, ())) == 1) if len(again) < _MANY_TIMES else ()
            for other in twice:
                number = re.search(r"\S*(\d+)", other.exact)
                if number and not _LABEL.search(other.exact[: number.start()]):
                    span = (other.start + number.start(), other.start + number.end())
                    yield self._finding(draft, again[other.start][0], other, "another number", number[1], span)

    def _finding(
        self, draft: Draft, one: Sentence, other: Sentence, said: str, here: str, span: tuple[int, int]
    ) -> Finding:
        place = f"provision {one.provision}" if one.provision else "another sentence"
        why = f"Here it is {here}; {place} says {said} of the same."
        return self.at(draft, *span, why, provision=other.provision, also=(one.provision,))


def pairs(alike: Sequence[T]) -> Iterator[tuple[T, T]]:
    """Each with those that follow it, in the order of the text; of very many only with the next ones."""
    if len(alike) <= _MANY:
        return combinations(alike, 2)
    return ((one, other) for at, one in enumerate(alike) for other in alike[at + 1 : at + 1 + _MANY])


def _plainly(words: str) -> tuple[str, str]:
    """A clause without its full stop, and the same with any number in it."""
    bare = words.rstrip(" .;")
    return bare, re.sub(r"\d+", "#", bare.lower())


def _is_repeated(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether the shorter of two clauses stands in the longer one, but for a number."""
    (long, plain), (short, again) = sorted((one, other), key=lambda words: len(words[0]), reverse=True)
    if again not in plain or "#" not in again or "whether that" in again or short.lower() in long.lower():
        return False
    return len(again.split()) >= 5 and not CONDITION.search(short)


def _one_quantity(one: Told, other: Told) -> bool:
    first, second = one.measure, other.measure
    if one.sentence is other.sentence or first.value == second.value or first.role != second.role:
        return False
    if one.actors and other.actors and not one.actors & other.actors:
        return False
    if one.others and other.others and not one.others & other.others:
        return False  # letters of the Commission, and letters of the Mission
    common = len(one.things & other.things) + (first.unit not in _BASIC)
    enough = common >= 2 or (common == 1 and bool(one.actors & other.actors))
    narrower = _more_closely(one, other)
    if first.unit == _DEADLINE:
        more = one.things ^ other.things
        nested = one.things <= other.things or other.things <= one.things
        plain = not (one.conditional or other.conditional or (more - _ASIDE and not narrower))
        return plain and nested and len(one.things & other.things) >= 2 and one.beside == other.beside
    steps = bool(one.days and other.days and one.days != other.days)  # a release in two steps has two numbers
    if one.things == other.things:
        return enough and not steps and one.conditional == other.conditional
    larger = other if one.things < other.things else one if other.things < one.things else None
    if larger is None or one.conditional or other.conditional or first.unit in _BASIC:
        return False
    definite = larger.measure.definite or (first.role in _MAXIMA and bool(one.actors & other.actors))
    return enough and (definite or (narrower and not steps))


def _more_closely(one: Told, other: Told) -> bool:
    """Whether they are the same deed of the same actors, but for where the later or the larger of the two is done:
    what is due everywhere by the ninth day is late in one place by the twelfth."""
    wide, close = sorted((one, other), key=lambda each: len(each.things))
    more = close.things - wide.things
    if not (wide.things < close.things and one.actors and one.actors == other.actors):
        return False
    return close.measure.value > wide.measure.value and not more & close.elsewhere and bool(wide.elsewhere)


_PLACED = re.compile(PLACED)
"""Where something lies: of two places neither number is wrong."""


def _told(draft: Draft) -> tuple[Told, ...]:
    known = draft.notes.get("told")
    if not isinstance(known, tuple):
        names = draft.names
        known = tuple(each for sentence in draft.operative for each in _of(draft, sentence, names))
        draft.notes["told"] = known
    return known


def _of(draft: Draft, sentence: Sentence, names: Names) -> Iterator[Told]:
    """What the clauses of a sentence count; a clause that points back ("of it", "the others") tells too little."""
    for clause in re.finditer(r"[^;]+", sentence.exact):
        words = clause.group()
        if _PLACED.search(words) or not re.search(
            r"\d|\b(?:half|thirds?|quarters?|fifths?|twice|once|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty|\w*dozen|eleven|twelve)\b",
            words,
            re.I,
        ):
            continue
        free = _HAPPENS.sub(_blank, _CLOCK.sub(_blank, _DAYS.sub(_blank, words)))
        at = sentence.start + clause.start()
        times = draft.days(sentence) if words == sentence.exact else instants(words, draft.framework)
        found = [*_measures(free, at, _BAN.search(words) is not None), *_deadlines(words, at, times)]
        units = [each.unit for each in found]
        days = frozenset(minutes for _, _, minutes, _ in times)
        actors = names.within(words)
        for each in found:
            if units.count(each.unit) > 1:
                continue
            rest = _OWN.sub(_blank, _MOREOVER.sub("", _without(free, found, sentence.start + clause.start())))
            if _POINTS_BACK.search(rest):
                continue
            case = _case_over(draft, sentence)
            rest = _KIND_OF_PLACE.sub("", rest)
            things, elsewhere = (_alike(f"{names.without(told)} {case}") for told in (rest, _SOMEWHERE.sub(" ", rest)))
            if each.unit in _DISTANCES:
                things -= _APART
            beside = frozenset((other.unit, other.value) for other in found if other.unit not in (each.unit, _DEADLINE))
            conditional = CONDITION.search(words) is not None or bool(case)
            told, elsewhere = (words - _LIGHT - _HAS - {each.unit} for words in (things, elsewhere))
            yield Told(sentence, told, elsewhere, actors, actors - draft.party_ids, days, each, beside, conditional)


def _alike(words: str) -> frozenset[str]:
    """The stems of the telling words, one for all that say the same."""
    return frozenset(_ALIKE.get(_SIZES.get(word, word), _SIZES.get(word, word)) for word in stems(words))


def _case_over(draft: Draft, sentence: Sentence) -> str:
    """In which case a provision speaks, as its first sentence says ("After a Serious Breach ..."), for the others."""
    first = draft.around(sentence)[:1]
    opened = _CASE.match(first[0].exact) if first and first[0] is not sentence else None
    return opened["case"] if opened else ""


def _deadlines(words: str, offset: int, times: Iterable[tuple[int, int, int, int]]) -> Iterator[Measure]:
    """The days by which something is to be done, as measures."""
    for start, end, minutes, _ in times:
        if _LAST_DAY.search(words[:start]):
            yield Measure(minutes / DAY, _DEADLINE, "by", offset + start, offset + end, False)


def _measures(words: str, offset: int, ban: bool) -> Iterator[Measure]:
    for start, end, value in numbers(words):
        before = words[max(0, start - _NEAR) : start]
        if _LABEL.search(before) or (value >= 1900 and value <= 2200 and words[start:end].isdigit()):
            continue
        unit = re.match(r"\s*(?:-\s*)?([A-Za-z][\w-]*)", words[end:])
        if unit is None:
            unit = _NUMBER_OF.search(before)
        if unit is None or unit[1].lower() in ("of", "from", "and", "or", "to", "by", "in", "on", "per", "mm"):
            continue
        role = _ROLE.search(before)
        bound = " ".join(role["role"].lower().split()) if role else ""
        if (ban and bound in _CEILING) or (not ban and bound in _FLOOR):
            bound = "at least"
        elif bound in _MAXIMA or (ban and bound in ("more than", "over")):
            bound = "at most"
        definite = bool(_THE.search(before))
        yield Measure(float(value), stem(unit[1]), bound, offset + start, offset + end, definite)
    for match in _SHARE.finditer(words):
        value = _PARTS[match["part"].lower().rstrip("s")] * _TIMES_OF.get((match["many"] or "").lower(), 1)
        yield Measure(value, _OF_A_WHOLE, "at least", offset + match.start(), offset + match.end(), False)
    for match in re.finditer(r"\b(once|twice|thrice)\b", words, re.IGNORECASE):
        count = _TIMES[match[1].lower()]
        yield Measure(count, stem("time"), "at least", offset + match.start(), offset + match.end(), False)


def _without(words: str, found: list[Measure], offset: int) -> str:
    """The words without the measures, their bounds and their units."""
    for each in found:
        start, end = each.start - offset, each.end - offset
        unit = re.match(r"\s*(?:-\s*)?[A-Za-z][\w-]*", words[end:])
        end += unit.end() if unit and each.unit in _BASIC else 0
        role = _ROLE.search(words[:start])
        start = role.start() if role else start
        words = words[:start] + " " * (end - start) + words[end:]
    return words


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


RULES: tuple[Rule, ...] = (TwoCounts(),)
