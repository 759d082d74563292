"""How far the intervals can be trusted: every span left out in turn and predicted from the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from kordon.counts.fusion import AROUND, Grid, Noise, fit, printing
from kordon.counts.observations import Observation, combine, observations
from kordon.counts.spread import below
from kordon.domain.coded import Figure
from kordon.domain.time import Week
from kordon.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Held:
    """One printed figure, what the figures of all other spans lead one to expect, and where it fell.

    ``sd`` is that of the printed figure, so the source's own noise is in it. ``pit`` is the randomised probability
    integral transform (C. Czado, T. Gneiting, L. Held, Biometrics 65 (2009) 1254-1261), even on 0..1 where the
    predictions are right; a figure inside the 90 % interval has 0.05 < pit < 0.95. ``log_score`` is the log of the
    probability that was given to what was printed.
    """

    border: str
    figure: str
    days: int
    low: float
    high: float
    mean: float
    sd: float
    pit: float
    log_score: float

    def inside(self, share: float) -> bool:
        """Whether the figure lies in the central interval of that probability."""
        return (1 - share) / 2 < self.pit < (1 + share) / 2


def leave_one_span_out(
    figures: Iterable[Figure],
    borders: Sequence[str],
    first: Week,
    last: Week,
    vocabulary: Vocabulary,
    noise: Noise = Noise(),  # noqa: B008 (frozen)
    every: int = 1,
) -> tuple[Held, ...]:
    """Leave out all figures of one span at a time (each ``every``-th span) and predict them from the rest."""
    figures = tuple(figures)
    dice = np.random.default_rng(20240527)  # fixed, so that a measurement can be repeated
    held: list[Held] = []
    for border in borders:
        heard = observations(figures, border, (first - AROUND).monday, (last + AROUND).sunday, vocabulary)
        observed = combine(heard)
        grid = Grid.over([o.span for o in observed], first.monday.toordinal(), last.sunday.toordinal())
        begin = fit(grid, observed, noise).log_intensity if observed else None
        for left in [o for o in observed if not o.part][::every]:
            rest = [o for o in observed if o.span != left.span]
            found = fit(grid, rest, noise, begin)
            mean, variance = found.predict([left.span])
            total = float((variance + printing(noise, mean))[0])
            held += [
                _held(border, o, float(mean[0]), total, dice.random())
                for o in heard
                if o.span == left.span and not o.part
            ]
    return tuple(held)


def _held(border: str, one: Observation, mean: float, variance: float, die: float) -> Held:
    ends = np.array([one.low - 0.5, one.high + 0.5])
    low, high = below(np.full(2, mean), np.full(2, variance), ends).tolist()
    given = max(high - low, 1e-9)
    pit = low + (high - low) * die
    return Held(border, one.figure, one.days, one.low, one.high, mean, variance**0.5, pit, float(np.log(given)))
