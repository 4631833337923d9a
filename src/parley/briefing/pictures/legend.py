"""The legend of the map: what each mark, line and shade stands for, as far as it is drawn."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from parley.model import ShapeKind

from .labels import width_of
from .svg import element, path, paths, text, verdict_mark

_ROW, _KEY, _GAP, _SIZE = 17, 26, 12, 9.5
HATCHED = {
    "unwatched": "nobody looked",
    "blind": "nobody looked who could see all that is banned",
}
"""What the hatchings of a map say."""
_VERDICTS = ("breached", "overdue", "cannot tell", "pending", "kept")


def legend(
    width: float,
    top: float,
    *,
    verdicts: Collection[str],
    kinds: Collection[ShapeKind],
    hatched: Collection[str],
    bands: Sequence[str],
    today: bool,
    counted: bool,
    notes: Sequence[str],
) -> tuple[list[str], float]:
    """The legend below ``top``, and where it ends. Entries flow into rows; the notes stand under them."""
    entries: list[tuple[str, str]] = [(f"mark:{each}", each) for each in _VERDICTS if each in verdicts]
    entries += [("dot", "other report")] if "" in verdicts else []
    entries += [("today", "of this reporting day")] if today else []
    entries += [("radius", "may lie anywhere within")] if verdicts else []
    entries += [("line", "line of the text")] if ShapeKind.LINE in kinds else []
    entries += [("zone", "zone of the text")] if ShapeKind.ZONE in kinds else []
    entries += [("band", "; ".join(bands))] if bands else []
    entries += [("border", "border as somebody claims it: contested")] if ShapeKind.BORDER in kinds else []
    entries += [("region", "region of reporting")] if ShapeKind.REGION in kinds else []
    entries += [(each, f"{words}: silence proves nothing") for each, words in HATCHED.items() if each in hatched]
    drawn: list[str] = []
    x, y = 22.0, top + _ROW / 2
    for key, words in entries:
        wide = _KEY + width_of(words, _SIZE) + _GAP
        if x + wide > width and x > 22:
            x, y = 22.0, y + _ROW
        drawn += [_key(key, x + 9, y), text(x + _KEY, y + 3.5, words, class_="small")]
        x += wide
    said = list(notes)
    if counted:
        said.insert(
            0, "Numbers are reports at one mark, each claimant's own: two may tell of the same, and none is a sum."
        )
    for words in said:
        y += 14
        drawn.append(text(22, y + 3.5, words, class_="small"))
    return drawn, y + 14


def _key(key: str, x: float, y: float) -> str:
    if key.startswith("mark:"):
        return verdict_mark(key.removeprefix("mark:"), x, y)
    if key in ("dot", "today", "radius"):
        radius = {"dot": 1.9, "today": 6.0, "radius": 7.0}[key]
        return element("circle", cx=x, cy=y, r=radius, class_=key)
    if key in ("line", "border"):
        return path([(x - 10, y), (x + 12, y)], class_=key)
    box = [(x - 9, y - 5), (x + 11, y - 5), (x + 11, y + 5), (x - 9, y + 5)]
    if key == "blind":  # the pattern itself is too wide to be known in so small a box
        dashes = [[(x + dx - 2, y + dy + 2), (x + dx + 2, y + dy - 2)] for dx, dy in ((-6, -2), (0, 2), (6, -2))]
        return paths(dashes, class_="hatch")
    if key == "band":
        return element("rect", x=x - 9, y=y - 5, width=20, height=10, class_="shade")
    return path(box, closed=True, class_=key)
