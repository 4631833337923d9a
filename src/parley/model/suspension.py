"""Duties suspended while something holds, and resumed after: what follows from the text and from verdicts."""

from __future__ import annotations

import datetime as dt
import enum

from .value import Value


class SuspensionState(enum.StrEnum):
    """``GROUNDS``: somebody may suspend it. ``SUSPENDED``: it is, by the text's own force or since somebody did.

    ``RESUMED``: it was, and binds again. ``LAPSED``: it might have been, and nothing shows that it was.
    ``GROUNDLESS``: somebody did, and nothing shows the ground that the text asks for. ``CANNOT_TELL``: the ground
    is in doubt, or the condition is not one that reports are held against.
    """

    GROUNDS = "may be suspended"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    LAPSED = "the ground is gone"
    GROUNDLESS = "suspended without a ground that is shown"
    CANNOT_TELL = "cannot tell"


class Suspension(Value):
    """One time at which provisions were suspended, or might have been.

    ``provision`` is the one that says so, ``suspends`` those concerned; ``by`` who suspends (``None``: the text
    itself does), ``of`` whose duties they are (``None``: everybody's), ``towards`` whom. ``occasion`` is the report of
    the ground. ``since`` and ``until`` (``None``: it goes on) are when it was suspended, or when its ground stood,
    where somebody might suspend and nothing shows that it did; ``reports`` are all that decide.
    """

    provision: str | None
    suspends: tuple[str, ...]
    state: SuspensionState
    by: str | None = None
    of: str | None = None
    towards: str | None = None
    occasion: str | None = None
    since: dt.datetime | None = None
    until: dt.datetime | None = None
    reports: tuple[str, ...] = ()
    why: str
