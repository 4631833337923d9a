"""What is found in a provision's words, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from parley.model import Instant, Window


@dataclass(frozen=True)
class Found:
    """Something read from ``start`` to ``end`` of a view's text."""

    start: int
    end: int


@dataclass(frozen=True)
class FoundInstant(Found):
    """``bare``: the words date a deed without "on" or "by" before them ("the same night")."""

    instant: Instant
    bare: bool = False


@dataclass(frozen=True)
class FoundWindow(Found):
    """A part of a window.

    ``event`` is where the words stand that set its clock running, ``joined`` how they are joined: after, before.
    """

    window: Window
    event: tuple[int, int] | None = None
    joined: str = ""
