"""``kordon run`` on one's own folder: register, levels, site; a second run changes nothing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from kordon_cli import Kordon

# The log of runs tells of every run; all else must stand still.
LOGS = {"register_run", "register_runend", "sqlite_sequence", "django_migrations"}


def state(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with sqlite3.connect(path) as database:
        tables = [row[0] for row in database.execute("select name from sqlite_master where type = 'table'")]
        return {
            table: sorted(map(repr, database.execute(f'select * from "{table}"')))  # type: ignore[misc]
            for table in tables
            if table not in LOGS
        }


def files(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {
        str(path.relative_to(folder)): (path.stat().st_mtime_ns, path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_folder_of_ones_own_becomes_a_register_and_a_site(
    kordon: Kordon, material: Path, tmp_path: Path
) -> None:
    result = kordon("run", material)
    assert result.exit_code == 0, result.output
    assert "picture.png" in result.stderr  # skipped, and said so
    assert "2024-W23" in result.stdout
    assert (tmp_path / "site" / "en" / "index.html").exists()
    assessed = kordon("assess", "--border", "LT-BY", "--week", "2024-W23")
    assert assessed.exit_code == 0
    assert "Prevented attempts" in assessed.stdout

    before, pages = state(tmp_path / "kordon.sqlite3"), files(tmp_path / "site")
    again = kordon("run", material)
    assert again.exit_code == 0
    assert "(0 new" in again.stderr
    assert state(tmp_path / "kordon.sqlite3") == before
    assert files(tmp_path / "site") == pages


def test_the_captured_commentaries_run(kordon: Kordon, seeds: Path, tmp_path: Path) -> None:
    result = kordon("run", seeds, "--public-data", "--from", "2024-W18", "--to", "2024-W23")
    assert result.exit_code == 0, result.output
    text = (tmp_path / "site" / "en" / "2024" / "w22" / "index.html").read_text("utf-8")
    assert "Poland–Belarus" in text


@pytest.mark.parametrize(
    ("name", "change", "place"),
    [
        ("misspelt column", ("count,rounding", "cuont,rounding"), "count"),
        ("below zero", ("2024-06-03,3,", "2024-06-03,-3,"), "row 2"),
        ("no such day", ("2024-06-03,2024-06-03", "2024-06-31,2024-06-31"), "row 2"),
        ("unknown border", ("LT-BY,2024-06-04", "LT-XX,2024-06-04"), "row 3"),
    ],
)
def test_a_bad_table_is_named_and_the_rest_is_used(
    kordon: Kordon, material: Path, name: str, change: tuple[str, str], place: str
) -> None:
    path = material / "attempts.csv"
    path.write_text(path.read_text("utf-8").replace(*change), "utf-8")
    result = kordon("run", material)
    assert result.exit_code == 2, name
    (sentence,) = [line for line in result.stderr.splitlines() if line.startswith("not used:")]
    assert "attempts.csv" in sentence
    assert place in sentence
    assert sentence.endswith(".")
    assert "2024-W23" in result.stdout


@pytest.mark.parametrize("handed_over", [True, False], ids=["with --data", "among the reports"])
def test_a_criteria_document_with_an_unknown_indicator(
    kordon: Kordon, material: Path, tmp_path: Path, handed_over: bool
) -> None:
    shipped = Path(__file__).parents[2] / "src" / "kordon" / "data" / "criteria" / "three-borders.yaml"
    own = (tmp_path / "own" if handed_over else material) / "criteria"
    own.mkdir(parents=True)
    (own / "mine.yaml").write_text(shipped.read_text("utf-8").replace("- id: b1\n", "- id: b9\n"), "utf-8")
    result = kordon("run", material, *(["--data", tmp_path / "own"] if handed_over else []))
    assert result.exit_code == 2
    (sentence,) = [line for line in result.stderr.splitlines() if line.startswith("not used:")]
    assert "mine.yaml, line " in sentence
    assert "b9" in sentence
    assert "2024-W23" in result.stdout  # the rest was used


def test_a_folder_that_is_not_there(kordon: Kordon, tmp_path: Path) -> None:
    result = kordon("run", tmp_path / "nowhere")
    assert result.exit_code == 2
    assert "nowhere" in result.stderr


def test_nothing_with_a_date(kordon: Kordon, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "note.txt").write_text(
        "There is nothing in this note but words about the weather.", "utf-8"
    )
    result = kordon("run", tmp_path / "empty")
    assert result.exit_code == 0
    assert "no week to assess" in result.stderr


def test_a_file_that_is_too_large(kordon: Kordon, material: Path) -> None:
    with (material / "huge.txt").open("wb") as file:
        file.truncate(200_000_000)
    result = kordon("run", material)
    assert result.exit_code == 2
    assert "huge.txt" in result.stderr
    assert "2024-W23" in result.stdout
