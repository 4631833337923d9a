"""What a report tells in the words of the text: the verb, whose it is, how many and of what part of the thing."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import Held, deed, verdicts

pytestmark = pytest.mark.usefixtures("both_ways")


@pytest.mark.parametrize("thing", ["hotline", "school", "office", "liaison office", "clinic", "crossing"])
def test_what_the_text_would_have_opened_is_opened(held: Held, thing: str) -> None:
    article = "an" if thing == "office" else "a"
    text = f"1. Kestria shall open {article} {thing} by 10 March 2031. {{#d}}\n"
    assert verdicts(held, text, deed(act="opening", object=thing)) == ["kept"]


def test_another_thing_that_was_opened_is_not_that(held: Held) -> None:
    text = "1. Kestria shall open a school by 10 March 2031. {#d}\n"
    assert verdicts(held, text, deed(act="opening", object="warehouse")) != ["kept"]


@pytest.mark.parametrize(
    ("whom", "counterpart", "verdict"),
    [
        ("fishing vessels of Orlavia", "ORL", "kept"),
        ("Orlavia's fishing vessels", "ORL", "kept"),
        ("Orlavia", "ORL", "kept"),
        ("fishing vessels of Orlavia", "KES", "overdue"),
    ],
)
def test_whose_they_are_whom_it_lets_in_is_whom_it_befell(
    held: Held, whom: str, counterpart: str, verdict: str
) -> None:
    text = f"1. Kestria shall open the harbour of Varn to {whom} by 10 March 2031. {{#d}}\n"
    assert verdicts(held, text, deed(act="opening", object="harbour of Varn", counterpart=counterpart)) == [verdict]


@pytest.mark.parametrize("other", ["the other", "the other Party", "each other"])
def test_the_other_is_the_other_party(held: Held, other: str) -> None:
    text = f"1. Neither Party shall fire on {other}. {{#d}}\n"
    assert "breached" in verdicts(held, text, deed(act="gunfire", object="rifles", counterpart="ORL"))


@pytest.mark.parametrize(
    ("asked", "object", "count", "verdict"),
    [
        ("hand over the remains of 25 fighters", "remains of fighters", 25, "kept"),
        ("hand over the remains of 25 fighters", "remains of fighters", 20, "overdue"),
        ("hand over the bodies of 25 fighters", "25 bodies of fighters", "", "kept"),
        ("pay 50,000 crowns into the Fund", "50,000 crowns", "", "kept"),
        ("pay 50,000 crowns into the Fund", "30,000 crowns", "", "overdue"),
        ("dismantle its roadblocks", "the last of its roadblocks", 3, "kept"),
        ("dismantle its roadblocks", "all of its roadblocks", 3, "kept"),
        ("dismantle its roadblocks", "roadblocks", 3, "cannot tell"),
    ],
)
def test_how_many_it_was_may_stand_in_the_words_for_the_thing(
    held: Held, asked: str, object: str, count: Any, verdict: str
) -> None:
    act = {"hand": "handover", "pay": "payment", "dismantle": "dismantling"}[asked.split()[0]]
    text = f"1. Kestria shall {asked} by 10 March 2031. {{#d}}\n"
    assert verdicts(held, text, deed(act=act, object=object, count=count)) == [verdict]


def test_a_calibre_is_no_number_of_things(held: Held) -> None:
    text = "1. No Party shall fire artillery with a calibre above 100 mm. {#d}\n"
    assert "breached" in verdicts(held, text, deed(act="shelling", object="152 mm howitzer"))


@pytest.mark.parametrize(
    ("act", "verdict"), [("trawling", "breached"), ("release", "cannot tell"), ("dredging", "cannot tell")]
)
def test_a_ban_that_the_lexicon_has_no_word_for_is_held_by_the_texts_own(held: Held, act: str, verdict: str) -> None:
    """Who tells of it in another word is not understood, and so it is never kept."""
    text = "1. No Party shall trawl in the Gulf Zone. {#d}\n"
    told = deed(act=act, object="bottom trawl", latitude=-42.5, longitude=92.5, radius_m=100)
    [of_kestria] = [one for one in held(text, [told]).verdicts if one.bearer == "KES"]
    assert of_kestria.verdict.value == verdict


def test_a_word_that_nobody_knows_about_a_part_of_the_thing_leaves_it_in_doubt(held: Held) -> None:
    text = "1. Kestria shall repair the light of the North Buoy by 10 March 2031. {#d}\n"
    assert verdicts(held, text, deed(act="relighting", object="North Buoy")) == ["cannot tell"]
    assert verdicts(held, text, deed(act="relighting", object="South Pier")) == ["overdue"]
