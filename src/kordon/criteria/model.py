"""A criteria document as a value: what is looked at, by which rule, and how the answers are put together.

Everything here is read from YAML by :mod:`kordon.criteria.document`; nothing here decides. A rule is one of a
closed set, so that a reader of the document, a lawyer among them, meets only kinds that the manual explains.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kordon.domain.assessment import Level
from kordon.domain.time import Date, Week

STEPS = (Level.MEDIUM, Level.HIGH, Level.CRITICAL)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where medium, high and critical begin; ``None`` for a level that the rule never gives."""

    medium: float | None
    high: float | None
    critical: float | None

    def of(self, level: Level) -> float | None:
        """The bound of a level above low."""
        return {Level.MEDIUM: self.medium, Level.HIGH: self.high, Level.CRITICAL: self.critical}[level]


@dataclass(frozen=True, slots=True)
class PerBorder:
    """Bounds that hold for every border, or for each its own."""

    every: Bounds | None
    by_border: Mapping[str, Bounds]

    def of(self, border: str) -> Bounds:
        """The bounds of a border; the loader has made sure that there are some."""
        return self.every if self.every is not None else self.by_border[border]


@dataclass(frozen=True, slots=True)
class IncidentTest:
    """Conditions on one incident, all of which must hold; an empty condition holds for every incident.

    ``actor_sides`` are sides of the vocabulary's parties (near, far, none);
    ``recipients`` are party types. ``means`` and ``not_means`` look at the means told and, where none is told,
    at the means that the kind implies. ``people_at_least`` compares with the lower bound or the printed number
    of the group. ``organised_by`` holds where the actor or the sponsor is of such a type.
    """

    kinds: tuple[str, ...] = ()
    actor_sides: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    means: tuple[str, ...] = ()
    not_means: tuple[str, ...] = ()
    people_at_least: float | None = None
    organised_by: tuple[str, ...] = ()
    wounded: bool | None = None
    warning_shots: bool | None = None


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The level whose bound the value reaches.

    ``on`` names the part of the reading that is compared: ``value`` or ``per_day``. With ``falling`` a lower
    value is worse and a level begins below its bound. ``sustained`` asks that a level's bound be reached for so
    many weeks on end. ``floors`` are daily means that must be reached as well, by this reading or, where
    ``floor_from`` names another indicator, by that one's reading of the week; an unknown daily mean reaches none.
    """

    bounds: PerBorder
    on: str = "value"
    falling: bool = False
    sustained: tuple[tuple[Level, int], ...] = ()
    floors: PerBorder | None = None
    floor_from: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    level: Level
    test: IncidentTest


@dataclass(frozen=True, slots=True)
class Presence:
    """The highest level of the cases that some incident of the reading meets.

    A reading above zero that meets no case, or rests on nothing that can be looked up, gives ``otherwise``.
    """

    cases: tuple[Case, ...]
    otherwise: Level


@dataclass(frozen=True, slots=True)
class Wounded:
    """Any wounding gives ``any_wounding``; wounding with one of ``means`` gives ``by_means``."""

    any_wounding: Level
    means: tuple[str, ...]
    by_means: Level


@dataclass(frozen=True, slots=True)
class PRule:
    """The week's count against what would have been usual, and against a floor; a level needs both.

    Medium above the 90 %, high above the 97.5 %, critical above the 99.5 % predictive bound. ``floor_of`` says
    what the floors are compared with: ``day`` (the daily mean) or ``four_weeks`` (the sum of this week and the
    three before). Where no baseline could be learnt the floors alone decide, up to ``without_baseline``.
    """

    floors: PerBorder
    floor_of: str
    without_baseline: Level


@dataclass(frozen=True, slots=True)
class Judged:
    """The level that an account or office of ``by`` has judged, with a reason.

    It stands until the day that was given with it, and no longer than ``days``; then it is not assessed.
    """

    by: tuple[str, ...]
    days: int


Rule = Thresholds | Presence | Wounded | PRule | Judged


@dataclass(frozen=True, slots=True)
class IndicatorRule:
    """One indicator under its rules: the highest level that any of them gives.

    ``lower_bound``: more coverage could only raise the value (a number of incidents), so that a level above
    low stands even where the week is poorly covered.
    """

    indicator: str
    rules: tuple[Rule, ...]
    lower_bound: bool


@dataclass(frozen=True, slots=True)
class Factor:
    id: str
    dimension: str  # threat, vulnerability, impact
    essential: bool
    indicators: tuple[IndicatorRule, ...]


@dataclass(frozen=True, slots=True)
class Combination:
    """Named parameters of the combination; see :mod:`kordon.criteria.combine` for the rule."""

    single_source_steps: int
    critical_at: int  # so many critical factors make the border critical
    high_at: int  # so many factors at medium or more make it high
    impact_threat: Level
    impact_vulnerability: Level
    impact_steps: int


@dataclass(frozen=True, slots=True)
class DeEscalation:
    """How a level comes down; see :mod:`kordon.criteria.history`."""

    critical_days: int
    weeks_below: int
    lapse_weeks: int


@dataclass(frozen=True, slots=True)
class TriggerRule:
    """A critical incident: fires when some incident meets any of the tests at the least grade or better.

    ``doubt`` are words, in lower case, that leave it to a person whether an incident told with them fires; a ``*``
    at the end stands for any ending.
    """

    id: str
    tests: tuple[IncidentTest, ...]
    doubt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TrendRule:
    """Named parameters of the trend; see :mod:`kordon.criteria.trend`."""

    weeks: int
    least_covered: int
    probability: float
    margin: float
    least_change: float
    means: str | None
    wounded: str | None
    means_from: float
    better_probability: float  # that of the label 'got better'; ``probability`` is that of 'got worse'


@dataclass(frozen=True, slots=True)
class Criteria:
    """One criteria document, valid for named borders. ``hash`` is the SHA-256 of its meaning."""

    id: str
    version: str
    title: Mapping[str, str]
    note: Mapping[str, str]
    status: str
    approved_by: str | None
    approved_on: Date | None
    valid_from: Date | None
    valid_to: Date | None
    borders: tuple[str, ...]
    coverage: float
    least_grade: str
    factors: tuple[Factor, ...]
    combination: Combination
    deescalation: DeEscalation
    triggers: tuple[TriggerRule, ...]
    trend: TrendRule
    hash: str
    file: str

    @property
    def threat_factors(self) -> tuple[Factor, ...]:
        return tuple(f for f in self.factors if f.dimension == "threat")

    def holds_in(self, week: Week) -> bool:
        """Whether the document is valid on the last day of a week."""
        if self.valid_from is not None and week.sunday < self.valid_from:
            return False
        return self.valid_to is None or week.sunday <= self.valid_to
