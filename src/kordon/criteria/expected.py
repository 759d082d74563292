"""Examples that stand beside a criteria document and must come out as written: for the authors of the document.

``own.yaml`` has them in ``own.expected.yaml``, a list of cases. A case is one border over consecutive weeks. Each
week has readings and, where its author wishes, a count of attempts, incidents and judgements, and says what is
expected of it: ``level`` (what stands), ``scored`` (by the week's own readings), ``trend``, ``triggers``, and the
levels of ``factors`` and ``indicators``. What a week does not expect is not checked.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kordon.criteria.assess import assess_all
from kordon.criteria.judgements import Judgement
from kordon.criteria.model import Criteria
from kordon.criteria.rule_document import Reader
from kordon.domain.assessment import Assessment, Level, Trend
from kordon.domain.coded import Incident, Modality, Party, Place, PlacePrecision
from kordon.domain.material import Material, ReadReport
from kordon.domain.quantity import Quantity
from kordon.domain.reading import Baseline, Coverage, Reading, Unknown, WeekCount
from kordon.domain.report import Evidence, PublishedBasis, ReportKind
from kordon.domain.time import Precision, Span, Week
from kordon.vocabulary import Vocabulary
from kordon.vocabulary.documents import Document, Steps, read_document

LEVELS = tuple(level.value for level in Level)
FIRST = Week(2024, 1)  # of a case that names no week
NUMBERS = ("low", "high", "per_day")
QUANTILES = ("expected", "q90", "q975", "q995")


@dataclass(frozen=True, slots=True)
class CaseWeek:
    """One week of a case, as values; ``expect`` by what is expected: ``level``, ``factor migration`` ..."""

    readings: tuple[Reading, ...]
    count: WeekCount | None
    incidents: tuple[Incident, ...]
    judgements: tuple[Judgement, ...]
    expect: Mapping[str, str]
    line: int


@dataclass(frozen=True, slots=True)
class ExpectedCase:
    name: str
    border: str
    first: Week
    weeks: tuple[CaseWeek, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One expectation: ``what`` of which week of which case, and what came out."""

    case: str
    week: Week
    line: int
    what: str
    expected: str
    found: str

    @property
    def holds(self) -> bool:
        return self.expected == self.found


def expected_file(path: Path) -> Path:
    return path.with_name(f"{path.stem}.expected.yaml")


def read_expected(
    path: Path, criteria: Criteria, vocabulary: Vocabulary, indicators: Iterable[str]
) -> tuple[ExpectedCase, ...]:
    """The cases of a file, strictly; raises :class:`kordon.domain.errors.BadDocument` with the line."""
    document = read_document(path)
    return cases_of(document, criteria, vocabulary, indicators)


def cases_of(
    document: Document, criteria: Criteria, vocabulary: Vocabulary, indicators: Iterable[str]
) -> tuple[ExpectedCase, ...]:
    reader = Reader(document, vocabulary, frozenset(indicators), criteria.borders)
    document.check_keys((), document.data, ("cases",))
    entries = document.data["cases"]
    if not isinstance(entries, list) or not entries:
        document.complain(("cases",), "a list of cases is expected", "begin each with '- name:'")
    return tuple(_case(reader, criteria, ("cases", n), entry) for n, entry in enumerate(entries))


def outcomes(criteria: Criteria, cases: Sequence[ExpectedCase], vocabulary: Vocabulary) -> tuple[Outcome, ...]:
    """What comes out of every case, in the order of the file."""
    found: list[Outcome] = []
    for case in cases:
        weeks = [case.first + n for n in range(len(case.weeks))]
        incidents = tuple(i for w in case.weeks for i in w.incidents)
        reports = {e.report: _report(e.report) for i in incidents for e in i.evidence}
        assessed = assess_all(
            (criteria,),
            {(case.border, week): one.readings for week, one in zip(weeks, case.weeks, strict=True)},
            {case.border: tuple(w.count for w in case.weeks if w.count is not None)},
            Material(None, reports, (), incidents, ()),
            (case.border,),
            weeks,
            weeks[-1].sunday,
            vocabulary,
            judgements=tuple(j for w in case.weeks for j in w.judgements),
        )
        for week, one in zip(weeks, case.weeks, strict=True):
            told = _told(assessed[case.border, week])
            found += [
                Outcome(case.name, week, one.line, what, wanted, told.get(what, "none"))
                for what, wanted in one.expect.items()
            ]
    return tuple(found)


