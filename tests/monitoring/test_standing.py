"""What the notes tell of reports that are one event with another."""

from __future__ import annotations

from typing import Any

import pytest

from parley.monitoring.standing import few, told_twice


def test_of_many_that_are_one_event_with_another_the_first_ten_are_told_and_the_number_of_the_rest() -> None:
    notes = [told_twice(f"r{n}", "r0") for n in range(1, 14)]
    told = list(few(["a note", *notes[:6], "another", *notes[6:]]))
    assert told[:8] == ["a note", *notes[:6], "another"]
    assert told[-1] == "3 more reports tell of the same event as another (act, actor, time, place): counted once."
    assert list(few(notes[:10])) == notes[:10]
    assert "1 more report tells" in list(few(notes[:11]))[-1]


@pytest.mark.parametrize(
    ("told", "note"),
    [
        (80, "M2 confirms T4 from another source: counted once."),
        (78, "M2 tells of what T4 does, but of 78 and not of 80: counted once, its number in doubt."),
        ("about 78", "M2 confirms T4 from another source: counted once."),
    ],
)
def test_who_gives_another_number_confirms_none(held: Any, told: Any, note: str) -> None:
    freed = {"event_earliest": "2031-03-05T10:00", "reported": "2031-03-05T12:00", "act": "release",
             "object": "prisoners", "actor": "KES", "counterpart": "ORL"}  # fmt: skip
    rows = [
        {"id": "T4", **freed, "count": 80, "claimant": "KES"},
        {"id": "M2", **freed, "count": told, "claimant": "ORL", "about": "T4"},
    ]
    result = held("1. Kestria shall release 80 prisoners by D+10. {#release}\n", rows)
    assert note in result.notes
    assert [one.verdict for one in result.verdicts] == ["kept" if told == 80 else "cannot tell"]
