"""Buffer zones: in force or not, days left, every term with its reach, and an approximate map."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from kordon.domain.measure import Measure
from kordon.domain.time import ONE_DAY, Date
from kordon.geo.lines import BorderLine
from kordon.measures.zones import Post, Reach, Zone
from kordon.site import paths
from kordon.site.borders import Standing
from kordon.site.chartmap import simplify
from kordon.site.index import Index
from kordon.site.safe import host, line, safe_link, shorten
from kordon.site.svg import Point, path, picture, tag, text
from kordon.site.timeline import Bar, Lane, draw
from kordon.site.why import Why
from kordon.site.words import Words

WIDTH = 320.0
MARGIN = 0.16  # of the extent, around the posts
NEAR_KM = 60.0  # a post further from the line than this is not drawn


class ZonePages:
    """The pages of the zones in one language."""

    def __init__(self, index: Index, words: Words, why: Why) -> None:
        self.index, self.words, self.why = index, words, why

    def title(self, zone: Zone) -> str:
        names = self.words.join([self.words.border(b) for b in zone.borders])
        return self.words.say("zone-title", border=names)

    def context(self, zone: Zone) -> dict[str, Any]:
        words, today = self.words, self.index.data.today
        term, left = zone.term_on(today), zone.days_left(today)
        here = paths.zone(words.lang, zone.id)
        return {
            "state": self._state(zone, term, left),
            "left": None if left is None else words.say("days-left", days=left),
            "until": words.say("zone-until", day=words.day(term.in_force.end))
            if term and term.in_force.end
            else "",
            "terms": [self._term(zone, t) for t in reversed(zone.terms)],
            "chart": self._chart(zone),
            "map": self._map(zone, term or zone.terms[-1]),
            "spoken": [self._said(m) for m in zone.spoken],
            "earlier": [self._said(m) for m in zone.earlier],
            "settlements": self._settlements(zone),
            "borders": [
                (line(words.border(b)), paths.relative(here, paths.border(words.lang, b)))
                for b in zone.borders
                if b in self.index.data.borders
            ],
        }

    def _state(self, zone: Zone, term: Measure | None, left: int | None) -> str:
        words, today = self.words, self.index.data.today
        if term is not None:
            return words.say("zone-in-force", day=words.day(today), terms=len(zone.terms))
        last = zone.terms[-1].in_force
        if last.start is not None and last.start > today:
            return words.say("zone-ahead", day=words.day(last.start))
        return words.say("zone-over", day=words.day(last.end or today))

    def _settlements(self, zone: Zone) -> str:
        told = [r.settlements for r in (zone.reaches or {}).values() if r.settlements]
        return self.words.say("zone-settlements", count=told[0]) if told else ""

    def _term(self, zone: Zone, term: Measure) -> dict[str, Any]:
        words, reach = self.words, zone.reach(term)
        start, end = term.in_force.start, term.in_force.end
        sources = [s for r in term.reports if (s := self.why.source(r))]
        more = safe_link(reach.source) if reach else None
        return {
            "when": words.span(term.in_force),
            "status": words.label("statuses", str(term.status)),
            "days": words.number((end - start).days + 1) if start and end else "",
            "reach": self._reach(reach) if reach else shorten(term.where, 25),
            "basis": shorten(term.basis, 25),
            "sources": sources,
            "more": (host(more), more) if more and more not in {s.link for s in sources} else None,
        }

    def _reach(self, reach: Reach) -> str:
        words = self.words
        if not reach.stretches:
            return words.say("zone-km", km=words.exact(reach.km)) if reach.km else ""
        said = []
        for stretch in reach.stretches:
            word = "up_to" if stretch.up_to else "about" if stretch.about else "exact"
            depth = words.say("zone-depth", word=word, depth=words.number(stretch.depth_m))
            km = words.say("zone-length", word="about" if stretch.about else "exact", km=words.exact(stretch.km))
            said.append(words.say("zone-stretch", km=km, depth=depth))
        return "; ".join(said)

    def _said(self, measure: Measure) -> Standing:
        words = self.words
        day = measure.decided_on or measure.known_from
        when = words.span(measure.in_force) if measure.in_force.start else words.day(day) if day else ""
        return Standing(
            what=words.label("measures", measure.kind),
            status=words.label("statuses", str(measure.status)),
            when=when,
            where=shorten(measure.where, 25),
            left="",
            basis=shorten(measure.basis, 25),
            countries="",
            sources=tuple(s for r in measure.reports if (s := self.why.source(r))),
            lang=self.why.lang_of(measure.reports),
        )

    def _chart(self, zone: Zone) -> Markup:
        words, today = self.words, self.index.data.today
        first = zone.terms[0].in_force.start
        assert first is not None
        last = max([t.in_force.end or today for t in zone.terms] + [today])
        bars = tuple(
            Bar(t.in_force.start, t.in_force.end or last, "closed" if n % 2 == 0 else "restricted", str(n + 1))
            for n, t in enumerate(zone.terms)
            if t.in_force.start
        )
        now = Bar(min(today, last), min(today, last), "today", "")
        lanes = (Lane(words.say("zone-terms"), bars), Lane(words.day(today), (now,)))
        begins = Date(first.year, first.month, 1)
        desc = words.say("zone-chart-desc", terms=len(zone.terms), days=words.days(first, last))
        return draw("terms", lanes, begins, last + ONE_DAY * 20, words.say("zone-chart"), desc)

    def _map(self, zone: Zone, term: Measure) -> Markup:
        reach = zone.reach(term)
        border = next((b for b in zone.borders if b in self.index.data.lines), None)
        if reach is None or border is None:
            return Markup("")
        return zone_map(
            self.index.data.lines[border],
            [(self._name(post), post) for post in reach.posts],
            self.words.say("zone-map"),
            self.words.say("zone-map-desc"),
        )

    def _name(self, post: Post) -> str:
        names = post.names
        return line(names.get(self.words.lang) or names.get("en") or next(iter(names.values()), ""))


def zone_map(border: BorderLine, posts: Sequence[tuple[str, Post]], title: str, desc: str) -> Markup:
    """The line near some posts, with a band from the first post to the last; nothing without two."""
    found = [(name, post, border.nearest(post.lat, post.lon)) for name, post in posts]
    placed = [one for one in found if one[2].km <= NEAR_KM]
    if len(placed) < 2:
        return Markup("")
    lons = [lon for _, post, near in placed for lon in (post.lon, near.lon)]
    lats = [lat for _, post, near in placed for lat in (post.lat, near.lat)]
    squeeze = math.cos(math.radians((min(lats) + max(lats)) / 2))
    extent = max((max(lons) - min(lons)) * squeeze, max(lats) - min(lats))
    margin = MARGIN * extent
    scale = WIDTH / ((max(lons) - min(lons)) * squeeze + 2 * margin + 0.9 * extent)
    west, north = min(lons) - (margin + 0.55 * extent) / squeeze, max(lats) + margin
    height = (max(lats) - min(lats) + 2 * margin) * scale

    def project(point: Point) -> Point:
        return (point[0] - west) * squeeze * scale, (north - point[1]) * scale

    parts = []
    for piece in border.parts:
        drawn = [project(p) for p in piece]
        inside = [p for p in drawn if -40 <= p[0] <= WIDTH + 40 and -40 <= p[1] <= height + 40]
        if len(inside) < 2:
            continue
        at = sorted(_closest(drawn, project((near.lon, near.lat))) for _, _, near in placed)
        stretch = simplify(drawn[at[0] : at[-1] + 1], 0.6)
        if len(stretch) > 1:
            parts.append(tag("path", class_="zone-band", d=path(stretch)))
        parts.append(tag("path", class_="zone-line", d=path(simplify(inside, 0.6))))
    for name, post, _ in placed:
        x, y = project((post.lon, post.lat))
        parts.append(tag("circle", class_="place", cx=x, cy=y, r=2.6))
        parts.append(text(x - 5, y + 3.5, name, class_="post-text end"))
    return picture(WIDTH, height, parts, name="zone", title=title, desc=desc, kind="map zone-map")


def _closest(points: Sequence[Point], place: Point) -> int:
    return min(range(len(points)), key=lambda i: math.dist(points[i], place))
