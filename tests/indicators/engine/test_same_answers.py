"""Generated material, generated definitions: DuckDB, Spark and plain Python read the same.

The plain Python is :func:`read_all`, which shares no arithmetic with the engines; for tables whose rows are whole
acts it is a loop over the rows, below.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.extras import needs_spark

from kordon.domain.coded import Figure, FigureForm, Incident, Modality, Party, Place
from kordon.domain.material import Material, ReadReport
from kordon.domain.quantity import Quantity
from kordon.domain.reading import Unknown
from kordon.domain.report import Evidence, PublishedBasis, ReportKind
from kordon.domain.time import Precision, Span, Week
from kordon.geo.gazetteer import load_gazetteer
from kordon.indicators import Indicator, Measure, Silence, load_indicators, read_all
from kordon.indicators.definition import Counts
from kordon.indicators.engine import (
    DuckEngine,
    Engine,
    SparkEngine,
    execute,
    expression,
    has_expression,
    tables_of,
)
from kordon.indicators.engine.schema import arrow_schema, week_number
from kordon.indicators.engine.weekly import ALL_KINDS, weekly
from kordon.vocabulary import load

VOCABULARY, GAZETTEER = load(), load_gazetteer()
SHIPPED = tuple(i for i in load_indicators(VOCABULARY) if has_expression(i))
BORDERS = ("PL-BY", "LT-BY")
FIRST, LAST = Week(2024, 51), Week(2025, 4)
WEEKS = tuple(FIRST.until(LAST))
KINDS = ("stone_throwing", "pyrotechnics", "shots_fired", "death", "fence_damage", "mass_push", "balloon")
MEANS = ("stones", "pyrotechnics", "firearm", "none_told")
UNITS = ("detections", "crossings", "balloons")
GRADES = ("", "A1", "B2", "B2", "B2", "C3", "C4", "D2", "F6", "C6")
CLOCKLESS = settings(deadline=None, suppress_health_check=list(HealthCheck))

days = st.dates(FIRST.monday, LAST.sunday)
quantities = st.none() | st.builds(Quantity.exactly, st.integers(0, 6)) | st.just(Quantity(3, 1, None))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(days)
    if draw(st.integers(0, 9)) == 0:
        return Span(start, start + dt.timedelta(days=draw(st.integers(0, 40))), Precision.MONTH)
    return Span.between(start, start + dt.timedelta(days=draw(st.sampled_from((0, 0, 0, 1, 2, 6, 9, 35)))))


@st.composite
def incidents(draw: st.DrawFn, number: int) -> Incident:
    actor = draw(st.sampled_from((None, "migrants", "far_state", "near_state")))
    return Incident(
        id=f"i{number:02d}",
        kind=draw(st.sampled_from(KINDS)),
        place=Place(draw(st.sampled_from((("PL-BY",), ("PL-BY",), ("LT-BY",), BORDERS)))),
        occurred=draw(spans()),
        modality=draw(st.sampled_from((Modality.ACTUAL,) * 5 + (Modality.ATTEMPTED, Modality.PLANNED))),
        evidence=(Evidence(f"r{draw(st.integers(0, 5))}", 0, 1),),
        rule="made",
        means=draw(st.lists(st.sampled_from(MEANS), max_size=2, unique=True).map(tuple)),
        actor=None if actor is None else Party(actor),
        times=draw(quantities),
        people=draw(quantities),
        injured=draw(quantities),
        killed=draw(st.none() | quantities),
        grade=draw(st.sampled_from(GRADES)),
        clash=draw(st.sampled_from((None, None, "c1", "c2"))),
        warning_shots=draw(st.booleans()),
    )


@st.composite
def figures(draw: st.DrawFn, number: int) -> Figure:
    best = draw(st.integers(0, 500))
    return Figure(
        id=f"f{number:02d}",
        form=FigureForm.COUNT,
        unit=draw(st.sampled_from(UNITS)),
        quantity=Quantity.exactly(best),
        place=Place(draw(st.sampled_from((("PL-BY",), ("LT-BY",))))),
        span=draw(spans()),
        modality=Modality.ACTUAL,
        evidence=(Evidence(f"r{draw(st.integers(0, 5))}", 0, 1),),
        rule="made",
        grade=draw(st.sampled_from(GRADES)),
    )


@st.composite
def materials(draw: st.DrawFn) -> Material:
    told = tuple(draw(incidents(n)) for n in range(draw(st.integers(0, 14))))
    printed = tuple(draw(figures(n)) for n in range(draw(st.integers(0, 8))))
    reports = {
        f"r{n}": ReadReport(
            f"r{n}",
            f"{n}.example",
            draw(days),
            PublishedBasis.GIVEN,
            draw(st.sampled_from((ReportKind.NOTICE, ReportKind.COMMENTARY, ReportKind.RECORD))),
            draw(st.sampled_from(("", "B2", "D4"))),
            draw(st.sampled_from(((), ("PL-BY",), BORDERS))),
        )
        for n in range(5)  # and one report that nobody knows
    }
    linked = {i.id: draw(st.sampled_from(("e1", "e2"))) for i in told if draw(st.integers(0, 2)) == 0}
    return Material(None, reports, printed, told, (), linked)


def subset(values: Sequence[str], least: int = 0) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(values), min_size=least)


@st.composite
def definitions(draw: st.DrawFn, number: int = 0, whole_acts: bool = False) -> Indicator:
    """A definition that a document could hold."""
    of_events = [m for m in Measure if m.of_incidents]
    measure = draw(st.sampled_from(of_events if whole_acts else [*of_events, Measure.FIGURES]))
    if measure is Measure.FIGURES:
        counts = Counts(units=draw(subset(UNITS[:2], 1)))
    else:
        classes = draw(subset(("killed",)))
        printed = measure is Measure.INCIDENTS and not whole_acts and draw(st.booleans())
        counts = Counts(
            kinds=draw(subset(KINDS, 0 if classes else 1)),
            means=draw(st.just(frozenset[str]()) | subset(MEANS)),
            sides=draw(subset(("near", "far", "none"))),
            units=frozenset(("balloons",)) if printed else frozenset(),
            classes=classes,
            warning_shots=draw(st.sampled_from((None, None, True, False))),
        )
    return replace(
        SHIPPED[0],
        id=f"made-{number}",
        measure=measure,
        window=draw(st.sampled_from((1, 1, 2, 4))),
        silence=draw(st.sampled_from(Silence)),
        counts=counts,
        min_grade=draw(st.sampled_from(("C3", "C3", "B4", "F6"))),
        baseline=False,
    )


def check(material: Material, indicators: Sequence[Indicator], engine_of: Any) -> None:
    """Every value, reason and coverage of an engine against those of read_all, for the same material."""
    tables = tables_of(material, indicators, BORDERS, WEEKS, VOCABULARY)
    engine: Engine = engine_of(tables)
    read = read_all(indicators, material, {}, BORDERS, WEEKS, LAST.sunday, VOCABULARY, GAZETTEER)
    wanted = {(r.indicator, r.border, week_number(r.week)): r for found in read.values() for r in found}
    for indicator in indicators:
        rows = execute(expression(indicator), engine)
        assert len(rows) == len(BORDERS) * len(WEEKS)
        for row in rows:
            reading = wanted[indicator.id, row["border"], row["week"]]
            if isinstance(reading.value, Unknown):
                assert (row["value"], row["reason"]) == (None, reading.value.reason), (indicator, row)
            elif indicator.measure is Measure.FIGURES:
                assert row["value"] == pytest.approx(reading.value, rel=1e-9, abs=1e-9), (indicator, row)
                assert row["reason"] is None
            else:
                assert (row["value"], row["reason"]) == (reading.value, None), (indicator, row, reading)
            assert row["coverage"] == reading.coverage.share, (indicator, row)
            assert (row["n"] > 0) == bool(reading.evidence), (indicator, row, reading)


@settings(CLOCKLESS, max_examples=20)
@given(materials(), st.data())
def test_duckdb_reads_what_python_reads(material: Material, data: st.DataObject) -> None:
    check(material, [data.draw(definitions(n)) for n in range(2)], DuckEngine)


@settings(CLOCKLESS, max_examples=2)
@given(materials())
def test_duckdb_reads_what_python_reads_for_every_shipped_definition(material: Material) -> None:
    check(material, SHIPPED, DuckEngine)


# Tables whose rows are whole acts.

Rows = list[dict[str, Any]]


@st.composite
def whole(draw: st.DrawFn) -> Rows:
    maybe = st.none() | st.integers(0, 6).map(float)
    row = st.fixed_dictionaries(
        {
            "border": st.sampled_from(BORDERS),
            "week": st.sampled_from([week_number(w) for w in WEEKS]),
            "kind": st.sampled_from(KINDS),
            "means": st.lists(st.sampled_from(MEANS), max_size=2),
            "means_rank": st.none() | st.integers(0, 5).map(float),
            "side": st.sampled_from(("near", "far", "none")),
            "times": maybe,
            "people": maybe,
            "injured": maybe,
            "killed": maybe,
            "clash": st.sampled_from((None, None, "c1", "c2")),
            "grade_letter": st.sampled_from((None, "A", "B", "C", "D")),
            "grade_digit": st.integers(1, 5),
            "warning_shots": st.booleans(),
        }
    )
    return draw(st.lists(row, max_size=25))


def tables_with(rows: Rows) -> dict[str, Any]:
    import pyarrow as pa

    calendar = [{"border": b, "week": week_number(w)} for b in BORDERS for w in WEEKS]
    return {
        "events": pa.Table.from_pylist(rows, schema=arrow_schema("events")),
        "calendar": pa.Table.from_pylist(calendar, schema=arrow_schema("calendar")),
    }


def counts_row(indicator: Indicator, row: dict[str, Any]) -> bool:
    counts, (letter, digit) = indicator.counts, indicator.min_grade
    graded = row["grade_letter"] is not None and row["grade_letter"] <= letter and row["grade_digit"] <= int(digit)
    return (
        (row["kind"] in counts.kinds or ("killed" in counts.classes and (row["killed"] or 0) > 0))
        and (not counts.means or bool(counts.means & set(row["means"])))
        and (not counts.sides or row["side"] in counts.sides)
        and counts.warning_shots in (None, row["warning_shots"])
        and (indicator.min_grade == "F6" or graded)
    )


def by_hand(indicator: Indicator, rows: Rows, border: str, week: int, kind: str | None) -> tuple[float, int]:
    window = 1 if kind else indicator.window
    mine = [
        row
        for row in rows
        if row["border"] == border and week - window < row["week"] <= week and kind in (None, row["kind"])
    ]
    mine = [row for row in mine if counts_row(indicator, row)]

    def hurt(row: dict[str, Any]) -> float:
        dead = row["killed"] or 0.0
        if indicator.measure is Measure.DEATHS:
            return dead
        return (row["injured"] or 0.0) + (0.0 if row["kind"] == "death" else dead)

    if indicator.measure in (Measure.WOUNDED, Measure.DEATHS):
        clashes: dict[object, float] = {}
        for number, row in enumerate(mine):
            key = row["clash"] or number
            clashes[key] = max(clashes.get(key, 0.0), hurt(row))
        return sum(clashes.values()), len(mine)
    if indicator.measure is Measure.INCIDENTS:
        return sum(1.0 if row["times"] is None else row["times"] for row in mine), len(mine)
    column = "people" if indicator.measure is Measure.LARGEST_GROUP else "means_rank"
    return max((row[column] or 0.0 for row in mine), default=0.0), len(mine)


def check_whole(rows: Rows, indicators: Sequence[Indicator], engine_of: Any) -> None:
    engine: Engine = engine_of(tables_with(rows))
    wanted, unrolled = {}, {}
    for indicator in indicators:
        for border in BORDERS:
            for number in (week_number(w) for w in WEEKS):
                for kind in (None, *KINDS):
                    value, n = by_hand(indicator, rows, border, number, kind)
                    if n:
                        wanted[indicator.id, border, number, kind or ALL_KINDS] = (value, n)
        for row in execute(expression(indicator, whole_acts=True), engine):
            if row["n"]:
                unrolled[indicator.id, row["border"], row["week"], ALL_KINDS] = (row["value"], row["n"])
    last = week_number(LAST)
    found = execute(weekly(indicators, whole_acts=True, until=last), engine)
    assert {(r["indicator"], r["border"], r["week"], r["kind"]): (r["value"], r["n"]) for r in found} == wanted
    assert unrolled == {key: value for key, value in wanted.items() if key[-1] == ALL_KINDS}


@settings(CLOCKLESS, max_examples=8)
@given(whole(), st.data())
def test_duckdb_counts_whole_acts_as_a_loop_does(rows: Rows, data: st.DataObject) -> None:
    check_whole(rows, [data.draw(definitions(n, whole_acts=True)) for n in range(3)], DuckEngine)


@settings(CLOCKLESS, max_examples=4)
@given(materials(), st.data())
def test_by_kind_the_tellings_of_an_act_count_once(material: Material, data: st.DataObject) -> None:
    """The rows of all kinds in ``weekly`` are the values of the single expressions."""
    indicators = [data.draw(definitions(n)) for n in range(2)]
    engine = DuckEngine(tables_of(material, indicators, BORDERS, WEEKS, VOCABULARY))
    told = [replace(i, counts=replace(i.counts, units=frozenset())) for i in indicators if i.measure.of_incidents]
    if not told:
        return
    rows = execute(weekly(told, until=week_number(LAST)), engine)
    wholes = {(r["indicator"], r["border"], r["week"]): r["value"] for r in rows if r["kind"] == ALL_KINDS}
    single = {
        (i.id, r["border"], r["week"]): r["value"] for i in told for r in execute(expression(i), engine) if r["n"]
    }
    first = week_number(FIRST)
    assert {key: value for key, value in wholes.items() if key[-1] >= first} == single


# Spark: the same checks, fewer of them, because each question takes it seconds.


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.sql.shuffle.partitions", "1").config("spark.driver.memory", "1g")
    session = builder.getOrCreate()
    yield session
    session.stop()


@needs_spark
@settings(CLOCKLESS, max_examples=2, derandomize=True, database=None)
@given(materials().filter(lambda m: len(m.incidents) > 6 and len(m.figures) > 3), st.data())
def test_spark_reads_what_python_reads(spark: Any, material: Material, data: st.DataObject) -> None:
    check(material, [data.draw(definitions(n)) for n in range(3)], lambda tables: SparkEngine(spark, tables))


@needs_spark
@settings(CLOCKLESS, max_examples=2, derandomize=True, database=None)
@given(whole().filter(lambda rows: len(rows) > 6), st.data())
def test_spark_counts_whole_acts_as_a_loop_does(spark: Any, rows: Rows, data: st.DataObject) -> None:
    indicators = [data.draw(definitions(n, whole_acts=True)) for n in range(3)]
    check_whole(rows, indicators, lambda tables: SparkEngine(spark, tables))
