"""Pictures of a weighing: of parties that rank the draws are drawn, and packages have numbers and a table."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from lxml import etree

from parley.bargaining import load_case, weigh
from parley.briefing.pictures import draw_weighing
from parley.briefing.pictures.labels import fitting
from parley.briefing.pictures.numbered import numbered, told_of, worth
from parley.briefing.pictures.package_table import _SIZE, wrapped
from parley.briefing.pictures.parallel import spread_apart
from parley.briefing.wording import STANDARDS
from parley.model import Weighing

SVG = "{http://www.w3.org/2000/svg}"
ISSUES = [
    {"id": "prisoners", "options": ["all", "some", "none"]},
    {"id": "border", "options": [{"id": "open", "text": "открыта для всех"}, {"id": "shut", "text": "مغلقة"}]},
]
KES: dict[str, Any] = {
    "id": "KES",
    "rankings": {"prisoners": ["all", "some", "none"], "border": ["shut", "open"]},
    "issue_ranking": ["prisoners", "border"],
}
ORL: dict[str, Any] = {
    "id": "ORL",
    "rankings": {"prisoners": ["none", "some", "all"], "border": ["open", "shut"]},
    "issue_ranking": ["border", "prisoners"],
}
HAL: dict[str, Any] = {
    "id": "HAL",
    "scores": {"prisoners": {"all": 1, "some": 4, "none": 2}, "border": {"open": 3, "shut": 0}},
}


def weighed(*parties: dict[str, Any], draws: int = 200) -> Weighing:
    return weigh(load_case({"issues": ISSUES, "parties": list(parties)}, "case.json"), draws=draws)


def texts(weighing: Weighing) -> list[str]:
    drawn = etree.fromstring(str(draw_weighing(weighing, STANDARDS)))
    return [text.text for text in drawn.iter(f"{SVG}text")]


def test_a_party_that_ranks_has_the_mean_of_the_draws_and_their_middle_beside_the_least_and_the_most() -> None:
    weighing = weighed(KES, ORL, HAL)
    assert weighing.ranking == ("KES", "ORL")
    row = weighing.frontier[0]
    assert set(row.drawn) == {"KES", "ORL"}
    for party, spread in row.drawn.items():
        ends = row.utilities[party]
        assert ends.low <= spread.low <= spread.mean <= spread.high <= ends.high
    assert len({worth(each, "KES")[0] for each in weighing.frontier}) > 1, "no axis is one value"


def test_what_is_at_stake_for_who_ranks_is_the_mean_of_the_draws_in_the_order_of_its_issues() -> None:
    stakes = weighed(KES, HAL).stakes
    assert stakes["KES"]["prisoners"] > stakes["KES"]["border"] > 0
    assert sum(stakes["KES"].values()) == pytest.approx(100, abs=0.1)
    assert stakes["HAL"] == {"prisoners": 3, "border": 3}


@pytest.mark.parametrize("parties", [(KES, ORL), (KES, HAL), (KES, ORL, HAL), (HAL, {**HAL, "id": "QUE"})])
def test_each_numbered_package_is_in_the_table_with_its_options_and_who_picks_it(parties: tuple[Any, ...]) -> None:
    weighing = weighed(*parties)
    marked = numbered(weighing, STANDARDS)
    words = texts(weighing)
    for each in marked:
        assert words.count(str(each.number)) >= 1
    assert {name for each in marked for name in each.picked} <= set(words)
    assert "The packages by number" in words
    assert ("mean of 200 drawn profiles" in " ".join(words)) == bool(weighing.ranking)


def test_without_draws_who_ranks_is_left_out_and_that_is_said() -> None:
    weighing = weighed(KES, ORL, HAL, draws=0)
    assert told_of(weighing) == ("HAL",)
    assert "KES, ORL: no points are known, and no profiles were drawn." in texts(weighing)


def test_a_single_package_and_none_are_drawn() -> None:
    lines = [{"prisoners": "all"}, {"prisoners": "none"}, {"border": "shut"}]
    one = weighed({**KES, "red_lines": lines}, ORL, HAL)
    assert "1 all four standards" in texts(one) or "1" in texts(one)
    none = weighed({**KES, "red_lines": [*lines, {"prisoners": "some"}]}, ORL)
    assert "0 of them; nothing to draw." in texts(none)


def test_labels_are_moved_apart_and_long_options_shortened() -> None:
    heights = spread_apart([10, 10, 10, 100], 0, 100, 12)
    assert all(b - a >= 12 for a, b in itertools.pairwise(heights))
    assert 0 <= heights[0] <= heights[-1] <= 100
    assert len(wrapped("a long way of saying what could be said in a word or two of all", 90)) == 2
    assert fitting("Освобождение всех удерживаемых", _SIZE, 60).endswith("…")
