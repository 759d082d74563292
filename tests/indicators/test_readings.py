"""Zero is not silence; baselines, ratios, lengths, and real weeks."""

from __future__ import annotations

import datetime as dt
import random
import time
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats  # type: ignore[import-untyped]

from kordon.counts import fuse
from kordon.domain.material import Material, ReadReport
from kordon.domain.reading import Baseline, Reading, Unknown
from kordon.domain.report import PublishedBasis, ReportKind
from kordon.domain.time import Span, Week
from kordon.geo.gazetteer import Gazetteer
from kordon.indicators import Indicator, load_indicators, read_all
from kordon.indicators.baseline import baselines, quantiles
from kordon.vocabulary import Vocabulary, load

WEEK = Week(2024, 22)
DAY = Span.day(dt.date(2024, 5, 28))
BORDERS = ("PL-BY", "LT-BY", "LV-BY")
SETTINGS = load_indicators(load())[0].settings


def notice(day: dt.date, kind: ReportKind = ReportKind.NOTICE, border: str = "PL-BY") -> ReadReport:
    return ReadReport(f"{kind}-{day}", "pl.example", day, PublishedBasis.GIVEN, kind, "B2", (border,))


def test_silence_is_zero_only_where_somebody_would_have_told(make: Any, read: Any) -> None:
    daily = [make.figure(10, Span.day(d)) for d in WEEK.days()]
    spoken = read(WEEK, daily)
    assert spoken["b1"].value == 0.0 and spoken["b1"].coverage.share == 1.0
    for name in ("m1", "m3", "s1", "i1", "i3", "a1", "a3", "p5"):
        assert spoken[name].value == Unknown("no-source-for-factor")
    assert read(WEEK)["b1"].value == Unknown("poor-coverage")
    assert read(WEEK, daily[:3])["b1"].value == Unknown("poor-coverage")
    assert read(WEEK, daily[:4])["b1"].value == 0.0


def test_an_event_reads_however_poor_the_coverage(make: Any, read: Any) -> None:
    row = read(WEEK, (), [make.incident("stone_throwing", DAY, actor="migrants")])
    assert row["b1"].value == 1
    assert row["b1"].coverage.share == pytest.approx(1 / 7)
    assert row["b2"].value == Unknown("poor-coverage")


def test_a_month_speaks_for_its_days_and_a_year_does_not(make: Any, read: Any) -> None:
    month = make.figure(900, Span.between(dt.date(2024, 5, 1), dt.date(2024, 5, 31)))
    year = make.figure(9000, Span.between(dt.date(2024, 1, 1), dt.date(2024, 12, 31)))
    assert read(WEEK, [month])["b1"].coverage.share == pytest.approx(5 / 7)
    assert read(WEEK, [year])["b1"].coverage.share == 0.0


def test_notices_and_commentaries_speak_for_days_before_them(read: Any) -> None:
    few = read(WEEK, reports=[notice(WEEK.days()[1]), notice(WEEK.days()[3])])
    assert few["b1"].coverage.share == pytest.approx(4 / 7)
    weekly = read(WEEK, reports=[notice((WEEK + 1).monday, ReportKind.COMMENTARY)])
    assert weekly["b1"].coverage.share == 1.0
    elsewhere = read(WEEK, reports=[notice((WEEK + 1).monday, ReportKind.COMMENTARY, "LT-BY")])
    assert elsewhere["b1"].coverage.share == 0.0


def test_attempts_carry_their_interval_and_daily_mean(make: Any, read: Any) -> None:
    week = make.figure(700, WEEK.span)
    p1 = read(WEEK, [week])["p1"]
    assert p1.value == pytest.approx(700, rel=0.01)
    assert p1.per_day == pytest.approx(100, rel=0.01)
    assert p1.low < 700 < p1.high
    assert p1.evidence == (week.id,) and p1.sources == 1
    assert p1.baseline == Unknown("not-enough-data")
    assert read(WEEK)["p1"].value == Unknown("no-source-for-factor")


