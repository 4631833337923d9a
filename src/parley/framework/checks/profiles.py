"""What a text of a kind needs, and of which kind a text is. The kinds stand in profiles.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from parley.model import CheckProfile, Framework, Severity, WrongUsage
from parley.text import patterns as re

from .phrases import phrase

DEFAULT = "ceasefire"
SHORT = "short-pause"

_HEADING = re.compile(r"^#\s+([^\n]+)", re.MULTILINE)
_OPENING = 250
"""So much of a text without a title is looked at for one, in characters."""


@dataclass(frozen=True)
class Needs:
    """A kind of text: its name, its title after 'as', what names it, and the items it needs."""

    name: str
    title: str
    named: re.Pattern[str] | None
    needs: frozenset[str]
    but: frozenset[str]
    long: frozenset[str]
    """Items that it needs too if it is to hold for more than a month."""

    def needs_item(self, code: str, severity: Severity) -> bool:
        """Whether a text of this kind needs the item of this code."""
        if code in self.but:
            return False
        return code in self.needs or "all" in self.needs or ("serious" in self.needs and severity is not Severity.MINOR)


@lru_cache(maxsize=1)
def kinds() -> dict[str, Needs]:
    """Every kind by its name, in the order in which they are tried."""
    table = tomllib.loads(files(__package__).joinpath("profiles.toml").read_text("utf-8"))["profile"]
    return {
        row["name"]: Needs(
            name=row["name"],
            title=row["title"],
            named=phrase("|".join(row["named"])) if "named" in row else None,
            needs=frozenset(row["needs"]),
            but=frozenset(row.get("but", ())),
            long=frozenset(row.get("long", ())),
        )
        for row in table
    }


def chosen(framework: Framework, wanted: str | None, lasts: str | None) -> CheckProfile:
    """The profile that was asked for, or that the text shows; ``lasts`` is how long a short pause lasts.

    Raises :class:`WrongUsage` for a name that there isn't.
    """
    known = kinds()
    if wanted is not None:
        if wanted not in known:
            raise WrongUsage(f"There is no profile '{wanted}'; use one of {', '.join(known)}.")
        return CheckProfile(name=wanted, why="it was asked for")
    if lasts is not None:
        return CheckProfile(name=SHORT, why=f"it lasts {lasts} and is not extended by itself")
    heading = _HEADING.search(framework.text)
    title = framework.title or (heading[1] if heading else framework.text[:_OPENING])
    for kind in known.values():
        if kind.named and (match := kind.named.search(title)):
            words = " ".join(match.group().split())
            where = "its title" if framework.title or heading else "its opening"
            return CheckProfile(name=kind.name, why=f"{where} says '{words}'")
    return CheckProfile(name=DEFAULT, why="nothing in it names another kind")
