"""The record of what people did: who, when, why, and on which evidence. State is what the entries together say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

Value = str | int | float | bool | None | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """Who acts: an account or office, never a private name, and the roles it holds at the time."""

    id: str
    roles: tuple[str, ...]


SYSTEM = Person("system", ("system",))  # takes the steps that take effect by themselves; no account may


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the record. ``subject`` is what it is about, ``does`` the step of the subject's process.

    ``at`` is an aware time: when it was done, which is also when it was recorded. ``data`` is what the step needs
    to know, plain values only; ``evidence`` names incidents, readings, assessments or reports by their ids.
    """

    id: str
    process: str
    subject: str
    does: str
    by: Person
    at: dt.datetime
    why: str = ""
    evidence: tuple[str, ...] = ()
    data: Mapping[str, Value] = field(default_factory=dict)
