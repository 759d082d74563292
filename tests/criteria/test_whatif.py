"""What moves when a reading is another, what a level hangs on, and how likely each level is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kordon.criteria import Criteria, assess_all
from kordon.criteria.basis import Basis, changed
from kordon.criteria.uncertain import drawn_shares, level_chances
from kordon.criteria.whatif import basis, sensitivity, what_if
from kordon.domain.assessment import Level
from kordon.domain.errors import DomainError
from kordon.domain.reading import Reading
from kordon.domain.time import Date, Week
from kordon.indicators import Indicator
from kordon.vocabulary import Vocabulary

WEEK = Week.of(Date(2024, 5, 28))
AS_OF = Date(2025, 6, 30)


@pytest.fixture
def at(make: Any, criteria: Criteria, vocabulary: Vocabulary) -> Any:
    """A basis of PL-BY from readings of one week, with earlier weeks before it where they are given."""

    def build(
        *readings: Reading, before: Mapping[Week, tuple[Reading, ...]] | None = None, incidents: Any = ()
    ) -> Basis:
        held = {("PL-BY", week): told for week, told in (before or {}).items()} | {("PL-BY", WEEK): readings}
        weeks = sorted(week for _, week in held)
        return basis(criteria, held, make.material(*incidents), "PL-BY", weeks, WEEK, AS_OF, vocabulary)

    return build


@pytest.fixture
def quiet(make: Any) -> Any:
    """Attempts of a day far under the usual, and no incident."""

    def build(attempts: float = 70.0, **given: Any) -> tuple[Reading, ...]:
        p1 = make.reading("p1", attempts, per_day=attempts / 7, baseline=make.baseline, **given)
        return make.reading("b1", 0, **given), p1

    return build


def test_it_starts_from_what_the_assessment_says(
    make: Any, at: Any, quiet: Any, criteria: Criteria, vocabulary: Vocabulary
) -> None:
    weeks = [WEEK - 2, WEEK - 1, WEEK]
    told = {w: quiet(900 if n == 0 else 70, week=w) for n, w in enumerate(weeks)}
    held = {("PL-BY", w): readings for w, readings in told.items()}
    assessed = assess_all((criteria,), held, {}, make.material(), ("PL-BY",), weeks, AS_OF, vocabulary)[
        "PL-BY", WEEK
    ]
    found = at(*told[WEEK], before={w: told[w] for w in weeks[:-1]})
    own = found.scored()
    assert (own.level, found.level(own.level)) == (assessed.scored, assessed.level)
    assert own.factors == assessed.factors
    assert assessed.level is not assessed.scored  # the level still stands, and the basis knows it


def test_a_changed_reading_moves_what_it_moves_and_no_more(at: Any, quiet: Any) -> None:
    moved = what_if(at(*quiet()), "p1", 900)
    assert moved.indicators == (("p1", Level.LOW, Level.HIGH),)  # 129 a day: over the floor of high
    assert moved.factors == (("migration", Level.LOW, Level.HIGH),)
    assert (moved.value, moved.level, moved.scored) == (70, (Level.LOW, Level.HIGH), (Level.LOW, Level.HIGH))


def test_a_reading_that_is_not_there_can_be_supposed(make: Any, at: Any) -> None:
    moved = what_if(at(make.reading("p1", 70, per_day=10.0, baseline=make.baseline)), "b1", 0)
    assert (moved.value, moved.level) == (None, (Level.NOT_ASSESSED, Level.LOW))


def test_a_level_that_stands_does_not_fall_at_once(at: Any, quiet: Any) -> None:
    before = {WEEK - 1: quiet(900, week=WEEK - 1)}
    moved = what_if(at(*quiet(900), before=before), "p1", 70)
    assert (moved.scored, moved.level) == ((Level.HIGH, Level.LOW), (Level.HIGH, Level.HIGH))


@pytest.mark.parametrize(
    ("indicator", "value"), [("zz", 1.0), ("p1", -1.0), ("p1", float("inf")), ("p1", float("nan"))]
)
def test_what_cannot_be_supposed_is_told(at: Any, quiet: Any, indicator: str, value: float) -> None:
    with pytest.raises(DomainError, match=r"do not look at 'zz'|is no value of a reading"):
        what_if(at(*quiet()), indicator, value)


def test_sensitivity_names_the_smallest_change(at: Any, quiet: Any) -> None:
    found = {h.indicator: h for h in sensitivity(at(*quiet(900)))}
    p1 = found["p1"]
    assert (p1.down_level, p1.up) == (Level.MEDIUM, None)  # one critical factor does not make the border critical
    assert p1.down == pytest.approx(839)  # under 120 a day, the floor of high
    assert set(found) == {"p1"}  # migration alone is critical at most, and nothing else could be more


@settings(max_examples=40, deadline=None)
@given(attempts=st.integers(1, 3000), b1=st.integers(0, 12))
def test_every_hinge_turns_where_it_says(
    make: Any, criteria: Criteria, vocabulary: Vocabulary, attempts: int, b1: int
) -> None:
    readings = (
        make.reading("b1", b1, baseline=make.baseline),
        make.reading("p1", attempts, per_day=attempts / 7, baseline=make.baseline),
    )
    start = basis(criteria, {("PL-BY", WEEK): readings}, make.material(), "PL-BY", [WEEK], WEEK, AS_OF, vocabulary)
    own = start.scored().level
    for hinge in sensitivity(start):
        for value, level in ((hinge.up, hinge.up_level), (hinge.down, hinge.down_level)):
            if value is not None:
                new = start.scored(changed(start.known, hinge.indicator, value)).level
                assert new is level
                assert new is not own
        if hinge.indicator == "p1" and hinge.up is not None:  # and not one attempt earlier
            nearer = start.scored(changed(start.known, "p1", hinge.up - 1)).level
            assert hinge.up - 1 <= attempts or nearer is own


def test_probabilities_are_those_of_the_draws(at: Any, quiet: Any) -> None:
    # 840 a week is the floor of high, 280 that of medium, and above 200 and 300 the usual bounds.
    told = at(*quiet(840))
    shares = np.array([0.2, 0.4, 0.9, 0.99, 1.0, 1.0, 1.01, 1.2, 1.3, 1.5])
    found = level_chances(told, {"p1": shares})
    assert found is not None
    assert dict(found) == {Level.LOW: 0.1, Level.MEDIUM: 0.3, Level.HIGH: 0.6, Level.CRITICAL: 0.0}


def test_a_level_that_is_held_by_its_history_is_certain(at: Any, quiet: Any) -> None:
    told = at(*quiet(100), before={WEEK - 1: quiet(900, week=WEEK - 1)})
    found = level_chances(told, {"p1": np.linspace(0.5, 1.5, 11)})
    assert found is not None
    assert dict(found)[Level.HIGH] == 1.0


def test_without_counts_there_are_no_probabilities(make: Any, at: Any, quiet: Any) -> None:
    assert level_chances(at(*quiet()), {}) is None
    assert level_chances(at(make.reading("p1", 100)), {"p1": np.ones(3)}) is None  # not assessed


@settings(max_examples=30, deadline=None)
@given(
    attempts=st.floats(1, 4000),
    shares=st.lists(st.floats(0, 3), min_size=1, max_size=20),
)
def test_probabilities_sum_to_one_and_rise_with_the_count(
    make: Any, criteria: Criteria, vocabulary: Vocabulary, attempts: float, shares: list[float]
) -> None:
    readings = (make.reading("b1", 0), make.reading("p1", attempts, per_day=attempts / 7, baseline=make.baseline))
    told = basis(criteria, {("PL-BY", WEEK): readings}, make.material(), "PL-BY", [WEEK], WEEK, AS_OF, vocabulary)
    found = level_chances(told, {"p1": np.array(shares)})
    higher = level_chances(told, {"p1": np.array(shares) * 1.5})
    assert found is not None and higher is not None
    assert sum(chance for _, chance in found) == pytest.approx(1, abs=3e-4)
    for level in (Level.MEDIUM, Level.HIGH, Level.CRITICAL):
        above = [sum(c for at_level, c in one if at_level.rank >= level.rank) for one in (found, higher)]
        assert above[1] >= above[0] - 3e-4


def test_draws_move_what_is_made_of_counts(indicators: tuple[Indicator, ...]) -> None:
    weeks = [WEEK - 60 + n for n in range(61)]
    draws = np.full((4, 61), 100.0)
    draws[:, -1] = [50, 100, 100, 150]
    found = drawn_shares(indicators, draws, weeks, WEEK)
    assert set(found) == {"p1", "p2"}
    assert found["p1"].tolist() == [0.5, 1, 1, 1.5]
    assert found["p2"].tolist() == [350 / 400, 1, 1, 450 / 400]  # four weeks, of which one is not sure
    assert set(drawn_shares(indicators, draws[:, -20:], weeks[-20:], WEEK)) == {"p1"}  # no year before


def test_a_supposed_value_takes_its_daily_mean_with_it(at: Any, quiet: Any) -> None:
    told = at(*quiet(70))
    assert changed(told.known, "p1", 140)["p1"].per_day == 20
    nothing = replace(told, known=replace(told.known, readings={}))
    assert changed(nothing.known, "p1", 140)["p1"].per_day == 20
