"""Times in running English: what they are, and the days they bound."""

from .find import times

__all__ = ["times"]
