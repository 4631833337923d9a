"""Whether a thing as reported is a thing as defined: by name, by kind, by calibre, or nobody can tell."""

from __future__ import annotations

from typing import Any

import pytest

from parley.model import Thing
from parley.monitoring.objects import is_of
from parley.monitoring.truth import Truth

MEANING = (
    "guns, howitzers and mortars of a calibre of 100 mm or more, "
    "multiple rocket launchers and surface-to-surface missiles"
)
YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN


@pytest.mark.parametrize(
    ("reported", "truth"),
    [
        ("heavy weapons", YES),
        ("120-mm mortars", YES),
        ("82 mm mortar", NO),
        ("mortar", UNKNOWN),
        ("152 mm howitzers", YES),
        ("MLRS", YES),
        ("ballistic missile", YES),
        ("assault rifles", NO),
        ("12.7 mm machine gun", NO),
        ("tank", NO),
        ("artillery", UNKNOWN),
        ("weapons", UNKNOWN),
        ("a covered vehicle-like object", UNKNOWN),
        (None, UNKNOWN),
    ],
)
def test_one_calibre_for_several_things(framework_of: Any, reported: str | None, truth: Truth) -> None:
    framework = framework_of("")
    definitions = tuple(
        one.replace(meaning=MEANING) if one.term == "Heavy Weapons" else one for one in framework.definitions
    )
    thing = Thing(text="its Heavy Weapons", term="Heavy Weapons")
    assert is_of(reported, thing, framework.replace(definitions=definitions)).truth == truth


@pytest.mark.parametrize(
    ("meaning", "reported", "truth"),
    [
        ("tanks, howitzers, and mortars above 81 mm", "T-72 tank", YES),
        ("tanks, howitzers, and mortars above 81 mm", "60 mm mortar", NO),
        ("tanks, artillery systems of 100 mm or more, and multiple rocket launchers", "tank", YES),
        ("tanks, artillery systems of 100 mm or more, and multiple rocket launchers", "152-mm gun", YES),
        ("tanks, artillery systems of 100 mm or more, and multiple rocket launchers", "120 mm mortar", YES),
        ("tanks, artillery systems of 100 mm or more, and multiple rocket launchers", "82 mm mortar", NO),
        ("tanks, artillery systems of 100 mm or more, and multiple rocket launchers", "howitzer", UNKNOWN),
    ],
)
def test_what_has_no_calibre_takes_none_from_what_follows(
    framework_of: Any, meaning: str, reported: str, truth: Truth
) -> None:
    framework = framework_of("")
    definitions = tuple(
        one.replace(meaning=meaning) if one.term == "Heavy Weapons" else one for one in framework.definitions
    )
    thing = Thing(text="its Heavy Weapons", term="Heavy Weapons")
    assert is_of(reported, thing, framework.replace(definitions=definitions)).truth == truth


@pytest.mark.parametrize(
    ("text", "reported", "truth"),
    [
        ("a list of the prisoners of war that it holds", "list of prisoners of war", YES),
        ("a list of the prisoners of war that it holds", "prisoners of war", NO),
        ("prisoners of war", "prisoners", YES),
        ("prisoners of war", "list of prisoners of war", NO),
        ("ships or ports", "fishing vessel", YES),
        ("ships or ports", "market", NO),
        ("ships or ports", "lighthouse", UNKNOWN),
        ("the maps of its minefields", "maps of minefields", YES),
    ],
)
def test_words_alone_where_the_text_defines_nothing(framework_of: Any, text: str, reported: str, truth: Truth) -> None:
    assert is_of(reported, Thing(text=text), framework_of("")).truth == truth


@pytest.mark.parametrize(
    ("text", "reported", "truth"),
    [
        ("any weapon", "152 mm howitzer", YES),
        ("weapons", "mortar", YES),
        ("weapons of any kind", "rifles", YES),
        ("weapons", "truck", NO),
        ("weapons", "drone", UNKNOWN),  # an unarmed one may be none
        ("its mortars", "weapons", UNKNOWN),
        ("its multiple rocket launchers", "all howitzers of 122 mm", NO),
        ("its multiple rocket launchers", "artillery", UNKNOWN),
        ("its guns and howitzers of 100 mm or more", "all tanks and mortars", NO),
        ("heavy weapons", "rifles", NO),
        ("helicopters", "fighter jet", NO),
        ("helicopters", "aircraft", UNKNOWN),
        ("aircraft", "helicopter", YES),
        ("34 sheep", "goats", NO),
        ("34 sheep", "livestock", UNKNOWN),
        ("sheep", "flock of sheep", YES),
        ("mosques", "church", NO),
        ("the two transformers", "Protected Facilities", NO),
        ("the two transformers", "pumps", NO),
        ("ports, railways or bridges", "substation", NO),
        ("ports, railways or bridges", "harbour", YES),
        ("power stations, substations and gas facilities", "substation", YES),
        ("power stations, substations and gas facilities", "Kolda substation", YES),
        ("power stations, substations and gas facilities", "Hesk gas compressor station", YES),
        ("power stations, substations and gas facilities", "wheat field", NO),
        ("crews repairing energy installations", "substation", NO),
        ("tanks", "Dummy tanks", UNKNOWN),
        ("tanks", "Abandoned tanks", UNKNOWN),
        ("tanks", "stocks of tanks", YES),
        ("unmanned aircraft", "mini-UAV", YES),
    ],
)
def test_things_of_another_kind_are_told_apart_and_a_wider_word_covers_its_cases(
    framework_of: Any, text: str, reported: str, truth: Truth
) -> None:
    assert is_of(reported, Thing(text=text), framework_of("").replace(definitions=())).truth == truth


