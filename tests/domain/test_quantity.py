from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kordon.domain.errors import DomainError
from kordon.domain.quantity import Quantity, Rounding, leading_step


@pytest.mark.parametrize(
    ("value", "rounding", "low", "high"),
    [
        (2643, Rounding.EXACT, 2643, 2643),
        (200, Rounding.OVER, 200, None),
        (3000, Rounding.ALMOST, 2500, 3000),
        (450, Rounding.ABOUT, 445, 455),
        (2800, Rounding.ROUNDED, 2750, 2850),
        (0, Rounding.EXACT, 0, 0),
        (40, Rounding.UP_TO, 0, 40),
    ],
)
def test_a_wording_leaves_an_interval_open(
    value: float, rounding: Rounding, low: float, high: float | None
) -> None:
    assert Quantity.worded(value, rounding) == Quantity(value, low, high, rounding)


@given(st.integers(0, 10**7), st.sampled_from(sorted(Rounding)))
def test_the_printed_figure_lies_in_its_interval(value: int, rounding: Rounding) -> None:
    quantity = Quantity.worded(value, rounding)
    assert 0 <= quantity.low <= value
    assert quantity.high is None or value <= quantity.high


@given(st.integers(1, 10**9))
def test_the_leading_step_divides_the_figure(value: int) -> None:
    step = int(leading_step(value))
    assert value % step == 0
    assert value % (step * 10) != 0


def test_a_count_below_zero_gets_a_sentence() -> None:
    with pytest.raises(DomainError, match="cannot be below zero"):
        Quantity.exactly(-1)
    with pytest.raises(DomainError, match="low <= best <= high"):
        Quantity(best=5, low=6, high=7)
