"""Lower bounds: what a part of a border had, the whole had at least.

Expectation propagation (T. P. Minka, UAI 2001, 362-369): each bound is replaced by the normal observation that
moves mean and variance of its span as the bound would.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from kordon.counts.observations import Combined

Array = npt.NDArray[Any]

_VAGUE = 1e10  # variance with which a bound begins, so that it tells nothing
_DAMPING = 0.7


@dataclass(frozen=True)
class Bounds:
    """The rows of the observations that are bounds, and the normal observations in their stead."""

    rows: Array  # positions
    least: Array  # the bounds
    precision: Array
    shift: Array  # precision times value
    still: bool

    @classmethod
    def of(cls, observed: Sequence[Combined]) -> Bounds:
        rows = np.array([i for i, o in enumerate(observed) if o.part], dtype=int)
        least = np.array([observed[i].value for i in rows], dtype=float)
        precision = np.full(len(rows), 1 / _VAGUE)
        return cls(rows, least, precision, precision * least, still=not len(rows))

    def put(self, values: Array, variances: Array) -> tuple[Array, Array]:
        """The observations with the bounds as they stand now."""
        values, variances = values.copy(), variances.copy()
        values[self.rows] = self.shift / self.precision
        variances[self.rows] = 1 / self.precision
        return values, variances

    def tightened(self, values: Array, variances: Array, means: Array, spread: Array, least: Array) -> Bounds:
        """The next stage, from what all other observations say of each bound's span.

        ``means`` and ``spread`` are the posterior means and variances of the spans' counts in the fit with
        ``values`` and ``variances``; ``least`` are the variances of exact figures.
        """
        if not len(self.rows):
            return self
        from scipy.special import log_ndtr  # type: ignore[import-untyped]

        rows = self.rows
        variance = 1 / np.maximum(1 / np.maximum(spread[rows], 1e-9) - 1 / variances[rows], 1e-9)
        without = variance * (means[rows] / np.maximum(spread[rows], 1e-9) - values[rows] / variances[rows])
        sd = np.sqrt(variance)
        # How far above the bound the rest puts the span, in sd of its log: a count's lower tail ends at zero, and
        # that of the normal distribution does not.
        centre = np.maximum(without, 0.1 * sd)
        width = np.sqrt(np.log1p(variance / centre**2))
        score = (np.log(centre) - np.log(np.maximum(self.least, 0.1))) / width
        hazard = np.exp(-(score**2) / 2 - np.log(2 * np.pi) / 2 - log_ndtr(score))
        tilted = without + sd * hazard
        left = variance * np.maximum(1 - hazard * (hazard + score), 1e-6)
        precision = np.clip(1 / left - 1 / variance, 1e-4 / variance, 1 / least[rows])
        value = np.maximum((tilted / left - without / variance) / np.maximum(1 / left - 1 / variance, 1e-12), 0.0)
        new_precision = self.precision + _DAMPING * (precision - self.precision)
        new_shift = self.shift + _DAMPING * (precision * value - self.shift)
        # By how much the step moves the span's precision and mean, measured in what all others say of it.
        tighter = np.abs(new_precision - self.precision) * variance
        higher = np.abs(new_shift - self.shift - (new_precision - self.precision) * without) * sd
        moved = np.maximum(tighter, higher)
        return Bounds(rows, self.least, new_precision, new_shift, still=bool(moved.max() < 0.1))
