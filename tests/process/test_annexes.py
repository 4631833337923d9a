"""A text is checked whatever its annexes hold: what is wrong with them are findings."""

from __future__ import annotations

import json
import random
import time
from pathlib import Path
from typing import Any

import pytest

from parley.process import Process, check_file

TEXT = """---
title: Cease-fire of Orne
status: final
parties: {ARD: Arden, FRE: Free Front}
annexes: {A: annexes/zones.geojson}
---

**Quiet Zone** means the area shown in Annex A.

**Contact Line** means the line shown in Annex A.

1. No Party shall place tanks in the Quiet Zone. Each Party shall promptly leave it.
"""
SQUARE = {"type": "Polygon", "coordinates": [[[30, 50], [30.5, 50], [30.5, 50.5], [30, 50.5], [30, 50]]]}
LINE = {"type": "LineString", "coordinates": [[29, 50], [32, 50.1]]}


def folder(tmp_path: Path, drawn: dict[str, Any] | str | None) -> Path:
    (tmp_path / "process.toml").write_text('[process]\ntitle = "Orne"\n', encoding="utf-8")
    (tmp_path / "framework.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "annexes").mkdir()
    if isinstance(drawn, dict):
        features = [
            {"type": "Feature", "properties": {"name": name}, "geometry": geometry} for name, geometry in drawn.items()
        ]
        drawn = json.dumps({"type": "FeatureCollection", "features": features})
    if drawn is not None:
        (tmp_path / "annexes/zones.geojson").write_text(drawn, encoding="utf-8")
    return tmp_path


def told(folder: Path) -> list[tuple[str, str]]:
    """What is found in the annexes, by the process and by the file alone, who say the same."""
    both = []
    for output in (Process.open(folder).check(), check_file(folder / "framework.md")):
        assert any(each.code == "B5.vague-time" for each in output.findings)
        both.append([(f.code, f.why) for f in output.findings if f.code.startswith(("D1.un", "D2.un", "K7."))])
    assert both[0] == both[1]
    return both[0]


def test_annexes_that_draw_what_the_text_says_have_no_finding(tmp_path):
    assert told(folder(tmp_path, {"Quiet Zone": SQUARE, "Contact Line": LINE})) == []


@pytest.mark.parametrize(
    ("geometry", "why"),
    [
        ({"type": "Polygon", "coordinates": [[[30, 50], [31, 51], [31, 50], [30, 51], [30, 50]]]}, "crosses its own"),
        ({"type": "Polygon", "coordinates": [[[30, 50], [31, 50], [32, 50], [30, 50]]]}, "encloses no area"),
        ({"type": "Polygon", "coordinates": []}, "is empty"),
        ({"type": "Polygon", "coordinates": [[[30, 50], [31, 50], [32, 51]]]}, "not closed"),
        ({"type": "Polygon", "coordinates": "none"}, "is empty"),
        ({"type": "Point", "coordinates": [30, 50]}, "no extent"),
        (None, "is empty"),
        (LINE, "draws it as a line"),
    ],
)
def test_a_zone_that_can_not_be_used_is_a_finding(tmp_path, geometry, why):
    [(code, said)] = told(folder(tmp_path, {"Quiet Zone": geometry, "Contact Line": LINE}))
    assert code == "D2.unsound"
    assert why in said


@pytest.mark.parametrize(
    ("geometry", "why"),
    [
        ({"type": "LineString", "coordinates": [[30, 50]]}, "fit no zone or line"),
        ({"type": "LineString", "coordinates": [[30, 50], [31, 51], [31, 50], [30, 51]]}, "crosses itself"),
        ({"type": "LineString", "coordinates": []}, "is empty"),
        (None, "is empty"),
        (SQUARE, "draws it as an area"),
    ],
)
def test_a_line_that_can_not_be_used_is_a_finding(tmp_path, geometry, why):
    [(code, said)] = told(folder(tmp_path, {"Quiet Zone": SQUARE, "Contact Line": geometry}))
    assert code == "D1.unsound"
    assert why in said


@pytest.mark.parametrize(
    ("drawn", "why"),
    [(None, "there is no such file"), ("", "it is empty"), ('{"type": "Feat', "it is no JSON"), ("[]", "no GeoJSON")],
)
def test_a_file_that_the_front_matter_names_and_nobody_can_use_is_a_blocker(tmp_path, drawn, why):
    [(code, said)] = told(folder(tmp_path, drawn))
    assert code == "K7.annex-missing"
    assert "Annex A is to be the file 'annexes/zones.geojson'" in said
    assert why in said


@pytest.mark.parametrize(
    ("drawn", "missed"),
    [
        ({"Market Zone": SQUARE, "Contact Line": LINE}, True),
        ({"Contact Line": LINE}, True),
        ({"QUIET ZONE": SQUARE, "Contact Line": LINE}, False),
        ({"Zone of quiet": SQUARE, "Contact Line": LINE}, False),
        ({"zone 1": SQUARE, "Contact Line": LINE}, False),
    ],
)
def test_a_zone_that_its_annex_leaves_out_is_a_finding_unless_it_may_bear_another_name(tmp_path, drawn, missed):
    assert [code for code, _ in told(folder(tmp_path, drawn))] == (["K7.not-drawn"] if missed else [])


@pytest.mark.parametrize(
    ("term", "missed"),
    [
        ("Corridors", False),
        ("Mill Corridors", False),
        ("Corridor", False),
        ("Safe Havens", True),
        ("Ford Corridor", True),
    ],
)
def test_a_term_for_several_places_may_be_drawn_one_by_one(tmp_path, term, missed):
    made = folder(tmp_path, {"Quiet Zone": SQUARE, "Contact Line": LINE, "Mill Corridor": SQUARE})
    more = (
        f"**Mill Corridor** means the area shown in Annex A.\n\n**{term}** means the areas shown in Annex A.\n\n1. No"
    )
    (made / "framework.md").write_text(TEXT.replace("1. No", more), encoding="utf-8")
    assert [code for code, _ in told(made)] == (["K7.not-drawn"] if missed else [])


def test_a_shape_that_nothing_can_be_called_by_is_noted(tmp_path):
    team = Process.open(folder(tmp_path, {"Quiet Zone": SQUARE, "Contact Line": LINE, "": SQUARE}))
    assert "annexes/zones.geojson, feature 3: it has no name" in " ".join(team.check().notes)


def test_a_drawing_of_hostile_size_costs_little(tmp_path):
    draw = random.Random(1)
    ring = [[30 + draw.random(), 50 + draw.random()] for _ in range(45_000)]
    side = [[30 + k / 1e6 + (10 if k // 2 % 2 != k % 2 else 0), 50 - k / 1e6] for k in range(45_000)]
    wild = {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
    beside = {"type": "LineString", "coordinates": [*side]}
    made = folder(tmp_path, {"Quiet Zone": wild, "Contact Line": beside})
    Process.open(made).check()  # the patterns are made once
    spent = time.process_time()
    found = Process.open(made).check().findings
    assert time.process_time() - spent < 5
    assert "crosses its own border" in next(f.why for f in found if f.code == "D2.unsound")
