"""A measure as its entries tell it, and the record around it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kordon.domain.record import Entry, Value
from kordon.domain.time import ONE_DAY, Date
from kordon.measures.process import Process, state_of

# What an entry's data may tell of the measure itself. A later entry tells it anew; none does once it is adopted,
# but for the next review.
DAYS = ("starts", "ends", "review")
LISTS = ("borders", "states", "crossings", "traffic", "exceptions")
WORDS = ("kind", "extends", "basis", "without_end")
FACTS = (*WORDS, *LISTS, *DAYS)
BEGUN = ("adopted", "in_force")


@dataclass(frozen=True, slots=True)
class Life:
    """One measure. Days are days where the deciding state (the first of ``states``) is; ``None``: not told.

    ``ends`` is the last day told, inclusive. ``began`` and ``over`` are when it took force and when it ceased, as
    the record has it; an open ``over`` says that it has not ceased.
    """

    id: str
    state: str
    kind: str
    states: tuple[str, ...]
    borders: tuple[str, ...]
    crossings: tuple[str, ...]
    traffic: tuple[str, ...]
    exceptions: tuple[str, ...]
    basis: str
    starts: Date | None
    ends: Date | None
    review: Date | None
    without_end: str
    extends: str
    began: dt.datetime | None
    over: dt.datetime | None
    entries: tuple[Entry, ...]

    @property
    def decides(self) -> str:
        return self.states[0] if self.states else ""

    @property
    def after(self) -> Date | None:
        """The first day on which it no longer holds, as far as its end is told."""
        return None if self.ends is None else self.ends + ONE_DAY


def day_of(value: Value) -> Date | None:
    """A day as data tells it (2024-06-13); ``None`` where nothing is told. ``ValueError`` for anything else."""
    return Date.fromisoformat(str(value)) if value not in (None, "", ()) else None


def words_of(value: Value) -> tuple[str, ...]:
    """A list as data tells it; one word is a list of one."""
    if value in (None, "", ()):
        return ()
    return value if isinstance(value, tuple) else (str(value),)


def effective_of(entry: Entry) -> dt.datetime:
    """When an entry took effect: what takes effect by itself may be entered later."""
    told = entry.data.get("effective")
    return dt.datetime.fromisoformat(str(told)) if told else entry.at


def lives(process: Process, record: Iterable[Entry]) -> Mapping[str, Life]:
    """Every measure that a record speaks of, in the order in which they come up. The entries must stand."""
    found: dict[str, list[Entry]] = {}
    for entry in record:
        if entry.process == process.id:
            found.setdefault(entry.subject, []).append(entry)
    return {subject: life_of(process, entries) for subject, entries in found.items()}


def life_of(process: Process, entries: Sequence[Entry]) -> Life:
    """One measure from its entries, of which there must be one at least."""
    facts: dict[str, Value] = {}
    began = over = None
    state: str | None = None
    for entry in entries:
        facts.update({k: v for k, v in entry.data.items() if k in FACTS})
        to = process.steps[entry.does].to or state
        if to == "in_force" and state != "in_force":
            began = effective_of(entry)
        if to is not None and to != state and process.states[to].final:
            over = effective_of(entry)
        state = to
    lists: dict[str, Any] = {name: words_of(facts.get(name)) for name in LISTS}
    words: dict[str, Any] = {name: str(facts.get(name) or "") for name in WORDS}
    days: dict[str, Any] = {name: day_of(facts.get(name)) for name in DAYS}
    return Life(
        id=entries[0].subject,
        state=state_of(process, entries) or "",
        began=began,
        over=over,
        entries=tuple(entries),
        **words,
        **lists,
        **days,
    )


def until(process: Process, life: Life, moment: dt.datetime) -> Life | None:
    """The measure as it stood at a moment; ``None`` before its first entry."""
    entries = [e for e in life.entries if effective_of(e) <= moment]
    return life_of(process, entries) if entries else None


def stretches(process: Process, life: Life) -> Iterator[tuple[str, dt.datetime]]:
    """The states it was in, each with when it came about."""
    last = ""
    for entry in life.entries:
        to = process.steps[entry.does].to
        if to and to != last:
            last = to
            yield to, effective_of(entry)
