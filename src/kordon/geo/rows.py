"""Rows of the public CSV tables, read strictly: every complaint names the file, the row and the column.

Rows are numbered as a spreadsheet numbers them: the header is row 1. A list in one cell is joined by ``;``, and
an empty cell means 'not given', never zero.
"""

from __future__ import annotations

import calendar
import csv
import datetime as dt
import difflib
import io
import math
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from kordon.domain.errors import BadTable, UnreadableFile
from kordon.domain.time import Date, Precision, Span

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d\d)", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_NUMBER = re.compile(r"-?\d{1,12}(\.\d{1,12})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Shape:
    """The columns of one kind of table.

    ``required`` columns must stand in the header; ``optional`` ones may. An entry that ends in ``*`` allows every
    column with that beginning (``name_*``), so that a language can be added by adding a column.
    """

    name: str
    required: tuple[str, ...]
    optional: tuple[str, ...] = ()

    def knows(self, column: str) -> bool:
        if column in self.required or column in self.optional:
            return True
        return any(o.endswith("*") and column.startswith(o[:-1]) for o in self.optional)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the file to blame, its number and its cells by column, without white space around them."""

    file: str
    number: int
    cells: Mapping[str, str]

    def complain(self, column: str, problem: str, remedy: str) -> NoReturn:
        """Raise :class:`BadTable` about one cell."""
        raise BadTable(self.file, f"row {self.number}, column {column!r}", problem, remedy)

    def text(self, column: str) -> str:
        return self.cells.get(column, "")

    def needed(self, column: str) -> str:
        """The text of a cell that may not be empty."""
        value = self.text(column)
        if not value:
            self.complain(column, "the cell is empty", "fill it in or take the row away")
        return value

    def many(self, column: str) -> tuple[str, ...]:
        """The values of a ``;`` list, without empty ones."""
        return tuple(part for part in (p.strip() for p in self.text(column).split(";")) if part)

    def known(self, column: str, value: str, allowed: Collection[str], where: str) -> str:
        """``value`` if it is one of ``allowed``; ``where`` says to what a new one must be added."""
        if value not in allowed:
            self.complain(
                column,
                f"{value!r} is not known{nearest(value, allowed)}",
                f"write a known one or add it to {where}",
            )
        return value

    def number_in(self, column: str, low: float = -math.inf, high: float = math.inf) -> float | None:
        """A decimal number in ``low..high``, or ``None`` for an empty cell."""
        value = self.text(column)
        if not value:
            return None
        if not _NUMBER.fullmatch(value):
            self.complain(column, f"{value!r} is not a number", "write it in digits, with a point for decimals")
        number = float(value)
        if not low <= number <= high:
            allowed = f"at least {low:g}" if high == math.inf else f"between {low:g} and {high:g}"
            self.complain(column, f"{value} is out of range", f"write a number that is {allowed}")
        return number

    def whole(self, column: str) -> int | None:
        """A whole number of things, not below zero, or ``None`` for an empty cell."""
        number = self.number_in(column, 0)
        if number is None:
            return None
        if number != int(number):
            self.complain(column, f"{self.text(column)} is not a whole number", "write a whole number of things")
        return int(number)

    def day(self, column: str) -> Date | None:
        """A day written as 2024-05-31, or ``None`` for an empty cell."""
        value = self.text(column)
        if not value:
            return None
        if not _DAY.fullmatch(value):
            self.complain(column, f"{value!r} is not a day", "write it as 2024-05-31")
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            self.complain(column, f"the day {value} does not exist", "correct it")

    def part(self, column: str) -> Span | None:
        """A day, month or year as the span of its days, or ``None`` for an empty cell."""
        value = self.text(column)
        if not value:
            return None
        try:
            if _YEAR.fullmatch(value):
                year = int(value)
                return Span(dt.date(year, 1, 1), dt.date(year, 12, 31), Precision.YEAR)
            if match := _MONTH.fullmatch(value):
                first = dt.date(int(match[1]), int(match[2]), 1)
                last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
                return Span(first, last, Precision.MONTH)
        except ValueError:
            self.complain(column, f"the time {value} does not exist", "correct it")
        day = self.day(column)
        return None if day is None else Span.day(day)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table that was recognised: its shape, its rows, and what is wrong with what was left out."""

    shape: Shape
    rows: tuple[Row, ...]
    errors: tuple[BadTable, ...]


