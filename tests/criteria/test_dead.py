"""A rule that can never take effect, and a circle of rules, are told with their line; what ships has none."""

from __future__ import annotations

import pytest

from kordon.criteria import Criteria, read_criteria
from kordon.criteria.dead import contains, faults
from kordon.criteria.document import parse_criteria
from kordon.criteria.model import IncidentTest
from kordon.domain.errors import BadDocument
from kordon.indicators import Indicator
from kordon.vocabulary import Vocabulary
from kordon.vocabulary.documents import parse_document

Known = tuple[Indicator, ...]
CASE = "              - {level: medium, if: {kinds: [weapon_aimed]}}\n"
P2 = "            floor_from: p1\n"


def test_all_of_what_ships_can_take_effect(criteria: Criteria, indicators: Known) -> None:
    assert faults(criteria, {i.id: i for i in indicators}) == ()


@pytest.mark.parametrize(
    ("old", "new", "line_of", "problem"),
    [
        # a presence rule
        (CASE, CASE.replace("medium", "low"), "level: low", "'otherwise' gives without it"),
        (CASE, CASE + CASE, CASE, "this case never decides: case 3 gives this level"),
        (
            CASE,
            CASE + "              - {level: medium, if: {kinds: [shots_fired]}}\n",
            "[shots_fired]}",
            "case 2 gives",
        ),
        (
            CASE,
            CASE.replace("weapon_aimed]", "weapon_aimed], means: [knife], not_means: [knife]"),
            "not_means",
            "it asks for the means that it excludes",
        ),
        (CASE, CASE.replace("weapon_aimed", "cyber"), "cyber", "its indicator counts none of these kinds"),
        (
            "{kind: presence, otherwise: medium}",
            "{kind: presence, otherwise: low}",
            "presence, otherwise: low",
            "gives low whatever is read",
        ),
        (
            "{kind: thresholds, bounds: {medium: 2, high: 8, critical: 20}}",
            "{kind: presence, otherwise: low, cases: [{level: high, if: {kinds: [cyber]}}]}",
            "[cyber]",
            "does not rest on incidents",
        ),
        # thresholds
        ("sustained: {critical: 4}", "sustained: {critical: 4}\n            falling: true", None, None),
        (
            "bounds: {medium: 98, high: 95, critical: 85}",
            "bounds: {medium: 98, high: 95, critical: 0}",
            "critical: 0}",
            "no reading is below 0",
        ),
        (
            "bounds: {medium: 1.25, high: 1.75, critical: 2.5}",
            "bounds: {medium: 1.25, high: 1.75}",
            "sustained: {critical",
            "must be sustained, but no bound gives it",
        ),
        (
            "- {kind: thresholds, bounds: {medium: 20, high: 50, critical: 200}}",
            "- {kind: thresholds, bounds: {medium: 20, high: 50, critical: 200}}\n"
            "          - {kind: thresholds, bounds: {medium: 30, high: 60}}",
            "medium: 30",
            "this rule never decides: rule 1",
        ),
        # the others
        (
            "any: high, means: [knife, blade, firearm, explosive], by_means: critical",
            "any: high, means: [knife], by_means: high",
            "by_means: high",
            "'any' gives without it",
        ),
        (
            "PL-BY: {medium: 40, high: 120, critical: 250}\n"
            "              LT-BY: {medium: 5, high: 20, critical: 60}\n"
            "              LV-BY: {medium: 15, high: 60, critical: 150}",
            "PL-BY: {medium: 40}\n              LT-BY: {medium: 5}\n              LV-BY: {medium: 15}",
            "without_baseline: critical",
            "is never reached without a baseline",
        ),
        (
            "people_at_least: 200}",
            "people_at_least: 200}\n      - {kinds: [mass_push], people_at_least: 300}",
            "people_at_least: 300",
            "meets test 1 of 'organised_crossing'",
        ),
        # the combination
        ("critical_at: 2", "critical_at: 9", "critical_at: 9", "9 critical factors are asked for"),
        ("high_at: 3", "high_at: 9", "high_at: 9", "never come together: only 6 can be medium"),
        ("high_at: 3", "high_at: 1", "high_at: 1", "the border is never medium"),
        (
            "impact: {threat: medium, vulnerability: high, steps: 1}",
            "impact: {threat: medium, vulnerability: high, steps: 0}",
            "- id: vulnerability",
            "is used by no rule",
        ),
        # a circle
        (P2, P2.replace("p1", "p2"), "floor_from: p2", "'p2' takes its floor from itself"),
    ],
)
def test_what_is_in_vain_is_told_with_its_line(
    shipped: str,
    vocabulary: Vocabulary,
    indicators: Known,
    old: str,
    new: str,
    line_of: str | None,
    problem: str | None,
) -> None:
    assert old in shipped
    changed = shipped.replace(old, new, 1)
    definitions = {i.id: i for i in indicators}
    with pytest.raises(BadDocument) as caught:
        read_criteria(parse_document(changed, "own.yaml"), vocabulary, definitions, definitions)
    if problem is None or line_of is None:  # bounds that rise are no falling bounds: the reader itself says so
        assert "let the bounds fall" in str(caught.value)
        return
    assert problem in str(caught.value)
    number = int(caught.value.place.removeprefix("line "))
    assert line_of.strip() in changed.splitlines()[number - 1], (number, str(caught.value))


def test_a_circle_of_floors_is_named(shipped: str, vocabulary: Vocabulary, indicators: Known) -> None:
    old = "- {kind: thresholds, bounds: {medium: 20, high: 50, critical: 200}}"
    new = "- {kind: thresholds, bounds: {medium: 20}, floors: {medium: 5}, floor_from: p2}"
    changed = shipped.replace(old, new).replace(P2, P2.replace("p1", "b4"))
    with pytest.raises(BadDocument, match="the floors go in a circle: b4 -> p2 -> b4"):
        read_criteria(parse_document(changed, "own.yaml"), vocabulary, {i.id for i in indicators})


def test_every_fault_is_told_not_the_first_alone(shipped: str, vocabulary: Vocabulary, indicators: Known) -> None:
    changed = shipped.replace("high_at: 3", "high_at: 1").replace(CASE, CASE + CASE)
    criteria = parse_criteria(parse_document(changed, "own.yaml"), vocabulary, {i.id for i in indicators})
    assert [f.place[0] for f in faults(criteria)] == ["factors", "combination"]


@pytest.mark.parametrize(
    ("wider", "narrower", "holds"),
    [
        (IncidentTest(kinds=("a", "b")), IncidentTest(kinds=("a",)), True),
        (IncidentTest(kinds=("a",)), IncidentTest(kinds=("a", "b")), False),
        (IncidentTest(kinds=("a",)), IncidentTest(means=("x",)), False),
        (IncidentTest(people_at_least=10), IncidentTest(people_at_least=20), True),
        (IncidentTest(people_at_least=20), IncidentTest(people_at_least=10), False),
        (IncidentTest(not_means=("x",)), IncidentTest(kinds=("a",)), False),
        (IncidentTest(kinds=("a",)), IncidentTest(kinds=("a",), wounded=True), True),
        (IncidentTest(wounded=False), IncidentTest(wounded=True), False),
    ],
)
def test_one_test_contains_another(wider: IncidentTest, narrower: IncidentTest, holds: bool) -> None:
    assert contains(wider, narrower) is holds
