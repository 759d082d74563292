"""Import of event data: rows a second and peak memory, beside pandas and DuckDB on the same file.

The peers copy cells as text and check nothing; ours reads days, numbers and codes, checks every row and id, and
can be stopped and resumed.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.entry import Entry, against, measured, within

MEGABYTES = 300
PACKAGES = ("pyarrow", "pandas", "duckdb")
MOST_MEMORY = 600  # MB

# Rows in the layout of GDELT 2, made by rule, about as long as its own.
_PLACE = "4\tTown {place}, Sampleland\tXX\tXX01\t1234\t{lat:.4f}\t{lon:.4f}\t-77{place}\t"
_ROW = (
    "{id}\t202406{day:02}\t202406\t2024\t2024.4\tXXAGOV\tSAMPLELAND\tXXA\t\t\t\t\tGOV\t\t\t"
    "XXBOPP\tOTHERLAND\tXXB\t\t\t\t\tOPP\t\t\t1\t{code}\t{code}\t{root}\t{quad}\t-{gold}.{tenth}\t{n}\t1\t{n}\t"
    "-{gold}.27{id}\t" + _PLACE * 3 + "20240630121500\t"
    "https://example.org/a-news-page/with-a-long-address/{id}/told-once-more.html\n"
)
_CODES = ("190", "193", "154", "010", "020", "043", "112", "173")

OURS = """
from pathlib import Path
from kordon.geo.lines import load_lines
from kordon.intake.eventdata import import_files, load_layouts
from kordon.vocabulary import load
import pyarrow.csv, pyarrow.parquet, shapely
vocabulary, lines = load(), load_lines()
layout = load_layouts(vocabulary)["gdelt"]
def work():
    done = import_files(layout, [Path(file)], Path(to), vocabulary=vocabulary, lines=lines)
    assert done.clean
    return done.rows
"""
PANDAS = """
import pandas, pyarrow.parquet
def work():
    table = pandas.read_csv(file, sep="\\t", header=None, dtype=str, quoting=3)
    table.columns = [str(name) for name in table.columns]
    table.to_parquet(to, compression="zstd")
    return len(table)
"""
DUCKDB = """
import duckdb
def work():
    source = f"read_csv('{file}', delim='\\t', quote='', header=false, all_varchar=true)"
    duckdb.execute("SET enable_progress_bar = false")
    return duckdb.execute(f"COPY (FROM {source}) TO '{to}' (FORMAT parquet, COMPRESSION zstd)").fetchone()[0]
"""
MEASURE = """
import json, resource, time
began = time.process_time()
rows = work()
seconds = time.process_time() - began
print(json.dumps([rows / seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""


def make(path: Path, megabytes: int) -> None:
    """A file of about this size."""
    written = 0
    with path.open("w", encoding="utf-8") as stream:
        while stream.tell() < megabytes * 1_000_000:
            for number in range(written, written + 5_000):
                code = _CODES[number % 8]
                values = {
                    "root": code[:2],
                    "quad": 4 if code > "130" else 1,
                    "gold": number % 10,
                    "n": number % 17,
                }
                near = {"place": number % 5_000, "lat": 50 + number % 900 / 100, "lon": 20 + number % 1_100 / 100}
                day, tenth = number % 28 + 1, number % 7
                stream.write(
                    _ROW.format(id=1_000_000_000 + number, day=day, tenth=tenth, code=code, **values, **near)
                )
            written += 5_000


def _measure(script: str, file: Path, to: Path) -> tuple[float, float]:
    """Rows a second of a core (of processor time, over all threads), and the peak of memory in MB."""
    text = f"file, to = {str(file)!r}, {str(to)!r}\n{script}\n{MEASURE}"
    done = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True)
    rate, memory = json.loads(done.stdout)
    return rate, memory


def run() -> list[Entry]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        large, small = folder / "large.csv", folder / "small.csv"
        make(large, MEGABYTES)
        make(small, MEGABYTES // 3)
        _, few = _measure(OURS, small, folder / "few")
        rate, memory = _measure(OURS, large, folder / "ours")
        pandas_rate, pandas_memory = _measure(PANDAS, large, folder / "pandas.parquet")
        duckdb_rate, duckdb_memory = _measure(DUCKDB, large, folder / "duckdb.parquet")
    what = f"importing {MEGABYTES} MB of GDELT rows"
    return [
        against(f"{what}, against pandas", rate, pandas_rate, "rows a second a core", 1, PACKAGES),
        against(f"{what}, against DuckDB's COPY", rate, duckdb_rate, "rows a second a core", None, PACKAGES),
        within(f"{what}: peak of memory", memory, "MB", MOST_MEMORY),
        within(f"{what}: peak of memory, beside that of a third of them", memory / few, "times", 1.15),
        measured(f"{what} with pandas: peak of memory", pandas_memory, "MB"),
        measured(f"{what} with DuckDB's COPY: peak of memory", duckdb_memory, "MB"),
    ]
