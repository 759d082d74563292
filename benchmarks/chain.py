"""The whole chain: the demo, and each of its stages."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.entry import Entry, measured, reaching, within

# 3 kB each, an item in 256 letters; the two captured commentaries hold one in 222.
TEXTS = Path(__file__).parent / "texts"
DENSE = TEXTS / "dense"  # nearly every sentence tells of something: an item in 138 letters
STAGES = """
import sys, time
from pathlib import Path
from kordon.chain import Setup, assess, weeks_told
from kordon.register import open_register
from kordon.run import SHIPPED, SHIPPED_FIRST, Told, read
from kordon.site.export import export
folder = Path(sys.argv[1])
setup = Setup()
with open_register(folder / "kordon.sqlite3") as register:
    material = register.material()
    weeks = [w for w in weeks_told(material) if w >= SHIPPED_FIRST]
    crossings, statuses = register.crossings(), register.statuses()
    began = time.process_time()
    assessed = assess(setup, material, weeks, crossings, statuses)
    spent = time.process_time() - began
    print(len(assessed.assessments) / spent)
    from kordon.site.load import load_site
    data = load_site(setup, register, assessed)
began = time.process_time()
done = export(data, folder / "again")
print(done.pages / (time.process_time() - began))
from kordon.geo.gazetteer import load_gazetteer
best = 1e9
for _ in range(5):
    load_gazetteer.cache_clear()
    began = time.process_time()
    load_gazetteer()
    best = min(best, time.process_time() - began)
print(best * 1000)
from kordon.indicators import read_all
began = time.process_time()
read_all(
    setup.indicators, material, assessed.series, assessed.borders, weeks, assessed.as_of, setup.vocabulary,
    setup.gazetteer,
)
print(time.process_time() - began)
"""

ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def script(code: str, *arguments: str) -> list[float]:
    """Run a script in a process of its own, on one thread, and read the numbers that it prints."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=os.environ | ONE_THREAD,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(done.stderr)
    return [float(line) for line in done.stdout.split()]


def run() -> list[Entry]:
    with tempfile.TemporaryDirectory() as folder:
        began = time.monotonic()
        demo = [sys.executable, "-m", "kordon.cli", "demo", "--no-serve", "--out", folder]
        running = subprocess.Popen(demo, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(running.pid, 0)
        if status:
            sys.exit("The demo did not end well; run `make demo` to see why.")
        took, peak = time.monotonic() - began, usage.ru_maxrss / 1024
        weeks, pages, gazetteer, readings = script(STAGES, folder)
    return [
        measured("chain: borders and weeks assessed", weeks, "assessments/s/core"),
        reaching("chain: pages written", pages, "pages/s/core", 125),
        within("chain: gazetteer loaded", gazetteer, "ms", 50),
        within("chain: readings of every border and week", readings, "s", 5),
        within("chain: the whole demo", took, "s", 60),
        within("chain: peak resident memory of the demo", peak, "MB", 500),
    ]
