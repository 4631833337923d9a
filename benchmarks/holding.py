"""How often the 95 % interval of a rate ratio holds the truth, where days are overdispersed and depend on one another.

    python benchmarks/holding.py [REPEATS]

Prints the share of intervals that hold the true ratio (0.95 would be exact), for intensities that follow one another
with correlation 0 to 0.7, and how long one comparison takes: for 56 days before and 28 after, and for 112 days before
of which a trend is told, 28 left out and 28 after.
"""

from __future__ import annotations

import math
import sys
import time

import numpy as np

from parley.model import RateRatio
from parley.monitoring.holding.expecting import against_trend
from parley.monitoring.holding.rates import Counts, rate_ratio

BEFORE, AFTER = 56, 28
TREND, RUN_UP = 112, 28
SERIAL = (0.0, 0.3, 0.5, 0.7)
MONTHLY = 0.85
"""What the counts become in 30 days where a trend is told."""
CASES = ((45.0, 15.0, 0.6), (5.0, 2.0, 0.8), (0.5, 0.3, 0.5))
"""Counts a day before and after, and the dispersion."""


def draw(random: np.random.Generator, rates: np.ndarray, days: np.ndarray, dispersion: float, serial: float) -> Counts:
    """Poisson counts whose intensities are lognormal about their rates and follow one another."""
    spread = math.sqrt(math.log(1 + dispersion))
    level = np.empty(len(days))
    level[0] = random.normal()
    for day in range(1, len(days)):
        level[day] = serial * level[day - 1] + math.sqrt(1 - serial**2) * random.normal()
    counts = random.poisson(rates * np.exp(spread * level - spread**2 / 2))
    return Counts(counts.astype(float), np.ones(len(days)), days)


def levels(sides: tuple[Counts, Counts]) -> RateRatio:
    return rate_ratio(*sides)


def trend(sides: tuple[Counts, Counts]) -> RateRatio:
    found = against_trend(*sides)
    return found[0] if found else rate_ratio(*sides)


def main(repeats: int) -> None:
    random = np.random.default_rng(1)
    after = np.arange(float(AFTER))
    designs = (
        (levels, np.arange(-float(BEFORE), 0.0), 1.0),
        (trend, np.arange(-float(TREND + RUN_UP), -float(RUN_UP)), MONTHLY),
    )
    for compare, before, monthly in designs:
        begun, made = time.process_time(), 0
        print(f"{compare.__name__}, {len(before)} days before")
        print(
            "| a day before | after | dispersion | " + " | ".join(f"serial {one}" for one in (0, 0.3, 0.5, 0.7)) + " |"
        )
        for high, low, dispersion in CASES:
            shares = []
            for serial in SERIAL:
                held = 0
                for _ in range(repeats):
                    rates = [rate * monthly ** (days / 30) for rate, days in ((high, before), (low, after))]
                    sides = [
                        draw(random, rate, days, dispersion, serial)
                        for rate, days in zip(rates, (before, after), strict=True)
                    ]
                    found = compare((sides[0], sides[1]))
                    held += found.low <= low / high <= (math.inf if found.high is None else found.high)
                    made += 1
                shares.append(f"{held / repeats:.2f}")
            print(f"| {high:g} | {low:g} | {dispersion:g} | {' | '.join(shares)} |")
        print(f"{1000 * (time.process_time() - begun) / made:.1f} ms a comparison, drawing included")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
