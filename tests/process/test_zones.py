"""Time zones by name, or as an offset."""

from __future__ import annotations

import datetime as dt

import pytest

from parley.process.zones import zone_named


@pytest.mark.parametrize(("name", "hours"), [("+03:00", 3), ("-05:30", -5.5), ("UTC", 0), ("Africa/Nairobi", 3)])
def test_zones_are_iana_names_or_fixed_offsets(name: str, hours: float) -> None:
    zone = zone_named(name)
    assert zone is not None
    assert zone.utcoffset(dt.datetime(2031, 1, 1)) == dt.timedelta(hours=hours)


@pytest.mark.parametrize("name", ["+15:00", "+3", "Nowhere/Town", "../etc/passwd", "", "\0"])
def test_what_is_no_zone_is_none(name: str) -> None:
    assert zone_named(name) is None
