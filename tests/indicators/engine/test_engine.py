"""Tables in Parquet, engines over them, and the rollup that pages are answered from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.extras import needs_pyspark

from kordon.domain.coded import Figure, FigureForm, Incident, Modality, Party, Place
from kordon.domain.errors import DomainError
from kordon.domain.material import Material, ReadReport
from kordon.domain.quantity import Quantity
from kordon.domain.report import Evidence, PublishedBasis, ReportKind
from kordon.domain.time import Span, Week
from kordon.indicators import Indicator, load_indicators
from kordon.indicators.engine import (
    DuckEngine,
    execute,
    expression,
    has_expression,
    read_tables,
    tables_of,
    write_tables,
)
from kordon.indicators.engine.engines import sql_of
from kordon.indicators.engine.rollup import Rollup
from kordon.indicators.engine.schema import NAMES, week_number, week_of_number
from kordon.indicators.engine.weekly import weekly
from kordon.vocabulary import Vocabulary

BORDERS = ("PL-BY", "LT-BY")
FIRST, LAST = Week(2024, 20), Week(2024, 27)
WEEKS = tuple(FIRST.until(LAST))
Row = dict[str, Any]


def attack(number: int, week: Week, **more: Any) -> Incident:
    return Incident(
        id=f"i{number}",
        kind=more.pop("kind", "stone_throwing"),
        place=Place((BORDERS[number % 2],)),
        occurred=Span.day(week.monday + dt.timedelta(days=number % 7)),
        modality=Modality.ACTUAL,
        evidence=(Evidence(f"r{number % 4}", 0, 1),),
        rule="made",
        actor=Party("migrants"),
        grade="B2",
        **more,
    )


def material(incidents: Iterable[Incident]) -> Material:
    notices = {
        f"r{n}": ReadReport(
            *(f"r{n}", f"{n}.example", (FIRST + n).sunday, PublishedBasis.GIVEN, ReportKind.NOTICE, "B2", BORDERS)
        )
        for n in range(4)
    }
    detected = Figure(
        id="f1",
        form=FigureForm.COUNT,
        unit="detections",
        quantity=Quantity.exactly(70),
        place=Place(("PL-BY",)),
        span=WEEKS[2].span,
        modality=Modality.ACTUAL,
        evidence=(Evidence("r2", 0, 1),),
        rule="made",
        grade="B2",
    )
    return Material(None, notices, (detected,), tuple(incidents), ())


def told() -> list[Incident]:
    found = [attack(n, week, injured=Quantity.exactly(n % 3)) for n, week in enumerate(WEEKS)]
    found.append(attack(20, WEEKS[1], kind="airspace_violation"))
    return [*found, attack(21, WEEKS[4], kind="espionage", people=Quantity.exactly(9))]


@pytest.fixture(scope="module")
def definitions() -> tuple[Indicator, ...]:
    from kordon.vocabulary import load

    some = ("b1", "b1-wounded", "a3", "s1", "p3")  # a sum, people by clash, windows, events and figures
    return tuple(i for i in load_indicators(load()) if has_expression(i) and i.id in some)


@pytest.fixture
def tables(definitions: tuple[Indicator, ...], vocabulary: Vocabulary) -> Mapping[str, Any]:
    return tables_of(material(told()), definitions, BORDERS, WEEKS, vocabulary)


def ordered(rows: Iterable[Row]) -> list[Row]:
    return sorted(
        rows, key=lambda row: (row["border"], row["week"], row.get("indicator", ""), row.get("kind", ""))
    )


def test_a_week_has_one_number() -> None:
    assert [week_of_number(week_number(w)) for w in WEEKS] == list(WEEKS)
    assert [week_number(w) - week_number(FIRST) for w in WEEKS] == list(range(len(WEEKS)))


def test_tables_are_the_same_on_disk(
    tables: Mapping[str, Any], definitions: tuple[Indicator, ...], tmp_path: Path
) -> None:
    write_tables(tables, tmp_path / "whole")
    again = read_tables(tmp_path / "whole")
    assert {name: table.to_pylist() for name, table in again.items()} == {n: tables[n].to_pylist() for n in NAMES}
    memory = DuckEngine(tables)
    disk = DuckEngine(folder=tmp_path / "whole", memory="200MB", threads=1, spill=tmp_path / "spill")
    assert disk.rows("SELECT current_setting('threads') AS n")[0]["n"] == 1
    for indicator in definitions:
        found = execute(expression(indicator), disk)
        assert ordered(found) == ordered(execute(expression(indicator), memory))
    disk.close()


def test_a_table_may_be_a_folder_of_parts_or_missing(
    tables: Mapping[str, Any], definitions: tuple[Indicator, ...], tmp_path: Path
) -> None:
    import pyarrow.parquet as pq

    folder = tmp_path / "it's here"
    write_tables({name: tables[name] for name in ("calendar", "coverage")}, folder)
    (folder / "events").mkdir()
    half = tables["events"].num_rows // 2
    pq.write_table(tables["events"].slice(0, half), folder / "events" / "0.parquet")
    pq.write_table(tables["events"].slice(half), folder / "events" / "1.parquet")
    (indicator,) = (i for i in definitions if i.id == "b1")
    engine, whole = DuckEngine(folder=folder, spill=folder / "spill"), DuckEngine(tables)
    assert ordered(execute(expression(indicator), engine)) == ordered(execute(expression(indicator), whole))
    assert engine.rows("SELECT count(*) AS n FROM figures") == [{"n": 0}]


def test_what_is_not_read_from_events_is_refused(
    vocabulary: Vocabulary, definitions: tuple[Indicator, ...]
) -> None:
    (fused,) = (i for i in load_indicators(vocabulary) if i.id == "p1")
    assert not has_expression(fused)
    with pytest.raises(DomainError, match=r"attempts of the indicator 'p1' .* take its values from read_all"):
        expression(fused)
    other = replace(definitions[0], settings=replace(definitions[0].settings, covered=0.9))
    with pytest.raises(DomainError, match="one set of settings"):
        tables_of(material(()), [definitions[0], other], BORDERS, WEEKS, vocabulary)


@pytest.mark.parametrize("dialect", ["duckdb", pytest.param("pyspark", marks=needs_pyspark)])
def test_all_definitions_together_read_the_events_once(definitions: tuple[Indicator, ...], dialect: str) -> None:
    sql = sql_of(weekly(definitions, whole_acts=True), dialect).replace("`", '"')
    assert sql.count('FROM "events"') == 1


class TestRollup:
    def test_a_page_is_what_the_expressions_say(
        self, tables: Mapping[str, Any], definitions: tuple[Indicator, ...], tmp_path: Path
    ) -> None:
        engine = DuckEngine(tables, database=tmp_path / "rollup.duckdb")
        Rollup(engine, definitions).update(FIRST, LAST)
        engine.close()
        kept = Rollup(DuckEngine(database=tmp_path / "rollup.duckdb"), definitions)
        page = kept.page("PL-BY", WEEKS[1], WEEKS[5])
        assert len(page) == 5 * len(definitions)
        assert page == ordered(page)
        fresh = DuckEngine(tables)
        for indicator in definitions:
            wanted = {r["week"]: r for r in execute(expression(indicator), fresh) if r["border"] == "PL-BY"}
            for row in page:
                if row["indicator"] == indicator.id:
                    assert row == {"factor": indicator.factor, "indicator": indicator.id, **wanted[row["week"]]}
        kinds = kept.kinds("PL-BY", FIRST, LAST)
        assert {row["kind"] for row in kinds} == {"stone_throwing", "airspace_violation"}

    def test_weeks_that_changed_are_worked_out_anew(
        self, definitions: tuple[Indicator, ...], vocabulary: Vocabulary, tmp_path: Path
    ) -> None:
        """An aircraft in the second week is read in the windows of four weeks."""
        before = [i for i in told() if i.kind != "airspace_violation"]
        first = tables_of(material(before), definitions, BORDERS, WEEKS, vocabulary)
        engine = DuckEngine(first, database=tmp_path / "rollup.duckdb")
        Rollup(engine, definitions).update(FIRST, LAST)
        engine.close()
        changed = tables_of(material(told()), definitions, BORDERS, WEEKS, vocabulary)
        engine = DuckEngine(changed, database=tmp_path / "rollup.duckdb")
        kept = Rollup(engine, definitions)
        old = kept.page("PL-BY", FIRST, LAST)
        kept.update(WEEKS[1], WEEKS[1])
        fresh = Rollup(DuckEngine(changed, database=tmp_path / "fresh.duckdb"), definitions)
        fresh.update(FIRST, LAST)
        new = kept.page("PL-BY", FIRST, LAST)
        assert new == fresh.page("PL-BY", FIRST, LAST)
        differ = {row["week"] for row, other in zip(old, new, strict=True) if row != other}
        assert differ == {week_number(w) for w in WEEKS[1:5]}
        assert kept.kinds("PL-BY", FIRST, LAST) == fresh.kinds("PL-BY", FIRST, LAST)
        kept.write(tmp_path / "out")
        assert {p.name for p in (tmp_path / "out").iterdir()} == {"weekly.parquet", "answers.parquet"}

    def test_other_definitions_get_no_old_answers(
        self, tables: Mapping[str, Any], definitions: tuple[Indicator, ...], tmp_path: Path
    ) -> None:
        engine = DuckEngine(tables, database=tmp_path / "rollup.duckdb")
        Rollup(engine, definitions).update(FIRST, LAST)
        changed = tuple(replace(i, window=2, definition="another") for i in definitions)
        kept = Rollup(engine, changed)
        with pytest.raises(DomainError, match=r"other definitions .* run update"):
            kept.page("PL-BY", FIRST, LAST)
        kept.update(LAST, LAST)  # told of one week, and works out all
        fresh = Rollup(DuckEngine(tables), changed)
        fresh.update(FIRST, LAST)
        assert kept.page("PL-BY", FIRST, LAST) == fresh.page("PL-BY", FIRST, LAST)
        assert Rollup(engine, changed).kinds("LT-BY", FIRST, LAST) == fresh.kinds("LT-BY", FIRST, LAST)

    def test_an_update_that_breaks_off_changes_nothing(
        self, tables: Mapping[str, Any], definitions: tuple[Indicator, ...], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        kept = Rollup(DuckEngine(tables), definitions)
        kept.update(FIRST, LAST)
        before = kept.page("PL-BY", FIRST, LAST)

        def breaks(*_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(kept, "_answer", breaks)
        with pytest.raises(KeyboardInterrupt):
            kept.update(FIRST, LAST)
        assert kept.page("PL-BY", FIRST, LAST) == before
