"""Which incidents are compared at all: those that share a border, a kind and a day or week, a clash or a text.

No block costs more than its size times a constant: in a large one each incident is compared with its neighbours in
two orders (the sorted neighbourhood of Hernández and Stolfo, 1995), so that a flood of reports on one day stays
cheap. The same incidents give the same pairs in whatever order they come.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import combinations

from kordon.coding.linking.profiles import EXACT, MONTH, UNTOLD, VAGUE, WEEK, Profile
from kordon.coding.linking.rules import Linking

Index = dict[Hashable, dict[str, list[int]]]  # block -> kind -> places in the list of profiles


def pairs(found: Sequence[Profile], rules: Linking) -> set[int]:
    """The pairs to compare, each as ``smaller * len(found) + larger`` of places in ``found``."""
    days, weeks, vague, named = _indexes(found)
    size = len(found)
    result: set[int] = set()
    add = result.add

    def take(ones: Iterable[tuple[int, int]]) -> None:
        for i, j in ones:
            add(i * size + j if i < j else j * size + i)

    for kinds in days.values():
        for some in _families(kinds, rules):
            if len(some) > 1:
                take(_within(some, found, rules))
    for key, kinds in weeks.items():  # what is told of a week or month, with all that lies in it
        for kind, long in kinds.items():
            near = [i for other in rules.compatible[kind] for i in vague.get(key, {}).get(other, ())]
            if near:
                take(_across(long, near, found, rules))
    for kinds in named.values():
        for some in _families(kinds, rules):
            if len(some) > 1:
                take(_within(some, found, rules))
    return result


def _indexes(found: Sequence[Profile]) -> tuple[Index, Index, Index, Index]:
    """By day; by week those told no better; by week all; by the name of a clash, text or place."""
    days: Index = {}
    longs: Index = {}
    weeks: Index = {}
    named: Index = {}
    vague_places: set[str] = set()
    for profile in found:
        if profile.told >= VAGUE:
            vague_places |= profile.places
    for number, profile in enumerate(found):
        kind = profile.kind
        if profile.incident.clash is not None:
            _put(named, ("clash", profile.incident.clash), kind, number)
        if profile.text:
            _put(named, ("text", profile.text), kind, number)
        if vague_places:
            for place in profile.places & vague_places:
                _put(named, ("place", place), kind, number)
        if profile.told in (VAGUE, UNTOLD):
            continue
        first, last = profile.first - profile.touch, profile.last + profile.touch
        for border in profile.borders:
            if profile.told in (EXACT, WEEK) and last - first < 10:
                for day in range(first, last + 1):
                    _put(days, (border, day), kind, number)
            for week in range(first // 7, last // 7 + 1):
                _put(weeks, (border, week), kind, number)
                if profile.told in (WEEK, MONTH):
                    _put(longs, (border, week), kind, number)
    return days, longs, weeks, named


def _put(index: Index, key: Hashable, kind: str, number: int) -> None:
    kinds = index.get(key)
    if kinds is None:
        index[key] = {kind: [number]}
    else:
        some = kinds.get(kind)
        if some is None:
            kinds[kind] = [number]
        else:
            some.append(number)


def _families(kinds: dict[str, list[int]], rules: Linking) -> Iterator[list[int]]:
    """The incidents of each kind, and of each pair of kinds that are compatible."""
    yield from kinds.values()
    if len(kinds) > 1:
        for kind, some in kinds.items():
            for other in rules.compatible[kind]:
                if other > kind and other in kinds:
                    yield some + kinds[other]


def _within(some: list[int], found: Sequence[Profile], rules: Linking) -> Iterator[tuple[int, int]]:
    if len(some) <= rules.block:
        yield from combinations(some, 2)
        return
    for order in (_by_place, _by_people):
        ordered = _ordered(some, found, order)
        for place, one in enumerate(ordered):
            for other in ordered[place + 1 : place + 1 + rules.neighbours]:
                yield one, other


def _across(
    longs: list[int], near: list[int], found: Sequence[Profile], rules: Linking
) -> Iterator[tuple[int, int]]:
    if len(longs) * len(near) <= rules.block**2:
        yield from ((i, j) for i in longs for j in near if i != j)
    else:
        yield from _within(sorted({*longs, *near}), found, rules)


def _ordered(some: list[int], found: Sequence[Profile], key: Callable[[Profile], tuple[object, ...]]) -> list[int]:
    return sorted(some, key=lambda i: (*key(found[i]), found[i].id))


def _by_place(one: Profile) -> tuple[object, ...]:
    people = one.incident.people
    return (sorted(one.places), sorted(one.areas), -1.0 if people is None else people.best)


def _by_people(one: Profile) -> tuple[object, ...]:
    people = one.incident.people
    return (-1.0 if people is None else people.best, one.text, one.first, sorted(one.places))
