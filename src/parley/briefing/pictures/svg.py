"""The few SVG elements that the pictures are made of; every text is escaped here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from html import escape
from importlib.resources import files

from markupsafe import Markup

from parley.text.visible import visible


def element(name: str, *children: str, **attributes: object) -> str:
    """``<name …>children</name>``; an attribute's ``_`` is written ``-``, a trailing one is dropped."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(visible(_number(value)), quote=True)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{''.join(children)}</{name}>" if children else f"<{name}{written}/>"


def text(x: float, y: float, words: str, **attributes: object) -> str:
    return element("text", escape(visible(words)), x=x, y=y, **attributes)


def title(words: str) -> str:
    """What a pointer resting on the element, or a screen reader, is told."""
    return element("title", escape(visible(words)))


def path(points: Iterable[tuple[float, float]], closed: bool = False, **attributes: object) -> str:
    return paths([points], closed, **attributes)


def paths(lines: Iterable[Iterable[tuple[float, float]]], closed: bool = False, **attributes: object) -> str:
    """Several lines as one element, so that where they lie over one another nothing is painted twice."""
    drawn = (
        " ".join(f"{'M' if index == 0 else 'L'}{x:.1f} {y:.1f}" for index, (x, y) in enumerate(line)) for line in lines
    )
    return element("path", d=" ".join(steps + (" Z" if closed else "") for steps in drawn), **attributes)


def picture(width: float, height: float, label: str, *children: str) -> Markup:
    """A whole picture of this size in pixels, that shrinks with its column; ``label`` says what it shows."""
    return Markup(
        element(
            "svg",
            title(label),
            *children,
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {width:g} {height:g}",
            width=f"{width:g}",
            role="img",
            aria_label=label,
        )
    )


@cache
def style_of(name: str) -> str:
    """The style that a picture brings along, so that it stands alone: the file ``NAME.css`` of this folder."""
    words = (files("parley.briefing.pictures") / f"{name}.css").read_text(encoding="utf-8")
    return element("style", words)


def _number(value: object) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def verdict_mark(verdict: str, x: float, y: float, size: float = 4.5) -> str:
    """The mark of a verdict: each has a shape of its own, so that a photocopy still tells them apart."""
    if verdict == "breached":
        return element(
            "path",
            d=f"M{x - size:.1f} {y - size:.1f} L{x + size:.1f} {y + size:.1f} "
            f"M{x + size:.1f} {y - size:.1f} L{x - size:.1f} {y + size:.1f}",
            class_="mark breached",
        )
    if verdict == "overdue":
        points = [(x, y - size * 1.2), (x + size * 1.1, y + size * 0.8), (x - size * 1.1, y + size * 0.8)]
        return path(points, closed=True, class_="mark overdue")
    if verdict == "cannot tell":
        return text(x, y + size * 0.9, "?", class_="mark unknown", text_anchor="middle")
    return element("circle", cx=x, cy=y, r=size, class_=f"mark {'kept' if verdict == 'kept' else 'pending'}")
