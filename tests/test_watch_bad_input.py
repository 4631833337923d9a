"""`parley watch` over what can't be used: one sentence naming the file, the place and the mend; or "cannot tell"."""

from __future__ import annotations

import json

import pytest

from monitoring.incoming.test_workbooks import bomb

SETTINGS = '[process]\ntitle = "Kestria and Orlavia"\ntime_zone = "+03:00"\nas_of = 2031-05-01\n'
FRAMEWORK = """---
title: A cease-fire
status: final
parties: {KES: Kestria, ORL: Orlavia}
d_day: 2031-04-01
annexes: {A: annexes/gulf.geojson}
---

**Gulf Zone** means the waters shown in Annex A.

1. The Parties shall not attack ships in the Gulf Zone from D-day. {#gulf}

2. Each Party shall withdraw its tanks by D+10. {#tanks}
"""
SQUARE = [[92, -43], [93, -43], [93, -42], [92, -42], [92, -43]]
BOW_TIE = [[92, -43], [93, -42], [93, -43], [92, -42], [92, -43]]
HEADER = "id,event_earliest,reported,act,object,count,actor,claimant,latitude,longitude,place\n"
ROW = "r1,2031-04-05,2031-04-06,attack,ship,1,KES,ORL,-42.5,92.5,Південна бухта\n"


def zone(ring):
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return json.dumps({"type": "Feature", "properties": {"name": "Gulf Zone"}, "geometry": geometry}).encode()


@pytest.fixture
def watched(parley, tmp_path):
    def run(reports=HEADER + ROW, name="a.csv", framework=FRAMEWORK, ring=SQUARE, more=()):
        files = {
            "process.toml": SETTINGS,
            "framework.md": framework,
            "annexes/gulf.geojson": zone(ring),
            **dict(more),
        }
        if reports is not None:
            files[f"reports/{name}"] = reports
        for path, content in files.items():
            (tmp_path / path).parent.mkdir(exist_ok=True)
            (tmp_path / path).write_bytes(content if isinstance(content, bytes) else content.encode())
        return parley("watch", tmp_path, "--json")

    return run


@pytest.mark.parametrize(
    ("reports", "name", "words"),
    [
        (HEADER + ROW.replace("-42.5,92.5", "92.5,-42.5"), "a.csv", ("row 2, column latitude", "look swapped")),
        (HEADER + ROW.replace(",1,", ",1e309,"), "зведення.csv", ("reports/зведення.csv", "row 2, column count")),
        (HEADER + ROW.replace("-42.5", "1e309"), "تقارير.csv", ("reports/تقارير.csv", "row 2, column latitude")),
        ("", "a.csv", ("reports/a.csv", "empty")),
        (HEADER + 'r1,2031-04-05,2031-04-06,attack,"ship', "a.csv", ("reports/a.csv", "row 2")),
        (HEADER + "r1,2031-04-05,2031", "a.csv", ("reports/a.csv", "row 2", "3 cells")),
        ((HEADER + ROW).encode()[:-9] + b"\xd0\xff\xfe\x00\x81\n", "a.csv", ("reports/a.csv",)),
        (HEADER + ROW.replace("ship", "x" * 1_200_000), "a.csv", ("reports/a.csv",)),
        (bomb(), "a.xlsx", ("reports/a.xlsx", "grows more than 200 times by unpacking")),
    ],
    ids=["swapped", "no number", "no latitude", "empty", "open quote", "cut", "not text", "huge field", "zip bomb"],
)
def test_a_table_that_cannot_be_used(watched, reports, name, words):
    done = watched(reports, name)
    assert done.code == 3
    assert all(word in done.sentence for word in words), done.sentence


def test_a_zone_that_crosses_itself_is_refused_with_the_place(watched):
    done = watched(ring=BOW_TIE)
    assert done.code == 3
    assert "annexes/gulf.geojson, feature 1 (Gulf Zone)" in done.sentence
    assert "untangle it at that place" in done.sentence


def verdicts(done):
    """Kestria's, by provision."""
    return {one["provision"]: one["verdict"] for one in json.loads(done.out)["verdicts"] if one["bearer"] == "KES"}


