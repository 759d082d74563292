"""Reports and their items: stored whole or not at all, once, and brought back as they were."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest

from kordon.domain.errors import RegisterError
from kordon.domain.quantity import Quantity
from kordon.domain.report import Evidence, PublishedBasis
from kordon.register import Register, open_register

Contents = Callable[[Register], dict[str, list[Any]]]


def test_a_coded_report_comes_back_exactly(register: Register, made: ModuleType) -> None:
    for number in range(15):
        register.store(made.coded(number))
    for number in range(15):
        assert register.coded(made.report(number).id) == made.coded(number)


def test_a_report_that_holds_nothing_was_read_all_the_same(register: Register, made: ModuleType) -> None:
    silent = replace(made.coded(1), figures=(), incidents=(), measures=())
    assert silent.empty
    assert register.store(silent)
    assert register.coded(silent.report.id) == silent
    assert list(register.material(measures_of=made.ledger).reports) == [silent.report.id]


def test_reports_by_id(register: Register, made: ModuleType) -> None:
    register.store_many(made.coded(n) for n in range(3))
    wanted = made.report(2)
    assert register.reports([wanted.id, "unknown"]) == {wanted.id: wanted}
    assert register.report("unknown") is None
    assert register.coded("unknown") is None


def test_the_second_time_changes_nothing(register: Register, made: ModuleType, contents: Contents) -> None:
    codeds = [made.coded(n) for n in range(20)]
    told: list[int] = []
    first = register.store_many(codeds, told.append)
    assert (first.new, first.known, told) == (20, 0, list(range(1, 21)))
    before = contents(register)
    second = register.store_many(codeds)
    assert (second.new, second.known) == (0, 20)
    assert contents(register) == before


def test_the_same_report_twice_in_one_batch_is_one(register: Register, made: ModuleType) -> None:
    stored = register.store_many([made.coded(1), made.coded(1), made.coded(2)])
    assert (stored.new, stored.known) == (2, 1)


def test_the_order_of_storing_does_not_show(make_url: Callable[[], str], made: ModuleType) -> None:
    codeds = [made.coded(n) for n in range(30)]
    mixed = list(codeds)
    random.Random(7).shuffle(mixed)
    materials = []
    for some in (codeds, mixed):
        with open_register(make_url()) as register:
            register.store_many(some)
            materials.append(register.material(measures_of=made.ledger))
    assert materials[0] == materials[1]
    assert list(materials[0].reports) == [c.report.id for c in codeds]  # by day of publication
    assert materials[0].figures == tuple(f for c in codeds for f in c.figures)


def test_better_coding_of_the_same_text_supersedes(register: Register, made: ModuleType) -> None:
    coded = made.coded(7)
    register.store(coded)
    better = replace(
        coded, figures=(replace(coded.figures[0], quantity=Quantity.exactly(99)),), incidents=(), warnings=()
    )
    assert register.store(better)
    assert register.coded(coded.report.id) == better
    material = register.material(measures_of=made.ledger)
    assert (material.figures, material.incidents) == (better.figures, ())
    from kordon.register import models

    assert models.Report.objects.using(register.alias).count() == 1  # the text is the same
    assert models.Figure.objects.using(register.alias).count() == 2  # and both figures are kept


def test_material_as_of_a_day_sees_nothing_published_later(register: Register, made: ModuleType) -> None:
    codeds = [made.coded(n) for n in range(20)]
    undated = replace(made.report(21), published_at=None, published_basis=PublishedBasis.UNKNOWN)
    register.store_many([*codeds, replace(made.coded(21), report=undated)])
    day = codeds[9].report.published_at
    material = register.material(as_of=day, measures_of=made.ledger)
    everything = register.material(measures_of=made.ledger)
    assert list(material.reports) == [c.report.id for c in codeds[:10]]
    assert material.figures == tuple(f for c in codeds[:10] for f in c.figures)
    assert {m.known_from <= day for m in material.measures} == {True}
    assert material == everything.at(day)
    assert len(everything.reports) == 21
    assert material.as_of == day
    assert everything.as_of is None


def test_measures_are_made_from_what_was_out_by_then(register: Register, made: ModuleType) -> None:
    register.store_many(made.coded(n) for n in range(20))
    asked: list[tuple[int, int]] = []

    def ledger(said: Any, reports: Any) -> tuple[()]:
        asked.append((len(said), len(reports)))
        return ()

    register.material(as_of=made.FIRST + dt.timedelta(days=6), measures_of=ledger)
    register.material(measures_of=ledger)
    assert asked == [(2, 7), (4, 20)]
    assert len(register.reported_measures()) == 4


def test_the_default_ledger(register: Register, made: ModuleType) -> None:
    coded = made.coded(5)
    keyed = replace(coded, measures=tuple(replace(m, key="closure-1") for m in coded.measures))
    register.store(keyed)
    assert [m.id for m in register.material().measures] == ["closure-1"]


def bad(made: ModuleType) -> dict[str, Any]:
    coded = made.coded(1)
    figure = coded.figures[0]
    end = len(coded.report.text)
    return {
        "no words": replace(coded, figures=(replace(figure, evidence=()),)),
        "another report": replace(coded, figures=(replace(figure, evidence=(Evidence("other", 0, 1),)),)),
        "beyond the text": replace(
            coded, figures=(replace(figure, evidence=(Evidence(coded.report.id, 0, end + 1),)),)
        ),
        "one id twice": replace(coded, figures=(figure, figure)),
        "no number": replace(coded, figures=(replace(figure, quantity=Quantity(1, 1, float("inf"))),)),
        "NUL": made.coded(1, "Notice 1. A text with \x00 in the middle of it."),
        "half a character": made.coded(1, "Notice 1. A text with \ud800 in the middle of it."),
    }


@pytest.mark.parametrize(
    "name",
    ["no words", "another report", "beyond the text", "one id twice", "no number", "NUL", "half a character"],
)
def test_a_report_that_cannot_be_traced_is_refused_whole(
    register: Register, made: ModuleType, contents: Contents, name: str
) -> None:
    empty = contents(register)
    with pytest.raises(RegisterError, match=r"^.+ .+ .+\.$"):
        register.store(bad(made)[name])
    assert contents(register) == empty
    stored = register.store_many([made.coded(0), bad(made)[name], made.coded(2)])
    assert (stored.new, stored.known, len(stored.refused)) == (2, 0, 1)


def test_a_failure_in_the_middle_of_a_report_leaves_nothing_of_it(
    register: Register, made: ModuleType, contents: Contents, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kordon.register import reports

    register.store(made.coded(1))
    before = contents(register)
    insert = reports.insert

    def failing(model: Any, where: Any, rows: Any) -> None:
        insert(model, where, rows)
        if model.__name__ == "Figure":  # the report, its coding and a figure are written by now
            raise RuntimeError("the power fails")

    monkeypatch.setattr(reports, "insert", failing)
    with pytest.raises(RuntimeError):
        register.store(made.coded(7))
    assert contents(register) == before
    monkeypatch.undo()
    assert register.store(made.coded(7))
