"""Provisions that address nobody, passage, days of an event: what is read of them, and what is left alone."""

from __future__ import annotations

import datetime as dt

import pytest

from parley.framework import parse
from parley.model import DayCount, Distance, Duration, Instant, Relation, SentenceForm, Where, Window
from shared import shared
from small_framework import framework, only, sentence

BOTH = ("KES", "ORL")


@pytest.mark.parametrize(
    ("words", "modality", "act", "bearer"),
    [
        ("Release of all hostages.", "must", "release", None),
        ("Withdrawal of heavy guns by both sides by D+9.", "must", "withdraw", BOTH),
        ("Disarmament of all irregular groups under the supervision of the JVC.", "must", "disarm", None),
        ("Restoration of the power lines by Kestria.", "must", "repair", ("KES",)),
        ("Immediate repatriation of all displaced families.", "must", "return", None),
        ("Dismantle all explosive barriers by D+4.", "must", "dismantle", None),
        ("Amnesty for all deserters.", "must", "pardon", None),
        ("Complete truce in the Bay Zone from D-day.", "must not", "fire", None),
        ("Cessation of hostilities from D-day.", "must not", "attack", None),
        ("There is an obligation to clear all mines.", "must", "clear-mines", None),
    ],
)
def test_a_provision_without_a_subject_binds_whom_it_names(
    words: str, modality: str, act: str, bearer: tuple[str, ...] | None
) -> None:
    obligation = only(words)
    assert obligation.modality is not None
    assert obligation.act is not None
    assert (obligation.modality.value, obligation.act.value) == (modality, act)
    assert (obligation.bearer.value if obligation.bearer else None) == bearer


@pytest.mark.parametrize(
    "words",
    [
        "Attack on relief convoys.",  # an act that nobody commands by its name
        "Violation of the cease-fire.",
        "Release of hostages whom the JVC may name if it can.",
        "Exchange lists",  # a heading, as likely as not
        "Withdrawal.",
        "Truce talks in Halvern.",
        "Release of the persons listed under “Annex",
        "Ensure lasting happiness.",
        "A Party that refuses access to an observer commits a Serious Violation.",  # what a breach is, and no duty
        "A Party commits a Violation if it shells Halvern.",
        "No Party shall fly within ____ km of the Separation Line.",
    ],
)
def test_what_may_be_a_heading_or_hides_a_condition_is_not_read(words: str) -> None:
    read = sentence(words)
    assert (read.form, read.reading) == (SentenceForm.NOT_READ, None)


def test_a_title_in_front_of_its_sentences_is_no_duty() -> None:
    title, duty = framework("Release of prisoners. Each Party shall release all prisoners by D+3.").sentences[-2:]
    assert title.obligations == ()
    assert len(duty.obligations) == 1


def test_two_nouns_with_objects_of_their_own_are_two_duties() -> None:
    words = "Setting up the 10 km buffer zone and the withdrawal of foreign troops."
    read = sentence(words).obligations
    assert [each.act.value for each in read if each.act] == ["establish", "withdraw"]
    assert [each.object.value.text for each in read if each.object] == ["the 10 km buffer zone", "foreign troops"]


def test_passives_joined_with_agents_of_their_own_are_borne_apart() -> None:
    facilitate, finance = sentence("The return shall be facilitated by Halvern and financed by Kestria.").obligations
    assert facilitate.bearer is not None
    assert finance.bearer is not None
    assert (facilitate.bearer.value, finance.bearer.value) == (("HAL",), ("KES",))
    joint = sentence("The depots shall be monitored and inspected by the JVC.").obligations
    assert [each.bearer.value for each in joint if each.bearer] == [("JVC",), ("JVC",)]


@pytest.mark.parametrize(
    ("words", "window"),
    [
        ("on day 1 of the withdrawal", Instant(event="withdrawal", offset=Duration(days=0))),
        ("on day 3 of the cease-fire at the latest", Instant(event="cease-fire", offset=Duration(days=2))),
        ("by day 5 after the withdrawal", Instant(event="withdrawal", offset=Duration(days=5))),
    ],
)
def test_a_day_counted_from_an_event(words: str, window: Instant) -> None:
    slot = only(f"Kestria shall free all hostages {words}.").window
    assert slot is not None
    assert slot.value.end == window
    assert slot.value.start == (window if words.startswith("on day 1") else None)


