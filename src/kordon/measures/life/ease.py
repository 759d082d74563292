"""Down only after sustained evidence: for how many weeks a border has been calm enough to ease a measure.

Up at once needs no rule here: a measure may be proposed on any day. A week that was not assessed is no evidence
of calm, so it begins the count anew; a trigger does so too, and keeps it at nothing for the days of the rule.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kordon.domain.assessment import Assessment, Level
from kordon.domain.time import Date, Week
from kordon.measures.life.measure import Life
from kordon.measures.life.policies import Calm
from kordon.measures.life.settings import Easing


def calm_weeks(rule: Easing, weeks: Sequence[tuple[Week, Level, bool]], day: Date) -> int:
    """For how many weeks in a row, up to the last whole week before ``day``, a level was at most ``at_most``.

    ``weeks``: week, level and whether a trigger fired in it. Zero where the last whole week is missing, or where a
    trigger is ``trigger_days`` old or younger.
    """
    known = {week: (level, fired) for week, level, fired in weeks if week.sunday < day}
    fired_on = [week.sunday for week, _, fired in weeks if fired and week.monday <= day]
    if any((day - last).days <= rule.trigger_days for last in fired_on):
        return 0
    count, week = 0, Week.of(day) - 1
    while week in known:
        level, fired = known[week]
        if fired or not level.assessed or level.rank > rule.at_most.rank:
            break
        count, week = count + 1, week - 1
    return count


def calm_by(rule: Easing, assessments: Mapping[tuple[str, Week], Assessment]) -> Calm:
    """The same over all borders that a measure bears on: the least calm of them; ``None`` where it names none."""

    def calm(life: Life, day: Date) -> int | None:
        counts = [
            calm_weeks(
                rule,
                [(w, a.level, bool(a.triggers)) for (b, w), a in assessments.items() if b == border],
                day,
            )
            for border in life.borders
        ]
        return min(counts, default=None)

    return calm
