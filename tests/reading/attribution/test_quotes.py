"""Quotations are found whole, whatever marks the paper uses, and odd marks never fail."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.reading.attribution.quotes import find_quotations


def quoted(text: str) -> list[str]:
    return [text[each.start : each.end] for each in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We are ready,” he said.", ["“We are ready,”"]),
        ('"We are ready," he said. "Are they?"', ['"We are ready,"', '"Are they?"']),
        ("„Wir sind bereit“, sagte sie.", ["„Wir sind bereit“"]),
        ("« Nous sommes prêts » dit-elle.", ["« Nous sommes prêts »"]),
        ("»Vi er klare«, sa hun.", ["»Vi er klare«"]),
        ("``We are ready,'' he said.", ["``We are ready,''"]),
        ("''We are ready,'' he said, ''now.''", ["''We are ready,''", "''now.''"]),
        ("He called it ‘a truce,’ no more.", ["‘a truce,’"]),
        ("“They said ‘never’ to us,” he said.", ["“They said ‘never’ to us,”"]),
        ("“He said “never” to us,” she said.", ["“He said “never” to us,”"]),
    ],
)
def test_marks_of_all_kinds_are_paired(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_an_apostrophe_is_no_quotation_mark() -> None:
    assert quoted("Kestria’s envoys don’t say what the Orlavians' said.") == []


def test_inches_are_no_quotation() -> None:
    assert quoted('a pipe of 5" by 6" was found') == []


def test_a_quotation_goes_on_where_the_next_paragraph_opens_again() -> None:
    text = "“We will stay.\n\n“We will not yield,” she said."
    assert quoted(text) == ["“We will stay.\n\n“We will not yield,”"]


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    found = find_quotations("“We will stay, she said.\nNobody answered.")
    assert [(each.start, each.end, each.closed) for each in found] == [(0, 24, False)]


@given(st.text(alphabet="ab .,\n“”„«»\"'‘’`—", max_size=60))
def test_quotations_are_in_order_and_do_not_overlap(text: str) -> None:
    found = find_quotations(text)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_a_quotation_left_open_goes_on_to_its_mark_over_paragraphs() -> None:
    text = "Kov said: “The road is open.\n\nWe keep it open.\n\nNobody will close it.” Then “no more”.\n"
    quotations = find_quotations(text)
    assert [text[each.start : each.end] for each in quotations] == [text[10 : text.index("”") + 1], "“no more”"]
    assert quotations[0].closed


def test_a_quotation_never_closed_ends_with_its_paragraph() -> None:
    text = "Kov said: “The road is open.\n\nIt rained.\n\nThey said “no more” and left.\n"
    assert [text[each.start : each.end] for each in find_quotations(text)] == ["“The road is open.", "“no more”"]
