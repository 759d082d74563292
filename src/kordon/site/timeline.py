"""Bars on a line of time: what a crossing was for each class of traffic, or when each term of a zone held."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from kordon.domain.time import Date
from kordon.site.svg import num, picture, tag, text

WIDTH, LEFT, RIGHT = 360.0, 4.0, 4.0
ROW, BAR = 27.0, 11.0
TOP = 4.0
LETTER = 4.6  # units of width that a letter takes, at most


@dataclass(frozen=True, slots=True)
class Bar:
    """From the first to the last day, inclusive. ``kind`` is a class of the style sheet, ``words`` its name."""

    first: Date
    last: Date
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One row: its name above it, its bars in order."""

    name: str
    bars: tuple[Bar, ...]


def years(first: Date, last: Date) -> tuple[int, ...]:
    """The years to letter; every second one where there are more than eight."""
    found = range(first.year, last.year + 1)
    return tuple(found[:: 2 if len(found) > 8 else 1])


def draw(name: str, lanes: Sequence[Lane], first: Date, last: Date, title: str, desc: str) -> Markup:
    """The lanes over the same years. ``name`` must be unique on the page."""
    days = (last - first).days + 1

    def x(day: Date) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * min(days, max(0, (day - first).days)) / days

    bottom = TOP + ROW * len(lanes)
    parts = []
    for year in years(first, last):
        begins = Date(year, 1, 1)
        if begins >= first:
            parts.append(tag("path", class_="grid", d=f"M{num(x(begins))} {num(TOP)}V{num(bottom + 2)}"))
        middle = max(begins, first)
        parts.append(text(x(middle) + 2, bottom + 10, str(year), class_="year-text"))
    for n, lane in enumerate(lanes):
        top = TOP + ROW * n
        parts.append(text(LEFT, top + 9, lane.name, class_="lane-text"))
        for bar in lane.bars:
            left, right = x(bar.first), x(bar.last + dt.timedelta(days=1))
            wide = max(1.5, right - left)
            parts.append(tag("rect", class_=f"span {bar.kind}", x=left, y=top + 12, width=wide, height=BAR))
            if wide > len(bar.words) * LETTER + 6:
                parts.append(text(left + 4, top + 20.4, bar.words, class_=f"span-text {bar.kind}"))
    return picture(WIDTH, bottom + 14, parts, name=name, title=title, desc=desc, kind="chart lanes")
