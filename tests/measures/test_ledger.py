"""Measures from what reports tell of them: announced is not in force."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import kordon
from kordon.domain.coded import Place, ReportedMeasure, Status
from kordon.domain.report import Evidence
from kordon.domain.time import Date, Precision, Span
from kordon.intake.sources import load_sources
from kordon.intake.tables import read_table
from kordon.measures import measures_of, standing_on
from kordon.vocabulary import Vocabulary

PUBLIC = Path(str(kordon.__file__)).parent / "data" / "public"
DAY = Date(2024, 6, 20)


def reported(key: str, status: str, start: str | None, end: str | None = None, **more: Any) -> ReportedMeasure:
    days = [None if d is None else Date.fromisoformat(d) for d in (start, end)]
    return ReportedMeasure(
        id=f"measure-{key}-{status}",
        kind=more.pop("kind", "buffer_zone"),
        status=Status(status),
        place=Place(borders=("PL-BY",), areas=("a strip",)),
        evidence=(Evidence(more.pop("report", "r1"), 0, 1),),
        rule="test",
        effective=Span(days[0], days[1], Precision.DAYS),
        key=key,
        **more,
    )


def reports(**days: str | None) -> dict[str, Any]:
    return {k: SimpleNamespace(published_at=d and Date.fromisoformat(d)) for k, d in days.items()}


R1 = reports(r1="2024-06-13")


@pytest.mark.parametrize(
    ("status", "start", "end", "in_force"),
    [
        ("in_force", "2024-06-13", "2024-09-10", True),
        ("in_force", "2024-06-13", None, True),
        ("in_force", "2024-06-20", "2024-06-20", True),
        ("in_force", "2024-06-13", "2024-06-19", False),
        ("in_force", None, None, False),
        ("in_force", None, "2024-09-10", False),
        ("decided", "2024-06-13", None, True),
        ("decided", "2024-06-21", None, False),
        ("extended", "2024-06-13", "2024-09-10", True),
        ("announced", "2024-06-04", "2024-09-01", False),
        ("planned", "2024-06-04", None, False),
        ("asked", "2024-06-04", None, False),
        ("proposed", "2024-06-04", None, False),
        ("agreed", "2024-06-04", None, False),
        ("conditional", "2024-06-04", None, False),
        ("denied", "2024-06-04", None, False),
        ("historical", "2024-06-04", None, False),
        ("reference", "2024-06-04", None, False),
        ("lifted", "2024-06-04", None, False),
    ],
)
def test_what_stands_in_force(status: str, start: str | None, end: str | None, in_force: bool) -> None:
    (measure,) = measures_of([reported("M", status, start, end)], R1)
    assert measure.in_force_on(DAY) is in_force
    assert (standing_on([measure], "PL-BY", DAY) == (measure,)) is in_force
    assert standing_on([measure], "LT-BY", DAY) == ()
    assert (measure.status, measure.where, measure.known_from) == (status, "a strip", Date(2024, 6, 13))


def test_only_a_measure_with_a_key_is_kept() -> None:
    assert measures_of([reported("", "in_force", "2024-06-13")], R1) == ()


def test_an_extension_stands_beside_what_it_extends() -> None:
    first = reported("A", "in_force", "2024-06-13", "2024-09-10")
    second = reported("B", "extended", "2024-09-11", "2024-12-09", extends="A")
    found = {m.id: m for m in measures_of([second, first], R1)}
    assert [m.in_force.start for m in found.values()] == [Date(2024, 6, 13), Date(2024, 9, 11)]
    assert (found["A"].in_force.end, found["B"].extends) == (Date(2024, 9, 10), "A")


def test_the_last_report_tells_the_measure_and_not_before_it_was_out() -> None:
    early = reported("M", "announced", "2024-06-04", report="r1")
    late = reported("M", "in_force", "2024-06-13", report="r2")
    dated = reports(r1="2024-05-29", r2="2024-06-13")
    for order in ([early, late], [late, early]):
        (measure,) = measures_of(order, dated)
        assert (measure.status, measure.known_from) == ("in_force", Date(2024, 6, 13))
        assert set(measure.reports) == {"r1", "r2"}


def test_a_report_without_a_day_gives_way() -> None:
    undated = reported("M", "announced", None, report="r2")
    dated = reported("M", "in_force", "2024-06-13", report="r1")
    (measure,) = measures_of([dated, undated], reports(r1="2024-06-13", r2=None))
    assert (measure.status, measure.known_from) == ("in_force", Date(2024, 6, 13))
    (alone,) = measures_of([undated], reports(r2=None))
    assert alone.known_from is None


@pytest.mark.parametrize(
    ("lifted_from", "decided", "stands"),
    [("2024-06-20", None, False), ("2024-06-21", None, True), (None, "2024-06-19", False), (None, None, True)],
)
def test_a_lifted_measure_ends_what_it_names(lifted_from: str | None, decided: str | None, stands: bool) -> None:
    base = reported("A", "in_force", "2024-06-13")
    day = None if decided is None else Date.fromisoformat(decided)
    lifted = reported("B", "lifted", lifted_from, extends="A", decided_on=day)
    found = measures_of([base, lifted], R1)
    assert [m.id for m in standing_on(found, "PL-BY", DAY)] == (["A"] if stands else [])
    assert [m.id for m in standing_on(found[:1], "PL-BY", DAY)] == ["A"]  # before the lifting was known


@pytest.fixture(scope="module")
def ledger(vocabulary: Vocabulary) -> dict[str, Any]:
    table = read_table(PUBLIC / "measures.csv", vocabulary, load_sources())
    assert table.errors == ()
    found = measures_of([m for c in table.coded for m in c.measures], {c.report.id: c.report for c in table.coded})
    return {m.id: m for m in found}


def test_every_row_of_the_public_ledger_is_a_measure(ledger: dict[str, Any]) -> None:
    rows = (PUBLIC / "measures.csv").read_text(encoding="utf-8").splitlines()
    assert len(ledger) == len(rows) - 1


@pytest.mark.parametrize(
    ("day", "zones"),
    [
        ("2024-06-04", []),  # announced for that day and put off
        ("2024-06-12", []),  # signed
        ("2024-06-13", ["PL-BZ-2024-06"]),
        ("2024-09-10", ["PL-BZ-2024-06"]),
        ("2024-09-11", ["PL-BZ-2024-09"]),
        ("2025-03-10", ["PL-BZ-2025-03"]),
    ],
)
def test_the_buffer_zone_of_the_public_ledger(ledger: dict[str, Any], day: str, zones: list[str]) -> None:
    standing = standing_on(ledger.values(), "PL-BY", Date.fromisoformat(day))
    assert [m.id for m in standing if m.kind == "buffer_zone"] == zones


def test_the_joint_mechanism_was_announced_and_never_in_force(ledger: dict[str, Any]) -> None:
    joint = [m for m in ledger.values() if m.kind == "joint_mechanism"]
    assert joint and all(not m.in_force_on(Date(2023, 9, 1)) for m in joint)
