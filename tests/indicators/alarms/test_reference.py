"""Our bounds and alarms are those of R's ``surveillance``: by stored values, and by R itself where it is.

The stored values were printed by R 4.2.2 with surveillance 1.20.3 (``Rscript reference/surveillance.R
reference/settings.csv reference/expected.csv``), for its own ``salmNewport`` (weekly notifications of Salmonella
Newport in the German states, Robert Koch Institute, SurvStat) and for the series of ``reference/simulate.py``.
"""

from __future__ import annotations

import csv
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
from scipy.special import ndtri  # type: ignore[import-untyped]
from tests.extras import REQUIRED
from tests.indicators.alarms.against_r import (
    REFERENCE,
    Said,
    Setting,
    apart,
    counts_of,
    ears_settings,
    ours,
    range_of,
    settings,
    told_by_r,
)

from kordon.indicators.alarms.ears import EarsSettings, Variant, ears

CLOSE = 1e-6
SETTINGS = settings()
FARRINGTON = [name for name, setting in SETTINGS.items() if setting["method"] == "farrington"]
DIRECT = [name for name, setting in SETTINGS.items() if setting["method"] != "C3"]


@pytest.fixture(scope="session")
def stored() -> dict[str, Said]:
    return told_by_r(REFERENCE / "expected.csv")


def agree(mine: Said, theirs: Said) -> None:
    assert apart(mine.bound, theirs.bound) <= CLOSE
    known = ~np.isnan(theirs.fired)
    assert np.array_equal(mine.fired[known], theirs.fired[known] == 1)
    assert not mine.fired[~known].any()
    for name in ("expected", "dispersion", "trend"):
        said = getattr(theirs, name)
        told = ~np.isnan(said) & ~np.isnan(theirs.bound)
        assert apart(getattr(mine, name)[told].astype(float), said[told]) <= CLOSE


@pytest.mark.parametrize("name", DIRECT)
def test_as_r_printed(name: str, stored: dict[str, Said]) -> None:
    agree(ours(SETTINGS[name], counts_of(SETTINGS[name])), stored[name])


def test_the_stored_values_say_something(stored: dict[str, Said]) -> None:
    """Every setting judges weeks; both trends and no trends, alarms and none are among them."""
    assert set(stored) == set(SETTINGS)
    assert all(np.isfinite(said.bound).sum() > 40 for said in stored.values())
    trends = np.concatenate([stored[name].trend.ravel() for name in FARRINGTON])
    assert {0.0, 1.0} <= set(trends[~np.isnan(trends)])
    fired = np.concatenate([said.fired.ravel() for said in stored.values()])
    assert 0.02 < np.nanmean(fired) < 0.5
    assert sum(name.startswith("salmonella") for name in FARRINGTON) == 3


def test_c3_differs_from_r_by_the_week_itself(stored: dict[str, Said]) -> None:
    """R 1.20.3 prints the count plus S (z - the excess of the two weeks before) as C3's bound, or 0, so that the
    excess of the week itself is not in its alarm, as it is in the paper and in R's manual. The excess before is
    the same."""
    setting = SETTINGS["c3"]
    counts, where = counts_of(setting), range_of(setting)
    own = ears_settings(setting)
    c3 = ears(counts, own)
    c2 = ears(counts, EarsSettings(Variant.C2, own.baseline, own.least_weeks, own.least_deviation, own.alpha))
    before = c3.statistic - np.maximum(c2.statistic - 1, 0)
    bound = np.maximum(counts + c3.deviation * (ndtri(1 - own.alpha) - before), 0)
    assert np.allclose(bound[:, where], stored["c3"].bound, rtol=CLOSE, atol=1e-9)
    assert np.array_equal((counts > bound)[:, where], stored["c3"].fired == 1)
    assert c3.fired[:, where].sum() > 0


def test_salmonella_is_the_package_s_own(stored: dict[str, Said]) -> None:
    counts = counts_of({"counts": "salmNewport"})
    assert counts.shape == (16, 528)
    assert stored["salmonella-noufaily"].bound.shape == (16, 26)


def surveillance() -> str | None:
    """Why R cannot be asked, or None."""
    if shutil.which("Rscript") is None:
        return "R is not here; install r-base-core and r-cran-surveillance (deploy/system-packages.sh does)."
    found = subprocess.run(["Rscript", "-e", "packageVersion('surveillance')"], capture_output=True, check=False)
    if found.returncode:
        return "R has no package surveillance; install r-cran-surveillance (deploy/system-packages.sh does)."
    return None


def test_as_r_says_now(tmp_path: Path) -> None:
    """Fresh series and the same settings, a few weeks of each."""
    missing = surveillance()
    if missing and REQUIRED:
        pytest.fail(missing)
    if missing:
        pytest.skip(missing)
    chance = np.random.default_rng(20)
    week = np.arange(370)
    mean = np.exp(chance.uniform(-0.5, 4, (5, 1)) + 0.5 * np.cos(2 * np.pi * week / 52) + 0.002 * week)
    dispersion = chance.uniform(1.1, 4, (5, 1))
    drawn = chance.negative_binomial(mean / (dispersion - 1), 1 / dispersion)
    drawn[:, 250:254] += np.ceil(3 * np.sqrt(mean[:, 250:254] * dispersion)).astype(int)
    header = ",".join(f"s{number}" for number in range(len(drawn)))
    np.savetxt(tmp_path / "counts.csv", drawn.T, fmt="%d", delimiter=",", header=header, comments="")
    few: list[Setting] = [
        {**setting, "to": str(int(setting["from"]) + 2)}
        for setting in SETTINGS.values()
        if setting["counts"] == "counts" and setting["method"] != "C3"
    ]
    with (tmp_path / "settings.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, list(few[0]))
        writer.writeheader()
        writer.writerows(few)
    command = ["Rscript", str(REFERENCE / "surveillance.R"), "settings.csv", "out.csv"]
    subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    printed = told_by_r(tmp_path / "out.csv")
    assert len(printed) == len(few)
    for setting in few:
        agree(ours(setting, drawn.astype(float)), printed[setting["name"]])
