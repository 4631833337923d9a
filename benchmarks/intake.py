"""How long it takes to make a table of reports of a CSV in ACLED's columns, beside the standard library's bare reader.

    python benchmarks/intake.py [ROWS ...]

Invented rows; processor seconds. With the extra ``tables`` large files are read with pyarrow, else without.
"""

from __future__ import annotations

import csv
import datetime as dt
import importlib.util
import io
import random
import sys
import time

from parley.model import TEAM
from parley.monitoring.incoming import fill, open_table
from parley.process.mappings import ready

ACTS = ("Shelling/artillery/missile attack", "Air/drone strike", "Armed clash", "Attack")
HEADER = (
    "event_id_cnty,event_date,time_precision,sub_event_type,actor1,actor2,location,latitude,longitude,geo_precision,"
    "source,notes,fatalities,timestamp"
)


def table(rows: int) -> bytes:
    chance = random.Random(1)
    lines = [HEADER]
    for number in range(rows):
        day = dt.date(2031, 1, 1) + dt.timedelta(days=chance.randrange(700))
        lines.append(
            f"KST{number},{day},1,{chance.choice(ACTS)},Kestria,Orlavia,Town {chance.randrange(3000)},"
            f"{-42 - chance.random():.4f},{90 + chance.random():.4f},{chance.choice('123')},The Mirror,"
            f"Note {number % 1000},{chance.randrange(5)},{1_990_000_000 + number * 7}"
        )
    return ("\n".join(lines) + "\n").encode()


def main() -> None:
    print(f"pyarrow: {'yes' if importlib.util.find_spec('pyarrow') else 'no'}")
    print(f"{'rows':>10} {'bare reader':>12} {'into columns':>13} {'into reports':>13} {'both, rows/s':>13}")
    for rows in [int(each) for each in sys.argv[1:]] or [10_000, 100_000, 1_000_000]:
        data = table(rows)
        start = time.process_time()
        bare = sum(1 for _ in csv.reader(io.StringIO(data.decode()))) and time.process_time() - start
        start = time.process_time()
        raw = open_table(data, "x.csv")
        cut = time.process_time() - start
        start = time.process_time()
        got = fill(raw, ready()["acled"], TEAM)
        filled = time.process_time() - start
        assert len(got.reports) == rows
        print(f"{rows:>10,} {bare:>12.2f} {cut:>13.2f} {filled:>13.2f} {rows / (cut + filled):>13,.0f}")


if __name__ == "__main__":
    main()
