"""A folder of pages that is always whole: every file appears at once or not at all, and only our own are removed.

A manifest in the folder names every file that an export wrote, with its hash. While an export changes files the
manifest says ``writing``: a run that was killed then is told apart from one that ended, and the next run
finishes its work and sweeps what it left behind.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from kordon.domain.errors import InputError

MANIFEST = "kordon-manifest.json"
FORMAT = 1


class ForeignFile(InputError):
    """A file stands where a page belongs, and no manifest says that an export wrote it."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """``writing``: the run that made this had not ended. ``files``: path -> SHA-256 of its bytes, or empty."""

    writing: bool = False
    files: Mapping[str, str] = field(default_factory=dict)

    def dump(self) -> bytes:
        data = {"format": FORMAT, "state": "writing" if self.writing else "whole", "files": dict(self.files)}
        return (json.dumps(data, indent=0, sort_keys=True, ensure_ascii=False) + "\n").encode()


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of a folder, or ``None``; raises :class:`InputError` for one that is not ours."""
    path = folder / MANIFEST
    try:
        data = json.loads(path.read_bytes())
        files = {str(name): str(digest) for name, digest in data["files"].items()}
        writing = data["state"] == "writing"
        known = data["format"] == FORMAT and all(_inside(name) for name in files)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        known, writing, files = False, False, {}
    if not known:
        raise InputError(
            str(path),
            "",
            "it is not a manifest that an export wrote",
            "take it away or export into an empty folder",
        )
    return Manifest(writing, files)


def _inside(name: str) -> bool:
    path = PurePosixPath(name)
    return (
        bool(name) and not path.is_absolute() and ".." not in path.parts and "\\" not in name and "\0" not in name
    )


class Store:
    """Writes pages into ``folder``. Use ``put`` for every page, then ``finish`` with the names of them all."""

    def __init__(self, folder: Path, names: Iterable[str]) -> None:
        self._folder = folder
        self._old = read_manifest(folder)
        self._names = sorted(names)
        self._digests: dict[str, str] = {}
        self._announced = False
        self.written = self.unchanged = self.removed = 0
        self.kept: list[str] = []
        self._refuse_foreign()
        if self._old is not None and self._old.writing:
            self._sweep(self._old)

    def put(self, name: str, content: bytes) -> None:
        """Write one page unless the same bytes stand there already."""
        path = self._folder / name
        self._digests[name] = hashlib.sha256(content).hexdigest()
        if _read(path) == content:
            self.unchanged += 1
            return
        self._announce()
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, content)
        self.written += 1

    def finish(self) -> None:
        """Remove what an earlier export wrote and this one did not, then say that the folder is whole."""
        old = self._old or Manifest()
        for name in sorted(set(old.files) - set(self._names)):
            self._remove(name, old)
        content = Manifest(False, self._digests).dump()
        if _read(self._folder / MANIFEST) != content:
            self._folder.mkdir(parents=True, exist_ok=True)
            replace(self._folder / MANIFEST, content)

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
        old = self._old.files if self._old else {}
        self._folder.mkdir(parents=True, exist_ok=True)
        replace(
            self._folder / MANIFEST,
            Manifest(True, {name: old.get(name, "") for name in {*old, *self._names}}).dump(),
        )

    def _remove(self, name: str, old: Manifest) -> None:
        path = self._folder / name
        content = _read(path)
        if content is None:
            return
        if not old.writing and hashlib.sha256(content).hexdigest() != old.files[name]:
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
        for name in {*old.files, *self._names, MANIFEST}:
            _part(self._folder / name).unlink(missing_ok=True)


def _part(path: Path) -> Path:
    return path.with_name(f".{path.name}.part")


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def replace(path: Path, content: bytes) -> None:
    """Write a file so that nobody ever reads half of it."""
    part = _part(path)
    part.write_bytes(content)
    part.replace(path)
