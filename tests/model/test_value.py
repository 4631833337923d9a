"""Values made without a second check are the values that the check would have made."""

from __future__ import annotations

import datetime as dt

from parley.model import Interval


def test_a_checked_value_is_the_same_value() -> None:
    fields = {"earliest": dt.date(2031, 3, 1), "latest": dt.date(2031, 3, 2), "said": None}
    checked, validated = Interval.checked(**fields), Interval(**fields)
    assert checked == validated
    assert hash(checked) == hash(validated)
    assert checked.model_dump_json() == validated.model_dump_json()
    assert checked.replace(latest=dt.date(2031, 3, 3)).latest == dt.date(2031, 3, 3)
