"""Two of three detectors; what is not known is neither an alarm nor a quiet week."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from kordon.domain.errors import BadDocument
from kordon.domain.reading import Alarm, Unknown, Verdict
from kordon.indicators import load_indicators
from kordon.indicators.alarms import AlarmSettings, of_many, of_series, shipped
from kordon.indicators.alarms.cusum import CusumSettings, cusum, running, scores
from kordon.indicators.alarms.ears import EarsSettings, Variant, ears
from kordon.indicators.alarms.farrington import FarringtonSettings, Threshold, farrington, quantiles
from kordon.indicators.alarms.judge import _alarm
from kordon.indicators.alarms.reference_weeks import centres, design
from kordon.vocabulary import Vocabulary

MONDAY = dt.date(2020, 1, 6)
WEEKS = 260
SETTINGS = shipped()


def usual(mean: float = 10.0, seed: int = 1) -> list[float | None]:
    return [float(v) for v in np.random.default_rng(seed).poisson(mean, WEEKS)]


def judged(
    values: list[float | None], target: int = WEEKS - 1, settings: AlarmSettings = SETTINGS
) -> Alarm | Unknown:
    return of_series(values, [target], settings, MONDAY)[0]


def test_an_outbreak_is_an_alarm_with_what_was_expected() -> None:
    values = usual()
    values[-1] = 60.0
    found = judged(values)
    assert isinstance(found, Alarm) and found.fired
    assert [d.name for d in found.detectors] == ["farrington", "ears", "cusum"]
    assert sum(d.verdict is Verdict.ALARM for d in found.detectors) >= 2
    assert found.expected is not None and found.bound is not None
    assert 7 < found.expected < 13 < found.bound < 60
    assert found.exceedance == pytest.approx((60 - found.expected) / (found.bound - found.expected))


def test_a_usual_week_is_quiet() -> None:
    values = usual()
    values[-1] = 10.0
    found = judged(values)
    assert isinstance(found, Alarm) and not found.fired
    assert found.exceedance is not None and found.exceedance < 1


def test_false_alarms_are_few() -> None:
    """Of 60 usual series, each judged in 40 weeks, one week in fifty is an alarm at most."""
    counts = np.random.default_rng(3).poisson(8.0, (60, WEEKS)).astype(float)
    found = of_many(counts, range(WEEKS - 40, WEEKS), SETTINGS, MONDAY)
    fired = [isinstance(a, Alarm) and a.fired for row in found for a in row]
    assert np.mean(fired) < 0.02


def test_too_short_a_past_is_not_quiet() -> None:
    assert judged([3.0, 4.0, 2.0], 2) == Unknown("not-enough-data")
    assert judged([5.0] * 8, 7) == Unknown("not-enough-data")


def test_a_week_that_was_not_covered_is_no_zero() -> None:
    values = usual()
    values[-1] = None
    assert judged(values) == Unknown("poor-coverage")
    gaps = usual()
    for week in range(0, WEEKS - 1, 4):
        gaps[week] = None
    gaps[-1] = 10.0
    found = judged(gaps)
    zeros = judged([0.0 if v is None else v for v in gaps])
    assert isinstance(found, Alarm) and isinstance(zeros, Alarm)
    assert found.expected is not None and zeros.expected is not None
    assert found.expected == pytest.approx(10, rel=0.2) and zeros.expected < found.expected - 1.5


@pytest.mark.parametrize("verdicts", list(itertools.product(Verdict, repeat=3)))
def test_two_of_three_whatever_is_missing(verdicts: tuple[Verdict, ...]) -> None:
    """The verdict is given where no answer of those that could not judge would change it, and only there."""
    named = dict(zip(("farrington", "ears", "cusum"), verdicts, strict=True))
    found = _alarm(named, 5.0, None, None)
    open_ = [[v] if v is not Verdict.NOT_ENOUGH else [Verdict.ALARM, Verdict.QUIET] for v in verdicts]
    answers = {sum(v is Verdict.ALARM for v in told) >= 2 for told in itertools.product(*open_)}
    if len(answers) == 1:
        assert isinstance(found, Alarm) and found.fired == answers.pop()
    else:
        assert found == Unknown("not-enough-data")


def test_nothing_is_asked() -> None:
    assert of_series([1.0], [], SETTINGS, MONDAY) == []


def alike(one: Alarm | Unknown, other: Alarm | Unknown) -> bool:
    """The same but for the last digits, which depend on how many series are added up at once."""
    if isinstance(one, Unknown) or isinstance(other, Unknown):
        return one == other
    near = [
        a == b if a is None or b is None else a == pytest.approx(b, rel=1e-6)
        for a, b in ((one.expected, other.expected), (one.exceedance, other.exceedance))
    ]
    return (one.fired, one.detectors, one.bound) == (other.fired, other.detectors, other.bound) and all(near)


@given(st.integers(0, 2**32 - 1), st.floats(0.2, 30.0), st.floats(0.0, 0.4))
@hypothesis_settings(max_examples=15, deadline=None)
def test_together_or_alone_is_the_same(seed: int, mean: float, unknown: float) -> None:
    """A series is judged by itself: neither its neighbours nor the other weeks asked for change a verdict."""
    chance = np.random.default_rng(seed)
    counts = chance.poisson(mean, (3, 190)).astype(float)
    counts[1, 180:] *= 4
    counts[chance.random(counts.shape) < unknown] = np.nan
    targets = [186, 187, 189]
    together = of_many(counts, targets, SETTINGS, MONDAY)
    for row, verdicts in zip(counts, together, strict=True):
        values = [None if np.isnan(v) else float(v) for v in row]
        alone = [of_series(values, [target], SETTINGS, MONDAY)[0] for target in targets]
        assert all(alike(a, b) for a, b in zip(alone, verdicts, strict=True))


def test_weeks_before_the_history_change_nothing() -> None:
    values = usual(seed=8)
    values[-1] = 25.0
    history = SETTINGS.history
    whole = judged(values)
    rest = values[WEEKS - 1 - history :]
    first = MONDAY + dt.timedelta(weeks=WEEKS - 1 - history)
    assert of_series(rest, [history], SETTINGS, first)[0] == whole
    assert isinstance(whole, Alarm)


def test_textbook_cusum() -> None:
    """Week by week with plain numbers: S = max(0, S + log p(y; ratio x mean) - log p(y; mean)), again from 0
    after an alarm."""
    from scipy.stats import nbinom, poisson  # type: ignore[import-untyped]

    counts = np.random.default_rng(4).negative_binomial(3, 0.3, 200)
    mean, over, ratio, limit = 5.0, 0.4, 1.6, 3.0
    total, plain = 0.0, []
    for count in counts:
        size = 1 / over
        up = nbinom.logpmf(count, size, size / (size + ratio * mean))
        gain = up - nbinom.logpmf(count, size, size / (size + mean))
        total = max(0.0, (0.0 if total > limit else total) + float(gain))
        plain.append(total)
    ours = running(scores(counts[None, :], np.float64(mean), np.float64(over), ratio), limit)[0]
    assert np.allclose(ours, plain, rtol=1e-9, atol=1e-9)
    assert (ours > limit).sum() > 2
    gain = poisson.logpmf(counts, ratio * mean) - poisson.logpmf(counts, mean)
    assert np.allclose(scores(counts, np.float64(mean), np.float64(0.0), ratio), gain)


def test_a_rise_that_lasts_adds_up() -> None:
    settings = CusumSettings()
    steady = np.full((1, 120), 10.0)
    raised = steady.copy()
    raised[0, -4:] = 15.0
    targets = np.array([119])
    assert not cusum(steady, targets, settings).fired[0, 0]
    assert cusum(raised, targets, settings).fired[0, 0]
    one = steady.copy()
    one[0, -1] = 15.0
    assert not cusum(one, targets, settings).fired[0, 0]
    assert np.isnan(cusum(np.full((1, 120), np.nan), targets, settings).total[0, 0])


def test_ears_by_hand() -> None:
    counts = np.array([[2.0, 4, 3, 5, 2, 4, 1, 9, 3, 12]])
    c1 = ears(counts, EarsSettings(Variant.C1))
    week = counts[0, 2:9]
    assert c1.expected[0, 9] == pytest.approx(week.mean())
    assert c1.statistic[0, 9] == pytest.approx((12 - week.mean()) / week.std(ddof=1))
    c2 = ears(counts, EarsSettings(Variant.C2))
    assert c2.expected[0, 9] == pytest.approx(counts[0, :7].mean()) and np.isnan(c2.expected[0, 8])
    gap = counts.copy()
    gap[0, 4] = np.nan
    assert np.isnan(ears(gap, EarsSettings(Variant.C1)).statistic[0, 9])
    told = ears(gap, EarsSettings(Variant.C1, least_weeks=6)).expected[0, 9]
    assert told == pytest.approx(np.nanmean(gap[0, 2:9]))


def test_reference_weeks() -> None:
    """Five windows of seven weeks, the one around the judged week cut off, and nine levels between two windows."""
    assert centres(2, None) == (52, 104)
    assert centres(1, dt.date(2024, 2, 26)) == (52,)
    found = design(centres(5, None), 3, 10, 26)
    assert len(found.back) == len(set(found.back.tolist())) == 5 * 52 + 3 - 26
    assert found.back.min() == 27 and found.back.max() == 263
    assert found.levels == 10 and (found.level == 0).sum() == 35
    windows = design(centres(3, None), 2, 1, 0)
    assert windows.levels == 1
    assert sorted(windows.back.tolist()) == [1, 2, *range(50, 55), *range(102, 107), *range(154, 159)]


def test_quantiles_are_the_least_counts_that_reach_the_level() -> None:
    from scipy.stats import nbinom, poisson

    mean = np.array([1e-9, 0.03, 0.7, 4.0, 55.5, 900.0, 2e5, 3.0, np.nan, np.inf])
    spread = np.array([1.5, 1.01, 2.0, 9.0, 3.0, 40.0, 7.0, 1.0, 2.0, 2.0])
    for level in (0.5, 0.95, 0.999):
        found = quantiles(mean, spread, level)
        assert np.array_equal(found[:7], nbinom.ppf(level, mean[:7] / (spread[:7] - 1), 1 / spread[:7]))
        assert found[7] == poisson.ppf(level, 3.0)
        assert np.isnan(found[8:]).all()


def test_a_runaway_regression_is_not_enough_data() -> None:
    """Counts that grow from nothing in the last reference weeks: a bound, or nothing, but an end."""
    counts = np.zeros((1, 300))
    counts[0, 268:275] = [1, 2, 40, 3000, 200000, 10_000_000, 2_000_000_000]
    counts[0, 295:] = 50.0
    for threshold in Threshold:
        settings = FarringtonSettings(years=5, seasons=1, left_out=3, threshold=threshold, trend_significance=1.0)
        told = farrington(counts, [299], settings)
        assert told.enough[0, 0] == np.isfinite(told.expected[0, 0])


def test_an_indicator_changes_single_settings(tmp_path: Path, vocabulary: Vocabulary) -> None:
    (tmp_path / "indicators").mkdir()
    text = """\
