"""Tables of effort by a mapping: patrols, posts, cameras, hours."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TypeVar

from parley.model import Effort, Interval, Label, first_instant, last_instant

from ..acts import act_of
from ..cells import BadCell
from ..table import Words
from .mapping import Source
from .select import Selection
from .times import When, read_when

T = TypeVar("T")

_DAY_HOURS = 24.0


def efforts(selection: Selection, label: Label, zone: dt.tzinfo) -> tuple[tuple[Effort, ...], tuple[str, ...]]:
    """Each row as effort. Hours without a time of day are taken as a share of the day: they cover none of it whole."""
    raw, fields = selection.raw, selection.mapping.fields
    columns = {name: selection.said(fields.get(name)) for name in ("by", "means", "place", "acts")}
    begin, end = (_whens(selection, fields.get(name), name, zone) for name in ("earliest", "latest"))
    hours = _numbers(selection, fields.get("hours"), "hours", 24.0 * 366)
    share = _numbers(selection, fields.get("share"), "share", 1.0)
    found: list[Effort] = []
    spread_out = 0
    for row in range(len(raw)):
        first, last, watched = begin[row], end[row] or begin[row], hours[row]
        if row in selection.faults:
            continue
        empty = next((name for name in ("by", "means", "place") if columns[name].at(row) is None), None)
        if first is None or last is None or empty:
            name = empty or "earliest"
            why = "it is empty; every row of effort needs it"
            selection.fault_at(row, selection.named(name, fields.get(name)), why)
            continue
        window = Interval.checked(earliest=first.first, latest=last.last, said=None)
        seen = share[row]
        part = 1.0 if seen is None else seen
        if watched is not None:
            if isinstance(first.first, dt.datetime):
                window = Interval.checked(
                    earliest=first.first, latest=first.first + dt.timedelta(hours=watched), said=None
                )
            else:
                length = last_instant(last.last, zone) - first_instant(first.first, zone)
                days = max(1, round(length.total_seconds() / 86_400))
                part, spread_out = min(1.0, part * watched / (_DAY_HOURS * days)), spread_out + 1
        if first_instant(first.first, zone) > last_instant(window.latest or last.last, zone):
            why = "it ends before it begins: the two look swapped; put the earlier one first"
            selection.fault_at(row, selection.named("earliest", fields.get("earliest")), why)
            continue
        acts = [words.strip() for words in (columns["acts"].at(row) or "").split(";") if words.strip()]
        found.append(
            Effort(
                by=columns["by"].at(row) or "",
                means=columns["means"].at(row) or "",
                place=columns["place"].at(row) or "",
                window=window,
                share=part,
                acts=tuple(act_of(words) or words for words in acts),
                origin=f"{raw.path}, row {int(raw.numbers[row])}",
                audience=label,
            )
        )
    note = f"{spread_out:,} rows give hours without a time of day: they are taken as a share of the day"
    return tuple(found), (note,) if spread_out else ()


def _whens(selection: Selection, source: Source | None, name: str, zone: dt.tzinfo) -> list[When | None]:
    formats = source.formats if source else ()
    where = source.zone if source and source.zone else zone
    return _each(selection, source, name, lambda words: read_when(words, formats, where))


def _numbers(selection: Selection, source: Source | None, name: str, most: float) -> list[float | None]:
    def read(words: str) -> float:
        try:
            number = float(words)
        except ValueError as error:
            raise BadCell("write a number") from error
        if not 0 <= number <= most:
            raise BadCell(f"write a number from 0 to {most:g}")
        return number

    return _each(selection, source, name, read)


def _each(selection: Selection, source: Source | None, name: str, read: Callable[[str], T | None]) -> list[T | None]:
    column: Words = selection.said(source)
    values = selection.read(selection.named(name, source), column, read)
    return [None if code < 0 else values[code] for code in column.codes.tolist()]
