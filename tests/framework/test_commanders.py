"""Points of commanders, much in the present tense: what nobody does, what stays, whence, whither, "but not"."""

from __future__ import annotations

import pytest

from parley.framework import parse

SO_WRITTEN = """---
title: Truce
status: draft
parties: {KES: Republic of Kestria, ORL: Republic of Orlavia}
others: {LAN: Lantern Mission}
---

1. Kestria leaves the mine by D+5.

2. Orlavia opens the lock on D+3.

3. Both sides meet every Monday.

4. Both Parties take down their roadblocks by D+9.

5. """
PLAIN = SO_WRITTEN.partition("1. ")[0] + "1. "
SLOTS = ("bearer", "modality", "act", "object", "place", "window")


def read(sentence: str, text: str = SO_WRITTEN) -> list[str]:
    """The slots of each duty in the last sentence: bearer, modality as its value, and the words of the others."""
    last = parse(f"{text}{sentence}\n").sentences[-1]
    rows = []
    for one in last.obligations:
        found = {slot: getattr(one, slot) for slot in SLOTS}
        said = [slot.value.value if name == "modality" else slot.words if slot else "-" for name, slot in found.items()]
        rows.append(" | ".join(said))
    return rows


WRITTEN_SO = {
    # what is not done to anything, whatever the form of the participle
    "No new ditch is dug along the river.": ["- | must not | dug | No new ditch | along the river | -"],
    "No fuel is sold to soldiers.": ["- | must not | sold | No fuel | - | -"],
    "No money is asked at the grey posts.": ["- | must not | asked | No money | at the grey posts | -"],
    "No shots are fired across the lake.": ["- | must not | fired | No shots | across the lake | -"],
    "Flags are not burned on the dam.": ["- | must not | burned | Flags | on the dam | -"],
    "No grave is opened before the priest comes.": [
        "- | must not | opened | No grave | - | before the priest comes",
    ],
    "There is no shooting across the river.": ["- | must not | shooting | - | across the river | -"],
    # a row of what nobody does, its things without an article
    "Nobody cuts wood, hunts deer or sets fires.": [
        "Nobody | must not | cuts | wood | - | -",
        "Nobody | must not | hunts | deer | - | -",
        "Nobody | must not | sets | fires | - | -",
    ],
    "No soldier threatens a driver, stops his lorry or takes his load.": [
        "No soldier | must not | threatens | a driver | - | -",
        "No soldier | must not | stops | his lorry | - | -",
        "No soldier | must not | takes | his load | - | -",
    ],
    "Neither side sells alcohol.": ["Neither side | must not | sells | alcohol | - | -"],
    "The monitors take no side in quarrels.": ["The monitors | must not | take | side in quarrels | - | -"],
    "The monitors write nothing for the newspapers.": ["The monitors | must not | write | nothing | - | -"],
    # nouns that look like verbs
    "Each side returns the rings, papers and watches of the dead.": [
        "Each side | must | returns | the rings, papers and watches of the dead | - | -",
    ],
    "No side puts men, guns or lookouts on the roof.": [
        "No side | must not | puts | men, guns or lookouts | on the roof | -",
    ],
    "Guards search bags but do not take food, money or medicine.": [
        "Guards | must | search | bags | - | -",
        "Guards | must not | take | food, money or medicine | - | -",
    ],
    # who comes and goes, and how
    "Stretcher parties come unarmed, six from each side.": ["Stretcher parties | must | come unarmed | - | - | -"],
    "Neither side crosses the canal, by boat, by raft or on foot.": [
        "Neither side | must not | crosses | the canal | the canal | -",
    ],
    "Whoever is shot at reports it to his officer.": ["Whoever is shot at | must | reports | it | - | -"],
    "No side opens fire first, by day or by night.": ["No side | must not | opens fire | - | - | -"],
    # what stays as it is or where it is
    "The gate at Lorn stays open day and night.": ["- | must | stays open | The gate at Lorn | - | -"],
    "Herds stay 200 metres from the wire.": ["Herds | must | stay | - | 200 metres from the wire | -"],
    "Fishing is free on the lake, but boats keep 300 metres from the dam.": [
        "boats | must | keep | - | 300 metres from the dam | -",
    ],
    "The island is empty: no side puts boats on it.": ["no side | must not | puts | boats | on it | -"],
    "While the divers are at work, all guns are unloaded.": ["- | must | unloaded | all guns | - | -"],
    # whence and whither
    "Kestria takes its pickets off the dam.": ["Kestria | must | takes | its pickets | off the dam | -"],
    "Orlavia pulls its tanks out of the quarry.": ["Orlavia | must | pulls | its tanks | out of the quarry | -"],
    "The dead are fetched from between the lines on 6 and 7 May from 08:00 to 16:00.": [
        "- | must | fetched | The dead | from between the lines | on 6 and 7 May from 08:00 to 16:00",
    ],
    "A driver who breaks these rules is taken from the road and tried by his own commander.": [
        "- | must | taken | A driver who breaks these rules | from the road | -",
        "his own commander | must | tried | A driver who breaks these rules | - | -",
    ],
    "The path is marked with white stakes by ten men from each side.": [
        "ten men from each side | must | marked with | The path | - | -",
    ],
    # a row of verbs, and a word in -s that is none
    "No soldier threatens an observer, holds up his car or listens to his radio.": [
        "No soldier | must not | threatens | an observer | - | -",
        "No soldier | must not | holds up | his car | - | -",
        "No soldier | must not | listens | - | - | -",
    ],
    "Neither side takes new prisoners or hostages after D+5.": [
        "Neither side | must not | takes | new prisoners or hostages | - | after D+5",
    ],
    # behind what somebody is; what "they" are
    "The monitors are unarmed and wear white helmets; they take no bribes.": [
        "The monitors | must | wear | white helmets | - | -",
        "they | must not | take | bribes | - | -",
    ],
    "Found shells are not kept; they are blown up in the quarry every Friday.": [
        "- | must not | kept | Found shells | - | -",
        "- | must | blown up | they | in the quarry | every Friday",
    ],
    "Bearers of the dead come without weapons, eight from each side.": [
        "Bearers of the dead | must | come | - | - | -",
    ],
    "The telephone line over the canal is kept in order by Orlavia.": [
        "Orlavia | must | kept in order | The telephone line over the canal | - | -",
    ],
    "Loudspeakers are switched off.": ["- | must | switched off | Loudspeakers | - | -"],
    "Letters are opened by nobody.": ["- | must not | opened | Letters | - | -"],
    "The wounded go first, the old second.": ["The wounded | must | go first | - | - | -"],
    "Whoever breaks point 3 pays for the cow.": ["Whoever breaks point 3 | must | pays for | the cow | - | -"],
    "Firing exercises are held only behind the hills.": ["- | must | held | Firing exercises | behind the hills | -"],
}


