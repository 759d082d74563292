"""Definitions are read strictly: every complaint names the line and a remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from kordon.domain.errors import BadDocument
from kordon.indicators import Indicator, Silence, load_indicators
from kordon.vocabulary import LANGUAGES, Vocabulary

GOOD = """\
- id: b9
  factor: incidents
  dimension: threat
  unit: events
  window: 1
  direction: up
  measure: incidents
  silence: zero
  min_grade: C3
  counts: {kinds: [smuggling], actor_sides: [none]}
  label: {en: Smuggling, be: Кантрабанда, ru: Контрабанда}
  source: {en: Customs., be: Мытня., ru: Таможня.}
"""


def folder(tmp_path: Path, text: str, name: str = "own.yaml") -> Path:
    (tmp_path / "indicators").mkdir(exist_ok=True)
    (tmp_path / "indicators" / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_what_ships_is_whole(indicators: tuple[Indicator, ...], vocabulary: Vocabulary) -> None:
    ids = [i.id for i in indicators]
    wanted = {"m1", "m3", "s1", "i1", "i3", "b1", "b1-wounded", "b2", "b3", "b4", "means"}
    wanted |= {"p1", "p2", "p3", "p5", "a1", "a3", "v1", "v2"}
    assert wanted <= set(ids) and len(ids) == len(set(ids))
    for indicator in indicators:
        assert set(indicator.labels) == set(LANGUAGES) and all(indicator.labels.values())
        assert set(indicator.sources) == set(LANGUAGES)
    by_id = {i.id: i for i in indicators}
    assert by_id["p5"].dimension == "impact"
    assert by_id["v1"].dimension == by_id["v2"].dimension == "vulnerability"
    # Notices of border services speak of incidents at the line; of armies, services and media they do not.
    silent = {i.factor for i in indicators if i.silence is Silence.ZERO}
    assert silent == {"incidents"}


def test_a_deployment_adds_a_definition_and_a_setting(tmp_path: Path, vocabulary: Vocabulary) -> None:
    folder(tmp_path, GOOD)
    folder(tmp_path, "settings: {covered: 0.7}\n", "settings.yaml")
    found = {i.id: i for i in load_indicators(vocabulary, tmp_path)}
    assert found["b9"].counts.kinds == {"smuggling"}
    assert found["b9"].settings.covered == found["b1"].settings.covered == 0.7
    assert found["b9"].settings.longest_span == 31


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("measure: incidents", "measure: guesses", 7, "'guesses' is no measure"),
        ("factor: incidents", "factor: weather", 2, "not in the vocabulary list 'factors'"),
        ("kinds: [smuggling]", "kinds: [smuggling, rain]", 10, "'rain' is not in the vocabulary list 'kinds'"),
        ("unit: events", "unit: litres", 4, "not in the vocabulary list 'units'"),
        ("actor_sides: [none]", "actor_sides: [above]", 10, "'above' is none of the actor_sides"),
        ("dimension: threat", "dimension: fear", 3, "'fear' is no dimension"),
        ("window: 1", "window: 0", 5, "0 is no window"),
        ("window: 1", "window: true", 5, "True is no window"),
        ("min_grade: C3", "min_grade: Z9", 9, "'Z9' is no grade"),
        ("silence: zero", "silence: golden", 8, "'golden' is no silence"),
        ("{kinds: [smuggling], actor_sides: [none]}", "{}", 10, "counts no kind of incident"),
        ("kinds: [smuggling]", "sorts: [smuggling]", 10, "'sorts' is not a known key"),
        ("  silence: zero\n", "", 1, "the key 'silence' is missing"),
        ("be: Кантрабанда, ", "", 11, "the key 'be' is missing"),
        ("unit: events", "unit: people", 4, "incidents is not counted in 'people'"),
        ("measure: incidents", "measure: wounded", 4, "wounded is not counted in 'events'"),
        ("measure: incidents", "measure: means_rank", 4, "means_rank is not counted in 'events'"),
        ("measure: incidents", "measure: attempts", 4, "attempts is not counted in 'events'"),
        ("actor_sides: [none]", "units: [balloons, attempts]", 10, "'attempts' cannot be set beside 'events'"),
        ("actor_sides: [none]", "units: [percent]", 10, "'percent' cannot be set beside 'events'"),
        ("id: b9", "id: b1", 1, "'b1' is defined twice"),
        ("id: b9", "id: B 9", 1, "'B 9' is no id"),
    ],
)
def test_a_bad_definition_gets_a_sentence(
    tmp_path: Path, vocabulary: Vocabulary, old: str, new: str, line: int, problem: str
) -> None:
    assert old in GOOD
    folder(tmp_path, GOOD.replace(old, new))
    with pytest.raises(BadDocument) as caught:
        load_indicators(vocabulary, tmp_path)
    assert problem in str(caught.value)
    assert caught.value.place == f"line {line}"
    assert "own.yaml" in str(caught.value) and str(caught.value).endswith(".")


FIGURES = (
    GOOD.replace("measure: incidents", "measure: figures")
    .replace("unit: events", "unit: detections")
    .replace("{kinds: [smuggling], actor_sides: [none]}", "{units: [detections, crossings]}")
)


@pytest.mark.parametrize(
    ("old", "new", "line", "problem", "remedy"),
    [
        ("unit: detections", "unit: people", 4, "not counted in 'people'", "unit: crossings or detections"),
        *[("crossings]", "attempts]", 10, "'attempts' cannot be added to those in 'detections'", "of each")],
        *[("crossings]", "ratio]", 10, "figures in 'ratio' cannot be set beside 'detections'", "count the same")],
        ("measure: figures", "measure: year_ratio", 4, "not counted in 'detections'", "write unit: ratio"),
        ("unit: detections\n", "unit: attempts\n", 4, "not counted in 'attempts'", "or another measure"),
    ],
)
def test_figures_are_in_units_that_fit(
    tmp_path: Path, vocabulary: Vocabulary, old: str, new: str, line: int, problem: str, remedy: str
) -> None:
    assert old in FIGURES
    load_indicators(vocabulary, folder(tmp_path, FIGURES))
    folder(tmp_path, FIGURES.replace(old, new))
    with pytest.raises(BadDocument, match=problem) as caught:
        load_indicators(vocabulary, tmp_path)
    assert caught.value.place == f"line {line}"
    assert remedy in str(caught.value) and "own.yaml" in str(caught.value)


def test_units_that_nobody_would_read_are_named(tmp_path: Path, vocabulary: Vocabulary) -> None:
    text = GOOD.replace("measure: incidents", "measure: deaths").replace("unit: events", "unit: people")
    load_indicators(vocabulary, folder(tmp_path, text))
    with pytest.raises(BadDocument, match=r"deaths reads no figures.*leave units out"):
        load_indicators(vocabulary, folder(tmp_path, text.replace("actor_sides: [none]", "units: [people]")))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("settings: {covered: 2}\n", "cannot be"),
        ("settings: {longest_span: 3.5}\n", "not a whole number"),
        ("settings: {thresold: 3}\n", "'thresold' is not a known key"),
    ],
)
def test_a_bad_setting_gets_a_sentence(tmp_path: Path, vocabulary: Vocabulary, text: str, problem: str) -> None:
    with pytest.raises(BadDocument, match=problem):
        load_indicators(vocabulary, folder(tmp_path, text, "settings.yaml"))
