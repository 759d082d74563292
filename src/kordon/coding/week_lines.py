"""The line of a weekly page that names its week: 'May 27 – June 2, 2024', '9–15 января 2023 г.'."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from kordon.coding.body import seen
from kordon.coding.lexicon import Lexicon, Settings
from kordon.domain.time import Date, Precision, Span

LONGEST_LINE = 80  # letters
LONGEST_SPAN = 31  # days
_DASH = r"\s*[‐-―−-]\s*"
_NUMERIC = re.compile(
    rf"(?P<d1>\d{{1,2}})\.(?P<m1>\d{{1,2}})(?:\.(?P<y1>\d{{4}})?)?{_DASH}"
    r"(?P<d2>\d{1,2})\.(?P<m2>\d{1,2})\.(?P<y2>\d{4})\.?"
)
_ISO = re.compile(
    rf"(?P<y1>\d{{4}})-(?P<m1>\d\d)-(?P<d1>\d\d){_DASH}(?P<y2>\d{{4}})-(?P<m2>\d\d)-(?P<d2>\d\d)", re.ASCII
)
_COMPILED: dict[Settings, tuple[re.Pattern[str], ...]] = {}


def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], ...]:
    """'Month d – Month d, year' and 'd month – d month year'; a second month and either year may be left out."""
    if lexicon.settings not in _COMPILED:
        names = "|".join(re.escape(name) for name in sorted(lexicon.months, key=len, reverse=True))
        settings = lexicon.settings
        marks = "|".join(re.escape(m) for m in sorted(settings.year_marks, key=len, reverse=True))
        ordinals = "|".join(re.escape(o) for o in sorted(settings.ordinals, key=len, reverse=True))
        of_year = rf"\s*(?:{marks})?" if marks else ""

        def month(n: int) -> str:
            return rf"(?P<m{n}>(?:{names})\w*)\.?"

        def day(n: int) -> str:
            return rf"(?P<d{n}>\d{{1,2}})(?:{ordinals})?" if ordinals else rf"(?P<d{n}>\d{{1,2}})"

        def year(n: int) -> str:
            return rf"(?:,?\s*(?P<y{n}>(?:19|20)\d{{2}})\w*{of_year}\.?)?"

        first = rf"{month(1)}\s+{day(1)}{year(1)}{_DASH}(?:{month(2)}\s+)?{day(2)}{year(2)}\.?"
        second = rf"{day(1)}(?:\s+{month(1)})?{year(1)}{_DASH}{day(2)}\s+{month(2)}{year(2)}\.?"
        found = (re.compile(first, re.IGNORECASE), re.compile(second, re.IGNORECASE)) if names else ()
        _COMPILED[lexicon.settings] = (*found, _NUMERIC, _ISO)
    return _COMPILED[lexicon.settings]


def _match(text: str, lexicon: Lexicon | None) -> re.Match[str] | None:
    if lexicon is None or len(text) > LONGEST_LINE or not _DIGIT.search(text):
        return None
    words = seen(text)
    return next((m for pattern in _patterns(lexicon) if (m := pattern.fullmatch(words))), None)


_DIGIT = re.compile(r"[0-9]")


def is_week(text: str, lexicon: Lexicon | None) -> bool:
    """Whether a line is the range of a week and nothing else, with a year or without."""
    return _match(text, lexicon) is not None


def week_line(text: str, lexicon: Lexicon | None, published: Date | None) -> Span | None:
    """The span that a line consisting of a week range means, or ``None``.

    Pages print one year, mostly that of the last day, but some archives print that of the first. So where a week
    runs over New Year, the year is taken in which its first day is a Monday and its last a Sunday: 'December 26 –
    January 1, 2022' runs into 2023, 'December 27 – January 2, 2022' out of 2021. It can never be both, because a
    date is a Monday in one of two neighbouring years at most. Where neither fits, the one nearer to the day of
    publication is taken, or else the year is that of the last day. With no year printed the day of publication
    decides, and without one nothing does.
    """
    match = _match(text, lexicon)
    if match is None:
        return None
    told = match.groupdict()
    start = _month(told["m1"] or told["m2"], lexicon), int(told["d1"])
    end = _month(told["m2"] or told["m1"], lexicon), int(told["d2"])
    y1, y2 = (int(told[key]) if told[key] else None for key in ("y1", "y2"))
    spans = [span for a, b in _years(y1, y2, start > end, published) if (span := _span(a, start, b, end))]
    if not spans:
        return None
    if published is not None and (y1 is None and y2 is None):
        spans.sort(key=lambda span: _apart(span, published))
        return next((s for s in spans if _whole(s) and _apart(s, published) < 400), spans[0])
    return next((s for s in spans if _whole(s)), spans[0])


def _years(y1: int | None, y2: int | None, over: bool, published: Date | None) -> Iterable[tuple[int, int]]:
    """Pairs of years for the first and the last day, the likeliest first."""
    if y1 is not None and y2 is not None and (y1 != y2 or not over):
        return [(y1, y2)]
    year = y1 or y2
    if year is not None:
        pairs = [(year - 1, year), (year, year + 1)] if over else [(year, year)]
        if over and published is not None:
            pairs.sort(key=lambda pair: abs(published.year - pair[1]) if published.year != pair[1] else 0)
        return pairs
    if published is None:
        return []
    years = (published.year, published.year - 1, published.year + 1)
    return [(y - 1, y) if over else (y, y) for y in years]


def _apart(span: Span, published: Date) -> int:
    return abs((published - (span.end or published)).days)


def _whole(span: Span) -> bool:
    """Whole weeks from Monday to Sunday; a holiday issue may cover several."""
    return bool(span.start and span.end and span.start.isoweekday() == 1 and span.end.isoweekday() == 7)


def _month(words: str, lexicon: Lexicon | None) -> int:
    if words.isdigit():
        return int(words)
    assert lexicon is not None
    low = words.lower()
    best = max((m for m in lexicon.months if low.startswith(m)), key=len)
    return lexicon.months[best]


def _span(year1: int, start: tuple[int, int], year2: int, end: tuple[int, int]) -> Span | None:
    try:
        first, last = dt.date(year1, *start), dt.date(year2, *end)
    except ValueError:
        return None
    if not 0 <= (last - first).days <= LONGEST_SPAN:
        return None
    span = Span(first, last, Precision.DAYS)
    return Span(first, last, Precision.WEEK) if _whole(span) and span.length == 7 else span
