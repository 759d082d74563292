"""A row of a table as a report of one line, which knows where in that line each value stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from string import Formatter

from kordon.domain.errors import BadTable
from kordon.domain.report import Evidence, PublishedBasis, Report, ReportKind, stable_id
from kordon.domain.time import Date, Span
from kordon.geo.rows import Row
from kordon.intake.sources import Sources, host_of
from kordon.intake.words import RowTexts

_GRADE = re.compile(r"[A-F][1-6]")


@dataclass(frozen=True, slots=True)
class Record:
    """The report of a row, the place of every field in its text, and warnings about how it was graded."""

    report: Report
    fields: Mapping[str, tuple[int, int]]
    warnings: tuple[str, ...]

    def evidence(self, *names: str) -> Evidence:
        """From the first character of the named fields to the last one; at least one of them must be told."""
        spans = [self.fields[name] for name in names if name in self.fields]
        return Evidence(self.report.id, min(s for s, _ in spans), max(e for _, e in spans))


def record(
    row: Row, table: str, parts: Sequence[str], fields: Mapping[str, str], sources: Sources, last: Date | None
) -> Record:
    """Tell a row in one line of text. ``last`` is the day before which it cannot have been known.

    The id depends on the cells alone, whatever their order and the name of the file, so that reading a table again
    gives the same ids and a corrected row gives another. Raises :class:`BadTable` about the grade or publication.
    """
    told = {key: sources.words.without_names(" ".join(value.split())) for key, value in fields.items()}
    text, places = tell(parts, told)
    cells = sorted(f"{column}={value}" for column, value in row.cells.items() if value)
    address = row.text("source_url")
    source = host_of(address) or address
    own = row.text("grade")
    if own and not _GRADE.fullmatch(own):
        row.complain("grade", f"{own!r} is no grade", "write a letter A to F and a digit 1 to 6, as B2")
    grade = sources.grade(source, own)
    published, basis = _published(row, sources, last)
    report = Report(
        id=stable_id("report", table, *cells),
        text=text,
        lang=sources.words.text.lang,
        source=source,
        address=address,
        published_at=published,
        published_basis=basis,
        kind=ReportKind.RECORD,
        grade=grade.grade,
    )
    warnings: tuple[str, ...] = ()
    if grade.rule == sources.default.rule:
        sentence = (
            f"{source or 'A row without a source'} is no outlet that is known, so its grade is {grade.grade}"
        )
        warnings = (f"{sentence} (rule {grade.rule}).",)
    return Record(report, places, warnings)


def _published(row: Row, sources: Sources, last: Date | None) -> tuple[Date | None, PublishedBasis]:
    day, word = row.day("published_at"), row.text("published_basis")
    if day is None:
        if word:
            row.complain("published_at", "the cell is empty, but a basis is given", "give the day or empty both")
        return None, PublishedBasis.UNKNOWN
    if last is not None and day < last:
        row.complain(
            "published_at", f"{day} is before {last}, the last day that the row tells of", "correct one of them"
        )
    if not word:
        return day, PublishedBasis.GIVEN
    row.known("published_basis", word, sources.words.bases, "the word list 'bases' of sources")
    return day, sources.words.bases[word]


def tell(parts: Sequence[str], fields: Mapping[str, str]) -> tuple[str, dict[str, tuple[int, int]]]:
    """Join the parts whose fields are all told, and say where in the text each field stands (start, end)."""
    text = ""
    places: dict[str, tuple[int, int]] = {}
    for part in parts:
        pieces = [(literal, name) for literal, name, _, _ in Formatter().parse(part)]
        if not all(fields.get(name) for _, name in pieces if name is not None):
            continue
        for literal, name in pieces:
            text += literal
            if name is not None:
                places[name] = (len(text), len(text) + len(fields[name]))
                text += fields[name]
    return text, places


def span_words(span: Span, texts: RowTexts) -> str:
    """'1–31 May 2024', '30 May – 1 June 2024', 'from 1 May 2024'; nothing for a span without bounds."""

    def day_of(day: Date, month: bool = True, year: bool = True) -> str:
        words = str(day.day)
        words += f" {texts.months[day.month - 1]}" if month else ""
        return words + (f" {day.year}" if year else "")

    start, end = span.start, span.end
    if start is None or end is None:
        if start is not None:
            return texts.from_day.format(day=day_of(start))
        return "" if end is None else texts.until_day.format(day=day_of(end))
    if start == end:
        return day_of(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day_of(end)}"
    return f"{day_of(start, year=start.year != end.year)} – {day_of(end)}"


def once(row: Row, seen: dict[str, int], key: str, column: str) -> None:
    """Raise :class:`BadTable` when the key stood in an earlier row of the table; else remember it."""
    if key in seen:
        place = f"row {row.number}" + (f", column {column!r}" if column else "")
        problem = f"{key!r} stands in row {seen[key]} too" if column else f"it says the same as row {seen[key]}"
        raise BadTable(row.file, place, problem, "give it another id" if column else "take one of them away")
    seen[key] = row.number
