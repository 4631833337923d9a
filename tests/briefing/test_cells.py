"""A mark in every cell of a row and of effort: in no output for others than the team, in any form, does one stand.

Verdicts are those of the team all the same, and the reasons for them are told.
"""

from __future__ import annotations

import datetime as dt
import re

import pytest

from parley import Process, brief
from parley.briefing.daily import write_daily
from parley.model import Audience
from parley.process import Reader

MARK = re.compile(r"zq[a-z]+|10\.51234|30\.01234", re.IGNORECASE)
OUTSIDERS = ("public", "party:TAR")
FRAMEWORK = """\
---
title: T
status: final
parties: {VES: Vesk, TAR: Tarn}
d_day: 2031-03-01
annexes: {A: annexes/g.geojson}
---

**Zone** means the area in Annex A.

A Monitoring Mission (the Mission) is established. The Mission shall monitor and verify this agreement.

1. No Party shall shell in the Zone. {#a}

2. No Party shall place tanks in the Zone. {#b}

3. Tarn shall withdraw its tanks from the Zone by D+5. {#w}

4. No Party shall attack hospitals. {#h}

5. Each Party shall notify the Mission of every shelling by its forces within 12 hours. {#n}

6. The Parties shall maintain a hotline. {#k}
"""
ZONE = (
    '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"name": "Zone"}, "geometry": '
    '{"type": "Polygon", "coordinates": [[[29.9, 10], [30.1, 10], [30.1, 11], [29.9, 11], [29.9, 10]]]}}]}'
)
HEADER = (
    "id,event_earliest,reported,act,object,actor,counterpart,claimant,latitude,longitude,radius_m,place,about,life,"
    "found_by,note,corrects"
)
POINT = "10.51234,30.01234,10"
ROWS = (
    f"A,2031-03-04T10:00Z,2031-03-04T11:00Z,shelling near Zqact 10.51234,,TAR,VES,Mission,{POINT},,,,,",
    f"B,2031-03-04T10:00Z,2031-03-04T11:00Z,placement,zqbrand tanks at Zqobject,TAR,,Mission,{POINT},,,,,",
    f"C,2031-03-04T10:00Z,2031-03-04T11:00Z,shelling,,patrol at zqactor,VES,Mission,{POINT},,,,,",
    f"D,2031-03-04T10:00Z,2031-03-04T11:00Z,shelling,,TAR,hospital Zqother,Zqsource of post 4,{POINT},,,,,",
    f"E,2031-03-04T10:00Z,2031-03-04T11:00Z,shelling,,TAR,zqvictim,enemies of Vesk at zqcamp,{POINT},,,,,",
    "F,2031-03-04T10:00Z,2031-03-04T11:00Z,xyzzy zqunheard,,TAR,VES,Mission,,,,Zqplace,,,,",
    "G,2031-03-04T10:00Z,2031-03-04T11:00Z,withdrawal,two zqboxcar,TAR,VES,Mission,,,,Zqplace,,,,zqnote",
    "H,2031-03-05T10:00Z,2031-03-05T11:00Z,finding,,,,Mission,,,,,A,found,Mission,Zqnote",
    "I,2031-03-05T10:00Z,2031-03-05T11:00Z,exploded zqdeed,,TAR,,Zqmp,,,,,A,found,Zqmp,",
    "J,2031-03-04T10:00Z,2031-03-04T10:30Z,zqverb,zqthing,Zqmen or TAR,Zqothers,zqm,,,,,,,,",
    f"D,2031-03-04T10:00Z,2031-03-05T12:00Z,shelling,Zqgun,TAR,hospital Zqlater,Zqsource of post 4,{POINT},,,,,zqwhy,D",
)  # fmt: skip
EFFORT = """\
by,means,place,earliest,latest,share,acts
Mission,camera Zqmeans,everywhere,2031-03-01,2031-03-10,1,
Mission,posts,Zqridge,2031-03-01,2031-03-10,1,
zqwatcher,posts,Zone,2031-03-01,2031-03-10,1,
Mission,posts,Zone,2031-03-01,2031-03-10,0.5,watching Zqacts
"""


