"""One reading under one rule: the level it gives, and the reason in values a sentence can be made of.

Every rule is monotone: with baseline and history held fixed, a worse value never gives a lower level.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kordon.criteria.incident_tests import meets, wounded
from kordon.criteria.judgements import Judgement, judged_in
from kordon.criteria.model import (
    STEPS,
    Bounds,
    Criteria,
    IndicatorRule,
    Judged,
    Presence,
    PRule,
    Rule,
    Thresholds,
    Wounded,
)
from kordon.domain.assessment import IndicatorLevel, Level, Reason, Value
from kordon.domain.coded import Incident
from kordon.domain.material import ReadReport
from kordon.domain.reading import Baseline, Reading, Unknown
from kordon.domain.time import Date, Week
from kordon.indicators.definition import means_of, reaches
from kordon.indicators.events import grade_of
from kordon.vocabulary import Vocabulary

Values = tuple[tuple[str, Value], ...]
BOUND_PERCENT = {Level.MEDIUM: 90.0, Level.HIGH: 97.5, Level.CRITICAL: 99.5}


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at besides its reading.

    ``before`` holds the readings of the same indicator and border in earlier weeks, the latest first, one a week
    (``None`` where there is no reading). ``week`` holds the week's readings by indicator. ``judgements`` are those
    of offices, of any indicator, border and day.
    """

    criteria: Criteria
    vocabulary: Vocabulary
    incidents: Mapping[str, Incident]
    reports: Mapping[str, ReadReport]
    before: Sequence[Reading | None] = ()
    week: Mapping[str, Reading] = field(default_factory=dict)
    judgements: Sequence[Judgement] = ()
    asked: tuple[str, Week, Date] | None = None  # border, week and day of knowledge: for judgements only


def neat(value: float) -> float | int:
    """A number as a sentence says it: whole from 10 on, one decimal below; 0.05 and less keeps two."""
    digits = 0 if abs(value) >= 10 else 1 if abs(value) >= 0.1 or value == 0 else 2
    rounded = round(value, digits)
    return int(rounded) if rounded == int(rounded) else rounded


def plain(value: float) -> float | int:
    """A bound or floor exactly as the document has it."""
    return int(value) if value == int(value) else value


def assess_indicator(rule: IndicatorRule, reading: Reading | None, context: Context) -> IndicatorLevel:
    """The level of one indicator: the highest that its rules give, or not assessed, with the reason.

    A judgement needs no reading, and stands beside what is read; where both give a level, the higher counts.
    """
    judged = [r for r in rule.rules if isinstance(r, Judged)]
    if not judged:
        return _read(rule, rule.rules, reading, context)
    found = [_judged(rule, r, context) for r in judged]
    computed = tuple(r for r in rule.rules if not isinstance(r, Judged))
    if computed:
        found.insert(0, _read(rule, computed, reading, context))
    assessed = [f for f in found if f.level.assessed]
    return max(assessed, key=lambda f: f.level.rank) if assessed else found[0]


def _read(rule: IndicatorRule, rules: Sequence[Rule], reading: Reading | None, context: Context) -> IndicatorLevel:
    """What the reading gives under the rules that look at one.

    Not assessed are: an indicator without a reading; a reading whose value is unknown; and a reading from a
    poorly covered week, unless more coverage could only raise it and it stands above low already.
    """
    named: Values = (("indicator", rule.indicator),)
    if reading is None:
        reason = Reason("reason-indicator-no-reading", named)
        return IndicatorLevel(rule.indicator, "", Level.NOT_ASSESSED, reason)
    evidence = (reading.id,)
    if isinstance(reading.value, Unknown):
        why = Reason(reading.value.reason, (*named, ("border", reading.border)))
        reason = Reason("reason-indicator-unknown", named, evidence, (why,))
        return IndicatorLevel(rule.indicator, reading.id, Level.NOT_ASSESSED, reason)
    results = [_apply(r, reading, reading.value, context) for r in rules]
    level, key, values = max(results, key=lambda result: result[0].rank)
    covered = reading.coverage.enough(context.criteria.coverage)
    if not covered and not (rule.lower_bound and level is not Level.LOW):
        share = round(100 * reading.coverage.share)
        told: Values = (*named, ("percent", share), ("needed", round(100 * context.criteria.coverage)))
        reason = Reason("reason-indicator-poor-coverage", told, evidence)
        return IndicatorLevel(rule.indicator, reading.id, Level.NOT_ASSESSED, reason)
    children: tuple[Reason, ...] = ()
    if reading.unconfirmed:
        counted: Values = (("count", len(reading.unconfirmed)), ("grade", context.criteria.least_grade))
        children = (Reason("reason-indicator-unconfirmed", counted, reading.unconfirmed),)
    reason = Reason(key, (*named, ("level", level.value), *values), evidence, children)
    return IndicatorLevel(rule.indicator, reading.id, level, reason)


