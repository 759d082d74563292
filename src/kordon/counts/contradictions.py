"""Printed figures that cannot all be true, each named with its place.

What was printed of days that had not come is set aside. Everything else is kept and heard, because nobody can tell
which of two figures is wrong: the fit makes room for both, and here is said that it had to.

A span that ends before it starts never gets this far: a table's row with one is left out and named by
:mod:`kordon.intake`, and :class:`~kordon.domain.time.Span` refuses to hold one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Protocol

from kordon.counts.observations import borders_of
from kordon.domain.coded import Figure, FigureForm, PlacePrecision
from kordon.domain.quantity import Rounding
from kordon.domain.report import Evidence
from kordon.domain.time import ONE_DAY, Date
from kordon.vocabulary import Vocabulary


class Dated(Protocol):
    """A report, or the line of the reading log for one."""

    @property
    def published_at(self) -> Date | None: ...


class Kind(StrEnum):
    FUTURE = "future"  # printed before its days were over
    FALLING = "falling"  # a running total below an earlier one
    DIFFERENT = "different"  # exact figures of the same days that differ


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Figures that cannot all be true. ``evidence`` is where each of ``figures`` stands, in their order."""

    kind: Kind
    figures: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    problem: str
    remedy: str

    @property
    def set_aside(self) -> bool:
        """Whether the figures are not heard; all others are kept."""
        return self.kind is Kind.FUTURE

    def sentence(self, files: Mapping[str, str]) -> str:
        """The contradiction with the file and place of each figure; ``files`` names reports by their ids."""
        places = [f"{files.get(e.report, e.report)}, characters {e.start} to {e.end}" for e in self.evidence]
        return f"{'; '.join(dict.fromkeys(places))}: {self.problem}; {self.remedy}."


@dataclass(frozen=True, slots=True)
class Checked:
    """The figures that may be heard, and what is wrong among all that there were."""

    figures: tuple[Figure, ...]
    contradictions: tuple[Contradiction, ...]


def check(figures: Iterable[Figure], reports: Mapping[str, Dated], vocabulary: Vocabulary) -> Checked:
    """Find what contradicts itself among the figures that counts hear; ``reports`` by id.

    A figure is of the future where its span ends more than a day after the newest of its reports was published:
    a day's notice may be out on the evening before midnight, and by the clocks of two countries. Reports that
    are not known or not dated tell nothing of that.
    """
    every = tuple(figures)
    heard = [f for f in every if borders_of(f, vocabulary)]
    early = [c for f in heard if (c := _future(f, reports)) is not None]
    left_out = {name for c in early for name in c.figures}
    kept = [f for f in heard if f.id not in left_out and f.place.precision is not PlacePrecision.PART]
    found = [*early, *_falling(kept, vocabulary), *_different(kept, vocabulary)]
    return Checked(tuple(f for f in every if f.id not in left_out), tuple(found))


def _future(figure: Figure, reports: Mapping[str, Dated]) -> Contradiction | None:
    days = [reports[e.report].published_at for e in figure.evidence if e.report in reports]
    known = [day for day in days if day is not None]
    if not known or len(known) < len(days) or figure.span.end is None or figure.span.end <= max(known) + ONE_DAY:
        return None
    problem = f"the figure is of days up to {figure.span.end} and was published on {max(known)}"
    return Contradiction(
        Kind.FUTURE,
        (figure.id,),
        _places(figure),
        problem,
        "correct the day of publication or the span; the figure is not heard until then",
    )


def _falling(figures: Iterable[Figure], vocabulary: Vocabulary) -> list[Contradiction]:
    """Running totals from one day that fall: the most that the later leaves is below the least of the earlier."""
    rows: dict[tuple[tuple[str, ...], str, Date], list[Figure]] = {}
    for figure in figures:
        if figure.form is FigureForm.TOTAL and figure.span.start is not None:
            rows.setdefault((borders_of(figure, vocabulary), figure.unit, figure.span.start), []).append(figure)
    found: list[Contradiction] = []
    for row in rows.values():
        highest: Figure | None = None
        for figure in sorted(row, key=_order):
            high = figure.quantity.high
            later = highest is not None and _end(figure) > _end(highest)
            if highest is not None and later and high is not None and high < highest.quantity.low:
                problem = (
                    f"the running total from {figure.span.start} is {_number(highest)} on {highest.span.end} "
                    f"and {_number(figure)} on {figure.span.end}"
                )
                found.append(_kept(Kind.FALLING, [highest, figure], problem))
            if highest is None or figure.quantity.low >= highest.quantity.low:
                highest = figure
    return found


def _different(figures: Iterable[Figure], vocabulary: Vocabulary) -> list[Contradiction]:
    """Exact figures of one span and unit that differ, each next pair of values named once."""
    rows: dict[tuple[tuple[str, ...], str, Date | None, Date | None], dict[float, Figure]] = {}
    for figure in sorted(figures, key=lambda f: f.id):
        if figure.quantity.rounding is Rounding.EXACT and figure.form is not FigureForm.RATE:
            key = (borders_of(figure, vocabulary), figure.unit, figure.span.start, figure.span.end)
            rows.setdefault(key, {}).setdefault(figure.quantity.best, figure)
    found: list[Contradiction] = []
    for (_, _, start, end), values in rows.items():
        for one, other in pairwise(values[v] for v in sorted(values)):
            days = f"{start}" if start == end else f"{start} to {end}"
            problem = f"the exact figures of {days} are {_number(one)} and {_number(other)}"
            found.append(_kept(Kind.DIFFERENT, [one, other], problem))
    return found


def _kept(kind: Kind, figures: list[Figure], problem: str) -> Contradiction:
    remedy = "both are heard, and the count lies where they leave it; correct the one that is wrong"
    evidence = tuple(e for f in figures for e in _places(f))
    return Contradiction(kind, tuple(f.id for f in figures), evidence, problem, remedy)


def _places(figure: Figure) -> tuple[Evidence, ...]:
    return figure.evidence[:1]


def _order(figure: Figure) -> tuple[Date, float, str]:
    return (_end(figure), figure.quantity.low, figure.id)


def _end(figure: Figure) -> Date:
    return figure.span.end or Date.max


def _number(figure: Figure) -> str:
    return f"{figure.quantity.best:,.0f}"
