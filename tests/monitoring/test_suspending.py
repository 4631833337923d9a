"""Suspension and resumption, from the text and from verdicts. D-day is 1 March 2031."""

from __future__ import annotations

from typing import Any

import pytest

FIRE = "1. No Party shall fire at the forces of the other Party from D-day. {#fire}\n\n"
PORTS = "2. Kestria shall not detain merchant ships. {#ports}\n\n"
MAY = (
    FIRE
    + PORTS
    + "3. Kestria may suspend Article 2 while a Confirmed Violation by Orlavia is not remedied. {#answer}\n"
)
PAUSE = "3. Article 2 is suspended while a Confirmed Violation is not remedied. {#pause}\n"
SELF = FIRE + PORTS + PAUSE
HOURS = FIRE + PORTS + "3. Article 2 shall be suspended for 48 hours after a Confirmed Violation. {#pause}\n"


def row(id: str, day: int, act: str, actor: str, **more: Any) -> dict[str, Any]:
    when = f"2031-03-{day:02}T10:00"
    given = {"id": id, "event_earliest": when, "event_latest": when, "reported": when, "act": act, "actor": actor}
    return {**given, "claimant": "JVC", **more}


SHOT = row("shot", 5, "fire", "ORL", counterpart="KES", reported="2031-03-06T10:00", life="found", found_by="JVC")
REMEDY = row("mended", 9, "remedy", "ORL", about="shot", life="remedied", found_by="JVC")
DETAINED = row("ship", 7, "detain", "KES", object="merchant ships")


def the(result: Any) -> Any:
    (one,) = result.suspensions
    return one


def ports(result: Any) -> str:
    return str(next(one.verdict for one in result.verdicts if one.provision == "ports"))


def test_a_finding_gives_the_ground_until_it_is_remedied(held: Any) -> None:
    one = the(held(MAY, [SHOT], as_of="2031-03-08T00:00"))
    assert (one.state, one.suspends, one.by, one.towards) == ("may be suspended", ("ports",), "KES", "ORL")
    assert (one.occasion, f"{one.since:%d %H}", one.until) == ("shot", "06 10", None)
    gone = the(held(MAY, [SHOT, REMEDY]))
    assert (gone.state, f"{gone.until:%d}", gone.reports) == ("the ground is gone", "09", ("shot", "mended"))


def test_whoever_suspends_and_resumes_is_followed(held: Any) -> None:
    rows = [SHOT, row("stop", 6, "suspend", "KES", event_latest="2031-03-06T20:00"), REMEDY]
    stopped = the(held(MAY, rows))
    assert stopped.state == "suspended"
    assert stopped.why.endswith("The ground is gone, and nothing shows that it was resumed.")
    assert the(held(MAY, [*rows, row("again", 10, "resume", "KES")])).state == "resumed"


def test_without_a_ground_it_is_said_that_none_is_shown(held: Any) -> None:
    assert the(held(MAY, [row("stop", 6, "suspend", "KES")])).state == "suspended without a ground that is shown"


def test_an_alleged_breach_is_no_confirmed_violation(held: Any) -> None:
    assert held(MAY, [{**SHOT, "life": "alleged", "found_by": ""}]).suspensions == ()


def test_another_partys_violation_gives_no_ground(held: Any) -> None:
    assert held(MAY, [{**SHOT, "actor": "KES", "counterpart": "ORL"}]).suspensions == ()


def test_the_text_itself_suspends_and_resumes(held: Any) -> None:
    assert the(held(SELF, [SHOT], as_of="2031-03-08T00:00")).state == "suspended"
    assert the(held(SELF, [SHOT, REMEDY])).state == "resumed"


def test_hours_of_suspension_run_out(held: Any) -> None:
    one = the(held(HOURS, [SHOT]))
    assert (one.state, f"{one.until:%d %H}") == ("resumed", "08 10")


def test_what_happened_while_a_duty_was_suspended_is_no_sure_breach(held: Any) -> None:
    assert ports(held(SELF, [DETAINED])) == "breached"
    result = held(SELF, [SHOT, DETAINED, REMEDY])
    assert ports(result) == "cannot tell"
    why = next(one.why for one in result.verdicts if one.provision == "ports")
    assert why.endswith("But #pause had it suspended from 6 March, 10:00 until 9 March, 10:00 (shot).")


def test_what_happened_before_and_after_is_a_breach(held: Any) -> None:
    assert ports(held(SELF, [SHOT, DETAINED, REMEDY, row("later", 12, "detain", "KES", object="merchant ships")])) == (
        "breached"
    )


def test_a_finding_is_a_ground_from_the_time_it_was_told(held: Any) -> None:
    assert held(SELF, [SHOT], as_of="2031-03-06T09:00").suspensions == ()


