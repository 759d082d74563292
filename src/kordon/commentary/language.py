"""What is particular to one language: how it writes dates, counts and small words. All of it is read from data.

The functions of this module are the ones that a phrase may call:

========================  ======================================================================
``DAY($date)``            '4 June 2024'; without the year where the week makes it plain
``RANGE($start, $end)``   '27 May – 2 June 2024'
``WEEK($week)``           the days of a week, given as a day in it or as '2024-W22'
``MONTH($date)``          'June 2024'
``ROUGH($count)``         an estimate to the two digits that it can carry: 1,612 is said as 1,600
``PCT($percent)``         38 is said as '38%', by the rules of the language
``SIZE($ratio)``          a word to choose by: 'half' for 0.5, 'double' for 2 (:func:`size`); never said itself
``WORD($count)``          'two' where the language has a word for it, else digits; ``gender: "f"``
========================  ======================================================================
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from fluent.runtime.types import FluentInt, FluentType

from kordon.domain.time import Date, Week
from kordon.vocabulary.documents import Document, read_document

GENDERS = {"m": 0, "f": 1, "n": 2}
LARGEST_SAID = 10  # a count above it is written in digits


def rough(value: float) -> int:
    """A count to the two digits that an estimate carries: 84.3 is 84, 1,612 is 1,600, 25,571 is 26,000."""
    whole = round(value)
    if abs(whole) < 100:
        return whole
    step = int(10 ** (len(str(abs(whole))) - 2))
    return int((abs(whole) + step // 2) // step) * step * (1 if whole > 0 else -1)


# The change that a ratio is said as, by its upper bound: below 1 what is lost, above 1 what is added.
SIZES = (
    (0.15, "tiny"), (0.29, "quarter-left"), (0.42, "third-left"), (0.58, "half"), (0.71, "third-lost"),
    (0.85, "quarter-lost"), (1.18, "none"), (1.29, "quarter"), (1.42, "third"), (1.6, "half-more"),
    (1.85, "two-thirds"), (2.3, "double"), (2.7, "over-double"), (3.4, "triple"),
)  # fmt: skip


def size(ratio: float) -> str:
    """A ratio as a word to choose a wording by; 'manifold' where it is beyond all of :data:`SIZES`."""
    return next((word for bound, word in SIZES if ratio < bound), "manifold")


@dataclass(frozen=True)
class Day(FluentType):
    """A date inside a phrase; ``dated`` tells whether the year is written."""

    date: Date
    dated: bool = True
    style: Language | None = None

    def format(self, locale: Locale) -> str:
        assert self.style is not None
        return self.style.day(self.date, self.dated)


@dataclass(frozen=True, eq=False)
class Language:
    """One language, as its ``language.yaml`` tells it."""

    code: str
    locale: Locale
    patterns: Mapping[str, str]
    said: Mapping[int, tuple[str, ...]]
    words: Mapping[str, int]
    exempt: tuple[str, ...]
    tidying: tuple[tuple[re.Pattern[str], str], ...]

    def day(self, date: Date, dated: bool = True) -> str:
        """'4 June 2024', or '4 June'."""
        return str(format_date(date, self.patterns["dated" if dated else "day"], locale=self.locale))

    def month(self, date: Date) -> str:
        return format_date(date, self.patterns["month"], locale=self.locale)

    def range(self, start: Date, end: Date, dated: bool = True) -> str:
        """'27 May – 2 June 2024', '3–9 June 2024'; the year once where it does not change."""
        last = self.day(end, dated)
        if start == end:
            return last
        if (start.year, start.month) == (end.year, end.month):
            return self.patterns["range_days"].format(first=start.day, end=last)
        return self.patterns["range_months"].format(start=self.day(start, start.year != end.year), end=last)

    def number(self, value: float) -> str:
        return str(format_decimal(value, locale=self.locale))

    def percent(self, value: float) -> str:
        return format_percent(round(value) / 100, locale=self.locale)

    def join(self, parts: list[str]) -> str:
        """'a, b and c'."""
        return format_list(parts, locale=self.locale)

    def tidy(self, text: str) -> str:
        """Apply the spelling that depends on the neighbouring word."""
        for pattern, written in self.tidying:
            text = pattern.sub(written, text)
        return text

    def functions(self) -> dict[str, Callable[..., Any]]:
        """The functions that a phrase in this language may call."""
        return {
            "DAY": self._day,
            "DATETIME": self._day,
            "RANGE": lambda start, end: self.range(start.date, end.date, start.dated or end.dated),
            "WEEK": lambda week: self.range(*_days_of(week)),
            "MONTH": lambda day: self.month(day.date),
            "ROUGH": lambda count: FluentInt(rough(count)),
            "PCT": lambda share: self.percent(share),
            "SIZE": lambda ratio: size(float(ratio)),
            "WORD": self._word,
        }

    def _day(self, day: Day, **_: object) -> str:
        return self.day(day.date, day.dated)

    def _word(self, count: float, gender: str = "m") -> str:
        forms = self.said.get(int(count)) if count == int(count) and count <= LARGEST_SAID else None
        if forms is None:
            return self.number(count)
        return forms[GENDERS[gender]] if len(forms) > 1 else forms[0]


def _days_of(week: Day | str) -> tuple[Date, Date]:
    found = Week.of(week.date) if isinstance(week, Day) else Week.parse(week)
    return found.monday, found.sunday


def read_language(path: Path, name: str) -> Language:
    """Read one ``language.yaml``; raises :class:`kordon.domain.errors.BadDocument`."""
    document = read_document(path, name)
    patterns = ("day", "dated", "month", "range_days", "range_months")
    document.check_keys((), document.data, ("locale", *patterns, "numbers", "exempt", "tidy"))
    said: dict[int, tuple[str, ...]] = {}
    words: dict[str, int] = {}
    for position, entry in enumerate(document.data["numbers"]):
        document.check_keys(("numbers", position), entry, ("number", "say"), ("also",))
        said[entry["number"]] = tuple(entry["say"])
        words.update(dict.fromkeys((*entry["say"], *entry.get("also", ())), entry["number"]))
    return Language(
        code=path.parent.name,
        locale=Locale.parse(document.data["locale"]),
        patterns={key: document.data[key] for key in patterns},
        said=said,
        words=words,
        exempt=tuple(document.data["exempt"]),
        tidying=tuple(_rule(document, position) for position in range(len(document.data["tidy"]))),
    )


def _rule(document: Document, position: int) -> tuple[re.Pattern[str], str]:
    pattern, written = document.data["tidy"][position]
    try:
        return re.compile(pattern), written
    except re.error as error:
        document.complain(("tidy", position), f"the pattern cannot be read ({error})", "mend it")
