"""An effect is told against what would have come without it, with an interval; or not at all."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import numpy as np
import pytest

from kordon.domain.reading import Coverage, WeekCount
from kordon.domain.time import Week
from kordon.measures.life import Effect, effect
from kordon.measures.life.effect import NO_CONTROLS, NOT_TRUSTED, POOR_COVERAGE, TOO_SHORT, UNTRIED
from kordon.measures.life.settings import load_settings

RULE = load_settings().effect
FIRST = Week(2022, 1)
WEEKS = 150
BEFORE = 136  # weeks before the start
START = (FIRST + BEFORE).monday


def week(border: str, number: int, mean: float, share: float = 1.0) -> WeekCount:
    half = 0.05 * mean
    return WeekCount(
        border, FIRST + number, mean, mean - half / 2, mean + half / 2, mean - half, mean + half, mean - half,
        mean + half, Coverage(share),
    )  # fmt: skip


def world(ratio: float, seed: int) -> dict[str, list[WeekCount]]:
    """Three borders that share a season, each with noise; from the start on the first is ``ratio`` times that."""
    rng = np.random.default_rng(seed)
    season = 0.8 * np.sin(2 * np.pi * np.arange(WEEKS) / 52) + np.cumsum(rng.normal(0, 0.1, WEEKS))
    found = {}
    for border, size, own in (("a", 900, 0.9), ("b", 200, 1.0), ("c", 60, 1.1)):
        noise = np.zeros(WEEKS)
        for n in range(1, WEEKS):
            noise[n] = 0.5 * noise[n - 1] + rng.normal(0, 0.2)
        mean = size * np.exp(own * season + noise)
        if border == "a":
            mean[BEFORE:] *= ratio
        found[border] = [week(border, n, float(m)) for n, m in enumerate(mean)]
    return found


def test_an_effect_that_is_there_is_told_with_its_interval() -> None:
    told = effect(RULE, world(0.3, 1), "a", START)
    assert isinstance(told, Effect)
    assert told.low < 0.3 < told.high < 1
    assert told.controls == ("b", "c")
    assert told.reason.key == "effect-told"
    assert {"ratio", "low", "high"} <= dict(told.reason.values).keys()


@pytest.mark.parametrize("ratio", [1.0, 0.5])
def test_nine_intervals_of_ten_hold_the_ratio(ratio: float) -> None:
    """Allowing for chance in so few: the share is held between limits that a true 90 % seldom leaves."""
    found = [effect(replace(RULE, placebos=0), world(ratio, seed), "a", START) for seed in range(20)]
    held = sum(isinstance(one, Effect) and one.low <= ratio <= one.high for one in found)
    assert held >= 14


def test_the_same_counts_give_the_same_effect() -> None:
    rule = replace(RULE, placebos=0)
    assert effect(rule, world(0.3, 1), "a", START) == effect(rule, world(0.3, 1), "a", START)


def test_what_began_at_the_same_time_cannot_be_told_apart() -> None:
    near = [("patrols", "a", START), ("fence", "a", (FIRST + 60).monday), ("zone", "b", START)]
    told = effect(RULE, world(0.3, 1), "a", START, begun=near)
    assert isinstance(told, Effect)
    assert told.together == ("patrols",)
    assert [r.key for r in told.reason.children] == ["effect-tried", "effect-together"]


def silent(weeks: list[WeekCount], numbers: range) -> list[WeekCount]:
    return [replace(w, coverage=Coverage(0.0)) if n in numbers else w for n, w in enumerate(weeks)]


def test_what_cannot_be_told() -> None:
    counts = world(0.3, 1)
    after = range(BEFORE, WEEKS)
    assert effect(RULE, {}, "a", START) == TOO_SHORT
    assert effect(RULE, {k: v[: BEFORE + 3] for k, v in counts.items()}, "a", START) == TOO_SHORT
    assert effect(RULE, {k: v[BEFORE - 30 :] for k, v in counts.items()}, "a", START) == TOO_SHORT
    assert effect(RULE, counts | {"a": silent(counts["a"], after)}, "a", START) == POOR_COVERAGE
    assert effect(RULE, {"a": counts["a"]}, "a", START) == NO_CONTROLS
    assert effect(RULE, counts, "a", START, disturbed=("b", "c")) == NO_CONTROLS
    dark = {name: silent(counts[name], after) for name in ("b", "c")}
    assert effect(RULE, counts | dark, "a", START) == NO_CONTROLS
    assert effect(RULE, {k: v[BEFORE - 60 :] for k, v in counts.items()}, "a", START) == UNTRIED
    short = effect(RULE, counts, "a", START, end=START + dt.timedelta(days=20))
    assert short == TOO_SHORT  # it held for three weeks only


def test_a_sum_that_finds_effects_where_nothing_began_is_not_trusted() -> None:
    """The border leaps once, long before, and the others do not: they cannot tell what would have come."""
    counts = world(1.0, 5)
    leap = BEFORE - RULE.placebos * RULE.weeks_after
    counts["a"] = [replace(w, **grown(w, 8.0 if n >= leap else 1.0)) for n, w in enumerate(counts["a"])]
    strict = replace(RULE, placebo_share=0.0)
    assert effect(strict, counts, "a", START) == NOT_TRUSTED
    assert isinstance(effect(replace(RULE, placebo_share=1.0), counts, "a", START), Effect)


def grown(week: WeekCount, times: float) -> dict[str, float]:
    names = ("mean", "low50", "high50", "low90", "high90", "low95", "high95")
    return {name: getattr(week, name) * times for name in names}
