"""Results: recorded once, superseded when they change, found again by place, week and day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest

from kordon.domain.assessment import Level
from kordon.domain.errors import RegisterError
from kordon.domain.time import Week
from kordon.register import Register, Scope

Contents = Callable[[Register], dict[str, list[Any]]]
EARLIER = dt.date(2024, 6, 30)


def record(register: Register, made: ModuleType, weeks: int = 3, **readings: Any) -> list[int]:
    """All results of some weeks; says how much of each kind was new."""
    read = made.readings(weeks, 6, **readings)
    assessed = made.assessments(read)
    return [
        register.record_counts(made.series(weeks), readings.get("as_of", made.AS_OF), "basis"),
        register.record_readings(read),
        register.record_assessments(assessed),
        register.record_proposals(made.proposals(assessed)),
        register.record_drafts(made.drafts(assessed)),
    ]


def test_results_come_back_exactly(register: Register, made: ModuleType) -> None:
    assert record(register, made) == [9, 54, 9, 9, 18]
    readings = made.readings(3, 6)
    assessments = made.assessments(readings)
    assert register.series() == made.series(3)
    assert register.readings(r.id for r in readings) == {r.id: r for r in readings}
    assert register.readings_of("AA-ZZ", made.weeks(3)[1]) == tuple(readings[6:12])
    assert register.assessments() == tuple(assessments)
    assert register.assessment("BB-ZZ", made.weeks(3)[2]) == assessments[5]
    assert register.proposals() == tuple(made.proposals(assessments))
    drafts = sorted(made.drafts(assessments), key=lambda d: (d.area, d.week, d.lang))
    assert register.drafts() == tuple(drafts)
    assert register.drafts(lang="be", area="west") == tuple(
        d for d in drafts if d.lang == "be" and d.area == "west"
    )


def test_the_second_time_changes_nothing(register: Register, made: ModuleType, contents: Contents) -> None:
    record(register, made)
    before = contents(register)
    assert record(register, made) == [0, 0, 0, 0, 0]
    assert contents(register) == before


def test_what_is_not_there(register: Register, made: ModuleType) -> None:
    assert register.series() == {}
    assert register.assessments() == register.proposals() == register.drafts() == ()
    assert register.assessment("AA-ZZ", Week(2024, 1)) is None
    assert register.readings(["unknown"]) == {}
    assert register.record_readings([]) == 0


def test_a_changed_result_supersedes_the_former_one(register: Register, made: ModuleType) -> None:
    record(register, made)
    former = register.assessments()[0]
    changed = replace(former, level=Level.HIGH)
    assert register.record_assessments([changed]) == 1
    assert register.assessment(former.border, former.week) == changed
    assert len(register.assessments()) == 9
    assert register.record_assessments([former]) == 1  # and back again, as a third row
    assert register.assessment(former.border, former.week) == former


def test_results_of_two_days_stand_beside_one_another(register: Register, made: ModuleType) -> None:
    record(register, made)
    record(register, made, as_of=EARLIER)
    assert {a.as_of for a in register.assessments()} == {made.AS_OF}  # no run says which: the newest
    assert {a.as_of for a in register.assessments(EARLIER)} == {EARLIER}
    assert {d.as_of for d in register.drafts(EARLIER)} == {EARLIER}
    assert len(register.assessments(EARLIER)) == len(register.assessments(made.AS_OF)) == 9


def test_the_latest_completed_run_tells_which_results_are_meant(register: Register, made: ModuleType) -> None:
    with register.run("run") as run:
        record(register, made)
        run.scope = Scope(as_of=made.AS_OF)
    with register.run("run") as run:
        record(register, made, as_of=EARLIER)
        run.scope = Scope(as_of=EARLIER, borders=("AA-ZZ", "BB-ZZ"), first=made.weeks(2)[1])
    assert {(a.as_of, a.border) for a in register.assessments()} == {(EARLIER, "AA-ZZ"), (EARLIER, "BB-ZZ")}
    assert {a.week for a in register.assessments()} == set(made.weeks(3)[1:])
    assert {p.assessment for p in register.proposals()} == {a.id for a in register.assessments()}
    assert {d.week for d in register.drafts()} == set(made.weeks(3)[1:])
    assert set(register.series()) == {"AA-ZZ", "BB-ZZ"}
    assert len(register.assessments(made.AS_OF)) == 9  # the other day is still there for who asks
    assert register.assessment("CC-ZZ", made.weeks(1)[0]) is not None  # so is another place


def test_a_run_that_fails_or_makes_no_results_leaves_the_former_ones_in_use(
    register: Register, made: ModuleType
) -> None:
    with register.run("run") as run:
        record(register, made)
        run.scope = Scope(as_of=made.AS_OF)
    with pytest.raises(ZeroDivisionError), register.run("run") as run:
        record(register, made, as_of=EARLIER)
        run.scope = Scope(as_of=EARLIER)
        raise ZeroDivisionError
    with register.run("store"):
        pass
    assert {a.as_of for a in register.assessments()} == {made.AS_OF}


def test_two_criteria_stand_beside_one_another(register: Register, made: ModuleType) -> None:
    read = made.readings(2, 6)
    theirs = made.assessments(read, "d" * 64)
    ours = made.assessments(read)
    for assessed in (ours, theirs):
        with register.run("run") as run:
            register.record_assessments(assessed)
            register.record_proposals(made.proposals(assessed))
            run.scope = Scope(as_of=made.AS_OF, criteria=(assessed[0].criteria,))
        assert register.assessments() == tuple(assessed)
        assert {p.assessment for p in register.proposals()} == {a.id for a in assessed}


def test_a_proposal_without_its_assessment_is_refused(register: Register, made: ModuleType) -> None:
    proposals = made.proposals(made.assessments(made.readings(1, 6)))
    with pytest.raises(RegisterError, match=r"^The proposal .+, which is not recorded; record that first\.$"):
        register.record_proposals(proposals)
    assert register.proposals() == ()


def test_a_batch_is_stored_whole_or_not_at_all(register: Register, made: ModuleType) -> None:
    readings = made.readings(1, 6)
    broken = replace(readings[-1], unit="attempts\ud800")
    with pytest.raises(RegisterError, match=r"take it out of the input\.$"):
        register.record_readings([*readings[:-1], broken])
    assert register.readings(r.id for r in readings) == {}


def test_reference_rows(register: Register, made: ModuleType) -> None:
    assert register.store_reference([made.crossing(1), made.crossing(2), made.status(1)]) == 3
    assert register.store_reference([made.crossing(1), made.status(1)]) == 0
    assert register.crossings() == (made.crossing(1), made.crossing(2))
    assert register.statuses() == (made.status(1),)
    assert register.store_reference([made.crossing(1, lat=54.0)]) == 1
    assert register.crossings() == (made.crossing(1, lat=54.0), made.crossing(2))


def test_the_whole_gazetteer_comes_back_exactly(register: Register) -> None:
    from kordon.geo.gazetteer import Actor, NamedCrossing, Section, Settlement, load_gazetteer

    gazetteer = load_gazetteer()
    for kind, entries in (
        (Settlement, gazetteer.places),
        (NamedCrossing, gazetteer.crossings),
        (Actor, gazetteer.actors),
        (Section, gazetteer.sections),
    ):
        values = sorted(entries.values(), key=lambda entry: entry.id)
        assert register.store_reference(values) == len(values) > 0
        assert register.references(kind) == tuple(values)


def test_a_reference_row_needs_an_id(register: Register) -> None:
    with pytest.raises(RegisterError, match="without an id"):
        register.store_reference([Scope()])


def test_measures_and_documents(register: Register, made: ModuleType) -> None:
    register.store_many(made.coded(n) for n in range(6))
    measures = register.material(measures_of=made.ledger).measures
    assert register.record_measures(measures) == 2
    assert register.record_measures(measures) == 0
    assert set(register.measures()) == set(measures)
    assert register.record_criteria("h1", "ours", "levels: ...")
    assert not register.record_criteria("h1", "ours", "levels: ...")
    assert [d.hash for d in register.criteria()] == ["h1"]
    document = register.document("h1")
    assert document is not None
    assert (document.kind, document.name, document.text) == ("criteria", "ours", "levels: ...")
    assert register.document("h2") is None
