"""Which past weeks a week is judged by, and in which season of the year each of them lies.

A. Noufaily et al., Stat. Med. 32 (2013) 1206-1222, section 3: the windows of ``half_window`` weeks to either
side of the same week in each of the ``years`` before are level 0 of the season; the weeks between two windows
are split into ``seasons - 1`` levels. What the paper leaves open (where a calendar year is 53 weeks away, which
level is longer where they cannot be equal) is settled so that the bounds are those of R's ``surveillance``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
YEAR = 52  # weeks, where the series carries no dates


@dataclass(frozen=True, slots=True)
class Design:
    """The reference weeks of one week, the same for every series.

    ``back`` (n,): weeks before the target, those of one level side by side; ``level`` (n,): the season's level of
    each, 0 for the windows (and for the target); ``levels``: how many there are.
    """

    back: Array
    level: Array
    levels: int


def centres(years: int, monday: dt.date | None) -> tuple[int, ...]:
    """How many weeks before the target the same week of each earlier year lies, nearest year first.

    By the calendar where ``monday``, the target's first day, is given: the week whose first day is nearest to the
    same date; else 52 weeks a year.
    """
    if monday is None:
        return tuple(YEAR * y for y in range(1, years + 1))
    return tuple(round((monday - _years_before(monday, y)).days / 7) for y in range(1, years + 1))


def design(centres: Sequence[int], half_window: int, seasons: int, left_out: int) -> Design:
    """The reference weeks around ``centres``, without the ``left_out`` weeks before the target.

    With ``seasons`` = 1 only the windows are used; with more, every week from the earliest window on. Of levels
    that cannot be equally long, those that come first in the year are one week longer.
    """
    found: dict[int, int] = {}
    middle = 0
    for centre in centres:
        for back in range(middle - half_window, middle + half_window + 1):
            found[back] = 0
        if seasons > 1:
            between = range(centre - half_window - 1, middle + half_window, -1)  # the oldest week first
            for part, weeks in enumerate(np.array_split(np.asarray(between), seasons - 1)):
                found.update((int(back), part + 1) for back in weeks)
        middle = centre
    for back in range(middle - half_window, middle + half_window + 1):
        found[back] = 0
    kept = sorted((level, back) for back, level in found.items() if back > left_out)
    told = sorted({level for level, _ in kept})  # a level may lie wholly in the weeks left out
    number = {level: place for place, level in enumerate(told)}
    return Design(
        np.array([back for _, back in kept], dtype=np.intp),
        np.array([number[level] for level, _ in kept], dtype=np.intp),
        len(told),
    )


def _years_before(day: dt.date, years: int) -> dt.date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February: the day after the 28th
        return dt.date(day.year - years, 3, 1)
