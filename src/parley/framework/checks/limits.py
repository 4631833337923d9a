"""When each thing that a text demands has to happen: its limits in minutes, and what it has to wait for.

Read from the words of every operative sentence, so that sentences without a reading count too. What can't be
placed for certain gives nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from parley.model import Duration, Framework, Sentence
from parley.text import durations
from parley.text import patterns as re

from .instants import minutes_of
from .present import BREAK, IS, NO_MODAL, doing_now, done_now
from .steps import Event, Names, event_in, stems

_UPPER = re.compile(
    r"(?:\bon\s+or\s+before|\bby|\b(?:no|not)\s+later\s+than|\bat\s+the\s+latest(?:\s+(?:by|on))?|\blatest"
    r"|\b[Ee]nd:|\b[Dd]ue:?|\buntil)"
    r"\s+(?:the\s+)?(?:end\s+of\s+)?$",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"(?:\bbefore|\bprior\s+to)\s+(?:the\s+)?$", re.IGNORECASE)
_LOWER = re.compile(
    r"(?:\bnot\s+before|\b(?:no|not)\s+(?:earlier|sooner)\s+than|\bat\s+the\s+earliest(?:\s+(?:on|from))?"
    r"|\bonly\s+from"
    r"|\bnot\s+until|\bearlier\s+than|\bnot\s+from\s+before)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_AT_THE_EARLIEST = re.compile(
    r"\s*,?\s*at\s+the\s+(?:very\s+)?earliest\b|\s+or\s+(?:later|thereafter)\b", re.IGNORECASE
)
"""Behind a day: not before it."""
_FOLLOWS = re.compile(
    r"(?P<what>[^.;,]{8,80}?)\s+(?P<way>follows|comes\s+after|(?:is|remains)\s+(?:subject\s+to"
    r"|conditional\s+(?:up)?on|tied\s+to"
    r"|made\s+to\s+depend\s+on)|(?:takes?\s+place|happens|occurs|begins|starts)\s+(?:only\s+)?(?:after|upon|once"
    r"|following)|depends\s+(?:up)?on|waits\s+(?:for|(?:up)?on)|presupposes|requires|awaits|hangs\s+on)\s+"
    r"(?P<event>[^.;,]{8,80})",
    re.IGNORECASE,
)
_ON = re.compile(r"\b(?:on|at)\s+(?:the\s+)?$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|as\s+of|starting(?:\s+on)?|beginning(?:\s+on)?)\s+(?:the\s+)?$", re.IGNORECASE)
_TO = re.compile(r"\s+(?:to|till|until)\s+(?:the\s+)?")
"""Between the two days of a window."""
_BETWEEN = re.compile(r"\bbetween\s+(?P<first>\S[^.;,]{0,30}?\s+and\s+)?(?:the\s+)?$", re.IGNORECASE)
_MOST = re.compile(
    r"\b(?:within|(?:no|not)\s+(?:later|more)\s+than|at\s+most|up\s+to)\s+(?:the\s+\w+\s+)?$", re.IGNORECASE
)
_LEAST = re.compile(
    r"\b(?:at\s+least|(?:no|not)\s+(?:earlier|sooner|less)\s+than|not\s+before|not\s+until)\s+$", re.IGNORECASE
)
_STOPS = (
    r"(?=[.;:]|,(?!\s*(?:as|being)\b)|\s+(?:and|or|but)\s+(?:by|within|not|no|in\s+any|shall|must"
    r"|at\s+the\s+latest)\b"
    r"|\s+by\s+D[+-]|\s+(?:by|within|(?:no|not)\s+later\s+than)\s+(?:\d|the\s+\d|day\s)|$)"
)
_COUNTED = re.compile(
    rf"\s*(?P<way>after|of|from|following|upon|before|prior\s+to|ahead\s+of)\s+(?P<event>.+?){_STOPS}",
    re.IGNORECASE | re.DOTALL,
)
_WAITS = re.compile(
    r"(?<![\w-])(?P<way>only\s+(?:after|once|when|if|upon)|after|once|when|as\s+soon\s+as|upon|subject\s+to"
    r"|provided\s+that"
    r"|(?:up)?on\s+(?:the\s+)?condition\s+(?:that|of)|conditional\s+(?:up)?on|if|(?<!the\s)following|before|prior\s+to|until"
    r"|unless\s+and\s+until|not\s+before|not\s+until|depends?\s+on|is\s+linked\s+to)\s+(?!D[+-]|\d|day\s)"
    rf"(?P<event>.+?){_STOPS}",
    re.IGNORECASE | re.DOTALL,
)
_MODAL = re.compile(r"\b(?:shall|must|will|may|is\s+to|are\s+to|need(?=\s+not\b))\b(?P<not>\s+not\b)?", re.IGNORECASE)
_BESIDE = 8
"""So near behind "is" stands what is done."""
_PRONOUN = re.compile(r"\W*(?:it|they|these|this)\b", re.IGNORECASE)
_DOES_SO = re.compile(r"\s*do\s+(?:so|this|that|it|the\s+same)\b", re.IGNORECASE)
"""What stands for the deed that was told before."""
_NO = re.compile(r"\b(?:no|neither|nobody|none)\b", re.IGNORECASE)
_EVERY = re.compile(
    r"\b(?:every|each\s+(?:day|week|month|time|case|such)|daily|weekly|monthly|regularly|any|all\s+times)\b",
    re.IGNORECASE,
)
_HAPPENS = re.compile(
    r"(?:not\s+)?(?:begin|start|commence|take\s+place|occur|happen|follow|end|last|take|be\s+(?:completed"
    r"|finished|concluded"
    r"|carried\s+out|held|started|begun|later|earlier))\b",
    re.IGNORECASE,
)
_TAKES = re.compile(r"\b(?:lasts?|takes?|for|requires?)\s+(?:at\s+least\s+)?$", re.IGNORECASE)
_ITS_END = re.compile(r"(?:its|their|that|the)\s+(?:completion|end|conclusion)\b", re.IGNORECASE)
_FREE = re.compile(r"\s*(?:not\s+)?be\s+(?:obliged|bound|required|compelled|expected|held)\s+to\s+", re.IGNORECASE)
_PASSIVE = re.compile(r"\s*(?:not\s+)?be\s+(?:\w+ly\s+)?", re.IGNORECASE)
_PROVISION = re.compile(
    r"\b(?:articles?|paragraphs?|points?|sections?|provisions?)\s+(?P<numbers>\d+(?:\([a-z0-9]+\))?"
    r"(?:\s*(?:,|and|or|to)\s*\d+(?:\([a-z0-9]+\))?)*)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Limit:
    """Not before (``least``) or not after (``most``) so many minutes from D-day, or from ``of`` where that is set.

    ``at`` is where the words stand in the file. ``before``: it is the event that has to come later.
    """

    at: tuple[int, int]
    words: str
    least: int | None = None
    most: int | None = None
    of: Event | None = None
    provisions: tuple[str, ...] = ()
    before: bool = False
    way: str = ""


@dataclass
class Step:
    """Something that a text demands: what, in which sentence, under which limits. ``may``: it is only allowed."""

    event: Event
    sentence: Sentence
    at: tuple[int, int]
    may: bool = False
    ban: bool = False
    limits: list[Limit] = field(default_factory=list)
    lasts: int | None = None
    article: str = ""
    """What holds it together with its neighbours: the number of its article, or its paragraph where it has none."""
    item: bool = False
    """Whether it is an item of a list, whose introduction is a step of its own."""

    @property
    def words(self) -> str:
        start, end = (each - self.sentence.start for each in self.at)
        return " ".join(self.sentence.exact[start:end].split()).rstrip(".,;")

    @property
    def due(self) -> Limit | None:
        """The tightest plain deadline."""
        found = [limit for limit in self.limits if limit.of is None and limit.most is not None and not limit.provisions]
        return min(found, key=lambda limit: limit.most or 0, default=None)


Days = Sequence[tuple[int, int, int, int]]
"""The days and dates in a sentence, as :func:`instants.instants` tells them."""


def steps(
    framework: Framework,
    names: Names,
    days: Callable[[Sentence], Days],
    items: Callable[[Sentence], Sequence[Sentence]] = lambda _: (),
) -> tuple[Step, ...]:
    """Every step that the operative sentences demand, with its limits, in the order of the text. ``items`` are those of
    the list that a sentence introduces."""
    found: list[Step] = []
    for sentence in framework.sentences:
        if sentence.operative:
            own = list(_of(sentence, names, days(sentence), framework))
            found += own
            listed = items(sentence) if own else ()
            found += _of_items(own[-1], listed, names, days) if listed else []
    return tuple(found)


_IT = re.compile(r"\b(?:it|them)\b", re.IGNORECASE)


def _of_items(step: Step, items: Sequence[Sentence], names: Names, days: Callable[[Sentence], Days]) -> list[Step]:
    """The steps of a list, each of its items with its own time: "... in this order: (a) rockets, by D+10; (b) tanks, by
    D+18". What introduces them is done when the last of them is."""
    found: list[Step] = []
    for item in items:
        words = item.exact.rstrip(" ,;.\n")
        nothing = NO_MODAL.match(words, 0)
        if nothing is None or _MODAL.search(words):
            return []
        limits, taken, _ = _limits(item, 0, len(words), nothing, names, days(item), durations(words))
        own = stems(names.without(_blanked(words, 0, len(words), taken)))
        limits = [
            replace(each, of=replace(each.of, things=each.of.things | own))
            if each.of and _IT.search(each.words)
            else each
            for each in limits
        ]  # "by the Relief Road, once it is clear": the road is
        event = Event(step.event.head, step.event.things | own, step.event.actors, step.event.phase)
        at = (item.start, item.start + len(words))
        found.append(Step(event, item, at, step.may, step.ban, limits, item=True, article=step.article))
    last = [max((each for each in one.limits if each.of is None and each.most is not None),
                key=lambda each: each.most or 0, default=None) for one in found]  # fmt: skip
    if not any(each.of is None and each.most is not None for each in step.limits):
        told = [each for each in last if each is not None]
        if told and len(told) == len(last):
            step.limits.append(max(told, key=lambda each: each.most or 0))
    return found


