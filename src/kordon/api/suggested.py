"""Suggestions of other coders, and answers to them, as JSON."""

from __future__ import annotations

from typing import Any

from kordon.api.shape import closed_schema, plain
from kordon.domain.suggested import Answer, Suggested

SCHEMA = "kordon.suggested/1"


def suggested_json(one: Suggested, held: Answer | None = None) -> dict[str, Any]:
    """A suggestion with its coder and the answer that holds, ``null`` where it is open."""
    return {
        "schema": SCHEMA,
        **plain(one),
        "type": type(one.item).__name__,
        "coder": one.coder,
        "confidence": one.confidence,
        "answer": None if held is None else answer_json(held),
    }


def answer_json(answer: Answer) -> dict[str, Any]:
    return {**plain(answer), "at": answer.at.isoformat()}


def json_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what :func:`suggested_json` returns."""
    from pydantic import TypeAdapter  # slow to import, and needed here only

    schema = closed_schema(Suggested, SCHEMA, "A suggestion of another coder than the rules")
    answer = TypeAdapter(Answer).json_schema(mode="serialization")
    schema["$defs"] |= answer.pop("$defs")
    answer |= {"additionalProperties": False, "required": list(answer["properties"])}
    schema["$defs"]["Answer"] = answer
    schema["properties"] |= {
        "type": {"enum": ["Incident", "Figure", "ReportedMeasure"]},
        "coder": {"type": "string"},
        "confidence": {"type": ["number", "null"]},
        "answer": {"anyOf": [{"$ref": "#/$defs/Answer"}, {"type": "null"}]},
    }
    schema["required"] = list(schema["properties"])
    return schema
