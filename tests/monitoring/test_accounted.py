"""The words beside an act in a report: it is done without doubt only if each of them is accounted for."""

from __future__ import annotations

import pytest

from parley.monitoring.accounted import in_part
from parley.monitoring.acts import act_of, told_by
from parley.monitoring.truth import Truth
from parley.monitoring.undone import undone

from .conftest import Held, Row

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN


@pytest.mark.parametrize(
    ("said", "act"),
    [
        ("heavy artillery shelling", "shell"),
        ("renewed shelling", "shell"),
        ("Shelling near Sorn Ridge", "shell"),
        ("shelling of the village of Orm with 152 mm howitzers at 14:00", "shell"),
        ("shelling (12 rounds)", "shell"),
        ("shelling by mortars", "shell"),
        ("shelling observed", "shell"),
        ("ongoing shelling", "shell"),
        ("mortar fire", "shell"),
        ("village was shelled", "shell"),
        ("small-arms fire exchange", "fire"),
        ("opened fire on patrol", "fire"),
        ("drone flight", "overfly"),
        ("Air/drone strike", "strike"),
        ("a drone strike on the depot", "strike"),
        ("Armed clash", "attack"),
        ("cross-border raid", "attack"),
        ("mine explosion", "explode"),
        ("incursion by 20 soldiers", "advance"),
        ("withdrawal of 12 tanks", "withdraw"),
        ("has withdrawn its tanks", "withdraw"),
        ("troop withdrawal", "withdraw"),
        ("release of 100 prisoners", "release"),
        ("detention of monitors", "detain"),
        ("crossing of the line by patrol", "cross"),
        ("evacuation of the wounded", "withdraw"),
        ("withdrawal verified by the Mission", "withdraw"),
        ("cease fire violation", "violate"),
        ("violation of the cessation of hostilities", "violate"),
    ],
)
def test_what_says_only_how_when_where_and_with_what_leaves_the_act(said: str, act: str) -> None:
    assert act_of(said) == act


@pytest.mark.parametrize(
    ("said", "act", "word"),
    [
        ("feigned withdrawal", "withdraw", "feigned"),
        ("so-called withdrawal", "withdraw", "so-called"),
        ("withdrawal reversed", "withdraw", "reversed"),
        ("withdrawal, then return", "withdraw", "then"),
        ("will withdraw", "withdraw", "will"),
        ("tanks to withdraw", "withdraw", "to"),
        ("victim of shelling", "shell", "victim"),
        ("lull in shelling", "shell", "lull"),
        ("was shelled", "shell", "was"),
        ("shelling by Orlavia", "shell", "by"),
        ("Orlavian shelling", "shell", "Orlavian"),
        ("shelling of own positions", "shell", "own"),
        ("shelling?", "shell", "?"),
        ("simulated attack", "attack", "simulated"),
    ],
)
def test_any_other_word_leaves_it_open_and_the_reason_says_which(said: str, act: str, word: str) -> None:
    fact = told_by(act, said, None, happened=True)
    assert act_of(said) is None
    assert (fact.truth, word) == (UNKNOWN, undone(said).words[0])
    assert fact.why == f"'{word}' in '{said}' leaves open what was done"


def test_a_word_for_the_thing_that_the_report_names_is_accounted_for() -> None:
    said = "shelling of samovars"
    assert [told_by("shell", said, thing).truth for thing in ("samovars", "samovar", None)] == [YES, YES, UNKNOWN]


@pytest.mark.parametrize(
    ("said", "act", "about"),
    [
        ("report of shelling", "report", "shell"),
        ("shelling report", "report", "shell"),
        ("withdrawal talks", "negotiate", "withdraw"),
        ("inspection of the withdrawal", "inspect", "withdraw"),
        ("suspended its withdrawal", "suspend", "withdraw"),
    ],
)
def test_an_act_that_another_is_about_is_in_doubt(said: str, act: str, about: str) -> None:
    assert act_of(said) == act
    assert told_by(about, act, None, said).truth is UNKNOWN


@pytest.mark.parametrize(
    ("said", "acts"),
    [
        ("shelling and looting", {"shell": YES, "loot": YES}),
        ("violation by shelling", {"violate": YES, "shell": YES}),
        ("verified withdrawal", {"verify": UNKNOWN, "withdraw": UNKNOWN}),
        ("hit by shelling", {"strike": UNKNOWN, "shell": UNKNOWN}),
        ("house damaged by shelling", {"damage": YES, "shell": YES}),
    ],
)
def test_of_two_acts_both_were_done_or_neither_for_certain(said: str, acts: dict[str, Truth]) -> None:
    assert {act: told_by(act, said, None).truth for act in acts} == acts


@pytest.mark.parametrize(
    ("said", "ban", "duty"),
    [
        ("withdrawal", "breached", "kept"),
        ("orderly withdrawal", "breached", "kept"),
        ("partial withdrawal", "breached", "cannot tell"),
        ("withdrawal under way", "breached", "cannot tell"),
        ("50% withdrawal", "breached", "cannot tell"),
        ("withdrawal of some", "breached", "cannot tell"),
        ("withdrew one of two", "breached", "cannot tell"),
        ("withdrew and returned", "breached", "cannot tell"),
        ("near-complete withdrawal", "cannot tell", "cannot tell"),
        ("token withdrawal", "cannot tell", "cannot tell"),
        ("withdrawal agreed", "cannot tell", "cannot tell"),
        ("failed to withdraw", "kept", "overdue"),
    ],
)
def test_what_was_done_in_part_breaks_a_ban_and_does_not_keep_a_duty(
    held: Held, said: str, ban: str, duty: str
) -> None:
    text = "1. Kestria shall not withdraw its tanks. {#a}\n2. Kestria shall withdraw its tanks by D+10. {#b}\n"
    row: Row = {"id": "r1", "event_earliest": "2031-03-02", "act": said, "object": "tanks", "actor": "KES"}
    row |= {"claimant": "Commission"}
    told = held(text, [row], effort="HAL,satellite,everywhere,2031-03-01,2031-03-31,1,\n").verdicts
    assert [one.verdict for one in told] == [ban, duty]


@pytest.mark.parametrize(
    ("thing", "duty"),
    [
        ("tanks", "kept"),
        ("some tanks", "cannot tell"),
        ("half of its tanks", "cannot tell"),
        ("12 tanks", "cannot tell"),
    ],
)
def test_a_part_of_the_things_is_not_all_of_them(held: Held, thing: str, duty: str) -> None:
    row: Row = {"id": "r1", "event_earliest": "2031-03-02", "act": "withdrawal", "object": thing, "actor": "KES"}
    [one] = held("1. Kestria shall withdraw its tanks by D+10.\n", [{**row, "claimant": "Commission"}]).verdicts
    assert one.verdict == duty


@pytest.mark.parametrize(
    ("said", "part"), [("half withdrawn", True), ("release in progress", True), ("release", False)]
)
def test_words_for_less_than_all_of_it(said: str, part: bool) -> None:
    assert in_part(said) is part
