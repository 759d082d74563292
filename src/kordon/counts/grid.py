"""The weeks of a series, and the pieces into which Mondays and the ends of printed spans cut them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]


@dataclass(frozen=True)
class Grid:
    """``weeks`` whole weeks from the Monday with the ordinal ``low``."""

    low: int
    weeks: int

    @classmethod
    def over(cls, spans: Iterable[tuple[int, int]], first: int, last: int) -> Grid:
        """The grid of whole weeks that holds ``first..last`` and every span."""
        spans = tuple(spans)
        low = min([first, *(s for s, _ in spans)])
        high = max([last, *(e for _, e in spans)])
        low -= (low - 1) % 7  # ordinal 1 was a Monday
        high += 6 - (high - 1) % 7
        return cls(low, (high + 1 - low) // 7)

    @property
    def days(self) -> int:
        return 7 * self.weeks

    @cached_property
    def week(self) -> Array:
        """(days,) the position of the week of every day."""
        return np.repeat(np.arange(self.weeks), 7)

    @cached_property
    def weekday(self) -> Array:
        """(days,) 0 for Monday to 6 for Sunday."""
        return np.tile(np.arange(7), self.weeks)


@dataclass(frozen=True)
class Pieces:
    """The days of one border cut at every Monday and at every end of a span."""

    grid: Grid
    cuts: Array  # (pieces + 1,) positions of days, from 0 to all of them

    @classmethod
    def cut(cls, grid: Grid, spans: Iterable[tuple[int, int]]) -> Pieces:
        edges = {*range(0, grid.days + 1, 7)}
        for start, end in spans:
            edges |= {start - grid.low, end + 1 - grid.low}
        return cls(grid, np.array(sorted(edges)))

    @property
    def count(self) -> int:
        return len(self.cuts) - 1

    @cached_property
    def week(self) -> Array:
        """(pieces,) the position of the week of every piece."""
        found: Array = self.cuts[:-1] // 7
        return found

    @cached_property
    def of_day(self) -> Array:
        """(days,) the piece of every day."""
        return np.repeat(np.arange(self.count), np.diff(self.cuts))

    def ends(self, spans: Iterable[tuple[int, int]]) -> Array:
        """(spans, 2) the cut before the first day and the cut after the last; every end has to be a cut."""
        days = np.array([(s, e + 1) for s, e in spans], dtype=int).reshape(-1, 2) - self.grid.low
        found = np.searchsorted(self.cuts, days)
        if days.size and not (self.cuts[np.minimum(found, self.count)] == days).all():
            raise ValueError("A span can only be asked for that was named when the pieces were cut.")
        return found

    def sums(self, daily: Array) -> Array:
        """(pieces,) the sums of something daily."""
        found: Array = np.add.reduceat(daily, self.cuts[:-1])
        return found
