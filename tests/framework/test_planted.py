"""Of the defects that ``benchmarks/planted.py`` plants in clean texts, a sample: what was once reached is kept."""

from __future__ import annotations

import pytest

from parley.model import Finding, FindingKind
from planting import Clean, clean_texts, findings, found, plants

TEXTS = clean_texts()
SAMPLE = 80
"""Every eightieth plant is tried: enough to see the score fall, and it takes a few seconds."""

LEAST_FOUND = 0.85
MOST_FALSE = 4


@pytest.fixture(scope="module")
def before() -> dict[str, list[Finding]]:
    return {clean.name: findings(clean) for clean in TEXTS}


def test_most_of_what_is_planted_is_found_at_the_planted_words(before: dict[str, list[Finding]]) -> None:
    sample = [plant for clean in TEXTS for plant in plants(clean)][::SAMPLE]
    hits = [found(plant, before[plant.text])[0] for plant in sample]
    assert sum(hits) / len(hits) >= LEAST_FOUND


def test_clean_texts_have_hardly_a_defect(before: dict[str, list[Finding]]) -> None:
    false = [each for said in before.values() for each in said if each.kind is FindingKind.DEFECT]
    assert len(false) <= MOST_FALSE


@pytest.mark.parametrize("clean", TEXTS, ids=lambda clean: clean.name)
def test_every_plant_changes_the_text_or_its_shapes_and_says_where(clean: Clean) -> None:
    for plant in plants(clean):
        assert plant.planted != clean.text
        assert plant.spans or plant.kind != "defect", plant
        assert all(plant.planted[start:end].strip() for start, end in plant.spans)
