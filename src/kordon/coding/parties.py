"""Who did it, to whom, with whose help, and who says so."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from operator import itemgetter
from typing import NamedTuple

from kordon.coding.automaton import Token
from kordon.coding.reading import Reading
from kordon.coding.sentences import Clause, Sentence
from kordon.coding.world import PEOPLE
from kordon.domain.coded import Attribution, Party, Place

STAFF, GOVERNMENT, SERVICE = "party.staff", "party.government", "party.service"


BESIDE = frozenset(("noun", "party", "border", "object"))  # may stand between a state and its service


PASSED = frozenset(("time", "weekday", "month", "in", "role"))  # 'informed on Tuesday the border guard'
FAR = ("far_state", "far_government")
SPONSORS = frozenset(("role.sponsor", "role.sponsored"))  # words that name who was behind an act


_START = itemgetter(0)


class Who(NamedTuple):
    start: int
    end: int
    party: Party
    token: Token


def parties_in(reading: Reading, sentence: Sentence, place: Place) -> list[Who]:
    """Every party that a sentence names, with its side; a state or capital counts as its government."""
    key = (sentence.index, place.borders)
    found = reading.parties.get(key)
    if found is None:
        tokens = sentence.tokens if sentence.has(*PEOPLE) else ()
        found = reading.parties[key] = [
            who
            for t in tokens
            if t.cls in PEOPLE
            and not (t.cls == "state" and _names_border(reading, sentence, t))
            and (who := _party(reading, sentence, t, place)) is not None
        ]
    return found


def _names_border(reading: Reading, sentence: Sentence, state: Token) -> bool:
    """'the border with Belarus': a state that only tells which border is meant acts in nothing."""
    if not sentence.has("border"):
        return False
    return any(m.rank == 0 and m.start <= state.start < m.end for m in reading.mentions(sentence))


def _party(reading: Reading, sentence: Sentence, token: Token, place: Place) -> Who | None:
    world = reading.world
    if token.cls == "state":
        states = world.states_of(token)
        if token.entry.rel == "adj" or not states:
            return None
        country = states[0] if len(states) == 1 else None
        side = _side(reading, states[0], place)
        if side is None:
            return None
        words = sentence.words(token.start, token.end)
        return Who(token.start, token.end, Party(f"{side}_government", country, None, words), token)
    kind = token.concept.partition(".")[2]
    if kind in ("migrants", "smugglers", "unknown"):
        return Who(token.start, token.end, Party(kind, words=sentence.words(token.start, token.end)), token)
    if kind not in ("staff", "government", "service") and token.cls != "office":
        return None
    start, end, country = _country(reading, sentence, token)
    actor = token.entry.rel or None
    side = _side(reading, country, place) if country else ("far" if kind == "service" else None)
    sort = "state" if kind in ("staff", "service") else "government"
    if side is None:
        if country is not None:
            return Who(start, end, Party("other", country, actor, sentence.words(start, end)), token)
        side = "near"
    return Who(start, end, Party(f"{side}_{sort}", country, actor, sentence.words(start, end)), token)


def _country(reading: Reading, sentence: Sentence, token: Token) -> tuple[int, int, str | None]:
    """The country of a service: its own, or that of the adjective or name beside it."""
    value = token.entry.value
    if isinstance(value, str):
        return token.start, token.end, value
    world = reading.world
    for state in sentence.cls("state"):
        states = world.states_of(state)
        if len(states) != 1 or (state.entry.rel != "adj" and _names_border(reading, sentence, state)):
            continue
        if 0 < token.start - state.end <= 22 and not re.search(
            r"[,.;:()]", sentence.words(state.end, token.start)
        ):
            if any(state.end <= t.start < token.start and t.cls not in BESIDE for t in sentence.tokens):
                continue
            return state.start, token.end, states[0]
        if 0 < state.start - token.end <= 5 and len(sentence.words(token.end, state.start).split()) <= 1:
            return token.start, state.end, states[0]
    return token.start, token.end, None


def _side(reading: Reading, country: str | None, place: Place) -> str | None:
    """Near or far, seen from the border where the thing happens."""
    world = reading.world
    if country is None:
        return None
    for border in place.borders:
        if country == world.near_of(border):
            return "near"
        if country == world.far_of(border):
            return "far"
    if country in world.near:
        return "near"
    return "far" if country in world.far else None


def known(who: Who, place: Place, reading: Reading) -> Party:
    """A party with the country that its side has at the place, where the words do not tell it."""
    party = who.party
    if party.country is not None or not place.borders:
        return party
    if party.type.startswith("near_"):
        near = {reading.world.near_of(b) for b in place.borders}
        return Party(party.type, near.pop(), party.actor, party.words) if len(near) == 1 else party
    if party.type.startswith("far_"):
        far = {reading.world.far_of(b) for b in place.borders}
        return Party(party.type, far.pop(), party.actor, party.words) if len(far) == 1 else party
    return party


class Roles(NamedTuple):
    actor: Who | None
    recipient: Who | None
    sponsor: Who | None


def roles(
    reading: Reading,
    sentence: Sentence,
    clause: Clause,
    start: int,
    end: int,
    place: Place,
    actors: Sequence[str],
    recipients: Sequence[str],
) -> Roles:
    """Actor and recipient of an act told at ``start..end``.

    A party after a word like 'by' acted; one after a word like 'at' was acted on; else the nearest fitting party
    before the act acted and the nearest fitting one after it was acted on. The clause goes before the sentence.
    """
    everyone = parties_in(reading, sentence, place)
    sponsor = _sponsor(sentence, everyone)
    speaker = _speaker(sentence, [w for w in everyone if w is not sponsor])
    apart = {w.start for w in (sponsor, speaker) if w is not None}
    pool = [(w, _mark(sentence, w)) for w in everyone if w.start not in apart]
    actor = recipient = None
    here = [m for m in pool if clause.start <= m[0].start < clause.end]
    word = next((t for t in clause.tokens if t.concept in ("clause.relative", "clause.who")), None)
    if word is not None and word.start - clause.start <= 2:  # 'against migrants who threw stones'
        actor = next((w for w, _ in pool if 0 <= word.start - w.end <= 3 and w.party.type in actors), None)
    for marked in (here, pool):
        if actor is None:
            by = [w for w, mark in marked if mark == "role.by" and w.party.type in actors]
            free = [w for w, mark in marked if mark != "role.at" and w.party.type in actors]
            before = [w for w in free if w.start <= start]
            inside = [w for w in free if start < w.start < end] if marked is here else []
            chosen = by[:1] or before[-1:] or inside[:1]
            actor = chosen[0] if chosen else None
        if recipient is None:
            side = None if actor is None else actor.party.type  # nobody acts on their own
            fitting = [m for m in marked if m[0].party.type in recipients and m[0].party.type != side]
            at = next((w for w, mark in fitting if mark == "role.at"), None)
            after = next((w for w, _ in fitting if w.start >= start), None)
            recipient = at or after or (fitting[0][0] if fitting else None)
    if actor is None:
        actor = _state_acts(sentence, clause, start, here, actors)
    if actor is None:  # 'gas was sprayed at a Polish soldier by', where the word order alone tells it
        side = None if recipient is None else recipient.party.type
        behind = [w for w, mark in here if not mark and w.start >= end and w.party.type in actors]
        behind = [w for w in behind if recipient is None or (w.start != recipient.start and w.party.type != side)]
        actor = behind[-1] if behind and recipient is not None else None
    if actor is None:
        previous = reading.before(sentence)
        if previous is not None and any(t.concept == "pron.they" for t in clause.tokens):
            people = [w for w in parties_in(reading, previous, place) if w.party.type in actors]
            actor = people[0] if people else None
    return Roles(actor, recipient, sponsor)


def owner_of(reading: Reading, sentence: Sentence, clause: Clause, tokens: Sequence[Token]) -> Who | None:
    """'two Belarusian helicopters': the far state whose name stands beside what it acted with."""
    for token in tokens:
        if token.cls not in ("means", "object"):
            continue
        for state in clause.tokens:
            if state.cls != "state" or not (
                0 <= token.start - state.end <= 14 or 0 <= state.start - token.end <= 2
            ):
                continue
            far = [s for s in reading.world.states_of(state) if s in reading.world.far]
            if len(far) == 1:
                return Who(state.start, state.end, Party("far_state", far[0]), state)
    return None


def actor_before(reading: Reading, sentence: Sentence, place: Place, actors: Sequence[str]) -> Who | None:
    """Who acts, where only the sentences before say it: the last fitting party of the paragraph."""
    previous = reading.before(sentence)
    for _ in range(2):
        if previous is None:
            return None
        found = [who for w in parties_in(reading, previous, place) if (who := _as_actor(w, actors)) is not None]
        if found:
            return found[-1]
        previous = reading.before(previous)
    return None


def _as_actor(who: Who, actors: Sequence[str]) -> Who | None:
    """A party that may act; a state stands for its services where only they may."""
    if who.party.type in actors:
        return who
    side, _, sort = who.party.type.partition("_")
    if sort == "government" and f"{side}_state" in actors:
        return Who(who.start, who.end, replace(who.party, type=f"{side}_state"), who.token)
    return None


def _state_acts(
    sentence: Sentence, clause: Clause, start: int, here: Sequence[tuple[Who, str]], actors: Sequence[str]
) -> Who | None:
    """'Poland will hold exercises': a state that acts where only its services could."""
    for who, mark in reversed(here):
        if who.start > start or mark or not who.party.type.endswith("_government"):
            continue
        led = any(t.cls in ("in", "role", "link") and 0 <= who.start - t.end <= 2 for t in clause.tokens)
        if not led and (found := _as_actor(who, actors)) is not None:
            return found
    return None


def _mark(sentence: Sentence, who: Who) -> str:
    if any(t.concept == "role.at" and t.start == who.token.start for t in sentence.cls("role")):
        return "role.at"  # a word in the case of one who is acted on: 'pasieniečius'
    tokens = sentence.tokens
    for position in range(bisect_left(tokens, who.start, key=_START) - 1, -1, -1):
        token = tokens[position]
        if token.end <= who.start:
            if token.cls == "role" and who.start - token.end <= 24:
                near = len(sentence.words(token.end, who.start).split()) <= 2
                return str(token.concept) if near else ""
            if token.cls not in ("state", "noun", "party", "num", "in"):
                return ""
    return ""


def sponsor_of(reading: Reading, sentence: Sentence, place: Place) -> Who | None:
    """The far side that a sentence says was behind an act told before it."""
    if sentence.concepts.isdisjoint(SPONSORS):
        return None
    found = _sponsor(sentence, parties_in(reading, sentence, place))
    return found if found is not None and found.party.type in FAR else None


def _sponsor(sentence: Sentence, pool: Sequence[Who]) -> Who | None:
    """'with support from Belarusian services': the far side behind an act."""
    pool = [w for w in pool if w.party.type.endswith(("_state", "_government"))]
    for token in sentence.all("role.sponsor"):
        following = [w for w in pool if 0 <= w.start - token.end <= 30]
        if following:
            return following[0]
    for token in sentence.all("role.sponsored"):
        before = [w for w in pool if 0 <= token.start - w.end <= 30]
        far = [w for w in before if w.party.type in FAR]
        after = [w for w in pool if 0 <= w.start - token.end <= 60 and w.party.type in FAR]
        found = far[-1:] or after[:1] or before[-1:]  # 'to the fence they were driven by Belarusian servicemen'
        if found:
            return found[0]
    return None


def _speaker(sentence: Sentence, pool: Sequence[Who]) -> Who | None:
    if pool and pool[0].start - sentence.start <= 2 and sentence.words(pool[0].end, sentence.end).startswith(":"):
        return pool[0]  # 'Border Guard: ...'
    for token in sentence.cls("say"):
        near = [w for w in pool if (0 <= token.start - w.end <= 12 and w.token.cls != "noun")]
        near = near or [w for w in pool if w.token.cls != "noun" and 0 <= w.start - token.end <= 6]
        if near and near[-1].party.type != "migrants":
            return near[-1]
    return None


def attribution_of(reading: Reading, sentence: Sentence, place: Place) -> Attribution | None:
    """Who says so: 'according to X', 'X said'; an office is kept, a name never is."""
    if not sentence.has("say") and "link.according" not in sentence.concepts:
        return None
    claim = "mod.claim" in sentence.concepts
    speaking = [t for t in sentence.tokens if t.cls == "say" or t.concept == "link.according"]
    people = [
        t
        for t in sentence.tokens
        if (t.cls in ("office", "party") and t.concept != "party.migrants") or t.cls == "state"
    ]
    for token in speaking:
        if token.concept == "link.according" and token.entry.rel == "after":  # 'VSAT duomenimis'
            near = [p for p in people if 0 <= token.start - p.end <= 2]
        elif token.concept == "link.according":
            near = [p for p in people if 0 <= p.start - token.end <= 30]
        elif _after_comma(sentence, token) and (after := _beside_after(sentence, people, token)):
            near = after
        else:
            near = [p for p in people if 0 <= token.start - p.end <= 90 and _same_clause(sentence, p, token)]
            near = near[-1:]
            if not near:
                near = _beside_after(sentence, people, token)
        named = next((p for p in near if p.cls != "state"), None) or (near[0] if near else None)
        if named is None:
            continue
        who = _party(reading, sentence, named, place)
        if who is None:
            continue
        party = known(who, place, reading)
        words = party.words
        return Attribution(
            Party(party.type, party.country, party.actor, words), claim or token.entry.rel == "claim"
        )
    return None


def _after_comma(sentence: Sentence, say: Token) -> bool:
    """'…, informs the ministry': the word of saying opens its clause, so the speaker follows it."""
    return sentence.words(sentence.start, say.start).rstrip().endswith((",", "–", "—", "-"))


def _beside_after(sentence: Sentence, people: Sequence[Token], say: Token) -> list[Token]:
    """'…, pranešė Lietuvos kariuomenė': the speaker after the word, with the state beside the service."""
    near: list[Token] = []
    end = say.end
    for token in sentence.tokens:
        if token.start < say.end or token.start - end > 6:
            continue
        if token in people:
            near.append(token)
        elif near or token.cls not in PASSED:
            continue
        end = max(end, token.end)
    return near


def _same_clause(sentence: Sentence, party: Token, say: Token) -> bool:
    return re.search(r"[;:()]", sentence.words(party.end, say.start)) is None
