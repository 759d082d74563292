"""Mentions of places, and which of them is the place of a thing that is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from kordon.coding.sentences import Clause, Sentence
from kordon.domain.coded import Place, PlacePrecision

_CAPITALISED = re.compile(
    r"((?:[^\W\d_a-zа-яёіўґєїąčęėįšųūžāēģīķļņćłńóśźż][\w’'-]*(?:,?\s+\w{1,3}\s+|,\s+|\s+))+)\Z"
)
# What may begin a sentence before a district, and is no part of its name.
OPENING = frozenset(
    (
        *("clause", "time", "weekday", "month", "in", "role", "link", "mod", "say", "party", "noun", "office"),
        *("fig", "act", "harm", "means", "object", "num", "state", "pron"),
    )
)
ELSEWHERE = Place()  # a border or state that no vocabulary knows: told, so nothing else may be put in its stead


class Mention(NamedTuple):
    """A place as words name it. ``rank`` 0 for a border said outright, 1 for a crossing or settlement, 2 for a
    state or its people."""

    start: int
    end: int
    rank: int
    place: Place

    @property
    def bordered(self) -> bool:
        """Whether it tells at which border something is, be it one that nothing is known about."""
        return bool(self.place.borders or self.place.group) or self.place is ELSEWHERE


def place_in(
    mentions: Sequence[Mention], clause: Clause, start: int, end: int
) -> tuple[Place, tuple[int, int] | None] | None:
    """The place that a sentence gives to what it tells at ``start..end``: a border said outright before one
    that follows from a name or a state; the clause before the sentence; the nearest of equals."""
    if not mentions:
        return None
    first, last = clause.start, clause.end
    inside = [m for m in mentions if first <= m.start < last]
    for pool in (inside, mentions):
        best: Mention | None = None
        gap = 0
        for mention in pool:
            if not mention.bordered or (best and best.rank < mention.rank):
                continue
            distance = _distance(mention, start, end)
            if best is None or mention.rank < best.rank or distance < gap:
                best, gap = mention, distance
        if best is not None:
            place = best.place if best.place is ELSEWHERE else _with_details(best, pool)
            return place, (best.start, best.end)
    details = [m for m in mentions if m.place.settlements or m.place.areas]
    if details:
        return _with_details(details[0], mentions), (details[0].start, details[0].end)
    return None


def _with_details(best: Mention, pool: Sequence[Mention]) -> Place:
    """The best place with the crossings, settlements and areas that lie on the same border."""
    place = best.place
    if all(m is best or m.rank not in (1, 3) for m in pool):
        return place
    crossings, settlements = list(place.crossings), list(place.settlements)
    ambiguous, areas = list(place.ambiguous), list(place.areas)
    precision = place.precision
    for mention in pool:
        other = mention.place
        if mention is best or mention.rank not in (1, 3):
            continue
        if other.borders and place.borders and not set(other.borders) & set(place.borders):
            continue
        crossings += other.crossings
        settlements += other.settlements
        areas += other.areas
        ambiguous += other.ambiguous
        if precision is PlacePrecision.BORDER:
            precision = other.precision
    return Place(
        borders=place.borders,
        group=place.group,
        crossings=tuple(dict.fromkeys(crossings)),
        settlements=tuple(dict.fromkeys(settlements)),
        areas=tuple(dict.fromkeys(areas)),
        precision=precision,
        ambiguous=tuple(dict.fromkeys(ambiguous)),
    )


def _distance(mention: Mention, start: int, end: int) -> int:
    return mention.start - end if mention.start >= end else max(0, start - mention.end)


order = itemgetter(0, 2)  # of a mention: its start, then its rank


def areas_in(sentence: Sentence) -> tuple[int, int, tuple[str, ...]] | None:
    """Counties and districts as named: the capitalised words before the word for them."""
    named = [t for t in sentence.cls("area") if isinstance(t.entry.value, str)]
    if named:  # areas that a lexicon knows by name
        return named[0].start, named[-1].end, tuple(dict.fromkeys(str(t.entry.value) for t in named))
    for token in sentence.cls("area"):
        match = _CAPITALISED.search(sentence.text, 0, token.start - sentence.start)
        if match is None:
            continue
        begin = sentence.start + match.start()
        opening = next((t for t in sentence.tokens if t.start == begin and t.cls in OPENING), None)
        if opening is not None:
            begin = opening.end
        for other in sentence.tokens:
            if begin <= other.start < token.start and other.cls in ("state", "group", "border"):
                begin = other.end  # 'from Belarus, in Ludza district'
        told = sentence.text[begin - sentence.start : match.end(1)].strip(" ,")
        words = [w for w in re.split(r",\s*|\s+\w{1,3}\s+|\s+(?=[A-Z])", told) if w and w[0].isupper()]
        names = tuple(w.strip() for w in words)
        if names:
            return begin, token.end, names
    return None
