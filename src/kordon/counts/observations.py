"""Which printed figures speak for a border, and what each leaves open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from kordon.domain.coded import Figure, FigureForm, PlacePrecision
from kordon.domain.quantity import Quantity, leading_step
from kordon.domain.time import Date
from kordon.vocabulary import Vocabulary

LONGEST = 400  # days; a span longer than that says next to nothing about a week
COVERING = 31  # days; a span longer than that does not speak for each of its days
_PERIODS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
_OPEN_SHARE = 0.05  # how far above a figure worded 'over' the count may plausibly lie, as a share of it
_NOBODY: Mapping[str, str] = MappingProxyType({})


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
    borders: tuple[str, ...] = ()  # of a group: the count is that of all together
    sources: tuple[str, ...] = ()  # who printed it, as far as told

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
    borders: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

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


def borders_of(figure: Figure, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The borders whose attempts a figure counts together; nothing where it does not speak for told days.

    A figure of a part of a border is heard as a lower bound, one of a group of borders as the sum of theirs.
    """
    if not (
        figure.modality.counts
        and figure.unit in vocabulary["units"]
        and bool(vocabulary["units"][figure.unit].get("attempt"))
        and figure.span.length is not None
        and figure.span.length <= LONGEST
        and (figure.form is not FigureForm.RATE or figure.per in _PERIODS)
    ):
        return ()
    if figure.place.group is None:
        return figure.place.borders if len(figure.place.borders) == 1 else ()
    group = vocabulary["groups"].get(figure.place.group)
    return tuple(group.get("borders") or ()) if group else ()


def observe(figure: Figure, borders: tuple[str, ...], publishers: Mapping[str, str]) -> Observation:
    """The observation that a figure with a bounded span makes; a rate speaks for the whole of its span.

    ``publishers`` are the sources of reports by their ids.
    """
    start, end = figure.span.start, figure.span.end
    assert start is not None and end is not None
    low, high = interval(figure.quantity)
    if figure.form is FigureForm.RATE and figure.per is not None:
        periods = ((end - start).days + 1) / _PERIODS[figure.per]
        low, high = low * periods, high * periods
    reports = tuple(dict.fromkeys(e.report for e in figure.evidence))
    part = figure.place.precision in (PlacePrecision.PART, PlacePrecision.POINT)
    sources = tuple(dict.fromkeys(publishers[r] for r in reports if r in publishers))
    return Observation(figure.id, start.toordinal(), end.toordinal(), low, high, reports, part, borders, sources)


def observations(
    figures: Iterable[Figure],
    borders: Sequence[str],
    first: Date,
    last: Date,
    vocabulary: Vocabulary,
    publishers: Mapping[str, str] = _NOBODY,
    groups: bool = False,
) -> tuple[Observation, ...]:
    """What is said of any of ``borders`` in spans that touch ``first..last``, in one fixed order.

    With ``groups``, figures of groups are heard whose borders are all among ``borders``.
    """
    wanted = frozenset(borders)
    found: list[Observation] = []
    for figure in figures:
        spoken_of = borders_of(figure, vocabulary)
        if not spoken_of or not wanted.issuperset(spoken_of) or figure.span.overlap(first, last) == 0:
            continue
        if groups or figure.place.group is None:
            found.append(observe(figure, spoken_of, publishers))
    return tuple(sorted(found, key=lambda o: (o.borders, o.start, o.end, o.low, o.high, o.figure)))


def combine(found: Sequence[Observation]) -> tuple[Combined, ...]:
    """One observation a span (and one for what is told of parts of the border), in order of borders and spans.

    Where the intervals of all figures meet, the count lies in their meeting. Where they do not, the value is their
    mean, weighted by how narrow they are, and the variance is how far they stand apart.
    """
    by_span: dict[tuple[tuple[str, ...], int, int, bool], list[Observation]] = {}
    for one in found:
        by_span.setdefault((one.borders, *one.span, one.part), []).append(one)
    return tuple(_combined(by_span[key]) for key in sorted(by_span))


def _combined(same: Sequence[Observation]) -> Combined:
    low, high = max(o.low for o in same), min(o.high for o in same)
    first, ids = same[0], tuple(o.figure for o in same)
    sources = tuple(dict.fromkeys(s for o in same for s in o.sources))
    if first.part:
        return Combined(first.start, first.end, low, 0.0, ids, True, first.borders, sources)
    if low <= high:
        value, variance = (low + high) / 2, (high - low) ** 2 / 12  # of an even distribution
    else:
        weights = [1 / (1 + (o.high - o.low) ** 2 / 12) for o in same]
        middles = [(o.low + o.high) / 2 for o in same]
        value = sum(w * m for w, m in zip(weights, middles, strict=True)) / sum(weights)
        variance = sum(w * (m - value) ** 2 for w, m in zip(weights, middles, strict=True)) / sum(weights)
    return Combined(first.start, first.end, value, variance, ids, False, first.borders, sources)
