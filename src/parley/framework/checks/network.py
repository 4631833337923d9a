"""Time limits as a simple temporal network: whether all can be kept, and if not, which few of them clash.

Each constraint says ``target - source <= minutes``. The network has a solution just where its graph has
no negative cycle (Dechter, Meiri and Pearl, Temporal constraint networks, Artificial Intelligence 49, 1991).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

_Walks = dict[Hashable, tuple[int, tuple["Constraint", ...]]]


@dataclass(frozen=True)
class Constraint:
    """``target`` comes at most ``minutes`` after ``source`` (negative: at least so long before it).

    ``owner`` is the provision that says so; ``None`` for what holds by itself (a thing begins before it ends).
    ``at`` is where it is said, ``words`` how it is told in a reason.
    """

    source: Hashable
    target: Hashable
    minutes: int
    owner: Hashable | None = None
    at: tuple[int, int] = (0, 0)
    words: str = ""


def smallest_clash(constraints: Sequence[Constraint]) -> tuple[Constraint, ...]:
    """The constraints of a negative cycle that takes the fewest owners; empty where all can be kept.

    Walks are grown by one owner at a time, each owner's constraints as often as they help, until one comes home too
    early. The nodes of any negative cycle are tried first; from the others only what takes fewer owners still counts.
    None of the constraints can be left out.
    """
    first = _cycle(constraints)
    if not first:
        return ()
    groups = _Groups(constraints)
    best: tuple[Constraint, ...] = ()
    fewest = len(groups.all) + 1
    for home in dict.fromkeys((*first, *(node for each in constraints for node in (each.source, each.target)))):
        found = groups.home_too_early(home, fewest - 1)
        if found is not None:
            fewest, best = found
    return _needed(best)


def feasible(constraints: Iterable[Constraint]) -> bool:
    """Whether every constraint can be kept at once."""
    return not _cycle(constraints)


def _cycle(constraints: Iterable[Constraint]) -> list[Hashable]:
    """The nodes of a negative cycle; none where there is none: Bellman and Ford's search with a queue, from everywhere.

    Just where there is one, the steps by which the nodes were reached last come to run in a circle.
    """
    leaving: dict[Hashable, list[Constraint]] = {}
    nodes: dict[Hashable, int] = {}
    for each in constraints:
        leaving.setdefault(each.source, []).append(each)
        nodes[each.source] = nodes[each.target] = 0
    waiting, queued = deque(nodes), set(nodes)
    reached_from: dict[Hashable, Hashable] = {}
    shortened = 0
    while waiting:
        node = waiting.popleft()
        queued.discard(node)
        for each in leaving.get(node, ()):
            reached = nodes[node] + each.minutes
            if reached < nodes[each.target]:
                nodes[each.target], reached_from[each.target] = reached, node
                shortened += 1
                if shortened % len(nodes) == 0 and (circle := _circle(reached_from)):
                    return circle
                if each.target not in queued:
                    queued.add(each.target)
                    waiting.append(each.target)
    return []


def _circle(reached_from: Mapping[Hashable, Hashable]) -> list[Hashable]:
    """The nodes of a circle in this graph, in which each node has at most one predecessor."""
    seen: dict[Hashable, Hashable] = {}
    for start in reached_from:
        node = start
        while node in reached_from and node not in seen:
            seen[node] = start
            node = reached_from[node]
        if node in reached_from and seen[node] == start:
            found = [node]
            while (node := reached_from[node]) != found[0]:
                found.append(node)
            return found
    return []


class _Groups:
    """The constraints of each owner, and by which of them one can leave a node or come to it."""

    def __init__(self, constraints: Iterable[Constraint]) -> None:
        self.all = _groups(constraints)
        self._leaving: dict[Hashable, set[int]] = {}
        self._coming: dict[Hashable, set[int]] = {}
        for number, group in enumerate(self.all):
            for each in group:
                self._leaving.setdefault(each.source, set()).add(number)
                self._coming.setdefault(each.target, set()).add(number)

    def home_too_early(self, home: Hashable, most: int) -> tuple[int, tuple[Constraint, ...]] | None:
        """How many owners the first walk takes, of at most so many, that is back at ``home`` too early; and the walk.

        Only what leaves a node that was reached in less time than before leads to anything new, and of what could be
        last only what comes home.
        """
        known: _Walks = {home: (0, ())}
        new: set[Hashable] = {home}
        for owners in range(1, most + 1):
            numbers = set[int]().union(*(self._leaving.get(node, ()) for node in new))
            if owners == most:
                numbers &= self._coming.get(home, set())
            longer, new = dict(known), set()
            for number in sorted(numbers):
                for node, walk in _within(self.all[number], known).items():
                    if node == home and walk[0] < 0:
                        return owners, walk[1]
                    if node not in longer or walk[0] < longer[node][0]:
                        longer[node] = walk
                        new.add(node)
            known = longer
        return None


def _groups(constraints: Iterable[Constraint]) -> list[list[Constraint]]:
    """The constraints of each owner, with those that hold by themselves and touch one of its nodes."""
    owned: dict[Hashable, list[Constraint]] = {}
    free: list[Constraint] = []
    for each in constraints:
        (free if each.owner is None else owned.setdefault(each.owner, [])).append(each)
    touching: dict[Hashable, list[Constraint]] = {}
    for each in free:
        touching.setdefault(each.source, []).append(each)
        touching.setdefault(each.target, []).append(each)
    found = []
    for group in owned.values():
        nodes = dict.fromkeys(node for each in group for node in (each.source, each.target))
        found.append([*group, *dict.fromkeys(each for node in nodes for each in touching.get(node, ()))])
    return found


def _within(group: Sequence[Constraint], known: Mapping[Hashable, tuple[int, tuple[Constraint, ...]]]) -> _Walks:
    """Shorter walks to the group's nodes that go on from ``known`` by the group's constraints alone."""
    shorter: _Walks = {}
    for _ in range(len(group)):
        changed = False
        for each in group:
            before = shorter.get(each.source) or known.get(each.source)
            if before is None:
                continue
            reached = before[0] + each.minutes
            standing = shorter.get(each.target) or known.get(each.target)
            if standing is None or reached < standing[0]:
                shorter[each.target] = (reached, (*before[1], each))
                changed = True
        if not changed:
            break
    return shorter


def _needed(walk: Iterable[Constraint]) -> tuple[Constraint, ...]:
    """The owned constraints of a walk without those that the clash doesn't need."""
    kept = list(dict.fromkeys(walk))
    for each in tuple(kept):
        fewer = [other for other in kept if other is not each]
        if each.owner is not None and not feasible(fewer):
            kept = fewer
    return tuple(each for each in kept if each.owner is not None)
