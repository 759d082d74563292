"""'As of' is one gate: what was published later is not seen, and what has no day is never seen from a day."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from kordon.domain.coded import Incident, Modality, Place
from kordon.domain.material import Material, ReadReport
from kordon.domain.report import Evidence, PublishedBasis, ReportKind
from kordon.domain.time import Span

DAYS = st.one_of(st.none(), st.dates(dt.date(2024, 1, 1), dt.date(2024, 12, 31)))


def material(published: list[dt.date | None]) -> Material:
    reports = {
        f"r{i}": ReadReport(f"r{i}", "source", day, PublishedBasis.NOTE, ReportKind.RECORD, "B2", ())
        for i, day in enumerate(published)
    }
    incidents = tuple(
        Incident(f"i{i}", "other", Place(), Span.untold(), Modality.ACTUAL, (Evidence(f"r{i}", 0, 1),), "test")
        for i in range(len(published))
    )
    return Material(None, reports, (), incidents, ())


@given(st.lists(DAYS, max_size=12), st.dates(dt.date(2024, 1, 1), dt.date(2024, 12, 31)))
def test_nothing_published_later_is_seen(published: list[dt.date | None], day: dt.date) -> None:
    seen = material(published).at(day)
    assert seen.as_of == day
    assert len(seen.incidents) == sum(1 for p in published if p is not None and p <= day)
    assert all(r.published_at is not None and r.published_at <= day for r in seen.reports.values())
    assert seen.at(day).reports == seen.reports


def test_the_newest_day_of_publication() -> None:
    assert material([None]).newest is None
    assert material([dt.date(2024, 5, 1), None, dt.date(2024, 6, 1)]).newest == dt.date(2024, 6, 1)
