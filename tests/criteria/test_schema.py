"""The JSON Schema and the strict reader agree: on what ships, on mistakes, and on documents changed at random."""

from __future__ import annotations

import copy
import datetime as dt
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from kordon.criteria.document import parse_criteria
from kordon.criteria.rule_document import RULES
from kordon.criteria.schema import json_schema
from kordon.domain.errors import BadDocument
from kordon.indicators import Indicator
from kordon.vocabulary import Vocabulary
from kordon.vocabulary.documents import parse_document

Known = tuple[Indicator, ...]
# What needs two parts of a document at once, or what YAML and JSON tell apart: only the reader says it.
BEYOND = (
    "is listed twice", "is written twice", "is used twice", "comes after that of", "before it begins",
    "does not agree with the approval", "needs a body and a date", "a wound by a weapon is less", "is not a day",
    "there is no threat factor", "is in no factor", "is not a whole number", "does not fit here",
)  # fmt: skip


class Both:
    """What the schema and the reader say of one document."""

    def __init__(self, vocabulary: Vocabulary, indicators: Known) -> None:
        self.vocabulary, self.known = vocabulary, {i.id for i in indicators}
        self.validators: dict[tuple[str, ...], Draft202012Validator] = {}

    def schema(self, data: Any) -> bool:
        named = data.get("borders") if isinstance(data, dict) else None
        key = tuple(b for b in named if isinstance(b, str)) if isinstance(named, list) else ()
        if key not in self.validators:
            self.validators[key] = Draft202012Validator(json_schema(self.vocabulary, self.known, key or None))
        return bool(self.validators[key].is_valid(_as_json(data)))

    def reader(self, data: Any) -> str:
        try:
            parse_criteria(parse_document(_dumped(data), "x.yaml"), self.vocabulary, self.known)
        except BadDocument as error:
            return str(error)
        return ""


class _Plain(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def _dumped(data: Any) -> str:
    return yaml.dump(data, Dumper=_Plain, allow_unicode=True)


def _as_json(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(k): _as_json(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_as_json(v) for v in value]
    return value.isoformat() if isinstance(value, dt.date) else value


@pytest.fixture(scope="module")
def both(vocabulary: Vocabulary, indicators: Known) -> Both:
    return Both(vocabulary, indicators)


@pytest.fixture(scope="module")
def data(shipped: str) -> Any:
    """What ships, with a judged rule and days beside it, so that every kind of rule is there."""
    found = yaml.safe_load(shipped)
    found["factors"][0]["indicators"][0]["rules"].append({"kind": "judged", "by": ["office"], "days": 28})
    found["valid"] = {"from": dt.date(2024, 1, 1), "to": None}
    return found


def test_every_kind_of_rule_is_in_the_example(data: Any) -> None:
    kinds = {r["kind"] for f in data["factors"] for i in f["indicators"] for r in i["rules"]}
    assert kinds == set(RULES)


def test_both_accept_what_ships(both: Both, data: Any) -> None:
    assert both.reader(data) == ""
    assert both.schema(data)
    Draft202012Validator.check_schema(json_schema(both.vocabulary, both.known))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("factors", 0, "id"), "weather"),
        (("factors", 0, "indicators", 0, "id"), "zz9"),
        (("factors", 0, "indicators", 0, "rules"), []),
        (("factors", 0, "indicators", 0, "rules", 0, "kind"), "guess"),
        (("factors", 0, "indicators", 0, "rules", 1, "days"), 0),
        (("factors", 0, "indicators", 0, "rules", 1, "by"), []),
        (("factors", 6, "essential"), True),
        (("combination", "impact", "steps"), 4),
        (("evidence", "least_grade"), "Z9"),
        (("trend", "probability"), 0.4),
        (("triggers", 0, "any"), []),
        (("borders",), []),
        (("borders",), "PL-BY"),
        (("title",), {"en": "one"}),
        (("unknown",), 1),
    ],
)
def test_both_refuse_a_mistake(both: Both, data: Any, path: tuple[Any, ...], value: Any) -> None:
    changed = copy.deepcopy(data)
    part = changed
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value
    assert both.reader(changed) != ""
    assert not both.schema(changed)


def paths(value: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [here] if here else []
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        found += paths(inner, (*here, step))
    return found


VALUES = st.sampled_from(
    [None, True, False, 0, 1, 2, 5, 400, -1, 0.5, 2.5, "", "x", "low", "medium", "critical", "PL-BY", "p1",
     "knife", [], {}, ["knife"], ["far"], {"medium": 1}, {"medium": 1, "high": 2}, {"kinds": ["mass_push"]},
     {"kind": "presence", "otherwise": "medium"}]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(draw=st.data())
def test_they_agree_on_documents_changed_at_random(both: Both, data: Any, draw: st.DataObject) -> None:
    changed = copy.deepcopy(data)
    for _ in range(draw.draw(st.integers(1, 2))):
        path = draw.draw(st.sampled_from(paths(changed)))
        part = changed
        for step in path[:-1]:
            part = part[step]
        how = draw.draw(st.sampled_from(["replace", "replace", "remove", "add"]))
        if how == "remove":
            del part[path[-1]]
        elif how == "replace":
            part[path[-1]] = copy.deepcopy(draw.draw(VALUES))
        elif isinstance(part, dict):
            part["more"] = copy.deepcopy(draw.draw(VALUES))
        else:
            part.append(copy.deepcopy(part[path[-1]]))
        if not paths(changed):
            break
    problem, fits = both.reader(changed), both.schema(changed)
    if not problem:
        assert fits, "the reader takes what the schema refuses"
    elif fits:
        assert any(words in problem for words in BEYOND), problem
