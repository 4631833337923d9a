"""The checks of a framework: each a small class, all in one list."""

from __future__ import annotations

from . import (
    absent,
    actors,
    answers,
    bearers,
    bodies,
    conditions,
    conflicts,
    disputes,
    distances,
    drafting,
    endings,
    existing,
    geometry,
    guarantees,
    open_text,
    order,
    outsiders,
    overdue,
    parties,
    quantities,
    references,
    stopping,
    terms,
    times,
    weapons,
    withdrawing,
    worded,
    wording,
)
from .draft import Draft
from .rule import Rule

RULES: tuple[Rule, ...] = (
    *actors.RULES,
    *parties.RULES,
    *outsiders.RULES,
    *terms.RULES,
    *weapons.RULES,
    *stopping.RULES,
    *wording.RULES,
    *bearers.RULES,
    *overdue.RULES,
    *worded.RULES,
    *endings.RULES,
    *answers.RULES,
    *guarantees.RULES,
    *disputes.RULES,
    *times.RULES,
    *conditions.RULES,
    *existing.RULES,
    *order.RULES,
    *distances.RULES,
    *geometry.RULES,
    *withdrawing.RULES,
    *bodies.RULES,
    *references.RULES,
    *conflicts.RULES,
    *quantities.RULES,
    *drafting.RULES,
    *open_text.RULES,
    *absent.RULES,
)
"""Every check, in the order of the checklist's chapters."""

__all__ = ["RULES", "Draft", "Rule"]
