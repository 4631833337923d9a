"""What is found in a provision's words, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from parley.model import Instant, Window

BESIDE = (
    r"(?:with\s+the\s+(?:\w+\s+)?(?:consent|approval|agreement|permission|authori[sz]ation|help|assistance|support)\s+of|subject\s+to|"
    r"in\s+(?:the\s+presence\s+of|accordance\s+with|coordination\s+with|cooperation\s+with|consultation\s+with)|under\s+the|"
    r"without|after\s+[a-z]+ing|at\s+(?:its|their)\s+own)"
)
"""What begins something else beside the words of a time."""


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
