"""The record of each border by year: every figure and incident that was read, with its words and its source.

Under a reason only the first pieces of evidence stand in full; the others are linked to here, so that every
statement can be followed to the words of a report.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from kordon.domain.coded import Figure, Incident
from kordon.domain.time import Date
from kordon.site import paths
from kordon.site.model import SiteData

_ID = re.compile(r"([a-z])[a-z]*-([0-9a-f]{12})[0-9a-f]{4}\Z")


def anchor(name: str) -> str:
    """The place of a figure or incident on its page: a page of a week holds a hundred of them, so it is short."""
    found = _ID.match(name)
    return found[1] + found[2] if found else paths.slug(name)


class Records:
    """Where each figure and incident of the borders with a page stands, in the order of their days."""

    def __init__(self, data: SiteData) -> None:
        self._data = data

    @cached_property
    def by_page(self) -> Mapping[tuple[str, int], tuple[str, ...]]:
        """Border and year -> ids, oldest first. What belongs to a group of borders stands with each of them."""
        found: dict[tuple[str, int], list[tuple[Date, Date, str]]] = defaultdict(list)
        items: tuple[Figure | Incident, ...] = (*self._data.figures.values(), *self._data.incidents.values())
        for item in items:
            day = self._day(item)
            if day is None:
                continue
            for border in self._borders(item):
                found[border, day.year].append((day, self._end(item) or day, item.id))
        return {page: tuple(name for _, _, name in sorted(held)) for page, held in sorted(found.items())}

    @cached_property
    def _home(self) -> Mapping[str, tuple[str, int]]:
        homes: dict[str, tuple[str, int]] = {}
        for page, ids in self.by_page.items():
            for name in ids:
                homes.setdefault(name, page)
        return homes

    def years(self, border: str) -> tuple[int, ...]:
        """The years of a border that something is on record for, newest first."""
        return tuple(sorted((year for b, year in self.by_page if b == border), reverse=True))

    def address(self, name: str) -> str | None:
        """Where a figure or incident stands, below the folder of a language; ``None`` for anything else."""
        home = self._home.get(name)
        return None if home is None else f"{paths.records('', *home).lstrip('/')}#{anchor(name)}"

    def _borders(self, item: Figure | Incident) -> tuple[str, ...]:
        group = self._data.vocabulary.borders_of(item.place.group)
        return tuple(b for b in self._data.borders if b in item.place.borders or b in group)

    @staticmethod
    def _end(item: Figure | Incident) -> Date | None:
        return (item.span if isinstance(item, Figure) else item.occurred).end

    def _day(self, item: Figure | Incident) -> Date | None:
        span = item.span if isinstance(item, Figure) else item.occurred
        report = self._data.reports.get(item.evidence[0].report)
        return span.start or span.end or (report.published_at if report else None)
