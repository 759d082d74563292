"""Copies of a site that somebody may have changed: folders, archives. What is in them is read, never unpacked."""

from __future__ import annotations

import hashlib
import os
import tarfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Protocol

from kordon.domain.errors import InputError
from kordon.site.manifest import LOCAL, MANIFEST, File, is_inside

CHUNK = 1 << 16
MOST_MEMBERS = 500_000


class Copy(Protocol):
    """A copy of a site. ``lanes``: how many files may be asked for at a time."""

    lanes: int

    @property
    def shown(self) -> str:
        """What it is called in a sentence."""

    def read(self, name: str, most: int) -> bytes | None:
        """A file of at most so many bytes, ``None`` where there is none; raises :class:`InputError`."""

    def look(self, name: str, most: int) -> File | None:
        """Hash and size of a file, read no further than one byte over ``most``; ``None`` where there is none."""

    def names(self) -> list[str] | None:
        """Every file that is there, in order; ``None`` where that cannot be told."""

    def close(self) -> None:
        """Nothing is read any more."""

    def faults(self) -> list[str]:
        """Sentences on what a copy of a site never has: names that lead out of it, one name twice."""


def hashed(stream: IO[bytes], most: int) -> File:
    """What a stream holds, up to one byte more than ``most``."""
    found, size = hashlib.sha256(), 0
    while size <= most and (chunk := stream.read(min(CHUNK, most + 1 - size))):
        found.update(chunk)
        size += len(chunk)
    return File(found.hexdigest(), size)


def limited(stream: IO[bytes], most: int, source: str) -> bytes:
    """The whole of a stream; raises :class:`InputError` where it is longer than ``most``."""
    content = stream.read(most + 1)
    if len(content) > most:
        raise InputError(source, "", f"it is longer than {most:,} bytes", "take another copy")
    return content


class FolderCopy:
    """A folder on this machine. A link to elsewhere is no file of it."""

    lanes = 1

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def shown(self) -> str:
        return str(self._folder)

    def read(self, name: str, most: int) -> bytes | None:
        with self._open(name) as stream:
            return None if stream is None else limited(stream, most, f"{self.shown}/{name}")

    def look(self, name: str, most: int) -> File | None:
        with self._open(name) as stream:
            return None if stream is None else hashed(stream, most)

    @contextmanager
    def _open(self, name: str) -> Iterator[IO[bytes] | None]:
        path = self._folder / name
        if path.is_symlink() or not path.is_file():
            yield None
            return
        try:
            with path.open("rb") as stream:
                yield stream
        except OSError as error:
            raise InputError(str(path), "", f"it cannot be read ({error.strerror})", "mend the copy") from None

    def names(self) -> list[str]:
        found = []
        for top, folders, files in os.walk(self._folder):
            here = Path(top).relative_to(self._folder)
            if here == Path():
                folders[:] = [name for name in folders if name != LOCAL]
            links = [name for name in folders if (Path(top) / name).is_symlink()]
            found += [(here / name).as_posix() for name in (*files, *links)]
        return sorted(found)

    def close(self) -> None:
        pass

    def faults(self) -> list[str]:
        return []


class ArchiveCopy:
    """A ``.zip`` or ``.tar`` as one file. The site may lie in a folder of it."""

    lanes = 1

    def __init__(self, path: Path) -> None:
        self._path = path
        self._zip: zipfile.ZipFile | None = None
        self._tar: tarfile.TarFile | None = None
        try:
            if zipfile.is_zipfile(path):
                self._zip = zipfile.ZipFile(path)
                members = [i.filename for i in self._zip.infolist() if not i.is_dir()]
                odd = [i.filename for i in self._zip.infolist() if _is_link(i) or i.flag_bits & 1]
            else:
                self._tar = tarfile.open(path, "r:")  # noqa: SIM115 - it is read as long as the copy is
                entries = self._tar.getmembers()
                members = [e.name for e in entries if not e.isdir()]
                odd = [e.name for e in entries if not e.isreg() and not e.isdir()]
        except (OSError, zipfile.BadZipFile, tarfile.TarError, ValueError, EOFError) as error:
            raise _broken(path, error) from None
        if len(members) > MOST_MEMBERS:
            raise InputError(str(path), "", f"it holds more than {MOST_MEMBERS:,} files", "take another copy")
        self._top = _top(members)
        self._members = members
        self._odd = odd

    @property
    def shown(self) -> str:
        return str(self._path)

    def read(self, name: str, most: int) -> bytes | None:
        with self._open(name) as stream:
            return None if stream is None else limited(stream, most, f"{self.shown}, {name}")

    def look(self, name: str, most: int) -> File | None:
        with self._open(name) as stream:
            return None if stream is None else hashed(stream, most)

    @contextmanager
    def _open(self, name: str) -> Iterator[IO[bytes] | None]:
        member = self._top + name
        if member in self._odd:
            yield None
            return
        try:
            if self._zip is not None:
                stream: IO[bytes] | None = self._zip.open(member)
            else:
                assert self._tar is not None
                stream = self._tar.extractfile(member)
        except KeyError:
            yield None
            return
        except (OSError, RuntimeError, zipfile.BadZipFile, tarfile.TarError) as error:
            raise _broken(self._path, error) from None
        if stream is None:
            yield None
            return
        try:
            with stream:
                yield stream
        except (OSError, zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError) as error:
            raise _broken(self._path, error) from None

    def names(self) -> list[str]:
        return sorted({m.removeprefix(self._top) if m.startswith(self._top) else f"../{m}" for m in self._members})

    def close(self) -> None:
        for opened in (self._zip, self._tar):
            if opened is not None:
                opened.close()

    def faults(self) -> list[str]:
        twice = [name for name, times in Counter(self._members).items() if times > 1]
        outside = [name for name in self._members if not is_inside(name)]
        return [
            *(
                f"{self.shown} holds {name!r} more than once, so programs may show different ones."
                for name in twice
            ),
            *(f"{self.shown} holds {name!r}, a name that leads out of its folder." for name in outside),
            *(f"{self.shown} holds {name!r}, which is no plain file." for name in self._odd),
        ]


def _is_link(info: zipfile.ZipInfo) -> bool:
    return info.create_system == 3 and (info.external_attr >> 28) not in (0, 0o10, 0o4)


def _top(members: list[str]) -> str:
    """The folder that the site lies in, with its stroke; empty where it lies at the top."""
    found = sorted((m for m in members if PurePosixPath(m).name == MANIFEST), key=lambda m: m.count("/"))
    return found[0].removesuffix(MANIFEST) if found else ""


def _broken(path: Path, error: Exception) -> InputError:
    return InputError(str(path), "", f"it cannot be read as a .zip or .tar ({error})", "take another copy of it")
