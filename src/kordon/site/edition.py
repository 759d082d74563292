"""The pages of one language: for each its path, its template and what the template shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from kordon.criteria.page import describe
from kordon.domain.assessment import RANKED, Level
from kordon.domain.commentary import Draft, Sentence
from kordon.domain.measure import Crossing, Measure, Proposal
from kordon.domain.time import Date, Week
from kordon.site import charts, paths
from kordon.site.chartmap import BorderMap
from kordon.site.index import PLOT, Index
from kordon.site.parts import Figured, Parts
from kordon.site.safe import line, shorten
from kordon.site.why import Source, Why
from kordon.site.words import Words

RULES_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Page:
    """One page to be written. ``nav`` is the entry of the menu that it belongs to."""

    path: str
    template: str
    nav: str
    title: str
    context: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph and, sentence by sentence, what it rests on: the opening words and the evidence."""

    text: str
    rests: tuple[tuple[str, Markup], ...]


@dataclass(frozen=True, slots=True)
class Story:
    """One commentary. ``written`` is false where this language has none, and ``others`` has it."""

    area: str
    label: str
    link: str
    written: bool
    trend: str
    trend_word: str
    headline: Passage
    lede: Passage
    body: tuple[Passage, ...]
    bullets: tuple[Passage, ...]
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """A measure for a reader."""

    what: str
    status: str
    when: str
    where: str
    left: str
    basis: str
    countries: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Gate:
    """A crossing now: for each status its id and word, the traffic, since when, what is limited, the source."""

    name: str
    statuses: tuple[tuple[str, str, str, str, str, Source | None], ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the range put before a government."""

    rung: str
    what: str
    facts: tuple[str, ...]
    evidence: Markup


_EMPTY = Passage("", ())


class Edition:
    """Everything in one language, made page by page so that memory stays small."""

    def __init__(self, index: Index, lang: str, environment: Environment, atlas: BorderMap | None) -> None:
        self.index = index
        self.lang = lang
        self.words = Words(lang, index.data.phrases, index.data.vocabulary)
        self.why = Why(index.data, self.words, environment)
        self.parts = Parts(index, self.words, atlas)
        self._steps: dict[str, tuple[Step, ...]] = {}

    def names(self) -> list[str]:
        """The path of every page, without making any."""
        data, lang = self.index.data, self.lang
        names = [
            paths.home(lang),
            paths.archive(lang),
            paths.borders(lang),
            paths.criteria(lang),
            paths.about(lang),
        ]
        names += [paths.border(lang, b) for b in data.borders]
        names += [paths.year(lang, y) for y in self.index.years]
        for week in data.weeks:
            names.append(paths.week(lang, week))
            names += [paths.area(lang, week, a) for a in self.index.areas.get(week, ())]
        return names

    def pages(self) -> Iterator[Page]:
        yield self._home()
        yield self._archive()
        for year, weeks in self.index.years.items():
            yield self._year(year, weeks)
        yield self._borders()
        for border in self.index.data.borders:
            yield self._border(border)
        yield self._criteria()
        yield Page(paths.about(self.lang), "about.html", "about", self.words.say("nav-about"), {})
        for week in self.index.data.weeks:
            yield self._week(week)
            for area in self.index.areas.get(week, ()):
                yield self._area(week, area)

    # -- the week

    def _home(self) -> Page:
        front = self.index.front
        path = paths.home(self.lang)
        if front is None:
            return Page(path, "empty.html", "home", self.words.say("nav-week"), {})
        later = [w for w in self.index.data.weeks if w > front]
        context = self._glance(front, path) | {
            "later": self.words.say("later", week=self.words.week(later[-1]), count=len(later)) if later else "",
            "full": self._stories(front, path)[:1],
        }
        return Page(path, "week.html", "home", self.words.week(front), context)

    def _week(self, week: Week) -> Page:
        path = paths.week(self.lang, week)
        context = self._glance(week, path) | {"later": "", "full": ()}
        return Page(path, "week.html", "archive", self.words.week(week), context)

    def _glance(self, week: Week, path: str) -> dict[str, Any]:
        data = self.index.data
        return {
            "week": week,
            "when": self.words.week(week),
            "plates": [self.parts.plate(b, week) for b in data.borders],
            "map": self.parts.map(week),
            "stories": self._stories(week, path),
            "sections": [self._section(b, week) for b in data.borders],
            "pager": self._pager(week, path, None),
            "known": self._known(week),
        }

    def _known(self, week: Week) -> str:
        days = {a.as_of for b in self.index.data.borders if (a := self.index.data.assessments.get((b, week)))}
        return self.words.say("as-known", day=self.words.day(max(days))) if days else ""

    def _pager(self, week: Week, path: str, area: str | None) -> dict[str, Any]:
        def target(other: Week | None) -> tuple[str, str] | None:
            if other is None:
                return None
            here = area is not None and area in self.index.areas.get(other, ())
            to = paths.area(self.lang, other, area) if here and area else paths.week(self.lang, other)
            return paths.relative(path, to), self.words.week_short(other)

        return {"before": target(self.index.before(week)), "after": target(self.index.after(week))}

    def _section(self, border: str, week: Week) -> dict[str, Any]:
        data = self.index.data
        found = data.assessments.get((border, week))
        proposal = data.proposals.get((border, week))
        return {
            "plate": self.parts.plate(border, week),
            "why": Markup("") if found is None else self.why.assessment(found),
            "recent": self.parts.recent(border, week),
            "proposal": proposal,
            "range": self._range(proposal),
            "steps": () if proposal is None else self._steps_of(proposal),
        }

    def _range(self, proposal: Proposal | None) -> str:
        if proposal is None:
            return ""
        if not proposal.options:
            return self.words.because(proposal.reason)
        key = "range-one" if proposal.lowest == proposal.highest else "range"
        return self.words.say(key, low=proposal.lowest, high=proposal.highest)

    def _steps_of(self, proposal: Proposal) -> tuple[Step, ...]:
        if proposal.id not in self._steps:
            self._steps[proposal.id] = self._make_steps(proposal)
        return self._steps[proposal.id]

    def _make_steps(self, proposal: Proposal) -> tuple[Step, ...]:
        """Each option in its own words, what it needs and touches, and, once, what of it is in force already."""
        because, seen, steps = self.words.because, set[str](), []
        for option in proposal.options:
            below = option.reason.children
            ids = [*option.reason.evidence, *(i for child in below for i in child.evidence), *option.already]
            fresh = [i for i in ids if i not in seen]
            seen.update(fresh)
            facts = tuple(because(child) for child in below)
            steps.append(Step(option.rung, because(option.reason), facts, self.why.evidence(fresh)))
        return tuple(steps)

    # -- commentaries

    def _stories(self, week: Week, path: str) -> list[Story]:
        return [self._story(week, area, path) for area in self.index.areas.get(week, ())]

    def _story(self, week: Week, area: str, path: str) -> Story:
        data, words = self.index.data, self.words
        draft = data.drafts.get((area, week, self.lang))
        link = paths.relative(path, paths.area(self.lang, week, area))
        label = words.label("areas", area)
        if draft is None:
            others = tuple(sorted(lang for a, w, lang in data.drafts if (a, w) == (area, week)))
            return Story(area, label, link, False, "not_assessed", "", _EMPTY, _EMPTY, (), (), others)
        return Story(
            area=area,
            label=label,
            link=link,
            written=True,
            trend=draft.trend.value,
            trend_word=words.label("trends", draft.trend.value),
            headline=self._passage((draft.headline,)),
            lede=self._passage((draft.lede,)),
            body=tuple(self._passage(paragraph) for paragraph in draft.body),
            bullets=tuple(self._passage((bullet,)) for bullet in draft.bullets),
        )

    def _passage(self, sentences: Sequence[Sentence]) -> Passage:
        text = " ".join(line(s.text) for s in sentences)
        rests = []
        for sentence in sentences:
            shown = self.why.evidence((*sentence.evidence, *(c.source for c in sentence.claims)))
            if shown:
                rests.append((shorten(sentence.text, 9) if len(sentences) > 1 else "", shown))
        return Passage(text, tuple(rests))

    def _area(self, week: Week, area: str) -> Page:
        path = paths.area(self.lang, week, area)
        story = self._story(week, area, path)
        data = self.index.data
        draft: Draft | None = data.drafts.get((area, week, self.lang))
        used = [
            b
            for b in data.borders
            if draft and (found := data.assessments.get((b, week))) and found.id in draft.assessments
        ]
        others = [
            (
                lang,
                paths.relative(path, paths.area(lang, week, area)),
                data.phrases.say(lang, "site-language-name"),
            )
            for lang in story.others
        ]
        context = {
            "week": week,
            "when": self.words.week(week),
            "story": story,
            "others": others,
            "plates": [self.parts.plate(b, week) for b in used],
            "stories": [s for s in self._stories_links(week, path) if s[0] != area],
            "pager": self._pager(week, path, area),
            "known": self.words.say("as-known", day=self.words.day(draft.as_of)) if draft else "",
        }
        title = story.headline.text if story.written else story.label
        return Page(path, "area.html", "archive", title, context)

    def _stories_links(self, week: Week, path: str) -> list[tuple[str, str, str]]:
        return [
            (a, self.words.label("areas", a), paths.relative(path, paths.area(self.lang, week, a)))
            for a in self.index.areas.get(week, ())
        ]

    # -- the archive

    def _archive(self) -> Page:
        path = paths.archive(self.lang)
        years = [
            {
                "year": year,
                "link": paths.relative(path, paths.year(self.lang, year)),
                "months": self._months(weeks, path),
                "count": len(weeks),
            }
            for year, weeks in self.index.years.items()
        ]
        return Page(path, "archive.html", "archive", self.words.say("nav-archive"), {"years": years})

    def _months(self, weeks: Sequence[Week], path: str) -> list[tuple[str, list[tuple[str, str, str]]]]:
        """Weeks by the month of their Thursday: name, then link, days and the worst level with its word."""
        months: dict[str, list[tuple[str, str, str]]] = {}
        for week in weeks:
            name = self.words.month(week.days()[3], "LLLL")
            link = paths.relative(path, paths.week(self.lang, week))
            months.setdefault(name, []).append((link, self.words.week_short(week), self._worst(week)))
        return list(months.items())

    def _worst(self, week: Week) -> str:
        levels = [self.index.level(b, week) for b in self.index.data.borders]
        told = [level for level in levels if level.assessed]
        return max(told, key=lambda level: level.rank, default=Level.NOT_ASSESSED).value

    def _year(self, year: int, weeks: Sequence[Week]) -> Page:
        path = paths.year(self.lang, year)
        rows = [
            {
                "when": self.words.week_short(week),
                "link": paths.relative(path, paths.week(self.lang, week)),
                "cells": [self._cell(b, week) for b in self.index.data.borders],
                "stories": [(s.label, s.link, s.headline.text) for s in self._headlines(week, path)],
            }
            for week in reversed(weeks)
        ]
        years = list(self.index.years)
        place = years.index(year)
        near = {
            "before": self._year_link(years[place + 1], path) if place + 1 < len(years) else None,
            "after": self._year_link(years[place - 1], path) if place else None,
        }
        context = {
            "year": year,
            "rows": rows,
            "pager": near,
            "borders": [(self.words.border(b), self._border_link(b, path)) for b in self.index.data.borders],
        }
        return Page(path, "year.html", "archive", self.words.say("year-title", year=str(year)), context)

    def _year_link(self, year: int, path: str) -> tuple[str, str]:
        return paths.relative(path, paths.year(self.lang, year)), str(year)

    def _border_link(self, border: str, path: str) -> str:
        return paths.relative(path, paths.border(self.lang, border))

    def _headlines(self, week: Week, path: str) -> Iterator[Story]:
        for area in self.index.areas.get(week, ())[:1]:
            draft = self.index.data.drafts.get((area, week, self.lang))
            if draft is not None:
                link = paths.relative(path, paths.area(self.lang, week, area))
                headline = Passage(line(draft.headline.text), ())
                yield Story(area, self.words.label("areas", area), link, True, "", "", headline, _EMPTY, (), ())

    def _cell(self, border: str, week: Week) -> tuple[str, str, str, str]:
        found = self.index.data.assessments.get((border, week))
        trend = "not_assessed" if found is None else found.trend.value
        level = self.index.level(border, week).value
        return level, self.words.label("levels", level), trend, self.words.label("trends", trend)

    # -- borders

    def _borders(self) -> Page:
        path = paths.borders(self.lang)
        front = self.index.front
        data = self.index.data
        context = {
            "map": self.parts.map(front),
            "when": self.words.week(front) if front else "",
            "plates": [(self.parts.plate(b, front), self._border_link(b, path)) for b in data.borders]
            if front
            else [],
        }
        return Page(path, "borders.html", "borders", self.words.say("nav-borders"), context)

    def _border(self, border: str) -> Page:
        words, index = self.words, self.index
        path = paths.border(self.lang, border)
        standing = index.in_force(border)
        past = [m for m in index.measures_of(border) if m not in standing]
        crossings = index.crossings_of(border)
        dots = [(c.lon, c.lat, self._dot(c)) for c in crossings if c.lon is not None and c.lat is not None]
        context = {
            "plate": self.parts.plate(border, index.front) if index.front else None,
            "when": words.week(index.front) if index.front else "",
            "week_link": paths.relative(path, paths.week(self.lang, index.front)) if index.front else "",
            "name": line(words.label("borders", border)),
            "map": self.parts.map(index.front, "map", dots),
            "years": [self._chart_year(border, year, weeks) for year, weeks in index.years.items()],
            "standing": [self._standing(m, current=True) for m in standing],
            "past": [self._standing(m, current=False) for m in past],
            "gates": [self._gate(c) for c in crossings],
        }
        return Page(path, "border.html", "borders", line(words.border(border)), context)

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

    def _peak(self, year: int, peak: Any) -> str:
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

    def _standing(self, measure: Measure, *, current: bool) -> Standing:
        words = self.words
        end = measure.in_force.end
        left = ""
        if current and end is not None:
            left = words.say("days-left", days=(end - self.index.data.as_of).days)
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
        )

    def _dot(self, crossing: Crossing) -> str:
        statuses = {status for status, _, _ in self.index.status(crossing)}
        return next((s for s in ("open", "restricted", "closed") if s in statuses), "untold")

    def _gate(self, crossing: Crossing) -> Gate:
        words = self.words
        names = dict(crossing.names)
        name = names.get(self.lang) or names.get("en") or next(iter(names.values()), crossing.id)
        return Gate(
            shorten(name, 12),
            tuple(
                (
                    status,
                    words.label("statuses", status),
                    words.join([words.label("traffic", t) for t in traffic]),
                    words.say("since", day=words.day(row.span.start)) if row.span.start else "",
                    shorten(row.restriction, 18),
                    self.why.source(row.report),
                )
                for status, traffic, row in self.index.status(crossing)
            ),
        )

    # -- the rules

    def _criteria(self) -> Page:
        words = self.words
        documents = [describe(c, self.lang, self.index.data.phrases) for c in self.index.data.criteria]
        context = {"documents": documents}
        return Page(paths.criteria(self.lang), "criteria.html", "criteria", words.say("nav-criteria"), context)
