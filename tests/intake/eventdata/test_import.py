"""What an import writes: every dataset in one schema that indicators are evaluated over; resumed, repeated."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kordon.domain.errors import InputError, KordonError
from kordon.domain.time import Precision, Span, Week
from kordon.geo.lines import load_lines
from kordon.indicators import load_indicators
from kordon.indicators.engine import DuckEngine, execute, expression
from kordon.indicators.engine.schema import COLUMNS as TABLES
from kordon.indicators.engine.schema import arrow_schema, week_number
from kordon.indicators.events import week_of
from kordon.intake.eventdata import COLUMNS
from kordon.intake.eventdata.borders import Borders
from kordon.intake.eventdata.convert import main_week
from kordon.vocabulary import load

DATASETS = ("acled", "gdelt", "polecat", "ucdp-ged")


@pytest.mark.parametrize("name", DATASETS)
def test_every_row_arrives_in_the_common_schema(exports: Any, name: str) -> None:
    outcome = exports.run(name, exports.file(exports.made(name, 500)))
    assert (outcome.rows, outcome.set_aside, outcome.notices) == (500, 0, ())
    table = exports.table()
    assert table.column_names == list(COLUMNS)
    for n, row in enumerate(table.to_pylist()):
        made = exports.row(name, n)
        layout = exports.layouts[name]
        assert row["source_id"] == str(made[layout.fields["source_id"].column])
        assert row["id"] == f"{name}:{row['source_id']}"
        assert row["day_start"] == dt.date(2024, 6, n % 28 + 1)
        assert row["day"] == row["day_start"].toordinal()
        assert row["latitude"] == pytest.approx(50 + n % 1000 / 1000)
        assert row["actor"] == (str(made.get(layout.fields["actor"].column, "")).replace("None", "") or None)
    assert (exports.to / "set-aside.jsonl").read_bytes() == b""


@pytest.mark.parametrize("name", DATASETS)
def test_the_licence_is_in_every_part_and_beside_them(exports: Any, name: str) -> None:
    exports.run(name, exports.file(exports.made(name, 50)), part_rows=10)
    told = exports.layouts[name].licence
    for part in sorted((exports.to / "events").iterdir()):
        metadata = pq.read_metadata(part).metadata
        assert metadata[b"licence"].decode() == told["name"]
        assert metadata[b"licence_address"].decode() == told["address"]
        assert metadata[b"licence_attribution"].decode() == told["attribution"]
    text = (exports.to / "LICENCE.txt").read_text("utf-8")
    assert told["terms"] in text
    assert ("Do not pass these files on." in text) == (told["redistribution"] == "forbidden")


@pytest.mark.parametrize(
    ("name", "changed", "kind", "means", "rank"),
    [
        ("acled", {"event_type": "Battles", "sub_event_type": "Armed clash"}, "weapon_use", ["firearm"], 5.0),
        (
            "acled",
            {"event_type": "Explosions/Remote violence", "sub_event_type": "Grenade"},
            "other",
            ["explosive"],
            5.0,
        ),
        ("acled", {"event_type": "Protests", "sub_event_type": "Peaceful protest"}, "other", [], None),
        ("acled", {"event_type": "Strategic developments", "sub_event_type": "Arrests"}, None, [], None),
        ("gdelt", {"EventCode": "193", "QuadClass": "4"}, "weapon_use", ["firearm"], 5.0),
        ("gdelt", {"EventCode": "1832", "QuadClass": "4"}, "other", ["explosive"], 5.0),
        ("gdelt", {"EventCode": "010", "QuadClass": "1"}, None, [], None),
        ("ucdp-ged", {"type_of_violence": "3"}, "death", [], None),
        ("polecat", {"Event_Type": "COERCE", "Event_Mode": "cyber"}, "cyber", [], None),
        ("polecat", {"Event_Type": "ASSAULT", "Event_Mode": "beat; drone"}, "other", ["drone"], 0.0),
        ("polecat", {"Event_Type": "ASSAULT", "Event_Mode": "firearms;future"}, None, [], None),
        (
            "polecat",
            {"Event_Type": "CONSULT", "Event_Mode": "", "Quad_Code": "VERBAL COOPERATION"},
            None,
            [],
            None,
        ),
    ],
)
def test_kinds_and_means_by_the_rules_of_the_document(
    exports: Any, name: str, changed: dict[str, str], kind: str | None, means: list[str], rank: float | None
) -> None:
    exports.run(name, exports.file(exports.text(name, [exports.row(name, 0, **changed)])))
    (row,) = exports.rows()
    assert (row["kind"], row["means"], row["means_rank"]) == (kind, means, rank)


def test_forms_of_days(exports: Any) -> None:
    rows = [
        exports.row("acled", n, event_date=day)
        for n, day in enumerate(["04 June 2024", "2024-06-04", "4 June 2024"])
    ]
    assert exports.run("acled", exports.file(exports.text("acled", rows))).clean
    assert {row["day_start"] for row in exports.rows()} == {dt.date(2024, 6, 4)}
    assert exports.rows()[0]["known_on"] == dt.date(2024, 6, 10)


def test_the_columns_are_those_that_indicators_read() -> None:
    mine = list(COLUMNS)[: len(TABLES["events"])]
    assert mine == list(TABLES["events"])


def test_indicators_are_evaluated_over_an_imported_folder(exports: Any) -> None:
    """Armed clashes at two places of a border and one elsewhere, counted by week as the engine counts any acts."""
    line = load_lines()["PL-BY"].parts[0]
    lon, lat = line[len(line) // 2]
    at = {"latitude": f"{lat:.4f}", "longitude": f"{lon:.4f}", "geo_precision": 1, "time_precision": 1}
    clash = {"event_type": "Battles", "sub_event_type": "Armed clash", "fatalities": 2}
    rows = [
        exports.row("acled", 1, event_date="2024-06-04", **at, **clash),
        exports.row("acled", 2, event_date="2024-06-09", **at, **clash),
        exports.row("acled", 3, event_date="2024-06-11", **at, **clash),
        exports.row("acled", 4, event_date="2024-06-04", **at | {"geo_precision": 3}, **clash),
        exports.row("acled", 5, event_date="2024-06-04", **at | {"latitude": 10}, **clash),
        exports.row("acled", 6, event_date="2024-06-04", **at | {"time_precision": 3}, **clash),
    ]
    assert exports.run("acled", exports.file(exports.text("acled", rows))).clean
    assert [row["border"] for row in exports.rows()] == ["PL-BY", "PL-BY", "PL-BY", None, None, "PL-BY"]
    vocabulary = load()
    (violence,) = [
        i for i in load_indicators(vocabulary) if "weapon_use" in i.counts.kinds and i.measure == "incidents"
    ][:1]
    counts = replace(violence.counts, sides=frozenset(), classes=frozenset(), warning_shots=None)
    indicator = replace(violence, min_grade="F6", window=1, counts=counts)
    weeks = [week_number(Week(2024, number)) for number in (23, 24)]
    asked = [{"border": border, "week": week} for border in ("PL-BY", "LT-BY") for week in weeks]
    calendar = pa.Table.from_pylist(asked, schema=arrow_schema("calendar"))
    engine = DuckEngine({"calendar": calendar}, folder=exports.to)
    answers = execute(expression(indicator, whole_acts=True), engine)
    engine.close()
    read = {(row["border"], row["week"]): row["value"] for row in answers if row["n"]}
    assert read == {("PL-BY", weeks[0]): 2.0, ("PL-BY", weeks[1]): 1.0}
    types = {field.name: field.type for field in exports.table().schema}
    assert {n: types[n] for n in TABLES["events"]} == {f.name: f.type for f in arrow_schema("events")}


@given(start=st.dates(dt.date(1990, 1, 1), dt.date(2040, 1, 1)), days=st.integers(0, 400))
def test_the_week_of_a_span_is_that_of_an_incident(start: dt.date, days: int) -> None:
    end = start + dt.timedelta(days=days)
    week = week_of(Span(start, end, Precision.DAYS))
    assert week is not None
    given_days = (np.array([one.toordinal()]) for one in (start, end))
    assert main_week(*given_days).tolist() == [week_number(week)]


def test_the_nearest_border_is_that_of_the_exact_distance() -> None:
    lines = load_lines()
    chance = np.random.default_rng(1)
    corners = [line.bounds for line in lines.values()]
    lon = chance.uniform(min(c[0] for c in corners), max(c[2] for c in corners), 30)
    lat = chance.uniform(min(c[1] for c in corners), max(c[3] for c in corners), 30)
    nearest = Borders(lines).nearest(lat, lon, 50)
    for place, border in enumerate(nearest):
        exact = {name: line.nearest(lat[place], lon[place]).km for name, line in lines.items()}
        best = min(exact, key=lambda name: exact[name])
        if border is None:
            assert exact[best] > 50 * 0.98
        else:
            assert exact[border] <= min(50 * 1.02, exact[best] * 1.02 + 0.01)
    assert Borders(lines).nearest(np.array([np.nan]), np.array([25.0]), 50) == [None]


# resumed and repeated

KILLED = """
import os, signal, sys
from pathlib import Path
from kordon.geo.lines import load_lines
from kordon.intake.eventdata import import_files, load_layouts
from kordon.vocabulary import load
v = load()
layout, lines, left, to = load_layouts(v)["acled"], load_lines(), int(sys.argv[1]), sys.argv[2]
import pyarrow.csv, pyarrow.parquet, shapely

