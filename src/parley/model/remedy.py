"""What a text foresees where it is broken."""

from __future__ import annotations

from .value import Value


class Remedy(Value):
    """A sentence of the text that says what follows a breach: whose it is (``by``), and in its own words.

    ``may``: it is allowed and not owed. ``once_found``: it follows only when a body of the text has found the
    breach, which it has not yet. ``after``: it follows only once there were so many ("3 in 7 days"), and nothing
    shows yet that there were.
    """

    provision: str | None
    obligation: str
    by: tuple[str, ...] = ()
    may: bool = False
    sentence: str
    once_found: bool = False
    after: str | None = None
