"""The counts of a regime: negative binomial with one mean, and a dispersion that all regimes share.

Within a regime the counts of the weeks are independent, with the mean m and the variance m + m²/r. With r known
and p = r / (r + m) ~ Beta(a, 1/2) the marginal probability of a regime's weeks is closed: with n weeks of sum s it
is

    prod C(y + r - 1, y) x B(n r + a, s + 1/2) / B(a, 1/2)

(beta negative binomial: N. L. Johnson, A. W. Kemp, S. Kotz, Univariate Discrete Distributions, 3rd ed. 2005,
chapter 6). With a = 1/2 + r / (2 c) and r large, this is a Poisson mean with the prior Gamma of shape 1/2 and mean
c; with r small the tails are so heavy that any level is reached. r and c, which all regimes of a series share, are
averaged over a grid: what is usual of a series is learnt from it, and from no week that is still to come.

A week whose count was estimated counts for less than one: its likelihood is raised to the power v / (v + u), where
v is the variance of an exact count around its regime's mean and u that of the estimate (power priors: J. G.
Ibrahim, M.-H. Chen, Statistical Science 15 (2000) 46-60). An exact count has the power 1, a wide one nearly 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from kordon.domain.reading import Reading, Unknown, WeekCount
from kordon.domain.time import Week

Array = npt.NDArray[Any]
_Z90 = 1.6449
COVERED = 0.5  # share of a week's days


@dataclass(frozen=True, slots=True)
class Settings:
    """``between``: weeks that a regime lasts on average, before anything is seen. ``within``: a change in so many
    last weeks is called recent. ``around``: weeks on either side of a change that are the same change. ``least``:
    known weeks below which nothing is said. ``dispersions``: the grid of r, from very uneven weeks to nearly
    Poisson. ``scales``: the grid of c, in counts a week. ``told``: the probability from which a change is named.
    """

    between: float = 52.0
    within: int = 4
    around: int = 2
    least: int = 8
    dispersions: tuple[float, ...] = (0.5, 1.5, 4.0, 12.0, 60.0, 1000.0)
    scales: tuple[float, ...] = (1.0, 20.0, 400.0)
    told: float = 0.5


@dataclass(frozen=True, slots=True)
class Weekly:
    """A series of consecutive weeks from ``first``: the count of each (``None``: not known) and the variance of
    its estimate, zero where it was counted."""

    first: Week
    counts: tuple[float | None, ...]
    variances: tuple[float, ...] = ()

    def week(self, place: int) -> Week:
        return self.first + place

    @property
    def known(self) -> int:
        return sum(c is not None for c in self.counts)


def of_counts(series: Sequence[WeekCount], covered: float = COVERED) -> Weekly | Unknown:
    """A fused series, in any order; a week that was not covered is not known, whatever its interval says.

    The variance is that of a normal distribution with the width of the 90 % interval.
    """
    values = {
        c.week: (c.mean, (max(0.0, c.high90 - c.low90) / (2 * _Z90)) ** 2)
        for c in series
        if c.coverage.enough(covered)
    }
    return _weekly(values)


def of_readings(readings: Sequence[Reading], covered: float = COVERED) -> Weekly | Unknown:
    """The readings of one indicator and border, in any order: a value of a covered week is known, no other."""
    values: dict[Week, tuple[float, float]] = {}
    for reading in readings:
        if isinstance(reading.value, Unknown) or not reading.coverage.enough(covered):
            continue
        width = 0.0 if reading.low is None or reading.high is None else reading.high - reading.low
        values[reading.week] = (float(reading.value), (max(0.0, width) / (2 * _Z90)) ** 2)
    return _weekly(values)


def _weekly(values: dict[Week, tuple[float, float]]) -> Weekly | Unknown:
    if not values:
        return Unknown("not-enough-data")
    weeks = list(min(values).until(max(values)))
    told = [values.get(w) for w in weeks]
    return Weekly(
        weeks[0],
        tuple(None if t is None else max(0.0, t[0]) for t in told),
        tuple(0.0 if t is None else t[1] for t in told),
    )


@dataclass(frozen=True)
class Sums:
    """What the marginal probability of any run of weeks is made of, for each of the d pairs of a dispersion and a
    scale: running sums from the start."""

    dispersions: Array  # (d,) r of each pair
    ones: Array  # (d,) a of each pair
    weights: Array  # (d, t + 1) the powers
    counts: Array  # (d, t + 1) power times count
    constants: Array  # (d, t + 1) power times log C(y + r - 1, y)

    @property
    def weeks(self) -> int:
        return int(self.weights.shape[1]) - 1

    @property
    def exact(self) -> bool:
        """Whether every known week was counted, so that the powers are whole."""
        return bool((self.weights == np.round(self.weights)).all())

    @classmethod
    def of(cls, weekly: Weekly, settings: Settings) -> Sums:
        from scipy.special import gammaln  # type: ignore[import-untyped]

        r = np.repeat(settings.dispersions, len(settings.scales))[:, None]
        ones = 0.5 + r[:, 0] / (2 * np.tile(settings.scales, len(settings.dispersions)))
        known = np.array([c is not None for c in weekly.counts])
        y = np.array([0.0 if c is None else c for c in weekly.counts])[None, :]
        open_ = np.array(weekly.variances or (0.0,) * len(known))[None, :]
        exact = np.maximum(y, 1.0) + np.maximum(y, 1.0) ** 2 / r
        power = np.where(known, exact / (exact + open_), 0.0)
        constant = power * (gammaln(y + r) - gammaln(r) - gammaln(y + 1))
        return cls(r[:, 0], ones, _running(power), _running(power * y), _running(constant))

    def log_marginals(self, starts: Array, ends: Array) -> Array:
        """(d, k) the log of the marginal probability of the weeks ``starts[k]`` to ``ends[k]``, both inclusive."""
        from scipy.special import gammaln

        n = self.weights[:, ends + 1] - self.weights[:, starts]
        s = self.counts[:, ends + 1] - self.counts[:, starts]
        constant = self.constants[:, ends + 1] - self.constants[:, starts]
        ones, zeros = n * self.dispersions[:, None] + self.ones[:, None], np.maximum(s, 0.0) + 0.5
        # Log gammas take a fifth of the time of betaln, and lose nothing that matters at counts of this size; of a
        # series of exact counts most of them are the same.
        if self.exact:
            table = gammaln(np.arange(self.weeks + 1) * self.dispersions[:, None] + self.ones[:, None])
            own = table[:, n[0].astype(int)] + gammaln(zeros[0])
        else:
            own = gammaln(ones) + gammaln(zeros)
        before = gammaln(self.ones) + gammaln(0.5) - gammaln(self.ones + 0.5)
        found: Array = constant + own - gammaln(ones + zeros) - before[:, None]
        return found

    def among(self, kept: Array) -> Sums:
        """The same with some of the pairs."""
        return Sums(
            self.dispersions[kept], self.ones[kept], self.weights[kept], self.counts[kept], self.constants[kept]
        )

    def level(self, start: int, end: int, weights: Array, levels: Sequence[float]) -> tuple[float, Array]:
        """Median and quantiles of the mean of a regime from ``start`` to ``end``, averaged over the pairs with
        ``weights`` (d,)."""
        from scipy.special import betaincinv

        n = (self.weights[:, end + 1] - self.weights[:, start]) * self.dispersions + self.ones
        s = np.maximum(self.counts[:, end + 1] - self.counts[:, start], 0.0) + 0.5
        points = (np.arange(_POINTS) + 0.5) / _POINTS
        share = np.clip(betaincinv(s[:, None], n[:, None], points[None, :]), 0.0, 1 - 1e-15)  # 1 - p
        means = self.dispersions[:, None] * share / (1 - share)
        order = np.argsort(means, axis=None)
        values = means.ravel()[order]
        cumulated = np.cumsum(np.repeat(weights, _POINTS)[order]) / (_POINTS * weights.sum())
        at = np.interp([0.5, *levels], cumulated, values)
        return float(at[0]), at[1:]


_POINTS = 100


def _running(values: Array) -> Array:
    zero = np.zeros((values.shape[0], 1))
    found: Array = np.concatenate([zero, np.cumsum(values, axis=1)], axis=1)
    return found
