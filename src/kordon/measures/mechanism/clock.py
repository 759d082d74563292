"""What takes effect by itself: deadlines that have passed, and the state that the parties' answers lead to.

Every such entry says in ``effective`` at which moment it fell due, which the record alone decides. So a
consultation is the same however often and however late the clock is run; only when an entry was recorded differs.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kordon.domain.record import Value
from kordon.measures.mechanism.document import Mechanism
from kordon.measures.mechanism.state import ASKED, EFFECTIVE, HOUR, Consultation


@dataclass(frozen=True, slots=True)
class Due:
    does: str
    at: dt.datetime
    party: str = ""

    @property
    def data(self) -> dict[str, Value]:
        told: dict[str, Value] = {EFFECTIVE: self.at.isoformat()}
        return told | {"party": self.party} if self.party else told


def due(mechanism: Mechanism, found: Consultation, now: dt.datetime) -> Due | None:
    """The next step that takes effect by itself at ``now`` or before, ``None`` where nothing does.

    What the answers decide comes first, at the moment of the last entry. A deadline has passed when it is over:
    what is done at the deadline is in time.
    """
    step = settled(found)
    if step:
        return Due(step, found.changed_at)
    passed = [one for one in _deadlines(mechanism, found) if one.at < now]
    if not passed:
        return None
    first = min(passed, key=lambda one: one.at)
    return Due(first.does, max(first.at, found.changed_at), first.party)


def settled(found: Consultation) -> str:
    """The step that answers and incidents call for as they stand; '' where they call for none."""
    seats = found.seats.values()
    agree = sum(seat.agrees for seat in seats)
    closing = any(seat.closing for seat in seats)
    match found.state:
        case "consulting" if not found.standing:
            return "false_alarm" if closing else "call_off"
        case "consulting" if all(seat.answer != ASKED for seat in seats):
            return "conclude_joint" if agree == len(seats) else "conclude_partly" if agree else "conclude_none"
        case "joint" | "partial" if not closing:
            return "finish"
        case "joint" | "partial" if not found.standing:
            return "false_alarm"
        case "joint" if agree < len(seats):
            return "reduce"
        case "partial" if agree == len(seats):
            return "complete"
        case "none_agreed" if not found.standing:
            return "call_off"
        case "none_agreed" if agree:
            return "agree_late"
        case "standing_down" if not closing:
            return "finish"
    return ""


def _deadlines(mechanism: Mechanism, found: Consultation) -> list[Due]:
    """Every deadline that runs, in the order of the parties."""
    if found.final:
        return []
    runs: list[Due] = []
    for name, seat in found.seats.items():
        if found.state == "consulting" and seat.answer == ASKED:
            if not seat.reminded:
                runs.append(Due("remind", seat.asked_at + mechanism.hours.remind * HOUR, name))
            runs.append(Due("fall_silent", seat.deadline, name))
        if seat.closing and seat.until is not None:
            runs.append(Due("lapse", seat.until, name))
    if found.state == "none_agreed" and found.concluded_at is not None:
        runs.append(Due("close_file", found.concluded_at + mechanism.hours.late_answer * HOUR))
    return runs
