"""Values of the register's own: documents, runs, and what a call did."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from kordon.domain.errors import RegisterError
from kordon.domain.time import Date, Week

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Document:
    """A rule document as it was used. ``kind`` is ``criteria``, ``ladder`` or ``indicators``."""

    kind: str
    hash: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Scope:
    """Which results a run made. Empty or ``None``: not limited in that respect.

    ``as_of`` is the day whose knowledge the run calculated with, ``criteria`` the hashes of the documents.
    """

    as_of: Date | None = None
    criteria: tuple[str, ...] = ()
    borders: tuple[str, ...] = ()
    first: Week | None = None
    last: Week | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """A run as the log tells it; ``finished_at`` is ``None`` for one that runs still or was killed."""

    id: int
    command: str
    version: str
    parameters: tuple[tuple[str, str], ...]
    started_at: dt.datetime
    finished_at: dt.datetime | None
    completed: bool
    outcome: str
    scope: Scope
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Stored:
    """What storing many reports did. ``refused`` holds one error for each report that was not stored."""

    new: int
    known: int
    refused: tuple[RegisterError, ...] = ()


@dataclass(frozen=True, slots=True)
class Trace:
    """What one thing rests on, and what rests on it, directly or through others: ids, sorted."""

    id: str
    rests_on: tuple[str, ...]
    used_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordHead:
    """The newest entry of the record: its number, counted from 1, and its hash; 0 and '' for an empty one."""

    number: int
    hash: str


class ById(Mapping[str, Thing], Generic[Thing]):
    """Values of the register by id, each looked up when it is asked for."""

    def __init__(self, ask: Callable[[list[str]], Mapping[str, Thing]]) -> None:
        self._ask = ask
        self._found: dict[str, Thing] = {}

    def __getitem__(self, name: str) -> Thing:
        if name not in self._found:
            self._found.update(self._ask([name]))
        return self._found[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)
