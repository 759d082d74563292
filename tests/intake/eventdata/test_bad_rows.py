"""Rows and files that cannot be used: set aside with place and reason, and nothing else changes for it."""

from __future__ import annotations

import base64
import datetime as dt
import gzip
import io
import resource
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kordon.domain.errors import InputError

WITHOUT = {"id", "file", "line"}


@pytest.mark.parametrize(
    ("name", "changed", "reason"),
    [
        ("acled", {"event_id_cnty": ""}, "The column 'event_id_cnty' is empty, and an event needs it."),
        ("acled", {"event_date": "2024-02-30"}, "The column 'event_date' holds '2024-02-30', which is no day."),
        (
            "acled",
            {"event_date": "1891-02-03"},
            "dated 1891-02-03, before 1997-01-01, with which the dataset begins",
        ),
        ("acled", {"event_date": "2031-02-03"}, "dated 2031-02-03, a day that has not come yet"),
        ("acled", {"time_precision": "4"}, "holds '4', which is none of the codes 1, 2, 3."),
        ("acled", {"latitude": "91.5"}, "is no latitude: it is beyond 90 degrees"),
        ("acled", {"longitude": "-180.01"}, "is no longitude: it is beyond 180 degrees"),
        ("acled", {"latitude": "NaN"}, "holds 'NaN', which is no number"),
        ("acled", {"latitude": "52,5"}, "holds '52,5', which is no number"),
        ("acled", {"latitude": ""}, "one of latitude and longitude and not the other"),
        ("acled", {"fatalities": "-1"}, "holds '-1', which is no whole number from 0"),
        ("acled", {"fatalities": "9" * 40}, "which is no whole number from 0"),
        ("gdelt", {"SQLDATE": "2024611"}, "holds '2024611', which is no day"),
        ("gdelt", {"GoldsteinScale": "=1+1"}, "holds '=1+1', which is no number"),
        ("ucdp-ged", {"date_end": "2024-05-01"}, "ends on 2024-05-01, before it starts on 2024-06-04"),
        ("ucdp-ged", {"low": "9"}, "The low estimate of deaths, 9, is above the best estimate of deaths, 3."),
        ("polecat", {"Event_Date": "06/04/2024"}, "which is no day"),
        ("acled", {"event_date": "\x1b[2J\u202e"}, "holds '\ufffd[2J\ufffd', which is no day"),
    ],
)
def test_a_row_that_cannot_be(exports: Any, name: str, changed: dict[str, str], reason: str) -> None:
    rows = [exports.row(name, n) for n in range(8)]
    rows[3] = exports.row(name, 3, **changed)
    outcome = exports.run(name, exports.file(exports.text(name, rows)), latest=dt.date(2030, 1, 1))
    assert (outcome.rows, outcome.set_aside, outcome.clean) == (7, 1, False)
    (bad,) = exports.set_aside()
    assert reason in bad["reason"]
    assert bad["file"] == "export.csv"
    lines = (exports.folder / "export.csv").read_text("utf-8").split("\n")
    assert lines[bad["line"] - 1] == bad["raw"].split("\n")[0]
    whole = exports.folder / "whole"
    exports.run(name, exports.file(exports.made(name, 8), "whole.csv"), to=whole)
    others = [row for n, row in enumerate(exports.table(whole).to_pylist()) if n != 3]
    assert [_told(row) for row in exports.rows()] == [_told(row) for row in others]


def _told(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in WITHOUT}


@pytest.mark.parametrize("name", ["acled", "gdelt", "polecat", "ucdp-ged"])
def test_a_file_cut_in_the_middle_of_a_row(exports: Any, name: str) -> None:
    text = exports.made(name, 5)
    outcome = exports.run(name, exports.file(text[: text.rindex("\n", 0, -1) + 60]))
    assert (outcome.rows, outcome.set_aside) == (4, 1)
    (bad,) = exports.set_aside()
    assert bad["reason"].startswith("The file ends in the middle of this row")
    assert text.split("\n")[bad["line"] - 1].startswith(bad["raw"])


def test_a_last_row_that_may_be_cut_in_its_last_cell(exports: Any) -> None:
    """1718000000 cut to 171800000 is a day of 1975: without the line end nobody can tell."""
    outcome = exports.run("acled", exports.file(exports.made("acled", 2)[:-2]))
    assert (outcome.rows, outcome.set_aside) == (1, 1)


