"""What a criteria document says in vain: rules and levels that nothing can reach, and rules that need one another.

A reader takes every line of an approved document for something that can happen. What cannot is either a mistake or
bound to be read as a promise, so each is complained about, whatever border, week or reading may come.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from kordon.criteria.model import (
    STEPS,
    Bounds,
    Case,
    Criteria,
    Factor,
    IncidentTest,
    IndicatorRule,
    Judged,
    PerBorder,
    Presence,
    PRule,
    Rule,
    Thresholds,
    Wounded,
)
from kordon.domain.assessment import Level
from kordon.vocabulary.documents import Steps


class CountsKinds(Protocol):
    """Which incidents an indicator counts."""

    @property
    def kinds(self) -> frozenset[str]: ...
    @property
    def classes(self) -> frozenset[str]: ...


class OfIncidents(Protocol):
    @property
    def of_incidents(self) -> bool: ...


class Definition(Protocol):
    """What is asked of an indicator's definition here."""

    @property
    def measure(self) -> OfIncidents: ...
    @property
    def counts(self) -> CountsKinds: ...


Definitions = Mapping[str, Definition]


@dataclass(frozen=True, slots=True)
class Fault:
    """``place`` is where it stands in the document; ``problem`` and ``remedy`` make a sentence."""

    place: Steps
    problem: str
    remedy: str


def faults(criteria: Criteria, definitions: Definitions | None = None) -> tuple[Fault, ...]:
    """Everything in a document that can never take effect, in the order of the document.

    ``definitions`` by indicator tell which incidents a reading rests on; without them that is not looked at.
    """
    known = definitions or {}
    found: list[Fault] = []
    for n, factor in enumerate(criteria.factors):
        for m, rule in enumerate(factor.indicators):
            found += _indicator(("factors", n, "indicators", m), rule, known.get(rule.indicator))
    found += _cycles(criteria)
    found += _combination(criteria)
    found += _triggers(criteria)
    return tuple(found)


# ---- one indicator -----------------------------------------------------------------------------------------


def _indicator(place: Steps, indicator: IndicatorRule, definition: Definition | None) -> Iterator[Fault]:
    for position, rule in enumerate(indicator.rules):
        at = (*place, "rules", position)
        match rule:
            case Thresholds():
                yield from _thresholds(at, rule)
            case Presence():
                yield from _presence(at, rule, definition)
            case Wounded():
                yield from _wounded(at, rule, definition)
            case PRule():
                yield from _p_rule(at, rule)
        for other, earlier in enumerate(indicator.rules):
            if other != position and _covers(earlier, rule) and (other < position or not _covers(rule, earlier)):
                problem = f"rule {other + 1} of {indicator.indicator!r} always gives this level or a higher one"
                yield Fault(at, f"this rule never decides: {problem}", "take it out, or mend its bounds")
                break


def _thresholds(at: Steps, rule: Thresholds) -> Iterator[Fault]:
    for place, bounds in _each(at, "bounds", rule.bounds):
        for level in STEPS:
            if rule.falling and bounds.of(level) == 0:
                problem = f"{level} is never reached: no reading is below 0"
                yield Fault((*place, level.value), problem, "take the level out, or give it a higher bound")
    for level, _ in rule.sustained:
        if not any(b.of(level) is not None for _, b in _each(at, "bounds", rule.bounds)):
            problem = f"{level} must be sustained, but no bound gives it"
            yield Fault((*at, "sustained", level.value), problem, "give it a bound, or take the line out")
    if rule.floors is None:
        return
    for place, floors in _each(at, "floors", rule.floors):
        for level in STEPS:
            has_bound = any(b.of(level) is not None for _, b in _each(at, "bounds", rule.bounds))
            if floors.of(level) is not None and not has_bound:
                problem = f"{level} has a floor, but no bound gives it"
                yield Fault((*place, level.value), problem, "give it a bound, or take the floor out")


def _presence(at: Steps, rule: Presence, definition: Definition | None) -> Iterator[Fault]:
    if definition is not None and not definition.measure.of_incidents and rule.cases:
        problem = "no case is ever met: this indicator does not rest on incidents"
        yield Fault((*at, "cases"), problem, "use a rule of another kind")
        return
    if not rule.cases and rule.otherwise is Level.LOW:
        yield Fault((*at, "otherwise"), "this rule gives low whatever is read", "give it a case, or take it out")
    for position, case in enumerate(rule.cases):
        place = (*at, "cases", position)
        if case.level.rank <= rule.otherwise.rank:
            problem = f"this case gives {case.level}, which 'otherwise' gives without it"
            yield Fault((*place, "level"), problem, "take it out, or give it a higher level")
        elif (why := _impossible(case.test, definition)) is not None:
            yield Fault((*place, "if"), f"no incident meets this case: {why}", "mend its conditions")
        elif (other := _stronger(rule.cases, position)) is not None:
            problem = f"case {other + 1} gives this level or a higher one to every incident that meets it"
            yield Fault(place, f"this case never decides: {problem}", "take it out, or mend its conditions")


