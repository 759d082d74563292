"""One run: read a folder into the register, assess, draft, and publish what the register holds.

Everything is written through the register's services, a table that ships with us like a file of the user's own.
A run can be killed at any moment: a report is stored whole or not at all, results are stored by their content, and
the site is written page by page with a manifest, so the next run completes what is missing and changes no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kordon.chain import Assessed, Progress, Setup, assess, code, linked, silent, weeks_told, write
from kordon.domain.coded import Coded
from kordon.domain.commentary import Draft
from kordon.domain.errors import InputError
from kordon.domain.material import Material
from kordon.domain.time import Date, Week

if TYPE_CHECKING:
    from kordon.register import Register

SHIPPED = Path(__file__).parent / "data" / "public"
SHIPPED_FIRST = Week(2021, 31)  # from here on the services of the public dataset gave daily counts


@dataclass
class Told:
    """What a run has to say when it ends."""

    files: int = 0
    reports: int = 0
    new: int = 0
    empty: int = 0
    errors: list[InputError] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    mismatches: list[str] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        return not self.errors and not self.mismatches


def read(setup: Setup, register: Register, folder: Path, told: Told, progress: Progress = silent) -> None:
    """Code every readable file below ``folder`` and store each report with what was coded from it.

    A file that cannot be used is named in ``told.errors`` and in the register; the others are read.
    """
    from kordon.intake.folder import FileKind, walk

    found = list(walk(folder))
    for number, entry in enumerate(found):
        progress("reading", number, len(found))
        told.files += 1
        if entry.notice is not None:
            told.notices.append(str(entry.notice))
            register.reject(entry.notice)
        try:
            if entry.kind is FileKind.TABLE:
                _table(setup, register, entry.path, entry.name, told)
            elif entry.kind is FileKind.REPORT:
                _reports(setup, register, entry.path, entry.name, told)
            elif entry.kind is FileKind.DATA:
                told.notices.append(_document(setup, entry.path, entry.name))
        except InputError as error:
            _refuse(register, told, error)
    progress("reading", len(found), len(found))


def _document(setup: Setup, path: Path, name: str) -> str:
    """A document among the reports is no report; one of criteria is looked through all the same, so that a mistake
    in it is named now and not when somebody wants to judge by it."""
    from kordon.criteria import read_criteria
    from kordon.vocabulary.documents import read_document

    if path.suffix.lower() in (".yaml", ".yml"):
        document = read_document(path, name)
        if isinstance(document.data, dict) and "factors" in document.data:
            read_criteria(document, setup.vocabulary, (indicator.id for indicator in setup.indicators))
    return f"{name} is no report; to use it, hand the folder over with --data."


def _table(setup: Setup, register: Register, path: Path, name: str, told: Told) -> None:
    from kordon.intake.tables import read_table

    table = read_table(path, setup.vocabulary, setup.sources, gazetteer=setup.gazetteer, name=name)
    _store(register, (*table.coded, *(Coded(report) for report in table.reports)), told)
    crossings = [named.crossing for named in table.crossings]
    register.store_reference((*crossings, *table.statuses, *table.sections, *table.places, *table.actors))
    for error in table.errors:
        _refuse(register, told, error)


def _reports(setup: Setup, register: Register, path: Path, name: str, told: Told) -> None:
    from kordon.intake.files import read as read_file

    found = read_file(path, name=name)
    _store(register, (code(setup, report) for report in found.reports), told)
    for error in found.errors:
        _refuse(register, told, error)


def _store(register: Register, codeds: Iterable[Coded], told: Told) -> None:
    def noted() -> Iterator[Coded]:
        for coded in codeds:
            told.reports += 1
            told.empty += coded.empty
            told.notices += [f"{coded.report.source or coded.report.id}: {w}" for w in coded.warnings]
            yield coded

    stored = register.store_many(noted())
    told.new += stored.new
    for error in stored.refused:
        told.mismatches.append(str(error))


def _refuse(register: Register, told: Told, error: InputError) -> None:
    told.errors.append(error)
    register.reject(error)


def material_of(setup: Setup, register: Register, as_of: Date | None = None) -> Material:
    """What could be known on a day, with the events that its incidents are linked to."""
    material = register.material(as_of)
    reports = register.reports(i.evidence[0].report for i in material.incidents)
    return linked(setup, material, reports, register.decisions())


def judge(
    setup: Setup,
    register: Register,
    told: Told,
    as_of: Date | None = None,
    first: Week | None = None,
    last: Week | None = None,
    progress: Progress = silent,
) -> Assessed | None:
    """Assess and draft every week that the register's material speaks of, and record all of it.

    ``None`` when nothing in it has a date. A draft with a number that its source does not bear out is named in
    ``told.mismatches`` and not recorded.
    """
    from kordon.criteria.judgements import PROCESS as JUDGEMENTS
    from kordon.criteria.judgements import from_record

    material = material_of(setup, register, as_of)
    weeks = [w for w in weeks_told(material) if (first is None or w >= first) and (last is None or w <= last)]
    if not weeks:
        return None
    crossings, statuses = register.crossings(), register.statuses()
    judged = from_record(register.record(JUDGEMENTS), as_of)
    assessed = assess(setup, material, weeks, crossings, statuses, progress, judged)
    told.notices += _contradictions(register, assessed)
    drafts: list[Draft] = []
    for draft, mismatches in write(
        setup, material, assessed, register.signals(as_of), crossings, statuses, progress
    ):
        if mismatches:
            told.mismatches += [str(mismatch) for mismatch in mismatches]
        else:
            drafts.append(draft)
    _record(setup, register, material, assessed, drafts)
    return assessed


def _contradictions(register: Register, assessed: Assessed) -> list[str]:
    """A sentence for each set of figures that cannot all be true, with the address and the place of each."""
    reports = register.reports(e.report for found in assessed.contradictions for e in found.evidence)
    files = {key: report.address or report.title or report.source or key for key, report in reports.items()}
    return [found.sentence(files) for found in assessed.contradictions]


def _record(setup: Setup, register: Register, material: Material, assessed: Assessed, drafts: list[Draft]) -> None:
    for criteria in setup.criteria:
        register.record_criteria(criteria.hash, criteria.id, criteria.file)
    basis = "".join(sorted({a.criteria for a in assessed.assessments.values()}))
    register.record_measures(material.measures)
    register.record_counts(assessed.series, assessed.as_of, basis)
    register.record_readings(r for found in assessed.readings.values() for r in found)
    register.record_assessments(assessed.assessments.values())
    register.record_proposals(assessed.proposals.values())
    register.record_drafts(drafts)


def weeks_of(register: Register, material: Material, week: Week) -> tuple[Week, ...]:
    """The weeks to calculate so that ``week`` reads as in a run: those of the latest run, or those told of.

    A week's count leans on its neighbours, so fewer weeks would give another answer to the same question.
    """
    latest = register.latest_run()
    told = weeks_told(material)
    first = latest.scope.first if latest is not None else None
    if first is None:
        first = told[0] if told else week
    return tuple(min(first, week).until(max(week, told[-1] if told else week)))


def run(
    setup: Setup,
    register: str,
    folders: Sequence[Path],
    out: Path,
    told: Told,
    *,
    as_of: Date | None = None,
    first: Week | None = None,
    last: Week | None = None,
    progress: Progress = silent,
) -> Assessed | None:
    """Read ``folders`` into the register at ``register``, judge, and publish to ``out``.

    ``None`` when nothing that was read has a date; then nothing is published. What could not be used is in
    ``told``.
    """
    from kordon.register import open_register
    from kordon.register.values import Scope
    from kordon.site.export import export
    from kordon.site.load import load_site

    with open_register(register) as opened:
        parameters = {"as_of": str(as_of or ""), "first": str(first or ""), "last": str(last or "")}
        with opened.run("run", parameters) as running:
            for folder in folders:
                read(setup, opened, folder, told, progress)
            assessed = judge(setup, opened, told, as_of, first, last, progress)
            for complaint in setup.complaints:
                _refuse(opened, told, complaint)
            running.count("reports", told.reports)
            running.count("new", told.new)
            running.count("errors", len(told.errors))
            if assessed is not None:
                hashes = tuple(sorted({a.criteria for a in assessed.assessments.values()}))
                running.scope = Scope(
                    assessed.as_of, hashes, assessed.borders, assessed.weeks[0], assessed.weeks[-1]
                )
        if assessed is not None:
            from kordon.register.issues import Issues  # which wants a register that is open

            data = load_site(setup, opened, assessed, issues=Issues(opened, setup).released())
            export(data, out, lambda done, of: progress("publishing", done, of))
    return assessed
