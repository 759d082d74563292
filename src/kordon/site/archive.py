"""The archive of one language: weeks by month, the table of a year, and all headlines on one page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kordon.domain.assessment import Level
from kordon.domain.time import Week
from kordon.site import paths
from kordon.site.head import Head
from kordon.site.index import Index
from kordon.site.page import Page
from kordon.site.safe import line
from kordon.site.words import Words


@dataclass(frozen=True, slots=True)
class ArchivePages:
    """The pages that list weeks."""

    index: Index
    words: Words

    @property
    def lang(self) -> str:
        return self.words.lang

    def archive(self) -> Page:
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
        return Page(
            path,
            "archive.html",
            "archive",
            self.words.say("nav-archive"),
            {"years": years, "all": paths.relative(path, paths.headlines(self.lang))},
        )

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

    def year(self, year: int, weeks: Sequence[Week]) -> Page:
        path = paths.year(self.lang, year)
        rows = [
            {
                "when": self.words.week_short(week),
                "link": paths.relative(path, paths.week(self.lang, week)),
                "cells": [self._cell(b, week) for b in self.index.data.borders],
                "stories": self._headlines(week, path)[:1],
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
            "borders": [
                (self.words.border(b), paths.relative(path, paths.border(self.lang, b)))
                for b in self.index.data.borders
            ],
        }
        return Page(path, "year.html", "archive", self.words.say("year-title", year=str(year)), context)

    def _year_link(self, year: int, path: str) -> tuple[str, str]:
        return paths.relative(path, paths.year(self.lang, year)), str(year)

    def _headlines(self, week: Week, path: str) -> list[tuple[str, str, str, str, str]]:
        """Each commentary of a week: its area, link, headline, and its trend with the word for it."""
        found = []
        for area in self.index.areas.get(week, ()):
            text = self.index.data.text(area, week, self.lang)
            if text is not None:
                link = paths.relative(path, paths.area(self.lang, week, area))
                trend = text.trend.value
                label = self.words.label("areas", area)
                found.append((label, link, line(text.headline.text), trend, self.words.label("trends", trend)))
        return found

    def headlines(self) -> Page:
        """'View all': every headline there is on one long page, newest first."""
        path = paths.headlines(self.lang)
        years = []
        for year, weeks in self.index.years.items():
            rows = [
                (
                    self.words.week_short(w),
                    paths.relative(path, paths.week(self.lang, w)),
                    self._headlines(w, path),
                )
                for w in reversed(weeks)
            ]
            years.append((str(year), paths.relative(path, paths.year(self.lang, year)), rows))
        head = Head(self.words.say("all-lede"))
        return Page(path, "headlines.html", "archive", self.words.say("nav-all"), {"years": years}, head)

    def _cell(self, border: str, week: Week) -> tuple[str, str, str, str]:
        found = self.index.data.assessments.get((border, week))
        trend = "not_assessed" if found is None else found.trend.value
        level = self.index.level(border, week).value
        return level, self.words.label("levels", level), trend, self.words.label("trends", trend)
