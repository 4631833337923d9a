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


# -- columns and tables whose lines the file holds row by row -------------------------------------------

KESTRIA = (
    "Kestria rejected the draft of the Commission and said that its forces would remain on the northern bank of "
    "the river until the spring comes and the snow is gone."
)
ORLAVIA = (
    "Orlavia accepted the draft and promised that the bridge opens for wagons in the week after the signing, with "
    "no tolls on grain, and that the fords stay free."
)


def beside(*columns: str, width: int = 40, room: float = 255) -> list[tuple[float, float, str]]:
    """Columns set side by side, and their lines in the order of rows."""
    sets = [set_lines(words, 700, 60 + room * place, width=width) for place, words in enumerate(columns)]
    return sorted((line for each in sets for line in each), key=lambda line: (-line[1], line[0]))


def test_columns_whose_rows_come_one_after_the_other_are_read_column_by_column():
    assert opened(beside(KESTRIA, ORLAVIA)).text == f"{KESTRIA}\n\n{ORLAVIA}\n"


def test_three_narrow_columns_of_unequal_length_are_read_column_by_column():
    text = opened(beside(f"{KESTRIA} {ORLAVIA}", KESTRIA, ORLAVIA, width=28, room=165)).text
    assert text == f"{KESTRIA} {ORLAVIA}\n\n{KESTRIA}\n\n{ORLAVIA}\n"


def test_a_heading_over_columns_and_a_paragraph_under_them_keep_their_places():
    page = [(60, 740, "Report of the Joint Verification Commission on the river and its crossings")]
    page += [*beside(KESTRIA, ORLAVIA), *set_lines(LONG, 500, width=90)]
    assert [each[:20] for each in opened(page).text.split("\n\n")] == [
        each[:20] for each in ("Report of the Joint Verification", KESTRIA, ORLAVIA, LONG)
    ]


def test_a_word_cut_at_the_end_of_a_columns_line_is_whole():
    cut = [
        "Kestria rejected the draft of the Com-",
        "mission and said that its forces would",
        "remain on the bank, and stay.",
    ]
    left = [(60.0, 700.0 - 13 * row, words) for row, words in enumerate(cut)]
    page = [line for pair in zip(left, beside("", ORLAVIA)[1:], strict=False) for line in pair]
    assert "draft of the Commission and said that its forces would remain on the bank, and stay." in opened(page).text


def test_a_row_of_a_table_is_a_paragraph_with_tabs_between_its_cells():
    rows = [
        ("Place", "Day", "State"),
        ("Lindholt", "6 March", "open"),
        ("Orsk bridge", "7 March", "shut"),
        ("Ford", "", "free"),
    ]
    page = [
        (left, 700 - 13 * place, words)
        for place, row in enumerate(rows)
        for left, words in zip((72, 200, 330), row, strict=True)
        if words
    ]
    assert (
        opened(page).text
        == "Place\tDay\tState\n\nLindholt\t6 March\topen\n\nOrsk bridge\t7 March\tshut\n\nFord\t\tfree\n"
    )


def test_a_cell_of_several_lines_is_whole():
    page = [
        (72, 700, "Lindholt"), (200, 700, "open"),
        (72, 680, "Orsk bridge"), (200, 680, "shut, said the"), (200, 667, "envoy"),
        (72, 647, "Ford"), (200, 647, "free"),
    ]  # fmt: skip
    assert opened(page).text == "Lindholt\topen\n\nOrsk bridge\tshut, said the envoy\n\nFord\tfree\n"


def test_rows_set_close_are_rows_though_others_stand_apart():
    rows = [(700, "Lindholt", "open"), (687, "Orsk bridge", "shut"), (660, "Ford", "free"), (647, "Mill", "shut")]
    page = [piece for height, *cells in rows for piece in zip((72, 200), (height, height), cells, strict=True)]
    assert opened(page).text == "Lindholt\topen\n\nOrsk bridge\tshut\n\nFord\tfree\n\nMill\tshut\n"


def test_a_first_cell_of_several_lines_is_whole_where_rows_stand_apart():
    page = [
        (72, 700, "Lindholt"), (200, 700, "open"),
        (72, 680, "The bridge of"), (200, 680, "shut"), (72, 667, "Orsk"),
        (72, 647, "Ford"), (200, 647, "free"),
    ]  # fmt: skip
    assert opened(page).text == "Lindholt\topen\n\nThe bridge of Orsk\tshut\n\nFord\tfree\n"


