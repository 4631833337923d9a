"""Times in running text, by the conventions of ``docs/reference/times.md``.

Published on Thursday, 6 March 2031, unless a test says otherwise.
"""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.text import times
from shared import shared

THURSDAY = dt.date(2031, 3, 6)

PIECES = (
    "March|May|6|6th|2031|,|Friday|last|next|this|week|month|year|early|late|the end of|two|days|ago|after the meeting|"
    "in|on|at|10:35 a.m.|(0735 GMT)|midnight|now|recently|9999|0000-00-00|2031-02-30|31 February|spring|'90s|"
    "5000 years ago|a century ago|every|.|\n\n|The|will|said|first quarter|19th century|"
    "overnight|from|before last|the 31st|year-earlier quarter|year-end|half|mid-month|'s|"
    "LINDHOLT,|--|and a half|1.2.2031|99/99/2031|"
    "that November|the following spring|earlier in the day|a year earlier|last Nov. 25|'80s|;|, the army said|"
    "ten years ago Monday|a year ago this week|is leaving|until|landmark 1933 law|as early as|March 6, 9999"
)
sentences = st.lists(st.sampled_from(PIECES.split("|")), max_size=14).map(" ".join)


@given(
    text=st.one_of(st.text(), sentences),
    published=st.one_of(st.none(), st.dates(), st.just(dt.date.min), st.just(dt.date.max)),
)
def test_every_span_is_exact_and_every_interval_in_order(text, published):
    found = times(text, published, "paper")
    for time in found:
        assert text[time.span.start : time.span.end] == time.span.exact
        assert time.span.document == "paper"
        assert (time.earliest is None) == (time.latest is None)
        if time.earliest is not None and time.latest is not None:
            assert time.earliest <= time.latest
    assert all(before.span.end <= after.span.start for before, after in pairwise(found))


def only(text, published=THURSDAY):
    (time,) = times(text, published)
    return time


def bounded(text, published=THURSDAY):
    time = only(text, published)
    return (time.timex, str(time.earliest), str(time.latest))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on 6 March 2031", "2031-03-06"),
        ("on March 6, 2031", "2031-03-06"),
        ("on the 6th of March, 2031", "2031-03-06"),
        ("on Thursday, March 6, 2031,", "2031-03-06"),
        ("on 21st December 2017", "2017-12-21"),
        ("on SEPT. 19, 2030", "2030-09-19"),
        ("on 2031-03-06", "2031-03-06"),
        ("on 6.3.2031", "2031-03-06"),
        ("on 13/04/2031", "2031-04-13"),
        ("on 04/13/2031", "2031-04-13"),
        ("on Christmas Eve 2030", "2030-12-24"),
        ("on Easter Sunday 2025", "2025-04-20"),
    ],
)
def test_a_day_that_is_named(text, value):
    assert bounded(text) == (value, value, value)


@pytest.mark.parametrize(
    ("text", "timex", "earliest", "latest"),
    [
        ("in March 2030", "2030-03", "2030-03-01", "2030-03-31"),
        ("late October 2030", "2030-10", "2030-10-21", "2030-10-31"),
        ("in mid-January 2031", "2031-01", "2031-01-11", "2031-01-20"),
        ("in 2029", "2029", "2029-01-01", "2029-12-31"),
        ("the end of 2029", "2029", "2029-09-01", "2029-12-31"),
        ("from 1992-95", "1992/1995", "1992-01-01", "1995-12-31"),
        ("the 1990s", "199", "1990-01-01", "1999-12-31"),
        ("the late '80s", "198", "1987-01-01", "1989-12-31"),
        ("the 19th century", "18", "1800-01-01", "1899-12-31"),
        ("the summer of 2030", "2030-SU", "2030-06-01", "2030-08-31"),
        ("the first quarter of 2030", "2030-Q1", "2030-01-01", "2030-03-31"),
        ("the second half of 2030", "2030-H2", "2030-07-01", "2030-12-31"),
        ("6-8 March 2030", "2030-03-06/2030-03-08", "2030-03-06", "2030-03-08"),
    ],
)
def test_a_period_that_is_named(text, timex, earliest, latest):
    assert bounded(text) == (timex, earliest, latest)


