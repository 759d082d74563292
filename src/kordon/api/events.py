"""Events and decisions as JSON. ``schema`` names the version of the shape, which is that of
:mod:`kordon.domain.event`; words of reports are not repeated, spans of evidence count characters of their
texts."""

from __future__ import annotations

import dataclasses
import datetime as dt
from enum import Enum
from typing import Any

from kordon.domain.event import Decision, Event, Suggestion

EVENT = "kordon.event/1"
CANDIDATE = "kordon.candidate/1"
DECISION = "kordon.decision/1"


def event_json(event: Event) -> dict[str, Any]:
    return {"schema": EVENT, **_plain(event)}


def candidate_json(candidate: Suggestion, events: tuple[str, str]) -> dict[str, Any]:
    """``events`` are the ids of the two events that the candidate would make one."""
    return {"schema": CANDIDATE, **_plain(candidate), "events": list(events)}


def decision_json(decision: Decision, undone_by: str | None) -> dict[str, Any]:
    return {"schema": DECISION, **_plain(decision), "undone_by": undone_by}


def event_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what :func:`event_json` returns."""
    from pydantic import TypeAdapter  # slow to import, and needed here only

    schema = TypeAdapter(Event).json_schema(mode="serialization")
    for definition in (schema, *schema["$defs"].values()):
        if definition.get("type") == "object":
            definition["additionalProperties"] = False
            definition["required"] = list(definition["properties"])
    properties = {"schema": {"const": EVENT, "title": "Schema"}, **schema["properties"]}
    return schema | {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{EVENT.replace('/', ':').replace('.', ':')}",
        "title": "An event with all its reports",
        "properties": properties,
        "required": list(properties),
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str | int | float | bool) or value is None:
        return value
    if isinstance(value, dt.date | dt.datetime):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
