"""Pictures: well-formed, self-contained, told apart without colour, safe with hostile names."""

from __future__ import annotations

import datetime as dt
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from parley.briefing.pictures import Count, Mark, Series, draw_frontier, draw_map, draw_timeline, draw_trends
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
from parley.monitoring.shapes import load_shapes

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


def test_a_zone_that_was_watched_is_not_hatched_with_its_region():
    def square(name, kind, west, east):
        ring = [[west, -43], [east, -43], [east, -42], [west, -42], [west, -43]]
        return Shape(name=name, kind=kind, geometry={"type": "Polygon", "coordinates": [ring]})

    shapes = [square("North", "region", 89, 91), square("Bay", "zone", 89.5, 90), square("Strip", "zone", 90.2, 90.5)]
    drawn = [node.get("class") for node in tree(draw_map(shapes, [], {}, unwatched=["North", "Strip"])).iter()]
    drawn = [each for each in drawn if each in ("unwatched", "ground", "region", "zone")]
    assert drawn[1:] == ["unwatched", "ground", "region", "zone", "zone", "unwatched", "zone", "region", "unwatched"]


def test_a_region_that_was_watched_for_other_acts_alone_is_hatched_sparsely():
    ring = [[89, -43], [91, -43], [91, -42], [89, -42], [89, -43]]
    north = Shape(name="North", kind="region", geometry={"type": "Polygon", "coordinates": [ring]})
    drawn = tree(draw_map([north], [], {}, blind=["North"]))
    assert "North: nobody looked who could see all that is banned" in [one.text for one in drawn.iter(f"{SVG}title")]
    assert "nobody looked who could see all that is banned: silence proves nothing" in written_words(drawn)
    assert "unwatched" not in [one.get("class") for one in drawn.iter()]


def test_a_report_far_from_all_that_is_drawn_is_named_and_leaves_the_map_as_it_is():
    ring = [[89.2, -42], [89.6, -42], [89.6, -41.8], [89.2, -42]]
    zone = Shape(name="Coastal Zone", kind="zone", geometry={"type": "Polygon", "coordinates": [ring]})
    near, far = report(latitude=-41.9, longitude=90.9), report(latitude=80.0, longitude=-42.0).replace(id="R-9")
    alone, both = (str(draw_map([zone], some, {})) for some in ([near], [near, far]))
    assert "One report lies far from all that the annexes draw, and off this map: R-9." in both
    assert "R-9" not in alone
    assert both.count('class="dot"') == alone.count('class="dot"') == 2  # the mark, and the legend's
    assert "off this map" not in str(draw_map([], [near, far], {}))  # where nothing is drawn nothing is far from it
    across = Shape(name="Strait", kind="line", geometry={"type": "LineString", "coordinates": [[179, 0], [-179, 1]]})
    assert "off this map" not in str(draw_map([across], [report(latitude=0.5, longitude=-178.0)], {}))


@pytest.mark.parametrize("longitudes", [(-180, 180), (-180, -60, 60, 180)])
def test_what_goes_around_the_globe_is_drawn_all_around(longitudes):
    ring = [*([x, 80] for x in longitudes), *([x, 90] for x in reversed(longitudes)), [-180, 80]]
    cap = Shape(name="Cap", kind="zone", geometry={"type": "Polygon", "coordinates": [ring]})
    places = [report(latitude=85.0, longitude=longitude) for longitude in (-170.0, -60.0, 10.0, 170.0)]
    drawn = str(draw_map([cap], places, {}))
    assert "off this map" not in drawn
    assert drawn.count('class="dot"') == len(places) + 1  # each apart from the others, and the legend's


def drawn_of(kind, coordinates, *bands, **more):
    """The map of one shape, as an annex gives it, by the classes of its paths."""
    feature = {"type": "Feature", "properties": {"name": "It"} | more}
    feature["geometry"] = {"type": kind, "coordinates": coordinates}
    drawn = tree(draw_map(load_shapes(json.dumps(feature).encode(), "annexes/it.geojson"), [], {}, bands))
    inner = drawn.find(f"{SVG}g/{SVG}svg")
    return {node.get("class"): node.get("d") for node in inner.iter(f"{SVG}path")}


@pytest.mark.parametrize("further", [-179, 181])
def test_the_180th_meridian_is_no_end_of_a_line_and_its_buffer_is_one(further):
    drawn = drawn_of("LineString", [[179, -17], [further, -16]], ("It", 15_000))
    assert drawn["line"].count("M") == drawn["band"].count("M") == 1


