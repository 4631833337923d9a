"""Reports as a log in MonPoly's syntax: what is sure of each, with places and things settled beforehand."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from parley.model import Actor, Framework, Report, Shape, first_instant
from parley.text.listing import counted, listed

from ..acting import act_covers_report
from ..ever import EVER
from ..hours import hours_held
from ..lines import is_over_line, over_line
from ..matching import Doing
from ..names import Names
from ..narrowing import narrowing
from ..notyet import NotYet
from ..places import PlaceRule, Places
from ..showing import established
from ..standing import Known, Record, standing
from ..truth import Truth, all_of
from ..windows import Bounds, reported_span
from .formulas import Formulas
from .signature import ANYONE, Predicate, Says
from .syntax import symbol

_NAMED = 10
"""So many reports are named in a note."""

Row = tuple[int, str, tuple[str, ...]]
"""Seconds since 1970-01-01T00:00Z, a predicate's name, its arguments."""


@dataclass(frozen=True)
class Trace:
    """A log, one time point a line, and sentences on what it does not hold."""

    text: str
    notes: tuple[str, ...]


def trace(
    framework: Framework,
    shapes: Sequence[Shape],
    reports: Sequence[Report],
    written: Formulas,
    as_of: dt.datetime,
    *,
    zone: dt.tzinfo = dt.UTC,
    actors: Iterable[Actor] = (),
) -> Trace:
    """The reports that count at ``as_of`` as a log for the formulas ``written`` of the same framework.

    Each report stands at the time of what it tells; the last time point is ``as_of``. The log holds what is
    *sure*: where a report leaves open whether a predicate holds, it does not, and a note names the report. What
    was watched has no place in it, so that silence and calm are one. Raises ``UnusableInput`` where two
    reports of one id contradict.
    """
    if as_of.tzinfo is None:
        as_of = as_of.replace(tzinfo=zone)
    reports = [
        one if one.reported.tzinfo else one.replace(reported=first_instant(one.reported, zone)) for one in reports
    ]
    names = Names(framework, actors)
    record = standing(reports, as_of, names, zone)
    tracer = _Tracer(framework, Places(framework, shapes, record.known, names, zone), record, names, written)
    found = tracer.trace(as_of, zone)
    return Trace(found.text, (*_left_out(reports, record, as_of), *found.notes))


def _left_out(reports: Sequence[Report], record: Record, as_of: dt.datetime) -> Iterator[str]:
    """The sentence on how many reports are in no row of the log, and why."""
    late = sum(report.reported > as_of for report in reports)
    ahead = len({entry.id for entry in record.by_id.values() if entry.span.first > as_of})
    early = sum(_time(entry) < 0 for entry in record.known)
    none = sum(entry.report.count == 0 and _time(entry) >= 0 for entry in record.known)
    replaced = len(reports) - late - ahead - len(record.known)
    when = f"{as_of:%Y-%m-%d %H:%M}"
    told = (
        (late, f"not yet made on {when}"),
        (ahead, f"of something after {when}"),
        (early, "of something before 1970"),
        (none, "that none were seen"),
        (replaced, "corrected, withdrawn, set aside or the same row twice"),
    )
    if said := [f"{number:,} {why}" for number, why in told if number > 0]:
        kept = len(record.known) - early - none
        yield f"The log has {kept or 'none'} of {counted(len(reports), 'report')}; left out: {listed(said)}."


