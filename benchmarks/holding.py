"""How often the 95 % interval of a rate ratio holds the truth, where days are overdispersed and depend on one another.

    python benchmarks/holding.py [REPEATS]

Prints, for 56 days before and 28 after, the share of intervals that hold the true ratio (0.95 would be exact), for
intensities that follow one another with correlation 0 to 0.7, and how long one comparison takes.
"""

from __future__ import annotations

import math
import sys
import time

import numpy as np

from parley.monitoring.holding.rates import Counts, rate_ratio

BEFORE, AFTER = 56, 28
CASES = ((45.0, 15.0, 0.6), (5.0, 2.0, 0.8), (0.5, 0.3, 0.5))
"""Counts a day before and after, and the dispersion."""


def draw(random: np.random.Generator, days: int, rate: float, dispersion: float, serial: float) -> Counts:
    """Poisson counts whose intensities are lognormal and follow one another."""
    spread = math.sqrt(math.log(1 + dispersion))
    level = np.empty(days)
    level[0] = random.normal()
    for day in range(1, days):
        level[day] = serial * level[day - 1] + math.sqrt(1 - serial**2) * random.normal()
    counts = random.poisson(rate * np.exp(spread * level - spread**2 / 2))
    return Counts(counts.astype(float), np.ones(days))


def main(repeats: int) -> None:
    random = np.random.default_rng(1)
    begun, made = time.process_time(), 0
    print("| a day before | after | dispersion | " + " | ".join(f"serial {one}" for one in (0, 0.3, 0.5, 0.7)) + " |")
    for before, after, dispersion in CASES:
        shares = []
        for serial in (0.0, 0.3, 0.5, 0.7):
            held = 0
            for _ in range(repeats):
                sides = [draw(random, n, m, dispersion, serial) for n, m in ((BEFORE, before), (AFTER, after))]
                found = rate_ratio(sides[0], sides[1])
                held += found.low <= after / before <= (math.inf if found.high is None else found.high)
                made += 1
            shares.append(f"{held / repeats:.2f}")
        print(f"| {before:g} | {after:g} | {dispersion:g} | {' | '.join(shares)} |")
    print(f"{1000 * (time.process_time() - begun) / made:.1f} ms a comparison, drawing included")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