@pytest.mark.parametrize(
    ("text", "timex", "earliest", "latest"),
    [
        ("late last month", "2031-02", "2031-02-21", "2031-02-28"),
        ("early last month", "2031-02", "2031-02-01", "2031-02-10"),
        ("earlier this week", "2031-W10", "2031-03-03", "2031-03-06"),
        ("later this month", "2031-03", "2031-03-06", "2031-03-31"),
        ("next week", "2031-W11", "2031-03-10", "2031-03-16"),
        ("last week", "2031-W09", "2031-02-24", "2031-03-02"),
        ("this year", "2031", "2031-01-01", "2031-12-31"),
        ("early next year", "2032", "2032-01-01", "2032-04-30"),
        ("by the end of the month", "2031-03", "2031-03-21", "2031-03-31"),
        ("this decade", "203", "2030-01-01", "2039-12-31"),
        ("last fall", "2030-FA", "2030-09-01", "2030-11-30"),
        ("this weekend", "2031-W10-WE", "2031-03-08", "2031-03-09"),
        ("the first week of next month", "2031-04", "2031-04-01", "2031-04-07"),
        ("the 15th of next month", "2031-04-15", "2031-04-15", "2031-04-15"),
        ("today", "2031-03-06", "2031-03-06", "2031-03-06"),
        ("the day before yesterday", "2031-03-04", "2031-03-04", "2031-03-04"),
        ("tomorrow morning", "2031-03-07TMO", "2031-03-07", "2031-03-07"),
        ("last night", "2031-03-05TNI", "2031-03-05", "2031-03-05"),
        ("three days ago", "2031-03-03", "2031-03-03", "2031-03-03"),
        ("almost four years ago", "2027", "2027-01-01", "2027-12-31"),
        ("two weeks from now", "2031-W12", "2031-03-17", "2031-03-23"),
        ("last Thursday", "2031-02-27", "2031-02-27", "2031-02-27"),
        ("this Friday", "2031-03-07", "2031-03-07", "2031-03-07"),
        ("next Friday", "2031-03-14", "2031-03-14", "2031-03-14"),
        ("Monday of next week", "2031-03-10", "2031-03-10", "2031-03-10"),
        ("last October", "2030-10", "2030-10-01", "2030-10-31"),
        ("in October of last year", "2030-10", "2030-10-01", "2030-10-31"),
    ],
)
def test_what_counts_from_the_day_of_publication(text, timex, earliest, latest):
    assert bounded(text) == (timex, earliest, latest)
    assert only(text).anchor == "2031-03-06"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They signed it Friday.", "2031-02-28"),
        ("They will sign it Friday.", "2031-03-07"),
        ("The talks are expected to be held on Monday.", "2031-03-10"),
        ("He said Monday that the talks will be held.", "2031-03-03"),
        ("They met Thursday.", "2031-03-06"),
        ("The Parties shall meet by Tuesday.", "2031-03-11"),
    ],
)
def test_a_bare_weekday_goes_the_way_of_its_verb(text, value):
    assert only(text).timex == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The pause would last three weeks.", "three weeks", "P3W"),
        ("The talks are expected to last two days.", "two days", "P2D"),
        ("It may not last ten days.", "ten days", "P10D"),
    ],
)
def test_what_lasts_some_time_is_at_no_date(text, words, value):
    time = only(text)
    assert (time.span.exact, time.timex, time.earliest, time.latest) == (words, value, None, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He arrived on March 6.", "2031-03-06"),
        ("He was killed on Oct. 23.", "2030-10-23"),
        ("They will join in April.", "2031-04"),
        ("The car was found in December.", "2030-12"),
        ("The ceremony of March 12 is set.", "2031-03-12"),
    ],
)
def test_a_date_without_its_year_is_the_nearest_that_the_verb_allows(text, value):
    assert only(text).timex == value


