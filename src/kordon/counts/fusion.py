"""Fuse overlapping, rounded and contradictory figures into one weekly series.

The log of a border's daily intensity is constant within a week and moves between weeks as a mean-reverting
random walk. The days' counts scatter around the intensity more than chance alone would (people come in groups,
and days differ), and that scatter belongs to the day: every span that holds the day shares it, so two running
totals of the same year tell exactly what lies between them. What a source prints for a span is the sum of its
days, give or take the rounding and a small share for the disagreement of sources. Figures that the rest
contradicts lose weight as under a Student t distribution. A figure of a part of the border is a lower bound.

The posterior is Gaussian around the mode, found by Newton steps with the expected curvature (as in P.
McCullagh, J. A. Nelder, Generalized Linear Models, 2nd ed. 1989, section 9.2, for quasi-likelihoods with
dependent observations, with the random walk as prior), solved in the space of the printed spans, of which there
are fewer than weeks. The t weights follow from K. L. Lange et al., JASA 84 (1989) 881-896. A week's interval is
that of a gamma distribution with the posterior's mean and variance: never below zero, and close to the normal
for large counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from kordon.counts.bounds import Bounds
from kordon.counts.coverage import coverage, speaking
from kordon.counts.observations import Combined, Observation, combine, observations
from kordon.counts.spread import quantiles
from kordon.domain.coded import Figure
from kordon.domain.reading import WeekCount
from kordon.domain.time import Week
from kordon.vocabulary import Vocabulary

Array = npt.NDArray[Any]

AROUND = 26  # weeks on either side of those asked for whose figures are heard too
_LEVELS = (0.025, 0.05, 0.25, 0.75, 0.95, 0.975)


@dataclass(frozen=True, slots=True)
class Noise:
    """The sizes of everything that moves or blurs a series, the same for every border.

    They were chosen by leaving out one span at a time over the figures that ship; ``kordon.counts.holdout``
    repeats the measurement.
    """

    start: float = 2.0  # log of the daily intensity that is expected of a border nobody has spoken of
    level: float = 2.0  # sd of a border's own level around that, in log units
    walk: float = 2.0  # sd of a week's log intensity around the border's level
    memory: float = 12.0  # weeks after which the walk remembers 1/e of where it was
    week: float = 0.4  # sd of a single week around that, forgotten in the next
    groups: float = 15.0  # variance of a day's count over its mean, when small: people come in groups
    days: float = 0.3  # squared coefficient of variation between days, when large
    source: float = 0.015  # sd of a source's disagreement, as a share of the figure
    least: float = 0.1  # variance of any printed figure
    freedom: float = 2.0  # degrees of freedom of sources that contradict


@dataclass(frozen=True)
class Grid:
    """Days cut into pieces at every Monday and at every end of a span: within a piece nothing changes."""

    cuts: Array  # (pieces + 1,) ordinals
    days: Array  # (pieces,)
    week: Array  # (pieces,) position of the piece's week
    weeks: int

    @classmethod
    def over(cls, spans: Iterable[tuple[int, int]], first: int, last: int) -> Grid:
        """The grid of whole weeks that holds ``first..last`` and every span."""
        spans = tuple(spans)
        low = min([first, *(s for s, _ in spans)])
        high = max([last, *(e for _, e in spans)])
        low -= (low - 1) % 7  # ordinal 1 was a Monday
        high += 6 - (high - 1) % 7
        edges = {*range(low, high + 2, 7), *(s for s, _ in spans), *(e + 1 for _, e in spans)}
        cuts = np.array(sorted(edges))
        return cls(cuts, np.diff(cuts).astype(float), (cuts[:-1] - low) // 7, (high + 1 - low) // 7)

    @cached_property
    def mondays(self) -> Array:
        """(weeks,) the first piece of every week."""
        return np.searchsorted(self.week, np.arange(self.weeks))

    def ends(self, spans: Sequence[tuple[int, int]]) -> tuple[Array, Array]:
        """Pieces ``[i, j)`` of every span."""
        starts = np.searchsorted(self.cuts, [s for s, _ in spans])
        return starts, np.searchsorted(self.cuts, [e + 1 for _, e in spans])

    def members(self, starts: Array, stops: Array) -> Array:
        """(spans, pieces) the days that each span has in each piece."""
        pieces = np.arange(len(self.days))
        inside = (pieces >= starts[:, None]) & (pieces < stops[:, None])
        return np.where(inside, self.days, 0.0)

    def by_week(self, values: Array) -> Array:
        """(spans, pieces) -> (spans, weeks)."""
        return np.add.reduceat(values, self.mondays, axis=1)


@dataclass(frozen=True)
class Fit:
    """The posterior of one border, from which the count of any span can be predicted."""

    grid: Grid
    noise: Noise
    prior: Array  # (weeks, weeks)
    log_intensity: Array  # (weeks,)
    starts: Array  # pieces of the observed spans
    stops: Array
    spread: Array  # (weeks, spans) prior times Jacobian
    inverse: Array  # (spans, spans) of the covariance of what is printed
    pull: Array  # (spans,) inverse times residual
    weights: Array  # (spans,) by how much each source's variance grew because it contradicts the rest

    def predict(self, spans: Sequence[tuple[int, int]]) -> tuple[Array, Array]:
        """Mean and variance of the true count of each span; spans must begin and end at cuts of the grid."""
        grid, starts_stops = self.grid, self.grid.ends(spans)
        rate = np.exp(self.log_intensity)[grid.week]
        scatter = _running(grid, self.noise, rate)
        jacobian = grid.by_week(grid.members(*starts_stops) * rate)
        mean = jacobian.sum(1) + jacobian @ (self.noise.start - self.log_intensity)
        own = np.einsum("ij,ji->i", jacobian, self.prior @ jacobian.T)
        own += scatter[starts_stops[1]] - scatter[starts_stops[0]]
        if self.pull.size:
            shared = jacobian @ self.spread + _shared(*starts_stops, self.starts, self.stops, scatter)
            mean = mean + shared @ self.pull
            own = own - np.einsum("ij,ij->i", shared @ self.inverse, shared)
        variance = np.maximum(own, 0.0)
        # A Gaussian can put the mean of a near-zero count below zero, which no count can be.
        return np.maximum(mean, 0.1 * np.sqrt(variance)), variance


def fit(grid: Grid, observed: Sequence[Combined], noise: Noise, start: Array | None = None) -> Fit:
    """Find the posterior of one border by Newton steps; ``start`` is where a similar fit ended."""
    starts, stops = grid.ends([o.span for o in observed])
    members = grid.members(starts, stops)
    value = np.array([o.value for o in observed])
    open_ = np.array([o.variance for o in observed])
    gaps = np.abs(np.subtract.outer(np.arange(grid.weeks), np.arange(grid.weeks)))
    prior = noise.walk**2 * np.exp(-gaps / noise.memory) + noise.level**2 + noise.week**2 * np.eye(grid.weeks)
    x = _begin(grid, observed, noise) if start is None else start
    pace: Array = np.ones(grid.weeks)
    before: Array = np.zeros(grid.weeks)
    weights: Array = np.ones(len(observed))
    bounds = Bounds.of(observed)
    spread: Array = np.zeros((grid.weeks, 0))
    inverse: Array = np.zeros((0, 0))
    pull: Array = np.zeros(0)
    for step_number in range(_MOST_STEPS if len(observed) else 0):
        rate = np.exp(x)[grid.week]
        jacobian = grid.by_week(members * rate)
        mean = jacobian.sum(1)
        plain = printing(noise, np.maximum(mean, value)) + open_
        seen, printed = bounds.put(value, plain * weights)
        spread = prior @ jacobian.T
        total = jacobian @ spread + _shared(starts, stops, starts, stops, _running(grid, noise, rate))
        total[np.diag_indices_from(total)] += printed
        inverse = np.linalg.inv(total)
        pull = inverse @ (seen - mean + jacobian @ (x - noise.start))
        step = noise.start + spread @ pull - x
        expected = (printed * pull) ** 2 + printed - printed**2 * np.diag(inverse)
        heavier = (noise.freedom + expected / plain) / (noise.freedom + 1)
        heavier[bounds.rows] = 1.0
        still = np.abs(step).max() < 0.02 and np.abs(np.log(heavier / weights)).max() < 0.1
        # A week of zeros sends the log down a slope that the next step climbs again; each turn halves the pace.
        pace = np.where(step * before < 0, pace / 2, np.minimum(1.0, pace * 1.5))
        before = step
        if (still and bounds.still) or step_number == _MOST_STEPS - 1:
            break  # x, weights and what was computed from them belong together
        x, weights = x + pace * np.clip(step, -1.5, 1.5), heavier
        bounds = bounds.tightened(seen, printed, pull, np.diag(inverse), plain)
    return Fit(grid, noise, prior, x, starts, stops, spread, inverse, pull, weights)


_MOST_STEPS = 25


def _begin(grid: Grid, observed: Sequence[Combined], noise: Noise) -> Array:
    """(weeks,) the log of the rate that the shortest span over each week tells, joined by straight lines."""
    rate = np.full(grid.weeks, np.nan)
    for one in sorted(observed, key=lambda o: -o.days):
        low, high = grid.ends([one.span])
        rate[grid.week[low[0]] : grid.week[high[0] - 1] + 1] = one.value / one.days
    told = np.flatnonzero(~np.isnan(rate))
    if not told.size:
        return np.full(grid.weeks, noise.start)
    found: Array = np.interp(np.arange(grid.weeks), told, np.log(rate[told] + 0.3))
    return found


def _running(grid: Grid, noise: Noise, rate: Array) -> Array:
    """(pieces + 1,) running sum of the variance of the days' counts around their intensity."""
    return np.concatenate([[0.0], np.cumsum(grid.days * (noise.groups * rate + noise.days * rate**2))])


