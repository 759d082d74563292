"""Fused counts: how long refits, learning and updates take, how far intervals can be trusted, and against what.

Times are seconds of processor time on one core (BLAS is kept to one thread), so that other work on the machine
does not change them.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from math import exp

from benchmarks.entry import Entry, measured, versions, within

# Every measurement is a process of its own: peak memory is that of the measurement, and nothing is warm.
COMMON = """
import datetime as dt, json, resource, sys, time
import numpy as np
from kordon.counts import Noise, posterior
from kordon.counts.learning import learn
from kordon.counts.noise import load_noise
from kordon.domain.coded import Figure, FigureForm, Modality, Place, PlacePrecision
from kordon.domain.quantity import Quantity
from kordon.domain.report import Evidence
from kordon.domain.time import Precision, Span, Week
from kordon.geo.gazetteer import PUBLIC
from kordon.intake.sources import load_sources
from kordon.intake.tables import read_table
from kordon.vocabulary import load
vocabulary = load()
borders = ("PL-BY", "LT-BY", "LV-BY")
first, last = Week(2021, 31), Week(2025, 26)
def shipped():
    table = read_table(PUBLIC / "attempts.csv", vocabulary, load_sources())
    return tuple(f for c in table.coded for f in c.figures), {c.report.id: c.report.source for c in table.coded}
def timed(work):
    began = time.process_time()
    return work(), time.process_time() - began
def memory():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
"""

# Made by rule: a moving level with jumps; of its days a share is printed, and all weekends, months and totals of
# the year on each month's last day.
MADE = """
def made(weeks, share, seed=1):
    dice, begin, figures = np.random.default_rng(seed), Week(2020, 1).monday, []
    def add(border, start, stop, count, form=FigureForm.COUNT):
        span = Span(begin + dt.timedelta(start), begin + dt.timedelta(stop - 1), Precision.DAYS)
        name = f"{border}-{start}-{stop}"
        figures.append(Figure(id=name, form=form, unit="attempts", quantity=Quantity.exactly(float(count)),
                              place=Place((border,), precision=PlacePrecision.BORDER), span=span,
                              modality=Modality.ACTUAL, evidence=(Evidence(name, 0, 1),), rule="made"))
    for border in borders:
        walk, log = dice.standard_t(4, weeks) * 0.25, [0.0]
        for step in walk[1:]:
            log.append(0.94 * log[-1] + step)
        rate = 40 * np.exp(np.repeat(log, 7))
        daily = dice.negative_binomial(2, 2 / (2 + rate))
        days = len(daily)
        for day in np.flatnonzero(dice.random(days) < share).tolist():
            add(border, day, day + 1, daily[day])
        for week in range(weeks):
            add(border, 7 * week + 4, 7 * week + 7, daily[7 * week + 4:7 * week + 7].sum())
        for year in range(0, days, 364):
            for month in range(0, min(364, days - year), 28):
                stop = min(days, year + month + 28)
                add(border, year + month, stop, daily[year + month:stop].sum())
                if month:
                    add(border, year, stop, daily[year:stop].sum(), FigureForm.TOTAL)
    return figures, Week(2020, 1), Week(2020, 1) + (weeks - 1)
"""

REFIT = """
figures, begin, end = made(int(sys.argv[1]), float(sys.argv[2]))
noise = load_noise()
known = [f for f in figures if f.span.end < (end - 1).monday]
before, cold = timed(lambda: posterior(known, borders, begin, end, vocabulary, noise))
_, warm = timed(lambda: posterior(figures, borders, begin, end, vocabulary, noise, before=before))
_, again = timed(lambda: posterior(figures, borders, begin, end, vocabulary, noise))
print(json.dumps({"figures": len(figures), "cold": again, "first": cold, "warm": warm, "memory": memory()}))
"""

SHIPPED = """
figures, publishers = shipped()
noise = load_noise()
timed(lambda: posterior(figures[:50], borders, first, last, vocabulary, noise))
_, cold = timed(lambda: posterior(figures, borders, first, last, vocabulary, noise, publishers=publishers))
print(json.dumps({"cold": cold, "memory": memory()}))
"""

LEARN = """
figures, publishers = shipped()
learnt, seconds = timed(lambda: learn(figures, borders, first, last, vocabulary, publishers=publishers))
print(json.dumps({"seconds": seconds, "refits": learnt.refits, "memory": memory()}))
"""

TRUST = """
from kordon.counts.holdout import leave_one_span_out
from kordon.counts.naive import METHODS, hold_out
from kordon.counts.observations import observations
figures, publishers = shipped()
ours = leave_one_span_out(figures, borders, first, last, vocabulary, publishers=publishers)
heard = observations(figures, borders, (first - 26).monday, (last + 26).sunday, vocabulary)
rows = {"fused": ours} | {name: hold_out(heard, method) for name, method in METHODS.items()}
assert all([h.figure for h in sorted(r, key=lambda h: h.figure)] ==
           [h.figure for h in sorted(ours, key=lambda h: h.figure)] for r in rows.values()), "the same rows"
