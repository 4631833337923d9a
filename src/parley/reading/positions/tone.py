"""Tone between two actors over time: the values of their events on Goldstein's scale, by week or month.

Source of the scale: J. S. Goldstein, "A Conflict-Cooperation Scale for WEIS Events Data", Journal of
Conflict Resolution 36(2), 1992, by CAMEO code as in ``goldstein.toml``. Values are never summed: how
often a thing is told says nothing of how grave it is.
"""

from __future__ import annotations

import calendar
import datetime as dt
import tomllib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

from parley.model import (
    Actor,
    Document,
    Event,
    EventStatus,
    Every,
    Interval,
    Label,
    Reading,
    Ref,
    Tone,
    ToneCriticism,
    ToneEvent,
    TonePeriod,
    exact_words,
    last_instant,
    near_enough,
)

from .belonging import belongs_to

SCALE = "Goldstein (1992), J. Conflict Resolution 36(2), by CAMEO code: -10 conflict to 10 cooperation"
ENOUGH = 5
"""So many events are the fewest for which a mean gets a word."""
_WORDS = (
    (-10.0, "strong conflict"),
    (-5.0, "conflict"),
    (-1.0, "mixed"),
    (1.0, "cooperation"),
    (5.0, "strong cooperation"),
)
"""Words for a mean from this value on: ours, for reading; the scale itself has none."""


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("goldstein.toml").read_text(encoding="utf-8"))


@cache
def _values() -> dict[str, float]:
    return {code: float(value) for value, codes in _table()["values"].items() for code in codes.split()}


@cache
def _mutual() -> frozenset[str]:
    return frozenset(_table()["mutual"]["codes"].split())


def goldstein(cameo: str | None) -> float | None:
    """The value of a CAMEO code, from -10 to 10; ``None`` where the published tables give none or differ."""
    return _values().get(cameo or "")


def tone(
    readings: Sequence[tuple[Document, Reading]],
    actors: Sequence[Actor],
    actor: Ref,
    recipient: Ref,
    every: Every = Every.WEEK,
    merged: Iterable[Collection[str]] = (),
    proposed: Iterable[Collection[str]] = (),
) -> Tone:
    """How ``actor``, and whoever belongs to it, acted towards ``recipient``, by ``every`` week or month.

    What happened and what was planned are counted apart; what is hypothetical or denied counts nowhere.
    A thing that happened belongs to the period of its own date, or of the paper's day where the text
    tells none; a plan to the period of the paper that tells it. Meetings, talks and signatures count both
    ways, also where one phrase names both ("the two ministers met").
    Reproaches of ``actor`` to ``recipient`` are listed beside the events and have no value.
    ``merged`` are groups of ids of events that a person decided to be one: such a group counts
    once, by its first telling. ``proposed`` are groups of which nobody has decided yet.
    """
    leader = {member: min(group) for group in map(sorted, merged) for member in group}
    suspects = {member: n for n, group in enumerate(proposed) for member in group}
    rows: dict[tuple[dt.date, EventStatus], list[ToneEvent]] = defaultdict(list)
    left: dict[str, list[str]] = defaultdict(list)
    labels: list[Label] = []
    first: dict[str, tuple[tuple[dt.date, EventStatus], int]] = {}
    for document, event in _between(readings, actors, actor, recipient):
        labels.append(document.audience)
        when, by_paper = _when(event, document)
        start = _period_of(when, every)
        value = goldstein(event.cameo)
        if event.status not in (EventStatus.HAPPENED, EventStatus.PLANNED):
            left["unreal"].append(event.id)
        elif value is None:
            left["unvalued"].append(event.id)
        elif when is None or start is None:
            left["undated"].append(event.id)
        elif (group := leader.get(event.id, event.id)) in first:
            key, at = first[group]
            rows[key][at] = rows[key][at].replace(also=(*rows[key][at].also, event.id))
        else:
            key = (start, event.status)
            first[group] = (key, len(rows[key]))
            row = ToneEvent(
                event=event.id,
                document=document.id,
                cameo=event.cameo or "",
                value=value,
                interval=when,
                by_paper=by_paper,
                statement=event.statement,
                words=exact_words(event.spans),
            )
            rows[key].append(row)
    voiced = list(_criticisms(readings, actors, actor, recipient, every))
    labels += [label for label, _ in voiced]
    return Tone(
        actor=actor,
        recipient=recipient,
        every=every,
        scale=SCALE,
        periods=tuple(_period(key, rows[key], every, suspects) for key in sorted(rows)),
        criticisms=tuple(sorted((each for _, each in voiced), key=_by_time)),
        audience=Label.union(labels),
        **{why: tuple(ids) for why, ids in left.items()},
    )


