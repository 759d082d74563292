"""What coding takes from a report: every item with the words it rests on and the rule that made it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kordon.domain.quantity import Quantity
from kordon.domain.report import Evidence, Report
from kordon.domain.time import Date, Span


class Modality(StrEnum):
    """In what way a text speaks of a thing. Only ``actual`` and ``attempted`` are ever counted."""

    ACTUAL = "actual"
    ATTEMPTED = "attempted"
    THREATENED = "threatened"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    DENIED = "denied"
    HISTORICAL = "historical"

    @property
    def counts(self) -> bool:
        return self in _COUNTED


_COUNTED = frozenset((Modality.ACTUAL, Modality.ATTEMPTED))  # once: to look a member up takes long on Python 3.11


class Status(StrEnum):
    """How far a measure is, in the words of a report: announced is not in force."""

    ASKED = "asked"
    PROPOSED = "proposed"
    PLANNED = "planned"
    ANNOUNCED = "announced"
    CONDITIONAL = "conditional"
    AGREED = "agreed"
    DECIDED = "decided"
    IN_FORCE = "in_force"
    EXTENDED = "extended"
    LIFTED = "lifted"
    DENIED = "denied"
    HISTORICAL = "historical"
    REFERENCE = "reference"


class PlacePrecision(StrEnum):
    POINT = "point"
    PART = "part"
    BORDER = "border"
    GROUP = "group"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Place:
    """Where: one border, or a group of borders, which is a place of its own and is never split by guess."""

    borders: tuple[str, ...] = ()
    group: str | None = None
    crossings: tuple[str, ...] = ()
    settlements: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()  # counties, districts, sections: as named
    precision: PlacePrecision = PlacePrecision.UNKNOWN
    ambiguous: tuple[str, ...] = ()  # ids of the places that a name may mean, where context does not tell


@dataclass(frozen=True, slots=True)
class Party:
    """Who: a type of the vocabulary, the country where it is told, and an office or service; never a person."""

    type: str
    country: str | None = None
    actor: str | None = None  # id in the register of actors
    words: str = ""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so: a party, and whether the text marks it as a claim."""

    party: Party
    claim: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """What a weekly commentary prints above its text, exactly as printed, and what it means."""

    week: Span
    area: str | None
    trend: str | None
    week_words: str
    area_words: str
    trend_words: str
    headline: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """Something that was done, at one time and place, by one party, of one kind.

    ``times`` says how often where a text tells of several alike without telling them apart ('twice').
    """

    id: str
    kind: str
    place: Place
    occurred: Span
    modality: Modality
    evidence: tuple[Evidence, ...]
    rule: str
    means: tuple[str, ...] = ()
    actor: Party | None = None
    recipient: Party | None = None
    sponsor: Party | None = None
    times: Quantity | None = None
    people: Quantity | None = None
    injured: Quantity | None = None
    killed: Quantity | None = None
    attribution: Attribution | None = None
    grade: str = ""
    clash: str | None = None  # the same on incidents that are acts or outcomes of one clash
    warning_shots: bool = False


class FigureForm(StrEnum):
    COUNT = "count"
    RATE = "rate"
    TOTAL = "total"  # cumulative: since the beginning of something


@dataclass(frozen=True, slots=True)
class Change:
    """A figure against another: 'down by 65%', 'after weeks of calm', 'back to its usual level'."""

    kind: str  # vocabulary: after_calm, usual_level, up_by, down_by, record
    percent: float | None = None
    against: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed number of attempts, turn-backs or detections for a span of days. Zero is a figure."""

    id: str
    form: FigureForm
    unit: str
    quantity: Quantity
    place: Place
    span: Span
    modality: Modality
    evidence: tuple[Evidence, ...]
    rule: str
    per: str | None = None  # of a rate: "day", "week", "month"
    changes: tuple[Change, ...] = ()
    attribution: Attribution | None = None
    grade: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """What a measure hangs on, in the vocabulary's word and the text's."""

    kind: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class ReportedMeasure:
    """A measure as a text speaks of it. The register's own record of a measure is another thing
    (:class:`kordon.domain.measure.Measure`)."""

    id: str
    kind: str
    status: Status
    place: Place
    evidence: tuple[Evidence, ...]
    rule: str
    countries: tuple[str, ...] = ()
    traffic: tuple[str, ...] = ()
    effective: Span = field(default_factory=Span.untold)
    decided_on: Date | None = None
    condition: Condition | None = None
    depth_m: float | None = None
    days: int | None = None
    extendable: bool | None = None
    settlements: int | None = None  # how many, where told
    barrier_km: float | None = None
    factors: tuple[str, ...] = ()  # of assessment criteria
    triggers: tuple[str, ...] = ()  # of a mechanism
    options: tuple[str, ...] = ()  # of a range of measures, least to most restrictive
    extends: str | None = None
    attribution: Attribution | None = None
    key: str = ""  # the id that a table gives to the measure it tells of
    basis: str = ""  # the reason given for it, in our words


@dataclass(frozen=True, slots=True)
class Signal:
    """A word or act from one side to the other, and whether it was answered."""

    id: str
    stance: str  # cooperative, hostile
    content: str  # vocabulary: dialogue, joint_exercises, de_escalation ...
    sender: Party
    receiver: Party | None
    answer: str  # vocabulary: unanswered, not_in_kind, mistrust, rejected, accepted, untold
    modality: Modality
    occurred: Span
    evidence: tuple[Evidence, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Composition:
    """Who crosses: an attribute of the people and the share that has it ('most have Russian visas')."""

    id: str
    attribute: str  # visa, nationality, group_size, organised_by
    value: str
    share: str  # all, most, many, some, or a percentage
    place: Place
    span: Span
    modality: Modality
    evidence: tuple[Evidence, ...]
    rule: str
    percent: float | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """An author's view of intent, with the author's own likelihood word; never a fact."""

    id: str
    kind: str  # vocabulary: intent
    likelihood: str | None  # vocabulary of likelihood words
    evidence: tuple[Evidence, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Rung:
    """A rung of an escalation ladder that a text names, in order from the lowest."""

    id: str
    rung: str
    order: int
    evidence: tuple[Evidence, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Coded:
    """Everything that was taken from one report; a report that holds nothing is still a report that was read."""

    report: Report
    header: Header | None = None
    incidents: tuple[Incident, ...] = ()
    figures: tuple[Figure, ...] = ()
    measures: tuple[ReportedMeasure, ...] = ()
    signals: tuple[Signal, ...] = ()
    compositions: tuple[Composition, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    rungs: tuple[Rung, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Read, and nothing found in it."""
        return not (
            self.header
            or self.incidents
            or self.figures
            or self.measures
            or self.signals
            or self.compositions
            or self.judgements
            or self.rungs
        )
