"""Points to be settled, their possible settlements, and where each party stands on them."""

from __future__ import annotations

import enum

from pydantic import ConfigDict, Field

from .actor import Ref
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


class Voice(Value):
    """One statement that speaks to a cell.

    ``hearsay`` says that somebody else tells of the party (``told_by``, ``None`` for somebody unnamed):
    that is never the party's own position. ``interval`` is when it was said, which is the day of the
    paper where the text tells no other. ``unattributed`` says that it was somebody of the party whom nobody
    names and who holds no office that speaks for it ("a Kestrian official"): neither is that its position.
    """

    statement: str
    stance: Stance
    interval: Interval | None = None
    speaker: Ref | None = None
    hearsay: bool = False
    told_by: Ref | None = None
    unattributed: bool = False


class Move(Value):
    """A change of a party's stance: ``from`` one ``to`` another by ``statement``, said at ``date`` by ``speaker``.

    ``from`` is ``None`` where the party spoke to it for the first time. ``doubts`` are sentences on why it
    may be no change of the party's, where the text tells: it was said further down the same office.
    """

    from_: Stance | None = Field(default=None, alias="from")
    to: Stance
    date: Interval
    statement: str
    speaker: Ref | None = None
    doubts: tuple[str, ...] = ()

    model_config = ConfigDict(populate_by_name=True)


class Contradiction(Value):
    """Statements of one party for and against one option of which nobody can tell which is the later.

    ``date`` spans all of them; ``None`` where no statement has a date.
    """

    date: Interval | None = None
    stances: tuple[Stance, ...]
    statements: tuple[str, ...]


class Position(Value):
    """A party's stance on an option, with the ids of the statements it rests on, newest last.

    ``option`` is ``None`` where the party spoke to the issue and to no option that is known.
    ``since`` is when the oldest statement of the present stance was made. ``second_hand`` says that
    the party hasn't been heard itself: only others, or somebody of its own whom nobody names, tell of its stance.

    ``voices`` has each of the statements with its own stance, oldest first; ``history`` the party's changes
    of stance, and ``contradictions`` what it said for and against at one time, both of its own words alone. While
    the newest of what it said is a contradiction, the stance is ``unclear``.
    """

    party: str
    issue: str
    option: str | None = None
    stance: Stance
    since: Interval | None = None
    statements: tuple[str, ...] = ()
    second_hand: bool = False
    voices: tuple[Voice, ...] = ()
    history: tuple[Move, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    audience: Label = TEAM


class PositionChange(Move):
    """A move with the cell that it belongs to."""

    party: str
    issue: str
    option: str | None = None
    audience: Label = TEAM
