"""CSV tables of facts: a row of figures, incidents or measures is a report of its own; other rows are reference.

A table is recognised by its header, whatever its file is called. What is wrong with a row is a sentence in
:attr:`Table.errors`, and the other rows are still read.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from kordon.domain.coded import Coded
from kordon.domain.errors import BadTable, DomainError
from kordon.domain.measure import CrossingStatus
from kordon.domain.report import Report
from kordon.geo.gazetteer import (
    Actor,
    Gazetteer,
    NamedCrossing,
    Section,
    Settlement,
    actor_of,
    crossing_of,
    section_of,
    settlement_of,
)
from kordon.geo.rows import Row, Sheet, read_sheet, read_text
from kordon.geo.shapes import SHAPES
from kordon.intake.context import Context
from kordon.intake.figures import figure_row
from kordon.intake.incidents import incident_row
from kordon.intake.measures import measure_row, status_row
from kordon.intake.records import once
from kordon.intake.sources import Sources
from kordon.vocabulary import Vocabulary

LIMIT = 50_000_000  # bytes

Value = Coded | Report | NamedCrossing | CrossingStatus | Section | Settlement | Actor
Kind = TypeVar("Kind", bound=Value)


@dataclass(frozen=True, slots=True)
class Table:
    """What one table holds.

    ``kind`` is the name of its shape (``attempts``, ``incidents`` ...), ``rows`` how many rows stand below the
    header. ``coded`` are figures, incidents and measures, each with the report of its row; ``reports`` are those
    that ``statuses`` rest on. ``errors`` name the rows and columns that were left out.
    """

    file: str
    kind: str
    rows: int
    coded: tuple[Coded, ...] = ()
    reports: tuple[Report, ...] = ()
    crossings: tuple[NamedCrossing, ...] = ()
    statuses: tuple[CrossingStatus, ...] = ()
    sections: tuple[Section, ...] = ()
    places: tuple[Settlement, ...] = ()
    actors: tuple[Actor, ...] = ()
    errors: tuple[BadTable, ...] = ()


def read_table(
    path: Path,
    vocabulary: Vocabulary,
    sources: Sources,
    *,
    gazetteer: Gazetteer | None = None,
    name: str = "",
) -> Table:
    """Read one table. With a ``gazetteer``, places are looked up and ids of crossings are checked.

    Raises :class:`~kordon.domain.errors.InputError` when nothing of it can be read: no UTF-8, more than 50 MB, an
    unknown header, or a required column that is missing. ``name`` is what complaints call the file.
    """
    name = name or str(path)
    sheet = read_sheet(read_text(path, name, LIMIT), name, SHAPES)
    return table_of(sheet, name, Context(vocabulary, sources, gazetteer))


def table_of(sheet: Sheet, name: str, context: Context) -> Table:
    """The values of a sheet that was read; see :func:`read_table`."""
    kind = sheet.shape.name
    errors = list(sheet.errors)
    seen: dict[str, int] = {}
    found: list[Value] = []
    by_id = {row.text("id"): row for row in reversed(sheet.rows)} if kind == "crossing_status" else {}
    for row in sheet.rows:
        try:
            if "id" in row.cells:
                once(row, seen, row.needed("id"), "id")
            else:
                once(row, seen, "\x1f".join(row.cells.values()), "")
            found += _read(row, kind, by_id, context)
        except BadTable as error:
            errors.append(error)
        except DomainError as error:  # a value that contradicts itself in a way that no column check foresaw
            problem = str(error).rstrip(".")
            errors.append(BadTable(row.file, f"row {row.number}", problem, "correct the row"))
    errors.sort(key=_row_of)
    return Table(
        file=name,
        kind=kind,
        rows=len(sheet.rows) + sum(1 for error in sheet.errors if _row_of(error)),
        coded=_only(found, Coded),
        reports=_only(found, Report),
        crossings=_only(found, NamedCrossing),
        statuses=_only(found, CrossingStatus),
        sections=_only(found, Section),
        places=_only(found, Settlement),
        actors=_only(found, Actor),
        errors=tuple(errors),
    )


def _only(values: list[Value], kind: type[Kind]) -> tuple[Kind, ...]:
    return tuple(value for value in values if isinstance(value, kind))


def _read(row: Row, kind: str, by_id: dict[str, Row], context: Context) -> tuple[Value, ...]:
    """The values of a row: one, or for a status of a crossing the status and its report."""
    match kind:
        case "attempts" | "totals_combined":
            return (figure_row(row, kind, context),)
        case "incidents":
            return (incident_row(row, kind, context),)
        case "measures":
            return (measure_row(row, kind, context),)
        case "crossing_status":
            return status_row(row, kind, by_id, context)
        case "crossings":
            context.border(row)
            return (crossing_of(row),)
        case "sections":
            context.border(row)
            return (section_of(row),)
        case "places":
            return (settlement_of(_in_states(row, context)),)
        case _:
            return (actor_of(_in_states(row, context)),)


def _in_states(row: Row, context: Context) -> Row:
    if row.text("country"):
        row.known("country", row.text("country"), context.vocabulary["states"], "states.yaml of the vocabulary")
    return row


def _row_of(error: BadTable) -> int:
    word, _, rest = error.place.partition(" ")
    digits = rest.partition(",")[0]
    return int(digits) if word == "row" and digits.isdigit() else 0
