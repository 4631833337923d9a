"""What is asked for on several days is done for one of them."""

from __future__ import annotations

import pytest

from .conftest import Held, deed, verdicts

pytestmark = pytest.mark.usefixtures("both_ways")

THRICE = "".join(
    f"{n}. Kestria shall release {group} on {day} March 2031. {{#d{day}}}\n\n"
    for n, group, day in ((1, "40 prisoners", 5), (2, "a second group of 40 prisoners", 12), (3, "40 prisoners", 19))
)


def test_one_release_is_done_for_one_of_three_days(held: Held) -> None:
    assert verdicts(held, THRICE, deed(count=40)) == ["kept", "overdue", "overdue"]


def test_each_day_has_its_own(held: Held) -> None:
    rows = [deed(f"r{day}", day, count=40) for day in (5, 12, 19)]
    assert verdicts(held, THRICE, *rows) == ["kept"] * 3


def test_on_a_day_that_no_sentence_names_it_was_late_for_the_one_before(held: Held) -> None:
    assert verdicts(held, THRICE, deed(day=7, count=40))[0] == "breached"


def test_a_single_day_is_met_by_what_was_done_before_it(held: Held) -> None:
    assert verdicts(held, "1. Kestria shall release 40 prisoners on 12 March 2031. {#d}\n", deed(count=40)) == ["kept"]
