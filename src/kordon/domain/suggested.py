"""Suggestions: what a coder other than the rules takes from a report, and what people say to it.

An item that such a coder makes carries the coder's mark in its ``rule``: ``semantic:0.83`` (the probability that
was given) or ``model:NAME``. A marked item is no item of the report. It is kept as a :class:`Suggested` and
nothing counts it until a person accepts it; the register refuses it at every other door.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from kordon.domain.coded import Coded, Figure, Incident, ReportedMeasure
from kordon.domain.report import stable_id

Item = Incident | Figure | ReportedMeasure
TYPES = ("incidents", "figures", "measures")  # what may be suggested, by the fields of Coded
SEMANTIC, MODEL = "semantic", "model"


def coder_of(rule: str) -> str:
    """The coder whose mark a rule carries (``semantic``, ``model:NAME``), or nothing for an item of the rules."""
    mark, colon, _ = rule.partition(":")
    if not colon:
        return ""
    return SEMANTIC if mark == SEMANTIC else rule if mark == MODEL else ""


def confidence_of(rule: str) -> float | None:
    """The probability in the mark of the semantic coder; ``None`` where none was given."""
    mark, _, value = rule.partition(":")
    return float(value) if mark == SEMANTIC and value else None


class Ruling(StrEnum):
    """What a person says to a suggestion. The last word holds; ``reopened`` takes the one before back."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True)
class Suggested:
    """One item that a coder proposes. ``words`` are those that the item rests on first, as they stood then."""

    id: str
    report: str
    item: Item
    words: str

    @property
    def coder(self) -> str:
        return coder_of(self.item.rule)

    @property
    def confidence(self) -> float | None:
        return confidence_of(self.item.rule)


@dataclass(frozen=True, slots=True)
class Answer:
    """One row of the log: who said what to a suggestion, when and why."""

    id: str
    suggested: str
    ruling: Ruling
    by: str
    at: dt.datetime
    why: str


def suggested_in(coded: Coded) -> tuple[Suggested, ...]:
    """The marked items of a coded report, each as a suggestion; the same content has the same id."""
    return tuple(
        Suggested(
            id=stable_id("suggested", coder_of(item.rule), repr(item)),
            report=coded.report.id,
            item=item,
            words=coded.report.quote(item.evidence[0]),
        )
        for name in TYPES
        for item in getattr(coded, name)
        if coder_of(item.rule)
    )
