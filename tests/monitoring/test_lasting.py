"""Duties that hold all the time: broken where they failed, kept as far as that is shown. D-day is 1 March 2031."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley.model import Verdict, Watch

HOTLINE = "1. Each Party shall maintain a hotline between their general staffs at all hours from D-day. {#line}\n"
JOINT = HOTLINE.replace("Each Party", "The Parties")
FOUND = {"life": "found", "found_by": "JVC", "claimant": "JVC"}
ALL_MARCH = {"event_earliest": "2031-03-01", "event_latest": "2031-03-31", "reported": "2031-03-31T12:00"}
WATCHED = "JVC,test calls,everywhere,2031-03-01,2031-04-30,1,\n"


def told(act: str, id: str = "r1", day: int = 10, **more: Any) -> dict[str, Any]:
    when = f"2031-03-{day:02}"
    given = {"id": id, "event_earliest": when, "event_latest": when, "reported": when, "act": act}
    return {**given, "object": "hotline", "actor": "KES", "claimant": "ORL", **more}


def of(result: Watch, bearer: str = "KES") -> Verdict:
    return next(verdict for verdict in result.verdicts if verdict.bearer == bearer)


@pytest.mark.parametrize(
    "act",
    ["out of service", "broken", "refused", "cut", "closed", "not answered", "interrupted", "suspended", "no answer",
     "shut down", "terminate", "violation", "unreachable", "disconnected"],
)  # fmt: skip
def test_a_report_that_it_failed_is_a_breach_alleged_and_of_that_party_alone(held: Any, act: str) -> None:
    result = held(HOTLINE, [told(act)])
    assert (of(result).verdict, of(result).finding, of(result).reports) == ("breached", "alleged", ("r1",))
    assert "on 10 March" in of(result).why
    assert of(result, "ORL").verdict == "cannot tell"


@pytest.mark.parametrize("row", [told("broken", **FOUND), told("maintain", count=0, **FOUND)])
def test_a_finding_that_it_failed_is_a_breach_found(held: Any, row: dict[str, Any]) -> None:
    assert (of(held(HOTLINE, [row])).verdict, of(held(HOTLINE, [row])).finding) == ("breached", "found")


def test_where_nobody_is_named_nobody_can_tell_whose_failure_it_was(held: Any) -> None:
    for text in (HOTLINE, JOINT):
        result = held(text, [told("out of service", actor="")], effort=WATCHED)
        assert [one.verdict for one in result.verdicts] == ["cannot tell", "cannot tell"]
        assert "nobody is named as the doer" in of(result).why


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        (told("broken", object="water main"), "kept"),
        (told("broken", object=""), "cannot tell"),
        (told("broken", day=10, event_earliest="2031-02-20", event_latest="2031-03-02"), "cannot tell"),
        (told("broken", event_earliest="2031-02-20", event_latest="2031-02-21"), "kept"),
        (told("shelling"), "cannot tell"),
        (told("shelling", object="market"), "kept"),
        (told("deny", about="r0"), "kept"),
        (told("outage"), "cannot tell"),
        (told("outage", object="water main"), "kept"),
        (told("planned maintenance"), "kept"),
        (told("refusal to withdraw"), "cannot tell"),
        (told("maintenance stopped"), "breached"),
        (told("hotline out of order", object=""), "cannot tell"),
    ],
)
def test_what_is_no_failure_of_it_or_may_be_none(held: Any, row: dict[str, Any], verdict: str) -> None:
    assert of(held(HOTLINE, [row], effort=WATCHED)).verdict == verdict


@pytest.mark.parametrize("act", ["maintain", "in service", "working", "operational"])
def test_a_report_that_it_works_shows_its_own_time_and_no_more(held: Any, act: str) -> None:
    verdict = of(held(HOTLINE, [told(act)]))
    assert verdict.verdict == "cannot tell"
    assert "it was shown, or watched, on 1 of 31 days" in verdict.why
    assert verdict.reports == ("r1",)


def test_the_finding_that_it_was_kept_all_the_time_is_enough(held: Any) -> None:
    assert of(held(HOTLINE, [told("maintain", **ALL_MARCH, **FOUND)])).verdict == "kept"
    assert of(held(HOTLINE, [told("maintain", **ALL_MARCH)])).verdict == "kept"
    assert of(held(HOTLINE, [told("maintain", **{**ALL_MARCH, "claimant": "KES"})])).verdict == "cannot tell"


def test_how_a_thing_is_concerns_no_ban_and_is_told_as_such(held: Any) -> None:
    others = "2. No Party shall place tanks. {#tanks}\n\n3. Kestria shall release prisoners by D+9. {#free}\n"
    text = f"{HOTLINE}\n{others}"
    for act in ("out of service", "no answer", "in service", "unreachable"):
        result = held(text, [told(act, actor="", object="hotline")], effort=WATCHED)
        assert [one.verdict for one in result.verdicts if one.provision != "line"] == ["kept", "kept", "overdue"]
    nobody = of(held(text, [told("out of service", actor="")]))
    assert "ORL says that the hotline was out of service on 10 March" in nobody.why
    assert "ORL says that KES had the hotline that was out of service" in of(held(text, [told("out of service")])).why


def test_a_thing_that_both_keep_up_works_for_both(held: Any) -> None:
    works = told("in service", actor="", **{**ALL_MARCH, "claimant": "JVC"})
    assert [one.verdict for one in held(JOINT, [works]).verdicts] == ["kept", "kept"]
    assert [one.verdict for one in held(HOTLINE, [works]).verdicts] == ["cannot tell", "cannot tell"]


def test_nothing_reported_is_kept_only_where_somebody_watched(held: Any) -> None:
    assert of(held(HOTLINE, [], effort=WATCHED)).verdict == "kept"
    verdict = of(held(HOTLINE, []))
    assert verdict.verdict == "cannot tell"
    assert "silence shows nothing" in verdict.why


def test_what_a_body_found_kept_all_that_time_did_not_fail_then(held: Any) -> None:
    verdict = of(held(HOTLINE, [told("broken"), told("maintain", "f1", **ALL_MARCH, **FOUND)]))
    assert (verdict.verdict, verdict.reports) == ("kept", ("f1", "r1"))
    assert "r1: found otherwise" in verdict.why


def test_it_holds_from_its_day_on_and_until_its_end(held: Any) -> None:
    text = "1. Each Party shall maintain a hotline from D+5 until D+8. {#line}\n"
    verdicts = [of(held(text, [told("broken", day=day)], effort=WATCHED)).verdict for day in (5, 6, 9, 10)]
    assert verdicts == ["kept", "breached", "breached", "kept"]
    assert of(held(text, [], as_of="2031-03-02T00:00")).verdict == "pending"


def test_what_was_suspended_then_is_no_sure_breach(held: Any) -> None:
    fire = "2. No Party shall fire at the other Party. {#fire}\n\n"
    pause = "3. Article 1 is suspended for 48 hours after a Confirmed Violation. {#pause}\n"
    shot = told("fire", "shot", 9, object="mortar", actor="ORL", counterpart="KES", **FOUND)
    for day, verdict in ((10, "cannot tell"), (14, "breached")):
        assert of(held(f"{HOTLINE}\n{fire}{pause}", [shot, told("broken", day=day)])).verdict == verdict


@pytest.mark.parametrize(
    ("sentence", "row", "verdict"),
    [
        ("Kestria shall supply water to Tarn without interruption.", told("cut", object="water"), "breached"),
        ("Each Party shall protect hospitals.", told("shelling", object="hospital"), "breached"),
        ("Kestria shall keep the crossing at Tarn open.", told("closed", object="crossing"), "breached"),
        ("Kestria shall grant access to relief convoys.", told("denied access", object="relief convoys"), "breached"),
        ("The Parties shall cooperate with the Commission.", told("refused", object=""), "breached"),
        (
            "Kestria shall guarantee the free movement of observers.",
            told("denied access", object="observers"),
            "breached",
        ),
        ("Kestria shall keep a line to the Commission.", told("not answered", object="line"), "breached"),
        ("Kestria shall continue the talks.", told("suspended", object="talks"), "breached"),
        ("Kestria shall keep a post at the Tarn bridge.", told("withdrawal", object="post"), "breached"),
        ("Kestria shall keep a post at the Tarn bridge.", told("place", object="post"), "cannot tell"),
        ("Kestria shall release prisoners.", told("refused", object="prisoners"), "cannot tell"),
        ("Kestria shall maintain a hotline by D+30.", told("broken"), "pending"),
    ],
)
def test_other_duties_that_last_and_such_as_do_not(held: Any, sentence: str, row: dict[str, Any], verdict: str) -> None:
    assert of(held(f"1. {sentence} {{#duty}}\n", [row], as_of="2031-03-20T12:00")).verdict == verdict


# -- every completion, one by one ----------------------------------------------------------------------

SPANS = {"yes": ("2031-03-10", "2031-03-10"), "no": ("2031-02-10", "2031-02-11"), "doubt": ("2031-02-20", "2031-03-02")}
DOERS = {"yes": "KES", "no": "ORL", "doubt": ""}
THINGS = {"yes": "hotline", "no": "", "doubt": ""}


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    cases=st.lists(st.tuples(*[st.sampled_from(["yes", "yes", "no", "doubt"])] * 2, st.sampled_from(["yes", "doubt"]),
                             st.booleans()), max_size=3),
    watched=st.booleans(),
)  # fmt: skip
def test_a_verdict_is_what_every_completion_says(held: Any, cases: list[Any], watched: bool) -> None:
    rows = []
    for number, (time, doer, thing, found) in enumerate(cases):
        first, last = SPANS[time]
        rows.append(told("broken", f"r{number}", event_earliest=first, event_latest=last, actor=DOERS[doer],
                         object=THINGS[thing], note=str(number), **(FOUND if found else {})))  # fmt: skip
    verdicts, findings = set(), set()
    doubts = [sum(fact == "doubt" for fact in case[:3]) for case in cases]
    for completion in itertools.product(*(itertools.product([True, False], repeat=count) for count in doubts)):
        true = [case for case, answers in zip(cases, completion, strict=True) if "no" not in case[:3] and all(answers)]
        if true:
            findings.add("found" if any(case[3] for case in true) else "alleged")
        verdicts.add("breached" if true else "kept" if watched else "cannot tell")
    told_ = of(held(HOTLINE, rows, effort=WATCHED if watched else ""))
    expected = verdicts.pop() if len(verdicts) == 1 else "cannot tell"
    assert told_.verdict == expected
    assert told_.finding == (("found" if findings == {"found"} else "alleged") if expected == "breached" else None)
