"""Consultations played from a record: added to, advanced by the clock, replayed.

A record is a sequence of entries, which may speak of other things too. Every function gives the entries that
are to be appended, so that whoever keeps the record can do so in one transaction; what is refused appends nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from kordon.domain.errors import NotAllowed
from kordon.domain.record import SYSTEM, Entry, Person
from kordon.domain.time import Date
from kordon.measures.mechanism.clock import due
from kordon.measures.mechanism.document import Mechanism
from kordon.measures.mechanism.gates import policies
from kordon.measures.mechanism.state import (
    OPENING,
    Alarm,
    Consultation,
    consultations,
    ended_elsewhere,
    open_one,
    opening,
)
from kordon.measures.mechanism.triggers import Finding, Outcome
from kordon.measures.process import Process, entries_of, load_process, why_not

Record = Sequence[Entry]


def load_consultation(*folders: Path) -> Process:
    """The process of a consultation, that ships or that a deployment's ``processes/`` folder puts in its place."""
    return load_process("consultation", *folders)


def forbidden(mechanism: Mechanism, process: Process, record: Record, entry: Entry) -> str:
    """Why an entry may not follow a record, as one sentence; '' where it may."""
    if entry.process != process.id:
        return f"Entry {entry.id!r} is of process {entry.process!r}, not {process.id!r}."
    if any(e.id == entry.id for e in record):
        return f"There is an entry {entry.id!r} already; give this one an id of its own."
    if entry.at.tzinfo is None:
        return f"The time of {entry.does!r} has no zone; give it one, such as +00:00."
    if record and entry.at < record[-1].at:
        last = record[-1].at.isoformat(timespec="minutes")
        now = entry.at.isoformat(timespec="minutes")
        return f"{entry.does!r} at {now} would come before the last entry at {last}; set the clock right."
    gates = policies(mechanism, process, record)
    return why_not(process, entries_of(process, record, entry.subject), entry, gates)


def advanced(mechanism: Mechanism, process: Process, record: Record, now: dt.datetime) -> tuple[Entry, ...]:
    """The entries to append so that a record says what holds at ``now`` (aware).

    Doing it twice appends nothing twice, and in several goes it leads to the same as doing it once. Raises
    :class:`NotAllowed` where the record has something later than ``now``.
    """
    if now.tzinfo is None:
        raise NotAllowed("The time to advance to has no zone; give it one, such as +00:00.")
    if record and now < record[-1].at:
        last = record[-1].at.isoformat(timespec="minutes")
        told = now.isoformat(timespec="minutes")
        raise NotAllowed(f"The clock says {told}, and the last entry is of {last}; set the clock right.")
    current = tuple(record)
    while (found := open_one(mechanism, process, current)) is not None:
        waits = due(mechanism, found, now)
        if waits is None:
            break
        name = f"{found.id}-{len(found.entries) + 1}"
        entry = Entry(name, process.id, found.id, waits.does, SYSTEM, now, data=waits.data)
        _check(mechanism, process, current, entry)
        current = (*current, entry)
    return current[len(record) :]


def added(mechanism: Mechanism, process: Process, record: Record, entry: Entry) -> tuple[Entry, ...]:
    """The entries to append for a step that somebody takes: what fell due before it, itself, what it brings about.

    Raises :class:`NotAllowed` with the reason.
    """
    before = (*record, *advanced(mechanism, process, record, entry.at))
    _check(mechanism, process, before, entry)
    after = (*before, entry)
    return (*after, *advanced(mechanism, process, after, entry.at))[len(record) :]


def replay(mechanism: Mechanism, process: Process, record: Iterable[Entry]) -> Mapping[str, Consultation]:
    """Every consultation, with each entry checked as when it was written; those that have ended under another
    document are passed over, as in :func:`consultations`.

    Raises :class:`NotAllowed`, naming the entry, where the record has been tampered with.
    """
    record = tuple(record)
    others = ended_elsewhere(mechanism, process, record)
    current: list[Entry] = []
    for entry in record:
        ours = entry.process == process.id and entry.subject not in others
        if ours and (sentence := forbidden(mechanism, process, current, entry)):
            raise NotAllowed(f"Entry {entry.id!r} of the record cannot stand: {sentence}")
        if entry.subject not in others:
            current.append(entry)
    return consultations(mechanism, process, current)


def raised(
    mechanism: Mechanism,
    process: Process,
    record: Record,
    finding: Finding,
    at: dt.datetime,
    by: Person = SYSTEM,
    why: str = "",
) -> tuple[Entry, ...]:
    """The entries by which a finding opens a consultation or joins the open one, whatever the score says.

    By itself the system opens only for what fires without a doubt; ``by`` is another person for the rest. For what
    is part of the open consultation already nothing is appended. Raises :class:`NotAllowed` for a near miss.
    """
    if finding.outcome is Outcome.NEAR:
        raise NotAllowed(f"{finding.id!r} is no trigger: it lacks {', '.join(finding.failed)}.")
    clock = advanced(mechanism, process, record, at)
    before = (*record, *clock)
    current = open_one(mechanism, process, before)
    if current is not None and any(alarm.incident in finding.about for alarm in current.standing):
        return clock
    subject = current.id if current is not None else _name(mechanism, before, process, at)
    data = {
        "trigger": finding.trigger,
        "border": finding.border,
        "incident": finding.id,
        "doubt": finding.doubt,
        "party": finding.party,
        "mechanism": mechanism.hash,
    }
    name = f"{subject}-{len(entries_of(process, before, subject)) + 1}"
    told = {key: value for key, value in data.items() if value}
    entry = Entry(name, process.id, subject, opening(current), by, at, why, finding.about, told)
    return added(mechanism, process, record, entry)


def unheard(process: Process, record: Record, findings: Iterable[Finding], since: Date) -> tuple[Finding, ...]:
    """What fires, is doubtful or asks a state, from ``since`` on, and was never part of a consultation.

    What people have withdrawn is not raised again by a machine, even where reports still read as they did.
    """
    known = {e.data.get("incident") for e in record if e.process == process.id and e.does in OPENING}
    return tuple(
        one
        for one in findings
        if one.outcome is not Outcome.NEAR
        and one.span.start is not None
        and one.span.start >= since
        and not known & set(one.about)
    )


def unsupported(found: Consultation, findings: Iterable[Finding]) -> tuple[Alarm, ...]:
    """The incidents that stand in a consultation and that nothing which fires now is about any more: reports were
    corrected, linked otherwise or found weaker. A person withdraws them, or lets them stand."""
    about = {name for one in findings if one.outcome is not Outcome.NEAR for name in one.about}
    return tuple(alarm for alarm in found.standing if alarm.incident not in about)


def _name(mechanism: Mechanism, record: Record, process: Process, at: dt.datetime) -> str:
    """The next consultation's name: the mechanism's, the day, and which of the day it is."""
    day = f"{mechanism.id}-{at.astimezone(dt.UTC):%Y%m%d}"
    taken = {e.subject for e in record if e.process == process.id and e.subject.startswith(day)}
    return f"{day}-{len(taken) + 1}"


def _check(mechanism: Mechanism, process: Process, record: Record, entry: Entry) -> None:
    if sentence := forbidden(mechanism, process, record, entry):
        raise NotAllowed(sentence)
