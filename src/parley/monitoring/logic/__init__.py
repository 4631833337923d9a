"""Obligations as formulas of metric first-order temporal logic, and reports as the trace they are held against."""

from .formulas import Formula, Formulas, Left, formulas
from .trace import Trace, trace

__all__ = ["Formula", "Formulas", "Left", "Trace", "formulas", "trace"]
