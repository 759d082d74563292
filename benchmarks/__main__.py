"""``python -m benchmarks [NAME ...]``: run, print a table, write ``benchmarks/results.json``."""

from __future__ import annotations

import dataclasses
import importlib
import json
import pkgutil
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

import benchmarks
from benchmarks.entry import Entry

RESULTS = Path(__file__).parent / "results.json"


def names() -> list[str]:
    """Every module of this folder that has a ``run``."""
    modules = [module.name for module in pkgutil.iter_modules(benchmarks.__path__)]
    return [
        name
        for name in modules
        if name not in ("__main__", "entry") and hasattr(importlib.import_module(f"benchmarks.{name}"), "run")
    ]


def number(value: float | None) -> str:
    return "" if value is None else f"{value:,.3g}" if value < 100 else f"{value:,.0f}"


def show(entries: list[Entry]) -> None:
    table = Table("what", "ours", "peer", "ratio", "unit", "aim", "holds")
    for entry in entries:
        holds = {True: "yes", False: "NO", None: ""}[entry.holds]
        table.add_row(
            entry.name, number(entry.ours), number(entry.peer), number(entry.ratio), entry.unit, entry.aim, holds
        )
    Console(width=120).print(table)


def main(chosen: list[str]) -> None:
    known = names()
    for name in chosen:
        if name not in known:
            sys.exit(f"There is no benchmark {name!r}; the benchmarks are {', '.join(known)}.")
    kept = json.loads(RESULTS.read_text()) if RESULTS.exists() else []
    entries: list[Entry] = []
    for name in chosen or known:
        entries += importlib.import_module(f"benchmarks.{name}").run()
    measured = {entry.name for entry in entries}
    rows = [row for row in kept if row["name"] not in measured] if chosen else []
    rows += [dataclasses.asdict(entry) for entry in entries]
    RESULTS.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n")
    show(entries)


if __name__ == "__main__":
    main(sys.argv[1:])
