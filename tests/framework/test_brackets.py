"""Brackets of negotiation: what is one, whose wordings it holds, and which issue it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.framework import parse
from parley.model import Bracket


def brackets(text: str) -> tuple[Bracket, ...]:
    return parse(text).brackets


def test_a_bracket_has_a_label_and_wordings_with_their_owners() -> None:
    text = "1. Free [#prisoners KES: all | ORL, HAL: 1,000 each of the] prisoners."
    (bracket,) = brackets(text)
    assert bracket.label == "prisoners"
    assert [(each.owners, each.text) for each in bracket.alternatives] == [
        (("KES",), "all"),
        (("ORL", "HAL"), "1,000 each of the"),
    ]
    assert bracket.provision == "1"
    assert text[bracket.start : bracket.end] == bracket.exact
    for each in bracket.alternatives:
        assert text[each.start : each.end] == each.text


@pytest.mark.parametrize(
    ("text", "label", "wordings"),
    [
        ("[KES: now | ORL: later]", None, [(("KES",), "now"), (("ORL",), "later")]),
        ("[#when now | later]", "when", [((), "now"), ((), "later")]),
        ("[now | later]", None, [((), "now"), ((), "later")]),
        ("[#x KES: | ORL: b]", "x", [(("KES",), ""), (("ORL",), "b")]),
        ("[#x only this]", "x", [((), "only this")]),
        ("[KES: only this]", None, [(("KES",), "only this")]),
    ],
)
def test_labels_owners_and_wordings_may_be_missing(
    text: str, label: str | None, wordings: list[tuple[tuple[str, ...], str]]
) -> None:
    (bracket,) = brackets(f"1. They meet {text} .")
    assert (bracket.label, [(each.owners, each.text) for each in bracket.alternatives]) == (label, wordings)


@pytest.mark.parametrize(
    "text",
    [
        "[a link](https://example.org/a)",
        "quoted [sic] here",
        "[see Article 3]",
        "[ ]",
        "[1]",
        "a ] b [",
        "<!-- [#x a | b] -->",
    ],
)
def test_other_square_brackets_are_left_alone(text: str) -> None:
    assert brackets(f"1. The Parties meet {text}.") == ()


def test_a_bracket_that_does_not_close_is_a_problem_with_its_line_and_hides_no_other() -> None:
    framework = parse("1. Free [#a KES: all\n\n2. Meet [#b KES: now | ORL: later].")
    assert [bracket.label for bracket in framework.brackets] == ["b"]
    (problem,) = framework.problems
    assert "line 1" in problem
    assert "does not close" in problem


def test_one_label_is_one_issue_with_options_in_order_and_ids_from_their_words() -> None:
    framework = parse(
        "1. [#zone KES: 15 km | ORL: ] wide.\n\n2. [#zone ORL: none | KES: fifteen] and [#day KES: now | ORL: now]."
    )
    zone, day = framework.issues
    assert [(option.id, option.text, option.owners) for option in zone.options] == [
        ("15-km", "15 km", ("KES",)),
        ("omit", "", ("ORL",)),
    ]
    assert [(option.id, option.owners) for option in day.options] == [("now", ("KES", "ORL"))]
    assert framework.problems == ()


def test_a_place_that_lacks_a_wording_is_a_problem() -> None:
    framework = parse("1. [#zone KES: a | ORL: b | HAL: c] and [#zone KES: x | ORL: y].")
    (problem,) = framework.problems
    assert "'c'" in problem


def test_brackets_in_brackets_are_both_found() -> None:
    outer, inner = brackets("1. [#a KES: meet [#b KES: now | ORL: later] | ORL: wait].")
    assert (outer.label, inner.label) == ("a", "b")
    assert outer.alternatives[0].text == "meet [#b KES: now | ORL: later]"


def test_masses_of_brackets_stay_bounded() -> None:
    framework = parse("[#a KES: x | ORL: y] " * 20_000)
    assert len(framework.brackets) == 5_000
    assert any("first 5,000" in problem for problem in framework.problems)
    assert len(parse("[#a " * 20_000).problems) <= 22
    assert parse("[" * 100_000 + "]" * 100_000).brackets == ()


@given(st.text(alphabet="[]|#ab KES:\n<!->.1{}*", max_size=120))
def test_no_text_breaks_the_parser_and_every_span_is_exact(text: str) -> None:
    framework = parse(text)
    for bracket in framework.brackets:
        assert text[bracket.start : bracket.end] == bracket.exact
    for sentence in framework.sentences:
        assert text[sentence.start : sentence.end] == sentence.exact


def test_owners_who_stand_together_in_one_place_and_apart_in_another_agree_where_they_say_the_same() -> None:
    framework = parse("1. By [#t KES, HAL: D+10 | ORL: D+20].\n\n2. By [#t KES: D+12 | HAL: D+12 | ORL: D+22].")
    assert framework.problems == ()
    apart = parse("1. By [#t KES, HAL: D+10 | ORL: D+20].\n\n2. By [#t KES: D+12 | HAL: D+13 | ORL: D+22].")
    assert any("has no wording for 'D+10'" in problem for problem in apart.problems)


def test_a_wording_that_goes_with_none_of_the_first_place_is_a_problem() -> None:
    framework = parse("1. By [#t KES: D+10 | ORL: D+20].\n\n2. For [#t KES: 30 | ORL: 60 | HAL: 45] days.")
    (problem,) = framework.problems
    assert "'45' of #t" in problem


def test_an_option_that_holds_a_bracket_is_named_by_the_words_around_it() -> None:
    who, number = parse("1. Free [#who KES: all of them | ORL: [#n ORL: 100 | HAL: 200] prisoners].").issues
    assert [option.id for option in who.options] == ["all-of-them", "prisoners"]
    assert [option.id for option in number.options] == ["100", "200"]
    (alone,) = parse("1. Free [#who KES: [#n ORL: 100 | HAL: 200] | ORL: all].").issues[:1]
    assert [option.id for option in alone.options] == ["n-orl-100-hal-200", "all"]


def test_a_wording_that_stands_alone_may_be_left_out() -> None:
    (issue,) = parse("1. They meet [#soon KES: within 5 days].").issues
    assert [(option.id, option.text, option.owners) for option in issue.options] == [
        ("within-5-days", "within 5 days", ("KES",)),
        ("omit", "", ()),
    ]


@pytest.mark.parametrize("depth", [5, 64, 65, 1_000])
@pytest.mark.parametrize("open_", ["[#a KES: x ", "[#a KES: x | ORL: "])
def test_brackets_too_deep_that_all_close_are_told_once_for_what_they_are(depth: int, open_: str) -> None:
    framework = parse("1. Free " + open_ * depth + "]" * depth + ".\n\n2. Meet [#b KES: now | ORL: later].\n", "a.md")
    told = [problem for problem in framework.problems if "bracket" in problem]
    assert told == ["a.md, line 1: brackets stand in one another more than 4 deep; take the inner ones apart."]
    assert [each.label for each in framework.brackets] == ["a", "a", "a", "a", "b"]
    assert framework.brackets[0].end - framework.brackets[0].start == (len(open_) + 1) * depth


def test_brackets_of_one_line_that_do_not_close_are_told_once() -> None:
    (problem,) = parse("1. Free [#a KES: all [#b KES: men.\n\n2. They meet.").problems
    assert "does not close" in problem
