"""The flexible Farrington bound, for many series and weeks at once.

C. P. Farrington, N. J. Andrews, A. D. Beale and M. A. Catchpole, J. R. Stat. Soc. A 159 (1996) 547-563; A.
Noufaily et al., Stat. Med. 32 (2013) 1206-1222. For each week a quasi-Poisson regression over the reference
weeks (:mod:`~kordon.indicators.alarms.reference_weeks`); past outbreaks weigh less by their Anscombe residuals;
a trend stays where it is significant, rests on three years and does not go beyond what was ever counted; the
bound is a quantile of what the regression predicts. Compared with ``farringtonFlexible`` of R's ``surveillance``
1.20.3.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

import numpy as np
import numpy.typing as npt

from kordon.indicators.alarms import glm
from kordon.indicators.alarms.reference_weeks import centres, design

Array = npt.NDArray[Any]
YEAR = 52.0  # weeks, the unit of the trend's time
SERIES, ROWS = 256, 256  # series, and regressions, at once: small enough for a processor's cache
LARGEST = 1e15  # means beyond it are those of a regression gone astray
TREND_YEARS = 3  # fewer do not carry a trend (1996, section 3.4)


class Threshold(StrEnum):
    """How the bound follows from the regression: ``delta`` of 1996, ``nbPlugin`` and ``muan`` after 2013."""

    DELTA = "delta"
    PLUGIN = "nbPlugin"
    MUAN = "muan"


class Power(StrEnum):
    """The transformation to normality of ``delta``: for skewness, for variance, or none."""

    TWO_THIRDS = "2/3"
    HALF = "1/2"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class FarringtonSettings:
    """The numbers of the method, by default those of R; what each is stands in ``data/alarms/settings.yaml``."""

    years: int = 5
    half_window: int = 3
    seasons: int = 1
    left_out: int = 3
    trend: bool = True
    trend_significance: float = 0.05
    reweight: bool = True
    outlier: float = 2.58
    alpha: float = 0.05
    threshold: Threshold = Threshold.DELTA
    power: Power = Power.TWO_THIRDS
    least_events: int = 5
    least_events_weeks: int = 4
    least_weeks: int = 1
    least_season_weeks: int = 1


@dataclass(frozen=True, slots=True)
class Bounds:
    """(series, targets) each. ``bound`` and ``expected`` are NaN where nothing could be said; ``enough`` tells
    whether there was enough to learn from, ``frequent`` whether enough events were counted lately for an alarm."""

    expected: Array
    bound: Array
    fired: Array
    enough: Array
    frequent: Array
    dispersion: Array
    trend: Array
    weeks: Array


_NAMES = tuple(field.name for field in fields(Bounds))


def farrington(
    counts: Array, targets: Sequence[int], settings: FarringtonSettings, first_monday: dt.date | None = None
) -> Bounds:
    """Bounds of the weeks at ``targets``, positions in the columns of ``counts`` (series, weeks).

    Counts are events a week, NaN where a week was not covered: such a week is left out of what is learnt, counts
    as none of the recent events, and gives no alarm. ``first_monday`` is the day on which the first week begins;
    without it a year has 52 weeks. A week whose earliest reference week lies before the series is not judged.
    """
    values = np.asarray(counts, dtype=float)
    shape = (len(values), len(targets))
    result = Bounds(
        expected=np.full(shape, np.nan),
        bound=np.full(shape, np.nan),
        fired=np.zeros(shape, dtype=bool),
        enough=np.zeros(shape, dtype=bool),
        frequent=np.zeros(shape, dtype=bool),
        dispersion=np.full(shape, np.nan),
        trend=np.zeros(shape, dtype=bool),
        weeks=np.zeros(shape, dtype=int),
    )
    groups = _alike(targets, settings, first_monday)
    for start in range(0, len(values), SERIES):
        block = _Block(values[start : start + SERIES], settings)
        for weeks, back, columns in groups:
            series, column = (a.ravel() for a in np.meshgrid(np.arange(block.size), columns, indexing="ij"))
            for chunk in range(0, len(series), ROWS):
                rows = slice(chunk, chunk + ROWS)
                told = _judge(block, series[rows], np.asarray(targets)[column[rows]], weeks, back, settings)
                place = (series[rows] + start, column[rows])
                for name in _NAMES:
                    getattr(result, name)[place] = getattr(told, name)
    return result


def _alike(
    targets: Sequence[int], settings: FarringtonSettings, first_monday: dt.date | None
) -> list[tuple[glm.Weeks, Array, Array]]:
    """The reference weeks, how far back each of them is, and the places in ``targets`` that share them; without
    those whose weeks begin before the series."""
    groups: dict[tuple[int, ...], list[int]] = {}
    for column, target in enumerate(targets):
        monday = None if first_monday is None else first_monday + dt.timedelta(weeks=target)
        found = centres(settings.years, monday)
        if found[-1] + settings.half_window <= target:
            groups.setdefault(found, []).append(column)
    told = []
    for middles, columns in groups.items():
        shape = design(middles, settings.half_window, settings.seasons, settings.left_out)
        weeks = glm.Weeks.of(shape.level, shape.levels, -shape.back / YEAR)  # the target is at time 0
        told.append((weeks, shape.back, np.array(columns, dtype=np.intp)))
    return told


class _Block:
    """Some series with what every week's regression needs of them."""

    def __init__(self, values: Array, settings: FarringtonSettings) -> None:
        self.size, self.weeks = values.shape
        self.told = glm.Counts.of(values)
        self.lately = np.cumsum(self.told.counts, axis=1)
        self.lately[:, settings.least_events_weeks :] -= self.lately[:, : -settings.least_events_weeks].copy()

    def sample(self, series: Array, targets: Array, weeks: glm.Weeks, back: Array) -> glm.Sample:
        return glm.Sample(weeks, self.told.at((series * self.weeks + targets)[:, None] - back))


