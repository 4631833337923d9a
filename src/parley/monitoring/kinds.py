"""Kinds of weapons, craft and people (``kinds.toml``), as the words for a thing name them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import Any

from parley.text import patterns as re

_WORD = re.compile(r"[^\W_]+")
_CIVIL = frozenset(
    {"civil vehicle", "civilian", "merchant ship", "fishing vessel", "animal", "food", "medicine", "relief"}
)
_TARGETS = frozenset({"ship", "people", "vehicle"})


def stem(word: str) -> str:
    """A word, in lower case, without its plural ending."""
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) and len(word) > 3 else word


def kinds_of(words: str) -> frozenset[str]:
    """The kinds that the words name, with the kinds that each of these surely is."""
    return and_wider(kinds_named(words))


def and_wider(kinds: frozenset[str]) -> frozenset[str]:
    """The kinds with those that each of them surely is."""
    found = kinds.union(*(_table()[kind].get("is", ()) for kind in kinds))
    return found if found == kinds else and_wider(found)


@lru_cache(maxsize=1)
def names_with_of() -> re.Pattern[str]:
    """The names of kinds that have an "of" in them, in whatever number: "place(s) of worship"."""
    names = [name for name in _vocabulary() if " of " in name]
    return re.compile("|".join(r"\s+".join(rf"{re.escape(word)}s?" for word in name.split()) for name in names), re.I)


def counted_as(kinds: frozenset[str]) -> frozenset[str]:
    """The kinds with all that each of them is a case of: as :func:`and_wider`, and "weapon" for a mortar."""
    wider = and_wider(kinds)
    return wider.union(*(_table()[kind].get("counts_as", ()) for kind in wider))


@lru_cache(maxsize=8192)
def kinds_named(words: str) -> frozenset[str]:
    """The kinds that the words name, longest names first."""
    text = " ".join(stem(word) for word in _WORD.findall(words.casefold()))
    named: set[str] = set()
    for name, kind in _vocabulary().items():
        text, found = re.subn(rf"\b{re.escape(name)}\b", "|", text)
        if found:
            named.add(kind)
    for kind, row in _table().items():
        for wide, others in row.get("when", {}).items():
            called = {one for one in named if wide in and_wider(frozenset({one}))}
            if called and are_of(and_wider(frozenset(named)), others):
                named = {*named - called, kind}
    return frozenset(named)


def are_of(kinds: frozenset[str], of: Iterable[str]) -> bool:
    """Whether what words name is surely of one of some kinds of ``kinds.toml``."""
    return not kinds.isdisjoint(of)


def may_be_of(kinds: frozenset[str], of: Iterable[str]) -> bool:
    """Whether what words name (as :func:`kinds_named`) is, or may be, of one of some kinds."""
    return are_of(and_wider(kinds), of) or may_meet(kinds, frozenset(of))


def may_meet(reported: frozenset[str], meant: frozenset[str]) -> bool:
    """Whether something of one kind may be of the other: one of them is the wider word."""
    may_be = _may_be()
    return any(
        not may_be[one].isdisjoint(and_wider(frozenset({other})))
        for kind in reported
        for each in meant
        for one, other in ((kind, each), (each, kind))
    )


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, Any]]:
    table: dict[str, dict[str, Any]] = tomllib.loads(files(__package__).joinpath("kinds.toml").read_text("utf-8"))
    apart = {name: (kind, row) for kind, each in table.items() for name, *row in each.get("apart", ())}
    return table | {name: {"names": others, "is": [kind]} for name, (kind, others) in apart.items()}


@lru_cache(maxsize=2)
def kind_words(*, of_forces: bool = False) -> frozenset[str]:
    """Every word of the names of kinds, without its plural ending, but for letters and figures ("T-72"); of kinds of
    weapons, craft and people alone, if they are ``of_forces``.
    """
    names = (name for name, kind in _vocabulary().items() if not of_forces or _is_of_forces(kind))
    return frozenset(word for name in names for word in name.split() if len(word) > 1 and word.isalpha())


def _is_of_forces(kind: str) -> bool:
    return may_be_weapon(frozenset({kind})) or are_of(and_wider(frozenset({kind})), _TARGETS)


def can_move(kinds: frozenset[str]) -> bool:
    """Whether something of one of these kinds may come from elsewhere: who or what goes, or is brought, but no mine."""
    return any(kind != "mine" and _is_of_forces(kind) for kind in kinds)


@lru_cache(maxsize=1)
def _vocabulary() -> dict[str, str]:
    names = {
        " ".join(stem(word) for word in _WORD.findall(name.casefold())): kind
        for kind, row in _table().items()
        for name in (kind, *row["names"])
    }
    return dict(sorted(names.items(), key=lambda entry: (-len(entry[0]), entry[0])))


@lru_cache(maxsize=1)
def _may_be() -> dict[str, frozenset[str]]:
    return {kind: frozenset(row.get("may_be", ())) for kind, row in _table().items()}


def is_weapon(words: str) -> bool:
    """Whether the words name something with which one fires, and no craft, people or vehicle."""
    kinds = kinds_of(words)
    return bool(kinds) and not kinds & _TARGETS and may_be_weapon(kinds)


def may_be_weapon(kinds: frozenset[str]) -> bool:
    """Whether something of one of these kinds is, or may be, a weapon."""
    reach = and_wider(kinds).union(*(_may_be()[kind] for kind in and_wider(kinds)))
    return "weapon" in reach and not is_civil(kinds)


def is_civil(kinds: frozenset[str]) -> bool:
    """Whether something of these kinds surely is no part of anybody's forces."""
    return not and_wider(kinds).isdisjoint(_CIVIL)
