"""Whether a week is worse than the weeks before it: a named rule with named parameters.

Three parts vote, and each says which way it points and on what:

- **count**: the probability that this week's count exceeds the mean of the ``weeks`` before by more than
  ``margin`` (a share of that mean) and by more than ``least_change`` attempts; worse where it is at least
  ``probability``, and the same downwards for better. Counts are fused posteriors; on the scale log(1 + count)
  they are taken as normal, with a standard deviation of the width of the 90 % interval over 2 x 1.645. The mean
  of the weeks before carries their own uncertainty and their spread (sample variance over n), by the delta
  method.
- **severity**: worse where more people were wounded than in any of the weeks before, or where a means of a
  higher rank (from ``means_from`` on) was used than in all of them. It never says better: the press is silent
  about incidents too easily.
- **levels**: worse where a threat factor scores above its highest of the weeks before, or a trigger fires;
  better where one scores below its lowest of them and none scores above. Factors assessed in fewer than
  ``least_covered`` of them are left out.

Worse if any part says worse; else better if any part says better; else unchanged. Not assessed where the week,
or all but fewer than ``least_covered`` of the weeks before, are covered below the document's ``coverage``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kordon.criteria.model import Criteria, TrendRule
from kordon.criteria.rules import neat
from kordon.domain.assessment import FactorLevel, Level, Reason, Trend, TriggerFired, Value
from kordon.domain.reading import Reading, Unknown, WeekCount

Values = tuple[tuple[str, Value], ...]
Z90 = 1.6449


@dataclass(frozen=True, slots=True)
class WeekFacts:
    """What the trend looks at in one week: the fused count, the readings by indicator, the factors' scores."""

    count: WeekCount | None
    readings: Mapping[str, Reading]
    factors: tuple[FactorLevel, ...]
    triggers: tuple[TriggerFired, ...] = ()


@dataclass(frozen=True, slots=True)
class _Vote:
    trend: Trend
    reason: Reason


def trend_of(criteria: Criteria, border: str, now: WeekFacts, before: Sequence[WeekFacts]) -> tuple[Trend, Reason]:
    """The trend of a week against the weeks ``before`` it (any order), and the reason with its deciding part."""
    rule = criteria.trend
    named: Values = (("border", border),)
    if now.count is None or not now.count.coverage.enough(criteria.coverage):
        share = 0 if now.count is None else round(100 * now.count.coverage.share)
        values: Values = (*named, ("percent", share), ("needed", round(100 * criteria.coverage)))
        return Trend.NOT_ASSESSED, Reason("reason-trend-poor-coverage", values)
    covered = [w for w in before if w.count is not None and w.count.coverage.enough(criteria.coverage)]
    if len(covered) < rule.least_covered:
        values = (*named, ("count", len(covered)), ("weeks", rule.weeks), ("needed", rule.least_covered))
        return Trend.NOT_ASSESSED, Reason("reason-trend-weeks-before-not-covered", values)
    votes = [
        _count(rule, now.count, [w.count for w in covered if w.count is not None]),
        _severity(rule, now, covered),
        _levels(rule, now, before),
    ]
    said = [v.trend for v in votes]
    children = tuple(v.reason for v in votes)
    if Trend.WORSE in said:
        return Trend.WORSE, Reason("reason-trend-worse", named, (), _first(votes, Trend.WORSE))
    if Trend.BETTER in said:
        return Trend.BETTER, Reason("reason-trend-better", named, (), _first(votes, Trend.BETTER))
    return Trend.SAME, Reason("reason-trend-same", named, (), children)


def _first(votes: Sequence[_Vote], trend: Trend) -> tuple[Reason, ...]:
    """The parts' reasons, those that made the trend first."""
    return tuple(v.reason for v in sorted(votes, key=lambda v: v.trend is not trend))


def probability_above(now: WeekCount, before: Sequence[WeekCount], share: float, least: float) -> float:
    """P(count > mean before + max(share x mean, least)), or, with a negative ``share``, of being above
    mean - max(share x mean, least), with ``share`` taken without its sign."""
    mean = sum(w.mean for w in before) / len(before)
    change = max(abs(share) * mean, least)
    bound = max(0.0, mean + math.copysign(change, share))
    within = sum(_sd(w) ** 2 for w in before) / len(before) ** 2
    between = 0.0
    if len(before) > 1:
        between = sum((w.mean - mean) ** 2 for w in before) / (len(before) - 1) / len(before)
    sd_before = math.sqrt(within + between) / (1 + mean)
    sd_now = (math.log1p(now.high90) - math.log1p(max(0.0, now.low90))) / (2 * Z90)
    difference = math.log1p(max(0.0, now.mean)) - math.log1p(bound)
    sd = math.hypot(sd_now, sd_before)
    if sd < 1e-9:
        return 1.0 if difference > 1e-12 else 0.0 if difference < -1e-12 else 0.5
    return 0.5 * math.erfc(-difference / sd / math.sqrt(2))


