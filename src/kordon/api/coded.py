"""Coded reports as JSON: one object a report, every item with the words that it rests on.

The shape is that of :class:`kordon.domain.coded.Coded`, with two additions for readers that have no report at
hand: ``schema`` names the version of the shape, and each evidence span repeats its ``words``.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from enum import Enum
from typing import Any

from kordon.domain.coded import Coded

SCHEMA = "kordon.coded/1"


def to_json(coded: Coded) -> dict[str, Any]:
    """The JSON-able form of one coded report; spans count characters of ``report.text``."""
    text = coded.report.text

    def plain(value: Any) -> Any:
        if isinstance(value, Enum):
            return value.value
        if isinstance(value, str | int | float | bool) or value is None:
            return value
        if isinstance(value, dt.date):
            return value.isoformat()
        if isinstance(value, tuple | list):
            return [plain(item) for item in value]
        shown = {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
        if "start" in shown and "end" in shown and "report" in shown:
            shown["words"] = text[shown["start"] : shown["end"]]
        return shown

    return {"schema": SCHEMA, **plain(coded)}


def json_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what :func:`to_json` returns."""
    from pydantic import TypeAdapter  # slow to import, and needed here only

    schema = TypeAdapter(Coded).json_schema(mode="serialization")
    for definition in schema["$defs"].values():
        definition["additionalProperties"] = False
        definition["required"] = list(definition.get("properties", definition.get("required", [])))
        if definition.get("type") == "string" or "enum" in definition:
            definition.pop("additionalProperties")
            definition.pop("required")
    evidence = schema["$defs"]["Evidence"]
    evidence["properties"]["words"] = {"title": "Words", "type": "string"}
    evidence["required"].append("words")
    properties = {"schema": {"const": SCHEMA, "title": "Schema"}, **schema["properties"]}
    schema |= {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{SCHEMA.replace('/', ':').replace('.', ':')}",
        "title": "A coded report",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
    return schema
