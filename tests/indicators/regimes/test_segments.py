"""The recursions against every way to cut a short series, and the probability of a regime against its integral."""

from __future__ import annotations

from itertools import pairwise, product
from math import comb, exp, inf, lgamma, log, pi

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad

from kordon.domain.time import Week
from kordon.indicators.regimes import Settings, Weekly, change_probabilities, online, regimes
from kordon.indicators.regimes.model import Sums
from kordon.indicators.regimes.segments import Cuts

FIRST = Week(2022, 1)
ONE = Settings(dispersions=(4.0,), scales=(5.0,), between=6.0)
SHORT = [
    (3.0, 2.0, 4.0, 11.0, 9.0, 12.0, 0.0),
    (0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0),
    (5.0, None, None, 40.0, None, 38.0, 2.0),
    (7.0, 8.0),
]


def marginal(counts: tuple[float | None, ...], r: float, scale: float) -> float:
    """The same formula, written once more from log gammas."""
    known = [c for c in counts if c is not None]
    a = 0.5 + r / (2 * scale)
    n, s = len(known), sum(known)
    told = sum(lgamma(y + r) - lgamma(r) - lgamma(y + 1) for y in known)
    beta = lgamma(n * r + a) + lgamma(s + 0.5) - lgamma(n * r + a + s + 0.5)
    return exp(told + beta - lgamma(a) - lgamma(0.5) + lgamma(a + 0.5))


def all_cuts(counts: tuple[float | None, ...], settings: Settings) -> dict[tuple[bool, ...], float]:
    """The joint probability of the counts and each pattern of changes (one truth value a week but the first)."""
    [r], [scale] = settings.dispersions, settings.scales
    hazard = 1 / settings.between
    found = {}
    for cut in product((False, True), repeat=len(counts) - 1):
        starts = [0, *(week for week, changed in enumerate(cut, 1) if changed), len(counts)]
        chance = 1.0
        for start, end in pairwise(starts):
            chance *= marginal(counts[start:end], r, scale)
        found[cut] = chance * hazard ** sum(cut) * (1 - hazard) ** (len(cut) - sum(cut))
    return found


@pytest.mark.parametrize("counts", SHORT)
def test_changes_are_those_of_every_way_to_cut(counts: tuple[float | None, ...]) -> None:
    cuts = all_cuts(counts, ONE)
    whole = sum(cuts.values())
    own = Cuts.of(Sums.of(Weekly(FIRST, counts), ONE), ONE.between)
    assert own.total[0] == pytest.approx(log(whole))
    expected = [sum(p for cut, p in cuts.items() if cut[week - 1]) / whole for week in range(1, len(counts))]
    assert change_probabilities(Weekly(FIRST, counts), ONE) == pytest.approx([0.0, *expected])
    last = len(counts) - 1
    for first in range(last + 1):
        none = sum(p for cut, p in cuts.items() if not any(cut[first:last])) / whole
        assert own.unbroken(first, last) == pytest.approx(none)
    likeliest = tuple(week in own.likeliest() for week in range(1, len(counts)))
    assert cuts[likeliest] == pytest.approx(max(cuts.values()))  # silent weeks may share the first place


@pytest.mark.parametrize("counts", SHORT)
def test_what_was_known_then_is_what_the_weeks_up_to_then_give(counts: tuple[float | None, ...]) -> None:
    told = online(Weekly(FIRST, counts), ONE)
    assert told[0] == 0.0
    for end in range(1, len(counts)):
        cuts = all_cuts(counts[: end + 1], ONE)
        recent = sum(p for cut, p in cuts.items() if any(cut[max(0, end - ONE.within) :]))
        assert told[end] == pytest.approx(recent / sum(cuts.values()))


