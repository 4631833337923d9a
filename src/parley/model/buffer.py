"""A zone that a text asks for of one party and one kind of weapon."""

from __future__ import annotations

from .quantity import Distance
from .span import Span
from .value import Value


class Buffer(Value):
    """``party``, ``weapons`` and ``line`` are the text's own words; ``width`` is the zone's, as the text gives it."""

    provision: str | None
    party: str
    weapons: str
    width: Distance
    line: str
    spans: tuple[Span, ...] = ()
