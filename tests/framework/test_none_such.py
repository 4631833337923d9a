"""Denials behind the verb are bans, whatever is denied: a deed, a thing, or somebody."""

from __future__ import annotations

import pytest

from parley.framework import parse

HEAD = "---\nparties: {KES: Kestria, ORL: Orlavia}\n---\n\n1. A Joint Commission is established.\n\n2. "


@pytest.mark.parametrize(
    ("words", "modality", "act"),
    [
        ("Each Party shall make no attack on ports.", "must not", "attack"),
        ("Each Party carries out no cyber attack on ports.", "must not", "cyber-attack"),
        ("Kestria shall launch no drones over the Line.", "must not", "launch"),
        ("Each Party shall detain nobody.", "must not", "detain"),
        ("The Commission may stop no one.", "must not", "suspend"),
        ("An incident of unknown origin shall be attributed to neither Party.", "must not", "find"),
        ("The list shall be given to nobody.", "must not", "deliver"),
        ("Aid may be refused by neither Party.", "must not", "refus"),
        ("Prisoners shall be brought before no military court.", "must not", "refer"),
        ("Each Party shall release at no charge all prisoners.", "must", "release"),
    ],
)
def test_what_is_denied_behind_the_verb_is_barred(words: str, modality: str, act: str) -> None:
    read = [each for each in parse(HEAD + words).obligations if each.provision == "2"]
    assert [(each.modality.value.value, each.act.value) for each in read if each.modality and each.act] == [
        (modality, act)
    ]
