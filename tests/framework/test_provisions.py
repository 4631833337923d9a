"""What a provision does counts, not its phrases: many wordings settle an item, and what only looks like it does not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from parley.framework import parse
from parley.framework.checks.absent import RULES, Absent
from parley.framework.checks.draft import Draft

TABLES = sorted((Path(__file__).parents[1] / "golden" / "provisions").glob("*.toml"))
ITEMS = [item for table in TABLES for item in tomllib.loads(table.read_text("utf-8"))["item"]]
KNOWN = {rule.code: rule for rule in RULES}
HEAD = """---
title: Armistice of the valley
parties: {KES: Kestria, ORL: Orlavia}
others: {QUE: Quenland, GSR: Grey Swan Society}
d_day: 2033-05-03
---

## Article 1

1. An observer commission ("the Commission") is established on D-day.

2. The Grey Swan Society ("the Society") accepts its tasks.

## Article 2

"""


def settled(code: str, sentences: list[str]) -> list[str]:
    """Those of ``sentences`` by which the item counts as settled; each is a paragraph of one text."""
    text = HEAD + "\n\n".join(f"{n}. {words}" for n, words in enumerate(sentences, 1)) + "\n"
    draft, rule = Draft(parse(text)), KNOWN[code]
    assert isinstance(rule, Absent)
    spans = [(text.index(words), text.index(words) + len(words)) for words in sentences]
    speaking = [each for each in draft.telling if rule.speaks(draft, each)]
    return [
        words
        for words, (start, end) in zip(sentences, spans, strict=True)
        if any(each.start < end and start < each.end for each in speaking)
    ]


@pytest.mark.parametrize("item", ITEMS, ids=[item["code"] for item in ITEMS])
def test_an_item_is_settled_in_many_words(item: dict[str, list[str]]) -> None:
    code = str(item["code"])
    assert settled(code, item.get("settles", [])) == item.get("settles", [])


@pytest.mark.parametrize("item", ITEMS, ids=[item["code"] for item in ITEMS])
def test_what_only_looks_like_it_settles_nothing(item: dict[str, list[str]]) -> None:
    assert settled(str(item["code"]), item.get("seems", [])) == []


def test_what_is_judged_wrongly_is_known() -> None:
    """Should one of these be judged rightly, it moves to the others."""
    for item in ITEMS:
        code = str(item["code"])
        assert settled(code, item.get("unseen", [])) == []
        assert settled(code, item.get("taken_for_it", [])) == item.get("taken_for_it", [])


LISTED = (
    HEAD
    + """1. Each Party may, outside the zone:

(a) swap its soldiers for as many others;

(b) bring food and water to its posts.

2. Each Party shall clear the road by D+9.
"""
)


def test_an_item_of_a_list_is_heard_with_the_words_that_introduce_it() -> None:
    """ "(a) swap its soldiers for as many others" allows nothing by itself."""
    assert "C6" not in absent(LISTED)
    assert "C6" in absent(LISTED.replace("may, outside the zone:", "shall report, of each day:"))


def test_what_introduces_a_list_is_not_counted_again_with_each_item() -> None:
    """A ban on all uses, and a list of places: the item by itself has to add what settles something."""
    text = HEAD + "1. Neither Party shall use any of these for a purpose of war:\n\n(a) the school;\n\n(b) the mill.\n"
    assert "A6" in absent(text + "\n2. The Contact Line is marked with posts.\n")


def absent(text: str) -> set[str]:
    draft = Draft(parse(text), profile="peace-agreement")
    return {each.code for rule in RULES for each in rule.find(draft)}
