"""A weekly reading carries its alarm."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from kordon.domain.reading import Alarm, Reading, Unknown
from kordon.domain.time import Span, Week

LAST = Week(2025, 10)
WEEKS = 170

Read = Callable[..., Mapping[str, Reading]]


def attacks(make: Any, last: int, gap: int = 0) -> list[Any]:
    """Four to six attacks a week, told of as a whole week; ``last`` in the last one; nobody speaks for the
    ``gap`` weeks before it."""
    weeks = [LAST - back for back in range(WEEKS, -1, -1)]
    told = [(week, 4 + number % 3) for number, week in enumerate(weeks[:-1]) if number < WEEKS - gap]
    return [
        make.incident("stone_throwing", Span.between(week.monday, week.sunday), times=times, actor="migrants")
        for week, times in (*told, (LAST, last))
    ]


@pytest.mark.parametrize(("last", "fired"), [(40, True), (5, False)])
def test_the_reading_of_a_week_tells_of_its_alarm(make: Any, read: Read, last: int, fired: bool) -> None:
    found = read(LAST, incidents=attacks(make, last))["b1"]
    assert found.value == last and isinstance(found.alarm, Alarm)
    assert found.alarm.fired is fired
    assert found.alarm.expected == pytest.approx(5, abs=0.5)


def test_an_indicator_that_asks_for_none_has_none(make: Any, read: Read) -> None:
    assert read(LAST, incidents=attacks(make, 5))["b3"].alarm is None


def test_no_past_is_not_enough_data(make: Any, read: Read) -> None:
    found = read(LAST, incidents=attacks(make, 5)[-3:])
    assert found["b1"].alarm == Unknown("not-enough-data")


def test_a_week_that_nobody_spoke_for_has_no_verdict(make: Any, read: Read) -> None:
    found = read(LAST + 1, incidents=attacks(make, 5))["b1"]
    assert found.value == Unknown("poor-coverage") == found.alarm


def test_weeks_that_nobody_spoke_for_are_not_zeros(make: Any, read: Read) -> None:
    """After four weeks without a word six attacks are no alarm, and as many are expected as ever."""
    found = read(LAST, incidents=attacks(make, 6, gap=4))["b1"]
    assert isinstance(found.alarm, Alarm) and not found.alarm.fired
    assert found.alarm.expected == pytest.approx(5, abs=0.5)
