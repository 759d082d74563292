"""Material for the tests of the register, made by rule: the same numbers give the same values everywhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from kordon.domain.assessment import (
    Assessment,
    FactorLevel,
    IndicatorLevel,
    Level,
    Reason,
    Trend,
    TriggerFired,
)
from kordon.domain.coded import (
    Coded,
    Composition,
    Figure,
    FigureForm,
    Header,
    Incident,
    Judgement,
    Modality,
    Place,
    PlacePrecision,
    ReportedMeasure,
    Rung,
    Signal,
    Status,
)
from kordon.domain.coded import Party as Who
from kordon.domain.commentary import Claim, Draft, Sentence
from kordon.domain.material import ReadReport
from kordon.domain.measure import Crossing, CrossingStatus, Measure, Option, Proposal
from kordon.domain.quantity import Quantity
from kordon.domain.reading import Baseline, Coverage, Reading, Unknown, WeekCount
from kordon.domain.report import Evidence, PublishedBasis, Report, ReportKind, stable_id
from kordon.domain.suggested import Suggested, suggested_in
from kordon.domain.time import Span, Week

BORDERS = ("AA-ZZ", "BB-ZZ", "CC-ZZ")
FIRST = dt.date(2021, 8, 2)
AS_OF = dt.date(2025, 6, 30)
CRITERIA = "c" * 64
LADDER = "1" * 64


def report(number: int, text: str = "") -> Report:
    day = FIRST + dt.timedelta(days=number)
    return Report(
        id=stable_id("report", number),
        text=text
        or f"Notice {number}. Guards counted {number % 97} attempts; a patrol met with stones. Źródło, крыніца.",
        title=f"Notice {number}",
        lang=("en", "be", "ru")[number % 3],
        source=f"service-{number % 5}.example",
        address=f"https://service-{number % 5}.example/{number}",
        published_at=day,
        published_basis=PublishedBasis.GIVEN,
        kind=ReportKind.COMMENTARY if number % 7 == 0 else ReportKind.NOTICE,
        grade="B2",
        borders=(BORDERS[number % 3],),
    )


def marked(number: int, rule: str = "semantic:0.70", start: int = 40) -> Coded:
    """The report of a number with what another coder makes of it: an incident, a figure and a measure."""
    told = report(number)
    day = Span.day(told.published_at or FIRST)
    words = (Evidence(told.id, start, start + 8),)
    place = Place(borders=(BORDERS[number % 3],), precision=PlacePrecision.BORDER)
    actual, count = Modality.ACTUAL, Quantity.exactly(7)
    name = stable_id("marked", told.id, rule, start)
    return Coded(
        told,
        incidents=(Incident(f"i-{name}", "drone", place, day, actual, words, rule),),
        figures=(Figure(f"f-{name}", FigureForm.COUNT, "attempts", count, place, day, actual, words, rule),),
        measures=(ReportedMeasure(f"m-{name}", "barrier", Status.IN_FORCE, place, words, rule, effective=day),),
    )


def suggested(number: int) -> Suggested:
    return suggested_in(marked(number))[0]


def coded(number: int, text: str = "") -> Coded:
    """A report with one to nine items, of every kind in turn."""
    told = report(number, text)
    day = Span.day(told.published_at or FIRST)
    words = (Evidence(told.id, 0, 6), Evidence(told.id, 8, 20))
    place = Place(borders=(BORDERS[number % 3],), precision=PlacePrecision.BORDER)
    who = Who("guards", "AA")
    figure = Figure(
        stable_id("figure", told.id), FigureForm.COUNT, "attempts", Quantity.exactly(number % 97), place, day,
        Modality.ACTUAL, words, "count-of-day",
    )  # fmt: skip
    incidents = tuple(
        Incident(
            stable_id("incident", told.id, n), "stones", place, day, Modality.ACTUAL, words, "rule", ("stones",)
        )
        for n in range(number % 3)
    )
    measures = tuple(
        ReportedMeasure(stable_id("said", told.id), "closure", Status.DECIDED, place, words, "rule", ("AA",))
        for _ in range(number % 5 == 0)
    )
    if number % 7:
        return Coded(told, figures=(figure,), incidents=incidents, measures=measures)
    return Coded(
        told,
        header=Header(Week.of(told.published_at or FIRST).span, "area", "got_worse", "w", "a", "t", "h", words),
        incidents=incidents,
        figures=(figure,),
        measures=measures,
        signals=(
            Signal(
                stable_id("signal", told.id), "hostile", "dialogue", who, None, "untold", Modality.ACTUAL, day,
                words, "r",
            ),
        ),
        compositions=(
            Composition(
                stable_id("who", told.id), "visa", "AA", "most", place, day, Modality.ACTUAL, words, "r", 62.5
            ),
        ),
        judgements=(Judgement(stable_id("view", told.id), "intent", "likely", words, "r"),),
        rungs=(Rung(stable_id("rung", told.id), "threat", 1, words, "r"),),
        warnings=("a date was read as a day of the week",),
    )  # fmt: skip


def weeks(count: int) -> list[Week]:
    return [Week.of(FIRST) + n for n in range(count)]


def series(count: int) -> dict[str, tuple[WeekCount, ...]]:
    return {
        border: tuple(
            WeekCount(border, week, n * 1.5, n, n + 2, n / 2, n + 3.5, 0.0, n + 9, _coverage(n), (f"figure-{n}",))
            for n, week in enumerate(weeks(count))
        )
        for border in BORDERS
    }


def _coverage(number: int) -> Coverage:
    return Coverage(number % 8 / 7, tuple(stable_id("report", number * 7 + n) for n in range(number % 5)))


def readings(count: int, indicators: int, as_of: dt.date = AS_OF) -> list[Reading]:
    return [
        Reading(
            id=stable_id("reading", i, border, week, as_of),
            indicator=f"indicator-{i}",
            border=border,
            week=week,
            as_of=as_of,
            value=Unknown("reason-silent") if (n + i) % 4 == 0 else n * 1.25 + i,
            unit="attempts",
            coverage=_coverage(n),
            low=None if i % 2 else n / 3,
            high=None if i % 2 else n * 3.0,
            baseline=Baseline(10.0, 14.5, 17.0, 22.0, 52, "nb") if i % 3 == 0 else None,
            evidence=tuple(stable_id("figure", stable_id("report", n * 7 + k)) for k in range(i % 4)),
            sources=i % 4,
        )
        for border in BORDERS
        for n, week in enumerate(weeks(count))
        for i in range(indicators)
    ]


def assessments(read: Iterable[Reading], criteria: str = CRITERIA) -> list[Assessment]:
    by_place: dict[tuple[str, Week], list[Reading]] = {}
    for reading in read:
        by_place.setdefault((reading.border, reading.week), []).append(reading)
    return [_assessment(border, week, some, criteria) for (border, week), some in by_place.items()]


def _assessment(border: str, week: Week, some: list[Reading], criteria: str) -> Assessment:
    def reason(reading: Reading) -> Reason:
        values = (("border", border), ("week", week.monday), ("count", 3), ("value", 2.5), ("none", None))
        return Reason("reason-above", values, reading.evidence, (Reason("reason-part", (("q", 0.975),)),))

    levels = tuple(IndicatorLevel(r.indicator, r.id, Level.of_rank(i % 4), reason(r)) for i, r in enumerate(some))
    factors = tuple(
        FactorLevel(f"factor-{i}", "threat", i == 0, Level.MEDIUM, levels[i::6], Reason("reason-factor"))
        for i in range(6)
    )
    as_of = some[0].as_of
    return Assessment(
        id=stable_id("assessment", border, week, as_of, criteria),
        border=border,
        week=week,
        as_of=as_of,
        criteria=criteria,
        level=Level.MEDIUM,
        scored=Level.LOW,
        trend=Trend.SAME,
        factors=factors,
        assessed=5,
        of=6,
        reason=Reason("reason-level", (("level", "medium"),)),
        trend_reason=Reason("reason-trend"),
        triggers=(TriggerFired("armed", ("incident-1",), Reason("reason-trigger")),) if week.number == 9 else (),
        expires=week.sunday,
    )


def proposals(given: Iterable[Assessment]) -> list[Proposal]:
    return [
        Proposal(
            id=stable_id("proposal", a.id, LADDER),
            border=a.border,
            week=a.week,
            assessment=a.id,
            ladder=LADDER,
            lowest="R0",
            highest="R2",
            options=(
                Option("R1", "patrols", "law-1", (), 30, ("all",), ("x",), ("m",), Reason("reason-option")),
                Option("R2", "zone", "law-2", ("aid",), None, (), (), (), Reason("reason-option")),
            ),
            reason=Reason("reason-range"),
            evidence=("incident-1",),
        )
        for a in given
    ]


def drafts(given: Iterable[Assessment], languages: Iterable[str] = ("en", "be", "ru")) -> Iterator[Draft]:
    """Two areas a week and language, resting on that week's assessments."""
    by_week: dict[Week, list[Assessment]] = {}
    for a in given:
        by_week.setdefault(a.week, []).append(a)
    for week, some in by_week.items():
        for area in ("security", "west"):
            for lang in languages:
                yield _draft(area, week, lang, some)


