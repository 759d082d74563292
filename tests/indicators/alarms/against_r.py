"""The table of settings of ``reference/surveillance.R`` -> what our methods say of the same counts."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from kordon.indicators.alarms.cusum import running, scores
from kordon.indicators.alarms.ears import EarsSettings, Variant, ears
from kordon.indicators.alarms.farrington import FarringtonSettings, Power, Threshold, farrington

Array = npt.NDArray[Any]
Setting = Mapping[str, str]
REFERENCE = Path(__file__).parent / "reference"


@dataclass(frozen=True)
class Said:
    """(series, weeks) each; NaN where nothing is said."""

    bound: Array
    fired: Array
    expected: Array
    dispersion: Array
    trend: Array


def settings(folder: Path = REFERENCE) -> dict[str, Setting]:
    with (folder / "settings.csv").open(newline="") as file:
        return {row["name"]: row for row in csv.DictReader(file)}


def counts_of(setting: Setting, folder: Path = REFERENCE) -> Array:
    return np.loadtxt(folder / f"{setting['counts']}.csv", delimiter=",", skiprows=1).T


def range_of(setting: Setting) -> slice:
    return slice(int(setting["from"]) - 1, int(setting["to"]))


def told_by_r(table: Path) -> dict[str, Said]:
    """By setting, as ``surveillance.R`` writes it."""
    rows: dict[str, dict[str, list[list[float]]]] = {}
    with table.open(newline="") as file:
        for row in csv.DictReader(file):
            values = [row[name].strip() for name in ("bound", "fired", "expected", "dispersion", "trend")]
            numbers = [float(value) if value not in ("", "NA") else np.nan for value in values]
            rows.setdefault(row["setting"], {}).setdefault(row["series"], []).append(numbers)
    return {
        name: Said(*np.moveaxis(np.array(list(series.values())), 2, 0))  # of (series, weeks, 5)
        for name, series in rows.items()
    }


def farrington_settings(setting: Setting) -> FarringtonSettings:
    return FarringtonSettings(
        years=int(setting["years"]),
        half_window=int(setting["half_window"]),
        seasons=int(setting["seasons"]),
        left_out=int(setting["left_out"]),
        trend=setting["trend"] == "true",
        trend_significance=float(setting["trend_significance"]),
        reweight=setting["reweight"] == "true",
        outlier=float(setting["outlier"]),
        alpha=float(setting["alpha"]),
        threshold=Threshold(setting["threshold"]),
        power=Power(setting["power"]),
        least_events=int(setting["least_events"]),
        least_events_weeks=int(setting["least_events_weeks"]),
    )


def ours(setting: Setting, counts: Array) -> Said:
    where = range_of(setting)
    nothing = np.full((len(counts), where.stop - where.start), np.nan)
    if setting["method"] == "farrington":
        monday = dt.date.fromisoformat(setting["monday"]) if setting["monday"] else None
        told = farrington(counts, range(where.start, where.stop), farrington_settings(setting), monday)
        return Said(told.bound, told.fired, told.expected, told.dispersion, told.trend)
    if setting["method"] == "cusum":
        # The sum stands for the bound, as the reference prints it.
        limit = float(setting["limit"])
        told_scores = scores(counts, *(np.float64(setting[name]) for name in ("mean", "dispersion", "ratio")))
        sums = running(told_scores, limit)[:, where]
        return Said(sums, sums > limit, nothing, nothing, nothing)
    own = ears_settings(setting)
    near = ears(counts, own)
    return Said(near.bound(own)[:, where], near.fired[:, where], nothing, nothing, nothing)


def ears_settings(setting: Setting) -> EarsSettings:
    weeks = int(setting["baseline"])
    least, alpha = float(setting["least_deviation"]), float(setting["alpha"])
    return EarsSettings(Variant(setting["method"]), weeks, weeks, least, alpha)


def apart(one: Array, other: Array) -> float:
    """The largest relative difference; infinite where only one of them says something."""
    if (np.isnan(one) != np.isnan(other)).any():
        return float("inf")
    difference = np.abs(one - other) / np.maximum(np.abs(other), 1e-9)
    return float(np.nanmax(difference, initial=0.0))
