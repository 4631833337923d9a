"""Is it holding? Counts of reports before and after a text began, as rates with an interval and in words.

``of_happenings`` and ``of_tally`` make trends of single events and of tables of counts; ``rates`` has the statistics,
``comparing`` the windows, ``changes``, ``delays`` and ``years`` what else fools a naive count.
"""

from .happenings import Happenings, day_number
from .trending import Asked, Series, grouped, of_happenings, of_tally

__all__ = ["Asked", "Happenings", "Series", "day_number", "grouped", "of_happenings", "of_tally"]
