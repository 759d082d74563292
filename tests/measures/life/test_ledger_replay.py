"""The public ledger replays: each row has a state or is listed with the reason; what is derived has a rule."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

import kordon
from kordon.domain.coded import Place, Status
from kordon.domain.measure import Measure
from kordon.domain.time import Date, Precision, Span
from kordon.intake.sources import load_sources
from kordon.intake.tables import read_table
from kordon.measures.ledger import measures_of
from kordon.measures.life import Joint, chain_of, lives, policies, replay
from kordon.measures.life.ledger import RULES
from kordon.measures.process import replayed
from kordon.vocabulary import Vocabulary

NOW = dt.datetime(2025, 6, 30, 12, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def public(vocabulary: Vocabulary) -> tuple[Measure, ...]:
    folder = Path(kordon.__file__).parent / "data" / "public"
    table = read_table(folder / "measures.csv", vocabulary, load_sources())
    assert table.errors == ()
    reported = [m for coded in table.coded for m in coded.measures]
    return measures_of(reported, {coded.report.id: coded.report for coded in table.coded})


@pytest.fixture(scope="module")
def played(rules: Any, public: tuple[Measure, ...]) -> Any:
    return replay(rules, public, NOW)


def test_every_row_ends_in_a_state_or_is_listed(rules: Any, public: tuple[Measure, ...], played: Any) -> None:
    refused = {one.measure for one in played.refused}
    assert refused.isdisjoint(played.states)
    assert refused | set(played.states) == {m.id for m in public}
    assert set(played.states.values()) <= set(rules.process.states)
    assert {one.measure: one.why.split(";")[0] for one in played.refused} == {
        "LT-INDICATORS-2023-USE": "No day is told, neither of the decision nor of the publication.",
        "LV-REGIME-2025-H2": "No first day is told, and no row with a day extends it.",
        "PL-CLOSE-POLOWCE": "The row only mentions the measure (reference)",
    }
    assert played.counts == {"in_force": 29, "extended": 12, "announced": 9, "lapsed": 8, "proposed": 4}


def test_what_was_derived_has_a_rule_and_an_entry(played: Any) -> None:
    by_id = {e.id: e for e in played.record}
    for one in played.assumed:
        assert one.rule in RULES
        assert (by_id[one.entry].subject, by_id[one.entry].does) == (one.measure, one.step)
    derived = {one.entry for one in played.assumed}
    people = [e for e in played.record if e.by.id != "system"]
    told = [e.does for e in people if e.id not in derived]
    assert set(told) == {"adopt", "announce", "propose"}  # the columns tell of these alone, and not always


def test_the_record_of_the_ledger_is_a_record_like_any_other(rules: Any, played: Any) -> None:
    assert replayed(rules.process, played.record, policies(rules, played.record)) == played.states


def test_the_zone_was_renewed_four_times_without_a_gap(rules: Any, played: Any) -> None:
    known = lives(rules.process, played.record)
    chain = chain_of(known, "PL-BZ-2024-12")
    assert chain.measures == ("PL-BZ-2024-06", "PL-BZ-2024-09", "PL-BZ-2024-12", "PL-BZ-2025-03", "PL-BZ-2025-06")
    assert {link.joint for link in chain.links} == {Joint.MEETS}
    assert [known[m].state for m in chain.measures] == ["extended"] * 4 + ["in_force"]
    assert [str(known[m].starts) for m in chain.measures] == [
        "2024-06-13", "2024-09-11", "2024-12-10", "2025-03-10", "2025-06-08",
    ]  # fmt: skip


def test_a_ledger_ends_where_it_is_asked_to(rules: Any, public: tuple[Measure, ...]) -> None:
    early = replay(rules, public, dt.datetime(2024, 6, 12, 12, tzinfo=dt.UTC))
    assert early.states["PL-BZ-2024-06"] == "adopted"
    assert "PL-BZ-2024-09" not in early.states
    assert all(e.at <= dt.datetime(2024, 6, 12, 12, tzinfo=dt.UTC) for e in early.record)


def row(name: str, status: Status, decided: str = "", start: str = "", end: str = "", **more: Any) -> Measure:
    day = {k: Date.fromisoformat(v) if v else None for k, v in (("d", decided), ("s", start), ("e", end))}
    return Measure(
        id=name, kind="checkpoint_closure", status=status, countries=more.pop("countries", ("LT",)),
        place=Place(borders=("LT-BY",)), traffic=("all",), decided_on=day["d"],
        in_force=Span(day["s"], day["e"], Precision.DAYS), extends=more.pop("extends", None), basis="calm again",
        where="", known_from=None, reports=(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "states", "why"),
    [
        ([row("a", Status.DECIDED, "2024-01-01", "2024-01-05"),
          row("b", Status.LIFTED, "2024-02-01", extends="a")],
         {"a": "lifted"}, {}),
        ([row("b", Status.LIFTED, "2024-02-01", extends="a")], {}, {"a": "There is no 'a' yet"}),
        ([row("b", Status.LIFTED, "2024-02-01")], {}, {"b": "not of which measure"}),
        ([row("a", Status.EXTENDED, "2024-01-01", "2024-01-05")], {}, {"a": "not of what it extends"}),
        ([row("a", Status.EXTENDED, "2024-01-01", "2024-01-05", extends="z")], {}, {"a": "extends 'z'"}),
        ([row("a", Status.IN_FORCE, "2024-01-09", "2024-01-05", "2024-02-01")], {"a": "drafted"},
         {"a": "before it is adopted on 2024-01-09"}),
        ([row("a", Status.DECIDED, "2024-01-01", "2024-01-05", countries=("EE",))], {"a": "in_force"}, {}),
        ([row("a", Status.DECIDED, "2024-01-01", "2024-01-05", countries=("UA",))], {}, {"a": "No zone is told"}),
        ([row("a", Status.DENIED, "2024-01-01")], {}, {"a": "only mentions the measure (denied)"}),
    ],
)  # fmt: skip
def test_rows_of_other_ledgers(
    rules: Any, rows: list[Measure], states: dict[str, str], why: dict[str, str]
) -> None:
    found = replay(rules, rows, NOW)
    assert found.states == states
    assert {one.measure for one in found.refused} == set(why)
    for one in found.refused:
        assert why[one.measure] in one.why
