"""Differences between two versions, in words; whatever changes the meaning is told."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kordon.commentary.phrases import Phrases, load_phrases
from kordon.criteria import Criteria, read_criteria
from kordon.criteria.changes import changes, differences, unspoken
from kordon.criteria.document import parse_criteria
from kordon.domain.errors import BadDocument
from kordon.indicators import Indicator
from kordon.vocabulary import LANGUAGES, Vocabulary
from kordon.vocabulary.documents import parse_document

Known = tuple[Indicator, ...]


@pytest.fixture(scope="module")
def phrases(vocabulary: Vocabulary, indicators: Known) -> Phrases:
    labels = {i.id: {lang: {"nom": i.label(lang)} for lang in LANGUAGES} for i in indicators}
    return load_phrases(vocabulary, indicators=labels)


@pytest.fixture(scope="module")
def told(shipped: str, criteria: Criteria, vocabulary: Vocabulary, indicators: Known, phrases: Phrases) -> Any:
    def find(*swaps: tuple[str, str], lang: str = "en") -> list[str]:
        text = shipped
        for old, new in swaps:
            assert old in text
            text = text.replace(old, new, 1)
        other = read_criteria(parse_document(text, "own.yaml"), vocabulary, {i.id for i in indicators})
        found = changes(criteria, other, lang, phrases)
        return [c.sentence(lang, phrases) for c in found if criteria.hash[:12] not in c.before]

    return find


def test_the_same_has_no_difference(criteria: Criteria, phrases: Phrases) -> None:
    assert changes(criteria, criteria, "en", phrases) == ()


def test_a_changed_bound_names_what_it_was_and_is(told: Any) -> None:
    [found] = told(("{medium: 20, high: 50, critical: 200}", "{medium: 20, high: 60, critical: 200}"))
    assert found.startswith("Border incidents, Largest group at the border, ")
    assert found.endswith("was “from 50”, now “from 60”")


def test_a_changed_floor_of_one_border_names_the_border(told: Any) -> None:
    [found] = told(("LT-BY: {medium: 5, high: 20, critical: 60}", "LT-BY: {medium: 5, high: 25, critical: 60}"))
    assert "Lithuania–Belarus" in found
    assert "at least 20 a day" in found.partition("now")[0] and "at least 25 a day" in found.partition("now")[2]


def test_what_is_added_and_what_is_taken_out(told: Any) -> None:
    trigger = "      - {kinds: [mass_push], people_at_least: 200}\n"
    [gone] = told((trigger, ""))
    assert "taken out: " in gone and "200" in gone
    [come] = told((trigger, trigger + "      - {kinds: [armed_incursion]}\n"))
    assert "added: " in come


def test_a_whole_factor_can_go(told: Any, shipped: str) -> None:
    start, end = shipped.index("  - id: intelligence\n"), shipped.index("  - id: information\n")
    found = told((shipped[start:end], ""))
    assert len(found) == 1
    assert found[0].startswith("Intelligence services: taken out: Espionage and recruitment")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_tells_it(told: Any, lang: str) -> None:
    [found] = told(("weeks_below: 4", "weeks_below: 6"), lang=lang)
    assert "4" in found and "6" in found


def test_an_end_of_validity_is_told(told: Any) -> None:
    [found] = told(("valid: {from: null, to: null}", "valid: {from: 2025-01-01, to: 2025-12-31}"))
    assert found == "added: Valid from 1 January 2025 to 31 December 2025."


def test_what_has_no_words_is_told_by_its_place(shipped: str) -> None:
    old = yaml.safe_load(shipped)
    new = yaml.safe_load(shipped.replace("lower_bound: true", "lower_bound: false", 1))
    [found] = unspoken(old, new)
    assert (found.where, found.before, found.after) == (
        "factors.military.indicators.m1.lower_bound",
        "True",
        "False",
    )


def leaves(value: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    return [here] if steps is None else [path for step, inner in steps for path in leaves(inner, (*here, step))]


def test_every_value_of_the_document_is_told_when_it_changes(
    shipped: str, criteria: Criteria, vocabulary: Vocabulary, indicators: Known, phrases: Phrases
) -> None:
    """Each number, flag and text is changed by itself, as far as the document can still be read."""
    data = yaml.safe_load(shipped)
    tried, known = 0, {i.id for i in indicators}
    for path in leaves(data):
        new = copy.deepcopy(data)
        part = new
        for step in path[:-1]:
            part = part[step]
        old = part[path[-1]]
        part[path[-1]] = not old if isinstance(old, bool) else old + 1 if isinstance(old, int) else f"{old}x"
        try:
            other = parse_criteria(parse_document(json.dumps(new), "x.yaml"), vocabulary, known)
        except BadDocument:
            continue
        tried += 1
        assert other.hash != criteria.hash
        assert differences((criteria, data), (other, new), "en", phrases), path
    assert tried > 60


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(0, 3) | st.sampled_from(["a", "b"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("xyz"), inner, max_size=3),
    max_leaves=6,
)


@given(VALUES, VALUES)
def test_nothing_is_different_exactly_where_nothing_is(old: Any, new: Any) -> None:
    assert (list(unspoken(old, new)) == []) is (repr(old) == repr(new) or _same(old, new))


def _same(old: Any, new: Any) -> bool:
    """Equal, but True is not 1."""
    return yaml.safe_dump(old, sort_keys=True) == yaml.safe_dump(new, sort_keys=True)
