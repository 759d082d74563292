"""A run that is killed at any moment is completed by the next: nothing lost, nothing doubled, no torn page."""

from __future__ import annotations

import os
import re
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

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


def run(material: Path, folder: Path, after: float = 0.0) -> tuple[int, float]:
    """How a run ended and what it took of a processor, in seconds. The kernel kills it when it has had ``after``.

    SIGPROF, which nobody handles, ends a process as SIGKILL does; a clock of the processor, unlike one on the
    wall, hits the same place however busy the machine is.
    """
    folder.mkdir(exist_ok=True)
    process = subprocess.Popen(
        [*COMMAND, str(material)], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        preexec_fn=lambda: signal.setitimer(signal.ITIMER_PROF, after) and None,
    )  # fmt: skip
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, used.ru_utime + used.ru_stime


def test_killed_runs_are_completed_by_the_next(material: Path, tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    ended, took = run(material, whole)
    assert ended == 0
    for number, parts in enumerate([(0.4, 0.6, 0.7), (0.9, 0.8)]):
        killed = tmp_path / f"killed-{number}"
        first, *others = [run(material, killed, took * part)[0] for part in parts]
        assert first == -signal.SIGPROF
        # What one leaves to the next may be less than that one is given: it has ended then.
        assert set(others) <= {-signal.SIGPROF, 0}
        assert run(material, killed)[0] == 0
        assert state(killed) == state(whole)
        assert pages(killed) == pages(whole)
