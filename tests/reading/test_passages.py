"""Who speaks in a hundred and thirty short invented papers, as written down beside them before they were read."""

from __future__ import annotations

from collections import Counter

import pytest

from passages import FOLDER, judged

EXPECTED = {"first": (175, 0), "held-out": (98, 0), "held-out-2": (102, 0)}
"""How many at least are right, and how many at most wrong."""


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_most_speakers_are_right_and_hardly_any_wrong(name: str) -> None:
    told = list(judged(FOLDER / f"{name}.toml"))
    counts = Counter(verdict for verdict, _ in told)
    least, most = EXPECTED[name]
    assert counts["right"] >= least
    assert counts["wrong"] <= most, [line for verdict, line in told if verdict == "wrong"]
