"""The checks of a framework: each a small class, all in one list."""

from __future__ import annotations

from . import (
    absent,
    actors,
    bearers,
    bodies,
    conditions,
    conflicts,
    distances,
    drafting,
    existing,
    geometry,
    open_text,
    order,
    overdue,
    parties,
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
    *terms.RULES,
    *weapons.RULES,
    *stopping.RULES,
    *wording.RULES,
    *bearers.RULES,
    *overdue.RULES,
    *worded.RULES,
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
    *drafting.RULES,
    *open_text.RULES,
    *absent.RULES,
)
"""Every check, in the order of the checklist's chapters."""

__all__ = ["RULES", "Draft", "Rule"]
