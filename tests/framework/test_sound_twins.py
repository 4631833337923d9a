"""Mistakes and their sound twins: for each check, wordings in which it has to see the mistake, and others that look
alike and are as a lawyer would have them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from parley.framework import parse
from parley.framework.checks import Draft
from parley.framework.checks.catalogue import RULES

FILES = sorted((Path(__file__).parents[1] / "golden" / "sound").glob("twins*.toml"))
ROWS = [row for file in FILES for row in tomllib.loads(file.read_text("utf-8"))["row"]]
HEAD = """---
title: Cease-fire Agreement
status: final
parties: {NOR: Republic of Norland, SUD: Union of Sudria}
others: {ORG: Regional Organisation, RED: Relief Society}
annexes: {A: annexes/map.geojson}
d_day: 2035-03-12
---

# Cease-fire Agreement

1. **Line** means the line shown in Annex A. The Regional Organisation and the Relief Society accept their tasks by
signing.

"""


CHECKS = {code: [rule for rule in RULES if rule.code == code] for code in {row["code"] for row in ROWS}}


def is_seen(code: str, words: str) -> bool:
    """Whether the check of this code, alone, finds something in a text of these provisions."""
    provisions = (f"{number}. {part.strip()}" for number, part in enumerate(words.split("||"), 5))
    draft = Draft(parse(HEAD + "\n\n".join(provisions) + "\n"))
    return any(each.code == code for rule in CHECKS[code] for each in rule.find(draft))


def _each(side: str) -> list[Any]:
    return [pytest.param(row["code"], words, id=f"{row['code']}: {words[:40]}") for row in ROWS for words in row[side]]


@pytest.mark.parametrize(("code", "words"), _each("defects"))
def test_a_mistake_is_seen(code: str, words: str) -> None:
    assert is_seen(code, words)


@pytest.mark.parametrize(("code", "words"), _each("sound"))
def test_its_sound_twin_passes(code: str, words: str) -> None:
    assert not is_seen(code, words)


def test_every_code_is_that_of_a_check() -> None:
    assert [code for code, rules in CHECKS.items() if not rules] == []
