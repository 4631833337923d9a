"""Slips in general words: who is bound, what a class of arms is, when it starts, what stops, how far, where to, what
comes then, and bodies that are due too early; each beside sound sentences that look like it."""

from __future__ import annotations

import pytest

from parley.framework import check, parse
from parley.model import FindingKind

TEXT = """---
title: Truce of the Weir
status: final
parties: {VEL: Republic of Velmar, HAV: Haverin Front}
others: {OST: Republic of Ostelle}
annexes: {A: annexes/line.geojson, B: annexes/depots.md}
d_day: 2036-09-20
---

# Truce of the Weir

## Article 1. Definitions

1.1 **D-day** means 20 September 2036, beginning at 06:00 (UTC+2).

1.2 **Contact Line** means the line shown on the map in Annex A.

1.3 <CLASS>

1.4 **Depot** means a store listed in Annex B.

## Article 2. Scope

2.1 <SCOPE>

## Article 3. Stop

3.1 <STOP>

3.2 This Truce enters into force on 19 September 2036 at 06:00 (UTC+2) and lasts 90 days from D-day.

## Article 4. The Joint Board

4.1 <BODY> It consists of two members of each Party and a chair from the Republic of Ostelle. The Joint Board shall
monitor and verify Articles 2 to 8 by drones, cameras and patrols.

4.2 The Republic of Ostelle accepts its tasks by its signature.

## Article 5. Arms

5.1 Each Party shall hand the Joint Board a list of its Major Armament by D+3. The Joint Board shall check the list by
D+6.

5.2 Each Party shall move its Major Armament to its Depots by D+9. Every Depot lies at least 20 km from the Contact
Line.

## Article 6. Civilians

6.1 <CIVILIANS>

## Article 7. Further rules

7.1 <MORE>

## Article 8. Breach

8.1 The Joint Board shall establish within 5 days of a report who committed a breach.
"""
SOUND_PARTS = {
    "CLASS": "**Major Armament** means guns and mortars of 76 mm or more.",
    "SCOPE": "Each Party answers for all forces under its command or control, regular, allied, irregular or private.",
    "STOP": "At 06:00 (UTC+2) on D-day each Party shall cease fire. From that hour no Party shall fire any weapon, "
    "strike from the air, advance, lay mines or carry out reconnaissance.",
    "BODY": "The Joint Board is set up on 19 September 2036.",
    "CIVILIANS": "No Party shall attack homes, hospitals, schools or wells. Each Party shall repair damage that it has "
    "done to them within 20 days.",
    "MORE": "Each Party shall keep the road to Ombel open from D+5.",
}
NO_MORE = "From then on no Party shall fire or lay mines."

