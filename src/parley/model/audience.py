"""For whom a thing is: audiences, labels, and the one rule of who may see what.

A *label* says where something comes from: ``public``, ``team``, ``mediator`` or ``party:X`` (the
caucus of X). Whatever is derived from several things carries all their labels. An *audience* may
see a thing only if it may see every one of its labels.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from .errors import WrongUsage

_PARTY = re.compile(r"party:(?P<party>[^\s:/\\+\x00-\x1f\ud800-\udfff]+)")


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


class Label(str):
    """The origins of a thing: a set of ``public``, ``team``, ``mediator``, ``party:X``.

    A label *is* its text: the parts, sorted and joined with ``+`` (``party:NOR+team``). ``public``
    adds nothing to another part and is left out beside one.
    """

    def __new__(cls, *parts: str) -> Self:
        named = {str(Audience.parse(part)) for part in parts} - {"public"}
        return super().__new__(cls, "+".join(sorted(named)) or "public")

    @classmethod
    def parse(cls, words: str) -> Self:
        return cls(*words.split("+"))

    @classmethod
    def union(cls, labels: Iterable[Label]) -> Self:
        """The label of something derived from all of ``labels``; ``public`` for none."""
        return cls(*(part for label in labels for part in label.parts))

    @property
    def parts(self) -> frozenset[str]:
        return frozenset(self.split("+"))

    def __or__(self, other: Label) -> Label:
        return Label.union((self, other))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """As a field of a value: text in JSON, parsed and normalised on the way in."""
        return core_schema.no_info_after_validator_function(
            cls.parse, core_schema.str_schema(), serialization=core_schema.to_string_ser_schema()
        )


PUBLIC = Label("public")
TEAM = Label("team")
MEDIATOR = Label("mediator")
