"""Obligations, reports and effort to verdicts, trends and coverage. Pure: values in, values out."""

from .lives import lives
from .logic import formulas, trace
from .rehearsing import rehearse
from .reports import load_reports
from .revising import revisions
from .script import Script, load_script
from .shapes import load_shapes
from .watching import watch

__all__ = [
    "Script",
    "formulas",
    "lives",
    "load_reports",
    "load_script",
    "load_shapes",
    "rehearse",
    "revisions",
    "trace",
    "watch",
]
