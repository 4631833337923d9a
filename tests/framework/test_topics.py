"""Topics by the codes of PA-X: what is said is found, with its provision; what is only named in passing is not."""

from __future__ import annotations

import importlib.util

import pytest

from parley.framework import parse
from parley.framework.topics import topic_rules, topics
from parley.text import decode
from shared import shared


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
        ("Tribal elders are heard.", "Civso"),
    ],
)
def test_a_topic_is_found_with_its_provision(sentence: str, code: str) -> None:
    [topic] = [topic for topic in topics(parse(f"1. {sentence}\n")) if topic.code == code]
    assert topic.present
    assert topic.provisions == ("1",)


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
    assert scorer.score(found)["f1"] > 0.88
