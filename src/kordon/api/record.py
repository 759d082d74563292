"""A record as JSON Lines: one entry a line, in the order in which it was recorded.

::

    {"id": "e-1", "process": "measure", "subject": "ZONE-1", "does": "propose",
     "by": {"id": "analysts-desk", "roles": ["analyst"]}, "at": "2024-06-03T09:00:00+02:00",
     "why": "...", "evidence": ["..."], "data": {"kind": "buffer_zone", "borders": ["..."]}}

``why``, ``evidence`` and ``data`` may be left out. A line that cannot be meant is refused with its number.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

from kordon.domain.errors import InputError, UnreadableFile
from kordon.domain.record import Entry, Person, Value

KEYS = ("id", "process", "subject", "does", "by", "at")
MAY = ("why", "evidence", "data")


def read_record(path: Path, name: str = "") -> tuple[Entry, ...]:
    """The entries of a file; raises :class:`InputError` with the line, :class:`UnreadableFile` without."""
    name = name or str(path)
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise UnreadableFile(name, "", f"it cannot be read ({error.strerror})", "check the path") from None
    except UnicodeDecodeError as error:
        raise UnreadableFile(name, f"byte {error.start}", "it is not UTF-8", "save it as UTF-8") from None
    return entries_of_lines(text, name)


def entries_of_lines(text: str, name: str) -> tuple[Entry, ...]:
    """The entries of JSON Lines; empty lines are passed over."""
    entries: list[Entry] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        entry = _entry(line, name, f"line {number}")
        if entry.id in seen:
            problem = f"the entry {entry.id!r} stands already in line {seen[entry.id]}"
            raise InputError(name, f"line {number}", problem, "give it an id of its own, or take it out")
        seen[entry.id] = number
        entries.append(entry)
    return tuple(entries)


def lines_of(entries: Iterable[Entry]) -> str:
    """JSON Lines that :func:`entries_of_lines` reads back as the same entries."""
    return "".join(line_of(entry) + "\n" for entry in entries)


def line_of(entry: Entry) -> str:
    """One entry as one line, without the line end."""
    told: dict[str, Any] = {
        "id": entry.id,
        "process": entry.process,
        "subject": entry.subject,
        "does": entry.does,
        "by": {"id": entry.by.id, "roles": list(entry.by.roles)},
        "at": entry.at.isoformat(),
        "why": entry.why,
        "evidence": list(entry.evidence),
        "data": {k: list(v) if isinstance(v, tuple) else v for k, v in entry.data.items()},
    }
    return json.dumps({k: v for k, v in told.items() if k in KEYS or v}, ensure_ascii=False)


def _entry(line: str, name: str, place: str) -> Entry:
    def refuse(problem: str, remedy: str) -> NoReturn:
        raise InputError(name, place, problem, remedy)

    try:
        told = json.loads(line)
    except (ValueError, RecursionError) as error:
        refuse(f"it is not JSON ({error})", "write one entry as one JSON object a line")
    if not isinstance(told, dict):
        refuse("it is not an object", "write one entry as one JSON object a line")
    for key in told:
        if key not in (*KEYS, *MAY):
            refuse(f"{key!r} is not a known key", f"use {', '.join((*KEYS, *MAY))}")
    for key in KEYS:
        if key not in told:
            refuse(f"the key {key!r} is missing", "add it")
    for key in ("id", "process", "subject", "does"):
        if not isinstance(told[key], str) or not told[key].strip():
            refuse(f"{key!r} is not a word", "write it as text that is not empty")
    by, why = told["by"], told.get("why", "")
    if not isinstance(by, dict) or set(by) != {"id", "roles"} or not isinstance(by["id"], str):
        refuse("'by' does not tell who acted", 'write it as {"id": "office", "roles": ["role"]}')
    if not isinstance(why, str):
        refuse("'why' is not text", "write the reason as a sentence")
    try:
        at = dt.datetime.fromisoformat(str(told["at"]))
    except ValueError:
        refuse(f"{told['at']!r} is not a time", "write it as 2024-06-13T09:00:00+02:00")
    if at.tzinfo is None:
        refuse(f"the time {told['at']!r} has no zone", "give it one, such as +02:00")
    evidence, data = told.get("evidence", []), told.get("data", {})
    for key, value in (("roles", by["roles"]), ("evidence", evidence)):
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            refuse(f"{key!r} is not a list of words", 'write it as ["one", "two"]')
    if not isinstance(data, dict):
        refuse("'data' is not an object", 'write it as {"name": "value"}')
    values = {str(k): _value(v, k, refuse) for k, v in data.items()}
    person = Person(by["id"], tuple(by["roles"]))
    return Entry(
        told["id"], told["process"], told["subject"], told["does"], person, at, why, tuple(evidence), values
    )


def _value(value: Any, key: str, refuse: Any) -> Value:
    if isinstance(value, list) and all(isinstance(v, str) for v in value):
        return tuple(value)
    if value is None or isinstance(value, str | int | float | bool):
        return value
    refuse(
        f"the value of {key!r} is neither plain nor a list of words", "write text, a number, or a list of words"
    )
    return None
