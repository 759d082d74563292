"""The sizes of everything that moves or blurs a series, learnt from the printed figures themselves.

The sizes are those that make the figures most probable (empirical Bayes), each held by a wide prior around a
round value. The search climbs the evidence of :mod:`kordon.counts.model` along its gradient, which by Fisher's
identity (A. P. Dempster, N. M. Laird, D. B. Rubin, JRSS B 39 (1977) 1-38) is that of the density of all lines,
expected under the posterior: one refit gives the slopes of all sizes at once. The linearisation is taken as
given, so the slopes are near those of the evidence and not quite the same. How far days scatter is chosen by the
log score of figures that are left out in folds (S. Geisser, JASA 70 (1975) 320-328), because the evidence
misjudges it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt

from kordon.counts.fusion import Posterior, posterior
from kordon.counts.holdout import folds
from kordon.counts.model import Fit, along
from kordon.counts.noise import Noise
from kordon.counts.sparse import selected_inverse
from kordon.domain.coded import Figure
from kordon.domain.time import Week
from kordon.vocabulary import Vocabulary

Array = npt.NDArray[Any]

LEARNT = ("walk", "memory", "weekday", "yearly", "source")
FOLDS = 8  # in which spans are left out to learn how days and weeks scatter
TRIALS = 7  # of that
WIDTH = 1.0  # sd of the prior of the log of a size
_NOBODY: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Learnt:
    """The sizes, the refits that they took, and the log of the probability of the figures under them."""

    noise: Noise
    refits: int
    evidence: float


def learn(
    figures: Iterable[Figure],
    borders: Sequence[str],
    first: Week,
    last: Week,
    vocabulary: Vocabulary,
    begin: Noise | None = None,
    *,
    publishers: Mapping[str, str] = _NOBODY,
    groups: bool = False,
) -> Learnt:
    """The sizes for some figures; the arguments are those of :func:`kordon.counts.fuse`.

    ``begin`` are the sizes around which the priors lie. Its expected beginning, level and degrees of freedom are
    kept: a handful of borders cannot tell them.
    """
    figures, noise = tuple(figures), begin or Noise()
    state = _State()

    def refit(noise: Noise, precise: float = 0.01) -> Posterior:
        state.refits += 1
        state.found = posterior(
            figures,
            borders,
            first,
            last,
            vocabulary,
            noise,
            publishers=publishers,
            groups=groups,
            before=state.found,
            precise=precise,
        )
        return state.found

    around = _logs(noise)
    noise = _scattered(_climbed(noise, around, refit, 7), refit)
    noise = _climbed(noise, around, refit, 4)
    found = refit(noise)
    return Learnt(noise, state.refits, sum(f.evidence for f in found.fits))


@dataclass
class _State:
    found: Posterior | None = None
    refits: int = 0


def _climbed(begin: Noise, around: Array, refit: Callable[..., Posterior], most: int) -> Noise:
    """The sizes of the prior and of the sources' disagreement at which the evidence is highest."""
    from scipy.optimize import minimize  # type: ignore[import-untyped]

    names = sorted({s for f in refit(begin).fits for o in f.observed if len(o.borders) == 1 for s in o.sources})
    sizes = len(LEARNT)
    centre = np.concatenate([around, np.zeros(len(names))])
    best: tuple[float, Noise] = (-np.inf, begin)

    def cost(logs: Array) -> tuple[float, Array]:
        nonlocal best
        values = np.exp(logs).tolist()
        noise = replace(
            begin,
            **dict(zip(LEARNT, values[:sizes], strict=True)),
            sources=dict(zip(names, values[sizes:], strict=True)),
        )
        found = refit(noise)
        told = [_expect(f) for f in found.fits]
        away = (logs - centre) / WIDTH
        value = sum(f.evidence for f in found.fits) - 0.5 * float(away @ away)
        best = max(best, (value, noise), key=lambda pair: pair[0])
        slopes = np.concatenate([_slopes(told, noise), _source_slopes(told, noise, names)])
        return -value, -(slopes - away / WIDTH)

    factors = np.log([begin.sources.get(name, 1.0) for name in names])
    options = {"maxfun": most, "ftol": 1e-5}
    bounds = [(c - 2.0, c + 2.0) for c in centre.tolist()]
    minimize(
        cost, np.concatenate([_logs(begin), factors]), jac=True, method="L-BFGS-B", bounds=bounds, options=options
    )
    return best[1]


