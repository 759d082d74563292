"""The checks of sittings.yaml, and the small language in which its rows are written."""

from __future__ import annotations

import datetime as dt
import importlib.util
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from kordon.domain.errors import NotAllowed
from kordon.domain.record import Entry, Person
from kordon.domain.time import Date
from kordon.measures.process import check, entries_of
from kordon.measures.sitting import Estimate, begun, changes, offered, sitting_of, steps

Row = Mapping[str, Any]
MADE = Path(__file__).parents[1] / "measures" / "sitting" / "made.py"
OPTION = re.compile(r"(?P<name>\w+) (?P<rung>R\d) (?P<by>\w+)(?P<withdrawn> withdrawn)?")
DECISION = re.compile(r"(?P<by>\w+)(?P<earlier> an hour earlier)? on (?P<what>.+)")


@cache
def made() -> ModuleType:
    spec = importlib.util.spec_from_file_location("spec_sitting_made", MADE)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def person(name: str) -> Person:
    if name == "both":
        return Person("both", ("analyst", "commission"))
    found: Person = getattr(made(), name.upper())
    return found


# ---- what changed ----------------------------------------------------------------------------------------------


def check_changes(row: Row) -> None:
    m = made()
    now = m.assessment("now", "2024-W25", {"attacks": row["now"]})
    told = row["before"].removesuffix(" by other criteria")
    before = None
    if told != "no sitting":
        before = m.assessment("before", "2024-W20", {} if told == "none" else {"attacks": told})
    if before is not None and told != row["before"]:
        before = replace(before, criteria="d" * 64)
    (one,) = changes(before, now, {}).indicators
    assert one.moved == row["moved"]


# ---- options ---------------------------------------------------------------------------------------------------


def option_of(told: str) -> steps.Make:
    """The option of a row: one beyond the range with a reason, but for what the row says."""
    m, (what, _, word) = made(), told.partition(" ")
    if what == "step":
        return steps.put_option("S1", m.ANALYSTS, offered(m.RANGE, m.RUNGS, word, "A", m.FIRST))
    why, evidence, more = "Pressure rose.", (m.NOW.id,), {}
    match told:
        case "no reason":
            why = ""
        case "no end":
            more = {"ends": None}
        case "no basis":
            more = {"basis": ""}
        case "no impact":
            more = {"impact": {}}
    match what:
        case "rung":
            more = {"rung": word, "rank": m.RUNGS.index(word)}
        case "starts" | "ends":
            more = {what: Date.fromisoformat(word)}
        case "crossing" | "traffic":
            more = {"crossings" if what == "crossing" else what: (word,)}
        case "border":
            more = {what: word}
        case "evidence":
            more = {"impact": {"trade": Estimate("Less.", evidence=(word,))}}
    return steps.put_option("S1", m.ANALYSTS, replace(m.offer("A"), **more), why, evidence)


def check_options(row: Row) -> None:
    m = made()
    try:
        record = m.play(m.opened(), m.heard(), option_of(row["option"]))
    except NotAllowed as error:
        assert str(error) == row["answer"]
    else:
        assert row["answer"] == "put"
        assert [put.offer.id for put in sitting_of(m.PROCESS, record).range] == ["A"]


# ---- decisions -------------------------------------------------------------------------------------------------


def put(told: str) -> list[steps.Make]:
    match = OPTION.fullmatch(told)
    assert match is not None, told
    made_of = [made().put(match["name"], match["rung"], by=person(match["by"]))]
    if match["withdrawn"]:
        made_of.append(steps.withdraw("S1", person(match["by"]), match["name"], "Too far."))
    return made_of


def asked(told: str) -> tuple[steps.Make, int]:
    """A step of the sitting in words, and how many minutes later it is taken."""
    m = made()
    if told == "council defers":
        return steps.defer("S1", m.COUNCIL, m.REVIEW, "Too early."), 1
    if told == "council adjourns":
        return steps.adjourn("S1", m.COUNCIL, Date(2024, 7, 3), "Figures are awaited."), 1
    if told == "secretariat resumes":
        return steps.resume("S1", m.SECRETARIAT), 2880
    match = DECISION.fullmatch(told)
    assert match is not None, told
    later, by, what = -60 if match["earlier"] else 1, person(match["by"]), match["what"]
    if what.startswith("other:"):
        words = what.removeprefix("other:").strip()
        return m.decided(by, "other", (), other=words), later
    if what == "none":
        return m.decided(by, "none", ()), later
    return m.decided(by, "options", tuple(what.split())), later


def played(options: list[str], decision: str) -> tuple[Entry, ...]:
    m = made()
    makers = [m.opened(), m.heard(), *(step for told in options for step in put(told))]
    record: list[Entry] = list(m.play(*makers))
    minute = len(record) - 1
    for told in decision.split("; "):
        make, later = asked(told)
        minute = 0 if later < 0 else minute + later
        at = m.NOON + dt.timedelta(minutes=later if later < 0 else minute)
        entry = make(record, at)
        check(m.PROCESS, entries_of(m.PROCESS, record, "S1"), entry, m.POLICIES)
        record.append(entry)
    return tuple(record)


def check_decisions(row: Row) -> None:
    try:
        record = played(row["options"], row["decision"])
    except NotAllowed as error:
        assert str(error) == row["answer"]
        return
    decision = sitting_of(made().PROCESS, record).decision
    assert decision is not None
    told = " ".join(decision.options) if decision.choice == "options" else decision.choice
    assert row["answer"] == f"decided on {told}"


def check_measures(row: Row) -> None:
    m = made()
    sitting = sitting_of(m.PROCESS, played(["A R2 analysts", "B R3 analysts"], row["decision"]))
    entries = begun(sitting, {m.BORDER: "PL"}, m.NOON)
    assert [f"{e.subject}: {e.does} by {e.by.id}" for e in entries] == row["begins"]


CHECKS: Mapping[str, Callable[[Row], None]] = {
    "sitting-changes": check_changes,
    "sitting-options": check_options,
    "sitting-decisions": check_decisions,
    "sitting-measures": check_measures,
}