def _stronger(cases: Sequence[Case], position: int) -> int | None:
    """A case that makes the one at ``position`` superfluous; of two that are alike the later one is."""
    this = cases[position]
    for other, case in enumerate(cases):
        if other == position or case.level.rank < this.level.rank or not contains(case.test, this.test):
            continue
        if other < position or case.level.rank > this.level.rank or not contains(this.test, case.test):
            return other
    return None


def _wounded(at: Steps, rule: Wounded, definition: Definition | None) -> Iterator[Fault]:
    if definition is not None and not definition.measure.of_incidents:
        yield Fault(at, "this indicator does not rest on incidents, so nobody is ever hurt", "use another kind")
    if rule.any_wounding is Level.LOW and rule.by_means is Level.LOW:
        yield Fault(at, "this rule gives low whatever is read", "give it a higher level, or take it out")
    elif rule.by_means is rule.any_wounding:
        problem = f"'by_means' gives {rule.by_means}, which 'any' gives without it"
        yield Fault((*at, "by_means"), problem, "give it a higher level")


def _p_rule(at: Steps, rule: PRule) -> Iterator[Fault]:
    highest = max((_top(floors) for _, floors in _each(at, "floors", rule.floors)), key=lambda level: level.rank)
    if rule.without_baseline.rank > highest.rank:
        problem = (
            f"{rule.without_baseline} is never reached without a baseline: the highest floor is for {highest}"
        )
        yield Fault((*at, "without_baseline"), problem, f"write {highest}, or give a floor for the higher level")


def _top(bounds: Bounds) -> Level:
    return next((level for level in reversed(STEPS) if bounds.of(level) is not None), Level.LOW)


def _each(at: Steps, key: str, per: PerBorder) -> list[tuple[Steps, Bounds]]:
    if per.every is not None:
        return [((*at, key), per.every)]
    return [((*at, f"{key}_by_border", border), bounds) for border, bounds in per.by_border.items()]


def _covers(rule: Rule, other: Rule) -> bool:
    """Whether ``rule`` gives at least the level of ``other`` to every reading, as far as bounds alone tell."""
    if not isinstance(rule, Thresholds) or not isinstance(other, Thresholds):
        return rule == other
    if rule.on != other.on or rule.falling != other.falling or rule.sustained or rule.floors is not None:
        return rule == other
    borders = {*rule.bounds.by_border, *other.bounds.by_border} or {""}
    return all(_reaches_first(rule.bounds.of(b), other.bounds.of(b), rule.falling) for b in borders)


def _reaches_first(bounds: Bounds, other: Bounds, falling: bool) -> bool:
    for number, level in enumerate(STEPS):
        bound = other.of(level)
        if bound is None:
            continue
        own = [b for step in STEPS[number:] if (b := bounds.of(step)) is not None]
        if not any(b >= bound if falling else b <= bound for b in own):
            return False
    return True


# ---- tests of incidents ------------------------------------------------------------------------------------


def contains(wider: IncidentTest, narrower: IncidentTest) -> bool:
    """Whether every incident that meets ``narrower`` meets ``wider``, as far as their words tell."""

    def words(wide: Iterable[str], narrow: Iterable[str]) -> bool:
        return not set(wide) or (bool(set(narrow)) and set(narrow) <= set(wide))

    people = wider.people_at_least is None or (
        narrower.people_at_least is not None and narrower.people_at_least >= wider.people_at_least
    )
    return (
        words(wider.kinds, narrower.kinds)
        and words(wider.actor_sides, narrower.actor_sides)
        and words(wider.recipients, narrower.recipients)
        and words(wider.means, narrower.means)
        and set(wider.not_means) <= set(narrower.not_means)
        and words(wider.organised_by, narrower.organised_by)
        and people
        and wider.wounded in (None, narrower.wounded)
        and wider.warning_shots in (None, narrower.warning_shots)
    )


def _impossible(test: IncidentTest, definition: Definition | None) -> str | None:
    """Why no incident can meet a test."""
    if test.means and set(test.means) <= set(test.not_means):
        return "it asks for the means that it excludes"
    if definition is None or not test.kinds or "killed" in definition.counts.classes:
        return None
    counted = definition.counts.kinds
    if counted and not counted & set(test.kinds):
        return "its indicator counts none of these kinds"
    return None


def _triggers(criteria: Criteria) -> Iterator[Fault]:
    for n, trigger in enumerate(criteria.triggers):
        for position, test in enumerate(trigger.tests):
            place = ("triggers", n, "any", position)
            if (why := _impossible(test, None)) is not None:
                yield Fault(place, f"{trigger.id!r} never fires by this test: {why}", "mend its conditions")
            for other, wider in enumerate(trigger.tests):
                later = other < position or not contains(test, wider)
                if other != position and contains(wider, test) and later:
                    problem = f"whatever meets this test meets test {other + 1} of {trigger.id!r}"
                    yield Fault(place, problem, "take it out, or mend its conditions")
                    break


# ---- what leans on what ------------------------------------------------------------------------------------


