"""Hostile and outsized texts: what is not read is kept and said."""

from __future__ import annotations

import itertools

import pytest

from parley.framework import check, parse
from parley.framework.brackets import MAX_BRACKETS
from parley.model import SentenceForm
from small_framework import framework

DUTY = "The Parties shall release all hostages."


def test_a_text_beyond_its_limit_is_kept_whole_and_read_to_a_line_that_is_named() -> None:
    text = f"1. {DUTY}\n\n" + "word\n" * 300_000 + f"\n2. {DUTY}\n"
    read = parse(text, "long.md")
    assert read.text == text
    assert read.sentences[0].reading is not None
    (problem,) = [each for each in read.problems if "1,000,000 characters" in each]
    line = int(problem.removeprefix("long.md, line ").partition(":")[0])
    assert read.text.split("\n")[line - 1] == "word"
    assert read.sentences[-1].end <= 1_000_000


def test_sentences_beyond_their_limit_are_kept_and_the_first_of_them_is_named() -> None:
    read = parse(f"{DUTY}\n\n" * 6_000, "many.md")
    assert len(read.sentences) == 5_000
    assert read.problems == (
        "many.md, line 10001: the text has more than 5,000 sentences; from here on it is kept and not read; "
        "split the text.",
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("The Parties shall withdraw tanks un\u200bless the JVC objects.", "(U+200B)"),
        ("The Parties shall \u202enot\u202c meet.", "(U+202E)"),
        ("The Parties shall\0 meet.", "(U+0000)"),
        ("The Parties shall release " + "all, " * 500 + "hostages.", "longer than 2,000 characters"),
        ("The Parties " + "[#a KES: shall | ORL: will] " * 30 + "meet.", "more than 24 wordings"),
    ],
)
def test_a_sentence_that_is_not_what_it_seems_or_too_much_is_not_read_and_said(words: str, said: str) -> None:
    read = framework(words)
    assert read.sentences[-1].form is SentenceForm.NOT_READ
    (problem,) = read.problems
    assert said in problem
    assert "line 23" in problem


def test_an_item_is_measured_with_the_words_that_introduce_it() -> None:
    read = framework("The Parties shall, " + "on land, " * 210 + "do:\n   (a) release hostages " + "and " * 50)
    assert [each.reading for each in read.sentences[-2:]] == [None, None]
    assert "longer than 2,000" in read.problems[0]


def test_a_byte_order_mark_before_a_heading_hides_nothing() -> None:
    read = parse(f"\ufeff# Title\n\n1. {DUTY}\n")
    assert (read.title, read.problems) == ("Title", ())


def test_aliases_of_yaml_are_not_unfolded() -> None:
    names = "abcdefghijklmnop"
    bomb = "".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in itertools.pairwise(names))
    read = parse(f"---\na: &a [x, x]\n{bomb}title: *p\nparties: *p\n---\n1. {DUTY}\n")
    assert read.title is None
    assert any("the title is no words" in problem for problem in read.problems)
    assert any("'parties' has no short names" in problem for problem in read.problems)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 10_000_000,
        "[#a x " * 1_600_000,
        "|" * 5_000_000 + "[#a " + "|" * 900_000 + "]",
        "No Party shall fire at the forces of Kestria from D+14. " * 40_000,
        "word " * 2_000_000,
        "# H\n" * 100_000,
        "\0" * 10_000_000,
        "\u202e" * 10_000_000,
        "<!--" * 2_500_000,
        "---\ntitle: " + "[" * 50_000 + "\n---\n1. x\n",
        "The Parties shall " + "x " * 900 + ":\n" + "- withdraw tanks;\n" * 4_000,
    ],
    ids=["[", "labels", "bars", "sentences", "line", "headings", "nul", "bidi", "comments", "yaml", "introduction"],
)
def test_hostile_texts_come_to_an_end(text: str) -> None:
    """What would take minutes if it grew with the square of its length."""
    read = parse(text)
    assert read.text == text
    assert read.problems or len(read.sentences) == 5_000


def test_brackets_beyond_the_most_that_are_read_are_not_said_to_be_unclosed() -> None:
    text = "[#a KES: x | ORL: y] " * (MAX_BRACKETS + 40)
    codes = {finding.code for finding in check(parse(text)).findings}
    assert "L5.open" in codes
    assert "L5.unclosed" not in codes


def test_where_brackets_close_is_looked_for_only_around_those_that_are_read() -> None:
    resource = pytest.importorskip("resource")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = check(parse("1. Each Party shall stop [#day KES: now | ORL: later.\n\n" + "[" * 3_000_000)).findings
    assert "L5.unclosed" in {each.code for each in found}
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150_000  # kilobytes