def _shared(starts: Array, stops: Array, starts2: Array, stops2: Array, running: Array) -> Array:
    """(a, b) the variance of the days that two sets of spans share."""
    low = np.maximum(starts[:, None], starts2[None, :])
    high = np.maximum(np.minimum(stops[:, None], stops2[None, :]), low)
    shared: Array = running[high] - running[low]
    return shared


def printing(noise: Noise, counts: Array) -> Array:
    """By how much (variance) an exact figure scatters around the true count that it tells of."""
    variance: Array = (noise.source * counts) ** 2 + noise.least
    return variance


def fuse(
    figures: Iterable[Figure],
    borders: Sequence[str],
    first: Week,
    last: Week,
    vocabulary: Vocabulary,
    noise: Noise = Noise(),
) -> Mapping[str, tuple[WeekCount, ...]]:
    """The weekly counts of attempts on each border, ``first`` to ``last``, with 50, 90 and 95 % intervals.

    Heard are figures of attempts on exactly one border whose spans touch the weeks asked for or the half year
    on either side, and are no longer than 400 days: a week between such spans is told by them all. A figure of
    a group of borders is not split. The order of ``figures`` does not matter.
    """
    figures = tuple(figures)
    before, after = (first - AROUND).monday, (last + AROUND).sunday
    return {
        b: _series(b, observations(figures, b, before, after, vocabulary), first, last, noise) for b in borders
    }


