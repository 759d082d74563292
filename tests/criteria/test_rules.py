"""One reading under one rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kordon.criteria import Criteria
from kordon.criteria.model import (
    Bounds,
    Case,
    IncidentTest,
    IndicatorRule,
    PerBorder,
    Presence,
    PRule,
    Rule,
    Thresholds,
    Wounded,
)
from kordon.criteria.rules import Context, assess_indicator
from kordon.domain.assessment import IndicatorLevel, Level
from kordon.domain.coded import Incident
from kordon.domain.reading import Reading, Unknown
from kordon.vocabulary import Vocabulary

STEPS = Bounds(10, 20, 30)


class Judge:
    """Applies a rule to a reading in the shipped document's setting."""

    def __init__(self, criteria: Criteria, vocabulary: Vocabulary) -> None:
        self.criteria, self.vocabulary = criteria, vocabulary

    def __call__(
        self,
        rule: Rule,
        reading: Reading | None,
        *incidents: Incident,
        before: Sequence[Reading | None] = (),
        lower_bound: bool = False,
        week: dict[str, Reading] | None = None,
    ) -> IndicatorLevel:
        held = {i.id: i for i in incidents}
        context = Context(self.criteria, self.vocabulary, held, {}, before, week or {})
        return assess_indicator(IndicatorRule("b1", (rule,), lower_bound), reading, context)


@pytest.fixture(scope="session")
def judge(criteria: Criteria, vocabulary: Vocabulary) -> Judge:
    return Judge(criteria, vocabulary)


def every(bounds: Bounds) -> PerBorder:
    return PerBorder(bounds, {})


@pytest.mark.parametrize(
    ("value", "level"), [(0, "low"), (9.9, "low"), (10, "medium"), (20, "high"), (29, "high"), (30, "critical")]
)
def test_thresholds_begin_at_their_bound(make: Any, judge: Judge, value: float, level: str) -> None:
    assert judge(Thresholds(every(STEPS)), make.reading("b1", value)).level == level


@pytest.mark.parametrize(
    ("value", "level"), [(100, "low"), (98, "low"), (97, "medium"), (94, "high"), (1, "critical")]
)
def test_falling_thresholds_begin_below_their_bound(make: Any, judge: Judge, value: float, level: str) -> None:
    rule = Thresholds(every(Bounds(98, 95, 85)), falling=True)
    assert judge(rule, make.reading("b1", value)).level == level


def test_a_level_that_must_be_sustained_waits(make: Any, judge: Judge) -> None:
    rule = Thresholds(every(STEPS), sustained=((Level.CRITICAL, 3),))
    now, worse, less, unknown = (make.reading("b1", v) for v in (35, 31, 25, None))
    assert judge(rule, now, before=[worse]).level is Level.HIGH
    assert judge(rule, now, before=[worse]).reason.key == "reason-threshold-not-sustained"
    assert judge(rule, now, before=[worse, less]).level is Level.HIGH
    assert judge(rule, now, before=[worse, unknown]).level is Level.HIGH
    assert judge(rule, now, before=[worse, None]).level is Level.HIGH
    assert judge(rule, now, before=[worse, worse]).level is Level.CRITICAL


def test_a_ratio_needs_numbers_behind_it(make: Any, judge: Judge) -> None:
    rule = Thresholds(every(Bounds(1.25, 1.75, None)), floors=every(Bounds(40, 40, None)), floor_from="p1")
    ratio = make.reading("p2", 3.0)
    assert judge(rule, ratio, week={"p1": make.reading("p1", 700, per_day=100)}).level is Level.HIGH
    few = judge(rule, ratio, week={"p1": make.reading("p1", 7, per_day=1)})
    assert (few.level, few.reason.key) == (Level.LOW, "reason-threshold-under-floor")
    assert judge(rule, ratio, week={"p1": make.reading("p1", None)}).level is Level.LOW
    assert judge(rule, ratio).level is Level.LOW


@pytest.mark.parametrize(
    ("value", "per_day", "baseline", "level", "key"),
    [
        (150, 150, True, "low", "reason-p-usual"),
        (250, 39, True, "low", "reason-p-under-floor-day"),
        (250, 40, True, "medium", "reason-p-above-day"),
        (350, 119, True, "medium", "reason-p-above-day"),
        (350, 120, True, "high", "reason-p-above-day"),
        (450, 250, True, "critical", "reason-p-above-day"),
        (450, 130, True, "high", "reason-p-above-day"),
        (200, 250, True, "low", "reason-p-usual"),
        (450, 39, False, "low", "reason-p-floors-alone-not-reached-day"),
        (1, 130, False, "high", "reason-p-floors-alone-reached-day"),
    ],
)
def test_a_p_rule_needs_the_bound_and_the_floor(
    make: Any, judge: Judge, value: float, per_day: float, baseline: bool, level: str, key: str
) -> None:
    rule = PRule(every(Bounds(40, 120, 250)), "day", Level.CRITICAL)
    usual = make.baseline if baseline else Unknown("not-enough-data")
    found = judge(rule, make.reading("p1", value, per_day=per_day, baseline=usual))
    assert (found.level, found.reason.key) == (level, key)


@pytest.mark.parametrize(
    ("before", "level"),
    [([], "low"), ([1, 1, 0], "low"), ([1, 1, 1], "medium"), ([None, 3, None], "medium"), ([0, 0, 0, 99], "low")],
)
def test_events_reach_their_floor_over_four_weeks(
    make: Any, judge: Judge, before: list[float | None], level: str
) -> None:
    rule = PRule(every(Bounds(5, 5, 5)), "four_weeks", Level.MEDIUM)
    now = make.reading("b1", 2, baseline=Unknown("not-enough-data"))
    assert judge(rule, now, before=[make.reading("b1", v) for v in before]).level == level


