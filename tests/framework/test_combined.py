"""Parts that are read alone are read together: joints, what stands before a verb, what opens a sentence."""

from __future__ import annotations

import pytest

from parley.framework import parse
from parley.model import Modality

HEAD = "---\nparties: {KES: Kestria, ORL: Orlavia}\n---\n\n1. A Joint Commission is established.\n\n2. "


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        ("Kestria shall so inform the Commission.", ["inform"]),
        ("Orlavia shall thereupon open the bridge at Tarn.", ["open"]),
        ("Kestria shall also, by D+4, submit a list of its depots.", ["submit"]),
        ("Kestria shall, through the Commission, inform Orlavia of each flight.", ["inform"]),
        ("Kestria shall, by D+3, designate officers and open the road.", ["designate", "open"]),
        ("Each Party shall transmit to the Commission, by D+5 at the latest, complete lists.", ["transmit"]),
        ("Moreover, the Parties shall share the costs.", ["share"]),
        ("The Commission may, within 48 hours of receiving it, reject the request.", ["reject"]),
        ("Kestria shall lend tents by D+10 and field kitchens by D+16.", ["lend", "lend"]),
        (
            "Warships of Kestria shall not navigate south of the light of Tarn, nor those of Orlavia north of it.",
            ["navigate", "navigate"],
        ),
        ("To that end Kestria shall hand over its maps by D+4.", ["hand over"]),
        (
            "The Commission shall sit at Tarn, where it shall hold its first session on D+3.",
            ["sit", "hold"],
        ),
        ("The guns shall be moved to Tarn, where they shall be greased.", ["moved", "greased"]),
    ],
)
def test_deeds_are_told_apart(words: str, acts: list[str]) -> None:
    assert [each.act.words for each in parse(HEAD + words).obligations if each.act] == acts


@pytest.mark.parametrize(
    "words",
    [
        "The Parties undertake neither to recruit children nor to arm them.",
        "Prisoners shall be neither tortured nor humiliated.",
        "The wounded shall neither be robbed nor be left behind.",
    ],
)
def test_neither_forbids_both(words: str) -> None:
    found = parse(HEAD + words).obligations
    assert [each.modality.value for each in found if each.modality] == [Modality.MUST_NOT] * 2


def test_who_they_are_is_said_back_and_not_swallowed() -> None:
    (only,) = parse(HEAD + "Each Party shall name two officers, who shall be of good cheer.").obligations
    assert only.object is not None
    assert only.object.words == "two officers"


@pytest.mark.parametrize(
    ("words", "bearers"),
    [
        (
            "Ships of Kestria shall not sail north of Tarn, nor those of Orlavia south of it.",
            ["Ships of Kestria", "Ships of Orlavia"],
        ),
        ("Kestria shall release 40 prisoners on D+3 and Orlavia 30 on D+4.", ["KES", "ORL"]),
        ("The mines shall be removed by those who laid them.", ["those who laid them"]),
        ("Any shot shall be reported by the nearest post within one hour.", ["nearest post"]),
        ("It shall be unlawful for Kestria to levy tolls.", ["KES"]),
    ],
)
def test_everybody_has_a_deed(words: str, bearers: list[str]) -> None:
    found = [each.bearer.value for each in parse(HEAD + words).obligations if each.bearer]
    assert found == [(each,) for each in bearers]


@pytest.mark.parametrize(
    "words",
    [
        "Hospitals must be spared; it shall be unlawful to station troops in them.",
        "No hospital shall be searched; it is forbidden to station troops in hospitals.",
    ],
)
def test_two_sentences_in_one_are_each_read(words: str) -> None:
    first, second = parse(HEAD + words).obligations
    assert first.act is not None
    assert second.act is not None
    assert second.act.words == "station"


def test_they_is_nobody_who_is_one() -> None:
    framework = parse(HEAD + "Kestria may keep 40 guards at the dam; they shall carry side-arms.")
    assert all(each.act is None or each.act.words != "carry" for each in framework.obligations)


def test_a_relative_clause_is_none_of_the_words_of_its_thing() -> None:
    (only,) = parse(HEAD + "Kestria shall free all sailors, whom it holds at Tarn, by D+3.").obligations
    assert only.object is not None
    assert only.object.words == "all sailors"
    assert only.window is not None


def test_what_is_prohibited_in_a_place_is_listed_behind_it() -> None:
    words = "The following acts are prohibited in Tarn:\n   (a) the digging of trenches;\n   (b) the use of drones."
    assert [each.act.words for each in parse(HEAD + words).obligations if each.act] == ["digging", "use"]


