"""The frontier of two parties: what one gains, what the other does, and where the solutions lie."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from markupsafe import Markup

from parley.model import FrontierRow, Weighing

from .labels import Labels, around
from .numbered import Numbered, in_order, numbered, standards_in_words, told_of, worth, worth_in_words
from .svg import element, path, picture, text, title

WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT = 680, 360, 60, 44, 14, 20
_MOST_BARS = 12
"""Of more packages only those with a number have bars."""
_SIZE = 10.5
_NEAR = 6.0
"""Points no further apart share one label."""


def draw_frontier(weighing: Weighing, standards: Mapping[str, str]) -> Markup | None:
    """The frontier as a plot, for two parties with at least one row; ``None`` otherwise.

    ``standards`` names each standard of fairness as people write it. A utility known only as a range
    is drawn as a bar from its low to its high end; of a party that ranks the mean of the drawn profiles is drawn, with
    a bar of their middle 80 percent. Packages have the numbers of :func:`~.numbered.numbered`.
    """
    if len(weighing.parties) != 2 or not weighing.frontier or len(told_of(weighing)) < 2:
        return None
    first, second = weighing.parties
    rows = in_order(weighing)
    marked = numbered(weighing, standards)
    barred = [*(rows if len(rows) <= _MOST_BARS else ()), *(each.row for each in marked)]
    scales = []
    for party, ends in ((first, (LEFT, WIDTH - RIGHT)), (second, (HEIGHT - BOTTOM, TOP))):
        values = [worth(row, party)[0] for row in rows] + [end for row in barred for end in worth(row, party)[1:]]
        scales.append((_scale(values, *ends), min(values), max(values)))
    (across, left, right), (up, low, high) = scales

    def point(row: FrontierRow) -> tuple[float, float]:
        return across(worth(row, first)[0]), up(worth(row, second)[0])

    turned = f"rotate(-90 14 {(TOP + HEIGHT - BOTTOM) / 2:g})"
    parts = [
        element("line", x1=LEFT, x2=WIDTH - RIGHT, y1=HEIGHT - BOTTOM, y2=HEIGHT - BOTTOM, class_="axis"),
        element("line", x1=LEFT, x2=LEFT, y1=TOP, y2=HEIGHT - BOTTOM, class_="axis"),
        text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, axis(weighing, first), class_="label", text_anchor="middle"),
        text(14, (TOP + HEIGHT - BOTTOM) / 2, axis(weighing, second), text_anchor="middle", transform=turned),
    ]
    if all(
        worth(row, first)[1] == worth(row, first)[2] or worth(row, second)[1] == worth(row, second)[2] for row in rows
    ):
        parts.append(path([point(row) for row in rows], class_="frontier"))  # through wide ranges it would be a scrawl
    for value in sorted({left, right}):
        parts.append(text(across(value), HEIGHT - BOTTOM + 15, f"{value:.4g}", class_="small", text_anchor="middle"))
    for value in sorted({low, high}):
        parts.append(text(LEFT - 6, up(value) + 4, f"{value:.4g}", class_="small", text_anchor="end"))
    for row in barred:
        x, y = point(row)
        (_, left, right), (_, low, high) = worth(row, first), worth(row, second)
        if left != right:
            parts.append(path([(across(left), y), (across(right), y)], class_="range"))
        if low != high:
            parts.append(path([(x, up(low)), (x, up(high))], class_="range"))
    for row in rows:
        x, y = point(row)
        words = f"{first} {worth_in_words(row, first)}, {second} {worth_in_words(row, second)}"
        parts.append(element("g", title(words), element("circle", cx=x, cy=y, r=4, class_="mark pending")))
    parts += _labels(marked, [point(row) for row in rows], point)
    return picture(WIDTH, HEIGHT, f"Frontier of {first} and {second}", *parts)


def axis(weighing: Weighing, party: str) -> str:
    """What an axis counts."""
    return f"{party}: mean of the draws" if party in weighing.ranking else f"points of {party}"


def _labels(
    marked: Sequence[Numbered],
    dots: Sequence[tuple[float, float]],
    point: Callable[[FrontierRow], tuple[float, float]],
) -> list[str]:
    """The numbers of the packages, with the standards of fairness that pick one, none on another or on a dot."""
    groups: list[tuple[tuple[float, float], list[Numbered]]] = []
    for each in marked:
        x, y = point(each.row)
        near = next((of for (a, b), of in groups if abs(a - x) <= _NEAR and abs(b - y) <= _NEAR), None)
        if near is None:
            groups.append(((x, y), [each]))
        else:
            near.append(each)
    labels = Labels(WIDTH, HEIGHT)
    for x, y in dots:
        labels.keep_free(x, y, 4)
    rings = []
    for (x, y), some in sorted(groups, key=lambda group: -sum(len(one.picked) for one in group[1])):
        picked = list(dict.fromkeys(name for one in some for name in one.picked))
        words = f"{', '.join(str(one.number) for one in some)} {standards_in_words(picked)}".strip()
        if picked:
            rings.append(element("circle", cx=x, cy=y, r=7, class_="ring"))
        spots = [spot for gap in (9, 20, 32, 46) for spot in around(x, y, words, _SIZE, gap)]
        labels.place(words, spots, "small halo", _SIZE, needed=True)
    return rings + labels.drawn


def _scale(values: Sequence[float], start: float, end: float) -> Callable[[float], float]:
    """From points to the picture, with a little room at both ends; a single value stands in the middle."""
    low, high = min(values), max(values)
    if low == high:
        return lambda _: (start + end) / 2
    room = 14 if end > start else -14
    return lambda value: start + room + (value - low) / (high - low) * (end - start - 2 * room)
