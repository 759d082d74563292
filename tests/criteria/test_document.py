"""The criteria document: what ships is sound, and what is wrong with another gets a line and a remedy."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kordon.criteria import Criteria, assess_all, load_criteria, read_criteria
from kordon.domain.errors import BadDocument
from kordon.domain.time import Week
from kordon.indicators import Indicator
from kordon.vocabulary import Vocabulary, load
from kordon.vocabulary.documents import parse_document

Known = tuple[Indicator, ...]


def test_what_ships_is_a_proposal_for_every_assessed_border(criteria: Criteria, vocabulary: Vocabulary) -> None:
    assert criteria.borders == vocabulary.assessed_borders
    assert (criteria.status, criteria.approved_by, criteria.approved_on) == ("proposal", None, None)
    assert len(criteria.threat_factors) == 6
    assert [f.id for f in criteria.factors if f.essential] == ["incidents", "migration"]
    assert [t.id for t in criteria.triggers] == ["weapon_use", "organised_crossing"]
    rule = criteria.deescalation
    assert (rule.critical_days, rule.weeks_below, rule.lapse_weeks) == (14, 4, 8)


def test_the_hash_follows_the_meaning_not_the_layout(
    shipped: str, criteria: Criteria, vocabulary: Vocabulary, indicators: Known
) -> None:
    ids = {i.id for i in indicators}
    reordered = yaml.safe_dump(yaml.safe_load(shipped), sort_keys=True, allow_unicode=True)
    assert read_criteria(parse_document(reordered, "x"), vocabulary, ids).hash == criteria.hash
    changed = shipped.replace("critical_days: 14", "critical_days: 15")
    assert read_criteria(parse_document(changed, "x"), vocabulary, ids).hash != criteria.hash


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("- id: b4\n", "- id: b9\n", "the indicator 'b9' is not known"),
        ("- id: airspace\n", "- id: weather\n", "'weather' is not in factors.yaml"),
        ("borders: [PL-BY, LT-BY, LV-BY]", "borders: [PL-BY, LT-BY, XX-BY]", "'XX-BY' is not a border"),
        ("borders: [PL-BY, LT-BY, LV-BY]", "borders: [PL-BY, PL-BY]", "'PL-BY' is listed twice"),
        ("kind: wounded, any", "kind: hurt, any", "'hurt' is not known here"),
        ("- id: weapon_use\n", "- id: flood\n", "'flood' is not in triggers.yaml"),
        ("{medium: 20, high: 50, critical: 200}", "{medium: 20, high: 15}", "comes after that of medium"),
        ("{medium: 98, high: 95, critical: 85}", "{medium: 85, high: 95}", "comes after that of medium"),
        ("              LV-BY: {medium: 15, high: 60, critical: 150}\n", "", "'LV-BY' is missing"),
        ("kinds: [mass_push], people", "kinds: [mob], people", "'mob' is not in kinds.yaml"),
        ("people_at_least: 200", "people_at_least: many", "'many' does not fit here"),
        ("status: proposal", "status: approved", "does not agree with the approval"),
        ("approved: {body: null", "approved: {body: The commission", "needs a body and a date"),
        ("valid: {from: null, to: null}", "valid: {from: 2024-02-01, to: 2024-01-01}", "before it begins"),
        ("coverage: 0.5", "coverage: 50", "50 does not fit here"),
        ("least_grade: C3", "least_grade: Z9", "'Z9' is not a grade"),
        ("critical_days: 14", "critical_days: 0", "0 does not fit here"),
        ("means: means\n", "means: noise\n", "the indicator 'noise' is not known"),
        ("lapse_weeks: 8", "forget_weeks: 8", "'forget_weeks' is not a known key"),
        ("by_means: critical", "by_means: medium", "a wound by a weapon is less than any wound"),
        ("otherwise: medium", "otherwise: huge", "'huge' is not known here"),
        ("floor_of: day", "floor_of: month", "'month' is not known here"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_remedy(
    shipped: str, vocabulary: Vocabulary, indicators: Known, old: str, new: str, problem: str
) -> None:
    assert old in shipped
    changed = shipped.replace(old, new, 1)
    with pytest.raises(BadDocument) as caught:
        read_criteria(parse_document(changed, "own.yaml"), vocabulary, {i.id for i in indicators})
    sentence = str(caught.value)
    assert problem in sentence
    assert sentence.startswith("own.yaml, line ")
    assert caught.value.remedy and sentence.endswith(".")


def test_the_line_is_that_of_the_mistake(shipped: str, vocabulary: Vocabulary, indicators: Known) -> None:
    changed = shipped.replace("- id: b4\n", "- id: b9\n", 1)
    line = changed[: changed.index("- id: b9")].count("\n") + 1
    with pytest.raises(BadDocument, match=f"line {line}: "):
        read_criteria(parse_document(changed, "own.yaml"), vocabulary, {i.id for i in indicators})


def test_two_documents_for_one_border(
    shipped: str, vocabulary: Vocabulary, indicators: Known, tmp_path: Path
) -> None:
    folder = tmp_path / "criteria"
    folder.mkdir()
    for name in ("one.yaml", "two.yaml"):
        (folder / name).write_text(shipped, encoding="utf-8")
    with pytest.raises(BadDocument, match=r"already has the criteria of .*one\.yaml"):
        load_criteria(vocabulary, indicators, tmp_path)


def test_a_folder_takes_over_the_borders_that_it_names(
    shipped: str, vocabulary: Vocabulary, indicators: Known, tmp_path: Path
) -> None:
    for name, borders in (("one", ["PL-BY"]), ("two", ["LT-BY", "LV-BY"])):
        folder = tmp_path / name / "criteria"
        folder.mkdir(parents=True)
        document = yaml.safe_load(shipped) | {"id": name, "borders": borders}
        for rule in (r for f in document["factors"] for i in f["indicators"] for r in i["rules"]):
            for key in [key for key in rule if key.endswith("_by_border")]:
                rule[key] = {border: rule[key][border] for border in borders}
        (folder / "own.yaml").write_text(yaml.safe_dump(document, allow_unicode=True), encoding="utf-8")
    first = load_criteria(vocabulary, indicators, tmp_path / "one")
    assert [(c.id, c.borders) for c in first] == [("three-borders", ("LT-BY", "LV-BY")), ("one", ("PL-BY",))]
    both = load_criteria(vocabulary, indicators, tmp_path / "one", tmp_path / "two")
    assert [c.id for c in both] == ["one", "two"]


def test_a_fourth_border_comes_as_data(make: Any, shipped: str, indicators: Known, tmp_path: Path) -> None:
    for name in ("vocabulary", "criteria"):
        (tmp_path / name).mkdir()
    (tmp_path / "vocabulary" / "borders.yaml").write_text(
        "- {id: EE-RU, near: EE, far: RU, assessed: true, label: {en: a, be: b, ru: c}}\n", encoding="utf-8"
    )
    document = yaml.safe_load(shipped)
    document |= {"id": "fourth", "borders": ["EE-RU"]}
    for factor in document["factors"]:
        for indicator in factor["indicators"]:
            for rule in indicator["rules"]:
                if "floors_by_border" in rule:
                    rule["floors"] = rule.pop("floors_by_border")["LV-BY"]
    text = yaml.safe_dump(document, allow_unicode=True)
    (tmp_path / "criteria" / "fourth.yaml").write_text(text, encoding="utf-8")
    found = load_criteria(load(tmp_path), indicators, tmp_path)
    assert [c.borders for c in found] == [("PL-BY", "LT-BY", "LV-BY"), ("EE-RU",)]
    week = Week.parse("2024-W22")
    values = {"b1": 0, "b1-wounded": 0, "b2": 0, "b3": 0, "b4": 0, "p1": 500}
    given = tuple(
        make.reading(name, value, border="EE-RU", week=week, per_day=value / 7, baseline=make.baseline)
        for name, value in values.items()
    )
    assessed = assess_all(
        found, {("EE-RU", week): given}, {}, make.material(), ["EE-RU"], [week], week.sunday, load(tmp_path)
    )
    assert (assessed["EE-RU", week].level, assessed["EE-RU", week].criteria) == ("high", found[1].hash)


def test_validity_is_that_of_the_last_day_of_the_week(
    shipped: str, vocabulary: Vocabulary, indicators: Known
) -> None:
    dated = shipped.replace("valid: {from: null, to: null}", "valid: {from: 2024-05-29, to: 2024-06-09}")
    criteria = read_criteria(parse_document(dated, "x"), vocabulary, {i.id for i in indicators})
    held = [criteria.holds_in(Week.parse(w)) for w in ("2024-W21", "2024-W22", "2024-W23", "2024-W24")]
    assert held == [False, True, True, False]
