"""A first profile from what a party says in public: every value a range, every value an assumption.

What is said in public is a position, not an interest: it tells in which half of an issue an option may stand for the
party, never what it could live with, where its red lines are or how much an issue matters. So the profile has places
and nothing else, and these are wide; what only others tell of the party is wider still.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from parley.model import Assumption, Issue, Position, Range, Stance

_PLACES = {
    Stance.DEMANDS: ("0.6", "1"),
    Stance.SUPPORTS: ("0.5", "1"),
    Stance.OPEN: ("0.3", "0.9"),
    Stance.CONDITIONAL: ("0.2", "0.8"),
    Stance.OPPOSES: ("0", "0.4"),
}
_OWN = ("0.5", "1")
"""Of an option that the text has as the party's own."""


def suppose(party: str, issues: Sequence[Issue], positions: Sequence[Position]) -> tuple[Assumption, ...]:
    """Where ``party`` may place each option of ``issues``, as far as its ``positions`` tell; the whole range where they
    don't."""
    cells = {(cell.issue, cell.option): cell for cell in positions if cell.party == party}
    return tuple(_assumed(party, issue, option.id, cells) for issue in issues for option in issue.options)


def _assumed(party: str, issue: Issue, option: str, cells: dict[tuple[str, str | None], Position]) -> Assumption:
    cell = cells.get((issue.id, option))
    owned = any(each.id == option and party in each.owners for each in issue.options)
    stance = None if cell is None or cell.stance is Stance.UNCLEAR else cell.stance
    statements = () if cell is None else cell.statements
    if stance is not None and cell is not None:
        low, high = _PLACES[stance]
        why = f"{party} {_TOLD[stance]}, by {_count(statements)}"
        if cell.second_hand:
            low, high = _wider(low, high)
            why = f"others tell that {why}"
    elif owned:
        low, high = _OWN
        why = f"the text has it as {party}'s own"
    else:
        low, high = "0", "1"
        why = "its words point both ways, or to neither" if statements else "nothing was found on it"
    return Assumption(
        issue=issue.id,
        option=option,
        place=Range(low=Fraction(low), high=Fraction(high)),
        stance=stance,
        statements=statements,
        second_hand=cell is not None and cell.second_hand,
        proposed=owned,
        why=why,
    )


_TOLD = {
    Stance.DEMANDS: "demands it",
    Stance.SUPPORTS: "supports it",
    Stance.OPEN: "is open to it",
    Stance.CONDITIONAL: "sets conditions for it",
    Stance.OPPOSES: "opposes it",
}


def _wider(low: str, high: str) -> tuple[str, str]:
    """Half of the way to the whole range."""
    return str(Fraction(low) / 2), str((1 + Fraction(high)) / 2)


def _count(statements: Sequence[str]) -> str:
    return "1 statement" if len(statements) == 1 else f"{len(statements)} statements"
