"""When what the rows tell of happened, and when it was said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from parley.model import UnusableInput

from ..cells import BadCell
from ..table import FIRST_IS_DAY, LAST_IS_DAY, NEVER, Instants, instant_of
from .mapping import Source
from .select import Selection, spread
from .times import ends, quick_instants, read_when, without_midnight

_HOUR = 3_600_000_000
_DAY = 24 * _HOUR


@dataclass(frozen=True)
class Spans:
    """Microseconds since 1970 (UTC), both ends inclusive; ``assumed`` says of how many rows the report's time is."""

    earliest: Instants
    latest: Instants
    days: NDArray[np.uint8]
    reported: Instants
    assumed: int


@dataclass(frozen=True)
class _Column:
    first: Instants
    last: Instants
    days: NDArray[np.uint8]
    known: NDArray[np.bool_]


def spans(selection: Selection, fields: MappingOf[str, Source], zone: dt.tzinfo) -> Spans:
    """The times of each row; rows without any, or with times in the wrong order, become unusable."""
    if not fields.keys() & {"event", "event_earliest", "event_latest"}:
        raise UnusableInput(selection.raw.path, "the mapping says nowhere when it happened", "map event to a column")
    event = _column(selection, fields, "event", zone)
    begin, end = (_column(selection, fields, name, zone) for name in ("event_earliest", "event_latest"))
    earliest = np.where(begin.known, begin.first, event.first)
    latest = np.where(end.known, end.last, event.last)
    days = np.where(begin.known, begin.days, event.days) & FIRST_IS_DAY
    days |= np.where(end.known, end.days, event.days) & LAST_IS_DAY
    period = _numbers(selection, fields, "period_hours")
    back = (period > 0) & (latest != NEVER)
    through = (days & LAST_IS_DAY > 0).astype(np.int64)  # a day ends one tick before the next begins
    earliest = np.where(back, latest + through - np.nan_to_num(period * _HOUR).astype(np.int64), earliest)
    days = np.where(back, days & LAST_IS_DAY, days)
    alone = (latest == NEVER) & (earliest != NEVER)
    latest = np.where(alone, np.where(begin.known, begin.last, earliest), latest)
    days = np.where(alone & (days & FIRST_IS_DAY > 0), FIRST_IS_DAY | LAST_IS_DAY, days)
    alone = (earliest == NEVER) & (latest != NEVER)
    if "event_earliest" not in fields:  # where a beginning is asked for and not said, it stays open
        earliest = np.where(alone, np.where(end.known, end.first, latest), earliest)
        days = np.where(alone & (days & LAST_IS_DAY > 0), FIRST_IS_DAY | LAST_IS_DAY, days)
    name = next(one for one in ("event", "event_earliest", "event_latest") if one in fields)
    label = selection.named(name, fields[name])
    nowhen = np.flatnonzero(latest == NEVER)
    selection.fault(nowhen, label, "it does not say when it happened; fill it in")
    said = _column(selection, fields, "reported", zone)
    margin = np.nan_to_num(_numbers(selection, fields, "margin_days")) * _DAY
    wide = margin > 0
    if wide.any():
        far = np.where(said.known, np.minimum(latest + margin, np.maximum(said.last, latest)), latest + margin)
        latest = np.where(wide & (latest != NEVER), far, latest).astype(np.int64)
        earliest = np.where(wide & (earliest != NEVER), earliest - margin, earliest).astype(np.int64)
        days = np.where(wide, 0, days)
    reported = np.where(said.known, said.last, latest)
    _out_of_order(selection, fields, label, earliest, latest, reported)
    return Spans(earliest, latest, days.astype(np.uint8), reported, int((~said.known).sum()))


def _out_of_order(
    selection: Selection,
    fields: MappingOf[str, Source],
    label: str,
    earliest: Instants,
    latest: Instants,
    reported: Instants,
) -> None:
    known = (earliest != NEVER) & (latest != NEVER)
    turned = np.flatnonzero(known & (earliest > latest))
    why = "it begins after it ends: the two look swapped; put the earlier one first"
    selection.fault(turned, label, why)
    early = np.flatnonzero(known & (earliest > reported))
    if early.size:
        name = selection.named("reported", fields.get("reported"))
        why = "it was reported before it happened; mend the one that is wrong, or swap the two back"
        selection.fault(early, name, why)


def _column(selection: Selection, fields: MappingOf[str, Source], name: str, zone: dt.tzinfo) -> _Column:
    source = fields.get(name)
    column = selection.said(source)
    formats = source.formats if source else ()
    where = source.zone if source and source.zone else zone
    days = source is not None and source.days

    def read(words: str) -> tuple[int, int, int] | None:
        if words.casefold() in _UNKNOWN or words.casefold() in selection.mapping.undetermined:
            return None
        when = read_when(without_midnight(words) if days else words, formats, where)
        first, last = ends(when, where)
        bits = 0 if isinstance(when.first, dt.datetime) else FIRST_IS_DAY
        bits |= 0 if isinstance(when.last, dt.datetime) else LAST_IS_DAY
        return instant_of(first), instant_of(last), bits if where == zone else 0

    quick = None if days else quick_instants(column.values, formats, where)
    if quick is not None:
        instants = np.append(quick, NEVER)[column.codes]
        return _Column(instants, instants, np.zeros(len(instants), dtype=np.uint8), instants != NEVER)
    values = selection.read(selection.named(name, source), column, read)
    first = spread([v and v[0] for v in values], column.codes, NEVER, np.int64)
    last = spread([v and v[1] for v in values], column.codes, NEVER, np.int64)
    bits = spread([v and v[2] for v in values], column.codes, 0, np.uint8)
    return _Column(first, last, bits, last != NEVER)


_UNKNOWN = frozenset({"undetermined", "unknown", "n/a", "na", "not known", "?", "-", "nan", "null", "none"})


def _numbers(selection: Selection, fields: MappingOf[str, Source], name: str) -> NDArray[np.float64]:
    source = fields.get(name)
    column = selection.said(source)

    def read(words: str) -> float:
        try:
            number = float(words)
        except ValueError as error:
            raise BadCell("write a number") from error
        if not 0 <= number <= 40_000:
            raise BadCell("write a number from 0 up")
        return number

    values = selection.read(selection.named(name, source), column, read)
    return spread(values, column.codes, float("nan"), np.float64)
