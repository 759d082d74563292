"""An impact estimate for an option from what public data tells: who passes where, and what came before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from kordon.domain.measure import Crossing, CrossingStatus
from kordon.domain.reading import Unknown
from kordon.domain.record import Entry, Person, Value
from kordon.domain.time import Date
from kordon.measures.life import Impact as Found
from kordon.measures.life import Life, impact, life_of
from kordon.measures.process import Process
from kordon.measures.sitting.model import Estimate, Impact, Offer

TOUCHES_NONE = "sitting-touches-none"  # a key of the phrase book: no words of anybody's
PASSES_UNTOLD = Unknown("sitting-passes-not-told")
NO_LAST_TIME = Unknown("sitting-no-last-time")


def estimated(
    offer: Offer,
    process: Process,
    crossings: Iterable[Crossing],
    statuses: Sequence[CrossingStatus],
    known: Mapping[str, Life],
    day: Date,
    by: Person,
) -> Impact:
    """The estimate of an option as if it held on ``day``, by the rules of :func:`kordon.measures.life.impact`.

    ``process``: that of a measure; ``known``: the measures of the record. Names stay ids, so that the words belong
    to no language.
    """
    return told(impact(_as_measure(offer, process, day, by), crossings, statuses, known, day))


def told(found: Found) -> Impact:
    """An impact under the headings of a sitting; what nobody tells stays unknown, with its reason."""
    return {
        "passes": _passes(found),
        "trade": _number(found.trade),
        "labour": _number(found.labour),
        "last_time": _last_time(found),
    }


def _passes(found: Found) -> Estimate | Unknown:
    passing = [t for t in found.touched if t.passing]
    if not passing:
        return PASSES_UNTOLD if any(t.untold for t in found.touched) else Estimate(TOUCHES_NONE)
    words = "; ".join(f"{t.crossing}: {', '.join(t.passing)}" for t in passing)
    people = None if isinstance(found.passengers, Unknown) else found.passengers
    return Estimate(words, people, people, evidence=tuple(t.crossing for t in passing))


def _number(value: float | Unknown) -> Estimate | Unknown:
    return value if isinstance(value, Unknown) else Estimate(f"{value:g}", value, value)


def _last_time(found: Found) -> Estimate | Unknown:
    if not found.earlier:
        return NO_LAST_TIME
    return Estimate("; ".join(f"{e.measure} ({e.border}, {e.since or '?'}, {e.state})" for e in found.earlier))


def _as_measure(offer: Offer, process: Process, day: Date, by: Person) -> Life:
    """The option as a measure that nobody has taken: what :func:`impact` wants to see."""
    data: dict[str, Value] = {
        "kind": offer.kind,
        "borders": (offer.border,),
        "crossings": offer.crossings,
        "traffic": offer.traffic,
    }
    at = dt.datetime.combine(day, dt.time(), dt.UTC)
    return life_of(process, [Entry(offer.id, process.id, offer.id, "propose", by, at, data=data)])
