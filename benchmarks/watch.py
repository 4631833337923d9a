"""How long it takes to load invented reports and to hold them against five obligations, as their number grows.

Usage: python benchmarks/watch.py [--zones NUMBER] [--command] [ROWS...]    (by default 1000 10000 100000 1000000)

Prints one row for each number of reports: processor seconds to load the CSV as a table, to watch it (every verdict
with its sentence and the ids of its reports, and the trends), to follow the lives of its incidents; how many reports
a second the watching alone goes through, with columns in memory before and verdicts after, and how many all three.
Both stay level where the cost is linear. Each is the quickest of three. With ``--command`` also the processor seconds
of `parley watch DIR --json` on a process that holds the same file, from its start to its end, and the seconds by the
clock: the least of three runs. The first of them compiles Parley's modules, as installing it does, into a folder that
lasts as long. With ``--zones`` the text has so many bans in place of the five obligations, each in a
rough-edged zone of its own (those of ``zones.py``, 3,500 corners each), and the reports lie anywhere about them.
Everything is invented; the same seed gives the same reports. Nothing but that process and what is compiled is written,
to a folder for a while.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import math
import os
import random
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import shapely
from zones import zones

from parley.framework import parse
from parley.model import TEAM
from parley.monitoring import lives, load_shapes, watch
from parley.monitoring.incoming.own import own_table
from parley.process.mappings import named_mapping

FRONT = """---
title: A cease-fire
parties: {KES: Republic of Kestria, ORL: Orlavian Union}
d_day: 2031-03-01
annexes: {ANNEXES}
---
"""
TEXT = """
**Separation Line** means the line shown in Annex A.

**Gulf Zone** means the waters shown in Annex B.

**Heavy Weapons** means artillery of 100 mm calibre and above and tanks.

A Joint Verification Commission (the Commission) is established.

