"""Keep the record of what people did, and take steps on it: look, check, append, in one transaction.

Rows are chained: each holds the hash of the one before, so that a row that was changed, taken out or put in
between is noticed. A chain cannot tell that its newest rows are gone; who wants to know that too notes its head
(minutes print it) and asks whether that head is still in the record.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from kordon.domain.errors import DomainError, NotAllowed, RegisterError
from kordon.domain.record import Entry, Person, Value
from kordon.measures.process import Policies, Process, check, entries_of
from kordon.register import models as rows
from kordon.register.store import Store
from kordon.register.values import RecordHead

Make = Callable[[Sequence[Entry], dt.datetime], Entry]  # from the whole record and the moment
Gates = Policies | Callable[[Sequence[Entry]], Policies]  # or policies made of the record as it stands
Taking = tuple[Process, Make, Gates]

NOTHING = RecordHead(0, "")
_encode = json.JSONEncoder(ensure_ascii=True, allow_nan=False, separators=(",", ":"), sort_keys=True).encode


def record(where: Store, process: str | None, subject: str | None) -> tuple[Entry, ...]:
    """The record, oldest first; of one process or about one thing where these are given."""
    with where.reading():
        found = rows.Entry.objects.using(where.alias).order_by("number")
        if process is not None:
            found = found.filter(process=process)
        if subject is not None:
            found = found.filter(subject=subject)
        return tuple(_entry(row, where) for row in found)


def take(where: Store, takings: Sequence[Taking], now: dt.datetime | None) -> tuple[Entry, ...]:
    """Take steps one after the other in one transaction: all are stored, or none.

    Each maker is handed the record with the steps before it, and the moment. Raises :class:`NotAllowed` with the
    sentence of the process or a gate, for a clock that was set back, and for an entry that is not of the moment;
    :class:`RegisterError` for a record that is no longer whole.
    """
    with where.writing():
        moment = _moment(now)
        found = list(rows.Entry.objects.using(where.alias).order_by("number"))
        if fault := next(_faults(found), ""):
            raise RegisterError(
                f"The record in {where.shown} is not whole, so nothing is added to it. {fault} "
                "Restore the register from a copy that is whole."
            )
        log = [_entry(row, where) for row in found]
        head = RecordHead(found[-1].number, found[-1].hash) if found else NOTHING
        made: list[Entry] = []
        for process, make, gates in takings:
            entry = make((*log, *made), moment)
            _check(process, (*log, *made), entry, moment, gates)
            row = _row(process, entry, head)
            row.save(using=where.alias)
            head = RecordHead(row.number, row.hash)
            made.append(_entry(row, where))
    return tuple(made)


def head(where: Store) -> RecordHead:
    """The newest row: its number, which is how many there are, and its hash."""
    with where.reading():
        row = rows.Entry.objects.using(where.alias).order_by("-number").first()
        return NOTHING if row is None else RecordHead(row.number, row.hash)


def faults(where: Store, noted: RecordHead | None) -> tuple[str, ...]:
    """What is wrong with the chain, a sentence each; nothing where it is whole.

    ``noted`` is a head that was noted earlier: without it nobody can tell that the newest rows are gone.
    """
    with where.reading():
        found = list(rows.Entry.objects.using(where.alias).order_by("number"))
    sentences = list(_faults(found))
    if noted is not None and noted.number:
        hashes = {row.number: row.hash for row in found}
        if noted.number not in hashes:
            sentences.append(f"Entry {noted.number} was in the record once and is missing.")
        elif hashes[noted.number] != noted.hash:
            sentences.append(f"Entry {noted.number} is not the one that was noted.")
    return tuple(sentences)


def _moment(now: dt.datetime | None) -> dt.datetime:
    moment = dt.datetime.now(dt.UTC) if now is None else now
    if moment.tzinfo is None:
        raise DomainError("The moment of a step has no zone; give it one, such as +00:00.")
    return moment.astimezone(dt.UTC)


def _check(process: Process, log: Sequence[Entry], entry: Entry, moment: dt.datetime, gates: Gates) -> None:
    if entry.process != process.id:
        raise NotAllowed(
            f"An entry of {entry.process!r} cannot be checked against {process.id!r}; use its own process."
        )
    if any(entry.id == other.id for other in log):
        raise NotAllowed(f"The record holds an entry {entry.id!r} already; take the step anew, with a new id.")
    if entry.at.tzinfo is not None and entry.at != moment:
        raise NotAllowed(
            f"{entry.does!r} says {_told(entry.at)}, but it is recorded at {_told(moment)}; use that moment."
        )
    if log and moment < log[-1].at:
        raise NotAllowed(
            f"The clock says {_told(moment)}, but the record's last entry is of {_told(log[-1].at)}; "
            "set the clock right."
        )
    policies = gates(log) if callable(gates) else gates
    check(process, entries_of(process, log, entry.subject), entry, policies)


def _told(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).isoformat(timespec="seconds")


def _row(process: Process, entry: Entry, before: RecordHead) -> rows.Entry:
    if not entry.id or not entry.subject or not entry.by.id:
        raise DomainError("An entry needs an id, a subject and who takes the step; give all three.")
    row = rows.Entry(
        number=before.number + 1,
        key=entry.id,
        process=entry.process,
        rules=process.hash,
        subject=entry.subject,
        does=entry.does,
        by=entry.by.id,
        roles=_encode(_words(entry, "roles", entry.by.roles)),
        at=entry.at.astimezone(dt.UTC),
        why=entry.why,
        evidence=_encode(_words(entry, "evidence", entry.evidence)),
        data=_data(entry),
        previous=before.hash,
    )
    row.hash = _hash(row)
    return row


def _words(entry: Entry, what: str, words: Sequence[str]) -> list[str]:
    if any(not isinstance(word, str) for word in words) or isinstance(words, str):
        raise DomainError(f"The {what} of {entry.does!r} must be texts; write them as a tuple of ids.")
    return list(words)


def _data(entry: Entry) -> str:
    """Plain values only: what cannot come back as it was is refused before anything is stored."""
    for name, value in entry.data.items():
        plain = value is None or type(value) in (str, int, float, bool)
        words = isinstance(value, tuple) and all(isinstance(word, str) for word in value)
        if not (plain or words):
            raise DomainError(
                f"{name!r} of {entry.does!r} is {value!r}; give a text, a number, yes or no, or several texts."
            )
    try:
        return _encode(dict(entry.data))
    except ValueError:
        raise DomainError(f"{entry.does!r} holds a number that is none (NaN or infinite); mend it.") from None


def _entry(row: rows.Entry, where: Store) -> Entry:
    try:
        return Entry(
            id=row.key,
            process=row.process,
            subject=row.subject,
            does=row.does,
            by=Person(row.by, tuple(json.loads(row.roles))),
            at=row.at.astimezone(dt.UTC),
            why=row.why,
            evidence=tuple(json.loads(row.evidence)),
            data={name: _value(value) for name, value in json.loads(row.data).items()},
        )
    except (ValueError, TypeError, AttributeError) as error:
        raise RegisterError(
            f"Entry {row.number} of the record in {where.shown} cannot be read ({error}); it was changed by hand, "
            "so restore the register from a copy."
        ) from error


def _value(value: Any) -> Value:
    return tuple(value) if isinstance(value, list) else value


def _hash(row: rows.Entry) -> str:
    told = [
        row.previous, row.number, row.key, row.process, row.rules, row.subject, row.does, row.by, row.roles,
        row.at.astimezone(dt.UTC).isoformat(), row.why, row.evidence, row.data,
    ]  # fmt: skip
    return hashlib.sha256(_encode(told).encode("ascii")).hexdigest()


def _faults(found: Iterable[rows.Entry]) -> Iterator[str]:
    number, before = 0, ""
    for row in found:
        number += 1
        if row.number != number:
            yield f"Between entry {number - 1} and entry {row.number} of the record something is missing."
            number = row.number
        elif row.previous != before:
            yield f"Entry {row.number} of the record does not follow the one before it."
        if row.hash != _hash(row):
            yield f"Entry {row.number} of the record ({row.does!r} about {row.subject!r}) was changed."
        before = row.hash
