"""Renewal chains: a measure and the extensions that carry it on, with gaps and overlaps between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kordon.measures.life.measure import Life

NEVER = ("proposed", "drafted", "announced", "dropped")


class Joint(StrEnum):
    """How one link of a chain meets the next."""

    MEETS = "meets"  # the next begins on the day after the end
    GAP = "gap"
    OVERLAP = "overlap"
    WIDENS = "widens"  # the one before has no end of its own: the next takes its place
    NOT_TOLD = "not_told"  # a day is missing


@dataclass(frozen=True, slots=True)
class Link:
    """Between a measure and its extension; ``days`` between them without either, or with both."""

    before: str
    after: str
    joint: Joint
    days: int


@dataclass(frozen=True, slots=True)
class Chain:
    """The measures from the first to the last, and how each meets the one it extends. ``pending``: extensions
    proposed, drafted or announced, and not adopted."""

    measures: tuple[str, ...]
    links: tuple[Link, ...]
    pending: tuple[str, ...]

    @property
    def gaps(self) -> tuple[Link, ...]:
        return tuple(link for link in self.links if link.joint is Joint.GAP)

    @property
    def overlaps(self) -> tuple[Link, ...]:
        return tuple(link for link in self.links if link.joint is Joint.OVERLAP)


def chain_of(known: Mapping[str, Life], measure: str) -> Chain:
    """The whole chain that a measure is part of; a measure without extensions is a chain of one.

    Where two extensions were adopted for one measure, both are in it, in the order of their first days.
    """
    first = known[measure]
    seen = {first.id}
    while first.extends in known and first.extends not in seen:
        first = known[first.extends]
        seen.add(first.id)
    adopted = list(_follow(known, first, set()))
    names = [life.id for life in adopted]
    links = tuple(link(known[life.extends], life) for life in adopted[1:])
    pending = tuple(o.id for o in known.values() if o.extends in names and o.state in NEVER[:-1])
    return Chain(tuple(names), links, pending)


def _follow(known: Mapping[str, Life], life: Life, seen: set[str]) -> Iterator[Life]:
    if life.id in seen:
        return
    seen.add(life.id)
    yield life
    extensions = [o for o in known.values() if o.extends == life.id and o.state not in NEVER]
    for other in sorted(extensions, key=lambda o: (o.starts is None, o.starts, o.id)):
        yield from _follow(known, other, seen)


def link(before: Life, after: Life) -> Link:
    """How an extension meets what it extends, by the days that are told of both."""
    if after.starts is None:
        return Link(before.id, after.id, Joint.NOT_TOLD, 0)
    if before.after is None:
        return Link(before.id, after.id, Joint.WIDENS, 0)
    days = (after.starts - before.after).days
    joint = Joint.MEETS if days == 0 else Joint.GAP if days > 0 else Joint.OVERLAP
    return Link(before.id, after.id, joint, abs(days))
