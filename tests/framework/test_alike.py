"""The second ear: sentences worded like faulty ones, of which no rule says why."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.framework import check, parse
from parley.framework.checks.alike import RULES, SOUND, Alike, Model, heard, model, without_echoes
from parley.model import Finding, FindingKind, Sentence, Severity

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "checks.md"


def told(text: str) -> list[str]:
    return [each for each, _, _ in heard(text)[1] if not each.startswith("#")]


def tiny(least: float = 0.5) -> Model:
    """A model that knows two words: "somehow" is worded as H3 is, "quarrel" as nothing."""
    return Model(
        classes=(SOUND, "H3"),
        rows={"somehow": 0, "quarrel": 1},
        rarity=np.array([1.0, 1.0]),
        weights=np.array([[-40, 40], [1, -1]], dtype=np.int8),
        scale=0.1,
        base=np.array([0.0, 0.0]),
        least=np.array([1.1, least]),
    )


def finding(code: str, start: int, end: int, provision: str = "3") -> Finding:
    return Finding(
        code=code, kind=FindingKind.DEFECT, severity=Severity.SERIOUS, provision=provision,
        start=start, end=end, quote="x" * (end - start), why="It is so.", fix="Mend it.",
    )  # fmt: skip


class TestWhatIsHeard:
    def test_words_alone_and_up_to_three_together(self) -> None:
        assert told("Guns stay silent") == ["guns", "stay", "silent", "guns stay", "stay silent", "guns stay silent"]

    def test_days_numbers_and_names_are_heard_as_such(self) -> None:
        here, there = "By D+4 the 12 guns leave Velm.", "By D+30 the 1,500 guns leave Old-Dorn."
        assert told(here)[:5] == ["by", "<day>", "the", "<number>", "guns"]
        assert "<name>" in told(here)
        assert "<name>" in told(there)

    def test_the_number_of_a_paragraph_is_none_of_its_words(self) -> None:
        assert told("(3) Guns stay") == told("3.1 Guns stay") == told("- Guns stay") == told("Guns stay")

    def test_a_sentence_without_end_is_heard_up_to_its_limit(self) -> None:
        places, _ = heard("gun " * 10_000)
        assert len(places) == 120

    @given(st.text(max_size=200))
    def test_the_places_are_in_the_text_and_in_its_order(self, text: str) -> None:
        places, _ = heard(text)
        assert all(0 <= start < end <= len(text) for start, end in places)
        assert all(before[1] <= after[0] for before, after in pairwise(places))

    @pytest.mark.parametrize("text", ["", "   ", "§", "Сторони припиняють вогонь.", "يوقف الطرفان إطلاق النار."])
    def test_what_it_never_learnt_it_does_not_tell(self, text: str) -> None:
        assert model().hear(text) is None


class TestModel:
    def test_it_names_the_item_and_the_words_that_speak_for_it(self) -> None:
        item, (start, end) = tiny().hear("A quarrel ends somehow or other.") or ("", (0, 0))
        assert item == "H3"
        assert "somehow" in "A quarrel ends somehow or other."[start:end]

    def test_below_its_threshold_it_keeps_still(self) -> None:
        assert tiny(least=0.9999).hear("A quarrel ends somehow.") is None

    def test_a_heading_tells_nothing(self) -> None:
        assert tiny().hear("Somehow") is None

    def test_what_speaks_for_a_sound_sentence_tells_nothing(self) -> None:
        assert tiny().hear("A quarrel ends.") is None

    def test_each_item_that_it_may_tell_has_its_reason_and_its_mend(self) -> None:
        mayhap = {item for item, least in zip(model().classes, model().least, strict=True) if least <= 1}
        assert mayhap <= {rule.item for rule in RULES if isinstance(rule, Alike)}

    def test_each_item_is_in_the_reference(self) -> None:
        page = PAGE.read_text("utf-8")
        assert [rule.code for rule in RULES if f"`{rule.code}`" not in page] == []


class TestFindings:
    TEXT = parse("# A cease-fire\n\n1. Each Party shall keep its guns away. It shall do so well.\n")
    FIRST, SECOND = TEXT.sentences[-2:]

    def at(self, code: str, sentence: Sentence) -> Finding:
        return finding(code, sentence.start + 2, sentence.end - 2)

    def test_beside_a_rule_of_the_same_item_that_says_why_nothing_is_echoed(self) -> None:
        rule, echo = self.at("D3.from-what", self.FIRST), self.at("D3.alike", self.FIRST)
        assert without_echoes([rule, echo], self.TEXT.sentences) == [rule]

    def test_elsewhere_it_stands(self) -> None:
        rule = self.at("D3.from-what", self.FIRST)
        other = self.at("D3.alike", self.SECOND)
        assert without_echoes([rule, other], self.TEXT.sentences) == [rule, other]

    def test_on_words_of_which_a_rule_says_another_fault_it_keeps_still(self) -> None:
        rule, echo = self.at("B6.vague", self.FIRST), self.at("D3.alike", self.FIRST)
        assert without_echoes([rule, echo], self.TEXT.sentences) == [rule]

    def test_a_note_of_another_item_is_no_reason_to(self) -> None:
        note = self.at("L9.uneven", self.FIRST).replace(kind=FindingKind.NOTE)
        other = self.at("D3.alike", self.FIRST)
        assert without_echoes([note, other], self.TEXT.sentences) == [note, other]

    def test_a_definition_is_left_to_the_rules(self) -> None:
        for text in ("**Great Gun** means a large gun of some kind.",):
            found = check(parse(f"# A cease-fire\n\n1. Each Party shall keep its Great Guns at Velm.\n\n2. {text}\n"))
            assert not [each for each in found.findings if each.code.endswith(".alike") and each.provision == "2"]


def test_the_rows_name_items_once() -> None:
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes))


def test_what_it_learns_from_is_marked_and_parses() -> None:
    for path in sorted((Path(__file__).parents[1] / "golden" / "alike").glob("*.toml")):
        for row in tomllib.loads(path.read_text("utf-8"))["row"]:
            assert row["sound"]
            assert all("«" in each and "»" in each for each in row["defects"]), path.name
