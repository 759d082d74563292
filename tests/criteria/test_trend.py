"""The trend rule: which part says what, and when nothing can be said."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kordon.criteria import Criteria
from kordon.criteria.trend import WeekFacts, probability_above, trend_of
from kordon.domain.assessment import FactorLevel, Level, Reason, TriggerFired
from kordon.domain.time import Week

WEEK = Week.parse("2024-W22")
PLAIN = Reason("reason-factor-low")


def facts(make: Any, mean: float | None, back: int = 0, **given: Any) -> WeekFacts:
    """One week: a count (``None``: no series), wounded and rank of means, and the level of one threat factor."""
    week = WEEK - back
    found = None if mean is None else make.count(week, mean, given.get("spread", 5), given.get("coverage", 1.0))
    values = {"b1-wounded": given.get("hurt", 0), "means": given.get("means", 1)}
    readings = {name: make.reading(name, value, week=week) for name, value in values.items()}
    factors = (FactorLevel("incidents", "threat", True, Level(given.get("level", "low")), (), PLAIN),)
    fired = given.get("fired", False)
    triggers = (TriggerFired("weapon_use", ("incident-1",), Reason("reason-trigger")),) if fired else ()
    return WeekFacts(found, readings, factors, triggers)


CALM: list[tuple[float, dict[str, Any]]] = [(100, {}), (110, {}), (95, {}), (105, {})]


@pytest.mark.parametrize(
    ("mean", "now", "before", "trend", "part"),
    [
        (104, {}, CALM, "has_not_changed", "reason-trend-count-same"),
        (200, {}, CALM, "got_worse", "reason-trend-count-worse"),
        (110, {"spread": 100}, CALM, "has_not_changed", "reason-trend-count-same"),
        (50, {}, CALM, "got_better", "reason-trend-count-better"),
        (104, {"hurt": 1}, CALM, "got_worse", "reason-trend-wounded-worse"),
        (50, {"hurt": 1}, CALM, "got_worse", "reason-trend-wounded-worse"),
        (104, {"means": 4}, CALM, "got_worse", "reason-trend-means-worse"),
        (104, {"means": 1}, [(100, {"means": 0})] * 4, "has_not_changed", "reason-trend-count-same"),
        (104, {"means": 0}, [(100, {"means": 4})] * 4, "has_not_changed", "reason-trend-count-same"),
        (104, {"hurt": 1}, [(100, {"hurt": 2})] * 4, "has_not_changed", "reason-trend-count-same"),
        (104, {"level": "medium"}, CALM, "got_worse", "reason-trend-factor-worse"),
        (104, {"level": "low"}, [(100, {"level": "high"})] * 4, "got_better", "reason-trend-factor-better"),
        (104, {"fired": True}, CALM, "got_worse", "reason-trend-trigger"),
        (2, {"spread": 0}, [(1, {"spread": 0})] * 4, "has_not_changed", "reason-trend-count-same"),
    ],
)
def test_a_part_makes_the_trend(
    make: Any,
    criteria: Criteria,
    mean: float,
    now: dict[str, Any],
    before: list[tuple[float, dict[str, Any]]],
    trend: str,
    part: str,
) -> None:
    earlier = [facts(make, m, n + 1, **kw) for n, (m, kw) in enumerate(before)]
    found, reason = trend_of(criteria, "PL-BY", facts(make, mean, **now), earlier)
    assert found == trend
    assert reason.children[0].key == part


@pytest.mark.parametrize(
    ("mean", "coverage", "covered", "key"),
    [
        (None, 1.0, 4, "reason-trend-poor-coverage"),
        (500, 0.4, 4, "reason-trend-poor-coverage"),
        (500, 1.0, 1, "reason-trend-weeks-before-not-covered"),
        (500, 1.0, 0, "reason-trend-weeks-before-not-covered"),
    ],
)
def test_silence_is_not_assessed_and_never_unchanged(
    make: Any, criteria: Criteria, mean: float | None, coverage: float, covered: int, key: str
) -> None:
    before = [facts(make, 100, n + 1, coverage=1.0 if n < covered else 0.3) for n in range(4)]
    found, reason = trend_of(criteria, "PL-BY", facts(make, mean, coverage=coverage), before)
    assert (found, reason.key) == ("not_assessed", key)


def test_two_covered_weeks_are_enough(make: Any, criteria: Criteria) -> None:
    before = [facts(make, 100, n + 1, coverage=1.0 if n < 2 else 0.0) for n in range(4)]
    assert trend_of(criteria, "PL-BY", facts(make, 300), before)[0] == "got_worse"


def test_exact_counts_give_certainty(make: Any) -> None:
    before = [make.count(WEEK - n, 100) for n in (1, 2)]
    assert probability_above(make.count(WEEK, 126), before, 0.25, 7) == 1.0
    assert probability_above(make.count(WEEK, 124), before, 0.25, 7) == 0.0
    assert probability_above(make.count(WEEK, 125), before, 0.25, 7) == 0.5


def test_weeks_that_differ_among_themselves_make_less_certain(make: Any) -> None:
    now = make.count(WEEK, 140, 5)
    steady = [make.count(WEEK - n, 100, 5) for n in (1, 2, 3, 4)]
    uneven = [make.count(WEEK - n, mean, 5) for n, mean in enumerate((30, 170, 30, 170), 1)]
    assert probability_above(now, steady, 0.25, 7) > 0.95
    assert probability_above(now, uneven, 0.25, 7) < 0.8


@given(
    st.floats(0, 5000),
    st.floats(0, 5000),
    st.floats(0, 500),
    st.lists(st.floats(0, 3000), min_size=2, max_size=4),
)
def test_more_attempts_are_never_less_probably_worse(
    make: Any, one: float, other: float, spread: float, before: list[float]
) -> None:
    """The posteriors compared are equally wide on the scale of log(1 + count), on which the rule works."""
    weeks = [make.count(WEEK - n - 1, mean, spread) for n, mean in enumerate(before)]
    less, more = (probability_above(make.count(WEEK, mean), weeks, 0.25, 7) for mean in sorted((one, other)))
    assert 0 <= less <= more <= 1
