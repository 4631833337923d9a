"""Beside what another program computed for public cases, with each of its known faults named and shown.

The reference keeps one of several tied packages, rounds (and so keeps dominated packages), and its
Kalai-Smorodinsky is the point nearest the ideal line on the frontier, not the largest smallest share.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from fractions import Fraction
from functools import cache
from typing import Any

import pytest

from parley.bargaining import load_case, load_genius, weigh
from parley.model import Case, FrontierRow, Weighing
from shared import shared

ANAC = {
    "camera": ("buyer", "seller"),
    "england_zimbabwe": ("England", "Zimbabwe"),
    "grocery": ("mary", "sam"),
    "itex_cypress": ("ItexvsCypress_Cypress", "ItexvsCypress_Itex"),
    "laptop": ("buyer", "seller"),
    "politics_3p": ("util1", "util2", "util3"),
    "supermarket": ("prof1", "prof2"),
    "thompson_employment": ("employee", "employer"),
    "travel": ("chox", "fanny"),
    "tram_3p": ("Profile1", "Profile2", "Profile3"),
}


def genius(name: str, reserve: Fraction | None = Fraction(0)) -> Case:
    """A domain as written: weight times evaluation, unscaled."""
    folder = shared("data", "negotiation", "anac", name)
    files = {path.name: path.read_bytes() for path in folder.glob("*.xml")}
    return load_genius(files, str(folder), ANAC[name], reserve).case


@cache
def anac(name: str) -> tuple[Weighing, dict[str, Any]]:
    reference = json.loads(shared("data", "negotiation", "reference", f"negmas_anac_{name}.json").read_text("utf-8"))
    return weigh(genius(name), draws=0), reference


def vectors(rows: tuple[FrontierRow, ...]) -> set[tuple[float, ...]]:
    """Utilities to nine significant digits: the reference's are floating point."""
    return {tuple(float(f"{float(score.low):.9g}") for score in row.utilities.values()) for row in rows}


def theirs(rows: list[list[float]]) -> set[tuple[float, ...]]:
    return {tuple(float(f"{value:.9g}") for value in row) for row in rows}


def dominated(vector: tuple[float, ...], by: set[tuple[float, ...]]) -> bool:
    return any(other != vector and all(a >= b for a, b in zip(other, vector, strict=True)) for other in by)


@pytest.mark.parametrize("name", ANAC)
def test_the_frontiers_are_the_same(name: str) -> None:
    weighing, reference = anac(name)
    ours, other = vectors(weighing.frontier), theirs(reference["frontier"])
    assert weighing.packages == str(reference["n_outcomes"])
    assert ours - other == set()
    assert all(dominated(vector, ours) for vector in other - ours)


STANDARDS = {"nash": "nash", "kalai_smorodinsky": "ks", "egalitarian": "kalai", "utilitarian": "max_welfare"}
DIFFERENT = {("itex_cypress", "kalai_smorodinsky"), ("tram_3p", "nash"), ("supermarket", "egalitarian")}


@pytest.mark.parametrize(
    ("name", "standard"), [(n, s) for n in ANAC for s in STANDARDS if (n, s) not in DIFFERENT]
)  # fmt: skip
def test_the_solutions_are_the_same(name: str, standard: str) -> None:
    weighing, reference = anac(name)
    ours = vectors(getattr(weighing.solutions, standard))
    assert theirs([row["utils"] for row in reference[STANDARDS[standard]]]) <= ours


def smallest_share(vector: Iterable[float], weighing: Weighing) -> float:
    """The smallest share of ideal gains, counted from the reserve of 0."""
    ideal = [max(float(row.utilities[party].high) for row in weighing.frontier) for party in weighing.parties]
    return min(value / best for value, best in zip(vector, ideal, strict=True))


def test_where_the_references_kalai_smorodinsky_gives_a_smaller_smallest_share() -> None:
    weighing, reference = anac("itex_cypress")
    [ours] = vectors(weighing.solutions.kalai_smorodinsky)
    assert smallest_share(ours, weighing) > smallest_share(reference["ks"][0]["utils"], weighing)


def test_where_the_reference_keeps_an_egalitarian_package_with_a_smaller_smallest_gain() -> None:
    weighing, reference = anac("supermarket")
    [ours] = vectors(weighing.solutions.egalitarian)
    theirs_found = theirs([row["utils"] for row in reference["kalai"]])
    assert ours in theirs_found
    assert all(min(other) < min(ours) for other in theirs_found - {ours})


def test_where_the_references_nash_counts_gains_from_the_worst_package_and_not_from_the_reserve() -> None:
    weighing, reference = anac("tram_3p")
    [ours] = vectors(weighing.solutions.nash)
    other = reference["nash"][0]["utils"]
    assert ours[0] * ours[1] * ours[2] > other[0] * other[1] * other[2]
    case = genius("tram_3p")
    worst = case.replace(parties=tuple(party.replace(reserve=None) for party in case.parties))
    unknown = weigh(worst, draws=0)  # counted from the worst
    assert vectors(unknown.solutions.nash) == theirs([other])


@pytest.mark.parametrize("name", ["add_p5_1e4", "add_p2_1e5", "add_p3_1e5"])
def test_made_cases(name: str) -> None:
    data = json.loads(shared("data", "negotiation", "synthetic", f"{name}.json").read_text("utf-8"))
    reference = json.loads(shared("data", "negotiation", "reference", f"negmas_{name}.json").read_text("utf-8"))
    issues = [{"id": str(n), "options": [str(k) for k in range(data["options"])]} for n in range(data["issues"])]
    parties = [
        {
            "id": f"P{party}",
            "reserve": 0,
            "scores": {str(n): {str(k): score for k, score in enumerate(row)} for n, row in enumerate(table)},
        }
        for party, table in enumerate(data["tables"])
    ]
    weighing = weigh(load_case({"issues": issues, "parties": parties}, name), draws=0)
    assert int(weighing.packages) == reference["n_outcomes"]
    assert vectors(weighing.frontier) == theirs(reference["frontier"])
    for standard in ("nash", "egalitarian", "utilitarian"):
        ours = vectors(getattr(weighing.solutions, standard))
        assert theirs([row["utils"] for row in reference[STANDARDS[standard]]]) <= ours, standard
    [ours] = vectors(weighing.solutions.kalai_smorodinsky)
    assert smallest_share(ours, weighing) >= smallest_share(reference["ks"][0]["utils"], weighing)
