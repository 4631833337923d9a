"""Many reports are judged as few are: the same verdicts, trends, coverage and notes, word for word."""

from __future__ import annotations

import datetime as dt
import json
import random
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from monitoring.conftest import GULF, LINE
from parley.model import Effort, Framework, Interval, Report, ReportPlace, Tally, UnusableInput
from parley.monitoring import lives, load_shapes, watch, watching
from parley.monitoring.table import ReportTable

LAND = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"name": name, "kind": "region"},
            "geometry": {"type": "Polygon", "coordinates": [[[a, -43], [b, -43], [b, -41.9], [a, -41.9], [a, -43]]]},
        }
        for name, a, b in (("East", 91.5, 93), ("North", 89, 91.5))
    ],
}
PROVISIONS = """
1. No Party shall fire at the forces of the other Party from D-day. {#fire}

2. No Party shall place Heavy Weapons within 15 km of the Separation Line from D+2. {#heavy}

3. The Parties shall not attack ships or ports in the Gulf Zone from D-day until D+9, except for self-defence. {#gulf}

4. No Party shall fly aircraft in the Gulf Zone in villages. {#air}

5. No Party shall lay mines outside the Gulf Zone. {#mines}

6. Each Party shall withdraw its Heavy Weapons by D+6. {#withdrawal}

7. Kestria shall release 30 prisoners by D+6. {#prisoners}

8. Each Party shall maintain a hotline between their general staffs. {#line}

81. Each Party shall withdraw its tanks from the Gulf Zone by D+6. {#gulf-tanks}
"""
CLOCKS = """
9. Each Party shall report every incident to the Commission within 24 hours.

10. The Commission shall meet within 48 hours of a Confirmed Violation.
"""
OLD_GULF = {**GULF, "properties": {**GULF["properties"], "valid_to": "2031-03-05"}}
NEW_GULF = {**GULF, "properties": {**GULF["properties"], "valid_from": "2031-03-06"}}
THINGS = {
    "fire": ["mortar", "ship", None],
    "place": ["120 mm howitzers", "tanks", "82 mm mortars", "howitzer", None],
    "attack": ["ship", "port", None],
    "fly": ["aircraft"],
    "lay": ["mines"],
    "withdraw": ["Heavy Weapons", "152 mm howitzers", "tanks"],
    "release": ["prisoners"],
    "maintain": ["hotline"],
    "out of service": ["hotline", "mast"],
    "explosion": [None],
    "deny": [None],
    "report": [None],
    "meet": [None],
    "find": [None],
    "record": ["heat"],
}
ZONE = ZoneInfo("Europe/Berlin")


def invented(seed: int, number: int) -> list[Report]:
    """Reports with all sorts of doubt, at few times and places so that they meet; the clock is set in between."""
    draw = random.Random(seed)
    found: list[Report] = []
    for row in range(number):
        start = dt.datetime(2031, 2, 27, tzinfo=ZONE) + dt.timedelta(hours=draw.randrange(0, 45 * 24, 6))
        event: dict[str, Any] = draw.choice([
            {"earliest": start, "latest": start},
            {"earliest": start, "latest": start + dt.timedelta(hours=draw.randrange(60))},
            {"earliest": start.date(), "latest": start.date()},
            {"earliest": None, "latest": start},
            {"earliest": start, "latest": None},
        ])  # fmt: skip
        act = draw.choice([*THINGS, None])
        about = (
            f"r{draw.randrange(number)}"
            if draw.random() < (0.8 if act in ("deny", "report", "meet") else 0.1)
            else None
        )
        id = f"r{row}" if draw.random() < 0.97 or not row else f"r{draw.randrange(row)}"
        point = draw.choice([(None, None), (-42.5, 92.5), (-42.0, 92.0), (-42.1, 90.0), (89.5, -42.0), (-42.14, 90.5)])
        found.append(
            Report(
                id=id,
                event=Interval(**event),
                reported=start + dt.timedelta(hours=draw.randrange(1, 200)),
                place=ReportPlace(latitude=point[0], longitude=point[1], radius_m=draw.choice([None, 50, 2_000]),
                                  name=draw.choice([None, "a village", "the Gulf Zone"]),
                                  region=draw.choice([None, "North", "South"])),
                act=act,
                tally=draw.choice([None] * 12 + [*Tally]),
                object=draw.choice(THINGS.get(act or "", [None])),
                count=draw.choice([None, None, 0, 3, 20]),
                actor=draw.choice(["KES", "ORL", "Republic of Kestria", None]),
                counterpart=draw.choice(["KES", "ORL", None]),
                claimant=draw.choice(["KES", "ORL", "HAL", None]),
                about=about,
                corrects=id if id != f"r{row}" else f"r{draw.randrange(number)}" if draw.random() < 0.04 else None,
                life=draw.choice(["alleged"] * 6 + ["found", "found", "withdrawn", "remedied"]),
                found_by=draw.choice([None, None, "Commission", "somebody"]),
                note=draw.choice([None, None, "no self-defence"]),
                origin=f"reports/a.csv, row {row + 2}",
            )
        )  # fmt: skip
    return found


