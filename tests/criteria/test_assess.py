"""Whole assessments: order of weeks, triggers, consultation, validity, and the same bytes twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from kordon.criteria import Criteria, assess_all
from kordon.domain.assessment import Assessment
from kordon.domain.reading import Reading
from kordon.domain.time import Date, Week
from kordon.vocabulary import Vocabulary

FIRST = Week.parse("2024-W20")
WEEKS = tuple(FIRST.until(FIRST + 3))
BORDERS = ("PL-BY", "LT-BY", "LV-BY")
AS_OF = Date(2025, 6, 30)
Readings = dict[tuple[str, Week], tuple[Reading, ...]]


def readings(make: Any, **given: Any) -> Readings:
    """Quiet, covered weeks on every border; ``given`` sets values of the last week on PL-BY by indicator."""
    found: Readings = {}
    for border in BORDERS:
        for week in WEEKS:
            values: dict[str, float] = {"b1": 0, "b1-wounded": 0, "b2": 0, "b3": 0, "b4": 0, "p1": 7}
            if border == "PL-BY" and week == WEEKS[-1]:
                values |= given
            found[border, week] = tuple(
                make.reading(
                    name, value, id=f"r-{border}-{week}-{name}-{value}", border=border, week=week,
                    per_day=value / 7, baseline=make.baseline,
                )
                for name, value in values.items()
            )  # fmt: skip
    return found


def assess(
    criteria: Criteria, vocabulary: Vocabulary, make: Any, given: Readings, *incidents: Any
) -> Mapping[tuple[str, Week], Assessment]:
    series = {b: tuple(make.count(w, 7.0) for w in WEEKS) for b in BORDERS}
    material = make.material(*incidents)
    return assess_all([criteria], given, series, material, BORDERS, WEEKS, AS_OF, vocabulary)


def test_a_quiet_week_is_low_and_says_on_how_much(make: Any, criteria: Criteria, vocabulary: Vocabulary) -> None:
    found = assess(criteria, vocabulary, make, readings(make))["PL-BY", WEEKS[-1]]
    assert (found.level, found.scored, found.trend) == ("low", "low", "has_not_changed")
    assert (found.assessed, found.of, found.criteria, found.expires) == (2, 6, criteria.hash, None)
    leaves = [leaf for factor in found.reason.children for leaf in factor.children]
    assert {e for leaf in leaves for e in leaf.evidence} == {r.id for r in readings(make)["PL-BY", WEEKS[-1]]}


def test_the_same_arguments_give_the_same_bytes(make: Any, criteria: Criteria, vocabulary: Vocabulary) -> None:
    shots = make.incident("shots_fired", actor="far_state", recipient="near_state")
    given = readings(make, b4=60)
    once = assess(criteria, vocabulary, make, given, shots)
    again = assess(criteria, vocabulary, make, dict(reversed(given.items())), shots)
    assert repr(once) == repr(again)
    assert len({a.id for a in once.values()}) == len(once)
    other = assess(criteria, vocabulary, make, readings(make, b4=61), shots)
    assert other["PL-BY", WEEKS[-1]].id != once["PL-BY", WEEKS[-1]].id
    assert other["LT-BY", WEEKS[-1]].id == once["LT-BY", WEEKS[-1]].id


def test_a_trigger_bypasses_the_score_and_asks_the_others(
    make: Any, criteria: Criteria, vocabulary: Vocabulary
) -> None:
    shots = make.incident(
        "shots_fired", actor="far_state", recipient="near_state", border="LT-BY", day=Date(2024, 5, 28)
    )
    week = Week.of(Date(2024, 5, 28))
    found = assess(criteria, vocabulary, make, readings(make), shots)
    hit = found["LT-BY", week]
    assert (hit.level, hit.scored, hit.expires) == ("critical", "low", Date(2024, 6, 11))
    assert [(t.trigger, t.incidents) for t in hit.triggers] == [("weapon_use", (shots.id,))]
    assert hit.reason.key == "reason-standing-triggered"
    assert hit.consult == ()
    assert hit.strongest(1) == (hit.triggers[0].reason,)
    for other in ("PL-BY", "LV-BY"):
        assert (found[other, week].consult, found[other, week].level) == (("LT-BY",), "low")
        assert found[other, week].reason.children[-1].key == "reason-consult"
    assert all(found[b, WEEKS[0]].consult == () for b in BORDERS)


def test_a_trigger_does_not_need_an_assessed_week(make: Any, criteria: Criteria, vocabulary: Vocabulary) -> None:
    push = make.incident("mass_push", actor="migrants", people=300)
    week = Week.of(Date(2024, 5, 28))
    found = assess(criteria, vocabulary, make, {}, push)
    assert (found["PL-BY", week].level, found["PL-BY", week].scored) == ("critical", "not_assessed")
    assert found["PL-BY", WEEKS[0]].level == "not_assessed"
    assert found["PL-BY", WEEKS[0]].reason.key == "reason-score-essential-missing"


def test_a_border_is_not_assessed_while_an_essential_factor_is_not(
    make: Any, criteria: Criteria, vocabulary: Vocabulary
) -> None:
    given = readings(make, b4=500)
    key = ("PL-BY", WEEKS[-1])
    given[key] = tuple(r for r in given[key] if r.indicator != "p1")
    found = assess(criteria, vocabulary, make, given)[key]
    assert found.level == "not_assessed"
    assert found.reason.value("factor") == "migration"


def test_no_document_and_no_validity_are_told_apart(make: Any, criteria: Criteria, vocabulary: Vocabulary) -> None:
    old = replace(criteria, valid_to=WEEKS[1].sunday, borders=("PL-BY",))
    found = assess(old, vocabulary, make, readings(make))
    assert [found["PL-BY", w].level for w in WEEKS] == ["low", "low", "not_assessed", "not_assessed"]
    assert found["PL-BY", WEEKS[-1]].reason.key == "reason-criteria-not-valid"
    assert found["LT-BY", WEEKS[-1]].reason.key == "reason-no-criteria"


def test_a_high_week_is_held_and_says_so(make: Any, criteria: Criteria, vocabulary: Vocabulary) -> None:
    given = readings(make)
    first = ("PL-BY", WEEKS[0])
    given[first] = tuple(replace(r, value=80.0) if r.indicator == "b4" else r for r in given[first])
    found = assess(criteria, vocabulary, make, given)
    assert [found["PL-BY", w].level for w in WEEKS] == ["high"] * 4
    assert [found["PL-BY", w].scored for w in WEEKS] == ["high", "low", "low", "low"]
    held = found["PL-BY", WEEKS[-1]].reason
    assert (held.key, held.value("count"), held.children[0].key) == ("reason-standing-held", 3, "reason-score-low")


values = st.fixed_dictionaries(
    {
        "b1": st.integers(0, 500),
        "b1-wounded": st.integers(0, 3),
        "b4": st.integers(0, 300),
        "p1": st.integers(0, 3000),
    }
)


@settings(max_examples=40, deadline=None)
@given(values, st.sampled_from(["b1", "b1-wounded", "b4", "p1"]), st.integers(0, 1000))
def test_levels_are_monotone_in_their_readings(
    make: Any, criteria: Criteria, vocabulary: Vocabulary, given: dict[str, int], name: str, more: int
) -> None:
    """With the history held fixed: only the last week differs."""
    key = ("PL-BY", WEEKS[-1])
    before = assess(criteria, vocabulary, make, readings(make, **given))[key]
    worse = given | {name: given[name] + more}
    after = assess(criteria, vocabulary, make, readings(make, **worse))[key]
    assert after.scored.rank >= before.scored.rank
    assert after.level.rank >= before.level.rank


LONG = tuple((FIRST - 30).until(FIRST + 3))


def long_readings(make: Any, *silent: Week) -> Readings:
    """Half a year of quiet weeks on one border; of the ``silent`` ones nobody spoke."""
    return {
        ("PL-BY", week): tuple(
            make.reading(
                name, None if week in silent else value, id=f"r-{week}-{name}", week=week, per_day=1.0,
                baseline=make.baseline, coverage=0.1 if week in silent else 1.0,
            )
            for name, value in {"b1": 0, "b1-wounded": 0, "b2": 0, "means": 0, "p1": 7}.items()
        )
        for week in LONG
    }  # fmt: skip


def beside(found: Assessment) -> dict[str, dict[str, Any]]:
    keys = ("reason-trend-regime", "reason-trend-means-new")
    return {r.key: dict(r.values) for r in found.trend_reason.children if r.key in keys}


def test_a_new_level_and_new_means_are_told_with_the_trend(
    make: Any, criteria: Criteria, vocabulary: Vocabulary
) -> None:
    knife = make.incident("knife_attack", actor="migrants", recipient="near_state", day=Date(2024, 5, 28))
    stones = make.incident("stone_throwing", actor="migrants", recipient="near_state", day=Date(2024, 3, 12))
    week = Week.of(Date(2024, 5, 28))
    series = {"PL-BY": tuple(make.count(w, 40.0 if w < week else 400.0) for w in LONG)}
    found = assess_all(
        [criteria], long_readings(make), series, make.material(knife, stones), ("PL-BY",), LONG, AS_OF, vocabulary
    )
    told = beside(found["PL-BY", week])
    assert told["reason-trend-means-new"] == {"means": "knife", "user": "crossers", "weeks": 26}
    assert (told["reason-trend-regime"]["told"], told["reason-trend-regime"]["weeks"]) == ("yes", 4)
    assert beside(found["PL-BY", week - 1]) == {
        "reason-trend-regime": {"told": "no", "weeks": 4, "percent": told_before(found, week)}
    }
    assert "reason-trend-regime" not in beside(found["PL-BY", LONG[6]])  # seven weeks are known by then


def told_before(found: Mapping[tuple[str, Week], Assessment], week: Week) -> int:
    percent = beside(found["PL-BY", week - 1])["reason-trend-regime"]["percent"]
    assert isinstance(percent, int)
    assert percent < 20
    return percent


def test_weeks_that_nobody_spoke_for_make_nothing_new(
    make: Any, criteria: Criteria, vocabulary: Vocabulary
) -> None:
    """Of half of the weeks nobody spoke, whatever the calendar says."""
    knife = make.incident("knife_attack", actor="migrants", recipient="near_state", day=Date(2024, 5, 28))
    series = {"PL-BY": tuple(make.count(w, 40.0) for w in LONG)}
    found = assess_all(
        [criteria],
        long_readings(make, *LONG[:15]),
        series,
        make.material(knife),
        ("PL-BY",),
        LONG,
        AS_OF,
        vocabulary,
    )
    assert "reason-trend-means-new" not in beside(found["PL-BY", Week.of(Date(2024, 5, 28))])


def test_joint_draws_are_used_where_they_are_handed_over(
    make: Any, criteria: Criteria, vocabulary: Vocabulary
) -> None:
    """The level of all weeks is unsure, that the last has half as much again is not."""
    rng = np.random.default_rng(5)
    level = rng.normal(1, 0.3, 2000)
    means = [100.0, 100.0, 100.0, 150.0]
    series = {"PL-BY": tuple(make.count(w, m, m / 2) for w, m in zip(WEEKS, means, strict=True))}
    draws = {"PL-BY": np.stack([m * level for m in means], axis=1)}

    def last(**given: Any) -> Assessment:
        found = assess_all(
            [criteria], readings(make), series, make.material(), ("PL-BY",), WEEKS, AS_OF, vocabulary, **given
        )
        return found["PL-BY", WEEKS[-1]]

    apart, tied = last(), last(draws=draws)
    assert (apart.trend, tied.trend) == ("has_not_changed", "got_worse")
    assert tied.worse is not None
    assert tied.worse > 0.98
    assert apart.id != tied.id
