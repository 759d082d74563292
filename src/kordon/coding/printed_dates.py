"""Days, months and years as they are printed: '4 June', '3.05.2024', '2021–2022'."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from kordon.coding.lexicon import Settings
from kordon.coding.sentences import Sentence
from kordon.domain.time import ONE_DAY, Date, Precision, Span

YEARS = range(1990, 2060)
_NUMERIC = re.compile(r"(?<![\w.])(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})\.(\d{1,2})\.(\d{4}))(?!\w)")
FOUR_DIGITS = re.compile(r"\d{4}")  # every date in digits and every year has four of them together
_YEAR = re.compile(
    r"(?<![\w.,-])((?:19|20)\d{2})(?:\s*[-–—/]\s*((?:20)?\d{2})(?!\w))?(?!\w|[.,]\d|-\d|\s*%)(-[^\W\d]+)?"
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative times are told from: the day of publication and, on a weekly page, its week."""

    published: Date | None
    week: Span | None

    @property
    def day(self) -> Date | None:
        """The last day that the text can tell of."""
        if self.week is not None:
            return self.week.end
        return self.published


class Time(NamedTuple):
    """A time at ``start..end``. ``near`` is the reading for what lies ahead. ``since``: from there to now;
    ``until``: up to there; ``begins``: in force from there; ``said``: the day of a statement, not of what it
    tells; ``rel`` names a relative time; ``against``: something is compared with that time."""

    start: int
    end: int
    span: Span
    near: Span
    since: bool = False
    until: bool = False
    begins: bool = False
    said: bool = False
    rel: str = ""
    against: bool = False


@cache
def patterns(settings: Settings) -> tuple[re.Pattern[str], ...]:
    ordinal = "|".join(re.escape(o) for o in sorted(settings.ordinals, key=len, reverse=True))
    ordinal = rf"(?:{ordinal})?" if ordinal else ""
    between = "|".join([r"\s*[-–—]\s*", *(rf"\s+{re.escape(w)}\s+" for w in settings.between)])
    marks = "|".join(re.escape(m) for m in settings.day_marks)
    mark = rf"(?:\s*(?:{marks}))?" if marks else ""
    year_marks = "|".join(re.escape(m) for m in settings.year_marks)
    year_mark = rf"\s*(?:{year_marks})?\s*" if year_marks else r"\s*"
    if settings.day_follows == "marked":  # 'birželio 4 d.', but 'birželį 12 asmenų'
        endings = "|".join(re.escape(o) for o in (*settings.ordinals, *settings.day_marks))
        mark = rf"(?:\s*(?:{endings})(?!\w))"
    left = re.compile(rf"(?<![\w.,:])(?:(\d{{1,2}}){ordinal}(?:{between}))?(\d{{1,2}}){ordinal}\s*(?:of\s+)?\Z")
    day = rf"(\d{{1,2}}){ordinal}"
    right = re.compile(rf"\s*(?:the\s+)?{day}(?!\w|[.,:]\d)(?:(?:{between}){day}(?!\w))?{mark}")
    year_after = re.compile(r"\s*,?\s*((?:19|20)\d{2})(?!\w|,\d)")
    year_before = re.compile(rf"(?<!\w)((?:19|20)\d{{2}})\.?{year_mark},?\s*\Z")
    join = re.compile(rf"{year_mark}(?:{between})\s*")
    return left, right, year_after, year_before, join


def date_of(year: int, month: int, day: int) -> Date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _past(month: int, day: int, anchor: Date) -> Date | None:
    return next((d for y in (anchor.year, anchor.year - 1) if (d := date_of(y, month, day)) and d <= anchor), None)


def _nearest(month: int, day: int, anchor: Date) -> Date | None:
    days = [d for y in (anchor.year - 1, anchor.year, anchor.year + 1) if (d := date_of(y, month, day))]
    return min(days, key=lambda d: abs((d - anchor).days), default=None)


class Day(NamedTuple):
    """A run of days of one month as printed, before its year is told."""

    start: int
    end: int
    month: int
    first: int | None
    last: int | None
    year: int | None


