"""Mistakes and their sound twins: for each check, wordings in which it has to see the mistake, and others that look
alike and are as a lawyer would have them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from parley.framework import check, parse

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


def codes(words: str) -> set[str]:
    provisions = (f"{number}. {part.strip()}" for number, part in enumerate(words.split("||"), 5))
    text = HEAD + "\n\n".join(provisions) + "\n"
    return {each.code for each in check(parse(text)).findings}


def _each(side: str) -> list[Any]:
    return [pytest.param(row["code"], words, id=f"{row['code']}: {words[:40]}") for row in ROWS for words in row[side]]


@pytest.mark.parametrize(("code", "words"), _each("defects"))
def test_a_mistake_is_seen(code: str, words: str) -> None:
    assert code in codes(words)


@pytest.mark.parametrize(("code", "words"), _each("sound"))
def test_its_sound_twin_passes(code: str, words: str) -> None:
    assert code not in codes(words)
