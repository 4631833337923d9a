"""Reports that would lie on one another in a picture, as one mark."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from parley.model import GRAVITY, DailyProvision, Report, Verdict
from parley.text.acts import noun_of

from .projection import Point

_REACH = 14.0
"""What lies nearer to a mark than this becomes part of it; twice as far where there are more than ``_MANY`` reports."""
_MANY = 2_000
_GRAVITY = (*(outcome.value for outcome in GRAVITY), "")
_TOLD = 5
"""So many of a mark's reports are told one by one."""


@dataclass(frozen=True)
class Cluster:
    """Reports that share a mark, which stands at the gravest of them."""

    x: float
    y: float
    verdict: str
    reports: tuple[Report, ...]
    today: bool

    @property
    def radius_m(self) -> float:
        return max(report.place.radius_m or 0.0 for report in self.reports)

    @property
    def by_claimant(self) -> dict[str, int]:
        counted = Counter(report.claimant or "?" for report in self.reports)
        return dict(sorted(counted.items()))

    @property
    def counts(self) -> str:
        """Each claimant's own number, side by side: ``KES 4 | ORL 3``. They may tell of the same, and aren't added."""
        return " | ".join(f"{who} {number}" for who, number in self.by_claimant.items())

    @property
    def words(self) -> str:
        """What a pointer resting on the mark is told."""
        lines = []
        for report in self.reports[:_TOLD]:
            radius = report.place.radius_m
            precision = f"within {radius:g} m" if radius is not None else "precision not stated"
            lines.append(
                f"{report.id}: {report.worded or noun_of(report.act or 'report')}, "
                f"{report.actor or 'actor not named'}, {precision}"
            )
        if len(self.reports) > _TOLD:
            lines.append(f"and more; reports by {self.counts}")
        return "\n".join(lines)


def verdict_marks(rows: Iterable[Verdict | DailyProvision]) -> dict[str, str]:
    """By the id of a report the gravest verdict that rests on it."""
    marks: dict[str, str] = {}
    for row in sorted(rows, key=lambda one: -GRAVITY.index(one.verdict)):
        marks |= dict.fromkeys(row.reports, row.verdict.value)
    return marks


def clustered(
    placed: Sequence[tuple[Report, Point]], verdicts: Mapping[str, str], today: frozenset[str]
) -> tuple[Cluster, ...]:
    """Marks in the order in which they are drawn: the gravest last, on top."""
    reach = _REACH if len(placed) <= _MANY else 2 * _REACH
    grid: dict[tuple[int, int], list[_Heap]] = {}
    heaps: list[_Heap] = []
    for report, (x, y) in sorted(
        placed, key=lambda each: (_GRAVITY.index(verdicts.get(each[0].id, "")), each[0].id, each[1])
    ):
        column, row = int(x // reach), int(y // reach)
        near = (heap for dx in (0, -1, 1) for dy in (0, -1, 1) for heap in grid.get((column + dx, row + dy), ()))
        heap = next((each for each in near if math.hypot(each.x - x, each.y - y) < reach), None)
        if heap is None:
            heap = _Heap(x, y, verdicts.get(report.id, ""), [])
            heaps.append(heap)
            grid.setdefault((column, row), []).append(heap)
        heap.reports.append(report)
    return tuple(
        Cluster(heap.x, heap.y, heap.verdict, tuple(heap.reports), any(each.id in today for each in heap.reports))
        for heap in reversed(heaps)
    )


class _Heap(NamedTuple):
    x: float
    y: float
    verdict: str
    reports: list[Report]
