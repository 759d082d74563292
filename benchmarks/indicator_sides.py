"""The sides of ``benchmarks/indicators.py``, each a process of its own:
``python -m benchmarks.indicator_sides SIDE FOLDER [SIZE]``.

Each side makes the same long table (border, week, factor, indicator, kind, value, n) of the indicators that ship,
as :func:`kordon.indicators.engine.weekly.weekly` describes it, and prints its seconds, its highest memory and a
digest of its answer. ``ours`` is compiled from the documents, and compiling is part of its time; importing
libraries is of none. The others are written by hand.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.indicator_peers import BY_HAND, PEERS, Digest, Took, clock, since
from kordon.domain.time import Date, Week
from kordon.indicators import Indicator, load_indicators
from kordon.indicators.engine import DuckEngine, has_expression
from kordon.indicators.engine.engines import sql_of
from kordon.indicators.engine.rollup import Rollup
from kordon.indicators.engine.schema import week_number
from kordon.indicators.engine.weekly import weekly
from kordon.vocabulary import load

FIRST, WEEKS, BORDERS = Week.of(Date(2015, 1, 5)), 520, 24
PART = 10_000_000  # rows that are made in one go
MEMORY = "600MB"  # of DuckDB; the rest of what a process takes is Python, Ibis and what DuckDB does not count
PAGES, PAGE_WEEKS = 200, 26  # pages that are asked for, weeks on each


def made_by(part: int, parts: int, size: int) -> str:
    """The ``SELECT`` of one part of the events. All follows from a row's number, whatever the threads do."""
    kinds = load()["kinds"].values()
    ranks = {m.id: m.get("rank") for m in load()["means"].values()}
    implied = [(k.id, k.get("means")) for k in kinds]
    rows = ", ".join(
        f"({n}, '{kind}', " + (f"['{means}'], {ranks[means]:.1f})" if isinstance(means, str) else "[], NULL)")
        for n, (kind, means) in enumerate(implied)
    )
    first, last = size * part // parts, size * (part + 1) // parts
    day0, days = FIRST.monday.toordinal(), WEEKS * 7

    def one_in(salt: int, often: int, of: str) -> str:
        return f"CASE WHEN hash(i * 16 + {salt}) % {often} = 0 THEN {of} END"

    return f"""
WITH kinds(number, kind, implied, implied_rank) AS (VALUES {rows}),
told AS (
  SELECT i, CAST({day0} + least(i * {days} // {size} + hash(i * 16) % 7, {days - 1}) AS INTEGER) AS day,
    'border-' || (hash(i * 16 + 1) % {BORDERS}) AS border,
    CAST(floor({len(implied)} * pow((hash(i * 16 + 2) % 1000) / 1000.0, 1.5)) AS INTEGER) AS number,
    hash(i * 16 + 3) % 3 > 0 AS armed, hash(i * 16 + 4) % 10 AS acting, hash(i * 16 + 5) % 8 + 1 AS letter
  FROM range({first}, {last}) AS numbers(i))
SELECT CAST(NULL AS VARCHAR) AS gate, CAST(NULL AS VARCHAR) AS act, 'e' || i AS id, 'r' || (i // 3) AS report,
  border, day, CAST((day - 1) // 7 AS INTEGER) AS week, kind,
  CAST(CASE WHEN armed THEN implied ELSE [] END AS VARCHAR[]) AS means,
  CAST(CASE WHEN armed THEN implied_rank END AS DOUBLE) AS means_rank,
  CASE WHEN acting < 6 THEN 'far' WHEN acting < 9 THEN 'none' ELSE 'near' END AS side,
  CAST({one_in(6, 20, "2 + i % 3")} AS DOUBLE) AS times,
  CAST({one_in(7, 3, "1 + i % 90")} AS DOUBLE) AS people,
  CAST({one_in(8, 30, "1 + i % 5")} AS DOUBLE) AS injured,
  CAST({one_in(9, 100, "1 + i % 3")} AS DOUBLE) AS killed,
  {one_in(10, 50, "'c' || (day // 2) || '-' || i % 3")} AS clash,
  ['A', 'B', 'B', 'C', 'C', 'C', 'D', NULL][CAST(letter AS BIGINT)] AS grade_letter,
  CAST(1 + hash(i * 16 + 11) % 5 AS INTEGER) AS grade_digit,
  hash(i * 16 + 12) % 5 = 0 AND 'firearm' IN implied AS warning_shots
FROM told JOIN kinds USING (number)"""


