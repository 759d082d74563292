"""Gold for linking, and how far the links that are made agree with it: precision and recall over pairs of
incidents.

The shape of a file is told in ``tests/gold/linking/README.md``. Each case is linked by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from kordon.coding.linking.rules import Linking
from kordon.coding.linking.state import fold
from kordon.coding.linking.suggestions import suggest
from kordon.domain.coded import Attribution, Incident, Modality, Party, Place, PlacePrecision
from kordon.domain.quantity import Quantity, Rounding
from kordon.domain.report import Evidence, PublishedBasis, Report
from kordon.domain.time import Date, Precision, Span
from kordon.geo.gazetteer import Gazetteer
from kordon.vocabulary.documents import Document, read_document

Pair = tuple[str, str]
_VALUES = (
    *("kind", "border", "group", "from", "to", "precision", "at", "area", "people", "injured", "killed"),
    *("actor", "recipient", "said_by", "modality", "clash"),
)


@dataclass(frozen=True, slots=True)
class Case:
    id: str
    about: str
    reports: Mapping[str, Report]
    incidents: tuple[Incident, ...]
    same: frozenset[Pair]
    follow_up: frozenset[Pair]  # the outcome and what it came of


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was linked in one case: rightly, wrongly, and not at all; the same of follow-ups."""

    case: Case
    right: frozenset[Pair]
    wrong: frozenset[Pair]
    missed: frozenset[Pair]
    follow_right: frozenset[Pair]
    follow_wrong: frozenset[Pair]
    follow_missed: frozenset[Pair]


def read_cases(path: Path) -> tuple[Case, ...]:
    """The cases of one file; raises :class:`~kordon.domain.errors.BadDocument` with line and remedy."""
    document = read_document(path)
    if not isinstance(document.data, list):
        document.complain((), "a file of gold is a list of cases", "begin each with '- id:'")
    return tuple(_case(document, position) for position in range(len(document.data)))


def judge(case: Case, rules: Linking, gazetteer: Gazetteer) -> Outcome:
    """Link one case and compare."""
    found = suggest(case.incidents, case.reports, rules, gazetteer)
    state = fold(found, (), rules)
    linked = frozenset(p for event in state.events for p in combinations(sorted(event.incidents), 2))
    follow = frozenset((f.incident, f.of) for f in found.follow_ups)
    return Outcome(
        case,
        linked & case.same,
        linked - case.same,
        case.same - linked,
        follow & case.follow_up,
        follow - case.follow_up,
        case.follow_up - follow,
    )


def score(outcomes: Iterable[Outcome]) -> tuple[float, float, list[str]]:
    """Precision and recall over the pairs of all cases (1 where there is nothing), and a line for each error."""
    found = list(outcomes)
    right = sum(len(o.right) for o in found)
    wrong = sum(len(o.wrong) for o in found)
    missed = sum(len(o.missed) for o in found)
    errors = [
        f"{o.case.id}: {what} {one} and {other}"
        for o in found
        for what, some in (
            ("wrongly linked", o.wrong),
            ("not linked", o.missed),
            ("wrongly a follow-up", o.follow_wrong),
            ("no follow-up", o.follow_missed),
        )
        for one, other in sorted(some)
    ]
    return _share(right, wrong), _share(right, missed), errors


def _share(right: int, not_right: int) -> float:
    return right / (right + not_right) if right + not_right else 1.0


def _case(document: Document, position: int) -> Case:
    row = document.data[position]
    document.check_keys((position,), row, ("id", "about", "reports"), ("same", "follow_up"))
    reports: dict[str, Report] = {}
    incidents: list[Incident] = []
    for number, told in enumerate(row["reports"]):
        steps = (position, "reports", number)
        document.check_keys(steps, told, ("id", "lang", "source", "published", "text", "is"))
        report = Report(
            id=str(told["id"]),
            text=str(told["text"]),
            lang=str(told["lang"]),
            source=str(told["source"]),
            published_at=told["published"],
            published_basis=PublishedBasis.GIVEN,
        )
        reports[report.id] = report
        for place, values in enumerate(told["is"]):
            document.check_keys((*steps, "is", place), values, ("kind",), _VALUES)
            incidents.append(_incident(report, place, values))
    known = {incident.id for incident in incidents}
    for key in ("same", "follow_up"):
        for name in (n for group in row.get(key, ()) for n in group):
            if name not in known:
                document.complain((position, key), f"there is no incident {name!r}", "name one of a report")
    same = frozenset(p for group in row.get("same", ()) for p in combinations(sorted(group), 2))
    follow = frozenset((str(outcome), str(of)) for outcome, of in row.get("follow_up", ()))
    return Case(str(row["id"]), str(row["about"]), reports, tuple(incidents), same, follow)


def _incident(report: Report, place: int, values: Mapping[str, Any]) -> Incident:
    name = report.id if place == 0 else f"{report.id}.{place + 1}"
    return Incident(
        id=name,
        kind=str(values["kind"]),
        place=_place(values),
        occurred=_span(values),
        modality=Modality(values.get("modality", "actual")),
        evidence=(Evidence(report.id, 0, len(report.text)),),
        rule="gold",
        actor=_party(values.get("actor")),
        recipient=_party(values.get("recipient")),
        people=_quantity(values.get("people")),
        injured=_quantity(values.get("injured")),
        killed=_quantity(values.get("killed")),
        attribution=Attribution(party) if (party := _party(values.get("said_by"))) else None,
        clash=values.get("clash"),
    )


def _place(values: Mapping[str, Any]) -> Place:
    at, area = values.get("at"), values.get("area")
    return Place(
        borders=(values["border"],) if "border" in values else (),
        group=values.get("group"),
        settlements=(at,) if at else (),
        areas=(area,) if area else (),
        precision=PlacePrecision.POINT if at else PlacePrecision.BORDER,
    )


def _span(values: Mapping[str, Any]) -> Span:
    start: Date | None = values.get("from")
    end: Date | None = values.get("to", start)
    if start is None:
        return Span.untold()
    if "precision" in values:
        return Span(start, end, Precision(values["precision"]))
    return Span.between(start, end or start)


def _party(words: str | None) -> Party | None:
    if not words:
        return None
    kind, _, country = words.partition(" ")
    return Party(kind, country or None)


def _quantity(value: float | Sequence[float] | None) -> Quantity | None:
    if value is None:
        return None
    if isinstance(value, Sequence):
        low, high = value
        return Quantity((low + high) / 2, low, high, Rounding.ABOUT)
    return Quantity.exactly(value)
