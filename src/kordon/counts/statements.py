"""Plain statements about a series, each with its definition: what 'calm' and 'usual' mean here."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p
from statistics import NormalDist, quantiles

from kordon.domain.reading import Unknown, WeekCount
from kordon.domain.time import Week

YEAR = 52
FEWEST = 12  # covered weeks below which nothing is called usual
COVERED = 0.5  # share of a week's days


@dataclass(frozen=True, slots=True)
class Band:
    """Quartiles of the weekly counts of the covered weeks of the year before a week."""

    low: float
    median: float
    high: float
    weeks: int


def usual_level(series: Sequence[WeekCount], week: Week, covered: float = COVERED) -> Band | Unknown:
    """The quartiles of the weekly means of the 52 weeks before ``week``, of those that were covered.

    A week is covered where figures speak for at least the share ``covered`` of its days. Fewer than 12 such weeks
    make no usual level: ``Unknown('not-enough-data')``.
    """
    start = week - YEAR
    means = [c.mean for c in series if start <= c.week < week and c.coverage.enough(covered)]
    if len(means) < FEWEST:
        return Unknown("not-enough-data")
    low, median, high = quantiles(means, n=4, method="inclusive")
    return Band(low, median, high, len(means))


def at_usual_level(series: Sequence[WeekCount], week: Week, covered: float = COVERED) -> bool | Unknown:
    """'Back to its usual level': the week's mean lies within the quartiles of :func:`usual_level`, ends included.

    ``Unknown('poor-coverage')`` where the week itself is not covered.
    """
    band = usual_level(series, week, covered)
    own = next((c for c in series if c.week == week), None)
    if isinstance(band, Unknown):
        return band
    if own is None or not own.coverage.enough(covered):
        return Unknown("poor-coverage")
    return band.low <= own.mean <= band.high


def calm_weeks(series: Sequence[WeekCount], week: Week, covered: float = COVERED) -> int | Unknown:
    """'After n weeks of relative calm': how many weeks in a row, up to the one before ``week``, were calm.

    A week is calm when its mean is below the lower quartile of the covered weeks of the year before ``week``. A
    week that is not covered ends the row, because nobody said that it was calm.
    """
    band = usual_level(series, week, covered)
    if isinstance(band, Unknown):
        return band
    by_week = {c.week: c for c in series}
    count = 0
    while True:
        own = by_week.get(week - count - 1)
        if own is None or not own.coverage.enough(covered) or own.mean >= band.low:
            return count
        count += 1


def probability_above(count: WeekCount, per_day: float) -> float:
    """The probability that more than ``per_day`` people a day tried in the week.

    Read off the six bounds of the week's intervals: between and beyond them the normal score of the probability is
    taken as linear in the log of (1 + count), so the answer agrees with the intervals that are shown.
    """
    normal = NormalDist()
    levels = (0.025, 0.05, 0.25, 0.75, 0.95, 0.975)
    bounds = (count.low95, count.low90, count.low50, count.high50, count.high90, count.high95)
    wanted = log1p(7 * per_day)
    # A hair between bounds that coincide (a count known exactly) keeps the line from being upright.
    places = [log1p(b) + 1e-9 * i for i, b in enumerate(bounds)]
    scores = [normal.inv_cdf(level) for level in levels]
    right = min(max(bisect_left(places, wanted), 1), len(places) - 1)
    slope = (scores[right] - scores[right - 1]) / (places[right] - places[right - 1])
    return 1 - normal.cdf(scores[right - 1] + (wanted - places[right - 1]) * slope)
