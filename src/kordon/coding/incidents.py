"""Incidents: one for each act of a kind, at a time and place, by a party."""

from __future__ import annotations

from dataclasses import replace

from kordon.coding.automaton import Token
from kordon.coding.clashes import with_clashes
from kordon.coding.figures import follows_group, sizes_group
from kordon.coding.harm import harmed, with_outcome
from kordon.coding.modality import modality_of
from kordon.coding.parties import Roles, Who, actor_before, attribution_of, known, owner_of, roles
from kordon.coding.printed_dates import Time
from kordon.coding.reading import Reading
from kordon.coding.rules import Match, RuleSet
from kordon.coding.sentences import Clause, Sentence
from kordon.domain.coded import Incident, Modality, Party
from kordon.domain.quantity import Quantity, Rounding
from kordon.domain.report import stable_id
from kordon.domain.time import Span

ACTORS = ("migrants", "smugglers", "far_state", "far_government", "unknown", "near_state")
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
        others = {t for m in matches if m is not match for t in m.tokens if t.cls == "means"}
        item = _incident(reading, sentence, match, others)
        if item is not None:
            found.append(item)
    found = with_outcome(found, rules)
    if any(item.kind == "death" for item in found):
        found = [item if item.kind == "death" else replace(item, killed=None) for item in found]
    return with_clashes(found)


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
    if rule.more.get("sums") is False and time is not None and _long(span):
        return None  # 'more than 120 since the beginning of the year' is a figure, not an act
    if rule.more.get("look_back") and who.actor is None:
        before = actor_before(reading, sentence, place, rule.more.get("actor", ACTORS))
        who = Roles(before, who.recipient, who.sponsor)
    if who.actor is None and "far_state" in rule.more.get("actor", ACTORS):
        who = Roles(owner_of(reading, sentence, clause, match.tokens), who.recipient, who.sponsor)
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
    if rule.more.get("needs_actor") and who.actor is None:
        return None
    ahead = time is not None and time.near != time.span and _is_ahead(clause, lead)
    if ahead and time is not None:
        span = time.near
    modality = modality_of(reading, sentence, clause, lead.start, end, span, rule.modality)
    if modality is Modality.HISTORICAL and (time is None or not _is_told_with(reading, time, sentence, clause)):
        span, time = Span.untold(), None
    named = [w for w in (who.actor, who.recipient) if w is not None and clause.start <= w.start < clause.end]
    first = min([start, *(w.start for w in named)])
    group = next((t for t in _groups(sentence, clause) if 0 <= first - t.end <= 4), None)
    spans = [(first if group is None else group.start, max([end, *(w.end for w in named)]))]
    people, people_words = _people(reading, sentence, clause, match)
    if people is None and rule.more.get("group_before"):
        people, people_words = _group_before(reading, sentence), None
    injured, injured_words = _harm(reading, sentence, clause, "harm.injured")
    killed, killed_words = _harm(reading, sentence, clause, "harm.killed")
    if rule.kind == "death" and killed is None:
        killed = _bodies(reading, sentence, match)
    if rule.kind == "death" and killed is None:
        killed = Quantity.exactly(1) if any(t.entry.number == 1 for t in match.tokens) else None
    if rule.more.get("harm") is False:
        injured = injured_words = killed = killed_words = None  # what a false story tells hurt nobody
    times, times_words = _times(sentence, clause, match)
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
        else _crowd(sentence, clause, match, people, who.sponsor),
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


def _is_told_with(reading: Reading, time: Time, sentence: Sentence, clause: Clause) -> bool:
    """Whether a day of long ago is that of an act: in its clause, or the only one of it before 'when'."""
    if clause.start <= time.start < clause.end:
        return True
    joined = bool(clause.tokens) and clause.tokens[0].cls == "clause" and time.end <= clause.start
    return joined and len(reading.times(sentence)) == 1


def _bodies(reading: Reading, sentence: Sentence, match: Match) -> Quantity | None:
    """'three bodies', 'the bodies of two migrants'."""
    for token in match.tokens:
        if token.concept != "object.body":
            continue
        for number in reading.numbers(sentence):
            if number.unit:
                continue
            counted = number.noun is not None and number.noun.concept == "noun.person"
            if 0 <= token.start - number.end <= 14 or (counted and 0 <= number.start - token.end <= 8):
                return number.quantity
    return None


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