def _judge(
    block: _Block, series: Array, targets: Array, shared: glm.Weeks, back: Array, settings: FarringtonSettings
) -> Bounds:
    """(rows,) each, for the week ``targets[row]`` of ``series[row]``."""
    sample = block.sample(series, targets, shared, back)
    levels = sample.told.held @ shared.ones
    weeks = levels.sum(1)
    parameters = (levels > 0).sum(1) + 1
    enough = (weeks >= settings.least_weeks) & (weeks > parameters)
    enough &= levels[:, 0] >= max(settings.least_season_weeks, 1)
    some = np.flatnonzero(enough)
    frequent = block.lately[series, targets] >= settings.least_events
    told = _predict(sample.of_rows(some), settings)
    asked = frequent[some] & told.fine
    bound = np.full(len(some), np.nan)
    bound[asked] = _bound(told.mean[asked], told.error[asked], told.dispersion[asked], settings)
    fine = told.fine & (np.isfinite(bound) | ~asked)
    value, known = block.told.counts[series, targets][some], block.told.held[series, targets][some] > 0
    with np.errstate(invalid="ignore"):
        fired = known & (value > bound)

    def everywhere(values: Array, fill: float | bool) -> Array:
        return _put(np.full(len(series), fill), some, values)

    return Bounds(
        expected=everywhere(np.where(fine, told.mean, np.nan), np.nan),
        bound=everywhere(bound, np.nan),
        fired=everywhere(fired, False),
        enough=everywhere(fine, False),
        frequent=frequent,
        dispersion=everywhere(told.dispersion, np.nan),
        trend=everywhere(told.trend, False),
        weeks=weeks.astype(int),
    )


@dataclass(frozen=True, slots=True)
class _Predicted:
    mean: Array
    error: Array  # standard error of the log mean
    dispersion: Array
    trend: Array
    fine: Array


def _predict(sample: glm.Sample, settings: FarringtonSettings) -> _Predicted:
    """With the trend where it may stay, else without."""
    if not settings.trend or settings.years < TREND_YEARS:
        return _fitted(sample, settings, trend=False)[0]
    with_trend, significance = _fitted(sample, settings, trend=True)
    stays = with_trend.fine & (significance < settings.trend_significance)
    stays &= with_trend.mean <= sample.told.counts.max(1)
    rest = np.flatnonzero(~stays)
    if not len(rest):
        return with_trend
    without, _ = _fitted(sample.of_rows(rest), settings, trend=False)
    merged = {
        name: _put(getattr(with_trend, name), rest, getattr(without, name))
        for name in ("mean", "error", "dispersion", "trend", "fine")
    }
    return _Predicted(**merged)


def _put(values: Array, rows: Array, new: Array) -> Array:
    values = values.copy()
    values[rows] = new
    return values


