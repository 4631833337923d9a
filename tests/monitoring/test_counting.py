"""So many happenings in a time set a duty off. D-day is 1 March 2031."""

from __future__ import annotations

from typing import Any

import pytest

TEXT = (
    "1. No Party shall fire at the forces of the other Party from D-day. {#fire}\n\n"
    "2. If three or more incidents occur within 24 hours, the Commission shall meet within 12 hours. {#meet}\n"
)


def shot(id: str, when: str, **more: Any) -> dict[str, Any]:
    given = {"id": id, "event_earliest": when, "event_latest": when, "reported": when, "act": "fire", "actor": "KES"}
    return {**given, "counterpart": "ORL", "claimant": "HAL", "place": f"Hill {id}", **more}


def meetings(result: Any) -> list[Any]:
    return [one for one in result.verdicts if one.provision == "meet"]


THREE = [shot("a", "2031-03-05T10:00"), shot("b", "2031-03-05T18:00"), shot("c", "2031-03-06T09:00")]
MET = {**shot("met", "2031-03-06T20:00"), "act": "meet", "actor": "JVC", "about": "b", "counterpart": "", "place": ""}


def test_the_third_sets_the_duty_off_at_its_time(held: Any) -> None:
    (one,) = meetings(held(TEXT, THREE))
    assert (one.verdict, one.occasion, set(one.reports)) == ("overdue", "c", {"a", "b", "c"})
    assert f"{one.window.latest:%d %H:%M}" == "06 21:00"
    assert "With a and b that makes 3 in the time that the text names." in one.why


def test_a_meeting_about_any_of_them_keeps_it(held: Any) -> None:
    (one,) = meetings(held(TEXT, [*THREE, MET]))
    assert (one.verdict, "met" in one.reports) == ("kept", True)


def test_a_meeting_before_the_third_does_not(held: Any) -> None:
    early = {**MET, "event_earliest": "2031-03-05T20:00", "event_latest": "2031-03-05T20:00"}
    (one,) = meetings(held(TEXT, [*THREE, early]))
    assert one.verdict == "overdue"


def test_too_few_or_too_slow_set_nothing_off(held: Any) -> None:
    slow = [*THREE[:2], shot("c", "2031-03-06T10:01")]
    for rows in (THREE[:2], slow):
        (one,) = meetings(held(TEXT, rows))
        assert (one.verdict, one.occasion) == ("pending", None)


def test_each_is_counted_once(held: Any) -> None:
    six = [*THREE, *(shot(id, f"2031-03-06T1{n}:00") for n, id in enumerate("def"))]
    assert [one.occasion for one in meetings(held(TEXT, six))] == ["c", "f"]


def test_one_happening_told_by_two_is_one(held: Any) -> None:
    told_twice = {**shot("b2", "2031-03-05T18:00"), "claimant": "ORL", "place": "Hill b"}
    assert [one.verdict for one in meetings(held(TEXT, [*THREE[:2], told_twice]))] == ["pending"]


def test_a_contested_one_leaves_it_open(held: Any) -> None:
    denial = {**shot("no", "2031-03-06T11:00"), "act": "deny", "about": "c", "claimant": "KES"}
    doubtful = [*THREE[:2], shot("c", "2031-03-06T09:00", act="explode", actor="")]
    assert [one.verdict for one in meetings(held(TEXT, doubtful))] == ["cannot tell"]
    assert [one.verdict for one in meetings(held(TEXT, [*THREE, denial]))] == ["cannot tell"]


def test_a_contested_one_among_the_first_leaves_it_open_too(held: Any) -> None:
    denial = {**shot("no", "2031-03-06T11:00"), "act": "deny", "about": "a", "claimant": "KES"}
    assert [one.verdict for one in meetings(held(TEXT, [*THREE, denial]))] == ["cannot tell"]


def test_a_doubtful_one_before_three_sure_ones_may_shift_the_count(held: Any) -> None:
    perhaps = shot("p", "2031-03-05T09:00", act="explode", actor="")
    found = meetings(held(TEXT, [perhaps, *THREE]))
    assert [(one.occasion, one.verdict) for one in found] == [("b", "cannot tell"), ("c", "cannot tell")]


def test_what_is_past_and_over_shifts_nothing(held: Any) -> None:
    perhaps = shot("p", "2031-03-03T09:00", act="explode", actor="")
    assert [one.verdict for one in meetings(held(TEXT, [perhaps, *THREE]))] == ["overdue"]


def test_times_that_reach_over_the_limit_leave_it_open(held: Any) -> None:
    loose = [*THREE[:2], shot("c", "2031-03-06T09:00", event_latest="2031-03-06T12:00", reported="2031-03-06T12:00")]
    assert [one.verdict for one in meetings(held(TEXT, loose))] == ["cannot tell"]


MANY = [shot("a", "2031-03-05T10:00"), shot("b", "2031-03-07T10:00"), shot("c", "2031-03-08T10:00")]
LATER = shot("d", "2031-03-20T10:00")


@pytest.mark.parametrize(
    ("duty", "occasions"),
    [
        ("The Commission shall meet within 48 hours after the third violation in any 7 days.", ["c"]),
        ("The Commission shall meet within 24 hours of the third attack in 7 days.", ["c"]),
        ("If a third breach occurs within one week, the Commission shall meet within 24 hours.", ["c"]),
        ("Upon a second violation within 30 days the Commission shall meet within 24 hours.", ["b", "d"]),
        ("After the second violation, the Commission shall meet within 24 hours.", ["b"]),
        ("Upon the first violation, the Commission shall meet within 24 hours.", ["a"]),
        ("If a Party fires three times within 7 days, it shall withdraw mortars within 2 days.", ["c", None]),
        ("If a Party commits a third violation within 7 days, it shall withdraw mortars within 2 days.", ["c", None]),
        ("When more than two incidents have been reported in one week, the Commission shall meet within 1 day.", ["c"]),
        ("When three incidents have been reported within 7 days, the Commission shall meet within 24 hours.", ["c"]),
    ],
)  # fmt: skip
def test_a_count_in_other_words(held: Any, duty: str, occasions: list[str | None]) -> None:
    found = held(f"{TEXT.splitlines()[0]}\n\n2. {duty} {{#meet}}\n", [*MANY, LATER])
    assert [one.occasion for one in meetings(found)] == occasions


@pytest.mark.parametrize(
    "duty",
    [
        "In case of repeated violations the Commission shall meet within 48 hours.",
        "Repeated violations shall be referred to the Commission within 5 days.",
        "After a series of incidents the Commission shall meet within 48 hours.",
        "If Kestria repeatedly violates Article 1, the Commission shall meet within 48 hours.",
    ],
)
def test_how_many_are_many_the_text_has_to_say(held: Any, duty: str) -> None:
    (one,) = meetings(held(f"{TEXT.splitlines()[0]}\n\n2. {duty} {{#meet}}\n", [*MANY, LATER]))
    assert one.verdict == "cannot tell"
    assert "the text does not say" in one.why


def test_twice_is_no_thing_that_is_fired_at(held: Any) -> None:
    duty = "Should a Party open fire twice within 5 days, the Commission shall meet within 48 hours."
    (one,) = meetings(held(f"{TEXT.splitlines()[0]}\n\n2. {duty} {{#meet}}\n", MANY[:2]))
    assert (one.occasion, one.verdict) == ("b", "overdue")
