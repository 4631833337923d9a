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
from collections.abc import Callable, Sequence
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
    """Counts in order of time, and what each was exposed to (days, or hours of watching): arrays of one length.

    ``day`` is the middle of each count's stretch of time, in days from any day on; a trend needs it.
    """

    number: Numbers
    exposure: Numbers
    day: Numbers | None = None

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
    reach = student(len(before) + len(after) - 2) * math.sqrt(variance)
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

    def likelihood(dispersion: float) -> float:
        return sum(likelihood_of(one.number, _rate(one, dispersion) * one.exposure, dispersion) for one in sides)

    dispersion = likeliest(likelihood)
    rates = [_rate(side, dispersion) for side in sides]
    means = [rate * side.exposure for side, rate in zip(sides, rates, strict=True)]
    variance = sum(1 / float((mean / (1 + dispersion * mean)).sum()) for mean in means)
    residuals = [standardised(side.number, mean, dispersion) for side, mean in zip(sides, means, strict=True)]
    return (rates[0], rates[1]), variance * dependence(residuals)


def likeliest(likelihood: Callable[[float], float]) -> float:
    """The dispersion at which the profile likelihood is greatest (golden section)."""
    low, high = _LEAST, _MOST
    left, right = high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)
    at_left, at_right = (likelihood(math.exp(one)) for one in (left, right))
    while high - low > 0.01:
        if at_left > at_right:
            high, right, at_right = right, left, at_left
            left = high - _GOLDEN * (high - low)
            at_left = likelihood(math.exp(left))
        else:
            low, left, at_left = left, right, at_right
            right = low + _GOLDEN * (high - low)
            at_right = likelihood(math.exp(right))
    return math.exp((low + high) / 2)


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


def likelihood_of(number: Numbers, mean: Numbers, dispersion: float) -> float:
    """The logarithm of the likelihood of counts with these means, but for what neither changes."""
    size = 1 / dispersion
    told = log_gamma(number + size) + size * np.log(size / (size + mean)) + number * np.log(mean / (size + mean))
    return float(told.sum()) - len(number) * math.lgamma(size)


def standardised(number: Numbers, mean: Numbers, dispersion: float) -> Numbers:
    """By how many standard deviations counts are off their means."""
    return np.asarray((number - mean) / np.sqrt(mean + dispersion * mean**2))


def dependence(residuals: Sequence[Numbers]) -> float:
    """By how much the counts' dependence on one another swells the variance of a mean; 1 at least.

    ``residuals`` are standardised, of each side in order of time.
    """
    whole = sum(float((one**2).sum()) for one in residuals)
    if not whole:
        return 1.0
    beside = sum(float((one[1:] * one[:-1]).sum()) for one in residuals)
    each = sum(map(len, residuals)) / 2
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


def student(freedom: int) -> float:
    """The 97.5 % quantile of Student's distribution, by the expansion of Abramowitz and Stegun, 26.7.5."""
    z, n = 1.959964, max(1, freedom)
    return z + (z**3 + z) / (4 * n) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * n**2)