def count(event, arguments):
    global left
    path = str(arguments[0]) if arguments else ""
    if event in ("open", "os.rename", "os.remove", "os.mkdir") and path.startswith(to) and "/.seen" not in path:
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(count)
import_files(layout, [Path(p) for p in sys.argv[3:]], Path(to), vocabulary=v, lines=lines, part_rows=100)
"""


def _bytes(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def _mixed(exports: Any) -> list[Path]:
    """Two files with good rows, bad rows, blank lines and repeated ids."""
    rows = [exports.row("acled", n % 350, fatalities="many" if n % 40 == 7 else n % 4) for n in range(400)]
    first = exports.text("acled", rows).replace("ZZZ20,", "\nZZZ20,")
    return [exports.file(first, "a.csv"), exports.file(exports.made("acled", 150, 390)[:-9], "b.csv")]


def test_a_killed_run_is_completed_to_the_same_bytes(exports: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from kordon.intake.eventdata import rows

    monkeypatch.setattr(rows, "BLOCK_ROWS", 40)
    script = KILLED.replace(
        "import pyarrow.csv", "from kordon.intake.eventdata import rows; rows.BLOCK_ROWS = 40\nimport pyarrow.csv"
    )
    paths = _mixed(exports)
    whole = exports.folder / "whole"
    outcome = exports.run("acled", *paths, to=whole, part_rows=100)
    assert outcome.parts >= 3
    assert outcome.set_aside > 40
    killed, landed = exports.folder / "killed", 0
    # before a part is renamed; between rows set aside and the manifest; in a later part
    for left in (8, 10, 16):
        ran = subprocess.run([sys.executable, "-c", script, str(left), str(killed), *map(str, paths)], check=False)
        landed += ran.returncode == -9
    assert landed == 3
    resumed = exports.run("acled", *paths, to=killed, part_rows=100)
    assert replace(resumed, resumed=0) == outcome
    assert _bytes(killed) == _bytes(whole)


class _Stop(Exception):
    pass


def test_a_run_stopped_after_any_block_is_completed_to_the_same_bytes(
    exports: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kordon.intake.eventdata import rows

    monkeypatch.setattr(rows, "BLOCK_ROWS", 30)
    paths = _mixed(exports)
    whole, stopped = exports.folder / "whole", exports.folder / "stopped"
    outcome = exports.run("acled", *paths, to=whole, part_rows=70)
    for blocks in range(1, 12):
        calls = 0

        def stop(what: str, done: int, of: int, after: int = blocks) -> None:
            nonlocal calls
            assert 0 <= done <= of
            calls += what == "importing"
            if calls == after:
                raise _Stop

        try:
            exports.run("acled", *paths, to=stopped, part_rows=70, progress=stop)
        except _Stop:
            continue
    resumed = exports.run("acled", *paths, to=stopped, part_rows=70)
    assert replace(resumed, resumed=0) == outcome
    assert _bytes(stopped) == _bytes(whole)


def test_a_second_run_changes_nothing(exports: Any) -> None:
    paths = _mixed(exports)
    first = exports.run("acled", *paths)
    before = _bytes(exports.to)
    second = exports.run("acled", *paths)
    assert second == replace(first, resumed=first.rows + first.set_aside)
    assert _bytes(exports.to) == before


def test_new_files_follow_the_old(exports: Any) -> None:
    first, second = (exports.file(exports.made("gdelt", 30, start), f"{start}.csv") for start in (0, 25))
    exports.run("gdelt", first)
    before = _bytes(exports.to / "events")
    outcome = exports.run("gdelt", first, second)
    assert (outcome.rows, outcome.set_aside, outcome.resumed) == (55, 5, 30)
    after = _bytes(exports.to / "events")
    assert {name: after[name] for name in before} == before


def test_a_folder_of_another_import_is_left_alone(exports: Any) -> None:
    first = exports.file(exports.made("gdelt", 3), "a.csv")
    exports.run("gdelt", first)
    before = _bytes(exports.to)
    other = exports.file(exports.made("acled", 3), "b.csv")
    with pytest.raises(InputError, match="begun for another dataset"):
        exports.run("acled", other)
    with pytest.raises(InputError, match="begun with other files, or they have changed"):
        exports.run("gdelt", exports.file(exports.made("gdelt", 4), "a.csv"))
    assert _bytes(exports.to) == before
    for name, content in (("manifest.json", "{}"), ("manifest.json", "[1]"), ("notes.txt", "mine")):
        folder = exports.folder / f"of-{name}-{len(content)}"
        folder.mkdir()
        (folder / name).write_text(content, "utf-8")
        with pytest.raises(InputError, match="name a new folder"):
            exports.run("acled", other, to=folder)


def test_a_part_that_went_missing_is_named(exports: Any) -> None:
    path = exports.file(exports.made("gdelt", 3))
    exports.run("gdelt", path)
    (exports.to / "events" / "part-00001.parquet").unlink()
    with pytest.raises(InputError, match=r"part-00001\.parquet: the part is missing"):
        exports.run("gdelt", path)


def test_two_runs_do_not_write_to_one_folder(exports: Any) -> None:
    path = exports.file(exports.made("gdelt", 3))
    refused = []

    def again(what: str, done: int, of: int) -> None:
        if what == "importing" and not refused:
            with pytest.raises(InputError, match="another import is writing to this folder"):
                exports.run("gdelt", path)
            refused.append(done)

    assert exports.run("gdelt", path, progress=again).rows == 3
    assert refused


def test_a_full_disk_is_a_sentence_and_the_next_run_goes_on(exports: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from kordon.intake.eventdata import folder

    path = exports.file(exports.made("gdelt", 300))
    written = 0

    def full(number: int) -> None:
        nonlocal written
        written += 1
        if written == 4:
            raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(folder.os, "fsync", full)
        patch.setattr("kordon.intake.eventdata.rows.BLOCK_ROWS", 50)
        with pytest.raises(
            KordonError, match=r"it cannot be written \(No space left on device\); make room and run"
        ):
            exports.run("gdelt", path, part_rows=100)
    outcome = exports.run("gdelt", path, part_rows=100)
    assert (outcome.rows, outcome.set_aside, outcome.resumed) == (300, 0, 100)


def test_small_files_share_a_part(exports: Any) -> None:
    paths = [exports.file(exports.made("gdelt", 5, start), f"{start}.csv") for start in range(0, 50, 5)]
    outcome = exports.run("gdelt", *paths)
    assert (outcome.rows, outcome.parts) == (50, 1)
    assert pa.compute.count_distinct(exports.table()["file"]).as_py() == 10
