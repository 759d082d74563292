"""Rows of measures, and of what a crossing was for some traffic in some span."""

from __future__ import annotations

from collections.abc import Mapping

from kordon.domain.coded import Coded, Place, PlacePrecision, ReportedMeasure
from kordon.domain.measure import CrossingStatus
from kordon.domain.report import Report, stable_id
from kordon.domain.time import ONE_DAY, Date, Precision, Span
from kordon.geo.rows import Row
from kordon.intake.context import Context
from kordon.intake.records import record, span_words


def measure_row(row: Row, table: str, context: Context) -> Coded:
    """A row of ``measures`` as a report with one measure, whose ``key`` is the row's id.

    Raises :class:`BadTable`.
    """
    words, vocabulary = context.sources.words, context.vocabulary
    key = row.needed("id")
    kind = row.known("kind", row.needed("kind"), vocabulary["measures"], "measures.yaml of the vocabulary")
    status = row.known("status", row.needed("status"), words.statuses, "the word list 'statuses' of sources")
    countries, borders = row.many("country"), row.many("borders")
    for state in countries:
        row.known("country", state, vocabulary["states"], "states.yaml of the vocabulary")
    for border in borders:
        row.known("borders", border, vocabulary["borders"], "borders.yaml of the vocabulary")
    if not countries or not borders:
        column = "country" if not countries else "borders"
        row.complain(column, "the cell is empty", "name at least one")
    traffic, crossings = _traffic(row, context), row.many("crossing_ids")
    for crossing in crossings:
        _known_crossing(row, "crossing_ids", crossing, context)
    span, decided = _effective(row), row.day("decided_on")
    place = row.text("place")
    basis = words.without_names(row.text("basis"))
    fields = {
        "countries": ", ".join(context.label("states", state) for state in countries),
        "status": context.label("statuses", words.statuses[status]),
        "decided": span_words(Span.day(decided), words.text) if decided else "",
        "kind": context.label("measures", kind),
        "place": place,
        "effective": span_words(span, words.text),
        "traffic": ", ".join(context.label("traffic", t) for t in traffic),
        "basis": basis,
        "note": row.text("note"),
    }
    told = record(row, table, words.text.parts["measure"], fields, context.sources, decided)
    measure = ReportedMeasure(
        id=stable_id("measure", told.report.id),
        kind=kind,
        status=words.statuses[status],
        place=Place(
            borders=borders,
            crossings=crossings,
            areas=(place,) if place else (),
            precision=PlacePrecision.POINT if crossings else PlacePrecision.BORDER,
        ),
        evidence=(told.evidence("status"), told.evidence("kind")),
        rule=f"table-{table}",
        countries=countries,
        traffic=traffic,
        effective=span,
        decided_on=decided,
        extends=row.text("extends") or None,
        key=key,
        basis=basis,
    )
    return Coded(told.report, measures=(measure,), warnings=told.warnings)


def status_row(row: Row, table: str, rows: Mapping[str, Row], context: Context) -> tuple[CrossingStatus, Report]:
    """A row of ``crossing_status`` and the report it rests on; raises :class:`BadTable`.

    ``rows`` are the table's rows by id. A row without an end that a later row supersedes ends on the day before
    that one starts, at the latest; ``end_unknown`` stays true where the table says that it may have ended earlier.
    """
    words = context.sources.words
    status = row.known(
        "status", row.needed("status"), context.vocabulary["statuses"], "statuses.yaml of the vocabulary"
    )
    crossing = row.needed("crossing_id")
    _known_crossing(row, "crossing_id", crossing, context)
    traffic = _traffic(row, context)
    unknown = row.text("to_unknown") or "0"
    if unknown not in ("0", "1"):
        row.complain("to_unknown", f"{unknown!r} is neither 0 nor 1", "write 1 where the end is not known")
    span = _stood(row, rows)
    fields = {
        "crossing": _crossing_name(crossing, context),
        "status": context.label("statuses", status),
        "traffic": ", ".join(context.label("traffic", t) for t in traffic),
        "span": span_words(span, words.text),
        "restriction": row.text("restriction"),
        "decided_by": row.text("decided_by"),
        "note": row.text("note"),
    }
    report = record(row, table, words.text.parts["status"], fields, context.sources, None).report
    found = CrossingStatus(
        id=row.needed("id"),
        crossing=crossing,
        status=status,
        traffic=traffic,
        span=span,
        end_unknown=unknown == "1",
        restriction=words.without_names(row.text("restriction")),
        decided_by=words.without_names(row.text("decided_by")),
        report=report.id,
    )
    return found, report


def _effective(row: Row) -> Span:
    start, end = row.day("in_force_from"), row.day("in_force_to")
    if start is None and end is None:
        return Span.untold()
    if start and end and end < start:
        row.complain("in_force_to", f"{end} is before {start}, the first day", "exchange the two days")
    return Span(start, end, Precision.DAYS if start != end else Precision.DAY)


def _stood(row: Row, rows: Mapping[str, Row]) -> Span:
    first, last, seen = row.part("from"), row.part("to"), row.part("as_of")
    if first is None:
        if seen is None:
            row.complain("from", "neither 'from' nor 'as_of' is given", "say from when, or when it was seen")
        return seen  # a state seen on a day: nothing tells how long it had stood or went on
    word = row.text("date_precision") or first.precision
    precision = Precision(row.known("date_precision", word, tuple(Precision), "no list: it is fixed"))
    end = last.end if last else _superseded(row, rows)
    if first.start and end and end < first.start:
        column = "to" if last else "superseded_by"
        row.complain(column, f"it ends on {end}, before it starts on {first.start}", "correct one of the two")
    return Span(first.start, end, precision)


def _superseded(row: Row, rows: Mapping[str, Row]) -> Date | None:
    later = row.text("superseded_by")
    if not later:
        return None
    row.known("superseded_by", later, rows, "this table")
    start = rows[later].part("from") or rows[later].part("as_of")
    return start.start - ONE_DAY if start and start.start else None


def _traffic(row: Row, context: Context) -> tuple[str, ...]:
    traffic = row.many("traffic")
    for value in traffic:
        row.known("traffic", value, context.vocabulary["traffic"], "traffic.yaml of the vocabulary")
    return traffic


def _known_crossing(row: Row, column: str, crossing: str, context: Context) -> None:
    if context.gazetteer is not None:
        row.known(column, crossing, context.gazetteer.crossings, "a table of crossings")


def _crossing_name(crossing: str, context: Context) -> str:
    if context.gazetteer is None:
        return crossing
    return context.gazetteer.crossings[crossing].name(context.sources.words.text.lang)
