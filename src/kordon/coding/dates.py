"""Times as reports tell them, resolved against the week of the header or the day of publication.

A month and day without a year is taken as the last such day for what happened, and as the nearest one for what is
announced; both are kept, because only the reader of the sentence knows which is meant.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from kordon.coding.automaton import Token
from kordon.coding.lexicon import Settings
from kordon.coding.sentences import Sentence
from kordon.domain.time import ONE_DAY, Date, Precision, Span, Week

YEARS = range(1990, 2060)
SAYABLE = ("weekday", "today", "yesterday", "dated", "")  # times that may be the day of a statement


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
    tells; ``rel`` names a relative time."""

    start: int
    end: int
    span: Span
    near: Span
    since: bool = False
    until: bool = False
    begins: bool = False
    said: bool = False
    rel: str = ""


@cache
def _patterns(settings: Settings) -> tuple[re.Pattern[str], ...]:
    ordinal = "|".join(re.escape(o) for o in sorted(settings.ordinals, key=len, reverse=True))
    ordinal = rf"(?:{ordinal})?" if ordinal else ""
    between = "|".join([r"\s*[-–—]\s*", *(rf"\s+{re.escape(w)}\s+" for w in settings.between)])
    marks = "|".join(re.escape(m) for m in settings.day_marks)
    mark = rf"(?:\s*(?:{marks}))?" if marks else ""
    year_marks = "|".join(re.escape(m) for m in settings.year_marks)
    year_mark = rf"\s*(?:{year_marks})?\s*" if year_marks else r"\s*"
    left = re.compile(rf"(?<![\w.,:])(?:(\d{{1,2}}){ordinal}(?:{between}))?(\d{{1,2}}){ordinal}\s*(?:of\s+)?\Z")
    day = rf"(\d{{1,2}}){ordinal}"
    right = re.compile(rf"\s*(?:the\s+)?{day}(?!\w|[.,:]\d)(?:(?:{between}){day}(?!\w))?{mark}")
    year_after = re.compile(r"\s*,?\s*((?:19|20)\d{2})(?!\w|,\d)")
    year_before = re.compile(rf"(?<!\w)((?:19|20)\d{{2}})\.?{year_mark},?\s*\Z")
    join = re.compile(rf"\s*(?:{between})\s*")
    return left, right, year_after, year_before, join


_NUMERIC = re.compile(r"(?<![\w.])(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})\.(\d{1,2})\.(\d{4}))(?!\w)")
_FOUR = re.compile(r"\d{4}")  # every date in digits and every year has four of them together
_YEAR = re.compile(r"(?<![\w.,-])((?:19|20)\d{2})(?:\s*[-–—/]\s*((?:20)?\d{2})(?!\w))?(?!\w|[.,]\d|-\w|\s*%)")


_START = itemgetter(0)


def _date(year: int, month: int, day: int) -> Date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _past(month: int, day: int, anchor: Date) -> Date | None:
    return next((d for y in (anchor.year, anchor.year - 1) if (d := _date(y, month, day)) and d <= anchor), None)


def _nearest(month: int, day: int, anchor: Date) -> Date | None:
    days = [d for y in (anchor.year - 1, anchor.year, anchor.year + 1) if (d := _date(y, month, day))]
    return min(days, key=lambda d: abs((d - anchor).days), default=None)


class _Day(NamedTuple):
    """A run of days of one month as printed, before its year is told."""

    start: int
    end: int
    month: int
    first: int | None
    last: int | None
    year: int | None


def _month_dates(sentence: Sentence, settings: Settings) -> list[_Day]:
    left, right, year_after, year_before, _ = _patterns(settings)
    text, offset = sentence.text, sentence.start
    found: list[_Day] = []
    for token in sentence.cls("month"):
        start, end = token.start - offset, token.end - offset
        if end < len(text) and text[end] == "." and end + 1 < len(text) and text[end + 1] != "\n":
            end += 1
        first = last = None
        if match := left.search(text, max(0, start - 24), start):
            first, last = match[1], match[2]
            start = match.start()
        elif match := right.match(text, end):
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
        found.append(_Day(offset + start, offset + end, int(token.entry.value), low, high, year))
    return found


