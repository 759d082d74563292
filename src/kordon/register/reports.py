"""Store reports and their items, one transaction a report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from kordon.domain.coded import Coded
from kordon.domain.errors import DomainError
from kordon.domain.report import Report
from kordon.register import items
from kordon.register import models as rows
from kordon.register.payload import dumps
from kordon.register.store import Refused, Store
from kordon.register.values import Stored
from kordon.register.versions import Entry, digest, heads, insert, next_version

Progress = Callable[[int], None]  # told how many reports are done
LOOK_AHEAD = 50  # reports that are written down before the first of them is stored


def _text_entry(report: Report) -> Entry:
    return Entry(
        "report",
        (report.id,),
        report.id,
        dumps(replace(report, text="")),
        {
            "text": report.text,
            "lang": report.lang,
            "source": report.source,
            "kind": report.kind.value,
            "published_at": report.published_at,
            "published_basis": report.published_basis.value,
        },
        content=report.text,
    )


def _coding_entry(coded: Coded, made: list[tuple[str, str]], text: str) -> Entry:
    """``made`` holds field and payload of each item; ``text`` is the digest of the report they were coded from."""
    shell = Coded(replace(coded.report, text=""), warnings=coded.warnings)
    return Entry(
        "coding",
        (coded.report.id,),
        coded.report.id,
        dumps(shell),
        {"items": len(made)},
        content=digest(text, *(part for pair in made for part in pair)),
    )


@dataclass(frozen=True, slots=True)
class _Ready:
    """A coded report, checked and written down."""

    coded: Coded
    text: Entry
    coding: Entry


def _ready(coded: Coded) -> _Ready:
    items.check(coded)
    try:
        text = _text_entry(coded.report)
        made = [(field, dumps(item)) for field, _, item in items.of(coded)]
        return _Ready(coded, text, _coding_entry(coded, made, text.digest))
    except DomainError as error:
        raise Refused(f"The report {coded.report.id} cannot be stored: {error}") from error


def store(where: Store, coded: Coded) -> bool:
    """Store a report and everything coded from it, or nothing; ``False`` when all of it was known.

    A report whose text or coding has changed is appended as a version that supersedes the former one.
    Raises :class:`Refused` for a report whose items cannot be traced to its words.
    """
    ready = _ready(coded)
    return not _known(where, [ready]) and _append(where, ready)


def store_many(where: Store, codeds: Iterable[Coded], progress: Progress | None = None) -> Stored:
    """Store report after report, one transaction each; a report that is refused does not stop the others."""
    new = known = done = 0
    refused: list[Refused] = []
    left = iter(codeds)
    while some := list(islice(left, LOOK_AHEAD)):
        for outcome in _store_some(where, some):
            done += 1
            if isinstance(outcome, Refused):
                refused.append(outcome)
            else:
                new += outcome
                known += not outcome
            if progress is not None:
                progress(done)
    return Stored(new, known, tuple(refused))


def _store_some(where: Store, codeds: Iterable[Coded]) -> Iterator[bool | Refused]:
    """What became of each report: new, known or refused. Asks once which of them are known."""
    ready = [_tried(coded) for coded in codeds]
    known = _known(where, [one for one in ready if isinstance(one, _Ready)])
    for one in ready:
        if isinstance(one, Refused):
            yield one
        elif one.coding.lineage in known:
            yield False
        else:
            try:
                yield _append(where, one)
            except Refused as error:
                yield error


def _tried(coded: Coded) -> _Ready | Refused:
    try:
        return _ready(coded)
    except Refused as error:
        return error


def _known(where: Store, ready: Iterable[_Ready]) -> set[str]:
    """The lineages whose newest coding says the same already."""
    digests = {one.coding.lineage: one.coding.digest for one in ready}
    with where.reading():
        return {
            lineage
            for lineage, head in heads(rows.Coding, where, digests).items()
            if head.digest == digests[lineage]
        }


def _append(where: Store, ready: _Ready) -> bool:
    """One transaction: the report, its coding and its items, or nothing; ``False`` when another was faster."""
    text, coding = ready.text, ready.coding
    with where.writing():
        head = heads(rows.Coding, where, [coding.lineage]).get(coding.lineage)
        row = next_version(rows.Coding, coding, coding.lineage, coding.digest, head)
        if row is None:
            return False
        text_head = heads(rows.Report, where, [text.lineage]).get(text.lineage)
        text_row = next_version(rows.Report, text, text.lineage, text.digest, text_head)
        if text_row is not None:
            insert(rows.Report, where, [text_row])
            row.report_id = text_row.key
        elif text_head is not None:
            row.report_id = text_head.key
        insert(rows.Coding, where, [row])
        _insert_items(where, ready.coded, row.key)
    return True


def _insert_items(where: Store, coded: Coded, coding: str) -> None:
    by_field: dict[str, list[rows.Item]] = {}
    for field, position, item in items.of(coded):
        by_field.setdefault(field, []).append(items.row(coding, field, position, item, coded.report))
    for field, some in by_field.items():
        insert(items.TABLES[field][1], where, some)
