"""Points to be settled, their possible settlements, and where each party stands on them."""

from __future__ import annotations

import enum

from .audience import TEAM, Label
from .time import Interval
from .value import Value


class Option(Value):
    """One way to settle an issue.

    ``owners`` are the parties that put it forward in the text; ``keywords`` are the words by which
    papers speak of it.
    """

    id: str
    text: str
    owners: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()


class Issue(Value):
    """A point to be settled. ``keywords`` are the words by which papers speak of it."""

    id: str
    title: str
    options: tuple[Option, ...] = ()
    keywords: tuple[str, ...] = ()

    def option(self, name: str) -> Option | None:
        """The option with this id, or else the one whose text this is, or the only one its owner has."""
        for option in self.options:
            if name == option.id:
                return option
        matches = [o for o in self.options if name.strip().casefold() == o.text.strip().casefold()]
        owned = [o for o in self.options if name in o.owners]
        found = matches or owned
        return found[0] if len(found) == 1 else None


class Stance(enum.StrEnum):
    """Where a party stands on an option, as far as its words tell."""

    DEMANDS = "demands"
    SUPPORTS = "supports"
    OPEN = "open to"
    CONDITIONAL = "conditional"
    OPPOSES = "opposes"
    UNCLEAR = "unclear"


class Position(Value):
    """A party's stance on an option, with the ids of the statements it rests on, newest last.

    ``option`` is ``None`` where the party spoke to the issue and to no option that is known.
    ``since`` is when the oldest statement of the present stance was made. ``second_hand`` says that
    the party hasn't been heard itself: only others tell of its stance.
    """

    party: str
    issue: str
    option: str | None = None
    stance: Stance
    since: Interval | None = None
    statements: tuple[str, ...] = ()
    second_hand: bool = False
    audience: Label = TEAM