def test_without_a_baseline_a_rule_may_be_capped(make: Any, judge: Judge) -> None:
    capped = PRule(every(Bounds(5, 5, 5)), "four_weeks", Level.MEDIUM)
    assert judge(capped, make.reading("b1", 50)).level is Level.MEDIUM


WOUNDED = Wounded(Level.HIGH, ("knife", "blade", "firearm"), Level.CRITICAL)


@pytest.mark.parametrize(
    ("value", "incident", "level"),
    [
        (0, None, "low"),
        (1, {"kind": "stone_throwing", "injured": 1}, "high"),
        (1, {"kind": "knife_attack", "injured": 1}, "critical"),
        (1, {"kind": "assault", "means": ("blade",), "injured": 1}, "critical"),
        (1, {"kind": "assault", "means": ("stones",), "injured": 1}, "high"),
        (1, {"kind": "knife_attack", "killed": 1}, "critical"),
        (1, {"kind": "knife_attack"}, "high"),  # nobody is told as hurt with the knife itself
        (1, {"kind": "knife_attack", "injured": 1, "grade": "D4"}, "high"),  # too weak to make it critical
        (1, None, "high"),
    ],
)
def test_wounding_is_high_and_by_a_weapon_critical(
    make: Any, judge: Judge, value: float, incident: dict[str, Any] | None, level: str
) -> None:
    told = [make.incident(**incident)] if incident else []
    reading = make.reading("b1", value, evidence=tuple(i.id for i in told))
    assert judge(WOUNDED, reading, *told).level == level


def test_presence_takes_the_gravest_case(make: Any, judge: Judge) -> None:
    cases = (
        Case(Level.MEDIUM, IncidentTest(kinds=("weapon_aimed",))),
        Case(Level.HIGH, IncidentTest(kinds=("shots_fired",), warning_shots=False)),
    )
    rule = Presence(cases, Level.LOW)
    aimed, shots = make.incident("weapon_aimed"), make.incident("shots_fired")
    both = make.reading("b1", 2, evidence=(aimed.id, shots.id))
    assert judge(rule, both, aimed, shots).level is Level.HIGH
    assert judge(rule, both, aimed, replace(shots, warning_shots=True)).level is Level.MEDIUM
    assert judge(rule, both, aimed, replace(shots, grade="D4")).level is Level.MEDIUM
    assert judge(rule, make.reading("b1", 0)).level is Level.LOW
    assert judge(replace(rule, otherwise=Level.MEDIUM), make.reading("b1", 1)).level is Level.MEDIUM


@pytest.mark.parametrize(
    ("value", "coverage", "lower_bound", "level", "key"),
    [
        (None, 1.0, True, "not_assessed", "reason-indicator-unknown"),
        (0, 0.4, True, "not_assessed", "reason-indicator-poor-coverage"),
        (0, 0.5, True, "low", "reason-threshold-not-reached"),
        (25, 0.0, True, "high", "reason-threshold-reached"),
        (25, 0.4, False, "not_assessed", "reason-indicator-poor-coverage"),
    ],
)
def test_silence_is_never_low(
    make: Any, judge: Judge, value: float | None, coverage: float, lower_bound: bool, level: str, key: str
) -> None:
    reading = make.reading("b1", value, coverage=coverage)
    found = judge(Thresholds(every(STEPS)), reading, lower_bound=lower_bound)
    assert (found.level, found.reason.key) == (level, key)
    assert found.reason.evidence == (reading.id,)


def test_no_reading_is_not_assessed(judge: Judge) -> None:
    found = judge(Thresholds(every(STEPS)), None)
    assert (found.level, found.reading, found.reason.evidence) == (Level.NOT_ASSESSED, "", ())


def test_what_was_left_out_as_unconfirmed_is_told(make: Any, judge: Judge) -> None:
    found = judge(Thresholds(every(STEPS)), make.reading("b1", 12, unconfirmed=("incident-1", "incident-2")))
    assert [(c.key, c.value("count")) for c in found.reason.children] == [("reason-indicator-unconfirmed", 2)]


RULES = [
    Thresholds(every(STEPS)),
    Thresholds(every(STEPS), sustained=((Level.CRITICAL, 2),)),
    PRule(every(Bounds(5, 15, 25)), "four_weeks", Level.CRITICAL),
    WOUNDED,
    Presence((), Level.MEDIUM),
]


@given(
    rule=st.sampled_from(RULES),
    values=st.tuples(st.floats(0, 500), st.floats(0, 500)),
    baseline=st.booleans(),
    coverage=st.sampled_from([0.0, 1.0]),
    lower_bound=st.booleans(),
)
def test_a_worse_value_never_gives_a_lower_level(
    make: Any,
    judge: Judge,
    rule: Rule,
    values: tuple[float, float],
    baseline: bool,
    coverage: float,
    lower_bound: bool,
) -> None:
    usual = make.baseline if baseline else Unknown("not-enough-data")
    less, more = (
        judge(
            rule,
            make.reading("b1", value, per_day=value / 7, baseline=usual, coverage=coverage),
            before=[make.reading("b1", 35)],
            lower_bound=lower_bound,
        ).level
        for value in sorted(values)
    )
    assert not less.assessed or (more.assessed and less.rank <= more.rank)
