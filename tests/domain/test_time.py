from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kordon.domain.errors import DomainError
from kordon.domain.time import Precision, Span, Week

days = st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1))


@given(days)
def test_a_day_lies_in_its_week(day: dt.date) -> None:
    week = Week.of(day)
    assert week.monday <= day <= week.sunday
    assert day in week.days()
    assert Week.parse(str(week)) == week


@given(days, st.integers(-300, 300))
def test_adding_weeks_moves_by_seven_days(day: dt.date, count: int) -> None:
    week = Week.of(day)
    assert (week + count).monday - week.monday == dt.timedelta(weeks=count)
    assert week + count - count == week


def test_weeks_run_on_over_the_new_year() -> None:
    assert [str(w) for w in Week(2020, 52).until(Week(2021, 1))] == ["2020-W52", "2020-W53", "2021-W01"]


@pytest.mark.parametrize("text", ["2024-W54", "2021-W53", "2024-22", "W22", "", "2024-W2"])
def test_what_is_no_week_gets_a_sentence(text: str) -> None:
    with pytest.raises(DomainError, match=r"2024-W22\."):
        Week.parse(text)


@given(days, days)
def test_a_span_keeps_its_order(one: dt.date, other: dt.date) -> None:
    first, last = min(one, other), max(one, other)
    span = Span.between(first, last)
    assert span.length == (last - first).days + 1 == span.overlap(first, last)
    if first < last:
        with pytest.raises(DomainError, match="before it starts"):
            Span.between(last, first)


def test_an_open_side_overlaps_as_far_as_asked() -> None:
    span = Span(dt.date(2024, 6, 4), None, Precision.DAY)
    assert span.length is None
    assert span.overlap(dt.date(2024, 6, 1), dt.date(2024, 6, 10)) == 7
    assert list(span.days()) == []
