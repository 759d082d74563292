"""How near a border is to its next level: what the week's readings lack for the rules to say more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kordon.commentary.context import DraftContext
from kordon.commentary.language import rough
from kordon.criteria.model import PRule, Thresholds
from kordon.domain.assessment import IndicatorLevel, Level
from kordon.domain.reading import Baseline, Reading, Unknown
from kordon.domain.time import Week

NEAR = 0.8  # of the next bound: what lies below it is not near
DAYS = 7


@dataclass(frozen=True, slots=True)
class Next:
    """The next level of one indicator: from which value on it holds, and the value of the week, both a day where
    ``daily``; ``reading`` is the id of the reading."""

    indicator: str
    reading: str
    level: Level
    need: float
    now: float
    daily: bool

    @property
    def told(self) -> bool:
        """Whether the distance is still to be seen when both are said roughly."""
        return not self.daily or rough(self.now) < rough(self.need)

    @property
    def gap(self) -> float:
        return self.need - self.now


def nearest(context: DraftContext, border: str, week: Week) -> Next | None:
    """The indicator nearest to its next level, where one is near and that level lies above the border's."""
    key = ("next", border, week)
    if key not in context.memory:
        found = [n for n in _all(context, border, week) if NEAR <= n.now / n.need < 1 and n.told]
        context.memory[key] = max(found, key=lambda n: (n.now / n.need, n.indicator), default=None)
    nearest_one: Next | None = context.memory[key]
    return nearest_one


def facts_of_next(found: Next) -> Mapping[str, float]:
    return {"need": found.need, "now": found.now, "gap": found.gap}


def _all(context: DraftContext, border: str, week: Week) -> Iterator[Next]:
    assessment = context.assessments.get((border, week))
    if assessment is None or not assessment.level.assessed:
        return
    criteria = next((c for c in context.criteria if c.hash == assessment.criteria), None)
    if criteria is None:
        return
    rules = {i.indicator: i.rules for f in criteria.factors for i in f.indicators}
    for factor in assessment.factors:
        for found in factor.indicators if factor.dimension == "threat" else ():
            reading = context.readings.get(found.reading)
            if reading is None or isinstance(reading.value, Unknown) or not found.level.assessed:
                continue
            level = Level.of_rank(found.level.rank + 1)
            if found.level is Level.CRITICAL or level.rank <= assessment.level.rank:
                continue
            for rule in rules.get(found.indicator, ()):
                near = _next(rule, found, reading, border, level)
                if near is not None:
                    yield near


def _next(rule: object, found: IndicatorLevel, reading: Reading, border: str, level: Level) -> Next | None:
    assert not isinstance(reading.value, Unknown)
    if isinstance(rule, PRule) and rule.floor_of == "day" and isinstance(reading.baseline, Baseline):
        base = reading.baseline
        bound = {Level.MEDIUM: base.q90, Level.HIGH: base.q975, Level.CRITICAL: base.q995}[level] / DAYS
        floor = rule.floors.of(border).of(level)
        now = reading.per_day if reading.per_day is not None else reading.value / DAYS
        return (
            None if floor is None else Next(found.indicator, reading.id, level, max(bound, floor), now, daily=True)
        )
    if isinstance(rule, Thresholds) and not rule.falling and rule.on == "value" and not rule.sustained:
        bound_of = rule.bounds.of(border).of(level)
        return (
            None
            if bound_of is None
            else Next(found.indicator, reading.id, level, bound_of, reading.value, daily=False)
        )
    return None
