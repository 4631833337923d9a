"""What a framework text is laid out in: regions, blocks, provisions in the making."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Region(enum.Enum):
    """Where in the document a block stands."""

    HEADING = "heading"
    PREAMBLE = "preamble"
    BODY = "body"
    CLOSING = "closing"


@dataclass
class Block:
    """A heading, a paragraph or an item of a list, ``start`` to ``end`` without its number and word id.

    ``provision`` is an index into the layout's provisions. ``intro`` is the block that a list item
    continues ("The Parties shall:"), an index into the blocks.
    """

    region: Region
    start: int
    end: int
    provision: int | None = None
    intro: int | None = None


@dataclass
class Part:
    """A provision in the making: what is printed, its word id, its heading, and its extent."""

    start: int
    end: int
    number: str | None = None
    word_id: str | None = None
    heading: str | None = None
    parent: int | None = None


@dataclass
class Layout:
    """The text in parts. ``flat`` is the text with comments and word ids blanked, offsets unchanged."""

    flat: str
    blocks: list[Block]
    parts: list[Part]
    plain: bool
    problems: list[str]
