"""The posterior of one or several borders, given what is printed of them.

A border's log daily intensity is

    level + walk(week) + wave(time of year) + week's own + weekday's own,

all of them normal, but for the steps of the walk: those have a Student t distribution, so that most weeks move
little and some jump. The walk forgets where it was exponentially, and the wave is a sum of two harmonics. The
days' counts scatter around the intensity more than chance alone would (people come in groups, and days differ),
and that scatter belongs to the day: every span that holds the day shares it, so two running totals of the same
year tell exactly what lies between them. What a source prints for a span is the sum of its days, give or take
the rounding and the source's disagreement, which has a Student t distribution: figures that the rest contradicts
lose weight. A figure of a group of borders is the sum of theirs.

The posterior is Gaussian around the mode, found by Newton steps with the expected curvature (as in P. McCullagh,
J. A. Nelder, Generalized Linear Models, 2nd ed. 1989, section 9.2, for quasi-likelihoods with dependent
observations, with the walk as prior). Every step solves the sparse system of :mod:`kordon.counts.system`. The t
weights follow from K. L. Lange et al., JASA 84 (1989) 881-896, with the posterior variance in the expectation.
The evidence of the sizes is Laplace's approximation (C. E. Rasmussen, C. K. I. Williams, Gaussian Processes for
Machine Learning, 2006, section 3.4.4) with the same curvature.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from kordon.counts.bounds import Bounds
from kordon.counts.grid import Grid
from kordon.counts.noise import Noise
from kordon.counts.observations import Combined
from kordon.counts.sparse import Factored, Plan, factored, order_of, selected_inverse
from kordon.counts.system import System, system_of

Array = npt.NDArray[Any]
Key = tuple[tuple[str, ...], int, int, bool]

MOST_STEPS = 60
_NEAR = 0.5  # how still the logs have to be before weights are worth their price
_LOG_2PI = float(np.log(2 * np.pi))


@dataclass(frozen=True)
class Start:
    """Where a search begins: the logs of weeks and weekdays by border, and the weights of figures and of steps."""

    logs: Mapping[str, tuple[int, Array, Array]]  # the ordinal of the first Monday, then (weeks,) and (7,)
    weights: Mapping[Key, float]
    jumps: Mapping[str, Array]  # (weeks - 1,)

    @classmethod
    def joined(cls, starts: Sequence[Start]) -> Start:
        """One start for all borders of several fits."""
        return cls(
            {b: v for s in starts for b, v in s.logs.items()},
            {k: w for s in starts for k, w in s.weights.items()},
            {b: j for s in starts for b, j in s.jumps.items()},
        )


@dataclass(frozen=True)
class Fit:
    """The posterior of borders that are fitted together, from which the count of any span can be predicted."""

    grid: Grid
    noise: Noise
    system: System
    mode: Array  # (unknowns,)
    matrix: Factored  # the precision around the mode
    lines: Any  # (lines, unknowns) all lines of the system: prior, scatter, printed
    right: Array  # (lines,)
    variance: Array  # (lines,) weights included
    printed: Array  # (observed,) variance of what is printed around the true count, weights included
    seen: Array  # (observed,) what is printed, and for bounds the observation in their stead
    plain: Array  # (observed,) the same without weights
    variances: Array  # (observed,) posterior variance of the true count of every observed span
    weights: Array  # (observed,) by how much each source's variance grew because it contradicts the rest
    jumps: Array  # (steps,) by how much the variance of each step of the walks grew
    steps: int
    evidence: float  # log marginal likelihood by Laplace's approximation

    @property
    def borders(self) -> tuple[str, ...]:
        return self.system.borders

    @property
    def observed(self) -> tuple[Combined, ...]:
        return self.system.observed

    @cached_property
    def means(self) -> Array:
        """(observed,) the posterior mean of the true count of every observed span."""
        found: Array = self.system.printed @ self.mode
        return found

    def predict(self, border: str, spans: Sequence[tuple[int, int]]) -> tuple[Array, Array]:
        """Mean and variance of the true count of each span (first and last ordinal) of a border.

        Spans are weeks, those of figures that were heard, and those named as ``asked``; ``ValueError`` for others.
        """
        asked = self.system.counts([((border,), s) for s in spans])
        reach = self.matrix.solve(asked.T.toarray())
        return floored(asked @ self.mode, np.asarray(asked.multiply(reach.T).sum(1)).ravel())

    def draws(self, border: str, spans: Sequence[tuple[int, int]], count: int, seed: int) -> Array:
        """(count, spans) joint Gaussian draws of the counts of spans of a border, which may be below zero.

        Each line of the system is shaken by its own noise and the system solved again, which gives draws with the
        posterior's covariance (G. Papandreou, A. L. Yuille, NIPS 2010).
        """
        dice = np.random.default_rng(seed)
        asked = self.system.counts([((border,), s) for s in spans])
        shake = dice.standard_normal((len(self.right), count)) / np.sqrt(self.variance)[:, None]
        moved = self.matrix.solve(self.lines.T @ shake)
        found: Array = (asked @ (self.mode[:, None] + moved)).T
        return found

    def pulls(self, border: str, span: tuple[int, int]) -> Array:
        """(observed,) by how many attempts each observed span moves the mean of a span, against leaving it out.

        Exact for the Gaussian around the mode, with all weights as they are.
        """
        asked = self.system.counts([((border,), span)])
        with_ = self.system.printed @ self.matrix.solve(asked.toarray().ravel())
        left = np.maximum(self.printed - self.variances, 1e-9 * self.printed)
        found: Array = with_ * (self.seen - self.means) / left
        return found

    @property
    def start(self) -> Start:
        """Where a search with other figures may begin."""
        logs = {b: (self.grid.low, self.mode[u.log], self.mode[u.weekday]) for b, u in self._each()}
        ends = np.cumsum([0, *(u.weeks - 1 for _, u in self._each())])
        jumps = {b: self.jumps[ends[i] : ends[i + 1]] for i, b in enumerate(self.borders)}
        return Start(logs, dict(zip(map(key, self.observed), self.weights, strict=True)), jumps)

    def _each(self) -> list[tuple[str, Any]]:
        return list(zip(self.borders, self.system.unknowns, strict=True))


def key(one: Combined) -> Key:
    return (one.borders, one.start, one.end, one.part)


def floored(mean: Array, variance: Array) -> tuple[Array, Array]:
    """A Gaussian can put the mean of a near-zero count below zero, which no count can be."""
    variance = np.maximum(variance, 0.0)
    return np.maximum(mean, 0.1 * np.sqrt(variance)), variance


def printing(noise: Noise, counts: Array, factor: Array | float = 1.0) -> Array:
    """By how much (variance) an exact figure scatters around the true count that it tells of."""
    variance: Array = factor * (noise.source * counts) ** 2 + noise.least
    return variance


def fit(
    grid: Grid,
    observed: Sequence[Combined],
    borders: Sequence[str],
    noise: Noise,
    start: Start | None = None,
    asked: Sequence[tuple[int, int]] = (),
    precise: float = 0.02,
) -> Fit:
    """Find the posterior by Newton steps; ``start`` is where a similar fit ended, ``asked`` spans to be predicted.

    The steps end where no log that matters moves by ``precise`` and no weight by ten times that.
    """
    system = system_of(grid, observed, borders, noise, asked)
    prior, prior_right, prior_variance = system.prior
    value = np.array([o.value for o in observed], dtype=float)
    open_ = np.array([o.variance for o in observed], dtype=float)
    factor = np.array([noise.factor(o.sources) for o in observed], dtype=float)
    z, weights, jumps = _begin(system, grid, start)
    moving = np.concatenate([np.concatenate([u.log, u.weekday]) for u in system.unknowns])
    pace, before = np.ones(len(moving)), np.zeros(len(moving))
    bounds = Bounds.of(observed)
    order: Array | None = None
    plan: Plan | None = None
    number = 0
    while True:
        number += 1
        scatter, scatter_right, scatter_variance = system.scatter(z)
        plain = printing(noise, np.maximum(_expected(system, z), value), factor) + open_
        seen, printed = bounds.put(value, plain * weights)
        prior_now = prior_variance.copy()
        prior_now[: system.steps] *= jumps
        lines, right, variance = _stacked(
            (prior, prior_right, prior_now),
            (scatter, scatter_right, scatter_variance),
            (system.printed, seen, printed),
        )
        scaled = lines.multiply(1 / variance[:, None]).tocsr()
        precision = (lines.T @ scaled).tocsc()
        order = order_of(precision) if order is None else order
        matrix = factored(precision, order)
        mode = matrix.solve(scaled.T @ right)
        step = (mode - z)[moving]
        furthest = float((np.abs(step) * _matters(system, z)).max())
        last = number == MOST_STEPS
        if furthest < _NEAR or last or number % 5 == 0:
            inverse, plan = selected_inverse(matrix, plan)
            variances = along(inverse, system.printed)
            means = system.printed @ mode
            expected = (seen - means) ** 2 + variances
            heavier = (noise.freedom + expected / plain) / (noise.freedom + 1)
            heavier[bounds.rows] = 1.0
            moves = (prior[: system.steps] @ mode) ** 2 + along(inverse, prior[: system.steps])
            jumped = (noise.jumps + moves / prior_variance[: system.steps]) / (noise.jumps + 1)
            changed = max(_apart(heavier, weights), _apart(jumped, jumps))
            if (furthest < precise and changed < 10 * precise and bounds.still) or last:
                break  # the mode, the weights and what was computed from them belong together
            weights, jumps = heavier, jumped
            bounds = bounds.tightened(seen, printed, means, variances, plain)
        # A week of zeros sends the log down a slope that the next step climbs again; a turn halves the pace.
        pace = np.where(step * before < 0, pace / 2, np.minimum(1.0, pace * 1.5))
        before = step
        z = z.copy()
        z[moving] += pace * np.clip(step, -1.5, 1.5)
    evidence = _evidence(lines @ mode - right, variance, matrix, bounds, len(observed))
    evidence += _belief(weights, noise.freedom) + _belief(jumps, noise.jumps)
    return Fit(
        grid,
        noise,
        system,
        mode,
        matrix,
        lines,
        right,
        variance,
        printed,
        seen,
        plain,
        variances,
        weights,
        jumps,
        number,
        evidence,
    )


def _matters(system: System, z: Array) -> Array:
    """(moving,) how much it matters that a log moves: less where less than a person a week is expected."""
    weeks = [np.minimum(1.0, 7 * np.exp(np.clip(z[u.log], -12.0, 0.0))) for u in system.unknowns]
    found: Array = np.concatenate([np.concatenate([w, np.ones(7)]) for w in weeks])
    return found


def _stacked(*parts: tuple[Any, Array, Array]) -> tuple[Any, Array, Array]:
    from scipy.sparse import vstack  # type: ignore[import-untyped]

    lines, right, variance = zip(*parts, strict=True)
    return vstack(lines, format="csr"), np.concatenate(right), np.concatenate(variance)


def along(inverse: Any, lines: Any) -> Array:
    """(lines,) the variance along each line, whose unknowns' covariances all have to be in ``inverse``."""
    if not lines.shape[0]:
        return np.zeros(0)
    found: Array = np.maximum(np.asarray((lines @ inverse).multiply(lines).sum(1)).ravel(), 0.0)
    return found