@pytest.mark.parametrize("further", [-179, 181])
def test_the_180th_meridian_is_no_edge_of_a_zone_across_it(further):
    drawn = drawn_of("Polygon", [[[179, -17], [further, -17], [further, -16], [179, -16], [179, -17]]])
    assert drawn["zone"].count("M") == 1


def test_the_180th_meridian_is_an_edge_of_a_zone_that_ends_there():
    drawn = drawn_of("Polygon", [[[179, -17], [180, -17], [180, -16], [179, -16], [179, -17]]])
    assert (drawn["zone"].count("M"), drawn["zone"].count("L"), drawn["zone"].count("Z")) == (1, 4, 1)


@pytest.mark.parametrize(
    "ring",
    [
        [[-180, 70], [-60, 70], [60, 70], [180, 70], [180, 90], [-180, 90], [-180, 70]],
        [[-120, 78], [0, 80], [120, 79], [-120, 78]],
        [[-120, -78], [120, -79], [0, -80], [-120, -78]],
    ],
)
def test_a_zone_around_a_pole_has_one_border_and_no_edge_at_the_meridian_or_the_pole(ring):
    drawn = drawn_of("Polygon", [ring], ("It", 100_000))
    assert drawn["zone edge"].count("M") == drawn["band"].count("M") == 1
    heights = [float(y) for _, y in re.findall(r"([\d.-]+) ([\d.-]+)", drawn["zone edge"])]
    assert max(heights) - min(heights) < 60, "it runs across the map, and not up to the pole"
    assert "zone inside" in drawn


def test_a_hole_is_not_in_its_zone():
    outer = [[89, -43], [91, -43], [91, -42], [89, -42], [89, -43]]
    hole = [[89.5, -42.7], [90.5, -42.7], [90.5, -42.3], [89.5, -42.3], [89.5, -42.7]]
    assert drawn_of("Polygon", [outer, hole])["zone"].count("Z") == 2
    assert "fill-rule: evenodd" in str(draw_map([], [report(latitude=1, longitude=1)], {}))


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
    assert "2 Nash" in [text.text for text in drawn.iter(f"{SVG}text")]
    assert draw_frontier(weighing(()), STANDARDS) is None
    assert draw_frontier(weighing(rows, parties=("KES", "ORL", "HAL")), STANDARDS) is None


@pytest.mark.parametrize("value", [0, 7])
def test_a_frontier_of_one_point_is_drawn(value):
    row = FrontierRow(utilities={"KES": value, "ORL": value}, packages=({"a": "x"},))
    assert draw_frontier(weighing((row,)), STANDARDS) is not None


# The map ----------------------------------------------------------------------------------------------


def named(text, latitude=-41.9, longitude=89.4, id="K-1", claimant="KES"):
    at = dt.datetime(2031, 3, 6, tzinfo=dt.UTC)
    place = ReportPlace(latitude=latitude, longitude=longitude, radius_m=100, name=text)
    return Report(id=id, event=Interval(earliest=at, latest=at), reported=at, place=place, claimant=claimant)


def line(name, *points, kind="line", party=None):
    course = {"type": "LineString", "coordinates": [list(point) for point in points]}
    return Shape(name=name, kind=kind, geometry=course, party=party)


def written_words(drawn):
    return {node.text: node for node in drawn.iter(f"{SVG}text")}


def test_a_border_is_drawn_as_whoever_claims_it_and_none_is_drawn_by_itself():
    border = line("Old border", (89, -42), (90, -41), kind="border", party="KES")
    drawn = tree(draw_map([border, line("No claim", (89, -41), (90, -42), kind="border")], [], {}))
    titles = [node.text for node in drawn.iter(f"{SVG}title")]
    assert {"Old border, claimed by KES", "No claim, contested"} <= set(titles)
    assert any("contested" in words for words in written_words(drawn))
    without = written_words(tree(draw_map([line("Line", (89, -42), (90, -41))], [], {})))
    assert not any("border as somebody claims it" in words for words in without)


def test_names_keep_their_letters_and_run_in_the_direction_of_their_script():
    drawn = tree(draw_map([], [named("Зелений Гай"), named("وادي الصفا", longitude=89.9, id="K-2")], {}))
    words = written_words(drawn)
    assert words["وادي الصفا"].get("direction") == "rtl"
    assert words["Зелений Гай"].get("direction") is None
    assert "Noto Sans Arabic" in drawn.find(f"{SVG}style").text


