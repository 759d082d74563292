"""What closes where, from when to when, with which exceptions: each party's plan under one consultation.

A plan is what a party has agreed to or is asked to agree to; the closing itself is the party's own decision,
under its own law. Where the status of a crossing is not told, the plan says so and does not take it for open.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kordon.domain.measure import Crossing, CrossingStatus
from kordon.domain.reading import Unknown
from kordon.measures.mechanism.document import Close, Mechanism
from kordon.measures.mechanism.state import ASKED, Consultation, Seat
from kordon.measures.status import covers, status_on


@dataclass(frozen=True, slots=True)
class Planned:
    """One step on one border. ``state``: ``asked``, ``not_taken`` (the party does not agree or is silent),
    ``agreed`` (its agreement has not taken effect yet), ``planned``, ``due`` (time has come, nobody has
    reported it carried out), ``carried_out``, ``reopened``, ``lapsed``. ``starts`` and ``ends`` are ``None``
    until the agreement takes effect. ``closes`` are crossings to be closed, ``closed`` those that are already,
    ``untold`` those of which nothing is known."""

    party: str
    border: str
    step: str
    measure: str
    traffic: tuple[str, ...]
    state: str
    starts: dt.datetime | None
    ends: dt.datetime | None
    closes: tuple[str, ...]
    closed: tuple[str, ...]
    untold: tuple[str, ...]
    exceptions: tuple[str, ...]
    basis: str


def plan(
    mechanism: Mechanism,
    found: Consultation,
    crossings: Iterable[Crossing],
    statuses: Iterable[CrossingStatus],
    now: dt.datetime,
) -> tuple[Planned, ...]:
    """Every step of every party, in the order of the parties; crossings as they were when the consultation
    opened."""
    crossings, statuses = tuple(crossings), tuple(statuses)
    planned = []
    for seat in found.seats.values():
        for border in seat.party.borders:
            there = [crossing for crossing in crossings if crossing.border == border]
            for close in seat.party.closes:
                sorted_out = _crossings(close, there, statuses, found.opened_at.date())
                planned.append(_step(mechanism, seat, border, close, sorted_out, now))
    return tuple(planned)


def _step(
    mechanism: Mechanism,
    seat: Seat,
    border: str,
    close: Close,
    crossings: tuple[tuple[str, ...], ...],
    now: dt.datetime,
) -> Planned:
    taken = seat.closing_from is not None
    closes, closed, untold = crossings
    return Planned(
        party=seat.party.id,
        border=border,
        step=close.id,
        measure=close.measure,
        traffic=close.traffic,
        state=_state(seat, close, now),
        starts=seat.start_of(close) if taken else None,
        ends=seat.end_of(close) if taken else None,
        closes=closes,
        closed=closed,
        untold=untold,
        exceptions=tuple(dict.fromkeys((*mechanism.exceptions, *close.exceptions))),
        basis=close.basis,
    )


def _state(seat: Seat, close: Close, now: dt.datetime) -> str:
    if seat.released:
        return seat.released
    if seat.answer == ASKED:
        return "asked"
    if not seat.agrees:
        return "not_taken"
    if seat.closing_from is None:
        return "agreed"
    if close.id in seat.carried_out:
        return "carried_out"
    return "due" if now >= seat.start_of(close) else "planned"


def _crossings(
    close: Close, there: Sequence[Crossing], statuses: Sequence[CrossingStatus], day: dt.date
) -> tuple[tuple[str, ...], ...]:
    """Crossings of this traffic that are to close, that are closed for all of it, and that are not told of."""
    sorted_out: tuple[list[str], list[str], list[str]] = ([], [], [])
    for crossing in there:
        told = status_on(crossing, statuses, day)
        of_it = [status for traffic, status in told.items() if covers(close.traffic, traffic) or traffic == "all"]
        if not of_it:
            continue
        if all(status == "closed" for status in of_it):
            sorted_out[1].append(crossing.id)
        elif all(isinstance(status, Unknown) for status in of_it):
            sorted_out[2].append(crossing.id)
        else:
            sorted_out[0].append(crossing.id)
    return tuple(tuple(names) for names in sorted_out)
