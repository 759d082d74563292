"""Bytes of an export -> records in blocks: each with its line, or set aside as a :class:`Bad` with the reason.

A record is a line, or several where a quoted cell holds line ends: a line end that an odd number of quotes precede
is inside a cell. Nothing is decoded or cut here, except to see whether a record of several lines is one row.
"""

from __future__ import annotations

import base64
import csv
import gzip
import io
import zipfile
import zlib
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Self

from kordon.domain.errors import UnreadableFile

LONGEST = 1_000_000  # bytes of a line that are kept; the rest of a longer one is passed over
MOST_LINES = 1_000  # of a record whose quotes hold line ends; it has LONGEST bytes at most, too
BLOCK_ROWS, BLOCK_BYTES = 16_384, 8_000_000
_ENDINGS = ("", ".csv", ".txt", ".tsv", ".tab", ".export")
_BROKEN = (
    EOFError,
    OSError,
    ValueError,
    KeyError,
    zlib.error,
    zipfile.BadZipFile,
    RuntimeError,  # zipfile: an unknown compression, or a password
)

CUT = "The file ends in the middle of this row, or without a line end; if it is whole, end it with a line break."
TOO_LONG = "The line has {:,} bytes, more than a row can have; the first {:,} are kept here."
OPEN_QUOTE = "The quotes of this row are not closed; write a quote inside a quoted cell twice."


@dataclass(frozen=True, slots=True)
class Unit:
    """One table to read: a file, or a member of a zip. ``name`` is what rows and complaints call it."""

    name: str
    path: Path
    member: str = ""


@dataclass(frozen=True, slots=True)
class Bad:
    """A row that is set aside: the line it began on, why, and the row as it was."""

    file: str
    line: int
    reason: str
    raw: bytes

    def as_json(self) -> dict[str, str | int]:
        """A line of the file of rows set aside; bytes that are no text are given in Base64 as well."""
        text = self.raw.decode("utf-8", "replace")
        found: dict[str, str | int] = {"file": self.file, "line": self.line, "reason": self.reason, "raw": text}
        exact = text.encode() == self.raw
        return found if exact else found | {"raw_base64": base64.b64encode(self.raw).decode("ascii")}


@dataclass(slots=True)
class Position:
    """How far a table has been read: bytes (unpacked), and the line that comes next."""

    offset: int = 0
    line: int = 1


@dataclass(slots=True)
class Block:
    """Some records in their order, with the lines they begin on, and those set aside; ``at`` is their end."""

    records: list[bytes] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    bad: list[Bad] = field(default_factory=list)
    blank: int = 0
    size: int = 0
    at: Position = field(default_factory=Position)


def units(path: Path, name: str) -> list[Unit]:
    """The tables in a file, in the order of a zip's directory; raises :class:`UnreadableFile`."""
    try:
        if not zipfile.is_zipfile(path):
            return [Unit(name, path)]
        with zipfile.ZipFile(path) as archive:
            inside = [
                i for i in archive.infolist() if Path(i.filename).suffix.lower() in _ENDINGS and not i.is_dir()
            ]
    except _BROKEN as error:
        raise UnreadableFile(name, "", f"the zip cannot be opened ({error})", "download it again") from None
    if any(i.flag_bits & 1 for i in inside):
        raise UnreadableFile(name, "", "the zip is encrypted", "unpack it and import the file inside")
    if not inside:
        raise UnreadableFile(name, "", "there is no table in the zip", "unpack it and look what it holds")
    return [Unit(f"{name}:{i.filename}", path, i.filename) for i in inside]


class Opened(io.RawIOBase):
    """The bytes of a table, unpacked, which end where they cannot be read further; ``error`` then says why."""

    def __init__(self, unit: Unit) -> None:
        """Raises :class:`UnreadableFile` where the file cannot be opened."""
        self.error = ""
        self._stack = ExitStack()
        try:
            self._file = self._stack.enter_context(unit.path.open("rb"))
            self._bytes = self._unpacked(unit)
        except _BROKEN as error:
            self._stack.close()
            why = isinstance(error, OSError) and error.strerror
            remedy = "check the path" if why else "download it again"
            raise UnreadableFile(unit.name, "", f"it cannot be opened ({why or error})", remedy) from None

    def _unpacked(self, unit: Unit) -> IO[bytes]:
        if unit.member:
            archive = self._stack.enter_context(zipfile.ZipFile(self._file))
            return self._stack.enter_context(archive.open(unit.member))
        packed = self._file.peek(2).startswith(b"\x1f\x8b")
        return gzip.GzipFile(fileobj=self._file) if packed else self._file  # type: ignore[return-value]

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        try:
            return self._bytes.seek(offset, whence)
        except _BROKEN as error:
            self.error = str(error) or type(error).__name__
            return self._bytes.tell()

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        try:
            got = b"" if self.error else self._bytes.read(len(buffer))
        except _BROKEN as error:
            self.error = str(error) or type(error).__name__
            got = b""
        buffer[: len(got)] = got
        return len(got)

    @property
    def position(self) -> int:
        """Bytes of the file read so far, packed as they are."""
        return self._file.tell()

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def __enter__(self) -> Self:
        return self


