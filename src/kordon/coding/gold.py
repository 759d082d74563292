"""Gold: reports with everything that an analyst would take from them, read from YAML and checked line by line.

A file is a list of cases in one language; ``tests/gold/README.md`` and the guide on labelling describe the keys. A
file in a folder named ``test`` is of the half that no rule is tuned on, any other of the open half.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from kordon.domain.coded import (
    Composition,
    Figure,
    FigureForm,
    Incident,
    Judgement,
    Modality,
    ReportedMeasure,
    Rung,
    Signal,
    Status,
)
from kordon.domain.errors import UnreadableFile
from kordon.domain.quantity import Rounding
from kordon.domain.report import Report, ReportKind
from kordon.domain.time import Precision
from kordon.vocabulary import Vocabulary
from kordon.vocabulary.documents import Document, Steps, read_document

TYPES = ("figures", "incidents", "measures", "signals", "compositions", "judgements", "rungs")
REQUIRED = ("id", "lang", "text", "expect")
OPTIONAL = ("published", "kind", "hard", "borders", "note")
OPEN, TEST = "open", "test"
HEADER = ("from", "to", "area", "trend", "week_words", "area_words", "trend_words", "headline")

ITEMS: Mapping[str, type] = {
    "figures": Figure,
    "incidents": Incident,
    "measures": ReportedMeasure,
    "signals": Signal,
    "compositions": Composition,
    "judgements": Judgement,
    "rungs": Rung,
}
# Keys that are shorter than the fields that they are compared with.
PLACE = ("border", "borders", "group", "crossing", "crossings", "settlement", "settlements", "areas")
SPAN = ("from", "to", "precision")
SAID = ("said_by", "claim")
SHORT: Mapping[str, tuple[str, ...]] = {
    "figures": ("count", "rounding", "percent_change", *PLACE, *SPAN, *SAID),
    "incidents": (*PLACE, *SPAN, *SAID),
    "measures": ("effective_from", "effective_to", *PLACE, *SAID),
    "signals": ("sender_country", "receiver_country", *SPAN),
    "compositions": (*PLACE, *SPAN),
    "judgements": (),
    "rungs": (),
}
DATES = ("from", "to", "effective_from", "effective_to", "decided_on")
COUNTS = ("count", "people", "injured", "killed", "times")
# Key -> the list of the vocabulary that its value or values must be found in; kinds are of one list a type.
LISTS: Mapping[str, str] = {
    "unit": "units",
    "content": "signals",
    "border": "borders",
    "borders": "borders",
    "group": "groups",
    "means": "means",
    "traffic": "traffic",
    "factors": "factors",
    "triggers": "triggers",
    "options": "measures",
    "answer": "answers",
    "condition": "conditions",
    "changes": "changes",
    "likelihood": "likelihood",
    "rung": "rungs",
}
KINDS: Mapping[str, str] = {"incidents": "kinds", "measures": "measures"}
PARTIES = ("actor", "recipient", "sponsor", "sender", "receiver")
WORDS: Mapping[str, Sequence[str]] = {
    "modality": tuple(Modality),
    "status": tuple(Status),
    "form": tuple(FigureForm),
    "rounding": tuple(Rounding),
    "precision": tuple(Precision),
}


@dataclass(frozen=True, slots=True)
class Case:
    """One gold report. ``expect`` maps a type of item, or ``header``, to what must come out; ``file`` is the last
    folder and name of the file, ``path`` and ``line`` where the case stands."""

    id: str
    report: Report
    expect: Mapping[str, Any]
    hard: bool
    file: str
    half: str = OPEN
    path: str = ""
    line: int = 0


def load_cases(path: Path, vocabulary: Vocabulary | None = None) -> tuple[Case, ...]:
    """The cases of a file, or of every ``*.yaml`` below a folder; files there with gold for linking are left out.

    With a vocabulary every value is checked as well: ids against their lists, days, and that quoted words stand in
    the text. Raises ``BadDocument`` with line and remedy, ``UnreadableFile`` where there is nothing to read.
    """
    paths = sorted(path.rglob("*.yaml")) if path.is_dir() else [path]
    if not paths:
        raise UnreadableFile(str(path), "", "there is no *.yaml file in it", "name a folder with gold cases")
    cases: list[Case] = []
    seen: dict[str, Case] = {}
    for found in paths:
        document = read_document(found)
        if path.is_dir() and _is_for_linking(document.data):
            continue
        for case in _read(found, document, vocabulary):
            other = seen.setdefault(case.id, case)
            if vocabulary is not None and other is not case:
                where = f"{other.path}, line {other.line}"
                document.complain(_at(document, case), f"the id {case.id!r} is used in {where}", "use another id")
            cases.append(case)
    return tuple(cases)


def _at(document: Document, case: Case) -> Steps:
    return next((s for s, line in document.lines.items() if len(s) == 1 and line == case.line), ())


def _is_for_linking(data: Any) -> bool:
    """Whether a document is gold of another kind, whose cases hold several reports each."""
    return isinstance(data, list) and all(isinstance(row, dict) and "reports" in row for row in data)


def _read(path: Path, document: Document, vocabulary: Vocabulary | None) -> list[Case]:
    if not isinstance(document.data, list):
        document.complain((), "a gold file is a list of cases", "begin each case with '- id:'")
    cases = []
    folder = path.resolve().parent.name
    for position, row in enumerate(document.data):
        steps: Steps = (position,)
        document.check_keys(steps, row, REQUIRED, OPTIONAL)
        expect = row["expect"] if row["expect"] is not None else {}
        document.check_keys((position, "expect"), expect, (), ("header", *TYPES))
        _check_case(document, steps, row)
        report = Report(
            id=str(row["id"]),
            text=str(row["text"]),
            lang=str(row["lang"]),
            published_at=row.get("published"),
            kind=ReportKind(row.get("kind", "notice")),
            borders=tuple(row.get("borders") or ()),
        )
        if vocabulary is not None:
            _Check(document, (position, "expect"), report.text, vocabulary).all(expect)
        half = TEST if folder == TEST else OPEN
        file = f"{folder}/{path.name}"
        cases.append(
            Case(report.id, report, expect, bool(row.get("hard")), file, half, str(path), document.line(steps))
        )
    return cases


def _is_day(value: Any) -> bool:
    return isinstance(value, dt.date) and not isinstance(value, dt.datetime)


def _check_case(document: Document, steps: Steps, row: Mapping[str, Any]) -> None:
    published, kind = row.get("published"), row.get("kind", "notice")
    if published is not None and not _is_day(published):
        document.complain((*steps, "published"), f"{published!r} is not a day", "write it as 2024-06-04")
    if kind not in tuple(ReportKind):
        known = ", ".join(ReportKind)
        document.complain((*steps, "kind"), f"{kind!r} is not a kind of report", f"use one of {known}")


class _Check(NamedTuple):
    """The checks of what one case expects."""

    document: Document
    steps: Steps
    text: str
    vocabulary: Vocabulary

    def all(self, expect: Mapping[str, Any]) -> None:
        header = expect.get("header")
        if header is not None:
            self.document.check_keys((*self.steps, "header"), header, (), HEADER)
        for name in TYPES:
            if name not in expect:
                continue
            items = expect[name]
            if not isinstance(items, list):
                self.document.complain((*self.steps, name), f"{name} is no list", "write each item as '- {...}'")
            for position, item in enumerate(items):
                steps: Steps = (*self.steps, name, position)
                fields = [f.name for f in dataclasses.fields(ITEMS[name]) if f.name not in ("id", "evidence")]
                self.document.check_keys(steps, item, (), sorted({"words", *fields, *SHORT[name]}))
                for key, value in item.items():
                    self.value(name, (*steps, key), key, value)

    def value(self, name: str, steps: Steps, key: str, value: Any) -> None:
        values = value if isinstance(value, list) else [value]
        listed = KINDS.get(name) if key == "kind" else LISTS.get(key)
        if key == "words":
            for words in values:
                if str(words) not in self.text:
                    problem = f"the words {str(words)!r} do not stand in the text of the case"
                    self.document.complain(steps, problem, "quote them as they are printed")
        elif listed is not None:
            for one in values:
                if one is not None and one not in self.vocabulary[listed]:
                    self.document.complain(steps, f"{one!r} is not in {listed}.yaml", "use one of its ids")
        elif key in PARTIES:
            party = str(value).partition(" ")[0]
            if value is not None and party not in self.vocabulary["parties"]:
                self.document.complain(steps, f"{party!r} is not in parties.yaml", "use one of its ids")
        elif key in WORDS:
            if value is not None and value not in WORDS[key]:
                self.document.complain(steps, f"{value!r} is no {key}", f"use one of {', '.join(WORDS[key])}")
        elif key in DATES:
            if value is not None and not _is_day(value):
                self.document.complain(steps, f"{value!r} is not a day", "write it as 2024-06-04")
        elif key in COUNTS:
            numbers = [v for v in values if v is not None]
            if len(values) > 2 or any(isinstance(v, bool) or not isinstance(v, int | float) for v in numbers):
                self.document.complain(steps, f"{value!r} is no count", "write a number, or [low, high]")
