"""What the reader makes of sentences that the documentation doesn't show, and what it leaves alone."""

from __future__ import annotations

import datetime as dt

import pytest

from parley.framework import parse
from parley.model import (
    DayCount,
    Distance,
    Duration,
    Instant,
    Modality,
    Relation,
    SentenceForm,
    Trigger,
    Where,
    Window,
)
from small_framework import framework, only, sentence

BOTH = ("KES", "ORL")


def day(number: int) -> Instant:
    return Instant(day=DayCount(days=number))


@pytest.mark.parametrize(
    ("words", "form", "bearer", "modality", "act"),
    [
        ("Neither Party shall fire on relief convoys.", "ban", BOTH, "must not", "fire"),
        ("Both Parties will not deploy drones.", "ban", BOTH, "must not", "deploy"),
        ("Orlavia agrees not to jam radio masts.", "ban", ("ORL",), "must not", "jam"),
        ("The Parties shall refrain from laying mines.", "ban", BOTH, "must not", "lay-mines"),
        ("The Parties shall put an end to the shelling of towns.", "ban", BOTH, "must not", "shell"),
        ("Kestria's forces shall not occupy schools.", "ban", ("KES",), "must not", "occupy"),
        ("The Parties may not recruit children.", "ban", BOTH, "must not", "recruit"),
        ("Military flights over the Bay Zone are forbidden.", "ban", None, "must not", "overfly"),
        ("The Parties shall carry out the withdrawal of tanks.", "duty", BOTH, "must", "withdraw"),
        ("Kestria and Orlavia shall free all hostages.", "duty", BOTH, "must", "release"),
        ("The chair of the JVC shall convene a meeting.", "duty", ("chair of the JVC",), "must", "meet"),
        ("Halvern is to escort the convoys.", "duty", ("HAL",), "must", "escort"),
        ("The JVC is entitled to visit all depots.", "permission", ("JVC",), "may", "inspect"),
        ("Mines shall be cleared by Kestria.", "duty", ("KES",), "must", "clear-mines"),
        ("The withdrawal shall be completed by D+3.", "duty", None, "must", "withdraw"),
        ("The JVC shall supervise the withdrawal.", "verification", ("JVC",), "must", "monitor"),
    ],
)
def test_who_must_must_not_or_may_do_what(
    words: str, form: str, bearer: tuple[str, ...] | None, modality: str, act: str
) -> None:
    obligation = only(words)
    assert sentence(words).form == form
    assert (obligation.bearer.value if obligation.bearer else None) == bearer
    assert obligation.modality is not None
    assert obligation.act is not None
    assert (obligation.modality.value, obligation.act.value) == (Modality(modality), act)


@pytest.mark.parametrize(
    ("words", "window"),
    [
        ("from D+14", Window(start=day(14))),
        ("after D+14", Window(start=day(15))),
        ("no later than D+9", Window(end=day(9))),
        ("before D+9", Window(end=day(8))),
        ("until D+30", Window(end=day(30))),
        ("from D+2 to D+5", Window(start=day(2), end=day(5))),
        ("on D-day", Window(start=day(0), end=day(0))),
        ("within 14 days of D-day", Window(end=day(14))),
        ("within two weeks", Window(within=Duration(days=14))),
        ("for a period of 30 days", Window(lasts=Duration(days=30))),
        ("every 12 hours", Window(every=Duration(minutes=720))),
        ("weekly", Window(every=Duration(days=7))),
        ("by 3 March 2031", Window(end=Instant(moment=dt.date(2031, 3, 3)))),
        ("by noon on 3 March 2031 (UTC)", Window(end=Instant(moment=dt.datetime(2031, 3, 3, 12, tzinfo=dt.UTC)))),
        ("by 24:00 on 3 March 2031", Window(end=Instant(moment=dt.datetime(2031, 3, 4)))),
        (
            "from the entry into force of this agreement",
            Window(start=Instant(event="entry into force of this agreement")),
        ),
    ],
)
def test_when(words: str, window: Window) -> None:
    slot = only(f"Each Party shall patrol the coast {words}.").window
    assert slot is not None
    assert slot.value == window
    assert words in slot.words


