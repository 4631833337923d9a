"""A defect is seen in whatever words, and a sentence that only looks like it is left alone: a sample of the wordings
that ``benchmarks/wordings.py`` counts, one of each row."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import pytest

from parley.framework.checks.concepts import Frame, concepts_in
from wordings import rows

LEAST_SEEN = 0.8
MOST_FALSE = 0.08


@pytest.fixture(scope="module")
def sampled() -> list[tuple[bool, bool]]:
    """Of each row whether one of its wordings is seen, and whether one of its sound sentences is."""
    return [(row.sees(row.seen[n % 5]), row.sees(row.not_seen[n % 5])) for n, row in enumerate(rows())]


def test_most_wordings_are_seen(sampled: list[tuple[bool, bool]]) -> None:
    assert sum(seen for seen, _ in sampled) >= LEAST_SEEN * len(sampled)


def test_hardly_a_sound_sentence_is_taken_for_a_defect(sampled: list[tuple[bool, bool]]) -> None:
    assert sum(false for _, false in sampled) <= MOST_FALSE * len(sampled)


def test_a_concept_is_any_form_of_its_words_and_words_may_stand_between() -> None:
    assert "corrects" in concepts_in("it has been remedied")
    assert "corrects" in concepts_in("it puts the whole matter right")
    assert "corrects" not in concepts_in("it turns right")


def test_a_word_is_not_one_that_is_an_e_shorter() -> None:
    assert "neg" not in concepts_in("the observers note what they see")
    assert "convenes" not in concepts_in("each site is marked")


@pytest.mark.parametrize(
    ("frame", "words", "there"),
    [
        ("breach corrects", "A breach is remedied.", True),
        ("breach !corrects", "A breach is remedied.", False),
        ("breach>corrects", "A breach is remedied.", True),
        ("corrects>breach", "A breach is remedied.", False),
        ("^breach", "Whoever stands guard at the bridge in the night sees a breach.", False),
        ("incident|breach must", "An incident must be reported.", True),
    ],
)
def test_a_frame_tells_which_concepts_stand_together(frame: str, words: str, there: bool) -> None:
    assert (Frame(frame).find(concepts_in(words)) is not None) == there


def test_every_frame_is_of_concepts_that_there_are() -> None:
    folder = files("parley.framework.checks")
    names = ("concepts", "provisions", "framed", "absent")
    tables = {name: tomllib.loads(folder.joinpath(f"{name}.toml").read_text("utf-8")) for name in names}
    of_the_text = "named_party body other when when_not_since clock article annex calibre past to_name ban in_list"
    known = {*tables["concepts"], *tables["provisions"], *of_the_text.split()}
    written = [
        frame
        for row in (*tables["framed"]["framed"], *tables["absent"]["item"])
        for key in ("frames", "mended", "anywhere")
        for frame in row.get(key, ())
    ]
    assert {concept for frame in written for concept in re.findall(r"\w+", frame)} <= known
