"""What else the posterior tells: joint draws, which figure pulls a week where, sums of groups, updates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import numpy as np
import pytest

from kordon.counts import Noise, posterior, probability_above
from kordon.counts.fusion import components
from kordon.counts.observations import combine, observations
from kordon.domain.coded import Figure, FigureForm, Place, PlacePrecision
from kordon.domain.reading import WeekCount
from kordon.domain.time import Week
from kordon.vocabulary import Vocabulary

Make = Callable[..., Figure]
BORDERS = ("PL-BY", "LT-BY", "LV-BY")
FIRST, LAST = Week(2022, 10), Week(2022, 29)
WEEKS = tuple(FIRST.until(LAST))
GROUP = Place(group="BY-EU", precision=PlacePrecision.GROUP)


def weekly(figure: Make, border: str, counts: list[float]) -> list[Figure]:
    return [figure(border, w.monday, w.sunday, c) for w, c in zip(WEEKS, counts, strict=False)]


def test_draws_have_the_intervals_of_the_series(figure: Make, vocabulary: Vocabulary) -> None:
    figures = weekly(figure, "PL-BY", [300.0, 340.0, 280.0])
    found = posterior(figures, ["PL-BY"], FIRST, LAST, vocabulary)
    series, draws = found.series("PL-BY"), found.draws("PL-BY", 4000, seed=3)
    assert draws.shape == (4000, len(WEEKS))
    assert (draws >= 0).all()
    inside = [np.mean((d >= c.low90) & (d <= c.high90)) for c, d in zip(series, draws.T, strict=True)]
    assert min(inside) > 0.87
    assert draws.mean(axis=0) == pytest.approx([c.mean for c in series], rel=0.12)
    assert np.array_equal(draws, found.draws("PL-BY", 4000, seed=3))


def test_weeks_that_one_total_tells_of_are_drawn_together(figure: Make, vocabulary: Vocabulary) -> None:
    """Two weeks with 400 between them: where the one is higher, the other is lower, and the sum stays near."""
    fortnight = figure("PL-BY", WEEKS[5].monday, WEEKS[6].sunday, 400.0)
    draws = posterior([fortnight], ["PL-BY"], FIRST, LAST, vocabulary).draws("PL-BY", 2000)[:, 5:7]
    assert np.corrcoef(draws.T)[0, 1] < -0.8
    assert np.std(draws.sum(axis=1)) < 0.5 * np.std(draws[:, 0])


def test_a_pull_is_what_leaving_the_figure_out_would_change(figure: Make, vocabulary: Vocabulary) -> None:
    """Within what the mode itself moves: the pull is exact for the Gaussian around it."""
    around = weekly(figure, "PL-BY", [300.0] * 20)
    week = WEEKS[9]
    friday = week.monday + dt.timedelta(days=4)
    high = figure("PL-BY", friday, friday, 90.0)
    rest = [f for f in around if f.span.start != week.monday]
    found = posterior([*rest, high], ["PL-BY"], FIRST, LAST, vocabulary)
    pull = next(p for p in found.pulls("PL-BY", week) if high.id in p.figures)
    without = posterior(rest, ["PL-BY"], FIRST, LAST, vocabulary).series("PL-BY")[9].mean
    moved = found.series("PL-BY")[9].mean - without
    assert moved > 10
    assert pull.attempts == pytest.approx(moved, rel=0.35)
    assert found.pulls("PL-BY", week)[0] == max(found.pulls("PL-BY", week), key=lambda p: abs(p.attempts))


def test_pulls_name_the_doubted_figure(figure: Make, vocabulary: Vocabulary) -> None:
    total = figure("PL-BY", FIRST.monday, LAST.sunday, 9000.0, form=FigureForm.TOTAL)
    found = posterior([*weekly(figure, "PL-BY", [100.0] * 20), total], ["PL-BY"], FIRST, LAST, vocabulary)
    doubts = {p.figures: p.doubt for p in found.pulls("PL-BY", WEEKS[3])}
    assert doubts[total.id,] > 100
    assert max(doubt for figures, doubt in doubts.items() if figures != (total.id,)) < 4


def test_the_sum_of_a_group_tells_of_the_border_that_was_silent(figure: Make, vocabulary: Vocabulary) -> None:
    """Three borders had 700 together and two of them 200 each, so the third had about 300."""
    week = WEEKS[8]
    figures = [
        figure("PL-BY", week.monday, week.sunday, 200.0),
        figure("LT-BY", week.monday, week.sunday, 200.0),
        figure("", week.monday, week.sunday, 700.0, place=GROUP, unit="attempts_mixed"),
    ]

    def third(groups: bool) -> WeekCount:
        return posterior(figures, BORDERS, FIRST, LAST, vocabulary, groups=groups).series("LV-BY")[8]

    assert third(True).mean == pytest.approx(300, rel=0.1)
    assert third(True).coverage.share == 0.0  # the sum does not speak for one border
    assert third(False).high90 - third(False).low90 > 5 * (third(True).high90 - third(True).low90)


def test_borders_are_fitted_together_only_where_a_sum_ties_them(figure: Make, vocabulary: Vocabulary) -> None:
    week = WEEKS[8]
    figures = [figure(b, week.monday, week.sunday, 9.0) for b in BORDERS]
    days = (FIRST.monday, LAST.sunday)
    alone = combine(observations(figures, BORDERS, *days, vocabulary, groups=True))
    assert components(BORDERS, alone) == tuple((b,) for b in BORDERS)
    tied = [*figures, figure("", week.monday, week.sunday, 30.0, place=GROUP, unit="attempts_mixed")]
    assert components(BORDERS, combine(observations(tied, BORDERS, *days, vocabulary, groups=True))) == (BORDERS,)


def test_an_update_ends_where_a_fit_from_the_beginning_does(
    shipped: tuple[Figure, ...], vocabulary: Vocabulary
) -> None:
    known = [f for f in shipped if f.span.end is not None and f.span.end < dt.date(2025, 6, 1)]
    args = (BORDERS, Week(2024, 1), Week(2025, 26), vocabulary)
    before = posterior(known, *args)
    cold, warm = posterior(shipped, *args), posterior(shipped, *args, before=before)
    assert sum(f.steps for f in warm.fits) < sum(f.steps for f in cold.fits)
    assert all(a is b for a, b in zip(posterior(shipped, *args, before=warm).fits, warm.fits, strict=True))
    for border in BORDERS:
        for one, other in zip(cold.series(border), warm.series(border), strict=True):
            assert one.mean == pytest.approx(other.mean, rel=0.05, abs=2)
            assert one.high90 == pytest.approx(other.high90, rel=0.08, abs=4)


def test_a_source_that_disagrees_more_pulls_less(figure: Make, vocabulary: Vocabulary) -> None:
    week = WEEKS[8]
    month = figure("PL-BY", WEEKS[6].monday, WEEKS[9].sunday, 1000.0)
    mine = figure("PL-BY", week.monday, week.sunday, 500.0, report="r1")
    rest = [figure("PL-BY", w.monday, w.sunday, 250.0) for w in WEEKS[6:10] if w != week]

    def mean(factor: float) -> float:
        noise = Noise(sources={"careless.example": factor})
        publishers = {"r1": "careless.example"}
        series = posterior(
            [month, mine, *rest], ["PL-BY"], FIRST, LAST, vocabulary, noise, publishers=publishers
        ).series("PL-BY")
        return series[8].mean

    assert mean(400.0) < mean(1.0) - 5


def test_what_was_read_covers_a_week_and_tells_no_count(figure: Make, vocabulary: Vocabulary) -> None:
    figures = weekly(figure, "PL-BY", [300.0])
    found = posterior(figures, ["PL-BY"], FIRST, LAST, vocabulary)
    week = WEEKS[4]
    read = dict.fromkeys(week.days()[:4], ("notice",))
    bare, covered = found.series("PL-BY")[4], found.series("PL-BY", read)[4]
    assert bare.coverage.share == 0.0
    assert covered.coverage.share == pytest.approx(4 / 7)
    assert covered.coverage.reports == ("notice",)
    assert (covered.mean, covered.low90, covered.high90) == (bare.mean, bare.low90, bare.high90)
    assert covered.high90 - covered.low90 > covered.mean  # wide, not zero


def test_a_span_that_was_not_named_cannot_be_asked_for(figure: Make, vocabulary: Vocabulary) -> None:
    fit = posterior(weekly(figure, "PL-BY", [300.0]), ["PL-BY"], FIRST, LAST, vocabulary).of("PL-BY")
    tuesday = (WEEKS[3].monday + dt.timedelta(days=1)).toordinal()
    with pytest.raises(ValueError, match="named when the pieces were cut"):
        fit.predict("PL-BY", [(tuesday, tuesday)])


def test_plain_statements_agree_with_the_joint_draws(shipped: tuple[Figure, ...], vocabulary: Vocabulary) -> None:
    """'Above 200 a day with probability p': read off the intervals, it is the share of draws above."""
    found = posterior(shipped, ["PL-BY"], Week(2024, 10), Week(2024, 30), vocabulary)
    draws = found.draws("PL-BY", 4000, seed=2)
    for count, drawn in zip(found.series("PL-BY"), draws.T, strict=True):
        for per_day in (20.0, 100.0, 200.0):
            assert probability_above(count, per_day) == pytest.approx(np.mean(drawn > 7 * per_day), abs=0.05)
