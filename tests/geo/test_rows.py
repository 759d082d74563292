"""Rows of public tables: what is wrong is named with its row, its column and a remedy."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kordon.domain.errors import BadTable, InputError, UnreadableFile
from kordon.domain.time import Precision
from kordon.geo.rows import Row, decode, nearest, read_sheet, read_text, shape_of
from kordon.geo.shapes import ATTEMPTS, SHAPES, TOTALS

HEADER = "border,period_start,period_end,count,rounding,unit,source_url"


def row(**cells: str) -> Row:
    return Row("t.csv", 2, cells)


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2024", dt.date(2024, 1, 1), dt.date(2024, 12, 31), Precision.YEAR),
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29), Precision.MONTH),
        ("2024-02-29", dt.date(2024, 2, 29), dt.date(2024, 2, 29), Precision.DAY),
    ],
)
def test_a_part_of_time_is_the_span_of_its_days(
    text: str, first: dt.date, last: dt.date, precision: Precision
) -> None:
    span = row(since=text).part("since")
    assert span is not None
    assert (span.start, span.end, span.precision) == (first, last, precision)


@pytest.mark.parametrize("text", ["2024-13", "0000", "2024-02-30", "2024-2-3", "yesterday", "٢٠٢٤"])
def test_a_time_that_cannot_be_is_named(text: str) -> None:
    with pytest.raises(BadTable, match=r"t\.csv, row 2, column 'since'"):
        row(since=text).part("since")


def test_an_empty_cell_is_none_and_zero_is_zero() -> None:
    assert row(n="").whole("n") is None
    assert row(n="0").whole("n") == 0


@pytest.mark.parametrize("text", ["-1", "1.5", "x", "1e3", "nan", "inf", "²", "1" * 400])
def test_a_number_of_things_is_whole_and_not_below_zero(text: str) -> None:
    with pytest.raises(BadTable, match="column 'n'"):
        row(n=text).whole("n")


def test_the_header_tells_the_table_whatever_is_missing_or_misspelt() -> None:
    columns = HEADER.split(",")
    assert shape_of(columns, SHAPES) is ATTEMPTS
    for left_out in columns:
        assert shape_of([c for c in columns if c != left_out], SHAPES) is ATTEMPTS
        assert shape_of([c.replace(left_out, left_out[:-1] + "x") for c in columns], SHAPES) is ATTEMPTS
    assert shape_of([c for c in columns if c not in ("border", "unit")], SHAPES) is TOTALS
    assert shape_of(["a", "b"], SHAPES) is None
    assert shape_of([], SHAPES) is None


def test_a_misspelt_column_is_named_with_the_nearest_known_one() -> None:
    with pytest.raises(BadTable, match="column 'period_start': it is missing; rename 'period_strat' to it"):
        read_sheet(HEADER.replace("period_start", "period_strat") + "\n", "t.csv", SHAPES)


def test_a_missing_column_is_named() -> None:
    with pytest.raises(BadTable, match="column 'unit': it is missing; add it"):
        read_sheet(HEADER.replace(",unit", "") + "\n", "t.csv", SHAPES)


def test_a_strange_column_is_reported_and_the_rest_is_read() -> None:
    sheet = read_sheet(f"{HEADER},nota\nPL-BY,2024-05-01,2024-05-01,3,exact,attempts,x,y\n", "t.csv", SHAPES)
    assert len(sheet.rows) == 1
    assert "'nota'" in str(sheet.errors[0])
    assert "'note'" in str(sheet.errors[0])


def test_a_row_with_a_wrong_number_of_cells_is_left_out() -> None:
    sheet = read_sheet(f"{HEADER}\na,b\nPL-BY,2024-05-01,2024-05-01,3,exact,attempts,x\n", "t.csv", SHAPES)
    assert [r.number for r in sheet.rows] == [3]
    assert str(sheet.errors[0]).startswith("t.csv, row 2: it has 2 cells where the header has 7")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        ("a;b;c\n", "semicolons"),
        ("a\tb\n", "tabs"),
        ("one,two\n1,2\n", "no table that is known"),
        (HEADER + ",count\n", "twice"),
        ('"unclosed\n', "CSV|known"),
    ],
)
def test_a_table_that_is_none_gets_one_sentence(text: str, words: str) -> None:
    with pytest.raises(BadTable, match=words):
        read_sheet(text, "t.csv", SHAPES)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("ą\r\nb\rc".encode(), "ą\nb\nc"),
        (b"\xef\xbb\xbfa", "a"),
        ("ą".encode("utf-16"), "ą"),
        (b"\xfe\xff" + "ą".encode("utf-16-be"), "ą"),
    ],
)
def test_utf8_and_marked_utf16_are_read(raw: bytes, text: str) -> None:
    assert decode(raw, "f") == text


def test_another_encoding_is_named_with_its_first_byte() -> None:
    with pytest.raises(UnreadableFile, match=r"f, byte 2: 0xe6 is not valid UTF-8; save the file as UTF-8\."):
        decode("abж".encode("cp1251"), "f")
    with pytest.raises(UnreadableFile, match="byte 4: 0xff"):
        decode(b"\xef\xbb\xbfa\xff", "f")


@given(st.binary(max_size=200))
def test_bytes_are_text_or_a_sentence(raw: bytes) -> None:
    try:
        assert "\r" not in decode(raw, "f")
    except InputError as error:
        assert str(error).startswith("f, byte ")


@given(st.text(max_size=300))
def test_any_text_is_a_sheet_or_a_sentence(text: str) -> None:
    for start in ("", HEADER + "\n"):
        try:
            sheet = read_sheet(start + text, "t.csv", SHAPES)
        except BadTable as error:
            assert str(error).startswith("t.csv")
        else:
            assert all(r.number > 1 for r in sheet.rows)


def test_a_table_over_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("x" * 100)
    with pytest.raises(UnreadableFile, match="split it"):
        read_text(path, limit=99)
    with pytest.raises(UnreadableFile, match="it is a folder"):
        read_text(tmp_path)
    with pytest.raises(UnreadableFile, match="cannot be read"):
        read_text(tmp_path / "none.csv")


def test_the_nearest_known_word_is_offered_only_when_it_is_near() -> None:
    assert nearest("atempts", ["attempts", "prevented"]) == " (is 'attempts' meant?)"
    assert nearest("zzz", ["attempts"]) == ""