def test_a_condition_that_reports_do_not_tell_of_is_said(held: Any) -> None:
    text = FIRE + "2. Article 1 is suspended while the river is in flood. {#flood}\n"
    assert [one.state for one in held(text, []).suspensions] == ["cannot tell"]


def duty(result: Any) -> Any:
    return next(one for one in result.verdicts if one.provision == "duty")


def test_a_duty_that_returns_is_broken_by_each_gap_of_its_own(held: Any) -> None:
    text = "2. Kestria shall deliver water every day from D+{}. {{#duty}}\n\n"
    before = duty(held(FIRE + text.format(2) + PAUSE, [SHOT]))
    assert before.verdict == "overdue"  # the ground came on 6 March, and 3 March had passed without any
    within = duty(held(FIRE + text.format(6) + PAUSE, [SHOT]))
    assert within.verdict == "cannot tell"
    assert "But #pause had it suspended from 6 March, 10:00 (shot)." in within.why


def test_a_duty_that_was_done_late_was_broken_when_it_was_due(held: Any) -> None:
    text = "2. Kestria shall open the Tolmere bridge by D+{}. {{#duty}}\n\n"
    opened = row("open", 8, "open", "KES", object="Tolmere bridge", life="found", found_by="JVC")
    assert duty(held(FIRE + text.format(3) + PAUSE, [SHOT, opened])).verdict == "breached"
    assert duty(held(FIRE + text.format(6) + PAUSE, [SHOT, opened])).verdict == "cannot tell"


def test_a_contested_ground_stays_contested_and_so_does_what_it_may_have_suspended(held: Any) -> None:
    claim = row("claim", 5, "fire", "ORL", counterpart="KES", claimant="KES")
    denial = row("no", 6, "deny", "ORL", claimant="ORL", about="claim")
    text = FIRE + PORTS + "3. Article 2 is suspended while a violation of Article 1 is not remedied. {#pause}\n"
    result = held(text, [claim, denial, DETAINED])
    assert the(result).state == "cannot tell"
    assert the(result).why.endswith("But whether it happened is contested.")
    ban = next(one for one in result.verdicts if one.provision == "ports")
    assert ban.verdict == "cannot tell"
    assert "#pause may have had it suspended from 5 March, 10:00 (claim)." in ban.why
    assert the(held(text, [claim, DETAINED])).state == "suspended"


BREACH = FIRE + PORTS + "3. Article 2 is suspended while a violation of Article 1 is not remedied. {#pause}\n"
INCIDENT = FIRE + PORTS + "3. Article 2 is suspended for 48 hours after any incident. {#pause}\n"


def shooting(by: str = "") -> str:
    return FIRE + PORTS + f"3. Article 2 is suspended for 48 hours after any opening of fire{by}. {{#pause}}\n"


@pytest.mark.parametrize(
    ("text", "party", "nobody", "stranger"),
    [
        (BREACH, "suspended", "cannot tell", None),
        (INCIDENT, "suspended", "suspended", "suspended"),
        (shooting(), "suspended", "suspended", "suspended"),
        (shooting(" by a Party"), "suspended", "cannot tell", None),
        (shooting(" by either of the Parties"), "suspended", "cannot tell", None),
        (shooting(" by Orlavia"), "suspended", "cannot tell", None),
        (shooting(" at a Party"), "suspended", "suspended", "suspended"),
    ],
)
def test_only_where_the_words_ask_for_a_doer_does_it_matter_who_it_was(
    held: Any, text: str, party: str, nobody: str, stranger: str | None
) -> None:
    for actor, state in (("ORL", party), ("", nobody), ("Free Riders", stranger)):
        shot = {**SHOT, "actor": actor, "life": "alleged", "found_by": "", "claimant": "HAL"}
        result = held(text, [shot, {**DETAINED, **row("ship", 6, "detain", "KES")}], as_of="2031-03-07T09:00")
        assert [one.state for one in result.suspensions if one.occasion == "shot"] == ([] if state is None else [state])
        assert text is INCIDENT or ports(result) == ("breached" if state is None else "cannot tell")
        if state == "cannot tell":
            assert the(result).why.endswith("But who did it is not known.")


