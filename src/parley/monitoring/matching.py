"""Whether a report tells of what an obligation forbids or demands: its act, doer, thing, time and place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from parley.model import Framework, Obligation
from parley.text import act_covers

from .acts import act_of
from .names import Names
from .objects import is_of, names_weapons
from .places import PlaceRule
from .standing import Known, says_no
from .truth import YES, Fact, Truth
from .windows import Bounds, in_window

_EFFECTS = frozenset({"explode", "damage", "kill"})
"""What is seen or heard after an attack, by which act nobody said: it may have been one."""
_FORBEAR = frozenset({"refrain", "cease", "stop", "halt", "suspend", "terminate"})
_AT_OTHERS = ("party", "parties", "side", "forces", "population", "territory")


@dataclass(frozen=True)
class Doing:
    """An act that somebody must not do (or must): what is needed to hold reports against it."""

    obligation: Obligation
    act: str
    bearer: str | None
    window: Bounds
    place: PlaceRule | None
    framework: Framework
    names: Names

    def forbidden(self, entry: Known) -> Truth:
        """Whether the report, if true, tells of the forbidden act by this bearer (``None``: by whomever).

        Cheapest facts first.
        """
        truth = Truth.YES
        for fact in (self._doer, self.act_fact, self._number, self._time, self._target):
            truth = min(truth, fact(entry).truth)
            if truth is Truth.NO:
                return truth
        return truth if self.place is None else min(truth, self.place.truth(entry))

    def facts(self, entry: Known) -> list[Fact]:
        """All the facts with their reasons, for the few reports that a verdict tells of."""
        facts = [self._doer(entry), self.act_fact(entry), self._time(entry), self._target(entry)]
        return facts if self.place is None else [*facts, self.place.fact(entry)]

    def told(self, entry: Known) -> str:
        """What was measured, for a sentence."""
        return "" if self.place is None else self.place.fact(entry).why

    def doubts(self, entry: Known) -> str:
        return "; ".join(fact.why for fact in self.facts(entry) if fact.truth is Truth.UNKNOWN and fact.why)

    def act_fact(self, entry: Known) -> Fact:
        return _act_fact(self.act, entry.report.act)

    def _doer(self, entry: Known) -> Fact:
        if self.bearer is None:
            return YES
        if entry.report.actor is None:
            return Fact(Truth.UNKNOWN, "the report names no doer")
        return YES if self.names.same(entry.report.actor, self.bearer) else Fact(Truth.NO)

    def _number(self, entry: Known) -> Fact:
        """None seen is not a breach."""
        return Fact(Truth.NO) if entry.report.count == 0 else YES

    def _time(self, entry: Known) -> Fact:
        return in_window(entry.span, self.window)

    def _target(self, entry: Known) -> Fact:
        """The thing forbidden: a weapon (the report's object), or that at which an attack is aimed."""
        slot = self.obligation.object
        if slot is None:
            return YES
        thing = slot.value
        if not act_covers("attack", self.act) or names_weapons(thing, self.framework):
            return is_of(entry.report.object, thing, self.framework)
        aimed = thing.text.casefold()
        other = entry.report.counterpart
        if any(word in aimed for word in _AT_OTHERS):
            if other is None:
                return Fact(Truth.UNKNOWN, "the report does not say at whom")
            aimed_at_other = self.bearer is None or not self.names.same(other, self.bearer)
            return YES if aimed_at_other else Fact(Truth.NO)
        hit = is_of(entry.report.object, thing, self.framework)
        return (
            hit if hit.truth is Truth.YES else Fact(Truth.UNKNOWN, f"whether it was aimed at {thing.text} is not said")
        )


@lru_cache(maxsize=16_384)
def _act_fact(wanted: str, said: str | None) -> Fact:
    """Whether an act as reported is the act of the text, or a case of it."""
    if said is None:
        return Fact(Truth.UNKNOWN, "no act is named")
    if says_no(said):
        return Fact(Truth.NO)
    act = act_of(said) or said
    if act_covers(wanted, act):
        return YES
    if act_covers(act, wanted) or act == "violate":
        return Fact(Truth.UNKNOWN, f"'{said}' is wider than '{wanted}'")
    if act in _EFFECTS and act_covers("attack", wanted):
        return Fact(Truth.UNKNOWN, f"'{said}' may come of '{wanted}' or of something else")
    if act_of(said) is None:
        return Fact(Truth.UNKNOWN, f"'{said}' names no act of the lexicon")
    return Fact(Truth.NO)


def forbidden_act(obligation: Obligation) -> str | None:
    """The act that the obligation forbids, also where it commands to refrain from it; ``None`` if it is no ban."""
    if obligation.modality is None or obligation.act is None:
        return None
    act = obligation.act.value
    if obligation.modality.value == "must not":
        return act
    if obligation.modality.value == "must" and act in _FORBEAR and obligation.object is not None:
        return act_of(obligation.object.value.text)
    return None


def by_act(known: Sequence[Known]) -> dict[str | None, list[Known]]:
    """Reports by the act they name, so that an obligation looks only at those that can concern it."""
    index: dict[str | None, list[Known]] = {}
    for entry in known:
        index.setdefault(entry.report.act, []).append(entry)
    return index


def candidates(index: dict[str | None, list[Known]], doing: Doing) -> list[Known]:
    """The reports whose act is, or may be, the obligation's."""
    return [
        entry for rows in index.values() if rows and doing.act_fact(rows[0]).truth is not Truth.NO for entry in rows
    ]
