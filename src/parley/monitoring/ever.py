"""The first and the last moment that are asked about, and the step from one moment to the next."""

from __future__ import annotations

import datetime as dt

EVER = dt.datetime.min.replace(tzinfo=dt.UTC) + dt.timedelta(days=400)
"""Stands for an open beginning; far enough from the calendar's end to count from."""

FOREVER = dt.datetime.max.replace(tzinfo=dt.UTC) - dt.timedelta(days=400)
"""Stands for an open end, likewise."""

TICK = dt.timedelta(microseconds=1)
"""No time is told more exactly."""
