"""Maps of control: what they grew by, on the ellipsoid, from day to day; and what they are not."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from parley.model import AreaTrend
from parley.monitoring import load_shapes
from parley.monitoring.holding.areas import ControlMap, area_trends, is_map


def drawn(width: float, hole: float = 0.0) -> bytes:
    rings = [[[90, -42], [90 + width, -42], [90 + width, -41], [90, -41], [90, -42]]]
    if hole:
        rings.append([[90.1, -41.8], [90.1 + hole, -41.8], [90.1 + hole, -41.2], [90.1, -41.2], [90.1, -41.8]])
    return json.dumps({"type": "Polygon", "coordinates": rings}).encode()


def trend(*maps: tuple[str, float], start: str | None = "2031-03-01") -> AreaTrend:
    told = [
        ControlMap("front", dt.date.fromisoformat(day), load_shapes(drawn(width), f"front_{day}.geojson"))
        for day, width in maps
    ]
    begun = None if start is None else dt.datetime.fromisoformat(start).replace(tzinfo=dt.UTC)
    [found] = area_trends(told, begun, dt.datetime(2031, 4, 1, tzinfo=dt.UTC), dt.UTC)
    return found


def test_growth_is_from_map_to_map_and_its_lag_is_said() -> None:
    found = trend(("2031-02-01", 1.0), ("2031-02-11", 1.01), ("2031-03-02", 1.012), ("2031-03-05", 1.011))
    assert found.steps[0].grew_km2 is None
    assert found.steps[0].area_km2 == pytest.approx(111.19 * 83.3, rel=0.01)
    first, second, lag = found.words
    assert first == (
        "Since the start (1 March 2031): +18.5 km² on 2 March 2031 in the 19 days to it, "
        "−9.3 km² on 5 March 2031 in the 3 days to it."
    )
    assert second == "Before it the map grew by 9.3 km² a day (1 February 2031 to 11 February 2031)."
    assert lag.startswith("A map lags behind what it shows")


def test_one_map_and_a_map_of_a_later_day_tell_nothing() -> None:
    found = trend(("2031-03-02", 1.0), ("2031-05-02", 2.0))
    assert len(found.steps) == 1
    assert found.words == ("There is one map only, so nothing can have grown.",)


def test_holes_are_left_out() -> None:
    whole, holed = (load_shapes(data, "a_20310301.geojson") for data in (drawn(1.0), drawn(1.0, 0.5)))
    days = [ControlMap("a", dt.date(2031, 3, 1), whole), ControlMap("a", dt.date(2031, 3, 2), holed)]
    [found] = area_trends(days, None, dt.datetime(2031, 4, 1, tzinfo=dt.UTC), dt.UTC)
    assert found.steps[1].grew_km2 == pytest.approx(-0.3 * found.steps[0].area_km2, rel=0.02)


def test_a_table_of_points_is_no_map() -> None:
    assert is_map(drawn(1.0))
    assert not is_map(b'{"type": "Feature", "geometry": {"type": "Point", "coordinates": [1, 2]}}')
    assert not is_map(drawn(1.0) + b'{"type": "Point"}')
