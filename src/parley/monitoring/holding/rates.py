"""How many times as many as before: two rates of counts that vary more than chance alone would have it.

The counts before and after are negative binomial with one dispersion: a count ``y`` over an exposure ``e`` has the mean
``m = rate * e`` and the variance ``m + a * m**2`` (Cameron and Trivedi, *Regression Analysis of Count Data*, 2nd ed.,
ch. 3, "NB2"). The dispersion ``a`` is that of the greatest profile likelihood. The interval is Wald's on the log scale
with Student's quantile. A violent day is followed by another, so days are no independent draws: the variance is that
of the model times ``(1 + r) / (1 - r)``, with the correlation ``r`` of neighbouring standardised residuals (Bayley and
Hammersley, *Supplement to the JRSS* 8, 1946), corrected for short series (Marriott and Pope, *Biometrika* 41, 1954).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from parley.model import RateRatio

Numbers = npt.NDArray[np.float64]

_GOLDEN = (math.sqrt(5) - 1) / 2
_LEAST, _MOST = math.log(1e-6), math.log(1e3)
"""Between these dispersions, as logarithms, the likelihood is searched."""


@dataclass(frozen=True)
class Counts:
    """Counts in order of time, and what each was exposed to (days, or hours of watching): arrays of one length."""

    number: Numbers
    exposure: Numbers

    def __len__(self) -> int:
        return len(self.number)

    @property
    def rate(self) -> float:
        """All of them over all exposure: the naive mean."""
        return float(self.number.sum() / self.exposure.sum())


def rate_ratio(before: Counts, after: Counts) -> RateRatio:
    """The rate ``after`` over the rate ``before``, with its 95 % interval. Both need two counts at least.

    Where one side counted nothing at all the ratio is 0, or beyond all bounds (``None``), and the interval's other
    end is that of Clopper and Pearson (*Biometrika* 26, 1934) for a share of which nothing was seen, over as many
    counts as the overdispersion of the other side leaves independent. Where both counted nothing nothing is known.
    """
    if not before.number.sum() or not after.number.sum():
        return _with_nothing(before, after)
    rate, variance = _fitted(before, after)
    ratio = rate[1] / rate[0]
    reach = _student(len(before) + len(after) - 2) * math.sqrt(variance)
    return RateRatio(ratio=ratio, low=ratio * math.exp(-reach), high=ratio * math.exp(reach))


def _with_nothing(before: Counts, after: Counts) -> RateRatio:
    some = before if before.number.sum() else after
    total = float(some.number.sum())
    if not total:
        return RateRatio(ratio=None, low=0.0, high=None)
    expected = some.exposure * some.rate
    spread = max(1.0, float(((some.number - expected) ** 2 / expected).sum()) / (len(some) - 1))
    share = 1 - 0.025 ** (spread / total)
    bound = share / (1 - share)
    if some is before:
        high = bound * float(before.exposure.sum() / after.exposure.sum())
        return RateRatio(ratio=0.0, low=0.0, high=high)
    return RateRatio(ratio=None, low=float(before.exposure.sum() / after.exposure.sum()) / bound, high=None)


_MOST_SERIAL = 0.8


def _fitted(before: Counts, after: Counts) -> tuple[tuple[float, float], float]:
    """The two rates, and the variance of the logarithm of their ratio."""
    sides = (before, after)
    low, high = _LEAST, _MOST
    left, right = high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)
    at_left, at_right = (_likelihood(sides, math.exp(one)) for one in (left, right))
    while high - low > 0.01:
        if at_left > at_right:
            high, right, at_right = right, left, at_left
            left = high - _GOLDEN * (high - low)
            at_left = _likelihood(sides, math.exp(left))
        else:
            low, left, at_left = left, right, at_right
            right = low + _GOLDEN * (high - low)
            at_right = _likelihood(sides, math.exp(right))
    dispersion = math.exp((low + high) / 2)
    rates = [_rate(side, dispersion) for side in sides]
    variance = sum(_variance(side, rate, dispersion) for side, rate in zip(sides, rates, strict=True))
    return (rates[0], rates[1]), variance * _dependence(sides, rates, dispersion)


def _rate(side: Counts, dispersion: float) -> float:
    """The most likely rate: where the weighted counts equal what is expected (Newton's method on its logarithm)."""
    rate = side.rate
    if (side.exposure == side.exposure[0]).all():
        return rate
    for _ in range(50):
        mean = rate * side.exposure
        weight = 1 / (1 + dispersion * mean)
        step = float(((side.number - mean) * weight).sum() / (mean * weight).sum())
        rate *= math.exp(max(-1.0, min(1.0, step)))
        if abs(step) < 1e-10:
            break
    return rate


def _likelihood(sides: tuple[Counts, Counts], dispersion: float) -> float:
    """The logarithm of the likelihood at the most likely rates, but for what the dispersion does not change."""
    size, total = 1 / dispersion, 0.0
    for side in sides:
        mean, y = _rate(side, dispersion) * side.exposure, side.number
        total += float(
            (log_gamma(y + size) + size * np.log(size / (size + mean)) + y * np.log(mean / (size + mean))).sum()
        )
        total -= len(side) * math.lgamma(size)
    return total


def _variance(side: Counts, rate: float, dispersion: float) -> float:
    """Of the logarithm of one side's rate, were its counts independent of one another."""
    mean = rate * side.exposure
    return 1 / float((mean / (1 + dispersion * mean)).sum())


def _dependence(sides: tuple[Counts, Counts], rates: Sequence[float], dispersion: float) -> float:
    """By how much the counts' dependence on one another swells the variance of a mean; 1 at least."""
    residuals = []
    for side, rate in zip(sides, rates, strict=True):
        mean = rate * side.exposure
        residuals.append((side.number - mean) / np.sqrt(mean + dispersion * mean**2))
    whole = sum(float((one**2).sum()) for one in residuals)
    if not whole:
        return 1.0
    beside = sum(float((one[1:] * one[:-1]).sum()) for one in residuals)
    each = sum(map(len, sides)) / 2
    serial = min(_MOST_SERIAL, beside / whole + (1 + 4 * beside / whole) / each)
    return max(1.0, (1 + serial) / (1 - serial))


def log_gamma(x: Numbers) -> Numbers:
    """The logarithm of the gamma function of positive numbers, by Stirling's series from 8 on, to 1e-10."""
    shift = np.zeros_like(x)
    at = x.copy()
    for _ in range(8):
        small = at < 8
        shift[small] += np.log(at[small])
        at[small] += 1
    inverse = 1 / at
    series = inverse * (1 / 12 - inverse**2 * (1 / 360 - inverse**2 * (1 / 1260 - inverse**2 / 1680)))
    return np.asarray((at - 0.5) * np.log(at) - at + 0.5 * math.log(2 * math.pi) + series - shift)


def _student(freedom: int) -> float:
    """The 97.5 % quantile of Student's distribution, by the expansion of Abramowitz and Stegun, 26.7.5."""
    z, n = 1.959964, max(1, freedom)
    return z + (z**3 + z) / (4 * n) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * n**2)
