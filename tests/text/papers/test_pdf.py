"""PDFs: paragraphs from lines, what is left out and said, and pages that are pictures."""

from __future__ import annotations

import datetime as dt

import pytest

from made_papers import pdf, set_lines
from parley.model import Document
from parley.text import open_document

LONG = (
    "The Parties met in Lindholt on Thursday and agreed that the road stays open for as long as both of them wish "
    "it, that their commanders speak daily, and that the envoy of Halvern returns within a week of their request."
)


def opened(*pages: list[tuple[float, float, str]] | None, info: str = "") -> Document:
    return open_document(pdf(pages, info), "paper.pdf")


def test_lines_become_paragraphs_again():
    assert opened(set_lines(f"{LONG}\n\n{LONG}")).text == f"{LONG}\n\n{LONG}\n"


def test_a_paragraph_goes_on_over_the_page():
    lines = set_lines(LONG)
    assert opened(lines[:2], [(72, 780, lines[2][2])]).text == f"{LONG}\n"


def test_a_word_cut_at_a_line_end_is_whole_and_one_with_a_hyphen_of_its_own_keeps_it():
    document = opened([
        (72, 780, "The cease-fire holds, said the en-"),
        (72, 767, "voy of Halvern today about this cease-"),
        (72, 754, "fire, and the road to Lindholt is open."),
    ])  # fmt: skip
    assert document.text == (
        "The cease-fire holds, said the envoy of Halvern today about this cease-fire, "
        "and the road to Lindholt is open.\n"
    )
    assert "1 word cut at line ends joined" in document.notes


def test_running_heads_and_page_numbers_are_left_out_and_said():
    page = [(72, 815, "Draft of the Commission"), *set_lines(LONG), (290, 30, "Page 1 of 3")]
    pages = [[page[0], *page[1:-1], (290, 30, f"Page {number} of 3")] for number in (1, 2, 3)]
    document = opened(*pages)
    assert document.text == f"{LONG}\n\n{LONG}\n\n{LONG}\n"
    assert document.notes == (
        "running heads and feet left out: “Draft of the Commission”",
        "3 page numbers left out",
    )


def test_a_number_on_a_single_page_is_kept():
    assert opened([*set_lines(LONG), (72, 30, "500")]).text.endswith("500\n")


def test_columns_whose_lines_come_mixed_are_read_one_after_the_other():
    left = [(72.0, 700.0 - 13 * row, f"Left column line {row}.") for row in range(4)]
    right = [(330.0, 700.0 - 13 * row, f"Right column line {row}.") for row in range(4)]
    text = opened([*right[2:], *left[2:], *right[:2], *left[:2]]).text
    assert [text.index(f"{side} column line {row}.") for side in ("Left", "Right") for row in range(4)] == sorted(
        text.index(f"{side} column line {row}.") for side in ("Left", "Right") for row in range(4)
    )


@pytest.mark.parametrize(
    ("scans", "pages", "said"),
    [
        ((2, 5), 6, "pages 2 and 5 are images; their words are not read"),
        ((1, 2, 3, 6), 6, "pages 1 to 3 and 6 are images; their words are not read"),
        ((3,), 3, "page 3 is an image; its words are not read"),
        ((1, 2), 2, "all its 2 pages are images; their words are not read"),
        ((1,), 1, "its one page is an image; its words are not read"),
    ],
)
def test_scanned_pages_are_said_to_be_images(scans, pages, said):
    document = opened(*[None if number + 1 in scans else set_lines(LONG) for number in range(pages)])
    assert document.notes[0].startswith(f"{said}: have text recognition (OCR)")
    assert (document.text == "") == (len(scans) == pages)


def test_an_empty_page_is_said():
    assert "page 2 is empty" in opened(set_lines(LONG), []).notes


def test_properties_are_taken_where_they_can_be_believed():
    info = "/Title (On the road) /Author (Maren Oskeld) /CreationDate (D:20310306093000+02'00')"
    document = opened(set_lines(LONG), info=info)
    assert (document.title, document.published, document.publisher) == ("On the road", dt.date(2031, 3, 6), None)
    later = opened(set_lines(LONG), info=f"{info} /ModDate (D:20320101000000Z)")
    assert later.published is None
    assert any("made on 2031-03-06 and changed on 2032-01-01; give its date by hand" in note for note in later.notes)


def test_small_figures_are_marks_of_footnotes_which_stand_at_the_end():
    document = opened(
        [
            *set_lines(LONG),
            (72, 100, "[6]1"),
            (78, 97, "[8]See the letter of Thursday."),
        ],
        set_lines(LONG),
    )
    assert document.text == f"{LONG}\n\n{LONG}\n\n[1] See the letter of Thursday.\n"
    assert "footnotes stand at its end" in document.notes
