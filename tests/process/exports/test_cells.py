"""Cells: no beginning that a spreadsheet runs, nothing lost, numbers stay numbers."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.process.exports.cells import as_csv, safe, unsafe, written

TRIGGERS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫")


@pytest.mark.parametrize("trigger", TRIGGERS)
def test_a_beginning_that_could_run_gets_an_apostrophe(trigger: str) -> None:
    assert safe(f"{trigger}1+1") == f"'{trigger}1+1"
    assert unsafe(f"'{trigger}1+1") == f"{trigger}1+1"


@pytest.mark.parametrize("before", [" ", "\u00a0", '"', "'", "\ufeff", "\u200b", "\x00", ' "\u3000'])
def test_so_does_one_behind_what_a_program_may_strip(before: str) -> None:
    assert safe(f"{before}=1+1") == f"'{before}=1+1"
    assert unsafe(safe(f"{before}=1+1")) == f"{before}=1+1"


def test_any_other_words_stay_as_they_are() -> None:
    for words in ("", "a=1", " a=1", "“=1”", "'quoted'", "036"):
        assert safe(words) == words


@given(st.text(alphabet=st.sampled_from("'=+-@\t\r\n a1") | st.characters()))
def test_words_come_back_and_never_begin_with_a_trigger(words: str) -> None:
    assert unsafe(safe(words)) == words
    assert not safe(words).startswith(TRIGGERS)


@pytest.mark.parametrize(
    ("cell", "text"), [(-5.0, "-5.0"), (12, "12"), (True, "true"), (False, "false"), (None, ""), ("-5", "'-5")]
)
def test_numbers_stay_numbers(cell: object, text: str) -> None:
    assert written(cell) == text


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4))
def test_a_row_comes_back_from_the_csv_module(row: list[str]) -> None:
    data = as_csv([str(n) for n in range(len(row))], [row], bom=False)
    found = list(csv.reader(io.StringIO(data.decode(), newline="")))
    assert [unsafe(cell) for cell in found[1]] == row or row == [""]


def test_lines_end_as_rfc_4180_has_them_and_marks_are_doubled() -> None:
    assert as_csv(["a", "b"], [['say "yes"', "x,y"]], bom=False) == b'a,b\r\n"say ""yes""","x,y"\r\n'
    assert as_csv(["a"], [], bom=True) == b"\xef\xbb\xbfa\r\n"
