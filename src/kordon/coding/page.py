"""Commentary pages: what is printed above the text, and the furniture around it.

The trend is read where it is printed as a label of its own and is never inferred from the text.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kordon.coding.body import Body, Line, lines_of
from kordon.coding.lexicon import Lexicon
from kordon.domain.coded import Header
from kordon.domain.report import Evidence, Report
from kordon.domain.time import Date, Precision, Span
from kordon.vocabulary import Vocabulary

LONG = 700  # letters; a line as long as this is text, never furniture
REACH = 5  # how many lines a header spans at most


@dataclass(frozen=True, slots=True)
class Printed:
    """The labels that pages print, folded, by language: areas and trends."""

    areas: Mapping[str, str]
    trends: Mapping[str, str]

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> Printed:
        return cls(_printed(vocabulary, "areas"), _printed(vocabulary, "trends"))


def _printed(vocabulary: Vocabulary, name: str) -> dict[str, str]:
    return {
        _key(words): term.id
        for term in vocabulary[name].values()
        for labels in (term.get("printed") or {}).values()
        for words in labels
    }


def _key(words: str) -> str:
    return re.sub(r"[\s–—-]+", " ", words).strip(" .:").lower()


def read_page(report: Report, lexicon: Lexicon | None, printed: Printed) -> tuple[Header | None, Body]:
    """The header, where there is one, and the body without header, furniture and headline."""
    lines = lines_of(report.text)
    if lexicon is not None:
        lines = without_furniture(lines, lexicon)
    weeks = {
        i: span for i, line in enumerate(lines) if (span := week_line(line.text, lexicon, report.published_at))
    }
    header, used = _header(report, lines, weeks, printed)
    loose = {i for i, line in enumerate(lines) if len(line.text) < 80 and _is_week(line.text, lexicon)}
    kept = [line for i, line in enumerate(lines) if i not in used and i not in loose and i not in weeks]
    if header is not None:
        headline = _key(header.headline)
        kept = [line for line in kept if len(line.text) > 300 or _key(line.text) not in (headline, "")]
    else:
        kept = without_headline(kept)
    return header, Body(report.id, report.text, kept)


def without_headline(lines: Sequence[Line]) -> list[Line]:
    """Leave out a first line that is a label: short, without a full stop, and followed by a text that has one."""
    if len(lines) < 2 or not _is_label(lines[0].text):
        return list(lines)
    rest = lines[1:]
    return list(rest) if any(not _is_label(line.text) for line in rest) else list(lines)


def _is_label(text: str) -> bool:
    return len(text) < 160 and re.search(r"""[.!?…]["'”»’)\]]*\Z""", text) is None


def without_furniture(lines: Sequence[Line], lexicon: Lexicon) -> list[Line]:
    """Leave out blocks and lines that the lexicon calls furniture, and cut glued labels off the next text."""
    settings = lexicon.settings
    kept: list[Line] = []
    until: re.Pattern[str] | None = None
    left = 0
    for line in lines:
        if until is not None and left:
            left -= 1
            if until.search(line.text):
                until = None
            continue
        until = None
        if len(line.text) > LONG:
            kept.append(line)
            continue
        opened = next(((a, b) for a, b in settings.blocks if a.fullmatch(line.text)), None)
        if opened is not None:
            until, left = opened[1], 8
            continue
        for glued in settings.glued:
            match = glued.match(line.text)
            if match is not None and match.end():
                rest = line.text[match.end() :]
                line = Line(line.end - len(rest), line.end, rest, True)
        if line.text and not (settings.furniture and settings.furniture.fullmatch(line.text)):
            kept.append(line)
    return kept


