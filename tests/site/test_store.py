"""Whole files only, untouched when nothing changed, and nobody else's file ever removed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kordon.domain.errors import InputError
from kordon.site.manifest import HISTORY, LOCAL
from kordon.site.store import MANIFEST, ForeignFile, Store


def write(folder: Path, pages: dict[str, bytes]) -> Store:
    store = Store(folder, pages)
    for name, content in pages.items():
        store.put(name, content)
    store.finish()
    return store


def files(folder: Path) -> dict[str, bytes]:
    found = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    return {
        n: content for n, content in found.items() if n not in (MANIFEST, HISTORY) and n.split("/")[0] != LOCAL
    }


def test_unchanged_files_are_not_touched(tmp_path: Path) -> None:
    pages = {"a.html": b"a", "d/b.html": b"b"}
    first = write(tmp_path, pages)
    before = {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*") if p.is_file()}
    second = write(tmp_path, pages)
    assert (first.written, second.written, second.unchanged) == (2, 0, 2)
    assert {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*") if p.is_file()} == before


def test_stale_pages_go_and_foreign_files_stay(tmp_path: Path) -> None:
    write(tmp_path, {"a.html": b"a", "old/b.html": b"b"})
    (tmp_path / "CNAME").write_bytes(b"mine")
    (tmp_path / "old" / "note.txt").write_bytes(b"mine")
    store = write(tmp_path, {"a.html": b"a"})
    assert store.removed == 1
    assert files(tmp_path) == {"a.html": b"a", "CNAME": b"mine", "old/note.txt": b"mine"}


def test_empty_folders_of_stale_pages_go(tmp_path: Path) -> None:
    write(tmp_path, {"a.html": b"a", "old/deep/b.html": b"b"})
    write(tmp_path, {"a.html": b"a"})
    assert not (tmp_path / "old").exists()


def test_a_stale_page_that_somebody_changed_is_kept_and_named(tmp_path: Path) -> None:
    write(tmp_path, {"a.html": b"a", "b.html": b"b"})
    (tmp_path / "b.html").write_bytes(b"edited")
    store = write(tmp_path, {"a.html": b"a"})
    assert store.kept == ["b.html"]
    assert files(tmp_path)["b.html"] == b"edited"


def test_a_file_that_is_not_ours_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(b"somebody's home page")
    with pytest.raises(ForeignFile, match=r"index\.html: this file was not written by an export"):
        Store(tmp_path, ["index.html"])
    assert files(tmp_path) == {"index.html": b"somebody's home page"}


@pytest.mark.parametrize(
    "text",
    [
        "not json",
        "[]",
        '{"format": 9, "state": "whole", "files": {}}',
        '{"format": 1, "state": "whole", "files": {"../../etc/passwd": ""}}',
        '{"format": 1, "state": "whole", "files": {"/etc/passwd": ""}}',
    ],
)
def test_a_manifest_that_is_not_ours_stops_with_a_sentence(tmp_path: Path, text: str) -> None:
    (tmp_path / MANIFEST).write_text(text)
    with pytest.raises(InputError, match="not a manifest that an export wrote"):
        Store(tmp_path, ["a.html"])


def test_a_killed_run_is_told_apart_and_completed(tmp_path: Path) -> None:
    write(tmp_path, {"a.html": b"a", "gone.html": b"g"})
    killed = Store(tmp_path, ["a.html", "b.html", "c.html"])
    killed.put("a.html", b"a2")
    killed.put("b.html", b"b")
    (tmp_path / ".c.html.part").write_bytes(b"half a fi")  # the run dies while it writes c.html
    assert json.loads((tmp_path / MANIFEST).read_text())["state"] == "writing"
    write(tmp_path, {"a.html": b"a3", "b.html": b"b", "c.html": b"c"})
    assert files(tmp_path) == {"a.html": b"a3", "b.html": b"b", "c.html": b"c"}
    assert json.loads((tmp_path / MANIFEST).read_text())["state"] == "whole"


def test_what_a_killed_run_wrote_is_ours_even_if_the_next_has_no_such_page(tmp_path: Path) -> None:
    write(tmp_path, {"a.html": b"a", "b.html": b"b"})
    killed = Store(tmp_path, ["a.html", "b.html"])
    killed.put("b.html", b"b2")
    store = write(tmp_path, {"a.html": b"a"})
    assert store.kept == []
    assert files(tmp_path) == {"a.html": b"a"}
