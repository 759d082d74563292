"""Read criteria documents, strictly: whatever the document says must mean something, and be said once.

A document lies in ``data/criteria/*.yaml`` of the package or in ``criteria/*.yaml`` of a deployment's folder.
Every complaint is a :class:`~kordon.domain.errors.BadDocument` with the line and the remedy.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol, TypeVar

from kordon.criteria import rule_document
from kordon.criteria.approval import approved, read_approvals
from kordon.criteria.dead import Definitions, faults
from kordon.criteria.model import (
    Combination,
    Criteria,
    DeEscalation,
    Factor,
    IndicatorRule,
    TrendRule,
    TriggerRule,
)
from kordon.criteria.rule_document import Reader
from kordon.domain.time import Date
from kordon.vocabulary import LANGUAGES, Vocabulary
from kordon.vocabulary.documents import Document, Steps, read_document

SHIPPED = Path(__file__).parent.parent / "data" / "criteria"
BESIDE = (".approval.yaml", ".expected.yaml")  # files that stand beside a document and are none
DIMENSIONS = ("threat", "vulnerability", "impact")
STATUSES = ("proposal", "approved")
KEYS = (
    "id", "version", "title", "status", "approved", "valid", "note", "borders", "evidence", "factors",
    "combination", "deescalation", "triggers", "trend",
)  # fmt: skip

T = TypeVar("T")


class KnownIndicator(Protocol):
    """All that criteria ask of an indicator: that there is one of this name."""

    @property
    def id(self) -> str: ...


def load_criteria(
    vocabulary: Vocabulary, indicators: Iterable[KnownIndicator], *folders: Path
) -> tuple[Criteria, ...]:
    """Every criteria document, what ships first; one document a border.

    A folder's document takes the place of that of an earlier folder, or of what ships, on the borders that it
    names; a document that is left without a border is left out.

    Raises :class:`kordon.domain.errors.BadDocument` for an unknown indicator, factor, border, kind of rule or
    trigger; bounds that do not rise; a border without its floor; a second
    document for a border in one folder.
    """
    definitions = {i.id: i for i in indicators}
    found: list[Criteria] = []
    for root in (SHIPPED, *(folder / "criteria" for folder in folders)):
        here: dict[str, Document] = {}
        read: list[Criteria] = []
        for path in documents_in(root):
            name = f"data/criteria/{path.name}" if root == SHIPPED else str(path)
            document = read_document(path, name)
            criteria = read_criteria(document, vocabulary, definitions, _counting(definitions))
            criteria = approved(criteria, read_approvals(path), document)
            for position, border in enumerate(criteria.borders):
                if border in here:
                    problem = f"the border {border!r} already has the criteria of {here[border].name}"
                    document.complain(("borders", position), problem, "take it out of one of the two documents")
                here[border] = document
            read.append(criteria)
        kept = (replace(c, borders=tuple(b for b in c.borders if b not in here)) for c in found)
        found = [*(c for c in kept if c.borders), *read]
    return tuple(found)


def documents_in(folder: Path) -> list[Path]:
    """The criteria of a folder, without the files that stand beside them (``own.expected.yaml``)."""
    return [p for p in sorted(folder.glob("*.yaml")) if not p.name.endswith(BESIDE)]


def read_file(
    path: Path, vocabulary: Vocabulary, indicators: Iterable[KnownIndicator], name: str = ""
) -> Criteria:
    """The criteria of one file, with the approval beside it; as strict as :func:`load_criteria`."""
    definitions = {i.id: i for i in indicators}
    document = read_document(path, name)
    criteria = read_criteria(document, vocabulary, definitions, _counting(definitions))
    return approved(criteria, read_approvals(path), document)


def _counting(known: Mapping[str, KnownIndicator]) -> Definitions:
    """Those of the indicators that say what they count."""
    return {key: i for key, i in known.items() if hasattr(i, "counts")}  # type: ignore[misc]


def read_criteria(
    document: Document,
    vocabulary: Vocabulary,
    indicators: Iterable[str],
    definitions: Definitions | None = None,
) -> Criteria:
    """One document as :class:`Criteria`, in which everything can take effect.

    Raises :class:`kordon.domain.errors.BadDocument` for the first mistake; see
    :func:`kordon.criteria.dead.faults` for what can never take effect.
    """
    criteria = parse_criteria(document, vocabulary, indicators)
    for fault in faults(criteria, definitions):
        document.complain(fault.place, fault.problem, fault.remedy)
    return criteria


def parse_criteria(document: Document, vocabulary: Vocabulary, indicators: Iterable[str]) -> Criteria:
    """One document as :class:`Criteria`, read strictly, whether or not all of it can take effect."""
    data = document.data
    document.check_keys((), data, KEYS)
    reader = Reader(document, vocabulary, frozenset(indicators), _borders(document, data, vocabulary))
    status = reader.one_of(("status",), data["status"], STATUSES)
    approved_by, approved_on = _approval(reader, data["approved"], status)
    valid_from, valid_to = _validity(reader, data["valid"])
    document.check_keys(("evidence",), data["evidence"], ("coverage", "least_grade"))
    factors = _factors(reader, data["factors"])
    used = {i.indicator for f in factors for i in f.indicators}
    return Criteria(
        id=str(data["id"]),
        version=str(data["version"]),
        title=_texts(document, ("title",), data["title"]),
        note=_texts(document, ("note",), data["note"]),
        status=status,
        approved_by=approved_by,
        approved_on=approved_on,
        valid_from=valid_from,
        valid_to=valid_to,
        borders=reader.borders,
        coverage=reader.number(("evidence", "coverage"), data["evidence"]["coverage"], 0, 1),
        least_grade=_grade(reader, data["evidence"]["least_grade"]),
        factors=factors,
        combination=_combination(reader, data["combination"]),
        deescalation=_deescalation(reader, data["deescalation"]),
        triggers=_triggers(reader, data["triggers"]),
        trend=_trend(reader, data["trend"], used),
        hash=document.sha256,
        file=document.name,
    )


def _borders(document: Document, data: Mapping[str, Any], vocabulary: Vocabulary) -> tuple[str, ...]:
    entries = data["borders"]
    if not isinstance(entries, list) or not entries:
        document.complain(("borders",), "the document names no border", "list the borders that it is for")
    for position, border in enumerate(entries):
        if not isinstance(border, str) or border not in vocabulary["borders"]:
            known = ", ".join(vocabulary["borders"])
            document.complain(("borders", position), f"{border!r} is not a border", f"use one of {known}")
        if border in entries[:position]:
            document.complain(("borders", position), f"{border!r} is listed twice", "keep it once")
    return tuple(entries)


def _texts(document: Document, steps: Steps, value: object) -> Mapping[str, str]:
    document.check_keys(steps, value, LANGUAGES)
    assert isinstance(value, dict)
    return {lang: str(text).strip() for lang, text in value.items()}


def _date(reader: Reader, steps: Steps, value: object) -> Date | None:
    if value is None:
        return None
    if not isinstance(value, dt.date) or isinstance(value, dt.datetime):
        reader.document.complain(steps, f"{value!r} is not a day", "write it as 2024-06-13, or null")
    return value


def _approval(reader: Reader, value: Any, status: str) -> tuple[str | None, Date | None]:
    reader.document.check_keys(("approved",), value, ("body", "date"))
    body, day = value["body"], _date(reader, ("approved", "date"), value["date"])
    if (body is None) != (day is None):
        reader.document.complain(
            ("approved",), "an approval needs a body and a date", "give both, or null for both"
        )
    if (status == "approved") != (body is not None):
        reader.document.complain(
            ("status",),
            f"the status {status!r} does not agree with the approval",
            "an approved document names the body and the date, a proposal has null for both",
        )
    return (None if body is None else str(body)), day


def _validity(reader: Reader, value: Any) -> tuple[Date | None, Date | None]:
    reader.document.check_keys(("valid",), value, ("from", "to"))
    start = _date(reader, ("valid", "from"), value["from"])
    end = _date(reader, ("valid", "to"), value["to"])
    if start is not None and end is not None and end < start:
        reader.document.complain(("valid", "to"), f"it ends on {end}, before it begins", "mend one of the days")
    return start, end


def _grade(reader: Reader, value: object) -> str:
    text = str(value)
    if len(text) != 2 or text[0] not in "ABCDE" or text[1] not in "12345":
        steps = ("evidence", "least_grade")
        reader.document.complain(steps, f"{text!r} is not a grade", "write a letter A to E and a digit 1 to 5")
    return text


def _listed(reader: Reader, steps: Steps, value: object, read: Callable[[Steps, Any], T]) -> tuple[T, ...]:
    if not isinstance(value, list):
        reader.document.complain(steps, "a list is expected here", "begin each entry with '- '")
    return tuple(read((*steps, position), entry) for position, entry in enumerate(value))


def _once(reader: Reader, steps: Steps, ids: Sequence[str]) -> None:
    for position, name in enumerate(ids):
        if name in ids[:position]:
            reader.document.complain((*steps, position), f"{name!r} is written twice", "keep it once")


def _factors(reader: Reader, value: object) -> tuple[Factor, ...]:
    factors = _listed(reader, ("factors",), value, lambda steps, entry: _factor(reader, steps, entry))
    _once(reader, ("factors",), [f.id for f in factors])
    seen: set[str] = set()
    for position, factor in enumerate(factors):
        for place, rule in enumerate(factor.indicators):
            if rule.indicator in seen:
                steps = ("factors", position, "indicators", place)
                reader.document.complain(steps, f"{rule.indicator!r} is used twice", "keep it in one factor")
            seen.add(rule.indicator)
    if not any(f.dimension == "threat" for f in factors):
        reader.document.complain(("factors",), "there is no threat factor", "give one the dimension threat")
    return factors


def _factor(reader: Reader, steps: Steps, entry: Any) -> Factor:
    reader.document.check_keys(steps, entry, ("id", "dimension", "indicators"), ("essential",))
    essential = entry.get("essential", False)
    dimension = reader.one_of((*steps, "dimension"), entry["dimension"], DIMENSIONS)
    if not isinstance(essential, bool) or (essential and dimension != "threat"):
        where = (*steps, "essential")
        reader.document.complain(where, "only a threat factor can be essential", "write true or false there")
    indicators = _listed(
        reader, (*steps, "indicators"), entry["indicators"], lambda s, e: _indicator(reader, s, e)
    )
    if essential and not indicators:
        where = (*steps, "indicators")
        problem = "an essential factor without an indicator would never be assessed"
        reader.document.complain(where, problem, "give it an indicator or make it inessential")
    return Factor(reader.term((*steps, "id"), "factors", entry["id"]), dimension, essential, indicators)


def _indicator(reader: Reader, steps: Steps, entry: Any) -> IndicatorRule:
    reader.document.check_keys(steps, entry, ("id", "rules"), ("lower_bound",))
    rules = _listed(reader, (*steps, "rules"), entry["rules"], lambda s, e: rule_document.rule(reader, s, e))
    if not rules:
        reader.document.complain((*steps, "rules"), "an indicator needs a rule", "write one, or leave it out")
    lower_bound = entry.get("lower_bound", False)
    if not isinstance(lower_bound, bool):
        reader.document.complain((*steps, "lower_bound"), "true or false is expected", "write one of them")
    return IndicatorRule(reader.indicator((*steps, "id"), entry["id"]), rules, lower_bound)


def _combination(reader: Reader, value: Any) -> Combination:
    at: Steps = ("combination",)
    keys = ("single_source_steps", "critical_at", "high_at", "impact")
    reader.document.check_keys(at, value, keys)
    impact = value["impact"]
    reader.document.check_keys((*at, "impact"), impact, ("threat", "vulnerability", "steps"))
    return Combination(
        single_source_steps=reader.whole((*at, "single_source_steps"), value["single_source_steps"], 0, 3),
        critical_at=reader.whole((*at, "critical_at"), value["critical_at"], 1, 99),
        high_at=reader.whole((*at, "high_at"), value["high_at"], 1, 99),
        impact_threat=reader.level((*at, "impact", "threat"), impact["threat"]),
        impact_vulnerability=reader.level((*at, "impact", "vulnerability"), impact["vulnerability"]),
        impact_steps=reader.whole((*at, "impact", "steps"), impact["steps"], 0, 3),
    )


def _deescalation(reader: Reader, value: Any) -> DeEscalation:
    at: Steps = ("deescalation",)
    keys = ("critical_days", "weeks_below", "lapse_weeks")
    reader.document.check_keys(at, value, keys)
    return DeEscalation(*(reader.whole((*at, key), value[key], 1, 366) for key in keys))


def _triggers(reader: Reader, value: object) -> tuple[TriggerRule, ...]:
    def one(steps: Steps, entry: Any) -> TriggerRule:
        reader.document.check_keys(steps, entry, ("id", "any"), ("doubt",))
        name = reader.term((*steps, "id"), "triggers", entry["id"])
        at = (*steps, "any")
        tests = _listed(reader, at, entry["any"], lambda s, e: rule_document.incident_test(reader, s, e))
        if not tests:
            reader.document.complain(at, "a trigger without a test never fires", "write one, or leave it out")
        doubt = _listed(reader, (*steps, "doubt"), entry.get("doubt", []), lambda s, e: _word(reader, s, e))
        return TriggerRule(name, tests, doubt)

    rules = _listed(reader, ("triggers",), value, one)
    _once(reader, ("triggers",), [r.id for r in rules])
    return rules


def _word(reader: Reader, steps: Steps, value: object) -> str:
    if not isinstance(value, str) or not value.strip("* ").isalpha():
        reader.document.complain(steps, f"{value!r} is no word of doubt", "write a word, with * for any ending")
    return str(value).lower()


def _trend(reader: Reader, value: Any, used: set[str]) -> TrendRule:
    at: Steps = ("trend",)
    numbers = ("weeks", "least_covered", "probability", "margin", "least_change", "means_from")
    reader.document.check_keys(at, value, (*numbers, "means", "wounded"), ("better_probability",))

    def named(key: str) -> str | None:
        return None if value[key] is None else reader.indicator((*at, key), value[key])

    weeks = reader.whole((*at, "weeks"), value["weeks"], 1, 52)
    wounded = named("wounded")
    if wounded is not None and wounded not in used:
        reader.document.complain((*at, "wounded"), f"{wounded!r} is in no factor", "put it into one, or use null")
    probability = reader.number((*at, "probability"), value["probability"], 0.5, 1)
    better = value.get("better_probability", probability)
    return TrendRule(
        weeks=weeks,
        least_covered=reader.whole((*at, "least_covered"), value["least_covered"], 1, weeks),
        probability=probability,
        margin=reader.number((*at, "margin"), value["margin"], 0.01, 10),
        least_change=reader.number((*at, "least_change"), value["least_change"], 0),
        means=named("means"),
        wounded=wounded,
        means_from=reader.number((*at, "means_from"), value["means_from"], 0),
        better_probability=reader.number((*at, "better_probability"), better, 0.5, 1),
    )
