"""Where an object ends, where the next deed begins, and whose time and place it is."""

from __future__ import annotations

import pytest

from parley.framework import parse

HEAD = """---
title: Truce
status: draft
parties: {KES: Republic of Kestria, ORL: Republic of Orlavia}
others: {HAL: Kingdom of Halvern}
---

1. A Joint Commission (the Commission) is established.

2. """
SLOTS = ("act", "object", "place", "window", "trigger")


def read(sentence: str) -> list[dict[str, str]]:
    obligations = [one for one in parse(HEAD + sentence + "\n").obligations if one.provision == "2"]
    slots = [[(name, getattr(one, name)) for name in SLOTS] for one in obligations]
    return [{name: slot.words for name, slot in one if slot} for one in slots]


@pytest.mark.parametrize(
    ("sentence", "thing"),
    [
        ("The guards shall keep a list of all visitors.", "a list of all visitors"),
        ("Kestria shall bear the cost of transport.", "the cost of transport"),
        ("Orlavia shall bring the children to the border.", "the children"),
        ("Orlavia shall connect the mill to the power grid by D+9.", "the mill"),
        ("The Commission shall draw lots to decide who goes first.", "lots"),
        ("The Commission may ask either Party why a prisoner has been moved.", "either Party"),
        ("Each Party shall stop its newspapers from calling for revenge.", "its newspapers"),
        ("Kestria may keep up to 40 guards in Tarn.", "up to 40 guards"),
        ("The Parties guarantee the safety of the crews.", "the safety of the crews"),
        ("The Commission shall draw up its rules of procedure at its first session.", "its rules of procedure"),
        ("Kestria shall allow up to 500 pilgrims a day to visit the shrine.", "up to 500 pilgrims"),
        ("No Party shall allow third states to station troops on its islands.", "third states"),
        ("Kestria shall repay the loan in ten equal instalments, the first of which falls due on 1 March 2032.",
         "the loan in ten equal instalments"),
        ("The Commission shall decide whether a ship is to be released.", "whether a ship is to be released"),
        ("The Red Cross may bury the dead where they lie if their families agree.", "the dead"),
        ("The pilots shall hand in their charts at the customs house.", "their charts"),
        ("The Parties shall suspend payments to the militias.", "payments to the militias"),
        ("No side may fly drones over the patrols of the Commission.", "drones"),
        ("Kestria shall remove the boom across the river mouth.", "the boom"),
        ("Kestria shall pay 2 million crowns for the wharf it burned down in March 2031.",
         "2 million crowns for the wharf it burned down in March 2031"),
    ],
)  # fmt: skip
def test_an_object_ends_where_something_else_is_told(sentence: str, thing: str) -> None:
    assert [each["object"] for each in read(sentence)] == [thing]


@pytest.mark.parametrize(
    ("sentence", "deeds"),
    [
        ("Nobody may lay nets or sink barrels in the channel.", [("lay", "nets"), ("sink", "barrels")]),
        ("Neither Party shall tamper with the seals or induce others to do so.",
         [("tamper with", "the seals"), ("induce", "others")]),
        ("Neither Party shall dig trenches or repair old ones.", [("dig", "trenches"), ("repair", "old ones")]),
        ("Each guard shall take cover and warn the villagers.", [("take cover", None), ("warn", "the villagers")]),
        ("No Party shall advance, dig trenches or lay wire.",
         [("advance", None), ("dig", "trenches"), ("lay", "wire")]),
        ("Kestria shall stop supplying water to the fort and start supplying it to the town.",
         [("supplying", "water"), ("start", "supplying it")]),
        ("No Party shall attack doctors or aid workers.", [("attack", "doctors or aid workers")]),
        ("Kestria shall vacate schools and police stations.", [("vacate", "schools and police stations")]),
        ("Kestria shall hand over guns and mine detectors.", [("hand over", "guns and mine detectors")]),
        ("The Parties shall not plant mines, booby traps or other devices.",
         [("plant", "mines, booby traps or other devices")]),
        ("It is the task of the Commission to draw up a list of the wells and to test their water.",
         [("draw up", "a list of the wells"), ("test", "their water")]),
        ("The Parties shall refrain from hostile broadcasts and from jamming each other's stations.",
         [("hostile broadcasts", None), ("jamming", "each other's stations")]),
        ("The Commission may at any hour enter depots and open any crate.",
         [("enter", "depots"), ("open", "any crate")]),
        ("The sappers shall survey the bridges and report which of them can carry lorries.",
         [("survey", "the bridges"), ("report", None)]),
        ("The Party at fault shall apologise, pay for the damage and punish those responsible.",
         [("apologise", None), ("pay for", "the damage"), ("punish", "those responsible")]),
        ("The guards shall put down their rifles and wait for the Commission.",
         [("put down", "their rifles"), ("wait", None)]),
        ("Halvern shall deliver 200 tons of flour to Velm and 5,000 litres of fuel to the hospital.",
         [("deliver", "200 tons of flour"), ("deliver", "5,000 litres of fuel")]),
        ("Guards shall treat visitors politely and search their bags.",
         [("treat", "visitors"), ("search", "their bags")]),
        ("The divers shall work side by side and share what they find.",
         [("work side by side", None), ("share", "what they find")]),
        ("Nobody shall sell alcohol to guards or let them drink it.", [("sell", "alcohol"), ("let", "them")]),
        ("Each Party shall put a stop to the sale of icons and arrest those who deal in them.",
         [("sale", "icons"), ("arrest", "those who deal in them")]),
        ("Kestria shall provide, free of charge, a house for the Commission.",
         [("provide", "a house for the Commission")]),
        ("The museum shall be given back the bells and the silver stolen from it.", [("given back", "The museum")]),
        ("Kestria counts its guns, writes the number down and hands over the list by D+4.",
         [("counts", "its guns"), ("writes the number down", "the number"), ("hands over", "the list")]),
    ],
)  # fmt: skip
def test_a_verb_begins_the_next_deed_where_it_is_no_attribute(
    sentence: str, deeds: list[tuple[str, str | None]]
) -> None:
    assert [(each["act"], each.get("object")) for each in read(sentence)] == deeds


