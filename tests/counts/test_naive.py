"""The plain methods that the fused counts are measured against, on figures whose answers can be worked out."""

from __future__ import annotations

import datetime as dt

import pytest

from kordon.counts.naive import FEWEST, hold_out, interpolated_months, last_value
from kordon.counts.observations import Observation


def told(first: dt.date, last: dt.date, count: float, name: str = "") -> Observation:
    days = (first.toordinal(), last.toordinal())
    return Observation(name or f"{first}/{last}", *days, count, count, borders=("PL-BY",))


MAY = told(dt.date(2024, 5, 1), dt.date(2024, 5, 31), 310.0)
JULY = told(dt.date(2024, 7, 1), dt.date(2024, 7, 31), 930.0)


def day(month: int, number: int) -> tuple[int, int]:
    return (dt.date(2024, month, number).toordinal(),) * 2


def test_months_are_joined_by_straight_lines_between_their_middles() -> None:
    assert interpolated_months([MAY, JULY], day(5, 16)) == pytest.approx(10)
    assert interpolated_months([MAY, JULY], day(7, 16)) == pytest.approx(30)
    between = dt.date(2024, 5, 16).toordinal(), dt.date(2024, 7, 16).toordinal()
    assert interpolated_months([MAY, JULY], between) == pytest.approx(62 * 20)
    assert interpolated_months([MAY, JULY], day(1, 1)) == pytest.approx(10)  # level before the first


def test_a_month_without_a_figure_of_its_own_is_told_by_its_parts() -> None:
    parts = [
        told(dt.date(2024, 6, 3), dt.date(2024, 6, 4), 40.0),
        told(dt.date(2024, 6, 20), dt.date(2024, 6, 20), 50.0),
    ]
    assert interpolated_months([MAY, *parts], (dt.date(2024, 6, 15).toordinal(),) * 2) == pytest.approx(
        30, rel=0.02
    )


def test_the_last_value_is_that_of_the_newest_figure_that_ended_before() -> None:
    old = told(dt.date(2024, 5, 1), dt.date(2024, 5, 2), 8.0)
    new = told(dt.date(2024, 5, 1), dt.date(2024, 5, 4), 80.0)
    assert last_value([old, new], day(5, 4)) == 4
    assert last_value([old, new], (day(5, 5)[0], day(5, 6)[0])) == 40
    assert last_value([new, old], day(4, 1)) == 4
    assert last_value([], day(4, 1)) == FEWEST


def test_every_figure_is_predicted_from_other_spans() -> None:
    """Days around 20 and one day of 90: it alone falls outside, and it does not vouch for itself."""
    days = [
        told(dt.date(2024, 5, n), dt.date(2024, 5, n), 90.0 if n == 15 else 17.0 + n % 7) for n in range(1, 29)
    ]
    held = {h.figure: h for h in hold_out(days, interpolated_months)}
    assert len(held) == 28
    odd = held["2024-05-15/2024-05-15"]
    assert odd.mean == pytest.approx(20, rel=0.05)
    assert odd.pit > 0.95
    assert sum(h.inside(0.9) for h in held.values()) >= 25
