"""A public ledger of measures replayed through the process.

The columns of a ledger tell less than a record does. What they do not tell is derived, only by the rules of
:data:`RULES`, and every entry that was derived is listed with its rule. A row that no rule helps is listed with
the reason; it is never forced into a state.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kordon.domain.coded import Status
from kordon.domain.errors import DomainError
from kordon.domain.measure import Measure
from kordon.domain.record import Entry, Person, Value
from kordon.domain.report import stable_id
from kordon.domain.time import ONE_DAY, Date
from kordon.measures.ledger import TAKES_FORCE
from kordon.measures.life.advance import advanced, states
from kordon.measures.life.measure import FACTS
from kordon.measures.life.policies import policies
from kordon.measures.life.rules import Rules
from kordon.measures.process import entries_of, why_not

RULES: Mapping[str, str] = {
    "day-of-publication": "No day of the decision is told: it was taken by the day of publication at the latest.",
    "proposed-with-the-decision": "Nothing tells who proposed it and when: on the day of the decision at latest.",
    "drafted-with-the-decision": "Nothing tells of a draft: there was one on the day of the decision.",
    "adopted-by-the-first-day": "No day of the decision is told: it was taken on the first day at the latest.",
    "adopted-by-the-eve": "No day of the decision is told: an extension was adopted before the day it begins.",
    "no-end-told": "No end and no review are told: the measure stands without an end.",
    "standing-when-extended": (
        "No day is told, and another row extends it: it stood when that row's decision was taken."
    ),
    "lifted-as-told": "Nothing tells of weeks of calm: it was lifted for the reason told.",
}
ASKED = (Status.ASKED, Status.PROPOSED, Status.PLANNED, Status.CONDITIONAL)
SPOKEN = (Status.ANNOUNCED, Status.AGREED)
_OFFICES = {
    role: Person(f"ledger-{role}", (role,)) for role in ("secretariat", "government")
}  # no row tells who acted


@dataclass(frozen=True, slots=True)
class Assumed:
    """An entry that no column tells, or not wholly, and the rule that it was derived by."""

    measure: str
    entry: str
    step: str
    rule: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that does not replay, and why, as a sentence."""

    measure: str
    why: str


@dataclass(frozen=True, slots=True)
class Replay:
    """``states`` of every row that replays; ``assumed`` and ``refused`` in the order of the ledger's days."""

    record: tuple[Entry, ...]
    states: Mapping[str, str]
    assumed: tuple[Assumed, ...]
    refused: tuple[Refused, ...]

    @property
    def counts(self) -> Mapping[str, int]:
        """How many rows ended in each state."""
        return Counter(self.states.values())

    @property
    def by_rule(self) -> Mapping[str, int]:
        """How many entries each rule derived."""
        return Counter(one.rule for one in self.assumed)


@dataclass(frozen=True, slots=True)
class _Row:
    measure: Measure
    entries: tuple[Entry, ...]
    assumed: tuple[Assumed, ...]


class _Untold(Exception):
    """Why a row cannot be placed."""


def replay(rules: Rules, measures: Iterable[Measure], now: dt.datetime) -> Replay:
    """Play the rows of a ledger up to ``now``, each entry checked as a person's would be."""
    known = {m.id: m for m in measures}
    rows, refused = [], []
    for measure in known.values():
        try:
            rows.append(_row(rules, measure, known))
        except _Untold as untold:
            refused.append(Refused(measure.id, str(untold)))
    planned = sorted(
        ((e.at, n, k, e) for n, row in enumerate(rows) for k, e in enumerate(row.entries)),
        key=lambda p: p[:3],
    )
    record: list[Entry] = []
    out: set[str] = set()
    for at, _, _, entry in planned:
        if entry.subject in out or at > now:
            continue
        record += advanced(rules, record, at)
        about = entries_of(rules.process, record, entry.subject)
        if sentence := why_not(rules.process, about, entry, policies(rules, record)):
            out.add(entry.subject)
            refused.append(Refused(entry.subject, sentence))
            continue
        record.append(entry)
    record += advanced(rules, record, now)
    entered = {e.id for e in record}
    return Replay(
        tuple(record),
        states(rules, record),
        tuple(a for row in rows for a in row.assumed if a.entry in entered),
        tuple(refused),
    )


def _row(rules: Rules, measure: Measure, known: Mapping[str, Measure]) -> _Row:
    if measure.status is Status.LIFTED:
        return _lifted(rules, measure)
    if measure.status in ASKED or measure.status in SPOKEN:
        return _spoken(rules, measure)
    if measure.status not in TAKES_FORCE:
        raise _Untold(
            f"The row only mentions the measure ({measure.status.value}); nothing tells what became of it."
        )
    if measure.in_force.start is None:
        return _standing(rules, measure, known)
    return _adopted(rules, measure, known, measure.in_force.start)


