"""Every row of the spec tables, which are pages of the manual too: an example's input and what is read from it."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kordon.counts import at_usual_level, calm_weeks, fuse, probability_above
from kordon.domain.coded import Figure, FigureForm, Incident, Modality, Party, Place, PlacePrecision
from kordon.domain.material import Material, ReadReport
from kordon.domain.quantity import Quantity, Rounding
from kordon.domain.reading import Coverage, Unknown, WeekCount
from kordon.domain.report import Evidence, PublishedBasis, ReportKind
from kordon.domain.time import Date, Precision, Span, Week
from kordon.indicators.severity import (
    AGAINST,
    MeansWeek,
    Scale,
    escalation,
    load_scale,
    means_weeks,
    mix_shift,
    probability_rose,
)
from kordon.vocabulary import Vocabulary, load

ROOT = Path(__file__).parents[2]
BORDER = "PL-BY"
WEEK = Week.of(Date(2024, 5, 6))
PLACE = Place(borders=(BORDER,), precision=PlacePrecision.BORDER)
TUESDAY = Span.day(Date(2024, 5, 7))
Row = Mapping[str, Any]
USED = {  # an incident of each class
    "objects": "stone_throwing", "irritants": "slingshot", "pyrotechnics": "pyrotechnics",
    "blades": "knife_attack", "firearms": "shots_fired",
}  # fmt: skip


@cache
def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("spec_page", ROOT / "docs" / "spec.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def words() -> Vocabulary:
    return load()


@cache
def scale() -> Scale:
    return load_scale(words())


# ---- what the input says -------------------------------------------------------------------------------------

FIGURE = re.compile(
    r"(?P<each>each day of )?(?P<start>[\d-]{10})( to (?P<end>[\d-]{10}))?: "
    r"((?P<word>over|almost|about) )?(?P<count>\d+)(?P<rate> a day)?( (?P<unit>[a-z]+))?"
)


def figures_of(sentences: list[str]) -> list[Figure]:
    found: list[Figure] = []
    for sentence in sentences:
        told = FIGURE.fullmatch(sentence)
        assert told is not None, sentence
        start = Date.fromisoformat(told["start"])
        end = Date.fromisoformat(told["end"] or told["start"])
        spans = [Span.day(d) for d in Span.between(start, end).days()] if told["each"] else [span(start, end)]
        quantity = Quantity.worded(int(told["count"]), Rounding(told["word"] or "exact"))
        for one in spans:
            number = f"figure-{len(found)}-{sentence}"
            found.append(
                Figure(
                    id=number,
                    form=FigureForm.RATE if told["rate"] else FigureForm.COUNT,
                    unit=told["unit"] or "attempts",
                    quantity=quantity,
                    place=PLACE,
                    span=one,
                    modality=Modality.ACTUAL,
                    evidence=(Evidence(number, 0, 1),),
                    rule="spec",
                    per="day" if told["rate"] else None,
                    grade="B2",
                )
            )
    return found


def span(start: Date, end: Date) -> Span:
    return Span(start, end, Precision.DAY if start == end else Precision.DAYS)


def weekly(week: Week, count: float) -> Figure:
    [found] = figures_of([f"{week.monday} to {week.sunday}: {count:g}"])
    return found


def fused(row: Row) -> WeekCount:
    number, count = map(int, row["before"].split(" x "))
    figures = [weekly(WEEK - back, count) for back in range(1, number + 1)] + figures_of(row["figures"])
    return fuse(figures, [BORDER], WEEK - number, WEEK, words())[BORDER][-1]


INCIDENT = re.compile(
    r"(?P<mood>warning |threatened |denied )?(?P<kind>[a-z_]+)( by (?P<by>[a-z_]+))?( with (?P<with>[a-z_ ]+?))?"
    r"( x (?P<times>\d+))?( graded (?P<grade>[A-E]\d))?( in clash (?P<clash>[a-z]+))?(, (?P<hurt>\d+) hurt)?"
)


def incidents_of(sentences: list[str], day: Span = TUESDAY) -> list[Incident]:
    """Each told by a report of its own."""
    found = []
    for number, sentence in enumerate(sentences):
        told = INCIDENT.fullmatch(sentence)
        assert told is not None, sentence
        assert told["kind"] in words()["kinds"], sentence
        moods = {"threatened ": Modality.THREATENED, "denied ": Modality.DENIED}
        found.append(
            Incident(
                id=f"incident-{day.start}-{number}",
                kind=told["kind"],
                place=PLACE,
                occurred=day,
                modality=moods.get(told["mood"], Modality.ACTUAL),
                evidence=(Evidence(f"report-{day.start}-{number}", 0, 1),),
                rule="spec",
                actor=Party(told["by"]) if told["by"] else None,
                means=tuple((told["with"] or "").replace(" and ", " ").split()),
                times=Quantity.exactly(int(told["times"])) if told["times"] else None,
                injured=Quantity.exactly(int(told["hurt"])) if told["hurt"] else None,
                clash=told["clash"],
                warning_shots=told["mood"] == "warning ",
                grade=told["grade"] or "B2",
            )
        )
    return found


def read_means(
    incidents: list[Incident], weeks: list[Week], days: Callable[[Week], int]
) -> Mapping[Week, MeansWeek]:
    reports = {
        e.report: ReadReport(e.report, "", None, PublishedBasis.UNKNOWN, ReportKind.RECORD, "", ())
        for i in incidents
        for e in i.evidence
    }
    material = Material(None, reports, (), tuple(incidents), ())
    told = {(BORDER, week): Coverage(days(week) / 7) for week in weeks}
    found = means_weeks(scale(), material, [BORDER], weeks, told, words())
    return {week: one for (_, week), one in found.items()}


def own(number: int) -> tuple[Evidence, ...]:
    return (Evidence(f"report-{number}", 0, 1),)


def history(row: Row) -> Mapping[Week, MeansWeek]:
    """The week of a row of the table of new classes, and 60 before it."""
    silent = range(0)
    if row["silent"] != "none":
        first, last = map(int, row["silent"].split(" to "))
        silent = range(first, last + 1)
    used = [(0, name) for name in row["week"].split(" and ") if name != "none"]
    used += [(int(back), name) for name, back in (one.split() for one in row["earlier"])]
    incidents = [
        i
        for back, name in used
        for i in incidents_of([f"{USED[name]} by migrants"], Span.day((WEEK - back).monday))
    ]
    named = [replace(i, id=f"incident-{number}", evidence=own(number)) for number, i in enumerate(incidents)]
    weeks = [WEEK - back for back in range(61)]
    return read_means(named, weeks, lambda w: 0 if (WEEK.monday - w.monday).days // 7 in silent else 7)


# ---- what is read from it ------------------------------------------------------------------------------------


def within(value: float, bounds: str) -> bool:
    low, high = map(float, bounds.split(" to "))
    return low - 1e-9 <= value <= high + 1e-9


def told(value: object) -> str:
    if isinstance(value, Unknown):
        return value.reason.replace("-", " ")
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def check_counts(row: Row) -> None:
    found = fused(row)
    assert within(found.mean, row["count"]), found
    share = 100 * (found.high90 - found.low90) / max(found.mean, 1e-9)
    if row["interval"] != "any":
        side, limit = re.fullmatch(r"(under|over) (\d+) %", row["interval"]).groups()  # type: ignore[union-attr]
        assert share < float(limit) if side == "under" else share > float(limit), share
    assert f"{round(7 * found.coverage.share)} of 7" == row["covered"]


def check_calm(row: Row) -> None:
    def counts(sentence: str) -> list[int | None]:
        return [None if word == "-" else int(word) for word in str(sentence).split()]

    pattern, since = counts(row["year"]), counts(row["since"])
    values = [*(pattern[n % len(pattern)] for n in range(52)), *since]
    first = WEEK - (len(values) - 1)
    figures = [weekly(first + n, value) for n, value in enumerate(values) if value is not None]
    series = fuse(figures, [BORDER], first, WEEK, words())[BORDER]
    calm = calm_weeks(series, WEEK)
    assert (told(calm) if isinstance(calm, Unknown) else f"{calm} week{'' if calm == 1 else 's'}") == row["calm"]
    assert told(at_usual_level(series, WEEK)) == row["usual"]


def check_rates(row: Row) -> None:
    per_day = float(row["rate"].removesuffix(" a day"))
    chance = probability_above(fused(row), per_day)
    assert within(chance, row["probability"]), chance


def check_classes(row: Row) -> None:
    week = read_means(incidents_of([row["incident"]]), [WEEK], lambda w: 7)[WEEK]
    if row["class"] == "not on it":
        assert week.acts == ()
        return
    [act] = week.acts
    against = "yes" if week.of(AGAINST) else "no"
    assert (act.means, act.user, against) == (row["class"], row["user"], row["pressure"])


def check_weeks(row: Row) -> None:
    week = read_means(incidents_of(row["incidents"]), [WEEK], lambda w: row["days"])[WEEK]
    counted, highest = week.by_class(scale()), week.highest()
    if isinstance(counted, Unknown):
        assert row["acts"] == row["hurt"] == row["highest"] == told(counted) == told(highest)
        return
    for name, of in (("acts", lambda c: c.acts), ("hurt", lambda c: c.hurt)):
        told_of = ", ".join(f"{of(c):g} {c.means}" for c in counted if of(c))
        assert (told_of or "none") == row[name]
    assert ("none" if highest is None or isinstance(highest, Unknown) else highest.means) == row["highest"]


def check_new(row: Row) -> None:
    found = escalation(scale(), history(row), WEEK)
    if found is None:
        assert row["new"] == "nothing"
    elif isinstance(found, Unknown):
        assert row["new"] == told(found)
    else:
        assert (found.means, told(found.higher)) == (row["new"], row["above"])


def check_rise(row: Row) -> None:
    before = [float(n) for n in row["before"].split()]
    chance = probability_rose(row["now"], sum(before), len(before))
    assert within(chance, row["probability"]), chance


def check_share(row: Row) -> None:
    incidents: list[Incident] = []
    for name, first, length in (("recent", 0, 13), ("earlier", 13, 52)):
        heavier, of = map(int, row[name].split(" of "))
        for number in range(of):
            kind = "slingshot" if number < heavier else "stone_throwing"
            day = (WEEK - (first + number % length)).monday
            incidents += incidents_of([f"{kind} by migrants"], Span.day(day))
    named = [replace(i, id=f"incident-{number}", evidence=own(number)) for number, i in enumerate(incidents)]
    weeks = [WEEK - back for back in range(70)]
    found = mix_shift(scale(), read_means(named, weeks, lambda w: 7), WEEK)
    if isinstance(found, Unknown):
        assert row["probability"] == told(found)
        return
    assert [f"{found.acts:g} of {found.of:g}", f"{found.acts_before:g} of {found.of_before:g}"] == [
        row["recent"], row["earlier"],
    ]  # fmt: skip
    assert within(found.probability, row["probability"]), found


def beside_it() -> dict[str, Callable[[Row], None]]:
    """The ``CHECKS`` of every ``*_checks.py`` in this folder, for tables that need much of their own."""
    found: dict[str, Callable[[Row], None]] = {}
    for path in sorted(Path(__file__).parent.glob("*_checks.py")):
        spec = importlib.util.spec_from_file_location(path.stem, path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        found |= module.CHECKS
    return found


CHECKS: Mapping[str, Callable[[Row], None]] = {
    "counts": check_counts, "calm": check_calm, "rates": check_rates, "classes": check_classes,
    "weeks": check_weeks, "new": check_new, "rise": check_rise, "share": check_share,
} | beside_it()  # fmt: skip
ROWS = [
    pytest.param(table["id"], row, id=f"{table['id']}: {row['case']}")
    for name in generator().names()
    for table in generator().load(name)["tables"]
    for row in table["rows"]
]


@pytest.mark.parametrize(("table", "row"), ROWS)
def test_every_row_holds(table: str, row: Row) -> None:
    CHECKS[table](row)


@pytest.mark.parametrize("name", generator().names())
def test_the_manual_shows_these_rows(name: str) -> None:
    page = ROOT / "docs" / "spec" / f"{name}.md"
    assert page.exists(), f"docs/spec/{name}.md is not there; run `python docs/spec.py`."
    same = page.read_text("utf-8") == generator().page(name)
    assert same, f"tests/spec/{name}.yaml has changed since docs/spec/{name}.md; run `python docs/spec.py`."


def test_every_table_has_rows_and_a_check() -> None:
    tables = [table for name in generator().names() for table in generator().load(name)["tables"]]
    assert {table["id"] for table in tables} == set(CHECKS)
    assert all(len(table["rows"]) >= 4 for table in tables)
