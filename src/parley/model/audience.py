"""For whom a thing is: audiences, labels, and the one rule of who may see what.

A *label* says where something comes from: ``public``, ``team``, ``mediator`` or ``party:X`` (the
caucus of X). Whatever is derived from several things carries all their labels. An *audience* may
see a thing only if it may see every one of its labels.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Self

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from .errors import WrongUsage

_PARTY = re.compile(r"party:(?P<party>[^\s:/\\]+)")


class Audience(str):
    """One of ``public``, ``team``, ``mediator`` or ``party:X``."""

    @classmethod
    def parse(cls, words: str) -> Self:
        """Read an audience; raises :class:`WrongUsage` for anything but the four forms."""
        if words in ("public", "team", "mediator") or _PARTY.fullmatch(words):
            return cls(words)
        raise WrongUsage(f"'{words}' is no audience; use public, team, mediator or party:NAME.")

    @property
    def party(self) -> str | None:
        match = _PARTY.fullmatch(self)
        return match["party"] if match else None

    def may_see(self, label: Label) -> bool:
        """Deny by default: every part of the label has to be open to this audience."""
        return all(self._may_see_part(part) for part in label.parts)

    def _may_see_part(self, part: str) -> bool:
        if self == "mediator" or part == "public":
            return True
        if self == "team":
            return part == "team"
        return part == self  # a party sees its own caucus, the public sees no more than the public


class Label:
    """The origins of a thing: a set of ``public``, ``team``, ``mediator``, ``party:X``.

    Written and parsed as the parts joined with ``+`` (``party:NOR+team``). ``public`` adds nothing
    to another part and is left out beside one.
    """

    __slots__ = ("parts",)
    parts: frozenset[str]

    def __init__(self, *parts: str) -> None:
        named = frozenset(Audience.parse(part) for part in parts) - {"public"}
        self.parts = named or frozenset({"public"})

    @classmethod
    def parse(cls, words: str) -> Self:
        return cls(*words.split("+"))

    @classmethod
    def union(cls, labels: Iterable[Label]) -> Self:
        """The label of something derived from all of ``labels``."""
        return cls(*(part for label in labels for part in label.parts))

    def __or__(self, other: Label) -> Label:
        return Label.union((self, other))

    def __str__(self) -> str:
        return "+".join(sorted(self.parts))

    def __repr__(self) -> str:
        return f"Label({str(self)!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Label) and self.parts == other.parts

    def __hash__(self) -> int:
        return hash(self.parts)


def _to_label(value: object) -> Label:
    if isinstance(value, Label):
        return value
    if isinstance(value, str):
        return Label.parse(value)
    raise ValueError("a label is text such as team or party:NOR+team")


LabelField = Annotated[
    Label,
    PlainValidator(_to_label),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "description": "origins joined with +: public, team, mediator, party:X"}),
]
"""A :class:`Label` as a field of a value: text in JSON."""

PUBLIC = Label("public")
TEAM = Label("team")
MEDIATOR = Label("mediator")
