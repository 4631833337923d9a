"""Rows of nouns that are forbidden are all deeds; what only looks like one is none. Pronouns and halves, too."""

from __future__ import annotations

import pytest

from parley.framework import parse

HEAD = "---\nparties: {KES: Kestria, ORL: Orlavia}\n---\n\n1. A Joint Board (Board) is established.\n\n2. "


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        ("Looting, arson and the taking of hostages are forbidden.", ["Looting", "arson", "taking"]),
        ("Humiliation, beatings and forced labour are prohibited.", ["Humiliation", "beatings", "forced labour"]),
        ("Burning of crops and poisoning of wells are outlawed.", ["Burning", "poisoning"]),
        ("Trawling and the discharge of oil are forbidden.", ["Trawling", "discharge"]),
        ("The digging of trenches, looting and the seizure of lorries are banned.", ["digging", "looting", "seizure"]),
        ("The sale of spirits, begging and the carrying of knives are banned.", ["sale", "begging", "carrying"]),
        ("The seizure of equipment, ammunition and documents is prohibited.", ["seizure"]),
        ("Hostile military actions and operations are prohibited.", ["Hostile military actions and operations"]),
        ("The use of schools, clinics and places of worship for military purposes is forbidden.", ["use"]),
        ("Threatening posters are banned.", ["are banned"]),
        ("No new checkpoints are allowed.", ["are allowed"]),
    ],
)
def test_each_noun_of_a_row_is_a_deed(words: str, acts: list[str]) -> None:
    obligations = parse(HEAD + words).obligations
    assert [each.act.words for each in obligations if each.act] == acts
    assert {each.modality.value.value for each in obligations if each.modality} <= {"must not"}


def test_a_half_behind_a_semicolon_has_its_own_case() -> None:
    first, second = parse(
        HEAD + "Kestria shall report the loss by D+2; if it does not, Orlavia may suspend deliveries."
    ).obligations
    assert (first.trigger, second.trigger is not None) == (None, True)
    assert second.bearer is not None
    assert second.bearer.value == ("ORL",)


@pytest.mark.parametrize(
    ("words", "bearer"),
    [
        ("The Board shall meet at Tarn.\n\n3. It shall visit all camps.", ("Board",)),
        ("Kestria shall meet the Board.\n\n3. It shall visit all camps.", None),
        ("All guns shall be listed by D+2.\n\n3. They must not be moved.", None),
    ],
)
def test_it_goes_on_with_a_body_that_acted_right_before(words: str, bearer: tuple[str, ...] | None) -> None:
    last = parse(HEAD + words).sentences[-1].obligations
    assert [each.bearer.value if each.bearer else None for each in last] == (
        [bearer] if bearer or "They" in words else []
    )


def test_an_impersonal_it_is_no_thing() -> None:
    assert parse(HEAD + "It shall not be understood that Kestria gives up its claim.").obligations == ()
