"""What is sound and looks like a defect: no finding of kind ``defect`` in clean agreements of different style, nor
on sentences that deny, except, introduce or refer; and the defect beside each is still found."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.framework import check, parse
from parley.model import FindingKind

HERE = Path(__file__).parents[1] / "golden" / "sound"
HEAD = """---
title: Truce of Pell
status: final
parties: {KES: Republic of Kestria, HAL: Halvern Front}
others: {LON: League of Northern States}
d_day: 2031-03-05T06:00:00+01:00
---

## Article 1. Watch

A Watch Team of 20 observers, led by a colonel of the League of Northern States, is established on D-day.
The Watch Team shall verify all articles by patrols.

## Article 2. Rules

"""


def codes(words: str) -> set[str]:
    return {each.code for each in check(parse(HEAD + words + "\n")).findings if each.kind is FindingKind.DEFECT}


@pytest.mark.parametrize(
    "name", ["treaty", "bulleted", "heads", "wells", "sides", "protocol", "hills", "suspension", "limmat"]
)
def test_a_clean_agreement_has_no_defect(name: str) -> None:
    found = check(parse((HERE / f"{name}.md").read_text("utf-8"))).findings
    assert [(each.code, each.quote) for each in found if each.kind is FindingKind.DEFECT] == []


@pytest.mark.parametrize(
    ("code", "sound", "defective"),
    [
        (
            "G8.names",
            "The Watch Team publishes a weekly report from which names of witnesses are left out.",
            "The Watch Team publishes a weekly report with the names of witnesses.",
        ),
        (
            "G8.secret",
            "A record of the Watch Team on an incident of unknown author is charged to nobody.",
            "A record of the Watch Team on an incident is shown to nobody.",
        ),
        (
            "A1.unlisted",
            "That Party shall withdraw its tanks by D+3.",
            "The Hill Brigade shall withdraw its tanks by D+3.",
        ),
        (
            "A1.unlisted",
            "A Joint Table of Generals is formed on D-day. The Joint Table shall repair the road by D+9.",
            "The Joint Table shall repair the road by D+9.",
        ),
        (
            "H1.one-step",
            "A Party may end this truce only where the Watch Team has found a breach and all steps failed.",
            "A Party may end this truce where the other Party has committed a breach.",
        ),
        (
            "H2.ends-all",
            "What one soldier does gives no Party the right to end this truce.",
            "One shot by one soldier gives the other Party the right to end this truce.",
        ),
        (
            "D3.from-what",
            "Each Party shall keep a lane 10 m wide clear of mines by D+3.",
            "Each Party shall keep a zone 10 km wide clear of mines by D+3.",
        ),
        (
            "E5.one-way",
            "This duty is never suspended, and it holds even if other duties are suspended.",
            "After a breach the other Party may suspend its deliveries.",
        ),
        (
            "I2.unknown-force",
            "The Well Agreement of 2019 stays in force; where they differ this truce goes before it.",
            "The Well Agreement of 2019 keeps its force beside this truce.",
        ),
        (
            "B3.unbounded",
            "**Depot** means a place where heavy weapons are kept.",
            "**Big Arms** means artillery and similar weapons.",
        ),
        (
            "G1.no-chair",
            "The incident is looked into by the Watch Team and one officer of each Party until it has been found.",
            "A Harbour Committee has two officers of each Party.",
        ),
        (
            "L7.two-numbers",
            "Each Party shall give the Watch Team by D+4 the names of the lost. "
            "Each Party shall give the Watch Team by D+2 a list of its guns.",
            "Each Party shall withdraw its tanks by D+4. Each Party shall withdraw its tanks by D+2.",
        ),
        (
            "L7.two-numbers",
            "Each Party shall withdraw its heavy weapons in this order:\n\n(a) rocket launchers, between D+3 and "
            "D+6;\n\n(b) mortars, between D+7 and D+10.",
            "Each Party shall withdraw its heavy weapons in this order:\n\n(a) mortars, between D+3 and D+6;\n\n"
            "(b) mortars, between D+7 and D+10.",
        ),
        (
            "B2.circular",
            "**Board** means the Joint Findings Board set up by Article 1. **Big Gun** means:\n\n(a) a tank;\n\n"
            "(b) a howitzer.",
            "**Big Gun** means a Big Gun of any calibre.",
        ),
        (
            "C1.hour",
            "Each Party shall protect the observers along the Ceasefire Line from 7 March 2031.",
            "Each Party shall cease fire from 7 March 2031.",
        ),
        (
            "E6.conditional",
            "**Grave Breach** means a breach in which a relief convoy is refused passage, or in which a person is "
            "killed.",
            "Relief convoys are refused passage as long as the other Party keeps prisoners.",
        ),
        (
            "G1.no-chair",
            "A Party may relieve members of its forces by an equal number of others after notice to the Watch Team.",
            "A Relief Committee is made up of members of each Party in equal numbers.",
        ),
        (
            "B7.passive",
            "Decisions of the Watch Team shall be taken by consensus.",
            "Lists of prisoners shall be exchanged by D+5.",
        ),
        (
            "D3.from-what",
            "Each Party shall place its tanks at least [#far KES: 20 km | HAL: 30 km] from the Contact Line by D+3.",
            "Each Party shall place its tanks at least [#far KES: 20 km | HAL: 30 km] back by D+3.",
        ),
        (
            "G6.parties-only",
            "A Party may end this truce only if the other Party has not put a violation right within 10 days.",
            "Only a Party may report an incident.",
        ),
    ],
)
def test_what_denies_excepts_or_refers_is_no_defect(code: str, sound: str, defective: str) -> None:
    assert code not in codes(sound)
    assert code in codes(defective)


@pytest.mark.parametrize(
    ("more", "lacks"),
    [
        ("", True),
        ("**Ceasefire** means that all fire stops. It starts at 06:00 (UTC+2) on D-day.", False),
        ("Each Party shall cease all shelling and air strikes from 06:00 UTC on D-day.", False),
    ],
)
def test_the_hour_of_d_day_may_stand_where_it_is_told_what_starts(more: str, lacks: bool) -> None:
    head = HEAD.replace("2031-03-05T06:00:00+01:00", "2031-03-05")
    words = "**D-day** means 5 March 2031.\n\nFrom D-day the Parties shall cease all hostilities.\n\n"
    found = {each.code for each in check(parse(head + words + more + "\n")).findings}
    assert ("C1.hour" in found) is lacks


@pytest.mark.parametrize(
    ("code", "defective"),
    [
        ("B6.vague", "Kestria shall, if it can, relight the buoy by D+4."),
        ("C1.hour", "On 5 March 2031 all fire ceases. The first convoy leaves at 10:00 (UTC) on D+2."),
        ("C8.certain-areas", "**Calm Zone** means several suburbs of Pell and the country round about."),
        ("D1.unrecorded", "**Front** means the line on which the armies now stand."),
        (
            "D5.early",
            "**Big Guns** means guns of 100 mm or more. Each Party shall declare its Big Guns to the Watch Team by "
            "D+6. By D+5 the Watch Team shall verify the withdrawal of the Big Guns.",
        ),
        ("E5.claim", "A Party that holds that the other has broken its word may suspend its duties for 3 days."),
        ("E7.before-it-exists", "A Contact Group is formed on D+10. The Contact Group shall meet on D+2."),
        ("G3.no-blame", "The Watch Team decides what happened, without saying which side did it."),
        (
            "G6.no-time",
            "A Party that learns of an incident shall report it to the Watch Team, and the Watch Team shall "
            "acknowledge it within 1 hour.",
        ),
        ("H1.one-step", "If this is not done, the other Party may declare the truce ended."),
        ("H2.ends-all", "A single shot sets both Parties free of this truce."),
        ("K3.lapses", "The truce lasts 10 days from D-day. Then it lapses."),
        ("K4.at-will", "Each Party may declare the truce over."),
        ("L11.unbounded", "Each Party shall give the Watch Team the names of the children who are without family."),
        (
            "L7.two-periods",
            "Anyone may report an incident. A Party that learns of one shall report it to the Watch Team within 3 "
            "hours. A Party that learns of an incident shall report it to the Watch Team within 12 hours.",
        ),
    ],
)
def test_the_defect_is_found_in_these_words(code: str, defective: str) -> None:
    assert code in codes(defective)


@pytest.mark.parametrize(
    ("code", "sound"),
    [
        ("B6.vague", "Each Party shall store its tanks by D+3 where they can be seen by the Watch Team."),
        ("C8.certain-areas", "**Calm Zone** means Pell and the villages of Ond and Marn."),
        ("D1.unrecorded", "**Front** means the line that the Watch Team recorded on D-day."),
        ("E7.before-it-exists", "A Contact Group is formed on D+1. The Contact Group shall meet on D+2."),
        ("G6.no-time", "A Party that learns of an incident shall report it to the Watch Team within 3 hours."),
        ("H1.one-step", "Otherwise a Party may end this truce by 14 days' written notice."),
        ("K3.lapses", "The truce lasts 10 days from D-day. Then it goes on for 5 days more, unless a Party objects."),
        ("L11.unbounded", "Each Party shall give the Watch Team by D+3 the names of the children in its care."),
        (
            "L7.two-periods",
            "A Party that learns of an incident shall report it to the Watch Team within 3 hours. A Party that "
            "damages a pump shall report it to the Watch Team within 6 hours.",
        ),
    ],
)
def test_what_is_bounded_is_left_alone(code: str, sound: str) -> None:
    assert code not in codes(sound)
