"""The checks of mechanism.yaml and readiness.yaml, and the small language in which their rows are written."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from lxml import etree  # type: ignore[import-untyped]

from kordon.chain import Setup
from kordon.criteria.triggers import paragraphs
from kordon.domain.coded import Figure, FigureForm, Incident, Modality, Party, Place, PlacePrecision
from kordon.domain.errors import NotAllowed
from kordon.domain.material import Material
from kordon.domain.quantity import Quantity
from kordon.domain.record import SYSTEM, Entry, Person
from kordon.domain.report import Evidence
from kordon.domain.time import Date, Span
from kordon.measures.mechanism import (
    Consultation,
    Finding,
    Mechanism,
    Outcome,
    added,
    advanced,
    consultations,
    examine,
    load_consultation,
    load_mechanism,
    open_one,
    raised,
    replay,
)
from kordon.measures.mechanism.cap import Desk, alerts
from kordon.measures.mechanism.cap_rules import CAP, faults
from kordon.measures.mechanism.plan import plan
from kordon.measures.mechanism.words import load_words
from kordon.measures.process import Process

Row = Mapping[str, Any]
Record = tuple[Entry, ...]
NOON = dt.datetime(2024, 5, 28, 12, tzinfo=dt.UTC)
WATCH = Person("duty-officer", ("watch",))
ANSWERS = {"asked": "no answer", "agrees": "agrees", "disagrees": "disagrees", "silent": "silent"}
PEOPLE = {"watch": WATCH, "system": SYSTEM}


@cache
def setup() -> Setup:
    return Setup()


@cache
def mechanism() -> Mechanism:
    return load_mechanism(setup().vocabulary)


@cache
def process() -> Process:
    return load_consultation()


def office(party: str) -> Person:
    return Person(f"office-{party.lower()}", ("party", f"party:{party}"))


def at(hours: float) -> dt.datetime:
    return NOON + dt.timedelta(hours=hours)


def finding(incident: str = "i1", border: str = "PL-BY", **told: Any) -> Finding:
    fields: dict[str, Any] = {"trigger": "weapon_use", "outcome": Outcome.FIRES} | told
    return Finding(border=border, span=Span.day(Date(2024, 5, 28)), about=(incident,), **fields)


def play(steps: Sequence[str], record: Record = ()) -> Record:
    """``HOURS h: WHO... STEP [name=value]...``; *who* are parties, ``watch`` or ``system``."""
    for step in steps:
        names, does, told, hours = _read(step)
        for who in names:
            record += _taken(record, who, does, told, at(hours))
    return record


def _read(step: str) -> tuple[list[str], str, list[str], float]:
    hours, _, rest = step.partition(" h: ")
    words = rest.split()
    count = next(n for n, word in enumerate(words) if word not in (*PEOPLE, *mechanism().parties))
    return words[:count], words[count], words[count + 1 :], float(hours)


def _taken(record: Record, who: str, does: str, told: list[str], when: dt.datetime) -> Record:
    by = PEOPLE.get(who) or office(who)
    if does == "fires":
        return raised(mechanism(), process(), record, finding(*told), when)
    if does == "declares":
        found = finding(told[0], "LV-BY", trigger="influx", outcome=Outcome.ASKS, party="LV")
        return raised(mechanism(), process(), record, found, when, by, "The case has come.")
    clock = advanced(mechanism(), process(), record, when)
    current = open_one(mechanism(), process(), (*record, *clock))
    subject = current.id if current is not None else record[-1].subject
    data: dict[str, Any] = {key: value for key, _, value in (one.partition("=") for one in told)}
    data |= {key: int(value) for key, value in data.items() if key in ("hours", "days")}
    if who not in PEOPLE and does not in ("withdraw", "stand_down"):
        data["party"] = who
    entry = Entry(f"e{len(record)}", process().id, subject, does, by, when, "A reason.", ("report-1",), data)
    return added(mechanism(), process(), record, entry)


def seen(row: Row) -> tuple[Record, Consultation, dt.datetime]:
    """The record of a row at the time at which it is looked at, and its newest consultation."""
    record = play(row["steps"])
    now = at(float(row["seen"].removesuffix(" h")))
    record += advanced(mechanism(), process(), record, now)
    found = consultations(mechanism(), process(), record)
    return record, list(found.values())[-1], now


def check_course(row: Row) -> None:
    record, found, _ = seen(row)
    told = {name: ANSWERS[seat.answer] for name, seat in found.seats.items()}
    assert (found.state, told) == (row["state"], {name: row[name] for name in told})
    assert found.state in process().states
    assert replay(mechanism(), process(), record) == consultations(mechanism(), process(), record)


def check_refused(row: Row) -> None:
    before = play(row["steps"])
    with pytest.raises(NotAllowed) as caught:
        play([row["refused"]], before)
    assert row["sentence"] in str(caught.value)
    assert str(caught.value).endswith(".")
    assert play(row["steps"]) == before


def check_alerts(row: Row) -> None:
    _, found, _ = seen(row)
    thread = alerts(
        mechanism(), process(), found, Desk("watch@mechanism.example"), load_words(), setup().lines,
        setup().vocabulary,
    )  # fmt: skip
    responses = [etree.fromstring(m.xml).find(f".//{{{CAP}}}responseType").text for m in thread]
    assert [f"{m.type} {r}" for m, r in zip(thread, responses, strict=True)] == row["messages"]
    assert [fault for message in thread for fault in faults(message.xml)] == []


def check_closes(row: Row) -> None:
    _, found, now = seen(row)
    starts: dict[str, str] = {}
    for step in plan(mechanism(), found, (), (), now):
        told = "not yet" if step.starts is None else f"{(step.starts - NOON) / dt.timedelta(hours=1):g} h"
        starts.setdefault(step.party, told)
    assert starts == {name: row[name] for name in starts}
    assert set(starts) == {"PL", "LT", "LV"}


INCIDENT = re.compile(
    r"(?P<mood>warning |denied )?(?P<kind>[a-z_]+)( by (?P<by>[a-z_]+))?( against (?P<against>[a-z_]+))?"
    r"( with (?P<means>[a-z_]+))?( graded (?P<grade>[A-E]\d))?(, (?P<people>\d+) people)?(, told: (?P<told>.+))?"
)


def check_triggers(row: Row) -> None:
    told = INCIDENT.fullmatch(row["incident"])
    assert told is not None, row["incident"]
    one = Incident(
        id="i1",
        kind=told["kind"],
        place=Place(("PL-BY",), precision=PlacePrecision.BORDER),
        occurred=Span.day(Date(2024, 5, 28)),
        modality=Modality.DENIED if told["mood"] == "denied " else Modality.ACTUAL,
        evidence=(Evidence("report-1", 0, 5),),
        rule="spec",
        means=(told["means"],) if told["means"] else (),
        actor=Party(told["by"]) if told["by"] else None,
        recipient=Party(told["against"]) if told["against"] else None,
        people=Quantity.exactly(int(told["people"])) if told["people"] else None,
        grade=told["grade"] or "B2",
        warning_shots=told["mood"] == "warning ",
    )
    found = _found(Material(None, {}, (), (one,), ()), {"report-1": told["told"] or ""})
    assert [f.outcome.value for f in found] == ([] if row["outcome"] == "nothing" else [row["outcome"]])
    assert " ".join(name for f in found for name in f.failed) == row["lacks"]


FIGURE = re.compile(r"(?P<day>[\d-]{10}) (?P<border>[A-Z-]+) (?P<count>\d+) (?P<unit>[a-z]+)")


def check_asked(row: Row) -> None:
    figures = []
    for n, sentence in enumerate(row["figures"]):
        told = FIGURE.fullmatch(sentence)
        assert told is not None, sentence
        figures.append(
            Figure(
                id=f"f{n}",
                form=FigureForm.COUNT,
                unit=told["unit"],
                quantity=Quantity.exactly(int(told["count"])),
                place=Place((told["border"],), precision=PlacePrecision.BORDER),
                span=Span.day(Date.fromisoformat(told["day"])),
                modality=Modality.ACTUAL,
                evidence=(Evidence("report-1", 0, 5),),
                rule="spec",
            )
        )
    asked = []
    for f in _found(Material(None, {}, tuple(figures), (), ()), {}):
        days = str(f.span.start) if f.span.length == 1 else f"{f.span.start} to {f.span.end}"
        asked.append(f"{days}: {f.party}, {f.people:g}")
        with pytest.raises(NotAllowed):  # being asked opens nothing by itself
            raised(mechanism(), process(), (), f, NOON)
    assert asked == row["asked"]


def _found(material: Material, texts: Mapping[str, str]) -> tuple[Finding, ...]:
    told = paragraphs(setup().criteria, material.incidents, texts)
    return examine(setup().criteria[0], mechanism(), replace(material, told=told), setup().vocabulary)


CHECKS: Mapping[str, Callable[[Row], None]] = {
    "mechanism-triggers": check_triggers,
    "mechanism-course": check_course,
    "mechanism-refused": check_refused,
    "mechanism-alerts": check_alerts,
    "readiness-course": check_course,
    "readiness-closes": check_closes,
    "readiness-asked": check_asked,
    "readiness-refused": check_refused,
}
