"""Who and what is barred somewhere, what several share, and words of a subject that are no verbs."""

from __future__ import annotations

import pytest

from parley.framework import parse

HEAD = """---
title: Truce
status: draft
parties: {KES: Republic of Kestria, ORL: Republic of Orlavia}
others: {JVC: Joint Verification Commission}
---

1. """


def told(sentence: str) -> list[tuple[str | None, ...]]:
    """Bearer, modality, verb and object of each obligation, in the text's words."""
    found = parse(HEAD + sentence + "\n").obligations
    slots = ((one.bearer, one.modality, one.act, one.object) for one in found)
    return [tuple(slot.words if slot else None for slot in each) for each in slots]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Foreign fighters are not allowed in the Zone.", ("Foreign fighters", "are not", "allowed", None)),
        ("Loudspeakers are not allowed in the Zone.", (None, "are not allowed", "are not allowed", "Loudspeakers")),
        ("Masks are forbidden.", (None, "are forbidden", "are forbidden", "Masks")),
        ("Reprisals are forbidden.", (None, "are forbidden", "Reprisals", None)),
    ],
)
def test_people_may_not_enter_and_things_are_not_used(sentence: str, expected: tuple[str | None, ...]) -> None:
    assert told(sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "verbs"),
    [
        ("Neither Party shall attack hospitals, water plants or power stations.", ["attack"]),
        ("Neither Party shall levy tolls, conscript youths or burn crops.", ["levy", "conscript", "burn"]),
        ("Each Party shall clear mines, mark lanes and repair wells.", ["clear", "mark", "repair"]),
        ("Kestria may suspend Article 9, paragraph 5.", ["suspend"]),
        ("The employees of the water station enter at 07:00 every day.", ["enter"]),
        ("The side that planted mines near wells lifts them before D+10.", ["lifts"]),
        ("Kestria leaves the bridge, the station and the grain silos by D+3.", ["leaves"]),
    ],
)
def test_a_noun_in_a_row_or_in_a_name_is_no_verb(sentence: str, verbs: list[str]) -> None:
    said = [one[2] or "" for one in told(sentence)]
    assert [verb in each for verb, each in zip(verbs, said, strict=True)] == [True] * len(verbs)


def test_what_runs_out_and_what_is_free_of_dues_binds_nobody() -> None:
    assert told("The mandate of the JVC lapses on D+90.") == []
    assert told("Relief goods shall be exempt from customs duties.") == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Recruitment of children ceases on D-day.", (None, "ceases", "Recruitment", "children")),
        ("All firing on villages stops on D-day.", (None, "stops", "firing on", "villages")),
        ("The withdrawal ends on D+9.", (None, "ends", "ends", "The withdrawal")),
    ],
)
def test_harm_that_stops_is_forbidden_and_other_deeds_only_end(sentence: str, expected: tuple[str | None, ...]) -> None:
    assert told(sentence) == [expected]
