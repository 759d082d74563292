"""From indicators to factors, from factors to the border.

The rule, with its named parameters in the document:

1. A factor's level is the highest of its assessed indicators. Where one indicator alone gives that level and a
   single source (or none that is named) supports it, the factor is some steps lower, but not below what another
   indicator gives: two of them stand behind that.
2. Vulnerability never raises a threat. It raises an assessed impact factor one step while some threat factor is
   medium or more and vulnerability is high or more.
3. The border's score over the assessed threat factors: critical with two critical factors; high with one high or
   critical factor, or three at medium or more; medium with one medium factor; else low. While an essential
   factor is not assessed, neither is the border.

Levels only ever rise with their indicators' levels while the sources are held fixed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kordon.criteria.model import Combination, Factor
from kordon.domain.assessment import FactorLevel, IndicatorLevel, Level, Reason, Value
from kordon.domain.reading import Reading

Values = tuple[tuple[str, Value], ...]


def factor_level(
    factor: Factor,
    indicators: Sequence[IndicatorLevel],
    readings: Mapping[str, Reading],
    combination: Combination,
    judged: Mapping[str, int] | None = None,
) -> FactorLevel:
    """The level of one factor; ``readings`` by indicator, for the number of sources that support each, and
    ``judged``: by judgement, how many pieces of evidence it names."""
    named: Values = (("factor", factor.id),)
    levels = tuple(indicators)
    assessed = [i for i in levels if i.level.assessed]
    children = tuple(i.reason for i in levels)
    if not assessed:
        key = "reason-factor-not-assessed" if levels else "reason-factor-no-source"
        reason = Reason(key, named, (), children)
        return FactorLevel(factor.id, factor.dimension, factor.essential, Level.NOT_ASSESSED, levels, reason)
    top = max((i.level for i in assessed), key=lambda level: level.rank)
    carrying = [i for i in assessed if i.level is top]
    sources = max(_support(i, readings, judged or {}) for i in carrying)
    counted: Values = (("assessed", len(assessed)), ("of", len(levels)))
    if top is Level.LOW:
        reason = Reason("reason-factor-low", (*named, ("level", top.value), *counted), (), children)
        return FactorLevel(factor.id, factor.dimension, factor.essential, top, levels, reason)
    carried: Values = (("indicator", carrying[0].indicator),)
    if len(carrying) == 1 and sources <= 1 and combination.single_source_steps:
        others = [i.level.rank for i in assessed if i.level is not top]
        level = Level.of_rank(max(top.rank - combination.single_source_steps, *others, Level.LOW.rank))
        stepped: Values = (*named, ("level", level.value), ("read_level", top.value), *carried, *counted)
        reason = Reason("reason-factor-single-source", stepped, (), children)
        return FactorLevel(factor.id, factor.dimension, factor.essential, level, levels, reason)
    several: Values = (*named, ("level", top.value), *carried, ("count", len(carrying)), *counted)
    key = "reason-factor-one" if len(carrying) == 1 else "reason-factor-several"
    return FactorLevel(
        factor.id, factor.dimension, factor.essential, top, levels, Reason(key, several, (), children)
    )


def _support(level: IndicatorLevel, readings: Mapping[str, Reading], judged: Mapping[str, int]) -> int:
    reading = readings.get(level.indicator)
    if level.reading in judged or reading is None:
        return judged.get(level.reading, 0)
    return reading.sources


def raise_impact(factors: Sequence[FactorLevel], combination: Combination) -> tuple[FactorLevel, ...]:
    """The factors with impact raised where a real threat meets a weak guard."""

    def reaches(dimension: str, least: Level) -> bool:
        return any(f.dimension == dimension and f.level.assessed and f.level.rank >= least.rank for f in factors)

    if not (
        reaches("threat", combination.impact_threat) and reaches("vulnerability", combination.impact_vulnerability)
    ):
        return tuple(factors)
    return tuple(_raised(f, combination.impact_steps) if f.dimension == "impact" else f for f in factors)


def _raised(factor: FactorLevel, steps: int) -> FactorLevel:
    if not factor.level.assessed:
        return factor
    level = Level.of_rank(factor.level.rank + steps)
    values: Values = (("factor", factor.factor), ("level", level.value), ("read_level", factor.level.value))
    return replace(factor, level=level, reason=Reason("reason-factor-raised", values, (), (factor.reason,)))


def score(border: str, factors: Sequence[FactorLevel], combination: Combination) -> tuple[Level, Reason, int, int]:
    """The border's level from this week's readings alone, the reason, and k of n threat factors assessed."""
    threat = [f for f in factors if f.dimension == "threat"]
    assessed = [f for f in threat if f.level.assessed]
    children = tuple(f.reason for f in factors)
    counted: Values = (("border", border), ("assessed", len(assessed)), ("of", len(threat)))
    missing = [f for f in threat if f.essential and not f.level.assessed]
    if missing or not assessed:
        if not missing:
            return Level.NOT_ASSESSED, Reason("reason-score-nothing", counted, (), children), 0, len(threat)
        first, second = missing[0].factor, missing[min(1, len(missing) - 1)].factor
        values: Values = (*counted, ("factor", first), ("other_factor", second), ("count", len(missing)))
        reason = Reason("reason-score-essential-missing", values, (), children)
        return Level.NOT_ASSESSED, reason, len(assessed), len(threat)
    level, key, count, named = _rule(assessed, combination)
    told: Values = (*counted, ("level", level.value), ("count", count))
    if named is not None:
        told = (*told, ("factor", named.factor))
    return level, Reason(key, told, (), children), len(assessed), len(threat)


def _rule(assessed: Sequence[FactorLevel], combination: Combination) -> tuple[Level, str, int, FactorLevel | None]:
    def at_least(level: Level) -> list[FactorLevel]:
        return [f for f in assessed if f.level.rank >= level.rank]

    critical, high, medium = at_least(Level.CRITICAL), at_least(Level.HIGH), at_least(Level.MEDIUM)
    if len(critical) >= combination.critical_at:
        return Level.CRITICAL, "reason-score-critical", len(critical), critical[0]
    if high:
        return Level.HIGH, "reason-score-high", len(high), max(high, key=lambda f: f.level.rank)
    if len(medium) >= combination.high_at:
        return Level.HIGH, "reason-score-many-medium", len(medium), medium[0]
    if medium:
        return Level.MEDIUM, "reason-score-medium", len(medium), medium[0]
    return Level.LOW, "reason-score-low", 0, None
