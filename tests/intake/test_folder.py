"""A folder of material: the same order everywhere, and a word for every file."""

from __future__ import annotations

from pathlib import Path

import pytest

from kordon.domain.errors import UnreadableFile
from kordon.geo.gazetteer import PUBLIC
from kordon.intake.folder import FileKind, Found, walk


def found(folder: Path) -> dict[str, Found]:
    return {file.name: file for file in walk(folder)}


def test_every_file_is_classified_in_a_stable_order(tmp_path: Path) -> None:
    (tmp_path / "vocabulary").mkdir()
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    attempts = (PUBLIC / "attempts.csv").read_bytes()
    for name, content in {
        "z.txt": b"x",
        "a.HTML": b"x",
        "r.jsonl": b"x",
        "any name.csv": attempts,
        "bom.csv": b"\xef\xbb\xbf" + attempts.replace(b"\n", b"\r\n"),
        "wide.csv": attempts.decode().encode("utf-16"),
        "misspelt.csv": attempts.replace(b"period_start", b"period_strat"),
        "own.csv": b"one,two\n",
        "empty.csv": b"",
        "photo.jpg": b"x",
        "README": b"x",
        ".hidden.txt": b"x",
        ".git/x.txt": b"x",
        "b/lines.geojson": b"x",
        "b/m.eml": b"x",
        "b/n.pdf": b"x",
        "feed.xml": b"x",
        "news.rss": b"x",
        "vocabulary/borders.yaml": b"x",
        "vocabulary/words.tsv": b"x",
    }.items():
        (tmp_path / name).write_bytes(content)
    files = found(tmp_path)
    assert list(files) == sorted(files)
    assert list(files) == list(found(tmp_path))
    kinds = {name: file.kind for name, file in files.items()}
    assert {n for n, k in kinds.items() if k is FileKind.REPORT} == {
        *("z.txt", "a.HTML", "r.jsonl", "b/m.eml", "b/n.pdf", "feed.xml", "news.rss")
    }
    assert {n for n, k in kinds.items() if k is FileKind.TABLE} == {
        "any name.csv",
        "bom.csv",
        "wide.csv",
        "misspelt.csv",
    }
    assert {n for n, k in kinds.items() if k is FileKind.DATA} == {
        "b/lines.geojson",
        "vocabulary/borders.yaml",
        "vocabulary/words.tsv",
    }
    assert {n for n, k in kinds.items() if k is FileKind.SKIPPED} == {
        "own.csv",
        "empty.csv",
        "photo.jpg",
        "README",
    }


def test_what_is_skipped_gets_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"x")
    (tmp_path / "own.csv").write_bytes(b"one,two\n1,2\n")
    notices = {name: str(file.notice) for name, file in found(tmp_path).items()}
    assert notices["photo.jpg"].startswith(
        "photo.jpg: files of the kind .jpg are not read, so it is skipped; save it"
    )
    assert "no table that is known" in notices["own.csv"]
    assert all(file.notice is None or file.kind is FileKind.SKIPPED for file in walk(tmp_path))


def test_linked_folders_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert list(found(tmp_path)) == ["a.txt"]


def test_the_public_folder_is_nine_tables_and_the_lines() -> None:
    kinds = [file.kind for file in walk(PUBLIC)]
    assert kinds.count(FileKind.TABLE) == 9
    assert kinds.count(FileKind.DATA) == 1
    assert len(kinds) == 10


def test_what_is_no_folder_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="there is no such folder; name a folder"):
        list(walk(tmp_path / "none"))
    (tmp_path / "a.txt").write_text("x")
    with pytest.raises(UnreadableFile, match="it is not a folder"):
        list(walk(tmp_path / "a.txt"))
