"""The vocabularies that ship are whole, and a deployment can add to them but not redefine them."""

from __future__ import annotations

from pathlib import Path

import pytest

from kordon.domain.errors import BadDocument, DomainError
from kordon.vocabulary import LANGUAGES, Vocabulary, load
from kordon.vocabulary.loader import LISTS


def test_every_list_ships_with_labels_in_every_language(vocabulary: Vocabulary) -> None:
    for name in LISTS:
        assert vocabulary[name], name
        for term in vocabulary[name].values():
            for lang in LANGUAGES:
                assert term.label(lang).strip() == term.label(lang) != ""


def test_neighbours_share_the_far_side(vocabulary: Vocabulary) -> None:
    for border in vocabulary.assessed_borders:
        assert border not in vocabulary.neighbours(border)
        far = vocabulary.term("borders", border).get("far")
        assert all(vocabulary.term("borders", n).get("far") == far for n in vocabulary.neighbours(border))


def test_an_unknown_term_gets_a_sentence(vocabulary: Vocabulary) -> None:
    with pytest.raises(DomainError, match="has no term 'XX-YY'"):
        vocabulary.term("borders", "XX-YY")
    assert vocabulary.borders_of(None) == ()
    assert vocabulary.borders_of("nowhere") == ()


def overlay(folder: Path, name: str, text: str) -> Path:
    (folder / "vocabulary").mkdir()
    (folder / "vocabulary" / f"{name}.yaml").write_text(text)
    return folder


def test_a_deployment_adds_a_border_by_data_alone(tmp_path: Path) -> None:
    text = "- {id: EE-RU, near: EE, far: RU, assessed: true, label: {en: a, be: b, ru: c}}\n"
    added = load(overlay(tmp_path, "borders", text))
    assert set(added.assessed_borders) == {*load().assessed_borders, "EE-RU"}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("- {id: PL-BY, near: PL, far: BY, assessed: true, label: {en: a, be: b, ru: c}}", "defined twice"),
        ("- {id: EE-RU, near: EE, far: XX, assessed: true, label: {en: a, be: b, ru: c}}", "not in states.yaml"),
        ("- {id: EE-RU, near: EE, far: RU, label: {en: a, be: b, ru: c}}", "'assessed' is missing"),
        ("- {id: EE-RU, near: EE, far: RU, assessed: true, label: {en: a, be: b}}", "'ru' is missing"),
        ("- {id: X, near: EE, far: RU, assessed: 1, colour: red, label: {en: a, be: b, ru: c}}", "'colour'"),
        ("id: X", "a vocabulary is a list"),
    ],
)
def test_a_wrong_vocabulary_names_the_line(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(BadDocument, match=problem) as caught:
        load(overlay(tmp_path, "borders", text))
    assert "line 1" in str(caught.value)
