"""From the JSON or TOML of a graph model to its values; every fault is named with its place."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping, Sequence
from typing import Any

from parley.model import Conflict, GraphOption, GraphState, NotYetHandled, UnusableInput

from .kinds import Kind, refuse_others

MOST_STATES, MOST_MAKERS, _MOST_OPTIONS = 256, 8, 60
_FREE_OPTIONS = 8
"""Without a list of states every combination of so many options at most is one."""
_KEYS = {"decision_makers", "options", "states", "infeasible", "payoffs", "rankings", "moves"}
_REMARKS = {"case", "title", "note", "source", "stable"}
"""Keys that may stand in a file and are not read; ``stable`` is what somebody else found."""


def load_conflict(data: Mapping[str, Any], path: str) -> Conflict:
    """A graph model from its mapping, whose form the reference describes.

    Raises :class:`UnusableInput` for whatever can't be judged and :class:`NotYetHandled` for more than
    :data:`MOST_STATES` states or :data:`MOST_MAKERS` decision-makers.
    """
    refuse_others(data, path, Kind.STABILITY)
    strange = sorted(set(map(str, data)) - _KEYS - _REMARKS)
    if strange:
        raise UnusableInput(path, f"'{strange[0]}' is not known here", f"use {', '.join(sorted(_KEYS))}")
    makers = tuple(_words(data, "decision_makers", path))
    if len(makers) > MOST_MAKERS:
        raise NotYetHandled(
            path, f"it has {len(makers)} decision-makers, and the most is {MOST_MAKERS}", "join some of them"
        )
    options = _options(data.get("options"), makers, path)
    states = _states(data, options, path)
    index = {state.name: number for number, state in enumerate(states)}
    ranked, paid = data.get("rankings"), data.get("payoffs")
    if (ranked is None) == (paid is None):
        raise UnusableInput(path, "it needs either payoffs or rankings", "give one of the two, by decision-maker")
    key = "payoffs" if ranked is None else "rankings"
    table = _by_maker(ranked if paid is None else paid, makers, path, key)
    payoffs = {
        maker: _payoffs(row, len(states), path, maker) if ranked is None else _ranks(row, index, path, maker)
        for maker, row in table.items()
    }
    if data.get("moves") is None:
        moves = {maker: _derived(maker, options, states, path) for maker in makers}
    else:
        given = _by_maker(data["moves"], makers, path, "moves")
        moves = {maker: _explicit(row, index, path, maker) for maker, row in given.items()}
    return Conflict(decision_makers=makers, options=options, states=states, payoffs=payoffs, moves=moves)


def _words(data: Mapping[str, Any], key: str, path: str) -> list[str]:
    value = data.get(key)
    if not isinstance(value, list) or not value or not all(isinstance(each, str) and each.strip() for each in value):
        raise UnusableInput(path, f"'{key}' is no list of names", f'write {key} = ["...", "..."]', key)
    if len(set(value)) < len(value):
        raise UnusableInput(path, "a name stands there twice", "give each a name of its own", key)
    return value


def _options(value: Any, makers: Sequence[str], path: str) -> tuple[GraphOption, ...]:
    if not isinstance(value, list) or not value:
        raise UnusableInput(path, "it has no options", 'write options = [{ id = "...", by = "..." }]', "options")
    if len(value) > _MOST_OPTIONS:
        raise NotYetHandled(path, f"it has {len(value)} options, and the most is {_MOST_OPTIONS}", "leave some out")
    found = []
    for number, item in enumerate(value, 1):
        where = f"option {number}"
        table = {"id": item} if isinstance(item, str) else item
        if (
            not isinstance(table, Mapping)
            or not isinstance(table.get("id"), str)
            or set(table) - {"id", "by", "lasting"}
        ):
            raise UnusableInput(path, "it has no id, or a key besides id, by and lasting", "give it an id", where)
        if table.get("by") is not None and table["by"] not in makers:
            raise UnusableInput(path, f"there is no decision-maker '{table['by']}'", f"use {', '.join(makers)}", where)
        if not isinstance(table.get("lasting", False), bool):
            raise UnusableInput(path, "'lasting' is neither true nor false", "write true or false", where)
        found.append(GraphOption(id=table["id"], by=table.get("by"), lasting=table.get("lasting", False)))
    if len({option.id for option in found}) < len(found):
        raise UnusableInput(path, "a name stands there twice", "give each option a name of its own", "options")
    return tuple(found)


def _states(data: Mapping[str, Any], options: Sequence[GraphOption], path: str) -> tuple[GraphState, ...]:
    """The feasible states: those listed, else every combination of options that fits no infeasible pattern."""
    if data.get("states") is not None:
        names = _words(data, "states", path)
        for name in names:
            _fits(name, options, "YN", path, "states")
    elif len(options) > _FREE_OPTIONS:
        mend = "list the feasible ones under 'states'"
        raise NotYetHandled(path, f"{len(options)} options have {2 ** len(options):,} combinations", mend, "states")
    else:
        names = ["".join(reversed(taken)) for taken in itertools.product("NY", repeat=len(options))]
    patterns = _words(data, "infeasible", path) if data.get("infeasible") else []
    for pattern in patterns:
        _fits(pattern, options, "YN-", path, "infeasible")
    names = [
        name
        for name in names
        if not any(all(p in ("-", n) for p, n in zip(pattern, name, strict=True)) for pattern in patterns)
    ]
    if not names:
        raise UnusableInput(path, "no state is feasible", "leave at least one", "states")
    if len(names) > MOST_STATES:
        raise NotYetHandled(path, f"it has {len(names)} states, and the most is {MOST_STATES}", "leave some out")
    return tuple(
        GraphState(
            number=number,
            name=name,
            taken=tuple(option.id for option, mark in zip(options, name, strict=True) if mark == "Y"),
        )
        for number, name in enumerate(names, 1)
    )


def _fits(name: str, options: Sequence[GraphOption], marks: str, path: str, where: str) -> None:
    if len(name) != len(options) or set(name) - set(marks):
        mend = f"write one of {', '.join(marks)} for each of the {len(options)} options"
        raise UnusableInput(path, f"'{name}' is no state of these options", mend, where)


def _by_maker(value: Any, makers: Sequence[str], path: str, key: str) -> dict[str, Any]:
    if not isinstance(value, Mapping) or set(value) != set(makers):
        raise UnusableInput(path, f"'{key}' has not one entry for each decision-maker", f"use {', '.join(makers)}", key)
    return {maker: value[maker] for maker in makers}


def _payoffs(row: Any, states: int, path: str, maker: str) -> tuple[float, ...]:
    sound = isinstance(row, list) and len(row) == states
    if not sound or not all(
        isinstance(each, int | float) and not isinstance(each, bool) and abs(each) <= 10**15 and math.isfinite(each)
        for each in row
    ):
        raise UnusableInput(path, f"it needs {states} numbers, one for each state", "count them", f"payoffs of {maker}")
    return tuple(row)


def _ranks(row: Any, index: Mapping[str, int], path: str, maker: str) -> tuple[float, ...]:
    """Payoffs from a list of states, the best first; states that are equally good stand in a list of their own."""
    where = f"rankings of {maker}"
    if not isinstance(row, list):
        raise UnusableInput(path, "it is no list of states", "list them, the best first", where)
    found: dict[int, float] = {}
    for rank, item in enumerate(row):
        for name in item if isinstance(item, list) else [item]:
            state = _state(name, index, path, where, first=1)
            if state in found:
                raise UnusableInput(path, f"state {name} stands there twice", "keep one of the two", where)
            found[state] = float(-rank)
    missing = [name for name, number in index.items() if number not in found]
    if missing:
        raise UnusableInput(path, f"state {missing[0]} is missing", "rank every state", where)
    return tuple(found[state] for state in range(len(index)))


def _state(value: Any, index: Mapping[str, int], path: str, where: str, first: int) -> int:
    """The position of a state called by its name, or by its number counted from ``first``."""
    if isinstance(value, str) and value in index:
        return index[value]
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value - first < len(index):
        return value - first
    raise UnusableInput(path, f"there is no state {value!r}", "call it by its letters, as NYN", where)


def _explicit(row: Any, index: Mapping[str, int], path: str, maker: str) -> tuple[tuple[int, ...], ...]:
    """Moves as written: by the name of the state they leave, or a list for each state with numbers from 0."""
    where = f"moves of {maker}"
    if isinstance(row, Mapping):
        for name in row:
            _state(name, index, path, where, first=0)
        row = [row.get(name, []) for name in index]
    if not isinstance(row, list) or len(row) != len(index) or not all(isinstance(ends, list) for ends in row):
        raise UnusableInput(path, "it has no list for each state", "list where it can go from each", where)
    found = []
    for start, ends in enumerate(row):
        reached = {_state(end, index, path, where, first=0) for end in ends}
        found.append(tuple(sorted(reached - {start})))
    return tuple(found)


def _derived(
    maker: str, options: Sequence[GraphOption], states: Sequence[GraphState], path: str
) -> tuple[tuple[int, ...], ...]:
    """A decision-maker goes wherever its own options alone differ; a lasting one is never taken back."""
    for option in options:
        if option.by is None:
            mend = 'say whose it is, by = "...", or list the moves'
            raise UnusableInput(path, f"nobody is said to have the option '{option.id}'", mend, "options")

    def reaches(start: str, end: str) -> bool:
        return all(
            before == after or (option.by == maker and not (option.lasting and before == "Y"))
            for option, before, after in zip(options, start, end, strict=True)
        )

    return tuple(
        tuple(number for number, end in enumerate(states) if end is not start and reaches(start.name, end.name))
        for start in states
    )
