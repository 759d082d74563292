"""What the commands of ``kordon mechanism`` share: the documents, what was reported, and the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kordon.cli.acting import open_known
from kordon.domain.errors import DomainError

if TYPE_CHECKING:
    from kordon.chain import Setup
    from kordon.domain.material import Material
    from kordon.domain.record import Entry
    from kordon.measures.mechanism import Consultation, Finding, Mechanism
    from kordon.measures.mechanism.words import Phrases
    from kordon.measures.process import Process
    from kordon.register import Register


class Asked:
    """The documents of a deployment, each read when it is first needed."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self.folders = folders

    @cached_property
    def setup(self) -> Setup:
        from kordon.chain import Setup

        return Setup(*self.folders)

    @cached_property
    def mechanism(self) -> Mechanism:
        from kordon.measures.mechanism import load_mechanism

        return load_mechanism(self.setup.vocabulary, *self.folders)

    @cached_property
    def process(self) -> Process:
        from kordon.measures.mechanism import load_consultation

        return load_consultation(*self.folders)

    @cached_property
    def phrases(self) -> Phrases:
        from kordon.measures.mechanism.words import load_words

        return load_words(*self.folders)

    def findings(self, material: Material) -> tuple[Finding, ...]:
        """By the criteria document that holds for the mechanism's borders; of several each for its own."""
        from kordon.measures.mechanism import examine

        vocabulary = self.setup.vocabulary
        found = [
            finding
            for criteria in self.setup.criteria
            for finding in examine(criteria, self.mechanism, material, vocabulary)
        ]
        return tuple(sorted(found, key=lambda f: (str(f.span.start), f.id)))


def shipped(setup: Setup, as_of: dt.date | None = None) -> tuple[Material, Mapping[str, str]]:
    """The public incidents and figures that ship, linked, and the texts of their reports."""
    from kordon.chain import linked
    from kordon.domain.material import Material, ReadReport
    from kordon.intake.tables import read_table
    from kordon.run import SHIPPED

    coded = [
        one
        for name in ("incidents.csv", "attempts.csv")
        for one in read_table(SHIPPED / name, setup.vocabulary, setup.sources, gazetteer=setup.gazetteer).coded
    ]
    reports = {one.report.id: one.report for one in coded}
    read = {
        r.id: ReadReport(r.id, r.source, r.published_at, r.published_basis, r.kind, r.grade, r.borders)
        for r in reports.values()
    }
    figures = {f.id: f for one in coded for f in one.figures}
    incidents = {i.id: i for one in coded for i in one.incidents}
    material = Material(None, read, tuple(figures.values()), tuple(incidents.values()), ())
    material = linked(setup, material if as_of is None else material.at(as_of), reports, ())
    return material, {key: report.text for key, report in reports.items()}


def held(setup: Setup, register: str, as_of: dt.date | None) -> tuple[Material, Mapping[str, str]]:
    """What a register holds, linked as people and the rules decide, and the texts of the reports of incidents."""
    from kordon.run import material_of

    with open_known(register) as opened:
        material = material_of(setup, opened, as_of)
        ids = [i.evidence[0].report for i in material.incidents] + [f.evidence[0].report for f in material.figures]
        reports = opened.reports(dict.fromkeys(ids))
    return material, {key: report.text for key, report in reports.items()}


def store(asked: Asked, opened: Register, entries: tuple[Entry, ...], at: dt.datetime) -> None:
    """Append entries in one transaction, each checked again against the record as it then stands."""
    from kordon.measures.mechanism.gates import policies

    def make(entry: Entry) -> Any:
        return lambda record, now: entry

    gates = lambda record: policies(asked.mechanism, asked.process, record)  # noqa: E731
    opened.take_together([(asked.process, make(entry), gates) for entry in entries], now=at)
    for entry in entries:
        click.echo(f"{entry.id}: {entry.subject} {entry.does}")
    if not entries:
        click.echo("Nothing was due.")


def entries_of(record: str) -> tuple[Entry, ...]:
    from kordon.api.record import read_record

    if record.endswith(".jsonl"):
        return read_record(Path(record))
    with open_known(record) as opened:
        return opened.record()


def named(asked: Asked, record: str, name: str | None) -> Consultation:
    """One consultation of a record that was checked from its first entry on."""
    from kordon.measures.mechanism import ended_elsewhere, replay

    entries = entries_of(record)
    found = replay(asked.mechanism, asked.process, entries)
    if name in ended_elsewhere(asked.mechanism, asked.process, entries):
        raise DomainError(
            f"{name!r} was held under another document of the mechanism; hand that one over by --data."
        )
    if not found:
        raise DomainError(f"There is no consultation in {record}.")
    if name is None:
        return list(found.values())[-1]
    if name not in found:
        raise DomainError(f"There is no consultation {name!r} in {record}; it has {', '.join(found)}.")
    return found[name]


def crossings_of(asked: Asked, record: str) -> tuple[Any, Any]:
    """Crossings and their statuses: the register's, or those that ship beside a file of entries."""
    if not record.endswith(".jsonl"):
        with open_known(record) as opened:
            return opened.crossings(), opened.statuses()
    from kordon.intake.tables import read_table
    from kordon.run import SHIPPED

    setup = asked.setup
    tables = [
        read_table(SHIPPED / name, setup.vocabulary, setup.sources, gazetteer=setup.gazetteer)
        for name in ("crossings.csv", "crossing_status.csv")
    ]
    return tuple(named.crossing for named in tables[0].crossings), tables[1].statuses


def grades_of(asked: Asked, record: str) -> Mapping[str, str]:
    from kordon.indicators.events import grade_of

    material, _ = shipped(asked.setup) if record.endswith(".jsonl") else held(asked.setup, record, None)
    return {incident.id: grade_of(incident, material.reports) for incident in material.incidents}
