"""Papers for the tests of reading: invented texts as documents, and a short way to read their statements."""

from __future__ import annotations

import hashlib

from parley.model import Actor, ActorKind, Document, Statement
from parley.reading import read

KESTRIA = Actor(id="KES", name="Kestria", kind=ActorKind.STATE, aliases=("Kestrian", "Kestrians", "Varn"))
ORLAVIA = Actor(id="ORL", name="Orlavia", kind=ActorKind.STATE, aliases=("Orlavian", "Orlavians"))
COMMISSION = Actor(
    id="JVC", name="Joint Verification Commission", kind=ActorKind.BODY, aliases=("JVC", "the Commission")
)
ACTORS = (KESTRIA, ORLAVIA, COMMISSION)


def paper(text: str, published: str | None = "2031-03-06", language: str | None = "en") -> Document:
    id = hashlib.sha256(text.encode()).hexdigest()
    return Document(id=id, path="paper.txt", text=text, published=published, language=language)


def statements(text: str, *actors: Actor) -> tuple[Statement, ...]:
    return read(paper(text), actors or ACTORS).statements


def words(statement: Statement, role: str) -> list[str]:
    return [span.exact for span in getattr(statement, role)]
