"""From indicators to factors to the border: the truth tables."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kordon.criteria import Criteria
from kordon.criteria.combine import factor_level, raise_impact, score
from kordon.criteria.model import Factor
from kordon.domain.assessment import FactorLevel, IndicatorLevel, Level, Reason

LEVEL = {"_": Level.NOT_ASSESSED, "l": Level.LOW, "m": Level.MEDIUM, "h": Level.HIGH, "c": Level.CRITICAL}
NAMES = ("military", "intelligence", "information", "incidents", "migration", "airspace")
PLAIN = Reason("reason-factor-low")


def factors(pattern: str) -> list[FactorLevel]:
    """One threat factor a letter; incidents and migration are essential."""
    return [
        FactorLevel(name, "threat", name in ("incidents", "migration"), LEVEL[letter], (), PLAIN)
        for name, letter in zip(NAMES, pattern, strict=True)
    ]


@pytest.mark.parametrize(
    ("pattern", "level", "key", "assessed"),
    [
        # military, intelligence, information, incidents, migration, airspace
        ("llllll", "low", "reason-score-low", 6),
        ("___ll_", "low", "reason-score-low", 2),
        ("___ml_", "medium", "reason-score-medium", 2),
        ("__mml_", "medium", "reason-score-medium", 3),
        ("__mmm_", "high", "reason-score-many-medium", 3),
        ("___hl_", "high", "reason-score-high", 2),
        ("___cl_", "high", "reason-score-high", 2),
        ("___cc_", "critical", "reason-score-critical", 2),
        ("c__cl_", "critical", "reason-score-critical", 3),
        ("mmmmmm", "high", "reason-score-many-medium", 6),
        ("hhhhhh", "high", "reason-score-high", 6),
        ("c__l__", "not_assessed", "reason-score-essential-missing", 2),
        ("ccc_lc", "not_assessed", "reason-score-essential-missing", 5),
        ("______", "not_assessed", "reason-score-essential-missing", 0),
    ],
)
def test_the_border_from_its_factors(
    criteria: Criteria, pattern: str, level: str, key: str, assessed: int
) -> None:
    found, reason, known, of = score("PL-BY", factors(pattern), criteria.combination)
    assert (found, reason.key, known, of) == (level, key, assessed, 6)
    assert (reason.value("assessed"), reason.value("of")) == (assessed, 6)


def test_vulnerability_and_impact_never_move_the_border(criteria: Criteria) -> None:
    others = [FactorLevel(d, d, False, Level.CRITICAL, (), PLAIN) for d in ("vulnerability", "impact")]
    assert score("PL-BY", [*factors("___ll_"), *others], criteria.combination)[0] is Level.LOW


def test_the_reason_has_a_child_for_every_factor(criteria: Criteria) -> None:
    assert len(score("PL-BY", factors("___ll_"), criteria.combination)[1].children) == 6


@pytest.mark.parametrize(
    ("levels", "sources", "expected", "key"),
    [
        ("_", (0,), "not_assessed", "reason-factor-not-assessed"),
        ("", (), "not_assessed", "reason-factor-no-source"),
        ("l", (1,), "low", "reason-factor-low"),
        ("m", (1,), "low", "reason-factor-single-source"),
        ("m", (0,), "low", "reason-factor-single-source"),
        ("m", (2,), "medium", "reason-factor-one"),
        ("c", (1,), "high", "reason-factor-single-source"),
        ("cm", (1, 3), "high", "reason-factor-single-source"),
        ("cc", (1, 1), "critical", "reason-factor-several"),
        ("c_l", (2, 0, 1), "critical", "reason-factor-one"),
        ("hl", (1, 5), "medium", "reason-factor-single-source"),
    ],
)
def test_a_factor_from_its_indicators(
    make: Any, criteria: Criteria, levels: str, sources: tuple[int, ...], expected: str, key: str
) -> None:
    factor = Factor("incidents", "threat", True, ())
    indicators = [IndicatorLevel(f"i{n}", f"r{n}", LEVEL[x], PLAIN) for n, x in enumerate(levels)]
    readings = {f"i{n}": make.reading("b1", 1, sources=count) for n, count in enumerate(sources)}
    found = factor_level(factor, indicators, readings, criteria.combination)
    assert (found.level, found.reason.key) == (expected, key)
    assert len(found.reason.children) == len(levels)


@pytest.mark.parametrize(
    ("threat", "vulnerability", "impact", "expected"),
    [
        ("m", "h", "m", "high"),
        ("m", "c", "l", "medium"),
        ("c", "c", "c", "critical"),
        ("l", "c", "m", "medium"),
        ("m", "m", "m", "medium"),
        ("m", "h", "_", "not_assessed"),
        ("_", "c", "m", "medium"),
        ("h", "_", "m", "medium"),
    ],
)
def test_a_weak_guard_raises_impact_where_there_is_a_threat(
    criteria: Criteria, threat: str, vulnerability: str, impact: str, expected: str
) -> None:
    given = [
        FactorLevel(name, name, False, LEVEL[letter], (), PLAIN)
        for name, letter in (("threat", threat), ("vulnerability", vulnerability), ("impact", impact))
    ]
    found = raise_impact(given, criteria.combination)
    assert [f.level for f in found[:2]] == [LEVEL[threat], LEVEL[vulnerability]]
    assert found[2].level == expected


letters = st.sampled_from("lmhc")


@given(st.lists(letters, min_size=6, max_size=6), st.integers(0, 5), letters)
def test_a_border_rises_with_its_factors(criteria: Criteria, pattern: list[str], place: int, other: str) -> None:
    changed = list(pattern)
    changed[place] = max(pattern[place], other, key="lmhc".index)
    before = score("PL-BY", factors("".join(pattern)), criteria.combination)[0]
    after = score("PL-BY", factors("".join(changed)), criteria.combination)[0]
    assert after.rank >= before.rank


@given(st.lists(st.tuples(st.sampled_from("_lmhc"), st.integers(0, 3)), min_size=1, max_size=5), st.data())
def test_a_factor_rises_with_its_indicators(
    make: Any, criteria: Criteria, given_levels: list[tuple[str, int]], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(given_levels) - 1))
    raised = data.draw(letters)
    readings = {f"i{n}": make.reading("b1", 1, sources=s) for n, (_, s) in enumerate(given_levels)}
    indicators = [IndicatorLevel(f"i{n}", "r", LEVEL[x], PLAIN) for n, (x, _) in enumerate(given_levels)]
    if indicators[place].level.assessed and LEVEL[raised].rank < indicators[place].level.rank:
        return
    changed = list(indicators)
    changed[place] = replace(indicators[place], level=LEVEL[raised])
    factor = Factor("incidents", "threat", True, ())
    before = factor_level(factor, indicators, readings, criteria.combination).level
    after = factor_level(factor, changed, readings, criteria.combination).level
    assert not before.assessed or after.rank >= before.rank