@pytest.mark.parametrize(
    "change",
    [
        {"framework": FRAMEWORK.replace("d_day: 2031-04-01\n", "")},
        {"framework": FRAMEWORK.replace("in the Gulf Zone from", "in the Northern Bay from")},
        {"reports": None},
        {"reports": HEADER + ROW.replace("2031-04-05,2031-04-06", "2041-04-05,2041-04-06")},
    ],
    ids=["no D-day", "a zone in no annex", "no reports", "a day to come"],
)
def test_what_nobody_can_tell(watched, change):
    done = watched(**change)
    assert done.code == 0
    assert verdicts(done)["gulf"] == "cannot tell"


def test_a_report_of_what_nobody_watched_is_still_a_claim(watched):
    effort = "by,means,place,earliest,latest\nJVC,patrol,Gulf Zone,2031-04-20,2031-04-21\n"
    done = watched(more={"reports/effort.csv": effort})
    assert done.code == 1
    assert verdicts(done)["gulf"] == "breached"


def test_silence_outside_all_effort_proves_nothing(watched):
    effort = "by,means,place,earliest,latest\nJVC,patrol,Gulf Zone,2031-03-20,2031-03-21\n"
    done = watched(HEADER, more={"reports/effort.csv": effort})
    assert verdicts(done)["gulf"] == "cannot tell"


@pytest.mark.parametrize(
    ("cells", "verdict"),
    [
        (("2031-04-06", "2031-04-01"), "cannot tell"),
        (("ship,1", "ship,all"), "cannot tell"),
        (("-42.5,92.5", "92.5,-42.5"), "cannot tell"),
        (("attack,ship,1", f"{'attack ' * 300},ship,1"), "cannot tell"),
        (("attack,ship,1", "release,prisoners,all"), "kept"),
    ],
)
def test_one_bad_row_leaves_the_others_and_what_it_cannot_touch(watched, cells, verdict):
    effort = "by,means,place,earliest,latest\nJVC,patrol,everywhere,2031-03-01,2031-05-02\n"
    elsewhere = ROW.replace("-42.5,92.5", "-30,80")
    done = watched(HEADER + elsewhere + ROW.replace("r1", "r2").replace(*cells), more={"reports/effort.csv": effort})
    assert verdicts(done)["gulf"] == verdict
    told = json.loads(done.out)
    assert [one["unusable"] for one in told["received"] if one["path"] == "reports/a.csv"] == [1]
    assert any("reports/a.csv" in note and "row 3, column" in note for note in told["notes"])


EVERY_DAY = "by,means,place,earliest,latest\nJVC,patrol,Gulf Zone,2031-03-01,2031-05-02\n"


def features(**cells):
    """Two reports as GeoJSON: one far from the zone, and one with a cell that can't be read."""
    said = {"id": "r1", "event_earliest": "2031-04-05", "reported": "2031-04-06", "act": "attack", "object": "ship",
            "count": 1, "actor": "KES", "claimant": "ORL"}  # fmt: skip
    rows = [(said, [80, -30]), ({**said, "id": "r2", **cells}, [92.5, -42.5])]
    return json.dumps({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": row, "geometry": {"type": "Point", "coordinates": spot}} for row, spot in rows
    ]})  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "verdict"),
    [
        ({"count": "1e309"}, "cannot tell"),
        ({"event_earliest": "the day after"}, "cannot tell"),
        ({"count": "1e309", "actor": "ORL"}, "kept"),
        ({"count": "1e309", "act": "release"}, "kept"),
        ({"act": "release"}, "kept"),
    ],
)
def test_beside_a_row_that_cannot_be_used_and_may_matter_nothing_is_kept(watched, cells, verdict):
    done = watched(features(**cells), "a.geojson", more={"reports/effort.csv": EVERY_DAY})
    assert verdicts(done)["gulf"] == verdict
    (gulf,) = [one for one in json.loads(done.out)["verdicts"] if (one["provision"], one["bearer"]) == ("gulf", "KES")]
    assert ("row 2 of reports/a.geojson" in gulf["why"]) is (verdict == "cannot tell")
