"""A division by Adjusted Winner: who gets which issue, and which one is shared."""

from __future__ import annotations

from .numbers import Number
from .value import Value


class DividedIssue(Value):
    """One issue: each party's ``points`` for winning it (of 100 in all), who won it at first, and what each gets.

    ``shares`` are from 0 to 1 and add up to 1; ``fractions`` are the same exactly, as "2/15". ``wants`` is the option
    that each party would settle it by, where the case has options.
    """

    issue: str
    title: str
    points: dict[str, Number]
    first: str
    shares: dict[str, Number]
    fractions: dict[str, str]
    wants: dict[str, str] = {}


class Transfer(Value):
    """What the party ahead gave up: an issue, or a part of it (``share``, exactly ``fraction``).

    ``ratio`` is what a point of the receiver costs the giver, exactly; transfers go by it, the smallest first.
    """

    issue: str
    giver: str
    receiver: str
    share: Number
    fraction: str
    ratio: str


class Division(Value):
    """The outcome of Adjusted Winner for two parties.

    ``before`` are the points of what each won at first, ``received`` of what each gets; both of 100, ``exactly`` as
    fractions. ``split`` is the one issue that has to be shared, if any. ``efficient``: no other division is better
    for one and not worse for the other; ``equitable``: both get the same points; ``envy_free``: neither would rather
    have the other's part.
    """

    parties: tuple[str, ...]
    issues: tuple[DividedIssue, ...]
    before: dict[str, Number]
    transfers: tuple[Transfer, ...]
    split: str | None
    received: dict[str, Number]
    exactly: dict[str, str]
    efficient: bool
    equitable: bool
    envy_free: bool
    why: str
