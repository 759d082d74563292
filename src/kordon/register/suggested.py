"""Store suggestions and answers to them, and say which items people accepted.

A suggestion is a row of its own table, an answer another row. Nothing is moved when a person accepts: what stands
is read from the log each time, so that taking an answer back gives exactly the state before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from kordon.coding.suggesting import last_words
from kordon.domain.coded import Figure, Incident, ReportedMeasure
from kordon.domain.report import Report
from kordon.domain.suggested import Answer, Item, Ruling, Suggested
from kordon.register import models as rows
from kordon.register.items import check_words, columns
from kordon.register.payload import dumps, loads
from kordon.register.store import Refused, Store
from kordon.register.versions import chunks

Kind = TypeVar("Kind", Incident, Figure, ReportedMeasure)
Make = Callable[[Sequence[Answer], Suggested, dt.datetime], Answer]  # from the log, the suggestion, the moment


def store(where: Store, suggestions: Iterable[Suggested], texts: Mapping[str, Report]) -> int:
    """Append the suggestions that are new and say how many; ``texts`` are their reports as they are in use.

    Raises :class:`Refused` for one whose words do not stand in its report; then nothing is stored.
    """
    given = {one.id: one for one in suggestions}
    for one in given.values():
        _check(one, texts.get(one.report))
    table = rows.Suggested.objects.using(where.alias)
    new = 0
    with where.writing():
        for some in chunks(sorted(given)):
            known = set(table.filter(key__in=some).values_list("key", flat=True))
            made = [given[key] for key in some if key not in known]
            table.bulk_create(
                rows.Suggested(
                    key=one.id,
                    report_value=one.report,
                    coder=one.coder,
                    kind=columns(one.item).kind,
                    payload=dumps(one),
                )
                for one in made
            )
            new += len(made)
    return new


def _check(one: Suggested, report: Report | None) -> None:
    if report is None:
        raise Refused(f"The suggestion {one.id} is about the report {one.report}, which is not in the register.")
    if not one.coder:
        raise Refused(f"The suggestion {one.id} carries no mark of a coder, so nobody answers for it.")
    if not one.item.evidence:
        raise Refused(f"The suggestion {one.id} rests on no words; give its evidence.")
    for words in one.item.evidence:
        check_words(one.id, words, report)
    if not _still_says(one, report):
        raise Refused(f"The suggestion {one.id} quotes {one.words!r}, which its report does not say there.")


def _still_says(one: Suggested, report: Report) -> bool:
    return report.quote(one.item.evidence[0]) == one.words


def suggestions(where: Store) -> tuple[Suggested, ...]:
    """Every suggestion ever stored, by report and place in the text."""
    with where.reading():
        payloads = rows.Suggested.objects.using(where.alias).order_by("report_value", "key")
        found = [loads(Suggested, text) for text in payloads.values_list("payload", flat=True)]
    return tuple(sorted(found, key=lambda one: (one.report, one.item.evidence[0].start, one.id)))


def answers(where: Store) -> tuple[Answer, ...]:
    """The whole log, oldest first."""
    with where.reading():
        return _log(where)


def _log(where: Store) -> tuple[Answer, ...]:
    found = rows.Answer.objects.using(where.alias).order_by("id")
    return tuple(
        Answer(row.key, row.suggested_id, Ruling(row.ruling), row.by, row.at.astimezone(dt.UTC), row.why)
        for row in found
    )


def answer(where: Store, name: str, make: Make) -> Answer:
    """Append the answer that ``make`` makes of the log as it stands, in one transaction.

    Whatever ``make`` raises goes through, and nothing is stored. Raises :class:`Refused` for a suggestion that the
    register does not hold.
    """
    with where.writing():
        row = rows.Suggested.objects.using(where.alias).filter(key=name).first()
        if row is None:
            raise Refused(
                f"There is no suggestion {name} in the register {where.shown}; list them to see the ids."
            )
        made = make(_log(where), loads(Suggested, row.payload), dt.datetime.now(dt.UTC))
        rows.Answer.objects.using(where.alias).create(
            key=made.id, suggested_id=name, ruling=made.ruling.value, by=made.by, at=made.at, why=made.why
        )
    return made


def accepted(where: Store, kind: type[Kind], order: Mapping[str, Any]) -> tuple[Kind, ...]:
    """The accepted items of one type, of reports that ``order`` names and whose text still says their words; in
    the order of ``order``, then of the text. For use while reading."""
    names = [key for key, held in last_words(_log(where)).items() if held.ruling is Ruling.ACCEPTED]
    if not names:
        return ()
    payloads: list[str] = []
    for some in chunks(names):
        payloads += (
            rows.Suggested.objects.using(where.alias).filter(key__in=some).values_list("payload", flat=True)
        )
    found = [one for one in (loads(Suggested, text) for text in payloads) if isinstance(one.item, kind)]
    texts = _texts(where, {one.report for one in found})
    place = {report: number for number, report in enumerate(order)}
    kept = [one for one in found if one.report in place and _still_says(one, texts[one.report])]
    kept.sort(key=lambda one: (place[one.report], one.item.evidence[0].start, one.id))
    return tuple(one.item for one in kept if isinstance(one.item, kind))


def accepted_items(where: Store, reports: Iterable[str]) -> Iterator[Item]:
    """Every accepted item of these reports. For use while reading."""
    order = dict.fromkeys(reports)
    yield from accepted(where, Incident, order)
    yield from accepted(where, Figure, order)
    yield from accepted(where, ReportedMeasure, order)


def _texts(where: Store, ids: Iterable[str]) -> dict[str, Report]:
    from kordon.register import material  # which asks this module for what was accepted

    return material.reports(where, ids)