def _of(sentence: Sentence, names: Names, times: Days, framework: Framework) -> Iterator[Step]:
    words = sentence.exact
    modals = list(_MODAL.finditer(words)) or doing_now(sentence, names, bool(_WAITS.search(words)))
    passives = done_now(words, modals)
    modals = [each for each in modals if not any(0 <= each.start() - one.end() < _BESIDE for one in passives)]
    modals = sorted([*modals, *passives], key=lambda each: each.start())
    if not modals:
        yield from _noun_waits(sentence, names, framework)
        return
    lengths = durations(words)
    starts = [0]
    for one, two in pairwise(modals):
        breaks = list(BREAK.finditer(words, one.end(), two.start()))
        starts.append(breaks[-1].end() if breaks else two.start())
    before: frozenset[str] = frozenset()
    told: Event | None = None
    for i, modal in enumerate(modals):
        start, end = starts[i], starts[i + 1] if i + 1 < len(modals) else len(words)
        end = start + len(words[start:end].rstrip(" ,;.\n"))
        step = _step(sentence, start, modal, end, names, times, lengths, before, framework)
        if step is not None:
            if told is not None and _DOES_SO.match(words, modal.end()):
                step.event = Event(told.head, told.things, step.event.actors, told.phase)
            if told is not None and not step.event.things and _PRONOUN.match(words, start):
                step.event = replace(step.event, things=told.things)
            told = step.event
            before = step.event.actors or before
            yield step


def _noun_waits(sentence: Sentence, names: Names, framework: Framework) -> Iterator[Step]:
    """ "The opening of the market follows the payment of the toll": an act that waits for another, both as nouns."""
    match = _FOLLOWS.match(sentence.exact)
    if match is None:
        return
    event, awaited = event_in(match["what"], names), event_in(match["event"], names)
    if event is not None and awaited is not None and event.things and awaited.things:
        offset = sentence.start
        said = " ".join(sentence.exact[match.start("way") : match.end()].split())
        where = (offset + match.start("way"), offset + match.end())
        limit = Limit(where, said, least=0, of=awaited, way=" ".join(match["way"].split()))
        at = (offset, offset + match.end())
        yield Step(event, sentence, at, limits=[limit], article=_paragraph(framework.text, sentence))


def _step(
    sentence: Sentence, start: int, modal: re.Match[str], end: int, names: Names,
    times: Days, lengths: list[tuple[int, int, Duration]], before: frozenset[str],
    framework: Framework,
) -> Step | None:  # fmt: skip
    words = sentence.exact
    limits, taken, lasts = _limits(sentence, start, end, modal, names, times, lengths)
    subject = _blanked(words, start, modal.start(), taken).strip(" ,")
    predicate = _blanked(words, modal.end(), end, taken)
    ban = bool(modal["not"]) or bool(_NO.match(subject))
    free = _FREE.match(predicate)
    if free or modal.group().lower().startswith("need"):  # "need not open ... until": it waits, and is not forbidden
        predicate, ban = predicate[free.end() if free else 0 :], False
    is_done = IS.match(words, modal.start()) is not None
    predicate = f" be{predicate}" if is_done else predicate
    passive = _PASSIVE.match(predicate)
    actors = names.within(subject)
    if is_done and actors:
        return None  # a body is established, and another one too
    plain = predicate.strip()
    if _HAPPENS.match(plain) and (event := event_in(subject, names)) and not (actors and event.head == ""):
        if event.phase is None and re.match(r"(?:not\s+)?(?:begin|start|commence)", plain):
            event = Event(event.head, event.things, event.actors, "begin")
        found = event if not _only_names(subject, names) else None
    elif passive:
        done = event_in(predicate[passive.end() :], names, base=True)
        what = names.without(subject)
        found = done and Event(done.head, done.things | stems(what), frozenset(), done.phase)
    else:
        found = event_in(predicate, names, base=True)
        by_itself = stems(names.without(subject)) if not actors and not before else frozenset()
        found = found and Event(found.head, found.things | by_itself, actors or before, found.phase)
    if found is None:
        return None
    may = modal.group().lower() == "may"
    at = (sentence.start + start, sentence.start + end)
    return Step(found, sentence, at, may, ban, limits, lasts, _paragraph(framework.text, sentence))


