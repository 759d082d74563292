"""What a number counts, and by which word of the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kordon.coding.automaton import Token
from kordon.coding.numbers import Number
from kordon.coding.sentences import Clause, Sentence
from kordon.domain.quantity import Quantity

# A word that counts decides what is counted; where several stand near a number, the first of this order does.
UNITS = {
    "fig.admit": "admissions",
    "fig.refuse": "refusals",
    "fig.prevent": "prevented",
    "fig.balloon": "balloons",
    "fig.detect": "detections",
    "fig.enter": "crossings",
    "fig.attempt": "attempts",
    "fig.try": "attempts",
}
COMPARING = {"approx.over": "up_by", "approx.almost": "down_by", "approx.under": "down_by"}  # after a share
COUNTED = ("noun.person", "noun.case", "fig.attempt", "fig.balloon", "noun.attempt")
NOT_COUNTED = ("noun.group",)
HELPERS = ("fig.help", "party.smugglers")
SPREAD = 130
_ONE_MORE = re.compile(r"(?:\s*,)?\s+(?:\w{1,4}\s+)?\d{1,2}\s*-?\s*")
_APART = re.compile(r"[,.;:]")
_ENDING = re.compile(r"-[^\W\d_]+")
_ENDS = re.compile(r"\s*(?:[,.;)]|\Z)")
BETWEEN = re.compile(r"[,;:](?!\d)")


def zeros(sentence: Sentence, numbers: Sequence[Number]) -> Iterable[Number]:
    """'no attempts', 'not a single migrant', 'nobody': a printed zero."""
    for token in sentence.cls("zero"):
        if token.entry.rel == "whole":
            yield Number(token.start, token.end, Quantity.exactly(0), token)
            continue
        if token.entry.rel == "after":  # 'attempts … were not recorded'
            clause = sentence.clause_at(token.start)
            told = [t for t in clause.tokens if t.end <= token.start and (t.concept in UNITS or t.cls == "noun")]
            if told and not any(n.noun is not None and n.noun.start == told[-1].start for n in numbers):
                yield Number(token.start, token.end, Quantity.exactly(0), told[-1])
            continue
        noun = next(
            (
                t
                for t in sentence.tokens
                if t.start >= token.end
                and t.start - token.end <= 40
                and (t.cls == "noun" or t.concept in UNITS)
                and not re.search(r"[,.;:]", sentence.words(token.end, t.start))
            ),
            None,
        )
        if noun is not None:
            yield Number(token.start, token.end, Quantity.exactly(0), noun)
        elif _ENDS.match(sentence.words(token.end, sentence.end)):
            yield Number(token.start, token.end, Quantity.exactly(0), None)  # 'on Saturday — none,'


def may_count(number: Number, sentence: Sentence) -> bool:
    if number.unit or is_ordinal(number, sentence):
        return False
    if any(0 <= t.start - number.end <= 2 for t in sentence.cls("change")) and sentence.has("compare"):
        return False  # '5 more than on Saturday'
    if number.noun is None and any(
        t.concept in COMPARING and 0 <= t.start - number.end <= 2 for t in sentence.cls("approx")
    ):
        return False  # 'two fewer than the week before'
    if number.bare and any(
        t.cls == "size" and t.entry.value == "year" and _leads_to_age(number, t, sentence)
        for t in sentence.cls("size")
    ):
        return False  # 'of 22 and 35 years'
    for token in sentence.all(*NOT_COUNTED):
        if follows_group(number, token, sentence) or sizes_group(number, token, sentence):
            return False  # 'a group of 30', 'a 30-strong group'
    for token in sentence.cls("age"):
        if 0 <= number.start - token.end <= 14 or (number.bare and _leads_to_age(number, token, sentence)):
            return False
    for token in sentence.all(*HELPERS):
        if number.end <= token.start < number.stop:
            return False  # '12 guides of migrants'
        if not _APART.search(_apart(sentence, token, number)):
            if 0 <= token.start - number.stop <= (20 if number.noun else 50):
                return False  # helpers, not people who cross
            if 0 <= number.start - token.end <= 50 and token.concept == "fig.help":
                return False  # 'for helping others across, two citizens'
    noun = number.noun
    return noun is None or noun.concept in COUNTED or noun.cls == "zero" or noun.concept in UNITS


def is_ordinal(number: Number, sentence: Sentence) -> bool:
    """'23-ejų', '30-летний': a number with an ending counts nothing, unless the ending is what it counts."""
    tail = _ENDING.match(sentence.words(number.end, sentence.end))
    if tail is None:
        return False
    return number.noun is None or number.noun.start >= number.end + tail.end()


def _apart(sentence: Sentence, token: Token, number: Number) -> str:
    if token.start >= number.stop:
        return sentence.words(number.stop, token.start)
    return sentence.words(token.end, number.start)


def _leads_to_age(number: Number, age: Token, sentence: Sentence) -> bool:
    """'22 years old', 'aged 22 and 35': a word of age at once, or after one more number."""
    gap = age.start - number.end
    return 0 <= gap <= 2 or (
        0 < gap <= 12 and _ONE_MORE.fullmatch(sentence.words(number.end, age.start)) is not None
    )


def follows_group(number: Number, group: Token, sentence: Sentence) -> bool:
    """'a group of 30', 'группа примерно в 30 человек'."""
    gap = number.start - group.end
    return 0 <= gap <= 14 and not _APART.search(sentence.words(group.end, number.start))


def sizes_group(number: Number, group: Token, sentence: Sentence) -> bool:
    """'a 12-person group', '12 asmenų grupė': a word for a group follows a number at once, or after its noun."""
    noun = number.noun
    if noun is None:
        return 0 <= group.start - number.end <= 12 and "-" in sentence.words(number.end, group.start)[:1]
    if noun.concept == "noun.group":  # 'asmenų grupė' as one word; two groups stay two groups
        return noun.start - number.end <= 2 and " " in sentence.words(noun.start, noun.end)
    return noun.concept == "noun.person" and 0 < group.start - noun.end <= 2


def _of_its_own(
    clause: Clause, number: Number, numbers: Sequence[Number], cues: Sequence[Token]
) -> Sequence[Token]:
    """'122 were turned back and 18 were caught': where numbers stand before their counting words, the one that
    follows a number is its own."""
    places = [n.start for n in numbers if clause.start <= n.start < clause.end]
    if len(places) < 2 or places[0] > min(t.start for t in cues):
        return cues
    following = next((p for p in places if p > number.start), clause.end)
    own = [t for t in cues if number.end <= t.start < following]
    return own or cues


def cue_of(
    sentence: Sentence, clause: Clause, number: Number, numbers: Sequence[Number], cues: Sequence[Token]
) -> Token | None:
    """The word that tells what a number counts: in its clause first, then in the clause that takes it up."""
    if number.noun is not None and number.noun.concept in ("fig.balloon",):
        return number.noun
    inside = [t for t in cues if clause.start <= t.start < clause.end]
    inside = [t for t in inside if _distance(t, number) <= SPREAD]
    taken = {n.noun for n in numbers if n is not number and n.noun is not None and n.noun.concept == "fig.balloon"}
    inside = [t for t in inside if t not in taken]  # 'found two men and 11 balloons'
    if number.noun is not None and number.noun.concept in ("noun.person", "noun.case"):
        inside = [t for t in inside if t.concept != "fig.balloon"]
    if len(inside) > 1:
        inside = [t for t in inside if not BETWEEN.search(_apart(sentence, t, number))] or inside
    if len(inside) > 1:
        inside = list(_of_its_own(clause, number, numbers, inside))
    if len(inside) < 2:
        return inside[0] if inside else None
    for concept in UNITS:
        fitting = [t for t in inside if t.concept == concept]
        if fitting and concept in ("fig.detect", "fig.enter"):
            others = [t for t in inside if t.concept in ("fig.attempt", "fig.try")]
            nearest = min((*fitting, *others), key=lambda t: _distance(t, number))
            if nearest.concept != concept:
                continue
        if fitting:
            return min(fitting, key=lambda t: _distance(t, number))
    return None


def _distance(token: Token, number: Number) -> int:
    return token.start - number.end if token.start >= number.end else max(0, number.start - token.end)


def of_helpers(number: Number, clause: Clause) -> bool:
    """'nine people were detained for helping others across': none of them crossed."""
    if not any(t.concept in HELPERS for t in clause.tokens):
        return False
    noun = number.noun
    return noun is None or not any(t.concept == "party.migrants" and t.start == noun.start for t in clause.tokens)


def of_staff(number: Number, clause: Clause) -> bool:
    """'Three soldiers were detained.'"""
    noun = number.noun
    return noun is not None and any(t.concept == "party.staff" and t.start == noun.start for t in clause.tokens)
