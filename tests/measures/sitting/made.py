"""A sitting for tests: two assessments of a border, a proposed range, people, and a way to play steps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from kordon.domain.assessment import Assessment, FactorLevel, IndicatorLevel, Level, Reason, Trend
from kordon.domain.measure import Option, Proposal
from kordon.domain.reading import Coverage, Reading, Unknown
from kordon.domain.record import Entry, Person
from kordon.domain.time import Date, Week
from kordon.measures.process import check, entries_of, load_process
from kordon.measures.sitting import Estimate, Facts, Offer, policies, steps

BORDER, OTHER = "PL-BY", "LT-BY"
RUNGS = ("R0", "R1", "R2", "R3", "R4", "R5", "R6")
NOON = dt.datetime(2024, 7, 1, 12, tzinfo=dt.UTC)
TODAY = NOON.date()
FIRST, LAST, REVIEW = Date(2024, 7, 8), Date(2024, 9, 30), Date(2024, 8, 15)

SECRETARIAT = Person("secretariat", ("secretariat",))
ANALYSTS = Person("analysts", ("analyst",))
COMMAND = Person("command", ("adviser", "border-command"))
COUNCIL = Person("council", ("commission",))
CABINET = Person("cabinet", ("commission", "government"))
MEMBER = Person("member", ("commission",))
GUEST = Person("guest", ())

PROCESS = load_process("sitting")


def assessment(name: str, week: str, levels: Mapping[str, str], **more: Any) -> Assessment:
    """An assessment with one factor; ``levels`` by indicator. Its readings are named ``<name>/<indicator>``."""
    indicators = tuple(
        IndicatorLevel(indicator, f"{name}/{indicator}", Level(level), Reason("reason-score-low"))
        for indicator, level in levels.items()
    )
    factor = FactorLevel("border_incidents", "threat", True, Level.MEDIUM, indicators, Reason("reason-score-low"))
    found = Assessment(
        id=name,
        border=BORDER,
        week=Week.parse(week),
        as_of=Date(2024, 6, 30),
        criteria="c" * 64,
        level=Level.MEDIUM,
        scored=Level.MEDIUM,
        trend=Trend.SAME,
        factors=(factor,),
        assessed=1,
        of=1,
        reason=Reason("reason-score-low"),
        trend_reason=Reason("reason-trend-same"),
    )
    return replace(found, **more)


def reading(name: str, value: float | Unknown) -> Reading:
    week = Week.parse("2024-W25")
    return Reading(name, "attacks", BORDER, week, Date(2024, 6, 30), value, "people", Coverage(1.0))


def proposed(rung: str, kind: str, step: str, days: int | None, traffic: tuple[str, ...] = ()) -> Option:
    crossings = ("pl-1",) if traffic else ()
    why = Reason(step)
    return Option(rung, kind, "basis-national", ("exception-post",), days, traffic, crossings, (), why)


BEFORE = assessment("assessment-before", "2024-W20", {"attacks": "low", "prevented": "medium"})
NOW = assessment("assessment-now", "2024-W25", {"attacks": "high", "prevented": "medium"}, level=Level.HIGH)
FOREIGN = assessment("assessment-foreign", "2024-W25", {}, border=OTHER)
FUTURE = assessment("assessment-future", "2024-W30", {}, as_of=Date(2024, 7, 28))
RANGE = Proposal(
    "proposal-now",
    BORDER,
    NOW.week,
    NOW.id,
    "l" * 64,
    "R1",
    "R3",
    (
        proposed("R1", "reinforced_control", "option-reinforced-control", 28),
        proposed("R2", "transport_restriction", "option-bus-permits", 180, ("bus",)),
        proposed("R3", "buffer_zone", "option-buffer-zone", 90),
        proposed("R0", "regular_control", "option-regular-control", None),
    ),
    Reason("reason-proposal-range"),
    (),
)
KNOWN = {BEFORE.id, NOW.id, FOREIGN.id, FUTURE.id, RANGE.id, "incident-1", "pl-1"}
FACTS = Facts(
    borders=frozenset({BORDER, OTHER}),
    kinds=frozenset({"reinforced_control", "transport_restriction", "buffer_zone", "border_closure"}),
    traffic=frozenset({"all", "persons", "bus", "goods", "rail", "truck"}),
    rungs=RUNGS,
    crossings={"pl-1": BORDER, "lt-1": OTHER},
    assessments={a.id: a for a in (BEFORE, NOW, FOREIGN, FUTURE)},
    proposals={RANGE.id: RANGE},
    knows=KNOWN.__contains__,
)
POLICIES = policies(PROCESS, FACTS)


def offer(name: str, rung: str = "R2", **more: Any) -> Offer:
    """An option beyond the range, all of it told, unless ``more`` says otherwise."""
    found = Offer(
        id=name,
        kind="transport_restriction",
        rung=rung,
        rank=RUNGS.index(rung) if rung in RUNGS else -1,
        border=BORDER,
        basis="basis-national",
        starts=FIRST,
        ends=LAST,
        traffic=("bus",),
        crossings=("pl-1",),
        exceptions=("exception-post",),
        impact={"passes": Estimate("Eight buses a day.", 6, 10, "buses a day", ("incident-1",))},
    )
    return replace(found, **more)


def opened(*borders: str) -> steps.Make:
    return steps.call("S1", SECRETARIAT, "council", borders or (BORDER,))


def heard(since: str = BEFORE.id) -> steps.Make:
    return steps.put_on_agenda("S1", SECRETARIAT, BORDER, NOW.id, since)


def put(name: str, rung: str = "R2", by: Person = ANALYSTS, **more: Any) -> steps.Make:
    return steps.put_option("S1", by, offer(name, rung, **more), "Pressure rose.", (NOW.id,))


def decided(
    by: Person = COUNCIL, choice: str = "options", options: Iterable[str] = ("A",), **more: Any
) -> steps.Make:
    return steps.decide(
        "S1", by, choice, more.pop("next_review", REVIEW), more.pop("why", "Pressure rose."),
        options=options, evidence=more.pop("evidence", (NOW.id,)), **more,
    )  # fmt: skip


BEGUN = (opened(), heard(), put("A", "R2"), put("B", "R3"))


def play(*makers: steps.Make, minutes: Sequence[int] = (), log: Sequence[Entry] = ()) -> tuple[Entry, ...]:
    """The entries of steps taken a minute apart (or as told), each checked; raises for the first not allowed."""
    entries = list(log)
    for number, make in enumerate(makers):
        at = NOON + dt.timedelta(minutes=minutes[number] if minutes else len(entries))
        entry = make(entries, at)
        check(PROCESS, entries_of(PROCESS, entries, entry.subject), entry, POLICIES)
        entries.append(entry)
    return tuple(entries)
