"""Coded reports against gold: precision and recall by type of item, and every error by name.

A gold case is a report with the items that an analyst would take from it. Fields that a case leaves out are not
compared; ``words`` must be covered by, or overlap with, the evidence of the item. See ``tests/gold/README.md``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kordon.domain.coded import Coded, Place
from kordon.domain.quantity import Quantity
from kordon.domain.report import Report, ReportKind
from kordon.domain.time import Date, Span
from kordon.vocabulary.documents import read_document

TYPES = ("figures", "incidents", "measures", "signals", "compositions", "judgements", "rungs")
REQUIRED = ("id", "lang", "text", "expect")
OPTIONAL = ("published", "kind", "hard", "borders", "note")


@dataclass(frozen=True, slots=True)
class Case:
    """One gold report. ``expect`` maps a type of item, or ``header``, to what must come out."""

    id: str
    report: Report
    expect: Mapping[str, Any]
    hard: bool
    file: str


@dataclass(frozen=True, slots=True)
class Score:
    """How many items of a type were right, missing, and too many."""

    right: int = 0
    missing: int = 0
    extra: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.missing + other.missing, self.extra + other.extra)

    @property
    def precision(self) -> float:
        made = self.right + self.extra
        return self.right / made if made else 1.0

    @property
    def recall(self) -> float:
        wanted = self.right + self.missing
        return self.right / wanted if wanted else 1.0

    @property
    def f1(self) -> float:
        total = 2 * self.right + self.missing + self.extra
        return 2 * self.right / total if total else 1.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """The scores by type and every error as a sentence."""

    scores: Mapping[str, Score] = field(default_factory=dict)
    errors: tuple[str, ...] = ()


def load_cases(folder: Path) -> tuple[Case, ...]:
    """Every ``*.yaml`` below a folder, each a list of cases; raises ``BadDocument`` with line and remedy."""
    cases: list[Case] = []
    for path in sorted(folder.rglob("*.yaml")):
        document = read_document(path, f"{path.parent.name}/{path.name}")
        if not isinstance(document.data, list):
            document.complain((), "a gold file is a list of cases", "begin each case with '- id:'")
        for position, row in enumerate(document.data):
            document.check_keys((position,), row, REQUIRED, OPTIONAL)
            document.check_keys((position, "expect"), row["expect"], (), ("header", *TYPES))
            report = Report(
                id=str(row["id"]),
                text=str(row["text"]),
                lang=str(row["lang"]),
                published_at=row.get("published"),
                kind=ReportKind(row.get("kind", "notice")),
                borders=tuple(row.get("borders", ())),
            )
            cases.append(Case(report.id, report, row["expect"], bool(row.get("hard")), document.name))
    return tuple(cases)


def compare(case: Case, coded: Coded) -> Outcome:
    """Pair what came out with what was expected, each expected item with the first unpaired one that agrees."""
    scores: dict[str, Score] = {}
    errors: list[str] = []
    header = case.expect.get("header")
    if header is not None:
        problems = _header_problems(header, coded)
        scores["header"] = Score(right=not problems, missing=bool(problems))
        errors += [f"{case.id}: header: {p}" for p in problems]
    for name in TYPES:
        wanted: Sequence[Mapping[str, Any]] = case.expect.get(name, ())
        made = list(getattr(coded, name))
        left = list(range(len(made)))
        score = Score()
        for want in wanted:
            reasons = [(len(p := _problems(want, made[i], case.report)), i, p) for i in left]
            best = min(reasons, default=None)
            if best is not None and best[0] == 0:
                left.remove(best[1])
                score += Score(right=1)
            else:
                score += Score(missing=1)
                near = f"; nearest: {', '.join(best[2])}" if best is not None else ""
                errors.append(f"{case.id}: {name}: missing {dict(want)}{near}")
        for index in left:
            score += Score(extra=1)
            errors.append(f"{case.id}: {name}: not expected: {_shown(made[index], case.report)}")
        scores[name] = score
    return Outcome(scores, tuple(errors))


def total(outcomes: Iterable[Outcome]) -> Outcome:
    """All outcomes together."""
    scores: dict[str, Score] = {}
    errors: list[str] = []
    for outcome in outcomes:
        errors += outcome.errors
        for name, score in outcome.scores.items():
            scores[name] = scores.get(name, Score()) + score
    return Outcome(scores, tuple(errors))


def _header_problems(want: Mapping[str, Any], coded: Coded) -> list[str]:
    header = coded.header
    if header is None:
        return ["none was read"]
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
    return [f"{key} is {have.get(key)!r}, not {value!r}" for key, value in want.items() if have.get(key) != value]


def _problems(want: Mapping[str, Any], item: Any, report: Report) -> list[str]:
    problems = []
    for key, value in want.items():
        have = _have(item, key)
        if key == "words":
            missing = [
                w for w in (value if isinstance(value, list) else [value]) if not _covers(item, report, str(w))
            ]
            problems += [f"evidence lacks {w!r}" for w in missing]
        elif not _agrees(have, value):
            problems.append(f"{key} is {_plain(have)!r}, not {value!r}")
    return problems


def _covers(item: Any, report: Report, words: str) -> bool:
    """Whether the evidence of an item overlaps with the words at one of the places where they stand."""
    at = report.text.find(words)
    while at >= 0:
        if any(e.start < at + len(words) and at < e.end for e in item.evidence):
            return True
        at = report.text.find(words, at + 1)
    return False


def _have(item: Any, key: str) -> Any:
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


def _agrees(have: Any, value: Any) -> bool:
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
    return f"{have.type} {have.country}" if hasattr(have, "type") else have


def _shown(item: Any, report: Report) -> str:
    name = getattr(item, "kind", None) or getattr(item, "unit", None) or getattr(item, "content", None)
    return f"{name or type(item).__name__} by {item.rule}, from {report.quote(item.evidence[0])!r}"
