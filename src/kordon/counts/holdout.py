"""How far the intervals can be trusted: every span left out in turn and predicted from the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from kordon.counts.fusion import Posterior, posterior
from kordon.counts.model import Fit, fit, printing
from kordon.counts.noise import Noise
from kordon.counts.observations import Combined, Observation
from kordon.counts.spread import printed_below
from kordon.domain.coded import Figure
from kordon.domain.time import Week
from kordon.vocabulary import Vocabulary

_NOBODY: Mapping[str, str] = MappingProxyType({})
SEED = 20240527  # of the dice of the randomised transform, fixed so that a measurement can be repeated


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
    start: int
    end: int
    low: float
    high: float
    mean: float
    sd: float
    pit: float
    log_score: float

    @property
    def days(self) -> int:
        return self.end - self.start + 1

    def inside(self, share: float) -> bool:
        """Whether the figure lies in the central interval of that probability."""
        return (1 - share) / 2 < self.pit < (1 + share) / 2


def leave_one_span_out(
    figures: Iterable[Figure],
    borders: Sequence[str],
    first: Week,
    last: Week,
    vocabulary: Vocabulary,
    noise: Noise | None = None,
    every: int = 1,
    *,
    publishers: Mapping[str, str] = _NOBODY,
    groups: bool = False,
) -> tuple[Held, ...]:
    """Leave out all figures of one span at a time (each ``every``-th span) and predict them from the rest."""
    whole = posterior(figures, borders, first, last, vocabulary, noise, publishers=publishers, groups=groups)
    dice = np.random.default_rng(SEED)
    return tuple(
        held
        for border in borders
        for left in single(whole.of(border), border)[::every]
        for held in left_out(whole.heard, whole.of(border), [(border, left)], dice)
    )


def folds(whole: Posterior, count: int) -> tuple[Held, ...]:
    """Every span predicted while it and each ``count``-th after it are left out: quicker than one at a time."""
    dice = np.random.default_rng(SEED)
    held: list[Held] = []
    for found in whole.fits:
        every = [(b, o) for b in found.borders for o in single(found, b)]
        for fold in range(min(count, len(every))):
            held += left_out(whole.heard, found, every[fold::count], dice)
    return tuple(held)


def single(found: Fit, border: str) -> list[Combined]:
    """The spans that are printed of one border alone and of all of it."""
    return [o for o in found.observed if o.borders == (border,) and not o.part]


def left_out(
    heard: Sequence[Observation], found: Fit, left: Sequence[tuple[str, Combined]], dice: np.random.Generator
) -> list[Held]:
    """The figures of some spans, predicted without them and without sums over groups of the same days."""
    gone = {(border, one.span) for border, one in left}
    rest = [o for o in found.observed if not any((b, o.span) in gone for b in o.borders)]
    asked = [span for _, span in sorted(gone)]
    without = fit(found.grid, rest, found.borders, found.noise, found.start, asked, precise=0.05)
    held: list[Held] = []
    for border in dict.fromkeys(b for b, _ in left):
        spans = {one.span for of, one in left if of == border}
        same = [o for o in heard if o.span in spans and o.borders == (border,) and not o.part]
        held += predicted(without, border, same, dice)
    return held


def predicted(found: Fit, border: str, figures: Sequence[Observation], dice: np.random.Generator) -> list[Held]:
    """What a fit that has not heard the figures expects to be printed, and where they fell."""
    noise = found.noise
    mean, variance = found.predict(border, [o.span for o in figures])
    own = printing(noise, mean, np.array([noise.factor(o.sources) for o in figures]))
    ends = np.array([(o.low - 0.5, o.high + 0.5) for o in figures]).reshape(-1, 2)
    low = printed_below(mean, variance, own, noise.groups, noise.freedom, ends[:, 0])
    high = printed_below(mean, variance, own, noise.groups, noise.freedom, ends[:, 1])
    sd = np.sqrt(variance + own)
    rows = zip(figures, mean.tolist(), sd.tolist(), low.tolist(), high.tolist(), strict=True)
    return [scored(border, one, m, s, a, b, dice.random()) for one, m, s, a, b in rows]


def scored(border: str, one: Observation, mean: float, sd: float, low: float, high: float, die: float) -> Held:
    """The entry of a figure below whose ends a prediction puts the probabilities ``low`` and ``high``."""
    given = max(high - low, 1e-9)
    pit = low + (high - low) * die
    return Held(border, one.figure, one.start, one.end, one.low, one.high, mean, sd, pit, float(np.log(given)))
