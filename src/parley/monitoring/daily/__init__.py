"""The daily report: the reporting day, what was reported in it, and places made coarse for others."""

from .coarse import cell_metres, coarsened, coarsened_effort
from .day import hour_of_text, reporting_day, still_to_come
from .report import daily
from .shown import Shown
from .unnamed import Unnamed
from .withheld import Withheld, told_as_it_is, withheld

__all__ = [
    "Shown",
    "Unnamed",
    "Withheld",
    "cell_metres",
    "coarsened",
    "coarsened_effort",
    "daily",
    "hour_of_text",
    "reporting_day",
    "still_to_come",
    "told_as_it_is",
    "withheld",
]
