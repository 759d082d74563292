"""Read numbers and dates out of a text in one language."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from babel.numbers import get_decimal_symbol, get_group_symbol

from kordon.commentary.language import Language
from kordon.domain.time import Date

_SPACE = r"[ \u00a0\u202f\u2009]"
_DASH = r"[-\u2013\u2014]"


@dataclass(frozen=True, slots=True)
class Token:
    """A number or date as written, with its value and how many decimals it shows."""

    text: str
    value: float | Date
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class _Reader:
    date: re.Pattern[str]
    number: re.Pattern[str]
    word: re.Pattern[str]
    exempt: re.Pattern[str] | None
    months: Mapping[str, int]
    group: str
    decimal: str


def read(text: str, language: Language, near: Date) -> Iterator[Token]:
    """Every number and date of a text, dates first; a date without a year is the one nearest to ``near``.

    A percentage is read as its number (38 % as 38). A day that does not exist (31 June) is read as bare numbers.
    """
    reader = _reader(language)
    rest = text
    for match in reader.date.finditer(text):
        found = list(_dates(match, reader, near))
        if found:
            yield from found
            rest = rest[: match.start()] + "\x00" * len(match[0]) + rest[match.end() :]
    if reader.exempt is not None:
        rest = reader.exempt.sub(lambda m: "\x00" * len(m[0]), rest)
    for match in reader.number.finditer(rest):
        yield _number(match[0], reader)
    for match in reader.word.finditer(rest):
        yield Token(match[0], float(language.words[match[0].lower()]))


@lru_cache(maxsize=16)
def _reader(language: Language) -> _Reader:
    months = {
        name.lower(): number
        for style in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in language.locale.months[style][width].items()
    }
    names = "|".join(sorted((re.escape(m) for m in months), key=len, reverse=True))
    day, year = r"(?<!\d)(?P<{0}>\d{{1,2}})", rf"(?:,?{_SPACE}(?P<year>\d{{4}})(?!\d))?"
    date = (
        rf"(?:{day.format('first')}(?:{_SPACE}(?P<month1>{names}))?{_SPACE}?{_DASH}{_SPACE}?)?"
        rf"{day.format('day')}{_SPACE}(?P<month>{names})\b{year}"
        rf"|\b(?P<month2>{names}){_SPACE}(?P<day2>\d{{1,2}})(?!\d)(?:,?{_SPACE}(?P<year2>\d{{4}})(?!\d))?"
        r"|(?<!\d)(?P<iso>\d{4}-\d{2}-\d{2})(?!\d)"
    )
    group, decimal = get_group_symbol(language.locale), get_decimal_symbol(language.locale)
    spaces = _SPACE if group.isspace() else re.escape(group)
    number = rf"\d{{1,3}}(?:{spaces}\d{{3}})+(?:{re.escape(decimal)}\d+)?(?!\d)|\d+(?:{re.escape(decimal)}\d+)?"
    words = "|".join(sorted(map(re.escape, language.words), key=len, reverse=True))
    exempt = "|".join(map(re.escape, language.exempt))
    flags = re.IGNORECASE
    return _Reader(
        re.compile(date, flags),
        re.compile(number),
        re.compile(rf"(?<!\w)(?:{words})(?!\w)", flags),
        re.compile(rf"(?<!\w)(?:{exempt})(?!\w)", flags) if exempt else None,
        months,
        group,
        decimal,
    )


def _dates(match: re.Match[str], reader: _Reader, near: Date) -> Iterator[Token]:
    if match["iso"]:
        try:
            yield Token(match[0], dt.date.fromisoformat(match["iso"]))
        except ValueError:
            return
        return
    year_text = match["year"] or match["year2"]
    year = int(year_text) if year_text else None
    months = {name: reader.months[match[name].lower()] for name in ("month1", "month", "month2") if match[name]}
    pairs = [
        ("first", months.get("month1", months.get("month"))),
        ("day", months.get("month")),
        ("day2", months.get("month2")),
    ]
    values = [_date(int(match[d]), month, year, near) for d, month in pairs if match[d] and month]
    if any(v is None for v in values):
        return
    for value in values:
        assert value is not None
        yield Token(match[0], value)


def _date(day: int, month: int, year: int | None, near: Date) -> Date | None:
    found = []
    for candidate in (year,) if year else (near.year - 1, near.year, near.year + 1):
        try:
            found.append(dt.date(candidate, month, day))
        except ValueError:
            continue
    return min(found, key=lambda d: abs((d - near).days), default=None)


def _number(text: str, reader: _Reader) -> Token:
    plain = re.sub(_SPACE, "", text) if reader.group.isspace() else text.replace(reader.group, "")
    whole, _, part = plain.partition(reader.decimal)
    return Token(text, float(f"{whole}.{part or 0}"), len(part))
