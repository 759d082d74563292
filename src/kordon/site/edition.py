"""The pages of one language: for each its path, its template and what the template shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from kordon.criteria.page import describe
from kordon.domain.assessment import Level
from kordon.domain.commentary import Draft
from kordon.domain.measure import Proposal
from kordon.domain.time import Week
from kordon.site import paths
from kordon.site.borders import BorderPages
from kordon.site.chartmap import BorderMap
from kordon.site.index import Index
from kordon.site.parts import Parts
from kordon.site.ranges import Ladder, make_ladder
from kordon.site.records import Records
from kordon.site.safe import line
from kordon.site.stories import EMPTY, Passage, Stories, Story
from kordon.site.units import ALL, ARCHIVE, FIXED, RULES, Unit, record_unit, week_unit, year_unit
from kordon.site.why import Why
from kordon.site.words import Words


@dataclass(frozen=True, slots=True)
class Page:
    """One page to be written. ``nav`` is the entry of the menu that it belongs to."""

    path: str
    template: str
    nav: str
    title: str
    context: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Planned:
    """A page that may be made: its path, what it is made from, and how. Nothing is computed before ``make``."""

    path: str
    unit: Unit
    make: Callable[[], Page]


class Edition:
    """Everything in one language, made page by page so that memory stays small."""

    def __init__(self, index: Index, lang: str, environment: Environment, atlas: BorderMap | None) -> None:
        self.index = index
        self.lang = lang
        self.words = Words(lang, index.data.phrases, index.data.vocabulary)
        self.records = Records(index.data)
        self.why = Why(index.data, self.words, environment, self.records)
        self.parts = Parts(index, self.words, atlas)
        self._told = Stories(index.data, self.words, self.why)
        self._border_pages = BorderPages(index, self.words, self.why, self.parts)
        self._ladders: dict[str, Ladder] = {}

    def plan(self) -> Iterator[Planned]:
        """Every page. A page is of the narrowest unit that holds all that it shows, or of everything."""
        data, lang = self.index.data, self.lang
        yield Planned(paths.home(lang), ALL, self._home)
        yield Planned(paths.archive(lang), ARCHIVE, self._archive)
        for year, weeks in self.index.years.items():
            yield Planned(paths.year(lang, year), year_unit(year), partial(self._year, year, weeks))
        yield Planned(paths.borders(lang), ALL, self._borders)
        for border in data.borders:
            yield Planned(paths.border(lang, border), ALL, partial(self._border, border))
        for border, number in self.records.by_page:
            path = paths.records(lang, border, number)
            yield Planned(path, record_unit(border, number), partial(self._record, border, number))
        yield Planned(paths.criteria(lang), RULES, self._criteria)
        yield Planned(paths.about(lang), FIXED, self._about)
        for week in data.weeks:
            yield Planned(paths.week(lang, week), week_unit(week), partial(self._week, week))
            for area in self.index.areas.get(week, ()):
                yield Planned(paths.area(lang, week, area), week_unit(week), partial(self._area, week, area))

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
            "ladder": self._ladder(proposal),
        }

    def _range(self, proposal: Proposal | None) -> str:
        if proposal is None:
            return ""
        if not proposal.options:
            return self.words.because(proposal.reason)
        key = "range-one" if proposal.lowest == proposal.highest else "range"
        return self.words.say(key, low=proposal.lowest, high=proposal.highest)

    def _ladder(self, proposal: Proposal | None) -> Ladder:
        if proposal is None:
            return Ladder((), ())
        if proposal.id not in self._ladders:
            self._ladders[proposal.id] = make_ladder(proposal, self.words, self.why)
        return self._ladders[proposal.id]

    # -- commentaries

    def _stories(self, week: Week, path: str) -> list[Story]:
        return [self._told.story(week, area, path) for area in self.index.areas.get(week, ())]

    def _area(self, week: Week, area: str) -> Page:
        path = paths.area(self.lang, week, area)
        story = self._told.story(week, area, path)
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
                yield Story(area, self.words.label("areas", area), link, True, "", "", headline, EMPTY, (), ())

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
        title = line(self.words.border(border))
        path = paths.border(self.lang, border)
        years = [
            (year, paths.relative(path, paths.records(self.lang, border, year)))
            for year in self.records.years(border)
        ]
        context = self._border_pages.context(border) | {"records": years}
        return Page(path, "border.html", "borders", title, context)

    def _record(self, border: str, year: int) -> Page:
        """Everything that was read of a border in a year."""
        path = paths.records(self.lang, border, year)
        years = self.records.years(border)
        place = years.index(year)

        def near(position: int) -> tuple[str, str] | None:
            if not 0 <= position < len(years):
                return None
            other = years[position]
            return paths.relative(path, paths.records(self.lang, border, other)), str(other)

        name = line(self.words.border(border))
        context = {
            "year": str(year),
            "border": name,
            "border_link": self._border_link(border, path),
            "pager": {"before": near(place + 1), "after": near(place - 1)},
            "records": [(paths.slug(i), self.why.piece(i)) for i in self.records.by_page[border, year]],
        }
        title = f"{name}: {self.words.say('records-title', year=str(year))}"
        return Page(path, "records.html", "borders", title, context)

    # -- the rules

    def _criteria(self) -> Page:
        words = self.words
        documents = [describe(c, self.lang, self.index.data.phrases) for c in self.index.data.criteria]
        context = {"documents": documents}
        return Page(paths.criteria(self.lang), "criteria.html", "criteria", words.say("nav-criteria"), context)

    def _about(self) -> Page:
        return Page(paths.about(self.lang), "about.html", "about", self.words.say("nav-about"), {})
