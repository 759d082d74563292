"""The tables that indicators are evaluated over: names, columns and types, the same in memory and on disk.

Days and weeks are numbers, because date arithmetic is what engines differ in most. A day is Python's
``date.toordinal()``; a week is ``(day - 1) // 7``, which is the same for Monday to Sunday. :func:`week_number` and
:func:`week_of_number` go between a week and its number. What was not told is null, never a default.

``events``: one row a telling of an act
    ``gate``
        the least grade that the tellings of an act were taken together for; null where a row is one whole act
        (imported data)
    ``act``
        the same on rows that tell of one act; null where ``gate`` is
    ``id``, ``report``
        of the incident and the report that it was taken from
    ``border``, ``day`` (the first), ``week`` (in which it counts), ``kind``
        keys of the vocabulary
    ``means``, ``means_rank``
        the means that are told or that the kind implies; the highest of their ranks
    ``side``
        of the one who acted: near, far, none
    ``times``, ``people``, ``injured``, ``killed``
        how often; people who took part, who were hurt, who died
    ``clash``
        the same on acts of one clash
    ``grade_letter``, ``grade_digit``
        Admiralty A to E and 1 to 5; null where one of them cannot be judged
    ``warning_shots``
        whether the shots were told to be warnings
``figures``: one row a printed figure of one border
    ``id``, ``report``, ``border``, ``unit``
        of the figure, and what it counts
    ``start``, ``days``
        the first day, and how many days are in the span
    ``best``, ``low``, ``high``, ``grade_letter``, ``grade_digit``
        as printed; the grade as in ``events``
``printed``: printed figures that speak for a whole window, for the definitions that name units of figures
    ``indicator``, ``border``, ``week``, ``total``, ``n``
        the last is how many figures they are
``coverage``: one row a border and day for which somebody spoke
    ``border``, ``day``
        of which it is told
``calendar``: one row a border and week that is asked for
    ``border``, ``week``
        of which a value is wanted
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kordon.domain.time import Date, Week

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa

COLUMNS: Mapping[str, Mapping[str, str]] = {
    "events": {
        "gate": "string",
        "act": "string",
        "id": "string",
        "report": "string",
        "border": "string",
        "day": "int32",
        "week": "int32",
        "kind": "string",
        "means": "array<string>",
        "means_rank": "float64",
        "side": "string",
        "times": "float64",
        "people": "float64",
        "injured": "float64",
        "killed": "float64",
        "clash": "string",
        "grade_letter": "string",
        "grade_digit": "int32",
        "warning_shots": "boolean",
    },
    "figures": {
        "id": "string",
        "report": "string",
        "border": "string",
        "unit": "string",
        "start": "int32",
        "days": "int32",
        "best": "float64",
        "low": "float64",
        "high": "float64",
        "grade_letter": "string",
        "grade_digit": "int32",
    },
    "printed": {"indicator": "string", "border": "string", "week": "int32", "total": "float64", "n": "int64"},
    "coverage": {"border": "string", "day": "int32"},
    "calendar": {"border": "string", "week": "int32"},
}
NAMES = tuple(COLUMNS)


def week_number(week: Week) -> int:
    return (week.monday.toordinal() - 1) // 7


def week_of_number(number: int) -> Week:
    return Week.of(Date.fromordinal(number * 7 + 1))


def arrow_schema(name: str) -> pa.Schema:
    """The schema of one table as it is kept in Parquet."""
    import pyarrow as pa

    types = {
        "string": pa.string(),
        "int32": pa.int32(),
        "int64": pa.int64(),
        "float64": pa.float64(),
        "boolean": pa.bool_(),
        "array<string>": pa.list_(pa.string()),
    }
    return pa.schema([(column, types[kind]) for column, kind in COLUMNS[name].items()])


def unbound(name: str) -> ir.Table:
    """The table as an expression knows it: its name and columns, and no engine."""
    import ibis

    return ibis.table(dict(COLUMNS[name]), name=name)