@pytest.mark.parametrize(
    ("sentence", "window"),
    [
        ("Orlavia shall release forty civilians on D+3.", "on D+3"),
        ("The masons shall go back to work on D+14.", "on D+14"),
        ("Orlavia shall return the lighthouse taken on 3 May 2031.", None),
        ("Orlavia shall return the boats seized from fishermen since 1 May 2031.", None),
        ("Kestria shall carry the sick to the ferry at Tarn, which sails at 06:00.", None),
        ("The wounded shall be carried to the ferry at Tarn, which sails at 06:00, by D+3.", "by D+3"),
    ],
)
def test_the_time_of_a_thing_is_not_the_deed_s(sentence: str, window: str | None) -> None:
    assert [each.get("window") for each in read(sentence)] == [window]


@pytest.mark.parametrize(
    ("sentence", "slot", "words"),
    [
        ("Kestria shall return the paintings taken from them during the siege.", "trigger", None),
        ("Each side shall give the other the names of its hostages and where they are held by D+2.", "trigger", None),
        ("Ambulances shall travel only by day and along the roads of Tarn.", "object", None),
        ("Aircraft shall not fly lower than 3,000 metres over the islands.", "object", None),
        ("No Party shall levy tolls in the harbour quarter.", "place", "in the harbour quarter"),
        ("Military aircraft shall not fly over Tarn.", "place", "over Tarn"),
    ],
)
def test_slots_take_what_is_theirs(sentence: str, slot: str, words: str | None) -> None:
    (found,) = read(sentence)
    assert found.get(slot) == words


@pytest.mark.parametrize(
    "sentence",
    [
        "Heavy lorries shall use the old road and light vehicles the new road.",
        "No leaflet may be dropped or loudspeaker used within hearing of the line.",
        "The masons shall go back to work on D+14 and are paid for the months they missed.",
        "Kestria shall let Orlavia use the eastern berth on weekdays and the western berth on Sundays.",
    ],
)
def test_what_holds_another_clause_is_not_read(sentence: str) -> None:
    assert read(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "second"),
    [
        ("Disputes shall be put to the Commission, which answers within ten days.",
         {"act": "answers", "window": "within ten days"}),
        ("The guards may open any crate, and the owner signs the list.", {"act": "signs", "object": "the list"}),
        ("Kestria shall lift the siege by D+3, and Orlavia releases the crews on D+4.",
         {"act": "releases", "object": "the crews", "window": "on D+4"}),
    ],
)  # fmt: skip
def test_a_half_in_the_present_tense_is_a_deed_of_its_own(sentence: str, second: dict[str, str]) -> None:
    assert len(found := read(sentence)) == 2
    assert found[1] == second


