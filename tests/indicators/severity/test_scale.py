"""The document of the scale: what ships fits the vocabulary, and a mistake is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from kordon.domain.coded import Party
from kordon.domain.errors import BadDocument
from kordon.indicators.severity import USERS, Scale, load_scale, read_scale
from kordon.indicators.severity.scale import SHIPPED
from kordon.vocabulary import LANGUAGES, Vocabulary
from kordon.vocabulary.documents import parse_document

TEXT = (SHIPPED / "scale.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def scale(vocabulary: Vocabulary) -> Scale:
    return load_scale(vocabulary)


def test_every_means_of_the_vocabulary_has_its_class(scale: Scale, vocabulary: Vocabulary) -> None:
    found = {m.id: scale.of_rank(m.get("rank")).id for m in vocabulary["means"].values()}
    assert found == {
        "none_told": "none", "balloon": "none", "drone": "none", "aircraft": "none",
        "shovels": "objects", "tools": "objects", "stones": "objects", "objects": "objects", "laser": "objects",
        "slingshot": "irritants", "pepper_spray": "irritants", "pyrotechnics": "pyrotechnics",
        "knife": "blades", "blade": "blades", "firearm": "firearms", "explosive": "firearms",
    }  # fmt: skip


def test_every_class_and_user_is_named_in_every_language(scale: Scale) -> None:
    for lang in LANGUAGES:
        labels = [scale.label(c.id, lang) for c in scale.classes] + [scale.users[u][lang] for u in USERS]
        assert all(label.strip() for label in labels)
        assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(
    ("party", "user"),
    [
        ("migrants", "crossers"),
        ("far_state", "far"),
        ("near_state", "own"),
        ("smugglers", "other"),
        ("unknown", "other"),
        (None, "other"),
    ],
)
def test_who_used_them(scale: Scale, vocabulary: Vocabulary, party: str | None, user: str) -> None:
    assert scale.user(Party(party) if party else None, vocabulary) == user


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("mix_from: irritants", "mix_from: cannons", "is not a class"),
        ("rank: 2", "rank: 1", "does not follow the one before"),
        ("rank: 0", "rank: 1", "does not follow the one before"),
        ("rank: 3", "rank: 2.5", "is not a whole number"),
        ("min_grade: C3", "min_grade: 3C", "is not a grade"),
        ("reach: 52", "reach: 12", "shorter than look_back"),
        ("look_back: 26", "look_back: 0", "a whole number from 1 to 520"),
        ("covered: 0.5 ", "covered: yes ", "a number from 0 to 1"),
        ("warning_shots: false", "warning_shots: 0", "true or false"),
        ("crossers: [migrants]", "crossers: [martians]", "is not known"),
        ("classes: [attack, damage]", "classes: [noise]", "is not known"),
        ("kinds: [shots_fired", "kinds: [singing", "is not known"),
        ("min_grade: C3\n", "", "min_grade"),
        ("be: нажы і лёзы, ", "", "be"),
    ],
)
def test_a_mistake_is_named(vocabulary: Vocabulary, old: str, new: str, said: str) -> None:
    assert old in TEXT
    with pytest.raises(BadDocument, match=said) as raised:
        read_scale(parse_document(TEXT.replace(old, new, 1), "own/scale.yaml"), vocabulary)
    assert "own/scale.yaml" in str(raised.value)


def test_a_deployments_own_scale_takes_its_place(vocabulary: Vocabulary, tmp_path: Path) -> None:
    (tmp_path / "severity").mkdir()
    (tmp_path / "severity" / "scale.yaml").write_text(TEXT.replace("look_back: 26", "look_back: 8"), "utf-8")
    own = load_scale(vocabulary, tmp_path)
    assert own.look_back == 8
    assert own.hash != load_scale(vocabulary).hash
    assert load_scale(vocabulary, tmp_path / "nothing") == load_scale(vocabulary)
