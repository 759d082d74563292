"""Figures that cannot all be true: each is named with its place, and no reading changes silently."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from kordon.counts import check, fuse
from kordon.counts.contradictions import Kind
from kordon.domain.coded import Figure, FigureForm, Modality
from kordon.domain.errors import DomainError
from kordon.domain.quantity import Quantity, Rounding
from kordon.domain.report import PublishedBasis, Report
from kordon.domain.time import Precision, Span, Week
from kordon.geo.gazetteer import PUBLIC
from kordon.intake.sources import load_sources
from kordon.intake.tables import read_table
from kordon.vocabulary import Vocabulary

Make = Callable[..., Figure]
DAY = dt.date(2024, 5, 10)
NEW_YEAR = dt.date(2024, 1, 1)


def report(name: str, published: dt.date | None) -> Report:
    return Report(name, "Told.", published_at=published, published_basis=PublishedBasis.GIVEN)


def test_a_figure_of_days_that_had_not_come_is_set_aside_and_named(figure: Make, vocabulary: Vocabulary) -> None:
    early = figure("PL-BY", DAY, DAY + dt.timedelta(days=6), 900.0, report="early")
    sound = figure("PL-BY", DAY - dt.timedelta(days=6), DAY, 300.0, report="sound")
    reports = {"early": report("early", DAY), "sound": report("sound", DAY)}
    checked = check([early, sound], reports, vocabulary)
    (found,) = checked.contradictions
    assert (found.kind, found.figures, found.set_aside) == (Kind.FUTURE, (early.id,), True)
    assert checked.figures == (sound,)
    assert found.sentence({"early": "notices/early.html"}) == (
        "notices/early.html, characters 0 to 1: the figure is of days up to 2024-05-16 and was published on "
        "2024-05-10; correct the day of publication or the span; the figure is not heard until then."
    )


def test_the_evening_before_midnight_and_an_undated_report_are_not_the_future(
    figure: Make, vocabulary: Vocabulary
) -> None:
    evening = figure("PL-BY", DAY, DAY, 9.0, report="evening")
    undated = figure("PL-BY", DAY, DAY, 9.0, report="undated", number=1)
    unknown = figure("PL-BY", DAY, DAY, 9.0, report="unknown", number=2)
    reports = {"evening": report("evening", DAY - dt.timedelta(days=1)), "undated": report("undated", None)}
    checked = check([evening, undated, unknown], reports, vocabulary)
    assert checked.contradictions == ()
    assert checked.figures == (evening, undated, unknown)


def total(figure: Make, day: dt.date, count: float | Quantity, **more: object) -> Figure:
    return figure("PL-BY", NEW_YEAR, day, count, form=FigureForm.TOTAL, **more)


def test_a_running_total_that_falls_is_kept_and_named(figure: Make, vocabulary: Vocabulary) -> None:
    rows = [total(figure, dt.date(2024, 2, 1), 700.0), total(figure, dt.date(2024, 3, 1), 650.0)]
    (found,) = check(rows, {}, vocabulary).contradictions
    assert found.kind is Kind.FALLING
    assert found.figures == tuple(f.id for f in rows)
    assert not found.set_aside
    assert found.problem == "the running total from 2024-01-01 is 700 on 2024-02-01 and 650 on 2024-03-01"
    assert check(rows, {}, vocabulary).figures == tuple(rows)


@pytest.mark.parametrize(
    "later",
    [
        Quantity.exactly(700),
        Quantity.worded(600, Rounding.OVER),  # has no upper end
        Quantity.worded(700, Rounding.ROUNDED),
    ],
)
def test_a_total_that_may_have_risen_is_no_contradiction(
    figure: Make, vocabulary: Vocabulary, later: Quantity
) -> None:
    rows = [total(figure, dt.date(2024, 2, 1), 700.0), total(figure, dt.date(2024, 3, 1), later)]
    assert check(rows, {}, vocabulary).contradictions == ()


def test_totals_of_other_borders_units_and_beginnings_are_not_compared(
    figure: Make, vocabulary: Vocabulary
) -> None:
    end = dt.date(2024, 3, 1)
    rows = [
        total(figure, dt.date(2024, 2, 1), 700.0),
        total(figure, end, 5.0, unit="prevented"),
        figure("LT-BY", NEW_YEAR, end, 5.0, form=FigureForm.TOTAL),
        figure("PL-BY", dt.date(2024, 1, 2), end, 5.0, form=FigureForm.TOTAL),
        figure("PL-BY", NEW_YEAR, end, 5.0, form=FigureForm.TOTAL, modality=Modality.DENIED),
    ]
    assert check(rows, {}, vocabulary).contradictions == ()


def test_two_exact_figures_of_one_day_are_kept_and_named_and_the_week_is_wider(
    figure: Make, vocabulary: Vocabulary
) -> None:
    week = Week.of(DAY)
    one, other = (figure("PL-BY", week.monday, week.sunday, n) for n in (100.0, 180.0))
    checked = check([one, other], {}, vocabulary)
    (found,) = checked.contradictions
    assert found.kind is Kind.DIFFERENT
    assert found.problem == f"the exact figures of {week.monday} to {week.sunday} are 100 and 180"
    assert checked.figures == (one, other)

    def width(*figures: Figure) -> float:
        count = fuse(figures, ["PL-BY"], week, week, vocabulary)["PL-BY"][0]
        return count.high90 - count.low90

    assert width(one, other) > 4 * width(one)


def test_rounded_figures_and_repeats_do_not_contradict_an_exact_one(figure: Make, vocabulary: Vocabulary) -> None:
    rows = [
        figure("PL-BY", DAY, DAY, 187.0),
        figure("PL-BY", DAY, DAY, 187.0, number=1),
        figure("PL-BY", DAY, DAY, Quantity.worded(200, Rounding.ALMOST)),
    ]
    assert check(rows, {}, vocabulary).contradictions == ()


def test_the_figures_that_ship_contradict_one_another_where_their_notes_say_so(
    shipped: tuple[Figure, ...], vocabulary: Vocabulary
) -> None:
    table = read_table(PUBLIC / "attempts.csv", vocabulary, load_sources())
    reports = {c.report.id: c.report for c in table.coded}
    checked = check(shipped, reports, vocabulary)
    problems = sorted(c.problem for c in checked.contradictions)
    assert checked.figures == shipped
    assert problems == [
        "the exact figures of 2021-01-01 to 2021-12-31 are 39,664 and 39,670",
        "the exact figures of 2022-01-01 to 2022-12-31 are 11,211 and 11,238",
        "the exact figures of 2023-01-01 to 2023-12-31 are 2,643 and 2,644",
        "the exact figures of 2023-01-01 to 2023-12-31 are 25,571 and 25,701",
    ]


def test_a_span_cannot_end_before_it_starts() -> None:
    with pytest.raises(DomainError, match="ends on 2024-05-09, before it starts on 2024-05-10"):
        Span(DAY, DAY - dt.timedelta(days=1), Precision.DAYS)