def _told(found: Assessment) -> Mapping[str, str]:
    told = {"level": found.level.value, "scored": found.scored.value, "trend": found.trend.value}
    told["triggers"] = ", ".join(t.trigger for t in found.triggers) or "none"
    for factor in found.factors:
        told[f"factor {factor.factor}"] = factor.level.value
        told |= {f"indicator {i.indicator}": i.level.value for i in factor.indicators}
    return told


def _report(name: str) -> ReadReport:
    return ReadReport(name, "", None, PublishedBasis.UNKNOWN, ReportKind.RECORD, "", ())


def _case(reader: Reader, criteria: Criteria, at: Steps, entry: Any) -> ExpectedCase:
    document = reader.document
    document.check_keys(at, entry, ("name", "border", "weeks"), ("first",))
    border = reader.one_of((*at, "border"), entry["border"], criteria.borders)
    first = FIRST
    if "first" in entry:
        try:
            first = Week.parse(str(entry["first"]))
        except ValueError as error:
            document.complain((*at, "first"), str(error).rstrip("."), "write it as 2024-W22")
    weeks = entry["weeks"]
    if not isinstance(weeks, list) or not weeks:
        document.complain((*at, "weeks"), "a list of weeks is expected", "begin each with '- readings:'")
    return ExpectedCase(
        str(entry["name"]),
        border,
        first,
        tuple(_week(reader, criteria, (*at, "weeks", n), one, border, first + n) for n, one in enumerate(weeks)),
    )


def _week(reader: Reader, criteria: Criteria, at: Steps, entry: Any, border: str, week: Week) -> CaseWeek:
    document = reader.document
    document.check_keys(at, entry, (), ("readings", "attempts", "incidents", "judgements", "expect"))
    incidents = _incidents(reader, (*at, "incidents"), entry.get("incidents", []), border, week)
    given = entry.get("readings", {})
    if not isinstance(given, dict):
        document.complain((*at, "readings"), "readings by indicator are expected", "write p1: 700")
    rests_on = tuple(i.id for i in incidents)
    readings = []
    for key, value in given.items():
        where = (*at, "readings", key)
        readings.append(_reading(reader, where, reader.indicator(where, key), value, border, week, rests_on))
    judged = entry.get("judgements", {})
    if not isinstance(judged, dict):
        document.complain(
            (*at, "judgements"), "judgements by indicator are expected", "write m4: {level: high ...}"
        )
    return CaseWeek(
        tuple(readings),
        _count(reader, (*at, "attempts"), entry["attempts"], border, week) if "attempts" in entry else None,
        incidents,
        tuple(_judgement(reader, (*at, "judgements", key), key, value, border) for key, value in judged.items()),
        _expect(reader, criteria, (*at, "expect"), entry.get("expect", {})),
        document.line(at),
    )


def _reading(
    reader: Reader, at: Steps, indicator: str, value: Any, border: str, week: Week, incidents: tuple[str, ...]
) -> Reading:
    """``700``, ``unknown``, or the parts of a reading; without them it is covered wholly, by two sources."""
    entry = value if isinstance(value, dict) else {"value": value}
    optional = (*NUMBERS, "coverage", "sources", "baseline")
    reader.document.check_keys(at, entry, ("value",), optional)
    told = entry["value"]
    amount = Unknown("poor-coverage") if told == "unknown" else reader.number((*at, "value"), told, 0)
    usual: Baseline | None = None
    if "baseline" in entry:
        reader.document.check_keys((*at, "baseline"), entry["baseline"], QUANTILES)
        expected, q90, q975, q995 = (
            reader.number((*at, "baseline", k), entry["baseline"][k], 0) for k in QUANTILES
        )
        usual = Baseline(expected, q90, q975, q995, weeks=52, method="example")
    low, high, per_day = (reader.number((*at, k), entry[k], 0) if k in entry else None for k in NUMBERS)
    return Reading(
        f"reading-{indicator}-{border}-{week}", indicator, border, week, week.sunday, amount, "",
        Coverage(reader.number((*at, "coverage"), entry.get("coverage", 1), 0, 1)),
        baseline=usual, evidence=incidents, sources=reader.whole((*at, "sources"), entry.get("sources", 2), 0, 99),
        low=low, high=high, per_day=per_day,
    )  # fmt: skip


