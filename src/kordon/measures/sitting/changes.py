"""What has changed in a border's indicators between two assessments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kordon.domain.assessment import Assessment, IndicatorLevel, Level
from kordon.domain.reading import Reading, Unknown


class Moved(StrEnum):
    """How a level moved. ``not_told``: one of the two was not assessed, or there is no earlier one."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    NOT_TOLD = "not_told"


NOT_READ = Unknown("sitting-not-read")
NOT_THEN = Unknown("sitting-no-earlier")


@dataclass(frozen=True, slots=True)
class Change:
    """One indicator of one factor, before and now. ``value`` is a number in ``unit``, or why there is none."""

    factor: str
    indicator: str
    before: Level | Unknown
    now: Level | Unknown
    value_before: float | Unknown
    value_now: float | Unknown
    unit: str
    moved: Moved


@dataclass(frozen=True, slots=True)
class BorderChange:
    """A border's level, before and now, and its indicators in the order of the criteria.

    ``same_criteria``: whether both were assessed by one document; levels by two documents are not comparable, so
    then nothing is said to have moved.
    """

    border: str
    before: Level | Unknown
    now: Level
    moved: Moved
    same_criteria: bool
    indicators: tuple[Change, ...]


def changes(before: Assessment | None, now: Assessment, readings: Mapping[str, Reading]) -> BorderChange:
    """Compare the assessment that the last sitting had with this one's; ``readings`` are those of both, by id."""
    same = before is None or before.criteria == now.criteria
    old = {} if before is None else _indicators(before)
    new = _indicators(now)
    found = []
    for key in dict.fromkeys((*new, *old)):
        one, other = old.get(key), new.get(key)
        levels = _level(one, before is None), _level(other, False)
        reading = readings.get(other.reading if other else one.reading if one else "")
        found.append(
            Change(
                *key,
                *levels,
                _value(one, before is None, readings),
                _value(other, False, readings),
                "" if reading is None else reading.unit,
                _moved(*levels, same),
            )
        )
    level = NOT_THEN if before is None else before.level
    return BorderChange(now.border, level, now.level, _moved(level, now.level, same), same, tuple(found))


def _indicators(assessment: Assessment) -> dict[tuple[str, str], IndicatorLevel]:
    return {(f.factor, i.indicator): i for f in assessment.factors for i in f.indicators}


def _level(found: IndicatorLevel | None, none_then: bool) -> Level | Unknown:
    if found is not None:
        return found.level
    return NOT_THEN if none_then else NOT_READ


def _value(found: IndicatorLevel | None, none_then: bool, readings: Mapping[str, Reading]) -> float | Unknown:
    if found is None:
        return NOT_THEN if none_then else NOT_READ
    reading = readings.get(found.reading)
    return NOT_READ if reading is None else reading.value


def _moved(before: Level | Unknown, now: Level | Unknown, same: bool) -> Moved:
    if isinstance(before, Unknown) or isinstance(now, Unknown) or not (before.assessed and now.assessed and same):
        return Moved.NOT_TOLD
    if before is now:
        return Moved.SAME
    return Moved.UP if now.rank > before.rank else Moved.DOWN
