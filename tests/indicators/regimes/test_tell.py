"""What is said of a series: on series whose truth is known, how often it is wrong and how long it takes."""

from __future__ import annotations

import numpy as np
import pytest

from kordon.counts import fuse
from kordon.domain.reading import Coverage, Reading, Unknown, WeekCount
from kordon.domain.time import Date, Week
from kordon.geo.gazetteer import PUBLIC, load_gazetteer
from kordon.indicators.regimes import Regimes, Settings, Steady, Weekly, of_counts, of_readings, regimes
from kordon.intake.sources import load_sources
from kordon.intake.tables import read_table
from kordon.vocabulary import Vocabulary

FIRST = Week(2022, 1)


def weekly(*counts: float | None) -> Weekly:
    return Weekly(FIRST, counts)


def drawn(rng: np.random.Generator, mean: float, r: float, weeks: int) -> list[float]:
    means = np.full(weeks, mean) if r == np.inf else rng.gamma(r, mean / r, weeks)
    return [float(c) for c in rng.poisson(means)]


STEADY = [(0.3, np.inf), (1.0, 1.0), (4.0, np.inf), (10.0, 4.0), (200.0, 5.0)]


def test_false_alarms_are_rare() -> None:
    """Two years without a change, 20 series of each kind; the mean and the dispersion of the weeks vary."""
    rng = np.random.default_rng(20240527)
    wrong = [
        isinstance(regimes(weekly(*drawn(rng, mean, r, 104))), Regimes) for mean, r in STEADY for _ in range(20)
    ]
    assert sum(wrong) <= 5  # 1 of 100 when measured


SHIFTS = [  # mean before and after, dispersion, weeks by which half of the changes must have been told
    (0.5, 4.0, np.inf, 4),
    (2.0, 8.0, np.inf, 4),
    (6.0, 0.5, np.inf, 4),
    (10.0, 40.0, 4.0, 6),
    (200.0, 700.0, 5.0, 6),
]


@pytest.mark.parametrize(("before", "after", "r", "within"), SHIFTS)
def test_a_change_is_told_soon(before: float, after: float, r: float, within: int) -> None:
    """A year of one level and then another: half of the series tell it within so many weeks, nearly all in 26."""
    rng = np.random.default_rng(7)
    soon = later = 0
    for _ in range(16):
        counts = drawn(rng, before, r, 52) + drawn(rng, after, r, 26)
        for weeks, told in ((within, True), (26, False)):
            found = regimes(weekly(*counts[: 52 + weeks]))
            hit = isinstance(found, Regimes) and any(
                abs((c.week.monday - (FIRST + 52).monday).days) <= 21 and c.up == (after > before)
                for c in found.changes
            )
            soon += hit and told
            later += hit and not told
    assert soon >= 8
    assert later >= 14


