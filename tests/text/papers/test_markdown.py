"""Markdown opens as its text; what its front matter says of it is title, date, publisher and language, and no text."""

from __future__ import annotations

import datetime as dt

import pytest

from parley.text import open_document

FRONT = '---\ntitle: "Why the road: must open"\ndate: 2031-05-16\npublisher: The Courier\nlang: en-GB\n---\n\n'


def test_front_matter_says_what_the_paper_is_and_is_no_part_of_its_text() -> None:
    document = open_document((FRONT + "# Why\n\nKestria said the road was open.\n").encode(), "a.md")
    assert (document.title, document.publisher) == ("Why the road: must open", "The Courier")
    assert (document.published, document.language) == (dt.date(2031, 5, 16), "en")
    assert document.text == "# Why\n\nKestria said the road was open.\n"


def test_what_is_given_by_name_counts_more() -> None:
    document = open_document((FRONT + "Text.").encode(), "a.md", title="Other", published=dt.date(2031, 1, 1))
    assert (document.title, document.published) == ("Other", dt.date(2031, 1, 1))


def test_a_date_in_words_is_understood_and_one_that_can_be_two_is_noted() -> None:
    assert open_document(b"---\ndate: 6 March 2031\n---\nText.", "a.md").published == dt.date(2031, 3, 6)
    doubtful = open_document(b"---\ndate: 03/06/2031\n---\nText.", "a.md")
    assert doubtful.published is None
    assert any("can't be understood" in note for note in doubtful.notes)


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nA rule, and a paper under it.\n\n---\n\nAnd another.",
        "---\ntitle: never closed\n\nText.",
        "---\n- a list\n- of two\n---\nText.",
        "---\na: [\n---\nText.",
        "Text.\n---\ntitle: too late\n---\n",
    ],
)
def test_what_is_no_front_matter_stays_to_the_letter(text: str) -> None:
    assert open_document(text.encode(), "a.md").text == text


def test_plain_text_has_none() -> None:
    assert open_document(FRONT.encode(), "a.txt").text == FRONT
