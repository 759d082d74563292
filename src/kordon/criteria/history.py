"""How a level stands from week to week: up at once, down slowly.

- A score or trigger above the standing level takes effect in its week.
- A critical level stands for ``critical_days`` after the last evidence of it (the day of a trigger, else the
  Sunday of the week that scored critical) and then falls to high, unless renewed. After a trigger it stands
  even in weeks that are not assessed, because a trigger does not hang on the score.
- Any other level falls one step after ``weeks_below`` assessed weeks that score below it; weeks that are not
  assessed are passed over, they neither count nor break the run. Each further step needs its own run.
- A week that is not assessed shows 'not assessed'. The standing level is remembered behind it, until more than
  ``lapse_weeks`` such weeks follow one another; then the next assessed week starts afresh.

The level of a week is what stands on its Sunday.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from kordon.criteria.model import DeEscalation
from kordon.domain.assessment import Level
from kordon.domain.time import Date, Week


@dataclass(frozen=True, slots=True)
class Standing:
    """What is remembered of a border between two weeks.

    ``expires`` is set while the level is critical, ``trigger_expires`` while a trigger makes it so. ``below``
    counts assessed weeks under the level, ``silent`` weeks on end that were not assessed.
    """

    level: Level = Level.NOT_ASSESSED
    expires: Date | None = None
    trigger_expires: Date | None = None
    below: int = 0
    silent: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """One week's outcome: the level shown, what to remember, and what happened.

    ``event`` is one of ``scored``, ``triggered``, ``held``, ``held_critical``, ``expired``, ``stepped_down``,
    ``not_assessed``.
    """

    level: Level
    standing: Standing
    event: str


def advance(before: Standing, week: Week, scored: Level, trigger_day: Date | None, rule: DeEscalation) -> Step:
    """The level of a week, from what stood before it, its own score, and the last day of a trigger, if any."""
    lapsed, expired = _lapse_critical(before, week)
    if trigger_day is not None:
        return Step(Level.CRITICAL, _renewed(lapsed, trigger_day, trigger=True, rule=rule), "triggered")
    if not scored.assessed:
        return _unassessed(lapsed, week, rule)
    lapsed = replace(lapsed, silent=0)
    if scored is Level.CRITICAL:
        return Step(Level.CRITICAL, _renewed(lapsed, week.sunday, trigger=False, rule=rule), "scored")
    if not lapsed.level.assessed or scored.rank >= lapsed.level.rank:
        return Step(scored, Standing(scored), "scored")
    if lapsed.level is Level.CRITICAL:
        return Step(Level.CRITICAL, lapsed, "held_critical")
    if expired:
        return Step(lapsed.level, lapsed, "expired")
    below = lapsed.below + 1
    if below >= rule.weeks_below:
        down = Level.of_rank(lapsed.level.rank - 1)
        return Step(down, Standing(down), "stepped_down")
    return Step(lapsed.level, replace(lapsed, below=below), "held")


def _renewed(before: Standing, day: Date, *, trigger: bool, rule: DeEscalation) -> Standing:
    """Critical from now until ``critical_days`` after ``day``, or longer where it already stands longer."""
    end = day + dt.timedelta(days=rule.critical_days)
    expires = max(end, before.expires or end)
    trigger_end = before.trigger_expires
    if trigger:
        trigger_end = max(end, trigger_end or end)
    return Standing(Level.CRITICAL, expires, trigger_end)


def _lapse_critical(before: Standing, week: Week) -> tuple[Standing, bool]:
    """A critical level whose days are over by the week's Sunday has become high."""
    if before.level is not Level.CRITICAL or before.expires is None or week.sunday <= before.expires:
        return before, False
    return Standing(Level.HIGH, silent=before.silent), True


def _unassessed(before: Standing, week: Week, rule: DeEscalation) -> Step:
    silent = before.silent + 1
    if before.trigger_expires is not None and week.sunday <= before.trigger_expires:
        return Step(Level.CRITICAL, replace(before, silent=silent), "held_critical")
    standing = Standing(silent=silent) if silent > rule.lapse_weeks else replace(before, silent=silent)
    return Step(Level.NOT_ASSESSED, standing, "not_assessed")
