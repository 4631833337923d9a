"""A scripted week made into reports. D-day is 1 March 2031."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from parley.model import Actor, Life, UnusableInput
from parley.monitoring import Script, load_script
from parley.monitoring.names import fold

FIRE = "1. No Party shall fire at the forces of the other Party from D-day. {#fire}\n"
ZONE = dt.timezone(dt.timedelta(hours=3))
ACTORS = (Actor(id="KES", name="Republic of Kestria", kind="state", aliases=("Kestria",)),)


def script(framework_of: Any, *lines: str, **more: Any) -> Script:
    text = "A week.\n\n" + "\n".join(f"- {line}" for line in lines)
    return load_script(text, "week.md", framework_of(FIRE), zone=ZONE, actors=ACTORS, **more)


def at(day: int, hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime(2031, 3, day, hour, minute, tzinfo=ZONE)


def test_a_line_is_a_report(framework_of: Any) -> None:
    pell = "place Pell: -42.05, 90, within 200 m"
    deed = "day 2, 14:00: shelling with 2 mortars at Pell, by Kestria's forces, against ORL, reported by the mission"
    (report,) = script(framework_of, pell, deed).reports
    assert (report.id, report.origin) == ("line-4", "week.md, line 4")
    assert (report.act, report.object, report.count) == ("shell", "mortars", 2)
    assert (report.actor, report.counterpart, report.claimant) == ("KES", "ORL", "the mission")
    assert (report.event.earliest, report.event.latest, report.reported) == (at(2, 14), at(2, 14), at(2, 14))
    assert (report.place.name, report.place.latitude, report.place.radius_m) == ("Pell", -42.05, 200)


@pytest.mark.parametrize(
    ("day", "date"),
    [("day 1", 1), ("D-day", 1), ("D+1", 2), ("day 3", 3), ("2031-03-09", 9)],
)
def test_days_are_counted_from_d_day_which_is_day_one(framework_of: Any, day: str, date: int) -> None:
    (report,) = script(framework_of, f"{day}, 10:00: fire").reports
    assert report.event.earliest == at(date, 10)


def test_without_an_hour_it_was_some_time_that_day(framework_of: Any) -> None:
    (report,) = script(framework_of, "day 2: fire, reported by ORL on day 4, 09:30").reports
    assert (report.event.earliest, report.event.latest) == (dt.date(2031, 3, 2), dt.date(2031, 3, 2))
    assert (report.claimant, report.reported) == ("ORL", at(4, 9, 30))


def test_a_night_goes_on_to_the_next_day(framework_of: Any) -> None:
    (report,) = script(framework_of, "day 1, 23:40 to 00:10: fire").reports
    assert (report.event.earliest, report.event.latest) == (at(1, 23, 40), at(2, 0, 10))


def test_a_given_d_day_outranks_the_scripts_own_and_that_the_texts(framework_of: Any) -> None:
    lines = ("D-day: 2031-05-01 06:00", "day 2, 10:00: fire")
    assert script(framework_of, *lines).reports[0].event.earliest == dt.datetime(2031, 5, 2, 10, tzinfo=ZONE)
    given = script(framework_of, *lines, d_day=dt.date(2031, 6, 1))
    assert (given.d_day, given.reports[0].reported.month) == (dt.date(2031, 6, 1), 6)


def test_a_finding_is_about_an_event_and_told_by_its_body(framework_of: Any) -> None:
    lines = ("day 1, 08:00 (shots): fire, by KES", "day 3, 12:00: fire, about shots, found by the Commission")
    _, found = script(framework_of, *lines).reports
    assert (found.about, found.life) == ("shots", Life.FOUND)
    assert (found.reported, found.claimant) == (at(3, 12), "Commission")


def test_a_finding_may_be_told_later(framework_of: Any) -> None:
    line = "day 2: withdrawal of 10 tanks, by KES, found by the Commission on day 3, 09:30"
    (found,) = script(framework_of, line).reports
    assert (found.found_by, found.life, found.reported) == ("Commission", Life.FOUND, at(3, 9, 30))


@pytest.mark.parametrize("sign", ["", "+ ", "\u2022 ", "2. ", "  - "])
def test_a_line_without_its_dash_is_not_lost(framework_of: Any, sign: str) -> None:
    with pytest.raises(UnusableInput, match="line 3: 'day 2: fire, by KES' reads like a line of the script"):
        load_script(f"A week.\n\n{sign}day 2: fire, by KES\n- day 3: fire\n", "week.md", framework_of(FIRE))


def test_a_place_that_nothing_names_is_told(framework_of: Any) -> None:
    (note,) = script(framework_of, "day 2: fire at Wold, by KES").notes
    assert note == ("week.md: neither the script nor the text knows a place 'Wold', so it has no coordinates.")


@pytest.mark.parametrize("where", ["at Gulf Zone", "in the Gulf Zone"])
def test_a_zone_of_the_text_is_a_place(framework_of: Any, where: str) -> None:
    told = script(framework_of, f"day 2: fire {where}, by KES")
    assert (told.notes, fold(told.reports[0].place.name or "")) == ((), "gulf zone")


def test_a_reply_is_the_word_of_whoever_replies(framework_of: Any) -> None:
    _, denial = script(framework_of, "day 1 (shots): fire, by ORL", "day 2: denial, by ORL, about shots").reports
    assert (denial.act, denial.about, denial.claimant) == ("deny", "shots", "ORL")


def test_a_note_may_have_commas_and_a_line_may_go_on(framework_of: Any) -> None:
    (report,) = script(framework_of, "day 1: fire, by KES,\n  note in the north, at night").reports
    assert report.note == "in the north, at night"


def test_who_watched_is_told_too(framework_of: Any) -> None:
    (seen,) = script(framework_of, "day 1 to day 3: watched by the Commission, Gulf Zone, for fire").effort
    assert (seen.by, seen.place, seen.acts) == ("Commission", "Gulf Zone", ("fire",))
    assert (seen.window.earliest, seen.window.latest) == (dt.date(2031, 3, 1), dt.date(2031, 3, 3))


def test_it_is_over_with_its_last_day_or_when_it_says(framework_of: Any) -> None:
    assert script(framework_of, "day 2: fire").until == dt.datetime.combine(dt.date(2031, 3, 2), dt.time.max, ZONE)
    assert script(framework_of, "day 2: fire", "until day 9, 12:00").until == at(9, 12)


def test_a_stranger_is_named(framework_of: Any) -> None:
    (note,) = script(framework_of, "day 2: fire, by the Greens").notes
    assert note == "week.md: nobody in the text is called 'the Greens', so what is told of it concerns no party."


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("something happens", "week.md, line 3: 'something happens' is no line of a script; write it as in"),
        ("day 2: frobnication", "week.md, line 3: 'frobnication' names no act that the text's sentences know"),
        ("day 2: fire, perhaps", "week.md, line 3: 'perhaps' says nothing that a report has; begin it with by"),
        ("day 2, at dusk (shots): fire", "week.md, line 3: 'at dusk' is no hour; write hours of the clock, 17:40"),
        ("day 2, 27:00: fire", "week.md, line 3: 27:00 is no time of day"),
        ("day 0: fire", "week.md, line 3: there is no day 0; call D-day 'day 1'"),
        ("day 99999999: fire", "week.md, line 3: 'day 99999999' lies beyond the calendar"),
        ("2031-02-31: fire", "week.md, line 3: '2031-02-31' is no date"),
        ("day 2: denial, about shots", "week.md, line 3: nothing before it is called 'shots'; name one of: none."),
        ("place Pell: 142.0, 9", "week.md, line 3: 142, 9 is no place; write latitude before longitude"),
        ("until day 3", "week.md: it tells of nothing that happens"),
        (
            "day 2: Kestria frobnicates Orlavia",
            "week.md, line 3: 'Kestria frobnicates Orlavia' names somebody, and no act",
        ),
        ("day 2: fire, by KES, reported by ORL on day 1", "week.md, line 3: it is reported before it happened; give a"),
    ],
)
def test_what_cannot_be_read_stops_with_the_line_and_the_mend(framework_of: Any, line: str, message: str) -> None:
    with pytest.raises(UnusableInput) as caught:
        script(framework_of, line)
    assert str(caught.value).startswith(message)


def test_the_week_that_the_page_shows_can_be_read(framework_of: Any) -> None:
    page = Path(__file__).parents[2] / "docs" / "reference" / "rehearsing.md"
    week = page.read_text(encoding="utf-8").split("```text\n")[1].split("```")[0]
    told = load_script(week, "week.md", framework_of(FIRE), actors=ACTORS)
    assert [one.act for one in told.reports] == ["shell", "deny", "shell", "withdraw"]
    assert (len(told.effort), told.reports[0].place.name) == (1, "Pell")


def test_days_without_a_d_day_are_refused(framework_of: Any) -> None:
    text = framework_of(FIRE).replace(d_day=None)
    with pytest.raises(UnusableInput, match="days are counted from D-day, which is not fixed; give --d-day DATE"):
        load_script("- day 2: fire", "week.md", text)
    assert load_script("- 2031-03-02: fire", "week.md", text, dt.date(2031, 3, 1)).reports


@pytest.mark.parametrize("words", ["withdrawn shots", "withdrawal of shots", "retracted shots"])
def test_an_earlier_line_is_withdrawn_by_its_own_source_or_who_is_named(framework_of: Any, words: str) -> None:
    shots = "day 1, 08:00 (shots): fire, by KES, reported by ORL"
    for more, who in (("", "ORL"), (", reported by KES", "KES"), (", by KES", "KES")):
        _, back = script(framework_of, shots, f"day 7, 12:00: {words}{more}").reports
        assert (back.corrects, back.life, back.claimant, back.act) == ("shots", Life.WITHDRAWN, who, None)


def test_a_withdrawal_of_things_is_one(framework_of: Any) -> None:
    shots = "day 1, 08:00 (shots): fire, by KES, reported by ORL"
    _, told = script(framework_of, shots, "day 7: withdrawal of tanks, by KES").reports
    assert (told.act, told.object, told.life) == ("withdraw", "tanks", Life.ALLEGED)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("withdrawn volley, reported by ORL", "nothing before it is called 'volley'"),
        ("corrected volley", "nothing before it is called 'volley'"),
        ("corrected shots, reported by ORL", "does not tell what is so instead"),
        ("correction of shots", "with 'corrects shots' behind it"),
    ],
)
def test_what_takes_nothing_back_is_refused(framework_of: Any, words: str, says: str) -> None:
    with pytest.raises(UnusableInput) as refusal:
        script(framework_of, "day 1, 08:00 (shots): fire, by KES, reported by ORL", f"day 7: {words}")
    assert says in str(refusal.value)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("KES fires at ORL", ("fire", None, None, "KES", "ORL")),
        ("Kestria's forces shelled ORL with 3 tanks", ("shell", "tanks", 3, "KES", "ORL")),
        ("ORL is shelled by Kestria's forces", ("shell", None, None, "KES", "ORL")),
        ("shelling of ORL by KES", ("shell", None, None, "KES", "ORL")),
        ("ORL withdraws 12 tanks from the Gulf", ("withdraw", "tanks from the Gulf", 12, "ORL", None)),
        ("both Parties meet", ("meet", None, None, "both Parties", None)),
        ("3 tanks withdrawn", ("withdraw", "tanks", 3, None, None)),
        ("release of fifty prisoners", ("release", "prisoners", 50, None, None)),
        ("hotline maintained", ("maintain", "hotline", None, None, None)),
        ("hotline out of service", ("out of service", "hotline", None, None, None)),
        ("refusal to report, by KES", ("refusal to report", None, None, "KES", None)),
        ("no shelling", ("no shelling", None, None, None, None)),
        ("artillery fire", ("shell", None, None, None, None)),
    ],
)
def test_a_deed_may_say_who_did_it_to_what(framework_of: Any, words: str, told: tuple[object, ...]) -> None:
    (one,) = script(framework_of, f"day 2: {words}").reports
    assert (one.act, one.object, one.count, one.actor, one.counterpart) == told


@pytest.mark.parametrize("who", ["both Parties", "KES and ORL", "Kestria's army"])
def test_several_of_the_text_are_no_strangers(framework_of: Any, who: str) -> None:
    assert script(framework_of, f"day 2: fire, by {who}").notes == ()


def test_a_d_day_may_be_spelt_out_and_a_day_end_at_24(framework_of: Any) -> None:
    text = framework_of(FIRE).replace(d_day=None)
    told = load_script("- D-day: 1 March 2031\n- day 2, 24:00: fire", "week.md", text)
    assert told.d_day == dt.date(2031, 3, 1)
    assert told.reports[0].event.earliest == dt.datetime(2031, 3, 3, tzinfo=dt.UTC)
