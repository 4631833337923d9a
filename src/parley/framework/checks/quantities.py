"""Two numbers for one thing: what each clause counts or measures, whatever verb and voice it tells it in.

Two clauses speak of one quantity if they have the same unit and nothing else tells them apart: the same words but for
the number, or of one of them more words about "the" things that the other counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from parley.model import Finding, Sentence, SentenceForm, Severity
from parley.text import durations
from parley.text import patterns as re
from parley.text.numbers import numbers

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
    r"|(?<!\bup\s)\bto|\band|[(,–-])\s*$",
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
_BAN = re.compile(r"\b(?:no|neither|nobody|shall\s+not|must\s+not|may\s+not)\b", re.IGNORECASE)
_CONDITION = phrase(
    "if|when(?:ever)?|unless|in case|in the event|upon|on an?|after an?|where|except\\w*|other than|otherwise|instead"
)
_LONGER = phrase("extend\\w*|extension|prolong\\w*|renew\\w*|each time|more days|goes on|continues")
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
_ASIDE = stems("full complete entire detailed written exact accurate precise land sea water air begin start finish")
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
        "give hand deliver transfer supply provide lend furnish",
        "release free liberate",
        "pay contribute grant",
        "name appoint send designate nominate delegate",
        "meet convene sit assemble meeting session",
        "move pull withdraw retire bring take redeploy",
        "build construct erect",
    )
    for word in words.split()
}
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
        pairs = (pair for alike in by_unit.values() for pair in _pairs(alike) if _one_quantity(*pair))
        for one, other in sorted(pairs, key=lambda pair: (pair[1].measure.start, pair[0].measure.start)):
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
        """A clause that stands twice in one provision, with another number: "... shall have completed it by D+15"."""
        plainly = {each.start: _plainly(each.exact) for alike in draft.by_provision.values() for each in alike}
        counted = {each.sentence.start for each in _told(draft)}  # those are compared clause by clause already
        pairs = (pair for alike in draft.by_provision.values() for pair in _pairs(alike))
        for one, other in pairs:
            if other.start in counted:
                continue
            (long, plain), (short, again) = sorted(
                (plainly[one.start], plainly[other.start]), key=lambda words: len(words[0]), reverse=True
            )
            at = plain.find(again)
            if (
                at < 0
                or "whether that" in again
                or "#" not in again
                or len(again.split()) < 5
                or short.lower() in long.lower()
            ):
                continue
            here = re.findall(r"\d+", other.exact)
            number = re.search(r"\S*\d+", other.exact)
            label = number and _LABEL.search(other.exact[: number.start()])
            if number and not label and not _CONDITION.search(short):
                span = (other.start + number.start(), other.start + number.end())
                yield self._finding(draft, one, other, "another number", here[0], span)

    def _finding(
        self, draft: Draft, one: Sentence, other: Sentence, said: str, here: str, span: tuple[int, int]
    ) -> Finding:
        place = f"provision {one.provision}" if one.provision else "another sentence"
        why = f"Here it is {here}; {place} says {said} of the same."
        return self.at(draft, *span, why, provision=other.provision, also=(one.provision,))


def _pairs(alike: Sequence[T]) -> Iterator[tuple[T, T]]:
    """Each with those that follow it, in the order of the text; of very many only with the next ones."""
    if len(alike) <= _MANY:
        return combinations(alike, 2)
    return ((one, other) for at, one in enumerate(alike) for other in alike[at + 1 : at + 1 + _MANY])


def _plainly(words: str) -> tuple[str, str]:
    """A clause without its full stop, and the same with any number in it."""
    bare = words.rstrip(" .;")
    return bare, re.sub(r"\d+", "#", bare.lower())


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
    if first.unit == _DEADLINE:
        more = one.things ^ other.things
        nested = one.things <= other.things or other.things <= one.things
        plain = not (one.conditional or other.conditional or more - _ASIDE)
        return plain and nested and len(one.things & other.things) >= 2 and one.beside == other.beside
    if one.things == other.things:
        steps = bool(one.days and other.days and one.days != other.days)  # a release in two steps has two numbers
        return enough and not steps and one.conditional == other.conditional
    larger = other if one.things < other.things else one if other.things < one.things else None
    if larger is None or one.conditional or other.conditional or first.unit in _BASIC:
        return False
    return enough and (larger.measure.definite or (first.role in _MAXIMA and bool(one.actors & other.actors)))


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
        if not re.search(
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
            things = frozenset(
                _ALIKE.get(_SIZES.get(word, word), _SIZES.get(word, word))
                for word in stems(f"{names.without(rest)} {case}")
            )
            beside = frozenset((other.unit, other.value) for other in found if other.unit not in (each.unit, _DEADLINE))
            conditional = _CONDITION.search(words) is not None or bool(case)
            told = things - _LIGHT - {each.unit}
            yield Told(sentence, told, actors, actors - draft.party_ids, days, each, beside, conditional)


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


class TwoLengths(Rule):
    code = "L7.two-lengths"
    title = "Two lengths for one text"
    severity = Severity.BLOCKER
    reference = "Checklist L7 and K2: two numbers for one thing"
    applies_to = "sentences that say how long the text holds"
    fix = "Keep one of the two."
    lasts = phrase("{lasts}|is (?:good|made|meant|concluded) for")
    and_longer = re.compile(
        r",?\s+and\s+(?:it\s+|they\s+)?(?:is|are|shall\s+be|will\s+be|may\s+be)\s+(?:\w+\s+)?(?:of\s+itself\s+)?"
        r"(?:extended|prolonged|renewed)\b.*",
        re.IGNORECASE | re.DOTALL,
    )
    """What the same sentence says of its extension."""

    until = re.compile(
        r"\W*(?:\(?\w{1,3}\)\s+)?(?:It|(?:The|This|These)\s+(?:[\w-]+\s+){1,4}?)\s*(?:shall\s+|will\s+)?(?:(?:ends?|expires?|lapses?|terminates?"
        r"|is\s+over|stops?)\s+(?:on|with|at)|(?:lasts?|holds?|(?:is|remains|stays)\s+in\s+force|continues?|runs?|applies)\s+until)\s+"
        r"(?:the\s+end\s+of\s+)?",
        re.IGNORECASE,
    )
    """What stands before the day with which the text ends."""
    its = re.compile(r"\W*(?:Its|The)\s+(?:duration|term|validity)\s+(?:is|shall\s+be)\b")
    stop = re.compile(r"\W*(?:The|This)\s+(?:stop|halt|suspension|lull)\b")

    def find(self, draft: Draft) -> Iterator[Finding]:
        before: tuple[Sentence, int] | None = None
        for sentence, lower in draft.lowered:
            if not any(unit in lower for unit in ("day", "week", "month", "year", "d+")):
                continue
            if not self._of_the_text(draft, sentence):
                continue
            words = self.and_longer.sub("", sentence.exact)
            length = self._length(draft, sentence, words)
            lasts = self.lasts.search(words)
            rest = f"{words[: lasts.start()]} {words[lasts.end() :]}" if lasts else words
            if length is None or _CONDITION.search(words) or _LONGER.search(rest):
                continue
            if before and abs(before[1] - length) > _ROUNDED and before[0].start != sentence.start:
                why = "Another sentence gives the text another length."
                for here, there in ((before[0], sentence), (sentence, before[0])):
                    yield self.at(draft, here.start, here.end, why, provision=here.provision, also=(there.provision,))
            before = before or (sentence, length)

    def _of_the_text(self, draft: Draft, sentence: Sentence) -> bool:
        """Whether it speaks of the text or of its stop; "It" goes on about what the sentence before speaks of."""
        if draft.about_the_text(sentence) or self.stop.match(sentence.exact) or self.its.match(sentence.exact):
            return True
        if sentence.form is SentenceForm.DURATION and sentence.exact.startswith("It "):
            return True
        last = draft.before(sentence)
        return sentence.exact.startswith("It ") and last is not None and self._of_the_text(draft, last)

    def _length(self, draft: Draft, sentence: Sentence, words: str) -> int | None:
        """The days for which a sentence says that the text holds."""
        lasts = self.lasts.search(words)
        for start, _, value in durations(words) if lasts else ():
            if lasts and 0 <= start - lasts.end() < 12:
                return value.months * 30 + value.days
        for start, _, first, _ in draft.days(sentence):
            if first > 0 and self.until.fullmatch(words[:start]):
                return first // DAY
        return None


_ROUNDED = 3
"""By so many days two lengths may differ where one of them is told in months or by its last day."""

RULES: tuple[Rule, ...] = (TwoCounts(), TwoLengths())
