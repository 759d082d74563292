"""Writes ``counts.csv``: weekly counts with season, trend and outbreaks, one column a series.

    python simulate.py

Poisson where ``dispersion`` is 1, negative binomial else; 370 weeks from the week of 4 January 2016 on.
"""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np

WEEKS = 370
# log mean, trend a week, season's swing, variance over mean
KINDS = (
    (-2.5, 0.0, 0.0, 1.2),
    (-1.0, 0.004, 0.5, 1.5),
    (0.1, 0.0, 1.0, 1.0),
    (0.1, -0.004, 0.3, 2.0),
    (1.5, 0.002, 0.8, 3.0),
    (1.5, 0.0, 0.0, 1.5),
    (3.0, 0.004, 0.6, 2.0),
    (3.0, -0.002, 1.0, 6.0),
    (5.0, 0.001, 0.4, 3.0),
    (6.5, 0.0, 0.7, 20.0),
)


def series(number: int) -> list[int]:
    log_mean, trend, swing, dispersion = KINDS[number]
    chance = np.random.default_rng(100 + number)
    week = np.arange(WEEKS)
    mean = np.exp(log_mean + trend * week + swing * np.cos(2 * np.pi * (week + 9 * number) / 52.18))
    if dispersion > 1:
        counts = chance.negative_binomial(mean / (dispersion - 1), 1 / dispersion)
    else:
        counts = chance.poisson(mean)
    for start in chance.integers(0, WEEKS - 4, 8):
        counts[start : start + 4] += chance.poisson(2 * np.sqrt(mean[start] * dispersion), 4)
    return [int(count) for count in counts]


if __name__ == "__main__":
    columns = [series(number) for number in range(len(KINDS))]
    with (Path(__file__).parent / "counts.csv").open("w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([f"s{number}" for number in range(len(KINDS))])
        writer.writerows(zip(*columns, strict=True))
