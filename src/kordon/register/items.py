"""Coded items as rows: the few columns that are asked for, and a payload that is the whole value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kordon.domain import coded as values
from kordon.domain.coded import Coded, Place
from kordon.domain.report import Evidence, Report, stable_id
from kordon.domain.suggested import coder_of
from kordon.domain.time import Span
from kordon.register import models as rows
from kordon.register.payload import dumps
from kordon.register.store import Refused

Item = (
    values.Header
    | values.Incident
    | values.Figure
    | values.ReportedMeasure
    | values.Signal
    | values.Composition
    | values.Judgement
    | values.Rung
)

# Field of Coded -> the type of its values and the table of their rows.
TABLES: dict[str, tuple[type[Any], type[rows.Item]]] = {
    "header": (values.Header, rows.Header),
    "incidents": (values.Incident, rows.Incident),
    "figures": (values.Figure, rows.Figure),
    "measures": (values.ReportedMeasure, rows.ReportedMeasure),
    "signals": (values.Signal, rows.Signal),
    "compositions": (values.Composition, rows.Composition),
    "judgements": (values.Judgement, rows.Judgement),
    "rungs": (values.Rung, rows.Rung),
}


@dataclass(frozen=True, slots=True)
class Columns:
    """What an item is asked for by."""

    kind: str
    place: Place | None = None
    span: Span | None = None
    modality: str = ""


def of(coded: Coded) -> Iterator[tuple[str, int, Item]]:
    """Field, position and value of everything in a coded report."""
    if coded.header is not None:
        yield "header", 0, coded.header
    for name in TABLES:
        if name != "header":
            for position, item in enumerate(getattr(coded, name)):
                yield name, position, item


def item_id(item: Item, report: Report) -> str:
    """The id by which other values point at an item; a report has one header at most."""
    return stable_id("header", report.id) if isinstance(item, values.Header) else item.id


def columns(item: Item) -> Columns:
    match item:
        case values.Header():
            return Columns(item.area or "", None, item.week)
        case values.Incident():
            return Columns(item.kind, item.place, item.occurred, item.modality.value)
        case values.Figure():
            return Columns(item.unit, item.place, item.span, item.modality.value)
        case values.ReportedMeasure():
            return Columns(item.kind, item.place, item.effective, item.status.value)
        case values.Signal():
            return Columns(item.content, None, item.occurred, item.modality.value)
        case values.Composition():
            return Columns(item.attribute, item.place, item.span, item.modality.value)
        case values.Judgement():
            return Columns(item.kind)
        case values.Rung():
            return Columns(item.rung)


def border(place: Place | None) -> str:
    """The border of a place, its group, or its borders joined by ``;``: a group is a place and is not split."""
    if place is None:
        return ""
    return place.group or ";".join(place.borders)


def row(coding: str, field: str, position: int, item: Item, report: Report) -> rows.Item:
    """The row of one item of one coding."""
    _, model = TABLES[field]
    known = columns(item)
    return model(
        key=f"{coding}.{position}",
        coding_id=coding,
        value_id=item_id(item, report),
        position=position,
        kind=known.kind,
        border=border(known.place),
        start=known.span.start if known.span else None,
        end=known.span.end if known.span else None,
        modality=known.modality,
        published_at=report.published_at,
        payload=dumps(item),
    )


def check(coded: Coded) -> None:
    """Refuse what could not be traced: an item without words, words outside the report, one id for two items; and
    what only another coder than the rules suggests.

    Raises :class:`Refused`; the register stores nothing of such a report.
    """
    report = coded.report
    if "\x00" in report.text:  # PostgreSQL would not keep it, SQLite would: the two are to be alike
        raise Refused(f"The text of the report {report.id} holds a NUL character; read it in another encoding.")
    seen: set[tuple[str, str]] = set()
    for field, _, item in of(coded):
        name = item_id(item, report)
        if (field, name) in seen:
            raise Refused(f"The report {report.id} holds two items with the id {name}; give each its own.")
        seen.add((field, name))
        if coder := coder_of(getattr(item, "rule", "")):
            raise Refused(
                f"{name} in the report {report.id} was suggested by {coder}; store it as a suggestion, because "
                "only a person's acceptance makes it an item."
            )
        if not item.evidence:
            raise Refused(f"{name} in the report {report.id} rests on no words; give its evidence.")
        for words in item.evidence:
            check_words(name, words, report)


def check_words(name: str, words: Evidence, report: Report) -> None:
    """Refuse words that a report cannot hold."""
    if words.report != report.id:
        raise Refused(f"{name} in the report {report.id} rests on words of another report, {words.report}.")
    if words.end > len(report.text):
        raise Refused(
            f"{name} rests on characters {words.start} to {words.end} of the report {report.id}, "
            f"which has only {len(report.text)}."
        )
