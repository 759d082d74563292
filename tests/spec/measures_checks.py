"""What the rows of range.yaml, gate.yaml and costs.yaml say, checked. Read by test_tables.py."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from kordon.domain.assessment import Assessment, Level, Reason, Trend
from kordon.domain.material import Material
from kordon.domain.measure import Crossing, CrossingStatus
from kordon.domain.reading import Unknown
from kordon.domain.record import Entry, Person
from kordon.domain.time import Date, Precision, Span, Week
from kordon.measures import Ladder, load_ladder, propose
from kordon.measures.life import (
    Life,
    Rules,
    advanced,
    blocked,
    chain_of,
    impact,
    life_of,
    lives,
    load_rules,
    policies,
)
from kordon.measures.process import check, entries_of
from kordon.vocabulary import load

Row = Mapping[str, Any]
BORDER = "PL-BY"


@cache
def rules() -> Rules:
    return load_rules(load())


@cache
def ladder() -> Ladder:
    return load_ladder(load())


def at(day: str, hour: int = 8) -> dt.datetime:
    return dt.datetime.combine(Date.fromisoformat(day), dt.time(hour), dt.UTC)


class Book:
    """A record that grows by checked steps, each by somebody who may take it."""

    def __init__(self) -> None:
        self.record: list[Entry] = []

    def do(self, name: str, does: str, day: str, why: str = "so it was told", **data: Any) -> None:
        process = rules().process
        roles = (*process.steps[does].roles[:1], *([data["office"]] if "office" in data else []))
        who = Person(data.get("office", f"{does}-office"), roles)
        entry = Entry(f"e{len(self.record)}", process.id, name, does, who, at(day), why, (f"report-{name}",), data)
        check(process, entries_of(process, self.record, name), entry, policies(rules(), self.record))
        self.record.append(entry)

    def propose(self, name: str, day: str, kind: str, extends: str = "", **more: Any) -> None:
        facts = {"kind": kind, "borders": (BORDER,), "states": ("PL",), **more}
        begin = {"extends": extends} if extends else {}
        self.do(name, "propose_extension" if extends else "propose", day, **facts, **begin)

    def adopt(self, name: str, day: str, kind: str, starts: str, ends: str, extends: str = "") -> None:
        self.propose(name, day, kind, extends)
        self.do(name, "draft", day, basis="an act")
        self.do(name, "adopt", day, starts=starts, ends=ends)

    def advance(self, day: str) -> None:
        self.record += advanced(rules(), self.record, at(day, 12))

    @property
    def lives(self) -> Mapping[str, Life]:
        return lives(rules().process, self.record)


# ---- S5: the range ---------------------------------------------------------------------------------------------


def check_range(row: Row) -> None:
    given = Assessment(
        id="assessment-1", border=BORDER, week=Week(2024, 20), as_of=Date(2024, 5, 31), criteria="c",
        level=Level(row["level"]), scored=Level(row["level"]), trend=Trend.SAME, factors=(), assessed=2, of=6,
        reason=Reason("reason-score-low"), trend_reason=Reason("reason-trend-same"),
    )  # fmt: skip
    found = propose(ladder(), given, Material(Date(2024, 5, 31), {}, (), (), ()), (), ())
    options: dict[str, list[str]] = {}
    for option in found.options:
        options.setdefault(option.rung, []).append(option.reason.key.removeprefix("option-"))
    assert (found.lowest or "none", found.highest or "none") == (row["lowest"], row["highest"])
    assert list(options) == sorted(options)  # least restrictive first
    assert options.get(found.lowest, []) == row["least"]
    assert options.get(found.highest, []) == row["most"]
    assert ("joint_mechanism" in {o.measure for o in found.options}) == (row["joint"] == "yes")
    assert len(found.options) != 1 or row["level"] == "low"


def check_basis(row: Row) -> None:
    [option] = [s for rung in ladder().rungs for s in rung.steps if s.id == row["option"]]
    key = option.basis(row["state"])
    assert key == row["basis"]
    assert ladder().bases[key].verified == (row["verified"] == "yes")
    assert list(option.exceptions) == row["exceptions"]
    assert option.days == row["days"]


# ---- S12: the gate, and what ends by itself ------------------------------------------------------------------

OPINION = re.compile(r"(\d\d-\d\d) (\w+)(?: (\w+))?(?: about (\w+))?(?: to (\d\d-\d\d))?")


def check_gate(row: Row) -> None:
    book = Book()
    book.propose("opening", "2024-01-01", "checkpoint_opening", crossings=("one", "two"))
    book.do("opening", "draft", "2024-01-02", basis="an act")
    for sentence in row["opinions"]:
        told = OPINION.fullmatch(sentence)
        assert told is not None, sentence
        day, office, word, about, last = told.groups()
        if office == "withdrawn":
            before = book.record[-1]
            data = {"withdraws": before.id, "office": before.data["office"]}
            book.do("opening", "withdraw_opinion", f"2024-{day}", **data)
            continue
        more = ({"about": (about,)} if about else {}) | ({"until": f"2024-{last}"} if last else {})
        book.do("opening", "opine", f"2024-{day}", office=office, opinion=word, **more)
    life = life_of(rules().process, book.record)
    [gate] = rules().gates
    found = blocked(gate, rules().settings, life, "adopt", at("2024-05-20"))
    assert ("open" if found is None else "shut") == row["gate"]
    assert ("nobody" if found is None else f"{found.office} for {' and '.join(found.crossings)}") == row["why"]


def check_expiry(row: Row) -> None:
    book = Book()
    book.adopt("one", "2024-06-12", "buffer_zone", "2024-06-13", "2024-09-10")
    book.advance("2024-06-13")
    if row["adopted"] != "never":
        book.adopt("two", str(row["adopted"]), "buffer_zone", str(row["starts"]), "2024-12-31", extends="one")
    book.advance("2024-10-01")
    assert book.lives["one"].state == row["state"]
    links = chain_of(book.lives, "one").links
    told = [f"{x.joint.value} of {x.days} days" if x.days else x.joint.value for x in links]
    assert (told or ["none"]) == [row["joint"]]


# ---- S18: what a measure costs -------------------------------------------------------------------------------

MEASURE = re.compile(r"(?P<kind>\w+)(?: of (?P<traffic>\w+))?(?: at (?P<at>\w+))?")
DAY = Date(2024, 6, 1)


def check_costs(row: Row) -> None:
    crossings, statuses = [], []
    for sentence in row["crossings"]:
        name, states = sentence.split(": ")
        told = dict(part.split(" ") for part in states.split(", "))
        crossings.append(Crossing(name, BORDER, "road", (), None, None, tuple(told)))
        span = Span(Date(2024, 1, 1), None, Precision.DAY)
        statuses += [
            CrossingStatus(f"{name}-{traffic}", name, word, (traffic,), span, False, "", "", "r")
            for traffic, word in told.items()
            if word != "?"
        ]
    measure = MEASURE.fullmatch(row["measure"])
    assert measure is not None
    scope = {"traffic": (measure["traffic"],)} if measure["traffic"] else {}
    scope |= {"crossings": (measure["at"],)} if measure["at"] else {}
    book = Book()
    book.propose("asked", "2024-05-01", measure["kind"], **scope)
    found = impact(book.lives["asked"], crossings, statuses, {}, DAY)
    assert sum(bool(t.passing) for t in found.touched) == row["touched"]
    assert [f"{t.crossing} {c}" for t in found.touched for c in t.passing] == row["passing"]
    assert [f"{t.crossing} {c}" for t in found.touched for c in t.untold] == row["untold"]
    assert [f"{name} {c}" for name, classes in found.left for c in classes] == row["left"]
    assert all(isinstance(part, Unknown) for part in (found.passengers, found.trade, found.labour))


EARLIER = re.compile(r"(\w+) (?:proposed|from (\S+) to (\S+))")


def check_earlier(row: Row) -> None:
    book = Book()
    for number, sentence in enumerate(row["earlier"]):
        if sentence.startswith("extended to "):
            before = book.lives[f"m{number - 1}"]
            assert before.ends is not None
            starts = before.ends + dt.timedelta(days=1)
            book.advance(str(before.starts))
            last = sentence.removeprefix("extended to ")
            book.adopt(f"m{number}", str(before.ends), before.kind, str(starts), last, extends=before.id)
            continue
        told = EARLIER.fullmatch(sentence)
        assert told is not None, sentence
        kind, starts, ends = told.groups()
        if starts is None:
            book.propose(f"m{number}", "2024-01-01", kind)
        else:
            book.adopt(f"m{number}", "2023-12-01", kind, starts, ends)
    book.advance("2024-06-01")
    book.propose("asked", "2024-06-02", row["kind"])
    found = impact(book.lives["asked"], (), (), book.lives, DAY)
    told = [
        f"{e.days} days and {'standing' if e.state == 'in_force' else 'over'} with {e.extensions} extensions"
        for e in found.earlier
    ]
    assert told == row["told"]


CHECKS: Mapping[str, Callable[[Row], None]] = {
    "range": check_range, "basis": check_basis, "gate": check_gate, "expiry": check_expiry,
    "costs": check_costs, "earlier": check_earlier,
}  # fmt: skip
