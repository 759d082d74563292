"""What a crossing is on a day: open, restricted or closed for each class of traffic, or not told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kordon.domain.measure import Crossing, CrossingStatus
from kordon.domain.reading import Unknown
from kordon.domain.time import Date

ALL = "all"
END_UNKNOWN = Unknown("status-end-unknown")
NOT_TOLD = Unknown("status-not-told")


def covers(told: Iterable[str], traffic: str) -> bool:
    """Whether traffic as told covers a class: 'all', or nothing told, covers every class."""
    classes = tuple(told)
    return not classes or ALL in classes or traffic in classes


def classes_of(crossing: Crossing, statuses: Iterable[CrossingStatus]) -> tuple[str, ...]:
    """The classes of traffic that a crossing was built for, and those that its statuses speak of."""
    spoken = [t for s in statuses if s.crossing == crossing.id for t in s.traffic]
    classes = tuple(dict.fromkeys(t for t in (*crossing.traffic, *spoken) if t != ALL))
    return classes or (ALL,)


def status_on(crossing: Crossing, statuses: Iterable[CrossingStatus], day: Date) -> Mapping[str, str | Unknown]:
    """The status of a crossing on a day for each class of traffic.

    Of the rows that have begun and are not over, the one that began last decides. A row whose end was not found
    tells the status on its first day only: after that nothing tells whether it still runs
    (``Unknown("status-end-unknown")``), unless a later row decides. Where no row speaks of the day the status is
    ``Unknown("status-not-told")``, never open.
    """
    rows = [s for s in statuses if s.crossing == crossing.id]
    return {traffic: _status(rows, traffic, day) for traffic in classes_of(crossing, rows)}


def _status(rows: Iterable[CrossingStatus], traffic: str, day: Date) -> str | Unknown:
    begun = [
        (row.span.start, row)
        for row in rows
        if covers(row.traffic, traffic) and row.span.start is not None and row.span.start <= day
    ]
    for start, row in sorted(begun, key=lambda pair: (pair[0], pair[1].id), reverse=True):
        if row.span.end is None or row.span.end >= day:
            return END_UNKNOWN if row.end_unknown and day > start else row.status
    return NOT_TOLD