@pytest.mark.parametrize(
    ("words", "window"),
    [
        ("cease all shelling by D+3", Window(start=day(4))),
        ("cease all shelling on D+3", Window(start=day(3))),
        (
            "cease fire at 12:00 UTC on 5 May 2031",
            Window(start=Instant(moment=dt.datetime(2031, 5, 5, 12, tzinfo=dt.UTC))),
        ),
        ("refrain from overflights until D+30", Window(end=day(30))),
        ("refrain from overflights before D+30", Window(end=day(29))),
    ],
)
def test_who_must_cease_by_a_day_must_not_from_then_on(words: str, window: Window) -> None:
    slot = only(f"The Parties shall {words}.").window
    assert slot is not None
    assert slot.value == window


def test_what_does_not_happen_is_no_event() -> None:
    slot = only("Orlavia may suspend the exchange if Kestria has not freed all detainees by D+7.").trigger
    assert slot is not None
    assert slot.value.event == "Kestria has not freed all detainees by D+7"


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("in the Bay Zone", Where(relation=Relation.IN, of=("Bay Zone",))),
        ("outside the Bay Zone", Where(relation=Relation.OUTSIDE, of=("Bay Zone",))),
        ("across the Separation Line", Where(relation=Relation.ACROSS, of=("Separation Line",))),
        ("north of the Separation Line", Where(relation=Relation.NORTH_OF, of=("Separation Line",))),
        ("in the territory of Orlavia", Where(relation=Relation.IN, of=("territory of Orlavia",))),
        (
            "within 3 nautical miles of the Bay Zone",
            Where(
                relation=Relation.WITHIN_DISTANCE, of=("Bay Zone",), distance=Distance(number=3, unit="nautical miles")
            ),
        ),
        (
            "at least 20 km from the Separation Line",
            Where(relation=Relation.BEYOND_DISTANCE, of=("Separation Line",), distance=Distance(number=20, unit="km")),
        ),
    ],
)
def test_where(words: str, where: Where) -> None:
    slot = only(f"Kestria shall station patrols {words} from D+1.").place
    assert slot is not None
    assert slot.value == where


@pytest.mark.parametrize(
    ("words", "trigger"),
    [
        (
            "The JVC shall meet within 2 days of an Established Breach.",
            Trigger(kind="after", event="Established Breach"),
        ),
        (
            "Upon a finding of the JVC, Kestria shall withdraw the unit.",
            Trigger(kind="upon", event="find", actor="JVC"),
        ),
        (
            "Halvern may suspend deliveries if two or more Established Breaches occur within 10 days.",
            Trigger(kind="if", event="Established Breach", count=2, period=Duration(days=10)),
        ),
        (
            "Kestria may fly drones unless the JVC objects.",
            Trigger(kind="unless", event="the JVC objects", actor="JVC"),
        ),
        ("Each Party shall report every incident within 6 hours.", Trigger(kind="upon", event="incident")),
        (
            "Kestria shall notify the JVC at least 24 hours before any movement.",
            Trigger(kind="before", event="any movement"),
        ),
    ],
)
def test_what_sets_it_off(words: str, trigger: Trigger) -> None:
    slot = only(words).trigger
    assert slot is not None
    assert slot.value == trigger


def test_resumption_after_quiet_hangs_on_the_event_of_the_suspension() -> None:
    suspend, resume = sentence(
        "HAL may suspend aid while an Established Breach is not remedied, and shall resume after 9 days without one."
    ).obligations
    assert suspend.trigger is not None
    assert resume.trigger is not None
    assert suspend.trigger.value.event == resume.trigger.value.event == "Established Breach"
    assert (resume.trigger.value.count, resume.trigger.value.period) == (0, Duration(days=9))


