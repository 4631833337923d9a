"""Finds the folder of real inputs, which is no part of the project; tests that need it skip where it is absent."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


def shared(*parts: str) -> Path:
    """A path under ``PARLEY_SHARED`` (by default the folder ``shared`` beside the checkout); skips if absent."""
    root = Path(os.environ.get("PARLEY_SHARED", Path(__file__).resolve().parents[2] / "shared"))
    path = root.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"real inputs are not here: {'/'.join(parts)}")
    return path
