"""Zones by party and weapon, read from the text's own words."""

from __future__ import annotations

from parley.framework import buffers, parse
from shared import shared

TEXT = """---
parties: {KES: Kestria, ORL: Orlavia}
---

1. Each Party shall withdraw its guns so that a clear zone of 30 km is made for guns of 100 mm and more, a zone of
   60 km for rocket launchers and 90 km for missiles: for the forces of Kestria: from the present line of contact;
   for the Orlavian army: from the line drawn on 4 May 2030. {#clear}

2. No Party shall fly aircraft within 5 km of the Separation Line. {#air}
"""


def test_each_side_measures_from_its_own_line_for_each_weapon() -> None:
    found = buffers(parse(TEXT))
    assert {(one.party, one.line) for one in found} == {
        ("forces of Kestria", "the present line of contact"),
        ("Orlavian army", "the line drawn on 4 May 2030"),
    }
    assert [(one.weapons, one.width.metres) for one in found[::2]] == [
        ("guns of 100 mm and more", 30_000),
        ("rocket launchers", 60_000),
        ("missiles", 90_000),
    ]
    assert {one.provision for one in found} == {"clear"}
    assert all(TEXT[span.start : span.end] == span.exact for one in found for span in one.spans)


def test_a_zone_that_is_the_same_for_all_is_none() -> None:
    assert buffers(parse("1. A zone of 30 km shall be free of guns.\n")) == ()


def test_the_package_of_measures_is_asymmetric_by_party_and_weapon() -> None:
    found = buffers(parse(shared("data/agreements/1364.txt").read_text(encoding="utf-8"), "1364.txt"))
    lines = {one.party.split()[0]: one.line.split("line")[0] for one in found}
    assert len(lines) == 2
    assert len(set(lines.values())) == 2
    assert {one.width.metres for one in found} == {50_000, 70_000, 140_000}
    assert len({(one.party, one.weapons) for one in found}) == 6
