"""Over two thousand invented sentences against answers that were written first; and the words of every slot."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obligation_answers import judge, read
from parley.framework import parse
from parley.model import Framework, SentenceForm

GOLDEN = Path(__file__).parents[1] / "golden/framework"
SLOTS = ("bearer", "modality", "act", "object", "place", "window", "trigger", "exception", "counterpart")


@pytest.mark.parametrize(
    ("folder", "least", "wrong"),
    [
        ("clauses", 0.95, 0.03),
        ("clauses-2", 0.95, 0.02),
        ("clauses-3", 0.9, 0.0),
        ("clauses-4", 0.92, 0.04),
        ("clauses-5", 0.94, 0.0),
        ("clauses-6", 0.92, 0.04),
        ("clauses-7", 0.94, 0.03),
        ("clauses-8", 0.94, 0.0),
        ("clauses-9", 0.85, 0.04),
        ("clauses-10", 0.95, 0.05),
        ("clauses-11", 0.93, 0.05),
        ("clauses-12", 0.94, 0.04),
        ("clauses-13", 0.94, 0.05),
        ("clauses-14", 0.94, 0.06),
        ("clauses-15", 0.94, 0.06),
        ("clauses-16", 0.92, 0.06),
        ("clauses-17", 0.93, 0.05),
        ("clauses-18", 0.93, 0.04),
        ("clauses-19", 0.95, 0.02),
        ("clauses-20", 0.92, 0.03),
        ("clauses-21", 0.93, 0.04),
        ("clauses-22", 0.91, 0.03),
        ("clauses-23", 0.92, 0.03),
        ("clauses-24", 0.72, 0.04),
        ("clauses-25", 0.71, 0.02),
        ("clauses-26", 0.84, 0.08),
        ("clauses-27", 0.85, 0.10),
        ("clauses-28", 0.78, 0.10),
        ("clauses-29", 0.85, 0.14),
        ("clauses-30", 0.93, 0.1),
        ("clauses-31", 0.83, 0.14),
        ("clauses-32", 0.93, 0.05),
        ("clauses-33", 0.84, 0.12),
        ("clauses-34", 0.83, 0.10),
        ("clauses-35", 0.82, 0.11),
        ("clauses-36", 0.88, 0.08),
        ("clauses-37", 0.75, 0.12),
        ("clauses-38", 0.9, 0.03),
        ("clauses-39", 0.95, 0.03),
        ("clauses-40", 0.95, 0.03),
        ("clauses-41", 0.95, 0.03),
        ("clauses-42", 0.95, 0.03),
    ],
)
def test_slots_are_read_as_a_person_wrote_them_down(folder: str, least: float, wrong: float) -> None:
    tally, _ = judge(GOLDEN / folder / "answers.jsonl", GOLDEN / folder)
    assert tally.f1() >= least
    assert tally.wrong_readings <= wrong
    for text in (GOLDEN / folder).glob("*.[mt][dx]*"):
        _the_words_of_every_slot_stand_in(read(text))


def _the_words_of_every_slot_stand_in(framework: Framework) -> None:
    for obligation in framework.obligations:
        for name in SLOTS:
            slot = getattr(obligation, name)
            assert slot is None or slot.words in framework.text


_BITS = """The Parties~No Party
~shall~shall not~may~withdraw~fire~,~;~:~and~or~(a)~-~\n\n1. ~\n~[#x A: b | C: d]~{#id}~by D+3
~within 24 hours of
~the Bay Zone~unless~except~\u202e~\u0430~<!--~-->~---\n~“~”~\r\n~all~of~is prohibited~There shall be no~To
~Release~of all hostages~during the truce"""
_WORDS = st.sampled_from(_BITS.split("~"))


@given(st.lists(_WORDS, max_size=40))
def test_parsing_never_fails_and_gives_the_text_back(words: list[str]) -> None:
    text = " ".join(words)
    framework = parse(text)
    assert framework.text == text
    for sentence in framework.sentences:
        assert text[sentence.start : sentence.end] == sentence.exact
        assert (sentence.reading is None) == (sentence.form in (SentenceForm.NOT_READ, SentenceForm.NOT_OPERATIVE))
    _the_words_of_every_slot_stand_in(framework)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("The Parties shall " + "take all measures to " * 80 + "meet.", None),
        ("No Party shall fire" + ", if a Party fires" * 80 + ".", None),
        ("Release of " + "all " * 400 + "hostages.", None),
        ("The Parties shall fire" + " and fire" * 180 + ".", None),
        ("Where " + "a " * 300 + "they shall meet.", None),
        ("Th\u0435 Parties shall meet.", "Cyrillic \u0435"),
    ],
    ids=["steps", "ifs", "alls", "fires", "where", "homoglyph"],
)
def test_long_windings_are_done_at_once_and_a_name_that_only_looks_alike_is_none(words: str, said: str | None) -> None:
    framework = parse(f"---\nparties: {{KES: Kestria, ORL: Orlavia}}\n---\n\n1. {words}\n")
    assert framework.text.endswith(f"{words}\n")
    if said:
        assert all(each.bearer is None or "KES" not in each.bearer.value for each in framework.obligations)
