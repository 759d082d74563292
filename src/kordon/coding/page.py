"""Commentary pages: what is printed above the text, and the furniture around it.

The trend is read where it is printed as a label of its own and is never inferred from the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kordon.coding.body import Body, Line, lines_of, seen
from kordon.coding.lexicon import Lexicon
from kordon.coding.week_lines import is_week, week_line
from kordon.domain.coded import Header
from kordon.domain.report import Evidence, Report
from kordon.domain.time import Span
from kordon.vocabulary import Vocabulary

LONG = 700  # letters; a line as long as this is text, never furniture
SHORT = 160  # letters; a longer line is no label
REACH = 5  # how many lines a header spans at most
BLOCK = 8  # how many lines a block of furniture with a last line spans at most
LISTED = 60  # how many labels a list of other pages holds at most
INDEX = 4  # a page with so many weeks and no trend is a list of pages


@dataclass(frozen=True, slots=True)
class Printed:
    """The labels that pages print, folded, by language: areas and trends."""

    areas: Mapping[str, str]
    trends: Mapping[str, str]

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> Printed:
        return cls(_printed(vocabulary, "areas"), _printed(vocabulary, "trends"))

    def has(self, words: str) -> bool:
        key = _key(words)
        return key in self.areas or key in self.trends


def _printed(vocabulary: Vocabulary, name: str) -> dict[str, str]:
    return {
        _key(words): term.id
        for term in vocabulary[name].values()
        for labels in (term.get("printed") or {}).values()
        for words in labels
    }


def _key(words: str) -> str:
    return re.sub(r"[\s‐-―−-]+", " ", seen(words)).strip(" .:*#").lower()


def read_page(report: Report, lexicon: Lexicon | None, printed: Printed) -> tuple[Header | None, Body]:
    """The header, where there is one, and the body without header, furniture and headline."""
    lines = lines_of(report.text)
    if lexicon is not None:
        lines = without_furniture(lines, lexicon, printed)
    lines = _parted(lines, lexicon, printed)
    ranges = [i for i, line in enumerate(lines) if is_week(line.text, lexicon)]
    spans = {i: week_line(lines[i].text, lexicon, report.published_at) for i in ranges}
    weeks = {i: span for i, span in spans.items() if span is not None}
    header, used = _header(report, lines, weeks, printed)
    kept = [line for i, line in enumerate(lines) if i not in used and i not in spans]
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


_SENTENCE = re.compile(r"""[.!?…]["'”»’)\]]*\Z""")


def _is_label(text: str) -> bool:
    return len(text) < SHORT and _SENTENCE.search(text) is None


def without_furniture(lines: Sequence[Line], lexicon: Lexicon, printed: Printed) -> list[Line]:
    """Leave out blocks and lines that the lexicon calls furniture, and cut glued labels off the next text.

    A block with a last line is left out up to it. One without is a list of other pages ('similar articles'): every
    label that follows is left out, up to the next line of text; above the text there is no such list.
    """
    settings = lexicon.settings
    kept: list[Line] = []
    until: re.Pattern[str] | None = None
    left = 0
    text = False  # whether a line of text was kept
    for line in lines:
        if len(line.text) > LONG:
            kept.append(line)
            until, left, text = None, 0, True
            continue
        words = seen(line.text)
        if left:
            left -= 1
            if until is not None:
                if until.search(words):
                    until, left = None, 0
                continue
            if _is_label(words):
                continue
            left = 0
        opened = next(((a, b) for a, b in settings.blocks if a.fullmatch(words)), None)
        if opened is not None:
            until = opened[1]
            left = BLOCK if until is not None else LISTED if text else 0
            continue
        for glued in settings.glued:
            match = glued.match(line.text)
            if match is not None and match.end():
                rest = line.text[match.end() :]
                line = Line(line.end - len(rest), line.end, rest, True)
                words = seen(rest)
        if words and not (settings.furniture and settings.furniture.fullmatch(words)):
            kept.append(line)
            text = text or (not _is_label(words) and not printed.has(words))
    return kept


