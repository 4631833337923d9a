"""How late reports come, and of how many days the last ones are still to come in."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from parley.model import ReportingDelay

Days = npt.NDArray[np.int64]

LONGEST = 365
"""Days; a report that came later tells of the past and nothing of how long to wait."""
FEWEST = 20


def reporting_delay(event: Days, reported: Days, today: int) -> ReportingDelay | None:
    """What the days of events and of their reports tell, as of the day ``today`` (days since 1970, one row a report).

    Reports that are not in yet are missing from any table, the slow ones of late events most; so the share of reports
    within ``d`` days is the product-limit estimate for right-truncated data (Kalbfleisch and Lawless, *JASA* 84, 1989;
    Lagakos et al., *Biometrika* 75, 1988). ``None`` for fewer than twenty reports, or if all came at once.
    """
    delay = reported - event
    known = (delay >= 0) & (delay <= LONGEST) & (reported <= today)
    event, delay = event[known], delay[known]
    if len(delay) < FEWEST or not delay.any():
        return None
    within = _within(event, delay, today)
    median, late = (int(np.argmax(within >= share - 1e-12)) for share in (0.5, 0.9))
    return ReportingDelay(reports=len(delay), median=median, late=late)


def _within(event: Days, delay: Days, today: int) -> npt.NDArray[np.float64]:
    """The share of reports that are in within 0, 1, 2 ... days."""
    most = int(delay.max())
    room = today - event  # the longest delay with which a report of this event could be here
    share = np.ones(most + 1)
    for days in range(most, 0, -1):
        at_risk = float(((delay <= days) & (room >= days)).sum())
        seen = float(((delay == days) & (room >= days)).sum())
        share[days - 1] = share[days] * (1 - seen / at_risk if at_risk else 1.0)
    return share
