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