def _apart(one: Array, other: Array) -> float:
    return float(np.abs(np.log(one / other)).max()) if one.size else 0.0


def _expected(system: System, z: Array) -> Array:
    """(observed,) the count of each observed span that the intensities lead one to expect."""
    running = np.zeros(system.size)
    for u, rate in zip(system.unknowns, system.rates(z), strict=True):
        running[u.running[1:]] = np.cumsum(u.pieces.sums(rate))
    found: Array = system.printed @ running
    return found


def _evidence(residual: Array, variance: Array, matrix: Factored, bounds: Bounds, observed: int) -> float:
    """log of the probability of what is printed, everything else integrated out around the mode.

    Every line is a normal density; those of the prior and of the scatter are the conditional densities of one
    unknown each. The observations that stand for bounds are left out, but for their effect on the mode.
    """
    kept = np.ones(len(residual), dtype=bool)
    kept[len(residual) - observed + bounds.rows] = False
    density = -0.5 * (residual**2 / variance + np.log(variance) + _LOG_2PI)
    return float(density[kept].sum() + 0.5 * matrix.size * _LOG_2PI - 0.5 * matrix.log_determinant)


def _belief(weights: Array, freedom: float) -> float:
    """log of the gamma density of the precisions in a t distribution, relative to that at its mode."""
    precision = 1 / weights
    return float((freedom / 2 * (np.log(precision) - precision + 1)).sum())


