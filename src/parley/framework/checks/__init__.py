"""The checks of a framework: each a small class, all in one list."""

from __future__ import annotations

from . import absent, actors, conflicts, distances, open_text, references, terms, times, worded, wording
from .draft import Draft
from .rule import Rule

RULES: tuple[Rule, ...] = (
    *actors.RULES,
    *terms.RULES,
    *wording.RULES,
    *worded.RULES,
    *times.RULES,
    *distances.RULES,
    *references.RULES,
    *conflicts.RULES,
    *open_text.RULES,
    *absent.RULES,
)
"""Every check, in the order of the checklist's chapters."""

__all__ = ["RULES", "Draft", "Rule"]