def read_text(path: Path, name: str = "", limit: int = 50_000_000) -> str:
    """The text of a table file, UTF-8 or UTF-16 with a byte order mark, of at most ``limit`` bytes.

    Raises :class:`UnreadableFile` with a sentence. Line ends become ``\\n``.
    """
    name = name or str(path)
    try:
        if path.is_dir():
            raise UnreadableFile(name, "", "it is a folder", "name a file in it")
        size = path.stat().st_size
        if size > limit:
            megabytes = f"{size / 1e6:,.0f} MB, more than the {limit / 1e6:,.0f} MB that are read"
            raise UnreadableFile(name, "", f"it has {megabytes}", "split it into smaller files")
        raw = path.read_bytes()
    except (OSError, ValueError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        raise UnreadableFile(
            name, "", f"it cannot be read ({problem})", "check the path and its permissions"
        ) from None
    return decode(raw, name)


def decode(raw: bytes, name: str) -> str:
    """Bytes as text: UTF-8, or UTF-16 with a byte order mark. Line ends become ``\\n``.

    Raises :class:`UnreadableFile` that names the first byte that is wrong and the remedy.
    """
    encoding = "utf-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        at = error.start + (3 if encoding == "utf-8-sig" and raw.startswith(b"\xef\xbb\xbf") else 0)
        shown = f"0x{raw[at]:02x}" if at < len(raw) else "the end"
        kind = "UTF-8" if encoding == "utf-8-sig" else "UTF-16"
        raise UnreadableFile(
            name, f"byte {at}", f"{shown} is not valid {kind}", "save the file as UTF-8"
        ) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def nearest(value: str, known: Iterable[str]) -> str:
    """``; is 'x' meant?`` for the nearest known word, or nothing."""
    close = difflib.get_close_matches(value, list(known), n=1, cutoff=0.6)
    return f" (is {close[0]!r} meant?)" if close else ""


def header_of(text: str, name: str) -> list[str]:
    """The column names of a table; raises :class:`BadTable` when there are none."""
    try:
        header = next(csv.reader(io.StringIO(text.partition("\n")[0]), strict=True), [])
    except csv.Error as error:
        raise BadTable(name, "row 1", f"it is not valid CSV ({error})", "mend the quotation marks") from None
    return [column.strip() for column in header]


def shape_of(header: Sequence[str], shapes: Sequence[Shape]) -> Shape | None:
    """The kind of table that a header belongs to; nothing when it is no table that is known."""

    # A missing or misspelt column must not turn a table into another kind, so strange columns weigh as much.
    def fit(shape: Shape) -> int:
        known = sum(shape.knows(column) for column in columns)
        return 2 * known - len(columns) - len(set(shape.required) - columns)

    columns = set(header)
    best = max(shapes, key=fit)
    return best if 2 * len(columns & set(best.required)) >= len(best.required) else None


def read_sheet(text: str, name: str, shapes: Sequence[Shape]) -> Sheet:
    """Read one table of any of ``shapes``, recognised by its header.

    Raises :class:`BadTable` when the table as a whole cannot be used: an unknown header, or a required column that
    is missing. A row with a wrong number of cells is left out and named in ``errors``.
    """
    if not text.strip():
        raise BadTable(name, "", "the table is empty", "write a header line and rows")
    header = header_of(text, name)
    shape = shape_of(header, shapes)
    if shape is None:
        _complain_unknown(header, name, shapes)
    errors = _check_header(header, name, shape)
    rows: list[Row] = []
    reader = csv.reader(io.StringIO(text), strict=True)
    number = 0
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            errors.append(
                BadTable(name, f"row {number + 1}", f"it is not valid CSV ({error})", "mend the quotation marks")
            )
            break  # what follows a broken quotation cannot be told apart
        if cells is None:
            break
        number += 1
        if number == 1 or not cells:
            continue
        if len(cells) != len(header):
            problem = f"it has {len(cells)} cells where the header has {len(header)}"
            remedy = "put cells with commas in quotation marks and keep empty cells"
            errors.append(BadTable(name, f"row {number}", problem, remedy))
            continue
        rows.append(Row(name, number, {c: v.strip() for c, v in zip(header, cells, strict=True)}))
    return Sheet(shape, tuple(rows), tuple(errors))


def _complain_unknown(header: Sequence[str], name: str, shapes: Sequence[Shape]) -> NoReturn:
    only = header[0] if len(header) == 1 else ""
    if ";" in only or "\t" in only:
        mark = "semicolons" if ";" in only else "tabs"
        raise BadTable(name, "row 1", f"its columns are separated by {mark}", "save it with commas")
    kinds = ", ".join(shape.name for shape in shapes)
    shown = ", ".join(header[:5]) + (" ..." if len(header) > 5 else "")
    raise BadTable(
        name, "row 1", f"the columns {shown} are of no table that is known", f"use the columns of one of {kinds}"
    )


def _check_header(header: Sequence[str], name: str, shape: Shape) -> list[BadTable]:
    twice = sorted({column for column in header if header.count(column) > 1})
    if twice:
        raise BadTable(name, f"column {twice[0]!r}", "it stands in the header twice", "keep one of them")
    strange = [column for column in header if not shape.knows(column)]
    for column in shape.required:
        if column not in header:
            close = difflib.get_close_matches(column, strange, n=1, cutoff=0.6)
            remedy = f"rename {close[0]!r} to it" if close else f"add it to this table of {shape.name}"
            raise BadTable(name, f"column {column!r}", "it is missing", remedy)
    known = [*shape.required, *(o for o in shape.optional if not o.endswith("*"))]
    return [
        BadTable(
            name,
            f"column {column!r}",
            f"a table of {shape.name} has no such column, so it is not read{nearest(column, known)}",
            "rename it or take it away",
        )
        for column in strange
    ]