def _draft(area: str, week: Week, lang: str, some: list[Assessment]) -> Draft:
    reading = some[0].factors[0].indicators[0].reading
    sentence = Sentence(
        f"У тыдзень {week} памежнікі налічылі 12 спробаў, на 3 болей.", "draft-count",
        (Claim("count", 12.0, reading), Claim("day", week.monday, some[0].id)), (reading,),
    )  # fmt: skip
    return Draft(
        id=stable_id("draft", area, week, lang, some[0].as_of),
        area=area,
        week=week,
        lang=lang,
        as_of=some[0].as_of,
        trend=Trend.SAME,
        headline=sentence,
        lede=sentence,
        body=((sentence,) * 4, (sentence,) * 3),
        bullets=(sentence,) * 3,
        assessments=tuple(a.id for a in some),
    )


def crossing(number: int, lat: float = 53.0) -> Crossing:
    return Crossing(f"crossing-{number}", BORDERS[0], "road", (("en", "Aa"), ("be", "Аа")), lat, None, ("all",))


def status(number: int) -> CrossingStatus:
    told = report(number)
    span = Span(told.published_at, None, Span.day(FIRST).precision)
    return CrossingStatus(f"status-{number}", "crossing-1", "closed", ("all",), span, False, "", "AA", told.id)


def ledger(said: Iterable[ReportedMeasure], reports: Iterable[ReadReport] | object) -> tuple[Measure, ...]:
    """The simplest ledger there can be: each reported measure is a measure of its own."""
    assert isinstance(reports, dict)
    return tuple(
        Measure(
            id=stable_id("measure", m.id),
            kind=m.kind,
            status=m.status,
            countries=m.countries,
            place=m.place,
            traffic=m.traffic,
            decided_on=m.decided_on,
            in_force=m.effective,
            extends=None,
            basis="",
            where="",
            known_from=reports[m.evidence[0].report].published_at,
            reports=(m.evidence[0].report,),
        )
        for m in said
    )
