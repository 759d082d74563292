"""Calm, the usual level and rates, each as its definition says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kordon.counts import Band, at_usual_level, calm_weeks, probability_above, usual_level
from kordon.domain.reading import Coverage, Unknown, WeekCount
from kordon.domain.time import Week

START = Week(2022, 40)


def count(number: int, mean: float, share: float = 1.0, width: float = 0.2) -> WeekCount:
    b = [mean * (1 + side * width) for side in (-0.4, 0.4, -1.0, 1.0, -1.2, 1.2)]
    return WeekCount("PL-BY", START + number, mean, b[0], b[1], b[2], b[3], b[4], b[5], Coverage(share))


def series(means: list[float], silent: tuple[int, ...] = ()) -> list[WeekCount]:
    return [count(i, m, 0.0 if i in silent else 1.0) for i, m in enumerate(means)]


USUAL = [100.0, 200.0, 300.0, 400.0, 500.0] * 10


def test_weeks_of_calm_are_counted_back_from_the_week() -> None:
    weeks = series([*USUAL, 90.0, 80.0, 70.0, 1400.0])
    assert calm_weeks(weeks, START + 53) == 3
    assert calm_weeks(weeks, START + 52) == 2
    assert calm_weeks(series([*USUAL, 90.0, 300.0, 70.0, 1400.0]), START + 53) == 1
    assert calm_weeks(series([*USUAL, 300.0]), START + 51) == 0


def test_a_silent_week_is_not_calm() -> None:
    assert calm_weeks(series([*USUAL, 90.0, 80.0, 70.0, 1400.0], silent=(51,)), START + 53) == 1


def test_the_usual_level_is_between_the_quartiles_of_the_year_before() -> None:
    weeks = series([*USUAL, 300.0, 900.0])
    band = usual_level(weeks, START + 50)
    assert band == Band(200.0, 300.0, 400.0, 50)
    assert at_usual_level(weeks, START + 50) is True
    assert at_usual_level(weeks, START + 51) is False


def test_too_little_is_not_told() -> None:
    weeks = series(USUAL[:20], silent=tuple(range(10)))
    assert usual_level(weeks, START + 19) == Unknown("not-enough-data")
    assert calm_weeks(weeks, START + 19) == Unknown("not-enough-data")
    assert at_usual_level(weeks, START + 19) == Unknown("not-enough-data")
    assert at_usual_level(series([*USUAL, 300.0], silent=(50,)), START + 50) == Unknown("poor-coverage")


def test_probability_above_a_rate_agrees_with_the_intervals() -> None:
    week = count(0, 1400.0)
    assert probability_above(week, week.high90 / 7) == pytest.approx(0.05, abs=0.001)
    assert probability_above(week, week.low50 / 7) == pytest.approx(0.75, abs=0.001)
    assert probability_above(week, 0.0) > 0.999
    assert probability_above(week, 4000.0) < 0.001


def test_a_count_that_is_known_is_above_or_not() -> None:
    known = WeekCount("PL-BY", START, 700.0, 700, 700, 700, 700, 700, 700, Coverage(1.0))
    assert probability_above(known, 99.0) > 0.999
    assert probability_above(known, 101.0) < 0.001


@given(
    st.floats(0, 5000),
    st.lists(st.floats(0, 400), min_size=5, max_size=5),
    st.floats(0, 1000),
    st.floats(0, 1000),
)
def test_a_higher_rate_is_never_more_probable(low: float, steps: list[float], one: float, two: float) -> None:
    b = [low]
    for step in steps:
        b.append(b[-1] + step)
    week = WeekCount("PL-BY", START, b[2], b[2], b[3], b[1], b[4], b[0], b[5], Coverage(1.0))
    smaller, larger = sorted((one, two))
    assert 0.0 <= probability_above(week, larger) <= probability_above(week, smaller) + 1e-9 <= 1.0 + 1e-9