def _between(
    readings: Sequence[tuple[Document, Reading]], actors: Sequence[Actor], actor: Ref, recipient: Ref
) -> Iterator[tuple[Document, Event]]:
    """The events that the one does towards the other, with the papers that tell them, in the order of the papers."""
    for document, reading in readings:
        known = {each.id: each for each in (*reading.actors, *actors)}
        for event in reading.events:
            when, _ = _when(event, document)
            doers, done_to = _sides(event.actor, known, when), _sides(event.recipient, known, when)
            towards = actor.id in doers and recipient.id in done_to
            back = event.cameo in _mutual() and recipient.id in doers and actor.id in doers | done_to
            if towards or back:
                yield document, event


def _criticisms(
    readings: Sequence[tuple[Document, Reading]], actors: Sequence[Actor], actor: Ref, recipient: Ref, every: Every
) -> Iterator[tuple[Label, ToneCriticism]]:
    """What the one says against the other, and for whom the paper is. A paper's own voice is nobody's."""
    for document, reading in readings:
        known = {each.id: each for each in (*reading.actors, *actors)}
        for each in reading.criticisms:
            when, by_paper = _placed(each.interval, document)
            towards = actor.id in _sides(each.speaker, known, when) and recipient.id in _sides(each.target, known, when)
            if each.speaker is None or not towards:
                continue
            start = _period_of(when, every)
            yield (
                document.audience,
                ToneCriticism(
                    criticism=each.id,
                    document=document.id,
                    period=_name_of(start, every) if start else None,
                    interval=when,
                    by_paper=by_paper,
                    speaker=each.speaker,
                    target=each.target,
                    statement=each.statement,
                    sentence=each.sentence.exact,
                    doubts=each.doubts,
                ),
            )


def _by_time(criticism: ToneCriticism) -> dt.datetime:
    latest = criticism.interval.latest if criticism.interval else None
    return last_instant(latest) if latest else dt.datetime.max.replace(tzinfo=dt.UTC)


def _sides(ref: Ref | None, known: Mapping[str, Actor], when: Interval | None) -> set[str]:
    """An actor, or each of several ("the two ministers met"), with all that it belongs to; nobody unnamed."""
    named = (ref.members or (ref,)) if ref else ()
    return {each.id for one in named if one.id for each in belongs_to(one.id, known, when)}


def _when(event: Event, document: Document) -> tuple[Interval | None, bool]:
    """When it counts, and whether that is only the day of the paper."""
    return _placed(event.interval if event.status is not EventStatus.PLANNED else None, document)


def _placed(interval: Interval | None, document: Document) -> tuple[Interval | None, bool]:
    """The interval, or else the day of the paper, and whether it is only that."""
    if interval is not None:
        return interval, False
    if document.published is None:
        return None, True
    return Interval(earliest=document.published, latest=document.published), True


def _period_of(when: Interval | None, every: Every) -> dt.date | None:
    """The first day of the one week or month in which all of ``when`` lies; ``None`` where there is no such."""
    if when is None or when.earliest is None or when.latest is None:
        return None
    if not (near_enough(when.earliest) and near_enough(when.latest)):
        return None
    starts = {_start(_day(moment), every) for moment in (when.earliest, when.latest)}
    return starts.pop() if len(starts) == 1 else None


def _day(moment: dt.date) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _start(day: dt.date, every: Every) -> dt.date:
    return day.replace(day=1) if every is Every.MONTH else day - dt.timedelta(days=day.weekday())


def _name_of(start: dt.date, every: Every) -> str:
    year, week, _ = start.isocalendar()
    return f"{year:04}-W{week:02}" if every is Every.WEEK else f"{start.year:04}-{start.month:02}"


def _period(
    key: tuple[dt.date, EventStatus], rows: Sequence[ToneEvent], every: Every, suspects: Mapping[str, int]
) -> TonePeriod:
    start, status = key
    last = start.replace(day=calendar.monthrange(start.year, start.month)[1])
    values = [row.value for row in rows]
    mean = round(sum(values) / len(values), 2)
    return TonePeriod(
        period=_name_of(start, every),
        earliest=start,
        latest=start + dt.timedelta(days=6) if every is Every.WEEK else last,
        status=status,
        number=len(rows),
        mean=mean,
        lowest=min(values),
        highest=max(values),
        tone=next(word for least, word in reversed(_WORDS) if mean >= least) if len(rows) >= ENOUGH else None,
        may_repeat=_repeats(rows, suspects),
        events=tuple(rows),
    )


def _repeats(rows: Sequence[ToneEvent], suspects: Mapping[str, int]) -> int:
    """How many events have another beside them that may be the same: of one code, or proposed for merging."""
    codes = Counter(row.cameo for row in rows)
    groups = Counter(suspects[row.event] for row in rows if row.event in suspects)
    return sum(codes[row.cameo] > 1 or groups[suspects.get(row.event, -1)] > 1 for row in rows)