def make(folder: Path, size: int) -> None:
    """``size`` events in ``folder``/events, with the calendar and days for which somebody spoke."""
    import duckdb

    (folder / "events").mkdir(parents=True)
    connection = duckdb.connect()
    connection.execute("SET memory_limit = '1GB'")
    parts = max(1, size // PART)
    for part in range(parts):
        into = folder / "events" / f"{part:03d}.parquet"
        connection.execute(f"COPY ({made_by(part, parts, size)}) TO '{into}' (FORMAT parquet, COMPRESSION zstd)")
    borders = f"SELECT 'border-' || b AS border FROM range({BORDERS}) AS numbers(b)"
    first = week_number(FIRST)
    weeks = f"SELECT CAST(w AS INTEGER) AS week FROM range({first}, {first + WEEKS}) AS numbers(w)"
    days = f"SELECT CAST(d AS INTEGER) AS day FROM range({first * 7 + 1}, {(first + WEEKS) * 7 + 1}) AS numbers(d)"
    spoken = f"SELECT * FROM ({borders}), ({days}) WHERE hash(day) % 3 > 0"
    for name, rows in (("calendar", f"SELECT * FROM ({borders}), ({weeks})"), ("coverage", spoken)):
        connection.execute(f"COPY ({rows}) TO '{folder / f'{name}.parquet'}' (FORMAT parquet)")
    connection.close()


def shipped() -> list[Indicator]:
    return [i for i in load_indicators(load()) if i.measure.of_incidents and has_expression(i)]


def last_week() -> int:
    return week_number(FIRST) + WEEKS - 1


def ours(folder: Path, last: int) -> tuple[Digest, Took]:
    import duckdb
    import ibis

    indicators, _ = shipped(), (duckdb, ibis)
    began = clock()
    engine = DuckEngine(folder=folder, memory=MEMORY, spill=folder / "spill")
    sql = sql_of(weekly(indicators, whole_acts=True, until=last), engine.dialect)
    engine.connection.execute(f"CREATE TEMP TABLE answer AS {sql}")
    took = since(began)
    return digest(engine.connection), took


def by_hand(folder: Path, last: int) -> tuple[Digest, Took]:
    """The same engine with the same settings."""
    import duckdb

    _ = duckdb
    began = clock()
    engine = DuckEngine(folder=folder, memory=MEMORY, spill=folder / "spill")
    engine.connection.execute(f"CREATE TEMP TABLE answer AS {BY_HAND.read_text()}", {"last": last})
    took = since(began)
    return digest(engine.connection), took


def digest(connection: Any) -> Digest:
    sql = "SELECT indicator, kind = '*', count(*), sum(value), sum(n) FROM answer GROUP BY 1, 2 ORDER BY 1, 2"
    return [tuple(row) for row in connection.execute(sql).fetchall()]


def pages(folder: Path) -> dict[str, float]:
    """Keep a rollup of all weeks, bring its last week up to date, open it anew and ask for pages."""
    indicators, kept = shipped(), folder / "rollup.duckdb"
    kept.unlink(missing_ok=True)
    told: dict[str, float] = {}
    for name, first in (("rollup", FIRST), ("update", FIRST + (WEEKS - 1))):
        engine = DuckEngine(folder=folder, database=kept, memory=MEMORY, spill=folder / "spill")
        began = clock()
        Rollup(engine, indicators, whole_acts=True).update(first, FIRST + (WEEKS - 1))
        told[name], told[f"{name}_cpu"] = since(began)
        engine.close()
    engine = DuckEngine(database=kept, memory=MEMORY)
    rollup = Rollup(engine, indicators, whole_acts=True)
    taken = []
    for number in range(PAGES):
        first = FIRST + (number * 7) % (WEEKS - PAGE_WEEKS)
        began = clock()
        found = rollup.page(f"border-{number % BORDERS}", first, first + (PAGE_WEEKS - 1))
        taken.append(since(began)[0])
        assert len(found) == PAGE_WEEKS * len(indicators), "every indicator answers for every week"
    engine.close()
    told["page"], told["first_page"] = sorted(taken)[PAGES * 95 // 100], taken[0]
    told["size"] = kept.stat().st_size / 1e6
    kept.unlink()
    return told


SIDES: dict[str, Callable[[Path, int], tuple[Digest, Took]]] = {"ours": ours, "DuckDB SQL": by_hand, **PEERS}


def main(side: str, folder: Path, size: str = "") -> None:
    told: dict[str, Any] = {}
    if side == "make":
        make(folder, int(size))
    elif side == "pages":
        told |= pages(folder)
    else:
        found, (told["seconds"], told["cpu"]) = SIDES[side](folder, last_week())
        told["digest"] = [[row[0], bool(row[1]), int(row[2]), float(row[3]), int(row[4])] for row in found]
    told["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