@pytest.mark.parametrize(
    ("name", "line", "reason"),
    [
        ("gdelt", b"1\t2\t3\n", "The row has 3 cells where 61 are expected."),
        ("gdelt", b"\t" * 61 + b"\n", "The row has 62 cells where 61 are expected."),
        ("acled", b"a,b,c\n", "The row has 3 cells where 31 are expected."),
        ("acled", b"," * 30 + b'a"b"\n', "A quote opens or closes within a cell"),
        ("acled", b'"a"b"",' + b"," * 29 + b"\n", "A quote opens or closes within a cell"),
        ("acled", b'"a,' + b"," * 29 + b"\n", "The quotes of this row are not closed"),
        ("acled", b"a\rb" + b"," * 30 + b"\n", "The record is not one row"),
        ("gdelt", "Вёска".encode("cp1251") + b"\t" * 60 + b"\n", "The row has bytes that are not UTF-8"),
        ("acled", b"\0" + b"," * 30 + b"\n", "The row holds a zero byte"),
        ("gdelt", b"x" * 2_000_001 + b"\n", "The line has 2,000,002 bytes, more than a row can have"),
    ],
)
def test_a_line_that_is_no_row(exports: Any, name: str, line: bytes, reason: str) -> None:
    before, after = exports.made(name, 3), exports.text(name, [exports.row(name, n) for n in (3, 4)], header=False)
    outcome = exports.run(name, exports.file(before.encode() + line + after.encode()))
    assert (outcome.rows, outcome.set_aside) == (5, 1)
    (bad,) = exports.set_aside()
    assert bad["reason"].startswith(reason)
    assert bad["line"] == before.count("\n") + 1
    if b"\xc2" in line:
        assert base64.b64decode(bad["raw_base64"]) == line


def test_a_quoted_line_end_belongs_to_its_row(exports: Any) -> None:
    rows = [exports.row("acled", n, notes='He said "no",\nleft,\r\n\nand came back') for n in range(3)]
    assert exports.run("acled", exports.file(exports.text("acled", rows))).clean
    assert [row["line"] for row in exports.rows()] == [2, 6, 10]
    assert not any("He said" in str(row) for row in exports.rows())  # notes may name people, and are left out


def test_one_open_quote_takes_no_other_row_with_it(exports: Any) -> None:
    lines = exports.made("ucdp-ged", 3_000).split("\n")
    lines[1_500] = lines[1_500].replace(",", ',"', 1)
    lines[2_500] = lines[2_500].replace(",", ',"', 1)
    outcome = exports.run("ucdp-ged", exports.file("\n".join(lines)))
    assert (outcome.rows, outcome.set_aside) == (2_998, 2)
    assert [bad["line"] for bad in exports.set_aside()] == [1_501, 2_501]


def test_the_first_of_two_rows_with_one_id_is_kept(exports: Any) -> None:
    rows = [exports.row("acled", n, fatalities=n) for n in (0, 1, 0, 2, 1)]
    outcome = exports.run("acled", exports.file(exports.text("acled", rows)), part_rows=1)
    assert (outcome.rows, outcome.set_aside) == (3, 2)
    assert [bad["reason"] for bad in exports.set_aside()] == [
        "An earlier row has the same id, 'ZZZ0'; the first one is kept.",
        "An earlier row has the same id, 'ZZZ1'; the first one is kept.",
    ]


def test_a_formula_stays_the_text_that_it_is(exports: Any) -> None:
    rows = [exports.row("acled", 0, actor1='=HYPERLINK("https://example.org","x")', location="@SUM(1)")]
    assert exports.run("acled", exports.file(exports.text("acled", rows))).clean
    assert exports.rows()[0]["actor"] == '=HYPERLINK("https://example.org","x")'


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "export.csv: it is empty; download it again."),
        (b"\x89PNG\r\n\x1a\n\0\0", "export.csv, line 1: it is not UTF-8; save the file as UTF-8."),
        ("event_id_cnty,event_date\n".encode("utf-16"), "export.csv, line 1: it is not UTF-8"),
        (b"event_id_cnty,event_date,country\n", "the header lacks 'time_precision', 'event_type'"),
        (b"<html>no data today</html>\n", "the header lacks 'event_id_cnty'"),
    ],
)
def test_a_file_that_is_none_of_the_dataset(exports: Any, content: bytes, told: str) -> None:
    good = exports.file(exports.made("acled", 3), "good.csv")
    outcome = exports.run("acled", exports.file(content), good)
    assert outcome.rows == 3
    assert any(told in error for error in outcome.errors), outcome.errors


def test_a_column_twice_is_named(exports: Any) -> None:
    columns = [*exports.layouts["acled"].columns, "latitude"]
    path = exports.file(exports.text("acled", [exports.row("acled", 0)], columns=columns))
    outcome = exports.run("acled", path)
    assert outcome.errors == ("export.csv, line 1: the column 'latitude' is there twice; take one of them out.",)


