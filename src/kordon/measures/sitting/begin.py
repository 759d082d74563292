"""From a decision to the measures that begin with it: the first entries of each, for the process ``measure``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from kordon.domain.errors import NotAllowed
from kordon.domain.record import Entry, Person, Value
from kordon.domain.report import stable_id
from kordon.measures.sitting.model import Decision, Put, Sitting

PROCESS = "measure"
ADOPTS, RECOMMENDS = "government", "commission"  # roles of the decision-maker


def begun(sitting: Sitting, states: Mapping[str, str], at: dt.datetime) -> tuple[Entry, ...]:
    """The first entries of the measures decided on: ``propose``, ``draft``, opinions, ``adopt`` or ``recommend``.

    A government adopts; a commission recommends, and the adoption is left to a government. The proposal is entered
    in the name of who put the option, the draft in that of the secretariat that called the sitting; all of them
    name the entries of the sitting as evidence. Opinions on an option, or on all, go with its measure, so that a
    gate before the adoption sees them. ``states``: the state that decides, by border. A decision on none of the
    options, or on something else, begins no measure by itself.

    Raises :class:`NotAllowed` for a sitting without a decision.
    """
    decision = sitting.decision
    if decision is None:
        raise NotAllowed(f"{sitting.id!r} has not decided anything, so no measure begins with it; decide first.")
    return tuple(entry for put in sitting.chosen for entry in _entries(sitting, put, decision, states, at))


def measure_of(sitting: Sitting, option: str) -> str:
    """The name of the measure that begins with an option of a sitting."""
    return f"{sitting.id}.{option}"


def _entries(
    sitting: Sitting, put: Put, decision: Decision, states: Mapping[str, str], at: dt.datetime
) -> tuple[Entry, ...]:
    offer = put.offer
    told: dict[str, Value] = {"sitting": sitting.id, "option": put.offer.id}
    assert offer.starts is not None and offer.ends is not None  # the policy on options has seen to it
    inside = offer.starts <= decision.next_review <= offer.ends
    proposed: dict[str, Value] = {
        **told,
        "kind": offer.kind,
        "borders": (offer.border,),
        "states": (states[offer.border],),
        "traffic": offer.traffic,
        "crossings": offer.crossings,
        "exceptions": offer.exceptions,
    }
    days: dict[str, Value] = {"starts": offer.starts.isoformat(), "ends": offer.ends.isoformat()}
    review: dict[str, Value] = {"review": decision.next_review.isoformat()} if inside else {}
    drafted: dict[str, Value] = {**told, "basis": offer.basis, **days, **review}
    why = put.why or f"It was put as option {offer.id} in the sitting {sitting.id}."
    evidence = tuple(dict.fromkeys((*put.evidence, put.entry)))
    last = "adopt" if ADOPTS in decision.by.roles else "recommend"
    closing: dict[str, Value] = {**told, **days} if last == "adopt" else told
    opinions = [o for o in sitting.opinions if o.about in ("", offer.id)]
    return (
        _entry(sitting, put, "propose", put.by, at, why, evidence, proposed),
        _entry(sitting, put, "draft", sitting.called.by, at, "", (put.entry,), drafted),
        *(
            _entry(sitting, put, "opine", o.by, at, o.why, (), {"office": o.office, "opinion": o.opinion}, number)
            for number, o in enumerate(opinions)
        ),
        _entry(sitting, put, last, decision.by, at, decision.why, (*decision.evidence, decision.entry), closing),
    )


def _entry(
    sitting: Sitting,
    put: Put,
    does: str,
    by: Person,
    at: dt.datetime,
    why: str,
    evidence: tuple[str, ...],
    data: Mapping[str, Value],
    number: int = 0,
) -> Entry:
    subject = measure_of(sitting, put.offer.id)
    name = stable_id("entry", PROCESS, subject, does, number)
    return Entry(name, PROCESS, subject, does, by, at, why, evidence, data)
