"""Whose somebody is: an actor and all that it is affiliated to at a time, the nearest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from parley.model import Actor, Interval


def belongs_to(actor_id: str, known: Mapping[str, Actor], when: Interval | None) -> Iterator[Actor]:
    """The actor itself, then whatever it belongs to, and what that belongs to.

    ``known`` holds the actors by id. An affiliation with an interval counts only where that can overlap
    ``when``; one without always does, and so does every one where ``when`` is not known.
    """
    yield from _upwards(actor_id, known, when, set())


def _upwards(actor_id: str, known: Mapping[str, Actor], when: Interval | None, seen: set[str]) -> Iterator[Actor]:
    actor = known.get(actor_id)
    if actor is None or actor_id in seen:
        return
    seen.add(actor_id)
    yield actor
    for affiliation in actor.affiliations:
        if affiliation.interval is not None and when is not None and not affiliation.interval.overlaps(when):
            continue
        above = next((a.id for a in known.values() if affiliation.to in (a.id, a.name)), None)
        if above:
            yield from _upwards(above, known, when, seen)