def test_the_change_has_its_week_its_direction_and_its_levels() -> None:
    rng = np.random.default_rng(3)
    found = regimes(weekly(*drawn(rng, 2.0, np.inf, 40), *drawn(rng, 12.0, np.inf, 20)))
    assert isinstance(found, Regimes)
    [change] = found.changes
    assert change.earliest <= FIRST + 40 <= change.latest
    assert (change.up, change.probability > 0.99, found.unchanged < 0.01) == (True, True, True)
    low, high = found.regimes
    assert (low.first, low.last + 1, high.last) == (FIRST, high.first, FIRST + 59)
    assert low.low < 2.0 < low.high
    assert high.low < 12.0 < high.high
    assert (low.weeks, high.weeks) == ((high.first.monday - FIRST.monday).days // 7, 60 - low.weeks)


def test_the_level_of_a_regime_holds_the_truth_as_often_as_it_says() -> None:
    rng = np.random.default_rng(11)
    held = []
    for number in range(60):
        mean, r = ((3.0, np.inf), (8.0, 3.0), (60.0, 6.0))[number % 3]
        found = regimes(weekly(*drawn(rng, mean, r, 40)))
        if isinstance(found, Steady):
            held.append(found.regime.low <= mean <= found.regime.high)
    assert len(held) >= 55
    assert 0.8 <= np.mean(held) <= 0.98  # 90 % is meant


@pytest.mark.parametrize("counts", [[0.0] * 40, [1.0, 0.0, 0.0, 2.0] * 10, [50.0] * 20])
def test_no_change_is_an_answer(counts: list[float]) -> None:
    found = regimes(weekly(*counts))
    assert isinstance(found, Steady)
    assert (found.regime.first, found.regime.last, found.regime.weeks) == (
        FIRST, FIRST + (len(counts) - 1), len(counts),
    )  # fmt: skip
    assert found.unchanged > 0.5
    assert found.recent < 0.2


def test_silent_weeks_are_not_weeks_of_zero() -> None:
    busy = [20.0, 25.0, 18.0, 22.0, 19.0, 24.0]
    silent = regimes(weekly(*busy, *[None] * 6, *busy))
    empty = regimes(weekly(*busy, *[0.0] * 6, *busy))
    assert isinstance(silent, Steady)
    assert silent.regime.weeks == 12
    assert isinstance(empty, Regimes)
    assert [c.up for c in empty.changes] == [False, True]


def test_a_change_behind_silence_is_told_and_not_dated_into_it() -> None:
    found = regimes(weekly(*[5.0, 6.0, 4.0, 5.0, 7.0] * 3, *[None] * 20, *[50.0, 60.0, 55.0, 48.0]))
    assert isinstance(found, Regimes)
    [change] = found.changes
    assert change.week == FIRST + 35
    assert change.earliest <= FIRST + 15
    assert change.probability > 0.99
    assert change.here > 0.9
    assert [r.weeks for r in found.regimes] == [15, 4]


def test_fewer_weeks_than_the_least_say_nothing() -> None:
    assert regimes(weekly(*[3.0] * 7)) == Unknown("not-enough-data")
    assert isinstance(regimes(weekly(*[3.0] * 8)), Steady)
    assert isinstance(regimes(weekly(*[3.0] * 4), Settings(least=4)), Steady)
    assert regimes(of_counts([])) == Unknown("not-enough-data")


def week_count(week: Week, mean: float, share: float, width: float = 0.0) -> WeekCount:
    low, high = mean - width, mean + width
    return WeekCount("PL-BY", week, mean, low, high, low, high, low, high, Coverage(share))


def test_only_covered_weeks_of_a_series_are_known() -> None:
    made = of_counts([week_count(FIRST + n, 10.0 + n, 1.0 if n % 2 else 0.4, width=16.449) for n in range(6)])
    assert isinstance(made, Weekly)
    assert (made.first, made.counts) == (FIRST + 1, (11.0, None, 13.0, None, 15.0))
    assert made.variances == pytest.approx((100.0, 0.0, 100.0, 0.0, 100.0))


def test_readings_that_are_not_known_are_weeks_that_are_not() -> None:
    def reading(n: int, value: float | Unknown, share: float = 1.0) -> Reading:
        return Reading(f"r{n}", "i", "PL-BY", FIRST + n, Date(2024, 1, 1), value, "events", Coverage(share))

    readings = [reading(2, 3.0), reading(0, 1.0), reading(1, Unknown("poor-coverage")), reading(3, 9.0, 0.1)]
    assert of_readings(readings) == Weekly(FIRST, (1.0, None, 3.0), (0.0, 0.0, 0.0))


def test_the_printed_attempts_rise_in_spring_2024_and_fall_with_the_zone_in_june(vocabulary: Vocabulary) -> None:
    """Services printed a tenfold rise in March and April 2024 on one border, and that it fell in June and July."""
    table = read_table(PUBLIC / "attempts.csv", vocabulary, load_sources(), gazetteer=load_gazetteer())
    figures = [f for c in table.coded for f in c.figures]
    series = fuse(figures, ["PL-BY"], Week(2023, 36), Week(2024, 40), vocabulary)
    found = regimes(of_counts(series["PL-BY"]))
    assert isinstance(found, Regimes)
    rises = [c for c in found.changes if c.up and Week(2024, 6) <= c.week <= Week(2024, 16)]
    falls = [c for c in found.changes if not c.up and Week(2024, 22) <= c.week <= Week(2024, 30)]
    assert max(c.probability for c in rises) > 0.9
    assert max(c.probability for c in falls) > 0.9
    levels = {r.first.monday: r.level for r in found.regimes}
    winter = [level for day, level in levels.items() if day <= Date(2024, 1, 15)][-1]
    spring = max(level for day, level in levels.items() if Date(2024, 3, 1) <= day <= Date(2024, 6, 1))
    assert spring > 5 * winter
