"""What ``kordon explain --json`` prints: a report, its items, the words that made each, and what each decides."""

from __future__ import annotations

from typing import Any

from kordon.api.shape import closed_schema, plain
from kordon.coding.explained import Explained

SCHEMA = "kordon.explained/1"


def to_json(found: Explained) -> dict[str, Any]:
    """The JSON-able form; spans count characters of ``report.text``."""
    return {"schema": SCHEMA, **plain(found)}


def json_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what :func:`to_json` returns."""
    return closed_schema(Explained, SCHEMA, "Why a report was coded as it was")