def _facts(measure: Measure) -> dict[str, Value]:
    facts: dict[str, Value] = {
        "kind": measure.kind,
        "borders": measure.place.borders,
        "states": measure.countries,
        "crossings": measure.place.crossings,
        "traffic": measure.traffic,
        "where": measure.where,
        "row": measure.id,
    }
    return {name: value for name, value in facts.items() if value or name not in FACTS}


class _Book:
    """The entries of one row, each at the beginning of a day where the measure is decided."""

    def __init__(self, rules: Rules, measure: Measure) -> None:
        self.rules, self.measure = rules, measure
        self.entries: list[Entry] = []
        self.assumed: list[Assumed] = []

    def add(self, does: str, office: str, day: Date, rules: Iterable[str] = (), **data: Value) -> None:
        measure = self.measure
        state = measure.countries[0] if measure.countries else ""
        try:
            at = self.rules.settings.midnight(state, day)
        except DomainError as error:
            raise _Untold(str(error)) from None
        subject = str(data.pop("subject", measure.id))
        name = stable_id("ledger", measure.id, does)
        why = measure.basis or "as the ledger tells"
        evidence = measure.reports or (measure.id,)
        self.entries.append(
            Entry(name, self.rules.process.id, subject, does, _OFFICES[office], at, why, evidence, data)
        )
        self.assumed += [Assumed(measure.id, name, does, rule) for rule in rules]

    @property
    def row(self) -> _Row:
        return _Row(self.measure, tuple(self.entries), tuple(self.assumed))


def _spoken(rules: Rules, measure: Measure) -> _Row:
    """Asked for, planned, announced: a proposal, whatever dates stand beside it."""
    day = measure.decided_on or measure.known_from
    if day is None:
        raise _Untold("No day is told, neither of the decision nor of the publication.")
    book = _Book(rules, measure)
    dated = () if measure.decided_on else ("day-of-publication",)
    if measure.status in ASKED:
        book.add("propose", "secretariat", day, dated, **_facts(measure))
    else:
        book.add("propose", "secretariat", day, ("proposed-with-the-decision",), **_facts(measure))
        book.add("announce", "government", day, dated)
    return book.row


def _adopted(rules: Rules, measure: Measure, known: Mapping[str, Measure], start: Date) -> _Row:
    end, extends = measure.in_force.end, measure.extends
    if measure.status is Status.EXTENDED and extends is None:
        raise _Untold("The row tells of an extension, but not of what it extends.")
    if extends is not None and extends not in known:
        raise _Untold(f"The row extends {extends!r}, which the ledger does not have.")
    day, dated = measure.decided_on, []
    if day is None:
        latest = start - ONE_DAY if extends else start
        day = min(latest, measure.known_from or latest)
        dated = ["adopted-by-the-eve" if extends else "adopted-by-the-first-day"]
    book, facts = _Book(rules, measure), _facts(measure)
    if extends:
        book.add("propose_extension", "secretariat", day, ["proposed-with-the-decision"], **facts, extends=extends)
    else:
        book.add("propose", "secretariat", day, ["proposed-with-the-decision"], **facts)
    book.add("draft", "secretariat", day, ["drafted-with-the-decision"], basis=measure.basis or "not told")
    data: dict[str, Value] = {"starts": start.isoformat()}
    if end is None:
        data["without_end"] = "no end is told"
        dated.append("no-end-told")
    else:
        data["ends"] = end.isoformat()
    book.add("adopt", "government", day, dated, **data)
    return book.row


def _standing(rules: Rules, measure: Measure, known: Mapping[str, Measure]) -> _Row:
    """In force without a first day: it is known to have stood only where another row extends it."""
    later = [m for m in known.values() if m.extends == measure.id]
    days = [d for m in later if (d := m.decided_on or m.known_from) is not None]
    if not days:
        raise _Untold("No first day is told, and no row with a day extends it.")
    book = _Book(rules, measure)
    told = ["standing-when-extended", "no-end-told"]
    book.add("enter", "secretariat", min(days), told, **_facts(measure), without_end="no end is told")
    return book.row


def _lifted(rules: Rules, measure: Measure) -> _Row:
    """A row that tells of a lifting is no measure of its own: it lifts the one that it names."""
    if measure.extends is None or measure.decided_on is None:
        raise _Untold("The row tells of a lifting, but not of which measure, or not when.")
    book = _Book(rules, measure)
    why = measure.basis or "not told"
    book.add(
        "lift",
        "government",
        measure.decided_on,
        ["lifted-as-told"],
        subject=measure.extends,
        despite=why,
        row=measure.id,
    )
    return book.row
