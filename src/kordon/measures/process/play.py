"""Play a record through its process: which state the entries lead to, and what may be done next.

Every check gives one sentence, so that ``can`` and ``check`` say the same: a page shows it, a command raises it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kordon.domain.errors import NotAllowed
from kordon.domain.record import SYSTEM, Entry, Person
from kordon.measures.process.model import Process, Step

# A policy looks at the entries so far and the one that is asked for; it answers a sentence, or '' to let it pass.
Policy = Callable[[Sequence[Entry], Entry], str]
Policies = Mapping[str, Policy]


@dataclass(frozen=True, slots=True)
class Choice:
    """A step that leads on, and why it may not be taken now ('' where it may)."""

    step: Step
    why_not: str

    @property
    def allowed(self) -> bool:
        return not self.why_not


def entries_of(process: Process, record: Iterable[Entry], subject: str) -> tuple[Entry, ...]:
    """The entries about one thing, in the order in which they were recorded."""
    return tuple(e for e in record if e.process == process.id and e.subject == subject)


def state_of(process: Process, entries: Sequence[Entry]) -> str | None:
    """The state that entries about one thing lead to; ``None`` before the first. They must have been checked."""
    state: str | None = None
    for entry in entries:
        state = process.steps[entry.does].to or state
    return state


def why_not(process: Process, entries: Sequence[Entry], entry: Entry, policies: Policies) -> str:
    """Why an entry may not follow others about the same thing, as one sentence; '' where it may."""
    step = process.steps.get(entry.does)
    if step is None:
        known = ", ".join(process.steps)
        return f"{entry.does!r} is not a step of {process.id!r}; the steps are {known}."
    state = state_of(process, entries)
    if state is None and not step.starts:
        return f"There is no {entry.subject!r} yet, so {step.id!r} cannot be its first step."
    if state is not None and state not in step.sources:
        nexts = ", ".join(s.id for s in process.steps_from(state)) or "none"
        return f"{entry.subject!r} is {state!r}, and {step.id!r} is no step from there; possible steps: {nexts}."
    return (
        _clock(entries, entry)
        or _duty(step, entries, entry)
        or _told(step, entry)
        or next((no for name in step.gates if (no := policies[name](entries, entry))), "")
    )


def check(process: Process, entries: Sequence[Entry], entry: Entry, policies: Policies) -> None:
    """Raise :class:`NotAllowed` with the sentence of :func:`why_not`, where there is one."""
    if sentence := why_not(process, entries, entry, policies):
        raise NotAllowed(sentence)


def choices(
    process: Process, entries: Sequence[Entry], by: Person, at: dt.datetime, policies: Policies
) -> tuple[Choice, ...]:
    """The steps that lead on from here, each with why this person may not take it now. What a step needs to be
    told is not asked yet."""
    state = state_of(process, entries)
    subject = entries[-1].subject if entries else ""
    found = []
    for step in process.steps_from(state):
        entry = Entry("", process.id, subject, step.id, by, at)
        sentence = _clock(entries, entry) or _duty(step, entries, entry)
        sentence = sentence or next((no for name in step.gates if (no := policies[name](entries, entry))), "")
        found.append(Choice(step, sentence))
    return tuple(found)


def replayed(process: Process, record: Iterable[Entry], policies: Policies) -> Mapping[str, str]:
    """The state of everything that a record speaks of, checked entry by entry as when it was written.

    Raises :class:`NotAllowed`, naming the entry, where a record has been tampered with.
    """
    so_far: dict[str, list[Entry]] = {}
    for entry in record:
        if entry.process != process.id:
            continue
        entries = so_far.setdefault(entry.subject, [])
        if sentence := why_not(process, entries, entry, policies):
            raise NotAllowed(f"Entry {entry.id!r} of the record cannot stand: {sentence}")
        entries.append(entry)
    return {subject: state for subject, e in so_far.items() if (state := state_of(process, e)) is not None}


def _clock(entries: Sequence[Entry], entry: Entry) -> str:
    if entry.at.tzinfo is None:
        return f"The time of {entry.does!r} has no zone; give it one, such as +00:00."
    if entries and entry.at < entries[-1].at:
        last = entries[-1].at.isoformat(timespec="minutes")
        now = entry.at.isoformat(timespec="minutes")
        return f"{entry.does!r} at {now} would come before the last entry at {last}; set the clock right."
    return ""


def _duty(step: Step, entries: Sequence[Entry], entry: Entry) -> str:
    if step.by_itself:
        return (
            ""
            if set(SYSTEM.roles) <= set(entry.by.roles)
            else f"{step.id!r} takes effect by itself; nobody takes it."
        )
    if not set(step.roles) & set(entry.by.roles):
        return f"{entry.by.id!r} may not {step.id!r}: that is for {' or '.join(step.roles)}."
    for other in step.not_by:
        if any(e.does == other and e.by.id == entry.by.id for e in entries):
            return f"{entry.by.id!r} took {other!r} and may not {step.id!r} the same; another person has to."
    return ""


def _told(step: Step, entry: Entry) -> str:
    if step.reason and not entry.why.strip():
        return f"{step.id!r} needs a reason; say why in a sentence."
    if step.evidence and not entry.evidence:
        return f"{step.id!r} needs evidence; name an incident, reading, assessment or report."
    missing = [name for name in step.needs if entry.data.get(name) in (None, "", ())]
    return f"{step.id!r} needs {', '.join(missing)}; give it as data." if missing else ""
