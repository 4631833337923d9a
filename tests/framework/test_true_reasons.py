"""What a finding says is true of the text: its reason changes with what stands beside the words, and where the text
has what is asked for there is no finding."""

from __future__ import annotations

import pytest

from parley.framework import check, parse
from parley.model import Finding

NAMED = """---
title: Cease-fire Agreement
status: final
parties: {NOR: Republic of Norland, SUD: Union of Sudria}
others: {ORG: Regional Organisation}
d_day: 2035-03-12T06:00+00:00
---

# Cease-fire Agreement

"""
"""A text that lists its parties; without it a text is a list of measures of which nobody says who is bound."""


def found(code: str, *points: str, head: str = NAMED) -> list[Finding]:
    text = head + "\n\n".join(f"{number}. {words}" for number, words in enumerate(points, 1)) + "\n"
    return [each for each in check(parse(text)).findings if each.code == code]


def whys(code: str, *points: str, head: str = NAMED) -> list[str]:
    return [each.why for each in found(code, *points, head=head)]


CLASS = "Each Party shall move all weapons of more than 100 mm at least 15 km from the Line by D+3"


@pytest.mark.parametrize(
    ("but", "second"),
    [
        ("with the exception of those indicated below", "120 mm mortars 8 km"),
        ("except those for which a list gives their own distance", "120 mm mortars 8 km"),
        ("other than mortars", "120 mm mortars 8 km"),
        ("save 120 mm mortars", "120 mm mortars 8 km"),
    ],
)
def test_a_class_that_spares_a_weapon_leaves_it_its_own_distance(but: str, second: str) -> None:
    own = f"Each Party shall move {second} from the Line by D+3."
    assert found("D3.two-rules", f"{CLASS} ({but}).", own) == []
    assert [each.quote for each in found("D3.two-rules", f"{CLASS}.", own)] == [f"{second}"]


def test_a_class_that_spares_another_weapon_still_has_two_rules_for_this_one() -> None:
    own = "Each Party shall move 120 mm mortars 8 km from the Line by D+3."
    assert len(found("D3.two-rules", f"{CLASS}, except 152 mm howitzers.", own)) == 1


@pytest.mark.parametrize(
    ("of_the_class", "listed", "quotes"),
    [
        ("more than 100 mm", "100 mm guns by 9 km; 122 mm howitzers by 16 km", ["100 mm guns by 9 km"]),
        ("100 mm and more", "82 mm mortars by 5 km, 100 mm guns by 9 km", ["82 mm mortars by 5 km"]),
        ("100 mm and more", "100 mm guns by 9 km, 122 mm howitzers by 16 km", []),
        ("more than 82 mm", "100 mm guns by 9 km, 120 mm mortars by 8 km", []),
    ],
)
def test_a_list_of_a_class_holds_only_what_is_of_the_class(of_the_class: str, listed: str, quotes: list[str]) -> None:
    words = f"Each Party shall withdraw artillery of {of_the_class} from the Line by D+3, namely: {listed}."
    assert [each.quote for each in found("D3.two-rules", words)] == quotes


def test_a_distance_says_what_is_open_about_it() -> None:
    [wide] = whys("D3.from-what", "The Parties shall withdraw to create a zone 50 km wide from each other by D+3.")
    assert "whole width" in wide
    [apart] = whys("D3.from-what", "The Parties shall withdraw their guns 50 km from each other by D+3.")
    assert "how much of it each side clears" in apart
    [bare] = whys("D3.from-what", "The Parties shall withdraw their guns 50 km by D+3.")
    assert "from what it is measured" in bare


def test_an_equal_distance_from_a_named_line_lacks_only_the_number() -> None:
    [why] = whys("D4.equal", "The Parties shall withdraw their guns on equal distances from the front line by D+3.")
    assert "no number" in why
    assert "which line" not in why
    [why] = whys("D4.equal", "The Parties shall withdraw their guns on equal distances by D+3.")
    assert "from which line" in why


TWO = "by the leadership of the Norland Army and the leadership of the armed units of the Sudria valleys"
UNNAMED = "The fighting stops on 1 May 2035 at 06:00 UTC.\n\n"


