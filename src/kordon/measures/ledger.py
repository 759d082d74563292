"""From measures as reports tell of them to the register's record of measures.

What the columns of a public ledger do not say is derived, and only by these rules:

1. Only a reported measure with a key is a measure of the register; texts speak of measures without one.
2. Of several reports under one key, the one published last tells the measure; it is not seen before that report.
   A report without a day of publication gives way to one that has it.
3. In force is only what a report tells as in force, decided or extended, and only from a start that is told.
   Asked, proposed, planned, announced, conditional, agreed, denied, historical and mentioned measures never are,
   whatever dates stand beside them. A decision whose start lies ahead is in force from that day on, not before.
4. The end is the last day told, inclusive; without one it is open, which says that no end is known, not that there
   is none.
5. An extension is a measure of its own with a link to what it extends; both keep their own spans.
6. A lifted measure is never in force; it ends the measure it names in ``extends`` from the day of its effect (kept
   as ``decided_on``), or of its decision where no other is told. See :func:`standing_on`.
7. The reach as worded is what the report's place names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from kordon.domain.coded import ReportedMeasure, Status
from kordon.domain.measure import Measure
from kordon.domain.time import Date, Span

TAKES_FORCE = (Status.IN_FORCE, Status.DECIDED, Status.EXTENDED)


class Dated(Protocol):
    """A report, whole or as a line of the reading log."""

    @property
    def published_at(self) -> Date | None: ...


def measures_of(reported: Iterable[ReportedMeasure], reports: Mapping[str, Dated]) -> tuple[Measure, ...]:
    """The register's measures, in order of their ids, by the rules above. ``reports`` by id."""
    latest: dict[str, tuple[Date, ReportedMeasure]] = {}
    supporting: dict[str, list[str]] = {}
    for item in reported:
        if not item.key:
            continue
        published = _published(item, reports)
        supporting.setdefault(item.key, []).extend(e.report for e in item.evidence)
        rank = published or Date.min
        if item.key not in latest or rank >= latest[item.key][0]:
            latest[item.key] = (rank, item)
    return tuple(
        _measure(item, _published(item, reports), tuple(dict.fromkeys(supporting[key])))
        for key, (_, item) in sorted(latest.items())
    )


def standing_on(measures: Iterable[Measure], border: str, day: Date) -> tuple[Measure, ...]:
    """The measures that stand in force on a border on a day, as far as ``measures`` (what could be known) tell."""
    known = tuple(measures)
    lifted = {
        m.extends
        for m in known
        if m.status is Status.LIFTED and m.extends and m.decided_on is not None and m.decided_on <= day
    }
    return tuple(m for m in known if border in m.place.borders and m.in_force_on(day) and m.id not in lifted)


def _published(item: ReportedMeasure, reports: Mapping[str, Dated]) -> Date | None:
    days = [reports[e.report].published_at for e in item.evidence if e.report in reports]
    return min((d for d in days if d is not None), default=None)


def _measure(item: ReportedMeasure, published: Date | None, reports: tuple[str, ...]) -> Measure:
    in_force = item.effective
    if item.status not in TAKES_FORCE or in_force.start is None:
        in_force = Span.untold()
    decided = item.decided_on
    if item.status is Status.LIFTED:
        decided = item.effective.start or item.decided_on
    return Measure(
        id=item.key,
        kind=item.kind,
        status=item.status,
        countries=item.countries,
        place=item.place,
        traffic=item.traffic,
        decided_on=decided,
        in_force=in_force,
        extends=item.extends,
        basis=item.basis,
        where=", ".join(item.place.areas),
        known_from=published,
        reports=reports,
    )
