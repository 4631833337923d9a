"""What the verbs on the text print."""

from __future__ import annotations

from ..comparison import Comparison
from ..framework import Check, Expectation
from ..time import Moment
from ..value import Value
from .base import Output


class CheckOutput(Output, Check):
    """``title`` and ``d_day`` are the text's; ``files`` are pictures and calendars that were written of its dates."""

    path: str
    title: str | None = None
    d_day: Moment | None = None
    expectation: Expectation | None = None
    files: tuple[str, ...] = ()


class DiffOutput(Output, Comparison):
    """``paths`` are the two texts compared, the earlier first."""

    paths: tuple[str, str] = ("", "")


class SettleOutput(Output):
    """``text`` is the clean text; ``taken`` the option by label; ``open`` the labels still open in it."""

    text: str
    taken: dict[str, str]
    open: tuple[str, ...] = ()
    path: str | None = None


class Facet(Value):
    """One part of a duty (``act``, ``object``, ``place`` ...): what it is in the text asked about, and there."""

    part: str
    here: str | None = None
    there: str | None = None


class Precedent(Value):
    """A sentence of another agreement that obliges to the like.

    ``likeness`` is the share of the meaning that is alike, 0 to 1; ``alike`` and ``differs`` say in which parts.
    """

    path: str
    title: str | None = None
    provision: str | None
    heading: str | None = None
    start: int
    end: int
    exact: str
    reading: str | None
    likeness: float
    alike: tuple[Facet, ...] = ()
    differs: tuple[Facet, ...] = ()


class PrecedentsOutput(Output):
    """``like`` is what was asked about, ``reading`` how it was understood; ``searched`` are the texts."""

    like: str = ""
    reading: str | None = None
    searched: tuple[str, ...] = ()
    precedents: tuple[Precedent, ...] = ()
