"""Obligations, reports and effort to verdicts, trends and coverage. Pure: values in, values out."""

from .lives import lives
from .logic import formulas, trace
from .reports import load_reports
from .shapes import load_shapes
from .watching import watch

__all__ = ["formulas", "lives", "load_reports", "load_shapes", "trace", "watch"]
