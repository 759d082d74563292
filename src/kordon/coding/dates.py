"""Times as reports tell them, resolved against the week of the header or the day of publication.

A month and day without a year is taken as the last such day for what happened, and as the nearest one for what is
announced; both are kept, because only the reader of the sentence knows which is meant.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import itemgetter

from kordon.coding.automaton import Token
from kordon.coding.lexicon import Settings
from kordon.coding.printed_dates import (
    FOUR_DIGITS,
    Anchor,
    Day,
    Time,
    date_of,
    day_time,
    month_dates,
    month_span,
    numeric_times,
    patterns,
    year_span,
    year_times,
)
from kordon.coding.sentences import Sentence
from kordon.domain.time import ONE_DAY, Date, Precision, Span, Week

# Times told from another time: 'a week earlier', 'over the same period last year'.
EARLIER = ("day_later", "day_earlier", "week_earlier", "month_earlier", "year_earlier")
SAYABLE = ("weekday", "today", "yesterday", "dated", "")  # times that may be the day of a statement


_START = itemgetter(0)


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
        first = next(
            (t for t in sentence.cls("time") if t.entry.rel == "first_days" and 0 <= day.start - t.end <= 3), None
        )
        if first is not None and day.first is None:
            day = day._replace(start=first.start, first=1, last=int(first.entry.value))
            told.add(first)
        time = day_time(day, year, anchor)
        if time is not None:
            found.append(time)
    found += _parts_of_year(sentence, anchor, told)
    if sentence.digits and FOUR_DIGITS.search(sentence.text):
        found += numeric_times(sentence)
        taken = [(t.start, t.end) for t in found]
        found += year_times(sentence, taken)
    for token in (*sentence.cls("weekday"), *sentence.cls("time")):
        span = None if told and token in told else _relative(token, anchor)
        if span is not None:
            near = _ahead(span, anchor) if token.cls == "weekday" else span
            found.append(Time(token.start, token.end, span, near, rel=token.entry.rel or token.cls))
    if not found:
        return found
    if len(found) > 1:
        found = _joined(sorted(found, key=lambda t: (t.start, -t.end)), sentence, settings)
    head = _dateline(sentence)
    return [_marked(time, sentence, anchor, time.end <= head) for time in found]


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


def earlier(span: Span, rel: str) -> Span | None:
    """A span as long as the one given, a day, week, month or year before it."""
    first, last = span.start, span.end
    if first is None or last is None:
        return None
    match rel:
        case "day_earlier" | "day_later":
            step = ONE_DAY if rel == "day_later" else -ONE_DAY
            return Span.between(first + step, last + step) if first == last else None
        case "week_earlier":
            return Span.between(first - 7 * ONE_DAY, last - 7 * ONE_DAY) if (last - first).days < 7 else None
        case "month_earlier":
            before = dt.date(first.year, first.month, 1) - ONE_DAY
            return month_span(before.year, before.month) if span.precision is Precision.MONTH else None
        case _:
            start, end = (
                date_of(d.year - 1, d.month, min(d.day, 28) if d.month == 2 else d.day) for d in (first, last)
            )
            return None if start is None or end is None else Span(start, end, span.precision)


YEARS_BACK = {"this_year": 0, "last_year": 1, "year_before_last": 2}


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


def _ahead(span: Span, anchor: Anchor) -> Span:
    """A weekday read as the next one: 'will close on Friday'."""
    if anchor.week is not None or anchor.published is None or span.start is None:
        return span
    return span if span.start >= anchor.published else Span.day(span.start + 7 * ONE_DAY)


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
        case "tomorrow":
            return Span.day(reference + ONE_DAY)
        case "end_of_year":
            return Span.day(dt.date(last.year, 12, 31))
        case "end_of_month":
            return Span.day(month_span(last.year, last.month).end or last)
        case "next_week":
            return (Week.of(reference) + 1).span
        case "next_month":
            following = month_span(last.year, last.month).end
            assert following is not None
            return month_span((following + ONE_DAY).year, (following + ONE_DAY).month)
        case "next_year":
            return year_span(last.year + 1)
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
            return month_span(last.year, last.month)
        case "last_month":
            before = dt.date(last.year, last.month, 1) - ONE_DAY
            return month_span(before.year, before.month)
        case "this_year":
            return Span(dt.date(last.year, 1, 1), last, Precision.DAYS)
        case "last_year":
            return year_span(last.year - 1)
        case "year_before_last":
            return year_span(last.year - 2)
        case "day_earlier":
            return Span.day(reference - 2 * ONE_DAY)
        case "week_earlier":
            return (Week.of(reference) - 1).span
        case "month_earlier":
            return month_span(last.year - (last.month == 1), (last.month - 2) % 12 + 1)
        case "year_earlier":
            return year_span(last.year - 1)
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
                longest = 366 if _opened(before, sentence) else 31
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
    if join.fullmatch(words) is None or any(before.end <= t.start < time.start for t in sentence.all("link.and")):
        return False
    first, last = before.span.start, time.span.end
    return first is not None and last is not None and first < last and (last - first).days < 400


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


def _marked(time: Time, sentence: Sentence, anchor: Anchor, dateline: bool) -> Time:
    """What the words before a time make of it: since, until, from, or the day on which something was said, as is
    that of a dateline."""
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
            match token.entry.rel:
                case "since":
                    since = not _is_run(time.span)
                case "until":
                    until = True
                case "from":
                    begins = not _is_run(time.span)
                case "onward" if not _is_run(time.span):  # 'с', 'nuo', 'od': since a past day, from one ahead
                    begins = end is not None and time.near.start is not None and time.near.start > end
                    since = not begins or (
                        end is not None
                        and time.span.start is not None
                        and time.span.start.year == end.year
                        and time.rel == ""
                    )
                case "night_to":
                    time = _night(time)
            start = token.start
            compared = (*sentence.cls("change"), *sentence.cls("compare"))
            said = any(0 <= token.start - t.end <= 12 and not _counted(t, token.start, sentence) for t in compared)
            break
        if token.cls == "time" and token.entry.rel == "since_start" and gap <= 6:
            since, start = True, token.start
            break
        if token.cls in ("change", "compare") and gap <= 12 and not _counted(token, time.start, sentence):
            said = True  # what something is compared with
            break
        if token.cls == "say" and gap <= 4 and (time.rel in SAYABLE):
            said = True
            break
    if not said:
        said = _after_say(time, sentence)
    night = next(
        (t for t in sentence.cls("time") if t.entry.rel == "night_of" and 0 <= t.start - time.end <= 2), None
    )
    if night is not None and time.span.length == 1 and time.near.length == 1:
        time = _night_of(time)._replace(end=night.end)
    if time.rel in ("this_year", "month_so_far"):
        since = True
    span, near = time.span, time.near
    if since and end is not None and span.start is not None:
        first = span.start
        if first <= end:
            span = near = Span(first, end, Precision.DAYS)
    if until and not since and time.rel == "" and end is not None and near.end is not None and near.end < end:
        later = date_of(near.end.year + 1, near.end.month, near.end.day)
        near = near if later is None else Span.day(later)
    if begins:
        near = Span(time.near.start, None, time.near.precision)
    return Time(start, time.end, span, near, since, until, begins, said or dateline, time.rel)


def _counted(token: Token, start: int, sentence: Sentence) -> bool:
    """'compared with 44 on Saturday': the number between has that day."""
    return token.cls == "compare" and any(c.isdigit() for c in sentence.words(token.end, start))


def _is_run(span: Span) -> bool:
    """'from 1 to 7 June': a preposition before a run of days opens it, and adds nothing."""
    return span.precision is Precision.DAYS


def _night(time: Time) -> Time:
    """'the night to Friday' begins on Thursday."""
    if time.span.precision is not Precision.DAY or time.span.start is None or time.near.start is None:
        return time
    return time._replace(
        span=Span.between(time.span.start - ONE_DAY, time.span.start),
        near=Span.between(time.near.start - ONE_DAY, time.near.start),
    )


def _night_of(time: Time) -> Time:
    """'Sunday night' ends on Monday."""
    assert time.span.start is not None and time.near.start is not None
    return time._replace(
        span=Span.between(time.span.start, time.span.start + ONE_DAY),
        near=Span.between(time.near.start, time.near.start + ONE_DAY),
    )


def _after_say(time: Time, sentence: Sentence) -> bool:
    """'said on Monday', 'reported on Sunday': a word of saying, at most a preposition, then the day."""
    if time.rel not in SAYABLE:
        return False
    for token in reversed(sentence.cls("say")):
        if token.end <= time.start:
            words = sentence.words(token.end, time.start).split()
            return len(words) <= 1 and not any(c in ",;:" for c in "".join(words))
    return False