def _begin(system: System, grid: Grid, start: Start | None) -> tuple[Array, Array, Array]:
    """The unknowns, the weights of figures and those of steps to begin with."""
    z, jumps = np.zeros(system.size), []
    weeks = np.arange(grid.weeks)
    for border, u in zip(system.borders, system.unknowns, strict=True):
        if start is None or border not in start.logs:
            z[u.log] = _told(system, grid, border)
            jumps.append(np.ones(grid.weeks - 1))
            continue
        low, log, z[u.weekday] = start.logs[border]
        shift = (grid.low - low) // 7
        z[u.log] = log[np.clip(weeks + shift, 0, len(log) - 1)]
        at = weeks[:-1] + shift
        known = (at >= 0) & (at < len(log) - 1)
        jumps.append(np.where(known, start.jumps[border][np.clip(at, 0, len(log) - 2)], 1.0))
    weights = np.ones(len(system.observed))
    if start is not None:
        weights = np.array([start.weights.get(key(o), 1.0) for o in system.observed])
    return z, weights, np.concatenate(jumps)


def _told(system: System, grid: Grid, border: str) -> Array:
    """(weeks,) the log of the rate that the shortest span over each week tells, joined by straight lines."""
    rate = np.full(grid.weeks, np.nan)
    for one in sorted((o for o in system.observed if o.borders == (border,)), key=lambda o: -o.days):
        rate[(one.start - grid.low) // 7 : (one.end - grid.low) // 7 + 1] = one.value / one.days
    told = np.flatnonzero(~np.isnan(rate))
    if not told.size:
        return np.full(grid.weeks, system.noise.start)
    found: Array = np.interp(np.arange(grid.weeks), told, np.log(rate[told] + 0.3))
    return found