@pytest.mark.parametrize(("r", "scale"), [(0.5, 1.0), (4.0, 20.0), (1000.0, 1.0)])
def test_the_probability_of_a_regime_is_its_integral_over_the_mean(r: float, scale: float) -> None:
    counts = (3, 0, 5)
    a = 0.5 + r / (2 * scale)

    def joint(p: float) -> float:
        """p = r / (r + m), its prior and the three negative binomial probabilities"""
        prior = p ** (a - 1) * (1 - p) ** -0.5 * exp(lgamma(a + 0.5) - lgamma(a) - lgamma(0.5))
        chance = prior
        for y in counts:
            chance *= exp(lgamma(y + r) - lgamma(r)) / comb(y, y) / exp(lgamma(y + 1)) * p**r * (1 - p) ** y
        return chance

    # With p = cos²(t) the prior's poles at 0 and 1 are no poles.
    value, _ = quad(lambda t: joint(np.cos(t) ** 2) * 2 * np.cos(t) * np.sin(t), 0, pi / 2, limit=400)
    settings = Settings(dispersions=(r,), scales=(scale,))
    found = Sums.of(Weekly(FIRST, tuple(map(float, counts))), settings)
    assert float(found.log_marginals(np.array([0]), np.array([2]))[0, 0]) == pytest.approx(log(value), abs=1e-6)


counts_of = st.lists(st.one_of(st.none(), st.integers(0, 60).map(float)), min_size=2, max_size=30)


@given(counts_of)
def test_probabilities_are_probabilities(counts: list[float | None]) -> None:
    weekly = Weekly(FIRST, tuple(counts))
    for found in (change_probabilities(weekly), online(weekly)):
        assert found.shape == (len(counts),)
        assert found[0] == 0.0
        assert ((found >= 0) & (found <= 1 + 1e-12)).all()


@given(counts_of, st.integers(0, 5))
def test_weeks_that_nobody_spoke_for_say_nothing(counts: list[float | None], silent: int) -> None:
    """The evidence for the known weeks is the same with silence after them; nothing reads it as zeros."""
    longer = Weekly(FIRST, (*counts, *[None] * silent))
    before = Cuts.of(Sums.of(Weekly(FIRST, tuple(counts)), Settings()), 52.0)
    after = Cuts.of(Sums.of(longer, Settings()), 52.0)
    assert after.total == pytest.approx(before.total)
    assert after.changes[: len(counts)] == pytest.approx(before.changes, abs=1e-9)
    assert after.changes[len(counts) :] == pytest.approx([1 / 52] * silent)


@given(counts_of)
def test_read_backwards_the_same_weeks_part_the_regimes(counts: list[float | None]) -> None:
    forwards = change_probabilities(Weekly(FIRST, tuple(counts)))
    backwards = change_probabilities(Weekly(FIRST, tuple(reversed(counts))))
    assert forwards[1:] == pytest.approx(backwards[1:][::-1], abs=1e-9)


@given(st.lists(st.integers(0, 60).map(float), min_size=8, max_size=30), st.integers(0, 29))
def test_what_comes_later_changes_nothing_of_what_was_known(counts: list[float], cut: int) -> None:
    cut = min(cut, len(counts) - 1)
    whole = online(Weekly(FIRST, tuple(counts)))
    then = online(Weekly(FIRST, tuple(counts[: cut + 1])))
    assert then == pytest.approx(whole[: cut + 1], abs=1e-9)


def test_a_wide_estimate_says_less_than_a_count() -> None:
    counts = (*[10.0] * 20, *[40.0] * 3)
    chances = [
        float(change_probabilities(Weekly(FIRST, counts, tuple(v * c for c in counts)))[20])
        for v in (0.0, 10.0, 1000.0)
    ]
    assert chances[0] > 0.6 > chances[1] > chances[2]
    assert chances[2] < 0.1


def test_exact_counts_take_the_short_way_to_the_same_answer() -> None:
    counts = (4.0, 7.0, None, 5.0, 30.0, 28.0, 33.0, 35.0)
    exact = change_probabilities(Weekly(FIRST, counts))
    almost = change_probabilities(Weekly(FIRST, counts, (1e-9,) * 8))
    assert exact == pytest.approx(almost, abs=1e-6)


def test_too_few_weeks_are_not_told() -> None:
    few = regimes(Weekly(FIRST, (*[3.0] * 7, *[None] * 30)))
    assert getattr(few, "reason", None) == "not-enough-data"
    assert -inf < float(Cuts.of(Sums.of(Weekly(FIRST, (3.0,)), Settings()), 52.0).total[0])
