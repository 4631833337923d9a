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
        ("To that end Kestria shall hand over its maps by D+4.", ["hand over"]),
        (
            "The Commission shall sit at Tarn, where it shall hold its first session on D+3.",
            ["sit", "hold its first session"],
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
