"""Ships, aircraft and vehicles do what their crews do; what "resumes" goes by itself."""

from __future__ import annotations

import pytest

from parley.framework import parse

HEAD = "---\nparties: {KES: Kestria, ORL: Orlavia}\n---\n\n1. "


@pytest.mark.parametrize(
    ("words", "bearer"),
    [
        ("No helicopter shall land in the village.", "No helicopter"),
        ("Fishing boats of either side may sail at night.", "Fishing boats of either side"),
        ("Military aircraft shall not approach Tarn.", "Military aircraft"),
        ("At no time shall warships enter the harbour of Tarn.", "warships"),
        ("No drone may cross the border.", "No drone"),
    ],
)
def test_craft_bear_what_they_do(words: str, bearer: str) -> None:
    assert [each.bearer and each.bearer.words for each in parse(HEAD + words).obligations] == [bearer]


def test_what_may_resume_is_the_object() -> None:
    (only,) = parse(HEAD + "Flights to Velm may resume on D+10.").obligations
    assert only.bearer is None
    assert only.object is not None
    assert only.object.words == "Flights to Velm"


@pytest.mark.parametrize(
    "words",
    [
        "Under no pretext whatsoever shall Kestria open the sluices.",
        "In neither case shall the Parties open the sluices.",
        "For no reason may the guards open the sluices.",
        "On no consideration shall the sluices be opened.",
    ],
)
def test_a_denial_in_front_is_a_ban(words: str) -> None:
    assert [each.modality.value.value for each in parse(HEAD + words).obligations if each.modality] == ["must not"]


def test_nor_shall_what_is_done_be_done() -> None:
    first, second = parse(HEAD + "Barges shall not be loaded, nor shall crews be changed, at Tarn.").obligations
    assert (first.object and first.object.words, second.object and second.object.words) == ("Barges", "crews")