1. No Party shall fire at the forces of the other Party from D-day. {#fire}

2. No Party shall place Heavy Weapons within 15 km of the Separation Line from D+7. {#heavy}

3. No Party shall fly unmanned aircraft within 5 km of the Separation Line from D-day. {#air}

4. The Parties shall not attack ships or ports in the Gulf Zone from D-day. {#gulf}

5. Each Party shall withdraw its Heavy Weapons by D+14. {#withdrawal}
"""
LINE = [[88 + step / 20, -42 + (step % 3) / 50] for step in range(81)]
GULF = [[[92, -43], [93, -43], [93, -42], [92, -42], [92, -43]]]
SHAPES = {
    "Separation Line": {"type": "LineString", "coordinates": LINE},
    "Gulf Zone": {"type": "Polygon", "coordinates": GULF},
}
HEADER = (
    "id,event_earliest,event_latest,reported,act,object,count,actor,counterpart,claimant,latitude,longitude,radius_m,"
    "place,about,life,found_by,note"
)
THINGS = {
    "shelling": ("mortar", "122 mm howitzer", ""),
    "small arms fire": ("rifle", "machine gun"),
    "presence": ("152 mm howitzer", "T-72 tank", "82 mm mortar", "howitzer", "truck"),
    "UAV flight": ("unmanned aircraft", "drone"),
    "withdrawal": ("Heavy Weapons", "tanks"),
    "explosion": ("",),
    "crossing": ("convoy",),
}
AS_OF = dt.datetime(2031, 9, 1, tzinfo=dt.UTC)


@dataclass(frozen=True)
class Case:
    """A text, its annexes (a file of each name, with shapes by theirs), and where reports lie: west, south, and from
    there so many degrees east and north.
    """

    text: str
    annexes: dict[str, dict[str, Any]]
    around: tuple[float, float, float, float]
    verdicts: int

    @property
    def front(self) -> str:
        letters = (f"{chr(ord('A') + place)}: annexes/{name}.geojson" for place, name in enumerate(self.annexes))
        return FRONT.replace("ANNEXES", ", ".join(letters))


def five() -> Case:
    line, gulf = ({name: SHAPES[name]} for name in SHAPES)
    return Case(TEXT, {"line": line, "gulf": gulf}, (88, -42.6, 5, 1), 10)


def zoned(number: int) -> Case:
    drawn = [shapely.Polygon(shapely.get_coordinates(one).round(6)) for one in zones(number)]
    shapes = {f"Zone {place}": shapely.geometry.mapping(one) for place, one in enumerate(drawn, 1)}
    terms = [f"**{name}** means the area shown in Annex A." for name in shapes]
    bans = [f"{place}. No Party shall fire in {name} from D-day." for place, name in enumerate(shapes, 1)]
    sets_up = "A Joint Verification Commission (the Commission) is established."
    return Case("\n\n".join(["", *terms, sets_up, *bans, ""]), {"zones": shapes}, (85, -46, 10, 8), 2 * number)


def drawing(shapes: dict[str, Any]) -> dict[str, Any]:
    """Shapes by their names as GeoJSON."""
    features = [{"type": "Feature", "properties": {"name": name}, "geometry": one} for name, one in shapes.items()]
    return {"type": "FeatureCollection", "features": features}


def table(rows: int, around: tuple[float, float, float, float]) -> bytes:
    """A CSV of so many reports over half a year: claims, a few denials of earlier ones, a few findings."""
    west, south, wide, high = around
    draw = random.Random(7)
    lines = [HEADER]
    for number in range(rows):
        start = dt.datetime(2031, 2, 20) + dt.timedelta(minutes=draw.randrange(180 * 24 * 60))
        end, told = start + dt.timedelta(minutes=draw.randrange(90)), start + dt.timedelta(hours=draw.randrange(3, 90))
        act = draw.choice(list(THINGS))
        actor, other = draw.sample(["KES", "ORL"], 2)
        about = f"r{draw.randrange(number)}" if number and draw.random() < 0.05 else ""
        life, found_by = ("found", "JVC") if draw.random() < 0.02 else ("alleged", "")
        said = "deny" if about and not found_by else act
        radius = draw.choice(["100", "500", "3000", ""])
        cells = (f"r{number}", f"{start:%Y-%m-%dT%H:%M}", f"{end:%Y-%m-%dT%H:%M}", f"{told:%Y-%m-%dT%H:%M}", said,
                 draw.choice(THINGS[act]), str(draw.randrange(1, 9)), actor, other, draw.choice(["KES", "ORL", "JVC"]),
                 f"{south + high * draw.random():.4f}", f"{west + wide * draw.random():.4f}", radius,
                 f"Hill {number % 997}",
                 about, life, found_by, "")  # fmt: skip
        lines.append(",".join(cells))
    return "\n".join(lines).encode()


def measured(case: Case, size: int) -> tuple[float, float, float]:
    """Processor seconds to load, to watch and to follow lives, each the quickest of three."""
    framework = parse(case.front + case.text)
    every = {name: shape for shapes in case.annexes.values() for name, shape in shapes.items()}
    shapes = load_shapes(json.dumps(drawing(every)).encode(), "annexes/all.geojson")
    mapping = named_mapping("parley")
    data = table(size, case.around)
    quickest = [math.inf] * 3
    for _ in range(3):
        times = [time.process_time()]
        reports = own_table(data, "reports/invented.csv", mapping, TEAM, dt.UTC)
        assert reports is not None, "the invented table is one of Parley's own"
        times.append(time.process_time())
        found = watch(framework, shapes, reports, (), AS_OF)
        times.append(time.process_time())
        followed = lives(framework, reports, found)
        times.append(time.process_time())
        assert len(found.verdicts) == case.verdicts
        assert len(followed) > size / 50
        quickest = [min(both) for both in zip(quickest, (b - a for a, b in pairwise(times)), strict=True)]
    return quickest[0], quickest[1], quickest[2]


def commanded(case: Case, size: int) -> tuple[float, float]:
    """Processor seconds of the whole command, and seconds by the clock, the least of three."""
    with TemporaryDirectory() as made, TemporaryDirectory() as compiled:
        folder = Path(made)
        (folder / "process.toml").write_text(f'[process]\ntitle = "Invented"\nas_of = {AS_OF.isoformat()}\n')
        (folder / "framework.md").write_text(case.front + case.text)
        for place in ("annexes", "reports"):
            (folder / place).mkdir()
        for name, shapes in case.annexes.items():
            (folder / "annexes" / f"{name}.geojson").write_text(json.dumps(drawing(shapes)))
        (folder / "reports" / "invented.csv").write_bytes(table(size, case.around))
        runs = [_run(made, compiled) for _ in range(3)]
    spent, waited = zip(*runs, strict=True)
    return min(spent), min(waited)


def _run(folder: str, compiled: str) -> tuple[float, float]:
    around = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "parley", "watch", folder, "--json"]
    around["PYTHONPYCACHEPREFIX"] = compiled
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=around)
    assert done.returncode == 1, done.stderr  # breaches were found
    after, ended = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, ended - begun


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("rows", nargs="*", type=int, default=[1_000, 10_000, 100_000, 1_000_000])
    reader.add_argument("--command", action="store_true", help="also the whole command")
    reader.add_argument("--zones", type=int, metavar="NUMBER", help="so many bans, each in a zone of its own")
    asked = reader.parse_args()
    case = zoned(asked.zones) if asked.zones else five()
    more = (" command s | by the clock s |", "---|---|") if asked.command else ("", "")
    print(f"| reports | load s | watch s | lives s | watched/s | all/s |{more[0]}\n|---|---|---|---|---|---|{more[1]}")
    for size in asked.rows:
        load, held, followed = measured(case, size)
        whole = "".join(f" {one:.2f} |" for one in commanded(case, size)) if asked.command else ""
        print(
            f"| {size:,} | {load:.2f} | {held:.2f} | {followed:.2f} | {size / held:,.0f} | "
            f"{size / (load + held + followed):,.0f} |{whole}",
            flush=True,
        )


if __name__ == "__main__":
    main()