def table(held):
    score = float(np.mean([h.log_score for h in held]))
    return {"rows": len(held), "score": score} | {str(s): float(np.mean([h.inside(s) for h in held]))
                                                  for s in (0.5, 0.9, 0.95)}
found = {name: table(held) for name, held in rows.items()}
by = {b: [h for h in ours if h.border == b] for b in borders}
by |= {"spans of a day": [h for h in ours if h.days == 1], "of 2 to 31 days": [h for h in ours if 1 < h.days < 32],
       "of more than 31 days": [h for h in ours if h.days > 31]}
found["by"] = {name: table(held) for name, held in by.items()}
print(json.dumps(found))
"""

# The library has no observations of sums, so it is given a value for every day: the rate of the
# shortest span that holds the day, and between those the straight line, on the scale log(1 + count). Its variances
# are held, as ours are.
PEER = """
import warnings
from statsmodels.tsa.statespace.structural import UnobservedComponents
figures, begin, end = made(int(sys.argv[1]), float(sys.argv[2]))
low, days = begin.monday.toordinal(), (end.sunday - begin.monday).days + 1
spent = 0.0
for border in borders:
    rate = np.full(days, np.nan)
    for f in sorted((f for f in figures if f.place.borders == (border,)), key=lambda f: -f.span.length):
        at = f.span.start.toordinal() - low
        rate[at:at + f.span.length] = f.quantity.best / f.span.length
    told = np.flatnonzero(~np.isnan(rate))
    daily = np.log1p(np.interp(np.arange(days), told, rate[told]))
    model = UnobservedComponents(daily, "local level", seasonal=7)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        _, seconds = timed(lambda: model.smooth(np.array([0.1, 0.02, 0.001])))
    spent += seconds
print(json.dumps({"seconds": spent}))
"""

_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def _run(script: str, *args: object) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-c", COMMON + MADE + script, *map(str, args)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **_ONE_THREAD},
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _times() -> list[Entry]:
    real, full, learnt = _run(SHIPPED), _run(REFIT, 260, 0.5), _run(LEARN)
    peer = _run(PEER, 260, 0.5)["seconds"]
    figures = int(full["figures"])
    named = f"counts: five years x three borders, {figures:,} figures"
    return [
        within("counts: refit of the figures that ship, four years x three borders", real["cold"], "s", 2),
        within(f"{named}, refit", full["cold"], "s", 2),
        within(f"{named}, update with a week's figures", full["warm"], "s", 2),
        Entry(
            "counts: update over refit, the same figures", full["warm"], "s", full["cold"],
            full["cold"] / full["warm"], versions=versions("scipy"),
        ),
        within("counts: learning the sizes from the figures that ship", learnt["seconds"], "s", 60),
        within("counts: peak resident memory of that refit", full["memory"], "MB", 1000),
        Entry(
            "counts: refit beside one smoothing of statsmodels on daily values filled in, sizes held",
            full["cold"], "s", peer, peer / full["cold"], versions=versions("scipy", "statsmodels"),
        ),
    ]  # fmt: skip


def _trust() -> list[Entry]:
    found = _run(TRUST)
    fused = found["fused"]
    inside = 100 * fused["0.9"]
    rows = f"{fused['rows']} figures, one span left out at a time"
    aim = "87 to 93 % inside the 90 % interval"
    entries = [
        Entry(f"counts: {rows}, inside 90 %", inside, "%", aim=aim, holds=87 <= inside <= 93, versions=versions()),
        measured("counts: the same, inside 50 %", 100 * fused["0.5"], "%"),
        measured("counts: the same, inside 95 %", 100 * fused["0.95"], "%"),
    ]
    for name, table in found["by"].items():
        entries.append(measured(f"counts: inside 90 %, {name} ({table['rows']})", 100 * table["0.9"], "%"))
    for name in ("interpolated months", "last value"):
        table = found[name]
        entries.append(measured(f"counts: inside 90 %, {name}", 100 * table["0.9"], "%"))
        gain = fused["score"] - table["score"]
        entries.append(
            Entry(
                f"counts: mean log score beside {name}, the same {table['rows']} figures "
                "(ratio: of the probabilities given to what was printed)",
                fused["score"], "nats", table["score"], exp(gain), aim="above the peer",
                holds=gain > 0, versions=versions(),
            )
        )  # fmt: skip
    return entries


def _growth() -> list[Entry]:
    """From one to a hundred times the figures: years of sparse notices to many years of daily ones."""
    entries = []
    for weeks, share in ((52, 0.0), (260, 0.1), (520, 0.5), (1040, 1.0)):
        found = _run(REFIT, weeks, share)
        name = f"counts: refit, {weeks} weeks x three borders, {int(found['figures']):,} figures"
        entries.append(measured(name, found["cold"], "s"))
        entries.append(measured(f"{name}, memory", found["memory"], "MB"))
    return entries


def run() -> list[Entry]:
    return [*_times(), *_trust(), *_growth()]
