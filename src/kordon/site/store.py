"""A folder of pages that is always whole: every file appears at once or not at all, and only our own are removed.

A manifest in the folder names every file that an export wrote, with its hash. While an export changes files the
manifest says ``writing``: a run that was killed then is told apart from one that ended, and the next run
finishes its work and sweeps what it left behind. Beside the pages, in ``.kordon``, stands from which key each was
made: a page whose key and whose bytes are as they were need not be made again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace as changed
from pathlib import Path
from typing import TYPE_CHECKING

from kordon import filelock
from kordon.domain.errors import InputError, KordonError
from kordon.site import manifest as manifests
from kordon.site.manifest import HISTORY, LOCAL, MANIFEST, PUBLIC_KEY, SIGNATURE, File, Manifest

if TYPE_CHECKING:
    from kordon.site.minisign import SecretKey

__all__ = ["MANIFEST", "BusyFolder", "ForeignFile", "Store", "alone", "read_manifest", "replace"]

KEYS = f"{LOCAL}/keys.json"


class ForeignFile(InputError):
    """A file stands where a page belongs, and no manifest says that an export wrote it."""


class BusyFolder(KordonError):
    """Another export writes into the same folder."""


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of a folder, or ``None``; raises :class:`InputError` for one that is not ours."""
    path = folder / MANIFEST
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise InputError(str(path), "", f"it cannot be read ({error.strerror})", "name another folder") from None
    return manifests.read_manifest(content, str(path))


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold a folder for one export; raises :class:`BusyFolder` while another holds it.

    The lock ends with the process that holds it, however that ends.
    """
    local = folder / LOCAL
    try:
        local.mkdir(parents=True, exist_ok=True)
        release = filelock.take(local / "lock")
    except OSError as error:
        raise InputError(
            str(folder), "", f"nothing can be written there ({error.strerror})", "name another folder"
        ) from None
    if release is None:
        raise BusyFolder(
            f"Another export is writing to {folder}; wait until it has ended and export again, or name another "
            "folder."
        )
    try:
        yield
    finally:
        release()
        if local.is_dir() and not any(local.iterdir()):
            local.rmdir()


class Store:
    """Writes pages into ``folder``: ``keep`` or ``put`` for every page, then ``finish``.

    With ``signer`` the manifest is signed, and what stands in the folder is believed only where the manifest there
    was signed by the same key: a page that somebody else changed is made anew and never signed as it is.
    """

    def __init__(self, folder: Path, names: Iterable[str], signer: SecretKey | None = None) -> None:
        self._folder = folder
        self._signer = signer
        self._old = read_manifest(folder)
        self._names = sorted(names)
        self._files: dict[str, File] = {}
        self._keys: dict[str, tuple[str, str]] = {}
        self._announced = False
        self.written = self.unchanged = self.removed = 0
        self.kept: list[str] = []
        self._refuse_foreign()
        self._hash = "" if self._old is None else hashlib.sha256((folder / MANIFEST).read_bytes()).hexdigest()
        self.believed = self._believe()
        self._known = _read_keys(folder / KEYS) if self.believed else {}
        if self._old is not None and self._old.writing:
            self._sweep(self._old)

    @property
    def signed(self) -> bool:
        """Whether an earlier export signed the folder."""
        return self._old is not None and PUBLIC_KEY in self._old.files

    def keep(self, names: Sequence[str], key: str) -> bool:
        """Keep files that were made from the same key and have not changed since; ``False``: make all of them."""
        found = {name: self._stands(name, key) for name in names}
        if not all(found.values()):
            return False
        for name, file in found.items():
            assert file is not None
            self._files[name] = file
            self._keys[name] = self._known[name]
            self.unchanged += 1
        return True

    def _stands(self, name: str, key: str) -> File | None:
        known, file = self._known.get(name), self._old.files.get(name) if self._old else None
        if not key or known is None or file is None or known != (key, file.sha256):
            return None
        content = _read(self._folder / name)
        if content is None or hashlib.sha256(content).hexdigest() != file.sha256:
            return None
        return changed(file, size=len(content))

    def put(self, name: str, content: bytes, key: str = "") -> None:
        """Write one page unless the same bytes stand there already. ``key``: what it was made from."""
        path = self._folder / name
        self._files[name] = File.of(content)
        if key:
            self._keys[name] = (key, self._files[name].sha256)
        if _read(path) == content:
            self.unchanged += 1
            return
        self._announce()
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, content)
        self.written += 1

    def finish(self) -> Manifest:
        """Remove what an earlier export wrote and this one did not, say that the folder is whole, and sign."""
        old = self._old or Manifest()
        for name in sorted(set(old.files) - set(self._names) - {HISTORY}):
            self._remove(name, old)
        done = self._next(old)
        content = done.dump()
        self._folder.mkdir(parents=True, exist_ok=True)
        if _read(self._folder / MANIFEST) != content:
            replace(self._folder / MANIFEST, content)
        self._sign(content, done)
        told = json.dumps({n: list(k) for n, k in sorted(self._keys.items())}, indent=0, ensure_ascii=False)
        if self._keys and _read(self._folder / KEYS) != told.encode():
            (self._folder / LOCAL).mkdir(exist_ok=True)
            replace(self._folder / KEYS, told.encode())
        return done

    @property
    def size(self) -> int:
        """Bytes of all pages so far."""
        return sum(file.size for file in self._files.values())

    # -- the chain of manifests

    def _next(self, old: Manifest) -> Manifest:
        """The manifest to write: the old one where nothing changed, else the next of the chain."""
        same = {n: f for n, f in old.files.items() if n != HISTORY} == self._files
        if not old.writing and same and old.number:
            return changed(old, files=old.files)
        number, previous = self._follows(old)
        files = dict(self._files)
        if number > 1:
            content = self._history(number, previous)
            files[HISTORY] = File.of(content)
            self._announce()
            replace(self._folder / HISTORY, content)
        return Manifest(files, False, number, previous)

    def _follows(self, old: Manifest) -> tuple[int, str]:
        """Number and predecessor of the manifest that comes after what stands in the folder."""
        if old.writing and old.number:
            return old.number, old.previous
        return (old.number + 1, self._hash) if self._old is not None and old.number else (1, "")

    def _history(self, number: int, previous: str) -> bytes:
        path = self._folder / HISTORY
        lines = manifests.read_history(_read(path) or b"")[: number - 2]
        if len(lines) != number - 2:
            raise InputError(
                str(path),
                "",
                "it does not tell every manifest before this one, so readers could not see that the site goes on",
                "put it back from a copy of the site, or export into an empty folder, which begins a new chain",
            )
        return "".join(f"{line}\n" for line in (*lines, previous)).encode()

    def _sign(self, content: bytes, done: Manifest) -> None:
        path = self._folder / SIGNATURE
        if self._signer is None:
            if self.signed:
                path.unlink(missing_ok=True)
            return
        signature = self._signer.sign(content, f"kordon site manifest {done.number}")
        if _read(path) != signature:
            replace(path, signature)

    def _believe(self) -> bool:
        if self._signer is None:
            return True
        if self._old is None or self._old.writing:
            return False
        from kordon.site.minisign import BadSignature, verify

        signature, content = _read(self._folder / SIGNATURE), (self._folder / MANIFEST).read_bytes()
        try:
            verify(self._signer.public, content, signature or b"", SIGNATURE)
        except BadSignature:
            return False
        return True

    # -- files

    def _refuse_foreign(self) -> None:
        ours = self._old.files if self._old else {}
        for name in self._names:
            if name not in ours and (self._folder / name).exists():
                raise ForeignFile(
                    str(self._folder / name),
                    "",
                    "this file was not written by an export, so it is not overwritten",
                    "move it away or export into another folder",
                )

    def _announce(self) -> None:
        """Before the first change, say which files are ours, so that a killed run can be told and finished."""
        if self._announced:
            return
        self._announced = True
        old = self._old or Manifest(number=0)
        files = {name: old.files.get(name, File()) for name in {*old.files, *self._names}}
        number, previous = self._follows(old)
        self._folder.mkdir(parents=True, exist_ok=True)
        replace(self._folder / MANIFEST, Manifest(files, True, number, previous).dump())

    def _remove(self, name: str, old: Manifest) -> None:
        path = self._folder / name
        content = _read(path)
        if content is None:
            return
        if not old.writing and hashlib.sha256(content).hexdigest() != old.files[name].sha256:
            self.kept.append(name)  # somebody changed it since: not ours any more
            return
        self._announce()
        path.unlink()
        self.removed += 1
        for parent in path.parents:
            if parent == self._folder or any(parent.iterdir()):
                break
            parent.rmdir()

    def _sweep(self, old: Manifest) -> None:
        for name in {*old.files, *self._names, MANIFEST, SIGNATURE, HISTORY, KEYS}:
            _part(self._folder / name).unlink(missing_ok=True)


def _read_keys(path: Path) -> Mapping[str, tuple[str, str]]:
    """Page -> the key it was made from and its hash then. Nothing where that cannot be read: all is made anew."""
    try:
        data = json.loads(path.read_bytes())
        return {str(name): (str(key), str(digest)) for name, (key, digest) in data.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def _part(path: Path) -> Path:
    return path.with_name(f".{path.name}.part")


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def replace(path: Path, content: bytes) -> None:
    """Write a file so that nobody ever reads half of it."""
    with replace_with(path) as part:
        part.write_bytes(content)


@contextmanager
def replace_with(path: Path) -> Iterator[Path]:
    """A file to write beside ``path``, which takes its place at the end and goes where anything fails."""
    part = _part(path)
    try:
        yield part
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
