"""Times as reports tell them, resolved against the week of the header or the day of publication.

A month and day without a year is taken as the last such day for what happened, and as the nearest one for what is
announced; both are kept, because only the reader of the sentence knows which is meant.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from kordon.coding.automaton import Token
from kordon.coding.lexicon import Settings
from kordon.coding.marked_times import marked
from kordon.coding.printed_dates import (
    FOUR_DIGITS,
    Anchor,
    Day,
    Time,
    day_time,
    month_dates,
    month_span,
    numeric_times,
    patterns,
    year_times,
)
from kordon.coding.relative_times import next_one, relative_span
from kordon.coding.sentences import Sentence
from kordon.domain.time import ONE_DAY, Date, Precision, Span

PARTS = ("first_days", "last_days")  # of the month beside them


def times_of(sentence: Sentence, settings: Settings, anchor: Anchor) -> list[Time]:
    """Every time that a sentence tells, in order of place; what needs an anchor and has none is left out."""
    if not sentence.digits and not sentence.has("month", "weekday", "time"):
        return []
    days = month_dates(sentence, settings) if sentence.has("month") else []
    found: list[Time] = []
    told: set[Token] = set()  # 'last year' beside a month: no time of its own
    for day in days:
        year = day.year
        beside = None if year is not None else _year_beside(day.start, day.end, sentence, anchor)
        if beside is not None:
            year, token = beside
            told.add(token)
            day = day._replace(start=min(day.start, token.start), end=max(day.end, token.end))
        if year is None:
            year = _year_of_run(day, days) or next(
                (d.year for d in reversed(days) if d.year and d.start < day.start), None
            )
        part = next((t for t in sentence.cls("time") if t.entry.rel in PARTS and _is_part_of(t, day)), None)
        if part is not None and day.first is None:
            count = int(part.entry.value)
            last = count if part.entry.rel == "first_days" else _last_day(day, year, anchor)
            start, end = min(part.start, day.start), max(part.end, day.end)
            day = day._replace(start=start, end=end, first=last - count + 1, last=last)
            told.add(part)
        time = day_time(day, year, anchor)
        if time is not None:
            found.append(time)
    found += _parts_of_year(sentence, anchor, told)
    if sentence.digits and FOUR_DIGITS.search(sentence.text):
        found += numeric_times(sentence)
        taken = [(t.start, t.end) for t in found]
        found += year_times(sentence, taken)
    for token in (*sentence.cls("weekday"), *sentence.cls("time")):
        span = None if told and token in told else relative_span(token, anchor)
        if span is not None:
            near = next_one(span, anchor) if token.cls == "weekday" else span
            rel = token.entry.rel or token.cls
            if rel == "last_year" and any(
                t.entry.rel == "same_time" and is_beside(t, token) for t in sentence.cls("time")
            ):
                rel = "year_earlier"  # 'in the same period last year'
            found.append(Time(token.start, token.end, span, near, rel=rel))
    if not found:
        return found
    if len(found) > 1:
        found = _joined(sorted(found, key=lambda t: (t.start, -t.end)), sentence, settings)
    head = _dateline(sentence)
    return _closed([marked(time, sentence, anchor, time.end <= head) for time in found], sentence)


def _is_part_of(part: Token, day: Day) -> bool:
    """'the first week of May', 'gegužės paskutinę savaitę'."""
    return 0 <= day.start - part.end <= 4 or 0 <= part.start - day.end <= 2


def _last_day(day: Day, year: int | None, anchor: Anchor) -> int:
    if year is None and anchor.day is not None:
        year = anchor.day.year - (day.month > anchor.day.month)
    end = month_span(year or 2001, day.month).end
    assert end is not None
    return end.day


def is_beside(one: Token, other: Token) -> bool:
    """Whether two words of time stand side by side, with a preposition between them at most."""
    return 0 <= other.start - one.end <= 8 or 0 <= one.start - other.end <= 8


def _closed(times: list[Time], sentence: Sentence) -> list[Time]:
    """'this year, until the end of September': a span that is open to now, and what closes it right after."""
    result: list[Time] = []
    for time in times:
        before = result[-1] if result else None
        if before is not None and before.since and time.until and not time.since:
            first, last = before.span.start, time.span.end
            apart = sentence.words(before.end, time.start).strip(" ,\u00a0")
            if not apart and first is not None and last is not None and first <= last:
                span = Span(first, last, Precision.DAYS)
                result[-1] = before._replace(end=time.end, span=span, near=span, until=True)
                continue
        result.append(time)
    return result


_FIRST_WORD = re.compile(r"\W*([^\W\d_]{3,})")  # quicker to look at than the whole line: few begin in capitals
_DATELINE = re.compile(r"\W*([^\W\d_]{3,})[^–—\n]{0,60}?(?:\s[–—-]+\s|\)\.?\s|\.\s*\Z|\.\s)")


def _dateline(sentence: Sentence) -> int:
    """Where a line of place and day before the text ends: 'WARSAW, Feb 9 (agency) – '."""
    first = _FIRST_WORD.match(sentence.text)
    if first is None or not first[1].isupper():
        return sentence.start
    match = _DATELINE.match(sentence.text)
    if (
        match is None
        or not match[1].isupper()
        or any(c.isupper() for c in sentence.text[match.end(1) : match.end(1) + 1])
    ):
        return sentence.start
    return sentence.start + match.end()


def _year_of_run(day: Day, days: Sequence[Day]) -> int | None:
    """'from 10 December to 9 March 2025': the year stands at the end, and the run goes over New Year."""
    following = next((d for d in days if d.start > day.start and d.year), None)
    if following is None or following.year is None or following.start - day.end > 12:
        return None
    later = (day.month, day.first or 1) > (following.month, following.first or 1)
    return following.year - later


YEARS_BACK = {"next_year": -1, "this_year": 0, "last_year": 1, "year_before_last": 2}


def _year_beside(start: int, end: int, sentence: Sentence, anchor: Anchor) -> tuple[int, Token] | None:
    """The year that words beside a month tell: 'in October last year', 'pernai spalį'."""
    if anchor.day is None:
        return None
    for token in sentence.cls("time"):
        back = YEARS_BACK.get(token.entry.rel)
        if back is not None and (0 < token.start - end <= 3 or 0 < start - token.end <= 3):
            return anchor.day.year - back, token
    return None


_YEAR_AFTER = re.compile(r"\W{1,2}(?:\w{1,3}\s)?((?:19|20)\d{2})(?!\d)")


def _parts_of_year(sentence: Sentence, anchor: Anchor, told: set[Token]) -> Iterable[Time]:
    """'the first half of 2023', 'in the summer', 'the first three months of last year': months by number, with the
    year beside them or the last one in which they had begun."""
    for token in sentence.cls("time"):
        if token.entry.rel != "months":
            continue
        first, last = token.entry.value
        end, year, beside = token.end, None, None
        match = _YEAR_AFTER.match(sentence.text, token.end - sentence.start)
        if match is not None:
            year, end = int(match[1]), sentence.start + match.end(1)
        elif anchor.day is not None:
            beside = _year_beside(token.start, token.end, sentence, anchor)
            year = anchor.day.year - (dt.date(anchor.day.year, first, 1) > anchor.day)
            if beside is not None:
                year, other = beside
                told.add(other)
                end = max(end, other.end)
        if year is None:
            continue
        ahead = year
        if match is None and anchor.day is not None and token not in told and beside is None:
            middle = {y: dt.date(y, first, 15) for y in (year, year + 1)}
            ahead = min(middle, key=lambda y: abs((middle[y] - anchor.day).days))  # type: ignore[operator]
        start = month_span(year, first).start
        finish = month_span(year + (last < first), last).end
        assert start is not None and finish is not None
        if anchor.day is not None and start <= anchor.day < finish:
            finish = anchor.day
        span = near = Span.between(start, finish)
        if ahead != year:
            first_day, last_day = month_span(ahead, first).start, month_span(ahead + (last < first), last).end
            near = Span(first_day, last_day, Precision.DAYS)
        yield Time(token.start, end, span, near, rel="months")


def _joined(times: list[Time], sentence: Sentence, settings: Settings) -> list[Time]:
    """'from Friday to Sunday', '28 May – 3 June': two days with a word between become one span."""
    join = patterns(settings)[4]
    result: list[Time] = []
    for time in times:
        before = result[-1] if result else None
        if before is not None and time.start < before.end:
            continue
        if before is not None and before.rel == "weekday" and _is_date_of(before, time, sentence):
            result[-1] = time._replace(start=before.start)
            continue
        listed = None if before is None else _day_before_in_list(before, time, sentence)
        if before is not None and listed is not None and time.span.start is not None:
            span = Span.between(listed, time.span.start)
            result[-1] = before._replace(end=time.end, span=span, near=span)
            continue
        if before is not None and _from_month_to_month(before, time, sentence, join):
            assert before.span.start is not None and time.span.end is not None
            span = Span.between(before.span.start, time.span.end)
            result[-1] = before._replace(end=time.end, span=span, near=span)
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
                longest = 1100 if _opened(before, sentence) or _parted(before, sentence) else 31
                if first <= last and (last - first).days <= longest:
                    span = near = Span.between(first, last)
                    if time.rel == "weekday" and before.near.start is not None:
                        near = Span.between(before.near.start, before.near.start + (last - first))
                    elif before.near.start is not None and time.near.end is not None:
                        ahead = time.near.end - before.near.start
                        near = (
                            Span.between(before.near.start, time.near.end) if 0 <= ahead.days <= longest else span
                        )
                    result[-1] = before._replace(end=time.end, span=span, near=near)
                    continue
        result.append(time)
    return result


def _from_month_to_month(before: Time, time: Time, sentence: Sentence, join: re.Pattern[str]) -> bool:
    """'from 13 June last year to the end of February', 'from January to March'."""
    kinds = {before.span.precision, time.span.precision}
    if Precision.MONTH not in kinds or not kinds <= {Precision.DAY, Precision.MONTH}:
        return False
    words = sentence.words(before.end, time.start)
    listed = any(before.end <= t.start < time.start for t in sentence.all("link.and"))
    if join.fullmatch(words) is None or (listed and not _parted(before, sentence)):
        return False
    first, last = before.span.start, time.span.end
    return first is not None and last is not None and first < last and (last - first).days < 400


def _parted(time: Time, sentence: Sentence) -> bool:
    """Whether 'between' stands right before a time."""
    return any(0 <= time.start - t.end <= 2 for t in sentence.all("link.between"))


def _opened(time: Time, sentence: Sentence) -> bool:
    """Whether 'from' or 'since' stands right before a time, so that what follows closes a span."""
    return any(
        t.entry.rel in ("from", "since", "onward") and 0 <= time.start - t.end <= 2 for t in sentence.cls("in")
    )


def _is_date_of(weekday: Time, time: Time, sentence: Sentence) -> bool:
    """'on Friday, 10 February': a date right after a weekday that it falls on is the same day."""
    between = sentence.words(weekday.end, time.start)
    if time.rel not in ("", "dated") or between.strip(" ,(\u00a0") or time.span.precision is not Precision.DAY:
        return False
    days = [s.start for s in (time.span, time.near) if s.start is not None]
    return any(weekday.span.start is not None and day.weekday() == weekday.span.start.weekday() for day in days)


def _day_before_in_list(before: Time, time: Time, sentence: Sentence) -> Date | None:
    """'on Monday, Tuesday and Wednesday': the first day of a list of weekdays that the next one goes on; where
    the list begins with the weekday of the report, it is that of the week before."""
    if before.rel != "weekday" or time.rel != "weekday" or before.span.end is None or before.span.start is None:
        return None
    between = sentence.words(before.end, time.start)
    if any(c.isdigit() for c in between):
        return None  # 'on Friday 21, on Saturday 20'
    words = between.strip(" ,\u00a0")
    ands = any(before.end <= t.start < time.start for t in sentence.all("link.and"))
    if words and not (ands and len(words) <= 5) and not (len(words) <= 2 and "," in between):
        return None
    if time.span.start == before.span.end + ONE_DAY:
        return before.span.start
    last_week = before.span.end - 7 * ONE_DAY
    if time.span.start == last_week + ONE_DAY and before.span.start == before.span.end:
        return last_week
    return None
