"""Fuse overlapping, rounded and contradictory figures into one weekly series a border.

The model is that of :mod:`kordon.counts.model`. A week's interval is that of the distribution of
:mod:`kordon.counts.spread` with the posterior's mean and variance: never below zero, with room for nobody at all,
and close to the normal for large counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt

from kordon.counts.coverage import NOTHING_READ, Read, coverage, speaking
from kordon.counts.grid import Grid
from kordon.counts.model import Fit, Start, fit
from kordon.counts.noise import Noise, load_noise
from kordon.counts.observations import Combined, Observation, combine, observations
from kordon.counts.spread import at_scores, quantiles
from kordon.domain.coded import Figure
from kordon.domain.reading import WeekCount
from kordon.domain.time import Week
from kordon.vocabulary import Vocabulary

Array = npt.NDArray[Any]

AROUND = 26  # weeks on either side of those asked for whose figures are heard too
_LEVELS = (0.025, 0.05, 0.25, 0.75, 0.95, 0.975)
_NOBODY: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Pull:
    """By how many attempts the figures of one span move the mean of a week, against leaving them out.

    ``doubt`` is by how much the variance of what they print had to grow because the rest contradicts them: about 1
    for figures that fit.
    """

    figures: tuple[str, ...]
    attempts: float
    doubt: float


@dataclass(frozen=True)
class Posterior:
    """What the figures say of the borders: the fits, and how to begin the next one when figures are added."""

    first: Week
    last: Week
    heard: tuple[Observation, ...]
    fits: tuple[Fit, ...]

    def of(self, border: str) -> Fit:
        """The fit that a border belongs to."""
        return next(f for f in self.fits if border in f.borders)

    @property
    def start(self) -> Start:
        """Where a search with other figures may begin."""
        return Start.joined([f.start for f in self.fits])

    def fitted(
        self, borders: tuple[str, ...], observed: tuple[Combined, ...], grid: Grid, noise: Noise
    ) -> Fit | None:
        """The fit of these very figures, where there is one: borders without news need none."""
        wanted = (borders, observed, grid, noise)
        return next((f for f in self.fits if (f.borders, f.observed, f.grid, f.noise) == wanted), None)

    @property
    def weeks(self) -> tuple[Week, ...]:
        return tuple(self.first.until(self.last))

    def series(self, border: str, read: Read = NOTHING_READ) -> tuple[WeekCount, ...]:
        """The weekly counts of a border, ``first`` to ``last``; ``read`` are the days that reports speak for."""
        if not self.weeks:
            return ()
        spans = _days(self.weeks)
        found = self.of(border)
        mean, variance = found.predict(border, spans)
        bounds = quantiles(mean, variance, found.noise.groups, _LEVELS)
        heard = _telling([o for o in self.heard if o.borders == (border,)], found, border)
        rows = zip(
            self.weeks,
            mean.tolist(),
            bounds.tolist(),
            coverage(heard, spans, read),
            speaking(heard, spans),
            strict=True,
        )
        return tuple(
            WeekCount(border, week, m, b[2], b[3], b[1], b[4], b[0], b[5], cover, ids)
            for week, m, b, cover, ids in rows
        )

    def draws(self, border: str, count: int = 1000, seed: int = 1) -> Array:
        """(count, weeks) joint draws of the weekly counts of a border, the same for the same seed.

        How the weeks hang together is drawn from the Gaussian posterior, and each week's counts have the
        distribution of its intervals.
        """
        if not self.weeks:
            return np.zeros((count, 0))
        spans, found = _days(self.weeks), self.of(border)
        mean, variance = found.predict(border, spans)
        drawn = found.draws(border, spans, count, seed)
        centre = found.system.counts([((border,), s) for s in spans]) @ found.mode
        scores = (drawn - centre) / np.sqrt(np.maximum(variance, 1e-12))
        return at_scores(scores, mean, variance, found.noise.groups)

    def pulls(self, border: str, week: Week) -> tuple[Pull, ...]:
        """Which printed figures pull a week of a border where, the strongest first."""
        found = self.of(border)
        moves = found.pulls(border, _days([week])[0]).tolist()
        rows = zip(found.observed, moves, found.weights.tolist(), strict=True)
        return tuple(
            sorted((Pull(o.figures, m, w) for o, m, w in rows), key=lambda p: (-abs(p.attempts), p.figures))
        )


def _days(weeks: Iterable[Week]) -> list[tuple[int, int]]:
    return [(w.monday.toordinal(), w.sunday.toordinal()) for w in weeks]


def posterior(
    figures: Iterable[Figure],
    borders: Sequence[str],
    first: Week,
    last: Week,
    vocabulary: Vocabulary,
    noise: Noise | None = None,
    *,
    publishers: Mapping[str, str] = _NOBODY,
    groups: bool = False,
    before: Posterior | None = None,
    precise: float = 0.02,
) -> Posterior:
    """Fit the borders; ``before`` is an earlier posterior, from whose modes and weights the search begins.

    The other arguments are those of :func:`fuse`.
    """
    noise = noise or load_noise()
    start, end = (first - AROUND).monday, (last + AROUND).sunday
    heard = observations(figures, borders, start, end, vocabulary, publishers, groups)
    observed = combine(heard)
    fits = []
    for together in components(borders, observed):
        own = [o for o in observed if o.borders[0] in together]
        grid = Grid.over([o.span for o in own], first.monday.toordinal(), last.sunday.toordinal())
        known = None if before is None else before.fitted(together, tuple(own), grid, noise)
        begin = None if before is None else before.start
        fits.append(known or fit(grid, own, together, noise, begin, precise=precise))
    return Posterior(first, last, heard, tuple(fits))


def components(borders: Sequence[str], observed: Sequence[Combined]) -> tuple[tuple[str, ...], ...]:
    """The borders in sets that no figure of a group ties together."""
    sets = {b: {b} for b in borders}
    for one in observed:
        joined = set().union(*(sets[b] for b in one.borders))
        sets.update(dict.fromkeys(joined, joined))
    return tuple(dict.fromkeys(tuple(b for b in borders if b in sets[border]) for border in borders))


def fuse(
    figures: Iterable[Figure],
    borders: Sequence[str],
    first: Week,
    last: Week,
    vocabulary: Vocabulary,
    noise: Noise | None = None,
    *,
    publishers: Mapping[str, str] = _NOBODY,
    groups: bool = False,
) -> Mapping[str, tuple[WeekCount, ...]]:
    """The weekly counts of attempts on each border, ``first`` to ``last``, with 50, 90 and 95 % intervals.

    Heard are figures of attempts on exactly one border whose spans touch the weeks asked for or the half year
    on either side, and are no longer than 400 days: a week between such spans is told by them all. With
    ``groups``, a figure of a group of ``borders`` is heard as their sum, and never split by guess. ``publishers``
    are the sources of reports by report id, so that each source is trusted by its own size; ``noise`` are the
    sizes, those that ship where none are given. The order of ``figures`` does not matter.
    """
    found = posterior(figures, borders, first, last, vocabulary, noise, publishers=publishers, groups=groups)
    return {b: found.series(b) for b in borders}


def _telling(heard: Sequence[Observation], found: Fit, border: str) -> tuple[Observation, ...]:
    """Without the figures of parts of the border that are less than half of what the whole is expected to have."""
    parts = sorted({o.span for o in heard if o.part})
    expected = dict(zip(parts, found.predict(border, parts)[0].tolist(), strict=True)) if parts else {}
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
    noise: Noise | None = None,
    times: float = 4.0,
) -> tuple[Disputed, ...]:
    """The figures that were heard but stand against the others, the strongest contradiction first."""
    found = posterior(figures, [border], first, last, vocabulary, noise).of(border)
    pairs = zip(found.observed, found.weights, strict=True)
    against = [Disputed(border, o.figures, float(w)) for o, w in pairs if w > times]
    return tuple(sorted(against, key=lambda d: (-d.times, d.figures)))
