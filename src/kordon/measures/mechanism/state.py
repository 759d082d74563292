"""What the record says of one consultation: its incidents, each party's seat, and the state they lead to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kordon.domain.errors import DomainError
from kordon.domain.record import Entry
from kordon.measures.mechanism.document import Close, Mechanism, Party
from kordon.measures.process import Process, entries_of, state_of

OPENING = ("open", "join", "ask_again")
FINAL = ("called_off", "no_measures", "ended")
ASKED, AGREES, DISAGREES, SILENT = "asked", "agrees", "disagrees", "silent"
EFFECTIVE = (
    "effective"  # in the data of what takes effect by itself: when it did, which is not when it was recorded
)
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Alarm:
    """One incident of the consultation. ``declared_by`` is the party whose own trigger it is, '' for an incident
    that any party's border can have; ``withdrawn`` says how it fell, '' while it stands."""

    incident: str
    trigger: str
    border: str
    at: dt.datetime
    declared_by: str = ""
    withdrawn: str = ""
    why: str = ""

    @property
    def stands(self) -> bool:
        return not self.withdrawn


@dataclass(frozen=True, slots=True)
class Seat:
    """One party: what it was asked when, by when it answers, what it said, and its closing.

    ``closing_from`` is when its agreement took effect, from which its plan counts; ``released`` says how its
    closing came to its end (``reopened``, ``lapsed``), '' while it runs.
    """

    party: Party
    asked_at: dt.datetime
    deadline: dt.datetime
    answer: str = ASKED
    why: str = ""
    answered_at: dt.datetime | None = None
    more_time: bool = False
    reminded: bool = False
    closing_from: dt.datetime | None = None
    extra_days: int = 0
    released: str = ""
    carried_out: tuple[str, ...] = ()

    @property
    def agrees(self) -> bool:
        """Whether it stands by its agreement; a party that has reopened, or let its closing lapse, does not."""
        return self.answer == AGREES and not self.released

    @property
    def closing(self) -> bool:
        """Whether it has taken on a closing that has not come to its end."""
        return self.closing_from is not None and not self.released and bool(self.party.closes)

    @property
    def until(self) -> dt.datetime | None:
        """When the last step of its closing ends."""
        if self.closing_from is None or not self.party.closes:
            return None
        return max(self.end_of(close) for close in self.party.closes)

    def start_of(self, close: Close) -> dt.datetime:
        assert self.closing_from is not None
        return self.closing_from + close.after_hours * HOUR

    def end_of(self, close: Close) -> dt.datetime:
        return self.start_of(close) + (close.days + self.extra_days) * DAY


@dataclass(frozen=True, slots=True)
class Consultation:
    """All of it, as the entries leave it. ``regional`` are the other borders, whose parties are consulted."""

    id: str
    state: str
    opened_at: dt.datetime
    changed_at: dt.datetime  # when the last entry took effect
    concluded_at: dt.datetime | None
    alarms: tuple[Alarm, ...]
    seats: Mapping[str, Seat]
    regional: tuple[str, ...]
    entries: tuple[Entry, ...]

    @property
    def final(self) -> bool:
        return self.state in FINAL

    @property
    def standing(self) -> tuple[Alarm, ...]:
        return tuple(alarm for alarm in self.alarms if alarm.stands)

    def those(self, answer: str) -> tuple[Seat, ...]:
        return tuple(seat for seat in self.seats.values() if seat.answer == answer)


def view(mechanism: Mechanism, process: Process, entries: Sequence[Entry]) -> Consultation:
    """Entries about one consultation, which have been checked, as one value."""
    first = entries[0]
    if first.data.get("mechanism") != mechanism.hash:
        told = str(first.data.get("mechanism"))[:12]
        raise DomainError(
            f"Consultation {first.subject!r} was opened under another document of the mechanism ({told}, not "
            f"{mechanism.hash[:12]}); hand that one over."
        )
    alarms: list[Alarm] = []
    seats: dict[str, Seat] = {}
    concluded: dt.datetime | None = None
    for n, entry in enumerate(entries):
        if entry.does in OPENING:
            alarms.append(_alarm(entry))
            seats = {p.id: _asked(mechanism, p, seats.get(p.id), entry) for p in mechanism.parties.values()}
            concluded = None if entry.does == "ask_again" else concluded
        elif entry.does == "withdraw":
            alarms = [_withdrawn(alarm, entry) for alarm in alarms]
        elif entry.does in ("conclude_joint", "conclude_partly", "conclude_none"):
            concluded = effective(entry)
            seats = {key: _in_effect(seat, concluded) for key, seat in seats.items()}
        elif "party" in entry.data:
            party = str(entry.data["party"])
            seat = _seat(mechanism, seats[party], entry)
            seats[party] = _in_effect(seat, entry.at) if state_of(process, entries[:n]) != "consulting" else seat
    state = state_of(process, entries)
    assert state is not None
    hit = {alarm.border for alarm in alarms if alarm.stands} or {alarm.border for alarm in alarms}
    regional = tuple(border for border in mechanism.borders if border not in hit)
    return Consultation(
        first.subject,
        state,
        first.at,
        effective(entries[-1]),
        concluded,
        tuple(alarms),
        seats,
        regional,
        tuple(entries),
    )


