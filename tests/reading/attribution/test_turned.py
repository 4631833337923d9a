"""Sentences turned round, and what is only asked about."""

from __future__ import annotations

import pytest

from parley.model import Act, Commitment
from reading.papers import statements, words


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Her aides let it be known that the envoy would resign.", "Her aides", "that the envoy would resign"),
        ("Orlavia let it be known on Monday that talks might resume.", "Orlavia", "that talks might resume"),
        ("The chair made it clear that the line would stay.", "The chair", "that the line would stay"),
        ("What Larsen told me this morning is that the road is open.", "Larsen", "that the road is open"),
        ("What the envoy said was that the guns would stay.", "the envoy", "that the guns would stay"),
    ],
)
def test_a_sentence_turned_round_has_its_speaker(text: str, source: str, content: str) -> None:
    (said,) = statements(text)
    assert (words(said, "source"), words(said, "content")) == ([source], [content])


@pytest.mark.parametrize(
    "text",
    ["Did Larsen say that the road was open?", "Has Kestria ever promised to leave?", "Will Orlavia agree to go?"],
)
def test_what_is_asked_about_is_said_by_nobody(text: str) -> None:
    assert statements(text) == ()


@pytest.mark.parametrize(
    "text", ["Feld resigned, citing the arrest of his brother.", "Citing the rain, the chair closed the round."]
)
def test_a_reason_that_is_cited_is_no_statement(text: str) -> None:
    assert statements(text) == ()


def test_what_somebody_is_understood_to_want_is_told_by_nobody() -> None:
    (heard,) = statements("The envoy is understood to want a new map.")
    assert (heard.speaker, heard.commitment) == (None, Commitment.HEDGED)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The senator dismissed as “noise” media reports that the bridge was shut.",
            "media reports that the bridge was shut",
        ),
        ("Orlavia rejected as false claims that it had crossed the line.", "claims that it had crossed the line"),
    ],
)
def test_reports_dismissed_as_something_are_denied(text: str, content: str) -> None:
    (denied,) = statements(text)
    assert (denied.act, denied.commitment, words(denied, "content")) == (Act.DENY, Commitment.DENIED, [content])


def test_what_is_told_within_dismissed_reports_is_denied_with_them() -> None:
    denied, within = statements("The senator dismissed as “noise” reports that Kestria had agreed to withdraw.")
    assert (within.within, within.commitment) == (denied.id, Commitment.DENIED)


def test_an_object_after_its_as_phrase_is_the_verbs() -> None:
    (proposed,) = statements(
        "The mediators proposed as first steps the release of prisoners, a truce at sea and a hotline."
    )
    assert (proposed.act, words(proposed, "content")) == (
        Act.PROPOSE,
        ["the release of prisoners, a truce at sea and a hotline"],
    )
