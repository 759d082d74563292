"""Two plain methods that the fused counts are measured against, each with a negative-binomial spread.

Both tell a daily rate from printed figures of at most 31 days and multiply it by the days of the span asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from kordon.counts.holdout import SEED, Held, scored
from kordon.counts.observations import COVERING, Observation
from kordon.domain.time import Date

Array = npt.NDArray[Any]
Method = Callable[[Sequence[Observation], tuple[int, int]], float]

FEWEST = 0.5  # people expected of any span, because a mean of zero would rule out every other count


def interpolated_months(training: Sequence[Observation], span: tuple[int, int]) -> float:
    """The expected count of a span by straight lines between the daily rates of months, each at its middle.

    A month's rate is that of the figures that tell of all of it; where there are none, that of the figures of at
    most 31 days whose middle lies in it, all their people over all their days.
    """
    whole: dict[int, list[float]] = {}
    parts: dict[int, list[tuple[float, int]]] = {}
    for one in training:
        if one.days > COVERING:
            continue
        month = _month((one.start + one.end) // 2)
        middle = (one.low + one.high) / 2
        if _month(one.start - 1) < month == _month(one.start) == _month(one.end) < _month(one.end + 1):
            whole.setdefault(month, []).append(middle / one.days)
        else:
            parts.setdefault(month, []).append((middle, one.days))
    rates = {m: sum(v for v, _ in told) / sum(d for _, d in told) for m, told in parts.items()}
    rates |= {m: float(np.mean(told)) for m, told in whole.items()}
    if not rates:
        return FEWEST
    months = sorted(rates)
    days = np.arange(span[0], span[1] + 1)
    return max(FEWEST, float(np.interp(days, [_middle(m) for m in months], [rates[m] for m in months]).sum()))


def last_value(training: Sequence[Observation], span: tuple[int, int]) -> float:
    """The expected count of a span at the rate of the newest figure that ended before it, the shortest of several.

    Where none did, at that of the figure that begins first.
    """
    near = [o for o in training if o.days <= COVERING] or list(training)
    if not near:
        return FEWEST
    before = [o for o in near if o.end < span[0]]
    told = max(before, key=lambda o: (o.end, o.start)) if before else min(near, key=lambda o: (o.start, o.end))
    return max(FEWEST, (told.low + told.high) / 2 / told.days * (span[1] - span[0] + 1))


METHODS: Mapping[str, Method] = {"interpolated months": interpolated_months, "last value": last_value}


def hold_out(heard: Sequence[Observation], method: Method) -> tuple[Held, ...]:
    """Every span of each border left out in turn and predicted from the border's other spans.

    The size of the spread, the share of the mean squared in a variance of mean + size * mean squared, makes the
    other spans' figures most probable, each predicted without its own span. That lets them see the span that is
    left out, which can only favour these methods.
    """
    dice = np.random.default_rng(SEED)
    held: list[Held] = []
    for border in dict.fromkeys(o.borders for o in heard if len(o.borders) == 1):
        own = [o for o in heard if o.borders == border and not o.part]
        means = np.array([method([o for o in own if o.span != one.span], one.span) for one in own])
        ends = np.array([(o.low, o.high) for o in own])
        spans = np.array([o.span for o in own])
        for place, one in enumerate(own):
            others = (spans != spans[place]).any(axis=1)
            size = _size(means[others], ends[others])
            low, high = _below(means[place], size, ends[place, 0] - 1), _below(means[place], size, ends[place, 1])
            mean = float(means[place])
            sd = float(np.sqrt(mean + size * mean**2))
            held.append(scored(border[0], one, mean, sd, float(low), float(high), dice.random()))
    return tuple(held)


def _below(mean: Array, size: float, value: Array) -> Array:
    """The probability of a count at or below ``value`` under the negative binomial distribution."""
    from scipy.stats import nbinom  # type: ignore[import-untyped]

    found: Array = nbinom.cdf(np.floor(value), 1 / size, 1 / (1 + size * mean))
    return found


def _size(means: Array, ends: Array) -> float:
    from scipy.optimize import minimize_scalar  # type: ignore[import-untyped]

    def cost(log: float) -> float:
        size = float(np.exp(log))
        given = _below(means, size, ends[:, 1]) - _below(means, size, ends[:, 0] - 1)
        return -float(np.log(np.maximum(given, 1e-9)).sum())

    return float(np.exp(minimize_scalar(cost, bounds=(-7.0, 4.0), method="bounded", options={"xatol": 0.02}).x))


def _month(day: int) -> int:
    date = Date.fromordinal(day)
    return 12 * date.year + date.month - 1


def _middle(month: int) -> float:
    first = Date(month // 12, month % 12 + 1, 1).toordinal()
    after = Date((month + 1) // 12, (month + 1) % 12 + 1, 1).toordinal()
    return (first + after - 1) / 2
