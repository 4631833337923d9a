"""Invented papers for tests of reading: a handful of actors, and one call from words to a reading."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence

from parley.model import Actor, ActorKind, Document, Issue, Reading, Role
from parley.reading import read

KES = Actor(id="KES", name="Kestria", kind=ActorKind.STATE, aliases=("Kestrian", "Kestrians"), roles=(Role.PARTY,))
ORL = Actor(id="ORL", name="Orlavia", kind=ActorKind.STATE, aliases=("Orlavian", "Orlavians"), roles=(Role.PARTY,))
HAL = Actor(id="HAL", name="Halvern", kind=ActorKind.STATE, aliases=("Halvernian",), roles=(Role.FACILITATOR,))
JVC = Actor(
    id="JVC", name="Joint Verification Commission", kind=ActorKind.BODY, aliases=("JVC",), roles=(Role.MONITOR,)
)
ACTORS = (KES, ORL, HAL, JVC)

THURSDAY = dt.date(2031, 3, 6)
"""The day on which the invented papers appear; its week begins on 3 March, the next one on 10 March."""


def paper(text: str, published: dt.date | None = THURSDAY) -> Document:
    return Document(id=hashlib.sha256(text.encode()).hexdigest(), path="paper.txt", text=text, published=published)


def reading_of(
    text: str,
    published: dt.date | None = THURSDAY,
    actors: Sequence[Actor] = ACTORS,
    issues: Sequence[Issue] = (),
) -> Reading:
    return read(paper(text, published), actors, issues)