def _apply(rule: Rule, reading: Reading, value: float, context: Context) -> tuple[Level, str, Values]:
    match rule:
        case Thresholds():
            return _thresholds(rule, reading, value, context)
        case Presence():
            return _presence(rule, reading, value, context)
        case Wounded():
            return _wounded(rule, reading, value, context)
        case PRule():
            return _p_rule(rule, reading, value, context)
        case Judged():
            raise AssertionError("a judgement looks at no reading")


def _judged(rule: IndicatorRule, judged: Judged, context: Context) -> IndicatorLevel:
    """The level that an office has judged, while its judgement stands."""
    named: Values = (("indicator", rule.indicator),)
    if context.asked is None:
        return IndicatorLevel(rule.indicator, "", Level.NOT_ASSESSED, Reason("reason-judged-none", named))
    found = judged_in(judged, context.judgements, rule.indicator, *context.asked)
    if found.standing is not None:
        told = found.standing
        values: Values = (*named, ("level", told.level.value), ("office", told.by), ("date", found.until))
        reason = Reason("reason-judged", values, (told.id, *told.evidence))
        return IndicatorLevel(rule.indicator, told.id, told.level, reason)
    if found.expired is not None:
        values = (*named, ("office", found.expired.by), ("date", found.until))
        reason = Reason("reason-judged-expired", values, (found.expired.id,))
        return IndicatorLevel(rule.indicator, "", Level.NOT_ASSESSED, reason)
    return IndicatorLevel(rule.indicator, "", Level.NOT_ASSESSED, Reason("reason-judged-none", named))


def _part(rule: Thresholds, reading: Reading | None) -> float | None:
    """The part of a reading that a threshold rule compares, where it is known."""
    if reading is None or isinstance(reading.value, Unknown):
        return None
    return reading.per_day if rule.on == "per_day" else reading.value


def _reaches(value: float | None, bound: float | None, falling: bool) -> bool:
    if value is None or bound is None:
        return False
    return value < bound if falling else value >= bound


def _thresholds(rule: Thresholds, reading: Reading, value: float, context: Context) -> tuple[Level, str, Values]:
    compared = _part(rule, reading)
    shown = value if compared is None else compared
    bounds = rule.bounds.of(reading.border)
    level = Level.LOW
    waiting: tuple[Level, int] | None = None
    under_floor: float | None = None
    daily = _daily(context.week.get(rule.floor_from) if rule.floor_from is not None else reading)
    for step in STEPS:
        if not _reaches(compared, bounds.of(step), rule.falling):
            continue
        if rule.floors is not None:
            floor = rule.floors.of(reading.border).of(step)
            if floor is not None and (daily is None or daily < floor):
                under_floor = floor
                continue
        weeks = dict(rule.sustained).get(step, 1)
        earlier = list(context.before[: weeks - 1])
        held = [_reaches(_part(rule, r), bounds.of(step), rule.falling) for r in earlier]
        if len(held) < weeks - 1 or not all(held):
            waiting = (step, weeks)
            continue
        level = step
    values: Values = (("value", neat(shown)),)
    if under_floor is not None and level is Level.LOW:
        floor_values: Values = (("floor", plain(under_floor)), ("daily", neat(daily or 0.0)))
        return level, "reason-threshold-under-floor", (*values, *floor_values)
    if waiting is not None:
        return level, "reason-threshold-not-sustained", (*values, ("weeks", waiting[1]))
    if level is Level.LOW:
        first = next((b for b in (bounds.of(s) for s in STEPS) if b is not None), 0.0)
        key = "reason-threshold-not-below" if rule.falling else "reason-threshold-not-reached"
        return level, key, (*values, ("bound", plain(first)))
    key = "reason-threshold-below" if rule.falling else "reason-threshold-reached"
    return level, key, (*values, ("bound", plain(bounds.of(level) or 0.0)))


