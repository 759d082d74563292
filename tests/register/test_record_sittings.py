"""Sittings on a register: every step is checked against what the register holds, and stored or refused."""

from __future__ import annotations

import datetime as dt
import importlib.util
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from kordon.chain import Setup
from kordon.domain.errors import DomainError, NotAllowed
from kordon.domain.measure import Crossing, CrossingStatus
from kordon.domain.reading import Unknown
from kordon.domain.time import Precision, Span
from kordon.measures.process import replayed, state_of
from kordon.measures.sitting import Estimate, Moved, offered, policies, sitting_of, steps
from kordon.register import Register
from kordon.register.sittings import Sittings

MADE = Path(__file__).parents[1] / "measures" / "sitting" / "made.py"
OPEN = Span(dt.date(2024, 1, 1), None, Precision.DAY)


@pytest.fixture(scope="session")
def sitting_made() -> ModuleType:
    spec = importlib.util.spec_from_file_location("register_sitting_made", MADE)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def setup() -> Setup:
    return Setup()


@pytest.fixture
def held(register: Register, sitting_made: ModuleType, setup: Setup) -> Sittings:
    """A register with two assessments of a border, one of another, a range, and a crossing on each."""
    m = sitting_made
    readings = [m.reading(f"{a.id}/attacks", value) for a, value in ((m.BEFORE, 1.0), (m.NOW, 7.0))]
    register.record_readings(
        [replace(r, week=w) for r, w in zip(readings, (m.BEFORE.week, m.NOW.week), strict=True)]
    )
    register.record_assessments([m.BEFORE, m.NOW, m.FOREIGN])
    register.record_proposals([m.RANGE])
    crossings = [Crossing(name, border, "road", (("en", name),), None, None, ("bus",))
                 for name, border in (("pl-1", m.BORDER), ("lt-1", m.OTHER))]  # fmt: skip
    statuses = [CrossingStatus(f"s-{c.id}", c.id, "open", ("bus",), OPEN, False, "", "", "r") for c in crossings]
    register.store_reference([*crossings, *statuses])
    return Sittings(register, setup)


def minutes(n: int) -> dt.datetime:
    return dt.datetime(2024, 7, 1, 12, tzinfo=dt.UTC) + dt.timedelta(minutes=n)


def prepared(held: Sittings, m: ModuleType, name: str = "S1") -> tuple[steps.Make, ...]:
    """The steps of a sitting up to a range of two."""
    impact = {"trade": Estimate("Two carriers.", evidence=(m.NOW.id,))}
    of_range = offered(m.RANGE, held.rungs, "option-bus-permits", "A", m.FIRST, impact=impact)
    beyond = m.offer("B", "R3", impact={})
    return (
        steps.call(name, m.SECRETARIAT, "council", (m.BORDER,)),
        steps.put_on_agenda(name, m.SECRETARIAT, m.BORDER, m.NOW.id),
        steps.put_option(name, m.ANALYSTS, of_range),
        steps.put_option(name, m.ANALYSTS, beyond, "Pressure rose.", (m.NOW.id,)),
    )


def decision(m: ModuleType, by: str = "CABINET", name: str = "S1", **more: object) -> steps.Make:
    given = {"options": ("A",), "evidence": (m.NOW.id,)} | more
    return steps.decide(name, getattr(m, by), "options", m.REVIEW, "Pressure rose.", **given)  # type: ignore[arg-type]


def test_a_sitting_is_stored_step_by_step_and_comes_back(held: Sittings, sitting_made: ModuleType) -> None:
    m = sitting_made
    for n, make in enumerate((*prepared(held, m), decision(m), steps.close("S1", m.SECRETARIAT))):
        found = held.take(make, now=minutes(n))
    assert found == held.sitting("S1") == sitting_of(held.process, held.register.record("sitting", "S1"))
    assert (found.state, [p.offer.id for p in found.chosen]) == ("closed", ["A"])
    checks = policies(held.process, held.facts((m.BORDER,)))
    assert replayed(held.process, held.register.record(), checks) == {"S1": "closed"}
    assert held.register.record_is_whole()


