"""Pictures as inline SVG: legible in black and white, without scripts, fonts or a network."""

from .clusters import verdict_marks
from .frontier import draw_frontier
from .gantt import draw_gantt
from .map import draw_map
from .timeline import Mark, draw_timeline
from .trends import Count, Series, draw_trends
from .weighing import draw_weighing

__all__ = [
    "Count",
    "Mark",
    "Series",
    "draw_frontier",
    "draw_gantt",
    "draw_map",
    "draw_timeline",
    "draw_trends",
    "draw_weighing",
    "verdict_marks",
]
