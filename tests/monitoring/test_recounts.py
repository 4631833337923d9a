"""Whose number counts: the last one that a source gave, and a body's before the one that it found about."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import Held, Row

pytestmark = pytest.mark.usefixtures("both_ways")

AT_LEAST = "1. Kestria shall release at least 100 prisoners by D+10. {#a}\n"
AT_MOST = "1. Kestria shall conduct no more than three flights a day. {#a}\n"
SEEN = "HAL,radar,everywhere,2031-03-01,2031-04-01,1,\n"


def told(id: str, count: int, **more: Any) -> Row:
    row = {"id": id, "event_earliest": "2031-03-05", "reported": "2031-03-07" if more else "2031-03-05"}
    return {**row, "actor": "KES", "claimant": "ORL", "count": count, **more}


def released(id: str, count: int, **more: Any) -> Row:
    return {"act": "release", "object": "prisoners", **told(id, count, **more)}


def flown(id: str, count: int, **more: Any) -> Row:
    return {"act": "flight", **told(id, count, **more)}


FOUND = {"about": "r1", "claimant": "JVC", "life": "found", "found_by": "JVC"}
ANEW = [{"corrects": "r1"}, {"about": "r1"}, {"corrects": "r1", "act": "", "object": "", "actor": ""}]


def verdict(held: Held, text: str, *rows: Row) -> str:
    [one] = held(text, list(rows), effort=SEEN).verdicts
    return str(one.verdict)


@pytest.mark.parametrize("how", [*ANEW, FOUND])
def test_a_smaller_number_takes_the_place_of_a_greater_one(held: Held, how: Row) -> None:
    assert verdict(held, AT_LEAST, released("r1", 120)) == "kept"
    assert verdict(held, AT_LEAST, released("r1", 120), released("r2", 80, **how)) == "overdue"
    assert verdict(held, AT_MOST, flown("r1", 5)) == "breached"
    assert verdict(held, AT_MOST, flown("r1", 5), flown("r2", 2, **how)) == "kept"


@pytest.mark.parametrize("how", [*ANEW, FOUND])
def test_a_greater_number_takes_the_place_of_a_smaller_one(held: Held, how: Row) -> None:
    assert verdict(held, AT_LEAST, released("r1", 80), released("r2", 120, **how)) == "kept"
    assert verdict(held, AT_MOST, flown("r1", 2), flown("r2", 5, **how)) == "breached"


def test_numbers_of_two_sources_or_of_two_times_are_numbers_of_their_own(held: Held) -> None:
    assert verdict(held, AT_MOST, flown("r1", 5), flown("r2", 2, about="r1", claimant="HAL")) == "breached"
    later = released("r2", 40, about="r1", event_earliest="2031-03-06")
    assert verdict(held, AT_LEAST, released("r1", 80), later) == "kept"


def test_who_counts_none_anew_takes_it_back(held: Held) -> None:
    shelled = {"act": "shelling", **told("r1", 12)}
    assert verdict(held, "1. Kestria shall not shell. {#a}\n", shelled) == "breached"
    none = {**shelled, "id": "r2", "about": "r1", "count": 0}
    assert verdict(held, "1. Kestria shall not shell. {#a}\n", shelled, none) == "kept"
