"""For which parties a statement speaks, and whether it does so on the record."""

from __future__ import annotations

import re
from collections.abc import Mapping

from parley.model import Actor, Interval, Ref, Statement

from ..speakers.names import people_words
from .belonging import belongs_to, speaks_no_more

_ON_RECORD = people_words("on_record")
"""Offices that speak for their side even where the text does not name their holder ("Kestria's foreign minister")."""
_SPOKEN_FOR = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_ANY = frozenset({"a", "an", "another", "one", "some"})
_BEHIND = frozenset({"of", "for", "in", "from", "to", "at", "within", "inside", "close", "with"})


def parties_of(statement: Statement, known: Mapping[str, Actor], when: Interval | None) -> dict[str, bool]:
    """The parties that speak, by id, each with whether on the record; empty where none does.

    A party speaks itself, through somebody of its own, or as one of several ("both sides", "the two ministers").
    Somebody not named who belongs to it speaks on the record in an office ("Kestria's foreign minister",
    "a spokesman for the ministry"); "a Kestrian official" does not. ``known`` holds the actors by id.
    """
    found: dict[str, bool] = {}
    speaker = statement.speaker
    for ref in (speaker.members or (speaker,)) if speaker is not None else ():
        above = belongs_to(ref.id or ref.of or "", known, when)
        party = next((actor.id for actor in above if actor.is_party), None)
        if party is not None and not (ref.id is None and speaks_no_more(ref.name)):
            found[party] = found.get(party, False) or ref.id is not None or _is_office(ref)
    return found


def _is_office(ref: Ref) -> bool:
    words = re.findall(r"[^\W\d_]+", ref.name.casefold())
    phrase = words[: next((i for i, word in enumerate(words) if word in _BEHIND), len(words))]
    if not phrase or phrase[-1] not in _ON_RECORD:
        return False
    return phrase[-1] in _SPOKEN_FOR or phrase[0] not in _ANY
