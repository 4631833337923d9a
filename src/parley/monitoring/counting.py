"""So many happenings in a time: what makes an occasion of several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.model import Duration

from .occasions import Occasion
from .truth import Fact, Truth
from .windows import Span, after

_WHETHER = Fact(Truth.UNKNOWN, "whether so many came in so short a time is not known", "more exact times")


def counted(happenings: Sequence[Occasion], count: int, period: Duration | None) -> list[Occasion]:
    """Each time that ``count`` of the happenings came within ``period`` (``None``: ever), as one occasion.

    The last of them sets the duty off, at its time, and the next count begins after it. An occasion is sure if
    nothing is in doubt of anything so near before it that it could shift the count; else it is in doubt, and so is
    one that comes about only if what is in doubt does not count.
    """
    found: list[Occasion] = []
    for run in _runs(sorted(happenings, key=lambda one: (one.time.first, one.time.last)), period):
        told: dict[str, Occasion] = {}
        for rows in (run, [one for one in run if not one.doubts]):
            for cluster in _clusters(rows, count, period):
                before = run[: run.index(cluster[-1]) + 1]
                told.setdefault(cluster[-1].entry.id, _occasion(cluster, before, period))
        found += told.values()
    return found


def _runs(rows: Sequence[Occasion], period: Duration | None) -> list[list[Occasion]]:
    """Happenings between which so much time never passed that a count would begin anew."""
    found: list[list[Occasion]] = []
    for row in rows:
        if not found or (period is not None and row.time.first > after(max(o.time.last for o in found[-1]), period)):
            found.append([])
        found[-1].append(row)
    return found


def _clusters(rows: Sequence[Occasion], count: int, period: Duration | None) -> list[list[Occasion]]:
    """So many that came, or may have come, within the time, none of which is in two: the earliest first."""
    found: list[list[Occasion]] = []
    waiting: list[Occasion] = []
    for row in rows:
        waiting = [*waiting, row][-count:]
        if len(waiting) == count and _within(waiting, period, surely=False):
            found.append(waiting)
            waiting = []
    return found


def _occasion(cluster: Sequence[Occasion], before: Sequence[Occasion], period: Duration | None) -> Occasion:
    doubts = tuple(dict.fromkeys(fact for one in before for fact in one.doubts))
    loose = len(before) > len(cluster) and any(one.time.first != one.time.last for one in before)
    if loose or not _within(cluster, period, surely=True):
        doubts = (*doubts, _WHETHER)
    return replace(
        cluster[-1],
        time=Span(max(one.time.first for one in cluster), max(one.time.last for one in cluster)),
        doubts=doubts,
        is_finding=True,
        others=tuple(one.entry for one in cluster[:-1]),
    )


def _within(rows: Sequence[Occasion], period: Duration | None, *, surely: bool) -> bool:
    """Whether all of them surely, or perhaps, came within the period."""
    if period is None:
        return True
    if surely:
        return max(one.time.last for one in rows) <= after(min(one.time.first for one in rows), period)
    return max(one.time.first for one in rows) <= after(min(one.time.last for one in rows), period)
