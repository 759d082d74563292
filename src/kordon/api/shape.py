"""What the JSON forms share: dataclasses as plain values, and a schema that lets no other key in."""

from __future__ import annotations

import dataclasses
import datetime as dt
from enum import Enum
from typing import Any


def plain(value: Any) -> Any:
    """A value as JSON has it: dataclasses as objects, tuples as lists, days as text, shares to six places."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, float):
        return round(value, 6)
    if isinstance(value, str | int) or value is None:
        return value
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list | set | frozenset):
        return [plain(item) for item in value]
    return {part.name: plain(getattr(value, part.name)) for part in dataclasses.fields(value)}


def closed_schema(of: Any, name: str, title: str) -> dict[str, Any]:
    """JSON Schema (2020-12) of a dataclass with ``schema`` beside its fields; every key is required."""
    from pydantic import TypeAdapter  # slow to import, and needed here only

    schema = TypeAdapter(of).json_schema(mode="serialization")
    for definition in schema["$defs"].values():
        if "properties" in definition:
            definition["additionalProperties"] = False
            definition["required"] = list(definition["properties"])
    properties = {"schema": {"const": name, "title": "Schema"}, **schema["properties"]}
    schema |= {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{name.replace('/', ':').replace('.', ':')}",
        "title": title,
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
    return schema
