"""The dates of a text as bars on an axis of days: what runs from when to when, what is due, what returns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from parley.model import DateKind, Deadline, Duration
from parley.text.visible import visible

from .svg import element, path, picture, text, title

_Scale = Callable[[float], float]
"""A day to its place."""

WIDTH, LEFT, RIGHT, TOP, ROW = 960, 350, 24, 46, 26
_LETTERS = 47
"""Letters of a row's words that fit beside the bars."""
_TICKS = 14
_MONTH = 30.44
"""Days of a month on the axis, where returns in months have no exact place."""
_STYLE = """
text { font: 12px system-ui, sans-serif; fill: #222 } .small { font-size: 10.5px; fill: #555 }
.head { font-size: 15px; font-weight: 600 } .id { font-weight: 600 } .grid { stroke: #e3e3e3 } .axis { stroke: #888 }
.rule { stroke: #222; stroke-dasharray: 3 3 } .stripe { fill: #f6f6f6 } .bar { fill: #9db8d2; stroke: #35567a }
.open { fill: #dbe5ef; stroke: #35567a; stroke-dasharray: 4 2 } .due { fill: #b3261e; stroke: #7d1a15 }
.latest { fill: #fff; stroke: #b3261e; stroke-width: 1.6 }
.stops { fill: #35567a; stroke: #35567a } .counted { fill: #8a4b00 }
.returns { fill: none; stroke: #35567a; stroke-width: 1.6 }
"""
_LEGEND = (
    ("due", "due"),
    ("latest", "due, latest that follows"),
    ("bar", "holds"),
    ("open", "holds, no end given"),
    ("stops", "stops"),
    ("returns", "returns"),
)


@dataclass(frozen=True)
class _Row:
    """One obligation's dates, as days on the axis: of a bar its first and last, which may be open."""

    provision: str
    words: str
    dates: tuple[Deadline, ...]


