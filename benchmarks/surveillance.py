"""Surveillance: flexible Farrington over 10,000 series beside R's surveillance and a loop of statsmodels, the
bounds compared; the three detectors together; memory."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from rich.console import Console

from benchmarks import growth
from benchmarks.entry import Entry, against, measured, within

SERIES, R_SERIES, LOOP_SERIES = 10_000, 300, 20
R_SCRIPT = Path(__file__).parents[1] / "tests" / "indicators" / "alarms" / "reference" / "surveillance.R"
ONE_CORE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}

# 330 weeks of negative binomial counts with season, trend and outbreaks; the last WEEKS are judged. R's judged
# weeks are the first two of them.
MADE = """
import sys, time, json, resource
import numpy as np
WEEKS, FROM, ALL = 10, 320, 330
def made(series):
    chance = np.random.default_rng(5)
    week = np.arange(ALL)
    log_mean = chance.uniform(-1, 5, (series, 1))
    trend, swing = chance.normal(0, 0.001, (series, 1)), chance.uniform(0, 0.8, (series, 1))
    mean = np.exp(log_mean + trend * week + swing * np.cos(2 * np.pi * week / 52.18))
    spread = chance.uniform(1.1, 5, (series, 1))
    counts = chance.negative_binomial(mean / (spread - 1), 1 / spread)
    for _ in range(6):
        at = chance.integers(0, ALL - 4, series)
        for back in range(4):
            counts[np.arange(series), at + back] += chance.poisson(2 * np.sqrt(mean[:, 0] * spread[:, 0]))
    return counts
"""

OURS = (
    MADE
    + """
from kordon.domain.time import Date
from kordon.indicators.alarms import of_many, shipped
from kordon.indicators.alarms.farrington import FarringtonSettings, Threshold, farrington
series, per_series, out = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
counts = made(series).astype(float)
settings = FarringtonSettings(years=5, seasons=10, left_out=26, trend_significance=1.0, alpha=0.01,
                              threshold=Threshold.PLUGIN)
