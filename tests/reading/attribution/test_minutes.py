"""Minutes whose turns stand under "NAME / ROLE", and what the agenda's points end."""

from __future__ import annotations

from reading.papers import statements, words

RECORD = """JOINT COMMISSION
Present: Ana Kov (Kestria), Nils Arl (Orlavia), Elin Sorby (Chair)

1. Exchange of prisoners

The delegation of Kestria noted that 40 names were missing from the list.

MS KOV / KESTRIA
The list cannot stand.

The families must be told.

MR ARL / ORLAVIA
The list was checked twice.

CHAIR
The point stays open.

2. Crossing at Halm

MR ARL / ORLAVIA
The crossing opens on Friday.
"""


def test_each_turn_is_of_who_stands_over_it() -> None:
    told = [(each.speaker.name, " ".join(words(each, "content"))) for each in statements(RECORD) if each.speaker]
    assert told == [
        ("Kestria", "that 40 names were missing from the list"),
        ("Ana Kov", "The list cannot stand.\n\nThe families must be told."),
        ("Nils Arl", "The list was checked twice."),
        ("Elin Sorby", "The point stays open."),
        ("Nils Arl", "The crossing opens on Friday."),
    ]


def test_a_line_with_a_stroke_alone_makes_no_record() -> None:
    assert statements("DATE / PLACE\nFour / Ostra\n\nORIGINAL / COPY\nThe road is open.\n") == ()
