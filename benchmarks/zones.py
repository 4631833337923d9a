"""Points against 200 zones of 3,500 corners: Parley's grid beside GeoPandas and SedonaDB, with equal answers.

Usage: python benchmarks/zones.py [--peers PYTHON] [POINTS...]        (by default 100000 1000000)

``--peers`` names the interpreter of an environment that has geopandas and sedonadb (they are no dependencies of
Parley); without it Parley runs alone. Each engine runs in a process of its own on the same invented zones and
points, which it makes first; what is measured is the processor time, of all threads, of building whatever it
needs and of finding every pair of a point and a zone that holds it, and the most memory that the process had.
The pairs of all engines must be the same, or this fails. Prints Markdown rows. Nothing is written.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from typing import Any

import numpy as np
import shapely

ENGINES = ("parley", "geopandas", "sedonadb")


def zones(number: int = 200, corners: int = 3_500) -> list[shapely.Polygon]:
    """Rough-edged zones that lie over one another."""
    draw = np.random.default_rng(7)
    angles = np.linspace(0, 2 * np.pi, corners - 1, endpoint=False)
    made = []
    for _ in range(number):
        east, north, reach = draw.uniform(86, 94), draw.uniform(-45, -39), draw.uniform(0.1, 0.5)
        waves = [draw.uniform(0.02, 0.3) / k * np.sin(k * angles + draw.uniform(0, 6)) for k in range(2, 40, 3)]
        far = np.maximum(reach * (1 + np.sum(waves, axis=0)) * (1 + 0.004 * draw.standard_normal(corners - 1)), 0.02)
        made.append(shapely.Polygon(np.column_stack((east + 1.3 * far * np.cos(angles), north + far * np.sin(angles)))))
    return made


def scattered(number: int) -> tuple[Any, Any]:
    draw = np.random.default_rng(11)
    return draw.uniform(85, 95, number), draw.uniform(-46, -38, number)


def by_parley(areas: list[shapely.Polygon], x: Any, y: Any) -> tuple[Any, Any]:
    from parley.monitoring.grid import Grid

    return Grid(areas, len(x)).pairs(x, y)


def by_geopandas(areas: list[shapely.Polygon], x: Any, y: Any) -> tuple[Any, Any]:
    import geopandas

    points = geopandas.GeoDataFrame(geometry=geopandas.points_from_xy(x, y))
    found = geopandas.sjoin(points, geopandas.GeoDataFrame(geometry=areas), predicate="intersects")
    return found.index.to_numpy(), found["index_right"].to_numpy()


def by_sedonadb(areas: list[shapely.Polygon], x: Any, y: Any) -> tuple[Any, Any]:
    import pandas
    import sedonadb

    engine = sedonadb.connect()
    well_known = pandas.DataFrame({"zone": range(len(areas)), "wkb": shapely.to_wkb(areas)})
    engine.create_data_frame(well_known).to_view("zones")
    engine.create_data_frame(pandas.DataFrame({"point": np.arange(len(x)), "x": x, "y": y})).to_view("points")
    found = engine.sql(
        "SELECT p.point, z.zone FROM (SELECT point, ST_Point(x, y) g FROM points) p "
        "JOIN (SELECT zone, ST_GeomFromWKB(wkb) g FROM zones) z ON ST_Intersects(z.g, p.g)"
    ).to_pandas()
    return found["point"].to_numpy(), found["zone"].to_numpy()


def measured(engine: str, number: int) -> None:
    """One engine's run, told as JSON: processor seconds, pairs, a sum that differs if any pair does, megabytes."""
    import resource

    areas, (x, y) = zones(), scattered(number)
    before = time.process_time()
    points, held = globals()[f"by_{engine}"](areas, x, y)
    spent = time.process_time() - before
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    codes = np.asarray(points, dtype=np.uint64) * np.uint64(len(areas)) + np.asarray(held, dtype=np.uint64)
    mixed = (codes ^ (codes >> np.uint64(31))) * np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(29))) * np.uint64(0xBF58476D1CE4E5B9)
    total = int(mixed.sum(dtype=np.uint64))  # sums wrap around, so that the order of the pairs does not matter
    print(json.dumps({"cpu": spent, "pairs": len(points), "sum": total, "mb": peak}))


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("points", nargs="*", type=int, default=[100_000, 1_000_000])
    reader.add_argument("--peers", metavar="PYTHON", help="an interpreter that has geopandas and sedonadb")
    reader.add_argument("--engine", choices=ENGINES, help=argparse.SUPPRESS)
    asked = reader.parse_args()
    if asked.engine:
        measured(asked.engine, asked.points[0])
        return
    print("| points | engine | processor s | us/point | MB | pairs |\n|---|---|---|---|---|---|")
    for number in asked.points:
        answers = set()
        for engine in ENGINES if asked.peers else ENGINES[:1]:
            python = sys.executable if engine == "parley" else asked.peers
            command = [python, __file__, "--engine", engine, str(number)]
            told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
            answers.add((told["pairs"], told["sum"]))
            each = 1e6 * told["cpu"] / number
            print(f"| {number:,} | {engine} | {told['cpu']:.2f} | {each:.2f} | {told['mb']:,} | {told['pairs']:,} |")
        assert len(answers) == 1, f"the engines' answers differ: {answers}"


if __name__ == "__main__":
    main()
