"""Levels that an office has judged: what no count tells, with a reason, an expiry, and the name of the office.

A judgement is given on a day and stands until its last day, and never longer than the criteria's rule lets it.
After that the indicator is not assessed: an old judgement is no judgement of this week.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kordon.criteria.model import Judged
from kordon.domain.assessment import Level
from kordon.domain.errors import DomainError
from kordon.domain.record import Entry
from kordon.domain.time import Date, Week

PROCESS = "judgement"  # data/processes/judgement.yaml


@dataclass(frozen=True, slots=True)
class Judgement:
    """The level of one indicator on one border, judged by an account or office; ``until`` is its last day."""

    id: str
    indicator: str
    border: str
    level: Level
    by: str
    given: Date
    until: Date
    why: str
    evidence: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.until < self.given:
            raise DomainError(
                f"The judgement of {self.indicator!r} on {self.border} would expire on {self.until}, before it "
                f"was given on {self.given}; let it end later."
            )
        if not self.level.assessed:
            raise DomainError(f"A judgement of {self.indicator!r} needs a level; leave it out if there is none.")
        if not self.why.strip():
            raise DomainError(f"The judgement of {self.indicator!r} on {self.border} needs a reason; write it.")


@dataclass(frozen=True, slots=True)
class Judgements:
    """Those of one indicator that could be known in a week: the one that stands, or the last that expired."""

    standing: Judgement | None
    until: Date | None
    expired: Judgement | None


def judged_in(
    rule: Judged, judgements: Iterable[Judgement], indicator: str, border: str, week: Week, as_of: Date
) -> Judgements:
    """The newest judgement by an office of the rule, given by the week's Sunday and known on ``as_of``."""
    given = sorted(
        (
            j
            for j in judgements
            if j.indicator == indicator
            and j.border == border
            and j.by in rule.by
            and j.given <= min(week.sunday, as_of)
        ),
        key=lambda j: (j.given, j.id),
    )
    if not given:
        return Judgements(None, None, None)
    last = given[-1]
    until = min(last.until, last.given + dt.timedelta(days=rule.days))
    if until < week.sunday:
        return Judgements(None, until, last)
    return Judgements(last, until, None)


def why_no_expiry(entries: Sequence[Entry], entry: Entry) -> str:
    """The policy ``expiry`` of the process: why an entry is no judgement with a level and an end to come."""
    try:
        _judgement(entry)
    except DomainError as error:
        return str(error)
    return ""


POLICIES = {"expiry": why_no_expiry}


def from_record(record: Iterable[Entry], as_of: Date | None = None) -> tuple[Judgement, ...]:
    """The judgements that the record holds, as known on a day: what was withdrawn ends on the day before.

    Raises :class:`DomainError` for an entry that is no judgement, with the entry's id.
    """
    found: dict[str, Judgement] = {}
    for entry in record:
        if entry.process != PROCESS or (as_of is not None and entry.at.date() > as_of):
            continue
        if entry.does == "withdraw":
            held = found.get(entry.subject)
            if held is not None:
                end = entry.at.date() - dt.timedelta(days=1)
                if end < held.given:
                    del found[entry.subject]
                else:
                    found[entry.subject] = replace(held, until=min(held.until, end))
            continue
        found[entry.subject] = _judgement(entry)
    return tuple(found.values())


def _judgement(entry: Entry) -> Judgement:
    data = entry.data
    try:
        level, until = Level(str(data.get("level"))), Date.fromisoformat(str(data.get("until")))
    except ValueError:
        raise DomainError(
            f"Entry {entry.id!r} is no judgement: it needs a level (low, medium, high, critical) and a last day "
            "'until' such as 2024-06-04."
        ) from None
    return Judgement(
        entry.id,
        str(data.get("indicator")),
        str(data.get("border")),
        level,
        entry.by.id,
        entry.at.date(),
        until,
        entry.why,
        entry.evidence,
    )
