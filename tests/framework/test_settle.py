"""Settling: brackets become what was chosen, and nothing else changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.framework import parse, settle
from parley.model import WrongUsage

TEXT = """---
title: T
status: draft
parties: {KES: Kestria, ORL: Orlavia}
---

1. They free [#who KES: all | ORL: 1,000 of the] prisoners [#when KES: by D+5 | ORL: ].\r
2. Of the freed, [#who ORL: the sick | KES: everyone] go first; [KES: a | ORL: b] stays open.
"""


@pytest.mark.parametrize("choice", ["1000-of-the", "1,000 of the", "ORL", "2"])
def test_an_option_is_named_by_id_words_owner_or_number_and_taken_at_every_place(choice: str) -> None:
    expected = TEXT.replace("[#who KES: all | ORL: 1,000 of the]", "1,000 of the").replace(
        "[#who ORL: the sick | KES: everyone]", "the sick"
    )
    assert settle(parse(TEXT), {"who": choice}) == expected


def test_an_empty_wording_leaves_no_double_blank_and_none_before_a_full_stop() -> None:
    settled = settle(parse(TEXT), {"when": "omit"})
    assert "prisoners.\r\n" in settled
    assert settle(parse("1. They meet [#x KES: | ORL: soon] in Halvern."), {"x": "omit"}) == "1. They meet in Halvern."
    assert settle(parse("1. [#x KES: | ORL: Soon] they meet."), {"x": "KES"}) == "1. they meet."


def test_a_bracket_within_the_chosen_wording_may_stay_open_or_be_settled() -> None:
    framework = parse("1. [#a KES: meet [#b KES: now | ORL: later] here | ORL: wait [#b KES: x | ORL: y]].")
    assert settle(framework, {"a": "1"}) == "1. meet [#b KES: now | ORL: later] here."
    assert settle(framework, {"a": "1", "b": "later"}) == "1. meet later here."
    assert settle(framework, {"a": "ORL", "b": "KES"}) == "1. wait x."
    assert settle(framework, {"b": "KES"}) == "1. [#a KES: meet now here | ORL: wait x]."


def test_the_status_and_everything_else_stay_as_written() -> None:
    settled = settle(parse(TEXT), {"who": "KES", "when": "KES"})
    assert "status: draft" in settled
    assert "[KES: a | ORL: b] stays open" in settled


def test_an_unknown_label_or_option_is_wrong_usage_that_names_what_exists() -> None:
    with pytest.raises(WrongUsage, match="who, when"):
        settle(parse(TEXT), {"whom": "all"})
    with pytest.raises(WrongUsage, match=r"1\. all; 2\. 1000-of-the"):
        settle(parse(TEXT), {"who": "none"})


def test_an_option_without_wording_at_some_place_cannot_be_taken() -> None:
    framework = parse("1. [#zone KES: a | ORL: b | HAL: c] and [#zone KES: x | ORL: y].")
    assert settle(framework, {"zone": "KES"}) == "1. a and x."
    with pytest.raises(WrongUsage, match="has no wording"):
        settle(framework, {"zone": "HAL"})


words = st.text(alphabet="ab cé\n.", max_size=12)
wording = st.text(alphabet="abc12é", min_size=1, max_size=6)


@given(st.lists(st.tuples(words, wording, wording), max_size=6), words)
def test_with_nothing_taken_the_text_is_unchanged(parts: list[tuple[str, str, str]], end: str) -> None:
    text = "".join(f"{before}[#l{i} KES: {a} | ORL: {b}]" for i, (before, a, b) in enumerate(parts)) + end
    assert settle(parse(text), {}) == text


@given(st.lists(st.tuples(words, wording, wording, st.booleans()), min_size=1, max_size=6), words)
def test_taking_some_replaces_just_those(parts: list[tuple[str, str, str, bool]], end: str) -> None:
    text = "".join(f"{before}[#l{i} KES: {a} | ORL: {b}]" for i, (before, a, b, _) in enumerate(parts)) + end
    wanted = "".join(
        before + (a if taken else f"[#l{i} KES: {a} | ORL: {b}]") for i, (before, a, b, taken) in enumerate(parts)
    )
    framework = parse(text)
    assert settle(framework, {f"l{i}": "KES" for i, part in enumerate(parts) if part[3]}) == wanted + end


@pytest.mark.parametrize(
    ("text", "settled"),
    [
        ("1. They meet [#x KES: soon].", "1. They meet."),
        ("1. A. {#a}\n\n2. [#x KES: They talk.] {#b}\n\n3. C. {#c}\n", "1. A. {#a}\n\n3. C. {#c}\n"),
        ("1. They meet.\n2. [#x KES: They talk.]\n   {#b}\n3. They go.\n", "1. They meet.\n3. They go.\n"),
        ("1. They shall:\n   (a) meet;\n   (b) [#x talk;]\n   (c) go.\n", "1. They shall:\n   (a) meet;\n   (c) go.\n"),
        ("1. They meet.\n\n2. [#x They talk.]", "1. They meet.\n\n"),
        ("1. [#x They talk.] They go.\n", "1. They go.\n"),
        ("1. [#x They talk.]\nThey go.\n", "1.\nThey go.\n"),
    ],
)
def test_what_is_left_out_leaves_no_number_behind(text: str, settled: str) -> None:
    assert settle(parse(text), {"x": "omit"}) == settled


def test_whole_paragraphs_are_alternatives_under_one_label() -> None:
    text = "1. They meet.\n\n2. [#x KES: They talk. | ORL: They wait.]\n\n3. [#x KES: They sign. | ORL: They go.]\n"
    assert settle(parse(text), {"x": "KES"}) == "1. They meet.\n\n2. They talk.\n\n3. They sign.\n"
    assert settle(parse(text), {"x": "ORL"}) == "1. They meet.\n\n2. They wait.\n\n3. They go.\n"
