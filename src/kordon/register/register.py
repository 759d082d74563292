"""The register as the faces see it: one object, whose methods store values and bring them back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from django.db import connections

from kordon.domain.assessment import Assessment
from kordon.domain.coded import Coded, ReportedMeasure, Signal
from kordon.domain.commentary import Draft
from kordon.domain.errors import InputError
from kordon.domain.event import Decision
from kordon.domain.issue import Revision
from kordon.domain.material import Material
from kordon.domain.measure import Crossing, CrossingStatus, Measure, Proposal
from kordon.domain.reading import Reading, WeekCount
from kordon.domain.record import Entry
from kordon.domain.report import Report
from kordon.domain.suggested import Answer, Suggested
from kordon.domain.time import Date, Week
from kordon.measures.process import Process
from kordon.register import (
    events,
    known,
    material,
    queries,
    reference,
    reports,
    results,
    runs,
    suggested,
    texts,
    trace,
)
from kordon.register import models as rows
from kordon.register import record as entries
from kordon.register.material import Ledger
from kordon.register.record import Gates, Make, Taking
from kordon.register.runs import Running
from kordon.register.store import Store
from kordon.register.values import Document, RecordHead, Run, Stored, Trace

Kind = TypeVar("Kind")


class Register:
    """An open register; make one with :func:`kordon.register.open_register`.

    Everything that stores is one transaction, says how much was new and does nothing for what is known.
    Everything that asks for results takes ``as_of``, the day whose knowledge is meant; ``None`` is that of the
    latest completed run. Every method may raise :class:`kordon.domain.errors.RegisterError`.
    """

    def __init__(self, where: Store, path: Path | None) -> None:
        self._where = where
        self._path = path

    @property
    def shown(self) -> str:
        """The register as messages name it."""
        return self._where.shown

    @property
    def alias(self) -> str:
        """Django's alias, for code that has queries of its own to make (``.using(register.alias)``)."""
        return self._where.alias

    def __enter__(self) -> Register:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection of this thread and forget the register; closing twice does no harm."""
        if self._where.alias in connections.databases:
            connections[self._where.alias].close()
            del connections[self._where.alias]
            del connections.databases[self._where.alias]

    # Runs

    def run(
        self,
        command: str,
        parameters: Mapping[str, str] | None = None,
        *,
        wait: float = 60.0,
        waiting: Callable[[], None] | None = None,
    ) -> AbstractContextManager[Running]:
        """Hold the register for one run and log how it began and ended.

        A second run waits up to ``wait`` seconds (``waiting`` is called once when it has to), then gets a
        sentence. Set ``scope`` on what the ``with`` statement gives, and ``count()`` what was done; a run that
        completes with a scope tells later questions which results are meant.
        """
        return runs.running(self._where, self._path, command, parameters or {}, wait, waiting)

    def runs(self) -> tuple[Run, ...]:
        """The whole log, oldest first."""
        return runs.runs(self._where)

    def latest_run(self) -> Run | None:
        """The newest completed run that made results."""
        return runs.latest(self._where)

    def reject(self, error: InputError, run: int | None = None) -> bool:
        """Store the sentence for an input that could not be used, once."""
        return runs.reject(self._where, error, run)

    def rejections(self) -> tuple[str, ...]:
        return runs.rejections(self._where)

    # Reports and what was coded from them

    def store(self, coded: Coded) -> bool:
        """Store a report and everything coded from it, or nothing; ``False`` when all of it was known.

        A changed text or coding of a known report is stored as a version that supersedes the former one.
        """
        return reports.store(self._where, coded)

    def store_many(self, codeds: Iterable[Coded], progress: Callable[[int], None] | None = None) -> Stored:
        """Store report after report, one transaction each; ``progress`` is told how many are done."""
        return reports.store_many(self._where, codeds, progress)

    def reports(self, ids: Iterable[str]) -> dict[str, Report]:
        """The reports with these ids; an id that is not known is left out."""
        return material.reports(self._where, ids)

    def report_ids(self) -> tuple[str, ...]:
        """The ids of all reports that were read, in order."""
        return material.report_ids(self._where)

    def report(self, id_: str) -> Report | None:
        return self.reports([id_]).get(id_)

    def coded(self, report: str) -> Coded | None:
        """A report with everything that was coded from it."""
        return material.coded(self._where, report)

    def reported_measures(self) -> tuple[ReportedMeasure, ...]:
        return material.reported_measures(self._where)

    def signals(self, as_of: Date | None = None) -> tuple[Signal, ...]:
        """Signals of one side to another, of reports that were out by the end of ``as_of``."""
        return material.signals(self._where, as_of)

    def material(self, as_of: Date | None = None, measures_of: Ledger | None = None) -> Material:
        """What could be known at the end of ``as_of``, for calculations; everything in use for ``None``.

        ``measures_of`` makes the register's measures out of reported ones and the reading log; by default it is
        :func:`kordon.measures.ledger.measures_of`.
        """
        if measures_of is None:
            from kordon.measures import ledger

            measures_of = ledger.measures_of
        return material.material(self._where, as_of, measures_of)

    # Decisions about events

    def decisions(self) -> tuple[Decision, ...]:
        """The log of what people decided about events, oldest first."""
        return events.decisions(self._where)

    def decide(self, make: events.Make) -> Decision:
        """Append the decision that ``make`` makes of the log as it stands and of the moment.

        ``make`` may be any of :mod:`kordon.coding.linking.decisions`; nobody else writes between its look at the
        log and the new row. Its :class:`~kordon.domain.errors.DomainError` goes through, and nothing is stored.
        """
        return events.decide(self._where, make)

    # The record of steps: sittings, measures, consultations

    def record(self, process: str | None = None, subject: str | None = None) -> tuple[Entry, ...]:
        """The record of what people did, oldest first; of one process or about one thing where these are given."""
        return entries.record(self._where, process, subject)

    def take(self, process: Process, make: Make, policies: Gates, *, now: dt.datetime | None = None) -> Entry:
        """Append the entry that ``make`` makes of the record as it stands and of the moment, if it may follow.

        Nobody else writes between the look at the record and the new row. ``policies`` are asked where the step
        names gates; a function gets the record and gives them. ``now`` is for those who have a clock of their own.
        Raises :class:`~kordon.domain.errors.NotAllowed` with the sentence of the process; whatever ``make`` raises
        goes through; in both cases nothing is stored.
        """
        return entries.take(self._where, ((process, make, policies),), now)[0]

    def take_together(self, takings: Sequence[Taking], *, now: dt.datetime | None = None) -> tuple[Entry, ...]:
        """Several steps in one transaction, in this order: all are stored, or none. See :meth:`take`."""
        return entries.take(self._where, takings, now)

    def take_with(
        self, revisions: Iterable[Revision], takings: Sequence[Taking], *, now: dt.datetime | None = None
    ) -> tuple[Entry, ...]:
        """Store revisions of texts with the steps that name them, in one transaction. See :meth:`take`."""
        return texts.take_with(self._where, revisions, takings, now)

    def revisions(self, ids: Iterable[str]) -> dict[str, Revision]:
        """The revisions of texts with these ids; an id that is not known is left out."""
        return texts.revisions(self._where, ids)

    def record_head(self) -> RecordHead:
        """The newest entry's number and hash: who notes them can tell later that none before it was changed."""
        return entries.head(self._where)

    def record_faults(self, noted: RecordHead | None = None) -> tuple[str, ...]:
        """A sentence for each row of the record that was changed or is missing, and for a noted head that is."""
        return entries.faults(self._where, noted)

    def record_is_whole(self, noted: RecordHead | None = None) -> bool:
        return not self.record_faults(noted)

    def known(self, ids: Iterable[str]) -> frozenset[str]:
        """Those of the ids that the register holds: reports, items, measures, results, entries of the record."""
        return known.known(self._where, ids)

    # What other coders than the rules suggest

    def suggest(self, suggestions: Iterable[Suggested]) -> int:
        """Store suggestions, each once; how many were new. Nothing counts them until a person accepts them."""
        given = tuple(suggestions)
        return suggested.store(self._where, given, self.reports(one.report for one in given))

    def suggestions(self) -> tuple[Suggested, ...]:
        """Every suggestion, by report and place in the text."""
        return suggested.suggestions(self._where)

    def answers(self) -> tuple[Answer, ...]:
        """The log of what people said to suggestions, oldest first."""
        return suggested.answers(self._where)

    def answer(self, suggestion: str, make: suggested.Make) -> Answer:
        """Append the answer that ``make`` makes of the log, the suggestion and the moment.

        ``make`` may be :func:`kordon.coding.suggesting.answer`. Its :class:`~kordon.domain.errors.DomainError`
        goes through, and nothing is stored.
        """
        return suggested.answer(self._where, suggestion, make)

    # Reference rows, measures and documents

    def store_reference(self, values: Iterable[object]) -> int:
        """Store frozen values that have an ``id``: crossings and their statuses, sections, places, actors."""
        return reference.store_reference(self._where, values)

    def references(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """All reference rows of one type, in the order of their ids."""
        return reference.references(self._where, kind)

    def crossings(self) -> tuple[Crossing, ...]:
        return self.references(Crossing)

    def statuses(self) -> tuple[CrossingStatus, ...]:
        return self.references(CrossingStatus)

    def record_measures(self, measures: Iterable[Measure]) -> int:
        return reference.record_measures(self._where, measures)

    def measures(self) -> tuple[Measure, ...]:
        """The register's own measures, in the order of their ids."""
        return reference.measures(self._where)

    def record_documents(self, documents: Iterable[Document]) -> int:
        """Store rule documents, each once by its hash."""
        return reference.record_documents(self._where, documents)

    def record_criteria(self, hash_: str, name: str, text: str) -> bool:
        """Store a criteria document, once by its hash."""
        return bool(self.record_documents([Document("criteria", hash_, name, text)]))

    def criteria(self) -> tuple[Document, ...]:
        """Every criteria document that was ever used, oldest first."""
        return reference.documents(self._where, "criteria")

    def documents(self, kind: str) -> tuple[Document, ...]:
        return reference.documents(self._where, kind)

    def document(self, hash_: str) -> Document | None:
        """The document that a result pins."""
        return reference.document(self._where, hash_)

    # Results

    def record_counts(self, series: Mapping[str, Iterable[WeekCount]], as_of: Date, basis: str) -> int:
        """``basis`` is the hash of what the series was fused from."""
        return results.record_counts(self._where, series, as_of, basis)

    def record_readings(self, readings: Iterable[Reading]) -> int:
        return results.record_readings(self._where, readings)

    def record_assessments(self, assessments: Iterable[Assessment]) -> int:
        return results.record_assessments(self._where, assessments)

    def record_proposals(self, proposals: Iterable[Proposal]) -> int:
        """Record proposals after the assessments that they answer."""
        return results.record_proposals(self._where, proposals)

    def record_drafts(self, drafts: Iterable[Draft]) -> int:
        return results.record_drafts(self._where, drafts)

    def series(self, as_of: Date | None = None) -> dict[str, tuple[WeekCount, ...]]:
        """The weekly counts of each border, in order."""
        return queries.series(self._where, as_of)

    def readings(self, ids: Iterable[str]) -> dict[str, Reading]:
        """The readings with these ids; an id that is not known is left out."""
        return queries.by_id(self._where, rows.Reading, Reading, ids)

    def readings_of(self, border: str, week: Week, as_of: Date | None = None) -> tuple[Reading, ...]:
        return queries.readings_of(self._where, border, week, as_of)

    def assessments(self, as_of: Date | None = None) -> tuple[Assessment, ...]:
        """One assessment for each border and week, in that order."""
        return queries.assessments(self._where, as_of)

    def assessment(self, border: str, week: Week, as_of: Date | None = None) -> Assessment | None:
        return queries.assessment(self._where, border, week, as_of)

    def assessments_by_id(self, ids: Iterable[str]) -> dict[str, Assessment]:
        """The assessments with these ids; an id that is not known is left out."""
        return queries.by_id(self._where, rows.Assessment, Assessment, ids)

    def proposals_by_id(self, ids: Iterable[str]) -> dict[str, Proposal]:
        """The proposals with these ids; an id that is not known is left out."""
        return queries.by_id(self._where, rows.Proposal, Proposal, ids)

    def proposals_for(self, assessment: str) -> tuple[Proposal, ...]:
        """The ranges proposed for an assessment, one a ladder, the newest last."""
        return queries.proposals_for(self._where, assessment)

    def proposals(self, as_of: Date | None = None) -> tuple[Proposal, ...]:
        """One proposal for each border and week."""
        return queries.proposals(self._where, as_of)

    def drafts(self, as_of: Date | None = None, **only: str) -> tuple[Draft, ...]:
        """One draft for each area, week and language; ``area=``, ``lang=`` and ``week="2024-W22"`` narrow."""
        return queries.drafts(self._where, as_of, **only)

    # The chain, both ways

    def trace(self, id_: str) -> Trace:
        """What a thing rests on and what rests on it, through any number of steps."""
        return trace.trace(self._where, id_)