def month_dates(sentence: Sentence, settings: Settings) -> list[Day]:
    left, right, year_after, year_before, _ = patterns(settings)
    text, offset = sentence.text, sentence.start
    found: list[Day] = []
    for token in sentence.cls("month"):
        start, end = token.start - offset, token.end - offset
        if end < len(text) and text[end] == "." and end + 1 < len(text) and text[end + 1] != "\n":
            end += 1
        first = last = None
        if match := left.search(text, max(0, start - 24), start):
            first, last = match[1], match[2]
            start = match.start()
        elif settings.day_follows != "no" and (match := right.match(text, end)):
            first, last = match[1], match[2] or match[1]
            end = match.end()
        year = None
        if match := year_after.match(text, end):
            year, end = int(match[1]), match.end()
        elif match := year_before.search(text, max(0, start - 16), start):
            year, start = int(match[1]), match.start()
        if last is None and token.entry.rel == "abbreviated":
            continue  # 'Jan' may be a name
        low = int(first) if first else (int(last) if last else None)
        high = int(last) if last else low
        if low is not None and high is not None and not (1 <= low <= high <= 31):
            continue
        found.append(Day(offset + start, offset + end, int(token.entry.value), low, high, year))
    return found


def day_time(day: Day, year: int | None, anchor: Anchor) -> Time | None:
    reference = anchor.day
    if day.first is None or day.last is None:
        if year is None and reference is None:
            return None
        if year is None and reference is not None:
            past = next(y for y in (reference.year, reference.year - 1) if dt.date(y, day.month, 1) <= reference)
            near = _nearest(day.month, 15, reference) or reference
            span = month_span(past, day.month)
            if span.start is not None and (past, day.month) == (reference.year, reference.month):
                span = Span.between(span.start, reference)  # a month that is not over
            return Time(day.start, day.end, span, month_span(near.year, day.month))
        assert year is not None
        span = month_span(year, day.month)
        return Time(day.start, day.end, span, span)
    if year is not None:
        first, last = date_of(year, day.month, day.first), date_of(year, day.month, day.last)
        if first is None or last is None:
            return None
        return Time(day.start, day.end, Span.between(first, last), Span.between(first, last), rel="dated")
    if reference is None:
        return None
    spans = []
    begun = date_of(reference.year, day.month, day.first)
    going_on = begun is not None and day.first < day.last and begun <= reference  # 'from 18 to 22', on the 19th
    for choose in (_past, _nearest):
        last = choose(day.month, day.last, reference + ONE_DAY if choose is _past else reference)
        if going_on and choose is _past:
            last = date_of(reference.year, day.month, day.last)
        first = date_of(last.year, day.month, day.first) if last else None
        if last is None or first is None:
            return None
        spans.append(Span.between(first, last))
    return Time(day.start, day.end, spans[0], spans[1])


def month_span(year: int, month: int) -> Span:
    first = dt.date(year, month, 1)
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    return Span(first, following - ONE_DAY, Precision.MONTH)


def year_span(year: int, last: int | None = None) -> Span:
    return Span(dt.date(year, 1, 1), dt.date(last or year, 12, 31), Precision.YEAR)


def numeric_times(sentence: Sentence) -> Iterable[Time]:
    for match in _NUMERIC.finditer(sentence.text):
        parts = match.groups()
        numbers = parts[:3] if parts[0] else (parts[5], parts[4], parts[3])
        day = date_of(*(int(n or 0) for n in numbers))
        if day is not None:
            span = Span.day(day)
            yield Time(sentence.start + match.start(), sentence.start + match.end(), span, span)


def year_times(sentence: Sentence, taken: list[tuple[int, int]]) -> Iterable[Time]:
    """Years that stand alone: after a word of time, in brackets, or as a pair. '2021 people' is no year."""
    nouns = [t.start for t in sentence.cls("noun")]
    for match in _YEAR.finditer(sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        year = int(match[1])
        if _names(sentence, match.start()):
            continue  # „Zapad 2025“
        if year not in YEARS or any(a < end and start < b for a, b in taken):
            continue
        if match[3] is not None and any(
            start < t.start < end for t in (*sentence.cls("noun"), *sentence.cls("size"))
        ):
            continue  # '2000-strong', but '2024-aisiais'
        if (
            any(n - end <= 12 and n >= end for n in nouns)
            and match[2] is None
            and not any(0 <= start - t.end <= 1 for t in (*sentence.cls("in"), *sentence.cls("time")))
        ):
            continue
        last = None
        if match[2] is not None:
            last = int(match[2]) if len(match[2]) == 4 else year // 100 * 100 + int(match[2])
            if not year < last <= year + 20:
                last = None
        span = year_span(year, last)
        yield Time(start, end, span, span)


def _names(sentence: Sentence, place: int) -> bool:
    """Whether a year is part of a name: in quotation marks after a word, or right after an exercise."""
    before = sentence.text[max(0, place - 24) : place]
    opening = max(before.rfind(mark) for mark in '«„“"')
    if opening >= 0 and before[opening + 1 :].strip().isalpha():
        return True
    return any(
        t.concept == "object.exercise" and t.end == sentence.start + place - 1 and before.strip().istitle()
        for t in sentence.cls("object")
    )
