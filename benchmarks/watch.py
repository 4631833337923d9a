"""How long it takes to load invented reports and to hold them against five obligations, as their number grows.

Usage: python benchmarks/watch.py [ROWS...]        (by default 10000 30000 100000)

Prints one row for each number of reports: processor seconds to load the CSV as a table, to watch it, to follow
the lives of its incidents, and all of it for a single report in microseconds, which stays level where the cost is
linear. Everything is invented; the same seed gives the same reports. Nothing is written.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import sys
import time
from itertools import pairwise

from parley.framework import parse
from parley.model import TEAM
from parley.monitoring import lives, load_shapes, watch
from parley.monitoring.incoming.own import own_table
from parley.process.mappings import named_mapping

TEXT = """---
title: A cease-fire
parties: {KES: Republic of Kestria, ORL: Orlavian Union}
d_day: 2031-03-01
annexes: {A: annexes/line.geojson, B: annexes/gulf.geojson}
---

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
    "type": "FeatureCollection",
    "features": [
        {"type": "Feature", "properties": {"name": name}, "geometry": {"type": kind, "coordinates": coordinates}}
        for name, kind, coordinates in (("Separation Line", "LineString", LINE), ("Gulf Zone", "Polygon", GULF))
    ],
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


def table(rows: int) -> bytes:
    """A CSV of so many reports over half a year: claims, a few denials of earlier ones, a few findings."""
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
                 f"{-42.6 + draw.random():.4f}", f"{88 + 5 * draw.random():.4f}", radius, f"Hill {number % 997}",
                 about, life, found_by, "")  # fmt: skip
        lines.append(",".join(cells))
    return "\n".join(lines).encode()


def main(sizes: list[int]) -> None:
    framework = parse(TEXT)
    shapes = load_shapes(json.dumps(SHAPES).encode(), "annexes/all.geojson")
    mapping = named_mapping("parley")
    print("| reports | load s | watch s | lives s | us/report | reports/s |\n|---|---|---|---|---|---|")
    for size in sizes:
        data = table(size)
        times = [time.process_time()]
        reports = own_table(data, "reports/invented.csv", mapping, TEAM, dt.UTC)
        assert reports is not None, "the invented table is one of Parley's own"
        times.append(time.process_time())
        found = watch(framework, shapes, reports, (), AS_OF)
        times.append(time.process_time())
        lives(framework, reports, found)
        times.append(time.process_time())
        load, held, followed = (after - before for before, after in pairwise(times))
        whole = times[-1] - times[0]
        print(
            f"| {size:,} | {load:.2f} | {held:.2f} | {followed:.2f} | {1e6 * whole / size:.1f} | {size / whole:,.0f} |"
        )


if __name__ == "__main__":
    main([int(words) for words in sys.argv[1:]] or [10_000, 30_000, 100_000])
