"""Readings, counts and incidents under the criteria, week after week: the assessments.

A pure function of its arguments: the same arguments give the same assessments, ids included, on every machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kordon.criteria.basis import Basis
from kordon.criteria.history import Standing, Step, advance
from kordon.criteria.incident_tests import dated
from kordon.criteria.judgements import Judgement
from kordon.criteria.model import Criteria
from kordon.criteria.trend import WeekFacts, trend_of
from kordon.criteria.triggers import Triggers, last_day, triggers_of
from kordon.criteria.uncertain import Counted, drawn_shares, level_chances
from kordon.criteria.week import Known, scored
from kordon.domain.assessment import Assessment, FactorLevel, Level, Reason, Trend, Value
from kordon.domain.material import Material
from kordon.domain.reading import Coverage, Reading, WeekCount
from kordon.domain.report import stable_id
from kordon.domain.time import Date, Week
from kordon.indicators.regimes import Settings, Weekly, of_counts, online
from kordon.indicators.severity import Escalation, MeansWeek, Scale, escalation, load_scale, means_weeks
from kordon.vocabulary import Vocabulary

Values = tuple[tuple[str, Value], ...]
LOOK_BACK = 8  # weeks of earlier readings that a rule may look at


@dataclass(slots=True)
class _Border:
    """What one border carries from week to week."""

    criteria: Criteria | None
    scale: Scale
    counts: Mapping[Week, WeekCount]
    changed: Mapping[Week, float]  # with what probability the level of attempts changed lately
    draws: Mapping[Week, Any]
    means: Mapping[Week, MeansWeek]
    shares: Callable[[Week], Mapping[str, Any]]
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
    scale: Scale | None = None,
    draws: Mapping[str, Any] | None = None,
    judgements: Sequence[Judgement] = (),
    indicators: Sequence[Counted] = (),
) -> Mapping[tuple[str, Week], Assessment]:
    """Every border in every week, in order of the weeks, which are taken as consecutive.

    ``material`` and ``readings`` are what could be known on ``as_of`` (:meth:`Material.at`). ``series`` holds one
    :class:`WeekCount` a week, in attempts a week. A border that no document holds for, and a week outside a
    document's validity, are not assessed, and the reason says so. ``scale`` says which acts the trend counts by
    their means; without it the scale that ships does. ``draws`` are (n, weeks) joint draws of a border's weekly
    counts; without them the trend takes the weeks' intervals as independent. ``judgements`` are those of offices,
    for the rules that ask for one. With ``draws`` and the ``indicators``, which say what is made of counts, a
    level comes with the probability of each level.
    """
    weeks = sorted(weeks)
    scale = scale or load_scale(vocabulary)
    incidents = {i.id: i for i in material.incidents}
    by_week = dated(material.incidents, borders)
    documents = {border: document for document in criteria for border in document.borders}
    means = means_weeks(scale, material, borders, weeks, _coverage(documents, readings), vocabulary)
    states = {
        border: _border(
            documents.get(border),
            scale,
            series.get(border, ()),
            weeks,
            (draws or {}).get(border),
            {week: means[border, week] for week in weeks},
            indicators,
        )
        for border in borders
    }
    found: dict[tuple[str, Week], Assessment] = {}
    for week in weeks:
        triggers = {
            border: triggers_of(state.criteria, border, by_week.get((border, week), ()), material, vocabulary)
            for border, state in states.items()
            if state.criteria is not None and state.criteria.holds_in(week)
        }
        for border, state in states.items():
            known = {r.indicator: r for r in readings.get((border, week), ())}
            consult = tuple(n for n in vocabulary.neighbours(border) if n in triggers and triggers[n].fired)
            if state.criteria is None or not state.criteria.holds_in(week):
                found[border, week] = _outside(state.criteria, border, week, as_of, consult)
                continue
            before = {indicator: tuple(kept) for indicator, kept in state.earlier.items()}
            what = Known(
                state.criteria, border, week, as_of, known, before, incidents, material.reports, vocabulary,
                judgements,
            )  # fmt: skip
            found[border, week] = _week(state, what, triggers[border], consult)
    return found


def _coverage(
    documents: Mapping[str, Criteria], readings: Mapping[tuple[str, Week], tuple[Reading, ...]]
) -> Mapping[tuple[str, Week], Coverage]:
    """For how much of a week somebody spoke who would tell of means, as their indicator has it."""
    return {
        (border, week): reading.coverage
        for (border, week), found in readings.items()
        for reading in found
        if border in documents and reading.indicator == documents[border].trend.means
    }


def _border(
    criteria: Criteria | None,
    scale: Scale,
    series: Sequence[WeekCount],
    weeks: Sequence[Week],
    draws: Any,
    means: Mapping[Week, MeansWeek],
    indicators: Sequence[Counted],
) -> _Border:
    def shares(week: Week) -> Mapping[str, Any]:
        return {} if draws is None else drawn_shares(indicators, draws, weeks, week)

    if criteria is None:
        return _Border(None, scale, {}, {}, {}, means, shares)
    changed: dict[Week, float] = {}
    weekly = of_counts([c for c in series if c.week <= weeks[-1]], criteria.coverage)
    if isinstance(weekly, Weekly):
        least = Settings().least
        known = 0
        for place, chance in enumerate(online(weekly).tolist()):
            known += weekly.counts[place] is not None
            if known >= least:
                changed[weekly.week(place)] = chance
    drawn = {} if draws is None else {week: draws[:, place] for place, week in enumerate(weeks)}
    return _Border(criteria, scale, {c.week: c for c in series}, changed, drawn, means, shares)


def _week(state: _Border, known: Known, looked: Triggers, consult: tuple[str, ...]) -> Assessment:
    triggers = looked.fired
    criteria, border, week, as_of = known.criteria, known.border, known.week, known.as_of
    readings, incidents = known.readings, known.incidents
    found = scored(known)
    together, assessed, of = found.factors, found.assessed, found.of
    for factor in criteria.factors:
        for rule in factor.indicators:
            kept = state.earlier.setdefault(rule.indicator, [])
            kept.insert(0, readings.get(rule.indicator))
            del kept[LOOK_BACK:]
    trigger_day = last_day(triggers, incidents, week) if triggers else None
    step = advance(state.standing, week, found.level, trigger_day, criteria.deescalation)
    chances = level_chances(Basis(known, state.standing, trigger_day), state.shares(week))
    state.standing = step.standing
    new = escalation(state.scale, state.means, week)
    facts = WeekFacts(
        state.counts.get(week), readings, together, triggers, state.means[week], state.draws.get(week),
        state.changed.get(week), Settings().within, new if isinstance(new, Escalation) else None,
    )  # fmt: skip
    trend = trend_of(criteria, border, facts, state.facts[-criteria.trend.weeks :])
    state.facts.append(facts)
    expires = step.standing.expires if step.level is Level.CRITICAL else None
    reason = _standing_reason(step, criteria, border, found.reason, looked, consult)
    key = stable_id(
        "assessment", border, week, as_of, criteria.hash, found.level, step.level, trend.trend, expires, assessed,
        of, *_trace(together), *(f"{t.trigger}:{','.join(t.incidents)}" for t in triggers), "|", *consult,
        step.standing, reason, trend.reason, trend.chances, chances,
    )  # fmt: skip
    return Assessment(
        id=key,
        border=border,
        week=week,
        as_of=as_of,
        criteria=criteria.hash,
        level=step.level,
        scored=found.level,
        trend=trend.trend,
        factors=together,
        assessed=assessed,
        of=of,
        reason=reason,
        trend_reason=trend.reason,
        triggers=triggers,
        consult=consult,
        expires=expires,
        worse=None if trend.chances is None else trend.chances.worse,
        better=None if trend.chances is None else trend.chances.better,
        chances=chances,
    )


def _trace(factors: Sequence[FactorLevel]) -> list[str]:
    return [f"{f.factor}:{f.level}:" + ",".join(f"{i.reading}={i.level}" for i in f.indicators) for f in factors]


def _standing_reason(
    step: Step,
    criteria: Criteria,
    border: str,
    scored: Reason,
    found: Triggers,
    consult: Sequence[str],
) -> Reason:
    """The reason of what stands: the score's own, or what overrides it with the score's below it."""
    rule, triggers = criteria.deescalation, found.fired
    named: Values = (("border", border), ("level", step.level.value))
    asked = (*found.doubtful, *(Reason("reason-consult", (("border", n),)) for n in consult))
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
