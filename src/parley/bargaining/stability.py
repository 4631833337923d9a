"""The graph model for conflict resolution: which states hold when everybody looks ahead.

The notions are those of Fang, Hipel and Kilgour, "Interactive Decision Making" (1993): rationality (Nash), general
metarationality (GMR), symmetric metarationality (SMR), sequential stability (SEQ), for any number of
decision-makers. What the others can do together is what legal sequences of their moves reach: nobody moves twice in
a row. For SEQ each of these moves improves on the state before it for whoever makes it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from parley.model import Conflict, Equilibria, Stability, Standing
from parley.text.listing import listed


def judge(conflict: Conflict) -> Stability:
    """Which states of a conflict hold for whom, by each notion, with reasons; pure, and exact."""
    graph = _Graph(conflict)
    standings = tuple(
        graph.standing(state, maker) for state in range(len(conflict.states)) for maker in conflict.decision_makers
    )

    def everywhere(notion: str) -> tuple[int, ...]:
        failing = {standing.state for standing in standings if not getattr(standing, notion)}
        return tuple(state.number for state in conflict.states if state.number not in failing)

    return Stability(
        decision_makers=conflict.decision_makers,
        options=conflict.options,
        states=conflict.states,
        stable=Equilibria(**{notion: everywhere(notion) for notion in Equilibria.model_fields}),
        standings=standings,
    )


class _Graph:
    """The moves and wishes of a conflict, with what groups of decision-makers can reach."""

    def __init__(self, conflict: Conflict) -> None:
        self.conflict = conflict
        self.moves = conflict.moves
        self.payoffs = conflict.payoffs
        self._replies: dict[tuple[str, int, bool], dict[int, tuple[str, ...]]] = {}
        self.improving = {
            maker: tuple(
                tuple(end for end in ends if conflict.payoffs[maker][end] > conflict.payoffs[maker][start])
                for start, ends in enumerate(by_state)
            )
            for maker, by_state in conflict.moves.items()
        }

    def replies(self, maker: str, start: int, improving: bool) -> dict[int, tuple[str, ...]]:
        """What the others can bring about from ``start`` by legal sequences: the states, each with who moves to it."""
        key = (maker, start, improving)
        if key not in self._replies:
            self._replies[key] = self._search(maker, start, self.improving if improving else self.moves)
        return self._replies[key]

    def _search(
        self, maker: str, start: int, moves: dict[str, tuple[tuple[int, ...], ...]]
    ) -> dict[int, tuple[str, ...]]:
        others = [other for other in self.conflict.decision_makers if other != maker]
        found: dict[int, tuple[str, ...]] = {}
        seen: set[tuple[int, str]] = set()
        queue: deque[tuple[int, str, tuple[str, ...]]] = deque([(start, "", ())])
        while queue:
            state, last, way = queue.popleft()
            for mover in others:
                if mover == last:
                    continue
                for end in moves[mover][state]:
                    if (end, mover) not in seen:
                        seen.add((end, mover))
                        found.setdefault(end, (*way, mover))
                        queue.append((end, mover, (*way, mover)))
        return found

    def standing(self, state: int, maker: str) -> Standing:
        improvements = self.improving[maker][state]
        here = self.payoffs[maker][state]
        gmr = smr = seq = True
        reasons: list[str] = []
        for better in improvements:
            harm = self._harm(maker, better, here, improving=False)
            held = {end: way for end, way in harm.items() if self._caught(maker, end, here)}
            credible = self._harm(maker, better, here, improving=True)
            gmr, smr, seq = gmr and bool(harm), smr and bool(held), seq and bool(credible)
            reasons.append(self._reason(better, harm, held, credible))
        why = " ".join(reasons) or f"{maker} has no move from here that it prefers."
        return Standing(
            state=self._number(state),
            decision_maker=maker,
            improvements=tuple(sorted(map(self._number, improvements))),
            nash=not improvements,
            gmr=gmr,
            smr=smr,
            seq=seq,
            why=why,
        )

    def _harm(self, maker: str, start: int, here: float, improving: bool) -> dict[int, tuple[str, ...]]:
        """The replies that leave ``maker`` no better off than where it began."""
        return {
            end: way for end, way in self.replies(maker, start, improving).items() if self.payoffs[maker][end] <= here
        }

    def _caught(self, maker: str, state: int, here: float) -> bool:
        """Whether ``maker`` can't get from ``state`` to where it is better off than where it began."""
        return all(self.payoffs[maker][end] <= here for end in self.moves[maker][state])

    def _reason(
        self,
        better: int,
        harm: dict[int, tuple[str, ...]],
        held: dict[int, tuple[str, ...]],
        credible: dict[int, tuple[str, ...]],
    ) -> str:
        start = f"It could improve to state {self._number(better)}"
        if not harm:
            return f"{start}, and nothing that the others can do makes that no better than here."
        shown = credible or held or harm
        end, way = next(iter(shown.items()))
        said = [f"{start}, but {_movers(way)} can answer with state {self._number(end)}, which is no better than here"]
        said.append("and each answer pays whoever makes it" if credible else "though not without loss to one of them")
        if end in held:
            said.append("and there is no way out of it")
        elif held:
            said.append(f"and there is no way out of state {self._number(next(iter(held)))}, which they can reach too")
        else:
            said.append("but there is a way out of it")
        return f"{', '.join(said)}."

    def _number(self, state: int) -> int:
        return self.conflict.states[state].number


def _movers(way: Sequence[str]) -> str:
    return listed(list(dict.fromkeys(way)))
