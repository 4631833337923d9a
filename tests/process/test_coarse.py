"""Reasons for those who learn places by cells alone: no distance that was measured, no place that was named."""

from __future__ import annotations

import datetime as dt

import pytest

from parley.framework import parse
from parley.model import Audience, Candidate, Framework, Interval, Outcome, Report, ReportPlace, Stood
from parley.monitoring.daily import Shown, Withheld, withheld
from parley.process.coarse import coarse_words, coarsely

SHOWN = Shown(Framework(path="framework.md", text="No Party shall place tanks."))
CELLS = ("a strike on the mill", "Wagner tank at Velm", "xyzzy", "boxcar")
NAMED = Withheld(SHOWN, CELLS, ("Harrowell farm", "Harrowell", "the mill"), ("reports/mill.csv",))


@pytest.mark.parametrize(
    ("exact", "coarse"),
    [
        (
            "KES placed three howitzers 22.0 km from the Separation Line (± 50 m) on 22 April (O-005).",
            "KES placed three howitzers at a distance from the Separation Line on 22 April (O-005).",
        ),
        ("ORL fired 13.5 km inside the Coastal Zone (± 400 m).", "ORL fired inside the Coastal Zone."),
        ("a drone 940 m outside the Zone or 2.25 km from the Line", "a drone outside the Zone or at a distance from the Line"),  # noqa: E501
        ("ORL shelled at Harrowell farm on 3 May.", "ORL shelled at a place that is not told here on 3 May."),
        ("it gives 'Harrowell' without coordinates", "it gives a place that is not told here without coordinates"),
        ("KES struck ('a strike on the mill').", "KES struck ('a strike on a place that is not told here')."),
        ("r1 was corrected on 3 May (reports/mill.csv, row 12).", "r1 was corrected on 3 May (a row that is not told here)."),  # noqa: E501
        ("A cell that can be read in row 3 of reports/mill.csv.", "A cell that can be read in a row that is not told here."),  # noqa: E501
        ("reports/mill.csv, row 3: no annex has the place 'Harrowell', so ...", "A row that is not told here: no annex has a place that is not told here, so ..."),  # noqa: E501
        ("KES placed two Wagner tanks at Velm.", "KES placed two tanks at a place that is not told here."),
        ("KES fired with boxcars.", "KES fired with something that is not told here."),
        ("what the report calls 'xyzzy'", "what the report calls something that is not told here"),
        ("reports/mills.csv", "reports/mills.csv"),
        ("Harrowells and 152 mm guns stay, 3 km of road", "Harrowells and 152 mm guns stay, 3 km of road"),
        ("to at least 30 km from the Separation Line", "to at least 30 km from the Separation Line"),
        ("within 5 km of the Line", "within 5 km of the Line"),
    ],
)  # fmt: skip
def test_reasons_measure_nothing_and_name_no_place(exact: str, coarse: str) -> None:
    assert coarse_words(exact, NAMED) == coarse


def test_a_place_of_the_text_is_told_where_a_part_of_its_name_is_another_place() -> None:
    text = parse("---\nparties: {KES: Kestria}\n---\n\n**Harrow Corridor** means the road in Annex A.\n")
    named = Withheld(Shown(text), ("delayed at Velm",), ("Harrow",))
    told = "no annex shows where Harrow Corridor is; KES denies it at a place that is not told here"
    assert coarse_words("no annex shows where Harrow Corridor is; KES denies it at Harrow", named) == told
    assert Shown(text).may_be_told("deny")


def test_without_named_places_only_measures_go() -> None:
    assert (
        coarse_words("at Harrowell, 3.0 km from the Line", Withheld(SHOWN))
        == "at Harrowell, at a distance from the Line"
    )


def test_none_of_the_places_that_a_name_may_mean_is_told() -> None:
    at = dt.datetime(2031, 3, 1, tzinfo=dt.UTC)
    several = (
        Candidate(name="Harrow", latitude=-42, longitude=90, within="the north"),
        Candidate(name="Harrow", latitude=-44, longitude=95),
    )
    place = ReportPlace(name="Harrow", candidates=several)
    report = Report(id="r1", event=Interval(earliest=at, latest=at), reported=at, place=place)
    why = "r1; Harrow could be Harrow in the north or Harrow at -44.00, 95.00."
    fields = dict.fromkeys(("trends", "clusters", "received", "recoded"), ())
    fields |= {"stood": (Stood(verdict=Outcome.CANNOT_TELL, why=why),)}
    told = coarsely(fields, Audience("public"), withheld(Audience("public"), [report], SHOWN))["stood"][0].why
    hidden = "a place that is not told here"
    assert told == f"r1; {hidden} could be {hidden} or {hidden}."


def test_places_in_the_words_for_a_thing_or_an_unheard_of_act_are_not_told() -> None:
    at = dt.datetime(2031, 3, 1, tzinfo=dt.UTC)
    report = Report(
        id="r1", event=Interval(earliest=at, latest=at), reported=at, act="xyzzy Skarn", object="tanks at Velm"
    )
    hidden = withheld(Audience("public"), [report], SHOWN)
    assert coarse_words("ORL placed tanks at Velm.", hidden) == "ORL placed tanks at a place that is not told here."
    assert "Skarn" not in coarse_words("ORL did what the report calls 'xyzzy Skarn'.", hidden)
    assert coarse_words("at Velm", withheld(Audience("team"), [report], SHOWN)) == "at Velm"
