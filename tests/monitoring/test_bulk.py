"""The search for cycles rests during bulk work, and goes on as it was before, also after an error."""

from __future__ import annotations

import gc

import pytest

from parley.monitoring.bulk import uncollected


@uncollected()
def fail_midway() -> None:
    raise ValueError("on" if gc.isenabled() else "off")


@pytest.mark.parametrize("was_on", [True, False])
def test_it_is_afterwards_as_it_was(was_on: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if was_on else gc.disable)()
        with pytest.raises(ValueError, match="off"):
            fail_midway()
        assert gc.isenabled() is was_on
    finally:
        (gc.enable if before else gc.disable)()
