"""Each act once, in the right week, with the right side, grade and modality."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kordon.domain.coded import Modality, Place, PlacePrecision
from kordon.domain.reading import Unknown
from kordon.domain.report import Evidence
from kordon.domain.time import ONE_DAY, Precision, Span, Week
from kordon.indicators.events import by_week, events, week_of
from kordon.vocabulary import Vocabulary

WEEK = Week(2024, 22)
DAY = Span.day(dt.date(2024, 5, 28))
VILLAGE = Place(borders=("PL-BY",), settlements=("dubicze-cerkiewne",), precision=PlacePrecision.POINT)


def spoken(make: Any) -> list[Any]:
    """A notice for every day of the week, so that silence can be zero."""
    return [make.figure(10, Span.day(d)) for d in WEEK.days()]


def test_the_week_of_a_span() -> None:
    assert week_of(DAY) == WEEK
    assert week_of(WEEK.span) == WEEK
    sunday_to_monday = Span.between(dt.date(2024, 6, 2), dt.date(2024, 6, 3))
    assert week_of(sunday_to_monday) == WEEK  # as many days in each: the earlier
    assert week_of(Span.between(dt.date(2024, 6, 2), dt.date(2024, 6, 8))) == WEEK + 1
    assert week_of(Span(dt.date(2024, 5, 1), dt.date(2024, 5, 31), Precision.MONTH)) is None
    assert week_of(Span(dt.date(2024, 5, 27), None, Precision.RECENT)) is None
    assert week_of(Span.untold()) is None


@given(st.dates(dt.date(2020, 1, 1), dt.date(2026, 1, 1)), st.integers(0, 40))
def test_no_other_week_has_more_of_the_span(start: dt.date, more: int) -> None:
    span = Span.between(start, start + dt.timedelta(days=more))
    week = week_of(span)
    assert week is not None
    own = span.overlap(week.monday, week.sunday)
    assert all(
        span.overlap((week + n).monday, (week + n).sunday) <= own - (1 if n < 0 else 0) for n in (-2, -1, 1, 2)
    )


def test_times_are_respected(make: Any, read: Any) -> None:
    row = read(WEEK, spoken(make), [make.incident("stone_throwing", DAY, actor="migrants", times=3)])
    assert row["b1"].value == 3


def test_acts_of_one_clash_count_once_a_kind(make: Any, read: Any) -> None:
    clash = [
        make.incident("stone_throwing", DAY, actor="migrants", clash="c", injured=2),
        make.incident("stone_throwing", DAY, actor="migrants", clash="c"),
        make.incident("pyrotechnics", DAY, actor="migrants", clash="c", injured=2),
    ]
    row = read(WEEK, spoken(make), clash)
    assert row["b1"].value == 2
    assert row["b1-wounded"].value == 2  # the same two people, told with each act
    assert row["means"].value == 3


def test_reports_of_the_same_act_count_once_and_add_sources(make: Any, read: Any) -> None:
    twice = [make.incident("stone_throwing", DAY, actor="migrants", place=VILLAGE, people=n) for n in (30, None)]
    row = read(WEEK, spoken(make), twice)
    assert row["b1"].value == 1
    assert row["b1"].sources == 2
    assert set(row["b1"].evidence) == {i.id for i in twice}


def test_what_is_linked_counts_once_whatever_its_kind_and_day(make: Any, vocabulary: Vocabulary) -> None:
    monday = make.incident("stone_throwing", DAY, actor="migrants", place=VILLAGE, people=30)
    weekend = make.incident(
        "assault", Span.between(dt.date(2024, 5, 27), dt.date(2024, 5, 28)), actor="migrants", people=50
    )
    of = {monday.id: "event-1", weekend.id: "event-1"}
    assert len(events([monday, weekend], vocabulary)) == 2
    (act,) = events([monday, weekend], vocabulary, of)
    assert act.people == 50
    assert set(act.incidents) == set(of)
    apart = [replace(i, evidence=(Evidence("one", n, n + 1),)) for n, i in enumerate((monday, weekend))]
    assert len(events(apart, vocabulary, of)) == 2  # what one report tells apart stays apart


def test_a_linked_event_is_in_the_week_of_its_best_date(make: Any) -> None:
    sunday = Span.day(WEEK.sunday)
    exact = make.incident("stone_throwing", sunday, actor="migrants")
    vague = make.incident("stone_throwing", Span.between(WEEK.sunday, WEEK.sunday + 2 * ONE_DAY), actor="migrants")
    assert set(by_week([exact, vague], ["PL-BY"])) == {("PL-BY", WEEK), ("PL-BY", WEEK + 1)}
    linked = by_week([exact, vague], ["PL-BY"], {exact.id: "event-1", vague.id: "event-1"})
    assert {key: len(items) for key, items in linked.items()} == {("PL-BY", WEEK): 2}


def test_what_differs_is_two_acts(make: Any, read: Any) -> None:
    def count(*acts: Any) -> Any:
        return read(WEEK, spoken(make), acts)["b1"].value

    def act(**more: Any) -> Any:
        return make.incident("knife_attack", DAY, **{"actor": "migrants", "place": VILLAGE, **more})

    assert count(act(people=9), act(people=50)) == 2
    assert count(act(), act(place=Place(borders=("PL-BY",), settlements=("bialowieza",)))) == 2
    assert count(act(report="one"), act(report="one")) == 2  # what one report tells apart stays apart
    assert count(act(clash="a"), act(clash="b")) == 2
    assert count(act(), act(actor="far_state")) == 2


@pytest.mark.parametrize(
    "modality", [Modality.THREATENED, Modality.PLANNED, Modality.CONDITIONAL, Modality.DENIED, Modality.HISTORICAL]
)
def test_only_what_happened_or_was_tried_counts(make: Any, read: Any, modality: Modality) -> None:
    incident = make.incident("stone_throwing", DAY, actor="migrants", modality=modality)
    assert read(WEEK, spoken(make), [incident])["b1"].value == 0


def test_a_weak_grade_is_shown_and_does_not_count(make: Any, read: Any) -> None:
    weak = make.incident("knife_attack", DAY, actor="migrants", grade="D4", injured=1)
    row = read(WEEK, spoken(make), [weak])
    assert row["b1"].value == 0 and row["b1-wounded"].value == 0
    assert row["b1"].unconfirmed == (weak.id,)
    assert row["b1"].evidence == ()
    ungraded = make.incident("knife_attack", DAY, actor="migrants", grade="")
    assert read(WEEK, spoken(make), [ungraded])["b1"].unconfirmed == (ungraded.id,)


def test_own_shots_and_warning_shots_do_not_count(make: Any, read: Any) -> None:
    def shots(**more: Any) -> Any:
        return read(WEEK, spoken(make), [make.incident("shots_fired", DAY, **more)])["m3"].value

    assert shots(actor="near_state") == Unknown("no-source-for-factor")
    assert shots(actor="far_state", warning_shots=True) == Unknown("no-source-for-factor")
    assert shots(actor="far_state") == 1
    assert shots() == 1  # from the other side, by somebody not told


def test_the_other_sides_staff(make: Any, read: Any) -> None:
    acts = [
        make.incident("laser", DAY, actor="far_state"),
        make.incident("fence_damage", DAY, actor="far_state", people=6),
        make.incident("stone_throwing", DAY, actor="migrants", people=40),
    ]
    row = read(WEEK, spoken(make), acts)
    assert (row["b3"].value, row["b2"].value, row["b1"].value, row["b4"].value) == (2, 1, 2, 40)


def test_a_death_is_impact_and_no_attack(make: Any, read: Any) -> None:
    row = read(WEEK, spoken(make), [make.incident("death", DAY)])
    assert row["p5"].value == 1
    assert row["b1"].value == 0 and row["b1-wounded"].value == 0


def test_no_border_is_guessed_for_a_group(make: Any, read: Any) -> None:
    group = make.incident("stone_throwing", DAY, place=Place(borders=("PL-BY", "LT-BY"), group="BY-EU"))
    assert read(WEEK, spoken(make), [group])["b1"].value == 0
