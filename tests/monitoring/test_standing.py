"""What the notes tell of reports that are one event with another."""

from __future__ import annotations

from parley.monitoring.standing import few, told_twice


def test_of_many_that_are_one_event_with_another_the_first_ten_are_told_and_the_number_of_the_rest() -> None:
    notes = [told_twice(f"r{n}", "r0") for n in range(1, 14)]
    told = list(few(["a note", *notes[:6], "another", *notes[6:]]))
    assert told[:8] == ["a note", *notes[:6], "another"]
    assert told[-1] == "3 more reports tell of the same event as another (act, actor, time, place): counted once."
    assert list(few(notes[:10])) == notes[:10]
    assert "1 more report tells" in list(few(notes[:11]))[-1]
