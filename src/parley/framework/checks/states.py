"""States that something is kept in ("open", "dark", "secret"), and the acts that bring them about."""

from __future__ import annotations

from parley.text import patterns as re

from .steps import stem, stems

STATES = {
    "open": "open", "clos": "close", "shut": "close", "block": "close", "lit": "light", "dark": "darken",
    "secret": "hide", "confidenti": "hide",
}  # fmt: skip
"""A state by the stem of its word, and the act that brings it about."""
_WORDS = "open|closed|shut|blocked|lit|dark|secret|confidential"
_WORD = re.compile(rf"\b(?:{_WORDS})\b")
_STAYS = re.compile(
    r"(?P<what>[^.;,:]{4,100}?)\s+(?:stays?|remains?|(?:shall|must|will|is\s+to|are\s+to)\s+(?:stay|remain|be\s+kept))\s+"
    rf"(?:\w+ly\s+)?(?P<state>{_WORDS})\b",
    re.IGNORECASE,
)
"""What is to stay in a state: "the ford stays closed to civilians"."""
_IS = re.compile(
    r"\A\W*(?P<what>The\s[^.;,:]{4,60}?)\s+(?:is|are)\s+(?P<state>open|closed|shut)\b(?!\s+(?:by|when|if|on|at|with)\b)"
)
_REACH = 120
"""So far behind "keep" its state may stand."""


def state_of(words: str) -> tuple[str, str] | None:
    """What a sentence says to be, or to stay, in a state, and the act that brings it about."""
    match = _STAYS.search(words) or _IS.match(words)
    if match is None:
        return None
    return match["what"], next(act for word, act in STATES.items() if match["state"].lower().startswith(word))


def states_in(act: str, behind: str) -> frozenset[str]:
    """The stems of the states that an act, or what stands behind it, names: "leave open", "keep the gate shut"."""
    return (stems(act) & STATES.keys()) | {stem(word) for word in _WORD.findall(behind[:_REACH])}
