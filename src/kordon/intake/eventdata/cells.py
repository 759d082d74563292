"""A block of records -> columns of cells; records that are no text or no row are set aside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from kordon.domain.errors import BadTable
from kordon.intake.eventdata.layout import Layout
from kordon.intake.eventdata.rows import Bad, Block

WIDTH = "The row has {} cells where {} are expected."
QUOTE = "A quote opens or closes within a cell; put quotes around the whole cell and write those inside it twice."
NO_ROW = "The record is not one row; look for quotes and line ends within its cells."
NOT_TEXT = "The row has bytes that are not UTF-8; save the file as UTF-8."
ZERO = "The row holds a zero byte, which no text has; export the file again."


@dataclass(frozen=True)
class Header:
    """``names``: the codebook's name of each column, or None; ``unknown``: the columns that it does not have."""

    names: tuple[str | None, ...]
    unknown: tuple[str, ...]
    is_row: bool  # the first line is a row already, by the codebook's order


def read_header(first: bytes, name: str, layout: Layout) -> Header:
    """What the first line of a table says; raises :class:`BadTable` where it is none of this dataset's."""
    try:
        line = first.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError:
        raise BadTable(name, "line 1", "it is not UTF-8", "save the file as UTF-8") from None
    cells = [cell.strip().strip('"') for cell in line.split(layout.delimiter)]
    names = tuple(layout.known(cell) for cell in cells)
    found = [n for n in names if n is not None]
    missing = sorted(layout.required - set(found), key=layout.columns.index)
    if not missing:
        for twice in {n for n in found if found.count(n) > 1} & set(layout.used):
            raise BadTable(name, "line 1", f"the column {twice!r} is there twice", "take one of them out")
        return Header(names, tuple(c for c, n in zip(cells, names, strict=True) if c and n is None), False)
    if layout.headerless and len(cells) == len(layout.columns) and not found:
        return Header(layout.columns, (), True)
    if layout.headerless and not found:
        problem = f"the first line has {len(cells)} cells and is neither a header nor a row of {layout.title}"
        raise BadTable(name, "line 1", problem, f"give it the {len(layout.columns)} columns of the codebook")
    problem = f"the header lacks {', '.join(map(repr, missing))}, which {layout.title} has"
    raise BadTable(name, "line 1", problem, "export it with them, or name another format")


def cut(block: Block, name: str, header: Header, layout: Layout) -> dict[str, Any]:
    """The used columns by name, a string array each. What is no row moves from the records to the bad ones."""
    whole = b"".join(block.records)
    for check in (_no_text, _no_row):
        wrong = check(whole, block.records, layout)
        if wrong:
            _set_aside(block, name, wrong)
            whole = b"".join(block.records)
    places = {n: f"c{place}" for place, n in enumerate(header.names) if n in layout.used}
    table, wrong = _parsed(whole, block.records, len(header.names), list(places.values()), layout)
    _set_aside(block, name, wrong)
    return {str(n): table.column(column).combine_chunks() for n, column in places.items()}


def _set_aside(block: Block, name: str, wrong: dict[int, str]) -> None:
    if not wrong:
        return
    block.bad += [Bad(name, block.lines[row], reason, block.records[row]) for row, reason in wrong.items()]
    kept = [row for row in range(len(block.records)) if row not in wrong]
    block.records, block.lines = [block.records[r] for r in kept], [block.lines[r] for r in kept]


def _no_text(whole: bytes, records: Sequence[bytes], layout: Layout) -> dict[int, str]:
    if b"\0" not in whole and _is_text(whole):
        return {}
    wrong = {row: NOT_TEXT for row, record in enumerate(records) if not _is_text(record)}
    return wrong | {row: ZERO for row, record in enumerate(records) if b"\0" in record}


def _is_text(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True


def _no_row(whole: bytes, records: Sequence[bytes], layout: Layout) -> dict[int, str]:
    """Quotes that open or close within a cell: every second one closes, as each record has an even number."""
    data = np.frombuffer(whole, np.uint8)
    quotes = np.flatnonzero(data == ord('"')) if layout.quotes else np.empty(0, np.int64)
    if not quotes.size:
        return {}
    edges = np.frombuffer(f'"\n\r{layout.delimiter}'.encode(), np.uint8)
    opens, closes = quotes[::2], quotes[1::2]
    before = np.isin(data[np.maximum(opens - 1, 0)], edges) | (opens == 0)
    bad = np.concatenate([opens[~before], closes[~np.isin(data[closes + 1], edges)]])
    if not bad.size:
        return {}
    ends = np.cumsum([len(record) for record in records])
    return {int(row): QUOTE for row in np.unique(np.searchsorted(ends, bad, side="right"))}


def _parsed(
    whole: bytes, records: Sequence[bytes], width: int, chosen: list[str], layout: Layout
) -> tuple[Any, dict[int, str]]:
    """The chosen columns, and by its place what is wrong with each record that is not in them."""
    import pyarrow as pa
    from pyarrow import csv

    wrong: dict[int, str] = {}

    def note(row: Any) -> str:
        wrong[row.number - 1] = WIDTH.format(row.actual_columns, row.expected_columns)
        return "skip"

    if not records:
        return pa.table({column: pa.array([], pa.string()) for column in chosen}), {}
    try:
        table = csv.read_csv(
            pa.BufferReader(whole),
            csv.ReadOptions(
                use_threads=False, block_size=len(whole) + 1, column_names=[f"c{place}" for place in range(width)]
            ),
            csv.ParseOptions(
                delimiter=layout.delimiter,
                quote_char='"' if layout.quotes else False,
                newlines_in_values=layout.quotes,
                ignore_empty_lines=False,
                invalid_row_handler=note,
            ),
            csv.ConvertOptions(
                column_types=dict.fromkeys(chosen, pa.string()), include_columns=chosen, strings_can_be_null=False
            ),
        )
        if table.num_rows + len(wrong) == len(records):
            return table, wrong
    except pa.ArrowInvalid:
        pass
    # Some record is more or less than one row, such as one with a lone carriage return: halve until it is found.
    if len(records) == 1:
        return _parsed(b"", [], width, chosen, layout)[0], {0: NO_ROW}
    half = len(records) // 2
    first, one = _parsed(b"".join(records[:half]), records[:half], width, chosen, layout)
    second, other = _parsed(b"".join(records[half:]), records[half:], width, chosen, layout)
    return pa.concat_tables([first, second]), one | {half + row: reason for row, reason in other.items()}
