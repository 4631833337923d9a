"""Tracked changes: what stands in the text as if all were accepted, and the sentence that says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..listing import counted
from .page import listed_some


class Changes:
    """The tracked changes of a document, counted by who made them."""

    def __init__(self) -> None:
        self.inserted: Counter[str] = Counter()
        self.deleted: Counter[str] = Counter()

    def notes(self, places: Sequence[int]) -> tuple[str, ...]:
        """How many by whom; ``places`` is where in the text deleted words stood."""
        total = self.inserted + self.deleted
        if not total:
            return ()
        by = listed_some([f"{name or 'nobody named'} ({number})" for name, number in sorted(total.items())])
        kept = f"{counted(self.inserted.total(), 'insertion')} read as part of the text"
        gone = f"{counted(self.deleted.total(), 'deletion')} left out and not shown"
        where = sorted(set(places))
        offsets = f", at offset{'s' if len(where) > 1 else ''} {listed_some([str(place) for place in where])}"
        at = offsets if where else ""
        return (f"it holds {counted(total.total(), 'tracked change')} by {by}: {kept}, {gone}{at}",)


def comment_notes(authors: Sequence[str]) -> tuple[str, ...]:
    """How many comments stand beside the text, and whose they are."""
    if not authors:
        return ()
    by = listed_some([name or "nobody named" for name in sorted(set(authors))])
    return (f"{counted(len(authors), 'comment')} by {by} beside the text, not read",)