- id: b9
  factor: incidents
  dimension: threat
  unit: events
  window: 1
  direction: up
  measure: incidents
  silence: zero
  min_grade: C3
  counts: {kinds: [smuggling], actor_sides: [none]}
  label: {en: Smuggling, be: Кантрабанда, ru: Контрабанда}
  source: {en: Customs., be: Мытня., ru: Таможня.}
  alarm:
    farrington: {years: 4, threshold: muan, power: 1/2}
    ears: {variant: C1}
"""
    document = tmp_path / "indicators" / "own.yaml"
    document.write_text(text, encoding="utf-8")
    by_id = {i.id: i for i in load_indicators(vocabulary, tmp_path)}
    own = by_id["b9"].alarm
    assert own is not None
    assert own.farrington == replace(
        SETTINGS.farrington, years=4, threshold=type(own.farrington.threshold)("muan"), power=own.farrington.power
    )
    assert str(own.farrington.power) == "1/2" and own.ears.variant is Variant.C1 and own.cusum == SETTINGS.cusum
    assert by_id["b1"].alarm == SETTINGS and by_id["p5"].alarm is None
    for wrong, words in (
        ("ears: {variant: C4}", "C4"),
        ("cusum: {ratio: 1}", "no rise"),
        ("farrington: {years: 2.5}", "whole number"),
        ("farrington: {alpha: 0}", "probability"),
        ("farrington: {reweight: 1}", "neither true nor false"),
        ("ears: {baseline: 0}", "cannot be"),
        ("shewhart: {}", "shewhart"),
        ("ears: {weeks: 7}", "weeks"),
    ):
        head = text[: text.index("    farrington")]
        document.write_text(head + f"    {wrong}\n", encoding="utf-8")
        with pytest.raises(BadDocument, match=words) as found:
            load_indicators(vocabulary, tmp_path)
        assert "line 14" in str(found.value)
