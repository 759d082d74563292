"""Incidents together: acts of one clash, and the same act told twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kordon.domain.coded import Incident, Place
from kordon.domain.report import stable_id
from kordon.domain.time import Precision, Span

SELDOM = ("knife_attack", "tunnel", "weapon_use", "armed_incursion")  # two of them in a week would be told as two


def with_clashes(found: list[Incident]) -> list[Incident]:
    """Acts that one sentence tells of the same days and place belong to one clash."""
    groups: dict[object, list[int]] = {}
    for index, item in enumerate(found):
        if item.modality.counts and item.occurred.precision is not Precision.RECENT:
            groups.setdefault((item.place, item.occurred), []).append(index)
    for members in groups.values():
        if len(members) > 1:
            clash = stable_id("clash", *(found[i].id for i in members))
            for index in members:
                found[index] = replace(found[index], clash=clash)
    return found


def merged(incidents: Sequence[Incident]) -> tuple[Incident, ...]:
    """The same act told twice is one incident with the words of both."""
    result: list[Incident] = []
    for item in incidents:
        for index, other in enumerate(result):
            if _same(item, other):
                result[index] = replace(
                    other,
                    occurred=_finer(other.occurred, item.occurred),
                    place=_spot(other, item),
                    evidence=tuple(dict.fromkeys([*other.evidence, *item.evidence])),
                    means=tuple(dict.fromkeys([*other.means, *item.means])),
                    people=other.people or item.people,
                    injured=other.injured or item.injured,
                    killed=other.killed or item.killed,
                    times=other.times or item.times,
                    actor=other.actor or item.actor,
                    recipient=other.recipient or item.recipient,
                    sponsor=other.sponsor or item.sponsor,
                )
                break
        else:
            result.append(item)
    return tuple(result)


def _spot(one: Incident, other: Incident) -> Place:
    """The place that tells more."""
    finer = other.place.settlements and not one.place.settlements
    return other.place if finer or not one.place.borders else one.place


def _finer(one: Span, other: Span) -> Span:
    """The span that tells more."""
    if one.precision is Precision.UNKNOWN:
        return other
    shorter = one.length is not None and other.length is not None and other.length < one.length
    return other if shorter and (one.length or 0) > 3 else one


def _within(part: Span, whole: Span, longest: int = 3) -> bool:
    """Whether days lie in a run of few days: 'on Sunday' in 'in the night to Monday'."""
    if part == whole:
        return True
    if None in (part.start, part.end, whole.start, whole.end) or (whole.length or 99) > longest:
        return False
    assert part.start and part.end and whole.start and whole.end
    return whole.start <= part.start and part.end <= whole.end


def _at_once(a: Incident, b: Incident) -> bool:
    longest = 8 if a.kind in SELDOM else 3
    return _within(a.occurred, b.occurred, longest) or _within(b.occurred, a.occurred, longest)


def _same(a: Incident, b: Incident) -> bool:
    if (a.kind, a.modality) != (b.kind, b.modality):
        return False
    if a.place.borders != b.place.borders and a.place.borders and b.place.borders:
        return False
    untold = Precision.UNKNOWN in (a.occurred.precision, b.occurred.precision)
    if not untold and not _at_once(a, b):
        return False
    spots = {a.place.settlements, b.place.settlements}
    if len(spots) > 1 and () not in spots:
        return False
    pairs = ((a.people, b.people), (a.injured, b.injured), (a.killed, b.killed), (a.times, b.times))
    if any(x is not None and y is not None and x != y for x, y in pairs):
        return False
    types = {p.type for p in (a.actor, b.actor) if p is not None}
    return len(types) < 2
