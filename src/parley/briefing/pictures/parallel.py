"""Packages of three and more parties: a line for each over one axis for each party."""

from __future__ import annotations

from collections.abc import Sequence

from parley.model import FrontierRow, Weighing

from .numbered import Numbered, in_order, standards_in_words, told_of, worth, worth_in_words
from .svg import element, path, text, title

HEIGHT = 300
_AXES, _LEFT, _RIGHT, _LINES, _APART = 250, 60, 240, 400, 12.5
_CLASSES = {
    "Nash": "nash",
    "Kalai\u2013Smorodinsky": "kalai_smorodinsky",
    "egalitarian": "egalitarian",
    "utilitarian": "utilitarian",
}
_DASHES = (None, "8 3", "3 3", "10 3 2 3")


def parallel(weighing: Weighing, marked: Sequence[Numbered], width: float, top: float) -> list[str]:
    """A line for each row of the frontier; those with a number have it at the right, with the standards that pick them.

    Each axis goes from the least to the most that is drawn of its party; a single value stands in its middle.
    """
    parties = told_of(weighing)
    rows = in_order(weighing)
    picked = [each for each in marked if each.picked]
    step = (width - _LEFT - _RIGHT) / (len(parties) - 1)
    every = [*rows, *(each.row for each in marked)]
    ends = {}
    for party in parties:
        values = [worth(row, party)[0] for row in every] + [
            end for each in picked for end in worth(each.row, party)[1:]
        ]
        ends[party] = min(values), max(values)

    def at(party: str, value: float) -> float:
        low, high = ends[party]
        return top + 14 + _AXES * (1 - ((value - low) / (high - low) if high > low else 0.5))

    def line(row: FrontierRow) -> list[tuple[float, float]]:
        return [(_LEFT + n * step, at(party, worth(row, party)[0])) for n, party in enumerate(parties)]

    def words(row: FrontierRow) -> str:
        return ", ".join(f"{party} {worth_in_words(row, party)}" for party in parties)

    shown = rows[:: -(-len(rows) // _LINES) or 1]
    parts = [element("g", title(words(row)), path(line(row), class_="row")) for row in shown]
    for each in marked:
        if not each.picked:
            parts.append(element("g", title(words(each.row)), path(line(each.row), class_="row numbered")))
    for n, each in enumerate(picked):
        kind = next((_CLASSES[name] for name in each.picked if name in _CLASSES), "none")
        drawn = [path(line(each.row), class_=f"chosen {kind}", stroke_dasharray=_DASHES[n % len(_DASHES)])]
        aside = 3.0 * (n - (len(picked) - 1) / 2) if len(picked) <= 8 else 0.0
        for place, party in enumerate(parties):
            _, low, high = worth(each.row, party)
            x = _LEFT + place * step + aside
            if low != high:
                drawn.append(path([(x, at(party, low)), (x, at(party, high))], class_=f"span {kind}"))
        parts.append(element("g", title(f"{', '.join(each.picked)}: {words(each.row)}"), *drawn))
    for n, party in enumerate(parties):
        x, (low, high) = _LEFT + n * step, ends[party]
        parts.append(element("line", x1=x, x2=x, y1=top + 14, y2=top + 14 + _AXES, class_="axis"))
        parts.append(text(x, top - 8, cut(party, max(6, int(step / 8))), text_anchor="middle"))
        if low == high:
            parts.append(text(x - 6, at(party, low) - 4, f"{low:.4g}", class_="small halo", text_anchor="end"))
            continue
        parts.append(text(x, top + 8, f"{high:.4g}", class_="small", text_anchor="middle"))
        parts.append(text(x, top + _AXES + 28, f"{low:.4g}", class_="small", text_anchor="middle"))
    parts += _at_the_right(marked, [line(each.row)[-1] for each in marked], top)
    if len(shown) < len(rows):
        told = f"{len(shown):,} of {len(rows):,} are drawn"
        parts.append(text(width - 20, 26, told, class_="small", text_anchor="end"))
    return parts


def _at_the_right(marked: Sequence[Numbered], ends: Sequence[tuple[float, float]], top: float) -> list[str]:
    """A label for each numbered line where it ends, moved apart so that none lies on another, with a lead to it."""
    order = sorted(range(len(marked)), key=lambda n: (ends[n][1], marked[n].number))
    heights = spread_apart([ends[n][1] for n in order], top, top + _AXES + 24, _APART)
    parts = []
    for n, y in zip(order, heights, strict=True):
        x, end = ends[n]
        words = f"{marked[n].number} {standards_in_words(marked[n].picked)}".strip()
        parts.append(path([(x + 2, end), (x + 18, y)], class_="frontier"))
        parts.append(text(x + 21, y + 3.5, words, class_="small"))
    return parts


def spread_apart(wanted: Sequence[float], low: float, high: float, apart: float) -> list[float]:
    """Heights near those wanted (in rising order), at least ``apart`` from one another if there is room at all."""
    apart = min(apart, (high - low) / max(1, len(wanted) - 1)) if len(wanted) > 1 else apart
    found: list[float] = []
    for n, each in enumerate(wanted):
        found.append(max(each, low + n * apart, found[-1] + apart if found else low))
    for n in reversed(range(len(found))):
        found[n] = min(found[n], high - (len(found) - 1 - n) * apart)
    return found


def cut(words: str, letters: int) -> str:
    """A name of so many letters at most, with its end kept: that is where several names often differ."""
    end = letters // 2
    return words if len(words) <= letters else f"{words[: letters - 1 - end]}…{words[-end:]}"