def _scattered(begin: Noise, refit: Callable[..., Posterior]) -> Noise:
    """How far days and single weeks scatter, so that figures left out in folds are most probable.

    The evidence cannot tell it: its densities are those of a quasi-likelihood, whose variance follows the
    intensity that a figure itself has pulled to its own side. The two parts of the days' scatter keep their ratio.
    """
    from scipy.optimize import minimize

    best: tuple[float, Noise] = (-np.inf, begin)

    def cost(logs: Array) -> float:
        nonlocal best
        days, week = np.exp(logs).tolist()
        noise = replace(begin, groups=begin.groups * days, days=begin.days * days, week=begin.week * week)
        score = sum(h.log_score for h in folds(refit(noise, 0.05), FOLDS)) - 0.5 * float(logs @ logs) / WIDTH**2
        best = max(best, (score, noise), key=lambda pair: pair[0])
        return -score

    corners = np.array([[0.0, 0.0], [-0.4, 0.0], [0.0, 0.5]])
    options = {"initial_simplex": corners, "maxfev": TRIALS, "xatol": 0.05, "fatol": 0.1}
    minimize(cost, corners[0], method="Nelder-Mead", options=options)
    return best[1]


def _logs(noise: Noise) -> Array:
    return np.log([getattr(noise, name) for name in LEARNT])


@dataclass(frozen=True)
class _Expected:
    """What one fit says of the lines: expected squares over the weights, by kind."""

    squares: Mapping[str, Array]  # of lines of the prior
    starts: Array  # (3,) weighted sums of step ends: later squared, both, earlier squared
    printed: tuple[Array, Array, Array]  # expected squares over weights, variances, what of them is disagreement
    sources: tuple[tuple[str, ...], ...]  # of the figures that are printed of one border; empty for a group's


def _expect(fit: Fit) -> _Expected:
    kinds = fit.system.kinds
    inverse, _ = selected_inverse(fit.matrix)
    squares = (fit.lines @ fit.mode - fit.right) ** 2 + along(inverse, fit.lines)
    prior = {kind: squares[: len(kinds)][kinds == kind] for kind in np.unique(kinds)}
    later, earlier = _ends(fit)
    both = np.asarray(inverse[later, earlier]).ravel() + fit.mode[later] * fit.mode[earlier]
    diagonal = inverse.diagonal() + fit.mode**2
    parts = (diagonal[later], both, diagonal[earlier])
    single = np.array([not o.part for o in fit.observed], dtype=bool)
    own = squares[len(squares) - len(fit.observed) :] / fit.weights
    rest = fit.noise.least + np.array([o.variance for o in fit.observed])
    return _Expected(
        prior,
        np.array([(p / fit.jumps).sum() for p in parts]),
        (own[single], fit.plain[single], (fit.plain - rest)[single]),
        tuple(o.sources if len(o.borders) == 1 else () for o in fit.observed if not o.part),
    )


def _ends(fit: Fit) -> tuple[Array, Array]:
    walks = [u.walk for u in fit.system.unknowns]
    return np.concatenate([w[1:] for w in walks]), np.concatenate([w[:-1] for w in walks])


def _slopes(told: Sequence[_Expected], noise: Noise) -> Array:
    """(sizes,) the slopes of the evidence in the logs of the sizes."""
    return sum((_slopes_of(t, noise) for t in told), np.zeros(len(LEARNT)))


def _slopes_of(told: _Expected, noise: Noise) -> Array:
    keep = float(np.exp(-1 / noise.memory))
    left = noise.walk**2 * (1 - keep**2)
    later, both, earlier = told.starts
    moved = later - 2 * keep * both + keep**2 * earlier
    steps = len(told.squares["step"])

    def of_sd(squares: Array, variance: float) -> float:
        """The slope in the log of a standard deviation."""
        return float(squares.sum() / variance - len(squares))

    walk = moved / left - steps + of_sd(told.squares["first"], noise.walk**2)
    # d keep / d log memory = keep / memory; it moves both the mean of the next week and what is left for its step
    by_keep = (both - keep * earlier) / left + keep / (1 - keep**2) * (steps - moved / left)
    memory = by_keep * keep / noise.memory
    shares = noise.yearly**2 * np.array([2 / 3, 2 / 3, 1 / 3, 1 / 3])
    waves = told.squares["wave"].reshape(-1, 4)
    yearly = float((waves / shares - 1).sum())
    own, total, disagreement = told.printed
    source = float(((own / total - 1) * disagreement / total).sum())
    return np.array(
        [
            walk,
            memory,
            of_sd(told.squares["weekday"], noise.weekday**2),
            yearly,
            source,
        ]
    )


def _source_slopes(told: Sequence[_Expected], noise: Noise, names: Sequence[str]) -> Array:
    """(names,) the slopes of the evidence in the logs of the sources' own factors."""
    slopes = dict.fromkeys(names, 0.0)
    for one in told:
        own, total, disagreement = one.printed
        each = 0.5 * (own / total - 1) * disagreement / total
        for sources, slope in zip(one.sources, each.tolist(), strict=True):
            if sources:  # the one that vouches for the figure, as in Noise.factor
                slopes[min(sources, key=lambda s: noise.sources.get(s, 1.0))] += slope
    return np.array([slopes[n] for n in names])
