"""Verbs that no lexicon has are acts of their own; what may be another word stays unread."""

from __future__ import annotations

import pytest

from parley.framework import parse
from parley.framework.reader.unlisted import unlisted_participle

HEAD = "---\nparties: {KES: Kestria, ORL: Orlavia}\n---\n\n1. "


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("Kestria shall chlorinate the wells.", "chlorinate"),
        ("The wells shall be chlorinated by Kestria.", "chlorinate"),
        ("It is forbidden to uproot or burn olive trees.", "displace"),
        ("The welding of gates is prohibited.", "weld"),
    ],
)
def test_the_verb_is_its_own_act(words: str, act: str) -> None:
    assert [each.act.value for each in parse(HEAD + words).obligations if each.act][:1] == [act]


@pytest.mark.parametrize(
    "words",
    [
        "Kestria shall depend on the wells.",
        "The wells shall be deemed safe.",
        "Kestria shall, as ever, chlorinate.",
        "Nothing here shall be chlorinated.",
    ],
)
def test_a_state_or_a_doubtful_word_is_no_deed(words: str) -> None:
    assert parse(HEAD + words).obligations == ()


@pytest.mark.parametrize(
    ("participle", "verb"),
    [("chlorinated", "chlorinate"), ("trimmed", "trim"), ("ferried", "ferry"), ("paved", "pave")],
)
def test_a_participle_leads_back_to_its_verb(participle: str, verb: str) -> None:
    found = unlisted_participle(f"{participle} by hand") or ("", 0)
    assert found[0] in (verb, "")  # one that the lexicon has is none of these


@pytest.mark.parametrize(
    ("words", "modalities"),
    [
        ("Kestria undertakes not to fire and to withdraw its tanks by D+3.", ["must not", "must"]),
        ("Kestria undertakes to free all hostages and not to move its tanks.", ["must", "must not"]),
        ("Under no circumstances shall Kestria fire.", ["must not"]),
        ("It shall be for Orlavia to escort the convoys.", ["must"]),
        ("Only Kestria may inspect the wells.", ["may"]),
        ("Kestria undertakes to take measures to protect civilians and to withdraw its tanks.", []),
    ],
)
def test_turned_and_joined_promises_keep_their_modality_and_words(words: str, modalities: list[str]) -> None:
    obligations = parse(HEAD + words).obligations
    assert [each.modality.value.value for each in obligations if each.modality] == modalities
    assert all(each.bearer and each.bearer.words in ("Kestria", "Orlavia", "Only Kestria") for each in obligations)
