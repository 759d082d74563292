"""Incidents and figures made by hand, and the material of the tables that ship."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pytest

from kordon.counts import fuse
from kordon.domain.coded import Figure, FigureForm, Incident, Modality, Party, Place, PlacePrecision
from kordon.domain.material import Material, ReadReport
from kordon.domain.quantity import Quantity
from kordon.domain.reading import Reading
from kordon.domain.report import Evidence, PublishedBasis, ReportKind
from kordon.domain.time import Date, Span, Week
from kordon.geo.gazetteer import PUBLIC, Gazetteer, load_gazetteer
from kordon.indicators import Indicator, load_indicators, read_all
from kordon.intake.sources import load_sources
from kordon.intake.tables import read_table
from kordon.vocabulary import Vocabulary

FIRST, LAST = Week(2021, 31), Week(2025, 26)
BORDERS = ("PL-BY", "LT-BY", "LV-BY")
Row = Mapping[str, Reading]


class Make:
    """Makes items with ids of their own, each in a report of its own unless told otherwise."""

    number = 0

    def incident(self, kind: str, span: Span, *, border: str = "PL-BY", report: str = "", **more: Any) -> Incident:
        self.number += 1
        for name in ("people", "injured", "killed", "times"):
            if isinstance(more.get(name), int):
                more[name] = Quantity.exactly(more[name])
        if isinstance(more.get("actor"), str):
            more["actor"] = Party(more["actor"])
        place = more.pop("place", Place(borders=(border,), precision=PlacePrecision.BORDER))
        return Incident(
            id=f"incident-{self.number:04d}",
            kind=kind,
            place=place,
            occurred=span,
            modality=more.pop("modality", Modality.ACTUAL),
            evidence=(Evidence(report or f"report-{self.number}", 0, 1),),
            rule="test",
            **{"grade": "B2", **more},
        )

    def figure(
        self, count: float, span: Span, *, border: str = "PL-BY", unit: str = "attempts", **more: Any
    ) -> Figure:
        self.number += 1
        return Figure(
            id=f"figure-{self.number:04d}",
            form=FigureForm.COUNT,
            unit=unit,
            quantity=Quantity.exactly(count),
            place=Place(borders=(border,), precision=PlacePrecision.BORDER),
            span=span,
            modality=Modality.ACTUAL,
            evidence=(Evidence(more.pop("report", f"report-{self.number}"), 0, 1),),
            rule="test",
            **{"grade": "B2", **more},
        )


@pytest.fixture
def make() -> Make:
    return Make()


@pytest.fixture(scope="session")
def indicators(vocabulary: Vocabulary) -> tuple[Indicator, ...]:
    return load_indicators(vocabulary)


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def material_of(
    figures: Iterable[Figure] = (), incidents: Iterable[Incident] = (), reports: Iterable[ReadReport] = ()
) -> Material:
    figures, incidents = tuple(figures), tuple(incidents)
    read = {
        e.report: ReadReport(
            e.report, f"{e.report}.example", None, PublishedBasis.UNKNOWN, ReportKind.RECORD, "", ()
        )
        for item in (*figures, *incidents)
        for e in item.evidence
    }
    read |= {r.id: r for r in reports}
    return Material(None, read, figures, incidents, ())


Reader = Callable[..., Row]


@pytest.fixture
def read(indicators: tuple[Indicator, ...], vocabulary: Vocabulary, gazetteer: Gazetteer) -> Reader:
    """The readings of one border and week by indicator."""

    def read_week(
        week: Week,
        figures: Iterable[Figure] = (),
        incidents: Iterable[Incident] = (),
        reports: Iterable[ReadReport] = (),
        border: str = "PL-BY",
        using: tuple[Indicator, ...] = indicators,
    ) -> Row:
        material = material_of(figures, incidents, reports)
        series = fuse(material.figures, [border], week - 60, week, vocabulary)
        found = read_all(using, material, series, [border], [week], week.sunday, vocabulary, gazetteer)
        return {r.indicator: r for r in found[border, week]}

    return read_week


@pytest.fixture(scope="session")
def shipped(vocabulary: Vocabulary) -> Material:
    """The material of the tables that ship, as a register would hand it over."""
    sources, gazetteer = load_sources(), load_gazetteer()
    coded = [
        c
        for name in ("attempts", "incidents", "totals_combined")
        for c in read_table(PUBLIC / f"{name}.csv", vocabulary, sources, gazetteer=gazetteer).coded
    ]
    reports = {}
    for c in coded:
        r = c.report
        told = {b for item in (*c.figures, *c.incidents) for b in item.place.borders}
        borders = tuple(sorted({*r.borders, *told}))
        reports[r.id] = ReadReport(r.id, r.source, r.published_at, r.published_basis, r.kind, r.grade, borders)
    return Material(
        None, reports, tuple(f for c in coded for f in c.figures), tuple(i for c in coded for i in c.incidents), ()
    )


@pytest.fixture(scope="session")
def real(
    shipped: Material, indicators: tuple[Indicator, ...], vocabulary: Vocabulary, gazetteer: Gazetteer
) -> Mapping[tuple[str, Week], Row]:
    series = fuse(shipped.figures, BORDERS, FIRST, LAST, vocabulary)
    weeks = tuple(FIRST.until(LAST))
    found = read_all(indicators, shipped, series, BORDERS, weeks, Date(2025, 6, 30), vocabulary, gazetteer)
    return {key: {r.indicator: r for r in readings} for key, readings in found.items()}
