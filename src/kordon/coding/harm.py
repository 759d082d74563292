"""Who was hurt or killed, and to which act that belongs."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from kordon.coding.automaton import Token
from kordon.coding.counting import is_ordinal
from kordon.coding.numbers import Number
from kordon.coding.reading import Reading
from kordon.coding.rules import RuleSet
from kordon.coding.sentences import Clause, Sentence
from kordon.domain.coded import Incident
from kordon.domain.quantity import Quantity, Rounding
from kordon.domain.report import Evidence


def harmed(
    reading: Reading, sentence: Sentence, clause: Clause, concept: str
) -> tuple[Quantity | None, tuple[int, int] | None]:
    """How many were hurt or killed: a number, 'no one', one for a singular, at least two for a plural."""
    for harm in sentence.cls("harm"):
        if harm.concept != concept or not clause.start <= harm.start < clause.end:
            continue
        if harm.entry.rel == "none":
            return Quantity.exactly(0), (harm.start, harm.end)
        zero = next((t for t in clause.tokens if t.cls == "zero" and t.start < harm.start), None)
        if zero is not None:
            return Quantity.exactly(0), (zero.start, harm.end)
        near: list[Number] = [
            n
            for n in reading.numbers(sentence)
            if clause.start <= n.start < clause.end
            and not n.unit
            and n.per is None
            and not is_ordinal(n, sentence)
            and (n.noun is None or n.noun.concept == "noun.person")
            and min(abs(n.start - harm.end), abs(harm.start - n.end)) <= 60
        ]
        listed = _listed(reading, sentence, clause, harm)
        if listed is not None:
            return listed
        if near:
            number = min(near, key=lambda n: min(abs(n.start - harm.end), abs(harm.start - n.end)))
            end = number.noun.end if number.noun is not None else number.end
            return number.quantity, (min(number.start, harm.start), max(end, harm.end))
        nouns = [t for t in clause.tokens if t.concept in ("noun.person", "pron.one") and t.entry.number]
        nouns = [t for t in nouns if not _migrant(clause, t.start)] or nouns
        if nouns:
            noun = min(nouns, key=lambda t: min(abs(t.start - harm.end), abs(harm.start - t.end)))
            words = (min(noun.start, harm.start), max(noun.end, harm.end))
            if noun.entry.number == 1 or any(t.start == noun.start and t.entry.number == 1 for t in nouns):
                return Quantity.exactly(1), words
            return Quantity(2, 2, None, Rounding.VAGUE), words
        return None, (harm.start, harm.end)
    return None, None


class _Hurt(NamedTuple):
    start: int
    end: int
    quantity: Quantity
    migrants: bool


def _listed(
    reading: Reading, sentence: Sentence, clause: Clause, harm: Token
) -> tuple[Quantity, tuple[int, int]] | None:
    """'two soldiers and a border guard': the people of a list beside a word of harm, added up. Where services and
    people who cross are hurt together, the services are counted, as everywhere here."""
    people = [
        _Hurt(n.start, n.noun.end, n.quantity, _migrant(clause, n.noun.start))
        for n in reading.numbers(sentence)
        if n.noun is not None and n.noun.concept == "noun.person" and not n.unit and n.per is None
    ]
    counted = {p.end for p in people}
    people += [
        _Hurt(t.start, t.end, Quantity.exactly(1), _migrant(clause, t.start))
        for t in sentence.all("noun.person")
        if t.entry.number == 1 and t.end not in counted
    ]
    acts = (
        t.start
        for t in sentence.tokens
        if t.start >= max(clause.end, harm.end) and t.cls in ("act", "harm", "fig")
    )
    last = next(acts, sentence.end)  # 'seven policemen were hurt, a soldier and a guard'
    people = sorted({p for p in people if clause.start <= p.start < last})
    runs: list[list[_Hurt]] = []
    for person in people:
        if runs and _goes_on(sentence, runs[-1][-1].end, person.start):
            runs[-1].append(person)
        else:
            runs.append([person])
    for run in sorted(runs, key=lambda r: min(abs(r[0].start - harm.end), abs(harm.start - r[-1].end))):
        if len(run) > 1:
            kept = [p.quantity for p in run if not p.migrants] or [p.quantity for p in run]
            open_above = any(q.high is None for q in kept)
            total = Quantity(
                sum(q.best for q in kept),
                sum(q.low for q in kept),
                None if open_above else sum(q.high or 0 for q in kept),
                Rounding.EXACT if all(q.rounding is Rounding.EXACT for q in kept) else Rounding.VAGUE,
            )
            return total, (min(run[0].start, harm.start), max(run[-1].end, harm.end))
        return None
    return None


def _goes_on(sentence: Sentence, end: int, start: int) -> bool:
    """Whether a list of people goes on from one to the next: a comma or 'and', and hardly more."""
    if not 0 < start - end <= 9 or any(end <= t.start < start for t in sentence.cls("clause")):
        return False
    return "," in sentence.words(end, start) or any(end < t.start < start for t in sentence.all("link.and"))


def _migrant(clause: Clause, start: int) -> bool:
    return any(t.concept == "party.migrants" and t.start == start for t in clause.tokens)


def with_outcome(found: list[Incident], rules: RuleSet) -> list[Incident]:
    """Who was hurt, told beside the act that hurt them, is no act of its own."""
    acts = [i for i in found if i.rule not in rules.outcomes]
    hurt = [i for i in found if i.rule in rules.outcomes]
    if not acts or not hurt or not any(i.modality.counts for i in acts):
        return found
    first = next(n for n, i in enumerate(acts) if i.modality.counts)
    evidence = tuple(dict.fromkeys([*acts[first].evidence, *hurt[0].evidence]))
    acts[first] = replace(acts[first], injured=acts[first].injured or hurt[0].injured, evidence=evidence)
    return acts


def outcome(reading: Reading, sentence: Sentence, incidents: list[Incident]) -> bool:
    """A sentence that only tells who was hurt completes the last incident of its paragraph."""
    if not incidents or not sentence.has("harm"):
        return False
    at = len(incidents) - 1
    if incidents[at].clash is not None:
        members = [i for i, item in enumerate(incidents) if item.clash == incidents[at].clash]
        at = next((i for i in members if incidents[i].kind != "shots_fired"), members[0])
    last = incidents[at]
    earliest = previous = reading.before(sentence)
    for _ in range(2):  # 'stones were thrown. A car was damaged. Nobody was hurt.'
        earliest = reading.before(earliest) or earliest if earliest is not None else None
    if previous is None or earliest is None or not last.modality.counts:
        return False
    if last.evidence[0].start < reading.body.source(earliest.start):
        return False
    counts: dict[str, Quantity] = {}
    spans: list[Evidence] = []
    for concept, name in (("harm.injured", "injured"), ("harm.killed", "killed")):
        for clause in sentence.clauses:
            count, words = harmed(reading, sentence, clause, concept)
            if count is not None and words is not None and getattr(last, name) is None:
                counts[name] = count
                spans.append(reading.body.evidence(*words))
                break
    if not spans:
        return False
    incidents[at] = replace(
        last,
        injured=counts.get("injured", last.injured),
        killed=counts.get("killed", last.killed),
        evidence=tuple(dict.fromkeys([*last.evidence, *spans])),
    )
    return True
