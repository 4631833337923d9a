"""The checks of a framework: each a small class; ``catalogue`` has all of them in one list."""

from __future__ import annotations

from .draft import Draft
from .rule import Rule

__all__ = ["Draft", "Rule"]
