"""Duties in words that the lexicon doesn't know: forms of the text's own verb show them, others may."""

from __future__ import annotations

import pytest

from parley.model import Outcome, Verdict
from parley.text.inflection import gerund, is_form_of

from .conftest import Held, Row

BODY = """1. If a Party shells the other Party, it shall {verb} within 24 hours. {{#after}}

2. Orlavian Union shall {verb} by D+20. {{#by}}

3. Orlavian Union shall withdraw its tanks by D+20. {{#tanks}}
"""
SHELLING: Row = {
    "id": "r1", "event_earliest": "2031-03-05T10:00Z", "act": "shelling", "actor": "ORL", "counterpart": "KES",
    "claimant": "Commission",
}  # fmt: skip


def verdict(held: Held, provision: str, verb: str = "apologise", **told: str) -> Verdict:
    row = {"id": "r2", "event_earliest": "2031-03-05T16:00Z", "actor": "ORL", "claimant": "Commission", **told}
    found = held(BODY.format(verb=verb), [SHELLING, row]).verdicts
    return next(one for one in found if one.provision == provision and one.bearer == "ORL")


@pytest.mark.parametrize(
    ("word", "verb"),
    [
        ("apology", "apologise"),
        ("an apology", "apologise"),
        ("apologies", "apologise"),
        ("apologized", "apologise"),
        ("commemoration", "commemorate"),
        ("fasted", "fast"),
        ("canonisation", "canonise"),
        ("beatification", "beatify"),
        ("mourning", "mourn"),
        ("handover", "hand over"),
    ],
)
def test_a_form_of_a_verb_or_a_noun_made_of_it(word: str, verb: str) -> None:
    assert is_form_of(word, verb)


@pytest.mark.parametrize(
    ("word", "verb"),
    [
        ("public apology", "apologise"),
        ("apology refused", "apologise"),
        ("apologist", "apologise"),
        ("mining", "mourn"),
    ],
)
def test_no_form_of_it(word: str, verb: str) -> None:
    assert not is_form_of(word, verb)


@pytest.mark.parametrize("word", ["apologise", "apology", "apologised"])
def test_the_texts_own_verb_in_any_form_shows_the_duty_done(held: Held, word: str) -> None:
    assert verdict(held, "after", act=word, about="r1").verdict is Outcome.KEPT
    assert verdict(held, "by", act=word).verdict is Outcome.KEPT


@pytest.mark.parametrize("word", ["public apology", "words of regret", "xyzzy"])
def test_of_another_word_about_the_incident_nobody_can_tell(held: Held, word: str) -> None:
    after = verdict(held, "after", act=word, about="r1")
    assert after.verdict is Outcome.CANNOT_TELL
    assert f"'{word}' names no act of the lexicon" in after.why
    assert verdict(held, "by", act=word, about="r1").verdict is Outcome.CANNOT_TELL


def test_a_word_of_somebody_else_shows_nothing(held: Held) -> None:
    assert verdict(held, "after", act="xyzzy", actor="KES", about="r1").verdict is Outcome.OVERDUE
    assert verdict(held, "after", act="xyzzy", actor="", about="r1").verdict is Outcome.OVERDUE


@pytest.mark.parametrize("told", [{"object": "tanks"}, {"act": "xyzzy", "object": "tanks"}, {"act": "tanks gone"}])
def test_what_names_the_thing_alone_may_be_the_duty(held: Held, told: Row) -> None:
    assert verdict(held, "tanks", **told).verdict is Outcome.CANNOT_TELL


@pytest.mark.parametrize("told", [{}, {"act": "xyzzy"}, {"object": "prisoners"}, {"act": "xyzzy", "object": "bread"}])
def test_what_names_neither_act_nor_thing_shows_nothing_of_a_duty_with_a_thing(held: Held, told: Row) -> None:
    assert verdict(held, "tanks", **told).verdict is Outcome.OVERDUE


def test_a_duty_without_a_noun_is_told_by_its_verb(held: Held) -> None:
    assert "The act of apologising was due by 6 March" in verdict(held, "after", act="inspection").why
    assert gerund("let go") == "letting go"