MISTAKES = {
    ("A1.unlisted", "MORE"): [
        "The armed groups active along the river shall stay in their camps until D+30.",
        "The self-defence units of the upper villages shall hand in their rifles by D+10.",
        "Militias loyal to the former governor shall stop collecting tolls by D+3.",
        "The groups that control the crossing shall let relief pass from D+1.",
    ],
    ("A2", "SCOPE"): [
        "Each Party answers for the soldiers on its payroll.",
        "Each Party is liable for its own troops; volunteers act on their own account.",
        "This Truce obliges the army, and not the village guards.",
    ],
    ("B2", "MORE"): ["No Party shall put economic pressure on the other.", "No Party shall make psychological war."],
    ("B3", "CLASS"): [
        "**Major Armament** means guns and mortars of 76 mm or more, and long-range systems.",
        "**Major Armament** means guns of 76 mm or more, modern artillery and tanks.",
        "**Major Armament** means guns of 76 mm or more, together with similar systems.",
        "**Major Armament** means weapons that infantry does not usually carry.",
    ],
    ("B3", "MORE"): ["No Party shall bring powerful mortars to Ombel from D+5."],
    ("B5", "MORE"): [
        "Seven days after the finishing of the repair of the wells each Party pays its part of the repair.",
        "Each Party shall pay its part ten days after the works are at an end.",
    ],
    ("C1", "STOP"): [
        f"The Truce begins as soon as both armies are ready. {NO_MORE}",
        f"The Truce begins with the arrival of the monitors. {NO_MORE}",
        f"The Truce begins within 48 hours of signature. {NO_MORE}",
        "Each Party shall cease fire on a date to be set by the Parties, and shall not lay mines from then on.",
        "Fire ceases in the evening of 20 September 2036, and no Party shall lay mines.",
        "As of 20 September 2036 no Party shall fire, advance or lay mines.",
    ],
    ("C5", "CIVILIANS"): [
        "The population is protected as the Hague Regulations provide.",
        "Civilians are spared as the conventions to which the Parties are party require.",
        "Each Party shall protect civilians.",
        "Civilians and their property shall be respected.",
    ],
    ("D3", "MORE"): [
        "No Party shall build fortifications within a radius of 2 km from D+9.",
        "Each Party holds its artillery at no less than 18 km from D+9.",
        "Each Party takes its mortars 12 km off by D+9.",
    ],
    ("D4", "MORE"): [
        "Each Party withdraws its infantry from the front by D+9.",
        "Each Party steps back with its units by D+9.",
        "Each Party shall redeploy its infantry to a convenient location by D+9.",
        "Each Party shall withdraw its infantry to places agreed later by D+9.",
    ],
    ("D6", "MORE"): [
        "Each Party has free access to its Depots.",
        "A Party tells the Joint Board afterwards what it has taken out of a Depot.",
        "The Depots are locked, and each Party holds the only key.",
        "Guns that are repaired need not return to the Depot.",
    ],
    ("D7", "MORE"): [
        "Positions may not be changed after D-day.",
        "Neither Party shall alter its deployment after D-day.",
        "The front stays as it is on D-day.",
        "The forces keep to the ground that they hold on D-day.",
    ],
    ("E1", "MORE"): [
        "After that each Party reopens the road to Ombel.",
        "Each Party then returns the boats that it has taken.",
        "The second phase begins, and each Party opens its ports.",
    ],
    ("E2", "MORE"): [
        "The market reopens on D+6.\n\n7.2 The market reopens only after the bridge has been repaired.\n\n7.3 Each "
        "Party shall repair the bridge by D+20.",
        "Each Party shall open the mill by D+5. The mill is opened only after the Joint Board has inspected it. The "
        "Joint Board shall inspect the mill from D+9 to D+12.",
        "No mine is lifted before the maps are handed over. Each Party shall lift its mines by D+8. Each Party shall "
        "hand over the maps by D+12.",
        "The Joint Board shall give the map to the Parties by D+7; it is published 2 days after it has been given. "
        "Each Party shall publish the map by D+4.",
    ],
    ("E3", "MORE"): ["Talks begin when the blockade is lifted.\n\n7.2 The blockade is lifted when talks begin."],
    ("E7", "BODY"): [
        "The Joint Board is set up on D+6.",
        "A Joint Board exists from D+9.",
        "The Joint Board takes office on D+8.",
        "Each Party sends its members to the Joint Board by D+8.",
    ],
}

