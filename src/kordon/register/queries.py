"""Ask for results: by border, week and the day whose knowledge they hold for.

Where a question does not say which day it means, the latest completed run tells: its day, its criteria, its
borders and weeks. Without such a run, the newest day that there is for each place and week is meant.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from kordon.domain.assessment import Assessment
from kordon.domain.commentary import Draft
from kordon.domain.measure import Proposal
from kordon.domain.reading import Reading, WeekCount
from kordon.domain.time import Date, Week
from kordon.register import models as rows
from kordon.register import runs
from kordon.register.append import Versioned
from kordon.register.payload import loads
from kordon.register.store import Store
from kordon.register.values import Scope
from kordon.register.versions import chunks, current

Value = TypeVar("Value")

# What a result is the only one for, besides its day and documents; also the order of an answer.
PLACES: dict[type[Versioned], tuple[str, ...]] = {
    rows.WeekCount: ("border", "week"),
    rows.Reading: ("border", "week", "indicator"),
    rows.Assessment: ("border", "week"),
    rows.Proposal: ("border", "week"),
    rows.Draft: ("area", "week", "lang"),
}


def series(where: Store, as_of: Date | None) -> dict[str, tuple[WeekCount, ...]]:
    """The weekly counts of each border, in order."""
    found: dict[str, list[WeekCount]] = {}
    for count in _chosen(where, rows.WeekCount, WeekCount, as_of):
        found.setdefault(count.border, []).append(count)
    return {border: tuple(counts) for border, counts in found.items()}


def readings_of(where: Store, border: str, week: Week, as_of: Date | None) -> tuple[Reading, ...]:
    return _chosen(where, rows.Reading, Reading, as_of, border=border, week=str(week))


def assessments(where: Store, as_of: Date | None) -> tuple[Assessment, ...]:
    return _chosen(where, rows.Assessment, Assessment, as_of)


def assessment(where: Store, border: str, week: Week, as_of: Date | None) -> Assessment | None:
    found = _chosen(where, rows.Assessment, Assessment, as_of, border=border, week=str(week))
    return found[0] if found else None


def proposals(where: Store, as_of: Date | None) -> tuple[Proposal, ...]:
    """The proposals that answer the assessments which the same question brings."""
    answered = {assessment.id for assessment in assessments(where, as_of)}
    found = _chosen(where, rows.Proposal, Proposal, as_of)
    return tuple(proposal for proposal in found if proposal.assessment in answered)


def proposals_for(where: Store, assessment: str) -> tuple[Proposal, ...]:
    """The proposals in use that answer an assessment, the newest last."""
    with where.reading():
        found = current(rows.Proposal, where).filter(assessment=assessment).order_by("recorded_at", "key")
        return tuple(loads(Proposal, text) for text in found.values_list("payload", flat=True))


def drafts(where: Store, as_of: Date | None, **only: str) -> tuple[Draft, ...]:
    return _chosen(where, rows.Draft, Draft, as_of, **only)


def by_id(where: Store, model: type[Versioned], kind: type[Value], ids: Iterable[str]) -> dict[str, Value]:
    """The values in use with these ids; an id that is not known is left out."""
    found: dict[str, Value] = {}
    with where.reading():
        for some in chunks(list(dict.fromkeys(ids))):
            pairs = current(model, where).filter(value_id__in=some).order_by("as_of", "recorded_at", "key")
            found |= {name: loads(kind, text) for name, text in pairs.values_list("value_id", "payload")}
    return found


def _chosen(
    where: Store, model: type[Versioned], kind: type[Value], as_of: Date | None, **only: str
) -> tuple[Value, ...]:
    """The values in use of one day, or of the latest run; one for each place, in the order of the places."""
    run = runs.latest(where, as_of)
    place = PLACES[model]
    filters = dict(only) | _limits(model, Scope(as_of=as_of) if run is None else run.scope, whole=not only)
    newest: dict[tuple[str, ...], str] = {}
    with where.reading():
        found = current(model, where).filter(**filters).order_by("as_of", "recorded_at", "key")
        for *names, payload in found.values_list(*place, "payload"):
            newest[tuple(names)] = payload
    return tuple(loads(kind, newest[names]) for names in sorted(newest))


def _limits(model: type[Versioned], scope: Scope, *, whole: bool) -> dict[str, Any]:
    """A question for one place is not limited to the places of the latest run, only to its day and criteria."""
    limits: dict[str, Any] = {}
    if scope.as_of is not None:
        limits["as_of"] = scope.as_of
    if scope.criteria and model is rows.Assessment:
        limits["criteria__in"] = scope.criteria
    if whole:
        if scope.borders and "border" in PLACES[model]:
            limits["border__in"] = scope.borders
        if scope.first is not None:
            limits["week__gte"] = str(scope.first)
        if scope.last is not None:
            limits["week__lte"] = str(scope.last)
    return limits
