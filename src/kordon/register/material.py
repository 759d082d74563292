"""Read back what was stored: reports, coded reports, and the material that calculations see."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from kordon.coding.suggesting import standing
from kordon.domain.coded import Coded, Figure, Incident, ReportedMeasure, Signal
from kordon.domain.material import Material, ReadReport
from kordon.domain.measure import Measure
from kordon.domain.report import Report
from kordon.domain.time import Date
from kordon.register import items, suggested
from kordon.register import models as rows
from kordon.register.payload import loads
from kordon.register.store import Store
from kordon.register.versions import chunks, current

Item = TypeVar("Item")
Counted = TypeVar("Counted", Incident, Figure, ReportedMeasure)
Ledger = Callable[[Iterable[ReportedMeasure], Mapping[str, ReadReport]], Iterable[Measure]]


def reports(where: Store, ids: Iterable[str]) -> dict[str, Report]:
    """The reports with these ids, as they are in use; an id that is not known is left out."""
    found: dict[str, Report] = {}
    with where.reading():
        for some in chunks(list(dict.fromkeys(ids))):
            codings = current(rows.Coding, where).filter(value_id__in=some).select_related("report")
            found |= {coding.value_id: _report(coding.report) for coding in codings}
    return found


def report_ids(where: Store) -> tuple[str, ...]:
    """The ids of all reports in use, in order."""
    with where.reading():
        return tuple(current(rows.Coding, where).order_by("value_id").values_list("value_id", flat=True))


def coded(where: Store, report: str) -> Coded | None:
    """A report with everything that was coded from it, or ``None`` when it was never stored."""
    with where.reading():
        coding = current(rows.Coding, where).filter(value_id=report).select_related("report").first()
        if coding is None:
            return None
        parts: dict[str, Any] = {}
        for field, (kind, model) in items.TABLES.items():
            payloads = model.objects.using(where.alias).filter(coding_id=coding.key).order_by("position")
            parts[field] = tuple(loads(kind, text) for text in payloads.values_list("payload", flat=True))
    header = parts.pop("header")
    shell = loads(Coded, coding.payload)
    return replace(shell, report=_report(coding.report), header=header[0] if header else None, **parts)


def _report(row: rows.Report) -> Report:
    return replace(loads(Report, row.payload), text=row.text)


def reported_measures(where: Store) -> tuple[ReportedMeasure, ...]:
    """Every measure that a report in use speaks of."""
    with where.reading():
        return _counted(where, ReportedMeasure, rows.ReportedMeasure, _log(where))


def signals(where: Store, as_of: Date | None) -> tuple[Signal, ...]:
    """Every signal that a report in use tells of, of reports out by the end of ``as_of``."""
    with where.reading():
        return _items(where, Signal, rows.Signal, _until(_log(where), as_of))


def material(where: Store, as_of: Date | None, measures_of: Ledger) -> Material:
    """What could be known at the end of ``as_of``; everything in use for ``None``.

    Reports come in the order of publication, then of their ids, and items in the order of their reports and of the
    text, whatever the order in which they were stored. ``measures_of`` sees only measures of reports that were
    out by then.
    """
    with where.reading():
        log = _until(_log(where), as_of)
        found = {read.id: read for read in log.values()}
        measures = measures_of(_counted(where, ReportedMeasure, rows.ReportedMeasure, log), found)
        everything = Material(
            as_of=None,
            reports=found,
            figures=_counted(where, Figure, rows.Figure, log),
            incidents=_counted(where, Incident, rows.Incident, log),
            measures=tuple(measures),
        )
    return everything if as_of is None else everything.at(as_of)


def _log(where: Store) -> dict[str, ReadReport]:
    """The reading log in use, by the key of the coding.

    Items are looked up by these keys afterwards: a report that another process stores in between is not seen at
    all, rather than half.
    """
    codings = current(rows.Coding, where).select_related("report").order_by("value_id")
    log = {coding.key: _read_report(coding.report) for coding in codings}
    return dict(sorted(log.items(), key=lambda pair: _order(pair[1])))


def _until(log: Mapping[str, ReadReport], as_of: Date | None) -> Mapping[str, ReadReport]:
    if as_of is None:
        return log
    return {key: r for key, r in log.items() if r.published_at is not None and r.published_at <= as_of}


def _order(read: ReadReport) -> tuple[Date, str]:
    return (read.published_at or Date.max, read.id)


def _read_report(row: rows.Report) -> ReadReport:
    report = loads(Report, row.payload)
    return ReadReport(
        id=report.id,
        source=report.source,
        published_at=report.published_at,
        published_basis=report.published_basis,
        kind=report.kind,
        grade=report.grade,
        borders=report.borders,
    )


def _counted(
    where: Store, kind: type[Counted], model: type[rows.Item], log: Mapping[str, ReadReport]
) -> tuple[Counted, ...]:
    """The items of the rules, and those that people accepted of the suggestions of other coders. There is no other
    way for a suggestion into anything that counts."""
    of_rules = _items(where, kind, model, log)
    accepted = suggested.accepted(where, kind, {read.id: read for read in log.values()})
    return standing(of_rules, accepted) if accepted else of_rules


def _items(
    where: Store, kind: type[Item], model: type[rows.Item], log: Mapping[str, ReadReport]
) -> tuple[Item, ...]:
    place = {coding: number for number, coding in enumerate(log)}
    found = [
        (place[coding], position, payload)
        for coding, position, payload in model.objects.using(where.alias).values_list(
            "coding_id", "position", "payload"
        )
        if coding in place
    ]
    return tuple(loads(kind, payload) for _, _, payload in sorted(found))
