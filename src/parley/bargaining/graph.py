"""The moves of a graph model as sets of states, each set one whole number (a bit for each state).

What a group can bring about is what legal sequences of its members' moves reach: nobody moves twice in a row. Sets in
whole numbers keep a dense conflict affordable: a step from all states at once is a few operations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations

from parley.model import Conflict

States = int
"""A set of states: bit n is the state at place n."""
Group = tuple[str, ...]


class Graph:
    """The moves and wishes of a conflict, with what groups of decision-makers can reach."""

    def __init__(self, conflict: Conflict) -> None:
        self.conflict = conflict
        self.size = len(conflict.states)
        self.moves = {maker: [_set_of(ends) for ends in by_state] for maker, by_state in conflict.moves.items()}
        self._better: dict[tuple[str, float], States] = {}
        self._reached: dict[tuple[Group, int], States] = {}
        self._credible: dict[tuple[Group, int], States] = {}

    def better(self, maker: str, state: int) -> States:
        """The states that a decision-maker prefers to ``state``."""
        payoffs = self.conflict.payoffs[maker]
        key = (maker, payoffs[state])
        if key not in self._better:
            self._better[key] = _set_of([n for n, payoff in enumerate(payoffs) if payoff > payoffs[state]])
        return self._better[key]

    @cached_property
    def improving(self) -> dict[str, list[States]]:
        """By decision-maker and state the moves that it prefers."""
        return {m: [ends & self.better(m, n) for n, ends in enumerate(sets)] for m, sets in self.moves.items()}

    def reached(self, group: Group, start: int) -> States:
        """What the members of a group can bring about by any moves."""
        key = (group, start)
        if key not in self._reached:
            layers = self.layers({maker: self.moves[maker] for maker in group}, start)
            self._reached[key] = _union(each for layer in layers for each in layer.values())
        return self._reached[key]

    def credible(self, group: Group, start: int) -> States:
        """What they can bring about by moves that each improve on the state before for whoever makes it."""
        key = (group, start)
        if key not in self._credible:
            layers = self.layers({maker: self.improving[maker] for maker in group}, start)
            self._credible[key] = _union(each for layer in layers for each in layer.values())
        return self._credible[key]

    def layers(self, moves: Mapping[str, Sequence[States]], start: int) -> list[dict[str, States]]:
        """By the number of moves what is reached first with each last mover; nobody moves twice in a row."""
        found: list[dict[str, States]] = []
        seen = dict.fromkeys(moves, 0)
        used = dict.fromkeys(moves, 0)
        latest = {"": 1 << start}
        while latest:
            following: dict[str, States] = {}
            for mover, ends in moves.items():
                origins = _union(states for last, states in latest.items() if last != mover) & ~used[mover]
                used[mover] |= origins
                open_, new = self.everything & ~seen[mover], 0
                for state in members(origins):
                    new |= ends[state] & open_
                    if new == open_:
                        break  # in a dense conflict few states reach all the others
                if new:
                    seen[mover] |= new
                    following[mover] = new
            latest = following
            if latest:
                found.append(latest)
        return found

    def way(self, moves: Mapping[str, Sequence[States]], start: int, wanted: States) -> tuple[int, Group]:
        """One of the ``wanted`` states that is reached with the fewest moves, and who moves, in order."""
        layers = self.layers(moves, start)
        depth = next(n for n, layer in enumerate(layers) if _union(layer.values()) & wanted)
        end = next(members(_union(layers[depth].values()) & wanted))
        state, way = end, [next(mover for mover, states in layers[depth].items() if states >> end & 1)]
        for layer in reversed(layers[:depth]):
            for mover, states in layer.items():
                origin = next((s for s in members(states) if moves[way[0]][s] >> state & 1), None)
                if mover != way[0] and origin is not None:
                    state, way = origin, [mover, *way]
                    break
        return end, tuple(way)

    def coalition_improvements(self, group: Group, start: int) -> States:
        """What a group can bring about together that each member prefers."""
        found = self.reached(group, start)
        for maker in group:
            found &= self.better(maker, start)
        return found

    def no_better(self, group: Group, start: int) -> States:
        """The states that some member of a group doesn't prefer to ``start``."""
        preferred = self.everything
        for maker in group:
            preferred &= self.better(maker, start)
        return self.everything & ~preferred

    @property
    def everything(self) -> States:
        return (1 << self.size) - 1


def coalitions(makers: Sequence[str], least: int = 1) -> list[Group]:
    """The groups of decision-makers, the smallest first."""
    return [some for size in range(least, len(makers) + 1) for some in combinations(makers, size)]


def members(states: States) -> Iterator[int]:
    """The places of the states in a set, in order."""
    while states:
        low = states & -states
        yield low.bit_length() - 1
        states ^= low


def _set_of(places: Sequence[int]) -> States:
    found = 0
    for place in places:
        found |= 1 << place
    return found


def _union(sets: Iterable[States]) -> States:
    found = 0
    for each in sets:
        found |= each
    return found
