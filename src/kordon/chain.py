"""The whole chain in one place: what a value passes through, from a report to a draft.

Nothing is calculated here. Each function hands the values of one link to the next, for every face alike::

    code      Report      -> Coded                      (coding)
    assess    Material    -> readings, levels, proposals (counts, indicators, criteria, measures)
    write     Assessed    -> drafts                     (commentary)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kordon.domain.assessment import Assessment
from kordon.domain.coded import Coded, Signal
from kordon.domain.commentary import Draft
from kordon.domain.errors import InputError
from kordon.domain.event import Decision
from kordon.domain.material import Material
from kordon.domain.measure import Crossing, CrossingStatus, Proposal
from kordon.domain.reading import Reading, WeekCount
from kordon.domain.report import PublishedBasis, Report, ReportKind
from kordon.domain.time import ONE_DAY, Date, Week
from kordon.vocabulary import LANGUAGES, Vocabulary, load

if TYPE_CHECKING:
    from kordon.coding import Coder
    from kordon.commentary.check import Mismatch
    from kordon.commentary.phrases import Phrases
    from kordon.counts import Contradiction
    from kordon.criteria import Criteria
    from kordon.criteria.judgements import Judgement
    from kordon.geo.gazetteer import Gazetteer
    from kordon.geo.lines import BorderLine
    from kordon.indicators import Indicator
    from kordon.indicators.severity import Scale
    from kordon.intake.sources import Sources
    from kordon.measures import Ladder

Key = tuple[str, Week]  # border and week
Progress = Callable[[str, int, int], None]  # what is being done, done, of


def silent(what: str, done: int, of: int) -> None:
    """Progress that nobody watches."""


class Setup:
    """Everything that is data, each loaded when it is first needed: what ships, and a deployment's own folders."""

    def __init__(self, *folders: Path) -> None:
        self.folders = folders
        self.complaints: list[InputError] = []  # about documents that were left out

    @cached_property
    def vocabulary(self) -> Vocabulary:
        return load(*self.folders)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        from kordon.geo.gazetteer import load_gazetteer

        return load_gazetteer(*self.folders)

    @cached_property
    def lines(self) -> Mapping[str, BorderLine]:
        from kordon.geo.lines import load_lines

        return load_lines(*self.folders)

    @cached_property
    def sources(self) -> Sources:
        from kordon.intake.sources import check_sources, load_sources

        sources = load_sources(*self.folders)
        check_sources(sources, self.vocabulary)
        return sources

    @cached_property
    def coder(self) -> Coder:
        from kordon.coding import load_coder

        return load_coder(self.vocabulary, self.gazetteer, *self.folders)

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        from kordon.indicators import load_indicators

        return load_indicators(self.vocabulary, *self.folders)

    @cached_property
    def criteria(self) -> tuple[Criteria, ...]:
        """The valid criteria. A folder whose documents are not is left out and named in ``complaints``: a border
        without criteria is not assessed, and the other borders need not wait for it."""
        from kordon.criteria import load_criteria

        found = load_criteria(self.vocabulary, self.indicators)
        sound: list[Path] = []
        for folder in self.folders:
            try:
                found = load_criteria(self.vocabulary, self.indicators, *sound, folder)
                sound.append(folder)
            except InputError as error:
                self.complaints.append(error)
        return found

    @cached_property
    def scale(self) -> Scale:
        from kordon.indicators.severity import load_scale

        return load_scale(self.vocabulary, *self.folders)

    @cached_property
    def ladder(self) -> Ladder:
        from kordon.measures import load_ladder

        return load_ladder(self.vocabulary, *self.folders)

    @cached_property
    def phrases(self) -> Phrases:
        from kordon.commentary.phrases import load_phrases

        labels = {i.id: {lang: {"nom": i.label(lang)} for lang in LANGUAGES} for i in self.indicators}
        return load_phrases(self.vocabulary, *self.folders, indicators=labels)

    @cached_property
    def names(self) -> Mapping[str, Mapping[str, str]]:
        """The names of places and crossings by id and language; a name that a language lacks stays out."""
        from kordon.geo.gazetteer import FormKind

        names: dict[str, Mapping[str, str]] = {}
        for place in self.gazetteer.places.values():
            names[place.id] = {form.lang: form.text for form in place.forms if form.kind is FormKind.BASE}
        for crossing in self.gazetteer.crossings.values():
            names[crossing.id] = dict(crossing.crossing.names)
        return names


