"""Clauses, subjects and further speakers that the parser loses; where a speaker's words end and the paper's begin."""

from __future__ import annotations

import pytest

from reading.papers import statements, words


def told(text: str) -> list[tuple[str, str]]:
    return [(" ".join(words(each, "source")), " ... ".join(words(each, "content"))) for each in statements(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "She told the Gazette before she left that the line would hold.",
            [("She", "that the line would hold")],
        ),
        (
            "Dahl told a weekly briefing that mediators had handed both sides a proposal.",
            [("Dahl", "that mediators had handed both sides a proposal")],
        ),
        (
            "Both sides said that the road was open, and Kestria that it was mined.",
            [("Both sides", "that the road was open"), ("Kestria", "that it was mined")],
        ),
        (
            "Larsen said that the road was open, but Orlavia's envoy that it was mined.",
            [("Larsen", "that the road was open"), ("Orlavia's envoy", "that it was mined")],
        ),
        (
            "The position of Kestria remains that the line holds.",
            [("Kestria", "that the line holds")],
        ),
    ],
)
def test_the_clause_is_that_of_whoever_says_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Kestria said it had accepted the paper, raising hopes of a truce.", "it had accepted the paper"),
        ("Kestria said the talks would resume, without giving a date.", "the talks would resume"),
        (
            "A diplomat described the mood in Ebrin as “calm, verging on bored”.",
            "the mood in Ebrin as “calm, verging on bored”",
        ),
        ("Some 40 people have left, according to the relief office, OCHA.", "Some 40 people have left"),
    ],
)
def test_the_papers_own_remark_is_no_part_of_it(text: str, content: str) -> None:
    assert [each for _, each in told(text)] == [content]


def test_a_claim_of_responsibility_is_a_statement() -> None:
    (claim,) = statements("The Brigades claimed responsibility for an ambush near Drava.")
    assert claim.act.value == "admit"
    assert words(claim, "content") == ["responsibility for an ambush near Drava"]


def test_what_was_done_stands_in_no_apposition_to_who_tells_it() -> None:
    text = "According to its spokeswoman, Greta Moll, two million crowns were sent on Wednesday."
    (statement,) = statements(text)
    assert statement.speaker is not None
    assert (statement.speaker.id, statement.content[0].exact) == (
        "greta-moll",
        "two million crowns were sent on Wednesday",
    )


def test_what_stands_before_a_colon_is_not_said_by_who_stands_behind_it() -> None:
    (statement,) = statements("Senn crisis live: Orlavia says first gate is open")
    assert statement.content[0].exact == "first gate is open"