def test_the_sides_are_known_where_the_text_names_those_who_command_them() -> None:
    flights = "A ban on the operation of aircraft of the sides."
    assert whys("A1.sides", flights, head=f"Orders issued {TWO} contain these measures:\n\n") == []
    assert whys("A1.sides", flights, head=UNNAMED) == ["'the sides' stands for parties that the text nowhere lists."]


def test_sides_that_are_told_apart_as_forces_are_said_to_be_so() -> None:
    both = (
        "Withdrawal of guns by both sides:\n- for the Norland troops: from the river;\n- for the valley forces: from X."
    )
    [why] = whys("A1.sides", both, head=UNNAMED)
    assert "told apart" in why


@pytest.mark.parametrize(
    "who", ["The OSCE observers", "The OSCE monitoring mission", "Observers of the Regional Organisation"]
)
def test_the_people_of_a_named_organisation_are_sent_by_it(who: str) -> None:
    assert found("B7.passive", f"{who} shall be deployed to the zone by D+1.") == []


@pytest.mark.parametrize(
    "who", ["The observers", "International monitors", "Observers of both Parties", "The OSCE cameras"]
)
def test_people_of_nobody_are_sent_by_nobody(who: str) -> None:
    assert found("B7.passive", f"{who} shall be deployed to the zone by D+1.") != []


MEASURE = "Creation of a centre for incidents."


def test_a_measure_of_dated_orders_is_due_with_them() -> None:
    dated = "Enactment from 1 May 2035 at 00:01 of orders with the following measures:\n\n"
    assert whys("L11.unbounded", MEASURE, head=dated) == []
    assert whys("L11.unbounded", MEASURE, head="Orders with the following measures:\n\n") != []


def test_what_a_plan_is_said_to_rest_on_is_no_duty() -> None:
    recital = "The plan rests on two pillars;\n- establishment of a corridor for the fighters;\n- launch of talks.\n\n"
    told = f"{recital}It has been worked out in detail as follows:\n\n"
    assert [each.provision for each in found("L11.unbounded", "Release of all hostages.", head=told)] == ["1"]


HOUR = "The cease-fire takes effect on 12 March 2035 at 06:00 UTC."


def test_what_takes_no_time_is_done_at_the_hour_that_is_told_before() -> None:
    assert found("B5.vague-time", f"{HOUR} All forces shall immediately freeze in their locations.") == []
    assert found("B5.vague-time", "All forces shall immediately freeze in their locations.") != []
    assert found("B5.vague-time", f"{HOUR} All forces shall immediately withdraw to their bases.") != []


FREEZE = "All forces shall freeze in their locations on D-day."


def test_a_record_elsewhere_is_not_said_to_be_none() -> None:
    [finding] = found(
        "D7.no-record", FREEZE, "The Parties shall help to draw a map showing the location of their forces."
    )
    assert (finding.why.startswith("Nothing says that the record"), finding.also) == (True, ("2",))
    now = "The Organisation shall draw a map of the location of all forces as they stand on D-day."
    assert found("D7.no-record", FREEZE, now) == []
    [why] = whys("D7.no-record", FREEZE)
    assert why.startswith("Without a record")


def test_the_aim_of_a_report_is_not_called_a_duty() -> None:
    [why] = whys(
        "B6.vague", "The Regional Organisation shall report a breach to the Council for quick remedial action."
    )
    assert "nobody is bound" in why
    [why] = whys("B6.vague", "Each Party shall take appropriate measures against looters.")
    assert "what the duty is" in why


@pytest.mark.parametrize(
    "words",
    [
        "Each Party shall implement this Agreement in full, and all forces under its command shall observe it.",
        "Each Party and all forces under its command shall observe the Agreement.",
        "The Regional Organisation will support the Parties in these measures, as agreed by them.",
        "According to the agreed common view, the Agreement will pass through two stages.",
    ],
)
def test_this_text_and_what_was_agreed_are_no_other_text(words: str) -> None:
    assert found("I2.not-annexed", f"This Agreement ends the fighting. {words}") == []


@pytest.mark.parametrize(
    "words",
    [
        "Each Party shall withdraw to the line according to the Velm Memorandum of 3 May 2030.",
        "Each Party shall pay tolls under the tariff.",
        "The Parties shall act according to the Agreement of Velm.",
    ],
)
def test_a_text_that_is_another_one_is_noted(words: str) -> None:
    assert found("I2.not-annexed", f"This Agreement ends the fighting. {words}") != []