@dataclass(frozen=True, slots=True)
class Assessed:
    """What one run of the chain knows about its weeks.

    ``cut`` is the day up to which material was let in, ``None`` for all of it; ``as_of`` the day that results
    carry: that day, or else the newest day of publication in the material.
    """

    cut: Date | None
    as_of: Date
    weeks: tuple[Week, ...]
    borders: tuple[str, ...]
    series: Mapping[str, tuple[WeekCount, ...]]
    readings: Mapping[Key, tuple[Reading, ...]]
    assessments: Mapping[Key, Assessment]
    proposals: Mapping[Key, Proposal]
    contradictions: tuple[Contradiction, ...] = ()  # figures that cannot all be true, each named with its place
    # (n, weeks) joint draws of the counts by border, for whoever asks how sure a level is
    draws: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def newest(self, borders: int = 2) -> Week | None:
        """The newest week in which at least this many borders are assessed."""
        for week in reversed(self.weeks):
            if sum(self.assessments[b, week].level.assessed for b in self.borders) >= borders:
                return week
        return None

    def table(self, week: Week) -> tuple[Assessment, ...]:
        """The assessments of one week, in the order of the borders."""
        return tuple(self.assessments[border, week] for border in self.borders)


def code(setup: Setup, report: Report) -> Coded:
    """Code one report, after telling its language and outlet where it did not say them itself.

    A commentary is not out before its week has ended: a day in the name of its file that lies in the week names
    the week, so the day after it is assumed.
    """
    from kordon.coding.language import detect

    if report.lang == "und":
        report = replace(report, lang=detect(report.text))
    report = setup.sources.known(report)
    if not report.grade:  # an outlet that nobody described: the grade that the sources name for that
        report = replace(report, grade=setup.sources.grade(report.source).grade)
    coded = setup.coder.code(report)
    if coded.header is None:
        return coded
    end, day = coded.header.week.end, report.published_at
    dated: dict[str, Any] = {"kind": ReportKind.COMMENTARY}
    if end is not None and (day is None or (report.published_basis is PublishedBasis.ADDRESS and day <= end)):
        dated |= {"published_at": end + ONE_DAY, "published_basis": PublishedBasis.ASSUMED}
    return replace(coded, report=replace(report, **dated))


def linked(
    setup: Setup, material: Material, reports: Mapping[str, Report], decisions: Sequence[Decision]
) -> Material:
    """The material with the event of each incident, by the linking of reports and by what people decided and
    validated, and with the words of the incidents whose words the criteria look at."""
    from kordon.coding.linking import events_of, load_linking, validated
    from kordon.criteria.triggers import paragraphs

    rules = load_linking(setup.vocabulary, *setup.folders)
    events = events_of(material.incidents, decisions, reports, rules, setup.gazetteer)
    texts = {key: report.text for key, report in reports.items()}
    told = paragraphs(setup.criteria, material.incidents, texts)
    return replace(material, events=events, told=told, validated=validated(events, decisions))


def weeks_told(material: Material, longest: int = 31) -> tuple[Week, ...]:
    """Every week from the first to the last that something with a date speaks of.

    Counted are incidents, and figures of at most ``longest`` days: a total of a year says nothing of its weeks.
    """
    spans = [i.occurred for i in material.incidents if i.modality.counts]
    spans += [f.span for f in material.figures if f.modality.counts]
    told = [span for span in spans if span.length is not None and span.length <= longest]
    days = [day for span in told for day in (span.start, span.end) if day is not None]
    return tuple(Week.of(min(days)).until(Week.of(max(days)))) if days else ()


