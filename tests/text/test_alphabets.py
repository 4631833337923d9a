"""Notes on letters: names in look-alike letters, and parts of a paper that are in another alphabet."""

from __future__ import annotations

import pytest

from parley.text import open_document
from parley.text.alphabets import alphabet_notes

UKRAINIAN = "Міністр закордонних справ заявив, що переговори відбудуться у вівторок у місті."
ENGLISH = "Kestria said on Monday that the road was open. Orlavia denied it on Tuesday and called for talks in Ostra.\n"


@pytest.mark.parametrize(
    ("word", "letter"),
    [
        ("K\u0435stria", "U+0435 cyrillic small letter ie"),
        ("\u041eRLAVIA", "U+041E cyrillic capital letter o"),
        ("Halv\u0395rn", "U+0395 greek capital letter epsilon"),
        ("\u0421\u041e\u0420\u0415", "U+0421 cyrillic capital letter es and others"),
    ],
)
def test_a_name_in_look_alike_letters_is_shown_with_the_letter(word: str, letter: str) -> None:
    (note,) = alphabet_notes(f"{word} said on Monday that the road was open.")
    assert f"“{word}” ({letter})" in note


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "Müller, Łukasz and Çelik met the café’s owner.",
        "5 μSv, 3 kΩ and ΔT",
        "The word мир means peace.",
        UKRAINIAN,
    ],
)
def test_letters_at_home_give_no_note(text: str) -> None:
    assert alphabet_notes(text, read=text != UKRAINIAN) == []


def test_a_part_in_another_alphabet_is_said_with_its_share() -> None:
    (note,) = open_document((3 * ENGLISH + UKRAINIAN).encode(), "a.txt").notes
    assert note == "about 21 % of its letters are Cyrillic: that part is kept and searchable, not yet read"


def test_a_paper_not_read_at_all_gives_one_note() -> None:
    assert len(open_document(UKRAINIAN.encode(), "a.txt").notes) == 1