class Records:
    """The records of an opened table, in blocks. ``at`` is the place up to which they were given."""

    def __init__(self, opened: Opened, name: str, delimiter: str, quotes: bool) -> None:
        self.name, self.at = name, Position()
        self._stream = io.BufferedReader(opened, 1 << 18)
        self._delimiter, self._quotes = delimiter, quotes
        self._back: deque[bytes] = deque()  # lines that were looked at and given back

    def first(self) -> bytes:
        """The first line, which has to be taken before any block."""
        line = self._stream.readline(LONGEST)
        self.at = Position(len(line), 2)
        return line

    def go_to(self, at: Position) -> None:
        """Go on at the beginning of another record."""
        self._back.clear()
        self._stream.seek(at.offset)
        self.at = replace(at)

    def blocks(self, width: int) -> Iterator[Block]:
        """All that is left; rows of several lines are known by having ``width`` cells."""
        block = self._block(width)
        while block.size:
            yield block
            block = self._block(width)

    def _block(self, width: int) -> Block:
        block, offset, number, room = Block(), self.at.offset, self.at.line, BLOCK_ROWS
        records, begins, size = block.records, block.lines, 0
        while room and size < BLOCK_BYTES:
            record = self._back.popleft() if self._back else self._stream.readline(LONGEST)
            length, lines, room = len(record), 1, room - 1
            if record[-1:] != b"\n":
                if not record:
                    break
                length = self._set_aside(block, number, record, TOO_LONG if length == LONGEST else CUT)
            elif self._quotes and record.count(b'"') & 1:
                whole, lines = self._whole(record, width)
                if whole:
                    records.append(whole)
                    begins.append(number)
                    length = len(whole)
                else:
                    self._set_aside(block, number, record, OPEN_QUOTE)
            elif length < 3 and not record.strip():
                block.blank += 1
            else:
                records.append(record)
                begins.append(number)
            size += min(length, LONGEST)
            offset += length
            number += lines
        self.at = block.at = Position(offset, number)
        block.size = size
        return block

    def _set_aside(self, block: Block, number: int, raw: bytes, reason: str) -> int:
        """How many bytes were passed over with it."""
        passed, rest = len(raw), raw
        if reason == TOO_LONG:
            while rest and rest[-1:] != b"\n":
                rest = self._stream.readline(LONGEST)
                passed += len(rest)
            reason = TOO_LONG.format(passed, LONGEST)
        block.bad.append(Bad(self.name, number, reason, raw))
        return passed

    def _whole(self, line: bytes, width: int) -> tuple[bytes, int]:
        """The record that a line with an open quote begins, and its lines; nothing where the quote is a mistake.

        A quote that is not closed takes the rows below with it until the next one like it. What comes of that has
        not the number of cells of a row, and then only the first line is the bad one: the others are given back.
        """
        taken, size, is_open = [line], len(line), True
        while is_open and len(taken) < MOST_LINES and size < LONGEST:
            more = self._back.popleft() if self._back else self._stream.readline(LONGEST)
            if more:
                taken.append(more)
            if more[-1:] != b"\n":
                break
            size += len(more)
            is_open ^= bool(more.count(b'"') & 1)
        record = b"".join(taken)
        if not is_open and _cells(record, self._delimiter) == width:
            return record, len(taken)
        self._back.extendleft(reversed(taken[1:]))
        return b"", 1


def _cells(record: bytes, delimiter: str) -> int:
    """The number of cells of a record that is one row; 0 where it is not."""
    try:
        text = io.StringIO(record.decode("utf-8", "replace"), newline="")
        rows = list(csv.reader(text, delimiter=delimiter, strict=True))
    except csv.Error:
        return 0
    return len(rows[0]) if len(rows) == 1 else 0
