"""A signed site over time: numbers that grow, a history, one export at a time, and no key lost by mistake."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

import kordon
from kordon.domain.errors import InputError, NotAllowed
from kordon.site.export import export
from kordon.site.manifest import HISTORY, LOCAL, MANIFEST, PUBLIC_KEY, SIGNATURE
from kordon.site.minisign import SecretKey, make_key, verify
from kordon.site.model import SiteData
from kordon.site.store import BusyFolder, Store, alone


def number(folder: Path) -> int:
    return int(json.loads((folder / MANIFEST).read_bytes())["number"])


def write(folder: Path, pages: dict[str, bytes], key: SecretKey | None = None) -> None:
    store = Store(folder, pages, key)
    for name, content in pages.items():
        store.put(name, content)
    store.finish()


def test_a_signed_site_carries_its_key_and_a_signature_that_fits(signed: Path, key: SecretKey) -> None:
    content = (signed / MANIFEST).read_bytes()
    assert verify(key.public, content, (signed / SIGNATURE).read_bytes(), "x") == "kordon site manifest 1"
    assert (signed / PUBLIC_KEY).read_text() == key.public.text()
    assert PUBLIC_KEY in json.loads(content)["files"]


def test_each_change_is_a_new_number_and_nothing_else_is(tmp_path: Path, key: SecretKey) -> None:
    hashes = []
    for turn in range(1, 5):
        write(tmp_path, {"a.html": b"%d" % turn, "kordon.pub": b"k"}, key)
        before = {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*") if p.is_file()}
        write(tmp_path, {"a.html": b"%d" % turn, "kordon.pub": b"k"}, key)
        assert {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*") if p.is_file()} == before
        assert number(tmp_path) == turn
        assert (tmp_path / HISTORY).exists() == (turn > 1)
        if turn > 1:
            assert (tmp_path / HISTORY).read_text().split() == hashes
        hashes.append(hashlib.sha256((tmp_path / MANIFEST).read_bytes()).hexdigest())


def test_a_killed_export_goes_on_with_the_number_that_it_began(tmp_path: Path, key: SecretKey) -> None:
    write(tmp_path, {"a.html": b"1"}, key)
    first = hashlib.sha256((tmp_path / MANIFEST).read_bytes()).hexdigest()
    Store(tmp_path, ["a.html"], key).put("a.html", b"2")  # and no finish
    assert json.loads((tmp_path / MANIFEST).read_bytes())["state"] == "writing"
    write(tmp_path, {"a.html": b"3"}, key)
    assert number(tmp_path) == 2
    assert (tmp_path / HISTORY).read_text().split() == [first]


def test_a_history_that_was_lost_stops_the_export(tmp_path: Path) -> None:
    for turn in range(3):
        write(tmp_path, {"a.html": b"%d" % turn})
    (tmp_path / HISTORY).unlink()
    with pytest.raises(InputError, match="put it back from a copy of the site"):
        write(tmp_path, {"a.html": b"4"})


def test_a_folder_of_the_older_form_is_taken_over(tmp_path: Path) -> None:
    files = {name: hashlib.sha256(name.encode()).hexdigest() for name in ("a.html", "old.html")}
    for name in files:
        (tmp_path / name).write_bytes(name.encode())
    (tmp_path / MANIFEST).write_text(json.dumps({"format": 1, "state": "whole", "files": files}))
    write(tmp_path, {"a.html": b"new"})
    assert number(tmp_path) == 1
    assert not (tmp_path / "old.html").exists()


def test_what_somebody_else_wrote_is_not_signed(small: SiteData, signed: Path, key: SecretKey) -> None:
    """Whoever changes a page, its hash in the manifest and its key changes nothing that the next export signs."""
    page = signed / "en" / "about.html"
    right = page.read_bytes()
    wrong = right.replace(b"</main>", b"<p>Send money.</p></main>")
    page.write_bytes(wrong)
    for file in (signed / MANIFEST, signed / LOCAL / "keys.json"):
        text = file.read_text("utf-8").replace(
            hashlib.sha256(right).hexdigest(), hashlib.sha256(wrong).hexdigest()
        )
        file.write_text(text.replace(f'"size":{len(right)}', f'"size":{len(wrong)}'), "utf-8")
    done = export(small, signed, key=key)
    assert done.mended
    assert page.read_bytes() == right
    assert not export(small, signed, key=key).mended


def test_a_signed_site_does_not_lose_its_signature_by_mistake(small: SiteData, signed: Path) -> None:
    before = (signed / MANIFEST).read_bytes()
    with pytest.raises(NotAllowed, match="signed, and without its key it would be published unsigned"):
        export(small, signed)
    assert (signed / MANIFEST).read_bytes() == before
    export(small, signed, unsign=True)
    assert not (signed / SIGNATURE).exists()
    assert not (signed / PUBLIC_KEY).exists()


def test_another_key_is_taken_only_on_purpose(small: SiteData, signed: Path) -> None:
    other = make_key()
    with pytest.raises(NotAllowed, match="signed by another key"):
        export(small, signed, key=other)
    done = export(small, signed, key=other, change_key=True)
    assert done.number == 2
    verify(other.public, (signed / MANIFEST).read_bytes(), (signed / SIGNATURE).read_bytes(), "x")


def test_two_exports_into_one_folder_do_not_meet(small: SiteData, tmp_path: Path) -> None:
    held, go = threading.Event(), threading.Event()

    def first(done: int, of: int) -> None:
        held.set()
        go.wait(20)

    thread = threading.Thread(target=export, args=(small, tmp_path, first))
    thread.start()
    try:
        assert held.wait(20)
        with pytest.raises(BusyFolder, match="Another export is writing to"):
            export(small, tmp_path)
    finally:
        go.set()
        thread.join()
    assert export(small, tmp_path).made == 0
    assert not (tmp_path / LOCAL / "lock").exists()


def test_a_lock_ends_with_the_process_that_held_it(tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from kordon.site.store import alone\n"
        "alone(Path(sys.argv[1])).__enter__(); os._exit(9)"
    )
    source = str(Path(kordon.__file__).parents[1])
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False, env={"PYTHONPATH": source})
    assert done.returncode == 9
    with alone(tmp_path):
        pass


def test_a_manifest_is_written_one_way(small: SiteData, tmp_path: Path) -> None:
    export(small, tmp_path / "a")
    export(replace(small), tmp_path / "b")
    assert (tmp_path / "a" / MANIFEST).read_bytes() == (tmp_path / "b" / MANIFEST).read_bytes()
    for line in (tmp_path / "a" / MANIFEST).read_text("utf-8").splitlines()[6:8]:
        assert '"sha256":"' in line
