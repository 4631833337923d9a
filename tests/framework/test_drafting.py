"""Drafting quality: each defect is found at its words, and a sound twin in other words has no finding."""

from __future__ import annotations

import pytest

from parley.framework import parse
from parley.framework.checks import Draft
from parley.framework.checks.conditions import RULES as CONDITIONS
from parley.framework.checks.drafting import RULES
from parley.framework.checks.quantities import RULES as QUANTITIES
from parley.framework.checks.tables import RULES as TABLES
from parley.model import Finding

HEAD = """---
parties: {KES: Kestria, ORL: Orlavia}
d_day: 2031-03-06T06:00+02:00
---
# Agreement

**Contact Line** means the line shown in Annex A.

## Duties of the Parties

1. A Joint Commission (the Commission) is established on D-day.
"""


def findings(*articles: str) -> list[Finding]:
    text = HEAD + "".join(f"{number}. {words}\n" for number, words in enumerate(articles, 2))
    draft = Draft(parse(text))
    return [finding for rule in (*RULES, *TABLES, *QUANTITIES, *CONDITIONS) for finding in rule.find(draft)]


PLANTED = [
    # code, the words, what is quoted, the sound twin
    ("L3.at-will", "No Party shall close the road, except when it considers this useful.",
     "except when it considers this useful", "No Party shall close the road, except during a flood."),
    ("L3.at-will", "Neither Party shall search boats unless it decides otherwise.", "unless it decides otherwise",
     "Neither Party shall search boats unless the Commission decides otherwise."),
    ("L3.no-rule", "The exception for ferries does not apply on Sundays.", "The exception for ferries",
     "No Party shall stop boats, except ferries. The exception for ferries does not apply on Sundays."),
    ("L6.should", "Each Party should close its posts by D+9.", "should", "Should a Party close its posts, it shall "
     "tell the Commission within 2 hours."),
    ("L6.may", "The Parties may reopen the road by D+5.", "may", "The Parties shall reopen the road by D+5."),
    ("L10.unseen", "Each Party shall refrain from hostile intentions from D+3.", "refrain from hostile intentions",
     "Each Party shall refrain from hostile broadcasts from D+3."),
    ("L10.unseen", "The Parties shall believe in the success of this text.", "believe in the success of this text",
     "The Parties shall publish the text of this agreement by D+3."),
    ("L10.unseen", "Each Party shall adopt a spirit of understanding.", "adopt a spirit of understanding",
     "Each Party shall adopt rules for its ports by D+9."),
    ("L8.missing", "Each Party shall move its boats at least 20 from the Contact Line.",
     "at least 20 from the Contact Line", "Each Party shall move its boats at least 20 km from the Contact Line."),
    ("L8.unusual", "No Party shall keep boats within 400 yards of the Contact Line.", "400 yards",
     "No Party shall keep boats within 400 m of the Contact Line."),
    ("L7.two-counts", "Kestria shall keep 40 guards at the mill. Kestria shall keep 30 guards at the mill.", "30",
     "Kestria shall keep 40 guards at the mill. Orlavia shall keep 30 guards at the mill."),
    ("L7.two-counts", "Each Party shall stay more than 6 km from the dam. Each Party shall stay more than 9 km from "
     "the dam.", "9", "Each Party shall stay more than 6 km from the dam. Each Party shall stay more than 9 km from "
     "the mill."),
    ("K1.after-d-day", "This agreement enters into force on 20 March 2031.", "20 March 2031",
     "This agreement enters into force on 6 March 2031."),
    ("E4.no-finder", "If the situation is calm, each Party shall reopen its schools.", "If the situation is calm",
     "If the Commission has found that the situation is calm, each Party shall reopen its schools by D+9."),
    ("E4.no-finder", "Kestria shall open the canal if the other Party has shown goodwill.",
     "if the other Party has shown goodwill", "Kestria shall open the canal if the other Party has opened the road."),
    ("E4.agreement", "Kestria shall open the ferry by D+9, subject to the agreement of Orlavia.",
     "subject to the agreement of", "Kestria shall open the ferry by D+9, subject to the rules of the Commission."),
]  # fmt: skip


@pytest.mark.parametrize(("code", "words", "quote", "twin"), PLANTED)
def test_a_defect_is_found_at_its_words_and_its_twin_is_not(code: str, words: str, quote: str, twin: str) -> None:
    assert [(each.code, each.quote) for each in findings(words)] == [(code, quote)]
    assert findings(twin) == []


def test_two_counts_name_both_provisions_and_numbers() -> None:
    first, second = findings("Kestria shall keep 40 guards at the mill.", "Kestria shall keep 30 guards at the mill.")
    assert (first.provision, first.also) == ("2", ("3",))
    assert (second.provision, second.also) == ("3", ("2",))
    assert all("40" in each.why and "30" in each.why for each in (first, second))


def test_stages_are_not_two_counts() -> None:
    assert findings("Kestria shall release 40 prisoners by D+5.", "Kestria shall release 30 prisoners by D+9.") == []


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("| D+24 | Tanks withdrawn (Article 2) |", "D+24"),
        ("| withdrawal of tanks | 30 March 2031 |", "30 March 2031"),
        ("| D+14 | Tanks withdrawn (Article 2) |", None),
        ("| D+24 | Tanks painted |", None),
        ("| D+24 | Article 1 |", "D+24"),
    ],
)
def test_a_table_says_what_the_articles_say(row: str, told: str | None) -> None:
    found = findings("Each Party shall withdraw its tanks by D+14.", f"It is so.\n\n| Day | Step |\n|---|---|\n{row}")
    assert [(each.code, each.quote) for each in found] == ([("J4.table", told)] if told else [])
