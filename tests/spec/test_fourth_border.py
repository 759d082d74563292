"""A fourth border, its criteria and a source come by data alone, and it gets its week page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kordon.chain import Setup
from kordon.domain.assessment import Level, Trend
from kordon.domain.time import Week
from kordon.run import Told, run

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
SOURCE = Path(__file__).parents[2] / "src" / "kordon"


def test_an_invented_border_is_assessed_and_published(tmp_path: Path) -> None:
    setup, told = Setup(EXAMPLES / "fourth-border"), Told()
    reports = EXAMPLES / "fourth-border-reports"
    assessed = run(setup, str(tmp_path / "kordon.sqlite3"), (reports,), tmp_path / "site", told)
    assert told.clean
    assert assessed is not None
    found = assessed.assessments["XN-XS", Week(2024, 17)]
    assert (found.level, found.trend, found.assessed, found.of) == (Level.HIGH, Trend.WORSE, 2, 2)
    for lang, name in (("en", "Northland–Southland"), ("be", "Паўночны край"), ("ru", "Северный край")):
        page = (tmp_path / "site" / lang / "2024" / "w17" / "index.html").read_text("utf-8")
        assert name in page
        assert (tmp_path / "site" / lang / "borders" / "xn-xs.html").exists()


# What only data may name. The tests of intake, coding and site hold the rest of the house to it in detail.
NAMES = (
    "PL-BY",
    "LT-BY",
    "LV-BY",
    "Poland",
    "Lithuania",
    "Latvia",
    "Belarus",
    "Minsk",
    "Warsaw",
    "strazgraniczna",
    "VSAT",
)


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda p: str(p.relative_to(SOURCE)))
def test_no_code_names_a_border_a_state_or_a_service(path: Path) -> None:
    code = re.sub(r'"""[\s\S]*?"""|#[^\n]*', "", path.read_text("utf-8"))
    code = re.sub(r"help=\"[^\"]*\"", "", code)
    assert [name for name in NAMES if re.search(rf"\b{name}\b", code)] == []
