"""Countries by name, adjective, people, capital and seat of government: ISO 3166-1 alpha-3, our own small tables."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from importlib import resources

from parley.model import Actor, ActorKind


def country_named(words: str) -> Actor | None:
    """The state that a name, an adjective ("Halvernian"), a people, a capital or a seat of
    government ("the Kremlin") stands for.

    Case counts ("US" is not "us"); a leading article and a possessive ending do not.
    """
    return _by_name().get(words.replace("’", "'"))


@functools.cache
def _by_name() -> dict[str, Actor]:
    names: dict[str, Actor] = {}
    for code, name, *rest in _rows("countries.tsv"):
        aliases = tuple(alias for cell in rest for alias in cell.split(";") if alias)
        state = Actor(id=code, name=name, kind=ActorKind.STATE, aliases=aliases)
        for alias in (name, *aliases):
            names.setdefault(alias.replace("’", "'"), state)
    states = {state.id: state for state in names.values()}
    for seat, code in _rows("seats.tsv"):
        names.setdefault(seat.replace("’", "'"), states[code])
    return names


def _rows(table: str) -> Iterator[list[str]]:
    for line in resources.files(__package__).joinpath(table).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