@pytest.mark.parametrize("sentence", WRITTEN_SO)
def test_points_in_the_present_tense(sentence: str) -> None:
    assert read(sentence) == WRITTEN_SO[sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "There is no trade between the towns.",
        "When it rains, the road is flooded.",
        "The observers come from five countries.",
        "The hills stay green.",
        "Neither side wants war.",
        "The market is open on Fridays, but it is small.",
        "The islands are inhabited by fishermen.",
    ],
)
def test_what_only_tells_is_no_duty(sentence: str) -> None:
    assert read(sentence) == []


ANYWHERE = {
    # "but not" forbids a second deed, or excepts from the first
    "Old trenches may be repaired but not lengthened.": [
        "- | may | repaired | Old trenches | - | -",
        "- | must not | lengthened | Old trenches | - | -",
    ],
    "The patrols may cross the bridge but not stop on it.": [
        "The patrols | may | cross | the bridge | the bridge | -",
        "The patrols | must not | stop | - | on it | -",
    ],
    "Farmers may burn the stubble, but not by night.": ["Farmers | may | burn | the stubble | - | -"],
    # "can"
    "Either commander can end the truce, but must say so five days earlier.": [
        "Either commander | may | end | the truce | - | -",
        "Either commander | must | say | - | - | five days earlier",
    ],
    "The villagers can come back to their houses from D+9.": [
        "The villagers | may | come back | - | to their houses | from D+9",
    ],
    # a will is no "will"
    "Refugees shall not be sent or taken back against their will.": [
        "- | must not | sent | Refugees | - | -",
        "- | must not | taken back | Refugees | - | -",
    ],
    "At least twenty trucks shall be admitted every day.": [
        "- | must | admitted | At least twenty trucks | - | every day",
    ],
    "No soldier shall board fishing boats or search hospital ships.": [
        "No soldier | must not | board | fishing boats | - | -",
        "No soldier | must not | search | hospital ships | - | -",
    ],
    "No Party shall attack doctors or aid workers.": ["No Party | must not | attack | doctors or aid workers | - | -"],
    # an hour of no day is one of every day
    "The gates shall be closed at 22:00.": ["- | must | closed | The gates | - | at 22:00"],
    "Boats shall be back by eight in the evening.": ["Boats | must | be back | - | - | by eight in the evening"],
    # a particle before a place belongs to the place
    "The wounded may be carried over the bridge.": ["- | may | carried | The wounded | over the bridge | -"],
    "The fort shall be taken over by the police.": ["the police | must | taken over | The fort | - | -"],
    # orders, promises, notices
    "Do not open the seals.": ["- | must not | open | the seals | - | -"],
    "Never point a gun at the other bank.": ["- | must not | point | a gun | at the other bank | -"],
    "Kestria gives its word that the mill will not be touched.": ["- | must not | touched | the mill | - | -"],
    "Both Parties guarantee that the road will stay open.": [
        "Both Parties | must | guarantee | that the road will stay open | - | -",
    ],
    "Notice of any exercise shall be given to the Lantern Mission.": ["- | must | given | any exercise | - | -"],
    "Each Party shall silence its loudspeakers.": ["Each Party | must | silence | its loudspeakers | - | -"],
    "A farmer or herdsman who finds a shell must warn the guards.": [
        "A farmer or herdsman who finds a shell | must | warn | the guards | - | -",
    ],
    "Neither Party shall dig new trenches or bring up bridging equipment.": [
        "Neither Party | must not | dig | new trenches | - | -",
        "Neither Party | must not | bring up | bridging equipment | - | -",
    ],
    "Prisoners must be fed properly, housed in heated rooms and seen by a doctor.": [
        "- | must | fed | Prisoners | - | -",
        "- | must | housed | Prisoners | - | -",
        "a doctor | must | seen | Prisoners | - | -",
    ],
    "Kestria shall hand over to Orlavia, by D+9, complete records of its mines and traps.": [
        "Kestria | must | hand over | complete records of its mines and traps | - | by D+9",
    ],
    # a way, and how far off a place lies
    "Carts shall enter by the north gate.": ["Carts | must | enter | - | by the north gate | -"],
    "Lorries shall be parked at Velm, 60 km from the river.": [
        "- | must | parked | Lorries | at Velm, 60 km from the river | -",
    ],
    "Weapons shall stay 1 km away from the church.": ["- | must | stay | Weapons | 1 km away from the church | -"],
    # the verb of what takes place
    "Transfers shall take place at the mill.": ["- | must | Transfers shall take place | - | at the mill | -"],
    "Elections by secret ballot shall be held by D+90.": [
        "- | must | held | Elections by secret ballot | - | by D+90",
    ],
    # how, and no place
    "The report shall be published in both languages.": ["- | must | published | The report | - | -"],
    "The costs shall be paid from the common fund.": ["- | must | paid | The costs | - | -"],
    "Kestria shall send its findings to the Room.": ["Kestria | must | send | its findings | - | -"],
}


@pytest.mark.parametrize("sentence", ANYWHERE)
def test_points_in_any_text(sentence: str) -> None:
    assert read(sentence, PLAIN) == ANYWHERE[sentence]


def test_days_that_follow_one_another_are_one_time() -> None:
    assert read("The wounded shall be moved on 4 and 5 May 2035.", PLAIN) == [
        "- | must | moved | The wounded | - | on 4 and 5 May 2035",
    ]
    assert read("The wounded shall be moved on 4 May and 9 May.", PLAIN) == [
        "- | must | moved | The wounded | - | on 4 May",
        "- | must | moved | The wounded | - | 9 May",
    ]


def test_fire_that_ceases_at_an_hour_of_no_day_is_not_read() -> None:
    assert read("The Parties shall cease fire at 06:00.", PLAIN) == []
