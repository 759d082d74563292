"""A site in one file: it opens offline, its links are whole, it can be checked, and nothing in it leads out."""

from __future__ import annotations

import io
import os
import re
import tarfile
import zipfile
from pathlib import Path

import pytest

from kordon.domain.errors import DomainError, InputError
from kordon.domain.time import Week
from kordon.site.bundle import TOP, links, make_bundle
from kordon.site.copies import ArchiveCopy, FolderCopy
from kordon.site.manifest import MANIFEST
from kordon.site.minisign import SecretKey
from kordon.site.model import SiteData
from kordon.site.scope import SCOPE
from kordon.site.verify import Checked, check


def looked(path: Path, key: SecretKey) -> Checked:
    copy = ArchiveCopy(path)
    try:
        return check(copy, key.public)
    finally:
        copy.close()


def unpacked(path: Path, out: Path) -> Path:
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as packed:
            packed.extractall(out)
    else:
        with tarfile.open(path) as packed_tar:
            packed_tar.extractall(out, filter="data")
    return out / TOP


def spoilt(path: Path, out: Path, change: dict[str, bytes | None]) -> Path:
    """A copy of a .zip with some members changed, added or (``None``) left out."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if name not in change:
                new.writestr(name, old.read(name))
        for name, content in change.items():
            if content is not None:
                new.writestr(name, content)
    return out


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_a_bundle_of_all_is_the_site(signed: Path, key: SecretKey, tmp_path: Path, kind: str) -> None:
    done = make_bundle(signed, tmp_path / f"all.{kind}")
    assert (done.left_out, done.signed, done.number) == (0, True, 1)
    found = looked(tmp_path / f"all.{kind}", key)
    assert found.proven
    assert found.left_out == 0
    folder = unpacked(tmp_path / f"all.{kind}", tmp_path / "out")
    assert check(FolderCopy(folder), key.public).proven
    for path in folder.rglob("*"):
        if path.is_file():
            assert path.read_bytes() == (signed / path.relative_to(folder)).read_bytes()


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_a_part_opens_offline_with_whole_links_and_is_proven(
    small: SiteData, signed: Path, key: SecretKey, tmp_path: Path, kind: str
) -> None:
    week = small.weeks[1]
    done = make_bundle(signed, tmp_path / f"part.{kind}", ("be",), week, week)
    assert 0 < done.pages < done.left_out
    found = looked(tmp_path / f"part.{kind}", key)
    assert found.proven
    assert found.left_out > 0

    folder = unpacked(tmp_path / f"part.{kind}", tmp_path / "out")
    assert check(FolderCopy(folder), key.public).proven
    stubs = 0
    for path in folder.rglob("*.html"):
        page = path.read_bytes()
        if path.name == "404.html":  # which a server shows at any depth
            continue
        for href in re.findall(rb'href="([^"]+)"', page):
            assert not href.startswith(b"/"), f"{path}: {href!r} leads nowhere from a folder"
        for target in links(page, path.relative_to(folder).as_posix()):
            assert (folder / target).is_file(), f"{path}: {target}"
        lang = path.relative_to(folder).parts[0].partition("-")[0]
        stubs += lang != "index.html" and page == (signed / "copies" / f"{lang}.stub").read_bytes()
    assert stubs == done.left_out
    held = folder / "be" / str(week.year) / f"w{week.number:02d}" / "index.html"
    assert held.read_bytes() == (signed / held.relative_to(folder)).read_bytes()
    assert "Гэтай старонкі няма" in (folder / f"be/{week.year}/w{week.number + 1}/index.html").read_text("utf-8")


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_the_same_site_and_choice_give_the_same_bytes(signed: Path, tmp_path: Path, kind: str) -> None:
    make_bundle(signed, tmp_path / f"a.{kind}", ("en",))
    for path in signed.rglob("*"):
        os.utime(path, (0, 0))
        path.chmod(0o700)
    make_bundle(signed, tmp_path / f"b.{kind}", ("en", "en"))
    assert (tmp_path / f"a.{kind}").read_bytes() == (tmp_path / f"b.{kind}").read_bytes()


def test_what_was_changed_left_out_or_added_is_named(
    small: SiteData, signed: Path, key: SecretKey, tmp_path: Path
) -> None:
    week = small.weeks[1]
    make_bundle(signed, tmp_path / "part.zip", ("en",), week, week)
    page = f"en/{week.year}/w{week.number:02d}/index.html"
    other = f"en/{week.year}/w{week.number + 1:02d}/index.html"
    change = {f"{TOP}{page}": b"<h1>other</h1>", f"{TOP}en/about.html": None, f"{TOP}en/more.html": b"more"}
    found = looked(spoilt(tmp_path / "part.zip", tmp_path / "spoilt.zip", change), key)
    assert (found.changed, found.missing, found.extra) == ((page,), ("en/about.html",), ("en/more.html",))
    # What stands for a page left out is no place for another page.
    found = looked(spoilt(tmp_path / "part.zip", tmp_path / "stub.zip", {TOP + other: b"<h1>forged</h1>"}), key)
    assert found.changed == (other,)


def test_a_bundle_that_says_it_holds_less_cannot_hide_a_change(
    signed: Path, key: SecretKey, tmp_path: Path
) -> None:
    make_bundle(signed, tmp_path / "all.zip")
    scope = b'{"format":1,"known":["en","be","ru"],"languages":["be"],"first":null,"last":null}'
    change = {TOP + SCOPE: scope, f"{TOP}en/about.html": b"forged", f"{TOP}en/index.html": None}
    found = looked(spoilt(tmp_path / "all.zip", tmp_path / "spoilt.zip", change), key)
    assert found.changed == ("en/about.html",)
    assert found.left_out == 1  # it can leave pages out, and says how many


@pytest.mark.parametrize("name", ["../evil.html", "/etc/evil", "kordon/../../evil.html", "kordon\\..\\evil.html"])
def test_names_that_lead_out_are_told_and_nothing_is_unpacked(
    signed: Path, key: SecretKey, tmp_path: Path, name: str
) -> None:
    make_bundle(signed, tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip", "a") as packed:
        packed.writestr(name, b"evil")
    before = sorted(tmp_path.rglob("*"))
    found = looked(tmp_path / "all.zip", key)
    assert not found.whole
    assert any("leads out of its folder" in fault for fault in found.faults)
    assert sorted(tmp_path.rglob("*")) == before


def test_links_and_doubles_in_an_archive_are_told(signed: Path, key: SecretKey, tmp_path: Path) -> None:
    make_bundle(signed, tmp_path / "all.tar")
    with tarfile.open(tmp_path / "all.tar", "a") as packed:
        link = tarfile.TarInfo(f"{TOP}en/passwd")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        packed.addfile(link)
        double = tarfile.TarInfo(f"{TOP}en/about.html")
        double.size = 4
        packed.addfile(double, io.BytesIO(b"evil"))
    found = looked(tmp_path / "all.tar", key)
    assert any("no plain file" in fault for fault in found.faults)
    assert any("more than once" in fault for fault in found.faults)
    assert not found.whole


def test_a_file_that_swells_is_read_no_further_than_its_size(signed: Path, key: SecretKey, tmp_path: Path) -> None:
    make_bundle(signed, tmp_path / "all.zip")
    with (
        zipfile.ZipFile(tmp_path / "all.zip") as old,
        zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, bytes(200_000_000) if name.endswith("style.css") else old.read(name))
    assert (tmp_path / "bomb.zip").stat().st_size < 20_000_000
    copy = ArchiveCopy(tmp_path / "bomb.zip")
    told = copy.look("style.css", 1000)
    assert told is not None
    assert told.size == 1001
    copy.close()
    assert looked(tmp_path / "bomb.zip", key).changed == ("style.css",)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 and no more", b"x" * 2000])
def test_what_is_no_archive_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.zip").write_bytes(content)
    with pytest.raises(InputError, match=r"cannot be read as a \.zip or \.tar|no site that Kordon exported"):
        check(ArchiveCopy(tmp_path / "x.zip"))


def test_a_bundle_is_not_made_of_what_is_not_there(small: SiteData, signed: Path, tmp_path: Path) -> None:
    out = tmp_path / "x.zip"
    with pytest.raises(DomainError, match="no language 'pl'"):
        make_bundle(signed, out, ("pl",))
    with pytest.raises(DomainError, match="none of the weeks"):
        make_bundle(signed, out, (), Week(1999, 1), Week(1999, 2))
    with pytest.raises(DomainError, match="before they begin"):
        make_bundle(signed, out, (), Week(2024, 2), Week(2024, 1))
    with pytest.raises(DomainError, match=r"a \.zip or a \.tar"):
        make_bundle(signed, tmp_path / "x.rar")
    with pytest.raises(InputError, match="no exported site"):
        make_bundle(tmp_path / "nothing", out)
    (signed / "en" / "about.html").write_bytes(b"changed")
    with pytest.raises(InputError, match="not as it was exported"):
        make_bundle(signed, out)
    assert [p.name for p in tmp_path.iterdir()] == ["site"]  # and nothing is left behind
    assert (signed / MANIFEST).exists()
    assert small.weeks
