"""What a sentence forbids, be it that it commands to refrain, gives the most that there may be, or its hours."""

from __future__ import annotations

from collections.abc import Iterable

from parley.model import Framework, Modality, Obligation
from parley.text import act_covers
from parley.text import patterns as re

from .acts import act_meant
from .hours import is_of_the_day, only_then
from .vouching import vouched

_FORBEAR = frozenset({"refrain", "cease", "stop", "halt", "suspend", "terminate"})
INTO = re.compile(r"\W*(?:(?:in|on)?to|towards?)\b", re.I)
_COMES = frozenset({"come", "approach", "get"})


def forbidden_act(obligation: Obligation) -> str | None:
    """The act that the obligation forbids, also where it commands to refrain from it; ``None`` if it is no ban.

    Whatever gives the most that there may be forbids more, also where it allows so many; and what is allowed only at
    some hours is forbidden at others. Who must not move into a place, or come within so many km of one, must not enter
    that; to move out is another act.
    """
    if obligation.modality is None or obligation.act is None:
        return None
    inner = vouched(obligation)
    if inner is not None and inner[0].act is not None:
        return inner[0].act.value
    act, place = obligation.act.value, obligation.place
    if place is not None and (act in _COMES or (act == "move" and INTO.match(place.words))):
        act = "enter"
    if limit_of(obligation) is not None or only_then(obligation):
        return act
    if obligation.modality.value == "must not":
        return act
    if obligation.modality.value == "must" and act in _FORBEAR and obligation.object is not None:
        return act_meant(obligation.object.value.text)
    return None


def allowing(allowed: Iterable[Obligation], ban: Obligation, act: str) -> list[Obligation]:
    """Of what is ``allowed`` at hours of the day (:func:`allowed_at_hours`) what is an act of this kind."""
    return [one for one in allowed if one.id != ban.id and one.act is not None and act_covers(act, one.act.value)]


def allowed_at_hours(framework: Framework) -> list[Obligation]:
    """The sentences that allow an act at hours of the day."""
    return [
        one
        for one in framework.obligations
        if one.modality is not None
        and one.modality.value is Modality.MAY
        and one.act is not None
        and one.window is not None
        and is_of_the_day(one.window.value)
        and one.trigger is None
        and one.exception is None
        and not one.labels
    ]


def limit_of(obligation: Obligation) -> float | None:
    """The most that the sentence allows; ``None`` where it gives no such number."""
    return obligation.object.value.most if obligation.object else None
