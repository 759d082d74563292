"""Printed figures of a border: which of them count, and which speak for a whole window together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kordon.domain.coded import Figure
from kordon.domain.material import ReadReport
from kordon.domain.time import Date, Week
from kordon.indicators.definition import Indicator, reaches
from kordon.indicators.events import grade_of, week_of


def figures_of(figures: Iterable[Figure], borders: Sequence[str]) -> dict[str, list[Figure]]:
    """Figures that count, of exactly one border, the shortest span first."""
    found: dict[str, list[Figure]] = {b: [] for b in borders}
    for figure in sorted(figures, key=lambda f: (f.span.length or 0, f.id)):
        if figure.modality.counts and len(figure.place.borders) == 1 and figure.place.borders[0] in found:
            found[figure.place.borders[0]].append(figure)
    return found


def printed_figures(
    figures: Iterable[Figure], indicator: Indicator, week: Week, reports: Mapping[str, ReadReport]
) -> tuple[list[Figure], tuple[str, ...]]:
    """Those in the indicator's units that fall in the window; of one span only the largest. And the ids of those
    that are graded too low."""
    inside: dict[tuple[Date | None, Date | None], Figure] = {}
    unsure: list[str] = []
    for figure in figures:
        if figure.unit not in indicator.counts.units:
            continue
        own = week_of(figure.span)
        if own is None or not week - (indicator.window - 1) <= own <= week:
            continue
        if not reaches(grade_of(figure, reports), indicator.min_grade):
            unsure.append(figure.id)
            continue
        span = (figure.span.start, figure.span.end)
        if span not in inside or inside[span].quantity.best < figure.quantity.best:
            inside[span] = figure
    apart: list[Figure] = []  # a figure whose days lie in those of another is part of it
    for figure in sorted(inside.values(), key=lambda f: (-(f.span.length or 0), f.id)):
        if not any(_overlap(figure, other) for other in apart):
            apart.append(figure)
    return apart, tuple(unsure)


def _overlap(one: Figure, other: Figure) -> bool:
    start, end = other.span.start, other.span.end
    return start is not None and end is not None and one.span.overlap(start, end) > 0
