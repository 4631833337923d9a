"""What changed between two drafts, and who moved."""

from __future__ import annotations

import enum

from .value import Value


class ChangeKind(enum.StrEnum):
    """What changed: a provision, an open point, or one part of what a sentence obliges to."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    REWORDED = "reworded"
    DEFINITION = "definition"
    SETTLED = "settled"
    OPENED = "opened"
    BRACKET = "bracket"
    MODALITY = "modality"
    BEARER = "bearer"
    ACT = "act"
    OBJECT = "object"
    PLACE = "place"
    WINDOW = "window"
    TRIGGER = "trigger"
    EXCEPTION = "exception"
    COUNTERPART = "counterpart"
    VERIFIER = "verifier"
    AMOUNT = "amount"


class Side(enum.StrEnum):
    """What a change is to a party: it gave (bears more, lost its wording) or took (bears less, won its wording)."""

    GAVE = "gave"
    TOOK = "took"


class Change(Value):
    """One difference between two drafts.

    ``provision`` is the id in the later draft, ``was`` in the earlier one; ``None`` where there is none.
    ``before`` and ``after`` are the words that differ, ``meaning`` says in plain words what that means, and
    ``label`` names the bracket concerned. ``moved`` has the parties for whom the change is a step, and which.
    """

    provision: str | None
    kind: ChangeKind
    was: str | None = None
    label: str | None = None
    before: str | None = None
    after: str | None = None
    meaning: str | None = None
    moved: dict[str, Side] = {}


class PartyMoves(Value):
    """What one party gave and took between two drafts, as the sentences that say so, in the order of the text."""

    party: str
    gave: tuple[str, ...] = ()
    took: tuple[str, ...] = ()


class Comparison(Value):
    """The changes in the order of the later draft, what was taken out last; and who moved, party by party."""

    changes: tuple[Change, ...] = ()
    who_moved: tuple[PartyMoves, ...] = ()