def _fitted(sample: glm.Sample, settings: FarringtonSettings, trend: bool) -> tuple[_Predicted, Array]:
    """What is predicted for the target, and the p-value of the trend."""
    from scipy.special import stdtr  # type: ignore[import-untyped]

    found = glm.fit(sample, trend)
    fine, scale = found.fine, found.dispersion
    if settings.reweight:
        weights = _weights(sample, found, settings.outlier)
        found = glm.fit(replace(sample, weights=weights), trend)
        fine = fine & found.fine
        with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
            # R's errors of reweighted regressions: the squares of working residuals by prior weights alone.
            scale = (weights * (sample.told.counts / found.means - 1) ** 2).sum(1) / found.degrees
    eta, variance = found.predicted()
    significance = np.ones(len(eta))
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        if trend:
            ratio = np.abs(found.slope) / np.sqrt(scale / found.spread)
            significance = 2 * stdtr(found.degrees, -ratio)
        told = _Predicted(
            np.exp(eta),
            np.sqrt(scale * variance),
            np.maximum(found.dispersion, 1.0),
            np.full(len(eta), trend),
            fine & np.isfinite(eta),
        )
    return told, significance


def _weights(sample: glm.Sample, found: glm.Fit, outlier: float) -> Array:
    """Past extremes count less: standardised Anscombe residuals above ``outlier`` weigh their inverse square.

    The weights of a series sum to its number of weeks (1996, section 3.6).
    """
    held = sample.told.held
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        scale = found.leverages(sample.weeks)
        np.subtract(1, scale, out=scale)
        scale *= np.maximum(found.dispersion, 1.0)[:, None]
        np.sqrt(scale, out=scale)
        residual = np.exp(found.eta * (-1 / 6))
        residual *= sample.told.powers
        residual -= np.sqrt(found.means)
        residual *= 1.5
        residual /= scale
        weights = held.copy()
        rows, weeks = np.nonzero((residual > outlier) & (held > 0))
        weights[rows, weeks] = 1 / residual[rows, weeks] ** 2
        weights *= (held.sum(1) / weights.sum(1))[:, None]
        return weights


def _bound(mean: Array, error: Array, dispersion: Array, settings: FarringtonSettings) -> Array:
    from scipy.special import ndtri

    normal = float(ndtri(1 - settings.alpha))
    if settings.threshold is Threshold.PLUGIN:
        return quantiles(mean, dispersion, 1 - settings.alpha)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        if settings.threshold is Threshold.MUAN:
            return quantiles(mean * np.exp(normal * error), dispersion, 1 - settings.alpha)
        spread = np.sqrt(mean * dispersion + (mean * error) ** 2)
        match settings.power:
            case Power.TWO_THIRDS:
                return np.asarray(mean * np.maximum(0, 1 + 2 / 3 * normal * spread / mean) ** 1.5)
            case Power.HALF:
                return np.asarray(np.maximum(0, np.sqrt(mean) + normal * spread / (2 * np.sqrt(mean))) ** 2)
            case _:
                return np.asarray(mean + normal * spread)


def quantiles(mean: Array, dispersion: Array, level: float) -> Array:
    """The least count whose cumulative probability reaches ``level``: negative binomial of this mean and variance
    ``dispersion * mean``, Poisson where the dispersion is 1. NaN where the mean is not below ``LARGEST``."""
    from scipy.special import betainc, gammaincc, ndtri

    fine = (mean > 0) & (mean < LARGEST)
    centre = np.where(fine, mean, 1.0)
    over = dispersion > 1
    size = centre / np.where(over, dispersion - 1, 1.0)
    chance = size / (size + centre)

    def reached(count: Array) -> Array:
        told = np.where(over, betainc(size, count + 1, chance), gammaincc(count + 1, centre))
        return np.asarray(told >= level * (1 - 64 * np.finfo(float).eps))

    # A first guess from three moments (Cornish and Fisher), then a bracket that is widened until it holds.
    normal = float(ndtri(level))
    spread = np.where(over, dispersion, 1.0)
    deviation = np.sqrt(spread * centre)
    skewed = np.minimum((2 * spread - 1) / deviation, 4) * (normal**2 - 1) / 6
    guess = np.maximum(np.floor(centre + deviation * (normal + skewed)), 0)
    width = np.ceil(0.02 * deviation)
    low, high = np.maximum(guess - width, 0) - 1, guess + width
    while not (done := (low < 0) | ~reached(np.maximum(low, 0))).all():
        high, low = np.where(done, high, low), np.where(done, low, np.maximum(low - 4 * width, -1))
        width = np.where(done, width, 4 * width)
    while not (done := reached(high)).all():
        low, high = np.where(done, low, high), np.where(done, high, high + 4 * width)
        width = np.where(done, width, 4 * width)
    while np.any(high - low > 1):
        middle = np.floor((low + high) / 2)
        inside = high - low > 1
        yes = reached(np.maximum(middle, 0))
        high, low = np.where(inside & yes, middle, high), np.where(inside & ~yes, middle, low)
    return np.where(fine, high, np.nan)
