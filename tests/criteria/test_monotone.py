"""Levels never fall when a reading gets worse, whatever the criteria, with the history held fixed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from kordon.criteria import Criteria
from kordon.criteria.dead import faults
from kordon.criteria.history import Standing
from kordon.criteria.model import (
    Bounds,
    Combination,
    Factor,
    IndicatorRule,
    PerBorder,
    Presence,
    PRule,
    Rule,
    Thresholds,
    Wounded,
)
from kordon.criteria.week import Known
from kordon.criteria.whatif import Basis, changed, sensitivity, what_if
from kordon.domain.assessment import Level
from kordon.domain.reading import Baseline
from kordon.domain.time import Date, Week
from kordon.vocabulary import Vocabulary

WEEK = Week.of(Date(2024, 5, 28))
ABOVE = (Level.MEDIUM, Level.HIGH, Level.CRITICAL)
NUMBERS = st.integers(1, 60).map(float)
INDICATORS = ("a", "b", "c", "d")


@st.composite
def bounds(draw: st.DrawFn, falling: bool = False) -> PerBorder:
    found = sorted(draw(st.lists(NUMBERS, min_size=3, max_size=3, unique=True)), reverse=falling)
    shown = draw(st.integers(1, 7))
    return PerBorder(Bounds(*(n if shown >> place & 1 else None for place, n in enumerate(found))), {})


@st.composite
def rule(draw: st.DrawFn, falling: bool) -> Rule:
    kind = "thresholds" if falling else draw(st.sampled_from(["thresholds", "presence", "wounded", "p_rule"]))
    level = st.sampled_from(ABOVE)
    if kind == "presence":
        return Presence((), draw(level))
    if kind == "wounded":
        return Wounded(draw(level), ("knife",), Level.CRITICAL)
    if kind == "p_rule":
        return PRule(draw(bounds()), draw(st.sampled_from(["day", "four_weeks"])), draw(level))
    sustained = ((Level.HIGH, draw(st.integers(2, 3))),) if draw(st.booleans()) else ()
    floors = draw(bounds()) if draw(st.booleans()) and not falling else None
    return Thresholds(draw(bounds(falling)), falling=falling, sustained=sustained, floors=floors)


@st.composite
def factors(draw: st.DrawFn) -> tuple[tuple[Factor, ...], frozenset[str]]:
    """Up to four factors of one indicator or two, and which of the indicators are worse when they fall."""
    falling = frozenset(draw(st.sets(st.sampled_from(INDICATORS), max_size=2)))
    rules = {
        name: IndicatorRule(
            name, tuple(draw(st.lists(rule(name in falling), min_size=1, max_size=2))), draw(st.booleans())
        )
        for name in INDICATORS
    }
    parts = [("military", ("a",)), ("incidents", ("b",)), ("migration", ("c", "d"))]
    dimensions = [draw(st.sampled_from(["threat", "vulnerability", "impact"])) for _ in parts[1:]]
    found = [
        Factor(name, dimension, dimension == "threat" and draw(st.booleans()), tuple(rules[i] for i in ids))
        for (name, ids), dimension in zip(parts, ["threat", *dimensions], strict=True)
    ]
    return tuple(found), falling


COMBINATIONS = st.builds(
    Combination,
    single_source_steps=st.integers(0, 2),
    critical_at=st.integers(1, 3),
    high_at=st.integers(1, 4),
    impact_threat=st.sampled_from(ABOVE),
    impact_vulnerability=st.sampled_from(ABOVE),
    impact_steps=st.integers(0, 2),
)
STANDINGS = st.one_of(
    st.just(Standing()),
    st.builds(
        lambda level, below: Standing(level, below=below),
        st.sampled_from((Level.LOW, *ABOVE[:2])),
        st.integers(0, 3),
    ),
    st.just(Standing(Level.CRITICAL, expires=Date(2024, 6, 9))),
)


@st.composite
def worlds(draw: st.DrawFn) -> tuple[Any, ...]:
    shape, falling = draw(factors())
    values = {name: float(draw(st.integers(0, 80))) for name in INDICATORS}
    earlier = [
        {name: float(draw(st.integers(0, 80))) for name in INDICATORS} for _ in range(draw(st.integers(0, 3)))
    ]
    usual = draw(st.none() | st.just(Baseline(10, 20, 30, 40, 52, "test")))
    sources = {name: draw(st.integers(0, 2)) for name in INDICATORS}
    return shape, falling, draw(COMBINATIONS), draw(STANDINGS), values, earlier, usual, sources


@settings(max_examples=150, deadline=None)
@given(world=worlds(), name=st.sampled_from(INDICATORS), by=st.integers(1, 80))
def test_a_worse_reading_never_gives_a_lower_level(
    make: Any, criteria: Criteria, vocabulary: Vocabulary, world: Any, name: str, by: int
) -> None:
    at, falling = _basis(make, criteria, vocabulary, world)
    value = at.known.readings[name].value
    worse = max(0.0, value - by) if name in falling else value + by
    assume(worse != value)
    before, after = at.scored(), at.scored(changed(at.known, name, worse))
    pairs = [
        (before.level, after.level),
        (at.level(before.level), at.level(after.level)),
        *((f.level, g.level) for f, g in zip(before.factors, after.factors, strict=True)),
        *(
            (i.level, j.level)
            for f, g in zip(before.factors, after.factors, strict=True)
            for i, j in zip(f.indicators, g.indicators, strict=True)
        ),
    ]
    for first, second in pairs:
        assert first.assessed == second.assessed
        assert not first.assessed or second.rank >= first.rank
    moved = what_if(at, name, worse)
    assert (moved.scored[0], moved.scored[1]) == (before.level, after.level)


@settings(max_examples=40, deadline=None)
@given(world=worlds())
def test_a_hinge_is_no_wall(make: Any, criteria: Criteria, vocabulary: Vocabulary, world: Any) -> None:
    """Where a value moves the score up, it is on the worse side, and one that moves it down on the better."""
    at, falling = _basis(make, criteria, vocabulary, world)
    for hinge in sensitivity(at):
        sign = -1 if hinge.indicator in falling else 1
        if hinge.value is not None and hinge.up is not None:
            assert sign * (hinge.up - hinge.value) > 0
        if hinge.value is not None and hinge.down is not None:
            assert sign * (hinge.down - hinge.value) < 0


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(world=worlds(), values=st.lists(st.integers(0, 500), min_size=4, max_size=4))
def test_a_rule_that_is_told_as_dead_is(
    make: Any, criteria: Criteria, vocabulary: Vocabulary, world: Any, values: list[int]
) -> None:
    """Taking a rule out that 'never decides' changes the level of no reading."""
    at, _ = _basis(make, criteria, vocabulary, world)
    dead = [f for f in faults(at.known.criteria) if "never decides: rule" in f.problem]
    assume(dead)
    _, n, _, m, _, position = dead[0].place[:6]
    assert isinstance(n, int) and isinstance(m, int) and isinstance(position, int)
    factor = at.known.criteria.factors[n]
    kept = factor.indicators[m]
    thinner = replace(kept, rules=tuple(r for k, r in enumerate(kept.rules) if k != position))
    ids = tuple(thinner if k == m else i for k, i in enumerate(factor.indicators))
    shape = tuple(
        replace(factor, indicators=ids) if k == n else f for k, f in enumerate(at.known.criteria.factors)
    )
    without = replace(at, known=replace(at.known, criteria=replace(at.known.criteria, factors=shape)))
    for value in values:
        readings = changed(at.known, kept.indicator, float(value))
        levels = [[i.level for f in b.scored(readings).factors for i in f.indicators] for b in (at, without)]
        assert levels[0] == levels[1]


def _basis(make: Any, criteria: Criteria, vocabulary: Vocabulary, world: Any) -> tuple[Basis, frozenset[str]]:
    shape, falling, combination, standing, values, earlier, usual, sources = world
    document = replace(criteria, factors=shape, combination=combination)

    def read(name: str, value: float, week: Week) -> Any:
        return make.reading(name, value, week=week, per_day=value / 7, baseline=usual, sources=sources[name])

    readings = {name: read(name, value, WEEK) for name, value in values.items()}
    before = {
        name: tuple(read(name, held[name], WEEK - 1 - n) for n, held in enumerate(earlier)) for name in INDICATORS
    }
    known = Known(document, "PL-BY", WEEK, Date(2025, 1, 1), readings, before, {}, {}, vocabulary)
    return Basis(known, standing, None), falling
