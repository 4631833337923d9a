"""Zones and lines: named geometry, as GeoJSON, versioned by date, party and weapon."""

from __future__ import annotations

import enum
from typing import Any

from .audience import TEAM, Label
from .time import Interval
from .value import Value


class ShapeKind(enum.StrEnum):
    """Zones and lines are what rules of the text rest on.

    A ``REGION`` is a part of the land by which reports are told, a ``BORDER`` where somebody says that one runs:
    both are drawn, and no verdict rests on them.
    """

    ZONE = "zone"
    LINE = "line"
    REGION = "region"
    BORDER = "border"

    @property
    def has_inside(self) -> bool:
        return self in (ShapeKind.ZONE, ShapeKind.REGION)

    @property
    def of_the_text(self) -> bool:
        """Whether a rule of the text can rest on it."""
        return self in (ShapeKind.ZONE, ShapeKind.LINE)


class Shape(Value):
    """A zone or a line of an annex, or a region or a claimed border that stands beside them.

    ``name`` is the defined term or name by which the text calls it; ``annex`` the annex's letter.
    ``geometry`` is a GeoJSON geometry (RFC 7946: longitude before latitude, WGS 84). ``valid``,
    ``party`` and ``object`` narrow when, for whom and for what this version counts; ``None`` is all. Of a
    border ``party`` is who claims it; one that nobody is named for is contested all the same. ``unread`` are the
    names of properties that read like such a bound and are none that is known. ``unsound`` is why nothing can be
    measured by it as its file draws it: only a text is checked with such a shape, nothing is watched with one.
    """

    name: str
    kind: ShapeKind
    geometry: dict[str, Any]
    annex: str | None = None
    path: str | None = None
    valid: Interval = Interval()
    party: str | None = None
    object: str | None = None
    unread: tuple[str, ...] = ()
    unsound: str | None = None
    audience: Label = TEAM
