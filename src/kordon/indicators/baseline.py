"""What would have been usual: predictive bounds of a week's count from the weeks before it.

After the practice of C. P. Farrington et al., J. R. Stat. Soc. A 159 (1996) 547-563 and A. Noufaily et al.,
Stat. Med. 32 (2013) 1206-1222: the last weeks are left out, past extremes count less by their Anscombe
residuals, and the bounds are those of a negative binomial distribution. Thinner than they are: the mean is
constant, without trend or season.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from kordon.domain.reading import Baseline, Unknown
from kordon.indicators.definition import Settings

Array = npt.NDArray[Any]

LEVELS = (0.90, 0.975, 0.995)
METHOD = "negative-binomial-moments"
_PRIOR_EVENTS = 0.5  # added to the past's sum, so that a past of zeros does not say that one event cannot be


def baselines(
    values: Sequence[float | None], targets: Sequence[int], settings: Settings
) -> list[Baseline | Unknown]:
    """One baseline for each target, a position in ``values``: the counts of consecutive weeks, ``None`` where a
    week was not covered.

    Learnt from the known values among the ``baseline_weeks`` before the target, without the last
    ``baseline_left_out``; ``Unknown('not-enough-data')`` where these are fewer than ``baseline_least``.
    """
    if not targets:
        return []
    known = np.array([np.nan if v is None else v for v in values], dtype=float)
    back = np.arange(settings.baseline_weeks, settings.baseline_left_out, -1)
    position = np.asarray(targets)[:, None] - back[None, :]
    past = np.where(position >= 0, known[np.maximum(position, 0)], np.nan)
    weeks = np.sum(~np.isnan(past), axis=1)
    enough = weeks >= settings.baseline_least
    result: list[Baseline | Unknown] = [Unknown("not-enough-data")] * len(targets)
    if not enough.any():
        return result
    mean, dispersion = _moments(past[enough], settings)
    # The mean itself is uncertain by dispersion * mean / weeks, which widens what is predicted.
    spread = dispersion * (1 + 1 / weeks[enough])
    bounds = quantiles(mean, spread)
    for row, place in enumerate(np.flatnonzero(enough)):
        q90, q975, q995 = bounds[row].tolist()
        result[place] = Baseline(float(mean[row]), q90, q975, q995, int(weeks[place]), METHOD)
    return result


def _moments(past: Array, settings: Settings) -> tuple[Array, Array]:
    """(n, weeks) with NaN for unknown weeks -> mean and variance over mean, past extremes down-weighted."""
    held = ~np.isnan(past)
    values = np.where(held, past, 0.0)
    weights = held.astype(float)
    for _ in range(3):
        total = weights.sum(1)
        mean = ((weights * values).sum(1) + _PRIOR_EVENTS) / total
        squares = (weights * (values - mean[:, None]) ** 2).sum(1) / np.maximum(total - 1, 1)
        dispersion = np.maximum(squares / mean, settings.least_dispersion)
        level = mean[:, None]
        residual = 1.5 * (values ** (2 / 3) * level ** (-1 / 6) - np.sqrt(level)) / np.sqrt(dispersion[:, None])
        outlying = residual > settings.baseline_outlier
        weights = np.where(outlying, 1 / np.maximum(residual, 1.0) ** 2, 1.0) * held
        weights *= (held.sum(1) / weights.sum(1))[:, None]
    return mean, dispersion


def quantiles(mean: Array, spread: Array, levels: Sequence[float] = LEVELS) -> Array:
    """(n, levels): the least count whose probability of not being exceeded reaches each level.

    Of a negative binomial with this mean and variance ``spread * mean``; Poisson in the limit ``spread`` = 1.
    """
    from scipy.special import betainc  # type: ignore[import-untyped]

    size = mean / np.maximum(spread - 1, 1e-6)
    chance = size / (size + mean)
    low = np.full((len(mean), len(levels)), -1.0)
    high = np.repeat(np.ceil(mean + 40 * np.sqrt(spread * mean) + 40)[:, None], len(levels), axis=1)
    wanted = np.asarray(levels)[None, :]
    while np.any(high - low > 1):
        middle = np.floor((low + high) / 2)
        reached = betainc(size[:, None], np.maximum(middle, 0) + 1, chance[:, None]) >= wanted
        high = np.where(reached & (high - low > 1), middle, high)
        low = np.where(~reached & (high - low > 1), middle, low)
    return high
