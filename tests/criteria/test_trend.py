"""The trend rule: which part says what, and when nothing can be said."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kordon.counts import posterior
from kordon.criteria import Criteria, read_criteria
from kordon.criteria.chances import Chances, drawn_above, probability_above, together
from kordon.criteria.trend import WeekFacts, trend_of
from kordon.domain.assessment import FactorLevel, Level, Reason, TriggerFired
from kordon.domain.coded import Figure, FigureForm, Modality, Place, PlacePrecision
from kordon.domain.errors import BadDocument
from kordon.domain.quantity import Quantity
from kordon.domain.reading import Coverage
from kordon.domain.report import Evidence
from kordon.domain.time import Span, Week
from kordon.indicators import Indicator
from kordon.indicators.severity import Act, Escalation, MeansWeek
from kordon.vocabulary import Vocabulary
from kordon.vocabulary.documents import parse_document

WEEK = Week.parse("2024-W22")
PLAIN = Reason("reason-factor-low")


def facts(make: Any, mean: float | None, back: int = 0, **given: Any) -> WeekFacts:
    """One week: a count (``None``: no series), wounded and rank of means, and the level of one threat factor."""
    week = WEEK - back
    found = None if mean is None else make.count(week, mean, given.get("spread", 5), given.get("coverage", 1.0))
    values = {"b1-wounded": given.get("hurt", 0), "means": given.get("means", 1)}
    readings = {name: make.reading(name, value, week=week) for name, value in values.items()}
    factors = (FactorLevel("incidents", "threat", True, Level(given.get("level", "low")), (), PLAIN),)
    acts = given.get("acts")
    used = None
    if acts is not None:
        done = tuple(Act("", rank, "crossers", times, 0.0, ()) for rank, times in acts)
        used = MeansWeek("PL-BY", week, Coverage(1.0), True, done)
    fired = given.get("fired", False)
    triggers = (TriggerFired("weapon_use", ("incident-1",), Reason("reason-trigger")),) if fired else ()
    return WeekFacts(found, readings, factors, triggers, used)


CALM: list[tuple[float, dict[str, Any]]] = [(100, {}), (110, {}), (95, {}), (105, {})]


@pytest.mark.parametrize(
    ("mean", "now", "before", "trend", "part"),
    [
        (104, {}, CALM, "has_not_changed", "reason-trend-count-same"),
        (200, {}, CALM, "got_worse", "reason-trend-count-worse"),
        (110, {"spread": 100}, CALM, "has_not_changed", "reason-trend-count-same"),
        (50, {}, CALM, "got_better", "reason-trend-count-better"),
        (104, {"hurt": 1}, CALM, "got_worse", "reason-trend-wounded-worse"),
        (50, {"hurt": 1}, CALM, "got_worse", "reason-trend-wounded-worse"),
        (104, {"means": 4}, CALM, "got_worse", "reason-trend-means-worse"),
        (104, {"means": 1}, [(100, {"means": 0})] * 4, "has_not_changed", "reason-trend-count-same"),
        (104, {"means": 0}, [(100, {"means": 4})] * 4, "has_not_changed", "reason-trend-count-same"),
        (104, {"hurt": 1}, [(100, {"hurt": 2})] * 4, "has_not_changed", "reason-trend-count-same"),
        (104, {"level": "medium"}, CALM, "got_worse", "reason-trend-factor-worse"),
        (104, {"level": "low"}, [(100, {"level": "high"})] * 4, "got_better", "reason-trend-factor-better"),
        (104, {"fired": True}, CALM, "got_worse", "reason-trend-trigger"),
        (2, {"spread": 0}, [(1, {"spread": 0})] * 4, "has_not_changed", "reason-trend-count-same"),
    ],
)
def test_a_part_makes_the_trend(
    make: Any,
    criteria: Criteria,
    mean: float,
    now: dict[str, Any],
    before: list[tuple[float, dict[str, Any]]],
    trend: str,
    part: str,
) -> None:
    earlier = [facts(make, m, n + 1, **kw) for n, (m, kw) in enumerate(before)]
    found = trend_of(criteria, "PL-BY", facts(make, mean, **now), earlier)
    assert found.trend == trend
    assert found.reason.children[0].key == part
    assert found.reason.children[-1].key == "reason-trend-rule"


@pytest.mark.parametrize(
    ("mean", "coverage", "covered", "key"),
    [
        (None, 1.0, 4, "reason-trend-poor-coverage"),
        (500, 0.4, 4, "reason-trend-poor-coverage"),
        (500, 1.0, 1, "reason-trend-weeks-before-not-covered"),
        (500, 1.0, 0, "reason-trend-weeks-before-not-covered"),
    ],
)
def test_silence_is_not_assessed_and_never_unchanged(
    make: Any, criteria: Criteria, mean: float | None, coverage: float, covered: int, key: str
) -> None:
    before = [facts(make, 100, n + 1, coverage=1.0 if n < covered else 0.3) for n in range(4)]
    found = trend_of(criteria, "PL-BY", facts(make, mean, coverage=coverage), before)
    assert (found.trend, found.reason.key, found.chances) == ("not_assessed", key, None)


def test_two_covered_weeks_are_enough(make: Any, criteria: Criteria) -> None:
    before = [facts(make, 100, n + 1, coverage=1.0 if n < 2 else 0.0) for n in range(4)]
    assert trend_of(criteria, "PL-BY", facts(make, 300), before).trend == "got_worse"


def test_exact_counts_give_certainty(make: Any) -> None:
    before = [make.count(WEEK - n, 100) for n in (1, 2)]
    assert probability_above(make.count(WEEK, 126), before, 0.25, 7) == 1.0
    assert probability_above(make.count(WEEK, 124), before, 0.25, 7) == 0.0
    assert probability_above(make.count(WEEK, 125), before, 0.25, 7) == 0.5


def test_weeks_that_differ_among_themselves_make_less_certain(make: Any) -> None:
    now = make.count(WEEK, 140, 5)
    steady = [make.count(WEEK - n, 100, 5) for n in (1, 2, 3, 4)]
    uneven = [make.count(WEEK - n, mean, 5) for n, mean in enumerate((30, 170, 30, 170), 1)]
    assert probability_above(now, steady, 0.25, 7) > 0.95
    assert probability_above(now, uneven, 0.25, 7) < 0.8


@given(
    st.floats(0, 5000),
    st.floats(0, 5000),
    st.floats(0, 500),
    st.lists(st.floats(0, 3000), min_size=2, max_size=4),
)
def test_more_attempts_are_never_less_probably_worse(
    make: Any, one: float, other: float, spread: float, before: list[float]
) -> None:
    """The posteriors compared are equally wide on the scale of log(1 + count), on which the rule works."""
    weeks = [make.count(WEEK - n - 1, mean, spread) for n, mean in enumerate(before)]
    less, more = (probability_above(make.count(WEEK, mean), weeks, 0.25, 7) for mean in sorted((one, other)))
    assert 0 <= less <= more <= 1


# What a week is worth: hurt now, hurt in each of four weeks before, and the probability of a rise. By hand:
# P(Gamma(h, 1) > Gamma(H + 1/2, 4)) is 1 - I_0.2(h, H + 1/2); for h = 1 that is 0.8 ** (H + 1/2).
HURT = [
    (0, (0, 0, 0, 0), 0.0),
    (0, (3, 0, 0, 0), 0.0),
    (1, (0, 0, 0, 0), 0.8**0.5),
    (1, (1, 0, 0, 0), 0.8**1.5),
    (1, (1, 1, 1, 1), 0.8**4.5),
    (2, (2, 0, 0, 0), 0.8**2.5 * (1 + 2.5 * 0.2)),
    (2, (1, 1, 1, 1), 0.8**4.5 * (1 + 4.5 * 0.2)),
]


@pytest.mark.parametrize(("now", "before", "chance"), HURT)
def test_the_probability_that_more_are_hurt(
    make: Any, criteria: Criteria, now: int, before: tuple[int, ...], chance: float
) -> None:
    weeks = [facts(make, 100, n, hurt=hurt) for n, hurt in enumerate(before, 1)]
    found = trend_of(criteria, "PL-BY", facts(make, 100, hurt=now), weeks)
    assert found.chances is not None
    assert found.chances.worse == pytest.approx(chance, abs=1e-3)  # attempts add next to nothing: 100 after 100


def test_more_hurt_than_before_is_told_with_the_sum_where_one_week_had_as_many(
    make: Any, criteria: Criteria
) -> None:
    weeks = [facts(make, 100, n, hurt=hurt) for n, hurt in enumerate((2, 0, 0, 0), 1)]
    first = trend_of(criteria, "PL-BY", facts(make, 100, hurt=2), weeks).reason.children[0]
    assert first.key == "reason-trend-hurt-worse"
    assert dict(first.values) == {"value": 2, "before": 2, "weeks": 4, "percent": 86}


def test_more_acts_with_means_known_already_are_worse(make: Any, criteria: Criteria) -> None:
    weeks = [facts(make, 100, n, means=2, acts=((2, 1.0),) if n < 3 else ()) for n in (1, 2, 3, 4)]
    found = trend_of(criteria, "PL-BY", facts(make, 100, means=2, acts=((2, 2.0), (2, 1.0), (1, 5.0))), weeks)
    first = found.reason.children[0]
    assert (found.trend, first.key) == ("got_worse", "reason-trend-acts-worse")
    assert dict(first.values) == {"value": 3, "rank": 2, "before": 2, "weeks": 4, "percent": 96}


def test_more_acts_with_what_a_hand_picks_up_are_not(make: Any, criteria: Criteria) -> None:
    weeks = [facts(make, 100, n, means=0, acts=()) for n in (1, 2, 3, 4)]
    assert (
        trend_of(criteria, "PL-BY", facts(make, 100, means=1, acts=((1, 9.0),)), weeks).trend == "has_not_changed"
    )


def test_parts_that_are_unsure_alone_can_make_the_trend_together(make: Any, criteria: Criteria) -> None:
    weeks = [facts(make, 100, n, hurt=hurt) for n, hurt in enumerate((1, 0, 0, 0), 1)]
    found = trend_of(criteria, "PL-BY", facts(make, 140, hurt=1, spread=40), weeks)
    assert found.trend == "got_worse"
    first, *rest = found.reason.children
    assert first.key == "reason-trend-together"
    assert max(int(str(first.value("count"))), int(str(first.value("severity")))) < 80
    assert {r.key for r in rest} == {
        "reason-trend-count-same", "reason-trend-wounded-same", "reason-trend-levels-same", "reason-trend-rule",
    }  # fmt: skip


def test_joint_draws_that_are_independent_agree_with_the_intervals(make: Any) -> None:
    """Draws with the spread of the intervals, on the scale on which these are compared."""
    rng = np.random.default_rng(1)
    now = make.count(WEEK, 150, 40)
    before = [make.count(WEEK - n, mean, 30) for n, mean in enumerate((100, 120, 90, 110), 1)]
    drawn = [rng.normal(w.mean, (w.high90 - w.low90) / 2 / 1.6449, 20_000) for w in (now, *before)]
    for share in (0.25, -0.25):
        expected = probability_above(now, before, share, 7)
        assert drawn_above(drawn[0], drawn[1:], share, 7) == pytest.approx(expected, abs=0.02)


def test_weeks_that_are_tied_together_are_compared_as_they_are(make: Any, criteria: Criteria) -> None:
    """The level of all five weeks is unsure, that this one has half as much again is not: one total tells it."""
    rng = np.random.default_rng(2)
    level = rng.normal(1, 0.3, 4000)
    now, weeks = facts(make, 150, spread=75), [facts(make, 100, n, spread=50) for n in (1, 2, 3, 4)]
    alone = trend_of(criteria, "PL-BY", now, weeks)
    tied = trend_of(
        criteria,
        "PL-BY",
        replace(now, draws=150 * level),
        [replace(w, draws=100 * level) for w in weeks],
    )
    assert (alone.trend, tied.trend) == ("has_not_changed", "got_worse")
    assert tied.chances is not None
    assert alone.chances is not None
    assert tied.chances.worse > 0.98
    assert alone.chances.worse < 0.8


def test_a_total_of_two_weeks_that_says_nothing_of_either_makes_neither_worse(make: Any) -> None:
    """Whatever this week has more, the week before has less: the difference is less sure than of draws apart."""
    rng = np.random.default_rng(3)
    shift = rng.normal(0, 30, 4000)
    tied = drawn_above(140 + shift, [100 - shift], 0.1, 0)
    apart = drawn_above(140 + shift, [100 - rng.permutation(shift)], 0.1, 0)
    assert 0.5 < tied < apart


def test_exact_draws_give_certainty() -> None:
    assert drawn_above([200.0] * 3, [[100.0] * 3] * 2, 0.25, 7) == 1.0
    assert drawn_above([125.0] * 3, [[100.0] * 3] * 2, 0.25, 7) == 0.5
    assert drawn_above([80.0] * 3, [[100.0] * 3] * 2, -0.25, 7) == 1.0
    assert drawn_above([0.0, 200.0], [[100.0, 100.0]], 0.25, 7) == 0.5


def test_a_sum_of_two_weeks_ties_them_in_the_posterior(vocabulary: Vocabulary) -> None:
    """One figure tells of two weeks together: which of them had more is less sure than the intervals have it."""

    def figure(first: Week, last: Week, count: int) -> Figure:
        name = f"{first}-{last}"
        place = Place(borders=("PL-BY",), precision=PlacePrecision.BORDER)
        span = Span.between(first.monday, last.sunday)
        return Figure(
            name, FigureForm.COUNT, "attempts", Quantity.exactly(count), place, span, Modality.ACTUAL,
            (Evidence(name, 0, 1),), "test", grade="B2",
        )  # fmt: skip

    figures = [*(figure(WEEK - n, WEEK - n, 700) for n in range(2, 10)), figure(WEEK - 1, WEEK, 2400)]
    found = posterior(figures, ["PL-BY"], WEEK - 9, WEEK, vocabulary)
    series, drawn = found.series("PL-BY"), found.draws("PL-BY")
    assert np.corrcoef(drawn[:, -1], drawn[:, -2])[0, 1] < -0.5
    assert drawn.mean(axis=0) == pytest.approx([c.mean for c in series], rel=0.05)
    for share in (-0.3, 0.5):
        tied = drawn_above(drawn[:, -1], drawn[:, -2:-1].T, share, 7)
        apart = probability_above(series[-1], series[-2:-1], share, 7)
        assert abs(tied - 0.5) < abs(apart - 0.5) - 0.02
    alone = drawn_above(drawn[:, -1], drawn[:, -5:-2].T, 0.25, 7)
    assert alone == pytest.approx(probability_above(series[-1], series[-5:-2], 0.25, 7), abs=0.08)


def test_what_is_told_beside_the_parts_changes_nothing_of_the_label(make: Any, criteria: Criteria) -> None:
    weeks = [facts(make, 100, n) for n in (1, 2, 3, 4)]
    plain = trend_of(criteria, "PL-BY", facts(make, 100), weeks)
    new = Escalation("blades", "knife", "crossers", None, True, 26, ("incident-1",))
    told = trend_of(criteria, "PL-BY", replace(facts(make, 100), changed=0.9, within=4, new=new), weeks)
    assert (told.trend, told.chances) == (plain.trend, plain.chances)
    beside = [r for r in told.reason.children if r not in plain.reason.children]
    assert [(r.key, dict(r.values)) for r in beside] == [
        ("reason-trend-regime", {"told": "yes", "weeks": 4, "percent": 90}),
        ("reason-trend-means-new", {"means": "knife", "user": "crossers", "weeks": 26}),
    ]
    assert beside[1].evidence == ("incident-1",)


def test_a_trigger_is_certain(make: Any, criteria: Criteria) -> None:
    weeks = [facts(make, 100, n) for n in (1, 2, 3, 4)]
    found = trend_of(criteria, "PL-BY", facts(make, 20, fired=True), weeks)
    assert found.chances == Chances(1.0, 0.0)


def _chances() -> st.SearchStrategy[Chances]:
    pairs = st.tuples(st.floats(0, 1), st.floats(0, 1))
    return pairs.map(lambda p: Chances(p[0], (1 - p[0]) * p[1]))


@given(st.lists(_chances(), min_size=1, max_size=4))
def test_the_three_probabilities_sum_to_one(parts: list[Chances]) -> None:
    whole = together(parts)
    assert 0 <= whole.worse <= 1 and 0 <= whole.better <= 1 and 0 <= whole.same <= 1
    assert whole.worse + whole.better + whole.same == pytest.approx(1)
    assert whole.worse >= max(p.worse for p in parts) - 1e-9
    assert whole.better <= 1 - max(p.worse for p in parts) + 1e-9


@given(st.lists(_chances(), min_size=1, max_size=4), st.integers(0, 3), st.floats(0, 1))
def test_a_part_that_is_more_probably_worse_makes_the_whole_so(
    parts: list[Chances], place: int, share: float
) -> None:
    """``share`` of what the part gave to no change goes to worse, or to better."""
    place %= len(parts)
    part = parts[place]
    worse = Chances(part.worse + share * part.same, part.better)
    better = Chances(part.worse, part.better + share * part.same)
    before = together(parts)
    raised = together([worse if n == place else p for n, p in enumerate(parts)])
    eased = together([better if n == place else p for n, p in enumerate(parts)])
    assert raised.worse >= before.worse - 1e-9
    assert raised.better <= before.better + 1e-9
    assert eased.better >= before.better - 1e-9
    assert eased.worse == pytest.approx(before.worse)


@given(st.lists(_chances(), min_size=1, max_size=4))
def test_a_part_that_cannot_be_compared_says_nothing(parts: list[Chances]) -> None:
    whole, more = together(parts), together([*parts, Chances(0.0, 0.0)])
    assert (more.worse, more.better) == pytest.approx((whole.worse, whole.better))


def test_a_document_may_ask_less_of_better(
    make: Any, shipped: str, vocabulary: Vocabulary, indicators: tuple[Indicator, ...]
) -> None:
    names = [i.id for i in indicators]

    def read(text: str) -> Criteria:
        return read_criteria(parse_document(text, "own.yaml"), vocabulary, names)

    plain = read(shipped)
    assert plain.trend.better_probability == plain.trend.probability == 0.8
    eased = read(shipped.replace("  probability: 0.8\n", "  probability: 0.8\n  better_probability: 0.6\n"))
    weeks = [facts(make, 100, n) for n in (1, 2, 3, 4)]
    now = facts(make, 66, spread=30)
    assert trend_of(plain, "PL-BY", now, weeks).trend == "has_not_changed"
    assert trend_of(eased, "PL-BY", now, weeks).trend == "got_better"
    with pytest.raises(BadDocument, match="does not fit"):
        read(shipped.replace("  probability: 0.8\n", "  probability: 0.8\n  better_probability: 2\n"))
