"""What a provision does counts, not its phrases: many wordings settle an item, and what only looks like it does not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from parley.framework import parse
from parley.framework.checks.absent import RULES, Absent
from parley.framework.checks.draft import Draft

TABLE = Path(__file__).parents[1] / "golden" / "provisions" / "settled.toml"
ITEMS = tomllib.loads(TABLE.read_text("utf-8"))["item"]
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
    assert settled(code, item["settles"]) == item["settles"]


@pytest.mark.parametrize("item", ITEMS, ids=[item["code"] for item in ITEMS])
def test_what_only_looks_like_it_settles_nothing(item: dict[str, list[str]]) -> None:
    assert settled(str(item["code"]), item.get("seems", [])) == []


def test_what_is_judged_wrongly_is_known() -> None:
    """Should one of these be judged rightly, it moves to the others."""
    for item in ITEMS:
        code = str(item["code"])
        assert settled(code, item.get("unseen", [])) == []
        assert settled(code, item.get("taken_for_it", [])) == item.get("taken_for_it", [])
