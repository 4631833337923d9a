"""Where what sets a duty off has to have happened: "every shelling in the Buffer Zone"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.model import Obligation

from .notyet import NotYet
from .occasions import Occasion
from .places import Places
from .truth import Truth


def there(found: Sequence[Occasion], obligation: Obligation, places: Places) -> list[Occasion] | NotYet:
    """The occasions that surely or perhaps were there, or why nobody can tell; all, where no place is asked for.

    The place is of what sets the duty off where it stands right behind it; else it is where the duty is done.
    """
    if not is_of_the_event(obligation) or obligation.place is None:
        return list(found)
    rule = places.rule(obligation.place, None, None)
    if isinstance(rule, NotYet):
        return rule
    kept = []
    for one in found:
        facts = [rule.fact(entry) for entry in one.entries]
        best = max(facts, key=lambda fact: fact.truth)
        if best.truth is Truth.YES:
            kept.append(one)
        elif best.truth is Truth.UNKNOWN:
            kept.append(replace(one, doubts=(*one.doubts, best)))
    return kept


def is_of_the_event(obligation: Obligation) -> bool:
    """Whether the place of a sentence is that of what sets its duty off."""
    trigger, thing, place = obligation.trigger, obligation.object, obligation.place
    if trigger is None or place is None or not trigger.spans or not place.spans:
        return False
    told = thing is not None and thing.words == trigger.words
    return told and place.spans[0].start - trigger.spans[-1].end in (0, 1)