def times_of(sentence: Sentence, settings: Settings, anchor: Anchor) -> list[Time]:
    """Every time that a sentence tells, in order of place; what needs an anchor and has none is left out."""
    if not sentence.digits and not sentence.has("month", "weekday", "time"):
        return []
    days = _month_dates(sentence, settings) if sentence.has("month") else []
    found: list[Time] = []
    years = [d.year for d in days if d.year]
    for day in days:
        year = day.year or (years[0] if years and abs(day.start - sentence.start) < 400 else None)
        time = _day_time(day, year, anchor)
        if time is not None:
            found.append(time)
    if sentence.digits and _FOUR.search(sentence.text):
        found += _numeric(sentence)
        taken = [(t.start, t.end) for t in found]
        found += _year_times(sentence, taken)
    for token in (*sentence.cls("weekday"), *sentence.cls("time")):
        span = _relative(token, anchor)
        if span is not None:
            found.append(Time(token.start, token.end, span, span, rel=token.entry.rel or token.cls))
    if not found:
        return found
    if len(found) > 1:
        found = _joined(sorted(found, key=lambda t: (t.start, -t.end)), sentence, settings)
    return [_marked(time, sentence, anchor) for time in found]


def _day_time(day: _Day, year: int | None, anchor: Anchor) -> Time | None:
    reference = anchor.day
    if day.first is None or day.last is None:
        if year is None and reference is None:
            return None
        if year is None and reference is not None:
            past = next(y for y in (reference.year, reference.year - 1) if dt.date(y, day.month, 1) <= reference)
            near = _nearest(day.month, 15, reference) or reference
            return Time(day.start, day.end, _month(past, day.month), _month(near.year, day.month))
        assert year is not None
        span = _month(year, day.month)
        return Time(day.start, day.end, span, span)
    if year is not None:
        first, last = _date(year, day.month, day.first), _date(year, day.month, day.last)
        if first is None or last is None:
            return None
        return Time(day.start, day.end, Span.between(first, last), Span.between(first, last), rel="dated")
    if reference is None:
        return None
    spans = []
    for choose in (_past, _nearest):
        last = choose(day.month, day.last, reference + ONE_DAY if choose is _past else reference)
        first = _date(last.year, day.month, day.first) if last else None
        if last is None or first is None:
            return None
        spans.append(Span.between(first, last))
    return Time(day.start, day.end, spans[0], spans[1])


def _month(year: int, month: int) -> Span:
    first = dt.date(year, month, 1)
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    return Span(first, following - ONE_DAY, Precision.MONTH)


def _year(year: int, last: int | None = None) -> Span:
    return Span(dt.date(year, 1, 1), dt.date(last or year, 12, 31), Precision.YEAR)


def _numeric(sentence: Sentence) -> Iterable[Time]:
    for match in _NUMERIC.finditer(sentence.text):
        parts = match.groups()
        numbers = parts[:3] if parts[0] else (parts[5], parts[4], parts[3])
        day = _date(*(int(n or 0) for n in numbers))
        if day is not None:
            span = Span.day(day)
            yield Time(sentence.start + match.start(), sentence.start + match.end(), span, span)


