"""Fused series against truths that are known, laws that must hold, and real weeks."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kordon.counts import Noise, disputed, fuse
from kordon.domain.coded import Figure, FigureForm, Modality, Place, PlacePrecision
from kordon.domain.quantity import Quantity, Rounding
from kordon.domain.reading import WeekCount
from kordon.domain.time import Week
from kordon.vocabulary import Vocabulary, load

Make = Callable[..., Figure]
BORDER = "PL-BY"
FIRST, LAST = Week(2022, 10), Week(2022, 29)
WEEKS = tuple(FIRST.until(LAST))


def one(figures: Sequence[Figure], first: Week = FIRST, last: Week = LAST) -> tuple[WeekCount, ...]:
    return fuse(figures, [BORDER], first, last, load())[BORDER]


def days(start: dt.date, count: int) -> dt.date:
    return start + dt.timedelta(days=count)


def simulate(seed: int, level: float = 60.0) -> np.ndarray:
    """Daily counts with a moving intensity, groups and days that differ, as the model supposes of real ones."""
    dice = np.random.default_rng(seed)
    walk = np.cumsum(dice.normal(0, 0.35, len(WEEKS)))
    rate = level * np.exp(np.repeat(walk - walk.mean(), 7)) * dice.gamma(4, 0.25, 7 * len(WEEKS))
    groups = dice.poisson(rate / 4)
    return np.array([dice.poisson(4, g).sum() for g in groups])


def told(figure: Make, daily: np.ndarray, seed: int) -> list[Figure]:
    """What services would print of it: some days, weekends, months almost, running totals, some of it rounded."""
    dice = random.Random(seed)
    start = FIRST.monday
    chosen = [day for day in range(len(daily)) if dice.random() < 0.3]
    figures = [figure(BORDER, days(start, d), days(start, d), float(daily[d])) for d in chosen]
    for week in range(0, len(WEEKS), 3):
        count = float(daily[7 * week + 4 : 7 * week + 7].sum())
        figures.append(figure(BORDER, days(start, 7 * week + 4), days(start, 7 * week + 6), count))
    for month in range(4):
        count = float(daily[30 * month : 30 * month + 30].sum())
        rounded = Quantity.worded(round(count / 100) * 100, Rounding.ROUNDED)
        quantity = rounded if month % 2 else Quantity.exactly(count)
        figures.append(figure(BORDER, days(start, 30 * month), days(start, 30 * month + 29), quantity))
    for end in (45, 80, 125):
        count = float(daily[:end].sum())
        figures.append(figure(BORDER, start, days(start, end - 1), count, form=FigureForm.TOTAL))
    return figures


def test_known_truth_lies_in_the_intervals_about_as_often_as_they_say(figure: Make) -> None:
    inside90 = inside50 = total = 0
    for seed in range(12):
        daily = simulate(seed)
        truth = daily.reshape(-1, 7).sum(1)
        for count, true in zip(one(told(figure, daily, seed)), truth, strict=True):
            inside90 += count.low90 - 0.5 <= true <= count.high90 + 0.5
            inside50 += count.low50 - 0.5 <= true <= count.high50 + 0.5
            total += 1
    assert 0.86 <= inside90 / total <= 0.99
    assert 0.42 <= inside50 / total <= 0.72


def test_the_mean_is_nearer_to_the_truth_than_months_spread_evenly(figure: Make) -> None:
    ours = even = 0.0
    for seed in range(12):
        daily = simulate(seed)
        truth = daily.reshape(-1, 7).sum(1)
        months = np.concatenate([np.full(30, daily[30 * m : 30 * m + 30].mean()) for m in range(4)])
        spread = np.concatenate([months, np.full(20, daily[90:120].mean())]).reshape(-1, 7).sum(1)
        means = np.array([c.mean for c in one(told(figure, daily, seed))])
        ours += float(np.abs(np.log((means + 1) / (truth + 1))).mean())
        even += float(np.abs(np.log((spread + 1) / (truth + 1))).mean())
    assert ours < 0.6 * even


def test_two_running_totals_tell_what_lies_between_them(figure: Make) -> None:
    start = dt.date(2022, 1, 1)
    before, after = WEEKS[9].monday - dt.timedelta(days=1), WEEKS[9].sunday
    totals = [
        figure(BORDER, start, before, 4000.0, form=FigureForm.TOTAL),
        figure(BORDER, start, after, 4137.0, form=FigureForm.TOTAL),
    ]
    count = one(totals)[9]
    assert count.low95 < 137 < count.high95
    assert count.high90 - count.low90 < 300  # 1.5 % of two totals of 4,000, and not the whole total
    assert count.coverage.share == 0.0  # a span of more than a month speaks for no single day


def test_a_printed_week_is_what_was_printed(figure: Make) -> None:
    week = WEEKS[5]
    count = one([figure(BORDER, week.monday, week.sunday, 500.0)])[5]
    assert count.mean == pytest.approx(500, rel=0.01)
    assert count.high90 - count.low90 < 30
    assert count.coverage.share == 1.0


def test_days_overlap_by_their_share(figure: Make) -> None:
    """Nine days over two weeks: both weeks hear of it, each for its own days."""
    week = WEEKS[5]
    counts = one([figure(BORDER, days(week.monday, 5), days(week.monday, 13), 90.0)])
    assert counts[5].coverage.share == pytest.approx(2 / 7)
    assert counts[6].coverage.share == 1.0
    assert 50 < counts[6].mean < 90


def test_zero_is_a_figure_and_silence_is_not(figure: Make) -> None:
    week = WEEKS[10]
    counts = one(
        [figure(BORDER, week.monday, week.sunday, 0.0), figure(BORDER, FIRST.monday, FIRST.sunday, 300.0)]
    )
    zero, silent = counts[10], counts[5]
    assert zero.mean < 0.5
    assert zero.high95 < 2
    assert zero.coverage.share == 1.0
    assert silent.coverage.share == 0.0
    assert silent.high90 - silent.low90 > 2 * silent.mean


def test_a_border_that_nobody_spoke_of_is_wide(vocabulary: Vocabulary) -> None:
    count = fuse([], ["LV-BY"], FIRST, LAST, vocabulary)["LV-BY"][0]
    assert count.figures == ()
    assert count.coverage.share == 0.0
    assert count.high95 > 5 * count.mean > 0
    assert count.low95 < 1


def test_over_is_above_and_almost_below(figure: Make) -> None:
    week = WEEKS[5]
    base = {
        word: one([figure(BORDER, week.monday, week.sunday, Quantity.worded(600, word))])[5].mean
        for word in (Rounding.OVER, Rounding.EXACT, Rounding.ALMOST)
    }
    assert base[Rounding.ALMOST] < base[Rounding.EXACT] < base[Rounding.OVER] < 720


def test_a_rate_speaks_for_its_span(figure: Make) -> None:
    week = WEEKS[5]
    rate = figure(BORDER, week.monday, week.sunday, 20.0, form=FigureForm.RATE, per="day")
    assert one([rate])[5].mean == pytest.approx(140, rel=0.02)


@pytest.mark.parametrize(
    "change",
    [
        {"unit": "detections"},
        {"modality": Modality.PLANNED},
        {"modality": Modality.HISTORICAL},
        {"modality": Modality.DENIED},
        {"place": Place(group="BY-EU", precision=PlacePrecision.GROUP)},
        {"place": Place(borders=("LT-BY",), precision=PlacePrecision.BORDER)},
        {"place": Place(borders=("PL-BY", "LT-BY"), precision=PlacePrecision.BORDER)},
        {"form": FigureForm.RATE, "per": None},
    ],
)
def test_what_is_not_an_attempt_on_this_border_is_not_heard(figure: Make, change: dict[str, object]) -> None:
    week = WEEKS[5]
    other = figure(BORDER, week.monday, week.sunday, 900.0, **change)
    assert one([other]) == one([])


def test_a_part_of_a_border_is_a_lower_bound(figure: Make) -> None:
    week = WEEKS[5]
    part = Place(borders=(BORDER,), areas=("one unit",), precision=PlacePrecision.PART)
    around = [figure(BORDER, w.monday, w.sunday, 300.0) for w in WEEKS if w != week]
    free = one(around)[5]
    small = one([*around, figure(BORDER, week.monday, week.sunday, 12.0, place=part)])[5]
    large = one([*around, figure(BORDER, week.monday, week.sunday, 500.0, place=part)])[5]
    assert small.mean == pytest.approx(free.mean, rel=0.05)
    assert small.coverage.share == 0.0  # twelve at one post say little of the whole
    assert large.low90 > 400 > free.low90
    assert large.coverage.share == 1.0


def test_figures_are_named_nearest_first(figure: Make) -> None:
    week = WEEKS[5]
    day = figure(BORDER, week.monday, week.monday, 40.0)
    whole = figure(BORDER, week.monday, week.sunday, 300.0)
    year = figure(BORDER, dt.date(2022, 1, 1), dt.date(2022, 12, 31), 9000.0)
    assert one([year, whole, day])[5].figures == (day.id, whole.id, year.id)
    assert one([year, whole, day])[7].figures == (year.id,)


def test_one_source_against_many_is_named_and_loses(figure: Make) -> None:
    weeks = [figure(BORDER, w.monday, w.sunday, 100.0) for w in WEEKS]
    wrong = figure(BORDER, FIRST.monday, LAST.sunday, 9000.0)
    counts = one([*weeks, wrong])
    assert all(90 < c.mean < 115 for c in counts)
    assert disputed([*weeks, wrong], BORDER, FIRST, LAST, load())[0].figures == (wrong.id,)
    assert disputed(weeks, BORDER, FIRST, LAST, load()) == ()


SPANS = st.lists(
    st.tuples(st.integers(0, 130), st.integers(1, 35), st.integers(0, 2000), st.sampled_from(Rounding)),
    max_size=12,
)


def drawn(spans: Sequence[tuple[int, int, int, Rounding]]) -> list[Figure]:
    from importlib import util
    from pathlib import Path

    spec = util.spec_from_file_location("figures_by_hand", Path(__file__).with_name("conftest.py"))
    assert spec is not None and spec.loader is not None
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return [
        module.make_figure(
            BORDER,
            days(FIRST.monday, start),
            days(FIRST.monday, start + length - 1),
            Quantity.worded(value, word),
            number=number,
        )
        for number, (start, length, value, word) in enumerate(spans)
    ]


@settings(max_examples=40, deadline=None)
@given(SPANS, st.randoms(use_true_random=False))
def test_laws_of_every_series(spans: list[tuple[int, int, int, Rounding]], dice: random.Random) -> None:
    """No negative values, nested intervals, and the same series whatever the order of the figures."""
    figures = drawn(spans)
    counts = one(figures)
    assert [c.week for c in counts] == list(WEEKS)
    for c in counts:
        bounds = (c.low95, c.low90, c.low50, c.high50, c.high90, c.high95)
        assert bounds[0] >= 0 and list(bounds) == sorted(bounds)
        assert all(np.isfinite([*bounds, c.mean]))
        assert 0 <= c.coverage.share <= 1
    dice.shuffle(figures)
    assert one(figures) == counts


@settings(max_examples=25, deadline=None)
@given(st.integers(20, 2000), st.integers(0, 19))
def test_hearing_the_expected_figure_never_widens_a_week(level: int, place: int) -> None:
    months = drawn([(0, 28, 4 * level, Rounding.EXACT), (56, 28, 4 * level, Rounding.EXACT)])
    before = one(months)[place]
    week = WEEKS[place]
    offset = (week.monday - FIRST.monday).days
    heard = drawn([(0, 28, 4 * level, Rounding.EXACT), (56, 28, 4 * level, Rounding.EXACT)])
    heard += drawn([(offset, 7, round(before.mean), Rounding.EXACT)])
    after = one(heard)[place]
    assert after.high90 - after.low90 <= before.high90 - before.low90 + 1


@settings(max_examples=15, deadline=None)
@given(st.integers(2, 30))
def test_ten_times_the_figures_is_ten_times_the_series(times: int) -> None:
    """In the mean; the intervals get relatively narrower, because larger counts are steadier."""
    shape = [(0, 28, 1200), (28, 7, 500), (35, 28, 1500), (63, 70, 3000)]
    small = one(drawn([(s, n, v, Rounding.EXACT) for s, n, v in shape]))
    large = one(drawn([(s, n, v * times, Rounding.EXACT) for s, n, v in shape]))
    for c, d in list(zip(small, large, strict=True))[
        :9
    ]:  # the last weeks are told of by no more than ten together
        assert d.mean == pytest.approx(times * c.mean, rel=0.25)
        assert (d.high90 - d.low90) / d.mean <= (c.high90 - c.low90) / c.mean + 0.05


def test_real_weeks(shipped: tuple[Figure, ...], vocabulary: Vocabulary) -> None:
    series = {
        (b, c.week): c
        for b, counts in fuse(
            shipped, ["PL-BY", "LT-BY", "LV-BY"], Week(2021, 31), Week(2025, 26), vocabulary
        ).items()
        for c in counts
    }
    july = series["PL-BY", Week(2024, 27)]  # 183 printed for 1-7 July 2024
    assert july.low90 <= 183 <= july.high90
    assert july.high90 - july.low90 < 30
    october = series["PL-BY", Week(2021, 41)]  # 17,447 in October 2021
    assert 2500 < october.mean < 5500
    # None from 22 December 2024 to 5 January 2025 and from 14 to 26 January, but 16 in the year by then.
    january = [series["LT-BY", Week(2025, n)].mean for n in (1, 2, 3, 4)]
    assert sum(january[1:3]) == pytest.approx(16, abs=3)
    assert january[0] < 3 and january[3] < 1
    assert series["LV-BY", Week(2023, 37)].mean == pytest.approx(894, rel=0.1)  # 11-17 September 2023


def test_a_narrower_noise_gives_narrower_weeks(figure: Make) -> None:
    figures = [figure(BORDER, FIRST.monday, LAST.sunday, 4000.0)]
    loose = fuse(figures, [BORDER], FIRST, LAST, load(), Noise())[BORDER][5]
    tight = fuse(figures, [BORDER], FIRST, LAST, load(), Noise(walk=0.3))[BORDER][5]
    assert tight.high90 - tight.low90 < loose.high90 - loose.low90
