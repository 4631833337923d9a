"""Settling: brackets become what was chosen, and nothing else changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.framework import diff, parse, settle, still_open
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


MOVEMENT, TARA = "No person shall be prosecuted.", "Each Party may prosecute under its own law."


@pytest.mark.parametrize(
    ("text", "movement", "tara"),
    [
        (
            f"1. [#t MOV: {MOVEMENT}]\n\n2. [#t TAR: {TARA}]\n\n3. They go.\n",
            f"1. {MOVEMENT}\n\n3. They go.\n",
            f"2. {TARA}\n\n3. They go.\n",
        ),
        (f"1. [#t MOV: {MOVEMENT}]\n\n1. [#t TAR: {TARA}]\n", f"1. {MOVEMENT}\n\n", f"1. {TARA}\n"),
        (
            f"1. [#t MOV: {MOVEMENT}]\n\n[#t TAR: {TARA}]\n\n2. They go.\n",
            f"1. {MOVEMENT}\n\n2. They go.\n",
            f"{TARA}\n\n2. They go.\n",
        ),
        (f"(1) [#t MOV: {MOVEMENT}]\n(2) [#t TAR: {TARA}]\n", f"(1) {MOVEMENT}\n", f"(2) {TARA}\n"),
        (
            f"3.1 [#t MOV: {MOVEMENT}] {{#a}}\n\n3.2 [#t TAR: {TARA}] {{#b}}\n",
            f"3.1 {MOVEMENT} {{#a}}\n\n",
            f"3.2 {TARA} {{#b}}\n",
        ),
        (
            f"**4.** [#t MOV: {MOVEMENT}]\n\n**5.** [#t TAR: {TARA}]\n\nThey go.\n",
            f"**4.** {MOVEMENT}\n\nThey go.\n",
            f"**5.** {TARA}\n\nThey go.\n",
        ),
        (
            f"Article 4. [#t MOV: {MOVEMENT}]\n\nArticle 5. [#t TAR: {TARA}]\n",
            f"Article 4. {MOVEMENT}\n\n",
            f"Article 5. {TARA}\n",
        ),
        (
            f"1. They:\n\n   - [#t MOV: {MOVEMENT}]\n   - [#t TAR: {TARA}]\n\n2. They go.\n",
            f"1. They:\n\n   - {MOVEMENT}\n\n2. They go.\n",
            f"1. They:\n\n   - {TARA}\n\n2. They go.\n",
        ),
    ],
)
def test_paragraphs_that_each_have_their_owner_are_alternatives_whatever_their_numbers(
    text: str, movement: str, tara: str
) -> None:
    framework = parse(text)
    assert framework.problems == ()
    assert settle(framework, {"t": "MOV"}) == movement
    assert settle(framework, {"t": "TAR"}) == tara


def test_a_party_may_have_several_of_the_paragraphs_and_share_one() -> None:
    framework = parse("1. [#t MOV, ICC: A.]\n\n2. [#t MOV: B.]\n\n3. [#t TAR: C. | HAL: D.]\n")
    assert framework.problems == ()
    assert [(each.id, each.text, each.owners) for each in framework.issues[0].options] == [
        ("a", "A. B.", ("MOV",)),
        ("a-2", "A.", ("ICC",)),
        ("c", "C.", ("TAR",)),
        ("d", "D.", ("HAL",)),
    ]
    assert settle(framework, {"t": "MOV"}) == "1. A.\n\n2. B.\n\n"
    assert settle(framework, {"t": "ICC"}) == "1. A.\n\n"
    assert settle(framework, {"t": "HAL"}) == "3. D.\n"


def test_whose_paragraph_won_is_told_of_the_draft_that_has_it() -> None:
    open_text = parse(f"1. [#t MOV: {MOVEMENT}]\n\n2. [#t TAR: {TARA}]\n\n3. They go by D+3.\n")
    for owner, other in (("MOV", "TAR"), ("TAR", "MOV")):
        (change,) = diff(open_text, parse(settle(open_text, {"t": owner}))).changes
        assert f"{owner}'s wording stands" in change.meaning
        assert {party: side.value for party, side in change.moved.items()} == {owner: "took", other: "gave"}


def test_a_label_within_a_wording_that_was_not_taken_is_open_no_more() -> None:
    framework = parse("1. Free [#who MOV: all | TAR: [#n TAR: 200 | 300] of the | LUM, ICC: sick] [#when TAR: soon].\n")
    assert still_open(framework, {}) == ("who", "n", "when")
    assert still_open(framework, {"who": "LUM"}) == ("when",)
    assert still_open(framework, {"who": "TAR"}) == ("n", "when")
    assert still_open(framework, {"when": "omit", "n": "1"}) == ("who",)
    twice = parse("1. Free [#who MOV: all | TAR: [#n TAR: 200 | 300] men].\n\n2. Of [#n TAR: 200 | 300], half go.\n")
    assert still_open(twice, {"who": "MOV"}) == ("n",)
