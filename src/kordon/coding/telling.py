"""The fields of a coded item in plain words, for people who look at it: ids of the vocabularies, days, numbers."""

from __future__ import annotations

import dataclasses
from enum import StrEnum
from typing import Any

from kordon.domain.coded import Attribution, Change, Condition, Party, Place
from kordon.domain.quantity import Quantity, Rounding
from kordon.domain.report import Evidence
from kordon.domain.time import Date, Precision, Span
from kordon.vocabulary import Vocabulary

LEFT_OUT = ("id", "evidence", "rule", "grade", "clash", "key")
NAMES = ("kind", "unit", "content", "attribute", "rung")


def name_of_item(item: Any) -> str:
    """Its unit or kind, and what it counts or says."""
    name = str(next((v for n in NAMES if (v := getattr(item, n, None))), type(item).__name__.lower()))
    return f"{name} {item.value}" if name in ("nationality", "visa") else name


LABELS = ("kinds", "measures", "units", "signals", "rungs")  # the lists that name items


def label_of(item: Any, vocabulary: Vocabulary) -> str:
    """What an item is in English: 'stone throwing', of a figure with its count: '12 prevented'."""
    name = name_of_item(item)
    label = next((vocabulary[of][name].label("en") for of in LABELS if name in vocabulary[of]), name)
    quantity = getattr(item, "quantity", None)
    return label if quantity is None else f"{quantity.best:g} {label}"


def plain_fields(item: Any) -> dict[str, str]:
    """Every field that holds something, by its name; empty ones are left out."""
    fields = {}
    for part in dataclasses.fields(item):
        if part.name not in LEFT_OUT and (words := plain(getattr(item, part.name))):
            fields[part.name] = words
    return fields


def plain(value: Any) -> str:
    """One value in words; empty for nothing."""
    match value:
        case None | False | "" | ():
            return ""
        case True:
            return "yes"
        case StrEnum():
            return str(value)
        case Quantity():
            return _quantity(value)
        case Span():
            return _span(value)
        case Place():
            return _place(value)
        case Party():
            return _party(value)
        case Attribution():
            return _party(value.party) + (", as a claim" if value.claim else "")
        case Change():
            return value.kind + (f" {value.percent:g}%" if value.percent is not None else "")
        case Condition():
            return value.kind
        case Evidence():
            return ""
        case Date():
            return value.isoformat()
        case float():
            return f"{value:g}"
        case tuple():
            return ", ".join(words for item in value if (words := plain(item)))
        case _:
            return str(value)


def _quantity(value: Quantity) -> str:
    best = f"{value.best:g}"
    if value.rounding is Rounding.EXACT:
        return best
    high = "no upper bound" if value.high is None else f"{value.high:g}"
    return f"{best} ({value.rounding.replace('_', ' ')}: {value.low:g} to {high})"


def _span(value: Span) -> str:
    if value.start is None and value.end is None:
        return "" if value.precision is Precision.UNKNOWN else str(value.precision)
    if value.start == value.end:
        return f"{value.start} ({value.precision})"
    start = str(value.start) if value.start else "open"
    end = str(value.end) if value.end else "open"
    return f"{start} to {end} ({value.precision})"


def _place(value: Place) -> str:
    named = (value.group or "", *value.borders, *value.crossings, *value.settlements, *value.areas)
    told = ", ".join(dict.fromkeys(part for part in named if part))
    if value.ambiguous:
        told += f" (may mean {', '.join(value.ambiguous)})"
    return told


def _party(value: Party) -> str:
    told = f"{value.type} {value.country}" if value.country else value.type
    if value.actor:
        told += f", {value.actor}"
    return f"{told} (“{value.words}”)" if value.words else told
