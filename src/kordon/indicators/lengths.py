"""How much of a border has a barrier or sensors, from the lengths that the gazetteer holds for whole borders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kordon.domain.reading import Unknown
from kordon.domain.time import Date, Week
from kordon.geo.gazetteer import Section

NO_SOURCE = Unknown("no-source-for-factor")


@dataclass(frozen=True, slots=True)
class Share:
    """Per cent of the border's length, and the ids and addresses of the rows that it was read from."""

    percent: float
    sections: tuple[str, ...]
    addresses: tuple[str, ...]


def unfenced(totals: Sequence[Section], week: Week) -> Share | Unknown:
    """The part of the border without a barrier: the length of the barrier is that of the latest row that holds.

    The border's length is the longest that is told of it. Before the first row that holds, nothing is known.
    """
    length = _length(totals)
    fenced = [s for s in _holding(totals, week.sunday) if s.barrier_physical_km is not None]
    if length is None or not fenced:
        return NO_SOURCE
    last = fenced[-1]
    assert length.length_km is not None and last.barrier_physical_km is not None
    return _share(100 * (1 - last.barrier_physical_km / length.length_km), (length, last))


def watched(totals: Sequence[Section], week: Week) -> Share | Unknown:
    """The part under sensors: the latest share published, else the electronic barriers over the length."""
    length = _length(totals)
    holding = _holding(totals, week.sunday)
    told = [s for s in holding if s.share_pct is not None]
    if told:
        last = told[-1]
        assert last.share_pct is not None
        return _share(last.share_pct, (last,))
    wired = [s for s in holding if s.barrier_electronic_km is not None]
    if length is None or not wired:
        return NO_SOURCE
    assert length.length_km is not None
    return _share(100 * sum(s.barrier_electronic_km or 0.0 for s in wired) / length.length_km, (length, *wired))


def _length(totals: Sequence[Section]) -> Section | None:
    """The row of the border's own length: the longest. A barrier or a zone is never longer than its border."""
    told = [s for s in totals if s.length_km]
    return max(told, key=lambda s: s.length_km or 0.0, default=None)


def _holding(totals: Sequence[Section], day: Date) -> list[Section]:
    """Rows that hold on a day, the latest last; a row without a day is the border's own and holds no barrier."""
    dated = [(s.since.start, s) for s in totals if s.since.start is not None and s.since.start <= day]
    return [s for _, s in sorted(dated, key=lambda pair: pair[0])]


def _share(percent: float, sections: Sequence[Section]) -> Share:
    ids = tuple(dict.fromkeys(s.id for s in sections))
    return Share(min(100.0, max(0.0, percent)), ids, tuple(s.source_url for s in sections if s.source_url))