def assess(
    setup: Setup,
    material: Material,
    weeks: Sequence[Week],
    crossings: Iterable[Crossing] = (),
    statuses: Iterable[CrossingStatus] = (),
    progress: Progress = silent,
    judgements: Sequence[Judgement] = (),
) -> Assessed:
    """From material to proposals, for every assessed border and each of ``weeks`` (consecutive, oldest first).

    ``material`` is taken as it is handed over: cut it with :meth:`Material.at` to see no more than was known on a
    day. Where it is not cut, the result is marked with the newest day of publication in it. ``judgements`` are
    those that offices have given, as known on that day.
    """
    from kordon.counts import check, posterior
    from kordon.criteria import assess_all
    from kordon.indicators import read_all
    from kordon.measures import propose

    borders = setup.vocabulary.assessed_borders
    as_of = material.as_of or material.newest or weeks[-1].sunday
    steps = ("fusing counts", "reading indicators", "assessing", "proposing")
    progress(steps[0], 0, len(steps))
    checked = check(material.figures, material.reports, setup.vocabulary)
    fused = posterior(
        checked.figures,
        borders,
        weeks[0],
        weeks[-1],
        setup.vocabulary,
        groups=True,
        publishers={key: report.source for key, report in material.reports.items()},
    )
    series = {border: fused.series(border) for border in borders}
    draws = {border: fused.draws(border) for border in borders}
    progress(steps[1], 1, len(steps))
    readings = read_all(
        setup.indicators, material, series, borders, weeks, as_of, setup.vocabulary, setup.gazetteer
    )
    progress(steps[2], 2, len(steps))
    assessments = assess_all(
        setup.criteria, readings, series, material, borders, weeks, as_of, setup.vocabulary,
        scale=setup.scale, draws=draws, judgements=judgements, indicators=setup.indicators,
    )  # fmt: skip
    progress(steps[3], 3, len(steps))
    crossings, statuses = tuple(crossings), tuple(statuses)
    proposals = {
        key: propose(setup.ladder, assessment, material, crossings, statuses)
        for key, assessment in assessments.items()
    }
    progress(steps[3], 4, len(steps))
    return Assessed(
        material.as_of,
        as_of,
        tuple(weeks),
        borders,
        series,
        readings,
        assessments,
        proposals,
        checked.contradictions,
        draws,
    )


def write(
    setup: Setup,
    material: Material,
    assessed: Assessed,
    signals: Iterable[Signal] = (),
    crossings: Iterable[Crossing] = (),
    statuses: Iterable[CrossingStatus] = (),
    progress: Progress = silent,
) -> Iterator[tuple[Draft, tuple[Mismatch, ...]]]:
    """The drafts of every week, area and language, each with what is wrong in its numbers: nothing, or it is not
    fit to be published."""
    from kordon.commentary.check import check
    from kordon.commentary.context import DraftContext
    from kordon.commentary.draft import AREAS, draft
    from kordon.commentary.facts import lookup

    context = DraftContext(
        as_of=assessed.as_of,
        vocabulary=setup.vocabulary,
        phrases=setup.phrases,
        material=material,
        assessments=assessed.assessments,
        series=assessed.series,
        readings={reading.id: reading for found in assessed.readings.values() for reading in found},
        proposals=assessed.proposals,
        signals=tuple(signals),
        crossings=tuple(crossings),
        statuses=tuple(statuses),
        names=setup.names,
    )
    ask = lookup(context)
    for number, week in enumerate(assessed.weeks):
        progress("writing", number, len(assessed.weeks))
        for area in AREAS:
            for lang in LANGUAGES:
                written = draft(area, week, lang, context)
                yield written, check(written, ask, setup.phrases)
    progress("writing", len(assessed.weeks), len(assessed.weeks))
