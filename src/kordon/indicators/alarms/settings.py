"""The detectors' settings: ``data/alarms/settings.yaml``, and what an indicator changes of them."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints

from kordon.indicators.alarms.cusum import CusumSettings
from kordon.indicators.alarms.ears import EarsSettings
from kordon.indicators.alarms.farrington import FarringtonSettings
from kordon.vocabulary.documents import Document, Steps, read_document

SHIPPED = Path(__file__).parents[2] / "data" / "alarms" / "settings.yaml"
_SHARES = ("alpha", "trend_significance")
_AT_LEAST_ONE = ("years", "seasons", "baseline", "run", "least_events_weeks")


@dataclass(frozen=True, slots=True)
class AlarmSettings:
    """One value a detector."""

    farrington: FarringtonSettings
    ears: EarsSettings
    cusum: CusumSettings

    @property
    def history(self) -> int:
        """Weeks before the one judged that the detectors look back at."""
        year = 53 * self.farrington.years + self.farrington.half_window
        return max(year, self.ears.baseline + 4, self.cusum.baseline + self.cusum.run)


_PARTS = tuple(f.name for f in fields(AlarmSettings))


@cache
def shipped() -> AlarmSettings:
    """The settings that ship; every one of them stands in the document."""
    document = read_document(SHIPPED, "data/alarms/settings.yaml")
    document.check_keys((), document.data, _PARTS)
    for part in _PARTS:
        names = tuple(f.name for f in fields(get_type_hints(AlarmSettings)[part]))
        document.check_keys((part,), document.data[part], names)
    plain = AlarmSettings(FarringtonSettings(), EarsSettings(), CusumSettings())
    return changed(document, (), document.data, plain)


def changed(document: Document, steps: Steps, entry: Any, before: AlarmSettings) -> AlarmSettings:
    """``before`` with what ``entry``, a part of a document, sets anew.

    Raises :class:`~kordon.domain.errors.BadDocument` with the line of what is unknown or cannot be.
    """
    document.check_keys(steps, entry, (), _PARTS)
    parts = {part: _part(document, (*steps, part), entry[part], getattr(before, part)) for part in entry}
    return replace(before, **parts)


def _part(document: Document, steps: Steps, entry: Any, before: Any) -> Any:
    kinds = get_type_hints(type(before))
    document.check_keys(steps, entry, (), tuple(kinds))
    values = {key: _value(document, (*steps, key), key, value, kinds[key]) for key, value in entry.items()}
    return replace(before, **values)


def _value(document: Document, steps: Steps, key: str, value: Any, kind: Any) -> Any:
    if issubclass(kind, StrEnum):
        if value not in list(kind):
            document.complain(steps, f"{value!r} is no {key}", f"use one of {', '.join(kind)}")
        return kind(value)
    if kind is bool:
        if not isinstance(value, bool):
            document.complain(steps, f"{value!r} is neither true nor false", "write one of them")
        return value
    told = "a whole number" if kind is int else "a number"
    if isinstance(value, bool) or not isinstance(value, int if kind is int else int | float):
        document.complain(steps, f"{value!r} is not {told}", f"write {told}")
    if key in _SHARES and not 0 < value <= 1:
        document.complain(steps, f"{value!r} is no probability", "write a number above 0, up to 1")
    if key == "ratio" and value <= 1:
        document.complain(steps, f"{value!r} is no rise", "write a number above 1")
    if value < (1 if key in _AT_LEAST_ONE else 0):
        document.complain(steps, f"{value!r} cannot be", "write a larger number")
    return kind(value)
