"""The text in paragraphs with their numbers, for whoever writes it down in another format."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from parley.model import Bracket, Framework
from parley.text import patterns as re

from ..front_matter import read_front_matter
from ..parts import Block, Layout, Part, Region
from ..structure import lay_out

_MARKS = re.compile(r"\*\*(?=\S)(?P<bold>[^*]+?)(?<=\S)\*\*|(?<![\w*])\*(?=\S)(?P<italic>[^*]+?)(?<=\S)\*(?![\w*])")
_HASHES = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]")
_ARTICLES = re.compile(
    r"\b(?P<word>Articles?|Provisions?)\s+(?P<numbers>\d+(?:\s*(?:,|to|and|or|–|-)\s*(?:and\s+|or\s+)?\d+)*)"
)
_MEANS = re.compile(r"\s+(?:means?|shall mean)\b")


class Kind(enum.StrEnum):
    """What a paragraph is."""

    HEADING = "heading"
    PROVISION = "provision"
    ITEM = "item"
    TEXT = "text"


@dataclass(frozen=True)
class Run:
    """Words in one style. ``bracket`` is the label of the bracket that they stand in, "" for one without label."""

    text: str
    bold: bool = False
    italic: bool = False
    bracket: str | None = None


@dataclass(frozen=True)
class Paragraph:
    """One paragraph. ``level`` is a heading's depth from 1; ``number`` is as printed ("3.", "(a)"), at its first only.

    ``id`` is the provision's, ``parent`` that of the provision in which it is an item.
    """

    kind: Kind
    runs: tuple[Run, ...]
    level: int = 0
    number: str | None = None
    id: str | None = None
    parent: str | None = None

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


def paragraphs(framework: Framework) -> tuple[Paragraph, ...]:
    """The paragraphs of the text in order, without front matter, comments and word ids.

    Provisions are numbered through as they stand, and references to articles follow, where each printed
    number of a provision stands once; else the printed numbers stay.
    """
    front = read_front_matter(framework.text, framework.path)
    layout = lay_out(framework.text, framework.path, front.body, len(framework.text), front.present)
    renumbered = _renumbered(layout.parts)
    shown: set[int] = set()
    found = []
    for block in layout.blocks:
        paragraph = _paragraph(block, layout, framework.brackets, renumbered, shown)
        if paragraph.text.strip():
            found.append(paragraph)
    return tuple(found)


def _paragraph(
    block: Block, layout: Layout, brackets: Sequence[Bracket], renumbered: Mapping[str, str], shown: set[int]
) -> Paragraph:
    runs = tuple(_referring(_tidied(_runs(layout.flat, block, brackets)), renumbered))
    if block.region is Region.HEADING:
        line = layout.flat.rfind("\n", 0, block.start) + 1
        hashes = _HASHES.match(layout.flat, line)
        return Paragraph(Kind.HEADING, runs, level=len(hashes[1]) if hashes else 2)
    if block.provision is None:
        return Paragraph(Kind.ITEM if block.intro is not None else Kind.TEXT, runs, number="•" if block.intro else None)
    part = layout.parts[block.provision]
    parent = layout.parts[part.parent] if part.parent is not None else None
    first = block.provision not in shown
    shown.add(block.provision)
    item = parent is not None or block.intro is not None
    number = _number(part, parent, renumbered) if first else "•" if block.intro is not None else None
    return Paragraph(
        Kind.ITEM if item else Kind.PROVISION,
        runs,
        number=number,
        id=part.word_id or part.number,
        parent=(parent.word_id or parent.number) if parent else None,
    )


def _number(part: Part, parent: Part | None, renumbered: Mapping[str, str]) -> str | None:
    if part.number is None:
        return None
    if parent is not None and parent.number and part.number.startswith(parent.number):
        own = part.number.removeprefix(parent.number).lstrip(".")
        return own if own.startswith("(") else f"{renumbered.get(parent.number, parent.number)}.{own}"
    return f"{renumbered.get(part.number, part.number)}."


def _renumbered(parts: Sequence[Part]) -> dict[str, str]:
    """The number of each provision by the printed one; nothing where these are right, or not told apart."""
    printed = [part.number for part in parts if part.parent is None and part.number]
    if not all(number.isdecimal() for number in printed) or len(set(printed)) < len(printed):
        return {}
    return {number: str(rank) for rank, number in enumerate(printed, start=1)}


def _referring(runs: Sequence[Run], renumbered: Mapping[str, str]) -> Iterator[Run]:
    changed = {old: new for old, new in renumbered.items() if old != new}

    def numbers(match: re.Match[str]) -> str:
        row = re.sub(r"\d+", lambda number: renumbered.get(number[0], number[0]), match["numbers"])
        return f"{match['word']} {row}"

    for run in runs:
        yield replace(run, text=_ARTICLES.sub(numbers, run.text)) if changed else run


def _runs(flat: str, block: Block, brackets: Sequence[Bracket]) -> Iterator[Run]:
    """The block's words in their styles: each bracket is a run of its own, with the brackets inside it."""
    at = block.start
    for bracket in brackets:
        if bracket.start < at or bracket.end > block.end:
            continue
        yield from _styled(flat[at : bracket.start])
        yield Run(" ".join(flat[bracket.start : bracket.end].split()), bracket=bracket.label or "")
        at = bracket.end
    yield from _styled(flat[at : block.end])


def _styled(words: str) -> Iterator[Run]:
    at = 0
    for match in _MARKS.finditer(words):
        yield Run(words[at : match.start()])
        bold = match["bold"]
        if bold and _MEANS.match(words, match.end()):
            bold = f"“{bold}”"  # a defined term keeps its mark where no bold is told
        yield Run(bold or match["italic"], bold=bool(bold), italic=bold is None)
        at = match.end()
    yield Run(words[at:])


def _tidied(runs: Iterator[Run]) -> list[Run]:
    """Runs without empty ones; white space is one blank, and none stands at either end."""
    found: list[Run] = []
    for run in runs:
        text = re.sub(r"\s+", " ", run.text)
        if text.startswith(" ") and (not found or found[-1].text.endswith(" ")):
            text = text[1:]
        if text:
            found.append(replace(run, text=text))
    while found and not found[-1].text.strip():
        found.pop()
    if found:
        found[-1] = replace(found[-1], text=found[-1].text.rstrip())
    return found
