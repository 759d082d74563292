"""Import exports of one dataset into a folder of Parquet parts, in bounded memory, from where it stopped."""

from __future__ import annotations

import codecs
import datetime as dt
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from kordon.domain.errors import InputError, UnreadableFile
from kordon.geo.lines import BorderLine
from kordon.intake.eventdata.borders import Borders
from kordon.intake.eventdata.cells import Header, cut, read_header
from kordon.intake.eventdata.convert import Converter, shown
from kordon.intake.eventdata.folder import Folder, Input, Manifest
from kordon.intake.eventdata.layout import Layout
from kordon.intake.eventdata.rows import Bad, Block, Opened, Position, Records, Unit, units
from kordon.intake.eventdata.seen import Seen
from kordon.vocabulary import Vocabulary

PART_ROWS, PART_BYTES = 131_072, 64_000_000

# (what is being done, bytes done, bytes in all)
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import came to. ``resumed`` are the rows that an earlier run had dealt with."""

    rows: int
    set_aside: int
    blank: int
    parts: int
    resumed: int
    errors: tuple[str, ...]
    notices: tuple[str, ...]

    @property
    def clean(self) -> bool:
        """Whether everything was used."""
        return not self.set_aside and not self.errors


def import_files(
    layout: Layout,
    paths: Sequence[Path],
    to: Path,
    *,
    vocabulary: Vocabulary,
    lines: Mapping[str, BorderLine],
    latest: dt.date = dt.date.max,
    progress: Progress = lambda what, done, of: None,
    part_rows: int = PART_ROWS,
) -> Outcome:
    """Read exports into ``to``; a rerun goes on after the last whole part, and new files may follow the old.

    Rows that cannot be used are in ``set-aside.jsonl``: rows read = rows written + rows set aside. An event after
    ``latest`` has not happened yet. Raises :class:`~kordon.domain.errors.InputError` where no file can be read at
    all, or ``to`` is not of this import.
    """
    called = _names(paths)
    total = sum(path.stat().st_size for path in paths if path.is_file())
    inputs: list[Input] = []
    for path, name in zip(paths, called, strict=True):
        inputs.append(_fingerprint(path, name))
        progress("checking files", sum(one.size for one in inputs), total)
    tables: list[Unit] = []
    unusable: list[InputError] = []
    for path, name in zip(paths, called, strict=True):
        try:
            tables += units(path, name)
        except InputError as error:
            unusable.append(error)
    if not tables:
        raise unusable[0]
    ranks = {m.id: float(m.get("rank")) for m in vocabulary["means"].values()}
    read_by = (layout.sha256, sorted(ranks.items()), sorted((name, line.parts) for name, line in lines.items()))
    settings = hashlib.sha256(repr(read_by).encode()).hexdigest()
    folder = Folder(to, layout, Manifest(layout.name, settings, latest.isoformat(), inputs))
    manifest = folder.manifest
    try:
        if not manifest.complete:
            converter = Converter(layout, Borders(lines), ranks, dt.date.fromisoformat(manifest.latest))
            work = _Import(layout, folder, converter, part_rows)
            for complaint in unusable:
                work.complain(str(complaint))
            sizes = {path: one.size for path, one in zip(paths, inputs, strict=True)}
            work.run(tables, sizes, progress)
    finally:
        folder.close()
    counts = (manifest.rows, manifest.set_aside, manifest.blank, len(manifest.parts), folder.resumed)
    return Outcome(*counts, tuple(manifest.errors), tuple(manifest.notices))


def guess(path: Path, layouts: Mapping[str, Layout]) -> Layout:
    """The dataset whose header, or first row, a file has; raises :class:`InputError` where it has none's."""
    table = units(path, path.name)[0]
    for layout in layouts.values():
        with Opened(table) as opened:
            try:
                header, _ = _begin(opened, table, Position(), layout)
            except InputError:
                continue
        if header is not None:
            return layout
    problem, known = "its first line fits none of the datasets", ", ".join(layouts)
    raise UnreadableFile(path.name, "line 1", problem, f"name the format ({known})")


def _names(paths: Sequence[Path]) -> list[str]:
    """What files are called: their own name, and the whole path only where two have the same."""
    own = [path.name for path in paths]
    return [name if own.count(name) == 1 else str(path) for name, path in zip(own, paths, strict=True)]


def _fingerprint(path: Path, name: str) -> Input:
    try:
        with path.open("rb") as stream:
            return Input(name, path.stat().st_size, hashlib.file_digest(stream, "sha256").hexdigest())
    except OSError as error:
        raise UnreadableFile(name, "", f"it cannot be read ({error.strerror})", "check the path") from None


