"""Whole corpora: the same function codes one report, all reports on every core of a machine, or a table on Spark.

A row of a table is a report: ``id`` and ``text``; ``title``, ``lang``, ``published``, ``source`` and ``address``
where they are known. What comes back for it is the line that ``kordon code`` prints for the same report, or a
sentence that says why there is none; no row is dropped, and one bad row stops no other::

    from kordon.api.corpus import in_arrow
    coded = reports.mapInArrow(in_arrow(), "id string, coded string, error string")
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from kordon.api.coded import to_json
from kordon.chain import Setup, code
from kordon.domain.errors import InputError, KordonError
from kordon.domain.report import PublishedBasis, Report

if TYPE_CHECKING:
    import pyarrow as pa

CHUNK = 32  # reports that a process takes at a time: a tenth of a second of work
AHEAD = 4  # chunks for each process that wait; more only fill memory
TEXTS = ("title", "lang", "source", "address")


class Line(NamedTuple):
    """What became of one report: its JSON on one line, with the warnings, or the sentence why it has none."""

    name: str  # of its source, or its id
    coded: str = ""
    warnings: tuple[str, ...] = ()
    error: str = ""


@cache
def setup_of(folders: tuple[Path, ...]) -> Setup:
    """Vocabulary and lexicons, loaded once a process."""
    return Setup(*folders)


def line_of(setup: Setup, report: Report) -> Line:
    """Code one report."""
    try:
        coded = code(setup, report)
    except KordonError as error:
        return Line(report.id, error=str(error))
    name = coded.report.source or report.id
    return Line(name, json.dumps(to_json(coded), ensure_ascii=False), coded.warnings)


def _chunk(folders: tuple[Path, ...], reports: Sequence[Report]) -> list[Line]:
    setup = setup_of(folders)
    return [line_of(setup, report) for report in reports]


def lines(reports: Iterable[Report], cores: int = 1, folders: tuple[Path, ...] = ()) -> Iterator[Line]:
    """Every report coded, in the order given, on ``cores`` processes; only a few chunks are held at a time.

    Processes are started when the first chunk is full: a few reports are coded faster without them.
    """
    rest = iter(reports)
    first = list(islice(rest, CHUNK))
    if cores < 2 or len(first) < CHUNK:
        setup = setup_of(folders)
        yield from (line_of(setup, report) for report in (*first, *rest))
        return
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(cores, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[list[Line]]] = deque()
        chunk = first
        while chunk or waiting:
            while chunk and len(waiting) < cores * AHEAD:
                waiting.append(pool.submit(_chunk, folders, chunk))
                chunk = list(islice(rest, CHUNK))
            yield from waiting.popleft().result()


def all_cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def report_of(row: Mapping[str, Any]) -> Report:
    """The report that a row of a table is.

    Raises :class:`~kordon.domain.errors.InputError` where it has no id or no text, or a day that is none.
    """
    name = row.get("id")
    if not isinstance(name, str) or not name:
        raise InputError("a table of reports", "a row", "it has no id", "give every row a text in the column 'id'")
    if not isinstance(row.get("text"), str):
        remedy = "fill the column 'text', or leave the row out"
        raise InputError("a table of reports", f"row {name!r}", "it has no text", remedy)
    told: dict[str, Any] = {key: value for key in TEXTS if isinstance(value := row.get(key), str) and value}
    published = row.get("published")
    if isinstance(published, dt.datetime):
        published = published.date()
    if isinstance(published, str):
        try:
            published = dt.date.fromisoformat(published[:10]) if published else None
        except ValueError:
            problem = f"{published!r} is no day"
            remedy = "write the day of publication as 2024-05-27"
            raise InputError("a table of reports", f"row {name!r}", problem, remedy) from None
    basis = PublishedBasis.UNKNOWN if published is None else PublishedBasis.GIVEN
    return Report(id=name, text=str(row["text"]), published_at=published, published_basis=basis, **told)


def line_of_row(setup: Setup, row: Mapping[str, Any]) -> Line:
    """Code the report that a row is."""
    try:
        report = report_of(row)
    except InputError as error:
        return Line(str(row.get("id") or ""), error=str(error))
    return line_of(setup, report)


def in_arrow(*folders: Path) -> Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """A function from record batches of reports to record batches of ``id``, ``coded`` and ``error``, as
    ``DataFrame.mapInArrow`` of Spark takes one. Needs pa."""

    def batches(reports: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        import pyarrow as pa

        setup = setup_of(folders)
        for batch in reports:
            rows = batch.to_pylist()
            found = [line_of_row(setup, row) for row in rows]
            columns = {
                "id": [row.get("id") for row in rows],
                "coded": [line.coded or None for line in found],
                "error": [line.error or None for line in found],
            }
            yield pa.RecordBatch.from_pydict(columns, schema=pa.schema([(name, pa.string()) for name in columns]))

    return batches
