"""Text and pictures for people: the brief, the demo's journey, and what a terminal shows."""

from .brief import brief
from .dates import write_dates
from .demo import demo
from .plotting import write_plot
from .sarif import sarif

__all__ = ["brief", "demo", "sarif", "write_dates", "write_plot"]