def _series(
    border: str, heard: Sequence[Observation], first: Week, last: Week, noise: Noise
) -> tuple[WeekCount, ...]:
    weeks = tuple(first.until(last))
    if not weeks:
        return ()
    observed = combine(heard)
    grid = Grid.over([o.span for o in observed], first.monday.toordinal(), last.sunday.toordinal())
    spans = [(w.monday.toordinal(), w.sunday.toordinal()) for w in weeks]
    found = fit(grid, observed, noise)
    mean, variance = found.predict(spans)
    bounds = quantiles(mean, variance, _LEVELS)
    heard = _telling(heard, found)
    return tuple(
        WeekCount(border, week, float(m), b[2], b[3], b[1], b[4], b[0], b[5], cover, ids)
        for week, m, b, cover, ids in zip(
            weeks, mean, bounds.tolist(), coverage(heard, spans), speaking(heard, spans), strict=True
        )
    )


def _telling(heard: Sequence[Observation], found: Fit) -> tuple[Observation, ...]:
    """Without the figures of parts of the border that are less than half of what the whole is expected to have."""
    parts = sorted({o.span for o in heard if o.part})
    expected = dict(zip(parts, found.predict(parts)[0].tolist(), strict=True)) if parts else {}
    return tuple(o for o in heard if not o.part or o.low >= expected[o.span] / 2)


@dataclass(frozen=True, slots=True)
class Disputed:
    """A span whose figures the rest contradicts: ``times`` by how much its variance had to grow."""

    border: str
    figures: tuple[str, ...]
    times: float


def disputed(
    figures: Iterable[Figure],
    border: str,
    first: Week,
    last: Week,
    vocabulary: Vocabulary,
    noise: Noise = Noise(),
    times: float = 4.0,
) -> tuple[Disputed, ...]:
    """The figures that were heard but stand against the others, the strongest contradiction first."""
    heard = observations(figures, border, (first - AROUND).monday, (last + AROUND).sunday, vocabulary)
    observed = combine(heard)
    if not observed:
        return ()
    grid = Grid.over([o.span for o in observed], first.monday.toordinal(), last.sunday.toordinal())
    weights = fit(grid, observed, noise).weights
    found = [Disputed(border, o.figures, float(w)) for o, w in zip(observed, weights, strict=True) if w > times]
    return tuple(sorted(found, key=lambda d: (-d.times, d.figures)))