def test_the_measures_begin_together(held: Sittings, sitting_made: ModuleType) -> None:
    m = sitting_made
    with pytest.raises(DomainError, match="There is no sitting 'S1' in the register; the sittings are none"):
        held.begin("S1", now=minutes(0))
    for n, make in enumerate(prepared(held, m)):
        held.take(make, now=minutes(n))
    with pytest.raises(NotAllowed, match="has not decided anything"):
        held.begin("S1", now=minutes(5))
    held.take(decision(m, options=("A", "B")), now=minutes(5))
    before = held.register.record()
    with pytest.raises(NotAllowed, match="cannot take force on 2024-07-08, before it is adopted on 2024-08-01"):
        held.begin("S1", now=dt.datetime(2024, 8, 1, tzinfo=dt.UTC))
    assert held.register.record() == before
    entries = held.begin("S1", now=minutes(6))
    assert held.register.record() == (*before, *entries)
    rules = held.rules
    states = {name: state_of(rules.process, held.register.record("measure", name)) for name in ("S1.A", "S1.B")}
    assert states == {"S1.A": "adopted", "S1.B": "adopted"}
    with pytest.raises(NotAllowed, match=r"^S1\.A, S1\.B of the sitting 'S1' began already"):
        held.begin("S1", now=minutes(7))
    assert held.register.record() == (*before, *entries)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda m: decision(m, "GUEST"), "'guest' may not 'decide'"),
        (lambda m: decision(m, "ANALYSTS"), "'analysts' may not 'decide'"),
        (lambda m: decision(m, evidence=("assessment-x",)), "The register holds nothing named assessment-x"),
        (lambda m: steps.put_on_agenda("S1", m.SECRETARIAT, m.BORDER, "assessment-x"),
         "There is no assessment 'assessment-x' in the register"),
        (lambda m: m.put("C", ends=dt.date(2024, 7, 1)), "ends on 2024-07-01, before it starts on 2024-07-08"),
        (lambda m: m.put("C", crossings=("lt-1",)), "The crossing 'lt-1' is on 'LT-BY', not on 'PL-BY'"),
        (lambda m: steps.call("S2", m.SECRETARIAT, "council", ("XX-YY",)), "'XX-YY' is no border"),
        (lambda m: steps.call("S1", m.SECRETARIAT, "council", ("PL-BY",)), "'S1' is 'in_session'"),
    ],
)  # fmt: skip
def test_what_is_refused_stores_nothing(
    held: Sittings, sitting_made: ModuleType, make: Callable[[ModuleType], steps.Make], sentence: str
) -> None:
    m = sitting_made
    for n, one in enumerate(prepared(held, m)):
        held.take(one, now=minutes(n))
    before, head = held.register.record(), held.register.record_head()
    with pytest.raises(NotAllowed) as caught:
        held.take(make(m), now=minutes(9))
    assert sentence in str(caught.value)
    with pytest.raises(NotAllowed, match="set the clock right"):
        held.take(decision(m), now=minutes(1))
    assert (held.register.record(), held.register.record_head()) == (before, head)


def test_changes_are_those_since_the_last_sitting_of_the_body(held: Sittings, sitting_made: ModuleType) -> None:
    m = sitting_made
    first, second, other = (
        steps.call(name, m.SECRETARIAT, body, (m.BORDER,))
        for name, body in (("S0", "council"), ("S1", "council"), ("S2", "others"))
    )
    held.take(first, now=minutes(0))
    assert held.last_heard(held.sitting("S0"), m.BORDER) == ""
    held.take(steps.put_on_agenda("S0", m.SECRETARIAT, m.BORDER, m.BEFORE.id), now=minutes(1))
    sitting = held.take(second, now=minutes(2))
    assert held.last_heard(sitting, m.BORDER) == m.BEFORE.id
    assert held.last_heard(held.take(other, now=minutes(3)), m.BORDER) == ""
    held.take(steps.put_on_agenda("S1", m.SECRETARIAT, m.BORDER, m.NOW.id, m.BEFORE.id), now=minutes(4))
    (change,) = held.changes(held.sitting("S1"))
    attacks = change.indicators[0]
    assert (attacks.value_before, attacks.value_now, attacks.moved) == (1.0, 7.0, Moved.UP)
    minutes_ = held.minutes("S1")
    assert (minutes_.entry, minutes_.fingerprint) == (5, held.register.record_head().hash)


def test_the_chain_leads_from_a_reading_to_the_sitting_and_back(held: Sittings, sitting_made: ModuleType) -> None:
    m = sitting_made
    for n, make in enumerate((*prepared(held, m), decision(m))):
        held.take(make, now=minutes(n))
    held.begin("S1", now=minutes(9))
    reading = f"{m.NOW.id}/attacks"
    assert {"S1", "S1.A", m.NOW.id} <= set(held.register.trace(reading).used_by)
    assert {reading, m.NOW.id, m.RANGE.id} <= set(held.register.trace("S1.A").rests_on)
    assert held.register.known([reading, "S1", "nothing", m.NOW.id]) == {reading, m.NOW.id}


def test_the_newest_assessed_week_of_a_border(held: Sittings, sitting_made: ModuleType) -> None:
    assert held.newest(sitting_made.BORDER).id == sitting_made.NOW.id
    with pytest.raises(DomainError, match="holds no assessed week of 'LV-BY'"):
        held.newest("LV-BY")


def test_an_estimate_tells_what_the_register_knows_and_no_more(held: Sittings, sitting_made: ModuleType) -> None:
    m = sitting_made
    told = held.estimate(m.offer("A", impact={}), m.ANALYSTS, minutes(0))
    assert told["passes"] == Estimate("pl-1: bus", evidence=("pl-1",))
    assert {h: isinstance(told[h], Unknown) for h in ("trade", "labour", "last_time")} == {
        "trade": True, "labour": True, "last_time": True,
    }  # fmt: skip


def test_a_page_is_told_which_steps_lead_on(held: Sittings, sitting_made: ModuleType) -> None:
    m = sitting_made
    for n, make in enumerate(prepared(held, m)):
        held.take(make, now=minutes(n))
    found = {c.step.id: c.allowed for c in held.choices("S1", m.COUNCIL, minutes(9))}
    assert {name for name, allowed in found.items() if allowed} == {"adjourn", "decide", "defer", "call_off"}


def test_the_day_is_that_of_the_state_that_decides(held: Sittings, sitting_made: ModuleType) -> None:
    late = dt.datetime(2024, 7, 1, 22, 30, tzinfo=dt.UTC)
    assert held.today((sitting_made.BORDER,), late) == dt.date(2024, 7, 2)
    assert held.today((), late) == dt.date(2024, 7, 1)