def _daily(reading: Reading | None) -> float | None:
    """The daily mean of a reading, where it is known."""
    return None if reading is None or isinstance(reading.value, Unknown) else reading.per_day


def _incidents(reading: Reading, context: Context) -> list[Incident]:
    """The incidents that a reading rests on, as far as they can be looked up and their grade counts."""
    least = context.criteria.least_grade
    held = [context.incidents[key] for key in reading.evidence if key in context.incidents]
    return [i for i in held if reaches(grade_of(i, context.reports), least)]


def _presence(rule: Presence, reading: Reading, value: float, context: Context) -> tuple[Level, str, Values]:
    values: Values = (("value", neat(value)),)
    if value <= 0:
        return Level.LOW, "reason-presence-none", values
    best: tuple[Level, Incident] | None = None
    for incident in _incidents(reading, context):
        for case in rule.cases:
            higher = best is None or case.level.rank > best[0].rank
            if higher and meets(case.test, incident, context.vocabulary):
                best = (case.level, incident)
    if best is None or best[0].rank <= rule.otherwise.rank:
        key = "reason-presence-no-case" if rule.otherwise is Level.LOW else "reason-presence"
        return rule.otherwise, key, values
    return best[0], "reason-presence-case", (*values, ("kind", best[1].kind))


def _wounded(rule: Wounded, reading: Reading, value: float, context: Context) -> tuple[Level, str, Values]:
    values: Values = (("value", neat(value)),)
    if value <= 0:
        return Level.LOW, "reason-wounded-none", values
    for incident in _incidents(reading, context):
        if not wounded(incident):
            continue
        armed = [m for m in means_of(incident, context.vocabulary) if m in rule.means]
        if armed:
            return rule.by_means, "reason-wounded-by-means", (*values, ("means", armed[0]))
    return rule.any_wounding, "reason-wounded", values


def _p_rule(rule: PRule, reading: Reading, value: float, context: Context) -> tuple[Level, str, Values]:
    floors = rule.floors.of(reading.border)
    against = _floored(rule, reading, value, context)
    baseline = reading.baseline
    values: Values = (("value", neat(value)), ("against", neat(against)))
    suffix = "day" if rule.floor_of == "day" else "weeks"
    if not isinstance(baseline, Baseline):
        level = _highest(floors, against, rule.without_baseline)
        floor = floors.of(level) if level is not Level.LOW else floors.medium
        why: Values = (*values, ("floor", plain(floor or 0.0)))
        reached = "reached" if level is not Level.LOW else "not-reached"
        return level, f"reason-p-floors-alone-{reached}-{suffix}", why
    bounds = Bounds(baseline.q90, baseline.q975, baseline.q995)
    above = [s for s in STEPS if value > (bounds.of(s) or 0.0)]
    both = [s for s in above if (f := floors.of(s)) is not None and against >= f]
    if both:
        level = both[-1]
        told: Values = (
            ("percent", BOUND_PERCENT[level]),
            ("bound", neat(bounds.of(level) or 0.0)),
            ("floor", plain(floors.of(level) or 0.0)),
        )
        return level, f"reason-p-above-{suffix}", (*values, *told)
    if above:
        return Level.LOW, f"reason-p-under-floor-{suffix}", (*values, ("floor", plain(floors.medium or 0.0)))
    usual: Values = (("bound", neat(baseline.q90)), ("expected", neat(baseline.expected)))
    return Level.LOW, "reason-p-usual", (*values, *usual)


def _floored(rule: PRule, reading: Reading, value: float, context: Context) -> float:
    """What the floors are compared with; a week that is not known adds nothing to a sum of four."""
    if rule.floor_of == "day":
        return reading.per_day if reading.per_day is not None else value / 7
    earlier = [r.value for r in context.before[:3] if r is not None and not isinstance(r.value, Unknown)]
    return value + sum(earlier)


def _highest(floors: Bounds, value: float, cap: Level) -> Level:
    level = Level.LOW
    for step in STEPS:
        floor = floors.of(step)
        if floor is not None and value >= floor and step.rank <= cap.rank:
            level = step
    return level
