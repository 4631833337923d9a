"""Duties within a time of something: each thing that sets one off is judged for itself."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley.model import Verdict

FIRE = "1. No Party shall fire at the forces of the other Party from D-day. {#fire}\n\n"
REPORT = FIRE + "2. Each Party shall report every incident to the Commission within 24 hours. {#report}\n"
MEET = FIRE + "2. The Commission shall meet within 48 hours of a Confirmed Violation. {#meet}\n"
START = dt.datetime(2031, 3, 10)


def at(hour: float) -> str:
    return (START + dt.timedelta(hours=hour)).isoformat()


def shot(id: str = "i1", first: float = 0, last: float | None = None, **more: Any) -> dict[str, Any]:
    """Orlavia says that Kestria fired, so many hours after the start."""
    row = {"id": id, "event_earliest": at(first), "event_latest": at(first if last is None else last)}
    row |= {"reported": at(100), "act": "shell", "object": "mortar", "actor": "KES", "counterpart": "ORL"}
    return {**row, "claimant": "ORL", "place": f"Hill {id}", **more}


def told(id: str, first: float, last: float | None = None, **more: Any) -> dict[str, Any]:
    """Kestria reports incident i1 to the Commission."""
    row = shot(id, first, last, act="report", object="incident", counterpart="JVC", about="i1", claimant="JVC")
    return {**row, **more}


def of(result: Any, provision: str, bearer: str) -> list[Verdict]:
    return [v for v in result.verdicts if (v.provision, v.bearer) == (provision, bearer)]


@pytest.mark.parametrize(
    ("rows", "as_of", "verdict"),
    [
        ([told("t1", 20)], 200, "kept"),
        ([told("t1", 24)], 200, "kept"),
        ([told("t1", 30)], 200, "breached"),
        ([], 200, "overdue"),
        ([told("t1", 20, 30)], 200, "cannot tell"),
        ([told("t1", 20, actor="")], 200, "cannot tell"),
        ([told("t1", 20, actor="ORL")], 200, "overdue"),
        ([told("t1", 20, about="")], 200, "cannot tell"),
        ([told("t1", 30, about="")], 200, "overdue"),
        ([told("t1", -2, about="")], 200, "overdue"),
        ([told("t1", 20, about="", actor="ORL")], 200, "overdue"),
        ([told("t1", 30), told("t2", 20, about="")], 200, "cannot tell"),
    ],
)
def test_a_report_within_24_hours(held: Any, rows: list[Any], as_of: float, verdict: str) -> None:
    [one] = of(held(REPORT, [shot(), *rows], as_of=at(as_of)), "report", "KES")
    assert (one.verdict, one.occasion) == (verdict, "i1")


def test_it_is_pending_while_there_is_time(held: Any) -> None:
    [one] = of(held(REPORT, [shot(reported=at(1))], as_of=at(12)), "report", "KES")
    assert one.verdict == "pending"


def test_a_follow_up_from_before_the_incident_does_not_count_and_is_told(held: Any) -> None:
    [one] = of(held(REPORT, [shot(first=10), told("t1", 5)], as_of=at(200)), "report", "KES")
    assert one.verdict == "overdue"
    assert "Told of a time before it, and not counted: t1." in one.why


def test_an_incident_told_by_two_sources_is_one_occasion(held: Any) -> None:
    twice = [shot("i1", place="Tamsen"), shot("i2", place="Tamsen", claimant="JVC")]
    result = held(REPORT, twice, as_of=at(200))
    assert len(of(result, "report", "KES")) == 1
    assert any("i2 tells of the same event as i1" in note for note in result.notes)


def test_what_no_ban_forbids_sets_nothing_off(held: Any) -> None:
    [one] = of(held(REPORT, [shot(act="release", object="prisoners")], as_of=at(200)), "report", "KES")
    assert one.verdict == "pending"
    assert "Nothing that would set it off" in one.why


def test_a_meeting_is_due_from_the_finding_and_not_from_the_event(held: Any) -> None:
    finding = shot("f1", about="i1", life="found", found_by="JVC", claimant="JVC", reported=at(150))
    meeting = told("m1", 190, act="meet", actor="JVC", reported=at(195))
    [one] = of(held(MEET, [shot(), finding, meeting], as_of=at(400)), "meet", "Commission") or of(
        held(MEET, [shot(), finding, meeting], as_of=at(400)), "meet", "JVC"
    )
    assert one.verdict == "kept"
    assert "found on 16 March that KES shelled with mortars" in one.why
    assert "The meeting came in time (due by 18 March, 06:00)" in one.why


def test_an_allegation_is_no_confirmed_violation(held: Any) -> None:
    result = held(MEET, [shot()], as_of=at(400))
    assert [v.verdict for v in result.verdicts if v.provision == "meet"] == ["pending"]


@pytest.mark.parametrize(
    ("rows", "as_of", "verdict"),
    [
        ([], 200, "cannot tell"),
        ([told("t1", 30)], 200, "cannot tell"),
        ([told("t1", 20)], 200, "kept"),
        ([shot("f1", about="i1", life="found", found_by="JVC", claimant="JVC")], 200, "overdue"),
    ],
)
def test_what_was_due_after_a_contested_allegation(held: Any, rows: list[Any], as_of: float, verdict: str) -> None:
    denial = shot("d1", about="i1", act="deny", claimant="KES")
    [one] = of(held(REPORT, [shot(), denial, *rows], as_of=at(as_of)), "report", "KES")
    assert (one.verdict, one.occasion) == (verdict, "i1")
    if verdict == "cannot tell":
        assert one.why.endswith("but whether it happened is contested.")
        assert one.would_change == "For i1 a finding whether it happened."


def test_before_its_deadline_a_contested_allegation_leaves_the_duty_pending(held: Any) -> None:
    rows = [shot(reported=at(1)), shot("d1", about="i1", act="deny", claimant="KES", reported=at(2))]
    [one] = of(held(REPORT, rows, as_of=at(12)), "report", "KES")
    assert one.verdict == "pending"


OWN = FIRE + "2. Each Party shall report every incident by its forces to the Commission within 24 hours. {#report}\n"


@pytest.mark.parametrize(("text", "verdict"), [(REPORT, "overdue"), (OWN, "cannot tell")])
def test_that_another_did_it_leaves_in_doubt_who_not_whether(held: Any, text: str, verdict: str) -> None:
    other = shot("d1", about="i1", actor="ORL", counterpart="KES", claimant="HAL")
    [one] = [v for v in of(held(text, [shot(), other], as_of=at(200)), "report", "KES") if v.occasion == "i1"]
    assert one.verdict == verdict


def test_a_late_report_of_an_unfound_incident_is_no_breach_found(held: Any) -> None:
    late = told("t1", 30, life="found", found_by="JVC")
    finding = shot("f1", about="i1", life="found", found_by="JVC", claimant="JVC")
    for rows, finding_of in (([shot(), late], "alleged"), ([shot(), late, finding], "found")):
        [one] = of(held(REPORT, rows, as_of=at(200)), "report", "KES")
        assert (one.verdict, one.finding) == ("breached", finding_of)


def test_a_duty_with_an_exception_is_not_overdue_before_a_body_found_it(held: Any) -> None:
    text = REPORT.replace("within 24 hours", "within 24 hours, except incidents at sea")
    [one] = of(held(text, [shot()], as_of=at(200)), "report", "KES")
    assert one.verdict == "cannot tell"
    assert "nobody found whether it falls under 'except incidents at sea'" in one.why
    [kept] = of(held(text, [shot(), told("t1", 20)], as_of=at(200)), "report", "KES")
    assert kept.verdict == "kept"


HOURS = st.tuples(st.integers(0, 40), st.integers(0, 12))


def slow_judge(first: int, last: int, follow_ups: list[tuple[int, int, str]], as_of: int, contested: bool) -> str:
    """Every half hour at which the incident and its reports can have been, and the plain rule.

    A contested incident may not have happened: then nothing was owed, which is no other answer than
    "kept" or "pending", and another one than "breached" or "overdue".
    """
    verdicts = set()
    for doubled in range(2 * first, 2 * last + 1):
        instant = doubled / 2
        choices: list[list[float | None]] = []
        for start, end, doer in follow_ups:
            times: list[float | None] = [h / 2 for h in range(2 * start, 2 * end + 1) if h / 2 >= instant]
            choices.append(times + ([None] if doer == "" and times else []))
        for completion in itertools.product(*choices):
            made = [time for time in completion if time is not None]
            if any(time <= instant + 24 for time in made):
                verdicts.add("kept")
            elif made:
                verdicts.add("breached")
            else:
                verdicts.add("overdue" if as_of > instant + 24 else "pending")
    if contested and verdicts not in ({"kept"}, {"pending"}):
        return "cannot tell"
    return verdicts.pop() if len(verdicts) == 1 else "cannot tell"


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    incident=HOURS,
    follow_ups=st.lists(st.tuples(HOURS, st.sampled_from(["KES", ""])), max_size=2),
    as_of=st.integers(55, 70),
    contested=st.booleans(),
)
def test_a_verdict_is_what_every_completion_says(
    held: Any, incident: Any, follow_ups: Any, as_of: int, contested: bool
) -> None:
    first, last = incident[0], sum(incident)
    reported = {"reported": at(54)}
    rows = [shot(first=first, last=last, **reported)]
    # what follows an incident came after it: a row that says otherwise can't be true
    spans = [(max(first, start), max(first, start) + length, doer) for (start, length), doer in follow_ups]
    rows += [told(f"t{n}", start, min(end, 54), actor=doer, **reported) for n, (start, end, doer) in enumerate(spans)]
    rows += [shot("d1", first, last, about="i1", act="deny", claimant="KES", **reported)] * contested
    [one] = of(held(REPORT, rows, as_of=at(as_of)), "report", "KES")
    assert one.verdict == slow_judge(first, last, [(s, min(e, 54), d) for s, e, d in spans], as_of, contested)


MINES = "2. No Party shall lay mines. {#mines}\n\n"


@pytest.mark.parametrize(
    ("sentence", "occasions"),
    [
        ("3. The Commission shall meet within 24 hours of a violation of Article 1. {#meet}", ["i1"]),
        ("3. The Commission shall meet within 24 hours of a breach of this Agreement. {#meet}", ["i1", "m1"]),
        ("3. The Commission shall meet within 24 hours of an incident under Article 9. {#meet}", ["i1", "m1"]),
        (
            "**Incident** means any act that may be a breach of Article 2.\n\n"
            "3. The Commission shall meet within 24 hours of every Incident. {#meet}",
            ["m1"],
        ),
    ],
)
def test_only_what_breaks_the_articles_named_sets_it_off(held: Any, sentence: str, occasions: list[str]) -> None:
    rows = [shot(), shot("m1", act="lay", object="mines")]
    met = [one for one in held(FIRE + MINES + sentence + "\n", rows).verdicts if one.provision == "meet"]
    assert ([one.occasion for one in met], {one.verdict for one in met}) == (occasions, {"overdue"})


@pytest.mark.parametrize(("actor", "occasions"), [("KES", ["i1"]), ("ORL", [None]), ("", ["i1"]), ("militia", ["i1"])])
def test_what_a_party_does_that_the_ban_does_not_bind_is_no_incident(
    held: Any, actor: str, occasions: list[str | None]
) -> None:
    meet = "2. The Commission shall meet within 48 hours of an incident. {#meet}\n"
    text = f"1. Kestria shall not shell Orlavia. {{#fire}}\n\n{meet}"
    rows = [shot(actor=actor, object="Orlavia")]
    assert [one.occasion for one in held(text, rows).verdicts if one.provision == "meet"] == occasions


ZONE_REPORT = (
    "1. Each Party shall report every shelling in the Gulf Zone to the Commission within 24 hours. {#report}\n"
)


@pytest.mark.parametrize(
    ("longitude", "radius", "state"),
    [(92.5, 100, "overdue"), (80, 100, "pending"), (93, 1_000, "cannot tell"), ("", "", "cannot tell")],
)
def test_what_happened_elsewhere_sets_nothing_off(held: Any, longitude: Any, radius: Any, state: str) -> None:
    shelled = {"id": "r1", "event_earliest": "2031-03-05T10:00", "reported": "2031-03-05T12:00", "act": "shelling",
               "actor": "KES", "claimant": "Commission", "latitude": -42.5 if longitude else "", "longitude": longitude,
               "radius_m": radius}  # fmt: skip
    assert [one.verdict for one in held(ZONE_REPORT, [shelled]).verdicts if one.bearer == "ORL"] == [state]


@pytest.mark.parametrize(
    ("claimant", "reported", "state"), [("ORL", 5, "cannot tell"), ("ORL", 7, "overdue"), ("KES", 5, "overdue")]
)
def test_who_told_of_it_in_time_told_somebody(held: Any, claimant: str, reported: int, state: str) -> None:
    inside = {"latitude": -42.5, "longitude": 92.5, "radius_m": 100, "claimant": claimant}
    shelled = {
        "id": "r1",
        "event_earliest": "2031-03-05T10:00",
        "reported": f"2031-03-0{reported}T12:00",
        "act": "shelling",
    }
    [one] = [one for one in held(ZONE_REPORT, [shelled | inside]).verdicts if one.bearer == "ORL"]
    assert one.verdict == state


def test_a_wider_word_may_stand_for_what_sets_a_duty_off(held: Any) -> None:
    text = "1. The Commission shall meet within 48 hours of any shelling. {#meet}\n"
    row = {"id": "r1", "event_earliest": "2031-03-05T10:00", "reported": "2031-03-05T12:00", "actor": "KES"}
    for act, verdict in (("shelling", "overdue"), ("attack", "cannot tell"), ("release", "pending")):
        (one,) = held(text, [{**row, "act": act, "claimant": "ORL"}]).verdicts
        assert one.verdict == verdict


@pytest.mark.parametrize(
    ("duty", "own", "other"),
    [
        ("shall notify the Commission of every attack by its forces within 24 hours", "overdue", "pending"),
        ("shall report any shelling by its own troops to the Commission within 24 hours", "overdue", "pending"),
        ("shall punish those of its forces who attack within 5 days of the attack", "overdue", "pending"),
        ("shall report any attack for which its forces are responsible within 24 hours", "overdue", "pending"),
        ("shall investigate each attack committed by units under its command within 5 days", "overdue", "pending"),
        ("shall investigate its own attacks within 5 days", "overdue", "pending"),
        ("shall report every attack to the Commission within 24 hours", "overdue", "overdue"),
        ("shall report every attack by the other Party to the Commission within 24 hours", "pending", "overdue"),
        ("shall report every attack on its forces to the Commission within 24 hours", "pending", "overdue"),
        ("shall withdraw its forces that are in the Gulf Zone within 24 hours of an attack", "overdue", "overdue"),
        ("shall report every shelling of its villages to the Commission within 24 hours", "cannot tell", "cannot tell"),
    ],
)
def test_an_act_by_its_forces_is_the_bearers_own(held: Any, duty: str, own: str, other: str) -> None:
    result = held(f"{FIRE}2. Each Party {duty}. {{#after}}\n", [shot()], as_of=at(200))
    for bearer, expected in (("KES", own), ("ORL", other)):
        assert [one.verdict for one in of(result, "after", bearer)] == [expected]


def test_who_found_it_so_must_have_looked_into_it(held: Any) -> None:
    text = FIRE + "2. The Commission shall investigate every incident within 48 hours. {#look}\n"
    found = shot("f1", 90, about="i1", life="found", found_by="JVC", claimant="JVC")
    [one] = of(held(text, [shot(), found], as_of=at(200)), "look", "Commission")
    assert (one.verdict, "it found so itself" in one.why) == ("cannot tell", True)
    [one] = of(held(text, [shot()], as_of=at(200)), "look", "Commission")
    assert one.verdict == "overdue"


def test_what_a_party_did_is_answered_by_that_party(held: Any) -> None:
    for when in ("If a Party attacks", "When either Party attacks"):
        text = f"{FIRE}2. {when}, it shall withdraw its tanks within 48 hours. {{#back}}\n"
        result = held(text, [shot()], as_of=at(200))
        told = [[one.verdict for one in of(result, "back", party)] for party in ("KES", "ORL")]
        assert told == [["overdue"], ["pending"]]


LOOKED = FIRE + "2. The Commission shall ACT every incident within 48 hours. {#look}\n"


def found(hours: float, **more: Any) -> dict[str, Any]:
    """The Commission finds of incident i1 that it was so."""
    row = shot("f1", hours, reported=at(hours), act="finding", object="", claimant="JVC", about="i1", place="")
    return {**row, "life": "found", "found_by": "JVC", **more}


@pytest.mark.parametrize(
    ("act", "row", "verdict"),
    [
        ("investigate", found(40), "kept"),
        ("investigate", found(40, act=""), "kept"),
        ("investigate", found(40, act="shelling"), "kept"),
        ("investigate", found(40, actor="JVC", counterpart="", life="", found_by=""), "kept"),
        ("investigate", found(60), "cannot tell"),
        ("investigate", found(40, actor="KES", claimant="KES", life="", found_by=""), "overdue"),
        ("verify", found(40), "kept"),
        ("inspect", found(40), "cannot tell"),
    ],
)
def test_who_finds_in_time_how_it_was_has_looked_into_it(held: Any, act: str, row: Any, verdict: str) -> None:
    [one] = of(held(LOOKED.replace("ACT", act), [shot(), row], as_of=at(200)), "look", "Commission")
    assert one.verdict == verdict


def test_who_has_to_submit_a_written_report_has_to_report(held: Any) -> None:
    duty = FIRE + "2. The Commission shall submit a written report on every incident within 48 hours. {#look}\n"
    rows = [shot(), told("t1", 20, actor="JVC", counterpart="KES")]
    [one] = of(held(duty, rows, as_of=at(200)), "look", "Commission")
    assert one.verdict == "kept"
    assert "The report came in time" in one.why


@pytest.mark.parametrize(
    ("row", "kes", "orl"),
    [
        (shot(), ["overdue"], ["cannot tell"]),
        (shot(counterpart=""), ["overdue"], ["pending"]),
        (shot(actor="KES and ORL", counterpart=""), ["overdue"], ["overdue"]),
        (shot(actor=""), ["cannot tell"], ["cannot tell"]),
    ],
)
def test_an_incident_involves_whoever_did_it(held: Any, row: Any, kes: list[str], orl: list[str]) -> None:
    bans = "1. No Party shall fire. {#fire}\n\n"
    duty = "2. Each Party shall report any incident involving its forces to the Commission within 24 hours. {#report}\n"
    result = held(bans + duty, [row], as_of=at(200))
    assert [[v.verdict for v in of(result, "report", party)] for party in ("KES", "ORL")] == [kes, orl]


@pytest.mark.parametrize(
    ("duty", "told", "verdict"),
    [
        ("investigate each reported violation within 24 hours of being informed", "2031-03-05T20:00", "kept"),
        ("investigate each reported violation within 24 hours of being informed", "2031-03-09T20:00", "cannot tell"),
        ("investigate each reported violation within 24 hours of being informed", None, "overdue"),
        ("verify each incident within 24 hours of notice", "2031-03-05T20:00", "kept"),
        ("issue its findings within 48 hours of each incident", "2031-03-05T20:00", "kept"),
        ("send a finding to both Parties within 48 hours of an incident", "2031-03-05T20:00", "cannot tell"),
        ("send a finding to both Parties within 48 hours of an incident", None, "overdue"),
        ("notify both Parties of its findings within 48 hours of each incident", "2031-03-05T20:00", "cannot tell"),
        ("publish a finding within 48 hours of an incident", "2031-03-05T20:00", "cannot tell"),
        ("convene within 24 hours of an incident", "2031-03-05T20:00", "overdue"),
    ],
)
def test_what_a_body_found_of_the_incident_shows_what_a_notice_of_it_asks_for(
    held: Any, duty: str, told: str | None, verdict: str
) -> None:
    shelled = {"event_earliest": "2031-03-05T09:00", "act": "shelling", "actor": "KES", "counterpart": "ORL"}
    rows = [
        {"id": "R1", **shelled, "reported": "2031-03-05T10:00", "claimant": "ORL"},
        {"id": "R2", "event_earliest": "2031-03-05T12:00", "reported": "2031-03-05T12:00", "act": "notice",
         "actor": "ORL", "counterpart": "JVC", "claimant": "ORL", "about": "R1"},
    ]  # fmt: skip
    if told is not None:
        found = {"claimant": "JVC", "about": "R1", "life": "found", "found_by": "JVC"}
        rows.append({"id": "R3", **shelled, "reported": told, **found})
    text = f"1. No Party shall shell the other Party. {{#ban}}\n\n2. The Commission shall {duty}. {{#duty}}\n"
    [one] = [one for one in held(text, rows).verdicts if one.provision == "duty"]
    assert one.verdict == verdict
