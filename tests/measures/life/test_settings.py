"""The settings are read strictly."""

from __future__ import annotations

from pathlib import Path

import pytest

from kordon.domain.errors import BadDocument
from kordon.measures.life import load_settings, read_settings
from kordon.measures.life.settings import SHIPPED
from kordon.vocabulary.documents import parse_document


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("PL: Europe/Warsaw", "PL: Europe/Atlantis", "'Europe/Atlantis' is not a time zone"),
        ("dossier: [21, 7]", "dossier: [21, -7]", "-7 is not a number that can stand here"),
        ("dossier: [21, 7]", "dossier: []", "a list of days before the end is expected"),
        ("at_most: medium", "at_most: calm", "'calm' is not a level"),
        ("covered_before: 0.5", "covered_before: 50", "50 is not a share"),
        ("weeks_after: 12", "weeks_after: 1.5", "1.5 is not a number that can stand here"),
        ("placebos: 6", "tries: 6", "'tries' is not a known key"),
    ],
)
def test_settings_that_cannot_be_meant(old: str, new: str, problem: str) -> None:
    text = SHIPPED.read_text("utf-8")
    assert old in text
    with pytest.raises(BadDocument, match=r"life\.yaml, line ") as caught:
        read_settings(parse_document(text.replace(old, new, 1), "life.yaml"))
    assert problem in str(caught.value)


def test_a_deployment_adds_a_state(tmp_path: Path) -> None:
    (tmp_path / "life").mkdir()
    path, head = tmp_path / "life" / "measures.yaml", 'id: measures\nversion: "1"\nstatus: proposal\n'
    path.write_text(f"{head}zones: {{FI: Europe/Helsinki}}\n", "utf-8")
    found, shipped = load_settings(tmp_path), load_settings()
    assert str(found.zones["FI"]) == "Europe/Helsinki"
    assert found.zones.keys() == {*shipped.zones, "FI"}
    assert (found.dossier, found.effect) == (shipped.dossier, shipped.effect)
    assert found.hash != shipped.hash
    path.write_text(f"{head}dossier: [30]\nzones: {{FI: Nowhere}}\n", "utf-8")
    with pytest.raises(BadDocument, match="line 5: 'Nowhere' is not a time zone"):
        load_settings(tmp_path)
