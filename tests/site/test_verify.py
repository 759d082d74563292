"""Any copy of a signed site is proven whole, or every file that is missing, changed or added is named."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kordon.domain.errors import InputError
from kordon.site.copies import FolderCopy
from kordon.site.export import export
from kordon.site.manifest import HISTORY, LOCAL, MANIFEST, PUBLIC_KEY, SIGNATURE, is_inside, read_manifest
from kordon.site.minisign import SecretKey, make_key
from kordon.site.model import SiteData
from kordon.site.pins import read_pins, write_pin
from kordon.site.store import Store
from kordon.site.verify import Checked, Seen, Trust, check


def looked(folder: Path, key: SecretKey | None, since: Seen | None = None) -> Checked:
    return check(FolderCopy(folder), None if key is None else key.public, (), since)


def release(folder: Path, key: SecretKey, *texts: str) -> list[Seen]:
    """A tiny site, published several times; what a reader saw each time."""
    seen = []
    for text in texts:
        pages = {"index.html": text.encode(), "en/about.html": b"about", PUBLIC_KEY: key.public.text().encode()}
        store = Store(folder, pages, key)
        for name, content in pages.items():
            store.put(name, content)
        done = store.finish()
        seen.append(Seen(done.number, hashlib.sha256(done.dump()).hexdigest()))
    return seen


def test_a_copy_as_it_was_published_is_proven(signed: Path, key: SecretKey) -> None:
    found = looked(signed, key)
    assert found.proven
    assert (found.trust, found.number, found.listed) == (Trust.GIVEN, 1, True)
    assert found.files == len(read_manifest((signed / MANIFEST).read_bytes(), "x").files)


def test_each_file_that_is_not_as_published_is_named(signed: Path, key: SecretKey) -> None:
    (signed / "en" / "about.html").unlink()
    (signed / "be" / "about.html").write_bytes(b"<h1>other</h1>")
    (signed / "ru" / "about.html").write_bytes((signed / "ru" / "about.html").read_bytes() + b" ")
    (signed / "en" / "donate.html").write_bytes(b"send money")
    (signed / "style.css").unlink()
    (signed / "style.css").symlink_to("/etc/passwd")
    (signed / "more").symlink_to("/etc")
    found = looked(signed, key)
    assert found.missing == ("en/about.html", "style.css")  # a link to elsewhere is no file of the copy
    assert found.changed == ("be/about.html", "ru/about.html")
    assert found.extra == ("en/donate.html", "more")
    assert not found.whole


def test_what_only_the_publishers_machine_needs_is_no_part_of_it(signed: Path, key: SecretKey) -> None:
    assert (signed / LOCAL).is_dir()
    shutil.rmtree(signed / LOCAL)
    assert looked(signed, key).proven


def test_a_manifest_that_was_changed_to_fit_is_a_forgery(signed: Path, key: SecretKey) -> None:
    page = signed / "en" / "about.html"
    right = page.read_bytes()
    page.write_bytes(right.upper())
    manifest = signed / MANIFEST
    told = hashlib.sha256(right).hexdigest(), hashlib.sha256(right.upper()).hexdigest()
    manifest.write_text(manifest.read_text("utf-8").replace(*told), "utf-8")
    found = looked(signed, key)
    assert not found.whole
    assert "does not fit what the key" in found.faults[0]


def test_a_site_signed_anew_by_somebody_else_is_told(small: SiteData, signed: Path, key: SecretKey) -> None:
    export(small, signed, key=make_key(), change_key=True)
    assert f"and not by {key.public.name}" in looked(signed, key).faults[0]
    alone = looked(signed, None)
    assert alone.whole  # in itself; but the key is its own
    assert alone.trust is Trust.UNKNOWN
    assert not alone.proven


def test_without_a_signature_it_is_only_told_that_nothing_was_lost(signed: Path, key: SecretKey) -> None:
    (signed / SIGNATURE).unlink()
    assert looked(signed, None).trust is Trust.UNSIGNED
    assert not looked(signed, None).proven
    assert "there is no signature" in looked(signed, key).faults[0]


def test_an_older_copy_is_a_step_back(tmp_path: Path, key: SecretKey) -> None:
    (first,) = release(tmp_path / "site", key, "one")
    shutil.copytree(tmp_path / "site", tmp_path / "old")
    *_, third = release(tmp_path / "site", key, "two", "three")
    assert looked(tmp_path / "site", key, first).proven
    assert looked(tmp_path / "site", key, Seen(3)).proven
    found = looked(tmp_path / "old", key, third)
    assert found.faults[0].endswith("older than number 3 that was seen before: it is stale, or was set back.")


def test_a_chain_that_forks_is_told(tmp_path: Path, key: SecretKey) -> None:
    """The same key signed another number 2: whoever saw the first one sees that, then and later."""
    release(tmp_path / "site", key, "one")
    shutil.copytree(tmp_path / "site", tmp_path / "fork")
    (second,) = release(tmp_path / "site", key, "two")
    release(tmp_path / "fork", key, "other two")
    assert "the two differ: the chain is broken" in looked(tmp_path / "fork", key, second).faults[0]
    release(tmp_path / "fork", key, "other three")
    assert "does not go on from number 2" in looked(tmp_path / "fork", key, second).faults[0]
    release(tmp_path / "site", key, "three")
    assert looked(tmp_path / "site", key, second).proven


def test_a_history_that_does_not_fit_is_a_broken_chain(tmp_path: Path, key: SecretKey) -> None:
    release(tmp_path, key, "one", "two", "three")
    (tmp_path / HISTORY).write_text("0" * 64 + "\n")
    found = looked(tmp_path, key)
    assert "the chain is broken" in found.faults[0]
    assert found.changed == (HISTORY,)


def test_a_copy_that_is_being_written_is_told(tmp_path: Path, key: SecretKey) -> None:
    release(tmp_path, key, "one")
    Store(tmp_path, ["index.html"], key).put("index.html", b"half")
    assert not looked(tmp_path, key).whole
    Store(tmp_path / "unsigned", ["index.html"]).put("index.html", b"half")
    assert "check it again later" in looked(tmp_path / "unsigned", None).faults[0]


def test_what_is_no_site_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no site that Kordon exported"):
        looked(tmp_path, None)
    (tmp_path / MANIFEST).write_bytes(b"[]")
    assert "not a manifest that an export wrote" in looked(tmp_path, None).faults[0]


@given(st.data())
@settings(max_examples=60, deadline=None, database=None)
def test_one_changed_byte_anywhere_is_seen(data: st.DataObject) -> None:
    """In any file of the copy, its manifest, its signature and its key."""
    key = KEY
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "site")
        release(folder, key, "one", "two")
        file = data.draw(st.sampled_from(sorted(p for p in folder.rglob("*") if p.is_file())))
        content = bytearray(file.read_bytes())
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] ^= data.draw(st.integers(1, 255))
        comment = file.name == SIGNATURE and at < bytes(content).index(b"\n")
        file.write_bytes(content)
        if not comment:  # of a signature's first line minisign itself says that it is not to be trusted
            assert not looked(folder, key).proven, (file, at)


KEY = make_key()


# -- keys that a reader trusts


def test_a_pinned_key_is_used_and_what_was_seen_under_it_is_remembered(tmp_path: Path, key: SecretKey) -> None:
    site, pins = tmp_path / "site", tmp_path / "settings" / "pins.json"
    first, second = release(site, key, "one", "two")
    write_pin(pins, key.public, second)
    found = check(FolderCopy(site), None, read_pins(pins).items())
    assert (found.trust, found.proven) == (Trust.PINNED, True)
    release(tmp_path / "old", key, "one")
    assert "older than number 2" in check(FolderCopy(tmp_path / "old"), None, read_pins(pins).items()).faults[0]
    write_pin(pins, key.public, first)  # what was seen is never forgotten
    assert read_pins(pins)[key.public] == second


def test_a_site_by_a_key_that_is_not_pinned_is_not_proven(tmp_path: Path, key: SecretKey) -> None:
    pins = tmp_path / "pins.json"
    write_pin(pins, make_key().public, Seen(1))
    release(tmp_path / "site", key, "one")
    assert check(FolderCopy(tmp_path / "site"), None, read_pins(pins).items()).trust is Trust.UNKNOWN


def test_a_file_of_pins_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    pins = tmp_path / "pins.json"
    assert read_pins(pins) == {}
    for content in ("[]", '{"keys": {"x": {}}}', "\xff"):
        pins.write_text(content, "latin-1")
        with pytest.raises(InputError, match="not a file of pinned keys"):
            read_pins(pins)


# -- names in a manifest


@pytest.mark.parametrize(
    "name",
    ["", "/etc/passwd", "../x", "a/../../x", "a\\b", "C:x", "a//b", "./a", "a/.", ".kordon/keys.json", "a\nb",
     "\u202ea", "a /b", "con.", "a|b"],
)  # fmt: skip
def test_a_name_that_leads_out_of_the_folder_is_refused(name: str) -> None:
    assert not is_inside(name)
    told = {"format": 2, "number": 1, "previous": "", "state": "whole", "files": {name: {"sha256": "", "size": 0}}}
    with pytest.raises(InputError):
        read_manifest(json.dumps(told).encode(), "x")


@pytest.mark.parametrize(
    "name", ["index.html", "en/2024/w01/index.html", "_headers", ".well-known/x", "be/старонка"]
)
def test_names_of_a_site_are_taken(name: str) -> None:
    assert is_inside(name)


@given(st.binary(max_size=300))
def test_no_bytes_make_a_manifest_fail_otherwise_than_by_its_own_sentence(content: bytes) -> None:
    try:
        read_manifest(content, "x")
    except InputError as error:
        assert str(error).startswith("x: it is not a manifest")
