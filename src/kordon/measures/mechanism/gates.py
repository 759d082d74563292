"""The policies that the process document names: each answers why a step may not be taken, or ''."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kordon.domain.record import Entry
from kordon.measures.mechanism.clock import due
from kordon.measures.mechanism.document import Mechanism
from kordon.measures.mechanism.state import ASKED, DAY, SILENT, Consultation, Seat, open_one, opening, view
from kordon.measures.process import Policies, Process

WITHDRAWALS = ("withdrawn", "downgraded")
Entries = Sequence[Entry]


def policies(mechanism: Mechanism, process: Process, record: Entries) -> Policies:
    """Every gate of the document, for an entry that is to follow ``record``."""
    gates = Gates(mechanism, process, tuple(record))
    return {
        "alone": gates.alone,
        "covered": gates.covered,
        "sure": gates.sure,
        "declared": gates.declared,
        "own_party": gates.own_party,
        "settled": gates.settled,
        "due": gates.is_due,
        "may_answer": gates.may_answer,
        "may_ask_time": gates.may_ask_time,
        "is_closing": gates.is_closing,
        "in_plan": gates.in_plan,
        "new_incident": gates.new_incident,
        "may_withdraw": gates.may_withdraw,
        "quiet": gates.quiet,
    }


@dataclass(frozen=True, slots=True)
class Gates:
    mechanism: Mechanism
    process: Process
    record: tuple[Entry, ...]

    def alone(self, entries: Entries, entry: Entry) -> str:
        """No consultation is opened while another one is open."""
        current = open_one(self.mechanism, self.process, self.record)
        if current is None:
            return ""
        step = opening(current)
        return (
            f"Consultation {current.id!r} is open; the incident joins it by {step!r}, so that no party is asked "
            "the same in two places."
        )

    def covered(self, entries: Entries, entry: Entry) -> str:
        """The border is one of the mechanism's, the trigger one of its triggers, the document the one in use."""
        border, trigger = entry.data.get("border"), str(entry.data.get("trigger"))
        if border not in self.mechanism.borders:
            known = ", ".join(self.mechanism.borders)
            return f"{border!r} is no border of the mechanism {self.mechanism.id!r}; its borders are {known}."
        if self.mechanism.watch(trigger) is None and not self._owners(trigger):
            known = ", ".join(dict.fromkeys((*(t.id for t in self.mechanism.triggers), *self._own())))
            return f"{trigger!r} is no trigger of the mechanism; its triggers are {known}."
        if not entries and entry.data.get("mechanism") != self.mechanism.hash:
            return "A consultation is opened under the document in use; give its hash as 'mechanism'."
        return ""

    def sure(self, entries: Entries, entry: Entry) -> str:
        """What is told in words of doubt is opened by a person."""
        doubt = entry.data.get("doubt")
        if doubt and "watch" not in entry.by.roles:
            return f"The incident is told with {doubt!r}, so a person of the watch has to open the consultation."
        if doubt and not entry.why.strip():
            return f"The incident is told with {doubt!r}; say why it is taken for a trigger all the same."
        return ""

    def declared(self, entries: Entries, entry: Entry) -> str:
        """A state's own trigger is declared by that state, for its own border, with a reason; nobody else can."""
        trigger, border = str(entry.data.get("trigger")), str(entry.data.get("border"))
        party = str(entry.data.get("party") or "")
        if self.mechanism.watch(trigger) is not None:
            if party:
                return f"{trigger!r} is nobody's own trigger; leave 'party' out."
            if "party" in entry.by.roles and "watch" not in entry.by.roles:
                holder = self.mechanism.holder(border)
                if holder is None or not speaks_for(entry, holder.id):
                    return f"{entry.by.id!r} may report an incident on its own border only."
            return ""
        owners = self._owners(trigger)
        if party not in owners:
            return f"{trigger!r} is declared by the state whose trigger it is: {', '.join(owners)}."
        if border not in self.mechanism.parties[party].borders:
            return f"{party} declares {trigger!r} for its own border, and {border} is not one."
        if not entry.why.strip():
            return f"A declaration of {trigger!r} needs a reason; say why in a sentence."
        return "" if speaks_for(entry, party) else f"{entry.by.id!r} does not speak for {party}."

    def own_party(self, entries: Entries, entry: Entry) -> str:
        party = str(entry.data.get("party"))
        if party not in self.mechanism.parties:
            known = ", ".join(self.mechanism.parties)
            return f"{party!r} is no party of the mechanism; the parties are {known}."
        return "" if speaks_for(entry, party) else f"{entry.by.id!r} does not speak for {party}."

    def settled(self, entries: Entries, entry: Entry) -> str:
        """Nothing is done while something that takes effect by itself waits to be recorded."""
        waits = due(self.mechanism, self._seen(entries), entry.at)
        if waits is None:
            return ""
        when = waits.at.isoformat(timespec="minutes")
        return f"{waits.does!r} fell due at {when} and is not recorded; advance the record to this time first."

    def is_due(self, entries: Entries, entry: Entry) -> str:
        """Only the one step that is due, with what the record makes of it."""
        waits = due(self.mechanism, self._seen(entries), entry.at)
        if waits is not None and (waits.does, waits.data) == (entry.does, dict(entry.data)):
            return ""
        what = "nothing" if waits is None else f"{waits.does!r} at {waits.at.isoformat(timespec='minutes')}"
        return f"{entry.does!r} is not what is due then; due is {what}."

    def may_answer(self, entries: Entries, entry: Entry) -> str:
        found, seat = self._seat(entries, entry)
        if seat.closing:
            return f"{seat.party.id} is closing already; to end that, it reopens."
        if found.state != "consulting" and seat.agrees:
            return f"{seat.party.id} has agreed, and the consultation has gone on from there."
        return ""

    def may_ask_time(self, entries: Entries, entry: Entry) -> str:
        _, seat = self._seat(entries, entry)
        if seat.answer != ASKED:
            said = "was silent at its deadline" if seat.answer == SILENT else "has answered"
            return f"{seat.party.id} {said}; it can still answer, and needs no time for that."
        if seat.more_time:
            return f"{seat.party.id} has had more time in this round; it has to answer now."
        return _whole(entry, "hours", self.mechanism.hours.more_time)

    def is_closing(self, entries: Entries, entry: Entry) -> str:
        _, seat = self._seat(entries, entry)
        if not seat.closing:
            return f"{seat.party.id} has nothing closed under this consultation."
        most = max(close.days for close in seat.party.closes)
        return _whole(entry, "days", most) if entry.does == "extend" else ""

    def in_plan(self, entries: Entries, entry: Entry) -> str:
        _, seat = self._seat(entries, entry)
        steps = [close.id for close in seat.party.closes] if seat.closing else []
        if entry.data.get("step") not in steps:
            step = entry.data.get("step")
            return (
                f"{step!r} is no step that {seat.party.id} carries out; its steps: {', '.join(steps) or 'none'}."
            )
        if entry.data["step"] in seat.carried_out:
            return f"{seat.party.id} has reported {entry.data['step']!r} as carried out."
        return ""

    def new_incident(self, entries: Entries, entry: Entry) -> str:
        name = entry.data.get("incident")
        if any(alarm.incident == name for alarm in self._seen(entries).standing):
            return f"Incident {name!r} is part of this consultation already."
        return ""

    def may_withdraw(self, entries: Entries, entry: Entry) -> str:
        name, how = entry.data.get("incident"), entry.data.get("how")
        if how not in WITHDRAWALS:
            return f"{how!r} is not a way in which an incident falls; write {' or '.join(WITHDRAWALS)}."
        alarm = next((a for a in self._seen(entries).standing if a.incident == name), None)
        if alarm is None:
            return f"No incident {name!r} stands in this consultation."
        holder = self.mechanism.holder(alarm.border)
        if holder is not None and speaks_for(entry, holder.id):
            return ""
        if "watch" in entry.by.roles and not alarm.declared_by:
            return ""
        others = "" if alarm.declared_by else ", or for the watch"
        return f"{entry.by.id!r} may not withdraw {name!r}: that is for the party whose border it was on{others}."

    def quiet(self, entries: Entries, entry: Entry) -> str:
        last = max((alarm.at for alarm in self._seen(entries).standing), default=None)
        days = self.mechanism.stand_down_days
        if last is None or entry.at >= last + days * DAY:
            return ""
        when = (last + days * DAY).isoformat(timespec="minutes")
        return f"Standing down begins after {days} days without an incident, so from {when} on."

    def _seen(self, entries: Entries) -> Consultation:
        return view(self.mechanism, self.process, entries)

    def _seat(self, entries: Entries, entry: Entry) -> tuple[Consultation, Seat]:
        """The seat that an entry is about; ``own_party``, which stands before in the document, has seen to it."""
        found = self._seen(entries)
        return found, found.seats[str(entry.data["party"])]

    def _owners(self, trigger: str) -> tuple[str, ...]:
        return tuple(p.id for p in self.mechanism.parties.values() if p.own_trigger(trigger) is not None)

    def _own(self) -> tuple[str, ...]:
        return tuple(own.id for party in self.mechanism.parties.values() for own in party.own)


def speaks_for(entry: Entry, party: str) -> bool:
    """Whether the account holds the role of a party's office, ``party:PL``."""
    return f"party:{party}" in entry.by.roles


def _whole(entry: Entry, name: str, most: int) -> str:
    value = entry.data.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
        return f"{value!r} is not possible for {name!r}; write a whole number from 1 to {most}."
    return ""
