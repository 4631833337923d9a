"""A weighing as one picture that stands alone: the frontier, and what matters to whom."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from parley.model import FrontierRow, Weighing

from .frontier import HEIGHT as FRONTIER_HEIGHT
from .frontier import draw_frontier
from .svg import element, path, picture, text, title

WIDTH, LEFT, TOP = 720, 60, 64
_AXES, _LEGEND = 260, 22
_ROW, _GAP, _NAMES, _FIGURES = 11, 9, 210, 60
_LINES, _ISSUES, _LETTERS = 400, 15, 30
"""So many packages are drawn, so many issues, and so many letters of a name."""
_STYLE = """
text { font: 12px system-ui, sans-serif; fill: #222 } .small { font-size: 10.5px; fill: #555 }
.head { font-size: 15px; font-weight: 600 } .axis { stroke: #888 } .mark { fill: #fff; stroke: #222 }
.frontier { fill: none; stroke: #aaa } .range { stroke: #888 } .ring { fill: none; stroke: #b3261e; stroke-width: 1.6 }
.halo { paint-order: stroke; stroke: #fff; stroke-width: 3px } .row { fill: none; stroke: #9db8d2; stroke-opacity: .6 }
.chosen { fill: none; stroke-width: 2.4 } .nash { stroke: #b3261e } .kalai_smorodinsky { stroke: #35567a }
.egalitarian { stroke: #2e7d32 } .utilitarian { stroke: #8a5a00 }
.p0 { fill: #35567a } .p1 { fill: #d98e2b } .p2 { fill: #6a9a5b } .p3 { fill: #8c5a8c } .p4 { fill: #777 }
.p5 { fill: #3a9ba5 } .p6 { fill: #b3261e } .p7 { fill: #a3bf45 } .p8 { fill: #c98aa0 } .p9 { fill: #5b4a3a }
"""
_DASHES = {"nash": None, "kalai_smorodinsky": "8 3", "egalitarian": "3 3", "utilitarian": "10 3 2 3"}
_TINTS = 10


def draw_weighing(weighing: Weighing, standards: Mapping[str, str]) -> Markup:
    """Frontier and stakes one above the other; ``standards`` names each standard of fairness as people write it.

    Two parties have the frontier as a plot, three and more as lines over one axis for each party, from its least to
    its most on the frontier. Below stands which share of all its points each party has at stake in each issue.
    """
    parts = [element("style", _STYLE), text(20, 26, "Packages that no other beats for everyone", class_="head")]
    height = float(TOP - 20)
    plot = draw_frontier(weighing, standards)
    if plot is not None:
        parts.append(str(plot).replace("<svg ", f'<svg x="20" y="{height:g}" height="{FRONTIER_HEIGHT}" ', 1))
        height += FRONTIER_HEIGHT + 20
    elif len(weighing.parties) > 2 and weighing.frontier:
        parts += _parallel(weighing, standards)
        height = TOP + _AXES + 34 + _LEGEND * 2 + 20
    else:
        parts.append(text(20, height + 8, f"{len(weighing.frontier)} of them; nothing to draw.", class_="small"))
        height += 40
    stakes, below = _stakes(weighing, height)
    note = text(20, below + 8, "Rests on the parties' profiles: for the mediator alone.", class_="small")
    label = f"Weighing of {', '.join(weighing.parties)}"
    return picture(WIDTH, below + 24, label, *parts, *stakes, note)


def _parallel(weighing: Weighing, standards: Mapping[str, str]) -> list[str]:
    """A line for each row of the frontier; those that a standard picks stand out, with a legend."""
    parties = weighing.parties
    ends = {party: [_middle(row, party) for row in weighing.frontier] for party in parties}
    step = (WIDTH - 2 * LEFT - 40) / (len(parties) - 1)

    def line(row: FrontierRow) -> list[tuple[float, float]]:
        points = []
        for number, party in enumerate(parties):
            low, high = min(ends[party]), max(ends[party])
            share = (_middle(row, party) - low) / (high - low) if high > low else 1.0
            points.append((LEFT + 20 + number * step, TOP + 14 + _AXES * (1 - share)))
        return points

    shown = weighing.frontier[:: -(-len(weighing.frontier) // _LINES)]
    parts = [element("g", title(_words(row)), path(line(row), class_="row")) for row in shown]
    legend = 0
    for name, solution in weighing.solutions:
        for row in solution:
            dash = _DASHES.get(name)
            parts.append(
                element(
                    "g",
                    title(f"{standards[name]}: {_words(row)}"),
                    path([_kept(point) for point in line(row)], class_=f"chosen {name}", stroke_dasharray=dash),
                )
            )
        if solution:
            left, y = LEFT + 20 + (legend % 2) * 300, TOP + _AXES + 44 + (legend // 2) * _LEGEND
            parts.append(path([(left, y), (left + 36, y)], class_=f"chosen {name}", stroke_dasharray=_DASHES.get(name)))
            parts.append(text(left + 44, y + 4, standards[name]))
            legend += 1
    for number, party in enumerate(parties):
        x = LEFT + 20 + number * step
        parts.append(element("line", x1=x, x2=x, y1=TOP + 14, y2=TOP + 14 + _AXES, class_="axis"))
        parts.append(text(x, TOP - 8, _cut(party, max(6, int(step / 8))), text_anchor="middle"))
        parts.append(text(x, TOP + 8, f"{max(ends[party]):g}", class_="small", text_anchor="middle"))
        parts.append(text(x, TOP + _AXES + 28, f"{min(ends[party]):g}", class_="small", text_anchor="middle"))
    if len(shown) < len(weighing.frontier):
        words = f"{len(shown):,} of {len(weighing.frontier):,} are drawn"
        parts.append(text(WIDTH - 20, 26, words, class_="small", text_anchor="end"))
    return parts


def _stakes(weighing: Weighing, top: float) -> tuple[list[str], float]:
    """A bar for each party and issue: its share of all that the party has at stake; the weightiest issue first."""
    shares: dict[str, dict[str, float]] = {}
    for party, stakes in weighing.stakes.items():
        whole = float(sum(stakes.values()))
        if whole:
            shares[party] = {issue: float(stake) / whole for issue, stake in stakes.items()}
    if not shares:
        return [], top
    titles = {issue.id: issue.title for issue in weighing.issues}
    order = sorted(titles, key=lambda issue: -sum(row[issue] for row in shares.values()))
    parts = [text(20, top + 14, "What matters most: the share of its points that each has at stake", class_="head")]
    y = top + 34
    for number, party in enumerate(shares):
        x = 20 + (number % 4) * 170
        mark = y + (number // 4) * 16
        parts.append(element("rect", x=x, y=mark - 9, width=10, height=10, class_=f"p{number % _TINTS}"))
        parts.append(text(x + 15, mark, _cut(party, 22), class_="small"))
    y += (len(shares) - 1) // 4 * 16 + 16
    scale = (WIDTH - _NAMES - _FIGURES - 20) / max(max(row.values()) for row in shares.values())
    for issue in order[:_ISSUES]:
        parts.append(text(_NAMES - 8, y + _ROW, _cut(titles[issue], _LETTERS), text_anchor="end"))
        for number, (party, row) in enumerate(shares.items()):
            width = row[issue] * scale
            bar = element(
                "rect", title(f"{party}: {row[issue]:.0%}"),
                x=_NAMES, y=y, width=max(width, 1.0), height=_ROW - 2, class_=f"p{number % _TINTS}",
            )  # fmt: skip
            parts += [bar, text(_NAMES + width + 5, y + _ROW - 2, f"{row[issue]:.0%}", class_="small")]
            y += _ROW
        y += _GAP
    if len(order) > _ISSUES:
        parts.append(text(_NAMES, y + 4, f"and {len(order) - _ISSUES} issues more", class_="small"))
        y += 14
    return parts, y


def _middle(row: FrontierRow, party: str) -> float:
    value = row.utilities[party]
    return float(value.low + value.high) / 2


def _kept(point: tuple[float, float]) -> tuple[float, float]:
    """A point of the frontier's own span: what a standard picks may lie outside of it where points are ranges."""
    return point[0], min(max(point[1], TOP + 14.0), TOP + 14.0 + _AXES)


def _words(row: FrontierRow) -> str:
    return ", ".join(f"{party} {_middle(row, party):g}" for party in row.utilities)


def _cut(words: str, letters: int) -> str:
    """A name of so many letters at most, with its end kept: that is where several names often differ."""
    end = letters // 2
    return words if len(words) <= letters else f"{words[: letters - 1 - end]}…{words[-end:]}"