def test_a_story_counts_from_the_day_that_it_last_named():
    text = "They met on 4 March 2030. The next day they signed. Two weeks later it was broken."
    assert [time.timex for time in times(text, THURSDAY)] == ["2030-03-04", "2030-03-05", "2030-W12"]
    assert times(text, THURSDAY)[1].anchor == "2030-03-04"


@pytest.mark.parametrize(
    ("text", "exact", "instant"),
    [
        ("on 6 March 2031 at 12:00 (EET)", "6 March 2031 at 12:00 (EET)", "2031-03-06T12:00:00+02:00"),
        ("at 5 p.m. on Friday,", "5 p.m. on Friday", "2031-02-28T17:00:00"),
        ("at 00:00 local time on 15 February 2030", "00:00 local time on 15 February 2030", "2030-02-15T00:00:00"),
        ("00:01hrs (Halvern time) on 27 July 2030", "00:01hrs (Halvern time) on 27 July 2030", "2030-07-27T00:01:00"),
        ("at 00.00 AM (Halvern local time) on the 15th of February, 2030", None, "2030-02-15T00:00:00"),
        ("from 2031-03-06T12:00+02:00", "2031-03-06T12:00+02:00", "2031-03-06T12:00:00+02:00"),
        ("tomorrow at noon", "tomorrow at noon", "2031-03-07T12:00:00"),
    ],
)
def test_a_time_of_day_joins_the_day_beside_it(text, exact, instant):
    time = only(text)
    assert (time.span.exact, time.kind) == (exact or text.removeprefix("at "), "TIME")
    assert time.earliest is not None
    assert time.earliest.isoformat() == instant
    assert time.latest == time.earliest


def test_midnight_may_begin_or_end_a_day_so_it_bounds_only_the_day():
    assert bounded("midnight on 15 February 2030") == ("2030-02-15T24:00", "2030-02-15", "2030-02-15")


@pytest.mark.parametrize(
    ("text", "timex", "earliest", "latest"),
    [
        ("between 3 and 5 March 2030", "2030-03-03/2030-03-05", "2030-03-03", "2030-03-05"),
        ("the second half of April 2030", "2030-04", "2030-04-16", "2030-04-30"),
        ("the week of 12 March 2030", "2030-W11", "2030-03-11", "2030-03-17"),
        ("in fiscal 2030", "2030", "2029-01-01", "2031-12-31"),
        ("Orthodox Easter 2024", "2024-05-05", "2024-05-05", "2024-05-05"),
        ("Ramadan 2025", "2025-02-28/2025-03-31", "2025-02-28", "2025-03-31"),
        ("Thanksgiving 2030", "2030-11-28", "2030-11-28", "2030-11-28"),
        ("on the night of 3 March 2030", "2030-03-03TNI", "2030-03-03", "2030-03-03"),
        ("He spoke so in an August speech", "2030-08", "2030-08-01", "2030-08-31"),
        ("more than a year ago", "2030", "None", "None"),
    ],
)
def test_parts_ranges_and_feasts(text, timex, earliest, latest):
    assert bounded(text) == (timex, earliest, latest)


@pytest.mark.parametrize(
    ("words", "timex"),
    [
        ("The following Monday", "2030-03-11"),
        ("The previous Friday", "2030-03-01"),
        ("That night", "2030-03-04TNI"),
        ("The week before", "2030-W09"),
        ("That year", "2030"),
        ("A month later", "2030-04"),
        ("A year earlier", "2029"),
    ],
)
def test_the_story_leads_on_or_back_from_its_last_date(words, timex):
    *_, last = times(f"They met on 4 March 2030. {words}, he left.", THURSDAY)
    assert (last.span.exact, last.timex, last.anchor) == (words, timex, "2030-03-04")


def test_that_day_after_a_month_is_some_day_of_it():
    *_, day = times("In October 2030 he left, and that same day it fell.", THURSDAY)
    assert (day.timex, str(day.earliest), str(day.latest)) == ("2030-10-XX", "2030-10-01", "2030-10-31")


