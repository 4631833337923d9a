"""An infinitive or a gerund as the subject; whom a ban binds behind "to" or "for"; and what has other subjects yet."""

from __future__ import annotations

import pytest

from parley.framework import parse

HEAD = "---\nparties: {KES: Kestria, ORL: Orlavia}\nothers: {JVC: Joint Verification Commission}\n---\n\n1. "


def read(sentence: str) -> list[tuple[str | None, str, str]]:
    """Bearer and act in the text's words, and the modality of each obligation."""
    return [
        (each.bearer and each.bearer.words, each.act.words if each.act else "", each.modality.value.value)
        for each in parse(HEAD + sentence + "\n").obligations
        if each.modality
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "To open graves or to move the dead is forbidden.",
            [(None, "open", "must not"), (None, "move", "must not")],
        ),
        (
            "To count the crates is permitted; to weigh them is not.",
            [(None, "count", "may"), (None, "weigh", "must not")],
        ),
        ("Fishing off the pier is forbidden to both sides.", [("both sides", "Fishing", "must not")]),
        ("Swimming is allowed for the children of the camp.", [("the children of the camp", "Swimming", "may")]),
        ("Threatening broadcasts are banned for the length of the truce.", [(None, "are banned", "must not")]),
        (
            "Kestria answers for their safety: it gives them guards by D+3.",
            [("it", "gives", "must")],
        ),
        (
            "Complaints are handed to the JVC, which decides on them within a week.",
            [(None, "handed", "must"), ("the JVC", "decides on", "must")],
        ),
        (
            "Quarrels shall be put to the JVC, which lives on gifts.",
            [(None, "put", "must")],
        ),
        (
            "Boats of Kestria stay west of the pier, and those of Orlavia east of it.",
            [("Boats of Kestria", "stay", "must"), ("those of Orlavia", "stay", "must")],
        ),
        (
            "The coal is paid half by Kestria and half by Orlavia.",
            [("Kestria", "paid", "must"), ("Orlavia", "paid", "must")],
        ),
        ("Nobody shall be sent home against his will.", [(None, "sent home", "must not")]),
        ("Orlavia has 9 days to do the same.", [("Orlavia", "do the same", "must")]),
        (
            "Kestria has eight days to move its guns, and Orlavia has ten days to empty its forts.",
            [("Kestria", "move", "must"), ("Orlavia", "empty", "must")],
        ),
        ("Smoking is forbidden to everybody.", [("everybody", "Smoking", "must not")]),
        (
            "Nobody is bound to forgive, but everybody is bound to keep the peace.",
            [("everybody", "keep the peace", "must")],
        ),
        ("To sell the rails is a crime.", []),
        ("To reach the upper mine is hard in winter.", []),
        ("It is not for the guards to open crates.", [("the guards", "open", "must not")]),
        ("Maps of the mines: to be handed over by D+3.", [(None, "handed over", "must")]),
        (
            "The two captains promise each other that their crews will not fish at night.",
            [("their crews", "fish", "must not")],
        ),
        (
            "Kestria pays for the pilots and Orlavia for the lamps.",
            [("Kestria", "pays for", "must"), ("Orlavia", "pays for", "must")],
        ),
    ],
)
def test_who_and_what_is_understood(sentence: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert read(sentence) == expected
