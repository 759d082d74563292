"""Quasi-Poisson regressions of many series at once: log link, one level of a season factor a week, and a trend.

The series share their weeks, levels and trend, so that each step of iteratively reweighted least squares (P.
McCullagh and J. A. Nelder, Generalized Linear Models, 2nd ed. 1989, section 2.5) is a few sums for all of them.
Because a week lies in one level, the normal equations are diagonal but for the trend, which is eliminated by
hand. Without a trend the fitted values are the same all over a level, and a step costs one number a level.

Steps start at counts + 0.1 and stop by the relative change of the deviance as R's ``glm`` does (``EPSILON``,
``STEPS``), so that a level without any event, whose coefficient would sink for ever, stops where R's does. As
there, the information is that of the last step's weights, which are those of the means before it.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
EPSILON = 1e-8
STEPS = 25
START = 0.1


@dataclass(frozen=True, slots=True)
class Weeks:
    """What the regressions share. ``time`` (n,): the trend's covariate. ``ones`` (n, levels): 1 in the column of
    a week's level; ``parts`` (n, 3 levels): that, x time and x time squared."""

    time: Array
    ones: Array
    parts: Array

    @classmethod
    def of(cls, level: Array, levels: int, time: Array) -> Weeks:
        ones = (level[:, None] == np.arange(levels)).astype(float)
        return cls(time, ones, np.hstack([ones, ones * time[:, None], ones * time[:, None] ** 2]))

    @property
    def levels(self) -> int:
        return int(self.ones.shape[1])

    def everywhere(self, values: Array) -> Array:
        """(series, levels) -> (series, n): the value of each week's level."""
        return np.asarray(values @ self.ones.T)


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts and what the steps need of them, each (series, n), 0 where ``held`` is 0: counts + 0.1, that x its
    log - 0.1, counts x log(counts), that - counts x log(counts + 0.1), and counts ** (2/3)."""

    counts: Array
    held: Array
    start: Array
    pull: Array
    own: Array
    off: Array
    powers: Array

    @classmethod
    def of(cls, values: Array) -> Counts:
        """From counts that are NaN where they are not held."""
        held = (~np.isnan(values)).astype(float)
        counts = np.where(held > 0, values, 0.0)
        start = counts + START
        logs = np.log(start)
        own = counts * np.log(np.where(counts > 0, counts, 1.0))
        pull = (start * logs - START) * held
        return cls(counts, held, start * held, pull, own, own - counts * logs, np.cbrt(counts) ** 2)

    def at(self, places: Array) -> Counts:
        """The entries at places of the flattened tables."""
        return Counts(*(getattr(self, f.name).ravel().take(places) for f in fields(self)))

    def of_rows(self, rows: Array) -> Counts:
        return Counts(*(getattr(self, f.name)[rows] for f in fields(self)))


@dataclass(frozen=True, slots=True)
class Sample:
    """The reference weeks of some series; ``weights`` (series, n) are prior weights, 0 where a week is not held,
    or ``None`` where every week that is held weighs 1."""

    weeks: Weeks
    told: Counts
    weights: Array | None = None

    def weighing(self, values: Array) -> Array:
        """``values``, which are 0 where a week is not held, times the prior weights."""
        return values if self.weights is None else self.weights * values

    def prior(self) -> Array:
        return self.told.held if self.weights is None else self.weights

    def of_rows(self, rows: Array) -> Sample:
        """The same weeks of some of the series."""
        if len(rows) == len(self.told.counts):
            return self
        weights = None if self.weights is None else self.weights[rows]
        return replace(self, told=self.told.of_rows(rows), weights=weights)


@dataclass(frozen=True, slots=True)
class Fit:
    """One regression a series.

    ``base`` (series, levels): the level's log mean at time 0; ``slope`` (series,), 0 without trend. ``working``
    (series, n): weight x mean of the last step. ``mass``, ``moment`` (series, levels) and ``spread`` (series,)
    are the information: the sums of ``working``, of that x time, and what of the trend's is left when the levels
    are eliminated. ``eta`` and ``means`` (series, n) are what is fitted. ``dispersion`` (series,) is Pearson's,
    not bounded below. ``fine`` is False where the steps did not settle.
    """

    base: Array
    slope: Array
    mass: Array
    moment: Array
    spread: Array
    dispersion: Array
    degrees: Array
    fine: Array
    eta: Array
    means: Array
    working: Array

    def predicted(self) -> tuple[Array, Array]:
        """Log mean of level 0 at time 0, and its variance at dispersion 1."""
        centre = self.moment[:, 0] / self.mass[:, 0]
        lever = np.where(self.spread > 0, centre**2 / _safe(self.spread), 0.0)
        return self.base[:, 0], 1 / self.mass[:, 0] + lever

    def leverages(self, weeks: Weeks) -> Array:
        """The diagonal of the hat matrix, (series, n)."""
        mass = _safe(self.mass)
        levers = weeks.everywhere(1 / mass)
        if self.spread.any():
            away = weeks.time - weeks.everywhere(self.moment / mass)
            away *= away
            away /= _safe(self.spread)[:, None]
            levers += away
        levers *= self.working
        return levers


def fit(sample: Sample, trend: bool) -> Fit:
    """Fit every series."""
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        return _with_trend(sample) if trend else _without(sample)


def _before(sample: Sample) -> Array:
    """Half the deviance of the starting values."""
    return np.asarray(sample.weighing(sample.told.off).sum(1) + START * sample.prior().sum(1))


def _settled(deviance: Array, before: Array) -> Array:
    """Of halves of deviances."""
    return np.asarray(np.abs(deviance - before) < EPSILON * (np.abs(deviance) + 0.05))


def _without(sample: Sample) -> Fit:
    weeks, told = sample.weeks, sample.told
    total, events = sample.prior() @ weeks.ones, sample.weighing(told.counts) @ weeks.ones
    there = total > 0
    own, before = sample.weighing(told.own).sum(1), _before(sample)
    mass = sample.weighing(told.start) @ weeks.ones
    base = np.where(there, (sample.weighing(told.pull) @ weeks.ones) / _safe(mass), 0.0)
    older = np.full_like(base, np.nan)
    moving = np.ones(len(base), dtype=bool)
    for step in range(STEPS):
        mean = total * np.exp(base)
        deviance = own - (events * base).sum(1) - events.sum(1) + mean.sum(1)
        moving &= ~_settled(deviance, before)
        before = deviance
        if not moving.any() or step == STEPS - 1:
            break
        on = moving[:, None]
        mass, older = np.where(on, mean, mass), np.where(on, base, older)
        base = np.where(on & there, base + events / _safe(mean) - 1, base)
    nothing = np.zeros(len(base))
    degrees = (told.held.sum(1) - there.sum(1)).astype(float)
    fine = ~moving & np.isfinite(base).all(1)
    eta, last = weeks.everywhere(base), weeks.everywhere(older)
    return _fit(sample, base, nothing, (mass, np.zeros_like(mass), nothing), degrees, fine, eta, last)


def _with_trend(sample: Sample) -> Fit:
    weeks, told = sample.weeks, sample.told
    time, levels = weeks.time, weeks.levels
    counts = sample.weighing(told.counts)
    events, timed = counts @ weeks.ones, counts @ time
    there = (sample.prior() @ weeks.ones) > 0
    total, own, before = events.sum(1), sample.weighing(told.own).sum(1), _before(sample)
    sums = sample.weighing(told.start) @ weeks.parts
    pulled = sample.weighing(told.pull)
    now = _solve(sums, pulled @ weeks.ones, pulled @ time, there)
    older = np.full_like(now, np.nan)
    size = len(now)
    result = np.zeros((size, 5 * levels + 2))  # base, slope, the base and slope before, sums
    moving, fine = np.arange(size), np.zeros(size, dtype=bool)
    weights = None if sample.weights is None and told.held.all() else sample.prior()
    scratch = np.empty((size, len(time)))
    for step in range(STEPS):
        lines = np.multiply(now[:, levels:], time, out=scratch[: len(now)])
        np.exp(lines, out=lines)
        if weights is not None:
            lines *= weights
        fresh = lines @ weeks.parts
        fresh *= np.tile(np.exp(now[:, :levels]), 3)
        mass = fresh[:, :levels]
        deviance = own - (events * now[:, :levels]).sum(1) - now[:, levels] * timed + mass.sum(1) - total
        done = _settled(deviance, before)
        stop = done | ~np.isfinite(deviance) | (step == STEPS - 1)
        if stop.any():
            at, go = moving[stop], ~stop
            fine[at] = done[stop]
            result[at] = np.hstack([now[stop], older[stop], sums[stop]])
            if not go.any():
                break
            moving, now, fresh, deviance = moving[go], now[go], fresh[go], deviance[go]
            events, timed, total, own, there = events[go], timed[go], total[go], own[go], there[go]
            weights = None if weights is None else weights[go]
            mass = fresh[:, :levels]
        gap = timed - fresh[:, levels : 2 * levels].sum(1)
        older, sums, before = now, fresh, deviance
        now = now + _solve(sums, events - mass, gap, there)
    base, slope, base_before, slope_before, sums = np.split(result, np.cumsum([levels, 1, levels, 1]), axis=1)
    held = (sample.prior() @ weeks.ones) > 0
    spread = _spread(sums, held)
    degrees = (told.held.sum(1) - held.sum(1) - 1).astype(float)
    fine &= np.isfinite(base).all(1) & (spread > 0)
    eta = weeks.everywhere(base) + slope * time
    last = weeks.everywhere(base_before) + slope_before * time
    information = (sums[:, :levels], sums[:, levels : 2 * levels], spread)
    return _fit(sample, base, slope[:, 0], information, degrees, fine, eta, last)


def _fit(
    sample: Sample,
    base: Array,
    slope: Array,
    information: tuple[Array, Array, Array],
    degrees: Array,
    fine: Array,
    eta: Array,
    last: Array,
) -> Fit:
    """``last`` are the fitted log means before the last step, NaN where that was the first one; overwritten."""
    first = np.flatnonzero(np.isnan(last[:, 0]))
    working = np.exp(last, out=last)
    working *= sample.prior()
    if len(first):
        working[first] = sample.weighing(sample.told.start)[first]
    means = np.exp(eta)
    residual = sample.told.counts / means
    residual -= 1
    residual *= residual
    dispersion = np.einsum("ij,ij->i", residual, working) / _safe(degrees)
    return Fit(base, slope, *information, dispersion, degrees, fine, eta, means, working)


def _spread(sums: Array, there: Array) -> Array:
    mass, moment, square = np.split(sums, 3, axis=1)
    return np.asarray(square.sum(1) - np.where(there, moment**2 / _safe(mass), 0.0).sum(1))


def _solve(sums: Array, by_level: Array, by_time: Array, there: Array) -> Array:
    """(series, levels + 1): solve the normal equations, diagonal in the levels and bordered by the trend."""
    levels = by_level.shape[1]
    mass, moment, square = sums[:, :levels], sums[:, levels : 2 * levels], sums[:, 2 * levels :]
    ratio = np.where(there, 1 / _safe(mass), 0.0)
    pull = moment * ratio
    slope = (by_time - (pull * by_level).sum(1)) / (square.sum(1) - (pull * moment).sum(1))
    solved = np.empty((len(sums), levels + 1))
    np.multiply(by_level - moment * slope[:, None], ratio, out=solved[:, :levels])
    solved[:, levels] = slope
    return solved


def _safe(values: Array) -> Array:
    return np.where(values > 0, values, 1.0)
