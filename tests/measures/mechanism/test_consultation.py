"""Who may do what in a consultation. Its courses are the table tests/spec/mechanism.yaml."""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kordon.domain.errors import NotAllowed
from kordon.domain.record import Entry, Person
from kordon.domain.time import ONE_DAY, Date
from kordon.measures.mechanism import (
    Consultation,
    Mechanism,
    Outcome,
    added,
    advanced,
    consultations,
    raised,
    replay,
    unheard,
    unsupported,
)
from kordon.measures.process import Process

STRANGER = Person("visitor", ("reader",))
OPEN = "0 h: system fires i1"
ALL_AGREE = "2 h: PL LT LV EE agree"


@cache
def spec() -> Any:
    """tests/spec/mechanism_checks.py: the small language of steps."""
    path = Path(__file__).parents[2] / "spec" / "mechanism_checks.py"
    found = importlib.util.spec_from_file_location(path.stem, path)
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def play(*steps: str) -> tuple[Entry, ...]:
    record: tuple[Entry, ...] = spec().play(steps)
    return record


def only(mechanism: Mechanism, process: Process, record: tuple[Entry, ...]) -> Consultation:
    [found] = consultations(mechanism, process, record).values()
    return found


def test_only_its_own_office_answers_for_a_party(mechanism: Mechanism, process: Process) -> None:
    record = play(OPEN)
    entry = Entry(
        "x", "consultation", record[0].subject, "agree", spec().office("LT"), spec().at(1), data={"party": "PL"}
    )
    with pytest.raises(NotAllowed, match="'office-lt' does not speak for PL"):
        added(mechanism, process, record, entry)
    with pytest.raises(NotAllowed, match="'visitor' may not 'agree'"):
        added(
            mechanism,
            process,
            record,
            Entry("x", "consultation", record[0].subject, "agree", STRANGER, spec().at(1)),
        )


def test_what_is_doubtful_is_opened_by_a_person(mechanism: Mechanism, process: Process) -> None:
    doubtful = spec().finding(outcome=Outcome.DOUBTFUL, doubt="blanks")
    with pytest.raises(NotAllowed, match="told with 'blanks', so a person of the watch has to open"):
        raised(mechanism, process, (), doubtful, spec().at(0))
    with pytest.raises(NotAllowed, match="a person of the watch has to open"):
        raised(mechanism, process, (), doubtful, spec().at(0), spec().office("PL"), "We know better.")
    with pytest.raises(NotAllowed, match="say why it is taken for a trigger all the same"):
        raised(mechanism, process, (), doubtful, spec().at(0), spec().WATCH)
    record = raised(mechanism, process, (), doubtful, spec().at(0), spec().WATCH, "The unit confirms live rounds.")
    assert only(mechanism, process, record).state == "consulting"


def test_what_nothing_supports_any_more_is_named(mechanism: Mechanism, process: Process) -> None:
    found = only(mechanism, process, play(OPEN))
    assert unsupported(found, [spec().finding()]) == ()
    for outcome in ([], [spec().finding("i2")], [spec().finding(outcome=Outcome.NEAR)]):
        assert [alarm.incident for alarm in unsupported(found, outcome)] == ["i1"]


def test_what_was_never_part_of_a_consultation(mechanism: Mechanism, process: Process) -> None:
    day = Date(2024, 5, 28)
    sure, near = spec().finding("i2"), spec().finding("i3", outcome=Outcome.NEAR)
    doubtful = spec().finding("i4", outcome=Outcome.DOUBTFUL)
    known, linked = spec().finding("i1"), replace(sure, about=("i5", "i1"))
    findings = (known, sure, near, doubtful, linked)
    gone = play(OPEN, "1 h: watch withdraw incident=i1 how=withdrawn")
    for record in (play(OPEN), gone):
        assert unheard(process, record, findings, day) == (sure, doubtful)
    assert unheard(process, (), findings, day) == (known, sure, doubtful, linked)
    assert unheard(process, (), findings, day + ONE_DAY) == ()


def test_a_near_miss_opens_nothing(mechanism: Mechanism, process: Process) -> None:
    with pytest.raises(NotAllowed, match="'i1' is no trigger: it lacks people"):
        raised(
            mechanism,
            process,
            (),
            spec().finding(outcome=Outcome.NEAR, failed=("people",)),
            spec().at(0),
            spec().WATCH,
            "x",
        )


def test_the_same_incident_told_twice_changes_nothing(mechanism: Mechanism, process: Process) -> None:
    record = play(OPEN)
    assert raised(mechanism, process, record, spec().finding(), spec().at(1)) == ()


def test_a_second_consultation_is_not_opened_beside_one_that_is_open(
    mechanism: Mechanism, process: Process
) -> None:
    record = play(OPEN)
    data = {"trigger": "weapon_use", "border": "LT-BY", "incident": "i2", "mechanism": mechanism.hash}
    entry = Entry("x", "consultation", "another", "open", spec().WATCH, spec().at(1), evidence=("i2",), data=data)
    with pytest.raises(NotAllowed, match="is open; the incident joins it by 'join'"):
        added(mechanism, process, record, entry)


def test_a_trigger_on_one_border_flags_the_others(mechanism: Mechanism, process: Process) -> None:
    assert only(mechanism, process, play(OPEN)).regional == ("LT-BY", "LV-BY")
    assert only(mechanism, process, play(OPEN, "1 h: system fires i2 LT-BY")).regional == ("LV-BY",)


def test_the_clock_may_be_run_often_or_late(mechanism: Mechanism, process: Process) -> None:
    record = play(OPEN, "1 h: PL agree")
    often = record
    for quarter in range(7, 4 * 24 * 40, 7):
        often += advanced(mechanism, process, often, spec().at(quarter / 4))
    often += advanced(mechanism, process, often, spec().at(24 * 40))
    late = record + advanced(mechanism, process, record, spec().at(24 * 40))
    assert [(e.id, e.does, e.data) for e in often] == [(e.id, e.does, e.data) for e in late]
    assert advanced(mechanism, process, late, spec().at(24 * 40)) == ()
    assert advanced(mechanism, process, late, spec().at(24 * 50)) == ()
    assert [e.does for e in late][-2:] == ["lapse", "finish"]


def test_an_entry_left_out_or_changed_does_not_replay(mechanism: Mechanism, process: Process) -> None:
    record = play(OPEN, "2 h: LT LV EE agree")
    record += advanced(mechanism, process, record, spec().at(7))
    for gone in range(len(record) - 1):
        if record[gone].does == "agree" or gone == 0:
            continue
        with pytest.raises(NotAllowed, match="of the record cannot stand"):
            replay(mechanism, process, [*record[:gone], *record[gone + 1 :]])
    with pytest.raises(NotAllowed):
        replay(mechanism, process, record[1:])