def test_a_table_whose_cells_are_prose_is_read_cell_by_cell():
    rows = [(KESTRIA, ORLAVIA), (ORLAVIA, KESTRIA), (f"Again: {KESTRIA}", f"Again: {ORLAVIA}")]
    page = [
        (left, height - 100 * place, words)
        for place, (one, other) in enumerate(rows)
        for left, height, words in beside(one, other)
    ]
    assert opened(page).text == "".join(f"{cell}\n\n" for row in rows for cell in row)[:-1]


def test_numbers_of_a_list_and_wide_blanks_part_nothing():
    items = [
        (place, f"{place}.", f"The Parties shall keep road {place} open, day and night, for all who")
        for place in (1, 2, 3, 4)
    ]
    page = [
        piece
        for place, number, words in items
        for piece in (
            (72, 726 - 26 * place, number),
            (100, 726 - 26 * place, words),
            (100, 713 - 26 * place, "want to use it."),
        )
    ]
    assert (
        opened(page).text.split("\n\n")[1]
        == "2. The Parties shall keep road 2 open, day and night, for all who want to use it."
    )
    assert opened([(72, 700, "The road is"), (200, 700, "open.")]).text == "The road is open.\n"


def test_a_name_with_a_colon_and_the_words_beside_it_are_one_turn():
    turns = [("KESTRIA:", "We want the road."), ("ORLAVIA:", "You have it."), ("KESTRIA:", "Since when?")]
    page = [
        piece
        for row, (who, what) in enumerate(turns)
        for piece in ((72, 700 - 13 * row, who), (200, 700 - 13 * row, what))
    ]
    assert opened(page).text == "KESTRIA: We want the road.\n\nORLAVIA: You have it.\n\nKESTRIA: Since when?\n"


# -- words that run from right to left ------------------------------------------------------------------


def drawn_leftwards(*lines: str, right: float = 523, top: float = 700) -> list[tuple[float, float, str]]:
    """As a typesetter draws such lines: the last letter first, and each line's beginning at the right."""
    return [(right - 6.12 * len(words), top - 13 * row, words[::-1]) for row, words in enumerate(lines)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["הצדדים נפגשו ביום חמישי בלינדהולט", "והסכימו כי הדרך תישאר פתוחה עד", "סוף האביב."],
         ["השליח אמר כי המשא ומתן יימשך גם", "בשבוע הבא, אם שני הצדדים ירצו", "בכך."]),
        (["اجتمع الطرفان يوم الخميس في المدينة", "واتفقا على أن يبقى الطريق مفتوحا حتى", "الربيع."],
         ["قال المبعوث إن المحادثات ستستمر في", "الأسبوع المقبل إذا رغب الطرفان في", "ذلك."]),
    ],
)  # fmt: skip
def test_words_that_run_from_right_to_left_come_as_they_are_read_and_the_right_column_first(one, other):
    right, left = drawn_leftwards(*one), drawn_leftwards(*other, right=260)
    letters = "".join(letter for letter in "".join((*one, *other)) if not letter.isascii())
    page = [line for pair in zip(left, right, strict=True) for line in pair]
    document = open_document(pdf([page], letters=letters), "paper.pdf")
    assert document.text.split() == " ".join((*one, *other)).split()


def test_words_off_the_page_and_too_small_to_be_seen_are_left_out_and_said():
    document = opened([(72, 700, "The road is open."), (-900, 650, "Off."), (72, -90, "Below."), (72, 600, "[1]Tiny.")])
    assert document.text == "The road is open.\n"
    assert document.notes == ("words off the page or too small to be seen stand in 3 lines and are left out",)


def test_comments_and_filled_fields_are_counted():
    annotations = (
        "<< /Type /Annot /Subtype /Text /Rect [9 9 20 20] /Contents (No!) >> "
        "<< /Type /Annot /Subtype /Link /Rect [9 9 20 20] /Contents (x) >> "
        "<< /Type /Annot /Subtype /Widget /FT /Tx /T (who) /V (Kestria) /Rect [9 9 20 20] >>"
    )
    document = open_document(pdf([[(72, 700, "The road is open.")]], annotations=annotations), "paper.pdf")
    assert document.notes == ("1 comment and 1 filled form field in it not read",)
