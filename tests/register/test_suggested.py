"""Suggestions of other coders: kept beside the record, in no count until a person accepts, and out again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest

from kordon.coding.suggesting import answer
from kordon.domain.coded import Coded
from kordon.domain.errors import DomainError, RegisterError
from kordon.domain.suggested import Answer, Ruling, Suggested, suggested_in
from kordon.register import Register, open_register

WHO = ("А. Аналітык", "так у тэксце")


def word(register: Register, one: Suggested, ruling: Ruling) -> Answer:
    return register.answer(one.id, lambda log, given, at: answer(log, given, ruling, *WHO, at))


@pytest.fixture
def filled(register: Register, made: ModuleType) -> Register:
    register.store_many(made.coded(n) for n in range(6))
    return register


def seen(register: Register, made: ModuleType) -> tuple[Any, ...]:
    """Everything that anything counts from."""
    return (
        register.material(measures_of=made.ledger),
        register.material(made.AS_OF, measures_of=made.ledger),
        register.reported_measures(),
        register.signals(),
        [register.coded(made.report(n).id) for n in range(6)],
        register.trace(made.report(1).id),
    )


@pytest.mark.parametrize("rule", ["semantic:0.99", "semantic:", "model:gpt", "model:a:b"])
@pytest.mark.parametrize("part", ["incidents", "figures", "measures"])
def test_the_door_of_the_record_is_shut_to_a_marked_item(
    register: Register, made: ModuleType, contents: Callable[[Register], object], rule: str, part: str
) -> None:
    before = contents(register)
    coded = made.marked(1, rule)
    only = Coded(coded.report, **{part: getattr(coded, part)})
    with pytest.raises(RegisterError, match="only a person's acceptance makes it an item"):
        register.store(only)
    assert contents(register) == before
    assert register.store_many([only]).new == 0
    assert contents(register) == before


def test_without_acceptance_nothing_is_seen_of_it(filled: Register, made: ModuleType) -> None:
    before = seen(filled, made)
    given = [one for n in range(6) for one in suggested_in(made.marked(n))]
    assert filled.suggest(given) == 18
    assert filled.suggest(given) == 0
    assert seen(filled, made) == before
    assert {one.id for one in filled.suggestions()} == {one.id for one in given}
    for one in given[:9]:
        word(filled, one, Ruling.REJECTED)
    assert seen(filled, made) == before


def test_accepted_it_counts_and_reopened_it_is_as_if_never_said(filled: Register, made: ModuleType) -> None:
    before = seen(filled, made)
    given = suggested_in(made.marked(2))
    filled.suggest(given)
    for one in given:
        word(filled, one, Ruling.ACCEPTED)
    material = filled.material(measures_of=made.ledger)
    was = before[0]
    assert [i for i in material.incidents if i not in was.incidents] == [given[0].item]
    assert [f for f in material.figures if f not in was.figures] == [given[1].item]
    assert set(was.incidents) < set(material.incidents)
    assert given[2].item in filled.reported_measures()
    assert given[0].item.id in filled.trace(made.report(2).id).used_by
    assert filled.trace(given[0].item.id).rests_on == (made.report(2).id,)
    for one in given:
        word(filled, one, Ruling.REOPENED)
    assert seen(filled, made) == before
    assert [a.ruling for a in filled.answers()] == [Ruling.ACCEPTED] * 3 + [Ruling.REOPENED] * 3


def test_as_of_holds_for_what_was_accepted(filled: Register, made: ModuleType) -> None:
    one = made.suggested(4)
    filled.suggest([one])
    word(filled, one, Ruling.ACCEPTED)
    out = made.report(4).published_at
    early = filled.material(out - dt.timedelta(days=1), measures_of=made.ledger)
    assert one.item not in early.incidents
    assert one.item in filled.material(out, measures_of=made.ledger).incidents


def test_a_report_coded_anew_keeps_what_was_accepted_and_counts_nothing_twice(
    filled: Register, made: ModuleType
) -> None:
    one = made.suggested(1)
    filled.suggest([one])
    word(filled, one, Ruling.ACCEPTED)
    coded = made.coded(1)
    filled.store(replace(coded, figures=()))
    assert one.item in filled.material(measures_of=made.ledger).incidents
    learnt = replace(one.item, id="learnt", rule="drone-seen")
    filled.store(replace(coded, incidents=(*coded.incidents, learnt)))
    drones = [i for i in filled.material(measures_of=made.ledger).incidents if i.kind == "drone"]
    assert drones == [learnt]


def test_where_the_text_no_longer_says_it_the_accepted_is_left_out(filled: Register, made: ModuleType) -> None:
    one = made.suggested(1)
    filled.suggest([one])
    word(filled, one, Ruling.ACCEPTED)
    filled.store(made.coded(1, "X" * 30 + " another text altogether, with other words in each of its places"))
    assert one.item not in filled.material(measures_of=made.ledger).incidents


def test_what_cannot_be_kept(filled: Register, made: ModuleType, contents: Callable[[Register], object]) -> None:
    before = contents(filled)
    with pytest.raises(RegisterError, match="which is not in the register"):
        filled.suggest([made.suggested(77)])
    with pytest.raises(RegisterError, match="does not say there"):
        filled.suggest([made.suggested(1), replace(made.suggested(2), words="other words")])
    unmarked = replace(made.suggested(1).item, rule="drone-seen")
    with pytest.raises(RegisterError, match="carries no mark of a coder"):
        filled.suggest([replace(made.suggested(1), item=unmarked)])
    with pytest.raises(RegisterError, match="There is no suggestion x"):
        filled.answer("x", lambda log, given, at: answer(log, given, Ruling.ACCEPTED, *WHO, at))
    assert contents(filled) == before


def test_a_refused_answer_leaves_nothing(filled: Register, made: ModuleType) -> None:
    one = made.suggested(1)
    filled.suggest([one])
    with pytest.raises(DomainError, match="needs who decides"):
        filled.answer(one.id, lambda log, given, at: answer(log, given, Ruling.ACCEPTED, "", "b", at))
    assert filled.answers() == ()


def test_the_log_comes_back_as_it_was_written(register_url: str, made: ModuleType) -> None:
    with open_register(register_url) as register:
        register.store(made.coded(1))
        register.suggest(suggested_in(made.marked(1)))
        told = [word(register, made.suggested(1), ruling) for ruling in Ruling]
    with open_register(register_url) as register:
        assert list(register.answers()) == told
        assert register.suggestions() == tuple(
            sorted(suggested_in(made.marked(1)), key=lambda one: (one.item.evidence[0].start, one.id))
        )
