"""A report with what was taken from it and why, as values for whoever shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kordon.coding.origins import Origin
from kordon.coding.trials import MAKES
from kordon.domain.report import Report

SINGULAR: Mapping[str, str] = {
    "header": "header",
    "figures": "figure",
    "incidents": "incident",
    "measures": "measure",
    "signals": "signal",
    "compositions": "composition",
    "judgements": "judgement",
    "rungs": "rung",
}
PRINTED = ("count", "day")  # what a number or day in digits decides: nothing else can be put in its place
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Clue:
    """A word of the lexicon, or a number or day as printed, and what it decides of an item.

    ``start..end`` are characters of the report. ``decides`` are pairs of a field and its value without the word;
    ``makes it`` with an empty value where the item would not be there.
    """

    start: int
    end: int
    words: str
    concept: str
    origin: Origin | None
    decides: tuple[tuple[str, str], ...] = ()
    meets: bool = False  # it met the rule, though another word would have done as well


@dataclass(frozen=True, slots=True)
class Told:
    """One item, numbered in the order of the report."""

    number: int
    type: str
    name: str  # unit or kind, an id of its vocabulary
    label: str  # the same in English, of a figure with its count
    rule: str
    origin: Origin | None
    fields: tuple[tuple[str, str], ...]
    spans: Spans
    clues: tuple[Clue, ...]
    why: str  # of its modality or status; empty where it has none


@dataclass(frozen=True, slots=True)
class Number:
    """A number that was read and came to nothing."""

    start: int
    end: int
    words: str
    value: str
    why: str


@dataclass(frozen=True, slots=True)
class Held:
    """A word that keeps an item from being coded."""

    start: int
    end: int
    words: str
    concept: str
    origin: Origin | None
    item: str


@dataclass(frozen=True, slots=True)
class Explained:
    """A report with everything that was taken from it and why. ``notes`` are whole sentences; ``seen`` are the
    words of the lexicon that stand in a report from which nothing was taken."""

    report: Report
    items: tuple[Told, ...]
    numbers: tuple[Number, ...] = ()
    held: tuple[Held, ...] = ()
    seen: tuple[Clue, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        return not self.items


TIMES = ("span", "occurred", "effective")


def decided(clue: Clue) -> tuple[tuple[str, str], ...]:
    """What a word decides, for people: pairs of what, and what would stand without it where that says more."""
    if not clue.decides:
        return (("meets the rule", ""),)
    told = []
    for field, without in clue.decides:
        name = "time" if field in TIMES else field.replace("_", " ")
        told.append((name, "" if field in (MAKES, *PRINTED) else without or "none"))
    return tuple(told)


def segments(report: Report, items: Sequence[Told]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The text in pieces, each with the numbers of the items that rest on it; spans may overlap in any way."""
    text = report.text
    opens: dict[int, list[int]] = {}
    closes: dict[int, list[int]] = {}
    for item in items:
        for start, end in item.spans:
            opens.setdefault(start, []).append(item.number)
            closes.setdefault(min(end, len(text)), []).append(item.number)
    open_now: Counter[int] = Counter()
    at = 0
    for place in sorted({*opens, *closes, len(text)}):
        if place > at:
            yield text[at:place], tuple(sorted(n for n, count in open_now.items() if count > 0))
            at = place
        open_now.subtract(closes.get(place, ()))
        open_now.update(opens.get(place, ()))
