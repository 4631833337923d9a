"""Sentences as points of one text, to see which defects are found in each."""

from __future__ import annotations

from parley.framework import check, parse

HEAD = """---
title: Agreement on the cease-fire at the Ardel
parties: {KES: Kestria, ORL: Orlavia}
others: {HAL: Halvern}
---

1. A Commission of three members of each Party and two of Halvern, one of whom presides and has the casting vote, shall
monitor this agreement from D-day. A Violation is grave if somebody was killed and minor otherwise.

"""


def codes_of(points: list[str]) -> dict[str, set[str]]:
    """The codes of the findings of each point, by its words."""
    text = HEAD + "\n\n".join(f"{number}. {words}" for number, words in enumerate(points, 2))
    findings = check(parse(text)).findings
    return {
        words: {each.code for each in findings if str(number) in (each.provision, *each.also)}
        for number, words in enumerate(points, 2)
    }
