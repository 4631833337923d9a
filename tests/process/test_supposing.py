"""A first profile from public positions: ranges and assumptions, never a party's word, never over a file."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from parley.bargaining import load_case, load_profile, suppose, weigh
from parley.model import Audience, Case, Issue, Label, NotPermitted, Option, Position, Range, Stance, WrongUsage
from parley.process import Process
from parley.process.supposing import profile_text

from .conftest import Make

Opened = Callable[[Path], Process]

ISSUES = (
    Issue(
        id="prisoners",
        title="Exchange of prisoners",
        options=(
            Option(id="all", text="all", owners=("KES",)),
            Option(id="500 each", text="500 each"),
            Option(id="none", text="none"),
            Option(id="sick", text='the sick "first"'),
        ),
    ),
)


def said(option: str, stance: Stance, *statements: str, party: str = "KES", second_hand: bool = False) -> Position:
    return Position(
        party=party, issue="prisoners", option=option, stance=stance, statements=statements, second_hand=second_hand
    )


POSITIONS = (
    said("500 each", Stance.OPEN, "a-s1", "b-s2"),
    said("none", Stance.OPPOSES, "a-s3", second_hand=True),
    said("sick", Stance.UNCLEAR, "a-s4"),
    said("sick", Stance.DEMANDS, "o-s1", party="ORL"),
)


def test_every_option_has_a_range_and_the_statements_it_rests_on() -> None:
    found = {each.option: each for each in suppose("KES", ISSUES, POSITIONS)}
    assert {option: (float(e.place.low), float(e.place.high)) for option, e in found.items()} == {
        "all": (0.5, 1),  # the text has it as Kestria's own
        "500 each": (0.3, 0.9),
        "none": (0, 0.7),  # only others tell of it: half way to not knowing
        "sick": (0, 1),
    }
    assert found["500 each"].statements == ("a-s1", "b-s2")
    assert found["500 each"].why == "KES is open to it, by 2 statements"
    assert found["none"].why == "others tell that KES opposes it, by 1 statement"
    assert all(not each.place.is_point for each in found.values())


def test_the_file_is_a_profile_of_assumptions_without_reserve_or_red_line() -> None:
    text = profile_text("KES", suppose("KES", ISSUES, POSITIONS), "caucus/KES/profile.toml")
    profile = load_profile(tomllib.loads(text), "profile.toml", "KES", Label("mediator"))
    assert profile.places["prisoners"]["none"] == Range(low=Fraction(0), high=Fraction(7, 10))
    assert profile.assumed["prisoners"]["500 each"] == ("a-s1", "b-s2")
    assert (profile.reserve, profile.red_lines, profile.can_live_with, profile.cannot) == (None, (), {}, {})
    assert "It is nobody's word." in text.splitlines()[0]


def test_what_rests_on_assumptions_says_so() -> None:
    text = profile_text("KES", suppose("KES", ISSUES, POSITIONS), "caucus/KES/profile.toml")
    profile = load_profile(tomllib.loads(text), "profile.toml", "KES", Label("mediator"))
    weighing = weigh(Case(issues=ISSUES, parties=(profile,)), draws=20)
    assert weighing.assumptions[0].startswith(
        "KES: 4 values are assumptions from public positions, and none is its word"
    )
    scored = {"id": "KES", "scores": {"toll": {"a": [0, 1], "b": 1}}, "assumed": {"toll": {"a": ["x-s1"]}}}
    case = load_case({"issues": [{"id": "toll", "options": ["a", "b"]}], "parties": [scored]}, "case.json")
    assert weigh(case, draws=0).assumptions[0].startswith("KES: 1 value is an assumption")


PAPERS = {
    "documents/a.md": "Republic of Kestria demands that all prisoners be exchanged.\n",
    "caucus/ORL/documents/b.md": "Republic of Kestria would accept zqcanary 500 prisoners.\n",
}


def test_a_process_proposes_from_its_shared_papers_alone(make: Make, opened: Opened, tmp_path: Path) -> None:
    folder = make(PAPERS)
    before = sorted(path for path in folder.rglob("*") if ".parley" not in path.parts)
    output = opened(folder).propose_profile("KES", tmp_path / "kes.toml")
    assert sorted(path for path in folder.rglob("*") if ".parley" not in path.parts) == before
    assert output.text == (tmp_path / "kes.toml").read_text(encoding="utf-8")
    rests_on = {statement for each in output.assumptions for statement in each.statements}
    papers = {document.id for document in opened(folder).documents()}
    assert all(any(statement.startswith(paper[:8]) for paper in papers) for statement in rests_on)
    assert "zqcanary" not in output.model_dump_json()
    with pytest.raises(WrongUsage, match=r"kes.toml is there already, and nothing is overwritten"):
        opened(folder).propose_profile("KES", tmp_path / "kes.toml")
    with pytest.raises(WrongUsage, match="'HAL' is no party of this process; use one of KES, ORL"):
        opened(folder).propose_profile("HAL")
    with pytest.raises(NotPermitted):
        opened(folder).propose_profile("KES", audience=Audience("party:KES"))


def test_a_process_is_weighed_with_a_proposed_profile_beside_a_ranking(make: Make, opened: Opened) -> None:
    folder = make(PAPERS)
    proposed = opened(folder).propose_profile("KES")
    (folder / "caucus" / "KES").mkdir(parents=True)
    (folder / "caucus" / "KES" / "profile.toml").write_text(proposed.text, encoding="utf-8")
    ranking = '[rankings]\nprisoners = ["ORL", "KES"]\n[can_live_with]\nprisoners = ["KES", "ORL"]\n'
    (folder / "caucus" / "ORL" / "profile.toml").write_text(ranking, encoding="utf-8")
    output = opened(folder).weigh(draws=50)
    assert "is acceptable to ORL. What would settle it: ask KES whether it can live with" in output.agreement_zone.why
    assert output.assumptions[0].startswith("KES: 2 values are assumptions")
    assert output.robustness.ask[0].party == "KES"
