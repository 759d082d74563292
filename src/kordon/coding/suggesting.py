"""Several coders behind one protocol, and what becomes of the suggestions of those that are not the rules.

The rules code; other coders suggest. This module says when two items tell the same thing, what is left of
suggestions where the rules know it already, what a person may answer, and what stands of the log.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol, TypeVar, runtime_checkable

from kordon.domain.coded import Coded, Figure, Incident, ReportedMeasure
from kordon.domain.errors import DomainError
from kordon.domain.report import Report, stable_id
from kordon.domain.suggested import TYPES, Answer, Ruling, Suggested, coder_of

LONGEST = 2000  # letters of a reason
Kind = TypeVar("Kind", Incident, Figure, ReportedMeasure)


@runtime_checkable
class ReportCoder(Protocol):
    """Anything that codes a report: the rules (:class:`kordon.coding.Coder`), the semantic coder, a language
    model.

    The items of all coders but the rules carry a mark in ``rule`` (:mod:`kordon.domain.suggested`); what was left
    out, and why, stands in ``warnings``.
    """

    def code(self, report: Report, /) -> Coded: ...


def is_same(one: Any, other: Any) -> bool:
    """Whether two items of one report tell the same thing: the same kind or unit (of figures also the number), by
    words that overlap."""
    if type(one) is not type(other) or one.evidence[0].report != other.evidence[0].report:
        return False
    if isinstance(one, Figure):
        alike = one.unit == other.unit and one.quantity.best == other.quantity.best
    else:
        alike = one.kind == other.kind
    return alike and any(a.start < b.end and b.start < a.end for a in one.evidence for b in other.evidence)


def beside(coded: Coded, known: Coded) -> Coded:
    """What another coder found, without what the rules tell already and without doubles."""
    parts: dict[str, Any] = {}
    for name in TYPES:
        left: list[Any] = []
        for item in getattr(coded, name):
            if not any(is_same(item, other) for other in (*getattr(known, name), *left)):
                left.append(item)
        parts[name] = tuple(left)
    return replace(coded, **parts)


def standing(items: Iterable[Kind], accepted: Iterable[Kind]) -> tuple[Kind, ...]:
    """The items of the rules, and after them the accepted ones that none before them tells already: a word that is
    added to a lexicon later does not count a thing twice."""
    found = list(items)
    of_report: dict[str, list[Kind]] = {}
    for item in found:
        of_report.setdefault(item.evidence[0].report, []).append(item)
    for item in accepted:
        others = of_report.setdefault(item.evidence[0].report, [])
        if not any(is_same(item, other) for other in others):
            others.append(item)
            found.append(item)
    return tuple(found)


def last_words(log: Iterable[Answer]) -> Mapping[str, Answer]:
    """The answer that holds, by suggestion; oldest first in. One that was reopened has none."""
    found: dict[str, Answer] = {}
    for answer in log:
        if answer.ruling is Ruling.REOPENED:
            found.pop(answer.suggested, None)
        else:
            found[answer.suggested] = answer
    return found


def answer(
    log: Sequence[Answer],
    suggested: Suggested,
    ruling: Ruling,
    by: str,
    why: str,
    at: dt.datetime,
    known: Sequence[Any] = (),
) -> Answer:
    """A person's word on a suggestion. ``known`` are the items of its report, accepted ones included.

    Raises :class:`DomainError` with a sentence for a word without a name or a reason, one that changes nothing,
    and the acceptance of what is known already.
    """
    by, why = _line(by, "who decides"), _line(why, "the reason")
    held = last_words(log).get(suggested.id)
    if ruling is Ruling.REOPENED and held is None:
        raise DomainError(f"The suggestion {suggested.id} is open already; accept or reject it.")
    if held is not None and held.ruling is ruling:
        raise DomainError(f"The suggestion {suggested.id} was {ruling} by {held.by} already.")
    if ruling is Ruling.ACCEPTED:
        double = next((item for item in known if is_same(item, suggested.item)), None)
        if double is not None:
            whose = coder_of(double.rule) or f"the rule {double.rule}"
            raise DomainError(
                f"The suggestion {suggested.id} tells what {double.id} of {whose} tells already; reject it "
                "instead."
            )
    key = stable_id("answer", suggested.id, ruling, by, why, at.isoformat(), len(log))
    return Answer(key, suggested.id, ruling, by, at, why)


def _line(text: str, what: str) -> str:
    """One line without what a terminal would act on."""
    clean = " ".join("".join(" " if unicodedata.category(c).startswith("C") else c for c in text).split())
    if not clean:
        raise DomainError(f"An answer to a suggestion needs {what}; give it.")
    if len(clean) > LONGEST:
        raise DomainError(f"An answer to a suggestion has {what} in at most {LONGEST} letters, not {len(clean)}.")
    return clean
