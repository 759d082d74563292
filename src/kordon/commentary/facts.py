"""What can be claimed of each value, by name: the one place that a draft and its check both ask.

A claim names its source by id and the value by name. Values that have an id of their own (incidents, measures,
readings, assessments, proposals) go by it; a week's count goes by ``count:<border>:<week>``, the days of a week by
``week:<week>``, a number that belongs to a phrase by ``phrase:<key>``, and one inside a fixed name by
``name:<list>:<id>``. Several ids joined by ``+`` stand for the
sum of the value over all of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kordon.commentary.context import DraftContext
from kordon.commentary.numerals import read
from kordon.commentary.phrases import Phrases
from kordon.domain.assessment import Assessment, Reason
from kordon.domain.coded import Incident
from kordon.domain.measure import CrossingStatus, Measure, Proposal
from kordon.domain.reading import Baseline, Reading, Unknown, WeekCount
from kordon.domain.time import Date, Span, Week

Stated = float | Date
Facts = Mapping[str, Stated]
Lookup = Callable[[str], Facts | None]
DAYS = 7
BEFORE = 4  # weeks that 'before' looks back
ENOUGH_BEFORE = 3  # of which so many must have been spoken for
YEAR = 52  # weeks
NO_DAY = Date(2000, 1, 1)  # a name has no week that a date in it could be near to
_WEEK = re.compile(r"\d{4}-W\d{2}")


def count_id(border: str, week: Week) -> str:
    return f"count:{border}:{week}"


def week_id(week: Week) -> str:
    return f"week:{week}"


def lookup(context: DraftContext) -> Lookup:
    """Answer an id with its values as the context has them now, or ``None`` for an id that it does not know."""
    if "lookup" not in context.memory:
        context.memory["lookup"] = _lookup(context)
    answer: Lookup = context.memory["lookup"]
    return answer


def _lookup(context: DraftContext) -> Lookup:
    table: dict[str, Callable[[], Facts]] = {}
    for incident in context.material.incidents:
        table[incident.id] = lambda i=incident: facts_of_incident(i)  # type: ignore[misc]
    for measure in context.material.measures:
        table[measure.id] = lambda m=measure: facts_of_measure(m)  # type: ignore[misc]
    for reading in context.readings.values():
        table[reading.id] = lambda r=reading: facts_of_reading(r)  # type: ignore[misc]
    for assessment in context.assessments.values():
        table[assessment.id] = lambda a=assessment: facts_of_assessment(a)  # type: ignore[misc]
    for proposal in context.proposals.values():
        table[proposal.id] = lambda p=proposal: facts_of_proposal(p)  # type: ignore[misc]
    for status in context.statuses:
        table[status.id] = lambda s=status: facts_of_status(s)  # type: ignore[misc]
    memory: dict[str, Facts | None] = {}

    def ask(source: str) -> Facts | None:
        if source not in memory:
            memory[source] = summed(source, ask) if "+" in source else _one(source, context, table)
        return memory[source]

    return ask


def _one(source: str, context: DraftContext, table: Mapping[str, Callable[[], Facts]]) -> Facts | None:
    if source in table:
        return table[source]()
    kind, _, rest = source.partition(":")
    if kind == "week":
        week = Week.parse(rest)
        return {"start": week.monday, "end": week.sunday}
    if kind == "phrase":
        book = context.phrases.book
        constants = {c for phrases in book.values() if rest in phrases for c in phrases[rest].constants}
        return {f"constant {c:g}": c for c in constants}
    if kind == "name":
        return constants_of(context.phrases, rest)
    if kind == "count":
        border, _, week_text = rest.rpartition(":")
        count = context.count(border, Week.parse(week_text))
        return None if count is None else facts_of_count(count, context)
    return None


def constants_of(phrases: Phrases, name: str) -> Facts:
    """The numbers inside a fixed name (``indicator:P2``), which belong to the name in every language."""
    kind, _, term = name.partition(":")
    return {
        f"constant {token.value:g}": token.value
        for lang, language in phrases.languages.items()
        for token in read(phrases.label(lang, kind, term), language, NO_DAY)
        if isinstance(token.value, float)
    }


def summed(source: str, ask: Lookup) -> Facts | None:
    """The values of several ids joined by ``+``, each the sum over all of them; ``None`` where one is unknown."""
    parts = [ask(part) for part in source.split("+")]
    total: dict[str, Stated] = {}
    for facts in parts:
        if facts is None:
            return None
        for name, value in facts.items():
            if isinstance(value, int | float):
                before = total.get(name, 0.0)
                assert isinstance(before, int | float)
                total[name] = before + value
    return total


def facts_of_count(count: WeekCount, context: DraftContext) -> Facts:
    """The count, its interval, the days spoken for, the mean of the weeks before, the week a year ago."""
    facts: dict[str, Stated] = {
        "mean": count.mean,
        "low90": count.low90,
        "high90": count.high90,
        "covered": round(count.coverage.share * DAYS),
    }
    before = [context.count(count.border, count.week - back) for back in range(1, BEFORE + 1)]
    known = [c.mean for c in before if c is not None]
    if len(known) >= ENOUGH_BEFORE:
        facts["before"] = sum(known) / len(known)
    year = context.count(count.border, count.week - YEAR)
    if year is not None:
        facts["year"] = year.mean
    return facts


def facts_of_incident(incident: Incident) -> Facts:
    return {
        **_span(incident.occurred),
        "times": incident.times.best if incident.times else 1.0,
        **{
            name: quantity.best
            for name in ("people", "injured", "killed")
            if (quantity := getattr(incident, name)) is not None
        },
    }


def facts_of_measure(measure: Measure) -> Facts:
    dates = {
        "decided": measure.decided_on,
        "start": measure.in_force.start,
        "end": measure.in_force.end,
        "known": measure.known_from,
    }
    length = measure.in_force.length
    known: dict[str, Stated] = {name: value for name, value in dates.items() if value is not None}
    return known if length is None else {**known, "days": length}


def facts_of_status(status: CrossingStatus) -> Facts:
    return _span(status.span)


def facts_of_reading(reading: Reading) -> Facts:
    values = {"value": reading.value, "low": reading.low, "high": reading.high, "per_day": reading.per_day}
    facts: dict[str, Stated] = {
        name: v for name, v in values.items() if v is not None and not isinstance(v, Unknown)
    }
    if isinstance(reading.baseline, Baseline):
        facts.update(expected=reading.baseline.expected, q90=reading.baseline.q90)
    return facts


def facts_of_proposal(proposal: Proposal) -> Facts:
    facts = dict(facts_of_reason("reason", proposal.reason))
    for number, option in enumerate(proposal.options):
        facts.update(facts_of_reason(f"option {number}", option.reason))
        if option.days is not None:
            facts[f"option {number} days"] = option.days
    return facts


def facts_of_assessment(assessment: Assessment) -> Facts:
    facts: dict[str, Stated] = {"assessed": assessment.assessed, "of": assessment.of}
    if assessment.expires is not None:
        facts["expires"] = assessment.expires
    for path, reason in reasons(assessment):
        facts.update(facts_of_reason(path, reason))
    return facts


def reasons(assessment: Assessment) -> Iterator[tuple[str, Reason]]:
    """Every reason of an assessment with the path that its values go by."""
    yield "level", assessment.reason
    yield "trend", assessment.trend_reason
    for number, child in enumerate(assessment.trend_reason.children):
        yield f"trend {number}", child
    for trigger in assessment.triggers:
        yield f"trigger {trigger.trigger}", trigger.reason
    for factor in assessment.factors:
        yield f"factor {factor.factor}", factor.reason
        for indicator in factor.indicators:
            yield f"indicator {indicator.indicator}", indicator.reason


@dataclass(frozen=True, slots=True)
class Value:
    """A number or date that a reason is said with, and the variable of the phrase that says it."""

    value: Stated
    variable: str


def stated(reason: Reason) -> Mapping[str, Value]:
    """The numbers and dates that a reason itself is said with; a week counts as its first and last day."""
    found: dict[str, Value] = {}
    for name, value in reason.values:
        if isinstance(value, str) and _WEEK.fullmatch(value):
            week = Week.parse(value)
            found[f"{name} start"] = Value(week.monday, name)
            found[f"{name} end"] = Value(week.sunday, name)
        elif isinstance(value, int | float | Date) and not isinstance(value, bool):
            found[name] = Value(value, name)
    return found


def facts_of_reason(path: str, reason: Reason) -> Facts:
    """The numbers and dates of one reason, each under the reason's path."""
    return {f"{path} {name}": fact.value for name, fact in stated(reason).items()}


def _span(span: Span) -> dict[str, Stated]:
    return {name: day for name, day in (("start", span.start), ("end", span.end)) if day is not None}
