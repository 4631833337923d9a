"""What several do of the same: each has its own thing, time or place, and the verb is said once."""

from __future__ import annotations

import pytest

from parley.framework import parse

HEAD = "---\nparties: {KES: Kestria, ORL: Orlavia}\nothers: {GUA: Guarantor}\n---\n\n1. "


def read(words: str) -> list[tuple[tuple[str, ...], str, str, str]]:
    found = parse(HEAD + words).obligations
    return [
        (
            each.bearer.value if each.bearer else (),
            each.act.words if each.act else "",
            each.object.value.text if each.object else "",
            each.window.words if each.window else "",
        )
        for each in found
    ]


@pytest.mark.parametrize(
    ("words", "duties"),
    [
        (
            "The Parties shall evacuate the port of Sel, Kestria by D+5 and Orlavia by D+7.",
            [(("KES",), "evacuate", "the port of Sel", "by D+5"), (("ORL",), "evacuate", "the port of Sel", "by D+7")],
        ),
        (
            "Kestria shall furnish the interpreters, Orlavia the premises and the Guarantor the vehicles.",
            [
                (("KES",), "furnish", "the interpreters", ""),
                (("ORL",), "furnish", "the premises", ""),
                (("GUA",), "furnish", "the vehicles", ""),
            ],
        ),
        (
            "Kestria shall refrain from shelling and Orlavia from laying mines.",
            [(("KES",), "shelling", "", ""), (("ORL",), "laying", "mines", "")],
        ),
        (
            "Kestria shall desist from shelling, Orlavia from laying mines and the Guarantor from flying drones.",
            [(("KES",), "shelling", "", ""), (("ORL",), "laying", "mines", ""), (("GUA",), "flying", "drones", "")],
        ),
        (
            "Kestria shall be charged with clearing mines, and Orlavia with repairing the roads.",
            [(("KES",), "clearing", "mines", ""), (("ORL",), "repairing", "the roads", "")],
        ),
        (
            "Kestria undertakes to free hostages by D+2 and Orlavia to lift the blockade by D+4.",
            [(("KES",), "free", "hostages", "by D+2"), (("ORL",), "lift", "the blockade", "by D+4")],
        ),
        (
            "Kestria shall not shell Tarn, nor Orlavia lay mines.",
            [(("KES",), "shell", "Tarn", ""), (("ORL",), "lay", "mines", "")],
        ),
        (
            "Kestria shall withdraw its tanks and Orlavia lift its blockade.",
            [(("KES",), "withdraw", "its tanks", ""), (("ORL",), "lift", "its blockade", "")],
        ),
        (
            "Kestria shall withdraw its tanks by D+3, and so shall Orlavia.",
            [(("KES",), "withdraw", "its tanks", "by D+3"), (("ORL",), "withdraw", "its tanks", "by D+3")],
        ),
        (
            "Kestria shall guard the gate until D+10, and Orlavia from then on.",
            [(("KES",), "guard", "the gate", "until D+10"), (("ORL",), "guard", "the gate", "from then on")],
        ),
        (
            "Kestria shall mark the minefields while Orlavia shall clear them.",
            [(("KES",), "mark", "the minefields", ""), (("ORL",), "clear", "them", "")],
        ),
        (
            "The Guarantor shall pay for the buses and Kestria for the fuel.",
            [(("GUA",), "pay for", "the buses", ""), (("KES",), "pay for", "the fuel", "")],
        ),
    ],
)
def test_each_has_its_own_share(words: str, duties: list[tuple[tuple[str, ...], str, str, str]]) -> None:
    assert read(words) == duties


@pytest.mark.parametrize(
    "words",
    [
        "Kestria shall hand over to the Guarantor and Orlavia the maps.",
        "Kestria shall notify the Guarantor and Orlavia of the route.",
        "Kestria shall show the Guarantor and Orlavia the road.",
    ],
)
def test_to_whom_something_is_given_has_no_share(words: str) -> None:
    assert {bearer for bearer, *_ in read(words)} <= {("KES",)}


def test_a_time_or_a_road_open_to_each_is_a_duty_of_its_own() -> None:
    found = read("The bridge shall be open to pedestrians at all times and to vehicles by day.")
    assert [window for *_, window in found] == ["", "by day"]


def test_the_first_of_two_days_is_of_the_same_month() -> None:
    (found,) = parse(HEAD + "Kestria shall search for the dead between 10 and 20 May 2032.").obligations
    assert found.window is not None
    assert found.window.value.start is not None
    assert str(found.window.value.start.moment) == "2032-05-10"


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        ("The Parties shall refrain from the threat or use of force.", ["threat", "use of force"]),
        ("Kestria shall clear the field and dispose of the mines.", ["clear", "dispose of"]),
    ],
)
def test_two_nouns_of_one_article_are_no_noun_and_verb(words: str, acts: list[str]) -> None:
    found = parse(HEAD + words).obligations
    assert len({each.modality.value for each in found if each.modality}) == 1
    assert [each.act.words for each in found if each.act] == acts


@pytest.mark.parametrize(
    ("words", "bearer"),
    [
        ("Upon completion of the withdrawal the Guarantor shall inform Orlavia.", ("GUA",)),
        ("If a Party learns that a unit has fired, it shall inform the Guarantor.", ("KES", "ORL")),
    ],
)
def test_who_stands_behind_a_front_without_a_comma(words: str, bearer: tuple[str, ...]) -> None:
    assert [each for each, *_ in read(words)] == [bearer]


@pytest.mark.parametrize(
    "words",
    [
        "Kestria shall refrain from preventing Orlavia and the Guarantor from fishing.",
        "Kestria undertakes to allow Orlavia to fish and the Guarantor to trade.",
        "Kestria shall see that its guards and Orlavia leave the camp.",
    ],
)
def test_what_others_are_let_do_is_no_duty_of_theirs(words: str) -> None:
    assert {bearer for bearer, *_ in read(words)} <= {("KES",)}