def test_object_exception_and_counterpart() -> None:
    obligation = only("Orlavia shall hand over 120 Heavy Weapons to the JVC by D+4, except in case of storm.")
    assert obligation.object is not None
    assert obligation.exception is not None
    assert obligation.counterpart is not None
    thing = obligation.object.value
    assert (thing.text, thing.term, thing.number) == ("120 Heavy Weapons", "Heavy Weapons", 120)
    assert obligation.exception.value == "except in case of storm"
    assert obligation.counterpart.value == ("JVC",)


def test_verbs_that_share_an_object_are_obligations_of_their_own() -> None:
    words = "The Parties shall protect and repair power lines."
    assert [each.act.value for each in sentence(words).obligations if each.act] == ["protect", "repair"]
    assert [each.id for each in sentence(words).obligations] == ["2/1", "2/2"]


def test_a_place_behind_joined_bans_bounds_them_all_and_a_deadline_only_its_own_duty() -> None:
    bans = sentence("The Parties shall not deploy troops or build fortifications in the Bay Zone.").obligations
    assert all(each.place for each in bans)
    repair, report = sentence("Kestria shall repair the bridge and report the repair to the JVC by D+9.").obligations
    assert repair.window is None
    assert report.window is not None


def test_items_of_a_list_are_read_with_its_introduction() -> None:
    items = [
        each
        for each in framework("From D+1 the Parties shall not: (a) fire flares; (b) lay mines.").sentences
        if each.obligations
    ]
    assert [each.provision for each in items] == ["2(a)", "2(b)"]
    for each in items:
        (obligation,) = each.obligations
        assert obligation.bearer is not None
        assert obligation.window is not None
        assert (obligation.bearer.value, obligation.window.value) == (BOTH, Window(start=day(1)))


def test_a_list_of_prohibited_acts_is_a_list_of_bans() -> None:
    items = framework("The following acts are prohibited: (a) the shelling of towns; (b) jamming.").sentences[-2:]
    assert [(each.form, each.obligations[0].act.value) for each in items if each.obligations[0].act] == [
        (SentenceForm.BAN, "shell"),
        (SentenceForm.BAN, "jam"),
    ]


def test_it_is_the_body_of_the_sentence_before() -> None:
    read = framework("A Joint Verification Commission (JVC) is established. It shall inspect all depots.").sentences[-1]
    assert read.obligations[0].bearer is not None
    assert read.obligations[0].bearer.value == ("JVC",)
    assert sentence("It shall inspect all depots.").form is SentenceForm.NOT_READ


def test_a_body_that_the_front_matter_names_keeps_its_short_name() -> None:
    named = parse(
        "---\nothers: {JVC: Joint Verification Commission}\n---\n\n"
        "1. A Joint Verification Commission (the Commission) is established. It shall inspect all depots.\n"
    )
    assert [each.id for each in named.bodies] == ["JVC"]
    assert named.obligations[0].bearer is not None
    assert named.obligations[0].bearer.value == ("JVC",)


def test_a_verification_fills_the_verifier_of_the_articles_it_names() -> None:
    read = framework(
        "The Parties shall not fire flares.", "The Parties shall release Ana.", "The JVC shall verify Article 2."
    )
    fire, release, verify = read.obligations
    assert fire.verifier is not None
    assert fire.verifier.value == ("JVC",)
    assert release.verifier is None
    assert verify.verifier is None


def test_a_verification_fills_the_verifier_of_the_deed_that_it_names_wherever_that_is_demanded() -> None:
    read = framework(
        "Kestria shall withdraw all howitzers by D+7.",
        "Kestria shall withdraw all tanks by D+9.",
        "The JVC shall monitor the cease-fire regime and the withdrawal of the howitzers.",
    )
    howitzers, tanks, _ = read.obligations
    assert howitzers.verifier is not None
    assert howitzers.verifier.value == ("JVC",)
    assert tanks.verifier is None


def test_an_open_slot_is_none_names_its_label_and_the_rest_is_read() -> None:
    obligation = only("No Party shall place tanks within [#km KES: 15 | ORL: 25] km of the Separation Line from D+14.")
    assert obligation.place is None
    assert obligation.labels == ("km",)
    assert obligation.window is not None
    assert obligation.window.value == Window(start=day(14))