@pytest.mark.parametrize(
    ("sentence", "slot", "words"),
    [
        ("No Party shall, by land, air or water, reinforce its garrisons.", "act", "reinforce"),
        ("Under no circumstances shall a school or a place of worship be searched.", "act", "searched"),
        ("It is forbidden to fire flares, rockets or signal guns.", "object", "flares, rockets or signal guns"),
        ("The dead shall be given up between sunrise and noon.", "window", "between sunrise and noon"),
        ("The bridge shall be thrown open to all comers by Easter.", "window", "by Easter"),
        ("Spies shall be held by the Party in whose area they are taken.", "place", None),
        ("Boats may fish from four in the morning to eight in the evening.", "window",
         "from four in the morning to eight in the evening"),
    ],
)  # fmt: skip
def test_rows_points_and_hours_in_words(sentence: str, slot: str, words: str | None) -> None:
    assert [each.get(slot) for each in read(sentence)] == [words]


def test_what_is_called_to_mind_is_no_duty() -> None:
    assert read("The Parties recall that the war has driven thousands from their homes.") == []
    assert read("To keep the port free of ice, the guards run the pumps.") == []


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Convoys shall not exceed thirty lorries.", "Convoys must not exceed thirty lorries."),
        ("Such visits shall last no longer than two hours.", "Such visits must last no longer than two hours."),
        ("Patrols of the two sides shall keep at least one kilometre apart.",
         "Patrols of the two sides must keep at least one kilometre apart."),
        ("On the eve of each exchange the Commission shall check the lists.",
         "The Joint Commission must check the lists, on the eve of each exchange."),
        ("The Commission shall be informed of every flight two days beforehand.",
         "The Commission must be informed of every flight, at least 2 days in advance."),
        ("The Commission may summon any pilot to testify before it.",
         "The Joint Commission may summon any pilot to testify before it."),
        ("Kestria shall leave the pumping station manned by day.",
         "Kestria must leave the pumping station manned, from dawn until dusk."),
        ("Kestria is to move its tanks 15 km back from the river Tarn.",
         "Kestria must move its tanks 15 km back from the river Tarn."),
        ("The radio shall go silent between midnight and 05:00.",
         "The radio must go silent, between midnight and 05:00."),
    ],
)  # fmt: skip
def test_measures_and_states_are_said_back(sentence: str, said: str) -> None:
    (found,) = (one for one in parse(HEAD + sentence + "\n").sentences if one.provision == "2")
    assert found.reading == said


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("Kestria shall return forcibly displaced persons to their homes.", "forcibly displaced persons"),
        ("Kestria shall remove recently built trenches by D+5.", "recently built trenches"),
        ("Disarmament of illegally armed groups.", "illegally armed groups"),
        ("Kestria shall hand over the names, ranks and contact details of its officers.", None),
    ],
)
def test_what_tells_how_a_thing_came_to_be_is_of_the_thing(words: str, thing: str | None) -> None:
    (found,) = parse(HEAD + words).obligations
    assert found.object is not None
    assert thing is None or found.object.value.text == thing


def test_a_row_of_others_in_front_is_not_who_bears_it() -> None:
    found = parse(HEAD + "In case of an attack by a militia, a gang or a person, Kestria shall report it.").obligations
    assert all(each.bearer is not None and each.bearer.value == ("KES",) for each in found)


@pytest.mark.parametrize(
    "thing", ["every incident by its forces", "every attack caused by its forces", "any act by the troops"]
)
def test_whose_act_it_was_belongs_to_the_act(thing: str) -> None:
    (one,) = parse(f"1. Each Party shall report {thing} to the other Party within 24 hours.\n").obligations
    assert one.object is not None
    assert one.object.value.text == thing


@pytest.mark.parametrize(
    ("words", "thing", "window"),
    [
        ("Any mine found after D+10 shall be fenced within a day.", "Any mine found after D+10", "within a day"),
        ("Weapons handed in before D+5 shall be stored at Tarn.", "Weapons handed in before D+5", None),
    ],
)
def test_what_was_done_to_a_thing_has_its_own_time(words: str, thing: str, window: str | None) -> None:
    (found,) = parse(HEAD + words).obligations
    assert found.object is not None
    assert found.object.value.text == thing
    assert (found.window.words if found.window else None) == window


def test_guns_may_cease_fire() -> None:
    (found,) = parse(HEAD + "All batteries within 20 km of the Line shall cease fire by D+6.").obligations
    assert found.bearer is not None
    assert found.bearer.words == "All batteries within 20 km of the Line"


def test_what_is_done_by_none_is_a_ban() -> None:
    obligations = parse(HEAD + "Couriers shall be searched by none.\n").obligations
    assert [one.modality.value.value for one in obligations if one.provision == "2" and one.modality] == ["must not"]
