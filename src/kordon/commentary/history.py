"""What a week is against the weeks before it: streaks, returns, the most or the least since, how long a lull was.

Everything here is what a sentence may look back on ('for three weeks running', 'the most since'), so each is told
only where the series bears it out. Two estimates differ only where the interval of the later one leaves the
earlier mean out; a week without figures or without a level ends a streak and is never counted as calm.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kordon.commentary.context import DraftContext
from kordon.domain.assessment import Level
from kordon.domain.reading import WeekCount
from kordon.domain.time import Date, Week

FAR_BACK = 8  # weeks: a nearer week is no news as 'since'
FARTHEST = 260  # weeks looked through
FEWEST = 26  # weeks with figures before a record is one
LULL = 4  # weeks with a word on attacks, after which the next attack is 'the first since'


@dataclass(frozen=True, slots=True)
class History:
    """One border in one week, looking back.

    ``level_weeks`` counts assessed weeks on end with this level, this one included; ``left_weeks`` is how long the
    border had stood at the level that it has now left. ``most_since`` and ``least_since`` are the last weeks with
    figures whose estimate was not clearly below (above) this one; ``record`` counts the weeks with figures before
    one that clearly tops them all. ``rises`` and ``falls`` count clear steps from week to week on end.
    ``attack_weeks`` counts weeks on end with attacks; ``lull`` is the last week with an attack, where all weeks
    since then (at least :data:`LULL`) were assessed and had none. ``range_weeks`` counts weeks on end with one
    range of measures.
    """

    level_weeks: int = 0
    left_weeks: int = 0
    most_since: Week | None = None
    least_since: Week | None = None
    record: int = 0
    rises: int = 0
    falls: int = 0
    attack_weeks: int = 0
    lull: Week | None = None
    range_weeks: int = 0


def history(context: DraftContext, border: str, week: Week) -> History:
    """What can be said of a week by looking back from it."""
    key = ("history", border, week)
    if key not in context.memory:
        context.memory[key] = _history(context, border, week)
    found: History = context.memory[key]
    return found


def _history(context: DraftContext, border: str, week: Week) -> History:
    count = context.count(border, week)
    most, record = _since(context, border, week, count, above=True)
    least, _ = _since(context, border, week, count, above=False)
    return History(
        level_weeks=_level_weeks(context, border, week),
        left_weeks=_left(context, border, week),
        most_since=most,
        least_since=least,
        record=record,
        rises=_steps(context, border, week, up=True),
        falls=_steps(context, border, week, up=False),
        attack_weeks=_attack_weeks(context, border, week),
        lull=_lull(context, border, week),
        range_weeks=_range_weeks(context, border, week),
    )


# ------------------------------------------------------------------------------------------------- levels


def _level_of(context: DraftContext, border: str, week: Week) -> Level | None:
    found = context.assessments.get((border, week))
    return found.level if found is not None and found.level.assessed else None


def _level_weeks(context: DraftContext, border: str, week: Week) -> int:
    level, weeks = _level_of(context, border, week), 0
    while level is not None and weeks < FARTHEST and _level_of(context, border, week - weeks) is level:
        weeks += 1
    return weeks


def _left(context: DraftContext, border: str, week: Week) -> int:
    """How long the level of the week before had stood, where this week has another."""
    now, before = _level_of(context, border, week), _level_of(context, border, week - 1)
    return 0 if now is None or before is None or before is now else _level_weeks(context, border, week - 1)


# ------------------------------------------------------------------------------------------------- counts


def clearly_above(later: WeekCount, earlier: WeekCount) -> bool:
    """Whether a later estimate lies above an earlier one by more than its own interval."""
    return earlier.mean < later.low90


def clearly_below(later: WeekCount, earlier: WeekCount) -> bool:
    return earlier.mean > later.high90


def _since(
    context: DraftContext, border: str, week: Week, count: WeekCount | None, above: bool
) -> tuple[Week | None, int]:
    """The last week with figures that this one does not clearly top, if it lies far back; or how many it tops."""
    if count is None:
        return None, 0
    beats = clearly_above if above else clearly_below
    seen = 0
    for back in range(1, FARTHEST):
        earlier = context.count(border, week - back)
        if earlier is None:
            continue
        if not beats(count, earlier):
            far = back > FAR_BACK and seen >= FAR_BACK // 2
            return (week - back if far else None), 0
        seen += 1
    return None, seen if seen >= FEWEST else 0


def _steps(context: DraftContext, border: str, week: Week, up: bool) -> int:
    """How many weeks on end the estimate was clearly above (below) that of the week before."""
    beats, steps = clearly_above if up else clearly_below, 0
    later = context.count(border, week)
    while later is not None and steps < FARTHEST:
        earlier = context.count(border, week - steps - 1)
        if earlier is None or not beats(later, earlier):
            break
        steps, later = steps + 1, earlier
    return steps


# ------------------------------------------------------------------------------------------------ attacks


def _attacks(context: DraftContext, border: str, week: Week) -> tuple[str, ...]:
    kinds = context.vocabulary["kinds"]
    return tuple(
        i.id
        for i in context.incidents([border], week)
        if border in i.place.borders and i.kind in kinds and kinds[i.kind].get("attack")
    )


def _attacked(context: DraftContext, border: str, week: Week) -> bool:
    return bool(_attacks(context, border, week))


def _attack_weeks(context: DraftContext, border: str, week: Week) -> int:
    weeks = 0
    while weeks < FARTHEST and _attacked(context, border, week - weeks):
        weeks += 1
    return weeks


def _lull(context: DraftContext, border: str, week: Week) -> Week | None:
    """The last week with an attack, where every week between was covered and told of none."""
    if not _attacked(context, border, week):
        return None
    for back in range(1, FARTHEST):
        if _attacked(context, border, week - back):
            return week - back if back > LULL else None
        found = context.assessments.get((border, week - back))
        if found is None or not found.level.assessed:
            return None
    return None


# ----------------------------------------------------------------------------------------------- measures


def range_of(context: DraftContext, border: str, week: Week) -> tuple[str, str] | None:
    """The least and the most restrictive measure of a week's proposal."""
    proposal = context.proposals.get((border, week))
    if proposal is None or not proposal.options:
        return None
    return proposal.options[0].measure, proposal.options[-1].measure


