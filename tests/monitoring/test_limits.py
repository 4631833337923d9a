"""No more than so many in a time, or at any time. D-day is 1 March 2031."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.framework import parse
from parley.model import Effort, Interval, Outcome, Report
from parley.monitoring import watch

FLIGHTS = "1. Kestria shall conduct no more than three flights a day. {#flights}\n"
PERSONS = "1. Kestria shall keep not more than 600 persons in the Gulf Zone at any time. {#persons}\n"
ANY_DAY = "1. Kestria shall not fly more than two drones in any 24 hours. {#drones}\n"
WATCHED = "JVC,patrol,everywhere,2031-03-01,2031-03-31,1,\n"
AT_SEA = {"latitude": -42.5, "longitude": 92.5, "radius_m": 50}


def flew(id: str, when: str, until: str = "", **more: Any) -> dict[str, Any]:
    row = {"id": id, "event_earliest": when, "event_latest": until or when, "reported": until or when, "act": "fly"}
    return {**row, "actor": "KES", "claimant": "ORL", **more}


def flights(*hours: int, **more: Any) -> list[dict[str, Any]]:
    return [flew(f"f{hour}", f"2031-03-05T{hour:02d}:00", **more) for hour in hours]


def the(result: Any) -> Any:
    (verdict,) = result.verdicts
    return verdict


def test_so_many_are_allowed_and_one_more_is_not(held: Any) -> None:
    assert the(held(FLIGHTS, flights(8, 9, 10), effort=WATCHED)).verdict == "kept"
    verdict = the(held(FLIGHTS, flights(8, 9, 10, 11), effort=WATCHED))
    assert (verdict.verdict, verdict.finding, verdict.reports) == ("breached", "alleged", ("f8", "f9", "f10", "f11"))
    assert verdict.why.endswith("That makes 4 on 5 March, where no more than 3 a day are allowed.")


def test_silence_is_not_calm(held: Any) -> None:
    assert the(held(FLIGHTS, flights(8))).verdict == "cannot tell"


def test_a_day_is_one_of_the_process_s_zone(held: Any) -> None:
    rows = [flew("a", "2031-03-05T22:30"), flew("b", "2031-03-05T22:40"), *flights(20, 21)]
    assert the(held(FLIGHTS, rows, effort=WATCHED)).verdict == "breached"
    east = dt.timezone(dt.timedelta(hours=2))  # there the last two are of 6 March
    rows = [{**row, "reported": row["reported"] + "+00:00"} for row in rows]
    for row in rows:
        row["event_earliest"] = row["event_latest"] = row["event_earliest"] + "+00:00"
    assert the(held(FLIGHTS, rows, effort=WATCHED, zone=east)).verdict != "breached"


def test_two_sources_are_never_added_up(held: Any) -> None:
    rows = [
        *flights(8, 9),
        flew("g", "2031-03-05T10:30", claimant="HAL"),
        flew("h", "2031-03-05T12:00", claimant="HAL"),
    ]
    verdict = the(held(FLIGHTS, rows, effort=WATCHED))
    assert verdict.verdict == "cannot tell"
    assert "whether so many came together is not known" in verdict.why


def test_what_a_body_found_is_found(held: Any) -> None:
    rows = flights(8, 9, 10, 11, claimant="JVC", life="found", found_by="JVC")
    assert the(held(FLIGHTS, rows)).finding == "found"


def test_one_of_several_is_no_incident(held: Any) -> None:
    text = FLIGHTS + "\n2. Each Party shall report every incident to the Commission within 24 hours. {#report}\n"
    assert not [one for one in held(text, flights(8, 9, 10, 11)).verdicts if one.occasion]


@pytest.mark.parametrize(
    ("counts", "outcome"),
    [
        ([601], "breached"),
        ([600], "kept"),
        ([""], "cannot tell"),  # a blank is undetermined
        ([400, 300], "cannot tell"),  # at the same time: others, or the same
    ],
)
def test_a_number_at_any_time(held: Any, counts: list[Any], outcome: str) -> None:
    rows = [
        flew(f"p{n}", "2031-03-05T10:00", act="deploy", object="persons", count=count, **AT_SEA, note=str(n))
        for n, count in enumerate(counts)
    ]
    for n, row in enumerate(rows):
        row["longitude"] += n / 10
    assert the(held(PERSONS, rows, effort=WATCHED)).verdict == outcome


def test_any_24_hours_are_counted_by_the_clock(held: Any) -> None:
    drones = {"object": "drones", "count": 1}
    rows = [flew("a", "2031-03-05T20:00", **drones), flew("b", "2031-03-06T08:00", **drones)]
    assert the(held(ANY_DAY, [*rows, flew("c", "2031-03-06T20:01", **drones)], effort=WATCHED)).verdict == "kept"
    verdict = the(held(ANY_DAY, [*rows, flew("c", "2031-03-06T20:00", **drones)], effort=WATCHED))
    assert verdict.verdict == "breached"
    assert "between 5 March, 20:00 and 6 March, 20:00, where no more than 2 in any 24 hours" in verdict.why


# -- every completion, one by one ----------------------------------------------------------------------

D_DAY = dt.datetime(2031, 3, 1, tzinfo=dt.UTC)
TEXT = parse(
    "---\ntitle: T\nparties: {KES: Kestria, ORL: Orlavia}\nd_day: 2031-03-01\n---\n\n"
    "1. Kestria shall conduct no more than two flights a day.\n"
)
SEEN = (Effort(by="J", means="radar", place="everywhere", window=Interval(earliest="2031-03-01", latest="2031-03-31")),)
rows = st.lists(st.tuples(st.integers(0, 71), st.sampled_from([0, 0, 20, 30]), st.booleans()), max_size=8)


@given(rows)
def test_a_verdict_is_what_holds_in_every_completion(drawn: list[tuple[int, int, bool]]) -> None:
    """Times that reach over midnight, and doers that nobody named: all days and doers that each can have had."""
    reports = [
        Report(
            id=f"R{n}",
            event=Interval(earliest=D_DAY + dt.timedelta(hours=at), latest=D_DAY + dt.timedelta(hours=at + long)),
            reported=D_DAY + dt.timedelta(hours=at + long, minutes=n),
            act="fly",
            actor="KES" if named else None,
            claimant="ORL",
            note=str(n),
        )
        for n, (at, long, named) in enumerate(drawn)
    ]
    outcomes = set()
    days = [sorted({at // 24, (at + long) // 24}) for at, long, _ in drawn]
    days = [list(range(some[0], some[-1] + 1)) for some in days]
    for counting in itertools.product(*([True] if named else [True, False] for _, _, named in drawn)):
        for told in itertools.product(*days):
            counted = [day for day, counts in zip(told, counting, strict=True) if counts]
            outcomes.add(Outcome.BREACHED if any(counted.count(day) > 2 for day in counted) else Outcome.KEPT)
    (verdict,) = watch(TEXT, (), reports, SEEN, D_DAY + dt.timedelta(days=6)).verdicts
    assert {verdict.verdict} == (outcomes if len(outcomes) == 1 else {Outcome.CANNOT_TELL}), verdict.why


@pytest.mark.parametrize(
    "sentence",
    [
        "Not more than 600 persons of Kestria shall be present in the Gulf Zone.",
        "There shall be no more than 600 persons of Kestria in the Gulf Zone.",
        "The number of persons of Kestria in the Gulf Zone shall not exceed 600.",
        "Kestria shall have no more than 600 persons in the Gulf Zone.",
    ],
)
def test_a_number_that_is_said_of_the_things_is_held_like_any_other(held: Any, sentence: str) -> None:
    seen = {**flew("p1", "2031-03-05T10:00"), **AT_SEA, "act": "presence", "object": "persons"}
    for count, outcome in ((600, "kept"), (601, "breached"), ("", "cannot tell")):
        assert the(held(f"1. {sentence} {{#many}}\n", [{**seen, "count": count}], effort=WATCHED)).verdict == outcome


@pytest.mark.parametrize(
    "words",
    [
        "shall conduct fewer than four flights a day",
        "shall conduct less than four flights a day",
        "may conduct under four flights a day",
        "may conduct up to three flights a day",
        "shall conduct not more than three flights a day",
        "may conduct a maximum of three flights a day",
        "shall conduct at most three flights a day",
    ],
)
def test_a_ceiling_in_other_words(held: Any, words: str) -> None:
    provision = f"1. Kestria {words}.\n"
    assert the(held(provision, flights(8, 9, 10), effort=WATCHED)).verdict == "kept"
    assert the(held(provision, flights(8, 9, 10, 11), effort=WATCHED)).verdict == "breached"


@pytest.mark.parametrize(
    "words",
    [
        "Kestria shall keep fewer than 600 persons in the Gulf Zone.",
        "Kestria may keep below 600 persons in the Gulf Zone.",
        "Kestria shall have less than 600 persons in the Gulf Zone.",
        "Fewer than 600 persons of Kestria shall be present in the Gulf Zone.",
    ],
)
@pytest.mark.parametrize(("count", "verdict"), [(599, "kept"), (600, "breached")])
def test_fewer_than_so_many_are_one_less_at_most(held: Any, words: str, count: int, verdict: str) -> None:
    row = {**flew("a", "2031-03-05T08:00"), "act": "presence", "object": "persons", "count": count, **AT_SEA}
    assert the(held(f"1. {words}\n", [row], effort=WATCHED)).verdict == verdict


@pytest.mark.parametrize(
    "many", ["at least 40", "no fewer than 40", "not less than 40", "no less than 40", "a minimum of 40", "40"]
)
@pytest.mark.parametrize(("count", "verdict"), [(39, "overdue"), (40, "kept")])
def test_so_many_at_least_are_a_floor(held: Any, many: str, count: int, verdict: str) -> None:
    row = {**flew("a", "2031-03-05T08:00"), "act": "release", "object": "prisoners", "count": count}
    told = the(held(f"1. Kestria shall release {many} prisoners by D+10.\n", [row]))
    assert told.verdict == verdict
    assert ("what is shown falls short (39 of 40 by ORL)" in told.why) is (verdict == "overdue")


@pytest.mark.parametrize(
    "words",
    [
        "Kestria shall conduct at least three flights a day.",
        "Kestria shall deliver 40 trucks every week.",
        "Kestria shall keep its flights below four a week.",
        "The number of flights shall not exceed three a week.",
    ],
)
def test_what_is_not_counted_yet_is_told_by_nobody(held: Any, words: str) -> None:
    told = the(held(f"1. {words}\n", flights(8, 9, 10, 11), effort=WATCHED))
    assert told.verdict == "cannot tell"
    assert told.why.startswith("Not held against reports yet")


BOATS = {"act": "presence", "object": "patrol boats", **AT_SEA}


@pytest.mark.parametrize(
    "words",
    [
        "shall keep no more than 4 patrol boats in the Gulf Zone at any time",
        "shall hold no more than 4 patrol boats in the Gulf Zone",
        "shall have no more than 4 patrol boats in the Gulf Zone",
        "may have at most 4 patrol boats in the Gulf Zone",
        "shall allow no more than 4 patrol boats in the Gulf Zone at any time",
        "shall not allow more than 4 patrol boats in the Gulf Zone",
        "shall tolerate no more than 4 patrol boats inside the Gulf Zone",
        "shall leave not more than 4 patrol boats in the Gulf Zone",
        "shall send no more than 4 patrol boats into the Gulf Zone",
    ],
)
@pytest.mark.parametrize("act", ["presence", "deployment"])
def test_whoever_keeps_has_or_lets_in_too_many_breaks_the_limit(held: Any, words: str, act: str) -> None:
    boats = {**BOATS, "act": act, "claimant": "JVC"}
    text = f"1. Kestria {words}. {{#boats}}\n"
    assert the(held(text, [flew("a", "2031-03-05T09:00", **boats, count=5)], effort=WATCHED)).verdict == "breached"
    assert the(held(text, [flew("a", "2031-03-05T09:00", **boats, count=4)], effort=WATCHED)).verdict == "kept"


@pytest.mark.parametrize(
    "words",
    ["let no more than 4 patrol boats into the Gulf Zone", "permit no more than 4 boats to enter the Gulf Zone"],
)
def test_a_limit_on_what_others_may_do_that_was_not_read_is_not_kept(held: Any, words: str) -> None:
    row = flew("a", "2031-03-05T09:00", **BOATS | {"claimant": "JVC"}, count=5)
    verdict = the(held(f"1. Kestria shall {words}. {{#boats}}\n", [row], effort=WATCHED))
    assert (verdict.verdict, "how many it allows" in verdict.why) == ("cannot tell", True)


def test_how_often_something_is_allowed_counts_the_act(held: Any) -> None:
    text = "1. Kestria shall allow no more than three flights a day in the Gulf Zone. {#flights}\n"
    assert the(held(text, flights(8, 9, 10, 11, **AT_SEA), effort=WATCHED)).verdict == "breached"
    assert the(held(text, flights(8, 9, 10, **AT_SEA), effort=WATCHED)).verdict == "kept"


@pytest.mark.parametrize(
    ("often", "days", "exceeded"),
    [
        ("in any week", (3, 5, 7), True),
        ("in any week", (8, 9, 10), False),  # Saturday to Monday
        ("in any calendar week", (8, 9, 10), False),
        ("in any period of 7 days", (8, 9, 10), True),
        ("in any seven-day period", (8, 9, 14), True),
        ("within any 7 days", (8, 9, 15), True),  # both ends counted in
        ("within any 7 days", (8, 9, 16), False),
        ("in any calendar month", (1, 15, 31), True),
        ("in a calendar month", (1, 15, 31), True),
        ("during any month", (1, 31), False),
    ],
)
def test_any_week_is_one_of_the_calendar_and_any_seven_days_are_not(
    held: Any, often: str, days: tuple[int, ...], exceeded: bool
) -> None:
    rows = [flew(f"f{day}", f"2031-03-{day:02}T08:00") for day in days]
    text = f"1. Kestria shall make no more than two flights {often}. {{#flights}}\n"
    verdict = the(held(text, rows, "2031-03-31T23:00", effort=WATCHED))
    assert (verdict.verdict == "breached") is exceeded, verdict.why


def test_at_most_so_many_who_do_something_have_to_do_nothing(held: Any) -> None:
    text = "1. Not more than two helicopters shall fly over the Gulf Zone in any 24 hours. {#helicopters}\n"
    assert the(held(text, [])).verdict == "cannot tell"


@pytest.mark.parametrize(
    ("thing", "verdict"), [("100 mm gun", "breached"), ("40 mm gun", "cannot tell"), ("gun", "cannot tell")]
)
def test_a_calibre_that_stands_in_the_sentence_itself_counts(held: Any, thing: str, verdict: str) -> None:
    text = "1. Kestria shall not place guns of 76 mm or more in the Gulf Zone. {#guns}\n"
    row = flew("g", "2031-03-05T08:00", act="deployment", object=thing, **AT_SEA)
    one = the(held(text, [row]))
    assert one.verdict == verdict
    assert (one.reports == ()) is (thing == "40 mm gun")