def consultations(mechanism: Mechanism, process: Process, record: Sequence[Entry]) -> Mapping[str, Consultation]:
    """Every consultation of a record, in the order in which they were opened.

    Those that have ended under another document of the mechanism are passed over; see :func:`ended_elsewhere`.
    One that is open under another document raises :class:`DomainError`: it has to be ended under its own.
    """
    others = ended_elsewhere(mechanism, process, record)
    subjects = dict.fromkeys(e.subject for e in record if e.process == process.id and e.subject not in others)
    return {one: view(mechanism, process, entries_of(process, record, one)) for one in subjects}


def ended_elsewhere(mechanism: Mechanism, process: Process, record: Sequence[Entry]) -> tuple[str, ...]:
    """The consultations that were opened and have ended under another document, by name."""
    subjects = dict.fromkeys(e.subject for e in record if e.process == process.id)
    found = {one: entries_of(process, record, one) for one in subjects}
    return tuple(
        one
        for one, entries in found.items()
        if entries[0].data.get("mechanism") != mechanism.hash and state_of(process, entries) in FINAL
    )


def open_one(mechanism: Mechanism, process: Process, record: Sequence[Entry]) -> Consultation | None:
    """The consultation that is open; there is never more than one."""
    return next((c for c in consultations(mechanism, process, record).values() if not c.final), None)


def opening(found: Consultation | None) -> str:
    """The step by which an incident comes in: it opens a consultation, joins the round that runs, or asks anew."""
    if found is None or found.final:
        return "open"
    return "join" if found.state in ("consulting", "joint") else "ask_again"


def effective(entry: Entry) -> dt.datetime:
    """When an entry took effect: when it was made or, of what takes effect by itself, when that fell due."""
    told = entry.data.get(EFFECTIVE)
    return entry.at if told is None else dt.datetime.fromisoformat(str(told))


def _alarm(entry: Entry) -> Alarm:
    told = entry.data
    by = str(told.get("party") or "")
    return Alarm(str(told["incident"]), str(told["trigger"]), str(told["border"]), entry.at, by)


def _withdrawn(alarm: Alarm, entry: Entry) -> Alarm:
    if alarm.incident != entry.data["incident"] or not alarm.stands:
        return alarm
    return replace(alarm, withdrawn=str(entry.data["how"]), why=entry.why)


def _asked(mechanism: Mechanism, party: Party, seat: Seat | None, entry: Entry) -> Seat:
    """A party's seat when an incident comes in. The declaring party has agreed and closes at once; a new round
    asks anew whoever does not agree; an incident that joins an open round moves no deadline."""
    fresh = Seat(party, entry.at, entry.at + mechanism.hours.answer * HOUR)
    if seat is None or (entry.does == "ask_again" and not seat.agrees):
        seat = fresh
    if entry.data.get("party") == party.id and not seat.closing:
        seat = replace(
            seat, answer=AGREES, why=entry.why, answered_at=entry.at, closing_from=entry.at, released="",
            carried_out=(), extra_days=0,
        )  # fmt: skip
    return seat


def _in_effect(seat: Seat, at: dt.datetime) -> Seat:
    return replace(seat, closing_from=at) if seat.answer == AGREES and seat.closing_from is None else seat


def _seat(mechanism: Mechanism, seat: Seat, entry: Entry) -> Seat:
    match entry.does:
        case "agree":
            fresh = replace(seat, closing_from=None, released="", carried_out=(), extra_days=0)
            return replace(fresh, answer=AGREES, why=entry.why, answered_at=entry.at)
        case "disagree":
            return replace(seat, answer=DISAGREES, why=entry.why, answered_at=entry.at)
        case "ask_time":
            hours = int(float(str(entry.data["hours"])))
            return replace(seat, deadline=seat.deadline + hours * HOUR, more_time=True)
        case "remind":
            return replace(seat, reminded=True)
        case "fall_silent":
            return replace(seat, answer=SILENT)
        case "lapse":
            return replace(seat, released="lapsed")
        case "reopen":
            return replace(seat, released="reopened", why=entry.why)
        case "extend":
            return replace(seat, extra_days=seat.extra_days + int(str(entry.data["days"])))
        case "carry_out":
            return replace(seat, carried_out=(*seat.carried_out, str(entry.data["step"])))
    return seat
