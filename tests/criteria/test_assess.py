"""Whole assessments: order of weeks, triggers, consultation, validity, and the same bytes twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

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
