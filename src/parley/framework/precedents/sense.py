"""What an obligation means, apart from the names in it, so that those of different conflicts can be compared."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

from parley.model import Duration, Framework, Instant, Obligation, Window
from parley.text import patterns as re

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ALL = re.compile(r"\b(?:part(?:y|ies)|sides?|signator(?:y|ies)|belligerents?)\b", re.IGNORECASE)
_IDLE = frozenset({
    "a", "an", "the", "all", "any", "its", "their", "his", "her", "of", "in", "on", "at", "to", "for", "from", "with",
    "and", "or", "by", "each", "every", "such", "other", "more", "than", "as", "above", "below", "that", "which", "who",
    "those", "these", "specified", "including",
})  # fmt: skip


@dataclass(frozen=True)
class Sense:
    """One obligation of ``framework``."""

    obligation: Obligation
    framework: Framework

    @property
    def act(self) -> str | None:
        return self.obligation.act.value if self.obligation.act else None

    @cached_property
    def bearer(self) -> str:
        """Who bears it, by kind: all parties, one party, a third party or a body, or nobody who is named."""
        slot = self.obligation.bearer
        if slot is None or not slot.value:
            return "nobody is named"
        parties = {each for party in self.framework.parties for each in (party.id, party.name)}
        borne = set(slot.value)
        if borne <= parties:
            return "each party" if len(borne) > 1 or len(self.framework.parties) < 2 else "one party"
        if all(_ALL.search(name) for name in borne):
            return "each party"
        bodies = {each for body in self.framework.bodies for each in (body.id, body.name)}
        return "a body" if borne <= bodies else "others"

    @cached_property
    def thing(self) -> frozenset[str]:
        """The telling words of the object, with those of its definition."""
        slot = self.obligation.object
        if slot is None:
            return frozenset()
        words = f"{slot.value.text} {self._meaning(slot.value.term)}"
        return frozenset(stem for word in _WORD.findall(words.casefold()) if (stem := _stem(word)) not in _IDLE)

    @cached_property
    def things(self) -> frozenset[str]:
        """The families of things that the object belongs to."""
        return _named(self.thing, "things")

    @cached_property
    def places(self) -> frozenset[str]:
        slot = self.obligation.place
        words = " ".join(slot.value.of) if slot else ""
        return _named(frozenset(map(_stem, _WORD.findall(words.casefold()))), "places")

    def _meaning(self, term: str | None) -> str:
        found = (
            each.meaning for each in self.framework.definitions if term and each.term.casefold() == term.casefold()
        )
        return next(found, "")


def act_families(act: str) -> frozenset[str]:
    return frozenset(family for family, acts in _families()["acts"].items() if act in acts)


def days(window: Window) -> tuple[str, float] | None:
    """The window's kind and its length or distance from D-day in days, where it has one."""
    for kind, length in (("within", window.within), ("every", window.every), ("for", window.lasts)):
        if length is not None:
            return kind, _length(length)
    for kind, instant in (("by", window.end), ("from", window.start)):
        if instant is not None:
            return kind, _from_d_day(instant)
    return None


def _from_d_day(instant: Instant) -> float:
    if instant.day is not None:
        return float(instant.day.days)
    return _length(instant.offset) if instant.offset is not None else -1.0


def _length(duration: Duration) -> float:
    return duration.months * 30.4 + duration.days + duration.minutes / 1440


def _named(stems: frozenset[str], kind: str) -> frozenset[str]:
    return frozenset(family for family, words in _families()[kind].items() if stems & words)


@lru_cache(maxsize=1)
def _families() -> dict[str, dict[str, frozenset[str]]]:
    table = tomllib.loads(files(__package__).joinpath("families.toml").read_text("utf-8"))
    return {
        kind: {name: frozenset(words if kind == "acts" else map(_stem, words)) for name, words in rows.items()}
        for kind, rows in table.items()
    }


def _stem(word: str) -> str:
    """A word without its plural ending."""
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
