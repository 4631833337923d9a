"""A weighing as one picture that stands alone: the frontier, and what matters to whom."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping

from markupsafe import Markup

from parley.model import Weighing

from .frontier import HEIGHT as FRONTIER_HEIGHT
from .frontier import draw_frontier
from .numbered import how_drawn, numbered, told_of
from .package_table import package_table
from .parallel import HEIGHT as PARALLEL_HEIGHT
from .parallel import cut, parallel
from .svg import element, picture, style_of, text, title

WIDTH, TOP = 720, 64
_ROW, _GAP, _NAMES, _FIGURES = 11, 9, 210, 60
_ISSUES, _LETTERS = 15, 30
"""So many issues are drawn, and so many letters of a name."""
_TINTS = 10


def draw_weighing(weighing: Weighing, standards: Mapping[str, str], with_table: bool = True) -> Markup:
    """Frontier, packages and stakes one above the other; ``standards`` names each standard as people write it.

    Two parties have the frontier as a plot, three and more as lines over one axis for each party. Below stands a table
    of the packages that have a number there, and which share of all its points each party has at stake in each issue.
    """
    parts = [text(20, 26, "Packages that no other beats for everyone", class_="head")]
    height = float(TOP - 20)
    marked = numbered(weighing, standards)
    plot = draw_frontier(weighing, standards)
    if plot is not None:
        parts.append(str(plot).replace("<svg ", f'<svg x="20" y="{height:g}" height="{FRONTIER_HEIGHT}" ', 1))
        height += FRONTIER_HEIGHT + 12
    elif len(weighing.parties) > 2 and len(told_of(weighing)) > 1 and weighing.frontier:
        parts += parallel(weighing, marked, WIDTH, TOP)
        height = TOP + PARALLEL_HEIGHT
    else:
        parts.append(text(20, height + 8, f"{len(weighing.frontier)} of them; nothing to draw.", class_="small"))
        height += 26
    scored = [party for party in weighing.parties if party not in weighing.ranking]
    ranges = any(not row.utilities[party].is_point for row in weighing.frontier for party in scored)
    for line in _lines(how_drawn(weighing) + (" Points known as a range stand at its middle." if ranges else "")):
        parts.append(text(20, height + 8, line, class_="small"))
        height += 14
    if with_table and marked:
        table, height = package_table(weighing, marked, height + 14, WIDTH)
        parts += table
    stakes, below = _stakes(weighing, height + 10)
    note = text(20, below + 8, "Rests on the parties' profiles: for the mediator alone.", class_="small")
    label = f"Weighing of {', '.join(weighing.parties)}"
    return picture(
        WIDTH, below + 24, label, style_of("weighing"), element("g", *parts, *stakes, note, class_="weighing")
    )


def _lines(words: str) -> list[str]:
    """A note in lines of the picture's width."""
    return textwrap.wrap(words, 118)


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
        parts.append(text(x + 15, mark, cut(party, 22), class_="small"))
    y += (len(shares) - 1) // 4 * 16 + 16
    scale = (WIDTH - _NAMES - _FIGURES - 20) / max(max(row.values()) for row in shares.values())
    for issue in order[:_ISSUES]:
        parts.append(text(_NAMES - 8, y + _ROW, cut(titles[issue], _LETTERS), text_anchor="end"))
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
