"""What a clause says of a party sets off whose duty: of who did it, suffered it, reports it or was found guilty."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from parley.model import Verdict

FIRE = "1. No Party shall fire at the forces of the other Party from D-day. {#fire}\n\n"
START = dt.datetime(2031, 3, 10)


def at(hour: float) -> str:
    return (START + dt.timedelta(hours=hour)).isoformat()


def shot(id: str = "i1", first: float = 0, **more: Any) -> dict[str, Any]:
    """Orlavia says that Kestria shelled, so many hours after the start."""
    row = {"id": id, "event_earliest": at(first), "event_latest": at(first), "reported": at(100), "act": "shell"}
    row |= {"object": "mortar", "actor": "KES", "counterpart": "ORL", "claimant": "ORL", "place": f"Hill {id}"}
    return row | more


def of(result: Any, provision: str, bearer: str) -> list[Verdict]:
    return [v for v in result.verdicts if (v.provision, v.bearer) == (provision, bearer)]


@pytest.mark.parametrize(
    ("who", "doer", "other"),
    [
        ("A Party that attacks a village", "overdue", "pending"),
        ("The Party which shells a village of the other Party", "overdue", "pending"),
        ("Each Party shelling a village", "overdue", "pending"),
        ("Either Party that has fired on a village", "overdue", "pending"),
        ("Any of the Parties that opens fire", "overdue", "pending"),
        ("A Party whose forces shell a village", "overdue", "pending"),
        ("Parties that carry out an attack", "overdue", "pending"),
        ("A Party that is responsible for an attack", "overdue", "pending"),
        ("When shelling a village, a Party", "overdue", "pending"),
        ("If it attacks a village, a Party", "overdue", "pending"),
        ("A Party that is fired upon", "pending", "overdue"),
        ("A Party that comes under fire", "pending", "overdue"),
        ("If a Party suffers an attack, it", "pending", "overdue"),
        ("A Party that learns of an attack", "cannot tell", "overdue"),  # the other one says so itself
        ("A Party that stages an attack", "overdue", "pending"),
        ("A Party that welcomes an attack", "cannot tell", "cannot tell"),
        ("A Party that attacks a convoy", "cannot tell", "pending"),
        ("A Party that intends to attack", "cannot tell", "cannot tell"),
        ("Upon shelling, a Party", "overdue", "overdue"),
    ],
)
def test_what_the_clause_says_of_the_bearer_itself_sets_off_its_own_duty(
    held: Any, who: str, doer: str, other: str
) -> None:
    result = held(
        f"{FIRE}2. {who} shall notify the Commission within 48 hours. {{#tell}}\n",
        [shot(object="village")],
        as_of=at(200),
    )
    told = [[one.verdict for one in of(result, "tell", party)] for party in ("KES", "ORL")]
    assert told == [[doer], [other]]


@pytest.mark.parametrize(
    ("who", "act", "thing", "verdict"),
    [
        ("A Party that stops a convoy", "stop", "convoy", "overdue"),
        ("If a Party stops a convoy, it", "stopping of convoy", "", "overdue"),
        ("If a Party finds a mine, it", "discovery", "mine", "overdue"),
        ("A Party that finds a mine", "finding", "mine", "overdue"),
        ("A Party that finds a mine", "found mine", "mine", "cannot tell"),
        ("A Party that discovers a body", "discovery", "body", "overdue"),
        ("A Party that closes a road", "closure", "road", "overdue"),
        ("A Party that cuts a cable", "cutting", "cable", "overdue"),
        ("A Party that sends a patrol", "patrol", "", "overdue"),
        ("If a Party turns back a convoy, it", "turning back", "convoy", "overdue"),
        ("A Party that loses a drone", "loss", "drone", "cannot tell"),
        ("A Party that detains a fishing vessel", "detention", "soldier", "pending"),
        ("A Party that detains a fishing vessel", "detention", "", "cannot tell"),
        ("A Party that stops a convoy", "stop", "bus", "cannot tell"),
        ("A Party that arrests a citizen", "arrest", "teacher", "cannot tell"),
    ],
)
def test_a_deed_in_plain_words_sets_a_duty_off_if_it_is_done_to_that_thing(
    held: Any, who: str, act: str, thing: str, verdict: str
) -> None:
    row = shot(act=act, object=thing, counterpart="")
    result = held(f"{FIRE}2. {who} shall notify the Commission within 48 hours. {{#tell}}\n", [row], as_of=at(200))
    assert [one.verdict for one in of(result, "tell", "KES")] == [verdict]


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("If a Party reports an incident", {"i1": "overdue"}),
        ("Where either Party alleges a violation", {"i1": "overdue"}),
        ("If a Party complains of a breach of this Agreement", {"i1": "overdue"}),
        ("If an incident is reported by a Party", {"i1": "overdue"}),
        ("After a Party has reported an incident", {"i1": "overdue"}),
        ("Whenever a Party denounces a shelling", {"i1": "overdue"}),
        ("When an incident is reported to it", {"i1": "overdue", "i2": "cannot tell"}),
        ("Upon receipt of a complaint of a violation", {"i1": "overdue", "i2": "cannot tell"}),
        ("If a Party denies an incident", {None: "cannot tell"}),
    ],
)
def test_what_a_party_claims_it_has_reported_and_papers_are_no_incidents(
    held: Any, when: str, told: dict[Any, str]
) -> None:
    map_handed_over = shot("m1", act="handover", object="map of minefields", counterpart="JVC", claimant="JVC")
    rows = [shot(), shot("i2", 20, claimant="Red Circle"), map_handed_over, shot("n1", act="no notice", object="")]
    text = f"{FIRE}2. {when}, the Commission shall visit the place within 48 hours. {{#visit}}\n"
    assert {one.occasion: one.verdict for one in of(held(text, rows, as_of=at(400)), "visit", "Commission")} == told


def test_the_time_runs_from_the_report_and_is_told_to_whom_reports_it(held: Any) -> None:
    visit = shot("v1", 130, act="visit", object="", actor="JVC", counterpart="", about="i1", claimant="JVC")
    text = FIRE + "2. If a Party reports an incident, the Commission shall visit the place within 48 hours. {#visit}\n"
    for reported, verdict in ((100, "cannot tell"), (10, "breached")):  # it was told some time before that
        [one] = of(
            held(text, [shot(reported=at(reported)), visit | {"reported": at(140)}], as_of=at(200)),
            "visit",
            "Commission",
        )
        assert one.verdict == verdict
    text = FIRE + "2. A Party that reports an incident shall send a map to the Commission within 48 hours. {#map}\n"
    result = held(text, [shot()], as_of=at(200))
    assert [of(result, "map", who)[0].verdict for who in ("KES", "ORL")] == ["pending", "overdue"]


@pytest.mark.parametrize(
    "who",
    [
        "A Party which the Commission has found in violation",
        "A Party found in breach by the Commission",
        "The Party that the Commission finds to have violated this Agreement",
        "Any Party whom the Commission has found responsible for a violation",
        "A Party found by the Commission to have breached this Agreement",
    ],
)
def test_who_was_found_in_breach_is_the_party_that_the_finding_names(held: Any, who: str) -> None:
    text = f"{FIRE}2. {who} shall pay compensation within 7 days of the finding. {{#pay}}\n"
    result = held(text, [shot(life="found", found_by="JVC")], as_of=at(400))
    assert [of(result, "pay", who)[0].verdict for who in ("KES", "ORL")] == ["overdue", "pending"]
    assert of(held(text, [shot()], as_of=at(400)), "pay", "KES")[0].verdict == "pending"


@pytest.mark.parametrize(
    ("duty", "act", "thing", "done", "verdict"),
    [
        ("A Party that detains a fishing vessel shall release it", "detention", "fishing vessel", "release", "kept"),
        ("If a Party detains a fishing vessel, it shall release it", "detention", "fishing vessel", "release", "kept"),
        ("A Party that detains fishermen shall release them", "detention", "fishermen", "release", "kept"),
        ("A Party that destroys a bridge shall repair it", "destruction", "bridge", "repair", "kept"),
        ("A Party that destroys a bridge shall repair it", "destruction", "bridge", "", "overdue"),
        ("A Party that detains a fishing vessel shall release them", "detention", "fishing vessel", "", "cannot tell"),
    ],
)
def test_it_is_what_the_deed_in_front_was_done_to(
    held: Any, duty: str, act: str, thing: str, done: str, verdict: str
) -> None:
    rows = [shot(act=act, object=thing, claimant="JVC")]
    rows += [shot("d1", 30, act=done, object=thing, claimant="JVC", about="i1")] if done else []
    assert of(held(f"1. {duty} within 48 hours. {{#do}}\n", rows, as_of=at(400)), "do", "KES")[0].verdict == verdict


@pytest.mark.parametrize(
    "who", ["The delegations of the Parties", "Delegates of both Parties", "The negotiators of the two Parties"]
)
def test_delegations_of_the_parties_are_the_parties(held: Any, who: str) -> None:
    met = shot(act="meeting", object="", claimant="JVC")
    result = held(f"1. {who} shall meet by 20 March 2031. {{#meet}}\n", [met], as_of="2031-03-31T12:00")
    assert [one.verdict for one in result.verdicts] == ["kept", "kept"]


@pytest.mark.parametrize(
    ("note", "verdict"),
    [
        ("no inspector was there", "breached"),
        ("boarded without an inspector", "breached"),
        ("the inspector was absent", "breached"),
        ("an inspector of the Commission was present", "cannot tell"),
        ("", "cannot tell"),
    ],
)
def test_whether_somebody_was_present_is_told_by_the_note(held: Any, note: str, verdict: str) -> None:
    text = "1. Neither Party shall board fishing vessels unless an inspector of the Commission is present. {#board}\n"
    row = shot(act="boarding", object="fishing vessel", note=note)
    assert of(held(text, [row], as_of=at(400)), "board", "KES")[0].verdict == verdict


@pytest.mark.parametrize(
    "what",
    [
        "every alleged violation of Article 1 within 48 hours of the complaint",
        "any alleged breach of Article 1 within two days of receipt of a complaint",
        "every complaint of a violation of Article 1 within 48 hours",
        "each alleged violation of Article 1 within 48 hours of its being reported",
    ],
)
def test_a_complaint_is_of_the_breach_that_has_to_be_looked_into_and_no_notice_of_something_else(
    held: Any, what: str
) -> None:
    notice = shot("n1", act="gave notice of a convoy", object="convoy", actor="KES", claimant="Commission")
    rows = [shot(), notice, shot("c1", act="investigated", actor="Commission", claimant="Commission", about="i1")]
    told = of(held(f"{FIRE}2. The Commission shall investigate {what}. {{#look}}\n", rows), "look", "Commission")
    assert {one.occasion: one.verdict.value for one in told} == {"i1": "kept"}


def test_who_has_to_look_into_a_complaint_has_made_none(held: Any) -> None:
    text = f"{FIRE}2. The Commission shall investigate every violation within 48 hours of the complaint. {{#look}}\n"
    [one] = of(held(text, [shot(claimant="Commission")]), "look", "Commission")
    assert one.verdict == "pending"


MINES = "1. No Party shall lay mines from D-day. {#mines}\n\n"
LAID = {"id": "i1", "event_earliest": "2031-03-05T10:00", "reported": "2031-03-06", "act": "lay", "object": "mines",
        "actor": "KES", "claimant": "ORL"}  # fmt: skip
FOUND_SO = {
    **LAID,
    "id": "f1",
    "reported": "2031-03-08",
    "claimant": "JVC",
    "about": "i1",
    "life": "found",
    "found_by": "JVC",
}


def owed_after(held: Any, duty: str, *rows: dict[str, Any]) -> dict[str, str]:
    result = held(f"{MINES}2. {duty} {{#owed}}\n", list(rows))
    return {one.bearer: one.verdict.value for one in result.verdicts if one.provision == "owed"}


@pytest.mark.parametrize(
    "duty",
    [
        "If the Commission finds that a Party has violated Article 1, that Party shall pay damages within 10 days.",
        "If the Commission finds that the forces of a Party have violated Article 1, that Party shall pay a fine "
        "within 10 days.",
        "If the Commission finds that a Party has violated this Agreement, that Party shall withdraw mortars within "
        "5 days of the finding.",
        "Where the Commission has established that a Party has breached Article 1, the Party shall repair the damage "
        "within 10 days.",
        "Once the Commission has determined that a Party breached Article 1, such Party shall pay damages within "
        "10 days.",
        "If the Commission confirms a violation by a Party, that Party shall pay damages within 10 days.",
        "If the Commission concludes that a Party has violated Article 1, that Party shall pay damages within 10 days.",
        "If the Commission holds a Party responsible for a violation, that Party shall pay damages within 10 days.",
        "If the Commission finds against a Party, that Party shall pay damages within 10 days.",
        "Should the Commission find either Party responsible for a breach, it shall pay damages within 10 days.",
        "Each Party shall pay damages within 10 days of a finding by the Commission that it violated Article 1.",
        "Each Party shall make good any breach attributed to it by the Commission within 10 days of the finding.",
    ],
)
def test_only_the_party_that_a_finding_is_about_has_to_make_good(held: Any, duty: str) -> None:
    assert owed_after(held, duty, LAID, FOUND_SO) == {"KES": "overdue", "ORL": "pending"}
    unnamed = ({**LAID, "actor": ""}, {**FOUND_SO, "actor": ""})
    assert owed_after(held, duty, *unnamed) == {"KES": "cannot tell", "ORL": "cannot tell"}
    assert owed_after(held, duty, LAID) == {"KES": "pending", "ORL": "pending"}


def test_a_finding_about_a_party_by_its_name_is_of_that_one_alone(held: Any) -> None:
    duty = "If the Commission finds that {} has violated Article 1, Kestria shall pay damages within 10 days."
    assert owed_after(held, duty.format("Kestria"), LAID, FOUND_SO) == {"KES": "overdue"}
    assert owed_after(held, duty.format("Orlavia"), LAID, FOUND_SO) == {"KES": "pending"}


def test_what_both_parties_owe_after_a_finding_both_owe(held: Any) -> None:
    duty = "If the Commission finds that a Party has violated Article 1, the Parties shall meet within 5 days."
    assert owed_after(held, duty, LAID, FOUND_SO) == {"KES": "overdue", "ORL": "overdue"}


def test_who_found_it_publishes_its_own_finding(held: Any) -> None:
    duty = "If the Commission finds that a Party is in breach, it shall publish its finding within 5 days."
    assert owed_after(held, duty, LAID, FOUND_SO) == {"Commission": "cannot tell"}


@pytest.mark.parametrize(
    "duty",
    [
        "If the Commission finds that a Party has violated Article 1, that Party shall pay damages within 10 days.",
        "A Party which the Commission has found to have violated Article 1 shall pay damages within 10 days.",
        "Upon a finding of violation, the violating Party shall pay damages within 10 days.",
        "If the Commission finds against a Party, that Party shall pay damages within 10 days.",
    ],
)
def test_the_text_foresees_that_of_the_breaker_alone(held: Any, duty: str) -> None:
    result = held(f"{MINES}2. {duty} {{#owed}}\n", [LAID, FOUND_SO])
    (remedy,) = next(one for one in result.verdicts if one.verdict == "breached").remedies
    assert (remedy.by, remedy.once_found) == (("KES",), False)


@pytest.mark.parametrize(
    ("act", "verdict"),
    [
        ("seized", "overdue"),
        ("impounded", "overdue"),
        ("boarded and held", "overdue"),
        ("arrested", "overdue"),
        ("taken into port", "cannot tell"),
        ("took in tow", "cannot tell"),
        ("held", "cannot tell"),
        ("inspected", "pending"),
    ],
)
def test_a_vessel_is_detained_in_whatever_word(held: Any, act: str, verdict: str) -> None:
    text = "1. A Party that detains a fishing vessel shall notify the Commission within 6 hours. {#tell}\n"
    row = shot(act=act, object="fishing boat Kite")
    assert of(held(text, [row], as_of=at(400)), "tell", "KES")[0].verdict == verdict
