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

    Walks are grown by one owner at a time from every node, each owner's constraints as often as they help; so
    the first walk that comes home too early takes as few owners as any. None of them can be left out.
    """
    if feasible(constraints):
        return ()
    groups = _groups(constraints)
    nodes = {node for each in constraints for node in (each.source, each.target)}
    walks: dict[Hashable, _Walks] = {node: {node: (0, ())} for node in nodes}
    for _ in range(len(groups)):
        grown = {}
        for home, known in walks.items():
            longer = dict(known)
            for group in groups:
                for node, walk in _within(group, known).items():
                    if node == home and walk[0] < 0:
                        return _needed(walk[1])
                    if node not in longer or walk[0] < longer[node][0]:
                        longer[node] = walk
            grown[home] = longer
        walks = grown
    return ()


def feasible(constraints: Iterable[Constraint]) -> bool:
    """Whether every constraint can be kept at once: Bellman and Ford's search with a queue, from everywhere."""
    leaving: dict[Hashable, list[Constraint]] = {}
    nodes: dict[Hashable, int] = {}
    for each in constraints:
        leaving.setdefault(each.source, []).append(each)
        nodes[each.source] = nodes[each.target] = 0
    waiting, queued, steps = deque(nodes), set(nodes), dict.fromkeys(nodes, 0)
    while waiting:
        node = waiting.popleft()
        queued.discard(node)
        for each in leaving.get(node, ()):
            reached = nodes[node] + each.minutes
            if reached < nodes[each.target]:
                nodes[each.target], steps[each.target] = reached, steps[node] + 1
                if steps[each.target] > len(nodes):
                    return False
                if each.target not in queued:
                    queued.add(each.target)
                    waiting.append(each.target)
    return True


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
        nodes = {node for each in group for node in (each.source, each.target)}
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
