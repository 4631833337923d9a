"""Countries by name, adjective, people and capital: ISO 3166-1 alpha-3, our own small table."""

from __future__ import annotations

import functools
from importlib import resources

from parley.model import Actor, ActorKind


def country_named(words: str) -> Actor | None:
    """The state that a name, an adjective ("Halvernian"), a people or a capital stands for.

    Case counts ("US" is not "us"); a leading article and a possessive ending do not.
    """
    return _by_name().get(words.replace("’", "'"))


@functools.cache
def _by_name() -> dict[str, Actor]:
    table = resources.files(__package__).joinpath("countries.tsv").read_text(encoding="utf-8")
    names: dict[str, Actor] = {}
    for line in table.splitlines():
        if not line or line.startswith("#"):
            continue
        code, name, *rest = line.split("\t")
        aliases = tuple(alias for cell in rest for alias in cell.split(";") if alias)
        state = Actor(id=code, name=name, kind=ActorKind.STATE, aliases=aliases)
        for alias in (name, *aliases):
            names.setdefault(alias.replace("’", "'"), state)
    return names
