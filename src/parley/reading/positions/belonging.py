"""Whose somebody is: an actor and all that it is affiliated to at a time, the nearest first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from parley.model import Actor, Interval

from ..speakers.names import people_words

_NOT_FOR_IT = people_words("own_account")
"""Words of a post whose holder is of a side, and does not speak or act for it (any more, or yet)."""


def speaks_no_more(post: str) -> bool:
    """Whether a post, or a description, says by itself that its holder does not stand for whom it names."""
    return not _NOT_FOR_IT.isdisjoint(re.findall(r"[^\W\d_]+", post.casefold()))


def belongs_to(actor_id: str, known: Mapping[str, Actor], when: Interval | None) -> Iterator[Actor]:
    """The actor itself, then whatever it belongs to, and what that belongs to.

    ``known`` holds the actors by id. An affiliation with an interval counts only where that can overlap
    ``when``; one without always does, and so does every one where ``when`` is not known. A "former minister",
    an "opposition leader" or a "Kestrian analyst" stands for nobody but himself.
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
        if speaks_no_more(affiliation.post or ""):
            continue
        above = next((a.id for a in known.values() if affiliation.to in (a.id, a.name)), None)
        if above:
            yield from _upwards(above, known, when, seen)