_BARS = "|·•\t"  # one of them stands in every bar
_BAR = re.compile(r"\s+[|·•]\s+|\t+")
_COLON = re.compile(r":\s+")


def _parted(lines: Sequence[Line], lexicon: Lexicon | None, printed: Printed) -> list[Line]:
    """Labels that share a line, each as a line: 'area | week | headline', 'area: trend'."""
    result: list[Line] = []
    for line in lines:
        text = line.text
        parted = len(text) <= 2 * SHORT and (
            ": " in text or (any(mark in text for mark in _BARS) and _BAR.search(text) is not None)
        )
        result += (parted and _parts(line, lexicon, printed)) or (line,)
    return result


def _parts(line: Line, lexicon: Lexicon | None, printed: Printed) -> list[Line]:
    separator = _BAR if _BAR.search(line.text) else _COLON
    parts: list[Line] = []
    at = 0
    for match in [*separator.finditer(line.text), None]:
        end = match.start() if match else len(line.text)
        words = line.text[at:end]
        if words.strip():
            parts.append(Line(line.start + at, line.start + end, words, line.gap if at == 0 else True))
        at = match.end() if match else end
    marks = [printed.has(part.text) or is_week(part.text, lexicon) for part in parts]
    if separator is _COLON:  # a sentence may begin with the words of a label, so everything after it must be one
        first = marks[:1] == [True] or (len(parts) > 1 and len(parts[0].text.split()) <= 2)
        return parts if first and len(parts) > 1 and all(marks[1:]) else []
    return parts if any(marks) and len(parts) > 1 else []


def _header(
    report: Report, lines: Sequence[Line], weeks: Mapping[int, Span], printed: Printed
) -> tuple[Header | None, set[int]]:
    """The line that names a week and stands closest to a printed area and trend; pagers stand further off."""
    short = {i: _key(line.text) for i, line in enumerate(lines) if len(line.text) < 100} if weeks else {}
    areas = {i: printed.areas[key] for i, key in short.items() if key in printed.areas}
    trends = {i: printed.trends[key] for i, key in short.items() if key in printed.trends}
    marks_at = [*areas, *trends]
    if not marks_at or (not trends and len(weeks) >= INDEX):
        return None, set()

    def near(week: int, marks: Mapping[int, str]) -> int | None:
        found = [i for i in range(max(0, week - REACH), week + REACH + 1) if i in marks]
        return found[0] if found else None

    def fit(week: int) -> tuple[int, int, int]:
        told = [mark for mark in (near(week, areas), near(week, trends)) if mark is not None]
        # A pager above the area is as near to it as the week below; the trend tells them apart.
        return -len(told), min(abs(week - mark) for mark in marks_at), sum(abs(week - mark) for mark in told)

    week = min(weeks, key=fit, default=None)
    if week is None or fit(week)[0] == 0:
        return None, set()
    area, trend = near(week, areas), near(week, trends)
    marks = sorted(i for i in (week, area, trend) if i is not None)
    headline = _headline(lines, marks, short, weeks)
    used = {*marks, *([] if headline is None else [headline])}
    places = [(lines[i].start, lines[i].end) for i in sorted(used)]
    return Header(
        week=weeks[week],
        area=None if area is None else areas[area],
        trend=None if trend is None else trends[trend],
        week_words=lines[week].text,
        area_words="" if area is None else lines[area].text,
        trend_words="" if trend is None else lines[trend].text,
        headline="" if headline is None else lines[headline].text,
        evidence=tuple(Evidence(report.id, start, end) for start, end in places),
    ), used


def _headline(
    lines: Sequence[Line], marks: Sequence[int], short: Mapping[int, str], weeks: Mapping[int, Span]
) -> int | None:
    """The label between the marks, or right after them, or right before them where what follows is text."""
    places = [i for i in range(marks[0], marks[-1] + 2) if i not in marks and i < len(lines)]
    places += [marks[0] - 1] if marks[0] else []
    between = [i for i in places if marks[0] < i < marks[-1]]
    free = [i for i in places if i not in weeks and (i in between or _is_label(lines[i].text))]
    return free[0] if free else None
