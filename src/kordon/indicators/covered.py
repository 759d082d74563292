"""For which days of a border somebody spoke, of all that was read: figures, incidents, notices, commentaries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from kordon.domain.coded import Figure, Incident
from kordon.domain.material import Material
from kordon.domain.reading import Coverage
from kordon.domain.report import ReportKind
from kordon.domain.time import Date, Week
from kordon.indicators.definition import Settings

Days = dict[Date, dict[str, None]]  # the reports that speak for each day, in a fixed order


def spoken_days(material: Material, borders: Sequence[str], settings: Settings) -> dict[str, Days]:
    """For every border, the days for which reports speak, and which.

    A figure or an incident speaks for the days of its span, if that is at most ``longest_span`` days. A notice
    that is known to speak for a border does so for the days up to its publication, a weekly commentary for the
    week before it.
    """
    found: dict[str, Days] = {b: {} for b in borders}
    items: list[Figure | Incident] = [*material.figures, *material.incidents]
    for item in sorted(items, key=lambda i: i.id):
        span = item.span if isinstance(item, Figure) else item.occurred
        if span.length is None or span.length > settings.longest_span or not item.modality.counts:
            continue
        for border in item.place.borders if len(item.place.borders) == 1 else ():
            if border in found:
                for day in span.days():
                    _add(found[border], day, (e.report for e in item.evidence))
    for key in sorted(material.reports):
        report = material.reports[key]
        reach = {ReportKind.NOTICE: settings.notice_days, ReportKind.COMMENTARY: settings.commentary_days}
        for border in report.borders:
            if border not in found or report.published_at is None:
                continue
            for back in range(reach.get(report.kind, 0)):
                _add(found[border], report.published_at - dt.timedelta(days=back), (key,))
    return found


def week_coverage(days: Days, week: Week) -> Coverage:
    """The share of a week's days for which somebody spoke, and who."""
    told = [days[d] for d in week.days() if d in days]
    return Coverage(len(told) / 7, tuple(dict.fromkeys(r for reports in told for r in reports)))


def _add(days: Days, day: Date, reports: Iterable[str]) -> None:
    days.setdefault(day, {}).update(dict.fromkeys(reports))
