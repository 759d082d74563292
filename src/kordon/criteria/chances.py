"""The probabilities of a trend: how those of its parts make the whole, and how weekly counts compare.

Counts are compared on the scale log(1 + count). Against the mean of the weeks before stands the spread of those
weeks (sample variance over n, by the delta method): were they few and uneven, their mean is no sure level.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kordon.domain.reading import WeekCount

Z90 = 1.6449


@dataclass(frozen=True, slots=True)
class Chances:
    """Probabilities of worse, better and unchanged, which sum to one."""

    worse: float
    better: float

    @property
    def same(self) -> float:
        return max(0.0, 1.0 - self.worse - self.better)


SAME = Chances(0.0, 0.0)


def together(parts: Sequence[Chances]) -> Chances:
    """The probabilities of the whole, from those of its parts; see the formula in :mod:`kordon.criteria.trend`."""
    worse = 1.0 - math.prod(1.0 - p.worse for p in parts)
    same = math.prod(p.same for p in parts)
    return Chances(worse, max(0.0, 1.0 - worse - same))


def reaches(chance: float, threshold: float) -> bool:
    """Whether a probability is as high as a threshold, but for what the arithmetic loses."""
    return chance >= threshold - 1e-12


def percent(chance: float) -> int:
    """Whole percent; what is not certain is never said as 0 or 100."""
    whole = round(100 * chance)
    if 0 < chance < 1:
        return min(99, max(1, whole))
    return whole


def probability_above(now: WeekCount, before: Sequence[WeekCount], share: float, least: float) -> float:
    """P(count > mean before + max(share x mean, least)), or, with a negative ``share``, of being above
    mean - max(share x mean, least), with ``share`` taken without its sign.

    Each week's count is taken as normal on that scale, with a standard deviation of the width of its 90 % interval
    over 2 x 1.645, and as independent of the others'.
    """
    mean = sum(w.mean for w in before) / len(before)
    within = sum(_sd(w) ** 2 for w in before) / len(before) ** 2
    sd_before = math.sqrt(within + _spread([w.mean for w in before])) / (1 + mean)
    sd_now = (math.log1p(now.high90) - math.log1p(max(0.0, now.low90))) / (2 * Z90)
    bound = max(0.0, mean + math.copysign(max(abs(share) * mean, least), share))
    difference = math.log1p(max(0.0, now.mean)) - math.log1p(bound)
    sd = math.hypot(sd_now, sd_before)
    if sd < 1e-9:
        return 1.0 if difference > 1e-12 else 0.0 if difference < -1e-12 else 0.5
    return 0.5 * math.erfc(-difference / sd / math.sqrt(2))


def drawn_above(now: Any, before: Sequence[Any], share: float, least: float) -> float:
    """The same from joint draws of the posterior: ``now`` and each of ``before`` are (n,) counts of one week, and
    what stands at one place in all of them was drawn together. Weeks that one printed total tells of are then
    compared as it ties them: where one may be higher the other is lower."""
    import numpy as np
    from scipy.special import ndtr  # type: ignore[import-untyped]

    own = np.maximum(np.asarray(now, dtype=float), 0.0)
    weeks = np.stack([np.asarray(w, dtype=float) for w in before])
    means = np.maximum(weeks.mean(axis=0), 0.0)
    change = np.maximum(abs(share) * means, least)
    bounds = np.maximum(means + np.copysign(change, share), 0.0)
    differences = np.log1p(own) - np.log1p(bounds)
    spread = math.sqrt(_spread(weeks.mean(axis=1).tolist()))
    if spread < 1e-9:
        return float(np.mean(np.where(np.abs(differences) <= 1e-12, 0.5, differences > 0)))
    return float(np.mean(ndtr(differences * (1 + means) / spread)))


def _spread(means: Sequence[float]) -> float:
    """The variance of the mean of weeks as they differ."""
    if len(means) < 2:
        return 0.0
    mean = sum(means) / len(means)
    return sum((m - mean) ** 2 for m in means) / (len(means) - 1) / len(means)


def _sd(week: WeekCount) -> float:
    return max(0.0, week.high90 - week.low90) / (2 * Z90)
