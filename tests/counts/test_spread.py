"""The distribution of nobody or else gamma: its moments, and laws of its probabilities and quantiles."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kordon.counts.spread import Spread, at_scores, printed_below, quantiles

MEANS = st.floats(1e-3, 5000)
OVER = st.floats(1e-2, 500)  # variance over mean
GROUPS = st.floats(0.5, 60)


def one(value: float) -> np.ndarray:
    return np.array([value])


@settings(deadline=None)
@given(MEANS, OVER, GROUPS)
def test_mean_and_variance_are_kept(mean: float, over: float, groups: float) -> None:
    found = Spread.of(one(mean), one(mean * over), groups)
    above = found.shape * found.scale
    some = 1 - found.nobody
    assert some * above == pytest.approx(mean, rel=1e-6)
    if some > 1e-3:
        second = some * (found.shape * found.scale**2 + above**2)
        assert second - mean**2 == pytest.approx(mean * over, rel=0.01, abs=1e-6 * mean**2)


@settings(deadline=None)
@given(MEANS, OVER, GROUPS, st.floats(-5, 9000), st.floats(-5, 9000))
def test_probabilities_rise_from_nothing_to_one(
    mean: float, over: float, groups: float, first: float, second: float
) -> None:
    found = Spread.of(one(mean), one(mean * over), groups)
    low, high = sorted((first, second))
    assert 0 <= found.below(low)[0] <= found.below(high)[0] <= 1
    assert found.below(-1e-9)[0] == 0
    assert found.below(0.0)[0] == pytest.approx(found.nobody[0])


@settings(deadline=None)
@given(MEANS, OVER, GROUPS, st.floats(0.001, 0.999))
def test_a_quantile_has_its_probability_below_it(mean: float, over: float, groups: float, level: float) -> None:
    found = Spread.of(one(mean), one(mean * over), groups)
    place = found.quantile(one(level))
    if place[0] > 0:
        assert found.below(place)[0] == pytest.approx(level, abs=1e-6)
    else:
        assert found.nobody[0] >= level - 1e-6


def test_nobody_is_that_of_groups_of_geometric_size() -> None:
    """Against counts drawn so: Poisson groups of mean size 5, whose variance is 9 times the mean."""
    dice = np.random.default_rng(1)
    groups = dice.poisson(12 / 5, 200_000)
    counts = groups + dice.negative_binomial(np.maximum(groups, 1), 1 / 5) * (groups > 0)
    assert counts.var() / counts.mean() == pytest.approx(9, rel=0.03)
    found = Spread.of(one(12.0), one(108.0), 9.0)
    assert found.nobody[0] == pytest.approx(np.mean(counts == 0), abs=0.005)
    for count in (5, 12, 30):
        assert found.below(count + 0.5)[0] == pytest.approx(np.mean(counts <= count), abs=0.03)


def test_large_counts_are_nearly_normal_and_known_ones_narrow() -> None:
    low, high = quantiles(one(10_000.0), one(100.0**2), 15.0, (0.05, 0.95))[0]
    assert (low, high) == (pytest.approx(9836, abs=3), pytest.approx(10165, abs=3))
    low, high = quantiles(one(50.0), one(0.1), 15.0, (0.05, 0.95))[0]
    assert high - low == pytest.approx(2 * 1.645 * 0.1**0.5, rel=0.01)


def test_scores_are_quantiles() -> None:
    drawn = at_scores(np.array([[0.0], [1.6449]]), one(40.0), one(300.0), 5.0)
    assert drawn[:, 0] == pytest.approx(quantiles(one(40.0), one(300.0), 5.0, (0.5, 0.95))[0], rel=1e-3)


def test_a_source_that_may_be_wrong_prints_further_away() -> None:
    tight = printed_below(one(100.0), one(4.0), one(0.1), 15.0, 2.0, one(110.0))
    loose = printed_below(one(100.0), one(4.0), one(40.0), 15.0, 2.0, one(110.0))
    assert loose < tight < 1
