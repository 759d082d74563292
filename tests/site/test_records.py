"""Nothing that a level rests on is out of reach: each piece of evidence stands on a page of the record."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kordon.site import paths
from kordon.site.records import Records


def test_every_figure_and_incident_of_a_border_is_on_record(data: Any, site: Path) -> None:
    records = Records(data)
    used = {name for reading in data.readings.values() for name in reading.evidence}
    found = [name for name in used if name in data.figures or name in data.incidents]
    assert found
    for name in found:
        address = records.address(name)
        assert address is not None, name
        page, _, anchor = address.partition("#")
        assert f'id="{anchor}"' in (site / "en" / page).read_text("utf-8")


def test_the_border_leads_to_its_years(data: Any, site: Path) -> None:
    records = Records(data)
    for border, year in records.by_page:
        page = (site / "ru" / "borders" / f"{paths.slug(border)}.html").read_text("utf-8")
        assert f'href="{paths.slug(border)}-{year}.html"' in page


def test_what_is_of_no_border_has_no_address(data: Any) -> None:
    assert Records(data).address("nothing-of-this-name") is None
