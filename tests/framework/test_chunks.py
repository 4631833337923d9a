"""Where one part of a sentence ends and the next begins: objects, deeds in a row, agents, verbs in the present."""

from __future__ import annotations

import pytest

from parley.framework import parse

HEAD = """---
title: Truce
status: draft
parties: {KES: Republic of Kestria, ORL: Republic of Orlavia}
others: {HAL: Kingdom of Halvern, RCX: Red Circle}
annexes: {A: annexes/line.geojson}
---

**Separation Line** means the line in Annex A.

**Bay Zone** means the waters in Annex B.

1. A Joint Verification Commission (JVC) is established. {#jvc}

"""

SLOTS = ("bearer", "modality", "act", "object", "place", "window")

READ: dict[str, list[str]] = {
    # the verb in the present
    "Each Party buries the fallen of the other and marks their graves.": [
        "Each Party | buries | buries | the fallen of the other | - | -",
        "Each Party | marks | marks | their graves | - | -",
    ],
    "Each Party tends the sick of the other and returns their papers.": [],
    "Each Party instructs its officers by D+5.": [
        "Each Party | instructs | instructs | its officers | - | by D+5",
    ],
    "The mayors open the granaries by D+2.": [
        "The mayors | open | open | the granaries | - | by D+2",
    ],
    "The Commission inspects every depot once a week.": [
        "The Commission | inspects | inspects | every depot | - | once a week",
    ],
    "Kestria dredges the canal by D+9.": [
        "Kestria | dredges | dredges | the canal | - | by D+9",
    ],
    # which tells how things are where no time is set
    "The mayors open the granaries.": [],
    "Public works start the day after signature.": [],
    # what is handed over, and to whom
    "Deliver fuel to the mill of Tarn by D+4.": [
        "- | Deliver | Deliver | fuel | - | by D+4",
    ],
    "Halvern shall deliver seed to the farmers of both valleys by D+9.": [
        "Halvern | shall | deliver | seed | - | by D+9",
    ],
    "Orlavia shall hand over the keys to the depot.": [
        "Orlavia | shall | hand over | the keys to the depot | - | -",
    ],
    "Kestria shall return the lands belonging to the monks to their owners.": [
        "Kestria | shall | return | the lands belonging to the monks | - | -",
    ],
    # whom somebody lets do something
    "Kestria shall permit trawlers to sail through the Bay Zone daily between 04:00 and 10:00.": [
        "Kestria | shall | permit | trawlers | through the Bay Zone | daily between 04:00 and 10:00",
    ],
    "The Parties shall allow relief convoys to use the coast road from D+3.": [
        "The Parties | shall | allow | relief convoys | - | from D+3",
    ],
    "Kestria shall allow the Red Circle to visit the camps every week.": [
        "Kestria | shall | allow | the Red Circle | - | every week",
    ],
    "Halvern shall invite the monitors to observe the handover.": [
        "Halvern | shall | invite | the monitors | - | -",
    ],
    "Each Party shall order its gunners to unload by D+2.": [
        "Each Party | shall | order | its gunners | - | by D+2",
    ],
    # of what is told
    "The JVC shall report to both Parties on the state of the roads.": [
        "The JVC | shall | report | the state of the roads | - | -",
    ],
    "The JVC shall report each week to Halvern on its findings.": [
        "The JVC | shall | report | its findings | - | each week",
    ],
    # what is forbidden by a noun
    "Prohibit the import of rockets into the Bay Zone.": [
        "- | Prohibit the | import | rockets | into the Bay Zone | -",
    ],
    "Ban the sale of alcohol to soldiers.": [
        "- | Ban the | sale | alcohol | - | -",
    ],
    "The sale of rockets in the Bay Zone is prohibited.": [
        "- | is prohibited | sale | rockets | in the Bay Zone | -",
    ],
    "Both sides shall refrain from the laying of mines and the building of bunkers in the Bay Zone.": [
        "Both sides | shall refrain from the | laying | mines | in the Bay Zone | -",
        "Both sides | shall refrain from the | building | bunkers | in the Bay Zone | -",
    ],
    "The Parties shall abstain from the burning of crops and the poisoning of wells.": [
        "The Parties | shall abstain from the | burning | crops | - | -",
        "The Parties | shall abstain from the | poisoning | wells | - | -",
    ],
    # what a noun commands, and of whom
    "Withdrawal by both sides of all mortars by D+9.": [
        "both sides | Withdrawal | Withdrawal | all mortars | - | by D+9",
    ],
    "Removal by the Parties of all barriers by D+3.": [
        "the Parties | Removal | Removal | all barriers | - | by D+3",
    ],
    "Release by Kestria of all sailors and return of their boats by D+4.": [
        "Kestria | Release | Release | all sailors | - | -",
        "- | return | return | their boats | - | by D+4",
    ],
    "Dismantling by the units of Orlavia of the bunkers by D+6.": [
        "the units of Orlavia | Dismantling | Dismantling | the bunkers | - | by D+6",
    ],
    "Opening by both Parties of the coast road within a week.": [
        "both Parties | Opening | Opening | the coast road | - | within a week",
    ],
    # deeds in a row, each with its object
    "No Party shall lay mines or scuttle wrecks in the Bay Zone.": [
        "No Party | No Party shall | lay | mines | in the Bay Zone | -",
        "No Party | No Party shall | scuttle | wrecks | in the Bay Zone | -",
    ],
    "The Parties undertake not to dig trenches, build bunkers or string wire within 3 km of the Separation Line.": [
        "The Parties | undertake not to | dig | trenches | within 3 km of the Separation Line | -",
        "The Parties | undertake not to | build | bunkers | within 3 km of the Separation Line | -",
        "The Parties | undertake not to | string | wire | within 3 km of the Separation Line | -",
    ],
    "Kestria shall release the crew, return the ship and pay for the cargo by D+12.": [
        "Kestria | shall | release | the crew | - | -",
        "Kestria | shall | return | the ship | - | -",
        "Kestria | shall | pay for | the cargo | - | by D+12",
    ],
    "No Party shall lay mines or other explosive devices in the Bay Zone.": [
        "No Party | No Party shall | lay | mines or other explosive devices | in the Bay Zone | -",
    ],
    "It is forbidden to take hostages.": [
        "- | It is forbidden to | take | hostages | - | -",
    ],
    # who is charged, one after the other
    "It shall be for the Commission to draw the map, and for the Parties to mark the line by D+8.": [
        "the Commission | It shall be for | draw | the map | - | -",
        "the Parties | for | mark | the line | - | by D+8",
    ],
    "It is for Halvern to pay the observers, and for Kestria to house them.": [
        "Halvern | It is for | pay | the observers | - | -",
        "Kestria | for | house | them | - | -",
    ],
    "It shall be the task of the JVC to count the guns and of each Party to store them.": [
        "the JVC | It shall be the task of | count | the guns | - | -",
        "each Party | of | store | them | - | -",
    ],
    # what is answered each time
    "For every soldier released by Kestria, Orlavia shall release two civilians.": [
        "Orlavia | shall | release | two civilians | - | -",
    ],
    "In return for each body handed over, Orlavia shall free one prisoner.": [
        "Orlavia | shall | free | one prisoner | - | -",
    ],
    # a time of its own before the second deed
    "The guns in the fort shall be unloaded at once and, by D+3, moved to the depot.": [
        "- | shall | unloaded | The guns in the fort | - | -",
        "- | shall | moved | The guns in the fort | to the depot | by D+3",
    ],
    "The mines shall be marked at once and, within ten days, lifted.": [
        "- | shall | marked | The mines | - | -",
        "- | shall | lifted | The mines | - | within ten days",
    ],
    # what is begun and completed, opened, sent
    "The transfer of the forts is to begin on D+5 and to be completed by D+20.": [
        "- | is to | begin | The transfer of the forts | - | on D+5",
        "- | is to | completed | the forts | - | by D+20",
    ],
    "A hostel shall be opened in Tarn by D+9.": [
        "- | shall | opened | A hostel | in Tarn | by D+9",
    ],
    "Kestria shall open the coast road by D+2.": [
        "Kestria | shall | open | the coast road | - | by D+2",
    ],
    "The JVC shall send a team to the village concerned for at least a week.": [
        "The JVC | shall | send | a team | to the village | for at least a week",
    ],
    "Halvern shall send medicines to the hospital of Tarn.": [
        "Halvern | shall | send | medicines | to the hospital of Tarn | -",
    ],
    # deeds that the lexicon has not, and verbs of several words
    "From D+9 Kestria shall cease the dredging of the northern channel.": [
        "Kestria | shall cease the | dredging | the northern channel | - | From D+9",
    ],
    "Kestria shall refrain from the recruitment of children and the sale of arms.": [
        "Kestria | shall refrain from the | recruitment | children | - | -",
        "Kestria | shall refrain from the | sale | arms | - | -",
    ],
    "Orlavia shall take every precaution to spare orchards and beehives.": [
        "Orlavia | shall | spare | orchards and beehives | - | -",
    ],
    "Both units shall draw apart by at least 500 metres before nightfall.": [
        "Both units | shall | draw apart | - | - | before nightfall",
    ],
    "No soldier may set foot in the Bay Zone before D+30.": [
        "No soldier | No soldier may | set foot | - | in the Bay Zone | before D+30",
    ],
    "Kestria shall give Orlavia at least five days' notice of any test flight.": [
        "Kestria | shall | give | - | - | five days' notice of any test flight",
    ],
    # whom one tells, and what a verb needs
    "Kestria and Orlavia shall each appoint an officer by D+6 and inform the other of the name.": [
        "Kestria and Orlavia | shall | appoint | an officer | - | by D+6",
        "Kestria and Orlavia | shall | inform | the name | - | -",
    ],
    "Heavy trucks shall keep off the old bridge.": [
        "Heavy trucks | shall | keep off | the old bridge | - | -",
    ],
    "Heavy trucks shall keep to the left.": [
        "Heavy trucks | shall | keep to | the left | - | -",
    ],
    "Observers are to be free to move at any hour.": [
        "Observers | are to be free to | move | - | - | -",
    ],
    "Halvern shall supply the town with water by D+2.": [
        "Halvern | shall | supply | water | - | by D+2",
    ],
    "Bathing in the Bay Zone is forbidden.": [
        "- | is forbidden | Bathing | - | in the Bay Zone | -",
    ],
    "Halvern shall value the damage and report both to Kestria by D+60.": [
        "Halvern | shall | value | the damage | - | -",
        "Halvern | shall | report | both | - | by D+60",
    ],
    "Islanders who fled may return freely and in safety, or stay where they are.": [
        "Islanders who fled | may | return | - | - | -",
        "Islanders who fled | may | stay | - | - | -",
    ],
    "Neither side shall attempt to cross the Separation Line.": [
        "Neither side | Neither side shall | cross | the Separation Line | the Separation Line | -",
    ],
}

_TEXT = parse(HEAD + "".join(f"{number}. {words}\n\n" for number, words in enumerate(READ, 2)), "framework.md")
_ROWS = {
    each.exact: [
        " | ".join(slot.words if (slot := getattr(one, name)) else "-" for name in SLOTS) for one in each.obligations
    ]
    for each in _TEXT.sentences
}


@pytest.mark.parametrize("sentence", READ)
def test_each_part_of_a_sentence_ends_where_the_next_begins(sentence: str) -> None:
    assert _ROWS[sentence] == READ[sentence]
