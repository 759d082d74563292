"""The distribution of a count with a given mean and variance: nobody at all, or else gamma.

People come in groups, so that a span may well have none at all where a smooth distribution of the same mean and
variance would have next to no room for it. The number of groups is taken as negative binomial (Poisson, where
the mean is certain), their sizes as geometric, which gives the probability of nobody (the Pólya-Aeppli
distribution and its mixture; N. L. Johnson, A. W. Kemp, S. Kotz, Univariate Discrete Distributions, 3rd ed.
2005, section 9.7). What is above zero has the gamma distribution that keeps mean and variance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

_TINY = 1e-12
# Classes of a source's t distribution, finer towards the contradictions.
_EDGES = np.array([0.0, 1e-4, 1e-3, 0.01, 0.03, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 1.0])


@dataclass(frozen=True)
class Spread:
    """Counts of any shape: the probability of nobody, and shape and scale of the gamma distribution above."""

    nobody: Array
    shape: Array
    scale: Array

    @classmethod
    def of(cls, mean: Array, variance: Array, groups: float) -> Spread:
        """``groups`` is the variance over the mean that groups alone make; more than that is doubt of the mean."""
        mean, variance = np.maximum(mean, _TINY), np.maximum(variance, _TINY)
        over = np.minimum(variance / mean, groups)
        size = (over + 1) / 2  # of a group: geometric sizes make a variance of 2 x size - 1 times the mean
        doubt = np.maximum(variance - over * mean, 1e-9 * variance)
        grouped = -(mean**2) / doubt * np.log1p(doubt / (mean * size))
        # A count that is steadier than chance is known from figures: nobody then as under a binomial distribution.
        steady = np.minimum(over, 1 - 1e-9)
        known = mean / (1 - steady) * np.log(steady)
        nobody = np.exp(np.where(over < 1, known, grouped))
        nobody = np.minimum(
            nobody, 0.999 * variance / (variance + mean**2)
        )  # no more than the variance has room for
        some = np.maximum(1 - nobody, 1e-9)
        above = mean / some
        left = np.maximum((variance + mean**2) / some - above**2, 1e-9 * above**2)
        return cls(nobody, above**2 / left, left / above)

    def below(self, value: Array | float) -> Array:
        """The probability of a count at or below ``value``."""
        from scipy.special import gammainc  # type: ignore[import-untyped]

        value = np.asarray(value, dtype=float)
        smooth = gammainc(self.shape, np.maximum(value, 0.0) / self.scale)
        found: Array = np.where(value < 0, 0.0, self.nobody + (1 - self.nobody) * smooth)
        return found

    def quantile(self, level: Array | float) -> Array:
        """The least count with at least that probability at or below it."""
        from scipy.special import gammaincinv

        left = np.clip((level - self.nobody) / np.maximum(1 - self.nobody, 1e-9), 0.0, 1 - 1e-15)
        found: Array = gammaincinv(self.shape, left) * self.scale
        return found


def quantiles(mean: Array, variance: Array, groups: float, levels: Sequence[float]) -> Array:
    """(n, levels) of counts with means and variances (n,)."""
    return Spread.of(mean[:, None], variance[:, None], groups).quantile(np.asarray(levels)[None, :])


def at_scores(scores: Array, mean: Array, variance: Array, groups: float) -> Array:
    """(draws, n): the counts at normal scores, ``mean`` and ``variance`` being (n,)."""
    from scipy.special import ndtr

    return Spread.of(mean, variance, groups).quantile(np.clip(ndtr(scores), 1e-12, 1 - 1e-12))


def printed_below(
    mean: Array, variance: Array, printing: Array, groups: float, freedom: float, value: Array
) -> Array:
    """(n,) the probability that a source prints a figure at or below ``value``.

    ``mean`` and ``variance`` are those of the true count. The source's own noise has a Student t distribution
    with ``printing`` as its squared scale: a mixture of normal ones over inverse-gamma variances, here over
    twelve classes.
    """
    from scipy.special import gammaincinv

    middles, shares = (_EDGES[1:] + _EDGES[:-1]) / 2, np.diff(_EDGES)
    times = freedom / 2 / gammaincinv(freedom / 2, middles)
    total = variance[:, None] + times * printing[:, None]
    found: Array = Spread.of(mean[:, None], total, groups).below(np.asarray(value)[:, None]) @ shares
    return found
