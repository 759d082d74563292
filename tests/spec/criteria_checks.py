"""The checks of the tables on criteria, trend and information attacks."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from kordon.criteria import Criteria, assess_all, load_criteria, read_criteria
from kordon.criteria.document import SHIPPED
from kordon.criteria.history import Standing, advance
from kordon.criteria.judgements import Judgement
from kordon.criteria.labels import POLICIES, Label, agreement, label_of, subject
from kordon.criteria.model import IndicatorRule, Judged
from kordon.criteria.rules import Context, assess_indicator
from kordon.criteria.week import Known, Scored, scored
from kordon.domain.assessment import Level, Trend
from kordon.domain.coded import Incident, Modality, Party, Place, PlacePrecision
from kordon.domain.errors import BadDocument, NotAllowed
from kordon.domain.material import Material, ReadReport
from kordon.domain.reading import Baseline, Coverage, Reading, Unknown, WeekCount
from kordon.domain.record import Entry, Person
from kordon.domain.report import Evidence, PublishedBasis, ReportKind
from kordon.domain.time import Date, Span, Week
from kordon.geo.gazetteer import load_gazetteer
from kordon.indicators import Indicator, load_indicators, read_all
from kordon.measures.process import check, load_process
from kordon.vocabulary import Vocabulary, load
from kordon.vocabulary.documents import parse_document

Row = Mapping[str, Any]
BORDER = "PL-BY"
WEEK = Week(2024, 22)
LATE = Date(2025, 1, 1)
USUAL = Baseline(700, 1000, 1200, 1500, 52, "spec")


@cache
def words() -> Vocabulary:
    return load()


@cache
def known() -> tuple[Indicator, ...]:
    return load_indicators(words())


@cache
def shipped() -> Criteria:
    return load_criteria(words(), known())[0]


# ---- criteria ------------------------------------------------------------------------------------------------

READING = re.compile(r"(?P<id>\S+) (?P<value>\d+)( from (?P<sources>\d+) source)?")


def reading(sentence: str, week: Week = WEEK) -> Reading:
    told = READING.fullmatch(sentence)
    assert told is not None, sentence
    value = float(told["value"])
    return Reading(
        f"reading-{told['id']}-{week}",
        told["id"],
        BORDER,
        week,
        LATE,
        value,
        "",
        Coverage(1.0),
        per_day=value / 7,
        baseline=USUAL if told["id"] == "p1" else None,
        sources=int(told["sources"] or 2),
    )


def score_of(
    readings: list[Reading], incidents: Mapping[str, Incident], reports: Mapping[str, ReadReport]
) -> Scored:
    held = {r.indicator: r for r in readings}
    return scored(Known(shipped(), BORDER, WEEK, LATE, held, {}, incidents, reports, words()))


def check_levels(row: Row) -> None:
    found = score_of([reading(s) for s in row["readings"]], {}, {})
    assert [f"{f.factor} {f.level}" for f in found.factors if f.level.assessed] == row["factors"]
    assert f"{plain(found.level)}, {found.assessed} of {found.of}" == row["border"]


def plain(level: Level | Trend) -> str:
    return level.value.replace("_", " ")


def check_standing(row: Row) -> None:
    standing, shown = Standing(), []
    for n, word in enumerate(row["scored"].split()):
        week = WEEK + n
        own = {"-": Level.NOT_ASSESSED, "T": Level.LOW}.get(word) or Level(word)
        day = week.monday if word == "T" else None
        step = advance(standing, week, own, day, shipped().deescalation)
        standing = step.standing
        shown.append("-" if not step.level.assessed else step.level.value)
    assert " ".join(shown) == row["stands"]


def check_judged(row: Row) -> None:
    told = Judgement(
        "judgement-1", "m1", BORDER, Level(row["level"]), row["by"], row["given"], row["until"], "seen"
    )
    rule = IndicatorRule("m1", (Judged(("staff",), 28),), False)
    context = Context(shipped(), words(), {}, {}, (), {}, (told,), (BORDER, WEEK, LATE))
    assert plain(assess_indicator(rule, None, context).level) == row["found"]


def check_refused(row: Row) -> None:
    text = next(SHIPPED.glob("*.yaml")).read_text("utf-8")
    assert row["was"] in text
    document = parse_document(text.replace(row["was"], row["now"], 1), "own.yaml")
    try:
        read_criteria(document, words(), {i.id for i in known()}, {i.id: i for i in known()})
    except BadDocument as error:
        assert row["refused"] in str(error), str(error)
        assert re.match(r"own\.yaml, line \d+: .+; .+\.$", str(error)), str(error)
        return
    raise AssertionError("it was not refused")


# ---- trend ---------------------------------------------------------------------------------------------------

COUNT = re.compile(r"(\d+) \((\d+) to (\d+)\)")


def count(week: Week, mean: float, low: float, high: float, share: float = 1.0) -> WeekCount:
    return WeekCount(BORDER, week, mean, low, high, low, high, low, high, Coverage(share))


def check_trend(row: Row) -> None:
    weeks = [WEEK - 4 + n for n in range(5)]
    series = []
    for week, word in zip(weeks, row["before"].split(), strict=False):
        number = 700.0 if word == "-" else float(word)
        series.append(count(week, number, number, number, 0.0 if word == "-" else 1.0))
    if row["week"] == "-":
        series.append(count(WEEK, 700, 0, 5000, 0.0))
    else:
        mean, low, high = map(float, COUNT.fullmatch(row["week"]).groups())  # type: ignore[union-attr]
        series.append(count(WEEK, mean, low, high))
    before, now = row["hurt"].split(" then ")
    hurt = [float(n) for n in (*before.split(), now)]
    readings = {
        (BORDER, week): (
            reading("b1 0", week),
            reading("p1 10", week),
            reading(f"b1-wounded {number:g}", week),
            reading("means 0", week),
        )
        for week, number in zip(weeks, hurt, strict=True)
    }
    incidents = [incident("shots_fired by far_state at near_state with firearm", 0)] if row["other"] else []
    assert row["other"] in ("", "shots from the other side")
    found = assess_all(
        (shipped(),), readings, {BORDER: tuple(series)}, material(incidents), (BORDER,), weeks, LATE, words()
    )[BORDER, WEEK]
    assert plain(found.trend) == row["label"], found.trend_reason
    if row["worse"] == "none":
        assert found.worse is None
    else:
        least, most = map(float, row["worse"].split(" to "))
        assert found.worse is not None and least <= found.worse <= most, found.worse


def check_labels(row: Row) -> None:
    data = {"border": BORDER, "week": str(WEEK), "computed": row["computed"], "trend": row["analyst"]}
    who, at = Person("office-a", ("analyst",)), dt.datetime(2024, 6, 3, tzinfo=dt.UTC)
    entry = Entry(
        "entry-1", "trend_label", subject(BORDER, WEEK), "label", who, at, row["why"], ("assessment-1",), data
    )
    try:
        check(load_process("trend_label"), [], entry, POLICIES)
    except NotAllowed:
        assert row["kept"] == "nothing"
        return
    kept = label_of(entry)
    assert (kept.computed, kept.analyst, kept.why) == (row["computed"], row["analyst"], row["why"])
    assert row["kept"] == ("both with the reason" if kept.why else "both")


def check_agreement(row: Row) -> None:
    labels = {"W": Trend.WORSE, "S": Trend.SAME, "B": Trend.BETTER, "-": Trend.NOT_ASSESSED}
    found = [
        Label(BORDER, WEEK + n, *(labels[w] for w in pair.split("/")), "office-a", "", f"entry-{n}")
        for n, pair in enumerate(row["weeks"].split())
    ]
    told = agreement(found)
    assert f"{told.same} of {told.labels}" == row["same"]
    assert ("none" if told.kappa is None else f"{told.kappa:.2f}") == row["kappa"]


# ---- information attacks -------------------------------------------------------------------------------------

INCIDENT = re.compile(
    r"(?P<mood>threatened |denied )?(?P<kind>[a-z_]+)( by (?P<by>[a-z_]+))?( at (?P<at>[a-z_]+))?"
    r"( with (?P<with>[a-z_]+))?( graded (?P<grade>[A-E]\d))?"
)


def incident(sentence: str, number: int) -> Incident:
    told = INCIDENT.fullmatch(sentence)
    assert told is not None and told["kind"] in words()["kinds"], sentence
    moods = {"threatened ": Modality.THREATENED, "denied ": Modality.DENIED}
    return Incident(
        id=f"incident-{number}",
        kind=told["kind"],
        place=Place(borders=(BORDER,), precision=PlacePrecision.BORDER),
        occurred=Span.day(WEEK.monday + dt.timedelta(days=number % 7)),
        modality=moods.get(told["mood"], Modality.ACTUAL),
        evidence=(Evidence(f"report-{number}", 0, 1),),
        rule="spec",
        actor=Party(told["by"]) if told["by"] else None,
        recipient=Party(told["at"]) if told["at"] else None,
        means=(told["with"],) if told["with"] else (),
        grade=told["grade"] or "B2",
    )


def material(incidents: list[Incident]) -> Material:
    reports = {
        e.report: ReadReport(
            e.report,
            f"outlet-{e.report}.example",
            WEEK.sunday,
            PublishedBasis.GIVEN,
            ReportKind.RECORD,
            i.grade or "",
            (),
        )
        for i in incidents
        for e in i.evidence
    }
    return Material(None, reports, (), tuple(incidents), ())


@cache
def gazetteer() -> Any:
    return load_gazetteer()


def check_information(row: Row) -> None:
    incidents = [incident(sentence, n) for n, sentence in enumerate(row["incidents"])]
    held = material(incidents)
    read = read_all(known(), held, {}, (BORDER,), [WEEK], LATE, words(), gazetteer())[BORDER, WEEK]
    told = {r.indicator: r for r in read}
    for key, name in (("attacks", "i1"), ("cyber", "i3")):
        value = told[name].value
        assert ("not known" if isinstance(value, Unknown) else f"{value:g}") == row[key]
    calm = {"b1": reading("b1 0"), "p1": reading("p1 10")}
    used = {**{name: told[name] for name in ("i1", "i3")}, **calm}
    found = score_of(list(used.values()), {i.id: i for i in incidents}, held.reports)
    levels = {f.factor: f.level for f in found.factors}
    assert (plain(levels["information"]), plain(found.level)) == (row["factor"], row["border"])


CHECKS: Mapping[str, Callable[[Row], None]] = {
    "levels": check_levels,
    "standing": check_standing,
    "judged": check_judged,
    "refused": check_refused,
    "trend": check_trend,
    "labels": check_labels,
    "agreement": check_agreement,
    "information": check_information,
}
