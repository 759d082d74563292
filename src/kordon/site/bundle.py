"""A site, or some weeks and languages of it, as one file to be passed on by hand; it opens without a network.

Every page is as it was signed, so that whoever gets the file can check it with the publisher's key, and whoever
passes it on needs none. Where a page is left out that another leads to, a page of the site stands instead that
says so: it was signed as well. The same site and choice give the same bytes (a ``.tar`` everywhere, a ``.zip``
with the same version of zlib).
"""

from __future__ import annotations

import io
import re
import tarfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from kordon.domain.errors import DomainError, InputError
from kordon.domain.time import Week
from kordon.site import paths
from kordon.site.copies import FolderCopy
from kordon.site.manifest import MANIFEST, SIGNATURE, File, Manifest
from kordon.site.scope import SCOPE, Scope
from kordon.site.store import read_manifest, replace_with

TOP = "kordon/"  # the folder in the file, so that unpacking it makes one folder and not two thousand files
FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # of a .zip
KINDS = (".zip", ".tar")
_LINK = re.compile(rb'\b(?:href|src)="([^"]*)"')
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Bundled:
    """``pages`` that are held, and ``left_out`` ones that a page that is held leads to."""

    pages: int
    left_out: int
    size: int
    number: int
    signed: bool


def make_bundle(
    site: Path,
    out: Path,
    languages: tuple[str, ...] = (),
    first: Week | None = None,
    last: Week | None = None,
    progress: Progress | None = None,
) -> Bundled:
    """Write the site in a folder, or a part of it, to a ``.zip`` or ``.tar``.

    Raises :class:`kordon.domain.errors.InputError` where the folder is no exported site, was not written to its
    end or has a file that is not as it was exported; :class:`kordon.domain.errors.DomainError` for a language that
    the site does not have, for weeks none of which it has, and for another kind of file.
    """
    if out.suffix not in KINDS:
        raise DomainError(f"A bundle is a .zip or a .tar; name {out.name!r} so that it ends with one of them.")
    manifest = read_manifest(site)
    if manifest is None:
        raise InputError(
            str(site), "", "there is no exported site", "name the folder that kordon wrote the site to"
        )
    if manifest.writing:
        raise InputError(str(site), "", "the last export into it did not end", "export again")
    scope = _scope(site, manifest, languages, first, last)
    chosen, stubs = _choose(site, manifest, scope)
    signed = (site / SIGNATURE).is_file()
    content: dict[str, Callable[[], bytes]] = {name: _reader(site, manifest, name) for name in chosen}
    content |= {name: _reader(site, manifest, stub) for name, stub in stubs.items()}
    for name in (MANIFEST, *((SIGNATURE,) if signed else ())):
        content[name] = (site / name).read_bytes
    if scope != Scope(scope.known):
        content[SCOPE] = scope.dump
    write = _write_zip if out.suffix == ".zip" else _write_tar
    with replace_with(out) as part:
        write(part, _told(content, progress))
        size = part.stat().st_size
    pages = sum(name.endswith(".html") for name in chosen)
    return Bundled(pages, len(stubs), size, manifest.number, signed)


def _scope(
    site: Path, manifest: Manifest, languages: tuple[str, ...], first: Week | None, last: Week | None
) -> Scope:
    known = tuple(
        PurePosixPath(n).stem for n in sorted(manifest.files) if n == paths.elsewhere(PurePosixPath(n).stem)
    )
    for lang in languages:
        if lang not in known:
            raise DomainError(f"The site in {site} has no language {lang!r}; it has {', '.join(known) or 'none'}.")
    if first is not None and last is not None and last < first:
        raise DomainError(f"The weeks end with {last}, before they begin with {first}; write them in order.")
    scope = Scope(known, tuple(sorted(set(languages))), first, last)
    limited = Scope(known, (), first, last)
    weeks = [name for name in manifest.files if not Scope(known, (), Week(9999, 1), None).holds(name)]
    if weeks and not any(limited.holds(name) for name in weeks):
        raise DomainError(f"The site in {site} has none of the weeks that were asked for; look at its archive.")
    return scope


def _choose(site: Path, manifest: Manifest, scope: Scope) -> tuple[list[str], dict[str, str]]:
    """The files to put in, and for each page left out that a page leads to the page that stands instead.

    What is no page, such as a picture or a feed, is taken in wherever a page that is held leads to it.
    """
    chosen = {name for name in manifest.files if scope.holds(name)}
    stubs: dict[str, str] = {}
    for name in sorted(chosen):
        if not name.endswith(".html"):
            continue
        for target in links(_reader(site, manifest, name)(), name):
            if target in chosen or target not in manifest.files:
                continue
            if target.endswith(".html"):
                lang = target.partition("/")[0].partition("-")[0]
                stubs[target] = paths.elsewhere(lang if lang in scope.known else scope.known[0])
            else:
                chosen.add(target)
    return sorted(chosen), stubs


def links(page: bytes, name: str) -> Iterator[str]:
    """The files of the same site that a page leads to, each as its path in the site."""
    for found in _LINK.findall(page):
        link = urlsplit(unescape(found.decode("utf-8", "replace")))
        if link.scheme or link.netloc or not link.path:
            continue
        target = normpath(f"{PurePosixPath(name).parent}/{unquote(link.path)}")
        yield f"{target}/index.html" if link.path.endswith("/") else target


def _reader(site: Path, manifest: Manifest, name: str) -> Callable[[], bytes]:
    """Reads a file when it is asked for, and only as it was exported."""

    def read() -> bytes:
        content = FolderCopy(site).read(name, manifest.files[name].size)
        if content is None or File.of(content) != manifest.files[name]:
            raise InputError(str(site / name), "", "it is not as it was exported", "export the site again")
        return content

    return read


def _told(content: dict[str, Callable[[], bytes]], progress: Progress | None) -> Iterator[tuple[str, bytes]]:
    """Name and bytes, the front page first so that whoever looks into the file sees it."""
    order = sorted(content, key=lambda name: (name != paths.ROOT, name))
    for done, name in enumerate(order, 1):
        yield TOP + name, content[name]()
        if progress is not None:
            progress(done, len(order))


def _write_zip(path: Path, members: Iterable[tuple[str, bytes]]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
        for name, content in members:
            info = zipfile.ZipInfo(name, FIRST_DAY)
            info.create_system, info.external_attr, info.compress_type = 3, 0o100644 << 16, zipfile.ZIP_DEFLATED
            made.writestr(info, content)


def _write_tar(path: Path, members: Iterable[tuple[str, bytes]]) -> None:
    with tarfile.open(path, "w", format=tarfile.PAX_FORMAT) as made:
        for name, content in members:
            info = tarfile.TarInfo(name)
            info.size, info.mode = len(content), 0o644
            made.addfile(info, io.BytesIO(content))
