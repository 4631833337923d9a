"""The daily report: the reporting day, what was reported in it, and places made coarse for others."""

from .coarse import cell_metres, coarsened
from .day import hour_of_text, reporting_day
from .report import daily

__all__ = ["cell_metres", "coarsened", "daily", "hour_of_text", "reporting_day"]
