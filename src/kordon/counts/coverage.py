"""For how much of a week the printed figures speak, and which of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from kordon.counts.observations import COVERING, Observation
from kordon.domain.reading import Coverage
from kordon.domain.time import Date

Read = Mapping[Date, Iterable[str]]  # the reports that are known to have been read and speak for each day
NOTHING_READ: Read = MappingProxyType({})


def coverage(
    heard: Sequence[Observation], weeks: Sequence[tuple[int, int]], read: Read = NOTHING_READ
) -> tuple[Coverage, ...]:
    """The share of each week's days that figures of at most 31 days, and reports known to be read, speak for.

    ``weeks`` are first and last days as ordinals.
    """
    near = [o for o in heard if o.days <= COVERING]
    by_day = {day.toordinal(): tuple(reports) for day, reports in read.items()}
    return tuple(
        _coverage([o for o in near if o.start <= end and o.end >= start], start, end, by_day)
        for start, end in weeks
    )


def _coverage(
    touching: Sequence[Observation], start: int, end: int, read: Mapping[int, tuple[str, ...]]
) -> Coverage:
    days = {d for o in touching for d in range(max(o.start, start), min(o.end, end) + 1)}
    reports = dict.fromkeys(r for o in sorted(touching, key=_nearest) for r in o.reports)
    for day in range(start, end + 1):
        if day in read:
            days.add(day)
            reports.update(dict.fromkeys(read[day]))
    return Coverage(len(days) / (end - start + 1), tuple(reports))


def speaking(heard: Sequence[Observation], weeks: Sequence[tuple[int, int]]) -> tuple[tuple[str, ...], ...]:
    """Ids of the figures whose spans touch each week, the shortest span first."""
    ordered = sorted(heard, key=_nearest)
    return tuple(tuple(o.figure for o in ordered if o.start <= end and o.end >= start) for start, end in weeks)


def _nearest(one: Observation) -> tuple[int, int, str]:
    return (one.days, one.start, one.figure)
