"""A large table of Parley's own columns gives the reports that reading it row by row gives, or is left to that."""

from __future__ import annotations

import random
from zoneinfo import ZoneInfo

import pytest

from parley.model import TEAM
from parley.monitoring import load_reports
from parley.monitoring.incoming.own import own_table
from parley.process.mappings import named_mapping

ZONE = ZoneInfo("Europe/Kyiv")
HEADER = (
    "id,event_earliest,event_latest,reported,act,object,count,tally,actor,counterpart,claimant,latitude,longitude,"
    "radius_m,place,region,about,corrects,life,found_by,document,note"
)
CELLS = {
    "event_earliest": ["2031-03-05", "2031-03-05T10:00", "2031-03-30T04:30", "2031-03-05T23:00+00:00", "5 March 2031"],
    "event_latest": ["", "2031-03-31", "2031-03-31T23:00"],
    "reported": ["2031-04-01", "2031-04-02T08:00", "2031-04-02T08:00Z"],
    "act": ["shelling", "attack", "", "a mishap", "наступ"],
    "object": ["", "120 mm mortar", "طائرة مسيرة"],
    "count": ["", "0", "7", "undetermined"],
    "tally": ["", "", "period"],
    "actor": ["KES", "ORL", "", "unknown"],
    "counterpart": ["ORL", ""],
    "claimant": ["KES", "Спостерігач", ""],
    "radius_m": ["", "500", "0"],
    "place": ["", "Ґрунь", "قرية الزيتون"],
    "region": ["", "North"],
    "about": ["", "", "r1"],
    "corrects": ["", "", "", "r2"],
    "life": ["", "alleged", "found"],
    "found_by": ["", "Commission"],
    "document": ["", "d-1"],
    "note": ["", '"two, three"', "x"],
}
POINTS = [("", ""), ("-42.12345", "90.5"), ("49.99995", "36.00005")]


def invented(seed: int, rows: int) -> list[list[str]]:
    draw = random.Random(seed)
    table = []
    for number in range(rows):
        latitude, longitude = draw.choice(POINTS)
        said = {name: draw.choice(words) for name, words in CELLS.items()}
        said |= {"id": f"r{number}", "latitude": latitude, "longitude": longitude}
        said["radius_m"] = said["radius_m"] if latitude else ""  # of no place it says nothing
        table.append([said[name] for name in HEADER.split(",")])
    return table


def written(table: list[list[str]], header: str = HEADER) -> bytes:
    return "\n".join([header, *map(",".join, table)]).encode()


@pytest.mark.parametrize("seed", range(4))
def test_the_same_reports_value_for_value(seed: int) -> None:
    data = written(invented(seed, 200))
    table = own_table(data, "reports/a.csv", named_mapping("parley"), TEAM, ZONE)
    assert table is not None
    assert tuple(table.reports()) == load_reports(data, "reports/a.csv", TEAM, zone=ZONE)[0]


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("id", "r1"),
        ("id", ""),
        ("event_earliest", "2031-13-05"),
        ("event_earliest", "2031-04-09"),
        ("event_latest", "2031-03-01"),
        ("reported", ""),
        ("count", "at least 5"),
        ("count", "1e309"),
        ("latitude", "91"),
        ("latitude", "1e309"),
        ("longitude", "x"),
        ("radius_m", "-1"),
        ("life", "dead"),
        ("tally", "weekly"),
        ("act", "unknown"),
        ("note", "a,b"),
    ],
)
def test_a_row_of_which_there_is_something_to_say_is_left_to_that(column: str, cell: str) -> None:
    table = invented(5, 9)
    place = HEADER.split(",").index(column)
    table[7][place - 1 : place + 1] = [table[7][place - 1], cell] if place else [cell]
    table[7][HEADER.split(",").index("longitude")] = table[7][HEADER.split(",").index("longitude")] or "5"
    assert own_table(written(table), "reports/a.csv", named_mapping("parley"), TEAM, ZONE) is None


def test_a_column_of_somebody_elses_is_left_to_that() -> None:
    data = written([[*row, "x"] for row in invented(6, 3)], HEADER + ",weather")
    assert own_table(data, "reports/a.csv", named_mapping("parley"), TEAM, ZONE) is None
