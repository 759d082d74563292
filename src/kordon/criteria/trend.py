"""With what probability a week is worse than the weeks before it, by a named rule with named parameters.

Three parts are looked at, and each gives the probability that it is worse, better or neither:

- **count**: the probability that this week's count exceeds the mean of the ``weeks`` before by more than
  ``margin`` (a share of that mean) and by more than ``least_change`` attempts, and the same downwards; from joint
  draws of the fused posterior where they are handed over, else from each week's interval
  (:mod:`kordon.criteria.chances`).
- **severity**: the probability that more people are hurt a week, or more acts with means of a rank (from
  ``means_from`` on) or a higher one are done, than in the weeks before; Poisson counts with gamma posteriors
  (:func:`kordon.indicators.severity.probability_rose`). The largest of these probabilities is the part's, because
  they rest on the same acts. It never says better: the press is silent about incidents too easily.
- **levels**: certain. Worse where a threat factor scores above its highest of the weeks before, or a trigger
  fires; better where one scores below its lowest of them and none scores above. Factors assessed in fewer than
  ``least_covered`` of them are left out.

The week is worse where at least one part is, better where at least one is and none is worse, and unchanged where
none has changed. With worse(i), better(i) and same(i) of the parts i, taken as independent given what was told:

    worse = 1 - product of (1 - worse(i))
    same = product of same(i)
    better = 1 - worse - same

A part that cannot be compared says nothing (its same is 1). More of what any part calls worse never makes the week
less probably worse. The label is worse where ``worse`` reaches ``probability``, better where ``better`` reaches
``better_probability``, else unchanged. Not assessed where the week, or all but fewer than ``least_covered`` of the
weeks before, are covered below the document's ``coverage``.

Two things are told beside the parts and change nothing of the label: with what probability the level of attempts
changed lately (:mod:`kordon.indicators.regimes`), and a class of means that is new
(:func:`kordon.indicators.severity.escalation`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kordon.criteria.chances import (
    SAME,
    Chances,
    drawn_above,
    percent,
    probability_above,
    reaches,
    together,
)
from kordon.criteria.model import Criteria, TrendRule
from kordon.criteria.rules import neat
from kordon.domain.assessment import FactorLevel, Level, Reason, Trend, TriggerFired, Value
from kordon.domain.reading import Reading, Unknown, WeekCount
from kordon.indicators.severity import AGAINST, Escalation, MeansWeek, probability_rose

Values = tuple[tuple[str, Value], ...]
LIKELY = 0.5  # from which a change of level is said to be one


@dataclass(frozen=True, slots=True)
class WeekFacts:
    """What the trend looks at in one week: the fused count, the readings by indicator, the factors' scores, and
    the acts by their means; without them the reading of the highest rank stands for one act.

    ``draws`` are (n,) draws of the week's count, made together with those of the other weeks. ``changed`` is the
    probability that the level of attempts changed within the last ``within`` weeks, ``new`` a class of means that
    is.
    """

    count: WeekCount | None
    readings: Mapping[str, Reading]
    factors: tuple[FactorLevel, ...]
    triggers: tuple[TriggerFired, ...] = ()
    means: MeansWeek | None = None
    draws: Any = None
    changed: float | None = None
    within: int = 0
    new: Escalation | None = None


@dataclass(frozen=True, slots=True)
class TrendFound:
    """The label, its probabilities (``None`` where nothing could be assessed), and the reason."""

    trend: Trend
    chances: Chances | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class _Part:
    chances: Chances
    reason: Reason


def trend_of(criteria: Criteria, border: str, now: WeekFacts, before: Sequence[WeekFacts]) -> TrendFound:
    """The trend of a week against the weeks ``before`` it (any order), and the reason with its deciding part."""
    rule = criteria.trend
    named: Values = (("border", border),)
    if now.count is None or not now.count.coverage.enough(criteria.coverage):
        share = 0 if now.count is None else round(100 * now.count.coverage.share)
        values: Values = (*named, ("percent", share), ("needed", round(100 * criteria.coverage)))
        return TrendFound(Trend.NOT_ASSESSED, None, Reason("reason-trend-poor-coverage", values))
    covered = [w for w in before if w.count is not None and w.count.coverage.enough(criteria.coverage)]
    if len(covered) < rule.least_covered:
        values = (*named, ("count", len(covered)), ("weeks", rule.weeks), ("needed", rule.least_covered))
        return TrendFound(Trend.NOT_ASSESSED, None, Reason("reason-trend-weeks-before-not-covered", values))
    count = _count(rule, now, now.count, covered)
    severity = _severity(rule, now, covered)
    parts = (count, severity, _levels(rule, now, before))
    whole = together([p.chances for p in parts])
    # Four digits: what the last bits of a machine's arithmetic do is no part of an assessment.
    chances = Chances(round(whole.worse, 4), round(whole.better, 4))
    spoken: Values = (
        ("worse", percent(chances.worse)),
        ("better", percent(chances.better)),
        ("percent", percent(rule.probability)),
        ("weeks", rule.weeks),
    )
    ruled = (*_beside(now), Reason("reason-trend-rule", spoken))
    if reaches(chances.worse, rule.probability):
        ordered = [p.reason for p in sorted(parts, key=lambda p: -p.chances.worse)]
        if not any(reaches(p.chances.worse, rule.probability) for p in parts):
            shares: Values = (
                ("count", percent(count.chances.worse)),
                ("severity", percent(severity.chances.worse)),
                ("percent", percent(rule.probability)),
            )
            ordered.insert(0, Reason("reason-trend-together", shares))
        return TrendFound(Trend.WORSE, chances, Reason("reason-trend-worse", named, (), (*ordered, *ruled)))
    if reaches(chances.better, rule.better_probability):
        ordered = [p.reason for p in sorted(parts, key=lambda p: -p.chances.better)]
        return TrendFound(Trend.BETTER, chances, Reason("reason-trend-better", named, (), (*ordered, *ruled)))
    children = (*(p.reason for p in parts), *ruled)
    return TrendFound(Trend.SAME, chances, Reason("reason-trend-same", named, (), children))


def _beside(now: WeekFacts) -> tuple[Reason, ...]:
    """What is told with a trend and is no part of it."""
    found: list[Reason] = []
    if now.changed is not None:
        told = "yes" if now.changed >= LIKELY else "no"
        values: Values = (("told", told), ("weeks", now.within), ("percent", percent(now.changed)))
        found.append(Reason("reason-trend-regime", values))
    if now.new is not None and now.new.term is not None:
        values = (("means", now.new.term), ("user", now.new.user), ("weeks", now.new.weeks))
        found.append(Reason("reason-trend-means-new", values, now.new.incidents))
    return tuple(found)


def _count(rule: TrendRule, week: WeekFacts, now: WeekCount, covered: Sequence[WeekFacts]) -> _Part:
    before = [w.count for w in covered if w.count is not None]
    drawn = [w.draws for w in covered]

    def above(share: float) -> float:
        if week.draws is None or any(d is None for d in drawn):
            return probability_above(now, before, share, rule.least_change)
        return drawn_above(week.draws, drawn, share, rule.least_change)

    mean = sum(w.mean for w in before) / len(before)
    worse = above(rule.margin)
    # Where the week before was so low that less by the margin would be less than none, nothing can be better.
    fallen = max(rule.margin * mean, rule.least_change) < mean
    better = 1.0 - above(-rule.margin) if fallen else 0.0
    chances = Chances(worse, min(better, 1.0 - worse))
    values: Values = (
        ("value", neat(now.mean)),
        ("before", neat(mean)),
        ("weeks", len(before)),
        ("margin", round(100 * rule.margin)),
        ("percent", percent(max(chances.worse, chances.better))),
    )
    key = "reason-trend-count-same"
    if reaches(worse, rule.probability):
        key = "reason-trend-count-worse"
    elif reaches(chances.better, rule.better_probability):
        key = "reason-trend-count-better"
    return _Part(chances, Reason(key, values, now.figures))


def _severity(rule: TrendRule, now: WeekFacts, before: Sequence[WeekFacts]) -> _Part:
    """The people hurt and the acts by their means; whichever rose more probably makes the part, people before
    means where both make it."""
    parts = [p for p in (_hurt_part(rule, now, before), _acts_part(rule, now, before)) if p is not None]
    if not parts:
        return _Part(SAME, Reason("reason-trend-severity-unknown"))
    chance = max(p.chances.worse for p in parts)
    made = [p for p in parts if reaches(p.chances.worse, rule.probability)]
    told = made[0] if made else max(reversed(parts), key=lambda p: p.chances.worse)
    return _Part(Chances(chance, 0.0), told.reason)


def _hurt_part(rule: TrendRule, now: WeekFacts, before: Sequence[WeekFacts]) -> _Part | None:
    hurt, known = _value(now, rule.wounded), _known(before, rule.wounded)
    if hurt is None or len(known) < rule.least_covered:
        return None
    chance = probability_rose(hurt, sum(known), len(known))
    told: tuple[str, Value] = ("percent", percent(chance))
    values: Values = (("value", neat(hurt)), ("before", neat(max(known))), told)
    key = "reason-trend-wounded-same"
    if reaches(chance, rule.probability):
        key = "reason-trend-wounded-worse"
        if hurt <= max(known):
            key = "reason-trend-hurt-worse"
            values = (("value", neat(hurt)), ("before", neat(sum(known))), ("weeks", len(known)), told)
    return _Part(Chances(chance, 0.0), Reason(key, values, _evidence(now, rule.wounded)))


def _acts_part(rule: TrendRule, now: WeekFacts, before: Sequence[WeekFacts]) -> _Part | None:
    """The acts with means of each rank or a higher one, where the weeks are known; the rank that rose most
    probably."""
    own = _acts(now, rule.means)
    past = [acts for w in before if (acts := _acts(w, rule.means)) is not None]
    if own is None or len(past) < rule.least_covered:
        return None
    earlier = [act for acts in past for act in acts]
    top = max((rank for rank, _ in own), default=0.0)
    top_before = max((rank for rank, _ in earlier), default=0.0)
    found: list[tuple[float, float, float, float]] = []
    for rank in sorted({r for r, _ in own if r >= rule.means_from and r > 0}):
        done = sum(times for r, times in own if r >= rank)
        done_before = sum(times for r, times in earlier if r >= rank)
        found.append((probability_rose(done, done_before, len(past)), rank, done, done_before))
    chance, rank, done, done_before = max(found, default=(0.0, 0.0, 0.0, 0.0))
    evidence = _evidence(now, rule.means)
    share = percent(chance)
    values: Values = (("value", neat(top)), ("before", neat(top_before)), ("percent", share))
    if reaches(chance, rule.probability) and top <= top_before:
        values = (
            ("value", neat(done)),
            ("rank", neat(rank)),
            ("before", neat(done_before)),
            ("weeks", len(past)),
            ("percent", share),
        )
        return _Part(Chances(chance, 0.0), Reason("reason-trend-acts-worse", values, evidence))
    key = "reason-trend-means-worse" if reaches(chance, rule.probability) else "reason-trend-severity-same"
    return _Part(Chances(chance, 0.0), Reason(key, values, evidence))


def _acts(week: WeekFacts, indicator: str | None) -> tuple[tuple[float, float], ...] | None:
    """Rank and number of the acts of a week; ``None`` where nobody could have told of any."""
    value = _value(week, indicator)
    if value is None:
        return None
    if week.means is None:
        return ((value, 1.0),) if value > 0 else ()
    return tuple((float(a.rank), a.times) for a in week.means.of(AGAINST))


def _levels(rule: TrendRule, now: WeekFacts, before: Sequence[WeekFacts]) -> _Part:
    worse, better = Chances(1.0, 0.0), Chances(0.0, 1.0)
    if now.triggers:
        fired: Values = (("trigger", now.triggers[0].trigger),)
        return _Part(worse, Reason("reason-trend-trigger", fired, now.triggers[0].incidents))
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
            return _Part(worse, Reason("reason-trend-factor-worse", values))
        if factor.level.rank < min(ranks) and fallen is None:
            fallen = factor
            lowest = min(ranks)
    if fallen is not None:
        return _Part(better, Reason("reason-trend-factor-better", _level_values(fallen, lowest)))
    if not compared:
        return _Part(SAME, Reason("reason-trend-levels-unknown"))
    return _Part(SAME, Reason("reason-trend-levels-same", (("count", compared),)))


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
