"""Incidents: one for each act of a kind, at a time and place, by a party."""

from __future__ import annotations

from dataclasses import replace

from kordon.coding.automaton import Token
from kordon.coding.clashes import with_clashes
from kordon.coding.crowds import ACTORS, bodies, crowd, group_before, groups_in, people_of, times_told
from kordon.coding.harm import harmed, with_outcome
from kordon.coding.modality import modality_of
from kordon.coding.parties import Roles, actor_before, attribution_of, known, owner_of, parties_in, roles
from kordon.coding.printed_dates import Time
from kordon.coding.reading import Reading
from kordon.coding.rules import Match, RuleSet
from kordon.coding.sentences import Clause, Sentence
from kordon.domain.coded import Incident, Modality, Place
from kordon.domain.quantity import Quantity
from kordon.domain.report import stable_id
from kordon.domain.time import Span

PEOPLE = ("noun.person", "party.migrants", "noun.group", "object.bog")
MACHINES = ("means.aircraft", "means.drone")
RECIPIENTS = ("near_state", "near_government", "migrants", "barrier")


def incidents_in(reading: Reading, rules: RuleSet, sentence: Sentence) -> list[Incident]:
    """The incidents of one sentence."""
    matches = [] if sentence.asks else rules.matches(sentence, reading.concepts)
    if not matches:
        return []
    found: list[Incident] = []
    abstract = sentence.all("abstract.list", "link.such_as")
    for match in matches:
        if any(t.start < match.start for t in abstract):
            continue
        if any(m.rule.kind == "information_attack" and m.start < match.start for m in matches):
            continue  # what a false story tells did not happen by being told
        if match.rule.kind == "rescue" and _of_staff(match):
            continue
        if match.rule.more.get("outcome") and _after_accident(reading, sentence, match):
            continue
        others = {t for m in matches if m is not match for t in m.tokens if t.cls == "means"}
        item = _incident(reading, sentence, match, others)
        if item is not None:
            found.append(item)
    found = with_outcome(found, rules)
    if any(item.kind == "death" for item in found):
        found = [item if item.kind == "death" else replace(item, killed=None) for item in found]
        found = _with_their_dead(found)
    return with_clashes(found)


def _of_staff(match: Match) -> bool:
    """'A guard broke a finger and was given first aid' is no rescue."""
    rescued = {t.start for t in match.tokens if t.concept == "noun.person"}
    staff = {t.start for t in match.clause.tokens if t.concept == "party.staff"}
    others = [t for t in match.clause.tokens if t.concept in PEOPLE and t.start not in staff]
    return bool(rescued & staff) and not others


def _after_accident(reading: Reading, sentence: Sentence, match: Match) -> bool:
    """'A courier drove into a police car. Two officers were bruised.'"""
    previous = reading.before(sentence)
    return previous is not None and "act.accident" in match.rule.unless and "act.accident" in previous.concepts


def _with_their_dead(found: list[Incident]) -> list[Incident]:
    """'after the death of a soldier whom a migrant stabbed': the death is the outcome of the attack beside it."""
    dead = [i for i in found if i.kind == "death" and (i.recipient is None or i.recipient.type != "migrants")]
    attacks = [n for n, i in enumerate(found) if i.kind == "knife_attack" and i.killed is None]
    if not dead or not attacks:
        return found
    attack = found[attacks[0]]
    evidence = tuple(dict.fromkeys([*attack.evidence, *dead[0].evidence]))
    found[attacks[0]] = replace(attack, killed=dead[0].killed, evidence=evidence)
    return [item for item in found if item is not dead[0]]


