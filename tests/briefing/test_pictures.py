"""Pictures: well-formed, self-contained, told apart without colour, safe with hostile names."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from parley.briefing.pictures import Mark, draw_frontier, draw_map, draw_timeline
from parley.briefing.pictures.svg import verdict_mark
from parley.briefing.wording import STANDARDS
from parley.model import (
    AgreementZone,
    FrontierRow,
    Interval,
    Report,
    ReportPlace,
    Robustness,
    Shape,
    Solutions,
    Weighing,
)

HOSTILE = "<script>alert(1)</script> \" ' & ]]>"
TODAY = dt.date(2031, 3, 20)
SVG = "{http://www.w3.org/2000/svg}"


def tree(picture):
    return etree.fromstring(str(picture))


def report(**place):
    at = dt.datetime(2031, 3, 6, tzinfo=dt.UTC)
    return Report(id=HOSTILE, event=Interval(earliest=at, latest=at), reported=at, place=ReportPlace(**place))


def weighing(rows, parties=("KES", "ORL"), solutions=None):
    return Weighing(
        issues=(),
        parties=parties,
        packages="4",
        frontier=rows,
        solutions=solutions or Solutions(),
        agreement_zone=AgreementZone(empty=False, known=True, packages="2", why=""),
        robustness=Robustness(uncertain=0, why=""),
    )


def test_a_timeline_has_a_row_for_each_kind_and_a_line_for_today():
    marks = [
        Mark("papers", dt.date(2031, 3, 6), dt.date(2031, 3, 6), "paper", "a read-out"),
        Mark("due", dt.date(2031, 4, 1), dt.date(2031, 4, 1), "deadline", HOSTILE),
    ]
    drawn = tree(draw_timeline(marks, TODAY, d_day=dt.date(2031, 3, 10)))
    words = [text.text for text in drawn.iter(f"{SVG}text")]
    assert {"papers", "due", "today", "D-day"} <= set(words)
    assert HOSTILE in [title.text for title in drawn.iter(f"{SVG}title")]
    assert draw_timeline([], TODAY) is None


@given(
    st.lists(st.tuples(st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)), st.text(max_size=5)), min_size=1, max_size=9)
)
def test_any_dates_give_a_well_formed_timeline_inside_its_frame(found):
    marks = [Mark("papers", day, day, "paper", words) for day, words in found if words.isprintable()]
    picture = draw_timeline(marks, TODAY)
    if marks:
        width = float(tree(picture).get("viewBox").split()[2])
        assert all(-10 <= float(rect.get("x")) <= width + 10 for rect in tree(picture).iter(f"{SVG}rect"))


def test_a_map_draws_lines_zones_and_the_circle_in_which_a_report_may_lie():
    line = Shape(name=HOSTILE, kind="line", geometry={"type": "LineString", "coordinates": [[89, -42], [90, -41.5]]})
    ring = [[89.2, -42], [89.6, -42], [89.6, -41.8], [89.2, -42]]
    zone = Shape(name="Coastal Zone", kind="zone", geometry={"type": "Polygon", "coordinates": [ring]})
    drawn = tree(draw_map([line, zone], [report(latitude=-41.9, longitude=89.4, radius_m=20_000)], {}))
    classes = [node.get("class") for node in drawn.iter()]
    assert {"line", "zone", "radius", "dot", "scale"} <= set(classes)
    assert draw_map([], [report(name="somewhere")], {}) is None


def test_every_verdict_has_a_mark_of_its_own_shape():
    verdicts = ["kept", "breached", "overdue", "pending", "cannot tell"]
    marks = {verdict_mark(verdict, 0, 0) for verdict in verdicts}
    assert len(marks) == len(verdicts)


def test_a_frontier_is_drawn_for_two_parties_with_ranges_as_bars():
    rows = (
        FrontierRow(utilities={"KES": 3, "ORL": [1, 2]}, packages=({"a": "x"},)),
        FrontierRow(utilities={"KES": 1, "ORL": 5}, packages=({"a": "y"},)),
    )
    drawn = tree(draw_frontier(weighing(rows, solutions=Solutions(nash=rows[:1])), STANDARDS))
    assert [circle.get("class") for circle in drawn.iter(f"{SVG}circle")].count("ring") == 1
    assert "Nash" in [text.text for text in drawn.iter(f"{SVG}text")]
    assert draw_frontier(weighing(()), STANDARDS) is None
    assert draw_frontier(weighing(rows, parties=("KES", "ORL", "HAL")), STANDARDS) is None


@pytest.mark.parametrize("value", [0, 7])
def test_a_frontier_of_one_point_is_drawn(value):
    row = FrontierRow(utilities={"KES": value, "ORL": value}, packages=({"a": "x"},))
    assert draw_frontier(weighing((row,)), STANDARDS) is not None
