"""The graph model of a conflict: states, who can move between them, and which states hold."""

from __future__ import annotations

from .value import Value


class GraphOption(Value):
    """Something that a decision-maker (``by``, if said) can do or not do; ``lasting``: once done it can't be undone."""

    id: str
    by: str | None = None
    lasting: bool = False


class GraphState(Value):
    """A state: its number (from 1), its ``name`` of Y and N by option, and the options that are taken in it."""

    number: int
    name: str
    taken: tuple[str, ...]


class Conflict(Value):
    """A graph model, ready to be judged.

    ``payoffs`` are by decision-maker, one for each state, larger is better, and only their order counts. ``moves``
    are by decision-maker and state the states that it can bring about alone; all by position, from 0.
    """

    decision_makers: tuple[str, ...]
    options: tuple[GraphOption, ...]
    states: tuple[GraphState, ...]
    payoffs: dict[str, tuple[float, ...]]
    moves: dict[str, tuple[tuple[int, ...], ...]]


class Standing(Value):
    """Whether a state holds for one decision-maker, by four notions of how far it looks ahead, and why.

    ``improvements`` are the numbers of the states that it could bring about and prefers.
    """

    state: int
    decision_maker: str
    improvements: tuple[int, ...]
    nash: bool
    gmr: bool
    smr: bool
    seq: bool
    why: str


class CoalitionStanding(Value):
    """Whether a state holds against a coalition (of two or more) that could together improve on it, and why.

    ``improvements`` are the numbers of the states that its members could bring about together and that each of them
    prefers; as there are some, the state doesn't hold by Nash's notion.
    """

    state: int
    members: tuple[str, ...]
    improvements: tuple[int, ...]
    nash: bool = False
    gmr: bool
    smr: bool
    seq: bool
    why: str


class Equilibria(Value):
    """Numbers of the states that hold for every decision-maker, by notion."""

    nash: tuple[int, ...]
    gmr: tuple[int, ...]
    smr: tuple[int, ...]
    seq: tuple[int, ...]


class Stability(Value):
    """All answers of the graph model.

    ``coalitions`` has the coalitions and states where they could improve together; where one isn't listed, the
    state holds for it by every notion. ``coalition_stable`` are the states that hold for every coalition, single
    decision-makers included; ``None`` if not all were judged, which ``unproven`` says.
    """

    decision_makers: tuple[str, ...]
    options: tuple[GraphOption, ...]
    states: tuple[GraphState, ...]
    stable: Equilibria
    standings: tuple[Standing, ...]
    coalitions: tuple[CoalitionStanding, ...] = ()
    coalition_stable: Equilibria | None = None
    unproven: tuple[str, ...] = ()
