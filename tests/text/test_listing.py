from __future__ import annotations

import pytest

from parley.text.listing import in_figures


@pytest.mark.parametrize(
    ("number", "told"), [(0, "0"), (1200, "1,200"), (10**15 - 1, "999,999,999,999,999"), (26 * 10**94, "about 2.6e95")]
)
def test_numbers_are_told_so_that_they_can_be_taken_in(number: int, told: str) -> None:
    assert in_figures(number) == told
