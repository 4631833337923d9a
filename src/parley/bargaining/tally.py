"""What becomes of packages in each drawn profile: in the zone, on the frontier, chosen, and how far from the best.

An unknown reserve lies, in each draw, anywhere from what a party has at worst, of all packages, to the best of those
that break none of its own red lines: what others refuse says nothing of what it would rather have than no agreement.
Where it can live with some options of every issue, it is no more than the worst that these together give it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from parley.model import Case, Profile

from .coded import Coded
from .draws import Draws, Floats
from .orders import Integers
from .ranked import utilities_of
from .turns import Ban

MOST_EACH = 400
"""The most packages that are all looked at in every draw; of more, those that some draw chooses."""
_CELLS = 4_000_000
_NEAR = 1e-12
STANDARDS = ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian")

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Tally:
    """Draws x packages, of the packages in the rows of ``picks`` (option numbers by issue).

    ``accepted`` is draws x packages x parties: whether it meets the party's reserve. ``chosen`` has for each standard
    whether it chooses the package. ``value`` is the share of the joint gain of the draw's Nash package, 0 where
    somebody refuses the package. ``frontier`` is ``None`` where the frontiers were too large to list. ``has_zone`` says
    in which draws there is a package that nobody refuses.
    """

    picks: NDArray[np.intp]
    accepted: Flags
    frontier: Flags | None
    chosen: dict[str, Flags]
    value: Floats
    has_zone: Flags

    @property
    def drawn(self) -> int:
        return len(self.has_zone)

    @property
    def zone(self) -> Flags:
        return np.asarray(self.accepted.all(axis=2))


def bearable(case: Case, profile: Profile) -> list[list[int]] | None:
    """By issue the numbers of the options that a party can live with; ``None`` where it names none of some issue."""
    found = []
    for issue in case.issues:
        can = profile.can_live_with.get(issue.id, ())
        found.append([n for n, option in enumerate(issue.options) if option.id in can])
    return found if all(found) else None


def tally_each(code: Coded, draws: Draws) -> Tally:
    """Of every package that no red line refuses; ``code`` has the links and red lines, its points are not used."""
    return _Each(code, draws).tally()


class _Each:
    def __init__(self, code: Coded, draws: Draws) -> None:
        self.code, self.draws = code, draws
        sizes = [len(issue.options) for issue in code.case.issues]
        self.picks = np.indices(sizes).reshape(len(sizes), -1).T
        self.open = ~np.array([False] * len(self.picks))
        for ban in code.sums.bans:
            self.open &= ~refused(ban, self.picks)

    def tally(self) -> Tally:
        size = max(1, _CELLS // max(1, len(self.picks) ** 2))
        parts = [self._part(slice(at, at + size)) for at in range(0, self.draws.count, size)]
        joined = {
            name: np.concatenate([getattr(part, name) for part in parts])
            for name in ("accepted", "frontier", "value", "has_zone")
        }
        chosen = {name: np.concatenate([part.chosen[name] for part in parts]) for name in STANDARDS}
        return Tally(self.picks[self.open], chosen=chosen, **joined)

    def _part(self, some: slice) -> Tally:
        utilities = utilities_of(self.code.case, self.draws, self.picks, some)
        reserves = self._reserves(utilities, some)
        units = np.array(self.draws.units, dtype=float)
        rows = utilities[:, self.open]
        gains = ((rows - reserves[:, None, :]) / units).astype(float)
        accepted = (rows >= reserves[:, None, :]).astype(bool)
        zone: Flags = np.asarray(accepted.all(axis=2))
        best = _efficient(rows)
        product = np.where(zone, np.maximum(gains, 0).prod(axis=2), -1.0)
        return Tally(
            self.picks[self.open],
            accepted,
            best,
            choices(gains, product, zone, best),
            shares(product, zone, gains.shape[2], product.max(axis=1, initial=0)),
            np.asarray(zone.any(axis=1)),
        )

    def _reserves(self, utilities: Integers, some: slice) -> Integers:
        """Draws x parties."""
        found = []
        for party, known in enumerate(self.draws.reserves):
            own = utilities[:, :, party]
            if known is not None:
                found.append(np.full(len(own), known, dtype=own.dtype if abs(known) < 2**62 else object))
                continue
            low, high = own.min(axis=1), self._most(party, own)
            found.append(between(low, high, self.draws.heights[some, party]))
        return np.stack(found, axis=1)

    def _most(self, party: int, own: Integers) -> Integers:
        """The most that the reserve can be, by draw; ``own`` are the party's utilities, draws x packages."""
        unrefused = self._unrefused(party)
        can = unrefused & self._bearable(party)
        if can.any():
            return np.asarray(own[:, can].min(axis=1))
        return np.asarray((own[:, unrefused] if unrefused.any() else own).max(axis=1))

    def _unrefused(self, party: int) -> Flags:
        """The packages that break none of a party's own red lines."""
        found = np.ones(len(self.picks), dtype=bool)
        for ban in own_bans(self.code, party):
            found &= ~refused(ban, self.picks)
        return found

    def _bearable(self, party: int) -> Flags:
        """Those among all packages that a party can live with in every issue."""
        can = bearable(self.code.case, self.code.case.parties[party])
        found = np.full(len(self.picks), can is not None)
        for issue, options in enumerate(can or ()):
            found &= np.isin(self.picks[:, issue], options)
        return found