ITEMS = "\n\n(a) fire a weapon, or launch a rocket;\n\n(b) lay mines.\n"


@pytest.mark.parametrize(
    ("lead", "modality", "window"),
    [
        ("From D+1 no Party shall do any of the following", Modality.MUST_NOT, "From D+1"),
        ("The Parties shall refrain from doing any of the following", Modality.MUST_NOT, None),
        ("Neither Party may do the following before D+9", Modality.MUST_NOT, "before D+9"),
        ("Each Party shall take the following steps by D+3", Modality.MUST, "by D+3"),
    ],
)
def test_what_is_to_be_done_or_not_follows_in_a_list(lead: str, modality: Modality, window: str | None) -> None:
    read = parse(f"{HEAD}{lead}:{ITEMS}").obligations
    assert [each.act.words for each in read if each.act] == ["fire", "launch", "lay"]
    assert {each.modality.value for each in read if each.modality} == {modality}
    assert {each.window.words if each.window else None for each in read} == {window}


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("The posts shall be searched by the armed forces of Orlavia in the Bay Zone.", "in the Bay Zone"),
        ("The posts shall be searched by every commander between Tarn and Velm.", "between Tarn and Velm"),
        ("No gun shall be placed within a radius of 3 km of any hospital.", "within a radius of 3 km of any hospital"),
        ("Kestria shall search the road east of the line Tarn–Velm.", "east of the line Tarn–Velm"),
    ],
)
def test_a_place_behind_the_doer_is_the_deeds(words: str, place: str) -> None:
    (read,) = parse(f"{HEAD}{words}\n").obligations
    assert read.place is not None
    assert read.place.words == place


def test_a_condition_may_stand_beside_a_limit_that_is_counted_from_an_event() -> None:
    words = "Kestria shall free the crews within ten days of signature, if Orlavia so requests."
    (read,) = parse(f"{HEAD}{words}\n").obligations
    assert read.window is not None
    assert read.window.words == "within ten days of signature"
    assert read.trigger is not None
    assert read.trigger.value.kind == "if"


@pytest.mark.parametrize(
    ("words", "modality"),
    [
        ("Kestria to lift the siege by D+3.", Modality.MUST),
        ("Neither side to move its guns.", Modality.MUST_NOT),
        ("Orlavia not to shell the road.", Modality.MUST_NOT),
    ],
)
def test_a_point_says_who_is_to_do_what(words: str, modality: Modality) -> None:
    (read,) = parse(f"{HEAD}{words}\n").obligations
    assert read.modality is not None
    assert read.modality.value is modality


@pytest.mark.parametrize("words", ["Steps to build trust.", "The readiness of both Parties to talk."])
def test_a_heading_is_nobodys_duty(words: str) -> None:
    assert parse(f"{HEAD}{words}\n").obligations == ()


@pytest.mark.parametrize(
    "words",
    [
        "The Parties shall cease offensive operations.",
        "The Parties shall stop drone strikes and sniper fire.",
        "The Parties shall halt troop movements.",
        "There shall be a general cease-fire from D-day.",
        "There shall be a truce for 30 days.",
    ],
)
def test_what_is_to_cease_is_forbidden(words: str) -> None:
    assert {each.modality.value for each in parse(f"{HEAD}{words}\n").obligations if each.modality} == {
        Modality.MUST_NOT
    }


@pytest.mark.parametrize("words", ["Kestria shall stop payments to the militias.", "Kestria shall halt the convoy."])
def test_what_is_stopped_once_is_a_duty(words: str) -> None:
    assert [each.modality.value for each in parse(f"{HEAD}{words}\n").obligations if each.modality] == [Modality.MUST]


def test_what_a_list_tells_only_some_of_is_owed_itself() -> None:
    items = "\n\n   (a) attacks on civilians;\n   (b) looting.\n"
    read = parse(HEAD + "All hostile acts, including the following, are prohibited:" + items).obligations
    assert [each.provision for each in read if each.provision != "1"] == ["2", "2(a)", "2(b)"]


def test_rows_that_share_an_item_are_each_read() -> None:
    text = "The guns shall be moved back from the river as follows:\n\n   (a) mortars - by 8 km, howitzers - by 16 km;"
    read = [each for each in parse(HEAD + text + "\n   (b) rocket launchers - by 40 km.\n").obligations if each.object]
    assert [each.object.words for each in read if each.object][-3:] == ["mortars", "howitzers", "rocket launchers"]
