"""Each reader and the coder under atheris for a few seconds; ``make fuzz`` gives each five minutes."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

HARNESS = Path(__file__).with_name("harness.py")
SECONDS = int(os.environ.get("KORDON_FUZZ_SECONDS", "5"))
RUNS = 3_000 if "KORDON_FUZZ_SECONDS" not in os.environ else -1
NEEDS = "Fuzzing needs atheris, which has wheels for Python 3.11 to 3.13 on Linux; 'pip install atheris' gets it."


@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason=NEEDS)
@pytest.mark.parametrize("name", ["txt", "html", "eml", "rss", "jsonl", "csv", "pdf", "code"])
def test_nothing_but_the_documented_error_is_raised(name: str, tmp_path: Path) -> None:
    folder = (
        Path(os.environ["KORDON_FUZZ_CORPUS"]) / name if "KORDON_FUZZ_CORPUS" in os.environ else tmp_path / name
    )
    options = [f"-max_total_time={SECONDS}", f"-runs={RUNS}", f"-artifact_prefix={tmp_path}/found-", "-seed=1"]
    done = subprocess.run(
        [sys.executable, str(HARNESS), name, str(folder), *options],
        capture_output=True,
        text=True,
        errors="replace",
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
        timeout=SECONDS + 240,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert "number_of_executed_units" in done.stderr
