"""Zones and lines: named geometry, as GeoJSON, versioned by date, party and weapon."""

from __future__ import annotations

import enum
from typing import Any

from .audience import TEAM, Label
from .time import Interval
from .value import Value


class ShapeKind(enum.StrEnum):
    ZONE = "zone"
    LINE = "line"


class Shape(Value):
    """A zone or a line of an annex.

    ``name`` is the defined term or name by which the text calls it; ``annex`` the annex's letter.
    ``geometry`` is a GeoJSON geometry (RFC 7946: longitude before latitude, WGS 84). ``valid``,
    ``party`` and ``object`` narrow when, for whom and for what this version counts; ``None`` is all.
    """

    name: str
    kind: ShapeKind
    geometry: dict[str, Any]
    annex: str | None = None
    path: str | None = None
    valid: Interval = Interval()
    party: str | None = None
    object: str | None = None
    audience: Label = TEAM
