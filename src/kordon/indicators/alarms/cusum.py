"""The negative-binomial CUSUM: small rises that last, added up until they tell, for many series at once.

M. Höhle and M. Paul, Comput. Stat. Data Anal. 52 (2008) 4357-4368, with the size of the rise set beforehand:
week by week the log likelihood ratio of a mean ``ratio`` times the usual one against the usual one is added up,
never below 0; above ``limit`` it is an alarm, after which the sum starts again from 0. Compared with ``glrnb``
of R's ``surveillance`` 1.20.3.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
_PRIOR_EVENTS = 0.5  # added to the past's sum, so that a past of zeros does not say that one event cannot be


@dataclass(frozen=True, slots=True)
class CusumSettings:
    """``baseline`` weeks, without the ``left_out`` last, of which ``least_weeks`` must be known, tell what is
    usual; ``run`` weeks are added up, of which at least half must be judged."""

    ratio: float = 1.5
    limit: float = 4.0
    baseline: int = 52
    left_out: int = 8
    least_weeks: int = 26
    run: int = 26


@dataclass(frozen=True, slots=True)
class CusumSums:
    """(series, targets) each: the usual mean, the sum, and whether it was above the limit; NaN and False where too
    little is known."""

    expected: Array
    total: Array
    fired: Array


def scores(counts: Array, mean: Array, overdispersion: Array, ratio: float) -> Array:
    """The log likelihood ratio of ``ratio * mean`` against ``mean`` for each count, 0 where the count is NaN.

    The variance is mean + overdispersion * mean ** 2; Poisson where ``overdispersion`` is 0.
    """
    counts, mean, over = np.broadcast_arrays(*(np.asarray(a, dtype=float) for a in (counts, mean, overdispersion)))
    spread = over > 0
    size = 1 / np.where(spread, over, 1.0)
    with np.errstate(invalid="ignore"):
        wide = (counts + size) * np.log1p((ratio - 1) * mean / (size + mean))
        told = counts * np.log(ratio) - np.where(spread, wide, (ratio - 1) * mean)
    return np.asarray(np.where(np.isnan(told), 0.0, told))


def running(values: Array, limit: float) -> Array:
    """The sum along the last axis: never below 0, started again after each value above ``limit``."""
    sums = np.empty(values.shape)
    level = np.zeros(values.shape[:-1])
    for week in range(values.shape[-1]):
        level = np.maximum(0.0, np.where(level > limit, 0.0, level) + values[..., week])
        sums[..., week] = level
    return sums


def cusum(counts: Array, targets: Array, settings: CusumSettings) -> CusumSums:
    """Sums over the ``run`` weeks that end with each of ``targets``, positions in ``counts`` (series, weeks).

    What is usual is the mean and variance of the ``baseline`` weeks before each week of the run: a year, so that
    a season widens what is usual and is not taken for a rise. A week that is NaN adds nothing.
    """
    values = np.asarray(counts, dtype=float)
    places = np.asarray(targets, dtype=np.intp)
    mean, over = _usual(values, settings)
    known = ~np.isnan(values) & ~np.isnan(mean)
    told = np.where(known, scores(values, mean, over, settings.ratio), 0.0)
    ahead = np.zeros((len(values), settings.run - 1))
    view = np.lib.stride_tricks.sliding_window_view
    runs = view(np.hstack([ahead, told]), settings.run, axis=1)[:, places]
    weeks = view(np.hstack([ahead.astype(bool), known]), settings.run, axis=1)[:, places].sum(2)
    total = running(runs, settings.limit)[..., -1]
    enough = known[:, places] & (2 * weeks >= settings.run)
    return CusumSums(
        np.where(enough, mean[:, places], np.nan),
        np.where(enough, total, np.nan),
        enough & (total > settings.limit),
    )


def _usual(values: Array, settings: CusumSettings) -> tuple[Array, Array]:
    """(series, weeks): mean and overdispersion (variance - mean) / mean ** 2 of the weeks before each week."""
    held = ~np.isnan(values)
    counts = np.where(held, values, 0.0)
    shape = (len(values), 1)
    sums = [
        np.hstack([np.zeros(shape), np.cumsum(part, axis=1)]) for part in (held.astype(float), counts, counts**2)
    ]
    week = np.arange(values.shape[1])
    last = np.maximum(week - settings.left_out, 0)
    first = np.maximum(week - settings.baseline, 0)
    weeks, total, squares = (part[:, last] - part[:, first] for part in sums)
    enough = weeks >= max(settings.least_weeks, 2)
    safe = np.maximum(weeks, 2)
    plain = total / safe
    variance = np.maximum(squares - safe * plain**2, 0) / (safe - 1)
    mean = (total + _PRIOR_EVENTS) / safe
    over = np.maximum(variance - mean, 0) / mean**2
    return np.where(enough, mean, np.nan), np.where(enough, over, np.nan)
