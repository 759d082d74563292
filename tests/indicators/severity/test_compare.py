"""New classes and shifting shares, against probabilities worked out by hand, and on the public incidents."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kordon.domain.material import Material
from kordon.domain.reading import Coverage, Unknown
from kordon.domain.time import Week
from kordon.indicators import Indicator
from kordon.indicators.severity import (
    Act,
    Escalation,
    MeansWeek,
    MixShift,
    Scale,
    coverage_of,
    escalation,
    load_scale,
    means_weeks,
    mix_shift,
    probability_rose,
    probability_share_rose,
)
from kordon.vocabulary import Vocabulary

WEEK = Week.parse("2024-W22")
TERMS = {"blades": "knife", "irritants": "slingshot"}
RANKS = {"objects": 1, "irritants": 2, "pyrotechnics": 3, "blades": 4, "firearms": 5, "none": 0}


@pytest.fixture(scope="module")
def scale(vocabulary: Vocabulary) -> Scale:
    return load_scale(vocabulary)


def week_of(back: int, *used: str, covered: bool = True) -> MeansWeek:
    acts = []
    for number, one in enumerate(used):
        means, _, user = one.partition(" by ")
        acts.append(
            Act(means, RANKS[means], user or "crossers", 1.0, 0.0, (f"i{back}-{number}",), TERMS.get(means))
        )
    return MeansWeek("PL-BY", WEEK - back, Coverage(float(covered)), covered, tuple(acts))


def year(now: MeansWeek, told: Mapping[int, MeansWeek] | None = None, silent: int = 0) -> dict[Week, MeansWeek]:
    """The week and 60 before it, quiet but for what is told; of the oldest ``silent`` nobody spoke."""
    weeks = {WEEK - back: week_of(back, covered=back <= 60 - silent) for back in range(1, 61)}
    weeks |= {WEEK - back: one for back, one in (told or {}).items()}
    return weeks | {WEEK: now}


def test_a_class_that_nobody_used_in_half_a_year_is_new(scale: Scale) -> None:
    found = escalation(scale, year(week_of(0, "blades", "objects"), {3: week_of(3, "irritants", "objects")}), WEEK)
    assert found == Escalation("blades", "knife", "crossers", "irritants", True, 26, ("i0-0",))


def test_a_lighter_class_can_be_new_too(scale: Scale) -> None:
    found = escalation(scale, year(week_of(0, "irritants"), {3: week_of(3, "firearms by far")}), WEEK)
    assert found == Escalation("irritants", "slingshot", "crossers", "firearms", False, 26, ("i0-0",))


@pytest.mark.parametrize(
    ("now", "before"),
    [
        (week_of(0), {}),
        (week_of(0, "blades"), {1: week_of(1, "blades by far")}),
        (week_of(0, "blades"), {26: week_of(26, "blades")}),
        (week_of(0, "blades"), {4: week_of(4, "blades", covered=False)}),
        (week_of(0, "none"), {}),
        (week_of(0, "firearms by own"), {}),
    ],
)
def test_nothing_new(scale: Scale, now: MeansWeek, before: dict[int, MeansWeek]) -> None:
    assert escalation(scale, year(now, before), WEEK) is None


def test_users_are_kept_apart(scale: Scale) -> None:
    weeks = year(week_of(0, "blades"), {1: week_of(1, "blades by far")})
    assert getattr(escalation(scale, weeks, WEEK, ["crossers"]), "means", None) == "blades"


def test_weeks_that_nobody_covered_are_skipped_and_not_read_as_quiet(scale: Scale) -> None:
    gap = {back: week_of(back, covered=False) for back in range(1, 11)}
    found = escalation(scale, year(week_of(0, "blades"), gap | {30: week_of(30, "blades")}), WEEK)
    assert found is None  # half a year of covered weeks reaches 36 weeks back
    assert escalation(scale, year(week_of(0, "blades"), silent=40), WEEK) == Unknown("not-enough-data")
    assert escalation(scale, year(week_of(0, covered=False)), WEEK) == Unknown("poor-coverage")
    assert escalation(scale, {}, WEEK) == Unknown("poor-coverage")
    told = escalation(scale, year(week_of(0, "blades", covered=False)), WEEK)
    assert getattr(told, "means", None) == "blades"


def test_the_share_of_heavier_means(scale: Scale) -> None:
    before = {back: week_of(back, "objects") for back in range(14, 34)} | {40: week_of(40, "irritants")}
    weeks = year(week_of(0, "irritants", "pyrotechnics", "none"), {2: week_of(2, "objects", "blades")} | before)
    weeks[WEEK - 5] = week_of(5, "irritants")
    found = mix_shift(scale, weeks, WEEK)
    assert isinstance(found, MixShift)
    assert (found.acts, found.of, found.acts_before, found.of_before) == (4, 5, 1, 21)
    assert found.probability > 0.99


def test_a_share_of_too_little_is_not_told(scale: Scale) -> None:
    assert mix_shift(scale, year(week_of(0, "irritants")), WEEK) == Unknown("not-enough-data")
    assert mix_shift(scale, year(week_of(0, *["irritants"] * 9), silent=50), WEEK) == Unknown("poor-coverage")
    assert mix_shift(scale, {}, WEEK) == Unknown("poor-coverage")


RATES = [  # events now, events before, weeks before; by hand: 1 - I_x(now, before + 1/2) with x = 1 / (1 + weeks)
    (0, 5, 4, 0.0),
    (1, 0, 4, 0.8**0.5),
    (1, 4, 4, 0.8**4.5),
    (2, 0, 4, 0.8**0.5 * (1 + 0.5 * 0.2)),
    (1, 0, 9, 0.9**0.5),
]


@pytest.mark.parametrize(("now", "before", "weeks", "chance"), RATES)
def test_the_probability_that_a_rate_rose(now: float, before: float, weeks: int, chance: float) -> None:
    assert probability_rose(now, before, weeks) == pytest.approx(chance)


def test_it_is_that_of_the_two_gamma_posteriors() -> None:
    rng = np.random.default_rng(4)
    now, before = rng.gamma(3, 1, 400_000), rng.gamma(4.5, 1 / 4, 400_000)
    assert probability_rose(3, 4, 4) == pytest.approx(float(np.mean(now > before)), abs=0.003)


@given(st.integers(0, 30), st.integers(0, 30), st.integers(1, 12))
def test_more_now_is_never_less_probably_a_rise_and_more_before_never_more(
    now: int, before: int, weeks: int
) -> None:
    chance = probability_rose(now, before, weeks)
    assert 0 <= chance <= 1
    assert probability_rose(now + 1, before, weeks) >= chance
    assert probability_rose(now, before + 1, weeks) <= chance


def test_the_probability_of_a_share_is_that_of_two_beta_posteriors() -> None:
    rng = np.random.default_rng(4)
    now, before = rng.beta(4.5, 1.5, 400_000), rng.beta(1.5, 20.5, 400_000)
    assert probability_share_rose(4, 5, 1, 21) == pytest.approx(float(np.mean(now > before)), abs=0.003)
    assert probability_share_rose(2, 8, 2, 8) == pytest.approx(0.5, abs=1e-6)


@given(st.integers(0, 20), st.integers(0, 20), st.integers(0, 20), st.integers(0, 20))
def test_a_share_rises_or_falls(heavy: int, light: int, heavy_before: int, light_before: int) -> None:
    one = probability_share_rose(heavy, heavy + light, heavy_before, heavy_before + light_before)
    other = probability_share_rose(heavy_before, heavy_before + light_before, heavy, heavy + light)
    assert one + other == pytest.approx(1, abs=5e-3)
    assert probability_share_rose(heavy + 1, heavy + light + 1, heavy_before, heavy_before + light_before) >= one


def test_the_public_incidents_of_late_may_2024(
    shipped: Material, scale: Scale, vocabulary: Vocabulary, indicators: tuple[Indicator, ...]
) -> None:
    """Two attacks with knives in one week, after stones, branches and slingshots: blades are new, and heavier."""
    weeks = tuple(Week(2023, 1).until(Week(2024, 26)))
    told = coverage_of(shipped, ["PL-BY"], weeks, indicators[0].settings)
    found = {w: one for (_, w), one in means_weeks(scale, shipped, ["PL-BY"], weeks, told, vocabulary).items()}
    new = escalation(scale, found, WEEK)
    assert isinstance(new, Escalation)
    assert (new.means, new.term, new.user, new.higher) == ("blades", "knife", "crossers", True)
    assert found[WEEK].at_or_above(RANKS["blades"], ["crossers"]) >= 1
    assert (
        escalation(scale, found, WEEK + 1) is None
    )  # the week of 3 June told of no class that was not used before
