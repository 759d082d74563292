"""The gamma distribution of a count with a given mean and variance: never below zero, narrow at zero."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

_TINY = 1e-12


def quantiles(mean: Array, variance: Array, levels: Sequence[float]) -> Array:
    """(n, levels): the shape is mean² / variance, the scale variance / mean; a point mass where either is zero."""
    from scipy.special import gammaincinv  # type: ignore[import-untyped]

    sure = (mean < _TINY) | (variance < _TINY)
    shape = np.where(sure, 1.0, mean**2 / np.maximum(variance, _TINY))
    scale = np.where(sure, 0.0, variance / np.maximum(mean, _TINY))
    found: Array = gammaincinv(shape[:, None], np.asarray(levels)[None, :]) * scale[:, None]
    return np.where(sure[:, None], mean[:, None], found)


def below(mean: Array, variance: Array, value: Array) -> Array:
    """(n,) the probability of a count at or below ``value``."""
    from scipy.special import gammainc

    safe = np.maximum(mean, _TINY)
    shape = safe**2 / np.maximum(variance, _TINY)
    found: Array = np.where(
        variance < _TINY,
        (value >= mean).astype(float),
        gammainc(shape, np.maximum(value, 0.0) * shape / safe),
    )
    return found
