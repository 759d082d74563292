"""A small map of the borders as lines, from their own geometry alone: no tiles, no base from elsewhere."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from markupsafe import Markup

from kordon.domain.assessment import Level
from kordon.geo.lines import BorderLine
from kordon.site.paths import slug
from kordon.site.svg import Point, path, picture, tag, text
from kordon.vocabulary import Vocabulary

WIDTH = 320.0
TOLERANCE = 0.9  # units on paper
ROOM = (42.0, 12.0)  # half the width that words take, and the height of a row
ACROSS, ABOVE = 0.21, 0.1  # margins as a share of the extent; words stand beside the lines


@dataclass(frozen=True)
class BorderMap:
    """Every line projected once; :meth:`draw` only colours and letters it."""

    lines: Mapping[str, BorderLine]
    vocabulary: Vocabulary

    @property
    def shown(self) -> tuple[str, ...]:
        return tuple(b for b in self.vocabulary.assessed_borders if b in self.lines)

    @cached_property
    def _view(self) -> tuple[float, float, float, float, float]:
        """West, north, units a degree of longitude and of latitude, and the height of the paper."""
        points = [p for b in self.shown for piece in self.lines[b].parts for p in piece]
        west, east = min(x for x, _ in points), max(x for x, _ in points)
        south, north = min(y for _, y in points), max(y for _, y in points)
        middle = math.cos(math.radians((south + north) / 2))
        dx, dy = (east - west) * middle, north - south
        across, above = ACROSS * max(dx, dy), ABOVE * max(dx, dy)
        scale = WIDTH / (dx + 2 * across)
        return west - across / middle, north + above, scale * middle, scale, (dy + 2 * above) * scale

    @property
    def height(self) -> float:
        return self._view[4]

    def project(self, point: Point) -> Point:
        west, north, across, up, _ = self._view
        return (point[0] - west) * across, (north - point[1]) * up

    @cached_property
    def _drawn(self) -> dict[str, list[list[Point]]]:
        return {
            border: [
                kept
                for piece in line.parts
                if len(kept := simplify([self.project(p) for p in piece], TOLERANCE)) > 1 and self._near(kept)
            ]
            for border, line in self.lines.items()
        }

    def _near(self, piece: Sequence[Point]) -> bool:
        return any(-20 <= x <= WIDTH + 20 and -20 <= y <= self.height + 20 for x, y in piece)

    @cached_property
    def _paths(self) -> dict[str, str]:
        return {border: "".join(path(piece) for piece in pieces) for border, pieces in self._drawn.items()}

    def _heart(self, state: str) -> Point | None:
        """A point that lies on a state's side of its borders: the middle of all of its lines that we know."""
        terms = self.vocabulary["borders"]
        boxes = [
            p
            for b, line in self.lines.items()
            if b in terms and state in (terms[b].get("near"), terms[b].get("far"))
            for piece in line.parts
            for p in (self.project(piece[0]), self.project(piece[-1]))
        ]
        if not boxes:
            return None
        xs, ys = [x for x, _ in boxes], [y for _, y in boxes]
        return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2

    def _middle(self, border: str) -> Point:
        piece = max(self._drawn[border], key=_length, default=[(WIDTH / 2, self.height / 2)])
        return along(piece, 0.5)

    def _aside(self, border: str) -> Point:
        return self._asides[border]

    @cached_property
    def _asides(self) -> Mapping[str, Point]:
        """The place of each border's words: looked for once, as lines do not move."""
        return {border: self._look_aside(border) for border in self.shown}

    def _look_aside(self, border: str) -> Point:
        """A place for words off the middle of a border, on the side that watches it, with the fewest lines."""
        x, y = self._middle(border)
        heart = self._heart(str(self.vocabulary.term("borders", border).get("far")))
        if heart is None:
            return x, y
        away = math.hypot(x - heart[0], y - heart[1]) or 1.0
        dx, dy = (x - heart[0]) / away, (y - heart[1]) / away
        places = [self._inside(x + dx * step, y + dy * step) for step in range(30, 110, 4)]
        return min(places, key=self._crowd)

    def _inside(self, x: float, y: float) -> Point:
        """The nearest place at which words stay on the paper."""
        return min(WIDTH - ROOM[0], max(ROOM[0], x)), min(self.height - 24, max(18.0, y))

    def _crowd(self, place: Point) -> int:
        """How much of the lines runs through the two rows of words at a place."""
        x, y = place
        return sum(abs(px - x) < ROOM[0] and y - ROOM[1] < py < y + 2 * ROOM[1] for px, py in self._dense)

    @cached_property
    def _dense(self) -> list[Point]:
        """Points along every line, close enough for words not to fall between them."""
        points: list[Point] = []
        for piece in (piece for pieces in self._drawn.values() for piece in pieces):
            for a, b in pairwise(piece):
                steps = max(1, math.ceil(math.dist(a, b) / 4))
                points += [
                    (a[0] + (b[0] - a[0]) * t / steps, a[1] + (b[1] - a[1]) * t / steps) for t in range(steps)
                ]
        return points

    def draw(
        self,
        name: str,
        levels: Mapping[str, tuple[Level, str]],
        states: Mapping[str, str],
        title: str,
        desc: str,
        dots: Sequence[tuple[float, float, str]] = (),
    ) -> Markup:
        """``levels``: border -> level and the words beside its line. ``dots``: longitude, latitude and a class."""
        parts = [tag("path", class_="far", d=self._paths[b]) for b in sorted(self.lines) if b not in levels]
        for border, (level, _) in levels.items():
            if border in self._paths:
                kind = level.value.replace("_", "-")
                shape = f"{name}-{slug(border)}"
                parts.append("<defs>" + tag("path", id=shape, d=self._paths[border]) + "</defs>")
                parts.append(tag("use", href=f"#{shape}", class_=f"casing lv-{kind}"))
                parts.append(tag("use", href=f"#{shape}", class_=f"line lv-{kind}"))
        parts += [
            tag("circle", class_=f"place {kind}", cx=float(p[0]), cy=float(p[1]), r=2.4)
            for lon, lat, kind in dots
            for p in (self.project((lon, lat)),)
        ]
        parts += self._letter(levels, states)
        return picture(WIDTH, self.height, parts, name=name, title=title, desc=desc, kind="map")

    def _letter(self, levels: Mapping[str, tuple[Level, str]], states: Mapping[str, str]) -> list[str]:
        parts: list[str] = []
        placed: dict[str, Point] = {}
        for border in levels:
            if border not in self._drawn:
                continue
            term = self.vocabulary.term("borders", border)
            placed.setdefault(str(term.get("near")), self._asides[border])
            heart = self._heart(str(term.get("far")))
            if heart is not None:
                placed.setdefault(str(term.get("far")), heart)
        for state, (x, y) in placed.items():
            x, y = self._inside(x, y)
            parts.append(text(x, y, states[state], class_="state"))
            watched = [b for b in levels if self.vocabulary.term("borders", b).get("near") == state]
            for row, border in enumerate(watched):
                level, words = levels[border]
                kind = level.value.replace("_", "-")
                parts.append(text(x, y + 14 + 13 * row, words, class_=f"level-text lv-{kind}"))
        return parts