def test_the_hours_of_every_day() -> None:
    slot = only("The Parties shall open the bridge every day from 08:00 to 16:00 from D+2.").window
    assert slot is not None
    assert (slot.value.every, slot.value.hours) == (Duration(days=1), (dt.time(8), dt.time(16)))
    assert sentence("The Parties shall open the bridge every day from 25:00 to 26:00.").reading is None


def test_whoever_is_let_pass_is_the_object_and_the_zone_the_place() -> None:
    passage = only("Kestria shall allow merchant ships to pass through the Bay Zone from D+2.")
    assert passage.object is not None
    assert passage.place is not None
    assert passage.object.value.text == "merchant ships"
    assert passage.place.value == Where(relation=Relation.IN, of=("Bay Zone",))


def test_who_withdraws_from_a_zone_is_to_be_outside_it_and_a_line_has_no_outside() -> None:
    zone = only("Kestria shall withdraw its tanks from the Bay Zone by D+2.").place
    assert zone is not None
    assert zone.value == Where(relation=Relation.OUTSIDE, of=("Bay Zone",))
    assert only("Kestria shall withdraw its tanks from the Separation Line by D+2.").place is None


def test_rows_of_a_table_in_words_are_read_with_its_introduction() -> None:
    rows = framework(
        "All guns are to be moved back from the Separation Line by their range, in particular:\n"
        "   - 120 mm mortars - by 8 km;\n   - 152 mm howitzers - by 33 km.\n"
    ).sentences[-2:]
    assert [each.obligations[0].place.value.distance for each in rows if each.obligations[0].place] == [
        Distance(number=8, unit="km"),
        Distance(number=33, unit="km"),
    ]
    mortars = rows[0].obligations[0].object
    assert mortars is not None
    assert (mortars.value.text, mortars.value.number) == ("120 mm mortars", None)  # a calibre is no count


def test_what_a_quotation_or_a_relative_clause_says_bounds_nothing() -> None:
    quoted = only("Ensure respect of the law “On order in the Bay Zone from D+4” by D+9.")
    assert quoted.place is None
    assert quoted.window is not None
    assert quoted.window.value == Window(end=Instant(day=DayCount(days=9)))
    held = only("Kestria shall release all persons who were held in the Bay Zone by D+9.")
    assert held.place is None
    assert held.object is not None
    assert held.object.value.text == "all persons who were held in the Bay Zone"
    spared = only("Kestria shall not attack ships that stand in the Bay Zone.")
    assert spared.place is None
    assert spared.object is not None
    assert spared.object.value.text == "ships that stand in the Bay Zone"


def test_a_number_of_guns_is_a_count_and_who_is_told_is_not_what_is_told() -> None:
    guns = only("Kestria shall hand over 12 guns by D+3.").object
    assert guns is not None
    assert guns.value.number == 12
    told = only("The JVC shall be informed of every rotation.")
    assert told.object is not None
    assert told.object.words == "every rotation"
    assert told.counterpart is not None
    assert told.counterpart.value == ("JVC",)


@pytest.mark.parametrize(("number", "least"), [("1362", 0.6), ("1364", 0.5), ("930", 0.5)])
def test_half_of_a_real_agreement_is_read(number: str, least: float) -> None:
    path = shared("data", "agreements", f"{number}.txt")
    operative = [each for each in parse(path.read_text("utf-8"), path.name).sentences if each.operative]
    assert sum(each.reading is not None for each in operative) >= least * len(operative)


@pytest.mark.parametrize("text", ["1. [#f KES: Release all prisoners. | ORL: ]", "1. [#f KES: | ORL: ]", "1. []"])
def test_an_alternative_without_words_is_read_and_printed_back(text: str) -> None:
    assert parse(text).text == text
