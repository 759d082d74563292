"""Sittings on a register: what pages and commands call to show a sitting and to take its steps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kordon.chain import Setup
from kordon.domain.assessment import Assessment
from kordon.domain.errors import DomainError, NotAllowed
from kordon.domain.measure import Crossing, Proposal
from kordon.domain.reading import Reading
from kordon.domain.record import Entry, Person
from kordon.domain.time import Date
from kordon.measures.life import Rules, Settings, lives, load_rules
from kordon.measures.life import policies as measure_policies
from kordon.measures.process import Choice, Process, choices, load_process
from kordon.measures.sitting import (
    BorderChange,
    Facts,
    Impact,
    Minutes,
    Offer,
    Sitting,
    begun,
    changes,
    estimated,
    measure_of,
    offered,
    policies,
    sittings,
)
from kordon.measures.sitting.steps import Make
from kordon.register.values import ById

if TYPE_CHECKING:
    from kordon.register import Register


@dataclass(frozen=True)
class Sittings:
    """The sittings of a register, with the documents and words that they are held by."""

    register: Register
    setup: Setup

    @cached_property
    def process(self) -> Process:
        return load_process("sitting", *self.setup.folders)

    @cached_property
    def settings(self) -> Settings:
        return self.rules.settings

    @cached_property
    def rules(self) -> Rules:
        """What the life of a measure is played by."""
        return load_rules(self.setup.vocabulary, *self.setup.folders)

    @cached_property
    def rungs(self) -> tuple[str, ...]:
        """The rungs of the ladder, least restrictive first."""
        return tuple(rung.id for rung in self.setup.ladder.rungs)

    @cached_property
    def crossings(self) -> Mapping[str, Crossing]:
        return {crossing.id: crossing for crossing in self.register.crossings()}

    @cached_property
    def assessments(self) -> Mapping[str, Assessment]:
        return ById(self.register.assessments_by_id)

    @cached_property
    def states(self) -> Mapping[str, str]:
        """The state that decides on each border."""
        return {border.id: str(border.get("near")) for border in self.setup.vocabulary["borders"].values()}

    def all(self) -> Mapping[str, Sitting]:
        """Every sitting, in the order in which they were called."""
        return sittings(self.process, self.register.record(self.process.id))

    def sitting(self, name: str) -> Sitting:
        """One sitting; raises :class:`DomainError` for one that the record has not."""
        found = self.all()
        if name not in found:
            listed = ", ".join(found) or "none"
            raise DomainError(f"There is no sitting {name!r} in the register; the sittings are {listed}.")
        return found[name]

    def facts(self, borders: Sequence[str] = ()) -> Facts:
        """What a sitting on these borders is checked against. Its days are those of the first border's state."""
        words = self.setup.vocabulary
        return Facts(
            borders=frozenset(words.assessed_borders),
            kinds=frozenset(words["measures"]),
            traffic=frozenset(words["traffic"]),
            rungs=self.rungs,
            crossings={crossing.id: crossing.border for crossing in self.crossings.values()},
            assessments=self.assessments,
            proposals=ById[Proposal](self.register.proposals_by_id),
            knows=lambda name: bool(self.register.known([name])),
            today=lambda at: self.today(borders, at),
        )

    def today(self, borders: Sequence[str], at: dt.datetime) -> Date:
        """The day of a moment where the first of the borders is decided on; that of UTC where no zone is told."""
        zone = self.settings.zones.get(self.states.get(borders[0], "")) if borders else None
        return at.astimezone(zone or dt.UTC).date()

    def take(self, make: Make, *, now: dt.datetime | None = None) -> Sitting:
        """Take a step of :mod:`kordon.measures.sitting.steps`; gives the sitting as it stands then.

        Raises :class:`kordon.domain.errors.NotAllowed` with a sentence, and nothing is stored.
        """
        entry = self.register.take(self.process, make, self._policies(make), now=now)
        return self.sitting(entry.subject)

    def _policies(self, make: Make) -> Callable[[Sequence[Entry]], Mapping[str, Callable[..., str]]]:
        def made(log: Sequence[Entry]) -> Mapping[str, Callable[..., str]]:
            subject = make(log, dt.datetime.now(dt.UTC)).subject
            found = sittings(self.process, log).get(subject)
            return policies(self.process, self.facts(found.borders if found else ()))

        return made

    def choices(self, name: str, by: Person, at: dt.datetime) -> tuple[Choice, ...]:
        """The steps that lead on from a sitting, each with why this person may not take it now."""
        found = self.sitting(name)
        return choices(self.process, found.entries, by, at, policies(self.process, self.facts(found.borders)))

    def begin(self, name: str, *, now: dt.datetime | None = None) -> tuple[Entry, ...]:
        """Enter the measures that a sitting decided on, all of them or none; see :func:`begun`.

        Raises :class:`kordon.domain.errors.NotAllowed` where the life of a measure does not allow a step.
        """
        rules, sitting = self.rules, self.sitting(name)
        names = [measure_of(sitting, put.offer.id) for put in sitting.chosen]
        if known := [one for one in names if self.register.record(rules.process.id, one)]:
            raise NotAllowed(
                f"{', '.join(known)} of the sitting {name!r} began already; nothing is entered twice."
            )
        count = len(begun(sitting, self.states, dt.datetime.now(dt.UTC)))

        def maker(place: int) -> Make:
            return lambda log, at: begun(sittings(self.process, log)[name], self.states, at)[place]

        def gates(log: Sequence[Entry]) -> Mapping[str, Callable[..., str]]:
            return measure_policies(rules, log)

        return self.register.take_together([(rules.process, maker(n), gates) for n in range(count)], now=now)

    def offered(self, sitting: Sitting, border: str, step: str, name: str, starts: Date, **more: Any) -> Offer:
        """An option of the range proposed for a border on the agenda; ``more`` as for :func:`offered`.

        Raises :class:`DomainError` where no range was proposed, or it has no such step.
        """
        item = sitting.item(border)
        found = self.register.proposals_for(item.assessment) if item is not None else ()
        if not found:
            raise DomainError(
                f"No range was proposed for {border!r} in {sitting.id!r}; put its assessment on the agenda, or "
                "put an option beyond the range, with its own kind, rung and legal basis."
            )
        return offered(found[-1], self.rungs, step, name, starts, **more)

    def estimate(self, offer: Offer, by: Person, at: dt.datetime) -> Impact:
        """What the register tells of an option's impact: who passes there, and earlier measures of the kind."""
        process = self.rules.process
        known = lives(process, self.register.record(process.id))
        day = self.today((offer.border,), at)
        given = self.register.crossings(), self.register.statuses()
        return estimated(offer, process, *given, known, day, by)

    def last_heard(self, sitting: Sitting, border: str) -> str:
        """The assessment of a border that the body's last sitting before this one had; '' where there was none."""
        heard = ""
        for other in self.all().values():
            if other.id == sitting.id:
                break
            item = other.item(border)
            if item is not None and other.body == sitting.body and other.state != "called_off":
                heard = item.assessment
        return heard

    def newest(self, border: str, as_of: Date | None = None) -> Assessment:
        """The newest week of a border that could be assessed; raises :class:`DomainError` where there is none."""
        found = [a for a in self.register.assessments(as_of) if a.border == border and a.level.assessed]
        if not found:
            raise DomainError(f"The register holds no assessed week of {border!r}; make one with 'kordon run'.")
        return max(found, key=lambda a: a.week)

    def changes(self, sitting: Sitting) -> tuple[BorderChange, ...]:
        """What has changed on each border of the agenda since the sitting before."""
        found = []
        for item in sitting.agenda:
            now, before = self.assessments[item.assessment], self.assessments[item.since] if item.since else None
            found.append(changes(before, now, self._readings(now, before)))
        return tuple(found)

    def _readings(self, *given: Assessment | None) -> Mapping[str, Reading]:
        ids = [i.reading for a in given if a is not None for f in a.factors for i in f.indicators]
        return self.register.readings(ids)

    def minutes(self, name: str) -> Minutes:
        """The minutes of a sitting as of now, with the head of the record."""
        sitting, head = self.sitting(name), self.register.record_head()
        return Minutes(sitting, self.process, self.changes(sitting), self.crossings, head.number, head.hash)
