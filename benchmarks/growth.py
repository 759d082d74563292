"""How a figure grows with the work, as a picture: log-log lines in a standalone SVG."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

WIDTH, HEIGHT = 720, 420
_LEFT, _RIGHT, _TOP, _BOTTOM = 74, 190, 52, 58  # margins; the right one holds the names of the lines
_LINE = 15  # between two names
_LETTERS = 26  # that fit beside a line before its name is cut
_LIGHT = ("#1d5a86", "#b9471d", "#3f6b35", "#7a4b8c", "#6b6257")
_DARK = ("#8fc3ec", "#e8814a", "#93c07f", "#c79adb", "#b9aea0")


def _hues(hues: Sequence[str]) -> str:
    return " ".join(f".l{i} {{ stroke: {hue} }} .f{i} {{ fill: {hue} }}" for i, hue in enumerate(hues))


_STYLE = f"""
  .paper {{ fill: #fdfdfb }} .grid {{ stroke: #d5d8d4 }} .line {{ fill: none; stroke-width: 2 }}
  text {{ font: 12px system-ui, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; fill: #171b20 }}
  .title {{ font-weight: 600; font-size: 15px }} .tick, .axis {{ fill: #555c63 }}
  {_hues(_LIGHT)}
  @media (prefers-color-scheme: dark) {{
    .paper {{ fill: #12161a }} .grid {{ stroke: #343b41 }}
    text {{ fill: #e8e6df }} .tick, .axis {{ fill: #a5aaab }}
    {_hues(_DARK)}
  }}
"""


FOLDER = Path(__file__).parent / "growth"


def save(name: str, title: str, series: Mapping[str, Sequence[tuple[float, float]]], x: str, y: str) -> Path:
    """:func:`plot`, kept beside the results as ``growth/NAME.svg``."""
    drawn = plot(title, series, x, y)
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{name}.svg").write_text(drawn, encoding="utf-8")
    return FOLDER / f"{name}.svg"


def plot(title: str, series: Mapping[str, Sequence[tuple[float, float]]], x: str, y: str) -> str:
    """An SVG with one line a series, each named at its end; ``x`` and ``y`` name the axes with their units.

    Raises :class:`ValueError` where there is nothing to draw, or a number that a log axis cannot hold.
    """
    points = [p for line in series.values() for p in line]
    if not points or not all(series.values()):
        raise ValueError(f"The picture {title!r} has a line without points; measure at least one for each line.")
    if any(not math.isfinite(v) or v <= 0 for p in points for v in p):
        raise ValueError(f"The picture {title!r} has a number that is not above zero; a log axis cannot hold it.")
    across = _Axis([p[0] for p in points], _LEFT, WIDTH - _RIGHT)
    up = _Axis([p[1] for p in points], HEIGHT - _BOTTOM, _TOP)
    parts = [*_grid(across, up), *_names_of_axes(x, y)]
    for number, line in enumerate(series.values()):
        ordered = sorted(line)
        where = [(across.at(a), up.at(b)) for a, b in ordered]
        hue = number % len(_LIGHT)
        joined = " ".join(f"{a:.1f},{b:.1f}" for a, b in where)
        parts.append(f'<polyline class="line l{hue}" points="{joined}"/>')
        parts += [f'<circle class="f{hue}" cx="{a:.1f}" cy="{b:.1f}" r="3"/>' for a, b in where]
    parts += _names_of_lines(series, across, up)
    told = "; ".join(f"{name}: {_span(line)}" for name, line in series.items())
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
            ' aria-labelledby="t d">',
            f'<title id="t">{escape(title)}</title>',
            f'<desc id="d">{escape(f"{y} against {x}, both axes logarithmic. {told}.")}</desc>',
            f"<style>{_STYLE}</style>",
            f'<rect class="paper" width="{WIDTH}" height="{HEIGHT}"/>',
            f'<text class="title" x="{_LEFT}" y="26">{escape(title)}</text>',
            *parts,
            "</svg>",
            "",
        ]
    )


class _Axis:
    """A log scale from ``first`` to ``last``, in pixels, that begins and ends on a tick."""

    def __init__(self, values: Sequence[float], first: float, last: float) -> None:
        low, high = min(values), max(values)
        steps = _steps(low, high, (1, 2, 5))
        self.ticks = steps if len(steps) <= 7 else _steps(low, high, (1,))
        self.first, self.last = first, last

    def at(self, value: float) -> float:
        low, high = math.log10(self.ticks[0]), math.log10(self.ticks[-1])
        return self.first + (math.log10(value) - low) / (high - low) * (self.last - self.first)


def _steps(low: float, high: float, leading: Sequence[int]) -> list[float]:
    """The least run of ticks that holds both ends, at least two."""
    lowest, highest = math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1
    all_ticks = [float(f"{digit}e{power}") for power in range(lowest, highest + 1) for digit in leading]
    start = max(i for i, tick in enumerate(all_ticks) if tick <= low * (1 + 1e-9))
    end = min(i for i, tick in enumerate(all_ticks) if tick >= high * (1 - 1e-9))
    return all_ticks[start : max(end, start + 1) + 1]


def _grid(across: _Axis, up: _Axis) -> list[str]:
    bottom, right = HEIGHT - _BOTTOM, WIDTH - _RIGHT
    parts = []
    for tick in across.ticks:
        at = across.at(tick)
        parts.append(f'<line class="grid" x1="{at:.1f}" y1="{_TOP}" x2="{at:.1f}" y2="{bottom}"/>')
        parts.append(
            f'<text class="tick" x="{at:.1f}" y="{bottom + 18}" text-anchor="middle">{_number(tick)}</text>'
        )
    for tick in up.ticks:
        at = up.at(tick)
        parts.append(f'<line class="grid" x1="{_LEFT}" y1="{at:.1f}" x2="{right}" y2="{at:.1f}"/>')
        parts.append(
            f'<text class="tick" x="{_LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{_number(tick)}</text>'
        )
    return parts


def _names_of_axes(x: str, y: str) -> list[str]:
    middle = (_LEFT + WIDTH - _RIGHT) / 2
    return [
        f'<text class="axis" x="{middle:.1f}" y="{HEIGHT - 16}" text-anchor="middle">{escape(x)}</text>',
        f'<text class="axis" x="{_LEFT}" y="{_TOP - 8}">{escape(y)}</text>',
    ]


def _names_of_lines(series: Mapping[str, Sequence[tuple[float, float]]], across: _Axis, up: _Axis) -> list[str]:
    """The name of each line beside its last point, moved down where two would meet, and up again at the foot."""
    ends = []
    for number, (name, line) in enumerate(series.items()):
        a, b = max(line)
        ends.append((up.at(b), across.at(a), number, name))
    ends.sort()
    heights: list[float] = []
    for height, *_ in ends:
        heights.append(max(height, heights[-1] + _LINE) if heights else height)
    over = heights[-1] - (HEIGHT - _BOTTOM)
    for place in range(len(heights) - 1, -1, -1):
        limit = heights[place + 1] - _LINE if place + 1 < len(heights) else heights[place] - max(over, 0)
        heights[place] = min(heights[place], limit)
    return [
        f'<text class="f{number % len(_LIGHT)}" x="{at + 10:.1f}" y="{height + 4:.1f}">{escape(_cut(name))}</text>'
        for height, (_, at, number, name) in zip(heights, ends, strict=True)
    ]


def _cut(name: str) -> str:
    return name if len(name) <= _LETTERS else name[: _LETTERS - 1] + "…"


def _number(value: float) -> str:
    """1, 20, 5,000, 2M; below one as many decimals as it needs."""
    for size, letter in ((1e9, "G"), (1e6, "M")):
        if value >= size:
            return f"{value / size:,.0f}{letter}"
    return f"{value:,.0f}" if value >= 1 else f"{value:.{-math.floor(math.log10(value))}f}"


def _span(line: Sequence[tuple[float, float]]) -> str:
    (a, b), (c, d) = min(line), max(line)
    return f"{b:,.3g} at {a:,.6g}" if (a, b) == (c, d) else f"{b:,.3g} at {a:,.6g}, {d:,.3g} at {c:,.6g}"
