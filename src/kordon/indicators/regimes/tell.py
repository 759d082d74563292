"""What is said of a series: its regimes and their levels, the changes between them, or that nothing changed."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from kordon.domain.reading import Unknown
from kordon.domain.time import Week
from kordon.indicators.regimes.model import Settings, Sums, Weekly
from kordon.indicators.regimes.segments import Cuts


@dataclass(frozen=True, slots=True)
class Regime:
    """Weeks of one level: its median in counts a week and the bounds that hold it with a probability of 90 %.
    ``weeks`` of them are known."""

    first: Week
    last: Week
    level: float
    low: float
    high: float
    weeks: int


@dataclass(frozen=True, slots=True)
class Change:
    """``week`` is the first known one of the new level. ``probability``: that the level changed at all in the
    weeks from ``earliest`` to ``latest``; ``here``: that it changed between ``week`` and the known week before it,
    which is the one before unless nobody spoke for that. ``up``: whether the level rose."""

    week: Week
    earliest: Week
    latest: Week
    probability: float
    here: float
    up: bool


@dataclass(frozen=True, slots=True)
class Regimes:
    """A series that changed. ``recent``: the probability that it did in the last ``within`` weeks; ``unchanged``:
    that it never did. There is one more regime than there are changes."""

    regimes: tuple[Regime, ...]
    changes: tuple[Change, ...]
    recent: float
    within: int
    unchanged: float


@dataclass(frozen=True, slots=True)
class Steady:
    """No change: no week stands out as the beginning of another level. ``unchanged`` is the probability that none
    is, ``recent`` that one of the last ``within`` weeks is after all."""

    regime: Regime
    recent: float
    within: int
    unchanged: float


def regimes(weekly: Weekly | Unknown, settings: Settings = Settings()) -> Regimes | Steady | Unknown:  # noqa: B008
    """The regimes of a series, from all of it.

    Of the changes of the most probable cut those are told that happened, within ``around`` weeks, with a
    probability of at least ``told``; the others are left out and their regimes joined. Weeks of silence between
    two levels belong to the first of them, and the change may have come in any of them.
    ``Unknown('not-enough-data')`` for fewer than ``least`` known weeks.
    """
    if isinstance(weekly, Unknown):
        return weekly
    if weekly.known < settings.least:
        return Unknown("not-enough-data")
    sums = Sums.of(weekly, settings)
    cuts = Cuts.of(sums, settings.between)
    sums, cuts = sums.among(cuts.likely), cuts.among(cuts.likely)
    last = cuts.weeks - 1
    recent = 1.0 - cuts.unbroken(max(0, last - settings.within), last)
    unchanged = cuts.unbroken(0, last)
    known = [week for week, count in enumerate(weekly.counts) if count is not None]
    kept: list[tuple[int, int, int, float, float]] = []  # week, its surroundings, probabilities
    for cut in cuts.likeliest()[1:]:
        place = bisect_left(known, cut)
        if not 0 < place < len(known):
            continue
        before, week = known[place - 1], known[place]
        low, high = max(1, before + 1 - settings.around), min(last, week + settings.around)
        chance = 1.0 - cuts.unbroken(low - 1, high)
        if chance >= settings.told:
            kept.append((week, low, high, chance, 1.0 - cuts.unbroken(before, week)))
    starts = [0, *(week for week, *_ in kept)]
    told = [
        _regime(weekly, sums, cuts, start, end - 1)
        for start, end in zip(starts, [*starts[1:], last + 1], strict=True)
    ]
    if not kept:
        return Steady(told[0], recent, settings.within, unchanged)
    changes = tuple(
        Change(
            weekly.week(week), weekly.week(low), weekly.week(high), chance, here,
            told[number + 1].level > told[number].level,
        )
        for number, (week, low, high, chance, here) in enumerate(kept)
    )  # fmt: skip
    return Regimes(tuple(told), changes, recent, settings.within, unchanged)


def _regime(weekly: Weekly, sums: Sums, cuts: Cuts, start: int, end: int) -> Regime:
    level, (low, high) = sums.level(start, end, cuts.shares, (0.05, 0.95))
    known = sum(c is not None for c in weekly.counts[start : end + 1])
    return Regime(weekly.week(start), weekly.week(end), level, float(low), float(high), known)
