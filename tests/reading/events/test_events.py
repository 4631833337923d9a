"""Events: who did what to whom; and whether it happened, or is only planned, possible or denied."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papers import reading_of
from parley.model import Event, EventStatus, PloverRoot
from parley.reading.events.plover import filed_as, root_of
from shared import shared


def events(text: str) -> tuple[Event, ...]:
    return reading_of(text).events


def the_event(text: str, root: PloverRoot) -> Event:
    return next(event for event in events(text) if event.type is root)


class TestTypes:
    @pytest.mark.parametrize(
        ("text", "root", "cameo"),
        [
            ("Kestria signed an agreement with Orlavia.", PloverRoot.SUPPORT, "057"),
            ("Kestria agreed to meet Orlavia.", PloverRoot.AGREE, "036"),
            ("Kestrian envoys met Orlavian officials.", PloverRoot.CONSULT, "040"),
            ("Kestria shared intelligence with Orlavia.", PloverRoot.COOPERATE, "064"),
            ("Halvern sent food to Kestria.", PloverRoot.AID, "073"),
            ("Kestria released the Orlavian prisoners.", PloverRoot.YIELD, "0841"),
            ("Kestria demanded that Orlavia release the prisoners.", PloverRoot.REQUEST, "105"),
            ("Kestria condemned Orlavia.", PloverRoot.ACCUSE, "111"),
            ("Kestria rejected the proposal of Orlavia.", PloverRoot.REJECT, "127"),
            ("Kestria threatened to attack Orlavia.", PloverRoot.THREATEN, "138"),
            ("Kestrian workers held a protest against Orlavia.", PloverRoot.PROTEST, "141"),
            ("Halvern suspended aid to Kestria.", PloverRoot.SANCTION, "162"),
            ("Kestria deployed troops to the border with Orlavia.", PloverRoot.MOBILIZE, "154"),
            ("Kestria arrested two Orlavian journalists.", PloverRoot.COERCE, "173"),
            ("Kestria shelled Orlavian positions.", PloverRoot.ASSAULT, "194"),
        ],
    )
    def test_have_a_root_and_a_code_that_is_text(self, text: str, root: PloverRoot, cameo: str) -> None:
        event = the_event(text, root)
        assert event.cameo == cameo
        assert event.status is EventStatus.HAPPENED

    def test_a_code_has_the_root_of_its_longest_known_beginning(self) -> None:
        assert root_of("161") is PloverRoot.SANCTION
        assert root_of("163") is PloverRoot.COERCE
        assert root_of("1711") is PloverRoot.COERCE
        assert root_of("1712") is PloverRoot.ASSAULT

    def test_the_codebook_files_intentions_under_roots_of_their_own(self) -> None:
        assert filed_as(PloverRoot.CONSULT, EventStatus.PLANNED) is PloverRoot.AGREE
        assert filed_as(PloverRoot.ASSAULT, EventStatus.HYPOTHETICAL) is PloverRoot.THREATEN
        assert filed_as(PloverRoot.YIELD, EventStatus.DENIED) is PloverRoot.REJECT
        assert filed_as(PloverRoot.ASSAULT, EventStatus.HAPPENED) is PloverRoot.ASSAULT


SENTENCES = tomllib.loads((Path(__file__).parents[2] / "golden/events/sentences.toml").read_text("utf-8"))["sentences"]


@pytest.mark.parametrize(("text", "root", "status", "actor", "recipient"), SENTENCES)
def test_a_sentence_is_read_as_a_person_wrote_down_before(
    text: str, root: str, status: str, actor: str, recipient: str
) -> None:
    found = {
        (event.status.value, event.actor.id if event.actor else "", event.recipient.id if event.recipient else "")
        for event in events(text)
        if event.type == root
    }
    assert (status, actor, recipient) in found if status != "none" else not found


def test_who_declines_to_comment_rejects_nothing() -> None:
    assert not events("Kestria's ministry declined to comment.")
    assert the_event("Kestria refused to meet Orlavia.", PloverRoot.REJECT).actor is not None


def test_a_count_is_no_score() -> None:
    assert the_event("Kestrian troops beat 10 Orlavian prisoners.", PloverRoot.ASSAULT).status is EventStatus.HAPPENED


class TestWhoDidWhatToWhom:
    @pytest.mark.parametrize(
        "text",
        [
            "Kestria attacked Orlavia.",
            "Orlavia was attacked by Kestria.",
            "Kestrian forces attacked Orlavian soldiers.",
            "Kestria launched an attack on Orlavia.",
        ],
    )
    def test_whatever_the_voice(self, text: str) -> None:
        event = the_event(text, PloverRoot.ASSAULT)
        assert event.actor is not None
        assert event.recipient is not None
        assert (event.actor.id, event.recipient.id) == ("KES", "ORL")

    def test_nobody_is_made_up(self) -> None:
        event = the_event("The town was shelled on Monday.", PloverRoot.ASSAULT)
        assert (event.actor, event.recipient) == (None, None)
        assert event.interval is not None
        assert event.interval.earliest == dt.date(2031, 3, 3)

    def test_the_place_is_where_it_is_said_to_be(self) -> None:
        assert the_event("Kestria attacked Orlavian soldiers in Ostra.", PloverRoot.ASSAULT).place == "Ostra"


class TestStatus:
    @pytest.mark.parametrize(
        "text",
        [
            "Kestria may attack Orlavia.",
            "Kestria could have attacked Orlavia.",
            "Kestria reportedly attacked Orlavia.",
            "Perhaps Kestria attacked Orlavia.",
            "If Kestria attacked Orlavia, Halvern would know.",
            "Had Kestria attacked Orlavia, Halvern would know.",
            "Halvern fears that Kestria attacked Orlavia.",
            "Orlavia accused Kestria of attacking Orlavian soldiers.",
            "Halvern warned of a possible attack by Kestria on Orlavia.",
            "Did Kestria attack Orlavia?",
            "Halvern does not know whether Kestria attacked Orlavia.",
            "Kestria threatened to attack Orlavia.",
            "Halvern called on Kestria to attack Orlavia.",
            "Halvern suggested that Kestria may have attacked Orlavia.",
        ],
    )
    def test_what_is_possible_wanted_or_alleged_never_happened(self, text: str) -> None:
        found = [event for event in events(text) if event.type is PloverRoot.ASSAULT]
        assert found
        assert {event.status for event in found} <= {EventStatus.HYPOTHETICAL, EventStatus.PLANNED}

    @pytest.mark.parametrize(
        "text",
        [
            "Kestria did not attack Orlavia.",
            "Kestria denied that it had attacked Orlavia.",
            "Kestria never attacked Orlavia.",
            "Nobody attacked Orlavia.",
            "Kestria refrained from attacking Orlavia.",
        ],
    )
    def test_what_did_not_happen_is_denied(self, text: str) -> None:
        assert {e.status for e in events(text) if e.type is PloverRoot.ASSAULT} == {EventStatus.DENIED}

    @pytest.mark.parametrize(
        "text",
        [
            "Kestria will release the Orlavian prisoners.",
            "Kestria plans to release the Orlavian prisoners.",
            "Kestria to release Orlavian prisoners",
            "Kestria is expected to release the Orlavian prisoners.",
            "Kestria releases the Orlavian prisoners on March 14.",
        ],
    )
    def test_what_is_to_come_is_planned(self, text: str) -> None:
        assert the_event(text, PloverRoot.YIELD).status is EventStatus.PLANNED

    def test_what_somebody_tells_carries_the_statement(self) -> None:
        reading = reading_of("Halvern said that Kestria attacked Orlavia.")
        (event,) = [event for event in reading.events if event.type is PloverRoot.ASSAULT]
        assert event.status is EventStatus.HAPPENED
        assert event.statement in {statement.id for statement in reading.statements}


@settings(deadline=None)
@given(st.text(alphabet="Kestria attacked Orlavia. may not“”‘’\n?…éЖ🕊", max_size=120))
def test_nothing_makes_it_fail_and_every_span_is_exact(text: str) -> None:
    for event in events(text):
        assert all(text[span.start : span.end] == span.exact for span in event.spans)


def test_of_a_real_article_nothing_possible_happened() -> None:
    text = shared("data", "reading", "sources", "2025-03-06-cease-fire-framework-talks.txt").read_bytes().decode()
    found = reading_of(text, dt.date(2025, 3, 6), actors=()).events
    planned = [event for event in found if event.type is PloverRoot.CONSULT and event.status is EventStatus.PLANNED]
    assert planned
    happened = {span.exact for event in found if event.status is EventStatus.HAPPENED for span in event.spans}
    assert "halt" in happened
    assert not {"resume", "resumes", "meeting", "form", "carry"} & happened


def test_who_is_to_do_it_plans_it() -> None:
    text = "The ministers of Kestria and Orlavia are to meet in Ostra."
    assert the_event(text, PloverRoot.CONSULT).status is EventStatus.PLANNED


def test_an_agreement_beside_an_accusation_is_not_alleged() -> None:
    text = "Kestria accused Orlavia of shelling the road, and agreed to meet its envoys."
    assert the_event(text, PloverRoot.AGREE).status is EventStatus.HAPPENED
    assert the_event(text, PloverRoot.ASSAULT).status is EventStatus.HYPOTHETICAL


def test_calling_a_thing_a_name_asks_for_nothing() -> None:
    assert not [event for event in events("Kestria called the closure a siege.") if event.type is PloverRoot.REQUEST]


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("The minister of Kestria struck a softer tone.", PloverRoot.ASSAULT),
        ("Asked whether Kestria would sign, Orlavia replied that it would.", PloverRoot.REQUEST),
        ("Halvern cautioned that peace takes time.", PloverRoot.THREATEN),
        ("Kestria and Orlavia postponed their talks.", PloverRoot.SANCTION),
    ],
)
def test_what_only_sounds_like_a_deed_is_none(text: str, root: PloverRoot) -> None:
    assert root not in {event.type for event in events(text)}


def test_ordering_a_freeze_is_no_request() -> None:
    event = the_event("Kestria ordered a freeze on exports to Orlavia.", PloverRoot.SANCTION)
    assert (event.cameo, event.status) == ("160", EventStatus.HAPPENED)


@pytest.mark.parametrize(
    "text",
    [
        "Kestria's envoy could not promise that the talks would end.",
        "It was not known which side had fired.",
        "Kestria declined to comment. Orlavia refused to answer questions.",
        "Six wounded soldiers of Kestria went home.",
    ],
)
def test_what_tells_of_nobody_s_deed_is_no_event(text: str) -> None:
    roots = {event.type for event in events(text)}
    assert not roots & {PloverRoot.AGREE, PloverRoot.REJECT, PloverRoot.ASSAULT}


def test_who_leaves_the_table_gives_up_no_ground() -> None:
    assert not any(
        event.type is PloverRoot.YIELD for event in events("The talks were cancelled after Orlavia withdrew.")
    )
    assert the_event("Orlavia withdrew from the ridge.", PloverRoot.YIELD).status is EventStatus.HAPPENED


def test_a_town_is_a_place_and_nobody() -> None:
    event = the_event("Kestria shelled Ostra on Monday. Three people died in Ostra.", PloverRoot.ASSAULT)
    assert (event.recipient, event.place) == (None, "Ostra")


def test_it_is_the_state_of_the_sentence_before() -> None:
    actor = the_event("Kestria closed the road. It threatened to attack Orlavia.", PloverRoot.THREATEN).actor
    assert actor is not None
    assert actor.id == "KES"


def test_who_speaks_by_telephone_holds_a_call_and_experts_sit_for_their_state() -> None:
    call = reading_of("The presidents of Kestria and Orlavia spoke by telephone on Monday.").events
    assert [(each.cameo, each.actor.id, each.recipient.id) for each in call] == [("041", "KES", "ORL")]
    meeting = reading_of("Halvernian experts met Kestrian and Orlavian delegations in Lindholt on Monday.").events
    assert [(each.cameo, each.actor.id) for each in meeting] == [("040", "HAL")]


@pytest.mark.parametrize(
    "text",
    [
        "In a letter to President Vask seen by this newspaper, the minister set out the plan.",
        "Orlavia met its obligations to Kestria.",
        "Residents spoke by candlelight of the long night in Kestria.",
        "President Vask spoke with passion about the bridge.",
        "President Vask spoke by radio to the nation.",
        "President Vask discussed the plan on television.",
    ],
)
def test_without_somebody_to_meet_or_speak_with_nobody_is_consulted(text: str) -> None:
    assert [event for event in events(text) if event.type is PloverRoot.CONSULT] == []


def test_who_speaks_with_somebody_consults() -> None:
    event = the_event("President Vask spoke by telephone to the Orlavian president.", PloverRoot.CONSULT)
    assert event.recipient is not None
    assert event.recipient.id == "ORL"


def test_what_somebody_never_said_is_neither_claimed_nor_denied() -> None:
    event = the_event("Kestria has never said that it attacked Orlavia.", PloverRoot.ASSAULT)
    assert event.status is EventStatus.HYPOTHETICAL
    event = the_event("Orlavia has never claimed that Kestria attacked it.", PloverRoot.ASSAULT)
    assert event.status is EventStatus.HYPOTHETICAL


def test_who_ends_a_suspension_lays_no_sanction() -> None:
    assert the_event("Halvern ended its suspension of aid to Kestria.", PloverRoot.YIELD).cameo == "085"


def test_what_is_proposed_second_is_proposed_too() -> None:
    text = (
        "Larsen proposed that the Commission examine the site, that both armies pull back and that the road be opened."
    )
    assert [each.status for each in events(text) if each.type is PloverRoot.YIELD] == [EventStatus.HYPOTHETICAL]


def test_whose_misfortune_is_condemned_is_not_blamed_for_it() -> None:
    accused = the_event("Halvern condemned all attacks on civilians.", PloverRoot.ACCUSE)
    assert accused.recipient is None
    assert the_event("Halvern condemned the attack by Kestria on civilians.", PloverRoot.ACCUSE).recipient is not None


@pytest.mark.parametrize(
    "text", ["Halvern condemned all attacks on civilians.", "Halvern condemned the reported shelling of Karsk."]
)
def test_an_attack_that_is_only_reported_or_any_at_all_has_not_happened(text: str) -> None:
    assert the_event(text, PloverRoot.ASSAULT).status is EventStatus.HYPOTHETICAL


def test_a_question_that_is_taken_up_takes_no_island() -> None:
    text = "The question of the islands will be taken up at a later stage."
    assert [event for event in events(text) if event.type is PloverRoot.COERCE] == []


@pytest.mark.parametrize(
    "text",
    [
        "Before Kestria signs a truce, it should talk to us.",
        "Norrmark offered to host talks between Kestria and Orlavia.",
    ],
)
def test_what_is_awaited_or_offered_has_not_happened(text: str) -> None:
    assert all(event.status is not EventStatus.HAPPENED for event in events(text) if event.cameo != "030")


@pytest.mark.parametrize(
    "text",
    [
        "Anna Hoffman said it was too early for talks with Orlavia.",
        "Anna Hoffman said the time was not ripe for talks with Orlavia.",
    ],
)
def test_talks_for_which_it_is_too_early_have_not_been_held(text: str) -> None:
    reading = reading_of(text)
    assert {each.status for each in (*reading.events, *reading.meetings)} == {EventStatus.HYPOTHETICAL}


def test_who_asks_not_to_be_named_requests_nothing() -> None:
    assert events("A spokesman, who asked not to be named, said the road was open.") == ()
