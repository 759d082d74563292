"""A folder of material: what each file in it is, in an order that is the same on every machine."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kordon.domain.errors import InputError, UnreadableFile
from kordon.geo.rows import header_of, shape_of
from kordon.geo.shapes import SHAPES
from kordon.intake.files import READERS

# Folders of a deployment, by the kind of file that belongs into them; other links of the chain read those.
DEPLOYMENT = frozenset({"vocabulary", "criteria", "indicators", "lexicon", "sources", "phrases", "ladder"})
_DATA = frozenset({".yaml", ".yml", ".ftl", ".geojson"})
_HEADER_BYTES = 65_536


class FileKind(StrEnum):
    REPORT = "report"  # for kordon.intake.files.read
    TABLE = "table"  # for kordon.intake.tables.read_table
    DATA = "data"  # vocabulary, criteria, lines ...: belongs to the deployment and is no report
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Found:
    """One file: its path, its path within the folder (the name to show), what it is, and why it is skipped."""

    path: Path
    name: str
    kind: FileKind
    notice: InputError | None = None


def walk(folder: Path, name: str = "") -> Iterator[Found]:
    """Every file below a folder that is not hidden, ordered by its path; linked folders are not followed.

    Raises :class:`UnreadableFile` when the folder itself cannot be listed. A folder within it that cannot be
    listed is skipped with a notice.
    """
    shown = name or str(folder)
    if not folder.is_dir():
        problem = "it is not a folder" if folder.exists() else "there is no such folder"
        raise UnreadableFile(shown, "", problem, "name a folder with reports and tables in it")
    barred: list[OSError] = []
    paths: list[Path] = []
    for root, folders, files in os.walk(folder, onerror=barred.append):
        folders[:] = [f for f in folders if not f.startswith(".")]
        paths += [Path(root, file) for file in files if not file.startswith(".")]
    if any(Path(error.filename) == folder for error in barred):
        raise UnreadableFile(shown, "", f"it cannot be listed ({barred[0].strerror})", "check its permissions")
    for error in sorted(barred, key=lambda e: str(e.filename)):
        path = Path(error.filename)
        inner = path.relative_to(folder).as_posix()
        yield _skipped(path, inner, f"the folder cannot be listed ({error.strerror})", "check its permissions")
    for path in sorted(paths, key=lambda p: p.relative_to(folder).as_posix()):
        yield classify(path, path.relative_to(folder).as_posix())


def classify(path: Path, name: str = "") -> Found:
    """What one file is, by its suffix, and a table by its header."""
    name = name or path.name
    suffix = path.suffix.lower()
    if suffix in _DATA or (path.parent.name in DEPLOYMENT and suffix not in READERS):
        return Found(path, name, FileKind.DATA)
    if suffix in READERS:
        return Found(path, name, FileKind.REPORT)
    if suffix == ".csv":
        return _table(path, name)
    what = f"files of the kind {suffix}" if suffix else "files without a suffix"
    known = ", ".join([*READERS, ".csv"])
    return _skipped(path, name, f"{what} are not read, so it is skipped", f"save it as one of {known}")


def _table(path: Path, name: str) -> Found:
    try:
        with path.open("rb") as file:
            start = file.read(_HEADER_BYTES)
    except OSError as error:
        return _skipped(path, name, f"it cannot be read ({error.strerror})", "check its permissions")
    encoding = "utf-16" if start.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    line = start.decode(encoding, errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    try:
        shape = shape_of(header_of(line, name), SHAPES)
    except (InputError, csv.Error):
        shape = None
    if shape is None:
        kinds = ", ".join(s.name for s in SHAPES)
        remedy = f"give it the columns of one of {kinds}"
        return _skipped(
            path, name, "its first row is the header of no table that is known, so it is skipped", remedy
        )
    return Found(path, name, FileKind.TABLE)


def _skipped(path: Path, name: str, problem: str, remedy: str) -> Found:
    return Found(path, name, FileKind.SKIPPED, UnreadableFile(name, "", problem, remedy))
