"""What the tests of linking share: the rules that ship, and incidents made by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from kordon.coding.linking import Linking, load_linking
from kordon.domain.coded import Incident, Modality, Party, Place
from kordon.domain.quantity import Quantity
from kordon.domain.report import Evidence, Report
from kordon.domain.time import Span
from kordon.geo.gazetteer import Gazetteer, load_gazetteer
from kordon.vocabulary import Vocabulary

Made = tuple[Incident, Report]
DAY = dt.date(2024, 6, 5)


@pytest.fixture(scope="session")
def rules(vocabulary: Vocabulary) -> Linking:
    return load_linking(vocabulary)


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.fixture(scope="session")
def make() -> Callable[..., Made]:
    """An incident in a report of its own: by default stones thrown near one place on one day."""

    def made(
        name: str, *, report: Report | None = None, source: str = "", grade: str = "B2", **values: Any
    ) -> Made:
        day = values.pop("day", DAY)
        told = report or Report(
            f"report-{name}",
            values.pop("text", "") or f"Told by {name}.",
            lang=values.pop("lang", "en"),
            source=source or f"{name}.example",
            published_at=values.pop("published", day + dt.timedelta(days=1)),
            grade=grade,
        )
        people = values.pop("people", None)
        where = values.pop("at", "bialowieza")
        border = values.pop("border", "PL-BY")
        defaults: dict[str, Any] = {
            "kind": "stone_throwing",
            "place": Place((border,), settlements=(where,) if where else ()),
            "occurred": Span.day(day),
            "modality": Modality.ACTUAL,
            "actor": Party("migrants"),
            "people": None if people is None else Quantity.exactly(people),
        }
        incident = Incident(
            id=f"incident-{name}", evidence=(Evidence(told.id, 0, 4),), rule="test", **(defaults | values)
        )
        return incident, told

    return made
