"""The timeline: papers, meetings, deadlines and breaches on one axis of days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from .svg import element, picture, text, title, verdict_mark

WIDTH, LEFT, RIGHT, ROW = 720, 92, 14, 34


class Mark(NamedTuple):
    """Something on the timeline: its row, first and last day (equal for a point), shape and words.

    ``shape`` is ``paper``, ``meeting``, ``deadline`` or a verdict.
    """

    row: str
    start: dt.date
    end: dt.date
    shape: str
    words: str


def draw_timeline(marks: Sequence[Mark], today: dt.date, d_day: dt.date | None = None) -> Markup | None:
    """The marks on an axis of days, one row for each kind, with D-day and ``today`` as lines; ``None`` for no marks."""
    if not marks:
        return None
    rows = list(dict.fromkeys(mark.row for mark in marks))
    days = [day for mark in marks for day in (mark.start, mark.end)] + [today] + ([d_day] if d_day else [])
    first, last = min(days) - dt.timedelta(days=1), max(days) + dt.timedelta(days=2)
    span = max((last - first).days, 1)

    def x(day: dt.date) -> float:
        return LEFT + (day - first).days / span * (WIDTH - LEFT - RIGHT)

    bottom = 18 + ROW * len(rows)
    parts = [_axis(first, last, x, bottom)]
    for day, words in ((d_day, "D-day"), (today, "today")):
        if day is not None:
            parts.append(element("line", x1=x(day), x2=x(day), y1=12, y2=bottom, class_=f"rule {words.lower()}"))
            parts.append(text(x(day), 9, words, class_="small", text_anchor="middle"))
    for index, row in enumerate(rows):
        y = 18 + ROW * index + ROW / 2
        parts.append(text(LEFT - 10, y + 4, row, class_="label", text_anchor="end"))
        parts.append(element("line", x1=LEFT, x2=WIDTH - RIGHT, y1=y, y2=y, class_="grid"))
        seen: dict[dt.date, int] = {}
        for mark in sorted((mark for mark in marks if mark.row == row), key=lambda mark: mark.start):
            # Marks of the same day are stacked a little apart, so that none hides another.
            shift = seen[mark.start] = seen.get(mark.start, -1) + 1
            parts.append(_mark(mark, x(mark.start), x(mark.end), y - 8 + (shift % 3) * 8 if shift else y))
    return picture(WIDTH, bottom + 22, "Timeline", *parts)


def _mark(mark: Mark, start: float, end: float, y: float) -> str:
    if mark.shape == "paper":
        drawn = element("rect", x=start - 3, y=y - 4.5, width=6, height=9, class_="mark paper")
    elif mark.shape == "meeting":
        drawn = element("rect", x=start, y=y - 4, width=max(end - start, 6), height=8, rx=4, class_="mark meeting")
    elif mark.shape == "deadline":
        drawn = element("path", d=f"M{start:.1f} {y - 6:.1f} l6 6 l-6 6 l-6 -6 Z", class_="mark deadline")
    else:
        drawn = verdict_mark(mark.shape, start, y)
    return element("g", title(mark.words), drawn)


def _axis(first: dt.date, last: dt.date, x: Callable[[dt.date], float], bottom: float) -> str:
    span = (last - first).days
    step = next((step for step in (1, 7, 14, 28, 91, 182, 364) if span / step <= 12), 728)
    day = first + dt.timedelta(days=(7 - first.weekday()) % 7 if step >= 7 else 0)
    ticks = [element("line", x1=LEFT, x2=WIDTH - RIGHT, y1=bottom, y2=bottom, class_="axis")]
    while day <= last:
        ticks.append(element("line", x1=x(day), x2=x(day), y1=bottom, y2=bottom + 4, class_="axis"))
        ticks.append(text(x(day), bottom + 15, f"{day.day} {day:%b}", class_="small", text_anchor="middle"))
        day += dt.timedelta(days=step)
    return "".join(ticks)
