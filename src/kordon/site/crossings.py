"""Crossing points: all of them today, and each with its status over time by class of traffic."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from kordon.domain.measure import Crossing, CrossingStatus
from kordon.domain.time import ONE_DAY, Date
from kordon.measures.status import END_UNKNOWN, classes_of, status_on
from kordon.site import paths
from kordon.site.cards import Source
from kordon.site.index import Index
from kordon.site.parts import Parts
from kordon.site.safe import line, shorten
from kordon.site.timeline import Bar, Lane, draw
from kordon.site.why import Why
from kordon.site.words import Words

STATUSES = ("open", "restricted", "closed")
SHORTEST = dt.timedelta(days=366)  # a line of time is never shorter


@dataclass(frozen=True, slots=True)
class Now:
    """What a crossing is for some traffic on the last day: ``status`` is a class of the style sheet."""

    status: str
    word: str
    traffic: str
    since: str
    limits: str
    source: Source | None


@dataclass(frozen=True, slots=True)
class Told:
    """One row of the record of a crossing."""

    when: str
    status: str
    word: str
    traffic: str
    limits: str
    decided: str
    open_end: str
    source: Source | None


@dataclass(frozen=True, slots=True)
class CrossingPages:
    """The pages of the crossing points in one language."""

    index: Index
    words: Words
    why: Why
    parts: Parts

    def now(self, crossing: Crossing) -> tuple[Now, ...]:
        words = self.words
        return tuple(
            Now(
                status,
                words.label("statuses", status),
                words.join([words.label("traffic", t) for t in traffic]),
                words.say("since", day=words.day(row.span.start)) if row.span.start else "",
                shorten(row.restriction, 18),
                self.why.source(row.report),
            )
            for status, traffic, row in self.index.status(crossing)
        )

    def overview(self) -> dict[str, Any]:
        """Every crossing by border, each with what it is on the last day."""
        path = paths.crossings(self.words.lang)
        groups = []
        for border in self.index.data.borders:
            found = self.index.crossings_of(border)
            rows = [(self.words.crossing(c), self._link(path, c), self.now(c)) for c in found]
            if rows:
                groups.append((line(self.words.label("borders", border)), paths.slug(border), rows))
        return {"groups": groups}

    def _link(self, path: str, crossing: Crossing) -> str:
        return paths.relative(path, paths.crossing(self.words.lang, crossing.id))

    def context(self, crossing: Crossing) -> dict[str, Any]:
        words, lang = self.words, self.words.lang
        rows = self.index.told_of(crossing)
        begun = [row for row in rows if row.span.start is not None and row.span.start <= self.index.data.today]
        last = max(begun, key=lambda r: (r.span.start or Date.min, r.id), default=None)
        dots = []
        if crossing.lon is not None and crossing.lat is not None:
            dots = [(crossing.lon, crossing.lat, f"here {self._dot(crossing)}")]
        others = [
            name for code, name in dict.fromkeys((c, shorten(n, 12)) for c, n in crossing.names) if code != lang
        ]
        return {
            "name": words.crossing(crossing),
            "others": [name for name in dict.fromkeys(others) if name != words.crossing(crossing)],
            "border": line(words.border(crossing.border)),
            "border_link": paths.relative(paths.crossing(lang, crossing.id), paths.border(lang, crossing.border)),
            "sort": words.say("crossing-kind", kind=crossing.kind),
            "classes": words.join([words.label("traffic", t) for t in crossing.traffic if t != "all"]),
            "now": self.now(crossing),
            "untold": self._untold(crossing),
            "last": self._told(last) if last else None,
            "rows": [self._told(row) for row in reversed(rows)],
            "lanes": self._lanes(crossing, begun),
            "map": self.parts.map(self.index.front, "map", dots) if dots else Markup(""),
            "place": (f"{crossing.lat:.3f}", f"{crossing.lon:.3f}") if dots else None,
        }

    def _dot(self, crossing: Crossing) -> str:
        statuses = {status for status, _, _ in self.index.status(crossing)}
        return next((s for s in STATUSES if s in statuses), "untold")

    def _untold(self, crossing: Crossing) -> str:
        """The classes of traffic that nothing can be told of on the last day, and why."""
        words, today = self.words, self.index.data.today
        found = status_on(crossing, self.index.told_of(crossing), today)
        gone = [t for t, status in found.items() if status == END_UNKNOWN]
        never = [t for t, status in found.items() if not isinstance(status, str) and t not in gone]
        said = []
        for key, classes in (("status-ended", gone), ("status-never", never)):
            if classes:
                said.append(words.say(key, traffic=words.join([words.label("traffic", t) for t in classes])))
        return " ".join(said)

    def _told(self, row: CrossingStatus) -> Told:
        words = self.words
        return Told(
            when=words.span(row.span),
            status=row.status,
            word=words.label("statuses", row.status),
            traffic=words.join([words.label("traffic", t) for t in row.traffic]),
            limits=shorten(row.restriction, 25),
            decided=shorten(row.decided_by, 25),
            open_end=words.say("end-unknown") if row.end_unknown else "",
            source=self.why.source(row.report),
        )

    def _lanes(self, crossing: Crossing, begun: Sequence[CrossingStatus]) -> Markup:
        today = self.index.data.today
        starts = [row.span.start for row in begun if row.span.start is not None]
        if not starts:
            return Markup("")
        first = min(*starts, today - SHORTEST)
        words = self.words
        lanes = tuple(
            Lane(words.label("traffic", traffic), tuple(self._bars(crossing, begun, traffic, first, today)))
            for traffic in classes_of(crossing, begun)
        )
        name = words.crossing(crossing)
        title = words.say("lanes-title", name=name)
        return draw("lanes", lanes, first, today, title, words.say("lanes-desc", days=words.days(first, today)))

    def _bars(
        self, crossing: Crossing, rows: Sequence[CrossingStatus], traffic: str, first: Date, today: Date
    ) -> Iterable[Bar]:
        """Runs of days with one status, by asking again on every day on which a row begins or has ended."""
        days = {first, *(r.span.start for r in rows if r.span.start)}
        days |= {r.span.end + ONE_DAY for r in rows if r.span.end}
        days |= {r.span.start + ONE_DAY for r in rows if r.span.start and r.end_unknown}
        turns = sorted(day for day in days if first <= day <= today)
        runs: list[tuple[str, Date, Date]] = []
        for day, after in zip(turns, [*turns[1:], today + ONE_DAY], strict=True):
            status = status_on(crossing, rows, day).get(traffic)
            kind = status if isinstance(status, str) else ""
            if kind and runs and runs[-1][0] == kind and runs[-1][2] + ONE_DAY == day:
                runs[-1] = (kind, runs[-1][1], after - ONE_DAY)
            elif kind:
                runs.append((kind, day, after - ONE_DAY))
        return [Bar(begins, ends, kind, self.words.label("statuses", kind)) for kind, begins, ends in runs]
