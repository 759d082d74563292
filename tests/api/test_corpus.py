"""One report, many processes and Spark's record batches give the same line for the same report."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.extras import needs_arrow, needs_spark

from kordon.api.corpus import CHUNK, Line, in_arrow, line_of, line_of_row, lines, setup_of
from kordon.domain.report import PublishedBasis, Report

DAY = dt.date(2024, 6, 12)
TEXT = "On Monday Lithuanian border guards turned back {} migrants at the border with Belarus."


def reports(count: int) -> Iterator[Report]:
    for number in range(count):
        yield Report(
            f"r{number}",
            TEXT.format(number + 2),
            lang="en",
            published_at=DAY,
            published_basis=PublishedBasis.GIVEN,
        )


def rows(count: int) -> list[dict[str, object]]:
    return [{"id": r.id, "text": r.text, "lang": r.lang, "published": DAY} for r in reports(count)]


def test_processes_give_the_same_lines_in_the_same_order() -> None:
    many = list(lines(reports(2 * CHUNK + 5), cores=2))
    alone = [line_of(setup_of(()), report) for report in reports(2 * CHUNK + 5)]
    assert many == alone
    assert json.loads(many[40].coded)["figures"][0]["quantity"]["best"] == 42


def test_a_long_corpus_is_not_read_ahead() -> None:
    given = 0

    def counted() -> Iterator[Report]:
        nonlocal given
        for report in reports(40 * CHUNK):
            given += 1
            yield report

    running = lines(counted(), cores=2)
    next(running)
    assert given < 20 * CHUNK
    running.close()  # type: ignore[attr-defined]


def test_a_row_is_a_report() -> None:
    setup = setup_of(())
    assert [line_of_row(setup, row) for row in rows(2)] == [line_of(setup, report) for report in reports(2)]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"text": "a"}, "no id"),
        ({"id": "x"}, "no text"),
        ({"id": "x", "text": "a", "published": "last week"}, "'last week' is no day"),
    ],
)
def test_a_row_that_is_no_report_is_told_and_stops_nothing(row: dict[str, object], told: str) -> None:
    line = line_of_row(setup_of(()), row)
    assert not line.coded
    assert told in line.error


@needs_arrow
def test_record_batches_carry_the_same_lines() -> None:
    import pyarrow as pa

    batches = [
        pa.RecordBatch.from_pylist(rows(3)),
        pa.RecordBatch.from_pylist([{"id": "x", "text": None}]),
    ]
    found = [row for batch in in_arrow()(batches) for row in batch.to_pylist()]
    assert [row["id"] for row in found] == ["r0", "r1", "r2", "x"]
    assert [row["coded"] for row in found[:3]] == [line_of(setup_of(()), r).coded for r in reports(3)]
    assert found[3]["coded"] is None
    assert "no text" in found[3]["error"]


SPARK = """
import datetime, json, sys
from pyspark.sql import SparkSession
from kordon.api.corpus import in_arrow
spark = (SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
         .config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1").getOrCreate())
rows = json.load(open(sys.argv[1], encoding="utf-8"))
table = spark.createDataFrame(rows, "id string, text string, lang string, published string")
found = table.repartition(3).mapInArrow(in_arrow(), "id string, coded string, error string").collect()
json.dump({row.id: row.coded for row in found}, open(sys.argv[2], "w", encoding="utf-8"))
spark.stop()
"""


@needs_spark
def test_spark_gives_the_same_lines(tmp_path: Path) -> None:
    given = [row | {"published": DAY.isoformat()} for row in rows(7)]
    asked, answered = tmp_path / "rows.json", tmp_path / "coded.json"
    asked.write_text(json.dumps(given), encoding="utf-8")
    command = [sys.executable, "-c", SPARK, str(asked), str(answered)]
    python = os.environ | {"PYSPARK_PYTHON": sys.executable}
    done = subprocess.run(command, env=python, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    found = json.loads(answered.read_text(encoding="utf-8"))
    assert found == {r.id: line_of(setup_of(()), r).coded for r in reports(7)}


def test_a_line_is_either_coded_or_explained() -> None:
    assert Line("r", coded="{}").error == ""
