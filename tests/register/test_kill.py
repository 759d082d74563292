"""Killed at any moment, the next run completes: nothing lost, nothing doubled, no half report."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from kordon.domain.errors import RegisterError
from kordon.register import Register, open_register

HERE = Path(__file__).parent
KILLS = 18  # on six registers, three on each


def run(code_or_program: list[str], said: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *code_or_program], input=said, capture_output=True, text=True, check=False, timeout=120
    )


def test_killed_at_random_moments_the_next_run_completes(
    make_url: Callable[..., str], contents: Callable[[Register], dict[str, list[Any]]]
) -> None:
    reference = make_url()
    # Every other register has no tables yet, so that some of the kills fall into the making of them.
    urls = [make_url(empty=number % 2 == 0) for number in range(KILLS // 3)]
    jobs = [(reference, []), *((url, [number * 3 + k for k in range(3)]) for number, url in enumerate(urls))]
    done = run([str(HERE / "killing.py")], json.dumps(jobs))
    assert done.returncode == 0, done.stderr
    kills = [json.loads(line) for line in done.stdout.splitlines()]

    assert len(kills) == KILLS
    assert sum(kill["killed"] for kill in kills) >= 15, kills  # the others had ended before they were hit
    assert sum(0 < kill["reports"] < 40 for kill in kills) >= 4, kills  # and some were hit in the midst of it
    assert [kill["half"] for kill in kills] == [0] * KILLS

    with open_register(reference) as register:
        expected = contents(register)
        assert len(expected["Report"]) == 40
        assert all(expected[name] for name in ("Figure", "Reference", "Measure", "WeekCount", "Draft"))
    for url in urls:
        with open_register(url) as register:
            assert contents(register) == expected
            assert register.latest_run() is not None


def test_two_processes_at_once(
    make_url: Callable[..., str], contents: Callable[[Register], dict[str, list[Any]]], made: ModuleType
) -> None:
    """Both open a register that is not there yet and store the same reports, in opposite orders."""
    url = make_url(empty=True)
    code = (
        "import sys; sys.path.insert(0, sys.argv[2]); import made\n"
        "from kordon.register import open_register\n"
        "with open_register(sys.argv[1]) as register:\n"
        "    codeds = [made.coded(n) for n in range(60)][::int(sys.argv[3])]\n"
        "    stored = register.store_many(codeds)\n"
        "    register.record_readings(made.readings(10, 6))\n"
        "    print(stored.new, stored.known)"
    )
    started = [
        subprocess.Popen(
            [sys.executable, "-c", code, url, str(HERE), order],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for order in ("1", "-1", "1")
    ]  # fmt: skip
    ended = [(*process.communicate(timeout=120), process.returncode) for process in started]
    assert [status for _, _, status in ended] == [0, 0, 0], ended
    counts = [tuple(map(int, out.split())) for out, _, _ in ended]
    assert sum(new for new, _ in counts) == 60  # each report was new to one of them
    assert sum(known for _, known in counts) == 120

    with open_register(url) as register, open_register(make_url()) as alone:
        alone.store_many(made.coded(n) for n in range(60))
        alone.record_readings(made.readings(10, 6))
        assert contents(register) == contents(alone)


def test_a_second_kordon_run_waits_or_gets_a_sentence(register_url: str) -> None:
    code = (
        "import sys\n"
        "from kordon.register import open_register\n"
        "from kordon.domain.errors import RegisterError\n"
        "try:\n"
        "    with open_register(sys.argv[1]) as register:\n"
        "        with register.run('run', wait=float(sys.argv[2])): print('ran')\n"
        "except RegisterError as error: print(error)"
    )
    with open_register(register_url) as register:
        with register.run("run"):
            assert run(["-c", code, register_url, "0"]).stdout.startswith("Another run is writing to the register")
            waiting = subprocess.Popen(
                [sys.executable, "-c", code, register_url, "60"], stdout=subprocess.PIPE, text=True
            )
        out, _ = waiting.communicate(timeout=60)
        assert out == "ran\n"
        assert [r.completed for r in register.runs()] == [True, True]


def test_a_writer_that_waits_too_long_gets_a_sentence(tmp_path: Path, template: Path, made: ModuleType) -> None:
    import sqlite3

    from django.db import connections

    path = tmp_path / "r.sqlite3"
    path.write_bytes(template.read_bytes())
    with open_register(path) as register:
        with connections[register.alias].cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout=50")
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        try:
            register.store(made.coded(1))
        except RegisterError as error:
            assert "another process is writing to it" in str(error)
            assert str(error).endswith(".")
        else:
            raise AssertionError("two writers at once")
        finally:
            other.close()
        assert register.store(made.coded(1))