SOUND = {
    ("A1.unlisted", "MORE"): [
        "The armed forces of each Party shall stay in their camps until D+30.",
        "The fighters of either Party who hold the bridge shall leave it by D+5.",
        "No armed group shall use the corridor.",
        "Armed groups shall be kept away from the corridor by the Party that holds the road.",
        "The armed groups active along the river fight under the command of the Haverin Front. The armed groups active "
        "along the river shall stay in their camps until D+30.",
    ],
    ("A2", "SCOPE"): ["This Truce binds all armed forces of each Party, and those who fight beside them."],
    ("A2", "MORE"): ["Each Party is responsible for the safety of its soldiers on leave."],
    ("A5", "MORE"): ["A group that accedes shall give the Joint Board its list within 5 days of acceding."],
    ("B3", "CLASS"): [
        "**Major Armament** means guns and howitzers of 100 mm and above, missiles of any range, and battle tanks.",
        "**Major Armament** means long-range rockets, that is rockets with a range of 20 km or more.",
        "**Major Armament** means heavy mortars, guns and howitzers of 100 mm or more, and armed drones.",
    ],
    ("C1", "STOP"): [
        f"The Truce begins when the Joint Board has certified that the guns are in the Depots. {NO_MORE}",
        f"The Truce begins at noon (UTC+2) on 20 September 2036. {NO_MORE}",
    ],
    ("C5", "CIVILIANS"): [
        "No Party shall attack homes, clinics, wells or schools, as the law of war requires; it shall report damage to "
        "them within 12 hours.",
    ],
    ("D3", "MORE"): [
        "From D+9 the armed men of each Party keep a distance of 300 m between one another.",
        "The minimum distance for rocket launchers from the Contact Line is 40 km.",
        "No Party shall build fortifications within a radius of 2 km around Ombel from D+9.",
    ],
    ("D4", "MORE"): ["Each Party shall clear Ombel of its mines by D+20."],
    ("D6", "MORE"): [
        "The Joint Board has free access to the Depots.",
        "Medicines may be taken out of the stores at Marn at any time.",
        "Weapons may leave the Depots only with the written consent of the Joint Board, given 3 days before.",
    ],
    ("D7", "MORE"): [
        "The Joint Board keeps its posts where they are on D-day.",
        "The ferry stays where it is.",
        "Commanders keep their men at the places that the Joint Board has recorded.",
    ],
    ("E1", "MORE"): [
        "The second phase begins when the Joint Board has certified the first.",
        "The first phase lasts from D-day to D+10 and the second phase from D+11 to D+20. In the second phase each "
        "Party opens its ports.",
        "Each Party lists its boats by D+3. It then returns them within 5 days.",
    ],
    ("E2", "MORE"): [
        "The ferry resumes on D+15.\n\n7.2 Each Party shall inspect the ferry by D+9.\n\n7.3 The ferry resumes only "
        "when it has been inspected.",
        "From D+3 each Party shall let convoys pass. Each Party shall let the first convoy pass by D+2.",
        "Each post is manned from D+2 and is inspected by D+8. The posts are taken down by D+20.",
    ],
    ("E7", "BODY"): ["The Joint Board is formed on 18 September 2036. It opens a second office on D+10."],
    ("L1", "MORE"): [
        "No Party shall move its guns before the Joint Board has counted them. Each Party shall move its guns by D+12.",
    ],
    ("I3", "MORE"): ["A withdrawal takes effect 5 days after that Party has told the other of it in writing."],
}


def defects(part: str, words: str) -> set[str]:
    """The codes of the defects in a text of which one part is worded so."""
    text = TEXT
    for name, sound in SOUND_PARTS.items():
        text = text.replace(f"<{name}>", words if name == part else sound)
    return {each.code for each in check(parse(text)).findings if each.kind is FindingKind.DEFECT}


def _each(rows: dict[tuple[str, str], list[str]]) -> list[object]:
    return [
        pytest.param(code, part, words, id=f"{code}: {words[:50]}")
        for (code, part), several in rows.items()
        for words in several
    ]


def test_the_text_itself_has_none_of_them() -> None:
    assert not defects("MORE", SOUND_PARTS["MORE"])


@pytest.mark.parametrize(("code", "part", "words"), _each(MISTAKES))
def test_a_slip_in_general_words_is_found(code: str, part: str, words: str) -> None:
    assert any(found == code or found.startswith(f"{code}.") for found in defects(part, words))


@pytest.mark.parametrize(("code", "part", "words"), _each(SOUND))
def test_what_looks_like_it_is_not(code: str, part: str, words: str) -> None:
    assert not any(found == code or found.startswith(f"{code}.") for found in defects(part, words))
