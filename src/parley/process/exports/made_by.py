"""What every export says of itself."""

from __future__ import annotations

from typing import Any

from parley.model import Output
from parley.version import __version__

SOFTWARE = "Parley"


def made_by(output: Output) -> dict[str, Any]:
    """The program and its version, for whom it was made, the chain's head, and the notes."""
    return {
        "software": SOFTWARE,
        "version": __version__,
        "audience": output.audience,
        "head": output.head,
        "notes": list(output.notes),
    }
