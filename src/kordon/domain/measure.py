"""Measures as the register keeps them, and the range that is proposed."""

from __future__ import annotations

from dataclasses import dataclass

from kordon.domain.assessment import Reason
from kordon.domain.coded import Place, Status
from kordon.domain.time import Date, Span, Week


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure taken or spoken of officially, supported by reports.

    ``in_force`` is open at its end where no end is known.
    """

    id: str
    kind: str
    status: Status
    countries: tuple[str, ...]
    place: Place
    traffic: tuple[str, ...]
    decided_on: Date | None
    in_force: Span
    extends: str | None
    basis: str
    where: str  # the reach, as worded
    known_from: Date | None  # publication: nothing sees it earlier
    reports: tuple[str, ...]

    def in_force_on(self, day: Date) -> bool:
        """Whether it stood in force on a day: a start that is known and reached, an end not yet passed."""
        if self.in_force.start is None or self.in_force.start > day:
            return False
        return self.in_force.end is None or day <= self.in_force.end


@dataclass(frozen=True, slots=True)
class Crossing:
    """A road, rail, river or foot crossing point. Names by language; either coordinate may be unknown."""

    id: str
    border: str
    kind: str
    names: tuple[tuple[str, str], ...]
    lat: float | None
    lon: float | None
    traffic: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CrossingStatus:
    """What a crossing was for some traffic in some span: open, restricted or closed."""

    id: str
    crossing: str
    status: str
    traffic: tuple[str, ...]
    span: Span
    end_unknown: bool  # it ended, or may have ended, on a day that was not found
    restriction: str
    decided_by: str
    report: str


@dataclass(frozen=True, slots=True)
class Option:
    """One step of the range put before a government, with what it needs and touches."""

    rung: str  # R0 .. R6
    measure: str  # kind of the vocabulary
    legal_basis: str  # key of the phrase book
    exceptions: tuple[str, ...]
    days: int | None  # how long before it lapses or is reviewed
    traffic: tuple[str, ...]
    crossings: tuple[str, ...]
    already: tuple[str, ...]  # ids of measures of this kind that are in force
    reason: Reason


@dataclass(frozen=True, slots=True)
class Proposal:
    """A range of measures, least to most restrictive, for one assessed border; a person decides."""

    id: str
    border: str
    week: Week
    assessment: str
    ladder: str  # hash of the ladder document
    lowest: str
    highest: str
    options: tuple[Option, ...]
    reason: Reason
    evidence: tuple[str, ...]
