"""A report coded again without each of its words: what is gone or changed then is what the word decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kordon.coding.automaton import Token
from kordon.coding.coder import Coder
from kordon.coding.gold import TYPES
from kordon.coding.reading import Reading
from kordon.coding.sentences import Sentence
from kordon.coding.telling import name_of_item, plain_fields
from kordon.domain.coded import Coded
from kordon.domain.report import Evidence

MAKES = "makes it"
WORK = 3_000_000  # letters of one report that are coded again, at most: a few seconds
Change = tuple[str, str]  # a field, and its value without the word


class Trials:
    """The report coded again without each of its words in turn."""

    def __init__(self, coder: Coder, reading: Reading, coded: Coded, work: int) -> None:
        self.found: dict[str, list[tuple[Token, tuple[tuple[str, str], ...]]]] = {}
        self.kept_back: list[tuple[Token, str, Any]] = []
        self.moods: dict[str, list[Token]] = {}  # words that only together decide the modality of an item
        self.skipped = 0
        whole = list(all_items(coded))
        told = {id(item): plain_fields(item) for _, item in whole}
        sentences = list(reading.sentences)
        order = [(s.index, token) for s in sentences for token in s.tokens]
        near = {i for _, item in whole for i in sentences_of(reading, item)}
        order.sort(key=lambda pair: pair[0] not in near)  # in this order, so that a bound takes from the rest
        size = max(1, len(reading.body.text))
        for count, (index, token) in enumerate(order):
            if count * size > work and count:
                self.skipped = len(order) - count
                break
            other = coder.again(reading, _without(sentences, index, [token]))
            self._compare(token, whole, told, list(all_items(other)))
        for name, item in whole:
            if self._undecided(item):
                self._moods(coder, reading, name, item)

    def _compare(
        self,
        token: Token,
        whole: Sequence[tuple[str, Any]],
        told: Mapping[int, Mapping[str, str]],
        others: Sequence[tuple[str, Any]],
    ) -> None:
        pairs, left = _paired(whole, others)
        for (_, item), other in zip(whole, pairs, strict=True):
            if other is None:
                self.found.setdefault(item.id, []).append((token, ((MAKES, ""),)))
                continue
            if other == item:
                continue
            before, after = told[id(item)], plain_fields(other)
            changed = tuple(
                (key, after.get(key, "")) for key in {**before, **after} if before.get(key) != after.get(key)
            )
            if changed:
                self.found.setdefault(item.id, []).append((token, changed))
        if None not in pairs:
            self.kept_back += [(token, name, item) for name, item in left]

    def _undecided(self, item: Any) -> bool:
        mood = getattr(item, "modality", "actual")
        decided = {key for _, fields in self.found.get(item.id, ()) for key, _ in fields}
        return str(mood) != "actual" and "modality" not in decided

    def _moods(self, coder: Coder, reading: Reading, name: str, item: Any) -> None:
        """Where several words speak for a modality, leaving out one changes nothing; leaving out all does."""
        for index in sentences_of(reading, item):
            sentence = reading.sentences[index]
            words = [*sentence.cls("mod"), *sentence.cls("zero")]
            if len(words) < 2:
                continue
            other = coder.again(reading, _without(list(reading.sentences), index, words))
            found = _paired([(name, item)], list(all_items(other)))[0][0]
            if found is not None and found.modality != item.modality:
                self.moods[item.id] = sorted(words, key=lambda t: t.start)
                return


def _without(sentences: list[Sentence], index: int, tokens: Sequence[Token]) -> list[Sentence]:
    old = sentences[index]
    left = [t for t in old.tokens if not any(t is out for out in tokens)]
    new = Sentence(old.index, old.paragraph, old.bullet, old.start, old.end, old.text, left)
    return [*sentences[:index], new, *sentences[index + 1 :]]


def all_items(coded: Coded) -> Iterator[tuple[str, Any]]:
    for name in TYPES:
        for item in getattr(coded, name):
            yield name, item


def _paired(
    whole: Sequence[tuple[str, Any]], others: Sequence[tuple[str, Any]]
) -> tuple[list[Any], list[tuple[str, Any]]]:
    """For each item the one of another coding that is the same, or ``None``; and those that are nobody's.

    The same is what has its id; then what is of its kind and rests on the same words, a figure with the same
    quantity before one without.
    """
    found: list[Any] = [None] * len(whole)
    left = list(others)
    for test in (_has_its_id, _is_like_it, _is_where_it_was):
        for i, (name, item) in enumerate(whole):
            if found[i] is None:
                found[i] = next((o for of_name, o in left if of_name == name and test(item, o)), None)
                left = [pair for pair in left if pair[1] is not found[i]]
    return found, left


def _has_its_id(item: Any, other: Any) -> bool:
    return bool(item.id == other.id)


def _is_like_it(item: Any, other: Any) -> bool:
    return _is_where_it_was(item, other) and getattr(item, "quantity", 0) == getattr(other, "quantity", 0)


def _is_where_it_was(item: Any, other: Any) -> bool:
    return name_of_item(item) == name_of_item(other) and overlap(item.evidence[:1], other.evidence[:1])


def overlap(some: Iterable[Evidence], others: Sequence[Evidence]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in some for b in others)


def sentences_of(reading: Reading, item: Any) -> list[int]:
    body = reading.body
    return [
        s.index
        for s in reading.sentences
        if s.end > s.start
        and any(e.start < body.source(s.end - 1) + 1 and body.source(s.start) < e.end for e in item.evidence)
    ]