def own_bans(code: Coded, party: int) -> list[Ban]:
    """The red lines and insistences of one party."""
    held = [each for each in code.holdings if each.when is not None]
    return [ban for ban, each in zip(code.sums.bans, held, strict=True) if each.party == party]


def between(low: Integers, high: Integers, heights: Floats) -> Integers:
    """Whole numbers from ``low`` to ``high``, at ``heights`` from 0 to 1."""
    at = (heights * 2**20).astype(np.int64)
    width = high - low
    if width.dtype == object:
        return np.asarray(low + width * at.astype(object) // 2**20)
    return np.asarray(low + (width // 2**20) * at + (width % 2**20) * at // 2**20)


def refused(ban: Ban, picks: NDArray[np.intp]) -> Flags:
    """Which packages (rows of option numbers) a red line or an insistence refuses."""
    found = np.ones(len(picks), dtype=bool)
    for issue, option in ban.when.items():
        found &= picks[:, issue] == option
    if ban.unless is not None:
        kept = np.ones(len(picks), dtype=bool)
        for issue, option in ban.unless.items():
            kept &= picks[:, issue] == option
        found &= ~kept
    return found


def _efficient(rows: Integers) -> Flags:
    """Draws x packages: which no other package of the draw beats; ``rows`` is draws x packages x parties."""
    reached = np.ones((rows.shape[0], rows.shape[1], rows.shape[1]), dtype=bool)
    above = np.zeros_like(reached)
    for party in range(rows.shape[2]):
        own = rows[:, :, party]
        reached &= (own[:, None, :] >= own[:, :, None]).astype(bool)
        above |= (own[:, None, :] > own[:, :, None]).astype(bool)
    return np.asarray(~(reached & above).any(axis=2))


def choices(gains: Floats, product: Floats, zone: Flags, efficient: Flags) -> dict[str, Flags]:
    """Draws x packages: which each standard chooses of those in the zone that no other beats.

    ``gains`` is draws x packages x parties, ``product`` draws x packages. Of Kalai and Smorodinsky's shares those of a
    party that can gain nothing in the zone are left out.
    """
    among = zone & efficient
    ideal = np.where(zone[:, :, None], gains, 0).max(axis=1, initial=0)[:, None, :]
    share = np.where(ideal > 0, gains / np.where(ideal > 0, ideal, 1), np.inf)
    return {
        "nash": highest(product, among),
        "kalai_smorodinsky": evenest(share, among),
        "egalitarian": evenest(gains, among),
        "utilitarian": highest(gains.sum(axis=2), among),
    }


def highest(worth: Floats, among: Flags) -> Flags:
    """In each row the places of the largest worth among some, ties included."""
    worth = np.where(among, worth, -np.inf)
    top = worth.max(axis=1, initial=-np.inf, keepdims=True)
    near = np.where(np.isfinite(top), _NEAR * np.abs(top), 0)  # shares are infinite of a party that can gain nothing
    return np.asarray(among & (worth >= top - near))


def evenest(gains: Floats, among: Flags) -> Flags:
    """The largest smallest gain, then the largest next, and so on."""
    ordered = np.sort(gains, axis=2)
    for place in range(gains.shape[2]):
        among = highest(ordered[:, :, place], among)
    return among


def shares(product: Floats, zone: Flags, parties: int, best: Floats) -> Floats:
    """The geometric mean of the gains as a share of the best; where nobody can gain together, all are alike."""
    top = best[:, None]
    with np.errstate(divide="ignore", invalid="ignore"):
        share = np.where(top > 0, np.maximum(product, 0) / np.where(top > 0, top, 1), 1.0) ** (1 / parties)
    return np.where(zone, np.minimum(share, 1.0), 0.0)