def test_wordings_that_do_different_things_leave_the_sentence_unread() -> None:
    read = sentence("Kestria [#fly KES: may | ORL: shall not] fly drones.")
    assert (read.form, read.reading, read.obligations) == (SentenceForm.NOT_READ, None, ())


def test_it_means_nobody_behind_a_sentence_that_is_not_read() -> None:
    read = framework(
        "The JVC shall keep the list. Peace is possible, so to say, unless it were not. It shall warn Orlavia."
    )
    assert [each.bearer.value for each in read.obligations if each.bearer] == [("JVC",)]


def test_what_no_one_may_suffer_is_a_ban_on_whoever_would_do_it() -> None:
    obligation = only("No one shall be detained for having spoken before the entry into force of this accord.")
    assert (obligation.bearer, obligation.object, obligation.window) == (None, None, None)
    assert obligation.modality is not None
    assert obligation.modality.value is Modality.MUST_NOT


@pytest.mark.parametrize(
    "words",
    [
        "The Parties reaffirm their friendship.",
        "The Parties should withdraw.",
        "Nothing in this agreement shall bind Halvern.",
        "The Parties shall depend on the coast.",
        "Kestria shall withdraw tanks not later than soon.",
        "The Parties shall not fail to report incidents within 3 working days.",
        "Kestria shall allow and Orlavia shall not impede convoys.",
        "Peace is possible.",
        "Both sides pay tribute to the dead.",
        "To poison or fill in a well counts as a violation.",
        "The new tariff takes effect on D+3.",
        "The farmers till their fields, and no soldier shall drive them away.",
        "shall",
    ],
)
def test_what_is_not_understood_is_not_read(words: str) -> None:
    read = sentence(words)
    assert (read.form, read.reading, read.obligations) == (SentenceForm.NOT_READ, None, ())


def test_every_slot_stands_in_the_text_where_its_spans_say() -> None:
    read = framework(
        "From D+1 the Parties shall: (a) release all\n   detainees to the Red Circle within **3 days**; (b) rest.",
        "Kestria shall not fly [#what KES: drones | ORL: aircraft] over the Bay Zone unless the JVC agrees.",
    )
    spans = [
        span
        for obligation in read.obligations
        for name in type(obligation).model_fields
        for span in getattr(getattr(obligation, name), "spans", ())
    ]
    assert spans
    assert all(read.text[span.start : span.end] == span.exact for span in spans)


@pytest.mark.parametrize(
    ("words", "event"),
    [
        ("Kestria shall convene the Parties within 3 days of receiving such a finding.", "receiving such a finding"),
        ("Kestria shall rule on the claim after hearing both Parties.", "hearing both Parties"),
        ("Kestria shall rule, after having heard both Parties, on the claim.", "having heard both Parties"),
    ],
)
def test_what_somebody_does_first_is_what_a_duty_waits_for(words: str, event: str) -> None:
    found = only(words)
    assert found.trigger is not None
    assert found.trigger.value.event == event


@pytest.mark.parametrize(
    "words",
    [
        "This agreement applies at sea and in the air above it, and does not apply on land.",
        "This Protocol shall apply to all vessels that fly the flag of a Party.",
        "The cease-fire covers the whole of the province, on land and on the lake.",
    ],
)
def test_where_and_to_whom_the_text_applies_is_said_and_binds_nobody(words: str) -> None:
    found = sentence(words)
    assert found.form is SentenceForm.STATUS
    assert found.obligations == ()


def test_the_verb_says_the_act_of_a_phrase_with_a_thing_of_its_own() -> None:
    act = only("Kestria shall ensure the safety and dignity of the prisoners.").act
    assert act is not None
    assert act.words == "ensure"


def test_whatever_lasts_is_a_time_of_the_duty() -> None:
    found = only("During the rainy season no Party shall move heavy vehicles on the dykes.")
    assert found.window is not None
    assert found.window.words == "During the rainy season"


def test_where_somebody_is_taken_is_a_place() -> None:
    found = only("Sick captives shall be taken to Toru by D+3.")
    assert found.place is not None
    assert found.place.words == "to Toru"
