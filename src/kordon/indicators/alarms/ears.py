"""EARS C1, C2 and C3: a week beside the few weeks before it, for many series at once.

L. Hutwagner, W. Thompson, G. M. Seeman and T. Treadwell, J. Urban Health 80 (2003) i89-i96; R. D. Fricker, B. L.
Hegler and D. A. Dunfee, Stat. Med. 27 (2008) 3407-3429. C1 and C2 are the week's distance from the mean of the
baseline in standard deviations; C2 and C3 leave out the last two weeks; C3 adds what C2 exceeded 1 by in the two
weeks before. Compared with ``earsC`` of R's ``surveillance`` 1.20.3.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
LAG = 2  # weeks that C2 and C3 leave out, and that C3 adds up


class Variant(StrEnum):
    C1 = "C1"
    C2 = "C2"
    C3 = "C3"


@dataclass(frozen=True, slots=True)
class EarsSettings:
    """``baseline`` weeks, of which ``least_weeks`` must be known; ``least_deviation`` is the least standard
    deviation that is believed (of counts that were all alike it would be 0, and one more event an alarm);
    ``alpha`` as of a normal distribution, one-sided."""

    variant: Variant = Variant.C2
    baseline: int = 7
    least_weeks: int = 7
    least_deviation: float = 0.5
    alpha: float = 0.01


@dataclass(frozen=True, slots=True)
class EarsBounds:
    """(series, weeks) each: mean and standard deviation of the baseline, NaN where too few of its weeks are
    known; the statistic C1, C2 or C3; and whether it was above the quantile, False where it is NaN."""

    expected: Array
    deviation: Array
    statistic: Array
    fired: Array

    def bound(self, settings: EarsSettings) -> Array:
        """The count above which C1 or C2 is an alarm."""
        return np.asarray(self.expected + _normal(settings) * self.deviation)


def ears(counts: Array, settings: EarsSettings) -> EarsBounds:
    """Judge every week of ``counts`` (series, weeks), NaN where a week was not covered.

    For C3 a week before that was not covered, or could not be judged, adds nothing.
    """
    values = np.asarray(counts, dtype=float)
    mean, deviation = _moments(values, settings, 0 if settings.variant is Variant.C1 else LAG)
    with np.errstate(invalid="ignore", divide="ignore"):
        statistic = (values - mean) / deviation
        if settings.variant is Variant.C3:
            excess = np.maximum(statistic - 1, 0)
            before = np.where(np.isnan(excess), 0.0, excess)
            statistic = excess + sum(_later(before, back) for back in range(1, LAG + 1))
        return EarsBounds(mean, deviation, statistic, statistic > _normal(settings))


def _normal(settings: EarsSettings) -> float:
    from scipy.special import ndtri  # type: ignore[import-untyped]

    return float(ndtri(1 - settings.alpha))


def _moments(values: Array, settings: EarsSettings, lag: int) -> tuple[Array, Array]:
    """Mean and standard deviation of the ``baseline`` weeks that end ``lag`` + 1 weeks before each week."""
    ahead = np.full((len(values), settings.baseline + lag), np.nan)
    padded = np.hstack([ahead, values])
    windows = np.lib.stride_tricks.sliding_window_view(padded, settings.baseline, axis=1)[:, : values.shape[1]]
    held = ~np.isnan(windows)
    weeks = held.sum(2)
    enough = weeks >= max(settings.least_weeks, 2)
    safe = np.maximum(weeks, 2)
    mean = np.where(held, windows, 0.0).sum(2) / safe
    squares = np.where(held, windows - mean[:, :, None], 0.0) ** 2
    deviation = np.maximum(np.sqrt(squares.sum(2) / (safe - 1)), settings.least_deviation)
    return np.where(enough, mean, np.nan), np.where(enough, deviation, np.nan)


def _later(values: Array, weeks: int) -> Array:
    """Every column ``weeks`` later, after zeros."""
    moved = np.zeros_like(values)
    moved[:, weeks:] = values[:, : values.shape[1] - weeks]
    return moved
