"""Reports in bulk: one array for each column of the row schema (:class:`parley.model.Report`), by the same names.

A row is ``table.report(i)``, a table of rows ``ReportTable.of(reports)``; the two say the same. Columns of words
hold each word once (:class:`Words`); times are microseconds since 1970 in UTC; what is not known is NaN, -1 or
``NEVER``. What belongs to few rows (the candidates of an ambiguous place) is kept by row number.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, repeat
from typing import Any

import numpy as np
from numpy.typing import NDArray

from parley.model import TEAM, Candidate, Interval, Label, Life, Report, ReportPlace, Tally, first_instant, last_instant

from .ever import TICK

Floats = NDArray[np.float64]
Instants = NDArray[np.int64]

NEVER = np.iinfo(np.int64).min
"""Stands for a time that is not known: an open end of an event."""
FIRST_IS_DAY, LAST_IS_DAY = 1, 2
"""Bits of ``days``: the earliest, or the latest, was given as a day and not as a time."""
LIVES = tuple(Life)
TALLIES = tuple(Tally)
WORDS = (
    "id", "act", "worded", "object", "qualifier", "actor", "counterpart", "claimant",
    "document", "corrects", "about", "found_by", "note", "place", "region",
)  # fmt: skip
"""The columns of words; ``place`` is the place's name, ``region`` its region."""

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_AT_FIRST, _AT_ONCE = 64, 10_000
"""So many rows become values together: few at first, for who asks for them may stop."""


@dataclass(frozen=True, eq=False)
class Words:
    """A column of words: ``values[codes[i]]`` is what row ``i`` says, and a code of -1 says nothing."""

    codes: NDArray[np.int32]
    values: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.codes)

    def at(self, row: int) -> str | None:
        code = self.codes[row]
        return None if code < 0 else self.values[code]

    def said(self, rows: NDArray[Any]) -> list[str | None]:
        """What these rows say."""
        values = self.values
        return [None if code < 0 else values[code] for code in self.codes[rows].tolist()]

    def among(self, words: Container[str]) -> NDArray[np.bool_]:
        """Which rows say one of these."""
        return np.array([*map(words.__contains__, self.values), False], dtype=np.bool_)[self.codes]

    @classmethod
    def of(cls, words: Iterable[str | None]) -> Words:
        known: dict[str | None, int] = {None: -1}
        codes = [known.setdefault(word, len(known) - 1) for word in words]
        return cls(np.array(codes, dtype=np.int32), tuple(word for word in known if word is not None))

    @classmethod
    def nothing(cls, rows: int) -> Words:
        return cls(np.full(rows, -1, dtype=np.int32), ())

    @classmethod
    def same(cls, word: str | None, rows: int) -> Words:
        return cls.nothing(rows) if word is None else cls(np.zeros(rows, dtype=np.int32), (word,))

    def told_as(self, tell: Callable[[str], str], but: NDArray[np.bool_]) -> Words:
        """With each word as it is told, but in the rows where ``but`` is true."""
        known: dict[str, int] = {}
        told = np.array([*(known.setdefault(tell(word), len(known)) for word in self.values), -1], dtype=np.int32)
        codes = told[self.codes]
        if but.any():
            kept = np.array([*(known.setdefault(word, len(known)) for word in self.values), -1], dtype=np.int32)
            codes = np.where(but, kept[self.codes], codes)
        return Words(codes, tuple(known))

    def take(self, rows: NDArray[Any]) -> Words:
        return Words(self.codes[rows], self.values)

    def replaced(self, rows: NDArray[Any], words: Sequence[str | None]) -> Words:
        """With these words in these rows."""
        known: dict[str | None, int] = {None: -1, **{word: code for code, word in enumerate(self.values)}}
        codes = self.codes.copy()
        codes[rows] = [known.setdefault(word, len(known) - 1) for word in words]
        return Words(codes, tuple(word for word in known if word is not None))

    @classmethod
    def joined(cls, columns: Sequence[Words]) -> Words:
        known: dict[str, int] = {}
        codes = []
        for column in columns:
            new = [known.setdefault(word, len(known)) for word in column.values]
            codes.append(np.array([*new, -1], dtype=np.int32)[column.codes])
        return cls(np.concatenate(codes) if codes else np.empty(0, dtype=np.int32), tuple(known))