def test_names_do_not_lie_on_each_other():
    from parley.briefing.pictures.labels import Labels, around

    labels = Labels(400, 300)
    for number in range(12):
        labels.place(f"Harrowell {number}", around(200, 150, "Harrowell 10", 10), "l", 10, needed=False)
    boxes = labels.taken
    assert 3 <= len(boxes) < 12
    for index, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[index + 1 :]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


def test_reports_under_one_mark_are_counted_for_each_claimant_apart():
    reports = [named("Harrowell", id=f"{who}-{number}", claimant=who) for who in ("KES", "ORL") for number in range(3)]
    drawn = tree(draw_map([line("Line", (89, -42), (90, -41))], reports, {"ORL-1": "breached"}))
    assert "KES 3 | ORL 3" in written_words(drawn)
    assert [node.get("class") for node in drawn.iter()].count("mark breached") == 2, "the mark, and its key"


def test_ten_thousand_reports_are_still_a_small_picture():
    reports = [
        named("", -42 + (number * 7919 % 10_000) / 10_000, 89 + (number * 104_729 % 10_007) / 10_007, f"K-{number}")
        for number in range(10_000)
    ]
    assert len(draw_map([line("Line", (89, -42), (90, -41))], reports, {})) < 700_000


@pytest.mark.parametrize(("longitudes", "east"), [((179.5, -179.5), True), ((89.0, 91.0), False)])
def test_a_map_across_the_180th_meridian_is_as_small_as_elsewhere(longitudes, east):
    from parley.briefing.pictures.projection import Projection

    plane = Projection.of([(x, -41.0) for x in longitudes] + [(longitudes[0], -42.0)], 600, 500)
    assert plane.east - plane.west < 4
    assert (plane.east > 180) is east
    x, _ = plane.at((longitudes[1], -41.0))
    assert 0 <= x <= 600


@pytest.mark.parametrize(("south", "north", "most"), [(-42.5, -41.5, 0.02), (40, 52, 0.15), (-1, 1, 0.01)])
def test_the_error_of_the_projection_is_what_geodesics_say(south, north, most):
    from pyproj import Geod

    from parley.briefing.pictures.projection import Projection

    plane = Projection.of([(89, south), (90, north)], 600, 500)
    geod = Geod(ellps="WGS84")
    for latitude in (plane.south, plane.middle, plane.north):
        (x1, _), (x2, _) = plane.at((89.4, latitude)), plane.at((89.6, latitude))
        drawn, true = (x2 - x1) * plane.metres, geod.inv(89.4, latitude, 89.6, latitude)[2]
        assert abs(drawn / true - 1) <= plane.error + 1e-4
    assert 0 < plane.error < most


# Trends -----------------------------------------------------------------------------------------------


def test_charts_of_one_name_stand_together_and_single_ones_share_a_line():
    counts = (Count(dt.date(2031, 3, 6), dt.date(2031, 3, 6), 1),)
    rows = [Series(name, who, counts) for name, number in (("a", 1), ("b", 1), ("c", 3)) for who in "KOJ"[:number]]
    names = [(node.text, node.get("x"), node.get("y")) for node in tree(draw_trends(rows)).iter(f"{SVG}text")]
    places = [(name, x, y) for name, x, y in names if name in "abc"]
    lines = [{y for name, _, y in places if name in some} for some in ("ab", "c")]
    assert [len(one) for one in lines] == [1, 1]
    assert lines[0] != lines[1]


def test_a_blank_day_is_hatched_and_a_nought_is_not():
    day = dt.date(2031, 3, 6)
    counts = tuple(
        Count(day + dt.timedelta(days=n), day + dt.timedelta(days=n), c, 8) for n, c in enumerate([3, None, 0])
    )
    drawn = tree(draw_trends([Series(HOSTILE, "KES", counts)], day))
    titles = [node.text for node in drawn.iter(f"{SVG}title")]
    assert "7 Mar: blank: nobody could tell; 8 hours of effort" in titles
    assert "8 Mar: 0 reports; 8 hours of effort" in titles
    shapes = [node.get("class") for node in drawn.iter(f"{SVG}rect")]
    assert (shapes.count("blank"), shapes.count("none")) == (2, 1), "one is in the key"
    assert draw_trends([], day) is None
