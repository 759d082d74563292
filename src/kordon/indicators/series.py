"""Readings from the fused series: the week's attempts, and four weeks against the same weeks a year before."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kordon.domain.reading import Coverage, Unknown, WeekCount
from kordon.domain.time import Week

YEAR = 52  # weeks: the same weekdays, one day or two earlier in the calendar
_LEAST_SUM = 1.0  # attempts in the year before, below which a ratio says nothing
_TO_90 = 1.6449  # half the 90 % interval of a normal distribution, in sd


@dataclass(frozen=True, slots=True)
class Estimate:
    value: float | Unknown
    coverage: Coverage
    low: float | None = None
    high: float | None = None
    figures: tuple[str, ...] = ()


def attempts(count: WeekCount | None) -> Estimate:
    """The week's count with its 90 % interval; ``Unknown`` where no printed figure touches the week."""
    if count is None or not count.figures:
        return Estimate(Unknown("no-source-for-factor"), Coverage(0.0))
    return Estimate(count.mean, count.coverage, count.low90, count.high90, count.figures)


def year_ratio(series: Mapping[Week, WeekCount], week: Week, window: int, covered: float) -> Estimate:
    """The sum of ``window`` weeks over that of the same weeks 52 weeks before.

    The interval holds for independent weeks, on the log scale, and so is rather too wide where a monthly figure
    ties the weeks together. ``poor-coverage`` where either span is covered less than ``covered``; ``not-enough-
    data`` where the year before has no attempt to compare with.
    """
    now = [series.get(week - back) for back in range(window)]
    then = [series.get(week - back - YEAR) for back in range(window)]
    told_now, told_then = [c for c in now if c], [c for c in then if c]
    share = min(_share(told_now, window), _share(told_then, window))
    reports = tuple(dict.fromkeys(r for c in (*told_now, *told_then) for r in c.coverage.reports))
    coverage = Coverage(share, reports)
    if share < covered or len(told_now) < window or len(told_then) < window:
        return Estimate(Unknown("poor-coverage"), coverage)
    above, below = sum(c.mean for c in told_now), sum(c.mean for c in told_then)
    if below < _LEAST_SUM:
        return Estimate(Unknown("not-enough-data"), coverage)
    relative = [_variance(told_now) / max(above, _LEAST_SUM) ** 2, _variance(told_then) / below**2]
    factor = math.exp(_TO_90 * math.sqrt(sum(math.log1p(v) for v in relative)))
    ratio = above / below
    figures = tuple(dict.fromkeys(f for c in (*told_now, *told_then) for f in c.figures))
    return Estimate(ratio, coverage, ratio / factor, ratio * factor, figures)


def _share(counts: Sequence[WeekCount], window: int) -> float:
    return sum(c.coverage.share for c in counts) / window


def _variance(counts: Sequence[WeekCount]) -> float:
    return sum(((c.high90 - c.low90) / (2 * _TO_90)) ** 2 for c in counts)
