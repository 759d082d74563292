"""Rows of printed figures: for one border, or for a group of borders together."""

from __future__ import annotations

from kordon.domain.coded import Coded, Figure, FigureForm, Modality, Place, PlacePrecision
from kordon.domain.quantity import Quantity
from kordon.domain.report import stable_id
from kordon.domain.time import Span
from kordon.geo.rows import Row
from kordon.intake.context import Context
from kordon.intake.records import record, span_words


def figure_row(row: Row, table: str, context: Context) -> Coded:
    """A row of ``attempts`` or ``totals_combined`` as a report with one figure; raises :class:`BadTable`.

    The interval around a worded figure is that of :meth:`Quantity.worded`. A combined row belongs to a group of
    borders (its column ``group``, else the group that the word list ``combined`` names). Its unit is the one named
    there, because such a sum mixes attempts with prevented attempts; both count one person each time.
    """
    words, vocabulary = context.sources.words, context.vocabulary
    start, end = row.day("period_start"), row.day("period_end")
    if start is None or end is None:
        column = "period_start" if start is None else "period_end"
        row.complain(column, "the day is not given", "fill in the first and the last day that the figure counts")
    if end < start:
        row.complain("period_end", f"{end} is before {start}, the first day", "exchange the two days")
    count = row.whole("count")
    if count is None:
        row.complain("count", "the figure is not given", "fill it in; an empty cell is not zero")
    word = row.known("rounding", row.needed("rounding"), words.roundings, "the word list 'roundings' of sources")
    span = Span.between(start, end)
    place, where, unit = _whose(row, context)
    note = row.text("note")
    fields = {
        "border": where,
        "span": span_words(span, words.text),
        "unit": vocabulary.label("units", unit, words.text.lang),
        "count": words.text.rounded.get(word, "{n}").format(n=f"{count:,}"),
        "note": note,
    }
    told = record(row, table, words.text.parts["figure"], fields, context.sources, end)
    form = _form(span, place, context)
    figure = Figure(
        id=stable_id("figure", told.report.id),
        form=form,
        unit=unit,
        quantity=Quantity.worded(count, words.roundings[word]),
        place=place,
        span=span,
        modality=Modality.ACTUAL,
        evidence=(told.evidence("unit", "count"),),
        rule=f"table-{table.replace('_', '-')}-{form}",
        grade=told.report.grade,
    )
    return Coded(told.report, figures=(figure,), warnings=told.warnings)


def _whose(row: Row, context: Context) -> tuple[Place, str, str]:
    """The place, the words for it and the unit."""
    words, vocabulary = context.sources.words, context.vocabulary
    if "border" not in row.cells:
        group = row.text("group") or words.group
        row.known("group", group, vocabulary["groups"], "groups.yaml of the vocabulary")
        place = Place(group=group, precision=PlacePrecision.GROUP)
        return place, vocabulary.label("groups", group, words.text.lang), words.unit
    border = context.border(row)
    unit = row.known("unit", row.needed("unit"), vocabulary["units"], "units.yaml of the vocabulary")
    place = Place(borders=(border,), precision=PlacePrecision.BORDER)
    part = words.parts[border].search(row.text("note")) if border in words.parts else None
    if part is not None:  # the note says that the figure is that of one unit
        place = Place(borders=(border,), areas=(part[0],), precision=PlacePrecision.PART)
    return place, vocabulary.label("borders", border, words.text.lang), unit


def _form(span: Span, place: Place, context: Context) -> FigureForm:
    """A running total starts on 1 January or on a first day that the word list names, and outlasts a month."""
    words = context.sources.words
    if span.start is None or span.length is None or span.length <= words.running_days:
        return FigureForm.COUNT
    starts = {day for border in place.borders for day in words.starts.get(border, ())}
    new_year = (span.start.month, span.start.day) == (1, 1)
    return FigureForm.TOTAL if new_year or span.start in starts else FigureForm.COUNT