def _header(
    report: Report, lines: Sequence[Line], weeks: Mapping[int, Span], printed: Printed
) -> tuple[Header | None, set[int]]:
    """The line that names a week and stands closest to a printed area or trend; pagers stand further off."""
    short = {i: _key(line.text) for i, line in enumerate(lines) if len(line.text) < 100}
    areas = {i: printed.areas[key] for i, key in short.items() if key in printed.areas}
    trends = {i: printed.trends[key] for i, key in short.items() if key in printed.trends}
    marks_at = [*areas, *trends]
    if not marks_at:
        return None, set()
    for week, span in sorted(weeks.items(), key=lambda item: min(abs(item[0] - mark) for mark in marks_at)):
        near = range(max(0, week - REACH), week + REACH + 1)
        area = next((i for i in near if i in areas), None)
        trend = next((i for i in near if i in trends), None)
        if area is None and trend is None:
            continue
        marks = sorted(i for i in (week, area, trend) if i is not None)
        between = [i for i in range(marks[0], marks[-1] + 2) if i not in marks and i < len(lines)]
        headline = between[0] if between else None
        used = {*marks, *([] if headline is None else [headline])}
        places = [(lines[i].start, lines[i].end) for i in sorted(used)]
        return Header(
            week=span,
            area=None if area is None else areas[area],
            trend=None if trend is None else trends[trend],
            week_words=lines[week].text,
            area_words="" if area is None else lines[area].text,
            trend_words="" if trend is None else lines[trend].text,
            headline="" if headline is None else lines[headline].text,
            evidence=tuple(Evidence(report.id, start, end) for start, end in places),
        ), used
    return None, set()


def _months(lexicon: Lexicon) -> str:
    names = sorted(lexicon.months, key=len, reverse=True)
    return "|".join(re.escape(name) for name in names)


_DASH = r"\s*[-–—]\s*"
_COMPILED: dict[str, tuple[re.Pattern[str], re.Pattern[str]]] = {}


def _week_patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """'Month d – Month d, year' and 'd month – d month year'; the second month and either year may be left out."""
    if lexicon.lang not in _COMPILED:
        month = rf"(?:{_months(lexicon)})\w*\.?"
        year = r"(?:,?\s*((?:19|20)\d{2})\w*\.?)?"
        first = rf"({month})\s+(\d{{1,2}}){year}{_DASH}(?:({month})\s+)?(\d{{1,2}}){year}\.?"
        second = rf"(\d{{1,2}})(?:\s+({month}))?{year}{_DASH}(\d{{1,2}})\s+({month}){year}\.?"
        _COMPILED[lexicon.lang] = re.compile(first, re.IGNORECASE), re.compile(second, re.IGNORECASE)
    return _COMPILED[lexicon.lang]


def _is_week(text: str, lexicon: Lexicon | None) -> bool:
    if lexicon is None or not lexicon.months:
        return False
    return any(pattern.fullmatch(text) for pattern in _week_patterns(lexicon))


def week_line(text: str, lexicon: Lexicon | None, published: Date | None) -> Span | None:
    """The span that a line consisting of a week range means, or ``None``.

    With one year printed the year in which the first day is a Monday and the last a Sunday is taken, so
    'December 26 – January 1, 2022' runs into 2023; with none, the one that lies nearest to the publication.
    """
    if lexicon is None or not lexicon.months or len(text) > 80 or not any(c.isdigit() for c in text):
        return None
    first, second = _week_patterns(lexicon)
    if match := first.fullmatch(text):
        m1, d1, y1, m2, d2, y2 = match.groups()
        m2 = m2 or m1
    elif match := second.fullmatch(text):
        d1, m1, y1, d2, m2, y2 = match.groups()
        m1 = m1 or m2
    else:
        return None
    start, end = (_month(m1, lexicon), int(d1)), (_month(m2, lexicon), int(d2))
    if y1 and y2:
        years = [(int(y1), int(y2))]
    elif y1 or y2:
        year = int(y1 or y2)
        years = [(year, year), (year - 1, year), (year, year + 1)]
    elif published is not None:
        years = [(y, y + x) for y in (published.year, published.year - 1, published.year + 1) for x in (0, 1)]
    else:
        return None
    spans = [span for a, b in years if (span := _span(a, start, b, end)) is not None]
    if not spans:
        return None
    if not (y1 or y2) and published is not None:
        spans.sort(key=lambda s: abs((published - (s.end or published)).days))
    return next((s for s in spans if s.precision is Precision.WEEK), spans[0])


def _month(name: str, lexicon: Lexicon) -> int:
    low = name.lower().rstrip(".")
    best = max((m for m in lexicon.months if low.startswith(m)), key=len)
    return lexicon.months[best]


def _span(year1: int, start: tuple[int, int], year2: int, end: tuple[int, int]) -> Span | None:
    try:
        first, last = dt.date(year1, *start), dt.date(year2, *end)
    except ValueError:
        return None
    if not 0 <= (last - first).days <= 31:
        return None
    whole = first.isoweekday() == 1 and last.isoweekday() == 7 and (last - first).days == 6
    return Span(first, last, Precision.WEEK if whole else Precision.DAYS)
