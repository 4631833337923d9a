"""Behind a case "it" and "they" are who the case is about, where nothing else could be meant."""

from __future__ import annotations

import pytest

from parley.framework import parse

HEAD = "---\nparties: {KES: Kestria, ORL: Orlavia}\n---\n\n1. A Joint Commission is established.\n\n2. "


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Where one of the Parties disputes a report, it may request a second visit.", ("KES", "ORL")),
        ("If Kestria loses a drone, it shall notify Orlavia within two hours.", ("KES",)),
        ("As soon as the Commission has verified the withdrawal, it shall inform the Parties.", ("Joint Commission",)),
        ("Should observers come under fire, they shall withdraw to Tarn.", ("observers",)),
        ("When a patrol finds a mine, it shall mark the spot.", ("patrol",)),
        ("If a Party opens fire, that Party shall notify the Commission within two hours.", ("KES", "ORL")),
        ("Upon a breach of Article 1 by either side, such side shall withdraw within two days.", ("KES", "ORL")),
        ("If the Commission finds a breach by a Party, that Party shall pay compensation by D+5.", ("KES", "ORL")),
        ("Should Kestria open fire, that Party shall withdraw its guns by D+5.", ("KES",)),
    ],
)
def test_it_is_who_the_case_is_about(words: str, who: tuple[str, ...]) -> None:
    (only,) = parse(HEAD + words).obligations
    assert only.bearer is not None
    assert only.bearer.value == who


@pytest.mark.parametrize(
    "words",
    [
        "If Kestria shells Orlavia, it may suspend the exchange.",
        "Until the Commission has certified the road, it shall remain closed.",
        "The Parties shall send delegates to Tarn, where they shall sign the protocol.",
        "If Kestria and Orlavia open fire, that Party shall withdraw.",
        "If a Party shells a town of Kestria, that Party shall withdraw.",
        "If a convoy is stopped, that Party shall pay compensation.",
    ],
)
def test_where_two_could_be_meant_nobody_is(words: str) -> None:
    assert not parse(HEAD + words).obligations