def _incident(reading: Reading, sentence: Sentence, match: Match, others: set[Token]) -> Incident | None:
    rule, clause = match.rule, match.clause
    start, end = match.start, match.end
    place, place_words = reading.place_at(sentence, clause, start, end)
    place = reading.at_spot(sentence, place)
    lead = next((t for t in match.tokens if t.cls in ("act", "harm", "fig")), match.tokens[0])
    span, time = reading.happened(sentence, clause, lead.start)
    who = roles(
        reading,
        sentence,
        clause,
        start,
        end,
        place,
        rule.more.get("actor", ACTORS),
        rule.more.get("recipient", RECIPIENTS),
    )
    if who.recipient is None and who.actor is not None and any(t.entry.rel == "suffered" for t in match.tokens):
        who = Roles(None, who.actor, who.sponsor)  # 'a soldier was sprayed with gas'
    if rule.more.get("sums") is False and time is not None and _long(span):
        return None  # 'more than 120 since the beginning of the year' is a figure, not an act
    if rule.more.get("look_back") and who.actor is None and not _names_near(reading, sentence, place):
        before = actor_before(reading, sentence, place, rule.more.get("actor", ACTORS))
        who = Roles(before, who.recipient, who.sponsor)
    if rule.more.get("owned") and (owner := owner_of(reading, sentence, clause, match.tokens)) is not None:
        who = Roles(owner, who.recipient, who.sponsor)
    if who.actor is None and "far_state" in rule.more.get("actor", ACTORS):
        machines = [*match.tokens, *(t for t in clause.tokens if t.concept in MACHINES)]
        who = Roles(owner_of(reading, sentence, clause, machines), who.recipient, who.sponsor)
    if rule.more.get("needs") == "border" and not (
        reading.names_border or "party.migrants" in reading.concepts or place.borders
    ):
        return None
    if rule.more.get("needs") == "spot" and not (place.settlements or place.crossings or place.areas):
        return None
    means = _means(reading, clause, match, others)
    attack = reading.world.vocabulary.term("kinds", rule.kind).get("attack")
    if attack and "migrants" not in rule.more.get("recipient", ()) and _staff_acts(clause, match):
        return None
    ahead = time is not None and time.near != time.span and _is_ahead(clause, lead)
    if ahead and time is not None:
        span = time.near
    if rule.more.get("owned"):
        span = _until(reading, sentence, span)
    modality = modality_of(reading, sentence, clause, lead.start, end, span, rule.modality, first=start)
    if rule.more.get("needs_actor") and who.actor is None and not (modality is Modality.DENIED and reading.far):
        return None
    if modality is Modality.HISTORICAL and (time is None or not _is_told_with(reading, time, sentence, clause)):
        span, time = Span.untold(), None
    named = [w for w in (who.actor, who.recipient) if w is not None and clause.start <= w.start < clause.end]
    first = min([start, *(w.start for w in named)])
    group = next((t for t in groups_in(sentence, clause) if 0 <= first - t.end <= 4), None)
    spans = [(first if group is None else group.start, max([end, *(w.end for w in named)]))]
    people, people_words = people_of(reading, sentence, clause, match)
    if people is None and rule.more.get("one") and any(t.entry.number == 1 for t in match.tokens):
        people = Quantity.exactly(1)
    if people is None and rule.more.get("group_before"):
        people, people_words = group_before(reading, sentence), None
    injured, injured_words = _harm(reading, sentence, clause, "harm.injured")
    killed, killed_words = _harm(reading, sentence, clause, "harm.killed")
    if rule.kind == "death" and killed is None:
        killed = bodies(reading, sentence, match)
    if rule.kind == "death" and killed is None:
        killed = Quantity.exactly(1) if any(t.entry.number == 1 for t in match.tokens) else None
    if rule.more.get("harm") is False:
        injured = injured_words = killed = killed_words = None  # what a false story tells hurt nobody
    times, times_words = times_told(sentence, clause, match)
    told = (people_words, injured_words, killed_words, times_words, place_words)
    spans += [words for words in told if words is not None]
    if time is not None:
        spans.append((time.start, time.end))
    return Incident(
        id=stable_id("incident", reading.report.id, rule.kind, start, end),
        kind=rule.kind,
        place=place,
        occurred=span,
        modality=modality,
        evidence=reading.rest_on(spans),
        rule=rule.id,
        means=means,
        actor=known(who.actor, place, reading)
        if who.actor
        else crowd(sentence, clause, match, people, who.sponsor),
        recipient=known(who.recipient, place, reading) if who.recipient else None,
        sponsor=known(who.sponsor, place, reading) if who.sponsor else None,
        times=times,
        people=people,
        injured=injured,
        killed=killed,
        attribution=attribution_of(reading, sentence, place),
        grade=reading.report.grade,
        warning_shots=bool(rule.more.get("warning")) or any(t.concept == "act.warning_shot" for t in match.tokens),
    )


