"""Decisions about events: a log that is only added to, the same on both databases."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial

import pytest

from kordon.coding.linking.decisions import join, split, undo, validate, verdicts
from kordon.domain.errors import DomainError, RegisterError
from kordon.domain.event import Act, Decision, Validation
from kordon.register import Register, open_register

WHO = ("А. Аналітык", "тая ж машына, той жа час")


def record(register: Register) -> tuple[Decision, ...]:
    """A join, a split, a confirmation, an undo and an undo of that."""
    made = [register.decide(lambda log, at: join(log, ["i-1", "i-2"], ["i-3"], *WHO, at))]
    made.append(register.decide(lambda log, at: split(log, "i-3", ["i-1", "i-2", "i-3"], *WHO, at)))
    made.append(register.decide(lambda log, at: validate(log, ["i-1"], Validation.CONFIRMED, *WHO, at)))
    made.append(register.decide(lambda log, at: undo(log, made[1].id, *WHO, at)))
    made.append(register.decide(lambda log, at: undo(log, made[3].id, *WHO, at)))
    return tuple(made)


def test_the_log_comes_back_as_it_was_written(register_url: str) -> None:
    with open_register(register_url) as register:
        assert register.decisions() == ()
        before = dt.datetime.now(dt.UTC)
        made = record(register)
        assert register.decisions() == made
    with open_register(register_url) as register:
        log = register.decisions()
    assert log == made
    assert [decision.act for decision in log] == [Act.JOIN, Act.SPLIT, Act.VALIDATE, Act.UNDO, Act.UNDO]
    assert (log[0].by, log[0].why) == WHO
    assert log[0].incidents == ("i-1", "i-2", "i-3")
    assert log[1].incidents == ("i-3", "i-1", "i-2")
    assert log[2].status is Validation.CONFIRMED
    assert log[3].undoes == log[1].id
    assert all(before <= decision.at <= dt.datetime.now(dt.UTC) for decision in log)
    assert [d.act for d in verdicts(log).standing] == [Act.JOIN, Act.SPLIT, Act.VALIDATE, Act.UNDO]


def test_a_refused_decision_leaves_nothing(register: Register) -> None:
    made = record(register)
    with pytest.raises(DomainError, match="keeps i-1 and i-3 apart"):
        register.decide(lambda log, at: join(log, ["i-1"], ["i-3"], *WHO, at))
    assert register.decisions() == made


def test_an_undo_of_nothing_is_refused(register: Register) -> None:
    with pytest.raises(RegisterError, match=r"^There is no decision decision-x in the register .* to undo\.$"):
        register.decide(lambda log, at: Decision("decision-y", Act.UNDO, "a", at, "b", undoes="decision-x"))
    assert register.decisions() == ()


def test_two_decisions_of_the_same_words_are_two_rows(register: Register) -> None:
    one = register.decide(partial(_confirm, by="a"))
    two = register.decide(partial(_confirm, by="a"))
    assert one.id != two.id
    assert len(register.decisions()) == 2


def _confirm(log: tuple[Decision, ...], at: dt.datetime, by: str) -> Decision:
    return validate(log, ["i-1"], Validation.PROBABLE, by, "again", at)


@pytest.mark.parametrize(
    "act",
    [
        lambda rows: rows.update(why="other"),
        lambda rows: rows.all().delete(),
        lambda rows: rows.first().save(),
        lambda rows: rows.first().delete(),
    ],
)
def test_a_decision_is_never_changed(register: Register, act: Callable[..., object]) -> None:
    from kordon.register import models

    made = record(register)
    with pytest.raises(RegisterError, match=r"^What is recorded as decision is never (changed|deleted)"):
        act(models.Decision.objects.using(register.alias))
    assert register.decisions() == made


def test_the_database_itself_refuses(register: Register) -> None:
    from django.db import DatabaseError, connections, transaction

    made = record(register)
    for statement in ("UPDATE register_decision SET why = ''", "DELETE FROM register_decision"):
        with (
            pytest.raises(DatabaseError, match="never changed or deleted"),
            transaction.atomic(using=register.alias),
            connections[register.alias].cursor() as cursor,
        ):
            cursor.execute(statement)
    assert register.decisions() == made


def test_a_register_of_the_version_before_gets_the_table(make_url: Callable[..., str]) -> None:
    from django.db import connections
    from django.db.migrations.executor import MigrationExecutor

    url = make_url(empty=True)
    with open_register(url) as register:
        connection = connections[register.alias]
        connection.disable_constraint_checking()
        MigrationExecutor(connection).migrate([("register", "0001_record")])
        assert "register_decision" not in connection.introspection.table_names()
    with open_register(url) as register:
        assert register.decisions() == ()
        made = record(register)
        assert register.decisions() == made
        with pytest.raises(RegisterError, match="never deleted"):
            from kordon.register import models

            models.Decision.objects.using(register.alias).all().delete()
