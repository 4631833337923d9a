"""The forms in which English says who said what: beside the sentence, in chains, cited, undone, in turns."""

from __future__ import annotations

import pytest

from parley.model import Act, Commitment, Statement
from reading.papers import statements, words


def told(text: str) -> list[tuple[str, str]]:
    """Source and content of each statement, as words."""
    return [(" ".join(words(each, "source")), " … ".join(words(each, "content"))) for each in statements(text)]


def one(text: str) -> Statement:
    (found,) = statements(text)
    return found


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "Kestria said that the road was open, that the guns had left and that talks could begin.",
            ["that the road was open", "that the guns had left", "that talks could begin"],
        ),
        (
            "Kestria said the road was open, but that the guns would stay.",
            ["the road was open", "that the guns would stay"],
        ),
        (
            "Anna Hoffman told reporters that the line held, and that nobody had crossed it.",
            ["that the line held", "that nobody had crossed it"],
        ),
        (
            "Orlavia confirmed both that it had received the letter and that it would answer it.",
            ["that it had received the letter", "that it would answer it"],
        ),
        (
            "Kestria announced that it would free the prisoners and added that it expected the same.",
            ["that it would free the prisoners", "that it expected the same"],
        ),
    ],
)
def test_each_that_is_a_statement(text: str, contents: list[str]) -> None:
    assert [content for _, content in told(text)] == contents


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("According to the envoy, the road is long.", "the envoy"),
        ("In the words of the envoy, the road is long.", "the envoy"),
        ("In Orlavia's view, the road is long.", "Orlavia"),
        ("In the view of Orlavia, the road is long.", "Orlavia"),
        ("Per the statement, the road is long.", "the statement"),
    ],
)
def test_words_beside_a_sentence_say_whose_it_is(text: str, source: str) -> None:
    assert told(text) == [(source, "the road is long")]


@pytest.mark.parametrize(
    "text",
    [
        "The exchange went according to plan.",
        "In other words, the road is long.",
        "In view of the rain, the road is closed.",
        "For the talks, the hall is ready.",
        "The said road runs along the river.",
        "The state of the road is poor.",
        "The charge went off at dawn.",
        "FOR RELEASE: Monday\nCONTACT: Press office\n\nThe road was opened.",
    ],
)
def test_what_only_looks_like_saying_gives_nothing(text: str) -> None:
    assert statements(text) == ()


def test_for_somebody_is_a_view_that_nobody_is_told_to_have_said() -> None:
    view = one("For Orlavia, the line is a fact.")
    assert view.act is Act.ASSESS
    assert view.doubts == ("'For Orlavia' is taken for their view; the text does not say that they said so.",)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Hoffman said that the guns had left, citing the Commission.",
        "Anna Hoffman, citing the Commission, said that the guns had left.",
        "Anna Hoffman said, quoting the Commission, that the guns had left.",
    ],
)
def test_who_is_cited_has_said_it_as_told_by_who_cites(text: str) -> None:
    found = {" ".join(words(each, "source")): each for each in statements(text)}
    teller, cited = found["Anna Hoffman"], found["the Commission"]
    assert words(teller, "content") == words(cited, "content") == ["that the guns had left"]
    assert (teller.within, cited.within) == (None, teller.id)


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("The two sides failed to agree on a date.", "The two sides", "failed to agree on"),
        ("Orlavia has yet to accept the date.", "Orlavia", "has yet to accept"),
        ("The minister stopped short of promising a date.", "The minister", "stopped short of promising"),
    ],
)
def test_who_did_not_do_it_is_told(text: str, source: str, cue: str) -> None:
    undone = one(text)
    assert (words(undone, "source"), words(undone, "cue")) == ([source], [cue])
    assert undone.commitment is Commitment.DENIED


def test_who_refuses_to_rule_it_out_leaves_it_open() -> None:
    left = one("Kestria refused to rule out an attack.")
    assert words(left, "content") == ["an attack"]
    assert (left.act, left.commitment) == (Act.STATE, Commitment.HEDGED)


def test_who_is_asked_has_not_asked() -> None:
    found = told("Anna Hoffman, asked about the bridge, said it was closed.")
    assert ("Anna Hoffman", "it was closed") in found
    assert ("Anna Hoffman", "the bridge") not in found


def test_who_issues_a_statement_saying_so_says_so() -> None:
    assert ("Anna Hoffman", "that the road was open") in told(
        "Anna Hoffman issued a statement saying that the road was open."
    )


def test_a_clause_after_the_channel_is_the_speakers() -> None:
    said = one("Larsen told the Lindholt Gazette in an interview that Kestria was ready.")
    assert words(said, "content") == ["that Kestria was ready"]
    assert said.addressee is not None


@pytest.mark.parametrize(
    "text",
    [
        "„The road is open now“, said Anna Hoffman.",
        "« The road is open now », said Anna Hoffman.",
        "'The road is open now,' said Anna Hoffman. 'We don't close it.'",
        "“The road is open now,“ said Anna Hoffman.",
        "“The road is open now,” said Anna Hoffman on “Talk.” “Nobody closed it.”",
    ],
)
def test_odd_marks_and_titles_break_no_quotation(text: str) -> None:
    said = one(text)
    assert said.direct
    assert words(said, "source") == ["Anna Hoffman"]


def test_a_turn_goes_on_until_somebody_else_speaks() -> None:
    text = (
        "QUESTION: Is the road open?\n\nMR. LARSEN: It is.\n\n(Applause.)\n\nWe said so.\n\n"
        "QUESTION: And the bridge?\n\nMR. LARSEN:\nIt is closed.\n\nIt will open.\n\nEND\n\nIt rained."
    )
    assert told(text) == [
        ("QUESTION", "Is the road open?"),
        ("MR. LARSEN", "It is. … We said so."),
        ("QUESTION", "And the bridge?"),
        ("MR. LARSEN", "It is closed.\n\nIt will open."),
    ]
    last = statements(text)[-1]
    assert last.doubts == ("Its last paragraph names no speaker and is taken to go on with the one before.",)


@pytest.mark.parametrize(
    "text",
    [
        "Q: Is it open?\nA: It is.\nQ: And the bridge?\nA: It is not.",
        "Q. Is it open?\n\nA. It is.\n\nQ. And the bridge?\n\nA. It is not.",
    ],
)
def test_questions_and_answers_take_turns(text: str) -> None:
    assert [source for source, _ in told(text)] == ["Q", "A", "Q", "A"]
    assert all(each.speaker is not None and each.speaker.id is None for each in statements(text))


def test_a_headline_without_a_verb_is_doubted() -> None:
    assert one("Kestria: The long road\n\nIt rained.").doubts
