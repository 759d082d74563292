"""A record as JSON Lines is read as it was written; a bad line gets a sentence."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kordon.api.record import entries_of_lines, lines_of, read_record
from kordon.domain.errors import InputError, UnreadableFile
from kordon.domain.record import Entry, Person

GOOD = {
    "id": "e1", "process": "measure", "subject": "m", "does": "propose",
    "by": {"id": "desk", "roles": ["analyst"]},
    "at": "2024-06-03T09:00:00+02:00",
}  # fmt: skip
WORD = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)
VALUE = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**53), 2**53), st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(exclude_categories=["Cs"])), st.lists(WORD).map(tuple),
)  # fmt: skip
ENTRY = st.builds(
    Entry,
    id=WORD, process=WORD, subject=WORD, does=WORD,
    by=st.builds(Person, WORD, st.lists(WORD).map(tuple)),
    at=st.datetimes(timezones=st.just(dt.UTC)),
    why=st.text(st.characters(exclude_categories=["Cs"])), evidence=st.lists(WORD).map(tuple),
    data=st.dictionaries(WORD, VALUE),
)  # fmt: skip


@given(st.lists(ENTRY, unique_by=lambda e: e.id, max_size=4))
@settings(max_examples=60, deadline=None)
def test_what_was_written_is_read(entries: list[Entry]) -> None:
    assert list(entries_of_lines(lines_of(entries), "record.jsonl")) == entries


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"id": None}, "'id' is not a word"),
        ({"does": " "}, "'does' is not a word"),
        ({"extra": 1}, "'extra' is not a known key"),
        ({"by": "desk"}, "'by' does not tell who acted"),
        ({"by": {"id": "desk", "roles": "analyst"}}, "'roles' is not a list of words"),
        ({"at": "yesterday"}, "'yesterday' is not a time"),
        ({"at": "2024-06-03T09:00:00"}, "has no zone"),
        ({"why": 3}, "'why' is not text"),
        ({"evidence": [1]}, "'evidence' is not a list of words"),
        ({"data": []}, "'data' is not an object"),
        ({"data": {"a": {"b": 1}}}, "the value of 'a' is neither plain nor a list of words"),
    ],
)
def test_a_bad_line_gets_a_sentence(changed: dict[str, object], sentence: str) -> None:
    text = f"{json.dumps(GOOD)}\n\n{json.dumps({**GOOD, 'id': 'e2', **changed})}\n"
    with pytest.raises(InputError) as caught:
        entries_of_lines(text, "record.jsonl")
    assert str(caught.value).startswith("record.jsonl, line 3: ")
    assert sentence in str(caught.value)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "line 1: it is not JSON"),
        ("[1]", "line 1: it is not an object"),
        (json.dumps({k: v for k, v in GOOD.items() if k != "at"}), "the key 'at' is missing"),
        (f"{json.dumps(GOOD)}\n{json.dumps(GOOD)}", "line 2: the entry 'e1' stands already in line 1"),
        ("[" * 100_000, "line 1: it is not JSON"),
    ],
)
def test_lines_that_are_no_entries(text: str, sentence: str) -> None:
    with pytest.raises(InputError, match=r"\.\Z") as caught:
        entries_of_lines(text, "record.jsonl")
    assert sentence in str(caught.value)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="cannot be read"):
        read_record(tmp_path / "none.jsonl")
    (tmp_path / "bytes.jsonl").write_bytes(b"\xff\xfe")
    with pytest.raises(UnreadableFile, match="not UTF-8"):
        read_record(tmp_path / "bytes.jsonl")