def test_a_length_after_a_dated_event_has_its_day():
    length, _ = times("Three days after the Feb. 7 bombings, he left.", THURSDAY)
    assert (length.timex, length.earliest, length.anchor) == ("P3D", dt.date(2031, 2, 10), "after the Feb. 7 bombings")


@pytest.mark.parametrize(
    ("text", "timex", "earliest", "latest"),
    [
        ("06:00-18:00 on 4 March 2031", "2031-03-04T06:00/T18:00", "2031-03-04 06:00:00", "2031-03-04 18:00:00"),
        ("22:00-06:00 on 4 March 2031", None, "2031-03-04 22:00:00", "2031-03-05 06:00:00"),
        ("Today at 10:35 (0735 GMT)", "2031-03-06T10:35", "2031-03-06 10:35:00+03:00", "2031-03-06 10:35:00+03:00"),
    ],
)
def test_hours_that_reach_or_are_said_twice(text, timex, earliest, latest):
    time = only(text)
    assert (time.timex == timex or timex is None, str(time.earliest), str(time.latest)) == (True, earliest, latest)


def test_a_stretch_of_weekdays_ends_after_it_begins():
    found = times("The truce holds from Wednesday to Saturday.", THURSDAY)
    assert [time.timex for time in found] == ["2031-03-05", "2031-03-08"]


def test_figures_that_can_be_two_days_cover_both():
    assert bounded("on 03/04/2031") == ("2031-XX-XX", "2031-03-04", "2031-04-03")


def test_a_time_of_day_without_a_day_has_no_date():
    assert bounded("at 10:35 a.m.") == ("XXXX-XX-XXT10:35", "None", "None")


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("right now", "PRESENT_REF"),
        ("currently", "PRESENT_REF"),
        ("recently", "PAST_REF"),
        ("several years ago", "PAST_REF"),
        ("in the near future", "FUTURE_REF"),
        ("in the coming days", "FUTURE_REF"),
        ("at some point", None),
    ],
)
def test_words_without_a_date_get_none(text, timex):
    assert bounded(text) == (timex, "None", "None")


@pytest.mark.parametrize(
    ("text", "timex", "kind"),
    [
        ("for two days", "P2D", "DURATION"),
        ("a 16-hour flight", "PT16H", "DURATION"),
        ("about 5 1/2 hours", "PT5H30M", "DURATION"),
        ("thirty (30) days", "P30D", "DURATION"),
        ("within a week", "P1W", "DURATION"),
        ("several months", "PXM", "DURATION"),
        ("a couple of weeks", "P2W", "DURATION"),
        ("every Friday", "XXXX-WXX-5", "SET"),
        ("every two weeks", "P2W", "SET"),
        ("a daily report", "P1D", "SET"),
        ("three times a week", "P1W", "SET"),
    ],
)
def test_lengths_and_sets(text, timex, kind):
    time = only(text)
    assert (time.timex, time.kind) == (timex, kind)
    assert time.earliest is None


def test_a_stretch_up_to_today_is_a_length_with_days():
    assert bounded("over the past three weeks") == ("P3W", "2031-02-13", "2031-03-06")
    assert bounded("in the next ten days") == ("P10D", "2031-03-06", "2031-03-16")


def test_a_length_after_an_event_says_from_which_event_it_counts():
    time = only("Two days after the meeting of the Commission, they left.")
    assert (time.timex, time.kind, time.earliest) == ("P2D", "DURATION", None)
    assert time.anchor == "after the meeting of the Commission"


