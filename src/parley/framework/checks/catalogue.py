"""Every check in one list. To import it compiles the patterns of all of them: only what checks a text does."""

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
    keeping,
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
from .rule import Rule
from .widened import widened

_RULES: tuple[Rule, ...] = (
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
    *keeping.RULES,
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

RULES = widened(_RULES)
"""Every check, in the order of the checklist's chapters; those that are told by frames alone come last."""
