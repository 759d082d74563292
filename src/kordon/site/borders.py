"""The page of one border: its years in charts, what is in force, its crossings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from kordon.domain.assessment import RANKED
from kordon.domain.measure import Crossing, Measure
from kordon.domain.reading import WeekCount
from kordon.domain.time import Date, Week
from kordon.site import charts, paths
from kordon.site.cards import Source
from kordon.site.crossings import CrossingPages, Now
from kordon.site.index import PLOT, Index
from kordon.site.parts import Figured, Parts
from kordon.site.safe import line, shorten
from kordon.site.why import Why
from kordon.site.words import Words

RULES_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Standing:
    """A measure for a reader. ``anchor`` is where it stands on the page of a border."""

    what: str
    status: str
    when: str
    where: str
    left: str
    basis: str
    countries: str
    sources: tuple[Source, ...]
    link: str = ""  # to the page of a zone
    anchor: str = ""
    lang: str | None = None  # of the words of ``where`` and ``basis``, as far as it is known


@dataclass(frozen=True, slots=True)
class Gate:
    """A crossing and what it is now."""

    name: str
    link: str
    now: tuple[Now, ...]


@dataclass(frozen=True, slots=True)
class BorderPages:
    """The pages of the borders in one language."""

    index: Index
    words: Words
    why: Why
    parts: Parts
    crossings: CrossingPages

    def context(self, border: str) -> dict[str, Any]:
        """What the page shows."""
        words, index = self.words, self.index
        path = paths.border(self.words.lang, border)
        standing = index.in_force(border)
        past = [m for m in index.measures_of(border) if m not in standing]
        crossings = index.crossings_of(border)
        dots = [(c.lon, c.lat, self._dot(c)) for c in crossings if c.lon is not None and c.lat is not None]
        return {
            "plate": self.parts.plate(border, index.front) if index.front else None,
            "when": words.week(index.front) if index.front else "",
            "week_link": paths.relative(path, paths.week(self.words.lang, index.front)) if index.front else "",
            "name": line(words.label("borders", border)),
            "map": self.parts.map(index.front, "map", dots),
            "years": [self._chart_year(border, year, weeks) for year, weeks in index.years.items()],
            "standing": [self._standing(m, border, current=True) for m in standing],
            "past": [self._standing(m, border, current=False) for m in past],
            "gates": [self._gate(c) for c in crossings],
        }

    def _chart_year(self, border: str, year: int, weeks: Sequence[Week]) -> Figured:
        words, index = self.words, self.index
        first, last = Week(year, 1).monday, (Week(year + 1, 1) - 1).sunday
        rules, notes = self._rules(border, first, last)
        whole = index.data.series.get(border, ())
        ceiling = charts.ceiling_of(whole, index.usual.get(border, ()), ())
        probe = charts.Frame(first, last, 0, PLOT, ceiling)
        top = 12.0 + charts.LABEL_GAP * charts.rows_needed(probe, [r.day for r in rules])
        plot = charts.Plot(
            frame=replace(probe, top=top, bottom=top + PLOT),
            counts=whole,
            usual=index.usual.get(border, ()),
            marks=index.marks.get(border, ()),
            rules=tuple(rules),
            strip=tuple((w, index.level(border, w)) for w in weeks),
        ).within()
        heard = [c for c in plot.counts if c.coverage.share > 0]
        labels = charts.Labels(
            title=self._peak(year, max(heard, key=lambda c: c.mean, default=None)),
            desc=words.say("chart-desc-levels", border=words.border(border), days=words.days(first, last)),
            months={day: words.month(day) for day in charts.months(plot.frame)},
            ticks={t: words.number(t) for t in charts.ticks(ceiling)},
            usual=words.say("usual-band"),
            levels={level: words.label("levels", level.value) for level in RANKED},
        )
        drawn = index.drawn(("year", border, year), lambda: charts.shapes(plot))
        chart = charts.series(f"y{year}", plot, drawn, labels, top + PLOT + charts.strip_height())
        return Figured(labels.title, chart, self.parts.rows(border, list(reversed(weeks))), notes, str(year))

    def _peak(self, year: int, peak: WeekCount | None) -> str:
        if peak is None:
            return self.words.say("peak-untold", year=str(year))
        number = self.words.rough(peak.mean)
        return self.words.say("peak", year=str(year), number=number, days=self.words.week_short(peak.week))

    def _rules(
        self, border: str, first: Date, last: Date
    ) -> tuple[list[charts.Rule], tuple[tuple[int, str, str], ...]]:
        """Events and measures of a year, numbered by day; what they are stands under the chart."""
        words = self.words
        told: list[tuple[Date, str, str]] = [
            (day, "event", words.label("kinds", i.kind))
            for day, i in self.index.grave(border)
            if first <= day <= last
        ]
        for day, measure in self.index.starts(border):
            if first <= day <= last:
                where = shorten(measure.where, 10)
                what = words.label("measures", measure.kind)
                told.append((day, "measure", f"{what} ({where})" if where else what))
        told = list(dict.fromkeys(sorted(told)))[:RULES_A_YEAR]
        rules = [charts.Rule(day, n, kind) for n, (day, kind, _) in enumerate(told, 1)]
        notes = tuple((n, kind, f"{words.day_month(day)}: {what}") for n, (day, kind, what) in enumerate(told, 1))
        return rules, notes

    def _standing(self, measure: Measure, border: str, *, current: bool) -> Standing:
        words = self.words
        end = measure.in_force.end
        left = ""
        if current and end is not None:
            left = words.say("days-left", days=(end - self.index.data.today).days)
        elif current:
            left = words.say("no-end")
        when = words.span(measure.in_force) if measure.in_force.start or end else ""
        if not when and measure.decided_on:
            when = words.day(measure.decided_on)
        return Standing(
            what=words.label("measures", measure.kind),
            status=words.label("statuses", str(measure.status)),
            when=when,
            where=shorten(measure.where, 25),
            left=left,
            basis=shorten(measure.basis, 25),
            countries=words.join([words.label("states", c) for c in measure.countries]),
            sources=tuple(s for r in measure.reports if (s := self.why.source(r))),
            link=self._zone(measure, border),
            anchor=f"m-{paths.slug(measure.id)}",
            lang=self.why.lang_of(measure.reports),
        )

    def _zone(self, measure: Measure, border: str) -> str:
        """The page of the zone that a measure is a term of."""
        for zone in self.index.data.zones:
            if any(term.id == measure.id for term in zone.terms):
                path = paths.border(self.words.lang, border)
                return paths.relative(path, paths.zone(self.words.lang, zone.id))
        return ""

    def _dot(self, crossing: Crossing) -> str:
        statuses = {status for status, _, _ in self.index.status(crossing)}
        return next((s for s in ("open", "restricted", "closed") if s in statuses), "untold")

    def _gate(self, crossing: Crossing) -> Gate:
        path, its = paths.border(self.words.lang, crossing.border), paths.crossing(self.words.lang, crossing.id)
        return Gate(self.words.crossing(crossing), paths.relative(path, its), self.crossings.now(crossing))