def test_the_year_before_must_be_covered(make: Any, read: Any) -> None:
    now = [make.figure(400, (WEEK - n).span) for n in range(4)]
    then = [make.figure(200, (WEEK - 52 - n).span) for n in range(4)]
    p2 = read(WEEK, [*now, *then])["p2"]
    assert p2.value == pytest.approx(2, rel=0.02)
    assert p2.low < 2 < p2.high
    assert read(WEEK, now)["p2"].value == Unknown("poor-coverage")
    zero = [make.figure(0, (WEEK - 52 - n).span) for n in range(4)]
    assert read(WEEK, [*now, *zero])["p2"].value == Unknown("not-enough-data")


def test_detections_are_shared_over_their_days(make: Any, read: Any) -> None:
    half = make.figure(40, Span.between(WEEK.days()[3], (WEEK + 1).days()[2]), unit="detections")
    year = make.figure(9000, Span.between(dt.date(2024, 1, 1), dt.date(2024, 12, 31)), unit="detections")
    p3 = read(WEEK, [half, year])["p3"]
    assert p3.value == pytest.approx(40 * 4 / 7)
    assert p3.evidence == (half.id,)
    assert read(WEEK, [year])["p3"].value == Unknown("no-source-for-factor")


def test_balloons_told_singly_or_as_a_figure(make: Any, read: Any) -> None:
    single = make.incident("balloon", DAY, times=3)
    printed = make.figure(12, WEEK.span, unit="balloons")
    assert read(WEEK, (), [single])["a1"].value == 3
    assert read(WEEK, [printed], [single])["a1"].value == 12
    zero = make.figure(0, WEEK.span, unit="balloons")
    assert read(WEEK, [zero])["a1"].value == 0.0


def test_a_window_of_four_weeks(make: Any, read: Any) -> None:
    flight = make.incident("airspace_violation", Span.day((WEEK - 3).monday), actor="far_state")
    assert read(WEEK, (), [flight])["a3"].value == 1
    assert read(WEEK + 1, (), [flight])["a3"].value == Unknown("no-source-for-factor")


def test_lengths_hold_from_their_day(real: Mapping[tuple[str, Week], Mapping[str, Reading]]) -> None:
    assert real["PL-BY", Week(2022, 20)]["v1"].value == Unknown("no-source-for-factor")
    assert real["PL-BY", Week(2022, 30)]["v1"].value == pytest.approx(100 * (1 - 186 / 418))
    assert real["LT-BY", Week(2022, 10)]["v2"].value == pytest.approx(53.3)
    assert real["LT-BY", Week(2023, 30)]["v2"].value == 100
    assert real["PL-BY", Week(2025, 20)]["v2"].value == pytest.approx(100 * (206 + 47) / 418)
    assert real["LV-BY", Week(2025, 20)]["v2"].value == Unknown("no-source-for-factor")


def test_real_weeks(real: Mapping[tuple[str, Week], Mapping[str, Reading]]) -> None:
    knives = real["PL-BY", Week(2024, 22)]
    # A knife and a broken bottle in well-graded reports; the soldier's stabbing was read in a weaker one only.
    assert knives["b1"].value == 2 and knives["b1-wounded"].value == 2
    assert len(knives["b1"].unconfirmed) == 1
    assert knives["means"].value == 4
    assert isinstance(knives["b1"].baseline, Baseline) and knives["b1"].baseline.q90 < 2
    assert real["PL-BY", Week(2024, 21)]["b1"].value == 1  # slingshots
    assert real["PL-BY", Week(2021, 45)]["b4"].value == 2000
    assert real["PL-BY", Week(2021, 46)]["b4"].value == 3500
    assert real["LT-BY", Week(2021, 41)]["m3"].value == 1
    assert real["PL-BY", Week(2024, 13)]["m3"].value == Unknown("no-source-for-factor")  # Poland's own shots
    assert real["PL-BY", Week(2024, 22)]["p1"].coverage.enough(0.5)


def test_every_reading_can_be_traced(
    real: Mapping[tuple[str, Week], Mapping[str, Reading]], shipped: Material, gazetteer: Gazetteer
) -> None:
    known = {i.id for i in shipped.incidents} | {f.id for f in shipped.figures} | set(gazetteer.sections)
    ids = [r.id for row in real.values() for r in row.values()]
    assert len(ids) == len(set(ids))
    for row in real.values():
        for reading in row.values():
            assert set(reading.evidence) <= known and set(reading.unconfirmed) <= known
            assert not set(reading.evidence) & set(reading.unconfirmed)
            if not isinstance(reading.value, Unknown):
                assert reading.value >= 0
                assert reading.sources >= 1 or not reading.evidence


