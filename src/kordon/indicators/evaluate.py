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

from kordon.domain.coded import Figure
from kordon.domain.material import Material
from kordon.domain.reading import Alarm, Baseline, Coverage, Reading, Unknown, WeekCount
from kordon.domain.report import stable_id
from kordon.domain.time import Date, Week
from kordon.geo.gazetteer import Gazetteer, Section
from kordon.indicators import alarms, lengths
from kordon.indicators.baseline import baselines
from kordon.indicators.covered import Days, spoken_days, week_coverage
from kordon.indicators.definition import Indicator, Measure, Settings, Silence, reaches
from kordon.indicators.events import acts_of, by_week, events, grade_of, measure, select
from kordon.indicators.figures import figures_of, printed_figures
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
    told of by reports that came out after it. Baselines and alarms of incidents reach back before the first of
    ``weeks`` by themselves; those of attempts reach as far as ``series`` does.
    """
    ordered = sorted(weeks)
    readings: dict[tuple[str, Week], list[Reading]] = {(b, w): [] for b in borders for w in weeks}
    if not ordered or not indicators:
        return dict.fromkeys(readings, ())
    desk = _Desk(material, series, borders, vocabulary, gazetteer, indicators)
    for indicator in indicators:
        for border in borders:
            for week, found, baseline, alarm in desk.read(indicator, border, ordered):
                reading = _reading(indicator, border, week, as_of, found, baseline, alarm, desk.hosts(found))
                readings[border, week].append(reading)
    return {key: tuple(found) for key, found in readings.items()}


def _reading(
    indicator: Indicator,
    border: str,
    week: Week,
    as_of: Date,
    found: Found,
    baseline: Baseline | Unknown | None,
    alarm: Alarm | Unknown | None,
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
        alarm=alarm,
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
        self.incidents = by_week(material.incidents, borders, material.events)
        gates = {i.min_grade for i in indicators if i.measure.of_incidents}
        self.acts = {g: acts_of(self.incidents, g, self.reports, material.events) for g in gates}
        self.figures = figures_of(material.figures, borders)
        self.telling = {f.id: tuple(e.report for e in f.evidence) for f in material.figures}
        self.series = {b: {c.week: c for c in series.get(b, ())} for b in borders}
        self.totals: dict[str, tuple[Section, ...]] = {b: gazetteer.sections_of(b, "total") for b in borders}
        self.spoken: dict[Settings, dict[str, Days]] = {
            s: spoken_days(material, borders, s) for s in {i.settings for i in indicators}
        }
        self.covered: dict[tuple[Settings, str, Week], Coverage] = {}

    def read(
        self, indicator: Indicator, border: str, weeks: Sequence[Week]
    ) -> Iterable[tuple[Week, Found, Baseline | Unknown | None, Alarm | Unknown | None]]:
        """Every week of ``weeks`` (in order) with what was found and, where the definition asks, its baseline and
        whether it is an alarm."""
        evaluate = self._evaluator(indicator, border)
        found = {week: evaluate(week) for week in weeks}
        if not indicator.baseline and indicator.alarm is None:
            return [(week, one, None, None) for week, one in found.items()]
        back = indicator.alarm.history if indicator.alarm else 0
        first = weeks[0] - max(back, indicator.settings.baseline_weeks)
        span = tuple(first.until(weeks[-1]))
        known: list[float | None] = []
        for week in span:
            one = found[week] if week in found else evaluate(week)
            usable = not isinstance(one.value, Unknown) and one.coverage.enough(indicator.settings.covered)
            known.append(one.value if usable and not isinstance(one.value, Unknown) else None)
        places = {week: place for place, week in enumerate(span)}
        targets = [places[w] for w in found]
        bounds: Sequence[Baseline | Unknown | None] = [None] * len(targets)
        raised: Sequence[Alarm | Unknown | None] = [None] * len(targets)
        if indicator.baseline:
            bounds = baselines(known, targets, indicator.settings)
        if indicator.alarm is not None:
            raised = alarms.of_series(known, targets, indicator.alarm, first.monday)
        return list(zip(found, found.values(), bounds, raised, strict=True))

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
            if not reaches(grade_of(figure, self.reports), indicator.min_grade):
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
        acts = events(chosen.counted, self.vocabulary, settled=self.acts[indicator.min_grade])
        value, support = measure(indicator.measure, acts, self.vocabulary)
        evidence = tuple(i for act in support for i in act.incidents)
        reports = tuple(dict.fromkeys(r for act in support for r in act.reports))
        unconfirmed = tuple(i.id for i in chosen.unconfirmed)
        coverage = self._coverage(indicator, border, week)
        if indicator.measure is Measure.INCIDENTS and indicator.counts.units:
            printed, unsure = printed_figures(self.figures.get(border, ()), indicator, week, self.reports)
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

    def _coverage(self, indicator: Indicator, border: str, week: Week) -> Coverage:
        parts = [self._week(indicator.settings, border, week - back) for back in range(indicator.window)]
        if len(parts) == 1:
            return parts[0]
        reports = tuple(dict.fromkeys(r for p in parts for r in p.reports))
        days = sum(round(7 * p.share) for p in parts)  # whole days, so that a half is exactly a half
        return Coverage(days / (7 * len(parts)), reports)

    def _week(self, settings: Settings, border: str, week: Week) -> Coverage:
        key = (settings, border, week)
        if key not in self.covered:
            self.covered[key] = week_coverage(self.spoken[settings][border], week)
        return self.covered[key]

    def hosts(self, found: Found) -> int:
        """How many outlets support a reading; a report whose outlet is not known is one of its own."""
        named = {self.reports[r].source or r if r in self.reports else r for r in found.reports}
        return len({h.lower().removeprefix("www.") for h in (*named, *found.hosts)})


def _length(share: lengths.Share | Unknown) -> Found:
    """A length holds until another is published, so that nobody need speak for it in the week."""
    if isinstance(share, Unknown):
        return Found(share, Coverage(0.0))
    hosts = tuple(dict.fromkeys(urlsplit(a).hostname or a for a in share.addresses))
    return Found(share.percent, Coverage(1.0), share.sections, hosts=hosts)
