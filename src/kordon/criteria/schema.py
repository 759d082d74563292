"""JSON Schema of a criteria document: what an editor can check while somebody writes.

It refuses whatever the strict reader refuses for the shape or the words of a part. What needs two parts at once
(bounds that rise, words written twice, an end before its start, rules that can never take effect) only the reader
tells; nothing that the reader accepts is refused here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from kordon.criteria.document import DIMENSIONS, STATUSES
from kordon.criteria.rule_document import LEVELS, SIDES, TESTS
from kordon.vocabulary import LANGUAGES, Vocabulary

NAME = "kordon.criteria/1"
ANY_LEVEL = ("low", *LEVELS)


def json_schema(
    vocabulary: Vocabulary, indicators: Iterable[str], borders: Sequence[str] | None = None
) -> dict[str, Any]:
    """JSON Schema (2020-12) with the words of a deployment's vocabularies in it.

    Days are strings here (``2024-06-13``), as YAML has them before it makes days of them. ``borders``: those that
    bounds by border must name; without them any may be named.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{NAME.replace('/', ':').replace('.', ':')}",
        "title": "A criteria document of Kordon",
        "$defs": _definitions(vocabulary, sorted(indicators), borders),
        **_closed(
            {
                "id": {},
                "version": {},
                "title": _ref("texts"),
                "status": {"enum": list(STATUSES)},
                "approved": _closed({"body": {}, "date": _ref("day")}),
                "valid": _closed({"from": _ref("day"), "to": _ref("day")}),
                "note": _ref("texts"),
                "borders": {"type": "array", "minItems": 1, "items": _words(vocabulary["borders"])},
                "evidence": _closed(
                    {"coverage": _number(0, 1), "least_grade": {"type": "string", "pattern": "^[A-E][1-5]$"}}
                ),
                "factors": {"type": "array", "minItems": 1, "items": _ref("factor")},
                "combination": _closed(
                    {
                        "single_source_steps": _whole(0, 3),
                        "critical_at": _whole(1, 99),
                        "high_at": _whole(1, 99),
                        "impact": _closed(
                            {"threat": _ref("level"), "vulnerability": _ref("level"), "steps": _whole(0, 3)}
                        ),
                    }
                ),
                "deescalation": _closed(
                    {k: _whole(1, 366) for k in ("critical_days", "weeks_below", "lapse_weeks")}
                ),
                "triggers": {"type": "array", "items": _trigger(vocabulary)},
                "trend": _ref("trend"),
            }
        ),
    }