def _paragraph(text: str, sentence: Sentence) -> str:
    if sentence.provision:
        return re.split(r"[(.]", sentence.provision)[0]
    return f"@{max(text.rfind(mark, 0, sentence.start) for mark in (chr(10) * 2, chr(10) + '- ', chr(10) + '* '))}"


def _only_names(subject: str, names: Names) -> bool:
    return not stems(names.without(subject))


def _limits(
    sentence: Sentence, start: int, end: int, modal: re.Match[str], names: Names,
    times: Days, lengths: list[tuple[int, int, Duration]],
) -> tuple[list[Limit], list[tuple[int, int]], int | None]:  # fmt: skip
    """The limits in one clause, the stretches of words that they take, and how long it lasts."""
    words, offset = sentence.exact, sentence.start
    neg = bool(modal["not"]) or bool(_NO.match(words[start : modal.start()].strip()))
    limits: list[Limit] = []
    taken: list[tuple[int, int]] = []
    lasts: int | None = None
    often = bool(_EVERY.search(words[start:end]))

    def add(first: int, last: int, **more: object) -> None:
        said = " ".join(words[first:last].split())
        limits.append(Limit(at=(offset + first, offset + last), words=said, **more))  # type: ignore[arg-type]
        taken.append((first, last))

    for first, last, earliest, latest in times:
        if not start <= first < end:
            continue
        lead = words[max(start, first - 40) : first]
        shift = max(start, first - 40)
        if postponed := _AT_THE_EARLIEST.match(words, last, end):
            match = _ON.search(lead)
            add(shift + match.start() if match else first, postponed.end(), least=earliest)
        elif match := _LOWER.search(lead):
            add(shift + match.start(), last, least=earliest)
        elif match := _EARLIER.search(lead):
            add(shift + match.start(), last, **({"least": earliest} if neg else {"most": earliest}))
        elif match := _UPPER.search(lead):
            until = match.group().lower().startswith("until")
            if until and neg:
                add(shift + match.start(), last, least=earliest)
            elif until or often or neg:
                taken.append((shift + match.start(), last))
            else:
                add(shift + match.start(), last, most=latest)
        elif (match := _BETWEEN.search(lead)) and not (often or neg):
            said = first if match["first"] else shift + match.start()
            add(said, last, **({"most": latest} if match["first"] else {"least": earliest}))
        elif match := _FROM.search(lead):
            if often or neg:
                taken.append((shift + match.start(), last))
            else:
                add(shift + match.start(), last, least=earliest)
        elif taken and _TO.fullmatch(words[taken[-1][1] : first]) and not (often or neg):
            add(first, last, most=latest)
        elif match := _ON.search(lead):
            if often or neg:
                taken.append((shift + match.start(), last))
            else:
                add(shift + match.start(), last, least=earliest, most=latest)
        elif (match := _MOST.search(lead)) and not (often or neg):
            add(shift + match.start(), last, most=latest)
        elif (match := _LEAST.search(lead)) and not (often or neg):
            add(shift + match.start(), last, least=earliest)
        else:
            taken.append((first, last))
    for first, last, length in lengths:
        minutes = minutes_of(length)
        if not start <= first < end or minutes is None or _covered(taken, first):
            continue
        counted = _COUNTED.match(words, last, end)
        event = event_in(counted["event"], names) if counted else None
        if (
            counted and event is None and _ITS_END.match(counted["event"])
        ):  # "confirm the withdrawal ... of its completion"
            event = _object(words[modal.end() : first], names)
        lead, shift = words[max(start, first - 40) : first], max(start, first - 40)
        most, least = _MOST.search(lead), _LEAST.search(lead)
        begun = most or least
        head = shift + begun.start() if begun else first
        if counted is None or event is None:
            if _TAKES.search(lead):
                lasts = minutes
            taken.append((head, counted.end() if counted else last))
            continue
        stop = counted.end()
        if counted["way"].lower() in ("before", "prior to", "ahead of"):
            if not most:
                add(head, stop, least=minutes, of=event, before=True)
            else:
                taken.append((head, stop))
        elif often:
            taken.append((head, stop))
        elif most:
            add(head, stop, least=0, most=minutes, of=event)
        elif least or neg:
            add(head, stop, least=minutes, of=event)
        else:
            add(head, stop, least=minutes, most=minutes, of=event)
    for match in _WAITS.finditer(words, start, end):
        if _covered(taken, match.start("event")) or _covered(taken, match.start()):
            continue
        way = " ".join(match["way"].lower().split())
        if match.start() < modal.start() and _MODAL.search(match["event"]):
            continue
        provisions = tuple(
            number
            for each in _PROVISION.finditer(match["event"])
            for number in re.findall(r"\d+(?:\([a-z0-9]+\))?", each["numbers"])
        )
        event = event_in(match["event"], names)
        if event is None and not provisions:
            continue
        if way in ("before", "prior to") and not neg:
            if event is not None:
                add(match.start(), match.end(), least=0, of=event, before=True, way=way)
        elif way == "until" and not neg:
            taken.append((match.start(), match.end()))
        else:
            add(match.start(), match.end(), least=0, of=event, provisions=provisions, way=way)
    return limits, taken, lasts


def _object(words: str, names: Names) -> Event | None:
    """The event that a verb has as its object: "confirm the withdrawal within 48 hours of its completion"."""
    rest = words.split(None, 1)
    found = event_in(rest[1], names) if len(rest) == 2 else None
    return Event(found.head, found.things, phase="end") if found else None


def _covered(taken: list[tuple[int, int]], at: int) -> bool:
    return any(first <= at < last for first, last in taken)


def _blanked(words: str, start: int, end: int, taken: list[tuple[int, int]]) -> str:
    """``words`` from ``start`` to ``end`` with blanks where a limit stands."""
    row = list(words[start:end])
    for first, last in taken:
        for i in range(max(first, start) - start, min(last, end) - start):
            row[i] = " "
    return "".join(row)
