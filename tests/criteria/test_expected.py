"""Examples beside a document come out as written, or are told with what came out instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from kordon.criteria import Criteria, read_criteria
from kordon.criteria.expected import cases_of, expected_file, outcomes, read_expected
from kordon.domain.errors import BadDocument
from kordon.indicators import Indicator
from kordon.vocabulary import Vocabulary
from kordon.vocabulary.documents import parse_document

Known = tuple[Indicator, ...]
EXAMPLES = Path(__file__).parent / "examples" / "three-borders.expected.yaml"


def ids(indicators: Known) -> set[str]:
    return {i.id for i in indicators}


def test_the_examples_for_what_ships_hold(criteria: Criteria, vocabulary: Vocabulary, indicators: Known) -> None:
    cases = read_expected(EXAMPLES, criteria, vocabulary, ids(indicators))
    found = outcomes(criteria, cases, vocabulary)
    assert [o for o in found if not o.holds] == []
    assert len(found) == 16


def test_a_changed_rule_fails_the_example_that_it_breaks(
    shipped: str, vocabulary: Vocabulary, indicators: Known
) -> None:
    changed = shipped.replace("critical_days: 14", "critical_days: 3").replace("margin: 0.25", "margin: 5")
    criteria = read_criteria(parse_document(changed, "own.yaml"), vocabulary, ids(indicators))
    cases = read_expected(EXAMPLES, criteria, vocabulary, ids(indicators))
    failed = [
        (o.week.number, o.what, o.expected, o.found) for o in outcomes(criteria, cases, vocabulary) if not o.holds
    ]
    assert failed == [
        (11, "level", "critical", "high"),
        (4, "trend", "got_worse", "has_not_changed"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "line_of", "problem"),
    [
        ("level: high\n", "level: huge\n", "huge", "'huge' is not known here"),
        ("p1: 10, b1: unknown", "p99: 10", "p99", "the indicator 'p99' is not known"),
        ("border: LT-BY", "border: XX-BY", "XX-BY", "'XX-BY' is not known here"),
        ("{migration: critical,", "{weather: critical,", "weather", "'weather' is not known here"),
        ("kind: shots_fired", "kind: rain", "rain", "'rain' is not in kinds.yaml"),
        ("first: 2024-W10", "first: soon", "soon", "write it as 2024-W22"),
        ("{mean: 220, low: 200, high: 240}", "{mean: 220, low: 230, high: 240}", "230", "outside its interval"),
        ("triggers: []", "triggers: [flood]", "flood", "'flood' is not known here"),
        ("per_day: 300,", "per_day: 300, per_hour: 3,", "per_hour", "'per_hour' is not a known key"),
    ],
)
def test_a_mistake_in_an_example_is_told_with_its_line(
    criteria: Criteria, vocabulary: Vocabulary, indicators: Known, old: str, new: str, line_of: str, problem: str
) -> None:
    text = EXAMPLES.read_text("utf-8")
    assert old in text
    text = text.replace(old, new, 1)
    with pytest.raises(BadDocument) as caught:
        cases_of(parse_document(text, "x.yaml"), criteria, vocabulary, ids(indicators))
    assert problem in str(caught.value)
    assert line_of in text.splitlines()[int(caught.value.place.removeprefix("line ")) - 1]


def test_judgements_of_an_example_count(shipped: str, vocabulary: Vocabulary, indicators: Known) -> None:
    old = "- {kind: presence, otherwise: medium}"
    judged = "- {kind: judged, by: [staff], days: 20}"
    criteria = read_criteria(
        parse_document(shipped.replace(old, f"{old}\n          {judged}", 1), "own.yaml"),
        vocabulary,
        ids(indicators),
    )
    text = (
        "cases:\n  - name: judged\n    border: PL-BY\n    first: 2024-W10\n    weeks:\n"
        "      - judgements:\n          m1:\n"
        "            {level: critical, by: staff, given: 2024-03-04, until: 2024-03-11, evidence: [a, b]}\n"
        "        expect: {indicators: {m1: critical}, factors: {military: critical}}\n"
        "      - expect: {indicators: {m1: not_assessed}, factors: {military: not_assessed}}\n"
    )
    cases = cases_of(parse_document(text, "x.yaml"), criteria, vocabulary, ids(indicators))
    assert [o.found for o in outcomes(criteria, cases, vocabulary)] == ["critical"] * 2 + ["not_assessed"] * 2


def test_the_file_stands_beside_the_document() -> None:
    assert expected_file(Path("a/own.yaml")) == Path("a/own.expected.yaml")
