"""Everything that a draft may speak of, as values of the domain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from kordon.commentary.phrases import Phrases
from kordon.criteria.model import Criteria
from kordon.domain.assessment import Assessment
from kordon.domain.coded import Incident, Place, Signal
from kordon.domain.material import Material
from kordon.domain.measure import Crossing, CrossingStatus, Measure, Proposal
from kordon.domain.reading import Reading, WeekCount
from kordon.domain.time import Date, Precision, Week
from kordon.vocabulary import Vocabulary

_DATED = (Precision.DAY, Precision.DAYS, Precision.WEEK)


@dataclass(frozen=True, eq=False)
class DraftContext:
    """What could be known on ``as_of``; ``material`` must already be cut to that day (:meth:`Material.at`).

    ``assessments`` and ``proposals`` are by border and week and hold the weeks before as well, ``series`` is by
    border, ``readings`` by id. ``names`` gives places their name by id and language; a place without one stays
    unnamed. ``criteria`` are the documents that the assessments name by their hash; without them no draft says how
    near the next level is.
    """

    as_of: Date
    vocabulary: Vocabulary
    phrases: Phrases
    material: Material
    assessments: Mapping[tuple[str, Week], Assessment]
    series: Mapping[str, tuple[WeekCount, ...]]
    readings: Mapping[str, Reading]
    proposals: Mapping[tuple[str, Week], Proposal] = field(default_factory=dict)
    signals: tuple[Signal, ...] = ()
    crossings: tuple[Crossing, ...] = ()
    statuses: tuple[CrossingStatus, ...] = ()
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    criteria: tuple[Criteria, ...] = ()

    def borders(self, area: str) -> tuple[str, ...]:
        """The assessed borders that an area speaks of, in the order of the vocabulary."""
        mapped = self.vocabulary.term("areas", area).get("borders") or ()
        return tuple(b for b in self.vocabulary.assessed_borders if b in mapped)

    @cached_property
    def memory(self) -> dict[object, Any]:
        """What was worked out already: the drafts of one context ask for the same things in every language."""
        return {}

    @cached_property
    def _counts(self) -> Mapping[tuple[str, Week], WeekCount]:
        return {(c.border, c.week): c for counts in self.series.values() for c in counts if c.coverage.share > 0}

    @cached_property
    def _incidents(self) -> Mapping[Week, tuple[Incident, ...]]:
        by_week: dict[Week, list[Incident]] = {}
        for incident in self.material.incidents:
            told, start = incident.occurred.precision in _DATED, incident.occurred.start
            if incident.modality.counts and told and start is not None:
                by_week.setdefault(Week.of(start), []).append(incident)
        for found in by_week.values():
            found.sort(key=lambda i: (i.occurred.start, i.kind, i.id))
        return {week: tuple(found) for week, found in by_week.items()}

    @cached_property
    def readings_of(self) -> Mapping[Week, tuple[Reading, ...]]:
        """All readings by week."""
        by_week: dict[Week, list[Reading]] = {}
        for reading in self.readings.values():
            by_week.setdefault(reading.week, []).append(reading)
        return {week: tuple(found) for week, found in by_week.items()}

    def count(self, border: str, week: Week) -> WeekCount | None:
        """The fused count of a week that some report speaks of."""
        return self._counts.get((border, week))

    def incidents(self, borders: Iterable[str], week: Week) -> tuple[Incident, ...]:
        """What happened in a week on these borders or on a group that holds one of them, earliest first."""
        wanted = set(borders)
        return tuple(i for i in self._incidents.get(week, ()) if wanted & self._reach(i.place))

    def measures(self, borders: Iterable[str], by: Date | None = None) -> tuple[Measure, ...]:
        """Measures that bear on these borders and were known by a day (by default ``as_of``), earliest first."""
        wanted, day = set(borders), min(by or self.as_of, self.as_of)
        found = [
            (m.known_from, m.id, m)
            for m in self.material.measures
            if m.known_from is not None and m.known_from <= day and wanted & self._reach(m.place)
        ]
        return tuple(measure for _, _, measure in sorted(found, key=lambda entry: entry[:2]))

    def extended(self, measure: Measure, by: Date | None = None) -> bool:
        """Whether a later measure that was known by a day prolongs this one."""
        day = min(by or self.as_of, self.as_of)
        return any(
            m.extends == measure.id and m.known_from is not None and m.known_from <= day
            for m in self.material.measures
        )

    def _reach(self, place: Place) -> set[str]:
        return {*place.borders, *self.vocabulary.borders_of(place.group)}
