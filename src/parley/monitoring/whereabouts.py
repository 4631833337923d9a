"""Where a duty has to be done: whether a report tells of it there, and what is seen where it should be gone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

from parley.model import Modality, Obligation, Outcome, Relation, Slot, Where

from .bans import Judged, Suspects
from .matching import Doing
from .names import Names, fold
from .objects import stems
from .places import PlaceRule, Places
from .standing import Known
from .telling import NAMED, Event, Telling, is_found, listed_some
from .truth import YES, Fact, Truth
from .windows import Bounds

_INSIDE = {
    Relation.IN: Relation.IN,
    Relation.OUTSIDE: Relation.IN,
    Relation.BEYOND_DISTANCE: Relation.WITHIN_DISTANCE,
}
"""From which place something has to go, or in which it is done."""
_BEING_THERE = ("place", "deploy", "enter")
"""Acts of the lexicon by which something is at a place."""
_FROM = Fact(Truth.UNKNOWN, "whether that was from where the text says is not told", "from where it was")


def place_of(duty: Obligation, bearer: str | None, places: Places) -> PlaceRule | None:
    """The place in which a duty is done, or from which something has to go; ``None`` where no annex shows it."""
    slot = duty.place
    if slot is None or slot.value.relation not in _INSIDE:
        return None
    inside = slot.replace(value=slot.value.replace(relation=_INSIDE[slot.value.relation]))
    rule = places.rule(inside, bearer, duty.object.value.term if duty.object else None)
    return rule if isinstance(rule, PlaceRule) else None


def names_of(slot: Slot[Where], names: Names) -> list[str]:
    """The places that a text names with a capital."""
    return [name for name in slot.value.of if name[:1].isupper() and not names.knows(name)]


def done_there(doing: Doing, entry: Known) -> Fact:
    """Whether a duty that a report shows done was done where the text says; whoever gives no place says no other.

    What goes from a place may be told where it arrives: elsewhere is no proof that it did not leave that place.
    """
    slot, place = doing.obligation.place, entry.report.place
    if slot is None or (place.name is None and place.latitude is None) or is_named(slot, doing, entry):
        return YES
    relation = slot.value.relation
    if relation is Relation.BEYOND_DISTANCE or relation not in _INSIDE:
        return YES
    if doing.place is None:
        return _by_name(slot, doing, place.name)
    fact = doing.place.fact(entry)
    if relation is Relation.IN:
        return fact
    if fact.truth is Truth.NO:
        return Fact(Truth.UNKNOWN, f"that was {doing.place.measured(entry)}", _FROM.bring)
    return YES if place.latitude is not None else fact


def is_named(slot: Slot[Where], doing: Doing, entry: Known) -> bool:
    """Whether a report names the place of a sentence, in whatever cell; in the words for its act also for short."""
    act = entry.report.act_said or ""
    said = fold(f"{act} {entry.report.object or ''} {entry.report.place.name or ''}")
    ends = [one.term.split()[-1] for one in doing.framework.definitions if one.annex]
    short = any(f"the {last} " in f"{act} " and ends.count(last) < 2 for last in (n.split()[-1] for n in slot.value.of))
    return short or any(fold(name) in said for name in (*slot.value.of, *(doing.place.names if doing.place else ())))


def _by_name(slot: Slot[Where], doing: Doing, said: str | None) -> Fact:
    named = names_of(slot, doing.names)
    if not named or said is None or any(stems(said) & stems(name) for name in named):
        return YES
    return Fact(Truth.UNKNOWN, f"no annex shows where {named[0]} is", f"a shape of {named[0]} in annexes/")


def with_those_left(
    doing: Doing, judged: Judged, deciding: Sequence[Event], suspects: Callable[[Doing], Suspects], telling: Telling
) -> tuple[Judged, list[Known]]:
    """The judgement on a withdrawal with what was seen since at the place from which it was due, and those reports.

    Where nobody found that all of it had left, it may never have, and "kept" is in doubt; what a body found to have
    left has come back, which the sentence does not speak of.
    """
    slot, end = doing.obligation.place, doing.window.end
    is_of_one = slot is not None and slot.value.relation is not Relation.IN and doing.place is not None
    if not is_of_one or judged.outcome in (Outcome.BREACHED, Outcome.PENDING):
        return judged, []
    assert end is not None, "a duty without a deadline is no matter for this"
    left = max((entry.span.last for event in deciding for entry in event), default=end)
    events = _seen(doing, left if judged.outcome is Outcome.KEPT else end, suspects)
    if not events:
        return judged, []
    seen = [entry for event in events for entry in event]
    since = replace(judged, reports=(*judged.reports, *(entry.id for entry in seen)))
    numbered = doing.obligation.object is not None and doing.obligation.object.value.number is not None
    if judged.outcome is not Outcome.KEPT or numbered or all(map(is_found, deciding)):
        brief = listed_some([f"{event[0].id} {telling.when(event[0].span)}" for event in events[:NAMED]], len(events))
        return replace(since, why=f"{judged.why} Seen there since: {brief}."), seen
    told = telling.some(events, doing.where)
    why = f"{judged.why} But seen there since: {told}; whether that stayed, or came back, is not known."
    bring = "A finding whether all of it had left by then."
    return replace(since, outcome=Outcome.CANNOT_TELL, why=why, would_change=bring), seen


def _seen(doing: Doing, since: dt.datetime, suspects: Callable[[Doing], Suspects]) -> list[Event]:
    """The events by which what should be gone surely was there after a time."""
    found: dict[str, Event] = {}
    for act in _BEING_THERE:
        of = doing.obligation
        ban = of.replace(
            modality=Slot(words="", value=Modality.MUST_NOT),
            act=None if of.act is None else of.act.replace(words=act, value=act),
        )
        there = replace(doing, obligation=ban, act=act, window=Bounds(start=since))
        found |= {event[0].id: event for event in suspects(there).sure() if event[0].span.first > since}
    return list(found.values())
