"""The numbered packages of a weighing as a table: an option for each issue, what each party has of it, who picks it."""

from __future__ import annotations

from collections.abc import Sequence

from parley.model import Weighing

from .labels import fitting, runs_left, width_of
from .numbered import Numbered, told_of, worth_in_words
from .svg import element, text, title

_STRONG = 0.86
"""Bold letters are wider: so much less of them fits."""
_NAMES, _LINE, _SIZE, _AT_ONCE, _LINES = 150, 13, 10.5, 5, 2


def package_table(weighing: Weighing, marked: Sequence[Numbered], top: float, width: float) -> tuple[list[str], float]:
    """A column for each package, so many beside one another; and where it ends."""
    options = {(issue.id, option.id): option.text for issue in weighing.issues for option in issue.options}
    parts: list[str] = [text(20, top + 14, "The packages by number", class_="head")] if marked else []
    y = top + (40 if marked else 0)
    each = (width - _NAMES - 30) / _AT_ONCE
    for at in range(0, len(marked), _AT_ONCE):
        some = marked[at : at + _AT_ONCE]
        rows = [("", [str(one.number) for one in some])]
        rows += [(party, [worth_in_words(one.row, party) for one in some]) for party in told_of(weighing)]
        for issue in weighing.issues:
            texts = [options.get((issue.id, one.package.get(issue.id, "")), "") for one in some]
            rows.append((issue.title, texts))
        rows.append(("picked by", ["\n".join(one.picked) or "–" for one in some]))
        for number, (name, cells) in enumerate(rows):
            tallest = 1
            parts.append(element("line", x1=20, x2=width - 10, y1=y - _LINE + 2, y2=y - _LINE + 2, class_="rule"))
            for x, words, wide in [
                (20.0, name, _NAMES - 8.0),
                *((20 + _NAMES + n * each, cell, each - 8) for n, cell in enumerate(cells)),
            ]:
                strong = number == 0 or x == 20
                picked = number == len(rows) - 1
                lines = words.split("\n") if picked else wrapped(words, wide * _STRONG if strong else wide)
                tallest = max(tallest, len(lines))
                parts += _cell(x, y, wide, words, lines, "cell strong" if strong else "cell")
            y += tallest * _LINE + 4
        y += 18
    return parts, y


def _cell(x: float, y: float, wide: float, words: str, lines: Sequence[str], class_: str) -> list[str]:
    """The lines of a cell, in the direction of their script; the whole of it is told to who rests on it."""
    way = {"direction": "rtl", "unicode_bidi": "embed"} if runs_left(words) else {}
    start = x + wide if way else x
    drawn = [text(start, y + n * _LINE, line, class_=class_, **way) for n, line in enumerate(lines)]
    return [element("g", title(words), *drawn)] if words else []


def wrapped(words: str, wide: float) -> list[str]:
    """Words in two lines at most, none wider than ``wide``; what does not fit ends in an ellipsis."""
    lines: list[str] = []
    line = ""
    for word in words.split():
        longer = f"{line} {word}".strip()
        if line and width_of(longer, _SIZE) > wide:
            lines.append(line)
            line = word
        else:
            line = longer
    lines.append(line)
    if len(lines) > _LINES:
        lines = [*lines[: _LINES - 1], " ".join(lines[_LINES - 1 :])]
    return [fitting(line, _SIZE, wide) for line in lines]
