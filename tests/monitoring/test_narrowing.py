"""Words that narrow a ban and that no slot holds leave a breach open: the ban is never judged as if it were wider."""

from __future__ import annotations

from typing import Any

import pytest

from monitoring.test_bans import of, seen

VILLAGES = "1. No Party shall place Heavy Weapons in villages from D+7. {#heavy}\n"


def test_what_may_lie_outside_the_narrowing_is_no_breach(held: Any) -> None:
    verdict = of(held(VILLAGES, [seen()]))
    assert verdict.verdict == "cannot tell"
    assert "in villages" in verdict.why
    assert "in villages" in verdict.would_change


@pytest.mark.parametrize("told", [{"note": "Three stood outside a village."}, {"place": "north of a village"}])
def test_a_mention_of_the_words_decides_nothing(held: Any, told: dict[str, str]) -> None:
    assert of(held(VILLAGES, [seen(**told)])).verdict == "cannot tell"


def test_a_finding_by_the_body_settles_it(held: Any) -> None:
    found = seen(claimant="JVC", life="found", found_by="JVC")
    assert (of(held(VILLAGES, [found])).verdict, of(held(VILLAGES, [found])).finding) == ("breached", "found")


@pytest.mark.parametrize(
    "ban",
    [
        "1. No Party shall place Heavy Weapons near hospitals from D+7. {#heavy}\n",
        "1. No Party shall place Heavy Weapons in and around settlements from D+7. {#heavy}\n",
    ],
)
def test_any_place_without_a_name_narrows(held: Any, ban: str) -> None:
    assert of(held(ban, [seen()])).verdict == "cannot tell"


def test_a_named_place_and_all_of_land_sea_and_air_narrow_nothing(held: Any) -> None:
    ban = "1. No Party shall fire at the other Party on land, at sea or in the air from D-day. {#fire}\n"
    shot = seen(act="fire", object="mortar", counterpart="ORL")
    assert of(held(ban, [shot])).verdict == "breached"
