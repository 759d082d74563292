"""The documents of the datasets, and how a mistake in one is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from kordon.domain.errors import BadDocument
from kordon.intake.eventdata import load_layouts
from kordon.intake.eventdata.layout import FOLDER
from kordon.vocabulary import load


def test_every_licence_is_told_with_its_address() -> None:
    layouts = load_layouts(load())
    assert sorted(layouts) == ["acled", "gdelt", "polecat", "ucdp-ged"]
    for layout in layouts.values():
        assert layout.licence["address"].startswith("https://")
        assert layout.licence["attribution"]
        assert layout.metadata["licence"] == layout.licence["name"]
    forbidden = {n for n, layout in layouts.items() if layout.licence["redistribution"] == "forbidden"}
    assert forbidden == {"acled", "polecat"}


def test_the_column_lists_have_the_published_lengths() -> None:
    layouts = load_layouts(load())
    assert {n: len(layout.columns) for n, layout in layouts.items()} == {
        "acled": 31,
        "gdelt": 61,
        "polecat": 40,
        "ucdp-ged": 49,
    }


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("delimiter: tab", "delimiter: pipe", "'pipe' is not known here; use one of comma, tab, semicolon"),
        ("redistribution: allowed", "redistribution: maybe", "use one of allowed, forbidden"),
        ("  source_id: GLOBALEVENTID", "  source_id: GLOBALID", "'GLOBALID' is not known here"),
        ("  source_id: GLOBALEVENTID\n", "", "the key 'source_id' is missing"),
        ("kind: weapon_use", "kind: war", "'war' is not known here"),
        ("means: [explosive]", "means: [bomb]", "'bomb' is not known here"),
        ('EventCode: ["193"]', "EventCode: [193]", "a list of words is expected here"),
        ('EventCode: ["193"]', 'Code: ["193"]', "'Code' is not known here"),
        ("within_km: 10", "within_km: far", "it is no distance"),
        ("first_day: 1979-01-01", "first_day: 1979", "it is no day"),
        ('{column: SQLDATE, formats: ["%Y%m%d"]}', "SQLDATE", "a day needs formats"),
        ("title: GDELT", "grade: Z9\ntitle: GDELT", "it is no Admiralty grade"),
        ("title: GDELT", "note: x\ntitle: GDELT", "'note' is not a known key"),
        ("actor: Actor1Name", "actor: {column: Actor1Name, always: X}", "it has a column and a fixed word"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, old: str, new: str, told: str) -> None:
    text = (FOLDER / "gdelt.yaml").read_text("utf-8")
    assert old in text
    (tmp_path / "eventdata").mkdir()
    (tmp_path / "eventdata" / "own.yaml").write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(BadDocument, match=r"own\.yaml, line \d+: ") as error:
        load_layouts(load(), tmp_path)
    assert told in str(error.value)


def test_a_folder_of_data_adds_a_dataset(tmp_path: Path) -> None:
    (tmp_path / "eventdata").mkdir()
    text = (FOLDER / "gdelt.yaml").read_text("utf-8")
    (tmp_path / "eventdata" / "own.yaml").write_text("grade: C3\n" + text, "utf-8")
    assert load_layouts(load(), tmp_path)["own"].grade == "C3"
