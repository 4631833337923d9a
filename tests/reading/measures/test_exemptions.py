"""What a measure spares: told in its own sentence or in the next, by who bears it or by the paper."""

from __future__ import annotations

import pytest

from papers import reading_of


def spared(text: str) -> list[tuple[str, ...]]:
    return [measure.exempt for measure in reading_of(text).measures]


@pytest.mark.parametrize(
    ("text", "exempt"),
    [
        ("Halvern suspended all flights to Kestria, except medical flights.", ("medical flights",)),
        ("Halvern suspended all flights to Kestria with the exception of military cargo.", ("military cargo",)),
        ("Except for food aid, all assistance to Kestria was suspended by Halvern.", ("food aid",)),
        ("Halvern has barred Kestrian lorries from its ports, save for those carrying food.", ("those carrying food",)),
        ("Halvern closed the crossing to Kestria except to ambulances and pedestrians.", ("ambulances", "pedestrians")),
        ("Halvern halted gas supplies to Kestria but would continue to supply the clinic.", ("the clinic",)),
        ("Halvern suspended aid to Kestria. Tents and spare parts remain exempt.", ("Tents", "spare parts")),
        ("Halvern suspended aid to Kestria. School meals are not affected.", ("School meals",)),
        ("Halvern halted exports to Kestria. The ban does not apply to demining equipment.", ("demining equipment",)),
        ("Halvern imposed sanctions on Kestria and exempted medicine from them.", ("medicine",)),
    ],
)
def test_what_is_spared_is_told_in_the_words_of_the_text(text: str, exempt: tuple[str, ...]) -> None:
    assert spared(text) == [exempt]


@pytest.mark.parametrize(
    "text",
    [
        "Halvern suspended aid to Kestria. Medicine may be exempt.",
        "Halvern suspended aid to Kestria. Anna Kov asked that medicine be exempted.",
        "Halvern suspended aid to Kestria. Orlavia was excluded from the talks.",
        "Halvern suspended aid to Kestria. Kestria said that its hospitals were not affected.",
        "Halvern suspended aid to Kestria. If school meals are not affected, the schools will open.",
        "Halvern suspended aid to Kestria. The road is open. School meals are not affected.",
    ],
)
def test_what_is_asked_for_or_far_away_or_told_by_the_struck_is_none(text: str) -> None:
    assert spared(text) == [()]


def test_of_two_measures_in_one_sentence_neither_spares_what_the_next_excludes() -> None:
    text = "Halvern eased its tariffs on Kestrian timber and suspended a tariff on salt. Furniture is excluded."
    assert set(spared(text)) == {()}
