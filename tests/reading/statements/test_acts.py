"""What was done by words, and what only seems so: refusals, denials, things that did not come about."""

from __future__ import annotations

import pytest

from parley.model import Act, Commitment
from reading.papers import statements, words


@pytest.mark.parametrize(
    ("text", "act", "commitment"),
    [
        ("The two sides did not agree on the line.", Act.STATE, Commitment.DENIED),
        ("Neither side accepted the proposal.", Act.STATE, Commitment.DENIED),
        ("Kestria has not accepted the proposal.", Act.STATE, Commitment.DENIED),
        ("It was not agreed that the line would open.", Act.STATE, Commitment.DENIED),
        ("Kestria does not accept the proposal.", Act.REJECT, Commitment.ASSERTED),
        ("Kestria will not agree to the proposal.", Act.REJECT, Commitment.ASSERTED),
        ("Kestria is not ready to discuss the line.", Act.REJECT, Commitment.ASSERTED),
        ("Kestria did not reject the proposal.", Act.STATE, Commitment.HEDGED),
        ("Kestria did not deny that its troops had crossed.", Act.STATE, Commitment.HEDGED),
        ("I would not call that an offer.", Act.ASSESS, Commitment.DENIED),
        ("Kestria not only accepted the proposal.", Act.ACCEPT, Commitment.ASSERTED),
        ("Kestria accepted the proposal.", Act.ACCEPT, Commitment.ASSERTED),
    ],
)
def test_what_was_not_done_is_not_told_as_done(text: str, act: Act, commitment: Commitment) -> None:
    (said,) = statements(text)
    assert (said.act, said.commitment) == (act, commitment)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The two sides failed to agree on the line.", "The two sides"),
        ("Kestria has yet to accept the proposal.", "Kestria"),
        ("The minister stopped short of promising a truce.", "The minister"),
    ],
)
def test_who_did_not_do_it_is_told_and_that_it_did_not_come_about(text: str, source: str) -> None:
    (told,) = statements(text)
    assert words(told, "source") == [source]
    assert (told.act, told.commitment) == (Act.STATE, Commitment.DENIED)
    assert statements(text.replace("failed to agree", "agreed").replace("has yet to accept", "accepts"))


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Kestria denied a report that it had agreed to 20 km.", Act.ACCEPT),
        ("Kestria denied having agreed to 20 km.", Act.ACCEPT),
        ("Kestria denied that it had accepted the proposal.", Act.ACCEPT),
        ("Kestria rejected claims that it had promised to withdraw.", Act.COMMIT),
    ],
)
def test_what_is_denied_is_told_within_the_denial_and_denied(text: str, act: Act) -> None:
    denial, inner = statements(text)
    assert (denial.act, denial.within) == (Act.DENY, None)
    assert (inner.within, inner.act, inner.commitment) == (denial.id, act, Commitment.DENIED)
    assert inner.speaker == denial.speaker


def test_a_report_that_somebody_dismisses_is_denied_and_not_turned_down() -> None:
    assert [each.act for each in statements("Orlavia dismissed a report that it would accept 15 km.")] == [Act.DENY]
    assert [each.act for each in statements("Orlavia rejected the plan.")] == [Act.REJECT]


def test_what_a_place_has_to_offer_is_no_offer() -> None:
    found = statements("The ministers praised the hospitality that Lindholt offers.")
    assert [each.act for each in found] == [Act.PRAISE]
    assert not statements("Few towns can match the hospitality that Orlavia offers.")


def test_who_insists_in_what_is_said_demands() -> None:
    outer, inner = statements("Anna Hoffman said that Kestria insists on the release of all prisoners.")
    assert (inner.within, inner.act) == (outer.id, Act.DEMAND)
    assert inner.speaker is not None
    assert inner.speaker.id == "KES"


def test_the_demand_of_her_own_side_is_the_ministers() -> None:
    (said,) = statements("Kestrian minister Anna Hoffman said that Kestria insists on the release of all prisoners.")
    assert said.act is Act.DEMAND


@pytest.mark.parametrize(
    ("text", "cue", "act"),
    [
        ("Orlavia reaffirmed its proposal that each side withdraw.", "reaffirmed its proposal", Act.PROPOSE),
        ("Orlavia repeated its demand that Kestria withdraw.", "repeated its demand", Act.DEMAND),
    ],
)
def test_what_is_said_again_is_whoevers_it_is(text: str, cue: str, act: Act) -> None:
    (said,) = statements(text)
    assert (words(said, "source"), words(said, "cue"), said.act) == (["Orlavia"], [cue], act)


def test_an_agreement_in_a_condition_has_not_been_made() -> None:
    found = statements("Orlavia proposes a line of 20 km, unless the two sides agree on another distance.")
    assert [each.act for each in found] == [Act.PROPOSE]


def test_a_subjunctive_asks_for_what_it_says() -> None:
    (said,) = statements("Orlavia insists that every ship be inspected.")
    assert said.act is Act.DEMAND


def test_they_are_not_the_official_who_speaks_of_them() -> None:
    (said,) = statements("According to an official, they will discuss the line.")
    assert said.act is Act.PREDICT
    assert said.addressee is None


def test_of_two_accused_on_a_day_the_accusation_is_read_whole() -> None:
    (said,) = statements("Kestria and Orlavia accused each other on Monday of shelling the road.")
    assert (said.act, words(said, "content")) == (Act.ACCUSE, ["each other", "of shelling the road"])


def test_what_a_thing_is_called_in_quotation_marks_is_what_is_said() -> None:
    (said,) = statements("Anna Hoffman called the closure “a siege by other means”.")
    assert words(said, "content") == ["the closure “a siege by other means”"]


@pytest.mark.parametrize(
    "text",
    [
        "Halvern said it would lift the pause on intelligence sharing immediately.",
        "Anna Hoffman said that the president had had a real question about whether Orlavia was committed.",
    ],
)
def test_what_one_will_do_oneself_is_no_demand_and_to_have_a_question_asks_nothing(text: str) -> None:
    (said,) = statements(text)
    assert (said.act, said.commitment) == (Act.STATE, Commitment.ASSERTED)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("“Orlavia will strike again,” Anna Hoffman predicted.", Act.PREDICT),
        ("“Leave the road,” Anna Hoffman demanded.", Act.DEMAND),
        ("“Who fired?” Anna Hoffman demanded.", Act.ASK),
    ],
)
def test_the_verb_beside_a_quotation_tells_its_act(text: str, act: Act) -> None:
    (told,) = statements(text)
    assert told.act is act


def test_who_agrees_to_nothing_accepts_nothing() -> None:
    (told,) = statements("Kestria has agreed to nothing yet.")
    assert (told.act, told.commitment) == (Act.STATE, Commitment.DENIED)
