"""A case as blocks that no link ties to one another, each with the parts of packages that no other part beats.

Issues that links or refused combinations tie together are one block, any other issue is one by itself. Utilities
are then sums over blocks, so that what a weighted sum of the parties can reach is found block by block.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .merging import Merged, TooManyStates, merge
from .turns import Ban, Bonus, Combination, Integers, Sums, issues_of, tied_issues

MOST_PARTS = 5_000
"""The most parts that a block may have, ties included."""


@dataclass(frozen=True)
class Block:
    """``vectors`` is parts x parties (above ``Blocks.base``), ``picks`` parts x issues: the options of ``issues``."""

    issues: tuple[int, ...]
    vectors: Integers
    picks: NDArray[np.int16]


@dataclass(frozen=True)
class Blocks:
    """``base`` is what every package has by party; a package has that and one part of each block."""

    base: tuple[int, ...]
    blocks: tuple[Block, ...]
    dtype: type

    @property
    def parties(self) -> int:
        return len(self.base)

    @property
    def empty(self) -> bool:
        """Whether the bans leave no package."""
        return any(not len(block.vectors) for block in self.blocks)


def in_blocks(sums: Sums) -> Blocks:
    """The blocks of a case whose ranges are settled; :class:`TooManyStates` where issues tied together have too many
    parts."""
    base = [0] * sums.parties
    found = []
    for issues in tied_issues(sums):
        merged = merge(sums_of(sums, issues), MOST_PARTS)
        if sum(merged.tied()) > MOST_PARTS:
            raise TooManyStates
        row, picks = merged.packages(MOST_PARTS)
        vectors = merged.vectors[row].astype(object)
        if len(vectors):
            least = vectors.min(axis=0)
            base = [before + int(low) for before, low in zip(base, least, strict=True)]
            vectors = vectors - least
        found.append((issues, vectors, picks))
    largest = sum(int(vectors.max()) for _, vectors, _ in found if vectors.size)
    dtype = np.int64 if largest < 2**61 else object
    blocks = tuple(Block(issues, vectors.astype(dtype), picks) for issues, vectors, picks in found)
    return Blocks(tuple(base), blocks, dtype)


def sums_of(sums: Sums, issues: tuple[int, ...]) -> Sums:
    """The case of these issues alone, that no link ties to others."""
    place = {issue: number for number, issue in enumerate(issues)}

    def moved(combination: Combination) -> Combination:
        return {place[issue]: option for issue, option in combination.items()}

    return Sums(
        tuple(sums.points[issue] for issue in issues),
        tuple(Bonus(moved(each.when), each.points) for each in sums.bonuses if set(each.when) <= set(issues)),
        tuple(
            Ban(moved(each.when), None if each.unless is None else moved(each.unless))
            for each in sums.bans
            if issues_of(each) <= set(issues)
        ),
    )


@dataclass(frozen=True)
class OfBlocks:
    """Packages put together from parts of blocks: ``merged`` names the parts, this the options of all issues."""

    blocks: Blocks
    merged: Merged

    def only(self, rows: NDArray[np.intp]) -> OfBlocks:
        return OfBlocks(self.blocks, self.merged.only(rows))

    def tied(self) -> list[int]:
        return self.merged.tied()

    def options(self) -> set[tuple[int, int]]:
        """Each issue with each option that some package of some row has."""
        parts = self.merged.options()
        blocks = self.blocks.blocks
        return {
            (issue, int(blocks[number].picks[part, place]))
            for number, part in parts
            for place, issue in enumerate(blocks[number].issues)
        }

    def packages(self, most_each: int) -> tuple[NDArray[np.intp], NDArray[np.int16]]:
        row, parts = self.merged.packages(most_each)
        picks = np.zeros((len(parts), sum(len(block.issues) for block in self.blocks.blocks)), dtype=np.int16)
        for number, block in enumerate(self.blocks.blocks):
            picks[:, list(block.issues)] = block.picks[parts[:, number]]
        return row, picks
