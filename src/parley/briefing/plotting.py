"""Where the picture of a weighing goes."""

from __future__ import annotations

from pathlib import Path

from parley.model import WeighOutput
from parley.process import write_new

from .pictures import draw_weighing
from .wording import STANDARDS


def write_plot(weighed: WeighOutput, path: Path) -> WeighOutput:
    """Draw a weighing into a new SVG file, and name the file in the output."""
    write_new(path, f"{draw_weighing(weighed, STANDARDS)}\n")
    return weighed.replace(files=(str(path),))
