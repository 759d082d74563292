"""One border in one week with what stood before it: what is asked again with other readings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kordon.criteria.history import Standing, advance
from kordon.criteria.week import Known, Scored, scored
from kordon.domain.assessment import Level
from kordon.domain.errors import DomainError
from kordon.domain.reading import Coverage, Reading, Unknown
from kordon.domain.time import Date

DAYS = 7


@dataclass(frozen=True, slots=True)
class Basis:
    """One border in one week, with what stood before it."""

    known: Known
    standing: Standing
    trigger_day: Date | None

    def scored(self, readings: Mapping[str, Reading] | None = None) -> Scored:
        """The week's own score, from other readings where they are given."""
        return scored(self.known if readings is None else replace(self.known, readings=readings))

    def level(self, own: Level) -> Level:
        """What stands when the week's own score is this."""
        rule = self.known.criteria.deescalation
        return advance(self.standing, self.known.week, own, self.trigger_day, rule).level


def changed(known: Known, indicator: str, value: float) -> Mapping[str, Reading]:
    """The week's readings with one value changed. The daily mean keeps its ratio to the value; a week that nobody
    spoke for is taken as covered, from two sources, because the question supposes that somebody had told."""
    if not value >= 0 or value == float("inf"):
        raise DomainError(f"{value:g} is no value of a reading; give a number of at least 0.")
    old = known.readings.get(indicator)
    if old is None or isinstance(old.value, Unknown):
        new = Reading(
            f"supposed-{indicator}", indicator, known.border, known.week, known.as_of, value,
            "" if old is None else old.unit, Coverage(1.0), per_day=value / DAYS,
            baseline=None if old is None else old.baseline, evidence=() if old is None else old.evidence,
            sources=2,
        )  # fmt: skip
    else:
        per_day = None
        if old.per_day is not None:
            per_day = old.per_day * value / old.value if old.value > 0 else value / DAYS
        new = replace(old, value=value, per_day=per_day, low=None, high=None)
    return {**known.readings, indicator: new}