def _year_times(sentence: Sentence, taken: list[tuple[int, int]]) -> Iterable[Time]:
    """Years that stand alone: after a word of time, in brackets, or as a pair. '2021 people' is no year."""
    nouns = [t.start for t in sentence.cls("noun")]
    for match in _YEAR.finditer(sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        year = int(match[1])
        if year not in YEARS or any(a < end and start < b for a, b in taken):
            continue
        if (
            any(n - end <= 12 and n >= end for n in nouns)
            and match[2] is None
            and not any(0 <= start - t.end <= 1 for t in sentence.cls("in"))
        ):
            continue
        last = None
        if match[2] is not None:
            last = int(match[2]) if len(match[2]) == 4 else year // 100 * 100 + int(match[2])
            if not year < last <= year + 20:
                last = None
        span = _year(year, last)
        yield Time(start, end, span, span)


def _relative(token: Token, anchor: Anchor) -> Span | None:
    """The span of a weekday or of a relative time such as 'over the weekend'."""
    rel, value = token.entry.rel, token.entry.value
    week, day, last = anchor.week, anchor.published, anchor.day
    if last is None:
        return None
    if token.cls == "weekday":
        if week is not None and week.start is not None:
            return Span.day(week.start + dt.timedelta(days=(int(value) - week.start.weekday()) % 7))
        return Span.day(last - dt.timedelta(days=(last.weekday() - int(value)) % 7))
    if rel == "recently":
        return Span(None, last, Precision.RECENT)
    if rel in ("within_week", "last_week", "this_week", "week_under_review") and week is not None:
        return week
    reference = day or last
    match rel:
        case "today":
            return Span.day(reference)
        case "yesterday" | "past_day":
            return Span.day(reference - ONE_DAY)
        case "day_before_yesterday":
            return Span.day(reference - 2 * ONE_DAY)
        case "tonight" | "overnight":
            return Span.between(reference - ONE_DAY, reference)
        case "past_days":
            return Span.between(reference - int(value) * ONE_DAY, reference - ONE_DAY)
        case "weekend":
            return _weekend(week.end if week is not None and week.end is not None else reference)
        case "within_week" | "week_under_review":
            return Span.between(reference - 7 * ONE_DAY, reference - ONE_DAY)
        case "this_week":
            return Week.of(reference).span
        case "last_week":
            return (Week.of(reference) - 1).span
        case "this_month":
            return _month(last.year, last.month)
        case "last_month":
            before = dt.date(last.year, last.month, 1) - ONE_DAY
            return _month(before.year, before.month)
        case "this_year":
            return Span(dt.date(last.year, 1, 1), last, Precision.DAYS)
        case "last_year":
            return _year(last.year - 1)
        case "month_so_far":
            return Span.between(dt.date(last.year, last.month, 1), last)
        case _:
            return None


def _weekend(reference: Date) -> Span:
    """Saturday and Sunday: the present ones on a Sunday, else the last ones."""
    sunday = reference - dt.timedelta(days=(reference.weekday() + 1) % 7)
    return Span.between(sunday - ONE_DAY, sunday)


def _joined(times: list[Time], sentence: Sentence, settings: Settings) -> list[Time]:
    """'from Friday to Sunday', '28 May – 3 June': two days with a word between become one span."""
    join = _patterns(settings)[4]
    result: list[Time] = []
    for time in times:
        before = result[-1] if result else None
        if before is not None and time.start < before.end:
            continue
        if (
            before is not None
            and before.span.precision is Precision.DAY
            and time.span.precision is Precision.DAY
            and join.fullmatch(sentence.words(before.end, time.start))
        ):
            first, last = before.span.start, time.span.end
            if first is not None and last is not None:
                if last < first and time.rel == "weekday":
                    first -= 7 * ONE_DAY
                if first <= last and (last - first).days <= 31:
                    span = Span.between(first, last)
                    result[-1] = before._replace(end=time.end, span=span, near=span)
                    continue
        result.append(time)
    return result


def _marked(time: Time, sentence: Sentence, anchor: Anchor) -> Time:
    """What the words before a time make of it: since, until, from, or the day on which something was said."""
    since = until = begins = said = False
    end = anchor.day
    start = time.start
    tokens = sentence.tokens
    for position in range(bisect_left(tokens, start, key=_START) - 1, -1, -1):
        token = tokens[position]
        if token.end > time.start:
            continue
        gap = time.start - token.end
        if gap > 26:
            break
        if token.cls == "in" and sentence.words(token.end, time.start).strip() in ("", "the"):
            if token.entry.rel == "since":
                since = True
            elif token.entry.rel == "until":
                until = True
            elif token.entry.rel == "from":
                begins = True
            start = token.start
            said = any(t.cls in ("change", "compare") and 0 <= token.start - t.end <= 12 for t in sentence.tokens)
            break
        if token.cls == "time" and token.entry.rel == "since_start" and gap <= 6:
            since, start = True, token.start
            break
        if token.cls in ("change", "compare") and gap <= 12:
            said = True  # what something is compared with
            break
        if token.cls == "say" and gap <= 4 and (time.rel in SAYABLE):
            said = True
            break
    if not said:
        said = _after_say(time, sentence)
    if time.rel in ("this_year", "month_so_far"):
        since = True
    span, near = time.span, time.near
    if since and end is not None and span.start is not None:
        first = span.start
        if first <= end:
            span = near = Span(first, end, Precision.DAYS)
    if until and not since and time.rel == "" and end is not None and near.end is not None and near.end < end:
        later = _date(near.end.year + 1, near.end.month, near.end.day)
        near = near if later is None else Span.day(later)
    if begins:
        near = Span(near.start, None, near.precision)
    return time._replace(start=start, span=span, near=near, since=since, until=until, begins=begins, said=said)


def _after_say(time: Time, sentence: Sentence) -> bool:
    """'said on Monday', 'reported on Sunday': a word of saying, at most a preposition, then the day."""
    if time.rel not in SAYABLE:
        return False
    for token in reversed(sentence.cls("say")):
        if token.end <= time.start:
            words = sentence.words(token.end, time.start).split()
            return len(words) <= 1 and not any(c in ",;:" for c in "".join(words))
    return False
