"""Where the reports of a ledger are: each is held once against place rules that say the same."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from .geometry import LARGEST_RADIUS_M, Mask
from .ledger import Ledger, Rows
from .places import PlaceRule, Places, unstated

Ranks = npt.NDArray[np.int8]
"""Truths as numbers: 0 no, 1 unknown, 2 yes."""


class Placing:
    """Place rules against the reports of a ledger."""

    def __init__(self, ledger: Ledger, places: Places) -> None:
        self._ledger = ledger
        latitude, radius = ledger.column("latitude"), unstated(ledger.column("radius_m"))
        self._northward = np.argsort(latitude, kind="stable")  # those without a point come last
        self._latitude = latitude[self._northward]
        self._radius = float(np.minimum(radius, LARGEST_RADIUS_M).max(initial=0.0))
        self._anywhere = np.flatnonzero(np.isnan(latitude) | (radius > self._radius))
        self._odd = np.flatnonzero(places.odd(latitude, ledger.column("longitude")))
        """Those that may lie where their coordinates are exchanged."""
        self._known: dict[tuple[Any, ...], tuple[Rows, Ranks]] = {}

    def suspects(self, rule: PlaceRule, ranks: Ranks) -> tuple[Rows, Ranks]:
        """Of the reports with these ranks (one for each of the ledger) those that may satisfy the rule, too.

        Their numbers, and how surely all of it is so.
        """
        if rule.varies:
            numbers = np.flatnonzero(ranks)
            truths = np.array(rule.truths(self._ledger.entries(numbers)), dtype=np.int8)
            return also(numbers, ranks[numbers], truths)
        if rule.key not in self._known:
            around = self._around(rule)
            self._known[rule.key] = around, np.full(len(around), -1, dtype=np.int8)
        around, known = self._known[rule.key]
        rows = np.flatnonzero(ranks[around])
        asked = rows[known[rows] < 0]
        if len(asked):
            asked = np.flatnonzero(self._alike(around, asked) & (known < 0))
            known[asked] = self._asked(rule, around[asked])
        numbers = around[rows]
        return also(numbers, ranks[numbers], known[rows])

    def _alike(self, around: Rows, asked: Rows) -> Mask:
        """Which reports tell of an act that one of the asked tells of: they will be asked about for others, too."""
        acts = self._ledger.words("act").codes[around]
        found: Mask = np.isin(acts, np.unique(acts[asked]))
        return found

    def _around(self, rule: PlaceRule) -> Rows:
        """All reports but some that are surely too far."""
        box = rule.box(self._radius)
        if box is None:
            return np.arange(len(self._ledger))
        west, south, east, north = box
        some = self._northward[
            np.searchsorted(self._latitude, south) : np.searchsorted(self._latitude, north, side="right")
        ]
        longitude = rule.charted(self._ledger.column("longitude")[some])
        return np.unique(np.concatenate((some[(longitude >= west) & (longitude <= east)], self._anywhere, self._odd)))

    def _asked(self, rule: PlaceRule, numbers: Rows) -> Ranks:
        """As :meth:`.places.PlaceRule.truths`, of a rule whose shapes do not vary."""
        found = np.empty(len(numbers), dtype=np.int8)
        latitude, longitude, radius = self._measures(numbers)
        pointed = np.isfinite(latitude)
        found[pointed] = rule.near(latitude[pointed], longitude[pointed], radius[pointed])
        if not pointed.all():
            names = self._ledger.words("place").take(numbers[~pointed])
            codes, which = np.unique(names.codes, return_inverse=True)
            told = [rule.by_name(None if code < 0 else names.values[code]) for code in codes.tolist()]
            found[~pointed] = np.array(told, dtype=np.int8)[which]
        return found

    def _measures(self, numbers: Rows) -> tuple[Any, Any, Any]:
        latitude, longitude, radius = (
            self._ledger.column(name)[numbers] for name in ("latitude", "longitude", "radius_m")
        )
        return latitude, longitude, unstated(radius)


def also(numbers: Rows, ranks: Ranks, further: Ranks) -> tuple[Rows, Ranks]:
    """The reports of which a further fact may hold, too."""
    kept = np.flatnonzero(further)
    return numbers[kept], np.minimum(ranks[kept], further[kept])