@pytest.mark.parametrize(
    "text",
    [
        "We may march on, and the second of us will follow.",
        "May he rest; let us march.",
        "About 2000 people and 1900 men, Article 2010.",
        "The fall of the town; a spring of water.",
        "A 44-year-old man in his 30s.",
        "The Parties shall cease fire within 15 km by D+14.",
        "It costs $1999, or 1,999 euros.",
        "31 February 2031 and 2031-02-30.",
        "Resolutions 1559 and 1701, Agenda 2030, the March on Lindholt, a tale by June Carter.",
        "At the end of the day, he told Kestria Today, it is for a second time.",
    ],
)
def test_there_is_no_date_where_there_is_none(text):
    assert [time.span.exact for time in times(text, THURSDAY) if time.earliest] == []


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("Friday", "XXXX-WXX-5"),
        ("March 6", "XXXX-03-06"),
        ("in December", "XXXX-12"),
        ("last week", "XXXX-WXX"),
        ("last month", "XXXX-XX"),
        ("next year", "XXXX"),
        ("yesterday", "XXXX-XX-XX"),
        ("two days ago", "XXXX-XX-XX"),
    ],
)
def test_without_a_day_of_publication_relative_times_stay_open(text, timex):
    assert bounded(text, published=None) == (timex, "None", "None")


@pytest.mark.parametrize("text", ["last spring", "5000 years ago", "last March", "yesterday"])
def test_a_step_beyond_the_calendar_has_no_date(text):
    assert [time.earliest for time in times(text, dt.date.min)] in ([None], [])


def test_a_date_with_its_year_needs_no_day_of_publication():
    assert bounded("6 March 2031", published=None) == ("2031-03-06", "2031-03-06", "2031-03-06")


def test_a_moment_of_publication_counts_as_its_day():
    assert only("yesterday", dt.datetime(2031, 3, 6, 9, 30, tzinfo=dt.UTC)).timex == "2031-03-05"


@pytest.mark.parametrize(
    "hostile", ["may " * 5_000, "1.1." * 5_000, "the end of " * 3_000, "1 " * 9_000, "last\n" * 5_000]
)
def test_hostile_inputs_give_no_dates(hostile):
    assert not [time for time in times(hostile, THURSDAY) if time.earliest]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Right now nobody shoots.", ["Right now"]),
        ("We need peace now.", ["now"]),
        ("Until now the road was shut.", ["now"]),
        ("The prisoners are now held at a barracks.", ["now"]),
        ("They are now in talks to set a day.", ["now"]),
        ("Kestria is now the second state to sign.", []),
        ("They’re now its guests.", []),
        ("Three states can now take part.", []),
        ("The war is over. Now the work begins.", []),
        ("“Now the work begins,” she said.", []),
        ("They fought and now are poised to meet.", []),
    ],
)
def test_now_is_a_time_unless_it_only_says_that_something_changed(text, told):
    assert [time.span.exact for time in times(text, THURSDAY)] == told


def test_a_real_article():
    (path,) = shared("data", "reading", "sources").glob("*.txt")
    found = {time.span.exact: time for time in times(path.read_text("utf-8"), dt.date(2025, 3, 6))}
    bounds = {words: (str(time.earliest), str(time.latest)) for words, time in found.items()}
    assert bounds == {
        "March 6": ("2025-03-06", "2025-03-06"),
        "now": ("None", "None"),
        "late last month": ("2025-02-21", "2025-02-28"),
        "earlier this week": ("2025-03-03", "2025-03-06"),
        "at some point": ("None", "None"),
        "next week": ("2025-03-10", "2025-03-16"),
        "currently": ("None", "None"),
    }


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The guns fell silent on March 3. On the same day the road was opened.", dt.date(2031, 3, 3)),
        ("They met on March 3, and again on March 4. On the same day the road was opened.", dt.date(2031, 3, 4)),
        ("The guns fell silent on March 3.\n\nOn the same day the road was opened.", dt.date(2031, 3, 3)),
        ("The guns fell silent on March 3.\n\nHe left.\n\nOn the same day the road was opened.", None),
        ("1. The guns fell silent on March 3.\n2. On the same day the road was opened.", None),
        ("- The guns fell silent on March 3.\n- On the same day the road was opened.", None),
        ("They met on March 3\nin Ostra. On the same day the road was opened.", dt.date(2031, 3, 3)),
        ("On the same day the road was opened.", None),
    ],
)
def test_the_same_day_is_the_one_last_named_in_the_paragraph_or_the_one_before(text: str, day: dt.date | None) -> None:
    *_, same = times(text, THURSDAY)
    assert same.span.exact == "the same day"
    assert (same.earliest, same.latest) == (day, day)
