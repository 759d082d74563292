"""Charts of one border's weekly series, drawn as SVG: one question each, labelled where the lines are.

All are drawn 360 units wide, the width of a phone, and scale up from there; the style sheet keeps the lettering
at its size.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from markupsafe import Markup

from kordon.domain.assessment import Level
from kordon.domain.reading import WeekCount
from kordon.domain.time import Date, Week
from kordon.site.svg import Point, num, path, picture, tag, text

WIDTH = 360.0
LEFT, RIGHT = 40.0, 4.0
LABEL_GAP = 11.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A printed figure as a weekly rate: as wide as the days it was printed for. ``high`` is None where open."""

    first: Date
    last: Date
    value: float
    low: float
    high: float | None


@dataclass(frozen=True, slots=True)
class Rule:
    """A dated event or measure: a numbered line through the chart. ``kind`` is 'event' or 'measure'."""

    day: Date
    number: int
    kind: str


@dataclass(frozen=True, slots=True)
class Usual:
    """What would have been usual in a week: the count expected and the bound that one week in ten passes."""

    week: Week
    expected: float
    bound: float


@dataclass(frozen=True, slots=True)
class Frame:
    """Where days and counts fall on the paper. ``last`` is the last day shown."""

    first: Date
    last: Date
    top: float
    bottom: float
    ceiling: float

    def x(self, day: Date) -> float:
        """The left edge of a day."""
        days = (self.last - self.first).days + 1
        return LEFT + (WIDTH - LEFT - RIGHT) * (day - self.first).days / days

    def edges(self, first: Date, last: Date) -> tuple[float, float]:
        """Left and right edge of a run of days, kept inside the frame."""
        left = self.x(max(first, self.first))
        return left, self.x(min(last, self.last)) + (WIDTH - LEFT - RIGHT) / ((self.last - self.first).days + 1)

    def y(self, count: float) -> float:
        share = min(1.0, max(0.0, count / self.ceiling))
        return self.bottom - (self.bottom - self.top) * share


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of a chart, made by the page that shows it."""

    title: str
    desc: str
    months: Mapping[Date, str] = field(default_factory=dict)  # first day of the month -> name
    ticks: Mapping[float, str] = field(default_factory=dict)
    usual: str = ""
    now: str = ""
    levels: Mapping[Level, str] = field(default_factory=dict)


def nice_ceiling(value: float) -> float:
    """The next round number: 1, 2, 3, 4, 5, 6 or 8 times a power of ten."""
    if value <= 5:
        return 5.0
    power = 10 ** math.floor(math.log10(value))
    return next(float(step * power) for step in (1, 1.5, 2, 3, 4, 5, 6, 8, 10) if step * power >= value)


def ticks(ceiling: float) -> tuple[float, ...]:
    """Zero, the middle and the top."""
    return (0.0, ceiling / 2, ceiling)


def ceiling_of(counts: Iterable[WeekCount], usual: Iterable[Usual], marks: Iterable[Mark]) -> float:
    """A top that every week and every figure of several days stays under; single days may run out of it."""
    values = [c.high90 for c in counts] + [u.bound for u in usual]
    values += [m.value for m in marks if (m.last - m.first).days >= 3]
    return nice_ceiling(max(values, default=5.0))


@dataclass(frozen=True, slots=True)
class Plot:
    """What one chart shows, without a word of any language."""

    frame: Frame
    counts: tuple[WeekCount, ...]
    usual: tuple[Usual, ...] = ()
    marks: tuple[Mark, ...] = ()
    rules: tuple[Rule, ...] = ()
    now: Week | None = None
    strip: tuple[tuple[Week, Level], ...] = ()

    def within(self) -> Plot:
        """Only what falls into the frame."""
        first, last = self.frame.first, self.frame.last
        return replace(
            self,
            counts=tuple(c for c in self.counts if first <= c.week.sunday and c.week.monday <= last),
            usual=tuple(u for u in self.usual if first <= u.week.sunday and u.week.monday <= last),
            marks=tuple(m for m in self.marks if first <= m.last and m.first <= last),
            rules=tuple(r for r in self.rules if first <= r.day <= last),
            strip=tuple((w, level) for w, level in self.strip if first <= w.sunday and w.monday <= last),
        )


def shapes(plot: Plot) -> str:
    """The weekly series with its 50 and 90 % bands over what is usual, and the figures it was made from.

    The same in every language, so it is drawn once.
    """
    frame = plot.frame
    parts = [tag("path", class_="grid", d=_grid(frame))]
    for run in _runs(plot.usual):
        parts += _usual(frame, run)
    for stretch in _runs(plot.counts):
        parts += _bands(frame, stretch)
    if plot.marks:
        parts.append(tag("path", class_="mark", d="".join(_mark(frame, m) for m in plot.marks)))
    parts += _rules(frame, plot.rules)
    if plot.now is not None:
        left, right = frame.edges(plot.now.monday, plot.now.sunday)
        parts.append(
            tag("rect", class_="now", x=left, y=frame.top, width=right - left, height=frame.bottom - frame.top)
        )
    parts += _strip(frame, plot.strip)
    return "".join(parts)


def series(name: str, plot: Plot, drawn: str, labels: Labels, height: float) -> Markup:
    """The chart: what :func:`shapes` drew, lettered in one language."""
    parts = [drawn, *_letters(plot, labels)]
    return picture(WIDTH, height, parts, name=name, title=labels.title, desc=labels.desc, kind="chart")


Weekly = TypeVar("Weekly", WeekCount, Usual)


def _runs(items: Sequence[Weekly]) -> list[list[Weekly]]:
    """Cut where a week is missing: a gap stays a gap."""
    runs: list[list[Weekly]] = []
    for item in items:
        if runs and runs[-1][-1].week + 1 == item.week:
            runs[-1].append(item)
        else:
            runs.append([item])
    return runs


def _grid(frame: Frame) -> str:
    rows = "".join(f"M{num(LEFT)} {num(frame.y(t))}H{num(WIDTH - RIGHT)}" for t in ticks(frame.ceiling))
    return rows + "".join(f"M{num(frame.x(day))} {num(frame.bottom)}v4" for day in months(frame))


def months(frame: Frame) -> list[Date]:
    """The first days of months in the frame."""
    found, day = [], frame.first.replace(day=1)
    while day <= frame.last:
        if day >= frame.first:
            found.append(day)
        day = (day + dt.timedelta(days=32)).replace(day=1)
    return found


def _letters(plot: Plot, labels: Labels) -> Iterable[str]:
    frame = plot.frame
    for value, words in labels.ticks.items():
        yield text(LEFT - 4, frame.y(value) + 3, words, class_="tick end")
    days = sorted(labels.months)
    for place, day in enumerate(days):
        if frame.x(day) > WIDTH - 18:  # no room for its name
            continue
        minor = len(days) > 7 and place % 3 != 0
        yield text(
            frame.x(day) + 2, frame.bottom + 11, labels.months[day], class_="tick minor" if minor else "tick"
        )
    if labels.usual and plot.usual:
        yield _usual_label(frame, plot.usual, labels.usual)
    count = next((c for c in plot.counts if c.week == plot.now), None)
    if count is not None and count.coverage.share > 0 and labels.now:
        yield from _now(frame, count, labels.now)
    if plot.strip:
        base = _strip_base(frame)
        for level, words in labels.levels.items():
            yield text(LEFT - 4, base - level.rank * STRIP_STEP - 1.5, words, class_="tick end strip-text")


def _middle(frame: Frame, week: Week) -> float:
    left, right = frame.edges(week.monday, week.sunday)
    return (left + right) / 2


def _steps(frame: Frame, run: Sequence[WeekCount] | Sequence[Usual], value: str) -> list[Point]:
    points: list[Point] = []
    for item in run:
        left, right = frame.edges(item.week.monday, item.week.sunday)
        y = frame.y(getattr(item, value))
        points += [(left, y), (right, y)]
    return points


def _usual(frame: Frame, run: Sequence[Usual]) -> list[str]:
    upper = _steps(frame, run, "bound")
    area = [*upper, (upper[-1][0], frame.bottom), (upper[0][0], frame.bottom)]
    return [
        tag("path", class_="usual", d=path(area, close=True)),
        tag("path", class_="usual-edge", d=path(upper)),
    ]


def _bands(frame: Frame, run: Sequence[WeekCount]) -> list[str]:
    """Bands of a stretch; one week alone is drawn as wide as the week, so that it can be seen."""
    xs = [_middle(frame, c.week) for c in run]
    if len(run) == 1:
        left, right = frame.edges(run[0].week.monday, run[0].week.sunday)
        run, xs = [run[0], run[0]], [left, right]
    parts = []
    for share, low, high in (("90", "low90", "high90"), ("50", "low50", "high50")):
        up = [(x, frame.y(getattr(c, high))) for x, c in zip(xs, run, strict=True)]
        down = [(x, frame.y(getattr(c, low))) for x, c in zip(xs, run, strict=True)]
        parts.append(tag("path", class_=f"band{share}", d=path([*up, *reversed(down)], close=True)))
    lines = []
    for heard in _heard(list(zip(xs, run, strict=True))):
        points = [(x, frame.y(c.mean)) for x, c in heard]
        if len(points) == 1:
            points = [(points[0][0] - 1.5, points[0][1]), (points[0][0] + 1.5, points[0][1])]
        lines.append(path(points))
    return [*parts, tag("path", class_="mean", d="".join(lines))] if lines else parts


def _heard(points: list[tuple[float, WeekCount]]) -> list[list[tuple[float, WeekCount]]]:
    """Stretches in which somebody spoke; where nobody did, the band alone says how little is known."""
    runs: list[list[tuple[float, WeekCount]]] = []
    before = False
    for x, count in points:
        heard = count.coverage.share > 0
        if heard and before:
            runs[-1].append((x, count))
        elif heard:
            runs.append([(x, count)])
        before = heard
    return runs


def _mark(frame: Frame, mark: Mark) -> str:
    """A bar as wide as its days; a whisker for a rounded figure; an arrow where it leaves the paper or is open."""
    left, right = frame.edges(mark.first, mark.last)
    right = max(right, left + 1.2)
    y, middle = frame.y(mark.value), (left + right) / 2
    data = f"M{num(left)} {num(y)}H{num(right)}"
    if mark.high is None:
        data += f"M{num(middle)} {num(y)}v-5m-1.5 1.5l1.5-1.5l1.5 1.5"
    elif mark.low <= 0 < mark.value:  # 'up to': nothing is said of how little
        data += f"M{num(middle)} {num(y)}v5m-1.5-1.5l1.5 1.5l1.5-1.5"
    elif mark.high > mark.low:
        data += f"M{num(middle)} {num(frame.y(mark.low))}V{num(frame.y(mark.high))}"
    if mark.value > frame.ceiling:
        data += f"M{num(middle - 2)} {num(y + 3)}l2-3l2 3"
    return data


def _rules(frame: Frame, rules: Sequence[Rule]) -> Iterable[str]:
    """Numbered lines; a number that would cover its neighbour's goes one row up."""
    rows: list[float] = []
    for rule in sorted(rules, key=lambda r: (r.day, r.number)):
        x = frame.x(rule.day)
        row = next((i for i, end in enumerate(rows) if x - end >= LABEL_GAP), len(rows))
        rows[row : row + 1] = [x]
        y = frame.top - 8 - row * LABEL_GAP
        yield tag("path", class_=f"rule {rule.kind}", d=f"M{num(x)} {num(y + 4)}V{num(frame.bottom)}")
        yield tag("circle", class_=f"knob {rule.kind}", cx=x, cy=y, r=5.2)
        yield text(x, y + 2.6, str(rule.number), class_=f"knob-text {rule.kind}")