farrington(counts[:8], [FROM], settings)
began = time.process_time()
told = farrington(counts, range(FROM, FROM + per_series), settings)
seconds = time.process_time() - began
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
np.savez(out, bound=told.bound, fired=told.fired)
few = counts[: series // 10]
began = time.process_time()
of_many(few, list(range(FROM, FROM + per_series)), shipped(), Date(2019, 1, 7))
three = time.process_time() - began
found = {"rate": series * per_series / seconds, "memory": memory, "three": len(few) * per_series / three}
for size in (series // 100, series // 10):
    began = time.process_time()
    farrington(counts[:size], range(FROM, FROM + per_series), settings)
    found[str(size * per_series)] = time.process_time() - began
print(json.dumps({**found, str(series * per_series): seconds}))
"""
)

# The same regression by statsmodels, one series and week at a time: with trend, reweighted, without the trend
# where what it predicts goes beyond what was counted. Steps and their stop are statsmodels' own.
LOOP = (
    MADE
    + """
import warnings
import statsmodels.api as sm
from scipy.special import ndtri
from scipy.stats import nbinom, poisson
from kordon.indicators.alarms.reference_weeks import centres, design
warnings.simplefilter("ignore")
series, per_series, out = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
counts = made(SERIES)[:series]
found = design(centres(5, None), 3, 10, 26)
def fitted(values, columns):
    family = sm.families.Poisson()
    first = sm.GLM(values, columns, family=family).fit(scale="X2")
    scale = max(first.scale, 1.0)
    lever = first.get_hat_matrix_diag(observed=False)
    mean = first.fittedvalues
    residual = 1.5 * (values ** (2 / 3) * mean ** (-1 / 6) - mean ** 0.5) / np.sqrt(scale * (1 - lever))
    weights = np.where(residual > 2.58, 1 / residual**2, 1.0)
    weights *= len(values) / weights.sum()
    return sm.GLM(values, columns, family=family, var_weights=weights).fit(scale="X2")
def bound(values):
    levels = (found.level[:, None] == np.arange(found.levels)).astype(float)
    kept = levels.sum(0) > 0
    columns = np.column_stack([levels[:, kept], -found.back / 52])
    told = fitted(values, columns)
    mean = np.exp(told.params[0])
    if mean > values.max():
        told = fitted(values, columns[:, :-1])
        mean = np.exp(told.params[0])
    spread = max(told.scale, 1.0)
    if spread > 1:
        return nbinom.ppf(0.99, mean / (spread - 1), 1 / spread)
    return poisson.ppf(0.99, mean)
bounds = np.full((series, per_series), np.nan)
began = time.process_time()
for row in range(series):
    for column in range(per_series):
        target = FROM + column
        if counts[row, target - 3 : target + 1].sum() >= 5:
            bounds[row, column] = bound(counts[row, target - found.back].astype(float))
seconds = time.process_time() - began
np.savez(out, bound=bounds)
print(json.dumps({"rate": series * per_series / seconds}))
"""
)

SETTING = (
    "name,counts,method,from,to,monday,years,half_window,seasons,left_out,trend,trend_significance,reweight,outlier,"
    "alpha,threshold,power,least_events,least_events_weeks\n"
    "noufaily,counts,farrington,321,{to},,5,3,10,26,true,1,true,2.58,0.01,nbPlugin,2/3,5,4\n"
)
R_WEEKS, LOOP_WEEKS = 2, 3


def _python(code: str, *arguments: str) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **ONE_CORE},
    )
    return {name: float(value) for name, value in json.loads(done.stdout.splitlines()[-1]).items()}


def _r(folder: Path, counts: Any) -> tuple[float, str]:
    """Series-weeks a processor second of R, and its versions."""
    import numpy as np

    header = ",".join(f"s{number}" for number in range(len(counts)))
    np.savetxt(folder / "counts.csv", counts.T, fmt="%d", delimiter=",", header=header, comments="")
    (folder / "settings.csv").write_text(SETTING.format(to=320 + R_WEEKS))
    done = subprocess.run(
        ["Rscript", str(R_SCRIPT), "settings.csv", "r.csv"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **ONE_CORE},
    )
    r, surveillance, seconds = done.stdout.split()[-3:]
    return len(counts) * R_WEEKS / float(seconds), f"{surveillance}, R {r}"


def run() -> list[Entry]:
    import numpy as np

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours = _python(OURS, str(SERIES), "10", str(folder / "ours.npz"))
        told = np.load(folder / "ours.npz")
        entries = [
            measured("surveillance: three detectors and a verdict", ours["three"], "series-weeks a second a core"),
            within("surveillance: peak memory with 10,000 series, all told", ours["memory"], "MB", 1_000),
        ]
        if _has_r():
            entries += _beside_r(folder, ours["rate"], told)
        else:
            Console().print(
                "R with surveillance is not here, so it is not measured; deploy/system-packages.sh installs it."
            )
        if importlib.util.find_spec("statsmodels") is None:
            Console().print("statsmodels is not here, so its loop is not measured; pip install statsmodels.")
        else:
            entries += _beside_loop(folder, ours["rate"], told["bound"])
    lines = {"Kordon": [(float(size), seconds) for size, seconds in ours.items() if size.isdigit()]}
    for entry in entries:
        for peer, size in (("surveillance of R", R_SERIES * R_WEEKS), ("statsmodels", LOOP_SERIES * LOOP_WEEKS)):
            if entry.peer and peer in entry.name:
                lines[peer] = [(float(size), size / entry.peer)]
    title = "Flexible Farrington: time by work, one core"
    growth.save("surveillance", title, lines, "series-weeks", "seconds of processor time")
    return entries


def _has_r() -> bool:
    if shutil.which("Rscript") is None:
        return False
    asked = ["Rscript", "-e", "packageVersion('surveillance')"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


def _beside_r(folder: Path, rate: float, told: Any) -> list[Entry]:
    import csv

    import numpy as np

    space: dict[str, Any] = {}
    exec(MADE, space)
    theirs, versions = _r(folder, space["made"](SERIES)[:R_SERIES])
    with (folder / "r.csv").open(newline="") as file:
        rows = [(row["bound"].strip(), row["fired"]) for row in csv.DictReader(file)]
    bounds = np.array([float(b) if b not in ("", "NA") else np.nan for b, _ in rows]).reshape(R_SERIES, R_WEEKS)
    fired = np.array([f == "1" for _, f in rows]).reshape(R_SERIES, R_WEEKS)
    mine = told["bound"][:R_SERIES, :R_WEEKS]
    both = ~np.isnan(mine) & ~np.isnan(bounds)
    apart = int((np.isnan(mine) != np.isnan(bounds)).sum())
    apart += int((np.abs(mine - bounds)[both] > 1e-6 * np.abs(bounds)[both]).sum())
    alarms = int((fired != told["fired"][:R_SERIES, :R_WEEKS]).sum())
    name = f"surveillance: flexible Farrington, 10,000 series (surveillance of R: {versions}, {R_SERIES} series)"
    return [
        against(name, rate, theirs, "series-weeks a second a core", 100),
        within(f"surveillance: bounds further than 1e-6 from R's, of {both.size}", apart, "bounds", 0),
        within(f"surveillance: alarms other than R's, of {both.size}", alarms, "alarms", 0),
    ]


def _beside_loop(folder: Path, rate: float, bounds: Any) -> list[Entry]:
    import numpy as np

    out = folder / "loop.npz"
    theirs = _python(f"SERIES = {SERIES}\n" + LOOP, str(LOOP_SERIES), str(LOOP_WEEKS), str(out))["rate"]
    loop = np.load(out)["bound"]
    mine = bounds[:LOOP_SERIES, :LOOP_WEEKS]
    other = (np.isnan(mine) != np.isnan(loop)) | (np.abs(mine - loop) > 1e-6 * np.abs(loop))
    name = f"surveillance: flexible Farrington beside a loop of statsmodels ({LOOP_SERIES} series)"
    return [
        against(name, rate, theirs, "series-weeks a second a core", None, ("statsmodels",)),
        measured(f"surveillance: bounds other than the loop's, of {loop.size}", float(other.sum()), "bounds"),
    ]