@pytest.fixture
def both(framework_of: Callable[[str], Framework], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """What few reports and many reports give, as two values, or the two errors."""

    def hold(provisions: str, rows: list[Report], features: list[Any], as_table: bool) -> Any:
        shapes = load_shapes(
            json.dumps({"type": "FeatureCollection", "features": features}).encode(), "annexes/a.geojson"
        )
        effort = [
            Effort(
                by="HAL",
                means="patrol",
                place="everywhere",
                window=Interval(earliest="2031-03-01", latest="2031-03-20"),
            )
        ]
        given = (rows, ReportTable.of(rows, ZONE) if as_table else rows)
        framework, results = framework_of(provisions), []
        regions = load_shapes(json.dumps(LAND).encode(), "annexes/land.geojson") if as_table else ()
        for many, reports in zip((10**9, 0), given, strict=True):
            monkeypatch.setattr(watching, "MANY", many)
            try:
                as_of = dt.datetime(2031, 4, 2, 12)
                results.append(watch(framework, shapes, reports, effort, as_of, zone=ZONE, regions=regions))
            except UnusableInput as error:
                results.append(str(error))
        return results

    return hold


@pytest.mark.parametrize("seed", range(12))
def test_the_answers_are_the_same_word_for_word(both: Callable[..., Any], seed: int) -> None:
    few, many = both(PROVISIONS, invented(seed, [5, 60, 400][seed % 3]), [LINE, GULF], seed % 2 == 0)
    assert many == few
    assert len({verdict.verdict for verdict in few.verdicts}) > 1


def test_a_zone_whose_coordinates_look_exchanged(both: Callable[..., Any]) -> None:
    ring = [[-45, 88], [-42, 88], [-42, 89.9], [-45, 89.9], [-45, 88]]
    turned = {**GULF, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    few, many = both(PROVISIONS, invented(5, 200), [LINE, turned], True)
    assert many == few
    assert any("in the shape of 'Gulf Zone'" in note for note in few.notes)


def test_zones_with_dates_and_duties_that_happenings_set_off_too(both: Callable[..., Any]) -> None:
    few, many = both(PROVISIONS + CLOCKS, invented(77, 120), [LINE, OLD_GULF, NEW_GULF], False)
    assert many == few
    assert any(verdict.occasion for verdict in few.verdicts)


@pytest.mark.parametrize("seed", [1, 3, 4])
def test_lives_of_a_table_are_those_of_its_rows(framework_of: Callable[[str], Framework], seed: int) -> None:
    framework, rows = framework_of(PROVISIONS + CLOCKS), invented(seed, 200)
    held = watch(framework, [], rows, [], dt.datetime(2031, 4, 2, 12), zone=ZONE)
    told = lives(framework, rows, held, zone=ZONE)
    assert lives(framework, ReportTable.of(rows, ZONE), held, zone=ZONE) == told
    assert len({step.stage for one in told for step in one.steps}) > 3


def test_two_rows_of_one_id_are_refused_alike(both: Callable[..., Any]) -> None:
    one = invented(6, 1)[0].replace(corrects=None, reported=dt.datetime(2031, 3, 30, tzinfo=ZONE))
    few, many = both(PROVISIONS, [one, one.replace(note="otherwise")], [LINE, GULF], False)
    assert isinstance(few, str)
    assert few == many


def test_no_reports_at_all(both: Callable[..., Any]) -> None:
    few, many = both(PROVISIONS + CLOCKS, [], [LINE, GULF], True)
    assert many == few


def test_a_duty_whose_thing_is_a_place_is_shown_by_reports_of_that_place(both: Callable[..., Any]) -> None:
    rows = [
        Report(
            id=f"i{number}",
            event=Interval(earliest=f"2031-03-{number + 5:02d}"),
            reported=dt.datetime(2031, 3, 20, tzinfo=ZONE),
            act="inspect",
            actor="JVC",
            claimant="JVC",
            place=ReportPlace(name=name),
        )
        for number, name in enumerate(["Velm", "Gulf Zone", "Velm", "Gulf Zone", "Velm"])
    ]
    few, many = both("1. The Commission shall inspect the Gulf Zone by D+25. {#look}\n", rows, [LINE, GULF], True)
    assert many == few
    assert [one.verdict for one in few.verdicts] == ["kept"]
