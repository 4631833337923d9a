"""Names in look-alike letters: a word that passes for a name of the text and is another one is told."""

from __future__ import annotations

import pytest

from parley.framework import parse

HEAD = """---
title: T
parties: {KES: Republic of Kestria, ORL: Orlavia}
---

1. A Red Commission is established.

2. """


@pytest.mark.parametrize(
    ("sentence", "word", "name"),
    [
        ("K\u0435stria shall withdraw its tanks by D+3.", "K\u0435stria", "Kestria"),
        ("\u039arlavia and \u041erlavia shall go.", "\u041erlavia", "Orlavia"),
        ("\u041a\u0415\u0405 shall withdraw its tanks by D+3.", "\u041a\u0415\u0405", "KES"),
        ("Kestr\u00eca shall withdraw its tanks by D+3.", "Kestr\u00eca", "Kestria"),
        ("Kestri\u0300a shall withdraw its tanks by D+3.", "Kestri\u0300a", "Kestria"),
        ("Kestr\u0131a shall withdraw its tanks by D+3.", "Kestr\u0131a", "Kestria"),
        ("OrIavia shall withdraw its tanks by D+3.", "OrIavia", "Orlavia"),
        ("0rlavia shall withdraw its tanks by D+3.", "0rlavia", "Orlavia"),
        ("The R\u0435d Commission shall meet by D+3.", "R\u0435d", "Red"),
        ("The R\u00e9d Commission shall meet by D+3.", "R\u00e9d", "Red"),
    ],
)
def test_a_word_that_passes_for_a_name_is_told_with_its_line_and_the_mend(sentence: str, word: str, name: str) -> None:
    problem = next(each for each in parse(HEAD + sentence, "a.md").problems if f"\u201c{word}\u201d" in each)
    assert problem.startswith("a.md, line 8: ")
    assert f"looks like \u201c{name}\u201d and is taken for another name; write it in the same letters." in problem


def test_a_word_of_two_alphabets_is_told_whatever_it_means() -> None:
    (problem,) = parse(HEAD + "Orlavia shall leave T\u0430rn by D+3.").problems
    assert "has letters of two alphabets" in problem


def test_two_parties_whose_names_pass_for_each_other_are_told() -> None:
    (problem,) = parse("---\nparties: {KES: Kestria, KEZ: Kestr\u00eca}\n---\n\n1. Kestria shall go by D+3.\n").problems
    assert "looks like \u201cKestria\u201d" in problem


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "KESTRIA, Orlavia's crews and the Kestrians shall go by D+3.",
        HEAD + "The caf\u00e9 near \u0141\u00f3d\u017a, 5 \u03bcSv and \u0394T, shall close by D+3.",
        HEAD + "In Phase III, ill men, 111 of them, shall go by D+3.",
        "---\nparties: {\u0423\u041a\u0420: \u0423\u043a\u0440\u0430\u0457\u043d\u0430}\n---\n\n1. "
        "\u0423\u043a\u0440\u0430\u0457\u043d\u0430 \u0432\u0456\u0434\u0432\u043e\u0434\u0438\u0442\u044c "
        "\u0442\u0430\u043d\u043a\u0438.\n",
        "---\nparties: {A: \u0623\u0631\u0636}\n---\n\n1. \u0627\u0631\u0636 \u062a\u0646\u0633\u062d\u0628.\n",
    ],
)
def test_names_in_letters_of_their_own_are_told_nothing(text: str) -> None:
    assert parse(text).problems == ()


def test_masses_of_them_give_a_few_sentences() -> None:
    text = HEAD + " ".join(f"K\u0435stria{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(600))
    assert len(parse(text).problems) <= 7


def test_a_fault_below_front_matter_is_told_with_the_line_of_the_file() -> None:
    (problem,) = parse(HEAD + "They meet [#a soon.", "a.md").problems
    assert problem.startswith("a.md, line 8: ")


def test_what_a_look_alike_bears_is_not_read_and_the_reason_is_told() -> None:
    text = parse(
        HEAD + "Kestr\u00eca shall withdraw its tanks by D+3. Orlavia shall withdraw its tanks by D+3.", "a.md"
    )
    assert [each.bearer and each.bearer.value for each in text.obligations if each.act] == [("ORL",)]
    assert (
        "a.md, line 8: the sentence that begins here is borne by a look-alike of \u201cKestria\u201d and is not read."
        in (text.problems)
    )


def test_a_name_of_its_own_that_looks_like_another_bears_what_it_bears() -> None:
    text = parse(
        "---\nparties: {KES: Kestria, KEZ: Kestr\u00eca}\n---\n\n1. Kestr\u00eca shall withdraw its tanks by D+3.\n"
    )
    assert [each.bearer and each.bearer.value for each in text.obligations] == [("KEZ",)]
