"""What an indicator reads for a border and a week, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kordon.domain.time import Date, Week


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something that could not be told. ``reason`` is a key of the phrase book, never shown raw."""

    reason: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """For how much of a week someone spoke. Zero is not silence."""

    share: float  # 0..1 of the week's days
    reports: tuple[str, ...] = ()  # ids of the reports that speak for them

    def enough(self, threshold: float) -> bool:
        return self.share >= threshold


@dataclass(frozen=True, slots=True)
class WeekCount:
    """One week of a fused series: the posterior of the count, in people-attempts a week.

    ``figures`` are the ids of the printed figures that speak of this week, nearest first.
    """

    border: str
    week: Week
    mean: float
    low50: float
    high50: float
    low90: float
    high90: float
    low95: float
    high95: float
    coverage: Coverage
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Baseline:
    """What would have been usual, from the weeks before, as predictive quantiles of a week's count."""

    expected: float
    q90: float
    q975: float
    q995: float
    weeks: int  # how many weeks it was learnt from
    method: str


class Verdict(StrEnum):
    """What one detector says of a week."""

    ALARM = "alarm"
    QUIET = "quiet"
    NOT_ENOUGH = "not-enough-data"


@dataclass(frozen=True, slots=True)
class Detector:
    name: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Alarm:
    """Whether a week stands out from those before it: ``fired`` where two of the three detectors say so.

    ``expected`` and ``bound`` are those of the regression over earlier years; ``exceedance`` is how far the
    value lies from the one towards the other, above 1 beyond the bound. ``None`` where the regression could not
    tell.
    """

    fired: bool
    detectors: tuple[Detector, ...]
    expected: float | None = None
    bound: float | None = None
    exceedance: float | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """The value of one indicator for one border and week, as it could be known on ``as_of``.

    ``unit`` is a key of the vocabulary. ``low`` and ``high`` bound the value at 90 % where it is estimated.
    ``evidence`` holds ids of figures, incidents or measures.
    """

    id: str
    indicator: str
    border: str
    week: Week
    as_of: Date
    value: float | Unknown
    unit: str
    coverage: Coverage
    low: float | None = None
    high: float | None = None
    per_day: float | None = None
    baseline: Baseline | Unknown | None = None
    alarm: Alarm | Unknown | None = None  # None where the indicator asks for none
    evidence: tuple[str, ...] = ()
    sources: int = 0  # how many independent sources support it
    unconfirmed: tuple[str, ...] = ()  # evidence below the grade that counts