def _cycles(criteria: Criteria) -> Iterator[Fault]:
    """Indicators whose floors ask for one another, each once, at the first of them in the document."""
    asks: dict[str, dict[str, Steps]] = {}
    for n, factor in enumerate(criteria.factors):
        for m, indicator in enumerate(factor.indicators):
            for position, rule in enumerate(indicator.rules):
                if isinstance(rule, Thresholds) and rule.floor_from is not None:
                    place: Steps = ("factors", n, "indicators", m, "rules", position, "floor_from")
                    asks.setdefault(indicator.indicator, {})[rule.floor_from] = place
    told: set[frozenset[str]] = set()
    for start, nexts in asks.items():
        for first, at in nexts.items():
            path = _way(asks, first, start, (start,))
            if path is None or frozenset(path) in told:
                continue
            told.add(frozenset(path))
            if path == (start,):
                yield Fault(at, f"{start!r} takes its floor from itself", "leave 'floor_from' out")
                continue
            names = " -> ".join((*path, start))
            yield Fault(at, f"the floors go in a circle: {names}", "take the floor of one of them from itself")


def _way(
    asks: Mapping[str, Mapping[str, Steps]], here: str, goal: str, path: tuple[str, ...]
) -> tuple[str, ...] | None:
    if here == goal:
        return path
    if here in path:
        return None
    ways = (_way(asks, step, goal, (*path, here)) for step in asks.get(here, {}))
    return next((way for way in ways if way is not None), None)


# ---- how levels are put together ---------------------------------------------------------------------------


def highest(rule: Rule, border: str) -> Level:
    """The highest level that a rule can give on a border."""
    match rule:
        case Thresholds():
            return _top(rule.bounds.of(border))
        case Presence():
            return max((rule.otherwise, *(c.level for c in rule.cases)), key=lambda level: level.rank)
        case Wounded():
            return rule.by_means
        case PRule():
            return _top(rule.floors.of(border))
        case Judged():
            return Level.CRITICAL


def _can_reach(factor: Factor, level: Level, borders: Sequence[str]) -> bool:
    return any(
        highest(rule, border).rank >= level.rank
        for indicator in factor.indicators
        for rule in indicator.rules
        for border in borders
    )


def _combination(criteria: Criteria) -> Iterator[Fault]:
    """Rules of the combination that no set of factor levels can use, and factors that none of its rules uses.

    A factor without an indicator is no fault: it says what is not known, in every 'k of n factors assessed'.
    """
    rule, borders = criteria.combination, criteria.borders
    at: Steps = ("combination",)
    for n, factor in enumerate(criteria.factors):
        if factor.indicators and not _can_reach(factor, Level.MEDIUM, borders):
            problem = f"the factor {factor.id!r} is used by no rule: none of its indicators can rise above low"
            yield Fault(("factors", n), problem, "give it a rule that can, or take it out")
    filled = [f for f in criteria.threat_factors if f.indicators]
    raised = [f for f in filled if _can_reach(f, Level.MEDIUM, borders)]
    critical = [f for f in filled if _can_reach(f, Level.CRITICAL, borders)]
    if rule.critical_at > max(1, len(critical)) and critical:
        problem = f"the border never scores critical: {rule.critical_at} critical factors are asked for"
        reach = f"only {len(critical)} can be critical"
        yield Fault((*at, "critical_at"), f"{problem}, and {reach}", f"write {len(critical)} at most")
    if rule.high_at > len(raised) and len(raised) > 1:
        problem = f"{rule.high_at} factors at medium never come together: only {len(raised)} can be medium"
        yield Fault((*at, "high_at"), problem, f"write {len(raised)} at most")
    if rule.high_at == 1:
        problem = "the border is never medium: one factor at medium makes it high already"
        yield Fault((*at, "high_at"), problem, "write 2 or more")
    yield from _impact(criteria)


def _impact(criteria: Criteria) -> Iterator[Fault]:
    rule, borders = criteria.combination, criteria.borders
    guards = [f for f in criteria.factors if f.dimension == "vulnerability" and f.indicators]
    impacts = [f for f in criteria.factors if f.dimension == "impact" and f.indicators]
    at: Steps = ("combination", "impact")
    if rule.impact_steps and guards and impacts:
        level = rule.impact_vulnerability
        if not any(_can_reach(f, level, borders) for f in guards):
            problem = f"impact is never raised: no vulnerability factor can reach {level}"
            yield Fault((*at, "vulnerability"), problem, "write a lower level")
        level = rule.impact_threat
        if not any(_can_reach(f, level, borders) for f in criteria.threat_factors):
            problem = f"impact is never raised: no threat factor can reach {level}"
            yield Fault((*at, "threat"), problem, "write a lower level")
    elif guards and (not impacts or not rule.impact_steps):
        n = criteria.factors.index(guards[0])
        reason = "there is no impact factor that it could raise" if not impacts else "impact is raised by 0 steps"
        problem = f"the factor {guards[0].id!r} is used by no rule: {reason}"
        yield Fault(("factors", n), problem, "add what it raises, or take it out")
