"""Sentences in an unusual order are read as the usual one would be, and their words keep their places."""

from __future__ import annotations

import pytest

from parley.framework import parse
from parley.framework.reader.orders import FORMS
from parley.model import Framework

HEAD = "---\nparties: {KES: Kestria, ORL: Orlavia}\nothers: {HAL: Halvern, RCX: Red Circle}\n---\n\n"
COMMISSION = "1. A Joint Commission (the Commission) is established.\n\n"


def read(words: str) -> Framework:
    return parse(f"{HEAD}{COMMISSION}2. {words}\n")


def told(words: str) -> list[tuple[str | None, str, str, str | None]]:
    """Bearer, modality, act and object of each obligation, bearer and object in the words of the text."""
    return [
        (
            each.bearer.words if each.bearer else None,
            each.modality.value.value if each.modality else "",
            each.act.value if each.act else "",
            each.object.words if each.object else None,
        )
        for each in read(words).obligations
    ]


@pytest.mark.parametrize("form", FORMS, ids=[form.name for form in FORMS])
def test_every_form_is_read_in_its_example(form: object) -> None:
    example = getattr(form, "example")  # noqa: B009
    framework = read(example)
    assert framework.obligations
    for obligation in framework.obligations:
        slots = (getattr(obligation, name) for name in ("bearer", "modality", "act", "object", "place", "window"))
        for span in (span for slot in slots if slot is not None for span in slot.spans):
            assert framework.text[span.start : span.end] == span.exact


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("By the end of June 2031 Kestria shall leave Velm.", [("Kestria", "must", "withdraw", None)]),
        (
            "Kestria shall release the pilots whom it took after 3 January 2031.",
            [("Kestria", "must", "release", "the pilots whom it took after 3 January 2031")],
        ),
        (
            "Kestria shall hand over to the Red Circle a list of the prisoners that it holds by D+10.",
            [("Kestria", "must", "deliver", "a list of the prisoners that it holds")],
        ),
        ("Responsibility for dredging the canal rests with Kestria.", [("Kestria", "must", "dredge", "the canal")]),
        ("Kestria accepts the obligation to dredge the canal.", [("Kestria", "must", "dredge", "the canal")]),
        ("Kestria takes it upon itself to dredge the canal.", [("Kestria", "must", "dredge", "the canal")]),
        ("All wells, whether dug, drilled or natural, shall be sealed.", [(None, "must", "close", "All wells")]),
        ("No fewer than two canals shall be dredged.", [(None, "must", "dredge", "No fewer than two canals")]),
        (
            "No soldier shall enter a chapel or linger near one.",
            [("No soldier", "must not", "enter", "a chapel"), ("No soldier", "must not", "linger", None)],
        ),
        ("No barge, whether laden or empty, may pass.", [("No barge", "must not", "move", None)]),
        ("Kestria shall, by D+9, have sealed the wells.", [("Kestria", "must", "close", "the wells")]),
        (
            "Kestria shall dredge all canals that were flooded before the outbreak of war.",
            [("Kestria", "must", "dredge", "all canals that were flooded before the outbreak of war")],
        ),
        (
            "No Party shall recruit persons living in the Marshes.",
            [("No Party", "must not", "recruit", "persons living in the Marshes")],
        ),
        ("Villagers may go home, of their own free will, from D+3.", [("Villagers", "may", "return", None)]),
        (
            "The Commission consists of six officers, and shall inspect the depots.",
            [("The Commission", "must", "inspect", "the depots")],
        ),
        (
            "Kestria shall take such urgent and effective measures to protect wells.",
            [("Kestria", "must", "protect", "wells")],
        ),
        ("Demands that Kestria release all hostages.", [("Kestria", "must", "release", "all hostages")]),
        (
            "Halvern shall provide the chair, Kestria the secretariat.",
            [("Halvern", "must", "deliver", "the chair"), ("Kestria", "must", "deliver", "the secretariat")],
        ),
        (
            "Kestria shall not only free the hostages but also restore their houses.",
            [("Kestria", "must", "release", "the hostages"), ("Kestria", "must", "repair", "their houses")],
        ),
        (
            "Kestria releases all prisoners and Orlavia returns the bodies.",
            [("Kestria", "must", "release", "all prisoners"), ("Orlavia", "must", "return", "the bodies")],
        ),
        (
            "Kestria hands over its maps and withdraws its engineers.",
            [("Kestria", "must", "deliver", "its maps"), ("Kestria", "must", "withdraw", "its engineers")],
        ),
        (
            "Kestria shall neither move its tanks nor reinforce its posts.",
            [("Kestria", "must not", "move", "its tanks"), ("Kestria", "must not", "deploy", "its posts")],
        ),
        ("Whoever finds a mine shall mark it.", [("Whoever finds a mine", "must", "demarcate", "it")]),
        ("None but Kestria may inspect depots.", [("Kestria", "may", "inspect", "depots")]),
        ("By D+20 Kestria shall have removed its tanks.", [("Kestria", "must", "withdraw", "its tanks")]),
        ("Only Kestria shall carry arms.", [("Kestria", "may", "carry", "arms")]),
        (
            "Not until the last hostage is free shall the embargo be lifted.",
            [(None, "must not", "lift", "the embargo")],
        ),
        ("Not before D+30 may Kestria resume flights.", [("Kestria", "must not", "resume", "flights")]),
        ("Only when all mines are cleared may Kestria repair the road.", [("Kestria", "may", "repair", "the road")]),
        ("No earlier than D+3 shall Kestria withdraw its tanks.", [("Kestria", "must", "withdraw", "its tanks")]),
        (
            "Kestria shall move its guns to the depot, there to be sealed.",
            [("Kestria", "must", "move", "its guns")],
        ),
        ("In no case shall the guards search carts.", [("the guards", "must not", "search", "carts")]),
        ("At no gate shall the guards search carts.", [("the guards", "must not", "search", "carts")]),
        ("The guards shall observe the exchange.", [("The guards", "must", "monitor", "the exchange")]),
        ("The guards shall observe the truce.", [("The guards", "must", "respect", "the truce")]),
        ("All vehicles shall be counted at the gate.", [(None, "must", "count", "All vehicles")]),
        (
            "Neither Party shall board ships nor search crews.",
            [("Neither Party", "must not", "board", "ships"), ("Neither Party", "must not", "search", "crews")],
        ),
        (
            "Whichever Party first finds a mine shall mark it.",
            [("Whichever Party first finds a mine", "must", "demarcate", "it")],
        ),
        (
            "The guards shall let pass whoever holds a pass.",
            [("The guards", "must", "grant-access", None)],
        ),
        (
            "Kestria shall bear the cost of the works, Orlavia that of the guards.",
            [
                ("Kestria", "must", "pay", "the cost of the works"),
                ("Orlavia", "must", "pay", "that of the guards"),
            ],
        ),
        (
            "Kestria shall free the crews at Osk and Orlavia those at Sel by D+3.",
            [("Kestria", "must", "release", "the crews"), ("Orlavia", "must", "release", "those")],
        ),
        (
            "Kestria shall put before the Commission all claims.",
            [("Kestria", "must", "refer", "all claims")],
        ),
        (
            "Kestria undertakes the release of all prisoners.",
            [("Kestria", "must", "release", "all prisoners")],
        ),
        ("The families shall receive news.", [("The families", "must", "receive", "news")]),
        ("The Parties, within ten days, shall exchange lists.", [("The Parties", "must", "exchange", "lists")]),
    ],
)
def test_each_deed_has_its_own_bearer_and_object(words: str, expected: list[object]) -> None:
    assert told(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "The Commission shall record the positions of both Parties as at 06:00 UTC on D-day.",
        "No Party shall stop a convoy that was notified to it 6 hours before.",
        "Kestria shall guard the school at Tarn that was shelled on D-day.",
    ],
)
def test_what_dates_a_thing_dates_no_duty(words: str) -> None:
    assert [each.window for each in read(words).obligations] == [None]


