"""Levels, trends and the reasons for them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kordon.domain.time import Date, Week

Value = str | int | float | Date | None


class Level(StrEnum):
    """The four levels of Regulation (EU) 2019/1896, Art. 34, and the absence of one.

    ``not_assessed`` has no rank: it is never compared and never counts as low.
    """

    NOT_ASSESSED = "not_assessed"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    CRITICAL = "critical"

    @property
    def assessed(self) -> bool:
        return self is not Level.NOT_ASSESSED

    @property
    def rank(self) -> int:
        """0 (low) to 3 (critical); raises ``ValueError`` for a level that was not assessed."""
        return RANKED.index(self)

    @classmethod
    def of_rank(cls, rank: int) -> Level:
        return RANKED[max(0, min(3, rank))]


RANKED = (Level.LOW, Level.MEDIUM, Level.HIGH, Level.CRITICAL)


class Trend(StrEnum):
    WORSE = "got_worse"
    SAME = "has_not_changed"
    BETTER = "got_better"
    NOT_ASSESSED = "not_assessed"


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of a 'because': a key of the phrase book, the values it is said with, what it rests on.

    ``values`` are pairs so that a reason stays hashable; ``evidence`` holds ids of readings, figures, incidents
    or measures; ``children`` are the reasons of this reason.
    """

    key: str
    values: tuple[tuple[str, Value], ...] = ()
    evidence: tuple[str, ...] = ()
    children: tuple[Reason, ...] = ()

    def value(self, name: str) -> Value:
        return dict(self.values).get(name)


@dataclass(frozen=True, slots=True)
class IndicatorLevel:
    """The level that one reading gives under a criteria document, and why."""

    indicator: str
    reading: str
    level: Level
    reason: Reason


@dataclass(frozen=True, slots=True)
class FactorLevel:
    """The level of one factor: threat factors carry the border's level, vulnerability and protection do not."""

    factor: str
    dimension: str  # threat, vulnerability, impact
    essential: bool
    level: Level
    indicators: tuple[IndicatorLevel, ...]
    reason: Reason


@dataclass(frozen=True, slots=True)
class TriggerFired:
    """A critical-incident trigger: it bypasses the score and raises a consultation on the other borders."""

    trigger: str
    incidents: tuple[str, ...]
    reason: Reason


@dataclass(frozen=True, slots=True)
class Assessment:
    """One border in one week under one criteria document, as it could be known on ``as_of``.

    ``scored`` is what the week's own readings give; ``level`` is what stands after triggers and de-escalation
    have had their say. ``assessed`` of ``factors`` threat factors could be read. ``worse`` and ``better`` are the
    probabilities that the week is worse or better than the weeks before it, which with that of no change sum to
    one; ``None`` where the trend is not assessed. ``chances`` are the probabilities of each level, low to
    critical, by how sure the week's count is and all else as read; ``None`` where no count speaks.
    """

    id: str
    border: str
    week: Week
    as_of: Date
    criteria: str  # hash of the document
    level: Level
    scored: Level
    trend: Trend
    factors: tuple[FactorLevel, ...]
    assessed: int
    of: int
    reason: Reason
    trend_reason: Reason
    triggers: tuple[TriggerFired, ...] = ()
    consult: tuple[str, ...] = ()  # borders whose trigger asks for a consultation here
    expires: Date | None = None  # a critical level always has an end
    worse: float | None = None
    better: float | None = None
    chances: tuple[tuple[Level, float], ...] | None = None

    def strongest(self, count: int) -> tuple[Reason, ...]:
        """The reasons that carry the level: triggers, then assessed indicators by level; among equals those that
        found something go before those that found nothing, in the order of the document."""
        readings = [i for f in self.factors if f.dimension == "threat" for i in f.indicators if i.level.assessed]
        ordered = sorted(readings, key=lambda i: (-i.level.rank, not i.reason.value("value")))
        triggered = tuple(t.reason for t in self.triggers)
        return (triggered + tuple(i.reason for i in ordered))[:count]
