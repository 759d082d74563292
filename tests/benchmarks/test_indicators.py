"""The sides of the benchmark of indicators give the same answer: documents, SQL by hand, data frames."""

from __future__ import annotations

import importlib.util
import math
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))  # benchmarks is a folder beside src, not a package of it

from benchmarks.indicator_sides import SIDES, last_week, make, pages

from benchmarks import indicator_sides

# Polars is a peer that only make .venv/bench installs; the benchmark itself compares its answer each time it runs.
PEERS = [name for name in SIDES if name != "ours" and (name != "Polars" or importlib.util.find_spec("polars"))]


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "events"
    make(folder, 30_000)
    return folder


@pytest.mark.parametrize("name", PEERS)
def test_what_is_written_by_hand_says_what_the_documents_say(events: Path, name: str) -> None:
    wanted, _ = SIDES["ours"](events, last_week())
    found, _ = SIDES[name](events, last_week())
    assert len(wanted) == 28, "fourteen indicators, whole and by kind"
    for mine, other in zip(wanted, found, strict=True):
        assert [str(mine[0]), bool(mine[1]), int(mine[2]), int(mine[4])] == [
            *(str(other[0]), bool(other[1]), int(other[2]), int(other[4]))
        ]
        assert math.isclose(mine[3], other[3], rel_tol=1e-9)


def test_pages_are_answered_from_the_rollup(events: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indicator_sides, "PAGES", 10)
    told = pages(events)
    assert 0 < told["page"] < 1 and told["rollup"] > 0
