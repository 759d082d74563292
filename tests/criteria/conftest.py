"""Makers of small values, so that a table of a test shows only what matters in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kordon.criteria import Criteria, load_criteria
from kordon.domain.coded import Incident, Modality, Party, Place, PlacePrecision
from kordon.domain.material import Material, ReadReport
from kordon.domain.quantity import Quantity
from kordon.domain.reading import Baseline, Coverage, Reading, Unknown, WeekCount
from kordon.domain.report import Evidence, PublishedBasis, ReportKind
from kordon.domain.time import Date, Span, Week
from kordon.indicators import Indicator, load_indicators
from kordon.vocabulary import Vocabulary

DAY = Date(2024, 5, 28)
BASELINE = Baseline(expected=100, q90=200, q975=300, q995=400, weeks=52, method="test")


def incident(kind: str = "stone_throwing", **given: Any) -> Incident:
    """An incident on PL-BY on 28 May 2024, graded B2, by an actor type against a recipient type."""
    day = given.pop("day", DAY)
    span = given.pop("occurred", None) or Span.between(day, given.pop("until", day))
    border = given.pop("border", "PL-BY")
    actor, recipient, sponsor = (given.pop(name, None) for name in ("actor", "recipient", "sponsor"))
    people = given.pop("people", None)
    return Incident(
        id=given.pop("id", f"incident-{kind}"),
        kind=kind,
        place=given.pop("place", Place(borders=(border,), precision=PlacePrecision.BORDER)),
        occurred=span,
        modality=given.pop("modality", Modality.ACTUAL),
        evidence=(Evidence("report-1", 0, 1),),
        rule="test",
        actor=Party(actor) if actor else None,
        recipient=Party(recipient) if recipient else None,
        sponsor=Party(sponsor) if sponsor else None,
        people=people if isinstance(people, Quantity) or people is None else Quantity.exactly(people),
        injured=Quantity.exactly(given.pop("injured")) if "injured" in given else None,
        killed=Quantity.exactly(given.pop("killed")) if "killed" in given else None,
        grade=given.pop("grade", "B2"),
        **given,
    )


def reading(indicator: str, value: float | None, **given: Any) -> Reading:
    """A reading of a covered week from two sources; ``None`` is a value that is not known."""
    week = given.pop("week", Week.of(DAY))
    told: float | Unknown = Unknown("poor-coverage") if value is None else value
    return Reading(
        id=given.pop("id", f"reading-{indicator}-{week}-{value}"),
        indicator=indicator,
        border=given.pop("border", "PL-BY"),
        week=week,
        as_of=Date(2025, 6, 30),
        value=told,
        unit="events",
        coverage=Coverage(given.pop("coverage", 1.0)),
        sources=given.pop("sources", 2),
        **given,
    )


def count(week: Week, mean: float, spread: float = 0.0, coverage: float = 1.0) -> WeekCount:
    """A week's posterior whose 90 % interval reaches ``spread`` to either side."""
    low, high = max(0.0, mean - spread), mean + spread
    return WeekCount("PL-BY", week, mean, low, high, low, high, low, high, Coverage(coverage))


def material(*incidents: Incident) -> Material:
    report = ReadReport("report-1", "example.org", DAY, PublishedBasis.GIVEN, ReportKind.NOTICE, "B2", ())
    return Material(None, {"report-1": report}, (), tuple(incidents), ())


class Make:
    """The makers above, for tests that cannot import from here."""

    incident = staticmethod(incident)
    reading = staticmethod(reading)
    count = staticmethod(count)
    material = staticmethod(material)
    baseline = BASELINE


@pytest.fixture(scope="session")
def make() -> Make:
    return Make()


@pytest.fixture(scope="session")
def indicators(vocabulary: Vocabulary) -> tuple[Indicator, ...]:
    return load_indicators(vocabulary)


@pytest.fixture(scope="session")
def criteria(vocabulary: Vocabulary, indicators: tuple[Indicator, ...]) -> Criteria:
    return load_criteria(vocabulary, indicators)[0]


@pytest.fixture(scope="session")
def shipped() -> str:
    """The text of the document that ships."""
    import kordon.criteria.document as document

    return (Path(document.SHIPPED) / "three-borders.yaml").read_text(encoding="utf-8")