class _Tracer:
    def __init__(self, framework: Framework, places: Places, record: Record, names: Names, written: Formulas) -> None:
        self._framework, self._places, self._record, self._names = framework, places, record, names
        self._written = written
        self._rows: list[Row] = []
        self._doubtful: dict[str, None] = {}
        self._notes: list[str] = []

    def trace(self, as_of: dt.datetime, zone: dt.tzinfo) -> Trace:
        self._zone = zone
        self._entries = [entry for entry in self._record.known if _time(entry) >= 0 and entry.report.count != 0]
        for predicate in self._written.predicates:
            self._markers(predicate, as_of, zone)
            for row in self._holding(predicate):
                self._rows.append(row)
        self._say()
        return Trace(_log(self._rows), tuple(self._notes))

    def _markers(self, predicate: Predicate, as_of: dt.datetime, zone: dt.tzinfo) -> None:
        d_day = self._framework.d_day
        if predicate.says is Says.EPOCH:
            self._rows.append((0, predicate.name, ()))
        elif predicate.says is Says.NOW:
            self._rows.append((int(as_of.timestamp()), predicate.name, ()))
        elif predicate.says is Says.D_DAY and d_day is None:
            self._notes.append("D-day is not fixed, so the log has none and nothing counted from it binds anybody.")
        elif predicate.says is Says.D_DAY and d_day is not None and first_instant(d_day, zone) <= as_of:
            self._rows.append((int(first_instant(d_day, zone).timestamp()), predicate.name, ()))

    def _holding(self, predicate: Predicate) -> Iterator[Row]:
        match predicate.says:
            case Says.BY | Says.WITH:
                yield from self._naming(predicate)
            case Says.FOLLOWS:
                for entry, earlier in self._followed():
                    yield _time(entry), predicate.name, (symbol(entry.id), symbol(earlier.id))
            case Says.FOUND:
                for entry in self._record.known:
                    if entry.found:
                        first = min(entry.root.found or entry.found, key=lambda one: one.reported)
                        time = int(reported_span(first).first.timestamp())
                        yield time, predicate.name, (symbol(entry.id),)
            case Says.AIMED | Says.PLACE | Says.SHOWN:
                for party in (*self._written.constants, None):
                    for entry in self._asked(predicate, party):
                        yield _time(entry), predicate.name, (symbol(entry.id), symbol(party or ANYONE))
            case Says.ACT | Says.THING | Says.EXCEPTED | Says.NARROWED | Says.HOURS:
                for entry in self._asked(predicate, None):
                    yield _time(entry), predicate.name, (symbol(entry.id),)
            case _:
                return

    def _naming(self, predicate: Predicate) -> Iterator[Row]:
        for entry in self._entries:
            named = entry.report.actor if predicate.says is Says.BY else entry.report.counterpart
            for one in self._names.doers(named).names or filter(None, (named,)):
                yield _time(entry), predicate.name, (symbol(entry.id), symbol(self._names.shown(one)))

    def _followed(self) -> Iterator[tuple[Known, Known]]:
        together: dict[str, list[Known]] = defaultdict(list)
        for entry in self._record.known:
            together[entry.root.id].append(entry)
        counted = {entry.id for entry in self._entries}
        for root, rows in self._record.follow_ups.items():
            yield from ((row, earlier) for row in rows for earlier in together[root] if row.id in counted)

    def _asked(self, predicate: Predicate, party: str | None) -> Iterator[Known]:
        """The reports of which the predicate surely holds; of those that leave it open, their ids are kept."""
        acts = self._written.acts.get(predicate.name, frozenset())
        entries = [
            entry for entry in self._entries if any(act_covers_report(act, entry) is not Truth.NO for act in acts)
        ]
        for entry, truth in zip(entries, self._truths(predicate, party, entries), strict=True):
            if truth is Truth.UNKNOWN:
                self._doubtful[entry.id] = None
            if truth is Truth.YES:
                yield entry

    def _truths(self, predicate: Predicate, party: str | None, entries: list[Known]) -> list[Truth]:
        one, act = predicate.obligation, predicate.act
        if predicate.says is Says.ACT and act is not None:
            words = "" if predicate.about == act else predicate.about
            return [act_covers_report(act, entry, words) for entry in entries]
        assert one is not None
        if predicate.says is Says.PLACE:
            over = over_line(one.place, self._framework, self._places)
            crossed = [Truth.YES if over is None else over.is_met(entry).truth for entry in entries]
            if one.place is not None and is_over_line(one.place, self._places):
                return crossed
            rule = self._rule(predicate, party)
            if rule is None:
                return [Truth.NO] * len(entries)
            return [min(pair) for pair in zip(rule.truths(entries), crossed, strict=True)]
        assert act is not None
        doing = Doing(one, act, party, Bounds(), None, self._framework, self._names)
        if predicate.says is Says.THING:
            return [doing.of_it(entry).truth for entry in entries]
        if predicate.says is Says.AIMED:
            return [doing.target_fact(entry).truth for entry in entries]
        if predicate.says is Says.SHOWN:
            return [all_of(established(doing, entry)) for entry in entries]
        if predicate.says is Says.EXCEPTED and doing.exception is not None:
            return [_not(doing.exception.spares_not(entry).truth) for entry in entries]
        if predicate.says is Says.HOURS:
            hours = hours_held(one, self._zone)
            assert hours is not None
            return [hours.fact(entry.span).truth for entry in entries]
        narrowed = narrowing(one, self._framework)
        assert narrowed is not None
        return [narrowed.is_met(entry).truth for entry in entries]

    def _rule(self, predicate: Predicate, party: str | None) -> PlaceRule | None:
        one = predicate.obligation
        assert one is not None
        assert one.place is not None
        rule = self._places.rule(one.place, party, one.object.value.term if one.object else None)
        if isinstance(rule, NotYet):
            if party is not None:
                self._notes.append(f"{predicate.name} holds of nothing for {party}: {rule.why}.")
            return None
        return rule

    def _say(self) -> None:
        open_ = [entry.id for entry in self._entries if entry.id in self._doubtful]
        if open_:
            said = f"{counted(len(open_), 'report')} {'leaves' if len(open_) == 1 else 'leave'} something open"
            self._notes.append(f"{said}, which the log takes as not so, and watch does not: {_some(open_)}.")
        loose = [entry.id for entry in self._entries if entry.span.first != entry.span.last]
        if loose:
            said = f"{counted(len(loose), 'report')} {'stands' if len(loose) == 1 else 'stand'} at the earliest time"
            self._notes.append(f"{said} that {'it' if len(loose) == 1 else 'they'} can have had: {_some(loose)}.")


def _not(truth: Truth) -> Truth:
    """What the exception may cover is not held against anybody: only what it surely spares not counts."""
    return Truth.NO if truth is Truth.YES else Truth.YES


def _time(entry: Known) -> int:
    return int((entry.span.first if entry.span.first > EVER else entry.span.last).timestamp())


def _some(ids: Sequence[str]) -> str:
    more = len(ids) - _NAMED
    return listed([*ids[:_NAMED], *([f"{more} more"] if more > 0 else [])])


def _log(rows: Iterable[Row]) -> str:
    """One line for each second at which anything holds."""
    points: dict[int, dict[str, dict[tuple[str, ...], None]]] = {}
    for time, name, arguments in sorted(rows):
        points.setdefault(time, {}).setdefault(name, {})[arguments] = None
    lines = [" ".join([f"@{time}", *(_held(name, rows) for name, rows in at.items())]) for time, at in points.items()]
    return "\n".join(lines) + "\n"


def _held(name: str, rows: Iterable[tuple[str, ...]]) -> str:
    return " ".join([name, *(f"({','.join(row)})" for row in rows)])
