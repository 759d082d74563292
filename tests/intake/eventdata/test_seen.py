"""Ids that were met before: the same answers as a set gives, however the files are cut."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kordon.intake.eventdata import seen
from kordon.intake.eventdata.seen import Seen

calls = st.lists(st.lists(st.integers(0, 60).map(str), max_size=25), max_size=12)


@settings(deadline=None, max_examples=60)
@given(calls=calls, read=st.integers(1, 5))
def test_it_answers_as_a_set_does(calls: list[list[str]], read: int) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(seen, "_READ", read)
        met: set[str] = set()
        index = Seen(Path(folder) / "seen")
        for ids in calls:
            repeats = []
            for place, one in enumerate(ids):
                if one in met:
                    repeats.append(place)
                met.add(one)
            assert index.repeats(ids) == repeats


def test_few_files_are_kept(tmp_path: Path) -> None:
    index = Seen(tmp_path / "seen")
    for start in range(0, 6_400, 100):
        assert index.repeats(f"id{n}" for n in range(start, start + 100)) == []
    assert len(list((tmp_path / "seen").iterdir())) <= 7  # log2 of the calls, and one
    assert len(index.repeats(f"id{n}" for n in range(6_400))) == 6_400
