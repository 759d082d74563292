"""Looking back: what counts as a streak, as the most since, as the first after a lull, and what does not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kordon.commentary.facts import lookup, rests_of
from kordon.commentary.history import History, history
from kordon.domain.assessment import Level
from kordon.domain.time import Week
from kordon.vocabulary import load

WEEK = Week(2024, 22)
BORDER = load().assessed_borders[0]


def seen(world: Any) -> History:
    return history(world.context(), BORDER, WEEK)


def counted(world: Any, *means: float | None, spread: float = 0.1) -> None:
    """Weeks on end, the last of them the week looked back from; ``None`` is a week without figures."""
    for back, mean in enumerate(reversed(means)):
        if mean is not None:
            world.count(BORDER, WEEK - back, mean, spread)


def assessed(world: Any, *levels: Level | None) -> None:
    for back, level in enumerate(reversed(levels)):
        if level is not None:
            world.assess(BORDER, WEEK - back, level)


@pytest.mark.parametrize(
    ("means", "rises", "falls"),
    [
        ((100, 150, 230), 2, 0),
        ((100, 150, None, 230), 0, 0),  # a week without figures ends a streak
        ((100, 105, 110), 0, 0),  # within the interval of the later week nothing rose
        ((300, 200, 120), 0, 2),
        ((300, 200, 210), 0, 0),
        ((100, 300, 200), 0, 1),
        ((100,), 0, 0),
    ],
)
def test_a_streak_counts_clear_steps_only(
    world: Any, means: tuple[float | None, ...], rises: int, falls: int
) -> None:
    counted(world, *means)
    assert (seen(world).rises, seen(world).falls) == (rises, falls)


@pytest.mark.parametrize(
    ("means", "since"),
    [
        ((500, *[100] * 10, 400), 11),  # eleven weeks ago there were more
        ((500, *[100] * 10, 480), 11),  # and so where the two cannot be told apart
        ((500, *[100] * 5, 400), None),  # too near to be news
        ((500, *[None] * 10, 400), None),  # nothing is known of the weeks between
        ((500, *[100] * 4, *[None] * 4, *[100] * 3, 400), 12),  # weeks without figures are passed over
        ((100, *[100] * 10, 90), None),  # no more than before
    ],
)
def test_the_most_since(world: Any, means: tuple[float | None, ...], since: int | None) -> None:
    counted(world, *means)
    assert seen(world).most_since == (None if since is None else WEEK - since)


def test_the_least_since_is_the_mirror_of_it(world: Any) -> None:
    counted(world, 50, *[400] * 10, 60)
    assert seen(world).least_since == WEEK - 11
    assert seen(world).most_since is None


@pytest.mark.parametrize(("weeks", "record"), [(30, 30), (26, 26), (25, 0)])
def test_a_record_needs_half_a_year_of_figures(world: Any, weeks: int, record: int) -> None:
    counted(world, *[100] * weeks, 400)
    assert seen(world).record == record


def test_a_rough_figure_is_no_record(world: Any) -> None:
    counted(world, *[100] * 30)
    world.series[BORDER].pop(0)
    world.count(BORDER, WEEK, 400, 0.9)
    assert seen(world).record == 0


LOW, HIGH, NONE = Level.LOW, Level.HIGH, Level.NOT_ASSESSED


@pytest.mark.parametrize(
    ("levels", "level_weeks", "left_weeks"),
    [
        ((LOW, LOW, LOW), 3, 0),
        ((HIGH, LOW, LOW), 2, 0),
        ((LOW, LOW, HIGH), 1, 2),
        ((LOW, NONE, LOW), 1, 0),  # a week without a level ends a streak
        ((LOW, LOW, NONE, HIGH), 1, 0),
        ((LOW, NONE), 0, 0),
    ],
)
def test_how_long_a_level_stood(
    world: Any, levels: tuple[Level | None, ...], level_weeks: int, left_weeks: int
) -> None:
    assessed(world, *levels)
    assert (seen(world).level_weeks, seen(world).left_weeks) == (level_weeks, left_weeks)


@pytest.mark.parametrize(
    ("ago", "gap", "lull"),
    [(7, None, 7), (4, None, None), (7, 3, None)],
    ids=["a long lull", "too short a lull", "a week between was not assessed"],
)
def test_the_first_attack_after_a_lull(world: Any, ago: int, gap: int | None, lull: int | None) -> None:
    assessed(world, *[LOW] * 10)
    world.happen(BORDER, WEEK.monday, "stone_throwing")
    world.happen(BORDER, (WEEK - ago).monday, "knife_attack")
    world.happen(BORDER, (WEEK - 2).monday, "exercise")  # no attack
    if gap is not None:
        world.assess(BORDER, WEEK - gap, Level.NOT_ASSESSED)
    assert seen(world).lull == (None if lull is None else WEEK - lull)


def test_attacks_week_after_week(world: Any) -> None:
    for back in (0, 1, 2, 4):
        world.happen(BORDER, (WEEK - back).monday, "stone_throwing")
    assert seen(world).attack_weeks == 3


def test_the_same_range_week_after_week(world: Any) -> None:
    for back, kinds in enumerate((("a", "b"), ("a", "b"), ("a", "c"), ("a", "b"))):
        world.propose(BORDER, WEEK - back, *kinds)
    assert seen(world).range_weeks == 2


def test_what_is_told_by_looking_back_names_what_it_rests_on(make_world: Callable[[], Any]) -> None:
    """The ids of figures, assessments and incidents of the weeks looked at; and facts that a check can ask for."""
    world = make_world()
    counted(world, 500, *[100] * 10, 400)
    assessed(world, LOW, LOW, HIGH)
    world.happen(BORDER, WEEK.monday, "stone_throwing")
    world.happen(BORDER, (WEEK - 1).monday, "stone_throwing")
    context, source = world.context(), f"history:{BORDER}:{WEEK}"
    rests, facts = rests_of(context), lookup(context)(source)
    assert facts is not None
    assert facts["most_since start"] == (WEEK - 11).monday
    assert facts["left_weeks"] == 2
    assert rests(source, "most_since start") == (f"figure-{BORDER}-{WEEK - 11}",)
    assert rests(source, "left_weeks") == (f"assessment-{BORDER}-{WEEK - 1}", f"assessment-{BORDER}-{WEEK - 2}")
    assert rests(source, "attack_weeks") == ("incident-0", "incident-1")