def _definitions(
    vocabulary: Vocabulary, indicators: Sequence[str], borders: Sequence[str] | None
) -> dict[str, Any]:
    rules = ("thresholds", "presence", "wounded", "p_rule", "judged")
    number = {"type": "number", "minimum": 0}
    split = {"additionalProperties": _ref("bounds")} if borders is None else _closed(
        dict.fromkeys(borders, _ref("bounds"))
    )  # fmt: skip
    return {
        "texts": _closed({lang: {} for lang in LANGUAGES}),
        "day": {"anyOf": [{"type": "null"}, {"type": "string", "format": "date"}]},
        "level": {"enum": list(ANY_LEVEL)},
        "indicator": _words(indicators),
        "bounds": {**_closed({}, dict.fromkeys(LEVELS, number)), "minProperties": 1},
        "by_border": {"type": "object", **split},
        "factor": {
            **_closed(
                {
                    "id": _words(vocabulary["factors"]),
                    "dimension": {"enum": list(DIMENSIONS)},
                    "indicators": {"type": "array", "items": _ref("indicator_rules")},
                },
                {"essential": {"type": "boolean"}},
            ),
            "if": {"properties": {"essential": {"const": True}}, "required": ["essential"]},
            "then": {"properties": {"dimension": {"const": "threat"}, "indicators": {"minItems": 1}}},
        },
        "indicator_rules": _closed(
            {"id": _ref("indicator"), "rules": {"type": "array", "minItems": 1, "items": _ref("rule")}},
            {"lower_bound": {"type": "boolean"}},
        ),
        "rule": {
            "type": "object",
            "required": ["kind"],
            "properties": {"kind": {"enum": list(rules)}},
            "allOf": [
                {"if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]}, "then": _ref(kind)}
                for kind in rules
            ],
        },
        "thresholds": {
            **_closed(
                {"kind": {}},
                {
                    "bounds": _ref("bounds"),
                    "bounds_by_border": _ref("by_border"),
                    "on": {"enum": ["value", "per_day"]},
                    "falling": {"type": "boolean"},
                    "sustained": _closed({}, dict.fromkeys(LEVELS, _whole(2, 8))),
                    "floors": _ref("bounds"),
                    "floors_by_border": _ref("by_border"),
                    "floor_from": _ref("indicator"),
                },
            ),
            "allOf": [
                _one_of("bounds", "bounds_by_border"),
                {"not": {"required": ["floors", "floors_by_border"]}},
                {"if": {"required": ["floor_from"]}, "then": _one_of("floors", "floors_by_border")},
            ],
        },
        "presence": _closed(
            {"kind": {}, "otherwise": _ref("level")},
            {"cases": {"type": "array", "items": _closed({"level": _ref("level"), "if": _ref("test")})}},
        ),
        "wounded": _closed(
            {
                "kind": {},
                "any": _ref("level"),
                "means": {"type": "array", "minItems": 1, "items": _words(vocabulary["means"])},
                "by_means": _ref("level"),
            }
        ),
        "p_rule": {
            **_closed(
                {"kind": {}, "floor_of": {"enum": ["day", "four_weeks"]}, "without_baseline": _ref("level")},
                {"floors": _ref("bounds"), "floors_by_border": _ref("by_border")},
            ),
            **_one_of("floors", "floors_by_border"),
        },
        "judged": _closed(
            {
                "kind": {},
                "by": {"type": "array", "minItems": 1, "items": {"type": "string", "pattern": r"\S"}},
                "days": _whole(1, 366),
            }
        ),
        "test": _test(vocabulary),
        "trend": _closed(
            {
                "weeks": _whole(1, 52),
                "least_covered": _whole(1, 52),
                "probability": _number(0.5, 1),
                "margin": _number(0.01, 10),
                "least_change": number,
                "means": {"anyOf": [{"type": "null"}, _ref("indicator")]},
                "means_from": number,
                "wounded": {"anyOf": [{"type": "null"}, _ref("indicator")]},
            },
            {"better_probability": _number(0.5, 1)},
        ),
    }


def _test(vocabulary: Vocabulary) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, words in TESTS.items():
        if words is not None:
            found[key] = {"type": "array", "minItems": 1, "items": _words(vocabulary[words])}
        elif key == "actor_sides":
            found[key] = {"type": "array", "minItems": 1, "items": {"enum": list(SIDES)}}
        else:
            found[key] = {"type": "number", "minimum": 1} if key == "people_at_least" else {"type": "boolean"}
    return {**_closed({}, found), "minProperties": 1}


def _trigger(vocabulary: Vocabulary) -> dict[str, Any]:
    return _closed(
        {
            "id": _words(vocabulary["triggers"]),
            "any": {"type": "array", "minItems": 1, "items": _ref("test")},
        },
        {"doubt": {"type": "array", "items": {"type": "string", "pattern": r"^[^\W\d_]+\*?$"}}},
    )


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}


def _words(terms: Iterable[str]) -> dict[str, Any]:
    return {"enum": list(terms)}


def _number(least: float, most: float) -> dict[str, Any]:
    return {"type": "number", "minimum": least, "maximum": most}


def _whole(least: int, most: int) -> dict[str, Any]:
    return {"type": "integer", "minimum": least, "maximum": most}


def _one_of(one: str, other: str) -> dict[str, Any]:
    return {"oneOf": [{"required": [one]}, {"required": [other]}]}


def _closed(required: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    """A mapping with these keys and no other."""
    return {
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }
