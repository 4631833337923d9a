"""Trends as small pictures side by side: one for each provision and claimant, with the effort behind the count."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from .labels import fitting
from .svg import element, path, picture, style_of, text, title

WIDTH, _COLUMNS, _GAP = 720, 3, 14
_WIDE = (WIDTH - _GAP * (_COLUMNS - 1)) / _COLUMNS
_HEAD, _PLOT, _EFFORT, _FOOT = 36, 54, 16, 20
_TALL = _HEAD + _PLOT + _EFFORT + _FOOT
_MOST = 60
"""So many pictures are drawn."""


@dataclass(frozen=True)
class Count:
    """What was reported in a period: ``reports`` ``None`` is blank, nobody could tell, which is not nought.

    ``effort_hours`` ``None``: no effort is recorded at all.
    """

    start: dt.date
    end: dt.date
    reports: int | None
    effort_hours: float | None = None


@dataclass(frozen=True)
class Series:
    """One claimant's row of counts about one thing: a provision, a region, an act."""

    name: str
    claimant: str
    counts: tuple[Count, ...]


def draw_trends(rows: Sequence[Series], d_day: dt.date | None = None) -> Markup | None:
    """Small multiples over one axis of time; all that share a name share the scale of their counts.

    Bars are reports, the strip below is hours of effort on a scale of its own; hatched is blank. ``None`` for no row.
    """
    rows = [row for row in rows if row.counts][:_MOST]
    if not rows:
        return None
    first = min(count.start for row in rows for count in row.counts)
    last = max(count.end for row in rows for count in row.counts)
    tops = {name: max(_most(row) for row in rows if row.name == name) for name in {row.name for row in rows}}
    hours = max((count.effort_hours or 0.0 for row in rows for count in row.counts), default=0.0)
    parts = []
    places = list(_places(rows))
    for row, (column, line) in zip(rows, places, strict=True):
        left, top = column * (_WIDE + _GAP), line * (_TALL + 12)
        parts.append(_one(row, left, top, (first, last), max(tops[row.name], 1), hours, d_day))
    bottom = (max(line for _, line in places) + 1) * (_TALL + 12)
    key, below = _key(bottom, d_day is not None)
    hatch = element(
        "defs",
        element(
            "pattern", element("path", d="M0 0 V6", class_="hatch"),
            id="ptrend-hatch", width=4, height=6, patternUnits="userSpaceOnUse", patternTransform="rotate(45)",
        ),
    )  # fmt: skip
    whole = element("g", hatch, *parts, *key, class_="ptrend")
    label = "Reports over time, each claimant's own, with the hours of effort"
    return picture(WIDTH, below, label, style_of("trends"), whole)


def _places(rows: Iterable[Series]) -> Iterable[tuple[int, int]]:
    """Column and line: those of one name begin a new line where they don't all fit on the rest of the old one."""
    column, line = 0, 0
    for _, alike in groupby(rows, key=lambda row: row.name):
        number = len(list(alike))
        if column and column + number > _COLUMNS:
            column, line = 0, line + 1
        for _ in range(number):
            if column == _COLUMNS:
                column, line = 0, line + 1
            yield column, line
            column += 1


def _most(row: Series) -> int:
    return max(count.reports or 0 for count in row.counts)


def _one(
    row: Series, left: float, top: float, span: tuple[dt.date, dt.date], most: int, hours: float, d_day: dt.date | None
) -> str:
    first, last = span
    days = (last - first).days + 1
    axis = 22.0

    def x(day: dt.date) -> float:
        return left + axis + (day - first).days / days * (_WIDE - axis)

    base, foot = top + _HEAD + _PLOT, top + _HEAD + _PLOT + _EFFORT
    parts = [
        text(left, top + 11, fitting(row.name, 11, _WIDE, bold=True), class_="name"),
        text(left, top + 24, fitting(f"by {row.claimant}", 9.5, _WIDE), class_="small"),
        text(left + axis - 4, top + _HEAD + 4, str(most), class_="small", text_anchor="end"),
        text(left + axis - 4, base, "0", class_="small", text_anchor="end"),
    ]
    for count in row.counts:
        a, b = x(count.start), x(count.end + dt.timedelta(days=1))
        wide = max(b - a - 1.0, 0.6)
        words = title(_told(count))
        if count.reports is None:
            drawn = element("rect", x=a, y=top + _HEAD, width=wide, height=_PLOT, class_="blank")
        elif count.reports:
            tall = count.reports / most * _PLOT
            drawn = element("rect", x=a, y=base - tall, width=wide, height=tall, class_="bar")
        else:
            drawn = element("rect", x=a, y=base - 1.5, width=wide, height=1.5, class_="none")
        spent = ""
        if hours and count.effort_hours:
            tall = max(count.effort_hours / hours * (_EFFORT - 4), 0.8)
            spent = element("rect", x=a, y=base + 3, width=wide, height=tall, class_="effort")
        parts.append(element("g", words, drawn, spent))
    parts.append(path([(left + axis, base), (left + _WIDE, base)], class_="axis"))
    if d_day is not None and first <= d_day <= last:
        parts.append(path([(x(d_day), top + _HEAD - 6), (x(d_day), foot)], class_="dday"))
    parts.append(text(left + axis, foot + 11, _day(first), class_="small"))
    parts.append(text(left + _WIDE, foot + 11, _day(last), class_="small", text_anchor="end"))
    return element("g", *parts)


def _told(count: Count) -> str:
    when = _day(count.start) if count.start == count.end else f"{_day(count.start)} to {_day(count.end)}"
    number = "blank: nobody could tell" if count.reports is None else f"{count.reports} reports"
    effort = "no effort recorded" if count.effort_hours is None else f"{count.effort_hours:g} hours of effort"
    return f"{when}: {number}; {effort}"


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%b}"


def _key(top: float, d_day: bool) -> tuple[list[str], float]:
    entries = [
        ("bar", "reports"),
        ("effort", "hours of effort"),
        ("blank", "blank: nobody looked, which is not nought"),
    ]
    x, y = 0.0, top + 6
    drawn = []
    for key, words in entries:
        drawn.append(element("rect", x=x, y=y, width=14, height=9, class_=key))
        drawn.append(text(x + 20, y + 8, words, class_="small"))
        x += 34 + len(words) * 5.6
    if d_day:
        drawn.append(path([(x + 7, y - 1), (x + 7, y + 11)], class_="dday"))
        drawn.append(text(x + 20, y + 8, "D-day", class_="small"))
    said = "No mark: not counted. Each claimant apart: two sides' reports may tell of the same, and are never added up."
    drawn.append(text(0, y + 23, said, class_="small"))
    return drawn, y + 32
