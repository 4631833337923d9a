"""The graph model for conflict resolution: which states hold when everybody looks ahead, alone or together.

For single decision-makers the notions are those of Fang, Hipel and Kilgour, "Interactive Decision Making" (1993):
rationality (Nash), general metarationality (GMR), symmetric metarationality (SMR), sequential stability (SEQ), for any
number of them. Coalitions improve as in Kilgour, Hipel, Fang and Peng, "Coalition analysis in group decision support"
(Group Decision and Negotiation 10, 2001): together they bring about a state that each member prefers. The notions are
carried over to coalitions after Inohara and Hipel, "Coalition analysis in the graph model for conflict resolution"
(Systems Engineering 11, 2008), with one simplification that the reference names: answers that pay are moves of single
decision-makers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parley.model import CoalitionStanding, Conflict, Equilibria, Stability, Standing
from parley.text.listing import listed

from .graph import Graph, Group, States, coalitions, members

MOST_JUDGED = 2_048
"""The most pairs of a state and a coalition that are judged; smaller coalitions come first."""
_REASONS = 3
"""Of more improvements so many are told, those first that nobody can answer."""


def judge(conflict: Conflict) -> Stability:
    """Which states of a conflict hold for whom, by each notion, with reasons; pure, and exact."""
    judged = _Judged(Graph(conflict))
    makers, states = conflict.decision_makers, range(len(conflict.states))
    standings = tuple(judged.standing(state, maker) for state in states for maker in makers)
    groups = coalitions(makers, 2)[: max(0, MOST_JUDGED // len(states))]
    whole = len(groups) == len(coalitions(makers, 2))
    together = tuple(found for state in states for group in groups if (found := judged.coalition(state, group)))
    alone = _holding(conflict, standings)
    left = () if whole else (
        f"Not all coalitions of more than {len(groups[-1]) if groups else 1} decision-makers were judged: they are too "
        "many for so many states.",
    )  # fmt: skip
    return Stability(
        decision_makers=makers,
        options=conflict.options,
        states=conflict.states,
        stable=alone,
        standings=standings,
        coalitions=together,
        coalition_stable=_holding(conflict, (*standings, *together)) if whole else None,
        unproven=left,
    )


def _holding(conflict: Conflict, standings: Sequence[Standing | CoalitionStanding]) -> Equilibria:
    def everywhere(notion: str) -> tuple[int, ...]:
        failing = {standing.state for standing in standings if not getattr(standing, notion)}
        return tuple(state.number for state in conflict.states if state.number not in failing)

    return Equilibria(**{notion: everywhere(notion) for notion in Equilibria.model_fields})


class _Judged:
    """The four notions for groups of decision-makers; a single one is a group of its own."""

    def __init__(self, graph: Graph) -> None:
        self.graph, self.conflict = graph, graph.conflict
        self._stuck: dict[tuple[Group, tuple[float, ...]], States] = {}

    def standing(self, state: int, maker: str) -> Standing:
        improvements = self.graph.improving[maker][state]
        held, reasons = self._notions((maker,), state, improvements)
        why = reasons or f"{maker} has no move from here that it prefers."
        return Standing(
            state=self._number(state),
            decision_maker=maker,
            improvements=self._numbers(improvements),
            nash=not improvements,
            **held,
            why=why,
        )

    def coalition(self, state: int, group: Group) -> CoalitionStanding | None:
        """Of two or more; ``None`` where they have no improvement together, and the state holds for them."""
        improvements = self.graph.coalition_improvements(group, state)
        if not improvements:
            return None
        held, why = self._notions(group, state, improvements)
        return CoalitionStanding(
            state=self._number(state), members=group, improvements=self._numbers(improvements), **held, why=why
        )

    def _notions(self, group: Group, here: int, improvements: States) -> tuple[dict[str, bool], str]:
        """Whether each improvement is answered, for GMR, SMR and SEQ; and the reasons."""
        bad, stuck = self.graph.no_better(group, here), self._no_way_out(group, here)
        others = self._others(group)
        answers = {}
        for better in members(improvements):
            harm = self.graph.reached(others, better) & bad
            answers[better] = (harm, harm & stuck, self.graph.credible(others, better) & bad)
        held = {
            notion: all(answer[place] for answer in answers.values())
            for place, notion in enumerate(("gmr", "smr", "seq"))
        }
        first = sorted(answers, key=lambda better: (sum(map(bool, answers[better])), better))
        told = [self._reason(group, better, *answers[better]) for better in sorted(first[:_REASONS])]
        if len(first) > _REASONS:
            told.append(f"And {len(first) - _REASONS} more, answered no worse.")
        return held, " ".join(told)

    def _no_way_out(self, group: Group, here: int) -> States:
        """The states from which a group can't get to one that all its members prefer to ``here``."""
        key = (group, tuple(self.conflict.payoffs[maker][here] for maker in group))
        if key not in self._stuck:
            good = self.graph.everything & ~self.graph.no_better(group, here)
            if len(group) == 1:
                ends: Iterable[States] = self.graph.moves[group[0]]
            else:
                ends = (self.graph.reached(group, state) for state in range(self.graph.size))
            self._stuck[key] = sum(1 << state for state, reached in enumerate(ends) if not reached & good)
        return self._stuck[key]

    def _reason(self, group: Group, better: int, harm: States, held: States, credible: States) -> str:
        """One improvement, and how the others can answer it."""
        start = f"{'It' if len(group) == 1 else 'They'} could improve to state {self._number(better)}"
        if not harm:
            return f"{start}, and nothing that the others can do makes that no better than here."
        others = self._others(group)
        moves = self.graph.improving if credible else self.graph.moves
        wanted = credible or held or harm
        end, way = self.graph.way({maker: moves[maker] for maker in others}, better, wanted)
        whom = "" if len(group) == 1 else " for one of them"
        movers = listed(list(dict.fromkeys(way)))
        said = [f"{start}, but {movers} can answer with state {self._number(end)}, which is no better than here{whom}"]
        said.append("and each answer pays whoever makes it" if credible else "though not without loss to one of them")
        if held >> end & 1:
            said.append("and there is no way out of it")
        elif held:
            other = self._number(next(members(held)))
            said.append(f"and there is no way out of state {other}, which they can reach too")
        else:
            said.append("but there is a way out of it")
        return f"{', '.join(said)}."

    def _others(self, group: Group) -> Group:
        return tuple(maker for maker in self.conflict.decision_makers if maker not in group)

    def _numbers(self, states: States) -> tuple[int, ...]:
        return tuple(self._number(state) for state in members(states))

    def _number(self, state: int) -> int:
        return self.conflict.states[state].number