@pytest.mark.parametrize(
    ("text", "reported", "truth"),
    [
        ("soldiers", "troops", YES),
        ("soldiers", "civilians", NO),
        ("soldiers", "personnel", UNKNOWN),
        ("soldiers", "prisoners", UNKNOWN),
        ("persons", "civilians", YES),
        ("soldiers", "tanks", NO),
        ("prisoners", "hostages", YES),
        ("merchant ships", "oil tanker", YES),
        ("merchant ships", "vessel", UNKNOWN),
        ("merchant vessels", "fishing vessel", UNKNOWN),
        ("merchant vessels", "patrol boats", NO),
        ("fishing boats", "frigate", NO),
        ("vessels", "trawler", YES),
        ("warships", "gunboat", YES),
        ("armoured vehicles", "vehicles", UNKNOWN),
        ("vehicles", "armoured vehicles", YES),
        ("its stocks of mines", "mines", YES),
        ("all types of artillery pieces", "artillery", YES),
        ("the list of prisoners", "prisoners", NO),
        ("children into its forces", "children", YES),
        ("drones for surveillance of the Gulf Zone", "drone", YES),
        ("drones for surveillance of the Gulf Zone", "mortar", NO),
        ("tanks", "no tanks", NO),
        ("tanks", "fuel tank", NO),
        ("tanks", "dummy tanks", UNKNOWN),
        ("hospitals", "former hospital", UNKNOWN),
        ("hospitals", "near a hospital", UNKNOWN),
        ("hospitals", "central hospital", YES),
        ("hospitals", "hospital in Orm", YES),
        ("tanks", "Dummy tanks", UNKNOWN),
        ("tanks", "tanks (withdrawn)", UNKNOWN),
        ("tanks", "burnt-out tank", UNKNOWN),
        ("tanks", "old tank monument", UNKNOWN),
        ("tanks", "tank?", UNKNOWN),
        ("tanks", "three parked T-72 tanks", YES),
        ("tanks", "Leopard 2", YES),
        ("tanks", "BMP-2", UNKNOWN),
        ("its forces", "troops", YES),
        ("its forces", "tanks", UNKNOWN),
        ("troops", "forces", UNKNOWN),
        ("fuel tanks", "fuel tank", YES),
    ],
)
def test_kinds_of_people_and_what_stands_in_front(framework_of: Any, text: str, reported: str, truth: Truth) -> None:
    thing = Thing(text=text, term="Gulf Zone" if "Gulf Zone" in text else None)
    assert is_of(reported, thing, framework_of("")).truth == truth


@pytest.mark.parametrize(
    ("act", "reported", "verdict"),
    [
        ("hostage-taking", "", "breached"),
        ("took hostages", "", "breached"),
        ("detention", "", "cannot tell"),
        ("detention", "soldiers", "cannot tell"),
    ],
)
def test_who_detains_somebody_may_take_no_hostages(held: Any, act: str, reported: str, verdict: str) -> None:
    row = {"id": "R-1", "event_earliest": "2031-03-06", "reported": "2031-03-06", "act": act, "actor": "KES"}
    row |= {"object": reported, "claimant": "ORL"}
    [one] = held("1. Kestria shall not take hostages.\n", [row]).verdicts
    assert one.verdict == verdict


@pytest.mark.parametrize(
    ("words", "is_the_term"),
    [
        ("heavy weapons", True), ("Heavy weapons", True), ("HEAVY WEAPONS", True), ("any heavy weapon", True),
        ("its heavy weapons in the Zone", True), ("heavy weapons or drones", True), ("heavy-weapons", True),
        ("heavy weapons stored there", True), ("heavy weapon systems", False), ("heavy weapons carriers", False),
        ("crews of heavy weapons", False), ("weaponry", False),
    ],
)  # fmt: skip
def test_a_term_in_whatever_letters_and_number_but_not_in_a_longer_noun(
    framework_of: Any, words: str, is_the_term: bool
) -> None:
    framework = framework_of("**Heavy weapons** means multiple rocket launchers.\n")
    definitions = tuple(one for one in framework.definitions if one.meaning.startswith("multiple"))
    truth = is_of("BM-21 multiple rocket launcher", Thing(text=words), framework.replace(definitions=definitions)).truth
    assert (truth is YES) == is_the_term