def _names_near(reading: Reading, sentence: Sentence, place: Place) -> bool:
    """Whether a sentence speaks of the near side, so that it goes on from nobody else."""
    parties = parties_in(reading, sentence, place)
    return any(w.party.type.startswith("near_") and w.token.cls != "state" for w in parties)


def _until(reading: Reading, sentence: Sentence, span: Span) -> Span:
    """'begins on Friday and lasts until 16 September'."""
    ends = [t.near.end for t in reading.times(sentence) if t.until and not t.since]
    if len(ends) != 1 or ends[0] is None or span.start is None or span.length != 1 or ends[0] <= span.start:
        return span
    return Span.between(span.start, ends[0])


def _is_told_with(reading: Reading, time: Time, sentence: Sentence, clause: Clause) -> bool:
    """Whether a day of long ago is that of an act: in its clause, or the only one of it before 'when'."""
    if clause.start <= time.start < clause.end:
        return True
    joined = bool(clause.tokens) and clause.tokens[0].cls == "clause" and time.end <= clause.start
    return joined and len(reading.times(sentence)) == 1


def _harm(
    reading: Reading, sentence: Sentence, clause: Clause, concept: str
) -> tuple[Quantity | None, tuple[int, int] | None]:
    """Who was hurt, told in the clause of an act, or in one after it before anybody else acts."""
    if concept not in sentence.concepts:
        return None, None
    found = harmed(reading, sentence, clause, concept)
    if found[0] is not None:
        return found
    for following in sentence.clauses:
        if following.start < clause.end:
            continue
        others = any(t.cls == "act" for t in following.tokens)
        if others and any(t.cls == "party" for t in following.tokens):
            break  # somebody else acts
        later = harmed(reading, sentence, following, concept)
        if later[0] is not None:
            return later
    return found


def _long(span: Span) -> bool:
    return span.length is None or span.length > 3


def _is_ahead(clause: Clause, lead: Token) -> bool:
    """Whether the clause speaks of what is to come."""
    if lead.entry.rel == "ahead":
        return True
    return any(t.concept in ("mod.plan", "mod.threat") and t.start <= lead.end for t in clause.tokens)


def _staff_acts(clause: Clause, match: Match) -> bool:
    """'officers had beaten a foreigner' is no attack on officers."""
    acts = [t for t in match.tokens if t.cls == "act"]
    if not acts or "party.staff" not in clause.concepts:
        return False
    staff = [t for t in clause.tokens if t.concept == "party.staff"]
    crossers = [
        t
        for t in clause.tokens
        if t.concept in ("party.migrants", "noun.person", "pron.they") and t.start > acts[0].end
    ]
    crossers = [t for t in crossers if not any(s.start == t.start for s in staff)]
    by = next((t for t in clause.tokens if t.concept == "role.by" and acts[0].end <= t.start), None)
    if by is not None and any(0 <= s.start - by.end <= 30 for s in staff):
        return any(
            t.concept in ("party.migrants", "noun.person") and t.end <= acts[0].start for t in clause.tokens
        )
    marked = by is not None
    return bool(staff and crossers) and not marked and all(s.end <= acts[0].start for s in staff)


def _means(reading: Reading, clause: Clause, match: Match, others: set[Token]) -> tuple[str, ...]:
    """Means that the clause names, where the rule takes them, and the means that the kind implies; those that
    make an incident of their own (``others``) stay with it."""
    term = reading.world.vocabulary.term("kinds", match.rule.kind)
    implied = [term.get("means")] if term.get("means") else []
    own = [t for t in match.tokens if t.cls == "means"]
    if own and match.rule.more.get("means") != "all":
        implied = [t.concept.partition(".")[2] for t in own]
    if match.rule.more.get("means") == "all":
        implied += [t.concept.partition(".")[2] for t in clause.tokens if t.cls == "means" and t not in others]
    known = reading.world.vocabulary["means"]
    return tuple(dict.fromkeys(m for m in implied if m in known))
