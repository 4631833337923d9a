"""The daily report: the reporting day, what was reported in it, and places made coarse for others."""

from .coarse import cell_metres, coarsened, coarsened_effort
from .day import hour_of_text, reporting_day
from .report import daily
from .withheld import told_as_it_is, withheld, without

__all__ = [
    "cell_metres",
    "coarsened",
    "coarsened_effort",
    "daily",
    "hour_of_text",
    "reporting_day",
    "told_as_it_is",
    "withheld",
    "without",
]