def rows_needed(frame: Frame, days: Iterable[Date]) -> int:
    """How many rows of numbers :func:`series` will need above the chart."""
    rows: list[float] = []
    for day in sorted(days):
        x = frame.x(day)
        row = next((i for i, end in enumerate(rows) if x - end >= LABEL_GAP), len(rows))
        rows[row : row + 1] = [x]
    return len(rows)


def _usual_label(frame: Frame, usual: Sequence[Usual], words: str) -> str:
    first = usual[0]
    left, _ = frame.edges(first.week.monday, first.week.sunday)
    y = frame.y(first.bound)
    return text(left + 2, min(y - 3, frame.bottom - 3), words, class_="usual-text")


def _now(frame: Frame, count: WeekCount, words: str) -> Iterable[str]:
    x, y = _middle(frame, count.week), frame.y(count.mean)
    yield tag("circle", class_="dot", cx=x, cy=y, r=2.6)
    late = x > WIDTH * 0.7
    above = y - 6 if y > frame.top + 12 else y + 12
    yield text(x - 5 if late else x + 5, above, words, class_="now-text end" if late else "now-text")


STRIP_STEP = 9.0


def _strip_base(frame: Frame) -> float:
    return frame.bottom + 22 + 4 * STRIP_STEP


def _strip(frame: Frame, strip: Sequence[tuple[Week, Level]]) -> Iterable[str]:
    """Levels over time: a higher column is a higher level; what was not assessed is dashed, as tall as all."""
    if not strip:
        return
    base = _strip_base(frame)
    columns: dict[Level, list[str]] = {}
    for week, level in strip:
        left, right = frame.edges(week.monday, week.sunday)
        tall = (level.rank + 1) * STRIP_STEP if level.assessed else 4 * STRIP_STEP
        data = f"M{num(left)} {num(base)}v{num(-tall)}h{num(right - left - 0.4)}v{num(tall)}z"
        columns.setdefault(level, []).append(data)
    for level, column in sorted(columns.items()):
        yield tag("path", class_=f"col lv-{level.value.replace('_', '-')}", d="".join(column))
    yield tag("path", class_="axis", d=f"M{num(LEFT)} {num(base)}H{num(WIDTH - RIGHT)}")


