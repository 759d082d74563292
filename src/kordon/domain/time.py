"""Weeks and spans: when something happened, as exactly as a report tells it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kordon.domain.errors import DomainError

Date = dt.date
ONE_DAY = dt.timedelta(days=1)
_WEEK = re.compile(r"(\d{4})-W(\d{2})\Z")


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """An ISO 8601 week, Monday to Sunday; ``Week.parse("2024-W22")``."""

    year: int
    number: int

    def __post_init__(self) -> None:
        try:
            dt.date.fromisocalendar(self.year, self.number, 1)
        except ValueError:
            raise DomainError(
                f"There is no week {self.number} in {self.year}; write a week as 2024-W22."
            ) from None

    @classmethod
    def parse(cls, text: str) -> Week:
        """Read ``2024-W22``; raises :class:`DomainError` with a sentence for anything else."""
        match = _WEEK.match(text.strip())
        if match is None:
            raise DomainError(f"{text!r} is not a week; write it as 2024-W22.")
        return cls(int(match[1]), int(match[2]))

    @classmethod
    def of(cls, day: Date) -> Week:
        """The week that a day belongs to."""
        year, number, _ = day.isocalendar()
        return cls(year, number)

    @property
    def monday(self) -> Date:
        return dt.date.fromisocalendar(self.year, self.number, 1)

    @property
    def sunday(self) -> Date:
        return dt.date.fromisocalendar(self.year, self.number, 7)

    @property
    def span(self) -> Span:
        return Span(self.monday, self.sunday, Precision.WEEK)

    def __add__(self, weeks: int) -> Week:
        return Week.of(self.monday + dt.timedelta(weeks=weeks))

    def __sub__(self, weeks: int) -> Week:
        return self + -weeks

    def until(self, last: Week) -> Iterator[Week]:
        """This week and every later one up to and including ``last``."""
        week = self
        while week <= last:
            yield week
            week = week + 1

    def days(self) -> tuple[Date, ...]:
        return tuple(self.monday + dt.timedelta(days=i) for i in range(7))

    def __str__(self) -> str:
        return f"{self.year}-W{self.number:02d}"


class Precision(StrEnum):
    """How exactly a span is told. ``days`` is an exact run of several days (a weekend, a night)."""

    DAY = "day"
    DAYS = "days"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    RECENT = "recent"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day, both inclusive; ``None`` where the text sets no bound on that side."""

    start: Date | None
    end: Date | None
    precision: Precision

    def __post_init__(self) -> None:
        if self.start and self.end and self.end < self.start:
            raise DomainError(f"A span ends on {self.end}, before it starts on {self.start}.")

    @classmethod
    def day(cls, day: Date) -> Span:
        return cls(day, day, Precision.DAY)

    @classmethod
    def between(cls, start: Date, end: Date) -> Span:
        """An exact span, one day or several."""
        return cls(start, end, Precision.DAY if start == end else Precision.DAYS)

    @classmethod
    def untold(cls) -> Span:
        return _UNTOLD

    @property
    def length(self) -> int | None:
        """Days in the span, or ``None`` when a side is open."""
        if self.start is None or self.end is None:
            return None
        return (self.end - self.start).days + 1

    def days(self) -> Iterator[Date]:
        """Every day of a bounded span; nothing for an open one."""
        if self.start is None or self.end is None:
            return
        day = self.start
        while day <= self.end:
            yield day
            day += ONE_DAY

    def overlap(self, start: Date, end: Date) -> int:
        """How many days of this span lie in ``start..end``; an open side reaches as far as that."""
        first = max(self.start or start, start)
        last = min(self.end or end, end)
        return max(0, (last - first).days + 1)

    def within(self, start: Date, end: Date) -> bool:
        """Whether the whole (bounded) span lies in ``start..end``."""
        return self.start is not None and self.end is not None and start <= self.start and self.end <= end


_UNTOLD = Span(None, None, Precision.UNKNOWN)  # one for all: most things that are told have no day