def _length(piece: Sequence[Point]) -> float:
    return sum(math.dist(a, b) for a, b in pairwise(piece))


def along(piece: Sequence[Point], share: float) -> Point:
    """The point at a share of a line's length."""
    rest = _length(piece) * share
    for a, b in pairwise(piece):
        step = math.dist(a, b)
        if step >= rest and step > 0:
            t = rest / step
            return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t
        rest -= step
    return piece[-1]


def simplify(points: Sequence[Point], tolerance: float) -> list[Point]:
    """Ramer, Douglas and Peucker: leave out points that lie within ``tolerance`` of the line without them."""
    if len(points) < 3:
        return list(points)
    keep = [False] * len(points)
    keep[0] = keep[-1] = True
    stack = [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        (x0, y0), (x1, y1) = points[first], points[last]
        dx, dy = x1 - x0, y1 - y0
        length = math.hypot(dx, dy)
        worst, at = tolerance, 0
        for i in range(first + 1, last):
            px, py = points[i][0] - x0, points[i][1] - y0
            off = abs(px * dy - py * dx) / length if length else math.hypot(px, py)
            if off > worst:
                worst, at = off, i
        if at:
            keep[at] = True
            stack += [(first, at), (at, last)]
    return [p for p, kept in zip(points, keep, strict=True) if kept]
