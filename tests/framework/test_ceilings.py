"""How many there may be at most, however it is said: it is read as who shall place no more than so many."""

from __future__ import annotations

import pytest

from parley.framework import parse
from parley.model import Duration, Modality

HEAD = (
    "---\nparties: {KES: Kestria, ORL: Orlavia}\nannexes: {A: annexes/zone.geojson}\n---\n\n"
    "**Quiet Zone** means the area shown in Annex A.\n\n"
)
BOTH, KES = ("KES", "ORL"), ("KES",)


@pytest.mark.parametrize(
    ("sentence", "bearer", "modality", "most"),
    [
        ("Not more than 500 troops of each Party shall be present in the Quiet Zone.", BOTH, "must", 500),
        ("No more than ten tanks of Kestria shall at any time be found in the Quiet Zone.", KES, "must", 10),
        ("At most 40 armed guards from Kestria may be present in the Quiet Zone.", KES, "must", 40),
        ("Not more than 500 troops shall be present in the Quiet Zone at any time.", None, "must not", 500),
        ("There shall be no more than 500 troops of either Party in the Quiet Zone.", BOTH, "must", 500),
        ("The number of tanks of each Party in the Quiet Zone shall not exceed ten from D+3.", BOTH, "must", 10),
        ("No Party shall have more than 500 troops in the Quiet Zone.", BOTH, "must not", 500),
        ("Each Party shall have at most ten guns in the Quiet Zone.", BOTH, "must", 10),
    ],
)
def test_it_is_said_of_the_things(sentence: str, bearer: tuple[str, ...] | None, modality: str, most: int) -> None:
    (one,) = parse(f"{HEAD}1. {sentence}\n").obligations
    assert (one.bearer.value if one.bearer else None, one.act.value if one.act else None) == (bearer, "place")
    assert one.modality is not None
    assert one.modality.value == modality
    assert one.object is not None
    assert one.object.value.most == most
    assert one.place is not None
    assert one.place.value.of == ("Quiet Zone",)


@pytest.mark.parametrize("sentence", ["Up to five delegates may be present at the talks.", "It has more than a name."])
def test_what_is_no_such_number_stays_as_it_is(sentence: str) -> None:
    found = parse(f"{HEAD}1. {sentence}\n").obligations
    assert all(one.modality and one.modality.value is Modality.MAY for one in found)


def test_how_often_at_most_is_a_ceiling_and_no_rhythm_that_is_due() -> None:
    (found,) = parse(
        "---\nparties: {KES: Kestria, ORL: Orlavia}\n---\n\n"
        "1. Kestria shall conduct at most three flights a week over the Quiet Zone.\n"
    ).obligations
    assert found.object is not None
    assert found.object.value.most == 3


@pytest.mark.parametrize(
    ("sentence", "bearer", "most", "every"),
    [
        ("No more than two flights a day shall be carried out by Kestria.", KES, 2, Duration(days=1)),
        ("No more than two flights shall be carried out by Kestria a day.", KES, 2, Duration(days=1)),
        (
            "Not more than two flights in any 24 hours shall be conducted by either Party.",
            BOTH,
            2,
            Duration(minutes=1440),
        ),
        ("Fewer than three flights may be made by Orlavia in any week.", ("ORL",), 2, Duration(days=7)),
        ("Kestria shall make no more than two flights in any week.", KES, 2, Duration(days=7)),
    ],
)
def test_it_is_said_of_the_deeds(sentence: str, bearer: tuple[str, ...], most: int, every: Duration) -> None:
    (one,) = parse(f"{HEAD}1. {sentence}\n").obligations
    assert one.bearer is not None
    assert one.object is not None
    assert one.window is not None
    assert (one.bearer.value, one.object.value.most, one.window.value.every) == (bearer, most, every)
    assert one.act is not None
    assert one.act.value == "overfly"
