"""Figures made by hand, and those of the table that ships."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kordon.domain.coded import Figure, FigureForm, Modality, Place, PlacePrecision
from kordon.domain.quantity import Quantity
from kordon.domain.report import Evidence, stable_id
from kordon.domain.time import Date, Precision, Span
from kordon.geo.gazetteer import PUBLIC
from kordon.intake.sources import load_sources
from kordon.intake.tables import read_table
from kordon.vocabulary import Vocabulary

Make = Callable[..., Figure]


def make_figure(
    border: str,
    start: Date,
    end: Date,
    quantity: Quantity | float,
    *,
    unit: str = "attempts",
    form: FigureForm = FigureForm.COUNT,
    per: str | None = None,
    modality: Modality = Modality.ACTUAL,
    place: Place | None = None,
    report: str = "",
    number: int = 0,
) -> Figure:
    if not isinstance(quantity, Quantity):
        quantity = Quantity.exactly(quantity)
    id_ = stable_id("figure", border, start, end, quantity, unit, number)
    return Figure(
        id=id_,
        form=form,
        unit=unit,
        quantity=quantity,
        place=place or Place(borders=(border,), precision=PlacePrecision.BORDER),
        span=Span(start, end, Precision.DAY if start == end else Precision.DAYS),
        modality=modality,
        evidence=(Evidence(report or f"report-of-{id_}", 0, 1),),
        rule="test",
        per=per,
    )


@pytest.fixture(scope="session")
def figure() -> Make:
    return make_figure


@pytest.fixture(scope="session")
def shipped(vocabulary: Vocabulary) -> tuple[Figure, ...]:
    """Every figure of the table that ships."""
    table = read_table(PUBLIC / "attempts.csv", vocabulary, load_sources())
    return tuple(f for coded in table.coded for f in coded.figures)
