"""How things are to be is a duty, and is told from what they are by law."""

from __future__ import annotations

import pytest

from parley.framework import parse

HEAD = "---\nparties: {KES: Kestria, ORL: Orlavia}\n---\n\n"
COMMISSION = "1. A Joint Commission (the Commission) is established.\n\n"


def told(words: str) -> list[tuple[str | None, str | None, str | None]]:
    """Bearer, act and object of each obligation, in the words of the text."""
    obligations = parse(f"{HEAD}{COMMISSION}2. {words}\n").obligations
    return [
        tuple(slot.words if slot else None for slot in (each.bearer, each.act, each.object))  # type: ignore[misc]
        for each in obligations
    ]


@pytest.mark.parametrize(
    ("words", "bearer", "act", "thing"),
    [
        ("All hostages must be home by D+3.", None, "be home", "All hostages"),
        ("The lock at Velm must be working again by D+3.", None, "be working again", "The lock at Velm"),
        ("The ford shall remain closed to lorries.", None, "remain closed", "The ford"),
        ("The mortars shall remain in their depots.", None, "remain", "The mortars"),
        ("The mortars shall be in their depots by D+7.", None, "be", "The mortars"),
        ("The forces of Orlavia shall be behind the Gull Line by D+7.", "The forces of Orlavia", "be", None),
        ("Kestria shall be out of Tarn by D+4.", "Kestria", "be out of", None),
        ("Armed men must stay out of the market of Tarn.", "Armed men", "stay out of", None),
    ],
)
def test_a_state_is_a_duty(words: str, bearer: str | None, act: str, thing: str | None) -> None:
    assert told(words) == [(bearer, act, thing)]


@pytest.mark.parametrize(
    "words",
    ["The Commission shall be impartial.", "Not more than 40 guards may be on duty at a time.", "It shall be empty."],
)
def test_what_something_is_by_law_is_not_read(words: str) -> None:
    assert told(words) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "No new masts are permitted on Gull Hill, and existing ones must be taken down by D+9.",
            [(None, "are permitted", "new masts"), (None, "taken down", "existing ones")],
        ),
        (
            "Kestria is to mend the dyke, and Orlavia is to supply the stone.",
            [("Kestria", "mend", "the dyke"), ("Orlavia", "supply", "the stone")],
        ),
        ("Kestria has until D+9 to hand over its maps.", [("Kestria", "hand over", "its maps")]),
        (
            "Kestria shall let the Commission know which road it will use.",
            [("Kestria", "let the Commission know", "which road it will use")],
        ),
        ("A Party that doubts a report must tell the Commission.", [("A Party", "tell", None)]),
    ],
)
def test_each_duty_has_its_own_words(words: str, expected: list[tuple[str | None, ...]]) -> None:
    assert told(words) == expected
