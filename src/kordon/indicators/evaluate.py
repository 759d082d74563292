"""Evaluate every indicator for every border and week.

The evaluators, by the name that a definition gives in ``measure``:

incidents
    how often: each act once, ``times`` where a report says so; or a printed figure in ``units``, if that is more
wounded, deaths
    people hurt (or killed), killed
largest_group
    people in the largest group told of
means_rank
    the highest rank of the means that were used, by the vocabulary's scale
figures
    printed figures in ``units``, shared over the days of their spans
attempts, year_ratio
    from the fused series (:mod:`kordon.indicators.series`)
unfenced_share, watched_share
    from lengths (:mod:`kordon.indicators.lengths`)

No event reads 0 only where the definition says ``silence: zero`` and the week was covered. Events always read,
however poor the coverage, which the reading tells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from kordon.domain.coded import Figure, Incident
from kordon.domain.material import Material
from kordon.domain.reading import Baseline, Coverage, Reading, Unknown, WeekCount
from kordon.domain.report import stable_id
from kordon.domain.time import Date, Week
from kordon.geo.gazetteer import Gazetteer, Section
from kordon.indicators import lengths
from kordon.indicators.baseline import baselines
from kordon.indicators.covered import Days, spoken_days, week_coverage
from kordon.indicators.definition import Indicator, Measure, Settings, Silence, reaches
from kordon.indicators.events import by_week, events, measure, select, week_of
from kordon.indicators.series import Estimate, attempts, year_ratio
from kordon.vocabulary import Vocabulary

Readings = Mapping[tuple[str, Week], tuple[Reading, ...]]


@dataclass(frozen=True, slots=True)
class Found:
    """What an evaluator found for one border and week."""

    value: float | Unknown
    coverage: Coverage
    evidence: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()  # that support the value
    hosts: tuple[str, ...] = ()  # of support that is not a report
    unconfirmed: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None


def read_all(
    indicators: Sequence[Indicator],
    material: Material,
    series: Mapping[str, Sequence[WeekCount]],
    borders: Sequence[str],
    weeks: Sequence[Week],
    as_of: Date,
    vocabulary: Vocabulary,
    gazetteer: Gazetteer,
) -> Readings:
    """All readings, in the order of ``indicators``, by border and week.

    ``material`` is taken as it is handed over (:meth:`Material.at` is the gate for ``as_of``); a week may be
    told of by reports that came out after it. Baselines of incidents reach back before the first of ``weeks``
    by themselves; those of attempts reach as far as ``series`` does.
    """
    ordered = sorted(weeks)
    readings: dict[tuple[str, Week], list[Reading]] = {(b, w): [] for b in borders for w in weeks}
    if not ordered or not indicators:
        return dict.fromkeys(readings, ())
    desk = _Desk(material, series, borders, vocabulary, gazetteer, indicators)
    for indicator in indicators:
        for border in borders:
            for week, found, baseline in desk.read(indicator, border, ordered):
                reading = _reading(indicator, border, week, as_of, found, baseline, desk.hosts(found))
                readings[border, week].append(reading)
    return {key: tuple(found) for key, found in readings.items()}


def _reading(
    indicator: Indicator,
    border: str,
    week: Week,
    as_of: Date,
    found: Found,
    baseline: Baseline | Unknown | None,
    sources: int,
) -> Reading:
    value = found.value
    told = value.reason if isinstance(value, Unknown) else repr(value)
    share = f"{found.coverage.share:.4f}"
    key = stable_id(
        "reading", indicator.id, indicator.definition, border, week, as_of, told, share, *found.evidence
    )
    daily = indicator.measure is Measure.ATTEMPTS and not isinstance(value, Unknown)
    return Reading(
        id=key,
        indicator=indicator.id,
        border=border,
        week=week,
        as_of=as_of,
        value=value,
        unit=indicator.unit,
        coverage=found.coverage,
        low=found.low,
        high=found.high,
        per_day=value / 7 if daily and not isinstance(value, Unknown) else None,
        baseline=baseline,
        evidence=found.evidence,
        sources=sources,
        unconfirmed=found.unconfirmed,
    )


class _Desk:
    """The material sorted for evaluation; it is filled once and read for every indicator."""

    def __init__(
        self,
        material: Material,
        series: Mapping[str, Sequence[WeekCount]],
        borders: Sequence[str],
        vocabulary: Vocabulary,
        gazetteer: Gazetteer,
        indicators: Sequence[Indicator],
    ) -> None:
        self.reports = material.reports
        self.vocabulary = vocabulary
        self.linked = material.events
        self.incidents = by_week(material.incidents, borders, material.events)
        self.figures = _figures(material.figures, borders)
        self.telling = {f.id: tuple(e.report for e in f.evidence) for f in material.figures}
        self.series = {b: {c.week: c for c in series.get(b, ())} for b in borders}
        self.totals: dict[str, tuple[Section, ...]] = {b: gazetteer.sections_of(b, "total") for b in borders}
        self.spoken: dict[Settings, dict[str, Days]] = {
            s: spoken_days(material, borders, s) for s in {i.settings for i in indicators}
        }
        self.covered: dict[tuple[Settings, str, Week], Coverage] = {}

    def read(
        self, indicator: Indicator, border: str, weeks: Sequence[Week]
    ) -> Iterable[tuple[Week, Found, Baseline | Unknown | None]]:
        """Every week of ``weeks`` (in order) with what was found and, where the definition asks, its baseline."""
        evaluate = self._evaluator(indicator, border)
        found = {week: evaluate(week) for week in weeks}
        if not indicator.baseline:
            return [(week, one, None) for week, one in found.items()]
        first = weeks[0] - indicator.settings.baseline_weeks
        span = tuple(first.until(weeks[-1]))
        known: list[float | None] = []
        for week in span:
            one = found[week] if week in found else evaluate(week)
            usable = not isinstance(one.value, Unknown) and one.coverage.enough(indicator.settings.covered)
            known.append(one.value if usable and not isinstance(one.value, Unknown) else None)
        places = {week: place for place, week in enumerate(span)}
        bounds = baselines(known, [places[w] for w in found], indicator.settings)
        return [(week, one, bound) for (week, one), bound in zip(found.items(), bounds, strict=True)]

    def _evaluator(self, indicator: Indicator, border: str) -> Callable[[Week], Found]:
        match indicator.measure:
            case Measure.ATTEMPTS:
                return lambda week: self._attempts(border, week)
            case Measure.YEAR_RATIO:
                return lambda week: self._ratio(indicator, border, week)
            case Measure.UNFENCED_SHARE:
                return lambda week: _length(lengths.unfenced(self.totals[border], week))
            case Measure.WATCHED_SHARE:
                return lambda week: _length(lengths.watched(self.totals[border], week))
            case Measure.FIGURES:
                return lambda week: self._shared_figures(indicator, border, week)
            case _:
                return lambda week: self._events(indicator, border, week)

    def _attempts(self, border: str, week: Week) -> Found:
        one = attempts(self.series[border].get(week))
        return self._estimated(one)

    def _ratio(self, indicator: Indicator, border: str, week: Week) -> Found:
        one = year_ratio(self.series[border], week, indicator.window, indicator.settings.covered)
        return self._estimated(one)

    def _estimated(self, one: Estimate) -> Found:
        """Supported by those who speak for its days; where nobody does, by those who tell of longer spans."""
        reports = one.coverage.reports or tuple(r for f in one.figures for r in self.telling.get(f, ()))
        return Found(one.value, one.coverage, one.figures, reports, low=one.low, high=one.high)

    def _shared_figures(self, indicator: Indicator, border: str, week: Week) -> Found:
        """Of figures that overlap, the shortest span speaks for a day; a day that none tells of is not guessed."""
        days: dict[Date, tuple[float, Figure]] = {}
        unconfirmed: list[str] = []
        longest = indicator.settings.longest_span
        wanted = {d for back in range(indicator.window) for d in (week - back).days()}
        for figure in self.figures.get(border, ()):
            if figure.unit not in indicator.counts.units or (figure.span.length or longest + 1) > longest:
                continue
            if not (touched := wanted & set(figure.span.days())):
                continue
            if not reaches(self._grade(figure), indicator.min_grade):
                unconfirmed.append(figure.id)
                continue
            for day in touched:
                if day not in days:
                    days[day] = (figure.quantity.best / (figure.span.length or 1), figure)
        used = {f.id: f for _, f in days.values()}
        reports = tuple(dict.fromkeys(e.report for f in used.values() for e in f.evidence))
        coverage = Coverage(len(days) / len(wanted), reports)
        value: float | Unknown = Unknown("poor-coverage" if days else "no-source-for-factor")
        if coverage.enough(indicator.settings.covered):
            value = float(sum(rate for rate, _ in days.values()))
        return Found(value, coverage, tuple(sorted(used)), reports, unconfirmed=tuple(unconfirmed))

    def _events(self, indicator: Indicator, border: str, week: Week) -> Found:
        told = [i for back in range(indicator.window) for i in self.incidents.get((border, week - back), ())]
        chosen = select(told, indicator, self.reports, self.vocabulary)
        acts = events(chosen.counted, self.vocabulary, self.linked)
        value, support = measure(indicator.measure, acts, self.vocabulary)
        evidence = tuple(i for act in support for i in act.incidents)
        reports = tuple(dict.fromkeys(r for act in support for r in act.reports))
        unconfirmed = tuple(i.id for i in chosen.unconfirmed)
        coverage = self._coverage(indicator, border, week)
        if indicator.measure is Measure.INCIDENTS and indicator.counts.units:
            printed, unsure = self._printed(indicator, border, week)
            unconfirmed += unsure
            total = float(sum(f.quantity.best for f in printed))
            if total > value or (printed and not acts):
                value, evidence = total, tuple(f.id for f in printed)
                reports = tuple(dict.fromkeys(e.report for f in printed for e in f.evidence))
                return Found(value, coverage, evidence, reports, unconfirmed=unconfirmed)
        if acts:
            # An act whose people, hurt or means are not told supports a zero, which is then what the reports say.
            if not support:
                evidence = tuple(i for act in acts for i in act.incidents)
                reports = tuple(dict.fromkeys(r for act in acts for r in act.reports))
            return Found(value, coverage, evidence, reports, unconfirmed=unconfirmed)
        nothing: float | Unknown = 0.0
        if indicator.silence is Silence.UNKNOWN:
            nothing = Unknown("no-source-for-factor")
        elif not coverage.enough(indicator.settings.covered):
            nothing = Unknown("poor-coverage")
        return Found(nothing, coverage, (), coverage.reports, unconfirmed=unconfirmed)

    def _printed(self, indicator: Indicator, border: str, week: Week) -> tuple[list[Figure], tuple[str, ...]]:
        """Figures in the indicator's units that fall in the window; of one span only the largest."""
        inside: dict[tuple[Date | None, Date | None], Figure] = {}
        unsure: list[str] = []
        for figure in self.figures.get(border, ()):
            if figure.unit not in indicator.counts.units:
                continue
            own = week_of(figure.span)
            if own is None or not week - (indicator.window - 1) <= own <= week:
                continue
            if not reaches(self._grade(figure), indicator.min_grade):
                unsure.append(figure.id)
                continue
            span = (figure.span.start, figure.span.end)
            if span not in inside or inside[span].quantity.best < figure.quantity.best:
                inside[span] = figure
        apart: list[Figure] = []  # a figure whose days lie in those of another is part of it
        for figure in sorted(inside.values(), key=lambda f: (-(f.span.length or 0), f.id)):
            if not any(_overlap(figure, other) for other in apart):
                apart.append(figure)
        return apart, tuple(unsure)

    def _coverage(self, indicator: Indicator, border: str, week: Week) -> Coverage:
        parts = [self._week(indicator.settings, border, week - back) for back in range(indicator.window)]
        if len(parts) == 1:
            return parts[0]
        reports = tuple(dict.fromkeys(r for p in parts for r in p.reports))
        return Coverage(sum(p.share for p in parts) / len(parts), reports)

    def _week(self, settings: Settings, border: str, week: Week) -> Coverage:
        key = (settings, border, week)
        if key not in self.covered:
            self.covered[key] = week_coverage(self.spoken[settings][border], week)
        return self.covered[key]

    def _grade(self, item: Figure | Incident) -> str:
        report = self.reports.get(item.evidence[0].report)
        return item.grade or (report.grade if report is not None else "")

    def hosts(self, found: Found) -> int:
        """How many outlets support a reading; a report whose outlet is not known is one of its own."""
        named = {self.reports[r].source or r if r in self.reports else r for r in found.reports}
        return len({h.lower().removeprefix("www.") for h in (*named, *found.hosts)})


def _overlap(one: Figure, other: Figure) -> bool:
    start, end = other.span.start, other.span.end
    return start is not None and end is not None and one.span.overlap(start, end) > 0


def _figures(figures: Iterable[Figure], borders: Sequence[str]) -> dict[str, list[Figure]]:
    """Figures that count, of exactly one border, the shortest span first."""
    found: dict[str, list[Figure]] = {b: [] for b in borders}
    for figure in sorted(figures, key=lambda f: (f.span.length or 0, f.id)):
        if figure.modality.counts and len(figure.place.borders) == 1 and figure.place.borders[0] in found:
            found[figure.place.borders[0]].append(figure)
    return found


def _length(share: lengths.Share | Unknown) -> Found:
    """A length holds until another is published, so that nobody need speak for it in the week."""
    if isinstance(share, Unknown):
        return Found(share, Coverage(0.0))
    hosts = tuple(dict.fromkeys(urlsplit(a).hostname or a for a in share.addresses))
    return Found(share.percent, Coverage(1.0), share.sections, hosts=hosts)