@pytest.mark.parametrize(
    ("condition", "asked"),
    [
        ("If fire is opened", False), ("If a village is shelled", False), ("If a Party is attacked", False),
        ("If a Party's territory is shelled", False), ("If either Party opens fire", True),
        ("Should a Party open fire", True), ("If the forces of a Party open fire", True),
        ("When a Party's forces open fire", True), ("If one of the Parties shells a village", True),
    ],
)  # fmt: skip
def test_the_subject_of_a_condition_is_asked_for_and_its_object_is_not(held: Any, condition: str, asked: bool) -> None:
    text = f"{FIRE}{PORTS}3. {condition}, Article 2 shall be suspended for 48 hours. {{#pause}}\n"
    act = "shell" if "shell" in condition else "attack" if "attack" in condition else "fire"
    shot = {**SHOT, "act": act, "actor": "Free Riders", "life": "alleged", "found_by": "", "claimant": "HAL"}
    shot |= {"object": "village"} if "village" in condition else {}
    states = [one.state for one in held(text, [shot], as_of="2031-03-07T09:00").suspensions]
    assert states == ([] if asked else ["suspended"])


def test_the_other_party_is_whoever_did_not_do_it(held: Any) -> None:
    text = (
        FIRE
        + PORTS
        + "3. If a Party breaches Article 1, the other Party may suspend Article 2 for 48 hours. {#answer}\n"
    )
    assert [one.by for one in held(text, [SHOT]).suspensions] == ["KES"]
    nobody = held(text, [{**SHOT, "actor": "", "life": "alleged", "found_by": ""}]).suspensions
    assert [(one.by, one.state) for one in nobody] == [("KES", "cannot tell"), ("ORL", "cannot tell")]


def test_so_many_hours_are_counted_from_when_somebody_suspends(held: Any) -> None:
    text = FIRE + PORTS + "3. If Orlavia breaches Article 1, Kestria may suspend Article 2 for 48 hours. {#answer}\n"
    one = the(held(text, [SHOT]))
    assert (one.state, one.until) == ("may be suspended", None)
    stopped = the(held(text, [SHOT, row("stop", 9, "suspend", "KES"), row("again", 11, "resume", "KES")]))
    assert (stopped.state, f"{stopped.until:%d %H}") == ("resumed", "11 10")
    by_itself = text.replace("Kestria may suspend Article 2", "Article 2 shall be suspended")
    assert f"{the(held(by_itself, [SHOT])).until:%d %H}" == "07 10"


def test_who_may_answer_an_attack_is_whom_it_was_aimed_at(held: Any) -> None:
    text = FIRE + PORTS + "3. A Party may suspend Article 2 for 48 hours after an attack on its forces. {#answer}\n"
    assert [(one.by, one.state) for one in held(text, [SHOT]).suspensions] == [("KES", "the ground is gone")]
    unsaid = held(text, [{**SHOT, "counterpart": ""}]).suspensions
    assert [(one.by, one.state) for one in unsaid] == [("KES", "cannot tell")]


def test_who_may_suspend_on_a_ground_in_doubt_may_have_done_so(held: Any) -> None:
    claim = row("claim", 5, "fire", "ORL", counterpart="KES", claimant="KES")
    denial = row("no", 6, "deny", "ORL", claimant="ORL", about="claim")
    text = FIRE + PORTS + "3. Kestria may suspend Article 2 while a violation of Article 1 is not remedied. {#answer}\n"
    assert ports(held(text, [claim, denial, DETAINED])) == "cannot tell"


def test_whether_somebody_used_its_right_is_open_until_a_report_tells(held: Any) -> None:
    result = held(MAY, [SHOT, DETAINED])
    assert ports(result) == "cannot tell"
    why = next(one.why for one in result.verdicts if one.provision == "ports")
    assert why.endswith("#answer let KES suspend it from 6 March, 10:00 (shot), and no report tells whether it did.")
    used = held(MAY, [SHOT, row("stop", 6, "suspend", "KES"), DETAINED])
    assert "#answer had it suspended from 6 March, 10:00" in next(
        one.why for one in used.verdicts if one.provision == "ports"
    )
    later = row("stop", 8, "suspend", "KES")
    assert ports(held(MAY, [SHOT, DETAINED, later])) == "breached"  # on 7 March it had not yet
    assert ports(held(MAY, [DETAINED])) == "breached"


FIRST = "If a Party breaches Article 1, "
RIGHTS = [
    "the other Party may suspend Article 2", "the other may withhold the performance of Article 2",
    "the other Party is entitled to suspend its obligations under Article 2", "the other Party may stop its withdrawal",
    "the other Party may refuse to perform Article 2", "the other Party may consider itself released from Article 2",
    "the other Party may treat Article 2 as suspended",
]  # fmt: skip
BY_ITSELF = [
    "the other Party is not bound by Article 2", "the other Party is no longer bound by Article 2",
    "the other Party shall be relieved of its obligations under Article 2", "the other Party is excused from Article 2",
    "the other Party need not comply with Article 2", "Article 2 shall cease to bind the other Party",
    "the other Party shall not be obliged to withdraw its tanks under Article 2",
    "the obligations of the other Party under Article 2 are suspended until the violation is remedied",
    "the deadline in Article 2 shall be suspended for the other Party",
]  # fmt: skip
NOTHING = [
    "the other Party shall remain bound by Article 2", "the other Party may call a meeting of the Commission",
    "the other Party shall not suspend Article 2", "the Commission may suspend its patrols for two days",
    "no Party shall be released from Article 2", "the other Party shall not use force under Article 2",
]  # fmt: skip


