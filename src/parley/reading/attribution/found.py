"""What attribution finds: source, cue and content of what somebody says, as places in the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from parley.model import Act

from ..tokens import Doc, Token

Ranges = tuple[tuple[int, int], ...]
"""Pairs of code points, in reading order."""


@dataclass(frozen=True)
class Attribution:
    """Source, cue and content as code points, with what the grammar knows of them."""

    source: Ranges
    cue: Ranges
    content: Ranges
    act: Act
    direct: bool
    cue_head: int | None = None
    source_head: int | None = None
    content_heads: tuple[int, ...] = ()
    addressee: Ranges = ()
    negated: bool = False
    kind: str = ""
    presumed: bool = False
    doubt: str = ""
    goes_on: bool = False
    """A further clause of a cue whose first clause is an attribution of its own ("..., and that P")."""
    told_at: int | None = None
    """The cue of the attribution within which this one is told, where grammar and not place tells it."""


def ranges(doc: Doc, tokens: Iterable[int], keep: str = "") -> Ranges:
    """Token indices as ranges of code points: runs joined over spaces, edges free of loose punctuation."""
    runs: list[list[int]] = []
    for i in sorted(tokens):
        if runs and all(doc[k].is_space for k in range(runs[-1][-1] + 1, i)):
            runs[-1].append(i)
        else:
            runs.append([i])
    found = []
    for run in runs:
        while run and (
            doc[run[0]].is_space or (_is_loose(doc[run[0]]) and doc[run[0]].text not in "([“\"‘'«``$#@" + keep)
        ):
            run.pop(0)
        while run and (
            doc[run[-1]].is_space or (_is_loose(doc[run[-1]]) and doc[run[-1]].text not in ")]”\"’'»''%?!" + keep)
        ):
            run.pop()
        if run and not all(_is_loose(doc[i]) and doc[i].text not in (keep or " ") for i in run):
            found.append((doc[run[0]].idx, doc[run[-1]].idx + len(doc[run[-1]].text)))
    return tuple(found)


def _is_loose(token: Token) -> bool:
    return token.is_punct or token.dep_ == "punct"
