"""Topics by the codes of PA-X: what is said is found, with its provision; what is only named in passing is not."""

from __future__ import annotations

import importlib.util
import tomllib
from pathlib import Path

import pytest

from parley.framework import parse
from parley.framework.topics import topic_rules, topics
from parley.text import decode
from shared import shared

WORDINGS = {
    f"{path.stem}-{code}": (code, rows)
    for path in sorted((Path(__file__).parents[1] / "golden" / "topics").glob("*.toml"))
    for code, rows in tomllib.loads(path.read_text("utf-8")).items()
}
"""Of each topic, sentences that speak to it and sentences that only have its words."""


def present(text: str) -> set[str]:
    return {topic.code for topic in topics(parse(text)) if topic.present}


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("The Parties shall cease all fire.", "CeProv"),
        ("Each Party shall release all prisoners of war.", "TjPrire"),
        ("Nobody shall be denied amnesty.", "TjAm"),
        ("All mercenaries shall leave Kestria.", "SsrFf"),
        ("Elections shall be held in spring.", "Ele"),
        ("Border control is handed back in June.", "StXbor"),
        ("The search for missing persons begins at once.", "TjMis"),
        ("Relief convoys have free passage.", "HrMob"),
        ("A third of the members are women.", "GeWom"),
        ("The United Nations keeps the original.", "ImUN"),
        ("Both sides agree to halt all offensive operations.", "CeProv"),
        ("An immediate and unconditional truce is declared.", "Ce"),
        ("Kestria ensures the safety of all delegates.", "SsrGua"),
        ("The gendarmerie keeps order in Ardel.", "SsrPol"),
        ("The fighters hand in their weapons at the assembly points.", "SsrDdr"),
        ("Self-defence groups and other combatants are bound too.", "SsrPsf"),
        ("All restrictions on the movement of goods end.", "HrMob"),
        ("A joint follow-up committee oversees this text.", "ImE"),
        ("Observers of a regional force are invited.", "ImPK"),
        ("Pending charges are dropped against those who return.", "TjAm"),
        ("The valley chooses its own regional assembly.", "TpsAut"),
        ("Trade unions are heard.", "Civso"),
    ],
)
def test_a_topic_is_found_with_its_provision(sentence: str, code: str) -> None:
    [topic] = [topic for topic in topics(parse(f"1. {sentence}\n")) if topic.code == code]
    assert topic.present
    assert topic.provisions == ("1",)


@pytest.mark.parametrize("listed", WORDINGS)
def test_a_topic_is_found_in_what_says_it_and_not_in_what_only_sounds_like_it(listed: str) -> None:
    code, rows = WORDINGS[listed]
    assert [sentence for sentence in rows["says"] if code not in present(f"1. {sentence}\n")] == []
    assert [sentence for sentence in rows["passing"] if code in present(f"1. {sentence}\n")] == []


def test_what_stands_beside_a_name_in_passing_still_counts() -> None:
    both = "1. In the spirit of the Charter of the United Nations, the United Nations send a mission.\n"
    assert "ImUN" in present(both)


def test_what_was_only_raised_or_refused_is_no_topic_of_the_text() -> None:
    assert "Prot" not in present("1. The question of the protection of churches was raised.\n")
    asked = "1. One side asked for international observers. "
    assert "ImPK" not in present(asked + "It was not agreed.\n")
    assert "ImPK" in present(asked + "The other side agreed.\n")


def test_what_stands_far_apart_or_in_another_part_of_a_sentence_is_not_told_together() -> None:
    assert "TjPrire" in present("1. The prisoners shall go home.\n")
    assert "TjPrire" not in present("1. The prisoners are well; the delegates go home.\n")


def test_the_charter_alone_does_not_bring_the_united_nations_in() -> None:
    assert "ImUN" not in present("1. The Parties respect the Charter of the United Nations.\n")


def test_a_council_of_another_kind_is_no_mechanism_of_this_text() -> None:
    assert present("1. The Security Council of the United Nations was told.\n") == {"ImUN"}


def test_elections_that_a_preamble_only_wishes_for_are_no_topic_of_the_text() -> None:
    wish = "Recalling the wish for elections,\n\nHave agreed as follows:\n\n1. The Parties shall eat bread.\n"
    assert "Ele" not in present(wish)
    assert "Ele" in present(wish.replace("eat bread", "hold elections"))


def test_a_text_about_something_else_has_no_topic() -> None:
    assert present("1. The Parties shall eat bread every Monday.\n") == set()


def test_every_code_of_the_list_is_answered_once() -> None:
    codes = [topic.code for topic in topics(parse(""))]
    assert codes == [rule.code for rule in topic_rules()]
    assert len(codes) == len(set(codes)) == 24


def test_real_texts_score_above_a_list_of_key_words() -> None:
    path = shared("score", "topics.py")
    spec = importlib.util.spec_from_file_location("score_topics", path)
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    found = {}
    for number in scorer.gold()[0]:
        text, _ = decode(shared("data", "agreements", f"{number}.txt").read_bytes(), number)
        found[number] = [topic.code for topic in topics(parse(text)) if topic.present]
    assert scorer.score(found)["f1"] > 0.91
