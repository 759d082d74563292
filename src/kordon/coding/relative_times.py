"""Times that are told from another: weekdays, yesterday, last month."""

from __future__ import annotations

import datetime as dt

from kordon.coding.automaton import Token
from kordon.coding.printed_dates import (
    Anchor,
    date_of,
    month_span,
    year_span,
)
from kordon.domain.time import ONE_DAY, Date, Precision, Span, Week

# Times told from another time: 'a week earlier', 'over the same period last year'.
EARLIER = ("day_later", "day_earlier", "week_earlier", "month_earlier", "year_earlier")


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


def next_one(span: Span, anchor: Anchor) -> Span:
    """A weekday read as the next one: 'will close on Friday'."""
    if anchor.week is not None or anchor.published is None or span.start is None:
        return span
    return span if span.start >= anchor.published else Span.day(span.start + 7 * ONE_DAY)


def relative_span(token: Token, anchor: Anchor) -> Span | None:
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
