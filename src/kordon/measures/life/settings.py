"""What the life of a measure is timed by: zones, notice before an end, when to ease, when an effect is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from kordon.domain.assessment import RANKED, Level
from kordon.domain.errors import DomainError
from kordon.domain.time import Date
from kordon.vocabulary.documents import Document, Steps, read_document

SHIPPED = Path(__file__).parent.parent.parent / "data" / "life" / "measures.yaml"


@dataclass(frozen=True, slots=True)
class Easing:
    """``weeks`` assessed weeks in a row at most ``at_most``, and ``trigger_days`` days without a trigger."""

    at_most: Level
    weeks: int
    trigger_days: int


@dataclass(frozen=True, slots=True)
class EffectRule:
    """When an effect may be told; see the comments of the document for each of them."""

    weeks_before: int
    weeks_after: int
    covered_before: float
    covered_after: float
    covered_week: float
    controls: int
    placebos: int
    placebo_share: float
    alone_weeks: int


@dataclass(frozen=True, slots=True)
class Settings:
    """The whole document; ``hash`` is the SHA-256 of its meaning."""

    zones: Mapping[str, ZoneInfo]
    dossier: tuple[int, ...]
    easing: Easing
    effect: EffectRule
    hash: str

    def midnight(self, state: str, day: Date) -> dt.datetime:
        """When a day begins where ``state`` decides; :class:`DomainError` where its zone is not told."""
        if state not in self.zones:
            known = ", ".join(self.zones)
            raise DomainError(
                f"No zone is told for the state {state!r}, so its days cannot be dated; the zones of life/"
                f"measures.yaml are those of {known}; add one."
            )
        return dt.datetime.combine(day, dt.time(), self.zones[state])

    def today(self, state: str, now: dt.datetime) -> Date:
        """The day at ``now`` where ``state`` decides."""
        return now.astimezone(self.midnight(state, Date(2000, 1, 1)).tzinfo).date()


def load_settings(*folders: Path) -> Settings:
    """The settings that ship, and over them those of the last folder that has ``life/measures.yaml``.

    Such a document may leave out whole parts, and its zones are added to those that ship, so a new state needs
    one line. Raises :class:`kordon.domain.errors.BadDocument` with line and remedy.
    """
    shipped = read_document(SHIPPED, "data/life/measures.yaml")
    own = [path for folder in folders if (path := folder / "life" / "measures.yaml").exists()]
    if not own:
        return read_settings(shipped)
    document = read_document(own[-1])
    document.check_keys((), document.data, ("id", "version", "status"), tuple(shipped.data))
    data = {**shipped.data, **document.data}
    if isinstance(data["zones"], dict):
        data["zones"] = {**shipped.data["zones"], **data["zones"]}
    return read_settings(Document(document.name, data, document.lines))


def read_settings(document: Document) -> Settings:
    """One document as :class:`Settings`."""
    data = document.data
    document.check_keys((), data, ("id", "version", "status", "zones", "dossier", "deescalation", "effect"))
    if not isinstance(data["zones"], dict):
        document.complain(("zones",), "a zone for each state is expected", "write a state and its zone a line")
    zones = {str(state): _zone(document, ("zones", state), name) for state, name in data["zones"].items()}
    days = data["dossier"]
    if not isinstance(days, list) or not days:
        document.complain(("dossier",), "a list of days before the end is expected", "write it as [21, 7]")
    notice = tuple(sorted((int(_number(document, ("dossier",), d, whole=True)) for d in days), reverse=True))
    easing: Steps = ("deescalation",)
    document.check_keys(easing, data["deescalation"], ("at_most", "weeks", "trigger_days"))
    words = data["deescalation"]
    if words["at_most"] not in [level.value for level in RANKED]:
        known = ", ".join(level.value for level in RANKED)
        document.complain((*easing, "at_most"), f"{words['at_most']!r} is not a level", f"use one of {known}")
    weeks, trigger_days = (
        int(_number(document, (*easing, k), words[k], whole=True)) for k in ("weeks", "trigger_days")
    )
    return Settings(
        zones,
        notice,
        Easing(Level(words["at_most"]), weeks, trigger_days),
        _effect(document, data["effect"]),
        document.sha256,
    )


_WHOLE = ("weeks_before", "weeks_after", "controls", "placebos", "alone_weeks")
_SHARES = ("covered_before", "covered_after", "covered_week", "placebo_share")


def _effect(document: Document, value: Any) -> EffectRule:
    document.check_keys(("effect",), value, (*_WHOLE, *_SHARES))
    whole: dict[str, Any] = {k: int(_number(document, ("effect", k), value[k], whole=True)) for k in _WHOLE}
    shares: dict[str, Any] = {k: _number(document, ("effect", k), value[k], whole=False) for k in _SHARES}
    for key, share in shares.items():
        if share > 1:
            document.complain(("effect", key), f"{share:g} is not a share", "write a number from 0 to 1")
    return EffectRule(**whole, **shares)


def _number(document: Document, steps: Steps, value: Any, *, whole: bool) -> float:
    sort = int if whole else (int, float)
    if isinstance(value, bool) or not isinstance(value, sort) or value < 0:
        document.complain(steps, f"{value!r} is not a number that can stand here", "write one, zero or more")
    return float(value)


def _zone(document: Document, steps: Steps, name: Any) -> ZoneInfo:
    try:
        return ZoneInfo(str(name))
    except (KeyError, ValueError, OSError):
        document.complain(steps, f"{name!r} is not a time zone", "write one of the IANA list, as Area/City")
