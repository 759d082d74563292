"""Rows of dated incidents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kordon.domain.coded import Attribution, Coded, Incident, Modality, Party
from kordon.domain.quantity import Quantity
from kordon.domain.report import Evidence, stable_id
from kordon.domain.time import Span
from kordon.geo.rows import Row
from kordon.intake.context import Context, people
from kordon.intake.records import Record, record, span_words

_COUNTED = ("people", "injured", "killed")


@dataclass(frozen=True, slots=True)
class Act:
    """The kind of an incident, the name of the rule that gave it, and where in the note its words stand."""

    kind: str
    rule: str
    note: tuple[int, int] | None = None


def incident_row(row: Row, table: str, context: Context) -> Coded:
    """A row of ``incidents`` as a report with one incident; raises :class:`BadTable`.

    Its means are those that the vocabulary says the kind implies. What one side alone says is a claim of a party
    of that side; it stays ``actual``, because a claim says that something happened.
    """
    words = context.sources.words
    row.needed("id")
    border = context.border(row)
    span = _span(row)
    note = words.without_names(" ".join(row.text("note").split()))
    act = _act(row, note, context)
    actor = _actor(row, border, context)
    party = context.label("parties", actor.type)
    numbers = {name: row.whole("count_people" if name == "people" else name) for name in _COUNTED}
    fields = {
        "border": context.label("borders", border),
        "span": span_words(span, words.text),
        "place": row.text("place"),
        "kind": context.label("kinds", act.kind),
        "actor": row.text("actor"),
        "party": party if party != row.text("actor") else "",
        "target": row.text("target"),
        "claimant": row.text("claimed_by"),
        "note": note,
    } | {name: f"{number:,}" for name, number in numbers.items() if number is not None}
    told = record(row, table, words.text.parts["incident"], fields, context.sources, span.end)
    counts = {name: people(number) for name, number in numbers.items() if number is not None}
    means = context.vocabulary.term("kinds", act.kind).get("means")
    incident = Incident(
        id=stable_id("incident", told.report.id),
        kind=act.kind,
        place=context.place(border, row.text("place")),
        occurred=span,
        modality=Modality.ACTUAL,
        evidence=_evidence(told, act, counts),
        rule=f"table-{table}-{act.rule}",
        means=(means,) if means else (),
        actor=actor,
        recipient=_recipient(row.text("target"), border, context),
        people=counts.get("people"),
        injured=counts.get("injured"),
        killed=counts.get("killed"),
        attribution=_claim(row.text("claimed_by"), border, context),
        grade=told.report.grade,
        clash=row.text("clash_id") or None,
        warning_shots=act.kind in words.warning_kinds and words.warning_shots.search(note) is not None,
    )
    return Coded(told.report, incidents=(incident,), warnings=told.warnings)


def _span(row: Row) -> Span:
    start, end = row.day("date"), row.day("date_to")
    if start is None:
        row.complain("date", "the day is not given", "fill in the first day")
    if end is not None and end < start:
        row.complain("date_to", f"{end} is before {start}, the first day", "exchange the two days")
    return Span.between(start, end or start)


def _act(row: Row, note: str, context: Context) -> Act:
    words = context.sources.words
    action = row.known("action", row.needed("action"), words.actions, "the word list 'actions' of sources")
    for refinement in words.refined:
        match = refinement.words.search(note) if refinement.action == action else None
        if match is not None:
            return Act(refinement.kind, "note", match.span())
    return Act(words.actions[action], "action")


def _actor(row: Row, border: str, context: Context) -> Party:
    words = context.sources.words
    word = row.known("actor_type", row.needed("actor_type"), words.parties, "the word list 'parties' of sources")
    party = words.parties[word]
    told = words.without_names(row.text("actor"))
    return Party(party.type, context.state(border, party.side) if party.side else None, words=told)


def _recipient(target: str, border: str, context: Context) -> Party | None:
    """Who or what it was done to, where a word of the list ``targets`` tells; the far side by its state's name."""
    words = context.sources.words
    for party, pattern in words.targets:
        if pattern.search(target):
            far = context.side_named(border, target) == "far"
            side = "far" if far else context.vocabulary.term("parties", party).get("side")
            kind = words.claimants["far"] if far and side == "far" else party
            return Party(kind, context.state(border, side), words=words.without_names(target))
    return None


def _claim(claimed_by: str, border: str, context: Context) -> Attribution | None:
    if not claimed_by:
        return None
    words = context.sources.words
    side = context.side_named(border, claimed_by)
    told = words.without_names(claimed_by)
    if side is None:
        return Attribution(Party("unknown", words=told), claim=True)
    return Attribution(Party(words.claimants[side], context.state(border, side), words=told), claim=True)


def _evidence(told: Record, act: Act, counts: Mapping[str, Quantity]) -> tuple[Evidence, ...]:
    """The words of the kind, or those of the note that refined it, and then each number."""
    first = told.evidence("kind")
    if act.note is not None:
        start = told.fields["note"][0]
        first = Evidence(told.report.id, start + act.note[0], start + act.note[1])
    return (first, *(told.evidence(name) for name in counts))
