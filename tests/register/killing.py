"""Run a register's work in child processes and kill them: ``killing.py WORK`` with JSON on standard input.

The parent of the killed processes is this program and not the tests, because a fork of a process that holds
half of a test session is no honest model of a run. It prints a JSON line for every process it killed.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
from collections.abc import Callable
from typing import Any

import made  # the folder of this program is the first on the path

from kordon.register import Scope, open_register
from kordon.register.configuration import configure

REPORTS = 40
WEEKS = 2
STEPS = REPORTS + 7
OPENING = (
    0.08  # seconds; with more, a register that is there already has all reports before it is killed among them
)


def work(url: str, tell: Callable[[], None]) -> None:
    """What a run does with a register, in the order in which it does it; ``tell`` is called after every step."""
    with open_register(url) as register:
        tell()
        with register.run("test") as run:
            register.store_many((made.coded(n) for n in range(REPORTS)), lambda _: tell())
            register.store_reference([made.crossing(1), made.status(1)])
            tell()
            register.record_measures(register.material(measures_of=made.ledger).measures)
            tell()
            readings = made.readings(WEEKS, 6)
            assessments = made.assessments(readings)
            register.record_counts(made.series(WEEKS), made.AS_OF, "basis")
            tell()
            register.record_readings(readings)
            tell()
            register.record_assessments(assessments)
            register.record_proposals(made.proposals(assessments))
            tell()
            register.record_drafts(made.drafts(assessments))
            tell()
            run.scope = Scope(as_of=made.AS_OF)


def child(url: str, steps: int, after: float) -> bool:
    """Do the work in a process that the kernel ends so many seconds (0: never) after a step; whether it was ended.

    SIGALRM, which nobody handles, ends a process as SIGKILL does, and its clock runs in the kernel: a killer that
    had to be scheduled first would let the work run on for a while on a busy machine.
    """
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            told = 0

            def tell() -> None:
                nonlocal told
                told += 1
                if told == steps:
                    signal.setitimer(signal.ITIMER_REAL, after)

            if steps == 0:
                signal.setitimer(signal.ITIMER_REAL, after)
            work(url, tell)
            status = 0
        finally:
            os._exit(status)
    _, ended = os.waitpid(pid, 0)
    if not os.WIFSIGNALED(ended) and ended:
        raise SystemExit(f"The run ended with {ended}.")
    return os.WIFSIGNALED(ended)


def kill(url: str, seed: int) -> dict[str, Any]:
    """Kill the work at a moment that the seed tells: so many steps, and then a little while.

    In turn: while the register is being opened (and made), among the reports, among the results.
    """
    chance = random.Random(seed)
    steps = (0, chance.randrange(1, REPORTS), chance.randrange(REPORTS, STEPS))[seed % 3]
    after = chance.uniform(1e-6, 0.004) if steps else chance.uniform(1e-6, OPENING)
    killed = child(url, steps, after)
    return {"seed": seed, "steps": steps, "killed": killed, **state(url)}


def state(url: str) -> dict[str, int]:
    """How many reports a register holds, and how many of them are not whole."""
    with open_register(url) as register:
        from kordon.register import models
        from kordon.register.items import TABLES

        codings = list(models.Coding.objects.using(register.alias).values_list("key", "items", "report_id"))
        reports = set(models.Report.objects.using(register.alias).values_list("key", flat=True))
        items: dict[str, int] = dict.fromkeys((key for key, _, _ in codings), 0)
        for _, model in TABLES.values():
            for coding in model.objects.using(register.alias).values_list("coding_id", flat=True):
                items[coding] += 1  # a KeyError for an item without its coding
        half = sum(items[key] != count or report not in reports for key, count, report in codings)
        return {"reports": len(codings), "half": half + len(reports) - len(codings)}


def main() -> None:
    """The jobs are pairs of a register's address and the seeds with which the work on it is killed, in turn."""
    configure()
    for url, seeds in json.load(sys.stdin):
        for seed in seeds:
            print(json.dumps(kill(url, seed)), flush=True)
        child(url, 0, 0.0)


if __name__ == "__main__":
    main()
