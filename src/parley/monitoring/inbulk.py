"""Judging many reports: what is the same for all reports of a group is looked at once, times and places as columns.

The rules are those of the modules that judge report by report, asked for one member of each group; the verdicts
are the same, word for word. A report becomes a value only where a verdict tells of it or its rule needs it whole.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any, overload

import numpy as np
import numpy.typing as npt

from parley.model import Effort, Framework, ReportPlace

from .acts import act_of
from .bans import Suspects
from .deadlines import IN_TIME, LATE, Several, Shown, done_so
from .ever import EVER, TICK
from .exchanged import told_points
from .grouping import firsts, joined, ordered
from .holding import Happenings
from .judging import Room
from .land import Land
from .ledger import Ledger, Rows
from .matching import Doing, whenever
from .names import Names
from .places import PlaceRule, Places, unstated
from .placing import Placing, Ranks, also
from .showing import is_own_word, shows
from .standing import Known, Record
from .table import Words, instant_of, moment_of
from .telling import Event, unheard_note
from .trends import RECORDED, VAGUE
from .truth import Truth
from .windows import Bounds, Span

_DAY = 86_400_000_000
_KEPT = 16
"""So many answers about all reports are kept: provisions that forbid the same at the same time follow one another."""


class Events(Sequence[Event]):
    """Reports by the event they tell of, as :func:`.telling.events` gives them, made when they are looked at.

    ``rows`` are their numbers in a ledger, one event after the other, ``starts`` the places at which one begins.
    """

    def __init__(self, ledger: Ledger, rows: Rows, starts: Rows) -> None:
        self._ledger, self.rows, self._starts = ledger, rows, starts

    @classmethod
    def of(cls, ledger: Ledger, numbers: Rows) -> Events:
        root = joined([ledger.root[numbers]])
        event = np.argsort(np.argsort(firsts(root)))[root]
        order = ordered([event, ledger.lead[numbers], np.arange(len(numbers))])
        return cls(ledger, numbers[order], np.flatnonzero(np.diff(event[order], prepend=-1)))

    def only(self, found: bool) -> Events:
        """Those that a body found, or those that none did."""
        told = self._ledger.found[self.rows]
        kept = (np.logical_or.reduceat(told, self._starts) if len(self._starts) else told) == found
        sizes = np.diff(self._starts, append=len(self.rows))
        rows = self.rows[np.repeat(kept, sizes)]
        return Events(self._ledger, rows, np.cumsum(sizes[kept]) - sizes[kept])

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Event: ...
    @overload
    def __getitem__(self, index: slice) -> list[Event]: ...
    def __getitem__(self, index: int | slice) -> Event | list[Event]:
        if isinstance(index, slice):
            return [self[one] for one in range(*index.indices(len(self)))]
        ends = [*self._starts[index : index + 2].tolist(), len(self.rows)]
        if not 0 <= index < len(self):
            raise IndexError(index)
        return tuple(self._ledger.entries(self.rows[ends[0] : ends[1]]))


class Columned(Suspects):
    """Suspects by their numbers in a ledger, with how surely each is one."""

    def __init__(self, ledger: Ledger, numbers: Rows, ranks: Ranks) -> None:
        self._ledger, self.numbers, self._ranks = ledger, numbers, ranks

    def weights(self) -> Iterable[tuple[Truth, bool]]:
        pairs = _those(self._ranks * 2 + self._ledger.found[self.numbers])
        return [(Truth(pair // 2), bool(pair % 2)) for pair in pairs]

    def sure(self, found: bool | None = None) -> Sequence[Event]:
        return self._sure if found is None else self._sure.only(found)

    @cached_property
    def _sure(self) -> Events:
        return Events.of(self._ledger, self.numbers[self._ranks == Truth.YES])

    def events(self) -> Sequence[Event]:
        return Events.of(self._ledger, self.numbers)

    def ids(self, events: Sequence[Event] | None = None) -> tuple[str, ...]:
        if events is None:
            return self._ledger.ids(self.numbers)
        return self._ledger.ids(events.rows) if isinstance(events, Events) else ()

    def pairs(self) -> Iterator[tuple[Known, Truth]]:
        return zip(self._ledger.entries(self.numbers), map(Truth, self._ranks.tolist()), strict=True)


class Numbers:
    """Some reports by their numbers in a ledger."""

    def __init__(self, ledger: Ledger, numbers: Rows) -> None:
        self._ledger, self.numbers = ledger, numbers

    def events(self) -> Sequence[Event]:
        return Events.of(self._ledger, self.numbers)

    def ids(self) -> tuple[str, ...]:
        return self._ledger.ids(self.numbers)

    def any_found(self) -> bool:
        return bool(self._ledger.found[self.numbers].any())

    def of(self, ids: Iterable[str]) -> Numbers:
        told = set(ids)
        if not told:
            return Numbers(self._ledger, self.numbers[:0])
        return Numbers(self._ledger, self.numbers[[id in told for id in self.ids()]])


class ShownNumbers:
    """As :class:`.deadlines.ShownRows`, by numbers; for a window with an end."""

    def __init__(self, ledger: Ledger, window: Bounds, numbers: Rows, ranks: Ranks) -> None:
        self._ledger, self._window, self.numbers, self._ranks = ledger, window, numbers, ranks
        self._counts = ledger.column("count")[numbers]

    def ways(self) -> Iterable[tuple[Truth, frozenset[int]]]:
        assert self._window.end is not None
        end, ledger = instant_of(self._window.end), self._ledger
        done = self._counts != 0
        numbers, ranks = self.numbers[done], self._ranks[done]
        times = np.where(ledger.last[numbers] <= end, 0, np.where(ledger.first[numbers] > end, 1, 2))
        of = (frozenset({IN_TIME}), frozenset({LATE}), frozenset({IN_TIME, LATE}))
        return [(Truth(way // 3), of[way % 3]) for way in _those(ranks * 3 + times)]

    def all(self) -> Several:
        return Numbers(self._ledger, self.numbers)

    def early(self) -> Several:
        assert self._window.end is not None
        return Numbers(self._ledger, self.numbers[self._ledger.first[self.numbers] <= instant_of(self._window.end)])

    def is_undone(self) -> bool:
        return bool(len(self._undone()))

    def _undone(self) -> Rows:
        assert self._window.end is not None
        sure = self.numbers[(self._counts == 0) & (self._ranks == Truth.YES)]
        late: Rows = sure[self._ledger.first[sure] > instant_of(self._window.end)]
        return late[self._ledger.found[late]]

    def deciding(self, in_time: bool) -> Several:
        sure = self.numbers[(self._counts != 0) & (self._ranks == Truth.YES)]
        if in_time:
            sure = sure[_in_window(self._ledger, self._window)[sure] == Truth.YES]
        return Numbers(self._ledger, np.concatenate((self._undone(), sure)))

    def done(self) -> list[tuple[Known, Truth]]:
        done = self._counts != 0
        truths = map(Truth, self._ranks[done].tolist())
        return list(zip(self._ledger.entries(self.numbers[done]), truths, strict=True))

    def besides_own_word(self, doing: Doing) -> tuple[Shown, Several]:
        own = np.zeros(len(self.numbers), dtype=np.bool_)
        doubtful = np.flatnonzero(self._ranks == Truth.UNKNOWN)  # as that word always is
        own[doubtful] = [is_own_word(doing, one) for one in self._ledger.entries(self.numbers[doubtful])]
        rest = ShownNumbers(self._ledger, self._window, self.numbers[~own], self._ranks[~own])
        return rest, Numbers(self._ledger, self.numbers[own])


class Matching:
    """Which reports of a ledger are cases of an act, as columns."""

    def __init__(self, ledger: Ledger, places: Places) -> None:
        self._ledger = ledger
        self._placing = Placing(ledger, places)
        self._common: dict[tuple[object, ...], Ranks] = {}
        self._concerned: dict[tuple[bytes, Bounds], Ranks] = {}
        self._groups: dict[bool, tuple[npt.NDArray[np.int64], list[Known]]] = {}

    def suspects(self, doing: Doing) -> Columned:
        """As :meth:`.matching.Doing.suspects` finds them."""
        ledger, ranks = self._ledger, self._ranks(doing)
        if doing.place is None:
            numbers = np.flatnonzero(ranks)
            ranks = ranks[numbers]
        else:
            numbers, ranks = self._placing.suspects(doing.place, ranks)
            numbers, ranks = self._surely_there(doing, doing.place, numbers, ranks)
        if doing.exception is not None:
            spared = [doing.exception.spares_not(one).truth for one in ledger.entries(numbers)]
            numbers, ranks = also(numbers, ranks, np.array(spared, dtype=np.int8))
        for narrows in doing.narrowed:
            met = [narrows.is_met(one).truth for one in ledger.entries(numbers)]
            numbers, ranks = also(numbers, ranks, np.array(met, dtype=np.int8))
        if doing.allowed:
            beyond = [doing.not_allowed(one).truth for one in ledger.entries(numbers)]
            numbers, ranks = also(numbers, ranks, np.array(beyond, dtype=np.int8))
        return Columned(ledger, numbers, ranks)

    def _surely_there(self, doing: Doing, place: PlaceRule, numbers: Rows, ranks: Ranks) -> tuple[Rows, Ranks]:
        """Without those that only their place could make such a case, and that are not surely there."""
        group, members = self._ledger.kinds
        hang = np.array([doing.hangs_on_place(one) for one in members], dtype=np.bool_)[group[numbers]]
        there = np.ones(len(numbers), dtype=np.bool_)
        there[hang] = [place.truth(one) is Truth.YES for one in self._ledger.entries(numbers[hang])]
        return numbers[there], ranks[there]

    def _ranks(self, doing: Doing) -> Ranks:
        """How surely each report of the ledger is such a case by all but its place and what narrows the sentence."""
        group, members = self._ledger.kinds
        if doing.key not in self._common:
            self._common[doing.key] = np.array([doing.common(one) for one in members], dtype=np.int8)
        common = self._common[doing.key]
        asked = common.tobytes(), doing.window
        if asked not in self._concerned:
            if len(self._concerned) == _KEPT:
                self._concerned.clear()
            self._concerned[asked] = np.minimum(common[group], _in_window(self._ledger, doing.window))
        return self._concerned[asked]

    def shown(self, doing: Doing, *, there: bool = False) -> ShownNumbers:
        """The reports that surely or perhaps show a duty done, in their order; ``there``: at its place."""
        ledger = self._ledger
        named = doing.is_of_a_place
        if named not in self._groups:
            count = np.clip(ledger.column("count"), -1, 1)
            columns = ("act", "worded", "object", "actor", "counterpart", "claimant", *(("place",) if named else ()))
            more = (ledger.found, ledger.denied, ledger.words("about").codes < 0)
            self._groups[named] = ledger.groups(columns, count, *more)
        group, members = self._groups[named]
        ranks = np.array([shows(doing, one) for one in members], dtype=np.int8)[group]
        numbers = np.flatnonzero(ranks)
        ranks = ranks[numbers]
        if there and (doing.obligation.place is not None or doing.other_days):
            done = [done_so(doing, one) for one in ledger.entries(numbers)]
            numbers, ranks = also(numbers, ranks, np.array(done, dtype=np.int8))
        return ShownNumbers(ledger, doing.window, numbers, ranks)


def _those(few: npt.NDArray[Any]) -> list[int]:
    """The small numbers that occur."""
    return np.flatnonzero(np.bincount(few)).tolist()


def _in_window(ledger: Ledger, window: Bounds) -> Ranks:
    """As :func:`.windows.in_window`."""
    ranks = np.full(len(ledger), 2, dtype=np.int8)
    if window.end is not None:
        end = instant_of(window.end)
        held = end if window.perhaps is None else instant_of(window.perhaps)
        ranks = np.where(ledger.last > end, np.where(ledger.first > held, 0, 1), ranks).astype(np.int8)
    if window.start is not None:
        start = instant_of(window.start)
        ranks = np.where(ledger.first < start, np.where(ledger.last < start, 0, 1), ranks).astype(np.int8)
    if window.hours is not None:
        asked = np.flatnonzero(ranks)
        pairs, which = np.unique(np.stack((ledger.first[asked], ledger.last[asked])), axis=1, return_inverse=True)
        truths = [window.hours.fact(Span(*map(moment_of, pair))).truth for pair in pairs.T.tolist()]
        ranks[asked] = np.minimum(ranks[asked], np.array(truths, dtype=np.int8)[which])
    return ranks


def swapped(ledger: Ledger, places: Places) -> list[str]:
    """As :meth:`.places.Places.suspected`."""
    latitudes, longitudes = ledger.column("latitude"), ledger.column("longitude")
    points = np.flatnonzero(np.isfinite(latitudes))
    odd = points[places.odd(latitudes[points], longitudes[points])]
    return told_points(ledger.entries(odd[:5]), len(odd))


def happenings(
    ledger: Ledger, numbers: Rows, zone: dt.tzinfo, land: Land, perhaps: Rows | None = None
) -> list[Happenings]:
    """As :func:`.trends.happenings_of`, of the reports of these numbers."""
    claimants = ledger.words("claimant")
    unsure = np.repeat((False, True), (len(numbers), 0 if perhaps is None else len(perhaps)))
    numbers = numbers if perhaps is None else np.concatenate((numbers, perhaps))
    single = (ledger.first[numbers] > instant_of(EVER)) & (ledger.column("tally")[numbers] == 0)
    numbers, unsure = numbers[single], unsure[single]
    once = np.sort(firsts(joined([claimants.codes[numbers], ledger.root[numbers]])))
    numbers, unsure = numbers[once], unsure[once]
    regions = _regions(ledger, numbers, land)
    who, where = claimants.codes[numbers], regions.codes
    days, reported = (_local_days(one[numbers], zone) for one in (ledger.first, ledger.column("reported")))
    vague = ledger.last[numbers] - ledger.first[numbers] > VAGUE // TICK
    which = joined([who, where])
    found = []
    for key, some in enumerate(firsts(which).tolist()):
        mine = which == key
        sure = mine & ~vague & ~unsure
        told = claimants.at(numbers[some]), regions.at(some)
        others = int((mine & vague & ~unsure).sum()), int((mine & unsure).sum())
        found.append(Happenings(*told, days[sure], reported[sure], *others))
    return sorted(found, key=lambda one: (one.claimant or "", one.region or ""))


def _regions(ledger: Ledger, numbers: Rows, land: Land) -> Words:
    """As :meth:`.land.Land.regions_of`."""
    places, regions = ledger.words("place").take(numbers), ledger.words("region").take(numbers)
    if not land.names:
        return regions
    which = joined([places.codes, regions.codes])
    told = [ReportPlace(name=places.at(row), region=regions.at(row)) for row in firsts(which).tolist()]
    named = [land.names.index(name) if name else -1 for name, _ in land.regions_of(told)]
    codes = np.array(named, dtype=np.int64)[which]
    latitude, longitude = ledger.column("latitude")[numbers], ledger.column("longitude")[numbers]
    pointed = np.flatnonzero(np.isfinite(latitude))
    radius = unstated(ledger.column("radius_m")[numbers[pointed]])
    codes[pointed] = land.surely(latitude[pointed], longitude[pointed], radius)
    return Words(codes.astype(np.int32), land.names)


def _local_days(instants: npt.NDArray[np.int64], zone: dt.tzinfo) -> npt.NDArray[np.int64]:
    """The calendar days of instants in a zone, counted from 1970-01-01.

    A zone's clock is asked at both ends of each day of Greenwich; on the few days on which it is set, for each
    instant.
    """
    days, which = np.unique(instants // _DAY, return_inverse=True)
    offsets = np.array([_offsets(day, zone) for day in days.tolist()], dtype=np.int64).reshape(-1, 2)
    offset = offsets[which, 0]
    for index in np.flatnonzero((offsets[:, 0] != offsets[:, 1])[which]).tolist():
        offset[index] = _offset(int(instants[index]), zone)
    return np.asarray((instants + offset) // _DAY, dtype=np.int64)


@lru_cache(maxsize=16_384)
def _offsets(day: int, zone: dt.tzinfo) -> tuple[int, int]:
    return _offset(day * _DAY, zone), _offset(day * _DAY + _DAY - 1, zone)


def _offset(instant: int, zone: dt.tzinfo) -> int:
    moment = dt.datetime(1970, 1, 1, tzinfo=dt.UTC) + dt.timedelta(microseconds=instant)
    offset = moment.astimezone(zone).utcoffset() or dt.timedelta()
    return offset // TICK


class LargeRoom(Room):
    """The same over a ledger: reports are numbers there, and become values only where that is needed."""

    def __init__(
        self,
        framework: Framework,
        names: Names,
        ledger: Ledger,
        places: Places,
        effort: Sequence[Effort],
        as_of: dt.datetime,
        zone: dt.tzinfo,
    ) -> None:
        super().__init__(framework, names, None, places, effort, as_of, zone)
        self.ledger, self._matching = ledger, Matching(ledger, places)
        self._numbers: dict[str | None, list[npt.NDArray[np.int64]]] = {}

    @property
    def record(self) -> Record:
        return self.ledger.record

    def notes(self) -> list[str]:
        return [*self.ledger.notes, *swapped(self.ledger, self.places)]

    def suspects(self, doing: Doing) -> Suspects:
        return self._matching.suspects(doing)

    def candidates(self, doing: Doing) -> list[Known]:
        return self.ledger.entries(self._matching.shown(doing).numbers)

    def shown(self, doing: Doing) -> Shown:
        return self._matching.shown(doing, there=True)

    def of_kinds(self, doing: Doing, telling: Callable[[Doing, Known], Truth]) -> list[Known]:
        group, members = self.ledger.kinds
        chosen = np.array([telling(doing, one) is not Truth.NO for one in members], dtype=np.bool_)
        return self.ledger.entries(np.flatnonzero(chosen[group])) if len(members) else []

    def of_acts(self, acts: frozenset[str]) -> list[Known]:
        said = self.ledger.words("act")
        codes = [code for code, word in enumerate(said.values) if (act_of(word) or word.casefold()) in acts]
        return self.ledger.entries(np.flatnonzero(np.isin(said.codes, codes)))

    def suspect(self, provision: str | None, suspects: Suspects | None) -> None:
        if isinstance(suspects, Columned):
            self._numbers.setdefault(provision, []).append(suspects.numbers)

    def concern(self, provision: str | None, entries: Iterable[Known]) -> None:
        numbers = np.array([entry.number for entry in entries], dtype=np.int64)
        self._numbers.setdefault(provision, []).append(numbers)

    def decided(self, provision: str | None, several: Several) -> None:
        if isinstance(several, Numbers):
            self._numbers.setdefault(provision, []).append(several.numbers)
        else:
            super().decided(provision, several)

    def happenings(self, doings: Sequence[Doing]) -> list[Happenings]:
        told, acted = np.zeros((2, len(self.ledger)), dtype=np.bool_)
        group, members = self.ledger.kinds
        by_act: dict[tuple[str, str], Any] = {}
        for doing in doings:
            numbers = self._matching.suspects(whenever(doing)).numbers
            told[numbers] = True
            act = doing.act, doing.wording
            if act not in by_act:
                by_act[act] = np.array([doing.act_fact(one).truth is Truth.YES for one in members], dtype=np.bool_)
            acted[numbers] |= by_act[act][group[numbers]]
        sure, perhaps = np.flatnonzero(acted), np.flatnonzero(told & ~acted)
        return happenings(self.ledger, sure, self.zone, self.land, perhaps)

    def recorded(self) -> list[Happenings]:
        acts = self.ledger.words("act")
        code = acts.values.index(RECORDED) if RECORDED in acts.values else -2
        return happenings(self.ledger, np.flatnonzero(acts.codes == code), self.zone, self.land)

    def tallies(self) -> list[Known]:
        return self.ledger.entries(np.flatnonzero(self.ledger.column("tally")))

    def first_days(self) -> dict[str | None, int]:
        claimants = self.ledger.words("claimant")
        told = (self.ledger.first > instant_of(EVER)) & (self.ledger.column("tally") == 0)
        first = np.full(len(claimants.values) + 1, np.iinfo(np.int64).max)
        np.minimum.at(first, claimants.codes[told], self.ledger.first[told])
        days = _local_days(first[first < np.iinfo(np.int64).max], self.zone)
        whose = [who for who, at in zip((*claimants.values, None), first, strict=True) if at < np.iinfo(np.int64).max]
        return dict(zip(whose, days.tolist(), strict=True))

    def unheard(self) -> list[str]:
        deaf = np.ones(len(self.ledger), dtype=np.bool_)
        for told in self._numbers.values():
            for numbers in told:
                deaf[numbers] = False
        deaf[self.ledger.speaking_of(~deaf)] = False
        deaf[[entry.number for entry in self.lapsing.heard]] = False
        rest = np.flatnonzero(deaf)
        return unheard_note(self.ledger.ids(rest[:10]), len(rest))