@pytest.mark.parametrize(
    "words",
    [
        "Kestria need not withdraw its guards.",
        "Kestria is to evacuate Tarn, Orlavia Velm, by D+9.",
        "Prisoners who are ill shall be repatriated first, the others by D+30.",
        "Within two weeks there a post shall be established.",
        "Sundays shall not be counted.",
        "The period of grace shall be counted from D-day.",
        "The Parties agree to the following text.",
        "The Parties agree on the map in Annex A.",
        "Each commander answers to his superiors for the conduct of his men.",
        "Kestria is not bound by Article 2.",
        "Kestria need not give notice under Article 2 if it is urgent.",
        "A breach of Article 1 shall not entitle Kestria to suspend Article 2.",
    ],
)
def test_what_is_free_or_is_another_clause_gives_no_duty(words: str) -> None:
    assert told(words) == []


@pytest.mark.parametrize(
    ("words", "windows"),
    [
        ("The Commission shall report to both Parties daily, and to the public every 10 days.", [1, 10]),
        ("The Commission shall report to both Parties every evening and to the public every Monday.", [1, 7]),
        ("Kestria shall deliver fuel to Orlavia every 3 days.", [3]),
    ],
)
def test_each_addressee_has_a_time_of_its_own(words: str, windows: list[int]) -> None:
    found = [each.window for each in read(words).obligations]
    assert [each.value.every.days for each in found if each and each.value.every] == windows


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("No Party shall fly drones between 22:00 and 05:00.", (22, 5)),
        ("Military vehicles shall not use the road from 7 a.m. to 7 p.m.", (7, 19)),
    ],
)
def test_a_ban_of_some_hours_keeps_them(words: str, hours: tuple[int, int]) -> None:
    window = read(words).obligations[0].window
    assert window is not None
    assert window.value.hours is not None
    assert tuple(hour.hour for hour in window.value.hours) == hours
