"""What the words of several sentences together leave open; each beside a twin that doesn't."""

from __future__ import annotations

import pytest

from parley.framework import check, parse
from parley.model import Finding, FindingKind

HEAD = """---
parties: {KES: Kestria, ORL: Orlavia}
others: {HAL: Halvern}
---

**Contact Line** means the line shown in Annex A.

1. A Joint Commission (the Commission) shall monitor this agreement.
"""


def found(code: str, sentences: str, head: str = HEAD) -> list[Finding]:
    return [finding for finding in check(parse(f"{head}2. {sentences}\n")).findings if finding.code == code]


GAPS = [
    ("D1.unrecorded", "**Ridge** means the line of the outer posts.", "line of the outer posts",
     "**Ridge** means the line of the outer posts drawn in Annex A."),
    ("D1.two-lines", "Kestria shall go behind the line that it held in May and Orlavia behind the line of 2029 by D+9.",
     "behind the line that it held in May and Orlavia behind the line of 2029 by D+9",
     "Kestria and Orlavia shall go behind the Contact Line by D+9."),
    ("E4.agreement", "Kestria shall open the port as soon as the Parties have agreed on the tolls.",
     "as soon as the Parties have agreed", "Kestria shall open the port by D+9."),
    ("L6.may", "Each Party may withdraw its guns to Ardel by D+9.", "may",
     "Each Party may keep its guns at Ardel until D+9."),
    ("L13.source", "The limits are those of a survey made some years ago.", "survey made some years ago",
     "The limits are those of Annex A."),
    ("A1.unlisted", "The River Guard shall leave Ardel by D+9.", "River Guard",
     "Each Party shall see to it that the River Guard leaves Ardel by D+9."),
    ("A3.signature", "The Parties shall meet weekly.\n\nFor Kestria: ____\n\nFor Halvern: ____", "",
     "The Parties shall meet weekly.\n\nFor Kestria: ____\n\nFor Orlavia: ____\n\nFor Halvern: ____"),
    ("B1.two-terms", "The cease-fire starts on D-day. The Commission reports on the truce every 7 days.", "the truce",
     "The cease-fire starts on D-day. The Commission reports on the cease-fire every 7 days."),
    ("B3.brand-only", '**Strike Arms** means Thunder-3, BR-21 and "Gale".',
     '**Strike Arms** means Thunder-3, BR-21 and "Gale".',
     "**Strike Arms** means rocket launchers with a range of 10 km or more, such as Thunder-3."),
    ("B3.unbounded", "**Big Guns** means artillery and similar weapons.",
     "**Big Guns** means artillery and similar weapons.", "**Big Guns** means artillery of 100 mm and more."),
    ("B3.undefined", "No Party shall place heavy weapons in Ardel.", "heavy weapons",
     "No Party shall place heavy weapons listed in Annex B in Ardel."),
    ("B4.grade-undefined", "On a serious violation of Article 1 the ministers shall meet within 2 days.",
     "serious violation", "A violation is serious if a person was killed. On a serious violation of Article 1 the "
     "ministers shall meet within 2 days."),
    ("B4.no-consequence", "**Serious Violation** means a Violation that killed.",
     "**Serious Violation** means a Violation that killed.",
     "**Serious Violation** means a Violation that killed. On a Serious\nViolation the ministers shall meet within "
     "2 days."),
    ("C2.general-only", "The Parties shall cease all hostilities.", "cease all hostilities",
     "The Parties shall cease all hostilities. No Party shall fire, attack ports, advance or lay mines."),
    ("C5.law-only", "The Parties shall respect international humanitarian law.",
     "respect international humanitarian law",
     "The Parties shall respect international humanitarian law. No Party shall attack hospitals."),
    ("D2.no-extent", "A buffer zone shall be established in the valley.", "A buffer zone shall be established",
     "A buffer zone shall be established within 3 km of the Contact Line."),
    ("D4.no-destination", "Each Party shall withdraw its tanks by D+9.",
     "Each Party shall withdraw its tanks by D+9.", "Each Party shall withdraw its tanks to their barracks by D+9."),
    ("D5.early", "Each Party shall declare its tanks by D+9. The Commission shall verify the declaration by D+5.",
     "The Commission shall verify the declaration by D+5.",
     "Each Party shall declare its tanks by D+3. The Commission shall verify the declaration by D+5."),
    ("D8.mines-and-works", "No Party shall lay mines. Each Party may strengthen its positions with obstacles.",
     "may strengthen its positions with obstacles",
     "No Party shall lay mines. Each Party may strengthen its positions with obstacles, without mines."),
    ("E5.one-way", "Kestria may suspend the ferry after a violation of Article 1.",
     "may suspend the ferry after a violation of Article 1",
     "Kestria may suspend the ferry while a violation of Article 1 is not remedied."),
    ("G1.no-chair", "A Board consists of three members named by each Party.",
     "Board consists of three members named by each Party",
     "A Board consists of three members named by each Party, and of a chair named by Halvern."),
    ("L9.uneven", "Kestria shall open its ports by D+9.", "Kestria shall open its ports by D+9.",
     "Each Party shall open its ports by D+9."),
]  # fmt: skip


@pytest.mark.parametrize(("code", "bad", "quote", "sound"), GAPS, ids=[code for code, *_ in GAPS])
def test_a_gap_is_found_where_it_stands_and_its_sound_twin_is_not(code: str, bad: str, quote: str, sound: str) -> None:
    [finding] = found(code, bad)
    assert " ".join(finding.quote.split()) == quote
    assert found(code, sound) == []


def test_both_is_clear_of_two_parties_and_open_of_three() -> None:
    words = "Both Parties shall open their ports by D+9."
    assert found("A1.both", words) == []
    three = HEAD.replace("ORL: Orlavia", "ORL: Orlavia, QUE: Quenland")
    assert [finding.quote for finding in found("A1.both", words, three)] == ["Both Parties"]


def test_uneven_duties_are_shown_and_never_scored() -> None:
    [note] = found("L9.uneven", "Kestria shall open its ports by D+9.")
    assert note.kind is FindingKind.NOTE
    assert "KES: 2" in note.why
    assert "ORL: none" in note.why
