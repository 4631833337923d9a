"""Sentences longer than what is read: they are told, and looked at no further than one that is."""

from __future__ import annotations

import time

import pytest

from parley.framework import check, parse
from parley.framework.reader.wordings import MAX_SENTENCE

SECONDS = 10
"""Far more than is needed, and far less than what grows with the square of a sentence takes."""


@pytest.mark.parametrize(
    "words", ["within 3 days of ", "Kestria shall ", "10 km from the ", "unless not ", "Article 3 and ", "shall go; "]
)
def test_a_sentence_without_end_is_checked_in_bounded_time(words: str) -> None:
    text = parse("---\nparties: {KES: Kestria, ORL: Orlavia}\n---\n\n3. " + words * 5_000)
    began = time.monotonic()
    found = check(text)
    assert time.monotonic() - began < SECONDS
    assert any("is not read; make it several" in problem for problem in text.problems)
    assert found.sentences == text.sentences
    assert all(finding.end - finding.start <= MAX_SENTENCE for finding in found.findings)


def test_what_stands_around_it_is_checked_as_ever() -> None:
    rest = "1. Kestria shall promptly withdraw its tanks.\n\n"
    alone = [each for each in check(parse(rest)).findings if each.provision == "1"]
    beside = [each for each in check(parse(rest + "2. " + "word " * 1_000)).findings if each.provision == "1"]
    assert alone
    assert {each.code for each in alone} <= {each.code for each in beside}


def test_a_provision_of_hundreds_of_sentences_is_checked_in_bounded_time() -> None:
    text = parse("3. " + "".join(f"Kestria shall go within {number} days. " for number in range(600)))
    began = time.monotonic()
    assert any(finding.code == "L7.two-counts" for finding in check(text).findings)
    assert time.monotonic() - began < SECONDS
