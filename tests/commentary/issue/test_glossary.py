"""Names: the glossary that ships is sound, finds what it should, and leaves alone what it should."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kordon.commentary.draft import draft
from kordon.commentary.issue import load_glossary, of_draft, placed
from kordon.domain.errors import BadDocument
from kordon.domain.time import Week
from kordon.geo.gazetteer import load_gazetteer
from kordon.vocabulary import LANGUAGES


def test_no_language_uses_a_form_that_it_does_not_use(made: ModuleType) -> None:
    """A name that is written as the glossary has it is never named."""
    glossary = made.glossary()
    for name in glossary.names:
        for lang in LANGUAGES:
            assert list(glossary.misnamed(f"{name.name[lang]}.", lang)) == [], (name.id, lang)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("area", ["security", "west"])
def test_computed_drafts_use_the_right_names(busy: Any, made: ModuleType, area: str, lang: str) -> None:
    written = of_draft(draft(area, Week(2024, 22), lang, busy.context()), "desk-1")
    found = [m for _, s in placed(written) for m in made.glossary().misnamed(s.text, lang)]
    assert found == []


def test_each_name_is_told_once_with_the_right_form(made: ModuleType) -> None:
    found = list(made.glossary().misnamed("Гродно, зноў Гродно і Вильнюс.", "be"))
    assert [(m.found, m.right) for m in found] == [("Гродно", "Гродна"), ("Вильнюс", "Вільнюс")]
    assert all(m.sure for m in found)


OWN = """
- id: sosnowo
  en: {name: Sosnowo, not: [Sosnovo]}
  be: {name: Сасновае, forms: [Сасновае, Сасновага]}
  ru: {name: Сосново}
"""


def test_a_deployment_adds_names_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "own.yaml").write_text(OWN, "utf-8")
    glossary = load_glossary(load_gazetteer(), tmp_path)
    assert [m.right for m in glossary.misnamed("Near Sosnovo.", "en")] == ["Sosnowo"]
    assert [m.right for m in glossary.misnamed("Каля Сосново.", "be")] == ["Сасновае"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("- id: a\n", r"own.yaml, line 1: the key 'en' is missing; add it\."),
        (OWN.replace("not: [Sosnovo]", "not: Sosnovo"), r"line 3: a list of words is expected here; write it as"),
        (OWN + OWN, r"line 7: 'sosnowo' is written twice; keep one of them\."),
        ("{}", r"a list of names is expected here; begin each entry with '- id:'\."),
    ],
)
def test_a_mistake_in_a_glossary_is_named_with_its_line(tmp_path: Path, text: str, sentence: str) -> None:
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "own.yaml").write_text(text, "utf-8")
    with pytest.raises(BadDocument, match=sentence):
        load_glossary(load_gazetteer(), tmp_path)