def strip_height() -> float:
    return 22 + 4 * STRIP_STEP + 4


SPARK_WIDTH, SPARK_HEIGHT = 150.0, 34.0


def spark_shapes(counts: Sequence[WeekCount], first: Week, last: Week, bound: float | None) -> str:
    """The last months of a series, small: no axis, the last point marked; its words stand beside it."""
    width, height = SPARK_WIDTH, SPARK_HEIGHT
    inside = [c for c in counts if first <= c.week <= last]
    top = max([c.high90 for c in inside] + ([bound] if bound else []), default=1.0) or 1.0
    start = first.monday
    weeks = max(1, (last.monday - start).days // 7)

    def x(count: WeekCount) -> float:
        return 3 + (width - 6) * (count.week.monday - start).days / 7 / weeks

    def y(value: float) -> float:
        return height - 3 - (height - 6) * min(1.0, value / top)

    parts = []
    if bound:
        parts.append(tag("path", class_="usual-edge", d=f"M3 {num(y(bound))}H{num(width - 3)}"))
    for run in _runs(inside):
        band = [(x(c), y(c.high90)) for c in run] + [(x(c), y(c.low90)) for c in reversed(run)]
        parts.append(tag("path", class_="band90", d=path(band, close=True)))
        lines = ([(left, y(c.mean)) for left, c in heard] for heard in _heard([(x(c), c) for c in run]))
        parts += [tag("path", class_="mean", d=path(line)) for line in lines]
    if inside and inside[-1].week == last and inside[-1].coverage.share > 0:
        parts.append(tag("circle", class_="dot", cx=x(inside[-1]), cy=y(inside[-1].mean), r=2.6))
    return "".join(parts)


def spark(name: str, drawn: str, title: str) -> Markup:
    """A small chart with its title."""
    return picture(SPARK_WIDTH, SPARK_HEIGHT, [drawn], name=name, title=title, desc="", kind="spark")