def _groups(sentence: Sentence, clause: Clause) -> list[Token]:
    """The words for a group of people in a clause."""
    return [t for t in sentence.all("noun.group") if clause.start <= t.start < clause.end]


def _crowd(
    sentence: Sentence, clause: Clause, match: Match, people: Quantity | None, sponsor: Who | None
) -> Party | None:
    """A group of people at the line, where the rule lets crossers act and no party is named."""
    if "migrants" not in match.rule.more.get("actor", ACTORS):
        return None
    if people is None:
        return None
    acts = [t.start for t in clause.tokens if t.cls == "act"]
    begin = min([match.start, *acts])  # 'a group attacked the officers: it pelted them': they stand after an act
    helped = sponsor.start if sponsor is not None else -1
    if any(
        t.concept == "party.staff" and t.start < begin and not helped <= t.start <= helped + 60
        for t in clause.tokens
    ):
        return None
    clause = _with_group(sentence, clause)
    crowd = ("noun.group", "noun.person")
    return Party("migrants", words="") if any(t.concept in crowd for t in clause.tokens) else None


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


def _people(
    reading: Reading, sentence: Sentence, clause: Clause, match: Match
) -> tuple[Quantity | None, tuple[int, int] | None]:
    """How many acted: 'a group of 30', 'about 50 migrants', 'a large group'."""
    if match.rule.more.get("people") is False:
        return None, None
    clause = _with_group(sentence, clause)
    groups = _groups(sentence, clause)
    numbers = [n for n in reading.numbers(sentence) if clause.start <= n.start < clause.end]
    if not groups and not numbers:
        return None, None
    grouped = [
        n for n in numbers if any(follows_group(n, g, sentence) or sizes_group(n, g, sentence) for g in groups)
    ]
    for number in grouped or numbers:  # 'of 170 people, a group of 45 near Narewka'
        if number.unit or number.per:
            continue
        after_group = any(follows_group(number, g, sentence) or sizes_group(number, g, sentence) for g in groups)
        counts_people = (
            number.noun is not None
            and number.noun.concept == "noun.person"
            and any(t.concept == "party.migrants" and t.start == number.noun.start for t in clause.tokens)
        )
        plain = (
            number.noun is not None
            and number.noun.concept == "noun.person"
            and (number.start < match.start or match.rule.more.get("people") == "any")
        )
        staff = (
            "migrants" in match.rule.more.get("actor", ACTORS)
            and number.noun is not None
            and any(t.concept == "party.staff" and t.start == number.noun.start for t in clause.tokens)
        )
        if (after_group or counts_people or plain) and not staff:
            start = min([number.start, *(g.start for g in groups if 0 <= number.start - g.end <= 14)])
            end = number.noun.end if number.noun is not None else number.end
            return number.quantity, (start, end)
    for group in groups:
        if isinstance(group.entry.value, tuple):  # the lexicon bounds what such a word may mean
            best, low, high = group.entry.value
            return Quantity(best, low, high, Rounding.VAGUE), (group.start, group.end)
    return None, None


def _with_group(sentence: Sentence, clause: Clause) -> Clause:
    """A relative clause with the one before it, where that ends in a group: 'a group of 30, which tried'."""
    if not clause.tokens or clause.tokens[0].cls != "clause":
        return clause
    before = next((c for c in reversed(sentence.clauses) if c.end <= clause.start), None)
    if before is None or not any(t.concept == "noun.group" and clause.start - t.end <= 30 for t in before.tokens):
        return clause
    return Clause(before.start, clause.end, [*before.tokens, *clause.tokens])


def _group_before(reading: Reading, sentence: Sentence) -> Quantity | None:
    """'A patrol saw a group of 60. They put ladders up': how many there were stands in the sentence before."""
    previous = reading.before(sentence)
    if previous is None or "noun.group" not in previous.concepts:
        return None
    groups = previous.all("noun.group")
    for number in reading.numbers(previous):
        if not number.unit and any(
            follows_group(number, g, previous) or sizes_group(number, g, previous) for g in groups
        ):
            return number.quantity
    return None


def _times(sentence: Sentence, clause: Clause, match: Match) -> tuple[Quantity | None, tuple[int, int] | None]:
    for token in sentence.cls("often"):
        if clause.start <= token.start < clause.end and abs(token.start - match.start) < 80:
            return Quantity.exactly(float(token.entry.value)), (token.start, token.end)
    return None, None
