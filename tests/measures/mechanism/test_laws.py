"""Laws that hold for every course of a consultation, whatever is tried in whatever order."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kordon.api.record import entries_of_lines, lines_of
from kordon.domain.errors import NotAllowed
from kordon.domain.record import SYSTEM, Entry, Person
from kordon.domain.time import Date, Span
from kordon.measures.mechanism import (
    Finding,
    Outcome,
    added,
    advanced,
    consultations,
    load_consultation,
    load_mechanism,
    raised,
    replay,
)
from kordon.measures.mechanism.clock import due, settled
from kordon.measures.mechanism.state import FINAL
from kordon.vocabulary import load

MECHANISM, PROCESS = load_mechanism(load()), load_consultation()
NOON = dt.datetime(2024, 5, 28, 12, tzinfo=dt.UTC)
PARTIES = tuple(MECHANISM.parties)
ROUND = MECHANISM.hours.answer + MECHANISM.hours.more_time

people = st.sampled_from(
    [Person("watch", ("watch",)), SYSTEM, *(Person(p, ("party", f"party:{p}")) for p in PARTIES)]
)
# mostly little time between two moves, so that parties answer before their deadlines; now and then weeks
waits = st.sampled_from([*[0] * 24, *[1] * 6, 2, 2, 7, 7, 24, 24 * 15, 24 * 15, 24 * 40]).map(
    lambda n: dt.timedelta(hours=n)
)
data = st.fixed_dictionaries(
    {},
    optional={
        "party": st.sampled_from([*PARTIES, "XX"]),
        "incident": st.sampled_from(["i1", "i2", "i3"]),
        "how": st.sampled_from(["withdrawn", "downgraded", "lost"]),
        "hours": st.integers(-1, 9),
        "days": st.sampled_from([0, 1, 30, 31]),
        "step": st.sampled_from(["persons", "goods", "x"]),
        "trigger": st.sampled_from(["weapon_use", "influx", "x"]),
        "border": st.sampled_from(["PL-BY", "LV-BY", "PL-RU"]),
    },
)
fires = st.builds(
    lambda incident, border: ("raise", incident, border),
    st.sampled_from(["i1", "i2", "i3"]),
    st.sampled_from(MECHANISM.borders),
)
own = ["agree", "disagree", "ask_time", "reopen", "carry_out", "extend"]
answers = st.builds(lambda party, does: ("answer", party, does), st.sampled_from(PARTIES), st.sampled_from(own))
together = st.builds(
    lambda does, but: ("together", but, does),
    st.sampled_from(["agree", "agree", "agree", "disagree", "reopen"]),
    st.sampled_from(["", "", *PARTIES]),
)
downs = st.just(("stand_down", "", ""))
withdrawals = st.builds(lambda incident: ("withdraw", incident, ""), st.sampled_from(["i1", "i2", "i3"]))
anything = st.tuples(people, st.sampled_from(sorted(PROCESS.steps)), data)
HOUR = dt.timedelta(hours=1)
ALL, TWO = (HOUR, ("together", "", "agree")), [(HOUR, ("answer", party, "agree")) for party in PARTIES[:2]]
beginnings = st.sampled_from(
    [
        [],
        [ALL],
        TWO,
        [*TWO, (7 * HOUR, ("answer", PARTIES[0], "carry_out"))],
        [(7 * HOUR, ("answer", PARTIES[0], "agree"))],
        [ALL, (24 * 15 * HOUR, ("stand_down", "", ""))],
        [ALL, (HOUR, ("withdraw", "i1", ""))],
    ]
)
tries = st.lists(
    st.tuples(waits, st.one_of(together, together, fires, answers, answers, withdrawals, downs, anything)),
    min_size=4,
    max_size=16,
)
moves = st.builds(lambda begins, then: [*begins, *then], beginnings, tries)


def sane(party: str, does: str) -> dict[str, Any]:
    told: dict[str, Any] = {"party": party}
    return told | {"ask_time": {"hours": 3}, "carry_out": {"step": "persons"}, "extend": {"days": 10}}.get(
        does, {}
    )


def course(tried: list[tuple[dt.timedelta, Any]]) -> tuple[Entry, ...]:
    """A record of what of all this was let through; the first incident opens it."""
    record: tuple[Entry, ...] = ()
    now = NOON
    for wait, (what, *told) in [(dt.timedelta(), ("raise", "i1", "PL-BY")), *tried]:
        now += wait
        for party in [p for p in PARTIES if p != told[0]] if what == "together" else [""]:
            try:
                record += step(record, now, what, told, party)
            except NotAllowed as refused:
                assert str(refused).endswith(".")
    return record


def step(record: tuple[Entry, ...], now: dt.datetime, what: Any, told: list[Any], party: str) -> tuple[Entry, ...]:
    if what == "raise":
        found = Finding("weapon_use", Outcome.FIRES, told[1], Span.day(Date(2024, 5, 28)), (told[0],))
        return raised(MECHANISM, PROCESS, record, found, now)
    by, does, data = Person("watch", ("watch",)), what, {}
    if what in ("answer", "together"):
        name = party or told[0]
        by, does, data = Person(name, ("party", f"party:{name}")), told[1], sane(name, told[1])
    elif what == "withdraw":
        data = {"incident": told[0], "how": "withdrawn"}
    elif what != "stand_down":
        by, does, data = what, told[0], told[1]
    entry = Entry(f"x{len(record)}", PROCESS.id, record[-1].subject, does, by, now, "y", ("r",), data)
    return added(MECHANISM, PROCESS, record, entry)


@settings(max_examples=60, deadline=None)
@given(moves)
def test_no_sequence_reaches_an_undefined_state(tried: list[Any]) -> None:
    record = course(tried)
    found = consultations(MECHANISM, PROCESS, record)
    assert sum(not one.final for one in found.values()) <= 1
    for one in found.values():
        assert one.state in PROCESS.states
        assert (one.state in FINAL) == PROCESS.states[one.state].final
        assert settled(one) == ""  # nothing that the answers call for is left undone
        closing = [seat for seat in one.seats.values() if seat.closing]
        assert not (one.final and closing)  # nothing stays closed under a consultation that is over
        assert one.state != "joint" or all(seat.agrees for seat in one.seats.values())
        assert one.state not in ("joint", "partial", "consulting") or one.standing
        for seat in closing:  # nobody closes who has not agreed
            assert seat.agrees


@settings(max_examples=60, deadline=None)
@given(moves)
def test_replaying_the_record_gives_the_same_state(tried: list[Any]) -> None:
    record = course(tried)
    read_back = entries_of_lines(lines_of(record), "record")
    assert replay(MECHANISM, PROCESS, read_back) == consultations(MECHANISM, PROCESS, record)


@settings(max_examples=40, deadline=None)
@given(moves, st.lists(st.integers(1, 24 * 60), max_size=6))
def test_the_clock_in_one_go_or_in_several(tried: list[Any], stops: list[int]) -> None:
    record = course(tried)
    last = record[-1].at + dt.timedelta(days=70)
    once = record + advanced(MECHANISM, PROCESS, record, last)
    often = record
    for hours in sorted(stops):
        often += advanced(MECHANISM, PROCESS, often, record[-1].at + dt.timedelta(hours=hours))
    often += advanced(MECHANISM, PROCESS, often, last)
    assert [(e.id, e.does, e.data) for e in often] == [(e.id, e.does, e.data) for e in once]
    assert advanced(MECHANISM, PROCESS, once, last) == ()
    # left alone, every consultation comes to its end: files close, closings lapse
    assert all(one.final for one in consultations(MECHANISM, PROCESS, once).values())


@settings(max_examples=40, deadline=None)
@given(moves)
def test_a_round_ends_in_time_whatever_joins_it(tried: list[Any]) -> None:
    record = course(tried)
    for one in consultations(MECHANISM, PROCESS, record).values():
        if one.state == "consulting":
            start = max(e.at for e in one.entries if e.does in ("open", "ask_again"))
            assert due(MECHANISM, one, start + dt.timedelta(hours=ROUND, seconds=1)) is not None
            assert all(seat.deadline <= start + dt.timedelta(hours=ROUND) for seat in one.seats.values())
