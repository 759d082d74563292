"""The days of measures that somebody has to know: starts, last days, reviews, and when a dossier is due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kordon.domain.report import stable_id
from kordon.domain.time import Date
from kordon.measures.life.measure import Life
from kordon.measures.life.rules import Rules


class What(StrEnum):
    STARTS = "starts"
    ENDS = "ends"  # the last day, inclusive
    REVIEW = "review"
    DOSSIER = "dossier"


@dataclass(frozen=True, slots=True)
class Happening:
    """A day of a measure. ``id`` stays the same when the day moves; ``off`` where it will not come about.

    ``told`` is when the measure was last written of (aware), ``changes`` how often before that. ``notice``: days
    before the end, for a dossier.
    """

    id: str
    measure: str
    kind: str
    borders: tuple[str, ...]
    what: What
    day: Date
    off: bool
    told: dt.datetime
    changes: int
    notice: int = 0


def happenings(rules: Rules, known: Iterable[Life]) -> tuple[Happening, ...]:
    """The days of all measures that were adopted, in their order."""
    found = [one for life in known if life.starts or life.began for one in _of(rules, life)]
    return tuple(sorted(found, key=lambda h: (h.day, h.measure, h.what, -h.notice)))


def _of(rules: Rules, life: Life) -> Iterable[Happening]:
    if not any(rules.process.steps[e.does].to in ("adopted", "in_force") for e in life.entries):
        return
    over = None if life.over is None else rules.settings.today(life.decides, life.over)
    early = over is not None and life.state in ("lifted", "repealed")
    days: list[tuple[What, Date, int]] = []
    if life.starts:
        days.append((What.STARTS, life.starts, 0))
    if life.ends:
        days.append((What.ENDS, life.ends, 0))
        for notice in rules.settings.dossier:
            due = life.ends - dt.timedelta(days=notice)
            if life.starts is None or due >= life.starts:
                days.append((What.DOSSIER, due, notice))
    reviews = {str(e.data["review"]) for e in life.entries if e.data.get("review")}
    days += [(What.REVIEW, Date.fromisoformat(day), 0) for day in sorted(reviews)]
    last = life.entries[-1]
    for what, day, notice in days:
        key = day.isoformat() if what is What.REVIEW else str(notice)
        off = early and over is not None and day >= over
        yield Happening(
            id=stable_id("happening", life.id, what.value, key),
            measure=life.id,
            kind=life.kind,
            borders=life.borders,
            what=what,
            day=day,
            off=off or (what is What.REVIEW and life.review is not None and day > life.review),
            told=last.at,
            changes=len(life.entries) - 1,
            notice=notice,
        )