@dataclass(frozen=True, eq=False)
class ReportTable:
    """Many reports, all columns of one length. ``words`` has the columns named in :data:`WORDS`.

    ``event_earliest``, ``event_latest``, ``reported``: microseconds since 1970, UTC; both ends inclusive; a day
    stands as its first, or last, instant in ``zone``, and ``days`` says that it was one. ``latitude``,
    ``longitude``: degrees, ``radius_m``: metres, NaN where not known. ``count``: -1 where undetermined.
    ``tally``: 0, or one more than the place in :data:`TALLIES`. ``life``: place in :data:`LIVES`. ``file`` and
    ``row`` are where it came from: place in ``files`` (path and label), and the row there, 0 where the path says all.
    """

    words: Mapping[str, Words]
    event_earliest: Instants
    event_latest: Instants
    days: NDArray[np.uint8]
    reported: Instants
    latitude: Floats
    longitude: Floats
    radius_m: Floats
    count: NDArray[np.int64]
    tally: NDArray[np.int8]
    life: NDArray[np.int8]
    file: NDArray[np.int32]
    row: NDArray[np.int32]
    files: tuple[tuple[str, Label], ...] = ()
    candidates: Mapping[int, tuple[Candidate, ...]] = field(default_factory=dict)
    zone: dt.tzinfo = dt.UTC

    def __len__(self) -> int:
        return len(self.reported)

    @property
    def labels(self) -> set[Label]:
        """For whom the reports are."""
        return {self.files[file][1] for file in np.flatnonzero(np.bincount(self.file)).tolist()}

    def in_files(self, which: Sequence[bool]) -> NDArray[np.bool_]:
        """Which rows come from such a file, of those of ``files``."""
        return np.array(which, dtype=np.bool_)[self.file]

    def report(self, row: int) -> Report:
        """One row as a value, its times in ``zone``."""
        return self.values([row])[0]

    def values(self, rows: Sequence[int] | NDArray[Any]) -> list[Report]:
        """These rows as values, made column by column."""
        at = np.asarray(rows, dtype=np.int64)
        count = len(at)
        said = {name: self.words[name].said(at) for name in WORDS}
        names, regions = said.pop("place"), said.pop("region")
        numbers = {name: getattr(self, name)[at].tolist() for name in _ARRAYS}
        latitudes, longitudes, radii = (map(_known, numbers[name]) for name in ("latitude", "longitude", "radius_m"))
        several = map(self.candidates.get, at.tolist(), repeat((), count)) if self.candidates else repeat((), count)
        places = [
            ReportPlace.checked(
                latitude=latitude, longitude=longitude, radius_m=radius, name=name, region=region, candidates=candidates
            )
            for latitude, longitude, radius, name, region, candidates in zip(
                latitudes, longitudes, radii, names, regions, several, strict=True
            )
        ]
        events = [
            Interval.checked(
                earliest=self._moment(earliest, bool(days & FIRST_IS_DAY)),
                latest=self._moment(latest, bool(days & LAST_IS_DAY)),
                said=None,
            )
            for earliest, latest, days in zip(
                numbers["event_earliest"], numbers["event_latest"], numbers["days"], strict=True
            )
        ]
        fields = {
            **said,
            "event": events,
            "reported": [self._moment(one, False) for one in numbers["reported"]],
            "place": places,
            "count": [None if one < 0 else one for one in numbers["count"]],
            "tally": [TALLIES[one - 1] if one else None for one in numbers["tally"]],
            "life": [LIVES[one] for one in numbers["life"]],
            "origin": [
                f"{self.files[file][0]}, row {row}" if row else self.files[file][0]
                for file, row in zip(numbers["file"], numbers["row"], strict=True)
            ],
            "audience": [self.files[file][1] for file in numbers["file"]],
        }
        names_of_fields = tuple(fields)
        return [
            Report.checked(**dict(zip(names_of_fields, row, strict=True))) for row in zip(*fields.values(), strict=True)
        ]

    def reports(self, rows: Iterable[int] | None = None) -> Iterator[Report]:
        """The rows as values, all of them by default."""
        numbers = iter(range(len(self)) if rows is None else rows)
        many = _AT_FIRST
        while some := list(islice(numbers, many)):
            yield from self.values(some)
            many = min(2 * many, _AT_ONCE)

    def _moment(self, instant: int, is_day: bool) -> dt.date | None:
        if instant == NEVER:
            return None
        moment = (_EPOCH + instant * TICK).astimezone(self.zone)
        return moment.date() if is_day else moment

    def take(self, rows: NDArray[Any]) -> ReportTable:
        """The rows of these numbers, or those where a mask is true, in that order."""
        numbers = np.flatnonzero(rows) if rows.dtype == np.bool_ else rows
        arrays = {name: getattr(self, name)[numbers] for name in _ARRAYS}
        kept = (
            {new: self.candidates[old] for new, old in enumerate(numbers.tolist()) if old in self.candidates}
            if self.candidates
            else {}
        )
        words = {name: column.take(numbers) for name, column in self.words.items()}
        return ReportTable(words=words, **arrays, files=self.files, candidates=kept, zone=self.zone)

    def replaced(self, rows: NDArray[Any], reports: Sequence[Report]) -> ReportTable:
        """With these reports in these rows, each from where the row came."""
        new = ReportTable.of(reports, self.zone)
        every = np.arange(len(reports))
        arrays = {name: getattr(self, name).copy() for name in _ARRAYS}
        for name in _ARRAYS.keys() - {"file", "row"}:
            arrays[name][rows] = getattr(new, name)
        words = {name: column.replaced(rows, new.words[name].said(every)) for name, column in self.words.items()}
        gone = set(rows.tolist())
        kept = {row: places for row, places in self.candidates.items() if row not in gone}
        candidates = kept | {int(rows[at]): places for at, places in new.candidates.items()}
        return ReportTable(words=words, **arrays, files=self.files, candidates=candidates, zone=self.zone)

    @classmethod
    def joined(cls, tables: Sequence[ReportTable], zone: dt.tzinfo = dt.UTC) -> ReportTable:
        """Several tables, one after another; ``zone`` is that of the whole."""
        if len(tables) == 1:
            return replace(tables[0], zone=zone)
        files: list[tuple[str, Label]] = []
        numbers: list[NDArray[np.int32]] = []
        candidates: dict[int, tuple[Candidate, ...]] = {}
        before = 0
        for table in tables:
            numbers.append(table.file + len(files))
            files += table.files
            candidates |= {before + row: places for row, places in table.candidates.items()}
            before += len(table)
        arrays = {name: _end_to_end([getattr(table, name) for table in tables], name) for name in _ARRAYS}
        arrays["file"] = _end_to_end(numbers, "file")
        words = {name: Words.joined([table.words[name] for table in tables]) for name in WORDS}
        return cls(words=words, **arrays, files=tuple(files), candidates=candidates, zone=zone)

    @classmethod
    def of(cls, reports: Sequence[Report], zone: dt.tzinfo = dt.UTC) -> ReportTable:
        """The reports as columns; days are those of ``zone``."""
        files: dict[tuple[str, Label], int] = {}
        origins = [_origin(report.origin) for report in reports]
        said = {name: Words.of(getattr(report, name) for report in reports) for name in WORDS if name not in _OF_PLACE}
        said["place"] = Words.of(report.place.name for report in reports)
        said["region"] = Words.of(report.place.region for report in reports)
        columns: dict[str, Iterable[Any]] = {
            "event_earliest": (_instant(report.event.earliest, zone, first_instant) for report in reports),
            "event_latest": (_instant(report.event.latest, zone, last_instant) for report in reports),
            "days": (
                FIRST_IS_DAY * _is_day(report.event.earliest) + LAST_IS_DAY * _is_day(report.event.latest)
                for report in reports
            ),
            "reported": (_instant(report.reported, zone, first_instant) for report in reports),
            "latitude": (_nan(report.place.latitude) for report in reports),
            "longitude": (_nan(report.place.longitude) for report in reports),
            "radius_m": (_nan(report.place.radius_m) for report in reports),
            "count": (-1 if report.count is None else report.count for report in reports),
            "tally": (TALLIES.index(report.tally) + 1 if report.tally else 0 for report in reports),
            "life": (LIVES.index(report.life) for report in reports),
            "file": (
                files.setdefault((path, report.audience), len(files))
                for (path, _), report in zip(origins, reports, strict=True)
            ),
            "row": (row for _, row in origins),
        }
        arrays = {name: np.fromiter(columns[name], dtype=_ARRAYS[name], count=len(reports)) for name in _ARRAYS}
        candidates = {row: one.place.candidates for row, one in enumerate(reports) if one.place.candidates}
        return cls(words=said, **arrays, files=tuple(files), candidates=candidates, zone=zone)


