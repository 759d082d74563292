"""The data of the site arranged by border and week, once for all pages and languages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from kordon.domain.assessment import Level
from kordon.domain.coded import Figure, FigureForm, Incident, Status
from kordon.domain.measure import Crossing, CrossingStatus, Measure
from kordon.domain.reading import Baseline, Reading, WeekCount
from kordon.domain.time import Date, Week
from kordon.measures.ledger import standing_on
from kordon.measures.status import covers, status_on
from kordon.site import printing
from kordon.site.charts import Frame, Mark, Plot, Usual, ceiling_of
from kordon.site.model import SiteData
from kordon.site.records import Records

RECENT = 26  # weeks on the small charts
PLOT_TOP, PLOT = 16.0, 104.0  # room above a chart, and its height
LONGEST_MARK = 31  # days; what was printed for longer steers the estimate but would lie across everything
STANDING = (Status.DECIDED, Status.IN_FORCE, Status.EXTENDED)
GRAVE_MEANS = 4  # rank of the vocabulary from which an incident is a rule on the chart: blades, firearms


class Index:
    """Lookups over one :class:`SiteData`."""

    def __init__(self, data: SiteData) -> None:
        self.data = data
        self.front = data.front()
        self.records = Records(data)
        self._drawings: dict[Any, str] = {}
        self._plots: dict[tuple[str, Week], Plot] = {}
        self.place = {week: i for i, week in enumerate(data.weeks)}
        self.counts: Mapping[tuple[str, Week], WeekCount] = {
            (border, c.week): c for border, series in data.series.items() for c in series
        }

    @cached_property
    def printed(self) -> tuple[Week, ...]:
        """The weeks whose issue is released, which are printed where typst is installed."""
        return tuple(w for w in self.data.weeks if w in self.data.issues) if printing.available() else ()

    @cached_property
    def carded(self) -> tuple[Week, ...]:
        """The weeks that get a card: the front week and those with a released issue."""
        weeks = {*self.printed, *([self.front] if self.front and printing.available() else [])}
        return tuple(sorted(weeks))

    @cached_property
    def newest(self) -> Week | None:
        """The newest week in which any border is assessed."""
        return next(
            (w for w in reversed(self.data.weeks) if any(self.level(b, w).assessed for b in self.data.borders)),
            None,
        )

    def drawn(self, key: Any, draw: Callable[[], str]) -> str:
        """A drawing without words, made once for all languages."""
        if key not in self._drawings:
            self._drawings[key] = draw()
        return self._drawings[key]

    def plot(self, border: str, week: Week) -> Plot:
        """The half year up to a week."""
        if (border, week) not in self._plots:
            first = (week - (RECENT - 1)).monday
            frame = Frame(first, week.sunday, PLOT_TOP, PLOT_TOP + PLOT, 1.0)
            counts = tuple(c for c in self.data.series.get(border, ()) if c.week <= week)
            usual = tuple(u for u in self.usual.get(border, ()) if u.week <= week)
            plot = Plot(frame, counts, usual, self.marks.get(border, ()), now=week).within()
            top = ceiling_of(plot.counts, plot.usual, plot.marks)
            self._plots[border, week] = replace(plot, frame=replace(frame, ceiling=top))
        return self._plots[border, week]

    def level(self, border: str, week: Week) -> Level:
        found = self.data.assessments.get((border, week))
        return Level.NOT_ASSESSED if found is None else found.level

    def before(self, week: Week) -> Week | None:
        i = self.place[week]
        return self.data.weeks[i - 1] if i else None

    def after(self, week: Week) -> Week | None:
        i = self.place[week] + 1
        return self.data.weeks[i] if i < len(self.data.weeks) else None

    @cached_property
    def years(self) -> Mapping[int, tuple[Week, ...]]:
        """Newest year first, its weeks oldest first."""
        years: dict[int, list[Week]] = defaultdict(list)
        for week in self.data.weeks:
            years[week.year].append(week)
        return {year: tuple(years[year]) for year in sorted(years, reverse=True)}

    @cached_property
    def areas(self) -> Mapping[Week, tuple[str, ...]]:
        """The areas that some language has a commentary of, in the order of the vocabulary."""
        found: dict[Week, set[str]] = defaultdict(set)
        for area, week, _ in self.data.drafts:
            found[week].add(area)
        for week, issue in self.data.issues.items():
            found[week].update(commentary.area for commentary in issue.commentaries)
        order = list(self.data.vocabulary["areas"])
        shown = set(self.data.weeks)
        return {
            week: (*(a for a in order if a in areas), *sorted(areas.difference(order)))
            for week, areas in found.items()
            if week in shown
        }

    @cached_property
    def count_readings(self) -> Mapping[tuple[str, Week], Reading]:
        """The reading that sets a week's attempts against what is usual: the first that has a baseline."""
        units = self.data.vocabulary["units"]
        found: dict[tuple[str, Week], Reading] = {}
        for reading in sorted(self.data.readings.values(), key=lambda r: (r.indicator, r.id)):
            counts = reading.unit in units and units[reading.unit].get("attempt")
            if counts and isinstance(reading.baseline, Baseline):
                found.setdefault((reading.border, reading.week), reading)
        return found

    @cached_property
    def usual(self) -> Mapping[str, tuple[Usual, ...]]:
        bands: dict[str, list[Usual]] = defaultdict(list)
        for (border, week), reading in sorted(self.count_readings.items()):
            assert isinstance(reading.baseline, Baseline)
            bands[border].append(Usual(week, reading.baseline.expected, reading.baseline.q90))
        return {border: tuple(found) for border, found in bands.items()}

    @cached_property
    def marks(self) -> Mapping[str, tuple[Mark, ...]]:
        """Printed figures of attempts on one border as weekly rates."""
        marks: dict[str, list[Mark]] = defaultdict(list)
        for figure in sorted(self.data.figures.values(), key=lambda f: (str(f.span.start), f.id)):
            mark = self._mark(figure)
            if mark is not None and (mark.last - mark.first).days < LONGEST_MARK:
                marks[figure.place.borders[0]].append(mark)
        return {border: tuple(found) for border, found in marks.items()}

    def _mark(self, figure: Figure) -> Mark | None:
        units = self.data.vocabulary["units"]
        first, last = figure.span.start, figure.span.end
        if len(figure.place.borders) != 1 or first is None or last is None or not figure.modality.counts:
            return None
        if figure.unit not in units or not units[figure.unit].get("attempt"):
            return None
        if figure.form is FigureForm.RATE:
            times = {"day": 7.0, "week": 1.0, "month": 7 / 30.4}.get(figure.per or "")
            if times is None:
                return None
        else:
            times = 7 / ((last - first).days + 1)
        q = figure.quantity
        return Mark(first, last, q.best * times, q.low * times, None if q.high is None else q.high * times)

    def measures_of(self, border: str) -> tuple[Measure, ...]:
        """Newest first: measures that bear on a border, by itself or in a group."""
        found = [m for m in self.data.measures if border in self._borders(m)]
        return tuple(
            sorted(found, key=lambda m: (str(m.in_force.start or m.decided_on or ""), m.id), reverse=True)
        )

    def _borders(self, measure: Measure) -> Iterable[str]:
        return (*measure.place.borders, *self.data.vocabulary.borders_of(measure.place.group))

    def in_force(self, border: str) -> tuple[Measure, ...]:
        standing = standing_on(self.data.measures, border, self.data.today)
        return tuple(m for m in self.measures_of(border) if m in standing and m.status in STANDING)

    def starts(self, border: str) -> tuple[tuple[Date, Measure], ...]:
        """Days on which measures took force, oldest first."""
        found = [
            (m.in_force.start, m)
            for m in self.measures_of(border)
            if m.status in STANDING and m.in_force.start is not None and m.in_force.start <= self.data.today
        ]
        return tuple(sorted(found, key=lambda pair: (pair[0], pair[1].id)))

    def grave(self, border: str) -> tuple[tuple[Date, Incident], ...]:
        """Incidents that stand as rules on the chart: they fired a trigger, killed, or had blades or arms."""
        fired = {
            i
            for (b, _), a in self.data.assessments.items()
            if b == border
            for t in a.triggers
            for i in t.incidents
        }
        ranks = {term.id: term.get("rank") for term in self.data.vocabulary["means"].values()}
        found = []
        for incident in self.data.incidents.values():
            day = incident.occurred.start
            if day is None or incident.place.borders != (border,) or not incident.modality.counts:
                continue
            armed = any(ranks.get(m, 0) >= GRAVE_MEANS for m in incident.means)
            killed = incident.killed is not None and incident.killed.best > 0
            if incident.id in fired or killed or armed:
                found.append((day, incident))
        return tuple(sorted(found, key=lambda pair: (pair[0], pair[1].id)))

    @cached_property
    def _statuses(self) -> Mapping[str, tuple[CrossingStatus, ...]]:
        found: dict[str, list[CrossingStatus]] = defaultdict(list)
        for status in self.data.statuses:
            found[status.crossing].append(status)
        return {k: tuple(sorted(v, key=lambda s: (str(s.span.start or ""), s.id))) for k, v in found.items()}

    def status(self, crossing: Crossing) -> tuple[tuple[str, tuple[str, ...], CrossingStatus], ...]:
        """What a crossing is on the last day: status, classes of traffic, and the row that tells it.

        Classes for which nothing can be told are left out; nothing at all where that is so for every class.
        """
        day, rows = self.data.today, self._statuses.get(crossing.id, ())
        told: dict[tuple[str, str], list[str]] = defaultdict(list)
        found: dict[str, CrossingStatus] = {}
        for traffic, status in status_on(crossing, rows, day).items():
            row = next((r for r in reversed(rows) if _tells(r, traffic, day)), None)
            if isinstance(status, str) and row is not None:
                told[status, row.id].append(traffic)
                found[row.id] = row
        return tuple((status, tuple(classes), found[row]) for (status, row), classes in told.items())

    def told_of(self, crossing: Crossing) -> tuple[CrossingStatus, ...]:
        """Every row on a crossing, oldest first; rows whose start is not told come before all others."""
        return self._statuses.get(crossing.id, ())

    @cached_property
    def crossings(self) -> tuple[Crossing, ...]:
        """The crossings that have a page: those of the borders that have one."""
        return tuple(c for border in self.data.borders for c in self.crossings_of(border))

    def crossings_of(self, border: str) -> tuple[Crossing, ...]:
        return tuple(sorted((c for c in self.data.crossings if c.border == border), key=lambda c: c.id))


def _tells(row: CrossingStatus, traffic: str, day: Date) -> bool:
    begun = row.span.start is not None and row.span.start <= day
    return begun and covers(row.traffic, traffic) and (row.span.end is None or row.span.end >= day)
