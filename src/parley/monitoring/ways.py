"""Bans on closing a road, a bridge or a port by its name, or on checkpoints: a report's thing is often who was held up
there.
"""

from __future__ import annotations

from dataclasses import dataclass

from parley.model import Obligation
from parley.text import patterns as re

from .acts import act_of
from .kinds import and_wider, are_of, kinds_named
from .objects import stems
from .standing import Known
from .truth import NO, YES, Fact, Truth

_CLOSES = frozenset({"close", "deny-access", "roadblock", "suspend"})
_SETS_UP = frozenset({"establish", "place", "build", "deploy", "maintain", "fortify"})
_CHECKPOINT = frozenset({"checkpoint"})
_WAYS = ("road", "bridge", "railway", "port", "airport", "checkpoint")
_GOES = ("people", "vehicle", "goods", "animal", "ship", "force", "money", "paper", "equipment")
_NAMED = re.compile(r"\b(?-i:[A-Z])")


@dataclass(frozen=True)
class AtWay:
    """What has to be closed to break such a ban, in the words of the text."""

    words: str

    @property
    def names(self) -> frozenset[str]:
        """The names by which effort can say that it watched for it."""
        return frozenset({re.sub(r"\A(?:the|any|all)\s+", "", self.words, flags=re.I)})

    @staticmethod
    def is_held_up(thing: str | None) -> bool:
        """Whether a report's thing, if it has one, may be who or what was held up, and no way that was closed."""
        return thing is None or are_of(and_wider(kinds_named(thing)), _GOES)

    @staticmethod
    def is_told(said: str) -> bool:
        """Whether a report's words for what was done name a way: "road blocked"."""
        return are_of(and_wider(kinds_named(said)), _WAYS)

    def is_met(self, entry: Known) -> Fact:
        """Whether a report names this way, by its words for the act, its thing or its place."""
        report = entry.report
        told = stems(f"{report.act_said or ''} {report.object or ''} {report.place.name or ''}")
        if stems(self.words) <= told:
            return YES
        if report.object is not None and not self.is_held_up(report.object) and _NAMED.search(report.object):
            return NO
        return Fact(Truth.UNKNOWN, f"whether it was {self.words} is not said", "where it was")


def at_way(ban: Obligation) -> AtWay | None:
    """The way that a ban names, if it is on closing one."""
    act, thing = ban.act, ban.object
    if act is None or thing is None or act.value not in _CLOSES or ban.counterpart is not None:
        return None
    words = " ".join(thing.value.text.split())
    is_one = (
        _NAMED.search(words)
        and are_of(and_wider(kinds_named(words)), _WAYS)
        and not re.search(r",|\b(?:and|or)\b", words)
    )
    return AtWay(words) if is_one else None


def is_roadblock(ban: Obligation, act: str, entry: Known) -> bool:
    """Whether a report calls what was done a checkpoint, or a roadblock, where setting up such is banned: its thing, if
    it has one, is who was held up there.
    """
    thing = ban.object
    return (
        act in _SETS_UP
        and thing is not None
        and kinds_named(thing.value.text) == _CHECKPOINT
        and act_of(entry.report.act or "") == "roadblock"
    )
