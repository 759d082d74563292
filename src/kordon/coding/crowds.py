"""How many acted, and who they are where only their number is told."""

from __future__ import annotations

from kordon.coding.automaton import Token
from kordon.coding.counting import follows_group, sizes_group
from kordon.coding.parties import Who
from kordon.coding.reading import Reading
from kordon.coding.rules import Match
from kordon.coding.sentences import Clause, Sentence
from kordon.domain.coded import Party
from kordon.domain.quantity import Quantity, Rounding

ACTORS = ("migrants", "smugglers", "far_state", "far_government", "unknown", "near_state")


def bodies(reading: Reading, sentence: Sentence, match: Match) -> Quantity | None:
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


def groups_in(sentence: Sentence, clause: Clause) -> list[Token]:
    """The words for a group of people in a clause."""
    return [t for t in sentence.all("noun.group") if clause.start <= t.start < clause.end]


def crowd(
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


def people_of(
    reading: Reading, sentence: Sentence, clause: Clause, match: Match
) -> tuple[Quantity | None, tuple[int, int] | None]:
    """How many acted: 'a group of 30', 'about 50 migrants', 'a large group'."""
    if match.rule.more.get("people") is False:
        return None, None
    clause = _with_group(sentence, clause)
    groups = groups_in(sentence, clause)
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


def group_before(reading: Reading, sentence: Sentence) -> Quantity | None:
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


def times_told(sentence: Sentence, clause: Clause, match: Match) -> tuple[Quantity | None, tuple[int, int] | None]:
    for token in sentence.cls("often"):
        if clause.start <= token.start < clause.end and abs(token.start - match.start) < 80:
            return Quantity.exactly(float(token.entry.value)), (token.start, token.end)
    return None, None
