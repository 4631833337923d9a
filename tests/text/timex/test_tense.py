"""Which way a bare weekday points, by the verbs around it. Published on Thursday, 6 March 2031."""

import datetime as dt

import pytest

from parley.text import times

THURSDAY = dt.date(2031, 3, 6)


def tuesday(text: str) -> str:
    (found,) = (time for time in times(text, THURSDAY) if "Tuesday" in time.span.exact)
    return found.timex


@pytest.mark.parametrize(
    "text",
    [
        "Talks begin Tuesday in Ostra.",
        "Voters go to the polls Tuesday.",
        "The talks, which resume Tuesday, are in their third week.",
        "A visit starting Tuesday will take her to the border.",
        "The parties agreed to meet Tuesday in Lindholt.",
        "It warned the rebels to pull back before Tuesday.",
        "He demanded that the rebels leave by Tuesday.",
        "The Commission gave both sides until Tuesday to reply.",
        "If no deal is reached by Tuesday, fighting could resume.",
        "Ahead of Tuesday's session, he was silent.",
        "The guns fall silent no later than 18.00 on Tuesday.",
    ],
)
def test_what_is_planned_promised_or_demanded_is_to_come(text):
    assert tuesday(text).startswith("2031-03-11")


@pytest.mark.parametrize(
    "text",
    [
        "The ministers did not meet Tuesday.",
        "The patrol had to go back on Tuesday.",
        "The parties agreed Tuesday to meet in Lindholt.",
        "He was invited on Tuesday to speak.",
        "He told reporters Tuesday that the army was ready to leave.",
        "The army said that since Tuesday no shot had been fired.",
        "A statement Tuesday denied the report.",
    ],
)
def test_what_was_done_agreed_or_denied_is_past(text):
    assert tuesday(text) == "2031-03-04"


def test_where_verbs_disagree_a_name_means_the_nearest_day():
    found = times("She headed Saturday to Ostra. She will speak there Saturday.", THURSDAY)
    assert [time.timex for time in found] == ["2031-03-08", "2031-03-08"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He said a session on Wednesday would deal with the road.", "2031-03-05"),
        ("The session, planned for Wednesday, was short.", "2031-03-05"),
        ("It will change little after what was in the papers of the Council on Wednesday.", "2031-03-05"),
        ("A session is planned for Wednesday.", "2031-03-12"),
        ("They will meet on Wednesday.", "2031-03-12"),
    ],
)
def test_yesterday_is_next_week_only_for_a_verb_right_beside_it(text, value):
    (time,) = times(text, THURSDAY)
    assert time.timex == value


@pytest.mark.parametrize(
    ("text", "day"), [("He is likely to speak Tuesday.", "11"), ("Likely voters met Tuesday.", "04")]
)
def test_what_is_likely_to_be_is_to_come(text, day):
    assert tuesday(text) == f"2031-03-{day}"


@pytest.mark.parametrize(
    "text",
    [
        "The talks resume Tuesday, the ministry said.",
        "The curfew will be in force from 10 p.m. Tuesday, the army said.",
        "The vote set for Tuesday has been put off.",
        "The troops are leaving Tuesday.",
        "The vote is on Tuesday.",
        "It will almost certainly be signed Tuesday.",
        "It could come as early as Tuesday.",
        "On Tuesday, the two sides will sign a truce that was agreed last month.",
    ],
)
def test_who_said_it_behind_a_comma_and_other_clauses_tell_nothing(text):
    assert tuesday(text).startswith("2031-03-11")


@pytest.mark.parametrize(
    "text",
    [
        "They will mourn those killed Tuesday.",
        "Voters polled or questions taken Tuesday were few.",
        "The law took effect Tuesday and will be reviewed.",
    ],
)
def test_a_will_that_has_its_own_verb_does_not_help_another(text):
    assert tuesday(text) == "2031-03-04"


def test_most_verbs_of_a_name_win_where_they_disagree():
    text = "She fell Saturday. He fell Saturday. They met Saturday. He will speak there Saturday."
    assert {time.timex for time in times(text, THURSDAY)} == {"2031-03-01"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A blip in the weak figures of December or, as some in the old party fear, what will remain.", "2030-12"),
        ("The law takes effect in September.", "2031-09"),
        ("The Feb. 1 deadline passed.", "2031-02-01"),
        ("He will take his seat in January.", "2032-01"),
    ],
)
def test_a_month_is_in_the_year_that_is_near_unless_a_verb_stands_beside_it(text, value):
    (time,) = (time for time in times(text, THURSDAY) if time.earliest)
    assert time.timex == value
