"""A level that an office judged: with a reason, until its expiry, and as known on a day."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from kordon.criteria import Criteria
from kordon.criteria.combine import factor_level
from kordon.criteria.judgements import POLICIES, Judgement, from_record, judged_in
from kordon.criteria.model import Bounds, Factor, IndicatorRule, Judged, PerBorder, Thresholds
from kordon.criteria.rules import Context, assess_indicator
from kordon.domain.assessment import Level
from kordon.domain.errors import DomainError, NotAllowed
from kordon.domain.record import Entry, Person
from kordon.domain.time import Date, Week
from kordon.measures.process import check, load_process, replayed
from kordon.vocabulary import Vocabulary

WEEK = Week.of(Date(2024, 5, 28))  # its Sunday is 2 June
RULE = Judged(("office-a", "office-b"), 28)
LATE = Date(2025, 1, 1)


def judgement(level: str = "high", **given: Any) -> Judgement:
    start = given.pop("start", Date(2024, 5, 20))
    return Judgement(
        given.pop("id", f"judgement-{start}"),
        "m1",
        given.pop("border", "PL-BY"),
        Level(level),
        given.pop("by", "office-a"),
        start,
        given.pop("until", Date(2024, 6, 30)),
        "seen",
        given.pop("evidence", ()),
    )


@pytest.mark.parametrize(
    ("case", "given", "week", "as_of", "standing"),
    [
        ("it stands", {}, WEEK, LATE, True),
        ("its own end is over", {"until": Date(2024, 6, 1)}, WEEK, LATE, False),
        ("its end is the Sunday", {"until": Date(2024, 6, 2)}, WEEK, LATE, True),
        ("the rule's days are over", {"until": Date(2025, 6, 1)}, WEEK + 4, LATE, False),
        ("the rule's days are not yet over", {"until": Date(2025, 6, 1)}, WEEK + 2, LATE, True),
        ("not yet given", {"start": Date(2024, 6, 3)}, WEEK, LATE, None),
        ("not yet known", {}, WEEK, Date(2024, 5, 19), None),
        ("another border", {"border": "LT-BY"}, WEEK, LATE, None),
        ("an office that the rule does not name", {"by": "office-c"}, WEEK, LATE, None),
    ],
)
def test_when_a_judgement_stands(
    case: str, given: dict[str, Any], week: Week, as_of: Date, standing: bool | None
) -> None:
    found = judged_in(RULE, [judgement(**given)], "m1", "PL-BY", week, as_of)
    assert (found.standing is not None, found.expired is not None) == (
        standing is True,
        standing is False,
    )


def test_the_newest_counts_even_where_it_has_expired() -> None:
    old = judgement("critical", until=Date(2024, 6, 10))
    new = judgement("low", start=Date(2024, 5, 27), until=Date(2024, 5, 30), by="office-b")
    found = judged_in(RULE, [new, old], "m1", "PL-BY", WEEK, LATE)
    assert (found.standing, found.expired) == (None, new)


@pytest.fixture
def level(criteria: Criteria, vocabulary: Vocabulary) -> Any:
    def find(rules: Any, reading: Any, *judgements: Judgement) -> Any:
        context = Context(criteria, vocabulary, {}, {}, (), {}, judgements, ("PL-BY", WEEK, LATE))
        return assess_indicator(IndicatorRule("m1", rules, False), reading, context)

    return find


def test_the_level_names_the_office_and_the_end(level: Any) -> None:
    found = level((RULE,), None, judgement(evidence=("report-1",)))
    assert (found.level, found.reading) == (Level.HIGH, "judgement-2024-05-20")
    values = dict(found.reason.values)
    assert (values["office"], values["date"]) == ("office-a", Date(2024, 6, 17))
    assert found.reason.evidence == ("judgement-2024-05-20", "report-1")


def test_expired_is_not_assessed_and_says_when(level: Any) -> None:
    found = level((RULE,), None, judgement(until=Date(2024, 5, 31)))
    assert (found.level, found.reason.key) == (Level.NOT_ASSESSED, "reason-judged-expired")
    assert found.reason.value("date") == Date(2024, 5, 31)
    assert level((RULE,), None).reason.key == "reason-judged-none"


def test_beside_a_reading_the_higher_counts(level: Any, make: Any) -> None:
    rules = (Thresholds(PerBorder(Bounds(1, 3, None), {})), RULE)
    assert level(rules, make.reading("m1", 1), judgement("high")).level is Level.HIGH
    assert level(rules, make.reading("m1", 3), judgement("low")).level is Level.HIGH
    assert level(rules, make.reading("m1", 1), judgement(until=Date(2024, 5, 30))).level is Level.MEDIUM
    assert level(rules, None, judgement("low")).level is Level.LOW


def test_a_judgement_rests_on_as_many_sources_as_it_names(criteria: Criteria, level: Any) -> None:
    factor = Factor("military", "threat", False, (IndicatorRule("m1", (RULE,), False),))
    for evidence, expected in ((("a",), Level.MEDIUM), (("a", "b"), Level.HIGH), ((), Level.MEDIUM)):
        told = judgement(evidence=evidence)
        found = factor_level(
            factor, [level((RULE,), None, told)], {}, criteria.combination, {told.id: len(told.evidence)}
        )
        assert found.level is expected


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"until": Date(2024, 5, 1)}, "before it was given on 2024-05-20"),
        ({"level": "not_assessed"}, "needs a level"),
    ],
)
def test_a_judgement_that_cannot_be(given: dict[str, Any], problem: str) -> None:
    with pytest.raises(DomainError, match=problem):
        judgement(**given)


def entry(does: str, day: int, **data: str) -> Entry:
    at = dt.datetime(2024, 5, day, 9, tzinfo=dt.UTC)
    who = Person("office-a", ("analyst",))
    return Entry(f"entry-{day}", "judgement", "m1:PL-BY", does, who, at, "seen from the air", ("report-1",), data)


def test_the_record_gives_judgements_as_known_on_a_day() -> None:
    told = {"indicator": "m1", "border": "PL-BY", "until": "2024-06-10"}
    record = [
        entry("judge", 20, level="high", **told),
        entry("renew", 24, level="critical", **told),
        entry("withdraw", 28),
    ]
    process = load_process("judgement")
    assert replayed(process, record, POLICIES) == {"m1:PL-BY": "withdrawn"}
    [found] = from_record(record[:2])
    assert (found.level, found.until, found.by) == (Level.CRITICAL, Date(2024, 6, 10), "office-a")
    [ended] = from_record(record)
    assert ended.until == Date(2024, 5, 27)
    assert from_record(record, Date(2024, 5, 22))[0].level is Level.HIGH
    assert from_record(record, Date(2024, 5, 19)) == ()


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ({"level": "huge", "until": "2024-06-10"}, "needs a level"),
        ({"level": "high", "until": "soon"}, "a last day"),
        ({"level": "high", "until": "2024-05-01"}, "before it was given"),
    ],
)
def test_the_process_refuses_what_is_no_judgement(data: dict[str, str], problem: str) -> None:
    bad = entry("judge", 20, indicator="m1", border="PL-BY", **data)
    with pytest.raises(NotAllowed, match=problem):
        check(load_process("judgement"), [], bad, POLICIES)
