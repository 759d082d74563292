"""What the words around a time make of it: since, until, from, or the day on which something was said."""

from __future__ import annotations

from bisect import bisect_left
from operator import itemgetter

from kordon.coding.automaton import Token
from kordon.coding.printed_dates import (
    Anchor,
    Time,
    date_of,
)
from kordon.coding.sentences import Sentence
from kordon.domain.time import ONE_DAY, Precision, Span

_START = itemgetter(0)
NIGHTS = ("overnight", "tonight", "night_to")
SAYING = frozenset(("party", "state", "office", "noun", "border", "in", "role", "link"))  # beside a speaker
SAYABLE = ("weekday", "today", "yesterday", "dated", "")  # times that may be the day of a statement


def marked(time: Time, sentence: Sentence, anchor: Anchor, dateline: bool) -> Time:
    """What the words before a time make of it: since, until, from, or the day on which something was said, as is
    that of a dateline."""
    since = until = begins = said = against = False
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
        if token.cls in ("in", "total") and sentence.words(token.end, start).strip() in ("", "the"):
            if token.entry.rel == "part":  # 'until mid-January'
                start = token.start
                continue
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
                case "week_to":
                    time = _week_to(time)
            start = token.start
            compared = (*sentence.cls("change"), *sentence.cls("compare"))
            against = any(
                0 <= token.start - t.end <= 12 and not _counted(t, token.start, sentence) for t in compared
            )
            break
        if token.cls == "time" and token.entry.rel == "since_start" and gap <= 6:
            since, start = True, token.start
            break
        if token.cls in ("change", "compare") and gap <= 12 and not _counted(token, time.start, sentence):
            against = True
            break
        if token.cls == "say" and gap <= 4 and (time.rel in SAYABLE):
            said = True
            break
    said = said or against or _after_say(time, sentence)
    night = next(
        (t for t in sentence.cls("time") if t.entry.rel == "night_of" and 0 <= t.start - time.end <= 2), None
    )
    if night is not None and time.span.length == 1 and time.near.length == 1:
        time = _night_of(time)._replace(end=night.end)
    nights = (t for t in tokens if t.entry.rel in NIGHTS and 0 <= time.start - t.end <= 3)
    if time.span.precision is Precision.DAYS and time.span.length == 2 and next(nights, None) is not None:
        time = time._replace(rel="night")
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
    return Time(start, time.end, span, near, since, until, begins, said or dateline, time.rel, against)


def _counted(token: Token, start: int, sentence: Sentence) -> bool:
    """'compared with 44 on Saturday': the number between has that day."""
    return any(c.isdigit() for c in sentence.words(token.end, start))


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
        rel="night",
    )


def _week_to(time: Time) -> Time:
    """'the week ending 11 August'."""
    if time.span.precision is not Precision.DAY or time.span.start is None:
        return time
    span = Span.between(time.span.start - 6 * ONE_DAY, time.span.start)
    return time._replace(span=span, near=span, rel="week_to")


def _night_of(time: Time) -> Time:
    """'Sunday night' ends on Monday."""
    assert time.span.start is not None and time.near.start is not None
    return time._replace(
        span=Span.between(time.span.start, time.span.start + ONE_DAY),
        near=Span.between(time.near.start, time.near.start + ONE_DAY),
    )


def _heads_a_saying(time: Time, sentence: Sentence) -> bool:
    """'On Wednesday, the deputy minister said that': between the day and the saying stands only who says it."""
    say = next((t for t in sentence.cls("say") if t.start >= time.end), None)
    if say is None or say.start - time.end > 70 or time.start - sentence.start > 12:
        return False
    between = [t for t in sentence.tokens if time.end <= t.start < say.start]
    return bool(between) and all(t.cls in SAYING for t in between)


def _after_say(time: Time, sentence: Sentence) -> bool:
    """'said on Monday', 'reported on Sunday': a word of saying, at most a preposition, then the day."""
    if time.rel not in SAYABLE:
        return False
    if _heads_a_saying(time, sentence):
        return True
    for token in reversed(sentence.cls("say")):
        if token.end <= time.start:
            words = sentence.words(token.end, time.start).split()
            return len(words) <= 1 and not any(c in ",;:" for c in "".join(words))
    return False
