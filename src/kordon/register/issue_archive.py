"""Take an archive of commentaries into the register: pages that were published elsewhere, as they stand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kordon.coding.language import detect
from kordon.coding.lexicon import load_lexicon
from kordon.coding.page import Printed, read_page
from kordon.commentary.issue import Text, identified, imported, steps, subject
from kordon.domain.errors import DomainError, InputError
from kordon.domain.issue import Elsewhere, Revision
from kordon.domain.record import Person
from kordon.domain.report import Report
from kordon.intake.files import read as read_file
from kordon.intake.folder import FileKind, walk
from kordon.register.issues import Issues
from kordon.register.record import Taking
from kordon.vocabulary import LANGUAGES


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import did: texts that are new or changed, how many were known, a sentence for each file (or entry
    of a feed) that is none or could not be read."""

    texts: tuple[Text, ...]
    known: int
    errors: tuple[InputError, ...]


def take_in(issues: Issues, path: Path, by: Person, now: dt.datetime | None = None) -> Taken:
    """Import a folder of pages, a page or a feed, in one transaction; again, it changes only what has changed.

    Raises :class:`InputError` where there is nothing to read at all, :class:`NotAllowed` where ``by`` may not.
    """
    errors: list[InputError] = []
    printed = Printed.of(issues.setup.vocabulary)
    texts = issues.texts()
    first: dict[str, str] = {}
    new: list[Revision] = []
    takings: list[Taking] = []
    known = 0
    for name, report in _reports(path, errors):
        try:
            revision, where = _read(issues, report, printed)
            about = subject(revision.week, revision.area, revision.lang)
            text = texts.get(about)
            _room(about, text, first)
        except DomainError as error:
            errors.append(_refused(name, error))
            continue
        first[about] = name
        before = issues.revisions[text.current] if text is not None else None
        if before is not None and identified(replace(before, before="")).id == revision.id:
            known += 1
            continue
        made = identified(replace(revision, before="" if before is None else before.id))
        new.append(made)
        does = "import" if before is None else "import_again"
        takings.append((issues.process, steps.take_in(about, does, by, made, where), issues.gates))
    if takings:
        issues.register.take_with(new, takings, now=now)
    after = issues.texts()
    return Taken(tuple(after[subject(r.week, r.area, r.lang)] for r in new), known, tuple(errors))


def _reports(path: Path, errors: list[InputError]) -> Iterator[tuple[str, Report]]:
    """The texts of every file that can be read; a complaint about each of the others."""
    if path.is_dir():
        found = [(f.path, f.name, f.kind, f.notice) for f in walk(path)]
    else:
        found = [(path, str(path), FileKind.REPORT, None)]
    for file, name, kind, notice in found:
        if kind is not FileKind.REPORT:
            errors.append(notice or InputError(name, "", "it is no page", "take it out of the folder"))
            continue
        try:
            read = read_file(file, name=name)
        except InputError as error:
            if not path.is_dir():
                raise
            errors.append(error)
            continue
        errors.extend(read.errors)
        for report in read.reports:
            part = report.address if len(read.reports) > 1 else ""
            yield (f"{name}, {part}" if part else name), report


def _read(issues: Issues, report: Report, printed: Printed) -> tuple[Revision, Elsewhere]:
    if report.lang == "und":
        report = replace(report, lang=detect(report.text))
    report = issues.setup.sources.known(report)
    lexicon = load_lexicon(report.lang, *issues.setup.folders)
    header, body = read_page(report, lexicon, printed)
    short = lexicon.settings.abbreviations if lexicon is not None else ()
    return imported(report, header, body, LANGUAGES, short)


def _room(about: str, text: Text | None, first: dict[str, str]) -> None:
    """Raise where another page, or a text of our own, has the place."""
    if about in first:
        raise DomainError(f"It is the text {about}, and so is {first[about]}; keep one of them.")
    if text is not None and not text.elsewhere:
        state = text.state.replace("_", " ")
        raise DomainError(f"It is the text {about}, and there is one of our own ({state}); it stays as it is.")


def _refused(name: str, error: DomainError) -> InputError:
    problem, _, remedy = str(error).rstrip(".").partition("; ")
    lowered = problem[:1].lower() + problem[1:]
    return InputError(name, "", lowered, remedy or "leave it out, or mend the page")
