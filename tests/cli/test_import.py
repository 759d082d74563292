"""``kordon import``: the dataset is told or found, the licence is printed, what could not be used is counted."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from kordon_cli import Kordon

HEADER = (
    "id,type_of_violence,side_a,side_b,where_prec,latitude,longitude,country,date_prec,date_start,date_end,"
    "best,high,low\n"
)
ROW = "{id},1,Government of Sampleland,Group,1,10.5,20.5,Sampleland,1,2024-06-04,2024-06-04,{best},4,0\n"


def made(folder: Path, *ids: int, best: str = "2", name: str = "ged.csv") -> Path:
    path = folder / name
    path.write_text(HEADER + "".join(ROW.format(id=n, best=best) for n in ids), "utf-8")
    return path


def test_the_header_tells_the_dataset_and_the_licence_is_printed(kordon: Kordon, tmp_path: Path) -> None:
    done = kordon("import", made(tmp_path, 1, 2), "--to", "out")
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[0].startswith("UCDP Georeferenced Event Dataset (GED): CC BY 4.0, https://creativecommons.org/")
    assert lines[1].startswith("Attribution: Uppsala Conflict Data Program")
    assert lines[-1] == "2 rows read: 2 written in 1 parts, 0 set aside; see out."
    assert done.stderr == ""  # no progress bar where there is no terminal
    assert pq.read_table(tmp_path / "out" / "events").column("source_id").to_pylist() == ["1", "2"]


def test_a_terminal_sees_a_progress_bar(kordon: Kordon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    done = kordon("import", made(tmp_path, 1, 2), "--to", "out")
    assert "importing" in done.stderr
    assert "importing" not in done.stdout


def test_rows_set_aside_are_counted_and_the_exit_code_says_so(kordon: Kordon, tmp_path: Path) -> None:
    path = made(tmp_path, 1, 2)
    path.write_text(path.read_text("utf-8") + ROW.format(id=3, best="few"), "utf-8")
    done = kordon("import", "ucdp-ged", path, "--to", "out", "--json")
    assert done.exit_code == 2
    told = json.loads(done.stdout)
    assert (told["dataset"], told["rows"], told["set_aside"], told["parts"], told["resumed"]) == (
        "ucdp-ged",
        2,
        1,
        1,
        0,
    )
    assert told["licence"]["redistribution"] == "allowed"
    (bad,) = map(json.loads, (tmp_path / "out" / "set-aside.jsonl").read_text("utf-8").splitlines())
    assert (bad["file"], bad["line"]) == ("ged.csv", 4)
    assert bad["reason"] == "The column 'best' holds 'few', which is no whole number from 0."
    assert bad["raw"] == ROW.format(id=3, best="few")


def test_a_second_run_says_that_it_was_done(kordon: Kordon, tmp_path: Path) -> None:
    path = made(tmp_path, 1, 2)
    kordon("import", path, "--to", "out")
    done = kordon("import", path, made(tmp_path, 3, name="new.csv"), "--to", "out")
    assert done.stdout.splitlines()[-1] == (
        "3 rows read, 2 of them before this run: 3 written in 2 parts, 0 set aside; see out."
    )


def test_notes_and_files_that_cannot_be_used_are_told_on_standard_error(kordon: Kordon, tmp_path: Path) -> None:
    path, empty = made(tmp_path, 1), tmp_path / "empty.csv"
    path.write_text(path.read_text("utf-8").replace("low\n", "low,mood\n").replace("4,0\n", "4,0,grim\n"), "utf-8")
    empty.write_bytes(b"")
    done = kordon("import", path, empty, "--to", "out")
    assert done.exit_code == 2
    assert done.stderr.splitlines() == [
        "note: ged.csv: columns that UCDP Georeferenced Event Dataset (GED) is not known to have are left out: "
        "mood.",
        "not used: empty.csv: it is empty; download it again.",
    ]


def test_what_cannot_be_begun_is_one_sentence(kordon: Kordon, tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_text("a,b\n1,2\n", "utf-8")
    done = kordon("import", other, "--to", "out")
    assert done.exit_code == 2
    assert done.stderr == (
        "kordon: other.csv, line 1: its first line fits none of the datasets; "
        "name the format (acled, gdelt, polecat, ucdp-ged).\n"
    )
    done = kordon("import", "nowhere.csv", "--to", "out")
    assert done.stderr == "kordon: nowhere.csv: it cannot be opened (No such file or directory); check the path.\n"
    done = kordon("import", "ucdp-ged", "--to", "out")
    assert done.exit_code == 2
    assert "Name at least one file of UCDP" in done.stderr


def test_a_dataset_of_ones_own(kordon: Kordon, tmp_path: Path) -> None:
    shipped = Path(__file__).parents[2] / "src" / "kordon" / "data" / "eventdata" / "ucdp-ged.yaml"
    (tmp_path / "own" / "eventdata").mkdir(parents=True)
    text = shipped.read_text("utf-8").replace("kind: death}", "kind: weapon_use}")
    (tmp_path / "own" / "eventdata" / "mine.yaml").write_text("grade: B2\n" + text, "utf-8")
    done = kordon("import", "mine", made(tmp_path, 1), "--to", "out", "--data", "own")
    assert done.exit_code == 0
    (row,) = pq.read_table(tmp_path / "out" / "events").to_pylist()
    assert (row["id"], row["kind"], row["grade_letter"], row["grade_digit"]) == ("mine:1", "weapon_use", "B", 2)


def test_the_help_starts_without_pyarrow() -> None:
    script = (
        "import sys; from click.testing import CliRunner; from kordon.cli.main import cli;"
        "done = CliRunner().invoke(cli, ['import', '--help']);"
        "assert done.exit_code == 0 and 'kordon import gdelt' in done.output;"
        "assert not {'pyarrow', 'numpy', 'shapely'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
