"""Which of the three kinds of file a mapping is, by what it has: they look alike, and are for different questions."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from parley.model import UnusableInput


class Kind(StrEnum):
    """A kind of file; its value is the method of ``weigh`` that takes it."""

    PACKAGES = "packages"
    STABILITY = "stability"
    DIVIDE = "divide"


_TOLD = {
    Kind.PACKAGES: "a bargaining case (it has 'issues' and 'parties')",
    Kind.STABILITY: "a graph model (it has 'decision_makers')",
    Kind.DIVIDE: "a division (its parties spread 'points' over issues)",
}


def kind_of(data: Mapping[str, Any]) -> Kind | None:
    """What a file is, as far as its keys tell; ``None`` where they tell nothing."""
    if "decision_makers" in data:
        return Kind.STABILITY
    if "issues" not in data or "parties" not in data:
        return None
    parties = data["parties"] if isinstance(data["parties"], list) else []
    keys = {key for party in parties if isinstance(party, Mapping) for key in party}
    return Kind.DIVIDE if "points" in keys and not keys & {"scores", "rankings"} else Kind.PACKAGES


def refuse_others(data: Mapping[str, Any], path: str, *wanted: Kind) -> None:
    """Raises :class:`UnusableInput` for a file of another kind: it says which, and what takes it."""
    kind = kind_of(data)
    if kind is None or kind in wanted:
        return
    how = "" if kind is Kind.PACKAGES else f" --method {kind}"
    meant = " or ".join(_TOLD[each] for each in wanted)
    raise UnusableInput(path, f"this is {_TOLD[kind]}, and {meant} is meant here", f"use `parley weigh {path}{how}`")
