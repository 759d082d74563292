"""The pages of one language: for each its path, its template and what the template shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from jinja2 import Environment

from kordon.criteria.page import describe
from kordon.domain.measure import Crossing
from kordon.measures.zones import Zone
from kordon.site import paths
from kordon.site.archive import ArchivePages
from kordon.site.borders import BorderPages
from kordon.site.chartmap import BorderMap
from kordon.site.crossings import CrossingPages
from kordon.site.head import Head
from kordon.site.index import Index
from kordon.site.page import Page
from kordon.site.parts import Parts
from kordon.site.records import anchor
from kordon.site.safe import line
from kordon.site.scores import ScorePage
from kordon.site.search import KINDS, Search
from kordon.site.units import ALL, ARCHIVE, FIXED, RULES, Unit, record_unit, week_unit, year_unit
from kordon.site.weeks import WeekPages
from kordon.site.why import Why
from kordon.site.words import Words
from kordon.site.zones import ZonePages

__all__ = ["Edition", "Page", "Planned"]


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
        self.records = index.records
        self.why = Why(index.data, self.words, environment, self.records)
        self.parts = Parts(index, self.words, atlas)
        self.weeks = WeekPages(index, self.words, self.why, self.parts)
        self._crossing_pages = CrossingPages(index, self.words, self.why, self.parts)
        self._border_pages = BorderPages(index, self.words, self.why, self.parts, self._crossing_pages)
        self._zone_pages = ZonePages(index, self.words, self.why)
        self._score_page = ScorePage(index, self.words, self.why)
        self._archive_pages = ArchivePages(index, self.words)
        self.search = Search(index, self.words)

    def forget(self) -> None:
        """Let go of what was kept in mind for further pages."""
        self.why.forget()
        self.weeks.forget()

    def plan(self) -> Iterator[Planned]:
        """Every page. A page is of the narrowest unit that holds all that it shows, or of everything."""
        data, lang, weeks, archive = self.index.data, self.lang, self.weeks, self._archive_pages
        yield Planned(paths.home(lang), ALL, weeks.home)
        yield Planned(paths.archive(lang), ARCHIVE, archive.archive)
        yield Planned(paths.headlines(lang), ALL, archive.headlines)
        for year, held in self.index.years.items():
            yield Planned(paths.year(lang, year), year_unit(year), partial(archive.year, year, held))
        yield Planned(paths.borders(lang), ALL, self._borders)
        for border in data.borders:
            yield Planned(paths.border(lang, border), ALL, partial(self._border, border))
        for border, number in self.records.by_page:
            path = paths.records(lang, border, number)
            yield Planned(path, record_unit(border, number), partial(self._record, border, number))
        yield Planned(paths.crossings(lang), ALL, self._crossings)
        for crossing in self.index.crossings:
            yield Planned(paths.crossing(lang, crossing.id), ALL, partial(self._crossing, crossing))
        for zone in data.zones:
            yield Planned(paths.zone(lang, zone.id), ALL, partial(self._zone, zone))
        yield Planned(paths.criteria(lang), RULES, self._criteria)
        yield Planned(paths.scores(lang), ALL, partial(self._plain, "scores", paths.scores(lang)))
        yield Planned(paths.about(lang), FIXED, partial(self._plain, "about", paths.about(lang)))
        yield Planned(paths.policy(lang), ALL, partial(self._plain, "policy", paths.policy(lang)))
        yield Planned(paths.search(lang), ALL, self._search)
        for week in data.weeks:
            yield Planned(paths.week(lang, week), week_unit(week), partial(weeks.week, week))
            for area in self.index.areas.get(week, ()):
                yield Planned(paths.area(lang, week, area), week_unit(week), partial(weeks.area, week, area))

    # -- borders

    def _borders(self) -> Page:
        path = paths.borders(self.lang)
        front = self.index.front
        data = self.index.data
        context = {
            "map": self.parts.map(front),
            "when": self.words.week(front) if front else "",
            "plates": [
                (self.parts.plate(b, front), paths.relative(path, paths.border(self.lang, b)))
                for b in data.borders
            ]
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
        said = self.words.say("border-description", border=title)
        told = {
            "@type": "Dataset",
            "name": title,
            "description": said,
            "inLanguage": self.lang,
            "creator": {"@type": "Organization", "name": "Kordon"},
            "isAccessibleForFree": True,
        }
        if self.index.data.weeks:
            first, last = self.index.data.weeks[0].monday, self.index.data.weeks[-1].sunday
            told["temporalCoverage"] = f"{first.isoformat()}/{last.isoformat()}"
        return Page(path, "border.html", "borders", title, context, Head(said, more=(told,)))

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
            "border_link": paths.relative(path, paths.border(self.lang, border)),
            "pager": {"before": near(place + 1), "after": near(place - 1)},
            "records": [(anchor(i), self.why.piece(i)) for i in self.records.by_page[border, year]],
        }
        title = f"{name}: {self.words.say('records-title', year=str(year))}"
        return Page(path, "records.html", "borders", title, context)

    # -- crossings and zones

    def _crossings(self) -> Page:
        path, words = paths.crossings(self.lang), self.words
        lede = words.say("crossings-lede", day=words.day(self.index.data.today))
        context = self._crossing_pages.overview()
        return Page(path, "crossings.html", "crossings", words.say("nav-crossings"), context, Head(lede))

    def _crossing(self, crossing: Crossing) -> Page:
        path, name = paths.crossing(self.lang, crossing.id), self.words.crossing(crossing)
        border = line(self.words.border(crossing.border))
        told = self.words.say("crossing-description", name=name, border=border)
        place: dict[str, Any] = {"@type": "Place", "name": name}
        if crossing.lat is not None and crossing.lon is not None:
            place["geo"] = {"@type": "GeoCoordinates", "latitude": crossing.lat, "longitude": crossing.lon}
        context = self._crossing_pages.context(crossing)
        return Page(path, "crossing.html", "crossings", name, context, Head(told, more=(place,)))

    def _zone(self, zone: Zone) -> Page:
        title = self._zone_pages.title(zone)
        context = self._zone_pages.context(zone)
        return Page(paths.zone(self.lang, zone.id), "zone.html", "borders", title, context, Head(context["state"]))

    # -- the rules, and what else is told once

    def _criteria(self) -> Page:
        words = self.words
        documents = [describe(c, self.lang, self.index.data.phrases) for c in self.index.data.criteria]
        context = {"documents": documents}
        return Page(paths.criteria(self.lang), "criteria.html", "criteria", words.say("nav-criteria"), context)

    def _plain(self, key: str, path: str) -> Page:
        context: dict[str, Any] = {}
        if key == "scores":
            context = self._score_page.context()
        elif key == "policy":
            context = {"corrections": self._corrections()}
        title, head = self.words.say(f"nav-{key}"), Head(self.words.say(f"{key}-lede"))
        return Page(path, f"{key}.html", key, title, context, head)

    def _search(self) -> Page:
        path = paths.search(self.lang)
        kinds = "|".join(self.words.say("kind", kind=kind) for kind in KINDS)
        context = {"groups": self.search.listed(path), "kinds": kinds}
        head = Head(self.words.say("search-lede"))
        return Page(path, "search.html", "search", self.words.say("nav-search"), context, head, paths.SCRIPT)

    def _corrections(self) -> list[tuple[str, str, str, str]]:
        """Every correction of an issue, newest first: day, what it corrects, link, notice."""
        path, words = paths.policy(self.lang), self.words
        found = []
        for week, issue in self.index.data.issues.items():
            for c in issue.corrections:
                target = f"{paths.area(self.lang, week, c.area)}#{paths.slug(c.id)}"
                what = f"{words.week(week)} · {words.label('areas', c.area)}"
                notice = line(c.notice.get(self.lang) or c.notice.get("en", ""))
                shown = week in self.index.place and self.index.data.text(c.area, week, self.lang) is not None
                link = paths.relative(path, target) if shown else ""
                found.append((c.day, what, link, notice))
        return [(words.day(d), what, link, notice) for d, what, link, notice in sorted(found, reverse=True)]
