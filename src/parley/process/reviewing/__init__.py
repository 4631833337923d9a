"""Reviewing: what people decide about single statements, and what follows from it."""

from .applying import After, Read, Standing, after_review
from .desk import Desk, Filters
from .precision import wilson
from .records import erase_records, target_of
from .uncertain import why_uncertain

__all__ = [
    "After",
    "Desk",
    "Filters",
    "Read",
    "Standing",
    "after_review",
    "erase_records",
    "target_of",
    "why_uncertain",
    "wilson",
]
