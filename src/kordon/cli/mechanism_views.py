"""What ``kordon mechanism show`` prints: a consultation, its parties, its plan and its notices."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text

from kordon.chain import Setup
from kordon.cli.show import console
from kordon.measures.mechanism import Consultation
from kordon.measures.mechanism.notices import Notice
from kordon.measures.mechanism.plan import Planned
from kordon.measures.mechanism.words import Phrases, inert, moment
from kordon.measures.process import Process


def show(
    setup: Setup,
    process: Process,
    found: Consultation,
    steps: Sequence[Planned],
    told: Iterable[Notice],
    phrases: Phrases,
    lang: str,
) -> None:
    """The whole consultation in one language; words of others are shown as letters only."""
    out, vocabulary = console(), setup.vocabulary
    out.print(Text(f"{found.id}: {process.states[found.state].label[lang]}", "bold"))
    for alarm in found.alarms:
        how = "" if alarm.stands else f" ({phrases.say(f'ways.{alarm.withdrawn}', lang)}: {inert(alarm.why)})"
        label = vocabulary.label("triggers", alarm.trigger, lang)
        out.print(Text(f"{moment(alarm.at)}  {alarm.border}  {label}: {inert(alarm.incident)}{how}"))
    if found.regional:
        borders = "; ".join(vocabulary.label("borders", border, lang) for border in found.regional)
        out.print(Text(f"regional consultation: {borders}", "dim"))
    seats = _table("party", "answer", "by", "why")
    for seat in found.seats.values():
        when = moment(seat.answered_at or seat.deadline)
        _row(seats, seat.party.office[lang], phrases.say(f"answers.{seat.answer}", lang), when, inert(seat.why))
    out.print(seats)
    plan = _table("party", "border", "measure", "from", "until", "state", "closes", "closed already", "not told")
    for step in steps:
        label = vocabulary.label("measures", step.measure, lang)
        begins, ends = (moment(at) if at else "" for at in (step.starts, step.ends))
        names = (
            ", ".join(_name(setup, key, lang) for key in keys) for keys in (step.closes, step.closed, step.untold)
        )
        _row(plan, step.party, step.border, label, begins, ends, step.state, *names)
    out.print(plan)
    log = _table("when", "to", "notice")
    for notice in told:
        _row(log, moment(notice.at), " ".join(notice.to), notice.text[lang])
    out.print(log)


def as_json(found: Consultation, steps: Iterable[Planned], told: Iterable[Notice]) -> dict[str, Any]:
    """The same as plain values, times in ISO form."""
    return {
        "id": found.id,
        "state": found.state,
        "opened_at": found.opened_at.isoformat(),
        "incidents": [_plain(dataclasses.asdict(alarm)) for alarm in found.alarms],
        "regional": list(found.regional),
        "parties": [
            {
                "party": name,
                "answer": seat.answer,
                "why": seat.why,
                "deadline": seat.deadline.isoformat(),
                "closing": seat.closing,
                "released": seat.released,
            }
            for name, seat in found.seats.items()
        ],
        "plan": [_plain(dataclasses.asdict(step)) for step in steps],
        "notices": [
            {
                "id": notice.id,
                "kind": notice.kind,
                "at": notice.at.isoformat(),
                "to": list(notice.to),
                "values": dict(notice.values),
                "text": dict(notice.text),
            }
            for notice in told
        ],
    }


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value.isoformat() if isinstance(value, dt.datetime) else value for key, value in values.items()}


def _name(setup: Setup, crossing: str, lang: str) -> str:
    return setup.names.get(crossing, {}).get(lang, crossing)


def _table(*names: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD)
    for name in names:
        table.add_column(name)
    return table


def _row(table: Table, *cells: str) -> None:
    table.add_row(*(Text(cell) for cell in cells))
