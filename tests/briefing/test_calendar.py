"""The dates as a calendar of RFC 5545, and as a picture with bars."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from parley.briefing.calendar import calendar
from parley.briefing.pictures import draw_gantt
from parley.model import CheckOutput, DateKind, DayCount, Deadline, Duration, Understood

SVG = "{http://www.w3.org/2000/svg}"
D_DAY = dt.date(2031, 3, 1)


def row(kind=DateKind.DUE, days=10, words="Each Party shall withdraw its tanks.", **how):
    date = D_DAY + dt.timedelta(days=days)
    given = {"obligation": "a/1", "provision": "a", "day": DayCount(days=days), "date": date}
    return Deadline(kind=kind, what=f"{kind.value}: {words}", **given | how)


def written(*rows, title="A pause"):
    checked = CheckOutput(path="a.md", understood=Understood(operative=1, read=1), timeline=rows)
    return calendar(checked, title).decode("utf-8")


def unfolded(text):
    return text.replace("\r\n ", "").split("\r\n")


def test_a_day_is_an_event_of_that_day():
    lines = unfolded(written(row(bearers=("KES", "ORL"))))
    assert lines[:3] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Parley//Parley 0.1.0//EN"]
    assert "DTSTART;VALUE=DATE:20310311" in lines
    assert "DTEND;VALUE=DATE:20310312" in lines
    assert "SUMMARY:Due (a): Each Party shall withdraw its tanks." in lines
    assert r"DESCRIPTION:due: Each Party shall withdraw its tanks.\nProvision: a\nWho: KES\, ORL\nD+10" in lines
    assert lines[-2:] == ["END:VCALENDAR", ""]


def test_an_hour_is_given_in_utc():
    time = dt.datetime.fromisoformat("2031-03-01T06:00+02:00")
    assert "DTSTART:20310301T040000Z" in unfolded(written(row(DateKind.D_DAY, 0, time=time)))


@pytest.mark.parametrize(
    ("every", "rule"),
    [("P14D", "FREQ=DAILY;INTERVAL=14"), ("PT24H", "FREQ=DAILY;INTERVAL=1"), ("P1M", "FREQ=MONTHLY;INTERVAL=1")],
)
def test_what_returns_has_a_rule_up_to_the_end_of_the_text(every, rule):
    returns = row(DateKind.RETURNS, 7, every=Duration.parse(every))
    assert f"RRULE:{rule}" in unfolded(written(returns))
    assert f"RRULE:{rule};UNTIL=20310430" in unfolded(written(returns, row(DateKind.ENDS, 60)))


def test_what_returns_within_a_day_has_no_rule():
    assert "RRULE" not in written(row(DateKind.RETURNS, 7, every=Duration.parse("PT6H")))


def test_the_same_text_makes_the_same_bytes_and_a_moved_date_keeps_its_event():
    first, later = written(row()), written(row(days=12))
    assert first == written(row())
    uids = [[line for line in unfolded(text) if line.startswith("UID:")] for text in (first, later)]
    assert uids[0] == uids[1]


def test_two_dates_of_one_obligation_are_two_events():
    lines = unfolded(written(row(), row(days=11)))
    assert len({line for line in lines if line.startswith("UID:")}) == 2


@given(st.text(max_size=300))
def test_lines_are_short_and_words_come_back(words):
    text = written(row(words=words or "x"), title=words or "x")
    for line in text.split("\r\n"):
        assert len(line.encode("utf-8")) <= 75
        assert not set(line) & {"\n", "\r"}
    name = next(line for line in unfolded(text) if line.startswith("X-WR-CALNAME:")).removeprefix("X-WR-CALNAME:")
    back = name.replace(r"\n", "\n").replace(r"\,", ",").replace(r"\;", ";").replace(r"\\", "\\")
    if "\\" not in words:
        assert back == "".join(letter for letter in words or "x" if letter == "\n" or letter >= " ")


def drawn(*rows, d_day=D_DAY):
    return etree.fromstring(str(draw_gantt(rows, "A pause <1>", d_day)))


def test_a_picture_has_a_row_for_each_sentence_and_tells_its_dates():
    found = drawn(row(), row(DateKind.STARTS, 2, "No Party shall fire.", provision="b"), row(DateKind.D_DAY, 0))
    words = [" ".join(each.itertext()) for each in found.iter(f"{SVG}text")]
    assert "D+10, 11 Mar 2031" in words
    assert "A pause <1>" in words
    assert sum(word.startswith(("a ", "b ")) for word in words) == 2
    assert {each.get("class") for each in found.iter(f"{SVG}path")} >= {"due", "latest"}


def test_without_d_day_the_axis_counts_days():
    found = drawn(row(date=None), d_day=None)
    words = [each.text for each in found.iter(f"{SVG}text")]
    assert {"D", "D+7", "D+10"} <= set(words)


def test_a_deadline_that_merely_follows_is_hollow():
    kinds = [each.get("class") for each in drawn(row(latest=True)).iter(f"{SVG}path")]
    assert kinds.count("latest") == 2  # in its row, and in the legend


def test_no_dates_no_picture():
    assert draw_gantt([row(DateKind.D_DAY, 0)], "A pause", D_DAY) is None
