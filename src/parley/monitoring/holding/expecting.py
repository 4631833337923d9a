"""How many times as many as was to be expected: a step in counts that were rising or falling already.

The segmented regression of interrupted series (Wagner et al., *Journal of Clinical Pharmacy and Therapeutics* 27, 2002;
Bernal, Cummins and Gasparrini, *International Journal of Epidemiology* 46, 2017) of negative binomial counts, as in
:mod:`.rates`: the logarithm of a day's rate is a level, a slope times the day and, after the start, a step. The step is
what the counts changed by, beside the way that they were going.
"""

from __future__ import annotations

import math

import numpy as np

from parley.model import RateRatio

from .rates import Counts, Numbers, dependence, likeliest, likelihood_of, standardised, student

PER = 30.0
"""Days in which a slope is told."""
_FEWEST = 3
"""So many stretches of time before the start have to have counted something."""
_STEPS = 60
_STEEPEST = math.log(100.0)
"""Counts that would be a hundred times as many in 30 days tell no slope: they lie at one end of their time."""


def against_trend(before: Counts, after: Counts) -> tuple[RateRatio, float] | None:
    """The step with its 95 % interval, and how many times as many the slope makes in 30 days.

    Both sides know their days. ``None`` where the counts tell no slope: too few of them, or all at one end.
    """
    if np.count_nonzero(before.number) < _FEWEST or not after.number.any():
        return None
    number, exposure, day = (
        np.concatenate([getattr(one, name) for one in (before, after)]) for name in ("number", "exposure", "day")
    )
    later = np.repeat([0.0, 1.0], [len(before), len(after)])
    design = np.column_stack((np.ones(len(number)), later, (day - day.mean()) / PER))
    fitted = np.array([math.log(before.rate), math.log(after.rate / before.rate), 0.0])

    def means(dispersion: float) -> Numbers:
        nonlocal fitted  # from one dispersion to the next it moves little
        fitted = _fit(design, number, exposure, dispersion, fitted)
        return exposure * np.exp(design @ fitted)

    dispersion = likeliest(lambda one: likelihood_of(number, means(one), one))
    mean = means(dispersion)
    if abs(fitted[2]) >= _STEEPEST:
        return None
    variance = float(np.linalg.inv(_information(design, mean, dispersion))[1, 1])
    off = standardised(number, mean, dispersion)
    swollen = variance * dependence((off[: len(before)], off[len(before) :]))
    reach = student(len(number) - 3) * math.sqrt(swollen)
    ratio = math.exp(fitted[1])
    return RateRatio(ratio=ratio, low=ratio * math.exp(-reach), high=ratio * math.exp(reach)), math.exp(fitted[2])


def _fit(design: Numbers, number: Numbers, exposure: Numbers, dispersion: float, fitted: Numbers) -> Numbers:
    """The most likely level, step and slope, from a first guess on (Fisher's scoring)."""
    for _ in range(_STEPS):
        mean = exposure * np.exp(design @ fitted)
        score = design.T @ ((number - mean) / (1 + dispersion * mean))
        move = np.clip(np.linalg.solve(_information(design, mean, dispersion), score), -1.0, 1.0)
        if abs(fitted[2] + move[2]) > _STEEPEST:
            return np.append(fitted[:2], math.copysign(_STEEPEST, move[2]))
        fitted = fitted + move
        if np.abs(move).max() < 1e-9:
            break
    return fitted


def _information(design: Numbers, mean: Numbers, dispersion: float) -> Numbers:
    return np.asarray((design * (mean / (1 + dispersion * mean))[:, None]).T @ design)
