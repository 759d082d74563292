"""Readings, counts and incidents under the criteria, week after week: the assessments.

A pure function of its arguments: the same arguments give the same assessments, ids included, on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kordon.criteria.combine import factor_level, raise_impact, score
from kordon.criteria.history import Standing, Step, advance
from kordon.criteria.incident_tests import dated
from kordon.criteria.model import Criteria
from kordon.criteria.rules import Context, assess_indicator
from kordon.criteria.trend import WeekFacts, trend_of
from kordon.criteria.triggers import fired, last_day
from kordon.domain.assessment import Assessment, FactorLevel, Level, Reason, Trend, TriggerFired, Value
from kordon.domain.coded import Incident
from kordon.domain.material import Material
from kordon.domain.reading import Reading, WeekCount
from kordon.domain.report import stable_id
from kordon.domain.time import Date, Week
from kordon.vocabulary import Vocabulary

Values = tuple[tuple[str, Value], ...]
LOOK_BACK = 8  # weeks of earlier readings that a rule may look at


@dataclass(slots=True)
class _Border:
    """What one border carries from week to week."""

    criteria: Criteria | None
    counts: Mapping[Week, WeekCount]
    standing: Standing = field(default_factory=Standing)
    facts: list[WeekFacts] = field(default_factory=list)
    earlier: dict[str, list[Reading | None]] = field(default_factory=dict)


def assess_all(
    criteria: Sequence[Criteria],
    readings: Mapping[tuple[str, Week], tuple[Reading, ...]],
    series: Mapping[str, tuple[WeekCount, ...]],
    material: Material,
    borders: Sequence[str],
    weeks: Iterable[Week],
    as_of: Date,
    vocabulary: Vocabulary,
) -> Mapping[tuple[str, Week], Assessment]:
    """Every border in every week, in order of the weeks, which are taken as consecutive.

    ``material`` and ``readings`` are what could be known on ``as_of`` (:meth:`Material.at`). ``series`` holds one
    :class:`WeekCount` a week, in attempts a week. A border that no document holds for, and a week outside a
    document's validity, are not assessed, and the reason says so.
    """
    incidents = {i.id: i for i in material.incidents}
    by_week = dated(material.incidents, borders)
    documents = {border: document for document in criteria for border in document.borders}
    states = {
        border: _Border(documents.get(border), {c.week: c for c in series.get(border, ())}) for border in borders
    }
    found: dict[tuple[str, Week], Assessment] = {}
    for week in sorted(weeks):
        triggers = {
            border: fired(state.criteria, border, by_week.get((border, week), ()), material.reports, vocabulary)
            for border, state in states.items()
            if state.criteria is not None and state.criteria.holds_in(week)
        }
        for border, state in states.items():
            known = {r.indicator: r for r in readings.get((border, week), ())}
            consult = tuple(n for n in vocabulary.neighbours(border) if triggers.get(n))
            if state.criteria is None or not state.criteria.holds_in(week):
                found[border, week] = _outside(state.criteria, border, week, as_of, consult)
                continue
            here = triggers[border]
            found[border, week] = _week(
                state, state.criteria, border, week, as_of, known, here, consult, incidents, material, vocabulary
            )
    return found


def _week(
    state: _Border,
    criteria: Criteria,
    border: str,
    week: Week,
    as_of: Date,
    readings: Mapping[str, Reading],
    triggers: tuple[TriggerFired, ...],
    consult: tuple[str, ...],
    incidents: Mapping[str, Incident],
    material: Material,
    vocabulary: Vocabulary,
) -> Assessment:
    factors = []
    for factor in criteria.factors:
        levels = []
        for rule in factor.indicators:
            before = state.earlier.setdefault(rule.indicator, [])
            context = Context(criteria, vocabulary, incidents, material.reports, before, readings)
            levels.append(assess_indicator(rule, readings.get(rule.indicator), context))
        factors.append(factor_level(factor, levels, readings, criteria.combination))
    for indicator, kept in state.earlier.items():
        kept.insert(0, readings.get(indicator))
        del kept[LOOK_BACK:]
    together = raise_impact(factors, criteria.combination)
    scored, score_reason, assessed, of = score(border, together, criteria.combination)
    trigger_day = last_day(triggers, incidents, week) if triggers else None
    step = advance(state.standing, week, scored, trigger_day, criteria.deescalation)
    state.standing = step.standing
    facts = WeekFacts(state.counts.get(week), readings, together, triggers)
    trend, trend_reason = trend_of(criteria, border, facts, state.facts[-criteria.trend.weeks :])
    state.facts.append(facts)
    expires = step.standing.expires if step.level is Level.CRITICAL else None
    reason = _standing_reason(step, criteria, border, score_reason, triggers, consult)
    key = stable_id(
        "assessment", border, week, as_of, criteria.hash, scored, step.level, trend, expires, assessed, of,
        *_trace(together), *(f"{t.trigger}:{','.join(t.incidents)}" for t in triggers), "|", *consult,
        step.standing, reason, trend_reason,
    )  # fmt: skip
    return Assessment(
        id=key,
        border=border,
        week=week,
        as_of=as_of,
        criteria=criteria.hash,
        level=step.level,
        scored=scored,
        trend=trend,
        factors=together,
        assessed=assessed,
        of=of,
        reason=reason,
        trend_reason=trend_reason,
        triggers=triggers,
        consult=consult,
        expires=expires,
    )


def _trace(factors: Sequence[FactorLevel]) -> list[str]:
    return [f"{f.factor}:{f.level}:" + ",".join(f"{i.reading}={i.level}" for i in f.indicators) for f in factors]


def _standing_reason(
    step: Step,
    criteria: Criteria,
    border: str,
    scored: Reason,
    triggers: Sequence[TriggerFired],
    consult: Sequence[str],
) -> Reason:
    """The reason of what stands: the score's own, or what overrides it with the score's below it."""
    rule = criteria.deescalation
    named: Values = (("border", border), ("level", step.level.value))
    asked = tuple(Reason("reason-consult", (("border", n),)) for n in consult)
    match step.event:
        case "triggered":
            values: Values = (*named, ("trigger", triggers[0].trigger), ("date", step.standing.expires))
            children = (*(t.reason for t in triggers), scored, *asked)
            return Reason("reason-standing-triggered", values, (), children)
        case "held_critical":
            values = (*named, ("date", step.standing.expires), ("days", rule.critical_days))
            key = "reason-standing-critical"
        case "expired":
            values, key = (*named, ("days", rule.critical_days)), "reason-standing-expired"
        case "stepped_down":
            values, key = (*named, ("weeks", rule.weeks_below)), "reason-standing-stepped-down"
        case "held":
            values = (*named, ("count", step.standing.below), ("weeks", rule.weeks_below))
            key = "reason-standing-held"
        case _:
            return scored if not asked else Reason(scored.key, scored.values, (), (*scored.children, *asked))
    return Reason(key, values, (), (scored, *asked))


def _outside(
    criteria: Criteria | None, border: str, week: Week, as_of: Date, consult: tuple[str, ...]
) -> Assessment:
    """No document holds for the border, or not in this week."""
    key = "reason-no-criteria" if criteria is None else "reason-criteria-not-valid"
    digest = "" if criteria is None else criteria.hash
    reason = Reason(key, (("border", border),))
    factors = () if criteria is None else criteria.threat_factors
    return Assessment(
        id=stable_id("assessment", border, week, as_of, digest, key, *consult),
        border=border,
        week=week,
        as_of=as_of,
        criteria=digest,
        level=Level.NOT_ASSESSED,
        scored=Level.NOT_ASSESSED,
        trend=Trend.NOT_ASSESSED,
        factors=(),
        assessed=0,
        of=len(factors),
        reason=reason,
        trend_reason=reason,
        consult=consult,
    )
