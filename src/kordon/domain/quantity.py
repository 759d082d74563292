"""Quantities as they are printed: 'almost 3,000' is an interval, not a number."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kordon.domain.errors import DomainError


class Rounding(StrEnum):
    """The word that stands before a figure. ``rounded``: a round figure without such a word."""

    EXACT = "exact"
    OVER = "over"
    AT_LEAST = "at_least"
    ALMOST = "almost"
    UP_TO = "up_to"
    ABOUT = "about"
    ROUNDED = "rounded"
    RANGE = "range"
    VAGUE = "vague"


def leading_step(value: float) -> float:
    """The size of the last digit that a round figure still tells: 3,000 -> 1,000; 2,800 -> 100; 84 -> 1."""
    number = round(value)
    if number == 0:
        return 1.0
    step = 1
    while number % (step * 10) == 0:
        step *= 10
    return float(step)


@dataclass(frozen=True, slots=True)
class Quantity:
    """``low <= best <= high``, counts of whole things, never below zero.

    ``high`` is ``None`` where the wording sets no upper bound ('over 200').
    """

    best: float
    low: float
    high: float | None
    rounding: Rounding = Rounding.EXACT

    def __post_init__(self) -> None:
        if self.low < 0 or self.best < 0:
            raise DomainError(f"A count cannot be below zero, but this one is {min(self.low, self.best):g}.")
        if not self.low <= self.best or (self.high is not None and self.best > self.high):
            raise DomainError(
                f"A quantity must keep low <= best <= high, but this one has {self.low:g}, {self.best:g}, "
                f"{self.high if self.high is None else format(self.high, 'g')}."
            )

    @classmethod
    def exactly(cls, value: float) -> Quantity:
        return cls(value, value, value)

    @classmethod
    def worded(cls, value: float, rounding: Rounding) -> Quantity:
        """The interval that a wording leaves open around a printed figure.

        'over 200' is [200, unbounded); 'almost 3,000' is [2,500, 3,000]; 'about 450' is [445, 455]; a round figure
        without a word is open by half of its last told digit ('3,000': 2,500 to 3,500). The best value is the
        printed one, because that is what the source vouches for.
        """
        half = leading_step(value) / 2
        match rounding:
            case Rounding.EXACT:
                return cls.exactly(value)
            case Rounding.OVER | Rounding.AT_LEAST:
                return cls(value, value, None, rounding)
            case Rounding.ALMOST:
                return cls(value, max(0.0, value - half), value, rounding)
            case Rounding.UP_TO:
                return cls(value, 0.0, value, rounding)
            case _:
                return cls(value, max(0.0, value - half), value + half, rounding)
