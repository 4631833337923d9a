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
    ],
)
def test_what_only_tells_is_no_duty(sentence: str) -> None:
    assert read(sentence) == []
