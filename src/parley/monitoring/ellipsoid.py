"""WGS 84 and projections from it, as PROJ has them: loaded when something is first measured, which takes 0.1 s."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyproj import Geod, Transformer


@cache
def wgs84() -> Geod:
    """The ellipsoid: lengths and bearings of geodesics (Karney, *Journal of Geodesy* 87, 2013)."""
    from pyproj import Geod

    return Geod(ellps="WGS84")


@lru_cache(maxsize=240)
def from_utm(zone: int, south: bool) -> Transformer:
    """Metres east and north in a zone of the universal grid (UTM) to degrees, longitude first."""
    from pyproj import Transformer

    return Transformer.from_crs(32700 + zone if south else 32600 + zone, 4326, always_xy=True)
