"""The chain can be walked both ways, over everything that is recorded."""

from __future__ import annotations

from types import ModuleType

import pytest

from kordon.domain.report import stable_id
from kordon.register import Register


@pytest.fixture
def chain(register: Register, made: ModuleType) -> Register:
    register.store_many(made.coded(n) for n in range(21))
    register.record_measures(register.material(measures_of=made.ledger).measures)
    readings = made.readings(3, 6)
    assessments = made.assessments(readings)
    register.record_counts(made.series(3), made.AS_OF, "basis")
    register.record_readings(readings)
    register.record_assessments(assessments)
    register.record_proposals(made.proposals(assessments))
    register.record_drafts(made.drafts(assessments))
    return register


def test_what_a_draft_rests_on(chain: Register, made: ModuleType) -> None:
    draft = chain.drafts(lang="be", area="west", week=str(made.weeks(2)[1]))[0]
    rests = chain.trace(draft.id).rests_on
    assert set(draft.assessments) <= set(rests)
    readings = {
        i.reading
        for a in chain.assessments()
        if a.id in draft.assessments
        for f in a.factors
        for i in f.indicators
    }
    assert readings <= set(rests)
    figures = {e for r in chain.readings(readings).values() for e in r.evidence}
    assert figures
    assert figures <= set(rests)
    assert made.report(7).id in rests  # a report that a figure of that week stands in
    assert made.report(20).id not in rests  # a report of another week
    assert made.CRITERIA in rests
    assert list(rests) == sorted(set(rests))


def test_what_used_a_report(chain: Register, made: ModuleType) -> None:
    told = made.coded(7)
    used_by = set(chain.trace(told.report.id).used_by)
    assert {told.figures[0].id, told.incidents[0].id, told.signals[0].id} <= used_by
    assert stable_id("header", told.report.id) in used_by
    week = made.weeks(2)[1]
    assessed = chain.assessment("AA-ZZ", week)
    assert assessed is not None
    assert assessed.id in used_by
    assert {p.id for p in chain.proposals() if p.assessment == assessed.id} <= used_by
    assert {d.id for d in chain.drafts(week=str(week))} <= used_by
    assert not {d.id for d in chain.drafts(week=str(made.weeks(3)[2]))} & used_by


def test_both_ways_agree(chain: Register, made: ModuleType) -> None:
    draft = chain.drafts()[0]
    for name in chain.trace(draft.id).rests_on:
        assert draft.id in chain.trace(name).used_by


def test_a_measure_rests_on_its_report(chain: Register, made: ModuleType) -> None:
    measure = chain.measures()[0]
    assert chain.trace(measure.id).rests_on == measure.reports


def test_what_was_superseded_is_not_walked(register: Register, made: ModuleType) -> None:
    register.store(made.coded(5))
    (figure,) = made.coded(5).figures
    register.store(made.coded(5, "Notice 5. Another text, from which a figure was taken as well."))
    assert figure.id in register.trace(made.report(5).id).used_by
    from dataclasses import replace

    register.store(replace(made.coded(5), figures=()))
    assert figure.id not in register.trace(made.report(5).id).used_by


def test_an_unknown_id_rests_on_nothing(chain: Register) -> None:
    trace = chain.trace("unknown")
    assert (trace.rests_on, trace.used_by) == ((), ())
