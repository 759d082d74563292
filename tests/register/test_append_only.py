"""What is recorded is never changed: not by a row, a query, a shell or a stray statement."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from kordon.domain.errors import RegisterError
from kordon.register import Register

REFUSED = r"^What is recorded as report is never (changed|deleted); append a new row that supersedes it\.$"


@pytest.fixture
def rows(register: Register, made: ModuleType) -> Any:
    """The table of reports, with one in it."""
    from kordon.register import models

    register.store(made.coded(1))
    return models.Report.objects.using(register.alias)


@pytest.mark.parametrize(
    "act",
    [
        lambda rows: rows.update(lang="xx"),
        lambda rows: rows.filter(lang="en").update(lang="xx"),
        lambda rows: rows.all().delete(),
        lambda rows: rows.update_or_create(defaults={"lang": "xx"}, key="k"),
        lambda rows: rows.bulk_update(list(rows), ["lang"]),
        lambda rows: rows.bulk_create(
            list(rows), update_conflicts=True, update_fields=["lang"], unique_fields=["key"]
        ),
        lambda rows: rows.get().delete(),
        lambda rows: rows.get().save(),
        lambda rows: rows.get().save(update_fields=["lang"]),
        lambda rows: rows.model._base_manager.using(rows.db).update(lang="xx"),
        lambda rows: rows.model._base_manager.using(rows.db).delete(),
    ],
    ids=[
        "update", "filtered update", "delete", "update_or_create", "bulk_update", "upsert", "row.delete",
        "row.save", "row.save fields", "base manager update", "base manager delete",
    ],
)  # fmt: skip
def test_code_cannot_change_a_row(rows: Any, act: Callable[[Any], object]) -> None:
    before = list(rows.values())
    with pytest.raises(RegisterError, match=REFUSED):
        act(rows)
    assert list(rows.values()) == before


def test_saving_a_copy_of_a_row_does_not_overwrite_it(rows: Any) -> None:
    from django.db import IntegrityError

    row = rows.get()
    copy = rows.model(**{f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields})
    copy.lang = "xx"
    with pytest.raises(IntegrityError):
        copy.save(using=rows.db)
    assert rows.get().lang == row.lang


@pytest.mark.parametrize("statement", ["UPDATE {} SET {}={}", "DELETE FROM {}"])
def test_no_statement_can_change_any_table(
    register: Register, made: ModuleType, contents: Callable[[Register], object], statement: str
) -> None:
    from django.apps import apps
    from django.db import DatabaseError, connections, transaction

    fill(register, made)
    before = contents(register)
    for model in apps.get_app_config("register").get_models():
        assert model._default_manager.using(register.alias).exists(), f"{model} has no row to guard"
        column = model._meta.pk.column
        with (
            pytest.raises(DatabaseError, match="never changed or deleted"),
            transaction.atomic(using=register.alias),
            connections[register.alias].cursor() as cursor,
        ):
            cursor.execute(statement.format(model._meta.db_table, column, column))
    assert contents(register) == before


def fill(register: Register, made: ModuleType) -> None:
    """A row in every table."""
    from kordon.coding.linking import validate
    from kordon.coding.suggesting import answer
    from kordon.commentary.issue import of_draft
    from kordon.domain.errors import BadTable
    from kordon.domain.event import Validation
    from kordon.domain.record import Person
    from kordon.domain.suggested import Ruling
    from kordon.measures.process import load_process
    from kordon.measures.sitting.steps import call

    with register.run("test") as run:
        register.reject(BadTable("a.csv", "row 2", "it is empty", "fill it in"), run.id)
        register.store_many(made.coded(n) for n in range(8))
        register.store_reference([made.crossing(1)])
        register.record_measures(register.material(measures_of=made.ledger).measures)
        register.record_criteria(made.CRITERIA, "ours", "text")
        readings = made.readings(2, 6)
        assessments = made.assessments(readings)
        register.record_counts(made.series(2), made.AS_OF, "basis")
        register.record_readings(readings)
        register.record_assessments(assessments)
        register.record_proposals(made.proposals(assessments))
        drafts = list(made.drafts(assessments))
        register.record_drafts(drafts)
        register.take_with([of_draft(drafts[0], "desk-1")], [])
        register.decide(lambda log, at: validate(log, ["incident-1"], Validation.CONFIRMED, "a", "b", at))
        one = made.suggested(1)
        register.suggest([one])
        register.answer(one.id, lambda log, given, at: answer(log, given, Ruling.REJECTED, "a", "b", at))
        called = call("S1", Person("office", ("secretariat",)), "council", ("PL-BY",))
        register.take(load_process("sitting"), called, {"known_borders": lambda entries, entry: ""})


def test_a_correction_points_at_what_it_corrects(register: Register, made: ModuleType) -> None:
    from kordon.register import models

    told = made.report(1)
    for text in (told.text, told.text + " Corrected.", told.text):
        assert register.store(made.coded(1, text))
        assert not register.store(made.coded(1, text))
    first, second, third = models.Report.objects.using(register.alias).order_by("version")
    assert [first.supersedes_id, second.supersedes_id, third.supersedes_id] == [None, first.key, second.key]
    assert second.text == told.text + " Corrected."
    assert first.text == third.text == told.text
    assert register.report(told.id) == told
    assert [len(register.material(measures_of=made.ledger).figures)] == [1]
