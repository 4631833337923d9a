"""Whole texts: a clean framework of our own, and real agreements where they are at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.framework import parse
from parley.model import Framework, SentenceForm
from shared import shared

GOLDEN = Path(__file__).parents[1] / "golden/framework/kestria-orlavia.md"


def read(path: Path) -> Framework:
    return parse(path.read_bytes().decode("utf-8"), path.name)


def test_nine_of_ten_operative_sentences_of_a_clean_framework_are_read() -> None:
    framework = read(GOLDEN)
    operative = [each for each in framework.sentences if each.operative]
    assert framework.problems == ()
    assert sum(each.reading is not None for each in operative) >= 0.9 * len(operative)


def test_readings_of_the_clean_framework_are_the_expected_ones() -> None:
    """The expected readings stand beside the text; who changes them answers for the difference."""
    lines = [f"[{each.provision}] {each.form}: {each.reading}" for each in read(GOLDEN).sentences if each.operative]
    assert "\n".join(lines) + "\n" == GOLDEN.with_suffix(".readings.txt").read_text("utf-8")


@pytest.mark.parametrize("name", ["930", "1362", "1364", "1966", "2440"])
def test_a_real_agreement_is_parsed_whole_with_exact_spans(name: str) -> None:
    framework = read(shared("data", "agreements", f"{name}.txt"))
    assert framework.provisions
    end = 0
    for sentence in framework.sentences:
        assert framework.text[sentence.start : sentence.end] == sentence.exact
        assert not any(character.isalpha() for character in framework.text[end : sentence.start])
        end = sentence.end
        assert (sentence.reading is None) == (sentence.form in (SentenceForm.NOT_READ, SentenceForm.NOT_OPERATIVE))
    for obligation in framework.obligations:
        for name in type(obligation).model_fields:
            for span in getattr(getattr(obligation, name), "spans", ()):
                assert framework.text[span.start : span.end] == span.exact


@pytest.mark.parametrize(("name", "numbers"), [("1362", 9), ("1364", 13), ("2440", 7), ("930", 15)])
def test_numbers_of_real_agreements_are_found_in_order(name: str, numbers: int) -> None:
    framework = read(shared("data", "agreements", f"{name}.txt"))
    assert [each.number for each in framework.provisions] == [str(number) for number in range(1, numbers + 1)]
