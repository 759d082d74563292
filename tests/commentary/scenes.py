"""Small weeks to write about, each with one thing that a draft should notice; see prose.yaml for what it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from kordon.domain.assessment import Level, Trend, TriggerFired
from kordon.domain.coded import Status
from kordon.domain.time import Date, Week
from kordon.vocabulary import load

WEEK = Week(2024, 22)
FIRST, SECOND, THIRD = load().assessed_borders
Make = Callable[[Any], None]


def _counted(world: Any, border: str, *means: float, spread: float = 0.1, level: Level | None = Level.LOW) -> None:
    """Weeks on end that close with the week of the draft, each with a level."""
    for back, mean in enumerate(reversed(means)):
        world.count(border, WEEK - back, mean, spread)
        if level is not None:
            world.assess(border, WEEK - back, level)


def most_since(world: Any) -> None:
    _counted(world, FIRST, 2000, *[300] * 14, 1500)


def least_since(world: Any) -> None:
    _counted(world, FIRST, 40, *[300] * 14, 45)


def record(world: Any) -> None:
    _counted(world, FIRST, *[300] * 30, 1500)


def three_rises(world: Any) -> None:
    _counted(world, FIRST, 3000, *[100] * 3, 150, 230, 350)


def three_falls(world: Any) -> None:
    _counted(world, FIRST, 10, *[900] * 3, 600, 400, 250)


def rose_after_six_weeks(world: Any) -> None:
    _counted(world, FIRST, *[300] * 7)
    world.assess(FIRST, WEEK, Level.HIGH, Trend.WORSE)


def fell_after_two_weeks(world: Any) -> None:
    _counted(world, FIRST, *[300] * 3, level=Level.HIGH)
    world.assess(FIRST, WEEK, Level.MEDIUM)


def the_same_for_long(world: Any) -> None:
    _counted(world, FIRST, *[300] * 12)


def attack_after_a_lull(world: Any) -> None:
    _counted(world, FIRST, *[300] * 10)
    world.happen(FIRST, (WEEK - 7).monday, "stone_throwing")
    world.happen(FIRST, WEEK.monday, "stone_throwing")


def attacks_three_weeks_running(world: Any) -> None:
    _counted(world, FIRST, *[300] * 10)
    for back in range(3):
        world.happen(FIRST, (WEEK - back).monday, "stone_throwing")


def wounded(world: Any) -> None:
    _counted(world, FIRST, *[300] * 5)
    world.happen(FIRST, WEEK.monday, "knife_attack", 2)


def both_up(world: Any) -> None:
    _counted(world, FIRST, *[300] * 4, 900)
    _counted(world, SECOND, *[40] * 4, 120)


def one_up_one_down(world: Any) -> None:
    _counted(world, FIRST, *[300] * 4, 900)
    _counted(world, SECOND, *[400] * 4, 120)


def rough_figures(world: Any) -> None:
    _counted(world, FIRST, *[300] * 4, 500, spread=0.7)


def critical_incident(world: Any) -> None:
    _counted(world, FIRST, *[300] * 5)
    incident = world.happen(FIRST, WEEK.monday, "weapon_use")
    fired = TriggerFired("weapon_use", (incident.id,), world.assess(FIRST, WEEK, Level.HIGH).reason)
    world.assess(FIRST, WEEK, Level.CRITICAL, Trend.WORSE, triggers=(fired,), expires=Date(2024, 6, 16))


def heavier_means(world: Any) -> None:
    _counted(world, FIRST, *[300] * 6)
    world.happen(FIRST, (WEEK - 2).monday, "stone_throwing")
    world.happen(FIRST, WEEK.monday, "knife_attack")


def leaning(world: Any) -> None:
    _counted(world, FIRST, *[300] * 5)
    assessed = world.assessments[FIRST, WEEK]
    world.assessments[FIRST, WEEK] = replace(assessed, worse=0.62, better=0.1)


def nothing_known(world: Any) -> None:
    """No figure, no incident, no measure."""


def a_count_alone(world: Any) -> None:
    world.count(THIRD, WEEK, 130, 0.5, 1 / 7)


def a_level_without_a_trend(world: Any) -> None:
    world.count(FIRST, WEEK, 130)
    world.assess(FIRST, WEEK, Level.LOW, Trend.NOT_ASSESSED)


def a_decision(world: Any) -> None:
    _counted(world, FIRST, *[300] * 5)
    world.measure(FIRST, "buffer_zone", Status.DECIDED, Date(2024, 6, 13), Date(2024, 9, 10), Date(2024, 5, 29))
    world.measure(SECOND, "checkpoint_closure", Status.IN_FORCE, Date(2024, 5, 31))


def a_measure_in_force(world: Any) -> None:
    _counted(world, FIRST, *[300] * 5)
    world.measure(FIRST, "buffer_zone", Status.IN_FORCE, Date(2024, 3, 1), Date(2024, 9, 10))


def a_new_range(world: Any) -> None:
    _counted(world, FIRST, *[300] * 6)
    world.propose(FIRST, WEEK, "reinforced_control", "checkpoint_closure")


def the_same_range(world: Any) -> None:
    """Told every other week: not in this one, but in the next."""
    _counted(world, FIRST, *[300] * 6)
    world.assess(FIRST, WEEK + 1, Level.LOW)
    for back in range(-1, 6):
        world.propose(FIRST, WEEK - back, "reinforced_control", "checkpoint_closure")


SCENES: dict[str, Make] = {
    make.__name__: make
    for make in (
        most_since, least_since, record, three_rises, three_falls, rose_after_six_weeks, fell_after_two_weeks,
        the_same_for_long, attack_after_a_lull, attacks_three_weeks_running, wounded, both_up, one_up_one_down,
        rough_figures, critical_incident, heavier_means, leaning, nothing_known, a_count_alone,
        a_level_without_a_trend, a_decision, a_measure_in_force, a_new_range,
        the_same_range,
    )
}  # fmt: skip
