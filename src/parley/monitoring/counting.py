"""So many happenings in a time: what makes an occasion of several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.model import Duration, Obligation, Slot, Trigger
from parley.text import durations
from parley.text import patterns as re
from parley.text.acts import noun_at_start

from .doers import INCIDENT
from .occasions import MANY, Occasion
from .of_each import is_made
from .truth import Fact, Truth
from .windows import Span, after

_NUMBER = {
    word: number
    for number, words in enumerate(
        ("first 1st", "second 2nd", "third 3rd", "fourth 4th", "fifth 5th", "sixth 6th", "seventh 7th", "eighth 8th",
         "ninth 9th", "tenth 10th"),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
_NTH = re.compile(
    rf"\b(?P<lead>(?:(?:the|an?|any|each|every|its|their)\s+)?)(?P<nth>{'|'.join(_NUMBER)})\s+"
    r"(?:(?:such|further|confirmed|serious|consecutive|successive|alleged|reported)\s+)*(?P<what>[\w-]+)",
    re.I,
)
_TIMES = re.compile(
    r"\b(?P<more>more\s+than\s+)?(?:(?P<twice>twice)|(?P<number>two|three|four|five|six|seven|eight|nine|ten|\d{1,2})(?:\s+or\s+more)?\s+times)\b",
    re.I,
)
_CARDINAL = {word: n for n, word in enumerate("two three four five six seven eight nine ten".split(), start=2)}  # noqa: SIM905
_WHETHER = Fact(Truth.UNKNOWN, "whether so many came in so short a time is not known", "more exact times")


def with_its_count(one: Obligation) -> Obligation:
    """The duty with so many as its words say otherwise: "after the third violation in any 7 days", "a second breach",
    "if a Party opens fire three times in a week".
    """
    trigger = one.trigger
    thing = one.object if trigger is None and one.window is not None and not is_made(one) else None
    words = trigger.words if trigger else thing.value.text if thing else ""
    nth, times = _nth(words), _TIMES.search(words) if trigger else None
    if trigger is not None and trigger.value.count is not None:
        return one
    if nth is not None:
        count, behind = _NUMBER[nth["nth"].casefold()], nth.end()
    elif times is not None:
        count, behind = _so_many(times), times.end()
    else:
        return one
    lengths = durations(words[behind:])
    period = lengths[0][2] if lengths else None
    if trigger is not None:
        return one.replace(trigger=trigger.replace(value=trigger.value.replace(count=count, period=period)))
    if thing is None or nth is None:
        return one
    told = Trigger(kind="upon", event=nth["what"], count=count, period=period)
    return one.replace(trigger=Slot[Trigger](words=thing.words, value=told, spans=thing.spans))


def _so_many(times: re.Match[str]) -> int:
    number = times["number"]
    count = 2 if number is None else _CARDINAL.get(number.casefold()) or int(number)
    return count + 1 if times["more"] else count


def _nth(words: str) -> re.Match[str] | None:
    """The ordinal of something that happens."""
    found = _NTH.finditer(words)
    return next((one for one in found if INCIDENT.fullmatch(one["what"]) or noun_at_start(one["what"])), None)


def count_told(one: Obligation) -> str:
    """How many it takes, in words behind "after": "3 in 7 days", "repeated violations"; "" where one is enough."""
    trigger = one.trigger
    many = MANY.search(trigger.words if trigger else one.object.value.text if one.object else "")
    if trigger is None or trigger.value.count is None:
        return " ".join(many[0].split()).casefold() if many else ""
    count, period = trigger.value.count, trigger.value.period
    lasts = [(period.months, "month"), (period.days, "day"), (period.minutes / 60, "hour")] if period else []
    told = " and ".join(f"{number:g} {unit}{'' if number == 1 else 's'}" for number, unit in lasts if number)
    return f"{count} in {told}" if told and count > 1 else f"{count}" if count > 1 else ""


def only_once(one: Obligation, rows: list[Occasion]) -> list[Occasion]:
    """Of an ordinal without a time ("after the second violation") the first occasion that is sure, and those in doubt
    before it: there is one second violation.
    """
    nth = _nth(one.trigger.words) if one.trigger else None
    if one.trigger is None or nth is None or one.trigger.value.period or re.match(r"each|every", nth["lead"], re.I):
        return rows
    rows = sorted(rows, key=lambda row: row.time.first)
    sure = next((place for place, row in enumerate(rows) if not row.doubts), len(rows))
    return rows[: sure + 1]


def counted(happenings: Sequence[Occasion], count: int, period: Duration | None) -> list[Occasion]:
    """Each time that ``count`` of the happenings came within ``period`` (``None``: ever), as one occasion.

    The last of them sets the duty off, at its time, and the next count begins after it. An occasion is sure if
    nothing is in doubt of anything so near before it that it could shift the count; else it is in doubt, and so is
    one that comes about only if what is in doubt does not count.
    """
    found: list[Occasion] = []
    for run in _runs(sorted(happenings, key=lambda one: (one.time.first, one.time.last)), period):
        told: dict[str, Occasion] = {}
        for rows in (run, [one for one in run if not one.doubts]):
            for cluster in _clusters(rows, count, period):
                before = run[: run.index(cluster[-1]) + 1]
                told.setdefault(cluster[-1].entry.id, _occasion(cluster, before, period))
        found += told.values()
    return found


def _runs(rows: Sequence[Occasion], period: Duration | None) -> list[list[Occasion]]:
    """Happenings between which so much time never passed that a count would begin anew."""
    found: list[list[Occasion]] = []
    for row in rows:
        if not found or (period is not None and row.time.first > after(max(o.time.last for o in found[-1]), period)):
            found.append([])
        found[-1].append(row)
    return found


def _clusters(rows: Sequence[Occasion], count: int, period: Duration | None) -> list[list[Occasion]]:
    """So many that came, or may have come, within the time, none of which is in two: the earliest first."""
    found: list[list[Occasion]] = []
    waiting: list[Occasion] = []
    for row in rows:
        waiting = [*waiting, row][-count:]
        if len(waiting) == count and _within(waiting, period, surely=False):
            found.append(waiting)
            waiting = []
    return found


def _occasion(cluster: Sequence[Occasion], before: Sequence[Occasion], period: Duration | None) -> Occasion:
    doubts = tuple(dict.fromkeys(fact for one in before for fact in one.doubts))
    loose = len(before) > len(cluster) and any(one.time.first != one.time.last for one in before)
    if loose or not _within(cluster, period, surely=True):
        doubts = (*doubts, _WHETHER)
    return replace(
        cluster[-1],
        time=Span(max(one.time.first for one in cluster), max(one.time.last for one in cluster)),
        doubts=doubts,
        is_finding=True,
        others=tuple(one.entry for one in cluster[:-1]),
    )


def _within(rows: Sequence[Occasion], period: Duration | None, *, surely: bool) -> bool:
    """Whether all of them surely, or perhaps, came within the period."""
    if period is None:
        return True
    if surely:
        return max(one.time.last for one in rows) <= after(min(one.time.first for one in rows), period)
    return max(one.time.first for one in rows) <= after(min(one.time.last for one in rows), period)
