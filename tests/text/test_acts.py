"""The lexicon of acts: what the words of agreements and incident reports name."""

from __future__ import annotations

import pytest

from parley.text.acts import (
    _LONGEST_PHRASE,
    _table,
    _words,
    act_covers,
    act_entails,
    act_named,
    acts,
    acts_meet,
    may_tell,
    names_thing,
    noun_at_start,
    same_meaning,
    unlike,
    verb_at_start,
    words_for,
)


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("shelling", "shell"),
        ("Drone strike", "strike"),
        ("drone-strike", "strike"),
        ("an air strike on the depot", "strike"),
        ("small-arms fire", "fire"),
        ("three bursts of machine-gun fire", "fire"),
        ("overflight", "overfly"),
        ("overflew", "overfly"),
        ("explosion", "explode"),
        ("undetermined explosions", "explode"),
        ("withdrawn", "withdraw"),
        ("withdrawing", "withdraw"),
        ("jammed", "jam"),
        ("notified", "notify"),
        ("laying of mines", "lay-mines"),
        ("handed over", "deliver"),
        ("entry into force", "enter-into-force"),
        ("attack by shelling", "shell"),
    ],
)
def test_words_name_an_act(words: str, act: str) -> None:
    assert act_named(words) == act


@pytest.mark.parametrize("words", ["", "   ", "weather", "no shelling", "shelling and arrest", "12", "🙂"])
def test_what_names_no_act_or_two_different_ones_gets_none(words: str) -> None:
    assert act_named(words) is None


def test_a_strike_is_an_attack_but_an_attack_is_not_always_a_strike() -> None:
    assert act_covers("attack", "strike")
    assert act_covers("attack", "shell"), "through fire"
    assert act_covers("strike", "strike")
    assert not act_covers("strike", "attack")
    assert not act_covers("fire", "explode"), "what was only heard may have been demining"
    assert not act_covers("nothing-known", "strike")


def test_every_act_included_is_in_the_lexicon_and_nothing_includes_itself() -> None:
    ids = [act.id for act in acts()]
    assert len(ids) == len(set(ids))
    for act in acts():
        assert set(act.includes) <= set(ids)
        assert not any(act_covers(special, act.id) for special in act.includes)


def test_every_act_is_named_by_its_own_first_verb_and_noun() -> None:
    for act in acts():
        for first in (*act.verbs[:1], *act.nouns[:1]):
            if act.reported:
                assert act_named(first) in {act.id, act_named(act.nouns[0])}, first
        found = verb_at_start(act.verbs[0]) if act.verbs else None
        assert (
            found == (act.id, len(act.verbs[0].removesuffix(" mines"))) if act.verbs else (act.nouns or any(act.told))
        )


def test_what_only_agreements_speak_of_is_not_looked_for_in_reports() -> None:
    assert act_named("movement") is None
    assert act_named("use of a checkpoint for shelling") == "shell"
    assert verb_at_start("implement the plan") == ("implement", len("implement"))


def test_no_phrase_is_longer_than_the_reader_looks() -> None:
    assert max(len(_words(phrase)) for act in acts() for phrase in act.verbs + act.nouns + act.forms) <= _LONGEST_PHRASE


def test_the_verb_or_noun_at_the_start_tells_how_far_it_reaches() -> None:
    assert verb_at_start("hand over the lists") == ("deliver", len("hand over"))
    assert verb_at_start("be ready") is None
    assert noun_at_start("withdrawal of tanks") == ("withdraw", len("withdrawal"))
    assert noun_at_start("laying barriers anywhere") == ("lay-mines", len("laying"))


def test_a_thing_that_a_phrase_names_is_what_the_verb_is_done_to() -> None:
    assert noun_at_start("laying mines anywhere") == ("lay-mines", len("laying"))
    assert noun_at_start("taking of hostages") == ("detain", len("taking"))
    assert names_thing("lay", "mines or other devices")
    assert not names_thing("place", "tanks")


def test_two_acts_may_be_words_for_one_happening_or_exclude_one_another() -> None:
    assert acts_meet("enter", "deploy")
    assert acts_meet("deploy", "enter")
    assert acts_meet("dismantle", "damage")
    assert acts_meet("publish", "notify")
    assert not acts_meet("enter", "withdraw"), "there and back again"
    assert not acts_meet("detain", "release")
    assert not acts_meet("shell", "recruit")
    assert not acts_meet("deny-access", "grant-access")


def test_what_a_report_may_have_told_of_need_not_hold_the_other_way_round() -> None:
    assert may_tell("strike", "overfly"), "most strikes come from the air"
    assert not may_tell("overfly", "strike"), "who saw a strike tells of more than a flight"
    assert may_tell("return", "withdraw"), "back to barracks"
    assert not may_tell("withdraw", "return")


def test_reports_have_words_of_their_own_and_those_of_agreements_where_they_name_nothing_else() -> None:
    assert act_named("cows stolen", told=True) == "loot"
    assert act_named("patrol", told=True) == "patrol"
    assert verb_at_start("patrol the zone") == ("monitor", len("patrol"))
    assert act_named("road closed", told=True) == "close"
    assert act_named("road closed") is None
    assert act_named("closed after shelling", told=True) == "shell"


def test_of_a_wide_word_anything_may_be_a_case() -> None:
    assert acts_meet("violate", "shell")
    assert acts_meet("withdraw", "begin")


def test_the_word_for_a_crossing_is_no_proof_of_an_attack_as_a_strike_is() -> None:
    assert act_entails("strike", "attack")
    assert not act_entails("cross", "attack")
    assert act_covers("attack", "cross")


def test_what_an_act_may_be_told_as_are_acts_of_the_lexicon() -> None:
    ids = {act.id for act in acts()}
    for act, others in _table()["may_be"].items():
        assert {act, *others} <= ids, act
        assert len(set(others)) == len(others), act
    assert {*_table()["wide"]["acts"], *_table()["wide"]["asked"]} <= ids
    for act in acts():
        assert {*act.by, *act.loosely} <= ids
        assert set(act.loosely) <= set(act.includes)


def test_words_that_differ_from_their_act_stand_in_one_row_and_are_its_words() -> None:
    for act in acts():
        rows = [word for row in (*act.weaker, *act.stronger, *act.akin) for word in row]
        assert len(rows) == len(set(rows)), act.id
        told = {*act.told.verbs, *act.told.nouns, *act.told.forms}
        assert {*act.verbs, *act.clauses, *act.nouns, *told}.issuperset(rows), act.id
        assert not act.verbs or act.verbs[0] not in rows, act.id


@pytest.mark.parametrize(
    ("act", "word", "how"),
    [
        ("attack", "raid", "stronger"),
        ("inspect", "visit", "weaker"),
        ("occupy", "seize", "akin"),
        ("withdraw", "pull back", None),
        ("shell", "bombard", None),
    ],
)
def test_a_word_may_say_less_or_more_than_its_act_or_something_akin(act: str, word: str, how: str | None) -> None:
    assert unlike(act, word) == how


def test_words_of_one_row_say_the_same() -> None:
    assert same_meaning("deny-access", "hinder", "impede")
    assert same_meaning("deny-access", "bar", "block"), "both say just what the act does"
    assert not same_meaning("deny-access", "hinder", "delay")


def test_the_words_for_an_act_are_found_in_a_clause_and_in_a_report() -> None:
    assert [one.word for one in words_for("strike", "carry out drone strikes or air raids")] == [
        "drone strike",
        "air raid",
    ]
    assert [one.word for one in words_for("withdraw", "pulled back")] == ["pull back"]
    assert words_for("withdraw", "shelling") == ()