@pytest.mark.parametrize(
    ("then", "state"),
    [
        *[(words, "may be suspended") for words in RIGHTS],
        *[(words, "suspended") for words in BY_ITSELF],
        *[(words, None) for words in NOTHING],
    ],
)
def test_what_the_other_party_owes_after_a_breach(held: Any, then: str, state: str | None) -> None:
    owed = "2. Each Party shall withdraw its tanks from the Gulf Zone by D+10. {#duty}\n\n"
    result = held(f"{FIRE}{owed}3. {FIRST}{then}. {{#answer}}\n", [SHOT])
    states = [(one.state.value, one.of) for one in result.suspensions if "duty" in one.suspends]
    assert states == ([] if state is None else [(state, "KES")])
    verdicts = {one.bearer: str(one.verdict) for one in result.verdicts if one.provision == "duty"}
    assert verdicts == {"KES": "overdue" if state is None else "cannot tell", "ORL": "overdue"}


def test_a_remedy_leaves_open_whether_it_ended_where_the_text_says_nothing_of_an_end(held: Any) -> None:
    text = f"{FIRE}{PORTS}3. {FIRST}Article 2 is suspended. {{#pause}}\n"
    assert the(held(text, [SHOT])).state == "suspended"
    told = the(held(text, [SHOT, REMEDY]))
    assert (told.state, told.until) == ("cannot tell", None)
    assert told.why.endswith("But whether it ended when that was remedied the text does not say.")


def test_who_found_the_ground_is_not_who_did_it(held: Any) -> None:
    for ground in (
        "Article 2 is suspended while a violation of Article 1 found by the Commission is not remedied",
        "If the Commission finds a violation of Article 1, Article 2 is suspended for 30 days",
    ):
        result = held(f"{FIRE}{PORTS}3. {ground}. {{#pause}}\n", [SHOT, DETAINED])
        assert (the(result).occasion, ports(result)) == ("shot", "cannot tell")


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("The application of Article 2 is suspended for as long as any breach of Article 1 remains", "cannot tell"),
        ("The obligations under Article 2 are suspended for 48 hours after each attack", "cannot tell"),
        ("Article 2 is suspended in the event of a breach of Article 1", "cannot tell"),
        ("Article 2 is suspended during talks", "cannot tell"),
        ("Three or more breaches of Article 1 within 7 days suspend Article 2", "cannot tell"),
        ("In the event of a breach of Article 1, the other Party shall be released from Article 2", "cannot tell"),
        ("Article 1 is suspended during talks", "breached"),
        ("The Parties shall not suspend Article 2", "breached"),
        ("Kestria may suspend Article 2 during talks", "breached"),
        ("While Article 2 is suspended, the Commission shall meet every week", "breached"),
    ],
)
def test_a_suspension_that_was_not_read_leaves_what_it_covers_in_doubt(held: Any, sentence: str, verdict: str) -> None:
    result = held(f"{FIRE}{PORTS}3. {sentence}. {{#pause}}\n", [SHOT, DETAINED])
    assert ports(result) == verdict


@pytest.mark.parametrize(
    ("ban", "act", "state"),
    [
        ("No Party shall fire across the Separation Line", "shelling", "cannot tell"),
        ("Each Party shall cease all shelling across the Separation Line", "shelling", "cannot tell"),
        ("No Party shall fire across the Separation Line", "delivery", "suspended without a ground that is shown"),
        ("No Party shall fire in the Gulf Zone", "delivery", "suspended without a ground that is shown"),
    ],
)
def test_where_a_ban_is_not_held_nobody_can_say_that_there_was_no_ground(
    held: Any, ban: str, act: str, state: str
) -> None:
    text = (
        f"1. {ban}. {{#ban}}\n\n2. Each Party shall release all prisoners by D+20. {{#release}}\n\n"
        "3. If one Party violates the ceasefire, the other Party may suspend the release of prisoners. {#suspend}\n"
    )
    rows = [
        {"id": id, "event_earliest": at, "reported": at, "act": what, "actor": who, "claimant": "KES"}
        for id, at, what, who in (
            ("R1", "2031-03-02T09:00", act, "ORL"),
            ("R2", "2031-03-03T09:00", "suspension", "KES"),
        )
    ]
    assert [one.state for one in held(text, rows).suspensions if one.by == "KES"] == [state]
