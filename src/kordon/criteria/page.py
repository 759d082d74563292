"""A criteria document told for a reader: what a page or a paper put before a commission is made of.

Plain text in plain tables, in one language; whoever shows it decides how it looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from kordon.criteria.model import (
    STEPS,
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
from kordon.criteria.rules import BOUND_PERCENT, plain
from kordon.domain.assessment import Level
from kordon.indicators.regimes import Settings


class Speaker(Protocol):
    """The part of the phrase book that is needed here."""

    def say(self, lang: str, key: str, **values: object) -> str: ...


@dataclass(frozen=True, slots=True)
class Table:
    """``rows`` have as many cells as there are ``headers``; a cell may be empty. ``caption``: how to read it."""

    title: str
    caption: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """``notices`` come first and must be shown: whose document it is, and that it is not official."""

    title: str
    notices: tuple[str, ...]
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class _Voice:
    phrases: Speaker
    lang: str

    def __call__(self, key: str, **values: object) -> str:
        return self.phrases.say(self.lang, key, **values)

    def names(self, key: str, terms: Iterable[str]) -> str:
        """Labels of a vocabulary by the key of their cell: ``kind`` for ``criteria-kind``."""
        return ", ".join(self(f"criteria-{key}", **{key: term}) for term in terms)


def describe(criteria: Criteria, lang: str, phrases: Speaker) -> Page:
    """The whole document in one language: notices, a table a factor, combination, fall, triggers, trend."""
    say = _Voice(phrases, lang)
    body, day = criteria.approved_by, criteria.approved_on
    notices = (
        say("criteria-status-proposal") if body is None else say("criteria-status-approved", body=body, date=day),
        criteria.note[lang],
        say("criteria-version", version=criteria.version, hash=criteria.hash[:12]),
        *_validity(criteria, say),
        say("criteria-borders", names=say.names("border", criteria.borders)),
        say("criteria-evidence", grade=criteria.least_grade, percent=round(100 * criteria.coverage)),
    )
    tables = (
        *(_factor(factor, criteria, say) for factor in criteria.factors),
        _combination(criteria, say),
        _deescalation(criteria, say),
        _triggers(criteria, say),
        _trend(criteria, say),
    )
    return Page(criteria.title[lang], notices, tables)


def _validity(criteria: Criteria, say: _Voice) -> tuple[str, ...]:
    start, end = criteria.valid_from, criteria.valid_to
    if start is not None and end is not None:
        return (say("criteria-valid-both", start=start, end=end),)
    if start is not None:
        return (say("criteria-valid-from", start=start),)
    return () if end is None else (say("criteria-valid-to", end=end),)


def _factor(factor: Factor, criteria: Criteria, say: _Voice) -> Table:
    caption = say(f"criteria-dimension-{factor.dimension}")
    if factor.essential:
        caption = f"{caption} {say('criteria-essential')}"
    if not factor.indicators:
        caption = f"{caption} {say('criteria-no-indicator')}"
    headers = (
        say("criteria-head-indicator"),
        say("criteria-head-border"),
        say("criteria-head-rule"),
        *(say("criteria-level", level=level.value) for level in STEPS),
    )
    rows = [row for rule in factor.indicators for row in _indicator(rule, criteria, say)]
    return Table(say("criteria-factor", factor=factor.id), caption, headers, tuple(rows))


def _indicator(indicator: IndicatorRule, criteria: Criteria, say: _Voice) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    name = say("criteria-indicator", indicator=indicator.indicator)
    for rule in indicator.rules:
        for borders, cells in _cells(rule, criteria, say):
            named = say.names("border", borders) if borders else say("criteria-every-border")
            rows.append((name, named, *cells))
    return rows


def _cells(rule: Rule, criteria: Criteria, say: _Voice) -> list[tuple[tuple[str, ...], tuple[str, str, str, str]]]:
    """For every group of borders that a rule treats alike: the rule in words, and a cell a level."""
    match rule:
        case Thresholds():
            key = "criteria-rule-thresholds-falling" if rule.falling else "criteria-rule-thresholds"
            return [
                (borders, (say(key), *_threshold_cells(rule, border, say)))
                for border, borders in _groups(rule.bounds, rule.floors, criteria)
            ]
        case PRule():
            words = say("criteria-rule-p", level=rule.without_baseline.value)
            return [
                (borders, (words, *_p_cells(rule, border, say)))
                for border, borders in _groups(rule.floors, None, criteria)
            ]
        case Wounded():
            levels = {rule.any_wounding: [say("criteria-wounded-any")]}
            by_means = say("criteria-wounded-means", names=say.names("means", rule.means))
            levels.setdefault(rule.by_means, []).append(by_means)
            return [((), _spread(say("criteria-rule-wounded"), levels, say))]
        case Judged():
            # An office is an id of the deployment: it has no label in any vocabulary.
            words = say("criteria-rule-judged", names=", ".join(rule.by), days=rule.days)
            cell = say("criteria-cell-judged")
            return [((), (words, cell, cell, cell))]
        case Presence():
            told: dict[Level, list[str]] = {}
            for case in rule.cases:
                told.setdefault(case.level, []).append(_test(case.test, say))
            if rule.otherwise is not Level.LOW:
                told.setdefault(rule.otherwise, []).append(say("criteria-presence-any"))
            return [((), _spread(say("criteria-rule-presence"), told, say))]


def _spread(words: str, levels: dict[Level, list[str]], say: _Voice) -> tuple[str, str, str, str]:
    either = f" — {say('criteria-or')} — "
    medium, high, critical = (either.join(levels.get(level, [])) for level in STEPS)
    return words, medium, high, critical


def _groups(bounds: PerBorder, floors: PerBorder | None, criteria: Criteria) -> list[tuple[str, tuple[str, ...]]]:
    """A border that speaks for its group, and the group (empty: every border)."""
    if bounds.every is not None and (floors is None or floors.every is not None):
        return [(criteria.borders[0], ())]
    return [(border, (border,)) for border in criteria.borders]


def _threshold_cells(rule: Thresholds, border: str, say: _Voice) -> tuple[str, str, str]:
    medium, high, critical = (_threshold_cell(rule, border, level, say) for level in STEPS)
    return medium, high, critical


def _threshold_cell(rule: Thresholds, border: str, level: Level, say: _Voice) -> str:
    bound = rule.bounds.of(border).of(level)
    if bound is None:
        return ""
    parts = [say("criteria-cell-below" if rule.falling else "criteria-cell-from", bound=plain(bound))]
    weeks = dict(rule.sustained).get(level)
    if weeks is not None:
        parts.append(say("criteria-cell-sustained", weeks=weeks))
    floor = None if rule.floors is None else rule.floors.of(border).of(level)
    if floor is not None and rule.floor_from is None:
        parts.append(say("criteria-cell-floor-day", floor=plain(floor)))
    elif floor is not None:
        parts.append(say("criteria-cell-floor-from", floor=plain(floor), indicator=rule.floor_from))
    return ", ".join(parts)


def _p_cells(rule: PRule, border: str, say: _Voice) -> tuple[str, str, str]:
    medium, high, critical = (_p_cell(rule, border, level, say) for level in STEPS)
    return medium, high, critical


def _p_cell(rule: PRule, border: str, level: Level, say: _Voice) -> str:
    floor = rule.floors.of(border).of(level)
    if floor is None:
        return ""
    above = say("criteria-cell-above", percent=BOUND_PERCENT[level])
    key = "criteria-cell-floor-day" if rule.floor_of == "day" else "criteria-cell-floor-weeks"
    return f"{above}, {say(key, floor=plain(floor))}"


def _test(test: IncidentTest, say: _Voice) -> str:
    """The conditions of a test in words, in the order in which the document has them."""
    parts: list[str] = []
    if test.kinds:
        parts.append(say.names("kind", test.kinds))
    if test.actor_sides:
        sides = ", ".join(say(f"criteria-side-{side}") for side in test.actor_sides)
        parts.append(say("criteria-test-actor", names=sides))
    if test.recipients:
        parts.append(say("criteria-test-recipient", names=say.names("party", test.recipients)))
    if test.means:
        parts.append(say("criteria-test-means", names=say.names("means", test.means)))
    if test.not_means:
        parts.append(say("criteria-test-not-means", names=say.names("means", test.not_means)))
    if test.people_at_least is not None:
        parts.append(say("criteria-test-people", count=plain(test.people_at_least)))
    if test.organised_by:
        parts.append(say("criteria-test-organised", names=say.names("party", test.organised_by)))
    if test.wounded is not None:
        parts.append(say("criteria-test-wounded" if test.wounded else "criteria-test-not-wounded"))
    if test.warning_shots is not None:
        parts.append(say("criteria-test-warning" if test.warning_shots else "criteria-test-no-warning"))
    return "; ".join(parts)


def _sentences(title: str, caption: str, header: str, rows: Sequence[str]) -> Table:
    return Table(title, caption, (header,), tuple((row,) for row in rows))


def _combination(criteria: Criteria, say: _Voice) -> Table:
    rule = criteria.combination
    rows = [
        say("criteria-combine-factor", count=rule.single_source_steps),
        say("criteria-combine-critical", count=rule.critical_at),
        say("criteria-combine-high", count=rule.high_at),
        say("criteria-combine-rest"),
        say("criteria-combine-essential", names=_essential(criteria, say)),
        say(
            "criteria-combine-impact",
            level=rule.impact_threat.value,
            guard_level=rule.impact_vulnerability.value,
            count=rule.impact_steps,
        ),
    ]
    return _sentences(say("criteria-combine-title"), "", say("criteria-head-rule"), rows)


def _essential(criteria: Criteria, say: _Voice) -> str:
    named = [f.id for f in criteria.factors if f.essential]
    return say.names("factor", named) if named else "—"


def _deescalation(criteria: Criteria, say: _Voice) -> Table:
    rule = criteria.deescalation
    rows = [
        say("criteria-fall-up"),
        say("criteria-fall-critical", days=rule.critical_days),
        say("criteria-fall-down", weeks=rule.weeks_below),
        say("criteria-fall-lapse", weeks=rule.lapse_weeks),
    ]
    return _sentences(say("criteria-fall-title"), "", say("criteria-head-rule"), rows)


def _triggers(criteria: Criteria, say: _Voice) -> Table:
    headers = (say("criteria-head-trigger"), say("criteria-head-test"))
    rows = [
        (say("criteria-trigger", trigger=trigger.id), _test(test, say))
        for trigger in criteria.triggers
        for test in trigger.tests
    ]
    rows += [
        (
            say("criteria-trigger", trigger=trigger.id),
            say("criteria-trigger-doubt", words=", ".join(trigger.doubt)),
        )
        for trigger in criteria.triggers
        if trigger.doubt
    ]
    caption = say("criteria-trigger-caption", grade=criteria.least_grade)
    return Table(say("criteria-trigger-title"), caption, headers, tuple(rows))


def _trend(criteria: Criteria, say: _Voice) -> Table:
    rule = criteria.trend
    rows = [
        say(
            "criteria-trend-count",
            margin=round(100 * rule.margin),
            least=plain(rule.least_change),
            weeks=rule.weeks,
        ),
        say("criteria-trend-severity", weeks=rule.weeks, rank=plain(rule.means_from)),
        say("criteria-trend-levels", weeks=rule.weeks),
        say(
            "criteria-trend-together",
            percent=round(100 * rule.probability),
            better=round(100 * rule.better_probability),
        ),
        say("criteria-trend-beside", weeks=Settings().within),
        say("criteria-trend-coverage", count=rule.least_covered, weeks=rule.weeks),
    ]
    return _sentences(say("criteria-trend-title"), "", say("criteria-head-rule"), rows)
