"""What the ids that texts rest on stand for now: the newest value of each in the register.

A reading keeps its id while the day of its run moves on, so a text that was written on one run is checked against
the reading of the same indicator, border and week in the latest.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Generic, TypeVar

from kordon.chain import Setup
from kordon.commentary import facts as told
from kordon.commentary.context import DraftContext
from kordon.commentary.facts import Facts, Stated, summed
from kordon.commentary.issue.editing import ADDRESSES
from kordon.commentary.numerals import read
from kordon.domain.coded import Figure
from kordon.domain.issue import Source
from kordon.domain.material import Material
from kordon.domain.measure import Proposal
from kordon.domain.report import Report
from kordon.domain.time import Date, Week
from kordon.register.register import Register
from kordon.register.values import ById

Thing = TypeVar("Thing")

_DIGITS = re.compile(r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?!\d)|\d+(?:[.,]\d+)?")
_GROUPED = re.compile(r"\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+")


class ByPlace(Mapping[tuple[str, Week], Thing], Generic[Thing]):
    """Values of the register by border and week, each looked up when it is asked for; it lists none."""

    def __init__(self, ask: Callable[[str, Week], Thing | None]) -> None:
        self._ask = ask

    def __getitem__(self, place: tuple[str, Week]) -> Thing:
        found = self._ask(*place)
        if found is None:
            raise KeyError(place)
        return found

    def __iter__(self) -> Iterator[tuple[str, Week]]:
        return iter(())

    def __len__(self) -> int:
        return 0


class Now:
    """Answers an id with its values, or ``None`` for one that the register has not; remembers each answer."""

    def __init__(self, register: Register, setup: Setup) -> None:
        self._register = register
        self._setup = setup
        self._memory: dict[str, Facts | None] = {}

    def __call__(self, source: str) -> Facts | None:
        if source not in self._memory:
            self._memory[source] = summed(source, self) if "+" in source else self._one(source)
        return self._memory[source]

    def _one(self, name: str) -> Facts | None:
        if name.startswith((*ADDRESSES, "text:")):
            return None
        if ":" in name:  # worked out of several values, as a draft does
            try:
                return told.lookup(self._context)(name)
            except (ValueError, LookupError):
                return None
        for ask in (self._result, self._item, self._report):
            found = ask(name)
            if found is not None:
                return found
        return None

    def _result(self, name: str) -> Facts | None:
        if (reading := self._register.readings([name]).get(name)) is not None:
            of_week = {r.indicator: r for r in self._register.readings_of(reading.border, reading.week)}
            return told.facts_of_reading(of_week.get(reading.indicator, reading))
        if (found := self._register.assessments_by_id([name]).get(name)) is not None:
            return told.facts_of_assessment(self._register.assessment(found.border, found.week) or found)
        if (proposal := self._register.proposals_by_id([name]).get(name)) is not None:
            return told.facts_of_proposal(self._proposal(proposal.border, proposal.week) or proposal)
        return None

    def _item(self, name: str) -> Facts | None:
        if name in self._incidents:
            return self._incidents[name]
        if name in self._figures:
            return facts_of_figure(self._figures[name])
        measure = next((m for m in self._register.measures() if m.id == name), None)
        if measure is not None:
            return told.facts_of_measure(measure)
        status = next((s for s in self._register.statuses() if s.id == name), None)
        return None if status is None else told.facts_of_status(status)

    def _report(self, name: str) -> Facts | None:
        report = self._register.report(name)
        return None if report is None else facts_of_report(report, self._setup)

    def leads(self, name: str) -> bool:
        """Whether an id leads to a report with an address, where a reader can open its words."""
        item = self._figures.get(name) or next((i for i in self._material.incidents if i.id == name), None)
        report = self._register.report(name if item is None else item.evidence[0].report)
        return report is not None and bool(report.address)

    def sources(self, names: Iterable[str]) -> tuple[Source, ...]:
        """The outlets behind incidents, figures and measures, each once, with the first of its addresses."""
        reports = self._register.reports(dict.fromkeys(r for name in names for r in self._reports.get(name, ())))
        found: dict[str, Source] = {}
        for report in reports.values():
            outlet = report.source or report.title
            if outlet:
                found.setdefault(outlet, Source(outlet, report.address))
        return tuple(found[outlet] for outlet in sorted(found))

    @cached_property
    def _reports(self) -> Mapping[str, tuple[str, ...]]:
        """The reports that tell of each incident, figure and measure."""
        found = {i.id: tuple(e.report for e in i.evidence) for i in self._material.incidents}
        found |= {f.id: tuple(e.report for e in f.evidence) for f in self._material.figures}
        return found | {m.id: m.reports for m in self._material.measures}

    @cached_property
    def _material(self) -> Material:
        return self._register.material()

    @cached_property
    def _incidents(self) -> Mapping[str, Facts]:
        return {incident.id: told.facts_of_incident(incident) for incident in self._material.incidents}

    @cached_property
    def _figures(self) -> Mapping[str, Figure]:
        return {figure.id: figure for figure in self._material.figures}

    @cached_property
    def _context(self) -> DraftContext:
        """What a draft is told from, each value looked up when it is asked for."""
        return DraftContext(
            as_of=self._material.newest or dt.date.min,
            vocabulary=self._setup.vocabulary,
            phrases=self._setup.phrases,
            material=self._material,
            assessments=ByPlace(self._register.assessment),
            series=self._register.series(),
            readings=ById(self._register.readings),
            proposals=ByPlace(self._proposal),
            criteria=self._setup.criteria,
        )

    def _proposal(self, border: str, week: Week) -> Proposal | None:
        assessment = self._register.assessment(border, week)
        found = self._register.proposals_for(assessment.id) if assessment is not None else ()
        return found[-1] if found else None

    def citable(self, week: Week, borders: tuple[str, ...]) -> Iterator[tuple[str, str, Facts]]:
        """What a text on a week and some borders may cite: id, what it is, and its values."""
        for border in borders:
            name = told.count_id(border, week)
            if facts := self(name):
                yield name, f"count of {border}", facts
            for reading in self._register.readings_of(border, week):
                if facts := told.facts_of_reading(reading):
                    yield reading.id, f"{reading.indicator} on {border}", facts
        days = set(week.days())
        for incident in self._material.incidents:
            if incident.occurred.start in days and set(incident.place.borders) & set(borders):
                yield incident.id, f"incident: {incident.kind}", self._incidents[incident.id]
        for figure in self._material.figures:
            if figure.span.start in days and figure.span.end in days and set(figure.place.borders) & set(borders):
                yield figure.id, f"figure: {figure.unit}", facts_of_figure(figure)


def facts_of_figure(figure: Figure) -> Facts:
    """The printed number, and the days that it is for."""
    values: dict[str, Stated] = {"value": figure.quantity.best}
    days = (("start", figure.span.start), ("end", figure.span.end))
    return values | {name: day for name, day in days if day is not None}


def facts_of_report(report: Report, setup: Setup) -> Facts:
    """Every number that a report prints, and the day on which it was published."""
    values: dict[str, Stated] = {f"number {value:g}": value for value in numbers_in(report.text)}
    language = setup.phrases.languages.get(report.lang)
    if language is not None:
        for token in read(report.text, language, report.published_at or Date(2000, 1, 1)):
            shown = token.value.isoformat() if isinstance(token.value, Date) else f"{token.value:g}"
            values.setdefault(f"number {shown}", token.value)
    return values | ({} if report.published_at is None else {"published": report.published_at})


def numbers_in(text: str) -> tuple[float, ...]:
    """The numbers that a text prints in digits, whatever its language parts thousands by."""
    found: dict[float, None] = {}
    for match in _DIGITS.finditer(text):
        if _GROUPED.fullmatch(match[0]):
            found[float(re.sub(r"\D", "", match[0]))] = None
        found[float(re.split(r"[ \u00a0\u202f]", match[0])[0].replace(",", ".").split(".")[0])] = None
        if re.fullmatch(r"\d+[.,]\d+", match[0]):
            found[float(match[0].replace(",", "."))] = None
    return tuple(found)