_ARRAYS: dict[str, Any] = {
    "event_earliest": np.int64,
    "event_latest": np.int64,
    "days": np.uint8,
    "reported": np.int64,
    "latitude": np.float64,
    "longitude": np.float64,
    "radius_m": np.float64,
    "count": np.int64,
    "tally": np.int8,
    "life": np.int8,
    "file": np.int32,
    "row": np.int32,
}


_OF_PLACE = ("place", "region")


def no_reports(path: str = "", label: Label = TEAM) -> ReportTable:
    """A table without rows."""
    arrays: dict[str, Any] = {name: np.empty(0, dtype=kind) for name, kind in _ARRAYS.items()}
    return ReportTable(words={name: Words.nothing(0) for name in WORDS}, **arrays, files=((path, label),))


def instant_of(moment: dt.datetime) -> int:
    """Microseconds since 1970 of a time that has its zone."""
    return (moment - _EPOCH) // TICK


def moment_of(instant: int) -> dt.datetime:
    """The time that is so many microseconds from 1970."""
    return _EPOCH + instant * TICK


def _instant(moment: dt.date | None, zone: dt.tzinfo, end: Any) -> int:
    return NEVER if moment is None else instant_of(end(moment, zone))


def _is_day(moment: dt.date | None) -> bool:
    return moment is not None and not isinstance(moment, dt.datetime)


def _nan(number: float | None) -> float:
    return float("nan") if number is None else number


def _known(number: float) -> float | None:
    return None if number != number else number  # only what is no number differs from itself


def _end_to_end(arrays: Sequence[Any], name: str) -> Any:
    return np.concatenate(arrays) if arrays else np.empty(0, dtype=_ARRAYS[name])


def _origin(said: str) -> tuple[str, int]:
    """``reports/x.csv, row 7`` as path and row."""
    path, mark, number = said.rpartition(", row ")
    return (path, int(number)) if mark and number.isdecimal() and len(number) < 10 else (said, 0)