def _count(reader: Reader, at: Steps, value: Any, border: str, week: Week) -> WeekCount:
    """``700``, known exactly, or ``{mean: 700, low: 650, high: 750}`` with a 90 % interval."""
    entry = value if isinstance(value, dict) else {"mean": value, "low": value, "high": value}
    reader.document.check_keys(at, entry, ("mean", "low", "high"), ("coverage",))
    low, mean, high = (reader.number((*at, k), entry[k], 0) for k in ("low", "mean", "high"))
    if not low <= mean <= high:
        reader.document.complain(at, "the mean lies outside its interval", "let low <= mean <= high")
    share = reader.number((*at, "coverage"), entry.get("coverage", 1), 0, 1)
    return WeekCount(border, week, mean, low, high, low, high, low, high, Coverage(share))


def _incidents(reader: Reader, at: Steps, value: Any, border: str, week: Week) -> tuple[Incident, ...]:
    if not isinstance(value, list):
        reader.document.complain(at, "a list of incidents is expected", "begin each with '- kind:'")
    return tuple(_incident(reader, (*at, n), entry, border, week, n) for n, entry in enumerate(value))


def _incident(reader: Reader, at: Steps, entry: Any, border: str, week: Week, number: int) -> Incident:
    parties, counts = ("actor", "recipient", "sponsor"), ("people", "injured", "killed")
    reader.document.check_keys(at, entry, ("kind",), (*parties, *counts, "means", "warning_shots", "grade"))
    told: dict[str, Any] = {k: Party(reader.term((*at, k), "parties", entry[k])) for k in parties if k in entry}
    told |= {k: Quantity.exactly(reader.number((*at, k), entry[k], 0)) for k in counts if k in entry}
    means = entry.get("means", [])
    if not isinstance(means, list):
        reader.document.complain((*at, "means"), "a list of means is expected", "write [stones]")
    name = f"incident-{border}-{week}-{number}"
    return Incident(
        id=name, kind=reader.term((*at, "kind"), "kinds", entry["kind"]),
        place=Place(borders=(border,), precision=PlacePrecision.BORDER),
        occurred=Span(week.monday, week.monday, Precision.DAY), modality=Modality.ACTUAL,
        evidence=(Evidence(f"report-{name}", 0, 1),), rule="example",
        means=tuple(reader.term((*at, "means", n), "means", m) for n, m in enumerate(means)),
        warning_shots=entry.get("warning_shots") is True, grade=str(entry.get("grade", "B2")), **told,
    )  # fmt: skip


def _judgement(reader: Reader, at: Steps, indicator: str, entry: Any, border: str) -> Judgement:
    reader.document.check_keys(at, entry, ("level", "by", "given", "until"), ("evidence",))
    for key in ("given", "until"):
        if not isinstance(entry[key], dt.date):
            reader.document.complain((*at, key), f"{entry[key]!r} is not a day", "write it as 2024-06-13")
    level, given, until = reader.level((*at, "level"), entry["level"]), entry["given"], entry["until"]
    name, evidence = reader.indicator(at, indicator), tuple(str(e) for e in entry.get("evidence", ()))
    by = str(entry["by"])
    try:
        return Judgement(f"judgement-{name}-{given}", name, border, level, by, given, until, "example", evidence)
    except ValueError as error:
        reader.document.complain(at, str(error).rstrip("."), "mend the days")


def _expect(reader: Reader, criteria: Criteria, at: Steps, entry: Any) -> Mapping[str, str]:
    document = reader.document
    document.check_keys(at, entry, (), ("level", "scored", "trend", "triggers", "factors", "indicators"))
    found: dict[str, str] = {}
    for key in ("level", "scored"):
        if key in entry:
            found[key] = reader.one_of((*at, key), entry[key], LEVELS)
    if "trend" in entry:
        found["trend"] = reader.one_of((*at, "trend"), entry["trend"], tuple(t.value for t in Trend))
    if "triggers" in entry:
        wanted, known = entry["triggers"], tuple(t.id for t in criteria.triggers)
        if not isinstance(wanted, list):
            document.complain((*at, "triggers"), "a list of triggers is expected", "write [] for none")
        names = [reader.one_of((*at, "triggers", n), w, known) for n, w in enumerate(wanted)]
        found["triggers"] = ", ".join(names) or "none"
    factors = tuple(f.id for f in criteria.factors)
    used = tuple(i.indicator for f in criteria.factors for i in f.indicators)
    for key, name, ids in (("factors", "factor", factors), ("indicators", "indicator", used)):
        for what, level in entry.get(key, {}).items():
            reader.one_of((*at, key, what), what, ids)
            found[f"{name} {what}"] = reader.one_of((*at, key, what), level, LEVELS)
    return found
