"""The frontier of two parties: what one gains, what the other does, and where the solutions lie."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from markupsafe import Markup

from parley.model import FrontierRow, Weighing

from .svg import element, path, picture, text, title

WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT = 460, 330, 52, 44, 14, 120


def draw_frontier(weighing: Weighing, standards: Mapping[str, str]) -> Markup | None:
    """The frontier as a plot, for two parties with at least one row; ``None`` otherwise.

    ``standards`` names each standard of fairness as people write it. A utility known only as a range
    is drawn as a bar from its low to its high end.
    """
    if len(weighing.parties) != 2 or not weighing.frontier:
        return None
    first, second = weighing.parties
    rows = sorted(weighing.frontier, key=lambda row: row.utilities[first].low)
    xs = [float(value) for row in rows for value in (row.utilities[first].low, row.utilities[first].high)]
    ys = [float(value) for row in rows for value in (row.utilities[second].low, row.utilities[second].high)]
    across, up = _scale(xs, LEFT, WIDTH - RIGHT), _scale(ys, HEIGHT - BOTTOM, TOP)

    def point(row: FrontierRow) -> tuple[float, float]:
        a, b = row.utilities[first], row.utilities[second]
        return across(float(a.low + a.high) / 2), up(float(b.low + b.high) / 2)

    parts = [
        element("line", x1=LEFT, x2=WIDTH - RIGHT, y1=HEIGHT - BOTTOM, y2=HEIGHT - BOTTOM, class_="axis"),
        element("line", x1=LEFT, x2=LEFT, y1=TOP, y2=HEIGHT - BOTTOM, class_="axis"),
        text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, f"points of {first}", class_="label", text_anchor="middle"),
        text(14, (TOP + HEIGHT - BOTTOM) / 2, f"points of {second}", class_="label", text_anchor="middle").replace(
            "<text", f'<text transform="rotate(-90 14 {(TOP + HEIGHT - BOTTOM) / 2:g})"', 1
        ),
    ]
    if all(row.utilities[first].is_point or row.utilities[second].is_point for row in rows):
        parts.append(path([point(row) for row in rows], class_="frontier"))  # through wide ranges it would be a scrawl
    for end, value in ((across(min(xs)), min(xs)), (across(max(xs)), max(xs))):
        parts.append(text(end, HEIGHT - BOTTOM + 15, f"{value:g}", class_="small", text_anchor="middle"))
    for end, value in ((up(min(ys)), min(ys)), (up(max(ys)), max(ys))):
        parts.append(text(LEFT - 6, end + 4, f"{value:g}", class_="small", text_anchor="end"))
    for row in rows:
        x, y = point(row)
        a, b = row.utilities[first], row.utilities[second]
        parts.append(path([(across(float(a.low)), y), (across(float(a.high)), y)], class_="range"))
        parts.append(path([(x, up(float(b.low))), (x, up(float(b.high)))], class_="range"))
        words = f"{first} {_words(row, first)}, {second} {_words(row, second)}: {len(row.packages)} package(s)"
        parts.append(element("g", title(words), element("circle", cx=x, cy=y, r=4, class_="mark pending")))
    parts.extend(_solutions(weighing, rows, point, standards))
    return picture(WIDTH, HEIGHT, f"Frontier of {first} and {second}", *parts)


def _words(row: FrontierRow, party: str) -> str:
    value = row.utilities[party]
    return f"{float(value.low):g}" if value.is_point else f"{float(value.low):g} to {float(value.high):g}"


def _solutions(
    weighing: Weighing,
    rows: Sequence[FrontierRow],
    point: Callable[[FrontierRow], tuple[float, float]],
    standards: Mapping[str, str],
) -> list[str]:
    """One label for each point that some standard of fairness picks, naming all that pick it."""
    names: dict[tuple[float, float], list[str]] = {}
    for name, solution in weighing.solutions:
        for row in solution:
            if any(row.utilities == other.utilities for other in rows):
                names.setdefault(point(row), []).append(standards[name])
    return [
        element("circle", cx=x, cy=y, r=7, class_="ring") + text(x + 11, y + 4, ", ".join(chosen), class_="small halo")
        for (x, y), chosen in sorted(names.items())
    ]


def _scale(values: Sequence[float], start: float, end: float) -> Callable[[float], float]:
    """From points to the picture, with a little room at both ends."""
    low, high = min(values), max(values)
    room = 10 if end > start else -10
    return lambda value: start + room + (value - low) / ((high - low) or 1.0) * (end - start - 2 * room)
