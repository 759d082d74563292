"""The folder that an import writes: parts, rows set aside, licence, and the manifest by which it is resumed.

A part is written beside its name and renamed, rows set aside are appended, and then the manifest is replaced: what
the manifest does not name did not happen. The parts are in ``events/``, where an engine looks for that table.
"""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from kordon.domain.errors import KordonError, UnreadableFile
from kordon.intake.eventdata.layout import Layout
from kordon.intake.eventdata.rows import Bad, Position

EVENTS, MANIFEST, SET_ASIDE, LICENCE = "events", "manifest.json", "set-aside.jsonl", "LICENCE.txt"
_SEEN, _LOCK = ".seen", ".lock"


@dataclass(frozen=True, slots=True)
class Input:
    """A file as it was given, known again by its content."""

    name: str
    size: int
    sha256: str


@dataclass(slots=True)
class Manifest:
    """How far an import has come. ``unit`` counts the tables that are done, ``at`` is the place in the next.

    ``settings`` is the hash of what rows are read by, ``latest`` the last day that had come when the import began.
    """

    dataset: str
    settings: str
    latest: str
    files: list[Input]
    unit: int = 0
    at: Position = field(default_factory=Position)
    rows: int = 0
    set_aside: int = 0
    set_aside_bytes: int = 0
    blank: int = 0
    parts: list[dict[str, Any]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    complete: bool = False


class Folder:
    """The folder of one import; raises :class:`UnreadableFile` where it belongs to another."""

    def __init__(self, path: Path, layout: Layout, fresh: Manifest) -> None:
        self.path, self.seen = path, path / _SEEN
        (path / EVENTS).mkdir(parents=True, exist_ok=True)
        self._lock = _locked(path / _LOCK)
        try:
            self.manifest = self._resume(fresh)
            self._tidy()
            (path / LICENCE).write_text(licence(layout), "utf-8")
        except BaseException:
            self.close()
            raise
        self.resumed = self.manifest.rows + self.manifest.set_aside

    def _resume(self, fresh: Manifest) -> Manifest:
        path = self.path / MANIFEST
        if not path.exists():
            ours = {_LOCK, _SEEN, EVENTS, LICENCE, SET_ASIDE, path.name + ".tmp"}
            if any(p.name not in ours for p in self.path.iterdir()):
                raise UnreadableFile(str(self.path), "", "the folder holds other files", "name a new folder")
            return fresh
        try:
            told = json.loads(path.read_text("utf-8"))
            files, at = [Input(**one) for one in told.pop("files")], Position(**told.pop("at"))
            found = Manifest(files=files, at=at, **told)
        except (ValueError, TypeError, KeyError, AttributeError):
            raise UnreadableFile(str(path), "", "it is no manifest of an import", "name a new folder") from None
        if (found.dataset, found.settings) != (fresh.dataset, fresh.settings):
            problem = "it was begun for another dataset, or with other documents, means or borders"
            raise UnreadableFile(str(path), "", problem, "name a new folder")
        contents = [[(one.size, one.sha256) for one in some] for some in (found.files, fresh.files)]
        if contents[0] != contents[1][: len(contents[0])]:
            remedy = "name the same files first and new ones after, or a new folder"
            raise UnreadableFile(str(path), "", "it was begun with other files, or they have changed", remedy)
        if len(contents[0]) < len(contents[1]):
            found.complete, found.files, found.latest = False, fresh.files, fresh.latest
        return found

    def _tidy(self) -> None:
        """Take away what a killed run left beyond the manifest."""
        known = {part["file"] for part in self.manifest.parts}
        for path in (self.path / EVENTS).iterdir():
            if path.name not in known:
                path.unlink()
        shutil.rmtree(self.seen, ignore_errors=True)
        for name in known:
            if not (self.path / EVENTS / name).exists():
                raise UnreadableFile(
                    str(self.path / EVENTS / name), "", "the part is missing", "name a new folder"
                )
        with (self.path / SET_ASIDE).open("ab") as stream:
            if stream.tell() < self.manifest.set_aside_bytes:
                raise UnreadableFile(
                    str(self.path / SET_ASIDE), "", "rows are missing from it", "name a new folder"
                )
            stream.truncate(self.manifest.set_aside_bytes)

    def write(self, table: Any, bad: Sequence[Bad], unit: int, at: Position, blank: int) -> None:
        """One part and the rows set aside with it; afterwards the import has come to ``unit`` and ``at``."""
        import pyarrow.parquet as pq

        manifest = self.manifest
        if table is not None and table.num_rows:
            name = f"part-{len(manifest.parts) + 1:05}.parquet"
            _replace(self.path / EVENTS / name, lambda stream: pq.write_table(table, stream, compression="zstd"))
            manifest.parts.append({"file": name, "rows": table.num_rows})
            manifest.rows += table.num_rows
        lines = ((json.dumps(one.as_json(), ensure_ascii=False) + "\n").encode() for one in bad)
        manifest.set_aside_bytes = _written(self.path / SET_ASIDE, "ab", lambda stream: stream.writelines(lines))
        manifest.set_aside += len(bad)
        manifest.unit, manifest.at = unit, dataclasses.replace(at)
        manifest.blank += blank
        text = json.dumps(dataclasses.asdict(manifest), ensure_ascii=False, indent=1) + "\n"
        _replace(self.path / MANIFEST, lambda stream: stream.write(text.encode()))

    def ids(self) -> Iterable[list[str]]:
        """The ids in the parts that were written, a part at a time."""
        import pyarrow.parquet as pq

        for part in self.manifest.parts:
            yield pq.read_table(self.path / EVENTS / part["file"], columns=["source_id"]).column(0).to_pylist()

    def close(self) -> None:
        shutil.rmtree(self.seen, ignore_errors=True)
        (self.path / _LOCK).unlink(missing_ok=True)
        os.close(self._lock)


def licence(layout: Layout) -> str:
    """What may be done with the data, in words."""
    told = layout.licence
    forbidden = told["redistribution"] == "forbidden"
    return (
        f"{layout.title}\n\n"
        f"Licence:     {told['name']}\n"
        f"Terms:       {told['address']}\n"
        f"Attribution: {told['attribution']}\n\n"
        f"{told['terms']}\n"
        f"{'Do not pass these files on.' if forbidden else 'These files may be passed on under the same terms.'}\n"
        f"{SET_ASIDE} holds rows of the export as they were, under the same terms.\n"
    )


def _written(path: Path, mode: str, write: Callable[[IO[bytes]], object]) -> int:
    """Write a file through to the disk; its size. No room for it is a sentence, not a traceback."""
    try:
        with path.open(mode) as stream:
            write(stream)
            stream.flush()
            os.fsync(stream.fileno())
            return stream.tell()
    except OSError as error:
        problem = f"{path}: it cannot be written ({error.strerror or error})"
        raise KordonError(f"{problem}; make room and run the import again, which goes on from there.") from None


def _replace(path: Path, write: Callable[[IO[bytes]], object]) -> None:
    temporary = path.with_name(path.name + ".tmp")
    _written(temporary, "wb", write)
    temporary.replace(path)


def _locked(path: Path) -> int:
    """A lock that ends with the process, so that a killed run leaves none behind."""
    held = os.open(path, os.O_CREAT | os.O_RDWR)
    try:
        import fcntl
    except ImportError:  # no such locks on this system
        return held
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(held)
        problem = "another import is writing to this folder"
        raise UnreadableFile(str(path.parent), "", problem, "wait for it, or name a new folder") from None
    return held