def _sd(week: WeekCount) -> float:
    return max(0.0, week.high90 - week.low90) / (2 * Z90)


def _count(rule: TrendRule, now: WeekCount, before: Sequence[WeekCount]) -> _Vote:
    mean = sum(w.mean for w in before) / len(before)
    worse = probability_above(now, before, rule.margin, rule.least_change)
    better = 1.0 - probability_above(now, before, -rule.margin, rule.least_change)
    chance = round(100 * max(worse, better))
    values: Values = (
        ("value", neat(now.mean)),
        ("before", neat(mean)),
        ("weeks", len(before)),
        ("margin", round(100 * rule.margin)),
        ("percent", chance),
    )
    if worse >= rule.probability:
        return _Vote(Trend.WORSE, Reason("reason-trend-count-worse", values, now.figures))
    if better >= rule.probability:
        return _Vote(Trend.BETTER, Reason("reason-trend-count-better", values, now.figures))
    return _Vote(Trend.SAME, Reason("reason-trend-count-same", values, now.figures))


def _severity(rule: TrendRule, now: WeekFacts, before: Sequence[WeekFacts]) -> _Vote:
    hurt, hurt_before = _value(now, rule.wounded), _known(before, rule.wounded)
    if hurt is not None and len(hurt_before) >= rule.least_covered and hurt > max(hurt_before):
        values: Values = (("value", neat(hurt)), ("before", neat(max(hurt_before))))
        return _Vote(Trend.WORSE, Reason("reason-trend-wounded-worse", values, _evidence(now, rule.wounded)))
    rank, rank_before = _value(now, rule.means), _known(before, rule.means)
    if rank is not None and len(rank_before) >= rule.least_covered:
        values = (("value", neat(rank)), ("before", neat(max(rank_before))))
        if rank >= rule.means_from and rank > max(rank_before):
            return _Vote(Trend.WORSE, Reason("reason-trend-means-worse", values, _evidence(now, rule.means)))
        return _Vote(Trend.SAME, Reason("reason-trend-severity-same", values))
    if hurt is not None and len(hurt_before) >= rule.least_covered:
        values = (("value", neat(hurt)), ("before", neat(max(hurt_before))))
        return _Vote(Trend.SAME, Reason("reason-trend-wounded-same", values))
    return _Vote(Trend.NOT_ASSESSED, Reason("reason-trend-severity-unknown"))


def _levels(rule: TrendRule, now: WeekFacts, before: Sequence[WeekFacts]) -> _Vote:
    if now.triggers:
        fired: Values = (("trigger", now.triggers[0].trigger),)
        return _Vote(Trend.WORSE, Reason("reason-trend-trigger", fired, now.triggers[0].incidents))
    fallen: FactorLevel | None = None
    compared = 0
    for factor in now.factors:
        if factor.dimension != "threat" or not factor.level.assessed:
            continue
        ranks = _ranks(before, factor.factor)
        if len(ranks) < rule.least_covered:
            continue
        compared += 1
        if factor.level.rank > max(ranks):
            values = _level_values(factor, max(ranks))
            return _Vote(Trend.WORSE, Reason("reason-trend-factor-worse", values))
        if factor.level.rank < min(ranks) and fallen is None:
            fallen = factor
            lowest = min(ranks)
    if fallen is not None:
        return _Vote(Trend.BETTER, Reason("reason-trend-factor-better", _level_values(fallen, lowest)))
    if not compared:
        return _Vote(Trend.NOT_ASSESSED, Reason("reason-trend-levels-unknown"))
    return _Vote(Trend.SAME, Reason("reason-trend-levels-same", (("count", compared),)))


def _ranks(weeks: Sequence[WeekFacts], factor: str) -> list[int]:
    """The ranks at which a factor was assessed in some weeks."""
    found = (f for week in weeks for f in week.factors if f.factor == factor)
    return [f.level.rank for f in found if f.level.assessed]


def _level_values(factor: FactorLevel, rank_before: int) -> Values:
    before = Level.of_rank(rank_before).value
    return (("factor", factor.factor), ("level", factor.level.value), ("before_level", before))


def _value(week: WeekFacts, indicator: str | None) -> float | None:
    reading = week.readings.get(indicator) if indicator is not None else None
    if reading is None or isinstance(reading.value, Unknown):
        return None
    return reading.value


def _known(weeks: Sequence[WeekFacts], indicator: str | None) -> list[float]:
    return [v for w in weeks if (v := _value(w, indicator)) is not None]


def _evidence(week: WeekFacts, indicator: str | None) -> tuple[str, ...]:
    reading = week.readings.get(indicator) if indicator is not None else None
    return () if reading is None else (reading.id,)
