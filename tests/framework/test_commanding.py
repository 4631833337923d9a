"""Duties in the present tense: behind a front, joined, denied, of several subjects; and what only tells."""

from __future__ import annotations

import pytest

from parley.framework import parse

HEAD = """---
title: Truce
status: draft
parties: {KES: Republic of Kestria, ORL: Republic of Orlavia}
others: {JVC: Joint Verification Commission}
---

1. """


def read(sentence: str) -> list[tuple[str | None, str, str | None, str | None]]:
    """Bearer, verb as it stands, modality and window of each duty."""
    found = parse(HEAD + sentence + "\n").obligations
    return [
        (
            one.bearer and one.bearer.words,
            one.act.words if one.act else "",
            one.modality and one.modality.value.value,
            one.window and one.window.words,
        )
        for one in found
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("On D+2 Kestria leaves the town of Tarn.", [("Kestria", "leaves", "must", "On D+2")]),
        (
            "On D+2 Kestria leaves the town of Tarn and hands it over to Orlavia.",
            [("Kestria", "leaves", "must", "On D+2"), ("Kestria", "hands it over", "must", "On D+2")],
        ),
        (
            "Kestria removes its barriers by D+2 and does not build new ones.",
            [("Kestria", "removes", "must", "by D+2"), ("Kestria", "build", "must not", None)],
        ),
        (
            "If Kestria withdraws from Tarn, Orlavia opens the bridge within 2 days.",
            [("Orlavia", "opens", "must", "within 2 days")],
        ),
        (
            "Kestria opens the bridge on D+1 and the two commanders meet within 3 days.",
            [("Kestria", "opens", "must", "on D+1"), ("the two commanders", "meet", "must", "within 3 days")],
        ),
        (
            "Each evening both sides tell the JVC where their guns are.",
            [("both sides", "tell", "must", "Each evening")],
        ),
        (
            "At each of the three wells two guards stand watch from 05:00 to 21:00.",
            [("two guards", "stand watch", "must", "from 05:00 to 21:00")],
        ),
        (
            "Wardens who smell smoke mark the spot, and warn both Parties within two hours.",
            [
                ("Wardens who smell smoke", "mark", "must", None),
                ("Wardens who smell smoke", "warn", "must", "within two hours"),
            ],
        ),
        ("Each evening the JVC counts the tanks.", [("the JVC", "counts", "must", "Each evening")]),
        ("Within a week the lists are handed to the JVC.", [(None, "handed", "must", "Within a week")]),
        ("Observers enter any shed or ship at any time.", [("Observers", "enter", "must", None)]),
        ("The wages of the JVC are paid by Kestria.", [("Kestria", "paid", "must", None)]),
        (
            "If the ice breaks, the side concerned warns the JVC and gets four more days.",
            [("the side concerned", "warns", "must", None), ("the side concerned", "gets", "may", None)],
        ),
        (
            "After a death both sides report to the JVC within an hour, and neither side talks to the press for a day.",
            [("both sides", "report", "must", "within an hour"), ("neither side", "talks", "must not", "for a day")],
        ),
    ],
)
def test_the_present_tense_is_a_duty_wherever_it_stands(
    sentence: str, expected: list[tuple[str | None, str, str | None, str | None]]
) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The prisoners that Kestria holds are many.",
        "Kestria regards Orlavia as a party.",
        "After Kestria leaves Tarn, nobody knows the way.",
        "The JVC has three tasks.",
        "Kestria supports the peace and values its friends.",
        "The Parties recall the treaty of 2019.",
        "Kestria and Orlavia recognise the sacrifices made by the miners of Tarn.",
        "The valley is divided by the river.",
        "The lamps are dealt with in a separate paper.",
        "Unless denounced with a month's warning, this Protocol is renewed from year to year.",
        "Each Party keeps its view of the border.",
    ],
)
def test_what_only_tells_is_no_duty(sentence: str) -> None:
    assert read(sentence) == []


SO_WRITTEN = """Kestria leaves the mine by D+5.

2. Orlavia opens the lock on D+3.

3. The JVC meets every Monday.

4. Both Parties take down their roadblocks by D+9.

5. """


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Drivers show their papers at the gate.", [("Drivers", "show", "must", None)]),
        ("The edge of each shaft is marked with white posts.", [(None, "marked with", "must", None)]),
        ("Nobody is driven out of his house.", [(None, "driven out of", "must not", None)]),
        (
            "The wells are ours, and nobody fouls, fences or guards them.",
            [
                ("nobody", "fouls", "must not", None),
                ("nobody", "fences", "must not", None),
                ("nobody", "guards", "must not", None),
            ],
        ),
        (
            "Miners work in two shifts and are paid every Friday.",
            [("Miners", "work", "must", None), (None, "paid", "must", "every Friday")],
        ),
        (
            "It was settled that Kestria hands over the keys and leaves by the north gate.",
            [("Kestria", "hands over", "must", None), ("Kestria", "leaves", "must", None)],
        ),
        ("Both Parties hold their fire near the mine.", [("Both Parties", "hold their fire", "must not", None)]),
        ("No one pays a toll at any gate.", [("No one", "pays", "must not", None)]),
        (
            "Nobody under sixteen stands guard or carries letters for the army.",
            [
                ("Nobody under sixteen", "stands guard", "must not", None),
                ("Nobody under sixteen", "carries", "must not", None),
            ],
        ),
        ("From then on nobody shoots across the canal.", [("nobody", "shoots", "must not", "From then on")]),
        ("Members of the JVC go where they like.", [("Members of the JVC", "go", "may", None)]),
        (
            "The workers on the river post are relieved every nine days.",
            [(None, "relieved", "must", "every nine days")],
        ),
        (
            "Whoever finds a purse takes it to the mayor, sends word to the JVC and keeps no coin.",
            [
                ("Whoever finds a purse", "takes", "must", None),
                ("Whoever finds a purse", "sends word", "must", None),
                ("Whoever finds a purse", "keeps", "must not", None),
            ],
        ),
        ("Whoever finds a shell leaves it where it lies.", [("Whoever finds a shell", "leaves", "must", None)]),
    ],
)
def test_in_a_text_that_is_written_so_it_needs_no_time(
    sentence: str, expected: list[tuple[str | None, str, str | None, str | None]]
) -> None:
    assert read(SO_WRITTEN + sentence)[4:] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The line follows the river down to the sea.",
        "The prisoners are held in three camps.",
        "The islands are inhabited by fishermen.",
        "The tunnel is closed by rocks.",
        "The dam supplies both towns with water.",
        "The villagers speak two languages.",
        "The observers come from five countries.",
        "The road is used by lorries and buses.",
        "No roads lead to the upper village.",
        "The hours are shown on the map.",
    ],
)
def test_what_only_tells_is_no_duty_there_either(sentence: str) -> None:
    assert read(SO_WRITTEN + sentence)[4:] == []


@pytest.mark.parametrize("subject", ["Article 1", "Articles 1 and 2", "Paragraph 3 of Article 4", "Articles 4 to 6"])
@pytest.mark.parametrize("when", ["for 48 hours after an incident", "while talks go on", "until D+9"])
def test_a_provision_can_be_suspended_in_the_present_tense(subject: str, when: str) -> None:
    verb = "are" if subject.startswith("Articles") else "is"
    (one,) = parse(f"1. {subject} {verb} suspended {when}.\n").obligations
    assert (one.act.value, one.object.value.text) == ("suspend", subject)
