"""Agents in any words behind "by", and whom a relative clause goes on with."""

from __future__ import annotations

import pytest

from parley.framework import parse

HEAD = (
    "---\nparties: {KES: Kestria, ORL: Orlavia}\n---\n\n1. A Joint Verification Commission (JVC) is established.\n\n2. "
)


def _bearers(words: str) -> list[str | None]:
    return [each.bearer.words if each.bearer else None for each in parse(HEAD + words).obligations]


@pytest.mark.parametrize(
    ("words", "bearers"),
    [
        ("The gates shall be manned by civilian guards of both Parties.", ["civilian guards of both Parties"]),
        ("The wells shall be guarded by unarmed constables of the Parties.", ["unarmed constables of the Parties"]),
        ("The wages shall be paid by the employers within ten days.", ["the employers"]),
        ("The crates shall be moved by hand.", [None]),
        ("The guns shall be moved back from the river by the length of their range.", [None]),
        ("Issuance by the leadership of both Parties of orders to stop.", ["the leadership of both Parties"]),
        ("Remove mines from roads used by relief agencies.", [None]),
        ("Disputes shall be brought before the JVC, which shall decide them.", [None, "the JVC"]),
    ],
)
def test_who_does_what_is_done(words: str, bearers: list[str | None]) -> None:
    assert _bearers(words) == bearers


def test_part_of_what_was_named_has_a_duty_of_its_own() -> None:
    first, second = parse(
        HEAD + "The exchange shall be carried out in two groups, the first of which shall be freed by D+5."
    ).obligations
    assert (first.window, second.object and second.object.words) == (None, "the first of which")
    assert second.window is not None


def test_what_somebody_is_tells_more_about_them() -> None:
    (only,) = parse(HEAD + "Each Party shall appoint an officer, who shall be reachable at all hours.").obligations
    assert only.act is not None
    assert only.act.words == "appoint"


OF_SEVERAL = """---
parties: {GOV: Government of Cassaria, QB: Quay Brigade, CG: Citadel Guard, DOS: Free Territory of Dost}
others: {MUN: Municipal Council of Belmira}
---

**Armed Sides** means the Government, the Quay Brigade and the Citadel Guard.

**Militia** means the Quay Brigade or the Citadel Guard.

1. """


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("The Quay Brigade and the Citadel Guard shall leave the Hospital Quarter by D+2.", ("QB", "CG")),
        ("The Quay Brigade and the Government of Cassaria shall leave the town.", ("QB", "GOV")),
        ("The Armed Sides do not shell the City.", ("GOV", "QB", "CG")),
        ("No Armed Side shall shell the City.", ("GOV", "QB", "CG")),
        ("Neither Militia shall shell the City.", ("QB", "CG")),
        ("No Armed Side puts up new roadblocks.", ("GOV", "QB", "CG")),
        ("No Militia builds new roadblocks.", ("QB", "CG")),
        ("Each of the Militias shall leave the City by D+2.", ("QB", "CG")),
        ("The Government shall open the gate.", ("GOV",)),
        ("The Government of Orlen shall open the gate.", ("Government of Orlen",)),
        ("The Municipal Council shall meet every week.", ("MUN",)),
        ("Dost shall open the gate.", ("DOS",)),
        ("The Brigade shall open the gate.", ("QB",)),
    ],
)
def test_some_of_the_parties_are_known_by_a_term_a_row_or_a_short_name(words: str, who: tuple[str, ...]) -> None:
    [duty] = parse(OF_SEVERAL + words + "\n").obligations
    assert duty.bearer is not None
    assert duty.bearer.value == who


def test_who_is_given_something_is_no_deed_whatever_the_name_says() -> None:
    head = OF_SEVERAL.replace("others: {", "others: {OOL: Order of the Lamp, ")
    [duty] = parse(head + "Each Party gives the Order of the Lamp the names of its prisoners by D+3.\n").obligations
    assert (duty.act.value, duty.act.words) == ("deliver", "gives")


def test_people_of_a_place_may_be_spared_there() -> None:
    head = "---\nparties: {KES: Kestria, ORL: Orlavia}\n---\n\n1. "
    [ban] = parse(
        head + "No Party shall launch any attack against the civilian population anywhere in Sembara.\n"
    ).obligations
    assert ban.object is not None
    assert "civilian population" in ban.object.words


def test_what_comes_of_a_deed_is_nobodys_duty() -> None:
    (only,) = parse(
        HEAD + "All guns shall be moved back 15 km from the river, which will allow to create a zone 30 km wide."
    ).obligations
    assert only.place is not None
    assert "which" not in only.place.words