def test_unknown_columns_are_told_and_missing_ones_are_null(exports: Any) -> None:
    columns = ["Event-ID Cnty", *[c for c in exports.layouts["acled"].columns[1:] if c != "source"], "mood"]
    rows = [exports.row("acled", 0) | {"Event-ID Cnty": "ZZZ0", "mood": "grim"}]
    outcome = exports.run("acled", exports.file("\ufeff" + exports.text("acled", rows, columns=columns)))
    assert outcome.clean
    title = exports.layouts["acled"].title
    assert outcome.notices == (f"export.csv: columns that {title} is not known to have are left out: mood.",)
    assert exports.rows()[0]["source_text"] is None


def test_a_gzip_that_breaks_off(exports: Any) -> None:
    whole = gzip.compress(exports.made("gdelt", 4_000).encode())
    outcome = exports.run("gdelt", exports.file(whole[: len(whole) // 2], "export.csv.gz"))
    assert 0 < outcome.rows < 4_000
    (error,) = outcome.errors
    assert error.startswith("export.csv.gz, line ")
    assert error.endswith("; download it again.")
    assert exports.set_aside()[-1]["reason"].startswith("The file ends in the middle of this row")


def test_zips(exports: Any) -> None:
    def packed(**members: str) -> bytes:
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in members.items():
                archive.writestr(name.replace("_", "."), text)
        return stream.getvalue()

    good = exports.file(packed(a_CSV=exports.made("gdelt", 3), b_CSV=exports.made("gdelt", 2, 3)), "good.zip")
    other = exports.file(packed(readme_pdf="nothing"), "other.zip")
    torn = exports.file(packed(a_CSV=exports.made("gdelt", 9, 9))[:-30], "torn.zip")
    outcome = exports.run("gdelt", good, other, torn)
    assert outcome.rows == 5
    assert [row["file"] for row in exports.rows()] == ["good.zip:a.CSV"] * 3 + ["good.zip:b.CSV"] * 2
    assert outcome.errors[0] == ("other.zip: there is no table in the zip; unpack it and look what it holds.")
    assert len(outcome.errors) == 2
    with pytest.raises(InputError, match=r"nowhere\.csv: it cannot be read"):
        exports.run("gdelt", Path("nowhere.csv"), to=exports.folder / "none")


BOMB = """
import resource, sys
from pathlib import Path
from kordon.geo.lines import load_lines
from kordon.intake.eventdata import import_files, load_layouts
from kordon.vocabulary import load
v, run = load(), lambda path, to: import_files(
    load_layouts(v)["gdelt"], [Path(path)], Path(to), vocabulary=v, lines=load_lines())
run(sys.argv[1], sys.argv[3])
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
outcome = run(sys.argv[2], sys.argv[4])
print(outcome.rows, outcome.set_aside, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


@pytest.mark.skipif(not hasattr(resource, "getrusage"), reason="this system tells no peak of memory")
def test_a_bomb_of_one_endless_line_is_passed_over_in_bounded_memory(exports: Any) -> None:
    made = exports.made("gdelt", 2)
    small = exports.file(made, "small.csv")
    with gzip.open(exports.folder / "bomb.gz", "wb", compresslevel=1) as stream:
        stream.write(made.encode())
        for _ in range(120):
            stream.write(b"A" * 1_000_000)
        stream.write(b"\n" + exports.made("gdelt", 1, 2).encode())
    paths = [small, exports.folder / "bomb.gz", exports.folder / "one", exports.to]
    done = subprocess.run(
        [sys.executable, "-c", BOMB, *map(str, paths)], capture_output=True, text=True, check=True
    )
    rows, set_aside, megabytes = map(int, done.stdout.split())
    assert (rows, set_aside) == (3, 1)
    assert megabytes < 60  # of 120
    assert exports.set_aside()[0]["reason"].startswith("The line has 120,000,001 bytes")


@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_line_is_accounted_for(exports: Any, data: st.DataObject) -> None:
    """Whatever is put into a file: each line is a row, set aside, or blank, and no other row changes."""
    lines = exports.made("gdelt", 12).encode().split(b"\n")[:-1]
    put = data.draw(
        st.lists(st.tuples(st.integers(0, 11), st.integers(0, 90), st.binary(max_size=12)), max_size=6)
    )
    for at, where, what in put:
        lines[at] = lines[at][:where] + what + lines[at][where:]
    content = b"\n".join(lines) + b"\n"
    to = exports.folder / f"to{len(list(exports.folder.iterdir()))}"
    try:
        outcome = exports.run("gdelt", exports.file(content), to=to)
    except InputError:
        return
    if outcome.errors:  # the first line is no row
        return
    assert outcome.rows + outcome.set_aside + outcome.blank == content.count(b"\n")
    touched = {at for at, _, what in put if what}
    if not any(b"\n" in what for _, _, what in put):
        kept = {row["line"] - 1: row for row in exports.table(to).to_pylist()}
        taken = {row["source_id"] for at, row in kept.items() if at in touched}
        for n in range(12):
            if n not in touched and str(1_000_000 + n) not in taken:
                assert kept[n]["source_id"] == str(1_000_000 + n)
