"""The acts of a border's week on the scale of means: by class and by who used them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from kordon.domain.coded import Incident
from kordon.domain.material import Material
from kordon.domain.reading import Coverage, Unknown
from kordon.domain.time import Week
from kordon.indicators.covered import spoken_days, week_coverage
from kordon.indicators.definition import Settings, reaches
from kordon.indicators.events import Event, by_week, events, grade_of
from kordon.indicators.severity.scale import USERS, Scale
from kordon.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Act:
    """One act, in the class of the heaviest means that is told of it. ``times`` and ``hurt`` are numbers of acts
    and of people; the people hurt in a clash are told of its heaviest act that has any. ``term`` is the heaviest
    means itself, an id of the vocabulary, ``None`` where none is told."""

    means: str  # a class of the scale
    rank: int
    user: str
    times: float
    hurt: float
    incidents: tuple[str, ...]
    term: str | None = None


@dataclass(frozen=True, slots=True)
class ClassCount:
    """How often a class was used in a week, how many were hurt by it, and which incidents tell so."""

    means: str
    acts: float
    hurt: float
    incidents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeansWeek:
    """The acts of one border in one week. Where the week is not ``covered`` they are the least that happened."""

    border: str
    week: Week
    coverage: Coverage
    covered: bool
    acts: tuple[Act, ...]

    def of(self, users: Collection[str] = USERS) -> tuple[Act, ...]:
        return tuple(a for a in self.acts if a.user in users)

    def highest(self, users: Collection[str] = USERS) -> Act | Unknown | None:
        """The act with the heaviest means; ``None`` where the week was covered and nobody told of one,
        ``Unknown('poor-coverage')`` where it was not."""
        found = self.of(users)
        if not found:
            return None if self.covered else Unknown("poor-coverage")
        return max(found, key=lambda a: (a.rank, a.times, a.incidents))

    def by_class(self, scale: Scale, users: Collection[str] = USERS) -> tuple[ClassCount, ...] | Unknown:
        """Every class of the scale from the lowest; ``Unknown`` where there is neither an act nor coverage."""
        acts = self.of(users)
        if not acts and not self.covered:
            return Unknown("poor-coverage")
        return tuple(
            ClassCount(
                c.id,
                sum(a.times for a in acts if a.means == c.id),
                sum(a.hurt for a in acts if a.means == c.id),
                tuple(i for a in acts if a.means == c.id for i in a.incidents),
            )
            for c in scale.classes
        )

    def at_or_above(self, rank: float, users: Collection[str] = USERS) -> float:
        """How many acts used means of a rank or a higher one."""
        return sum(a.times for a in self.of(users) if a.rank >= rank)


def means_weeks(
    scale: Scale,
    material: Material,
    borders: Sequence[str],
    weeks: Sequence[Week],
    coverage: Mapping[tuple[str, Week], Coverage],
    vocabulary: Vocabulary,
) -> Mapping[tuple[str, Week], MeansWeek]:
    """Every border and week. ``coverage`` says for how much of each week somebody spoke (:func:`coverage_of`); a
    week that it lacks is not covered. ``material`` is taken as it is handed over."""
    told = by_week(material.incidents, borders, material.events)
    nothing = Coverage(0.0)
    found: dict[tuple[str, Week], MeansWeek] = {}
    for border in borders:
        for week in weeks:
            spoken = coverage.get((border, week), nothing)
            own = [i for i in told.get((border, week), ()) if _counts(scale, i, material, vocabulary)]
            acts = _acts(scale, own, material.events, vocabulary) if own else ()
            found[border, week] = MeansWeek(border, week, spoken, spoken.enough(scale.covered), acts)
    return found


def coverage_of(
    material: Material, borders: Sequence[str], weeks: Sequence[Week], settings: Settings
) -> Mapping[tuple[str, Week], Coverage]:
    """The coverage that readings of incidents have, for :func:`means_weeks`."""
    spoken = spoken_days(material, borders, settings)
    return {(b, w): week_coverage(spoken[b], w) for b in borders for w in weeks}


def _counts(scale: Scale, incident: Incident, material: Material, vocabulary: Vocabulary) -> bool:
    return scale.counts.holds(incident, vocabulary) and reaches(
        grade_of(incident, material.reports), scale.min_grade
    )


def _acts(
    scale: Scale, incidents: Sequence[Incident], linked: Mapping[str, str], vocabulary: Vocabulary
) -> tuple[Act, ...]:
    """Acts of different users are never one act, whatever else is the same."""
    by_user: dict[str, list[Incident]] = {}
    for incident in incidents:
        by_user.setdefault(scale.user(incident.actor, vocabulary), []).append(incident)
    told = [(u, e) for u in USERS for e in events(by_user.get(u, []), vocabulary, linked)]
    terms = [max(e.means, key=lambda m: (_rank(m, vocabulary), m), default=None) for _, e in told]
    ranks = [0 if term is None else _rank(term, vocabulary) for term in terms]
    hurt = _hurt([e for _, e in told], ranks)
    acts = [
        Act(scale.of_rank(rank).id, rank, user, event.times, hurt[place], event.incidents, term)
        for place, ((user, event), rank, term) in enumerate(zip(told, ranks, terms, strict=True))
    ]
    return tuple(sorted(acts, key=lambda a: (-a.rank, a.user, a.incidents)))


def _rank(means: str, vocabulary: Vocabulary) -> int:
    terms = vocabulary["means"]
    return int(terms[means].get("rank")) if means in terms else 0


def _hurt(told: Sequence[Event], ranks: Sequence[int]) -> list[float]:
    """The people hurt in one clash once, with its heaviest act: its acts may tell of the same people."""
    hurt = [e.hurt for e in told]
    clashes: dict[str, list[int]] = {}
    for place, event in enumerate(told):
        if event.clash and event.hurt:
            clashes.setdefault(event.clash, []).append(place)
    for places in clashes.values():
        most = max(hurt[p] for p in places)
        heaviest = max(places, key=lambda p: (ranks[p], hurt[p], -p))
        for place in places:
            hurt[place] = most if place == heaviest else 0.0
    return hurt
