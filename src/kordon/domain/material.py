"""What a calculation may see: everything that could be known on a day, and nothing published later.

This is the one gate for 'as of'. The links after it take a :class:`Material` and never ask for a date of
publication themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from kordon.domain.coded import Figure, Incident, ReportedMeasure
from kordon.domain.event import Validation
from kordon.domain.measure import Measure
from kordon.domain.report import PublishedBasis, ReportKind
from kordon.domain.time import Date

Item = TypeVar("Item", Incident, Figure, ReportedMeasure)


@dataclass(frozen=True, slots=True)
class ReadReport:
    """The line of the reading log for one report: it was read, whether or not it held anything."""

    id: str
    source: str
    published_at: Date | None
    published_basis: PublishedBasis
    kind: ReportKind
    grade: str
    borders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Material:
    """``as_of`` is the day up to which reports were published, ``None`` for all that the register holds.

    ``events`` says which incidents people or the linking take for one event; those that it lacks stand alone.
    ``told`` is the paragraph that tells of an incident, for the incidents whose words matter beyond what is coded
    of them; ``validated`` is what a person said of the event of an incident.
    """

    as_of: Date | None
    reports: Mapping[str, ReadReport]
    figures: tuple[Figure, ...]
    incidents: tuple[Incident, ...]
    measures: tuple[Measure, ...]
    events: Mapping[str, str] = field(default_factory=dict)  # incident -> event, where reports were linked
    told: Mapping[str, str] = field(default_factory=dict)
    validated: Mapping[str, Validation] = field(default_factory=dict)

    def at(self, day: Date) -> Material:
        """The same material as it could be known at the end of ``day``.

        A report without a day of publication is never seen from a given day: nothing tells that it was out.
        """
        reports = {
            key: r for key, r in self.reports.items() if r.published_at is not None and r.published_at <= day
        }
        return replace(
            self,
            as_of=day,
            reports=reports,
            figures=_of(reports, self.figures),
            incidents=_of(reports, self.incidents),
            measures=tuple(m for m in self.measures if m.known_from is not None and m.known_from <= day),
        )

    @property
    def newest(self) -> Date | None:
        """The last day of publication in the material."""
        return max((r.published_at for r in self.reports.values() if r.published_at), default=None)


def _of(reports: Mapping[str, ReadReport], items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(item for item in items if item.evidence[0].report in reports)