def _range_weeks(context: DraftContext, border: str, week: Week) -> int:
    now, weeks = range_of(context, border, week), 0
    while now is not None and weeks < FARTHEST and range_of(context, border, week - weeks) == now:
        weeks += 1
    return weeks


# -------------------------------------------------------------------------------------------------- facts


def rests_on(context: DraftContext, border: str, week: Week, name: str) -> tuple[str, ...]:
    """The ids that one of the facts was looked up in: assessments, figures, incidents or proposals."""
    found = history(context, border, week)
    name = name.partition(" ")[0]
    value = getattr(found, name)
    if isinstance(value, Week):
        if name == "lull":
            return _attacks(context, border, value)
        count = context.count(border, value)
        return count.figures if count is not None else ()
    if name == "record":
        own = context.count(border, week)
        return own.figures if own is not None else ()
    start = 1 if name == "left_weeks" else 0
    weeks = [week - back for back in range(start, start + value)]
    if name in ("level_weeks", "left_weeks"):
        return tuple(context.assessments[border, w].id for w in weeks)
    if name == "range_weeks":
        return tuple(context.proposals[border, w].id for w in weeks)
    if name == "attack_weeks":
        return tuple(i for w in weeks for i in _attacks(context, border, w))
    counts = [context.count(border, week - back) for back in range(value + 1)]
    return tuple(figure for count in counts if count is not None for figure in count.figures)


def facts_of_history(found: History) -> Mapping[str, float | Date]:
    """What a sentence may claim of it: numbers of weeks, and the first and last day of a week looked back on."""
    facts: dict[str, float | Date] = {
        "level_weeks": found.level_weeks,
        "left_weeks": found.left_weeks,
        "rises": found.rises,
        "falls": found.falls,
        "attack_weeks": found.attack_weeks,
        "record": found.record,
        "range_weeks": found.range_weeks,
    }
    for name in ("most_since", "least_since", "lull"):
        week = getattr(found, name)
        if week is not None:
            facts[f"{name} start"], facts[f"{name} end"] = week.monday, week.sunday
    return facts
