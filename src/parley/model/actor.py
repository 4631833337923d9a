"""Who acts: actors with their names and affiliations (after Popolo, ISO 3166)."""

from __future__ import annotations

import enum

from pydantic import Field

from .time import Interval
from .value import Value


class ActorKind(enum.StrEnum):
    STATE = "state"
    ARMED_GROUP = "armed group"
    ORGANISATION = "organisation"
    BODY = "body"
    OFFICE = "office"
    PERSON = "person"
    GROUP = "group"
    """Several together ("the two sides", "witnesses")."""
    ANONYMOUS = "anonymous"
    """Somebody whom the source does not name ("a senior official"); never resolved by guessing."""


class Role(enum.StrEnum):
    """What an actor is in this process."""

    PARTY = "party"
    FACILITATOR = "facilitator"
    HOST = "host"
    GUARANTOR = "guarantor"
    MONITOR = "monitor"


def _is_empty(value: object) -> bool:
    return not value


class Ref(Value):
    """A pointer to an actor: its id, and its name as people read it.

    ``id`` is ``None`` where the words name somebody whom nothing resolves: unsure is said, not guessed.
    ``members`` are those of whom a group consists ("both sides"), as far as the text tells; ``of`` is the id
    of the actor to whom somebody not named belongs ("a senior Kestrian official"). Either stands only where
    ``id`` is ``None``, and is written out only where it says something.
    """

    id: str | None
    name: str
    members: tuple[Ref, ...] = Field(default=(), exclude_if=_is_empty)
    of: str | None = Field(default=None, exclude_if=_is_empty)


class Affiliation(Value):
    """That an actor belongs to another for a time: a minister to a state, an office to a body."""

    to: str
    post: str | None = None
    interval: Interval | None = None


class Actor(Value):
    """A state, armed group, organisation, body, office or person.

    ``id`` is the short form used throughout (``NOR``); ``aliases`` are further names by which papers
    call it, among them its capital and the adjective of its name where they stand for its government.
    """

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()

    @property
    def ref(self) -> Ref:
        return Ref(id=self.id, name=self.name)

    @property
    def is_party(self) -> bool:
        return Role.PARTY in self.roles
