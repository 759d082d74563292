"""The computed trend beside the one that the two captured commentaries print for their weeks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kordon.chain import Setup, code
from kordon.counts import posterior
from kordon.criteria import assess_all
from kordon.domain.assessment import Trend
from kordon.domain.coded import Coded
from kordon.domain.material import Material, ReadReport
from kordon.domain.report import Report
from kordon.domain.time import Date, Week
from kordon.geo.gazetteer import PUBLIC
from kordon.indicators import read_all
from kordon.intake.tables import read_table

TABLES = ("attempts", "incidents", "totals_combined")


def read_report(coded: Coded) -> ReadReport:
    r = coded.report
    told = {b for item in (*coded.figures, *coded.incidents) for b in item.place.borders}
    borders = tuple(sorted({*r.borders, *told}))
    return ReadReport(r.id, r.source, r.published_at, r.published_basis, r.kind, r.grade, borders)


def trends_of(setup: Setup, material: Material, week: Week) -> Iterator[Trend]:
    """As the chain has them, with fewer draws."""
    borders, weeks = setup.vocabulary.assessed_borders, tuple((week - 6).until(week))
    found = posterior(material.figures, borders, weeks[0], week, setup.vocabulary)
    series = {b: found.series(b) for b in borders}
    draws = {b: found.draws(b, 200) for b in borders}
    as_of = Date(2025, 6, 30)
    readings = read_all(
        setup.indicators, material, series, borders, weeks, as_of, setup.vocabulary, setup.gazetteer
    )
    assessed = assess_all(
        setup.criteria, readings, series, material, borders, weeks, as_of, setup.vocabulary, draws=draws
    )
    for border in borders:
        yield assessed[border, week].trend


def test_the_labels_beside_the_printed_ones(seeds: Path) -> None:
    """Of two printed trends one is found from the public tables, and neither is contradicted.

    The other week was called unchanged when this was written. What was printed of it rests on more than the counts
    and incidents of one border, and thresholds are not moved until it fits.
    """
    setup = Setup()
    tables = [
        c
        for name in TABLES
        for c in read_table(
            PUBLIC / f"{name}.csv", setup.vocabulary, setup.sources, gazetteer=setup.gazetteer
        ).coded
    ]
    material = Material(
        None,
        {c.report.id: read_report(c) for c in tables},
        tuple(f for c in tables for f in c.figures),
        tuple(i for c in tables for i in c.incidents),
        (),
    )
    agreed = 0
    for path in sorted(seeds.glob("*.txt")):
        header = code(setup, Report(id=path.stem, text=path.read_text(encoding="utf-8"), lang="en")).header
        assert header is not None
        assert header.week.start is not None
        week = Week.of(header.week.start)
        trends = set(trends_of(setup, material, week)) - {Trend.NOT_ASSESSED}
        assert trends
        assert Trend(header.trend) is Trend.WORSE
        assert Trend.BETTER not in trends
        agreed += Trend.WORSE in trends
    assert agreed >= 1