def _begin(opened: Opened, unit: Unit, at: Position, layout: Layout) -> tuple[Header | None, Records]:
    """The header of a table and its records from ``at`` on; no header where the table is empty."""
    records = Records(opened, unit.name, layout.delimiter, layout.quotes)
    first = records.first()
    if not first.strip():
        return None, records
    header = read_header(first, unit.name, layout)
    if at.offset or header.is_row:
        mark = len(codecs.BOM_UTF8) if first.startswith(codecs.BOM_UTF8) else 0
        records.go_to(at if at.offset else Position(mark))
    return header, records


def _report(progress: Progress, before: int, total: int, read: int) -> None:
    progress("importing", before + read, total)


class _Import:
    """The rows between two parts, and what was met so far."""

    def __init__(self, layout: Layout, folder: Folder, converter: Converter, part_rows: int) -> None:
        self._layout, self._folder, self._converter, self._part_rows = layout, folder, converter, part_rows
        self._seen = Seen(folder.seen)
        for ids in folder.ids():
            self._seen.repeats(ids)
        self._clear()

    def _clear(self) -> None:
        self._tables: list[Any] = []
        self._raws: list[bytes] = []
        self._bad: list[Bad] = []
        self._rows = self._size = self._blank = 0

    def run(self, tables: Sequence[Unit], sizes: Mapping[Path, int], progress: Progress) -> None:
        manifest, total, done = self._folder.manifest, sum(sizes.values()), 0
        start, at = manifest.unit, manifest.at
        self._order = {unit.name: number for number, unit in enumerate(tables)}
        for number, unit in enumerate(tables):
            if number and unit.path != tables[number - 1].path:
                done += sizes[tables[number - 1].path]
            if number < start:
                continue
            report = partial(_report, progress, done, total)
            try:
                self._unit(number, unit, at if number == start else Position(), report)
            except InputError as error:
                self.complain(str(error))
        manifest.complete = True
        self._flush(len(tables), Position())
        progress("importing", total, total)

    def complain(self, sentence: str) -> None:
        if sentence not in self._folder.manifest.errors:
            self._folder.manifest.errors.append(sentence)

    def _unit(self, number: int, unit: Unit, at: Position, report: Callable[[int], None]) -> None:
        with Opened(unit) as opened:
            line = at.line
            try:
                header, records = _begin(opened, unit, at, self._layout)
                if header is None:
                    raise UnreadableFile(unit.name, "", "it is empty", "download it again")
                self._note(unit, header)
                for block in records.blocks(len(header.names)):
                    line = block.at.line
                    self._take(unit.name, header, block)
                    if self._rows + len(self._bad) >= self._part_rows or self._size >= PART_BYTES:
                        self._flush(number, block.at)
                    report(opened.position)
            finally:
                if opened.error:
                    problem = f"the file breaks off there ({shown(opened.error)})"
                    self.complain(str(UnreadableFile(unit.name, f"line {line}", problem, "download it again")))

    def _note(self, unit: Unit, header: Header) -> None:
        told = ", ".join(map(shown, header.unknown))
        notice = f"{unit.name}: columns that {self._layout.title} is not known to have are left out: {told}."
        if told and notice not in self._folder.manifest.notices:
            self._folder.manifest.notices.append(notice)

    def _take(self, name: str, header: Header, block: Block) -> None:
        """Cut and convert a block; what cannot be used is set aside."""
        import pyarrow as pa

        self._size += block.size
        self._blank += block.blank
        columns = cut(block, name, header, self._layout)
        self._bad += block.bad
        table, reasons = self._converter.convert(columns, name, block.lines)
        kept = [row for row in range(table.num_rows) if row not in reasons]
        self._set_aside(reasons, table, block.records)
        self._tables.append(table.take(pa.array(kept, pa.int64())) if reasons else table)
        self._raws += [block.records[row] for row in kept]
        self._rows += len(kept)

    def _set_aside(self, reasons: Mapping[int, str], table: Any, raws: Sequence[bytes]) -> None:
        places = table.select(["file", "line"])
        for row, reason in reasons.items():
            where = places.slice(row, 1).to_pylist()[0]
            self._bad.append(Bad(where["file"], where["line"], reason, raws[row]))

    def _flush(self, number: int, at: Position) -> None:
        """Write a part with what was read, without the rows whose ids were there before."""
        import pyarrow as pa

        table = None
        if self._tables:
            table = pa.concat_tables(self._tables).combine_chunks()
            repeats = self._seen.repeats(table.column("source_id").to_pylist())
            if repeats:
                ids = table.column("source_id")
                told = "An earlier row has the same id, {!r}; the first one is kept."
                reasons = {row: told.format(shown(ids[row].as_py())) for row in repeats}
                self._set_aside(reasons, table, self._raws)
                again = set(repeats)
                kept = [row for row in range(table.num_rows) if row not in again]
                table = table.take(pa.array(kept, pa.int64()))
        self._bad.sort(key=lambda one: (self._order[one.file], one.line))
        self._folder.write(table, self._bad, number, at, self._blank)
        self._clear()
