"""Classes of mistakes that were missed in new texts: what is told close by, by whom, and of what."""

from __future__ import annotations

import pytest

from parley.framework import check, parse

HEAD = """---
parties: {KES: Kestria, ORL: Orlavia}
others: {HAL: Republic of Halvern}
d_day: 2031-03-06T06:00+02:00
---
# Agreement

1. A Joint Commission (the Commission) is established on D-day. From D-day neither Party shall fire at the other.
"""

MISTAKES = {
    "A1.sides": "All three sides shall lift the boom at Wick by D+8.",
    "A1.nobody": "The opposing sides shall lift the boom at Wick by D+8.",
    "A1.unlisted": "The militia of Wick shall leave the mill by D+8.",
    "D2.no-extent": "From D+8 a protected zone surrounds the clinic of Wick.",
    "D7.no-record": "Neither Party shall move its guards from where they are on D-day.",
    "E2.after-end": "The Parties shall open talks by D+900. This Agreement lasts 100 days.",
    "E6.conditional": "Once Article 2 has been carried out, each Party shall free everyone on its list by D+9.",
    "G6.parties-only": "No report by other persons is received.",
    "G7.majority": "There is a Violation only if both Parties say so.",
    "G10.late": "Once the withdrawal is complete, the Commission shall verify compliance with Article 1.",
    "H3.no-time": "If the mayors cannot settle it, the dispute goes to the ministers.",
    "H7.imputed": "The Party that holds a village answers for every attack that starts there.",
    "K4.at-will": "Each Party may leave at any time.",
    "L3.no-rule": "The exemption of doctors does not hold at night.",
    "L7.two-lengths": "This Agreement lasts 100 days. This Agreement is good for 60 days.",
    "L11.unbounded": "Each Party shall train its officers in these points.",
}

SOUND = {
    "A1.unlisted": "After a Violation Kestria is warned. That Party shall mend it within 3 days.",
    "D2.no-extent": "A protected zone is set up by D+8. It reaches 2 km from the clinic of Wick.",
    "G6.parties-only": "The Commission shall report to the Parties, and publish it without names of private persons.",
    "H3.no-time": "If the mayors cannot settle it within 3 days, the dispute goes to the ministers.",
    "K4.at-will": "A Party may end this Agreement. It shall give 15 days' notice of termination in writing.",
    "L7.two-lengths": "This Agreement lasts 100 days. It is extended by 50 days each time.",
    "L11.unbounded": "The Commission shall establish whether a Violation was committed.",
}


def codes(words: str) -> set[str]:
    return {each.code for each in check(parse(f"{HEAD}\n2. {words}\n")).findings}


@pytest.mark.parametrize("code", MISTAKES)
def test_a_mistake_is_found_in_whatever_words(code: str) -> None:
    assert code in codes(MISTAKES[code])


@pytest.mark.parametrize("code", SOUND)
def test_what_is_told_close_by_makes_it_sound(code: str) -> None:
    assert code not in codes(SOUND[code])