def test_readings_are_fast(
    shipped: Material, indicators: tuple[Indicator, ...], vocabulary: Vocabulary, gazetteer: Gazetteer
) -> None:
    weeks = tuple(Week(2021, 31).until(Week(2025, 26)))
    series = fuse(shipped.figures, BORDERS, weeks[0], weeks[-1], vocabulary)
    begin = time.process_time()
    read_all(indicators, shipped, series, BORDERS, weeks, weeks[-1].sunday, vocabulary, gazetteer)
    assert time.process_time() - begin < 15  # 1 on a quiet core; more is an accident


@settings(max_examples=4, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_material_does_not_matter(dice: random.Random) -> None:
    from kordon.geo.gazetteer import PUBLIC, load_gazetteer
    from kordon.intake.sources import load_sources
    from kordon.intake.tables import read_table

    vocabulary, gazetteer = load(), load_gazetteer()
    coded = read_table(PUBLIC / "incidents.csv", vocabulary, load_sources(), gazetteer=gazetteer).coded
    incidents = [i for c in coded for i in c.incidents]
    weeks = tuple(Week(2021, 40).until(Week(2022, 10)))

    def readings() -> object:
        material = Material(None, {}, (), tuple(incidents), ())
        return read_all(
            load_indicators(vocabulary), material, {}, BORDERS, weeks, weeks[-1].sunday, vocabulary, gazetteer
        )

    before = readings()
    dice.shuffle(incidents)
    assert readings() == before


def test_the_bounds_are_those_of_a_negative_binomial() -> None:
    import numpy as np

    means, spreads = np.array([0.3, 2.0, 45.0, 900.0]), np.array([1.4, 3.0, 8.0, 60.0])
    found = quantiles(means, spreads)
    for row, (mean, spread) in enumerate(zip(means, spreads, strict=True)):
        size = mean / (spread - 1)
        expected = stats.nbinom.ppf((0.90, 0.975, 0.995), size, size / (size + mean))
        assert found[row].tolist() == expected.tolist()
    poisson = quantiles(np.array([3.0]), np.array([1.0]))[0]
    assert poisson.tolist() == stats.poisson.ppf((0.90, 0.975, 0.995), 3.0).tolist()


def test_a_baseline_needs_weeks_and_forgets_the_last_two() -> None:
    values: list[float | None] = [4.0] * 14 + [400.0, 400.0, 5.0]
    found = baselines(values, [16], SETTINGS)[0]
    assert isinstance(found, Baseline)
    assert found.weeks == 14
    assert found.expected < 5 and found.q995 < 20
    assert baselines(values, [13], SETTINGS) == [Unknown("not-enough-data")]
    gaps: list[float | None] = [None if i % 2 else 4.0 for i in range(20)]
    assert baselines(gaps, [19], SETTINGS) == [Unknown("not-enough-data")]


def test_a_past_extreme_counts_less() -> None:
    calm: list[float | None] = [float(4 + i % 3) for i in range(60)]
    with_peak = list(calm)
    with_peak[20] = 80.0
    plain, peaked = baselines(calm, [59], SETTINGS)[0], baselines(with_peak, [59], SETTINGS)[0]
    assert isinstance(plain, Baseline) and isinstance(peaked, Baseline)
    assert peaked.expected < plain.expected + 0.5  # a plain mean would have risen by 1.3
    assert peaked.q90 <= plain.q90 + 4


@settings(max_examples=50, deadline=None)
@given(st.lists(st.one_of(st.none(), st.integers(0, 3000).map(float)), min_size=15, max_size=120))
def test_laws_of_baselines(values: list[float | None]) -> None:
    for found in baselines(values, range(len(values)), SETTINGS):
        if isinstance(found, Baseline):
            assert 0 <= found.q90 <= found.q975 <= found.q995
            assert found.weeks >= SETTINGS.baseline_least
            assert found.expected > 0
