"""Whether a field of a coded item is what the gold gives: the short keys of the gold and how each is compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kordon.domain.coded import Coded, Place
from kordon.domain.quantity import Quantity
from kordon.domain.report import Report
from kordon.domain.time import Date, Span


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of the gold that was coded otherwise, both in plain values."""

    field: str
    expected: Any
    coded: Any

    def __str__(self) -> str:
        if self.field == "words":
            return f"evidence lacks {self.expected!r}"
        return f"{self.field} is {self.coded!r}, not {self.expected!r}"


def differences(want: Mapping[str, Any], item: Any, report: Report) -> list[Difference]:
    found = []
    for key, value in want.items():
        if key == "words":
            quoted = value if isinstance(value, list) else [value]
            found += [Difference(key, str(w), None) for w in quoted if not _covers(item, report, str(w))]
        else:
            have = have_of(item, key)
            if not agrees(have, value):
                found.append(Difference(key, value, _plain(have)))
    return found


def touches(item: Any, report: Report, words: Any) -> bool:
    return any(_covers(item, report, str(w)) for w in (words if isinstance(words, list) else [words]))


def _covers(item: Any, report: Report, words: str) -> bool:
    """Whether the evidence of an item overlaps with the words at one of the places where they stand."""
    at = report.text.find(words)
    while at >= 0:
        if any(e.start < at + len(words) and at < e.end for e in item.evidence):
            return True
        at = report.text.find(words, at + 1)
    return False


def have_of(item: Any, key: str) -> Any:
    place: Place | None = getattr(item, "place", None)
    span: Span | None = getattr(item, "span", None) or getattr(item, "occurred", None)
    match key:
        case "count":
            return getattr(item, "quantity", None)
        case "rounding":
            return item.quantity.rounding
        case "border":
            return place.borders if place else ()
        case "borders":
            return sorted(place.borders) if place else []
        case "group" | "crossings" | "settlements" | "areas":
            return (
                getattr(place, key)
                if (place and key != "settlements") or not hasattr(item, "settlements")
                else (item.settlements)
            )
        case "settlement":
            return place.settlements if place else ()
        case "crossing":
            return place.crossings if place else ()
        case "from":
            return span.start if span else None
        case "to":
            return span.end if span else None
        case "precision":
            return span.precision if span else None
        case "effective_from":
            return item.effective.start
        case "effective_to":
            return item.effective.end
        case "condition":
            return item.condition.kind if item.condition else None
        case "changes":
            return [c.kind for c in item.changes]
        case "percent_change":
            return next((c.percent for c in item.changes if c.percent is not None), None)
        case "said_by":
            return item.attribution.party.words if item.attribution else None
        case "claim":
            return item.attribution.claim if item.attribution else False
        case "sender_country" | "receiver_country":
            party = getattr(item, key.partition("_")[0])
            return party.country if party else None
        case _:
            return getattr(item, key, None)


def agrees(have: Any, value: Any) -> bool:
    if isinstance(have, Quantity):
        if isinstance(value, list):
            return [have.low, have.high] == value
        return value is not None and have.best == float(value)
    if hasattr(have, "type"):  # a party, written 'type' or 'type COUNTRY'
        return value in (have.type, f"{have.type} {have.country}")
    if isinstance(have, tuple | list):
        wanted = value if isinstance(value, list) else [value]
        return [str(h) for h in have] == [str(w) for w in wanted]
    if have is None or value is None or isinstance(have, bool | int | float | Date):
        return bool(have == value)
    return str(have) == str(value)


def _plain(have: Any) -> Any:
    if isinstance(have, Quantity):
        return have.best
    if isinstance(have, tuple):
        return [str(h) for h in have]
    if isinstance(have, StrEnum):
        return str(have)
    return f"{have.type} {have.country}" if hasattr(have, "type") else have


def header_differences(want: Mapping[str, Any], coded: Coded) -> Iterable[Difference]:
    header = coded.header
    if header is None:
        return
    have = {
        "from": header.week.start,
        "to": header.week.end,
        "area": header.area,
        "trend": header.trend,
        "week_words": header.week_words,
        "area_words": header.area_words,
        "trend_words": header.trend_words,
        "headline": header.headline,
    }
    for key, value in want.items():
        if have.get(key) != value:
            yield Difference(key, value, have.get(key))
