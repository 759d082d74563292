"""Events: what happened once, with every report that tells of it.

A report and the event it tells of are different things (Regulation (EU) 2021/581, Art. 9): an incident is coded
from one report, an event holds the incidents of all reports that are about the same act. Reports are linked, never
merged: an event says who tells what, and where they differ.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from kordon.domain.report import Evidence


class Validation(StrEnum):
    """How far an event is validated. A machine says ``unconfirmed`` or ``probable``, the rest is for people."""

    UNCONFIRMED = "unconfirmed"
    PROBABLE = "probable"
    CONFIRMED = "confirmed"
    REFUTED = "refuted"


class Basis(StrEnum):
    """Why the incidents of an event are together: there is one only, a machine suggests it, a person decided
    it.
    """

    SINGLE = "single"
    SUGGESTED = "suggested"
    DECIDED = "decided"


class Act(StrEnum):
    """What a person decides about events."""

    JOIN = "join"
    SPLIT = "split"
    VALIDATE = "validate"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Decision:
    """One row of the log of decisions.

    ``incidents`` are all that the decision was about, as they stood: of a join the incidents of both events, of a
    split first the one that leaves and then those that it leaves, of a validation all of the event. ``undoes`` is
    the decision that an undo takes back, ``status`` what a validation says.
    """

    id: str
    act: Act
    by: str
    at: dt.datetime
    why: str
    incidents: tuple[str, ...] = ()
    status: Validation | None = None
    undoes: str | None = None


@dataclass(frozen=True, slots=True)
class Weighed:
    """One reason for or against two incidents being one event: a name of the rule document and what it weighs."""

    reason: str
    weight: float


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two incidents that may be one event, ``one < other`` by id, with the sum of the reasons."""

    one: str
    other: str
    score: float
    reasons: tuple[Weighed, ...]


@dataclass(frozen=True, slots=True)
class FollowUp:
    """An incident that came of another: a wounded person died. It is an event of its own, on its own day."""

    incident: str
    of: str
    score: float
    reasons: tuple[Weighed, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One value and everyone who says it."""

    value: str
    incidents: tuple[str, ...]
    reports: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Aspect:
    """What the reports of an event say of one thing (people, place ...); ``agreed`` where they can all be
    right.
    """

    name: str
    agreed: bool
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Reports that count as one source, and the rules that make them one ('outlet', 'attribution',
    'same-text').
    """

    reports: tuple[str, ...]
    because: tuple[str, ...]
    grade: str
    denies: bool = False


@dataclass(frozen=True, slots=True)
class EventGrade:
    """The Admiralty grade of an event, the rule that gave it and the steps of that rule that spoke."""

    grade: str
    rule: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventStatus:
    """The validation of an event, by rule or by the decision of a person."""

    validation: Validation
    rule: str
    decision: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One event: its incidents in the order of publication, who tells what, how sure, and what holds it together.

    ``id`` comes from the first incident; any of the incidents' ids finds the event as well. ``counts`` tells
    whether some source that is not a denial says that it happened or was attempted.
    """

    id: str
    kind: str
    incidents: tuple[str, ...]
    reports: tuple[str, ...]
    aspects: tuple[Aspect, ...]
    sources: tuple[Source, ...]
    grade: EventGrade
    status: EventStatus
    basis: Basis
    counts: bool
    links: tuple[Suggestion, ...] = ()
    decisions: tuple[str, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()  # of or by incidents of this event

    def aspect(self, name: str) -> Aspect | None:
        return next((aspect for aspect in self.aspects if aspect.name == name), None)

    @property
    def disagreements(self) -> tuple[Aspect, ...]:
        return tuple(aspect for aspect in self.aspects if not aspect.agreed)