def draw_gantt(dates: Sequence[Deadline], heading: str, d_day: dt.date | None = None) -> Markup | None:
    """The dates of one text, a row for each sentence; ``None`` for no dates.

    With ``d_day`` the axis has dates; without, days counted from it, and fixed dates have no place on it. What counts
    from something that the text doesn't date ("7 days from signature") stands below, told in words.
    """
    placed = [(row, day) for row in dates if (day := _day(row, d_day)) is not None]
    counted = [row for row in dates if row.counted]
    if not counted and not any(row.kind is not DateKind.D_DAY for row, _ in placed):
        return None
    rows = _rows([*(row for row, _ in placed), *counted])
    days = [day for _, day in placed] + [0]
    first, last = min(days), max(max(days), min(days) + 7)
    last += max(2, (last - first) // 25)
    first -= 1

    def x(day: float) -> float:
        return LEFT + (day - first) / (last - first) * (WIDTH - LEFT - RIGHT)

    bottom = TOP + ROW * len(rows)
    parts = [element("style", _STYLE), text(14, 22, _cut(heading, 100), class_="head")]
    parts += [
        element("rect", x=0, y=TOP + ROW * index, width=WIDTH, height=ROW, class_="stripe")
        for index in range(0, len(rows), 2)
    ]
    parts.append(_axis(first, last, x, bottom, d_day))
    parts.append(element("line", x1=x(0), x2=x(0), y1=TOP - 6, y2=bottom, class_="rule"))
    parts.append(text(x(0), TOP - 10, "D-day", class_="small", text_anchor="middle"))
    for index, row in enumerate(rows):
        parts.append(_drawn(row, TOP + ROW * index + ROW / 2, x, last, d_day))
    parts.append(_legend(bottom + 44))
    assumed = sorted({each.assumed for each in dates if each.assumed})
    parts += [
        text(14, bottom + 64 + 16 * line, f"* {words}", class_="small counted") for line, words in enumerate(assumed)
    ]
    return picture(WIDTH, bottom + 60 + 18 * len(assumed), f"Dates that follow: {heading}", *parts)


def _rows(dates: Sequence[Deadline]) -> list[_Row]:
    together: dict[tuple[str, str], list[Deadline]] = {}
    for each in dates:
        if each.kind is not DateKind.D_DAY:
            together.setdefault((each.provision or "", each.what.partition(": ")[2]), []).append(each)
    return [_Row(provision, words, tuple(found)) for (provision, words), found in together.items()]


def _day(row: Deadline, d_day: dt.date | None) -> int | None:
    """Days from D-day."""
    if row.date is not None and d_day is not None:
        return (row.date - d_day).days
    return row.day.days if row.day else None


def _drawn(row: _Row, y: float, x: _Scale, last: int, d_day: dt.date | None) -> str:
    days = {each.kind: day for each in row.dates if (day := _day(each, d_day)) is not None}
    assumed = next((each.assumed for each in row.dates if each.assumed), None)
    said = f"{row.provision}: {row.words}" if row.provision else row.words
    parts = [title(f"{said} ({assumed})" if assumed else said)]
    room = _LETTERS - len(row.provision)
    parts.append(
        element(
            "text",
            element("tspan", _escaped(_cut(row.provision, 20)), class_="id"),
            _escaped(f"  {_cut(row.words, max(12, room))}"),
            x=14,
            y=y + 4,
        )
    )
    starts, ends = days.get(DateKind.STARTS), days.get(DateKind.ENDS)
    if assumed:
        parts.append(text(LEFT - 4, y + 4, "*", class_="counted", text_anchor="end"))
    if starts is not None or (ends is not None and DateKind.RETURNS not in days):
        begin, stop = x(starts or 0), x(ends + 1 if ends is not None else last)
        kind = "open" if ends is None else "bar"
        parts.append(element("rect", x=begin, y=y - 5, width=max(stop - begin, 3.0), height=10, class_=kind))
    for each in row.dates:
        day = _day(each, d_day)
        if each.counted:
            words = f"{each.kind.value}: {each.counted}"
            parts.append(text(max(x(0), LEFT) + 6, y + 4, words, class_="small counted"))
        elif day is not None and each.kind in (DateKind.DUE, DateKind.STOPS):
            stops = each.kind is DateKind.STOPS
            mark = _stop(x(day), y) if stops else _diamond(x(day), y, 7, "latest" if each.latest else "due")
            parts.append(element("g", title(f"{each.kind.value}: {_when(each)}"), mark))
            right = x(day) < WIDTH - RIGHT - 120
            at, anchor = (x(day) + 10, "start") if right else (x(day) - 10, "end")
            parts.append(text(at, y + 4, _when(each), class_="small", text_anchor=anchor))
        elif day is not None and each.kind is DateKind.RETURNS and each.every is not None:
            parts += _returns(day, each.every, ends if ends is not None else last, x, y)
    return element("g", *parts)


def _returns(day: int, every: Duration, until: int, x: _Scale, y: float) -> list[str]:
    """A ring for each return; one ring and a bar where rings would run into one another."""
    step = every.days + every.minutes / 1440 + every.months * _MONTH
    if step > 0 and x(day + step) - x(day) >= 9:
        turns = int((until - day) / step) + 1
        return [element("circle", cx=x(day + turn * step), cy=y, r=4.0, class_="returns") for turn in range(turns)]
    bar = element("rect", x=x(day), y=y - 5, width=max(x(until) - x(day), 3.0), height=10, class_="open")
    return [bar, element("circle", cx=x(day), cy=y, r=4.0, class_="returns")]


def _stop(x: float, y: float) -> str:
    """A bar across the row: what was done before is done no more."""
    return element("rect", x=x - 2, y=y - 8, width=4, height=16, class_="stops")


def _diamond(x: float, y: float, size: float, kind: str) -> str:
    return path([(x, y - size), (x + size, y), (x, y + size), (x - size, y)], closed=True, class_=kind)


def _when(row: Deadline) -> str:
    date = f"{row.date.day} {row.date:%b %Y}" if row.date else ""
    return ", ".join(filter(None, (str(row.day) if row.day else "", date)))


def _axis(first: int, last: int, x: _Scale, bottom: float, d_day: dt.date | None) -> str:
    span = last - first
    step = next((step for step in (1, 2, 7, 14, 28, 91, 182, 364) if span / step <= _TICKS), 728)
    day = -(-first // step) * step
    parts = [element("line", x1=LEFT, x2=WIDTH - RIGHT, y1=bottom, y2=bottom, class_="axis")]
    while day <= last:
        date = d_day + dt.timedelta(days=day) if d_day else None
        count = f"D{day:+d}" if day else "D"
        parts.append(element("line", x1=x(day), x2=x(day), y1=TOP, y2=bottom + 4, class_="grid"))
        parts.append(text(x(day), bottom + 15, count, class_="small", text_anchor="middle"))
        if date:
            parts.append(text(x(day), bottom + 28, f"{date.day} {date:%b}", class_="small", text_anchor="middle"))
        day += step
    return "".join(parts)


def _legend(y: float) -> str:
    parts, at = [], 14.0
    for kind, words in _LEGEND:
        if kind in ("due", "latest"):
            parts.append(_diamond(at + 6, y, 6, kind))
        elif kind == "stops":
            parts.append(_stop(at + 6, y))
        elif kind == "returns":
            parts.append(element("circle", cx=at + 6, cy=y, r=4.0, class_=kind))
        else:
            parts.append(element("rect", x=at - 2, y=y - 5, width=16, height=10, class_=kind))
        parts.append(text(at + 18, y + 4, words, class_="small"))
        at += 40 + 6.2 * len(words)
    return "".join(parts)


def _cut(words: str, letters: int) -> str:
    return words if len(words) <= letters else words[: letters - 1].rstrip() + "…"


def _escaped(words: str) -> str:
    return escape(visible(words))
