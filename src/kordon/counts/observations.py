"""Which printed figures speak for a border, and what each leaves open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kordon.domain.coded import Figure, FigureForm, PlacePrecision
from kordon.domain.quantity import Quantity, leading_step
from kordon.domain.time import Date
from kordon.vocabulary import Vocabulary

LONGEST = 400  # days; a span longer than that says next to nothing about a week
COVERING = 31  # days; a span longer than that does not speak for each of its days
_PERIODS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
_OPEN_SHARE = 0.05  # how far above a figure worded 'over' the count may plausibly lie, as a share of it


@dataclass(frozen=True, slots=True)
class Observation:
    """What one figure says: the count of the days ``start`` to ``end`` lies in ``low..high``.

    Days are proleptic Gregorian ordinals, both inclusive, as :meth:`datetime.date.toordinal` gives them.
    """

    figure: str
    start: int
    end: int
    low: float
    high: float
    reports: tuple[str, ...] = ()
    part: bool = False  # of a part of the border: the whole has at least ``low``

    @property
    def span(self) -> tuple[int, int]:
        return (self.start, self.end)

    @property
    def days(self) -> int:
        return self.end - self.start + 1


@dataclass(frozen=True, slots=True)
class Combined:
    """All figures of one span as a single observation: repeats of a figure are no further evidence.

    ``value`` people and ``variance`` people squared: what roundings and the disagreement of the figures leave
    open.
    """

    start: int
    end: int
    value: float
    variance: float
    figures: tuple[str, ...]
    part: bool = False  # ``value`` is a lower bound

    @property
    def span(self) -> tuple[int, int]:
        return (self.start, self.end)

    @property
    def days(self) -> int:
        return self.end - self.start + 1


def interval(quantity: Quantity) -> tuple[float, float]:
    """The interval of a quantity, with a soft upper end where the wording sets none.

    'over 2,000' is printed for counts just above it, because 'over 3,000' would have been printed for more: the
    upper end is one last told digit above, and never less than 5 % above.
    """
    if quantity.high is not None:
        return quantity.low, quantity.high
    return quantity.low, quantity.low + max(leading_step(quantity.low), _OPEN_SHARE * quantity.low)


def speaks_for(figure: Figure, border: str, vocabulary: Vocabulary) -> bool:
    """Whether a figure is one of attempts on exactly this border, for days that are told.

    A figure of a group of borders is not split. A figure of a part of a border is heard as a lower bound.
    """
    return (
        figure.modality.counts
        and figure.unit in vocabulary["units"]
        and bool(vocabulary["units"][figure.unit].get("attempt"))
        and figure.place.group is None
        and figure.place.borders == (border,)
        and figure.span.length is not None
        and figure.span.length <= LONGEST
        and (figure.form is not FigureForm.RATE or figure.per in _PERIODS)
    )


def observe(figure: Figure) -> Observation:
    """The observation that a figure with a bounded span makes; a rate speaks for the whole of its span."""
    start, end = figure.span.start, figure.span.end
    assert start is not None and end is not None
    low, high = interval(figure.quantity)
    if figure.form is FigureForm.RATE and figure.per is not None:
        periods = ((end - start).days + 1) / _PERIODS[figure.per]
        low, high = low * periods, high * periods
    reports = tuple(dict.fromkeys(e.report for e in figure.evidence))
    part = figure.place.precision in (PlacePrecision.PART, PlacePrecision.POINT)
    return Observation(figure.id, start.toordinal(), end.toordinal(), low, high, reports, part)


def observations(
    figures: Iterable[Figure], border: str, first: Date, last: Date, vocabulary: Vocabulary
) -> tuple[Observation, ...]:
    """What is said of a border in spans that touch ``first..last``, in one fixed order."""
    found = (observe(f) for f in figures if speaks_for(f, border, vocabulary) and f.span.overlap(first, last) > 0)
    return tuple(sorted(found, key=lambda o: (o.start, o.end, o.low, o.high, o.figure)))


def combine(found: Sequence[Observation]) -> tuple[Combined, ...]:
    """One observation a span (and one for what is told of parts of the border), in order of the spans.

    Where the intervals of all figures meet, the count lies in their meeting. Where they do not, the value is their
    mean, weighted by how narrow they are, and the variance is how far they stand apart.
    """
    by_span: dict[tuple[int, int, bool], list[Observation]] = {}
    for one in found:
        by_span.setdefault((*one.span, one.part), []).append(one)
    return tuple(_combined(by_span[key]) for key in sorted(by_span))


def _combined(same: Sequence[Observation]) -> Combined:
    low, high = max(o.low for o in same), min(o.high for o in same)
    ids = tuple(o.figure for o in same)
    if same[0].part:
        return Combined(same[0].start, same[0].end, low, 0.0, ids, part=True)
    if low <= high:
        value, variance = (low + high) / 2, (high - low) ** 2 / 12  # of an even distribution
    else:
        weights = [1 / (1 + (o.high - o.low) ** 2 / 12) for o in same]
        middles = [(o.low + o.high) / 2 for o in same]
        value = sum(w * m for w, m in zip(weights, middles, strict=True)) / sum(weights)
        variance = sum(w * (m - value) ** 2 for w, m in zip(weights, middles, strict=True)) / sum(weights)
    return Combined(same[0].start, same[0].end, value, variance, ids)
