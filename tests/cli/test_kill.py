"""A run that is killed at any moment is completed by the next: nothing lost, nothing doubled, no torn page."""

from __future__ import annotations

import re
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

KILLS = 8
COMMAND = [sys.executable, "-c", "from kordon.cli.main import main; main()", "run"]
LOGS = {"register_run", "register_runend", "sqlite_sequence", "django_migrations"}
# When a row was recorded differs from run to run; everything else must not.
TIME = re.compile(r"'\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?'")


def state(folder: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    with sqlite3.connect(folder / "kordon.sqlite3") as database:
        for (table,) in database.execute("select name from sqlite_master where type = 'table'").fetchall():
            if table not in LOGS:
                rows = database.execute(f'select * from "{table}"').fetchall()
                found[table] = sorted(TIME.sub("then", repr(row)) for row in rows)
    return found


def pages(folder: Path) -> dict[str, bytes]:
    site = folder / "site"
    return {str(p.relative_to(site)): p.read_bytes() for p in site.rglob("*") if p.is_file()}


def start(material: Path, folder: Path) -> subprocess.Popen[bytes]:
    folder.mkdir(exist_ok=True)
    return subprocess.Popen(
        [*COMMAND, str(material)], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def test_killed_runs_are_completed_by_the_next(material: Path, tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    began = time.monotonic()
    assert start(material, whole).wait(120) == 0
    took = time.monotonic() - began

    killed, landed = tmp_path / "killed", 0
    for number in range(KILLS):
        running = start(material, killed)
        try:
            # from early in the start to just before the end; later rounds find more done and get further
            running.wait(took * (0.25 + 0.75 * (number + 1) / (KILLS + 1)))
        except subprocess.TimeoutExpired:
            running.send_signal(signal.SIGKILL)
            landed += running.wait() == -signal.SIGKILL
    assert landed >= KILLS // 2
    assert start(material, killed).wait(120) == 0

    assert state(killed) == state(whole)
    assert pages(killed) == pages(whole)
