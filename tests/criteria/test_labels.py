"""Both labels of a trend are kept; where they differ a reason is needed; their agreement runs on."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kordon.criteria.labels import POLICIES, Label, agreement, labels, running, subject
from kordon.domain.assessment import Trend
from kordon.domain.errors import NotAllowed
from kordon.domain.record import Entry, Person
from kordon.domain.time import Date, Week
from kordon.measures.process import check, load_process

WEEK = Week(2024, 22)
TRENDS = (Trend.WORSE, Trend.SAME, Trend.BETTER)


def entry(
    computed: str, trend: str, why: str = "", *, does: str = "label", day: int = 3, week: Week = WEEK
) -> Entry:
    at = dt.datetime(2024, 6, day, 9, tzinfo=dt.UTC)
    data = {"border": "PL-BY", "week": str(week), "computed": computed, "trend": trend}
    who = Person("office-a", ("analyst",))
    name = f"entry-{day}-{week}"
    return Entry(name, "trend_label", subject("PL-BY", week), does, who, at, why, ("assessment-1",), data)


def test_both_labels_are_kept_with_the_reason() -> None:
    [found] = labels([entry("got_worse", "has_not_changed", "the rise is one of reporting")])
    assert (found.computed, found.analyst, found.agrees) == (Trend.WORSE, Trend.SAME, False)
    assert (found.by, found.why) == ("office-a", "the rise is one of reporting")


@pytest.mark.parametrize(
    ("computed", "trend", "why", "problem"),
    [
        ("got_worse", "got_worse", "", None),
        ("got_worse", "has_not_changed", "one of reporting", None),
        ("got_worse", "has_not_changed", "  ", "differs from the computed 'got_worse'; say why"),
        ("got_worse", "much_worse", "because", "must be one of got_worse"),
    ],
)
def test_a_reason_is_needed_where_they_differ(computed: str, trend: str, why: str, problem: str | None) -> None:
    process, new = load_process("trend_label"), entry(computed, trend, why)
    if problem is None:
        check(process, [], new, POLICIES)
        return
    with pytest.raises(NotAllowed, match=problem):
        check(process, [], new, POLICIES)


def test_the_last_label_counts_and_the_earlier_stays_as_known_then() -> None:
    record = [
        entry("got_worse", "got_worse"),
        entry("got_worse", "has_not_changed", "a late correction", does="relabel", day=9),
    ]
    assert [one.analyst for one in labels(record)] == [Trend.SAME]
    assert [one.analyst for one in labels(record, Date(2024, 6, 8))] == [Trend.WORSE]


def label(computed: Trend, analyst: Trend, week: Week = WEEK) -> Label:
    return Label("PL-BY", week, computed, analyst, "office-a", "", "entry")


def test_agreement_counts_and_is_corrected_for_chance() -> None:
    # Twenty weeks: both worse 8, both same 6, worse/same 4, same/worse 2. Chance: (12*10 + 8*10)/400 = 0.5.
    found = [label(Trend.WORSE, Trend.WORSE)] * 8 + [label(Trend.SAME, Trend.SAME)] * 6
    found += [label(Trend.WORSE, Trend.SAME)] * 4 + [label(Trend.SAME, Trend.WORSE)] * 2
    told = agreement([*found, label(Trend.NOT_ASSESSED, Trend.SAME)])
    assert (told.labels, told.same, told.share) == (20, 14, 0.7)
    assert told.kappa == pytest.approx((0.7 - 0.5) / 0.5)
    assert told.table[Trend.WORSE, Trend.SAME] == 4


def test_the_agreement_runs_from_week_to_week() -> None:
    found = [label(Trend.WORSE, Trend.WORSE), label(Trend.SAME, Trend.WORSE, WEEK + 1)]
    assert [(week, told.same, told.labels) for week, told in running(found)] == [(WEEK, 1, 1), (WEEK + 1, 1, 2)]
    assert (agreement([]).share, agreement([]).kappa, agreement(found[:1]).kappa) == (None, None, None)


@given(st.lists(st.tuples(st.sampled_from(TRENDS), st.sampled_from(TRENDS)), min_size=1, max_size=30))
def test_kappa_is_never_above_the_whole(pairs: list[tuple[Trend, Trend]]) -> None:
    told = agreement([label(a, b) for a, b in pairs])
    assert sum(told.table.values()) == told.labels == len(pairs)
    if told.kappa is not None:
        assert -1 - 1e-9 <= told.kappa <= 1 + 1e-9
        assert (told.kappa == pytest.approx(1)) is (told.same == told.labels)
