"""Points against 200 zones of 3,500 corners: Parley's grid beside GeoPandas and SedonaDB, with equal answers.

Usage: python benchmarks/zones.py [--peers PYTHON] [--files] [POINTS...]        (by default 100000 1000000)

``--peers`` names the interpreter of an environment that has geopandas and sedonadb (they are no dependencies of
Parley); without it Parley runs alone. Each engine runs in a process of its own on the same invented zones and
points, which it makes first; what is measured, after importing, is the processor time, of all threads, of building
whatever it needs and of finding every pair of a point and a zone that holds it, and the most memory of the process.
With ``--files`` the zones come from a GeoJSON file and the points from a CSV of reports, and what is measured is
the whole process from its start: importing, reading (Parley checks every corner and every cell), building, finding.
The pairs of all engines must be the same, or this fails. Prints Markdown rows. Nothing but these files is written,
to a folder for a while.
"""

from __future__ import annotations

import argparse
import importlib
import json
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import shapely

ENGINES = {"parley": ("parley.monitoring.grid",), "geopandas": ("geopandas",), "sedonadb": ("pandas", "sedonadb")}
"""The engines, and what each imports."""


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


def write_files(folder: Path, number: int) -> None:
    """The zones and so many points, to a millionth of a degree, as files."""
    drawn = [shapely.geometry.mapping(shapely.Polygon(shapely.get_coordinates(one).round(6))) for one in zones()]
    features = [
        {"type": "Feature", "properties": {"name": f"Zone {place}"}, "geometry": one} for place, one in enumerate(drawn)
    ]
    (folder / "zones.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    rows = ["id,event_earliest,event_latest,reported,act,actor,claimant,latitude,longitude"]
    when = "2031-03-02T10:00,2031-03-02T10:30,2031-03-03T10:00"
    for place, (x, y) in enumerate(zip(*(axis.tolist() for axis in scattered(number)), strict=True)):
        rows.append(f"r{place},{when},shelling,KES,JVC,{y:.6f},{x:.6f}")
    (folder / "points.csv").write_text("\n".join(rows))


def read_files(engine: str, folder: Path) -> tuple[Any, Any, Any]:
    """Zones, longitudes and latitudes, by the engine's own readers."""
    if engine == "parley":
        import datetime as dt

        from parley.model import TEAM
        from parley.monitoring import load_shapes
        from parley.monitoring.building import built
        from parley.monitoring.incoming.own import own_table
        from parley.process.mappings import named_mapping

        shapes = load_shapes((folder / "zones.geojson").read_bytes(), "zones.geojson")
        data = (folder / "points.csv").read_bytes()
        table = own_table(data, "points.csv", named_mapping("parley"), TEAM, dt.UTC)
        assert table is not None, "the invented table is one of Parley's own"
        return [built(one.geometry) for one in shapes], table.longitude, table.latitude
    import geopandas
    import pandas

    points = pandas.read_csv(folder / "points.csv")
    areas = list(geopandas.read_file(folder / "zones.geojson").geometry)
    return areas, points["longitude"].to_numpy(), points["latitude"].to_numpy()


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


def measured(engine: str, number: int, folder: Path | None) -> None:
    """One engine's run, told as JSON: processor seconds, pairs, a sum that differs if any pair does, megabytes."""
    import resource

    if folder is not None:
        before = 0.0
        areas, x, y = read_files(engine, folder)
    else:
        for module in ENGINES[engine]:
            importlib.import_module(module)
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
    reader.add_argument("--files", action="store_true", help="the whole process, from files")
    reader.add_argument("--engine", choices=ENGINES, help=argparse.SUPPRESS)
    reader.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    asked = reader.parse_args()
    if asked.engine:
        measured(asked.engine, asked.points[0], asked.folder)
        return
    print("| points | engine | processor s | us/point | MB | pairs |\n|---|---|---|---|---|---|")
    for number in asked.points:
        with TemporaryDirectory() as folder:
            if asked.files:
                write_files(Path(folder), number)
            _compared(
                number, tuple(ENGINES) if asked.peers else ("parley",), asked.peers, folder if asked.files else None
            )


def _compared(number: int, engines: tuple[str, ...], peers: str, folder: str | None) -> None:
    answers = set()
    for engine in engines:
        python = sys.executable if engine == "parley" else peers
        command = [python, __file__, "--engine", engine, str(number), *(["--folder", folder] if folder else [])]
        told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        answers.add((told["pairs"], told["sum"]))
        each = 1e6 * told["cpu"] / number
        print(
            f"| {number:,} | {engine} | {told['cpu']:.2f} | {each:.2f} | {told['mb']:,} | {told['pairs']:,} |",
            flush=True,
        )
    assert len(answers) == 1, f"the engines' answers differ: {answers}"


if __name__ == "__main__":
    main()
