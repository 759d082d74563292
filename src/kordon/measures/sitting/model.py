"""A sitting as its record tells it: the agenda, the range of options, opinions, the decision, dissent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from kordon.domain.reading import Unknown
from kordon.domain.record import Entry, Person
from kordon.domain.time import Date

PROCESS = "sitting"
HEADINGS = ("passes", "trade", "labour", "last_time")  # of an impact estimate, in the order of the minutes
NOT_ESTIMATED = Unknown("sitting-not-estimated")

OPTIONS, NONE, OTHER = "options", "none", "other"
CHOICES = (OPTIONS, NONE, OTHER)


@dataclass(frozen=True, slots=True)
class Estimate:
    """One heading of an impact estimate: in words, and from ``low`` to ``high`` in ``unit`` where it has numbers.

    The words stay in the language in which they were put. ``evidence``: ids that it rests on.
    """

    words: str
    low: float | None = None
    high: float | None = None
    unit: str = ""
    evidence: tuple[str, ...] = ()


Impact = Mapping[str, Estimate | Unknown]  # by heading


@dataclass(frozen=True, slots=True)
class Item:
    """A border on the agenda. ``since``: the assessment that the last sitting had of it; '' for none."""

    border: str
    assessment: str
    since: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Offer:
    """What an option says. ``step`` and ``proposal`` are '' for one beyond the range that was proposed.

    ``rank`` is the place of ``rung`` on the ladder, from the least restrictive, 0. ``basis`` and ``exceptions``
    are keys of the phrase book or words. ``traffic`` empty: none is limited; ``crossings`` empty: none is touched.
    ``starts`` and ``ends`` are its first and last day.
    """

    id: str
    kind: str
    rung: str
    rank: int
    border: str
    basis: str
    starts: Date | None
    ends: Date | None
    traffic: tuple[str, ...] = ()
    crossings: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    step: str = ""
    proposal: str = ""
    impact: Impact = field(default_factory=dict)

    def estimate(self, heading: str) -> Estimate | Unknown:
        """What is told under a heading; an unknown, never a default, where nothing was."""
        return self.impact.get(heading, NOT_ESTIMATED)

    @property
    def content(self) -> tuple[object, ...]:
        """What makes it another option than another."""
        return (self.kind, self.step, self.rung, self.border, self.traffic, self.crossings, self.starts, self.ends)


@dataclass(frozen=True, slots=True)
class Put:
    """An option as it was put: what it says, by whom, when and on what evidence."""

    offer: Offer
    by: Person
    at: dt.datetime
    why: str
    evidence: tuple[str, ...]
    entry: str
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Opinion:
    """``about``: an option; '' for all of them."""

    office: str
    opinion: str
    about: str
    by: Person
    at: dt.datetime
    why: str


@dataclass(frozen=True, slots=True)
class Decision:
    """``choice``: options that were put, none of them, or something else, told in ``other``."""

    choice: str
    options: tuple[str, ...]
    other: str
    next_review: Date
    by: Person
    at: dt.datetime
    why: str
    evidence: tuple[str, ...]
    entry: str


@dataclass(frozen=True, slots=True)
class Deferral:
    next_review: Date
    by: Person
    at: dt.datetime
    why: str


@dataclass(frozen=True, slots=True)
class Dissent:
    by: Person
    at: dt.datetime
    why: str


@dataclass(frozen=True, slots=True)
class Sitting:
    """One sitting. ``options`` in the order in which they were put, those withdrawn among them."""

    id: str
    state: str
    body: str
    borders: tuple[str, ...]
    called: Entry
    agenda: tuple[Item, ...]
    options: tuple[Put, ...]
    opinions: tuple[Opinion, ...]
    decision: Decision | None
    deferral: Deferral | None
    dissents: tuple[Dissent, ...]
    entries: tuple[Entry, ...]

    def item(self, border: str) -> Item | None:
        return next((item for item in self.agenda if item.border == border), None)

    def option(self, name: str) -> Put | None:
        return next((put for put in self.options if put.offer.id == name), None)

    @property
    def range(self) -> tuple[Put, ...]:
        """The options that stand, border by border, from the least to the most restrictive."""
        standing = [put for put in self.options if not put.withdrawn]
        return tuple(sorted(standing, key=lambda p: (self.borders.index(p.offer.border), p.offer.rank)))

    @property
    def chosen(self) -> tuple[Put, ...]:
        """The options that were decided on; none where the decision was another."""
        names = self.decision.options if self.decision is not None else ()
        return tuple(put for put in self.range if put.offer.id in names)
