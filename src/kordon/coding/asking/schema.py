"""The output contract: a JSON Schema reduced from ``kordon.coded/1`` to what a model can tell of a report.

Field names and words are those of :class:`kordon.domain.coded.Coded`; spans of letters, which no model counts, are
replaced by ``quote``, ids and grades are ours. Every field is required and every object closed, as endpoints with
strict schemas want it; what is not told is ``null``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kordon.domain.coded import FigureForm, Modality, Status
from kordon.vocabulary import Vocabulary

NAME = "kordon_coded_reduced_1"
TEXT: dict[str, Any] = {"type": "string"}
COUNT: dict[str, Any] = {"type": ["integer", "null"]}
DAY: dict[str, Any] = {"type": ["string", "null"], "description": "A day as 2024-06-04, or null."}


def _one_of(words: Iterable[str]) -> dict[str, Any]:
    return {"type": "string", "enum": list(words)}


def _or_null(words: Iterable[str]) -> dict[str, Any]:
    return {"type": ["string", "null"], "enum": [*words, None]}


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def answer_schema(vocabulary: Vocabulary) -> dict[str, Any]:
    """The schema of an answer: lists of incidents, figures and measures."""
    border = _or_null(vocabulary["borders"])
    modality = _one_of(Modality)
    incident = _closed(
        {
            "kind": _one_of(vocabulary["kinds"]),
            "quote": TEXT,
            "modality": modality,
            "border": border,
            "start": DAY,
            "end": DAY,
            "people": COUNT,
            "injured": COUNT,
            "killed": COUNT,
        }
    )
    figure = _closed(
        {
            "form": _one_of(FigureForm),
            "unit": _one_of(vocabulary["units"]),
            "quote": TEXT,
            "count": {"type": "integer"},
            "modality": modality,
            "border": border,
            "start": DAY,
            "end": DAY,
        }
    )
    measure = _closed(
        {
            "kind": _one_of(vocabulary["measures"]),
            "status": _one_of(Status),
            "quote": TEXT,
            "border": border,
            "start": DAY,
            "end": DAY,
        }
    )
    lists = {
        name: {"type": "array", "items": item}
        for name, item in (("incidents", incident), ("figures", figure), ("measures", measure))
    }
    return _closed(lists)
