"""What an indicator is: which items count, how they are measured, and what it means when there are none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kordon.domain.coded import Incident, Party
from kordon.indicators.alarms import AlarmSettings
from kordon.vocabulary import Vocabulary


class Dimension(StrEnum):
    THREAT = "threat"
    VULNERABILITY = "vulnerability"
    IMPACT = "impact"


class Direction(StrEnum):
    """Whether a higher or a lower value is worse."""

    UP = "up"
    DOWN = "down"


class Silence(StrEnum):
    """What no event in a covered week means: ``zero``, or nothing, because the sources would not have told of
    one."""

    ZERO = "zero"
    UNKNOWN = "unknown"


class Measure(StrEnum):
    """The closed set of evaluators; each is told of where it is written (:mod:`kordon.indicators.evaluate`)."""

    INCIDENTS = "incidents"
    WOUNDED = "wounded"
    DEATHS = "deaths"
    LARGEST_GROUP = "largest_group"
    MEANS_RANK = "means_rank"
    FIGURES = "figures"
    ATTEMPTS = "attempts"
    YEAR_RATIO = "year_ratio"
    UNFENCED_SHARE = "unfenced_share"
    WATCHED_SHARE = "watched_share"

    @property
    def of_incidents(self) -> bool:
        return self in (
            Measure.INCIDENTS,
            Measure.WOUNDED,
            Measure.DEATHS,
            Measure.LARGEST_GROUP,
            Measure.MEANS_RANK,
        )


# What each measure gives its values in. Those that are not here are in a unit of the figures that they read.
UNITS = {
    Measure.INCIDENTS: "events",
    Measure.WOUNDED: "people",
    Measure.DEATHS: "people",
    Measure.LARGEST_GROUP: "people",
    Measure.MEANS_RANK: "rank",
    Measure.YEAR_RATIO: "ratio",
    Measure.UNFENCED_SHARE: "percent",
    Measure.WATCHED_SHARE: "percent",
}
NO_COUNTS = ("rank", "ratio", "percent")  # units whose figures cannot be added up

CLASSES = ("attack", "damage", "killed")
SIDES = ("near", "far", "none")


@dataclass(frozen=True, slots=True)
class Settings:
    """Numbers that all indicators share; what each is stands in ``data/indicators/settings.yaml``."""

    covered: float
    longest_span: int
    notice_days: int
    commentary_days: int
    baseline_weeks: int
    baseline_left_out: int
    baseline_least: int
    baseline_outlier: float
    least_dispersion: float


@dataclass(frozen=True, slots=True)
class Counts:
    """What counts. An incident counts whose kind is in ``kinds`` or in one of ``classes`` (``attack`` and
    ``damage`` of the vocabulary's kinds; ``killed``: somebody died), and which meets every other condition that
    is given.

    ``sides`` are those of the one who acted; an actor who is not told is on no side. ``units`` are units of
    figures.
    """

    kinds: frozenset[str] = frozenset()
    means: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    warning_shots: bool | None = None

    def holds(self, incident: Incident, vocabulary: Vocabulary) -> bool:
        return (
            (incident.kind in self.kinds or ("killed" in self.classes and killed(incident) > 0))
            and (not self.means or bool(self.means & set(means_of(incident, vocabulary))))
            and (not self.sides or side_of(incident.actor, vocabulary) in self.sides)
            and (self.warning_shots is None or incident.warning_shots == self.warning_shots)
        )


@dataclass(frozen=True, slots=True)
class Indicator:
    """One definition. ``window`` weeks end with the week that is read; ``definition`` is the hash of its
    document."""

    id: str
    labels: Mapping[str, str]
    sources: Mapping[str, str]  # where it is read from, and what it leaves out, by language
    factor: str
    dimension: Dimension
    unit: str
    window: int
    direction: Direction
    measure: Measure
    silence: Silence
    counts: Counts
    min_grade: str
    baseline: bool
    settings: Settings
    definition: str
    alarm: AlarmSettings | None = None  # None: its weeks raise no alarms

    def label(self, lang: str) -> str:
        return self.labels[lang]


def killed(incident: Incident) -> float:
    """How many died, as told of this incident; a death without a number is one."""
    if incident.killed is not None:
        return float(incident.killed.best)
    if incident.kind != "death":
        return 0.0
    return float(incident.times.best) if incident.times is not None else 1.0


def means_of(incident: Incident, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The means that are told, else those that the kind of incident implies."""
    if incident.means:
        return incident.means
    implied = vocabulary["kinds"][incident.kind].get("means") if incident.kind in vocabulary["kinds"] else None
    if implied is None:
        return ()
    return (implied,) if isinstance(implied, str) else tuple(implied)


def side_of(party: Party | None, vocabulary: Vocabulary) -> str:
    """near, far or none; an actor who is not told is on no side."""
    if party is None or party.type not in vocabulary["parties"]:
        return "none"
    return str(vocabulary["parties"][party.type].get("side"))


def reaches(grade: str, least: str) -> bool:
    """Whether an Admiralty grade is as good as another on both axes; F, 6 and none cannot be judged.

    ``least`` F6 takes everything.
    """
    if least == "F6":
        return True
    if len(grade) != 2 or grade[0] not in "ABCDE" or grade[1] not in "12345":
        return False
    return grade[0] <= least[0] and grade[1] <= least[1]
