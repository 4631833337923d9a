"""What is found in a provision's words, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from parley.model import Instant, Window

TOGETHER_WITH = (
    r"in\s+(?:(?:close|full|good|direct|constant|prior)\s+)?(?:co-?operation|co-?ordination|consultation|liaison|concert|conjunction|"
    r"conformity|compliance|keeping|partnership)"
)
COMPOUND = (
    rf"{TOGETHER_WITH}\s+with|consistent(?:ly)?\s+with|with\s+the\s+(?:help|aid|assistance|support|participation|knowledge)\s+of|"
    r"for\s+the\s+(?:benefit|sake|good)\s+of|on\s+behalf\s+of|in\s+the\s+name\s+of|at\s+the\s+(?:expense|cost)\s+of|"
    r"in\s+(?:lieu|view|spite|recognition)\s+of|instead\s+of|by\s+virtue\s+of|by\s+way\s+of|under\s+the\s+authority\s+of|"
    r"by\s+means\s+of|because\s+of|due\s+to|owing\s+to|on\s+account\s+of|by\s+reason\s+of|on\s+(?:[a-z]+\s+)?grounds(?:\s+of)?|"
    r"for\s+(?:[a-z]+\s+)?reasons(?:\s+of)?|with\s+(?:all\s+)?(?:due|all|the\s+utmost|great)\s+(?:speed|care|haste|dispatch|diligence|respect|caution)|"
    r"as\s+(?:set\s+out|provided|agreed|shown|defined|described|specified|stipulated|laid\s+down)\s+(?:in|by|for\s+in|under|on)"
)
"""Prepositions of several words, and phrases: what they begin is no part of a thing."""
BESIDE = (
    r"(?:with\s+the\s+(?:\w+\s+)?(?:consent|approval|agreement|permission|authori[sz]ation)\s+of|subject\s+to|"
    rf"in\s+(?:the\s+presence\s+of|accordance\s+with)|{COMPOUND}|under\s+the|"
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
