"""What ``kordon evaluate --json`` prints: the accuracy of coding on gold, as JSON with a schema."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kordon.api.shape import closed_schema, plain
from kordon.coding.accuracy import DRAWS, SEED, Accuracy, FieldLine, Line, ModalityLine
from kordon.coding.mistakes import Mistake

SCHEMA = "kordon.accuracy/1"
RIGHT = "Every field that the gold gives agrees (strict)."
FOUND = (
    "It is the same thing (item): of a figure the same unit, and the same count or the quoted words; of any "
    "other item the same kind, told by the quoted words."
)
INTERVAL = f"95 % percentile intervals of {DRAWS} bootstrap draws over the cases of each language and half."


@dataclass(frozen=True, slots=True)
class Evaluated:
    """The whole answer. ``right`` and ``found`` say what the two counts mean; ``errors_listed`` names the halves
    whose errors are in ``errors``."""

    right: str
    found: str
    interval: str
    seed: int
    draws: int
    cases: int
    lines: tuple[Line, ...]
    fields: tuple[FieldLine, ...]
    modality: tuple[ModalityLine, ...]
    errors_listed: tuple[str, ...]
    errors: tuple[Mistake, ...]


def to_json(found: Accuracy, errors: Sequence[Mistake], listed: Sequence[str]) -> dict[str, Any]:
    """The JSON-able form."""
    whole = Evaluated(
        right=RIGHT,
        found=FOUND,
        interval=INTERVAL,
        seed=SEED,
        draws=DRAWS,
        cases=found.cases,
        lines=found.lines,
        fields=found.fields,
        modality=found.modality,
        errors_listed=tuple(listed),
        errors=tuple(errors),
    )
    return {"schema": SCHEMA, **plain(whole)}


def json_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what :func:`to_json` returns."""
    return closed_schema(Evaluated, SCHEMA, "The accuracy of coding on gold")
