"""What may show a duty done that a happening set off, though the report does not say that it is about it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from .matching import Doing
from .showing import shows
from .standing import Known, Record
from .truth import Truth
from .windows import Span


class Unlinked:
    """The reports of a duty's act, by its bearer, that are about nothing that is known; looked for by their time."""

    def __init__(self, doing: Doing, candidates: Sequence[Known], record: Record) -> None:
        trigger = doing.obligation.trigger
        of_several = trigger is not None and trigger.value.count is not None  # also what is about one more of them
        alone = [one for one in candidates if of_several or record.by_id.get(one.report.about or "") in (None, one)]
        shown = [one for one in alone if one.report.count != 0 and shows(doing, one) is not Truth.NO]
        self._rows = sorted(shown, key=lambda one: one.span.first)
        self.by_id = {one.id: one for one in self._rows}
        self._first = [one.span.first for one in self._rows]
        self._last = list(accumulate((one.span.last for one in self._rows), max))

    def within(self, time: Span) -> Known | None:
        """The latest that may have been within that time, if any."""
        place = bisect_right(self._first, time.last)
        if not place or self._last[place - 1] < time.first:
            return None
        return next(one for one in reversed(self._rows[:place]) if one.span.last >= time.first)