@pytest.fixture(scope="module")
def process(tmp_path_factory):
    folder = tmp_path_factory.mktemp("marked") / "process"
    settings = '[process]\ntitle = "T"\ntime_zone = "UTC"\naudience = "public"\nas_of = 2031-03-20\n'
    files = {
        "process.toml": settings,
        "framework.md": FRAMEWORK,
        "annexes/g.geojson": ZONE,
        "reports/zqfile.csv": "".join(f"{row}\n" for row in (HEADER, *map(_whole, ROWS))),
        "reports/effort.csv": EFFORT,
    }
    for name, words in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(words, encoding="utf-8")
    return Process.open(folder, reader=Reader("none", lambda *_: None))


def outcomes(watch):
    return [(one.provision, one.bearer, one.occasion, one.verdict, one.finding, one.reports) for one in watch.verdicts]


def test_the_marks_are_where_the_team_finds_them(process):
    found = {mark.casefold() for mark in MARK.findall(process.watch(duplicates=True).model_dump_json())}
    assert {"zqsource", "zqcamp", "zqwatcher", "zqobject", "zqunheard", "zqfile"} <= found


@pytest.mark.parametrize("audience", OUTSIDERS)
@pytest.mark.parametrize("asked", [{}, {"duplicates": True}, {"rehearse": True}], ids=str)
def test_what_is_watched_tells_nobody_else_a_mark(process, audience, asked):
    told = process.watch(Audience(audience), **asked)
    assert not MARK.findall(told.model_dump_json())
    assert outcomes(told) == outcomes(process.watch(**asked))


@pytest.mark.parametrize("audience", OUTSIDERS)
@pytest.mark.parametrize("kind", ["txt", "html", "csv", "svg"])
def test_no_form_of_the_daily_report_tells_one(process, tmp_path, audience, kind):
    daily = process.daily(Audience(audience), day=_day(5))
    assert not MARK.findall(daily.model_dump_json())
    write_daily(process, daily, tmp_path / f"day.{kind}")
    assert not MARK.findall((tmp_path / f"day.{kind}").read_text(encoding="utf-8"))


@pytest.mark.parametrize("audience", OUTSIDERS)
def test_neither_does_the_brief(process, tmp_path, audience):
    brief(process, Audience(audience), tmp_path / "brief.html")
    assert not MARK.findall((tmp_path / "brief.html").read_text(encoding="utf-8"))


def test_a_trace_holds_names_that_are_told_and_places_by_their_cells(process, tmp_path):
    told = {}
    for audience in ("team", "public"):
        output = process.convert(tmp_path / f"{audience}.trace", to="trace", audience=Audience(audience))
        told[audience] = (tmp_path / f"{audience}.trace").read_text(encoding="utf-8") + " ".join(output.notes)
    assert not MARK.findall(told["public"])
    assert "zqactor" in told["team"]
    assert "(B,TAR)" in told["public"]
    near = re.compile(r"in_zone (?:\([^)]*\) )*\(B,")
    assert near.search(told["team"])
    assert not near.search(told["public"]), "the cell of B reaches out of the Zone"


@pytest.mark.parametrize("audience", OUTSIDERS)
def test_reasons_are_told_in_the_daily_report_as_they_are_in_watch(process, audience):
    as_of = _day(6)
    whys = {one.why for one in process.watch(Audience(audience), as_of=as_of).verdicts}
    daily = process.daily(Audience(audience), day=_day(5), as_of=as_of)
    assert daily.provisions
    assert {one.why for one in daily.provisions} <= whys


def _day(number):
    return dt.date(2031, 3, number)


def _whole(row):
    """With a comma for every cell that the header has behind it."""
    return row + "," * (HEADER.count(",") - row.count(","))
