"""Indicators by border, week, factor and kind: compiled from their documents, beside SQL and data frames by hand.

Events are made, the same each time, in a temporary folder: about 600 MB for a hundred million, and as much again
while SQLite runs. All sides must give the same answer. Ratios are of processor time, which other work on the
machine disturbs least. pandas and SQLite run up to ten million: at a hundred million pandas needs more memory than
most machines have, and SQLite most of an hour.
"""

from __future__ import annotations

import json
import math
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks import growth
from benchmarks.entry import Entry, measured, versions, within

SMALL, MIDDLE, LARGE = 1_000_000, 10_000_000, 100_000_000
ROUNDS = {SMALL: 2, MIDDLE: 2, LARGE: 2}  # of ours and of DuckDB SQL, by turns; the best of each counts
PACKAGES = {
    "ours": ("duckdb", "ibis-framework"),
    "DuckDB SQL": ("duckdb",),
    "Polars": ("polars",),
    "pandas": ("pandas", "pyarrow"),
    "SQLite": (),
}
AIM = 1.1  # times the time of SQL by hand, at the largest size
MEMORY = 1024.0  # MB
Run = Mapping[str, Any]


def side(*arguments: object) -> Run:
    """One side in a process of its own, and what it told."""
    command = [sys.executable, "-m", "benchmarks.indicator_sides", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[1])
    if done.returncode:
        raise RuntimeError(f"The side {arguments[0]!r} of the benchmark of indicators failed:\n{done.stderr}")
    told: Run = json.loads(done.stdout)
    return told


def run() -> list[Entry]:
    runs: dict[tuple[str, int], Run] = {}
    with tempfile.TemporaryDirectory(prefix="kordon-indicators-") as root:
        for size in (SMALL, MIDDLE, LARGE):
            folder = Path(root) / str(size)
            side("make", folder, size)
            peers = ("Polars", "pandas", "SQLite") if size < LARGE else ("Polars",)
            for name in ("ours", "DuckDB SQL") * ROUNDS[size] + peers:
                one = side(name, folder)
                best = runs.get((name, size))
                runs[name, size] = one if best is None or one["cpu"] < best["cpu"] else best
            check_same(runs, size)
        kept = side("pages", folder)
    growth.save(
        "indicators",
        "Weekly indicators by border, factor and kind",
        {name: [(s, r["cpu"]) for (n, s), r in runs.items() if n == name] for name in PACKAGES},
        "events",
        "seconds of processor time",
    )
    return [*speeds(runs), *memories(runs, kept), *of_rollup(kept)]


def check_same(runs: Mapping[tuple[str, int], Run], size: int) -> None:
    """Every side gave as many rows, acts and values for each indicator."""
    wanted = runs["ours", size]["digest"]
    for (name, of), one in runs.items():
        same = len(one["digest"]) == len(wanted) and all(
            a[:3] == b[:3] and a[4] == b[4] and math.isclose(a[3], b[3], rel_tol=1e-9)
            for a, b in zip(wanted, one["digest"], strict=True)
        )
        if of == size and not same:
            raise RuntimeError(f"{name} and the documents disagree over {size:,} events.")


def speeds(runs: Mapping[tuple[str, int], Run]) -> list[Entry]:
    entries = []
    for (name, size), peer in runs.items():
        if name == "ours":
            continue
        mine, times = runs["ours", size], runs["ours", size]["cpu"] / peer["cpu"]
        aimed = name == "DuckDB SQL" and size == LARGE
        entries.append(
            Entry(
                f"indicators: {size // 1_000_000} million events, beside {name}",
                size / 1e6 / mine["cpu"],
                "million events/s of processor time",
                size / 1e6 / peer["cpu"],
                1 / times,
                f"within {AIM} times the peer's time" if aimed else "",
                times <= AIM if aimed else None,
                versions(*PACKAGES["ours"], *PACKAGES[name]),
            )
        )
    for name in ("ours", "DuckDB SQL"):
        seconds = runs[name, LARGE]["seconds"]
        entries.append(measured(f"indicators: 100 million events, {name}, by the clock", seconds, "s"))
    grown = runs["ours", LARGE]["cpu"] / runs["ours", SMALL]["cpu"]
    entries.append(measured("indicators: time for 100 times the events", grown, "times"))
    return entries


def memories(runs: Mapping[tuple[str, int], Run], kept: Run) -> list[Entry]:
    entries = [within("indicators: memory for 100 million events", runs["ours", LARGE]["memory"], "MB", MEMORY)]
    entries.append(within("indicators: memory for a rollup of 100 million events", kept["memory"], "MB", MEMORY))
    for name in PACKAGES:
        size = max(s for n, s in runs if n == name)
        if name != "ours":
            told = f"indicators: memory of {name} for {size // 1_000_000} million events"
            entries.append(measured(told, runs[name, size]["memory"], "MB"))
    return entries


def of_rollup(kept: Run) -> list[Entry]:
    return [
        within("indicators: a page from the rollup, 95th percentile", kept["page"] * 1000, "ms", 20.0),
        within("indicators: the first page from a rollup just opened", kept["first_page"] * 1000, "ms", 20.0),
        measured("indicators: a rollup of 100 million events", kept["rollup"], "s"),
        measured("indicators: a week of it brought up to date", kept["update"], "s"),
        measured("indicators: size of the rollup", kept["size"], "MB"),
    ]
