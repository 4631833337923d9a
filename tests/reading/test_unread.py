"""A long part of a paper that gave no statement is named; a short or a told one is not."""

from __future__ import annotations

from papers import reading_of

TOLD = "Kestria said on Monday that the road was open.\n"
SILENT = "The road runs along the river from the mill to the old town and its bridge.\n"  # 16 words


def test_a_long_silent_part_is_named_with_its_lines() -> None:
    (note,) = reading_of(2 * TOLD + 13 * SILENT).notes
    assert note == "208 of its 226 words stand in a row without any statement that was read (lines 3 to 15); look there"


def test_what_is_short_or_told_between_is_no_matter() -> None:
    assert reading_of(TOLD + 11 * SILENT).notes == ()
    assert reading_of(9 * SILENT + TOLD + 9 * SILENT).notes == ()
    assert reading_of(SILENT).notes == ()
