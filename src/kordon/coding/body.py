"""The part of a report that is coded, as one clean string that still knows where each of its letters stands.

Reports keep their raw text. Coding works on a :class:`Body`: furniture left out, runs of blanks closed, invisible
marks dropped, accents joined to their letters, soft line ends joined, one empty line between blocks. Every place
in it maps back to the report.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kordon.domain.report import Evidence

# Soft hyphens, zero-width and direction marks, variation selectors and stray control characters: they stand inside
# words and between them, and are neither letters nor blanks.
_MARKS = (
    "\u00ad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff9-\ufffb\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\U000e0000-\U000e007f"
)
_ACCENTS = "\u0300-\u036f"
_PIECE = re.compile(rf"[^\s{_MARKS}{_ACCENTS}]+(?: [^\s{_MARKS}{_ACCENTS}]+)*")
_BLANK = re.compile(r"\s")
_ACCENT = re.compile(rf"[{_ACCENTS}]+")
_INVISIBLE = re.compile(rf"[{_MARKS}]+")
_STRIPPED = " \t\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\u00a0\u00ad\ufeff" + "".join(
    chr(c) for low, high in ((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2069)) for c in range(low, high + 1)
)
BULLET = re.compile(r"[•‣◦▪●*·–—-]\s+(?=\S)")
_ENDS = re.compile(r"""[.!?:;…]["'”»’)\]]*\s*\Z""")

# Letters of two scripts that look alike, and are typed for one another: Latin first.
_LATIN, _CYRILLIC = "aceikopxyABCEHIKMOPTXY", "асеікорхуАВСЕНІКМОРТХУ"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_SCRIPTS = (re.compile(r"[A-Za-z]"), re.compile(r"[\u0400-\u04ff]"))
_PAIR = r"[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]"
_MIXED = re.compile(rf"\w*(?:{_PAIR})\w*|(?<=[\u0400-\u04ff] )i(?= [\u0400-\u04ff])")
_APOSTROPHE = "\u02bc"  # counts as a letter, so that it would join what an apostrophe parts
_SUSPECT = re.compile(r"[\u02bc\u0300-\u04ff]")  # quick to look for, and nothing is odd without one
_ODD = re.compile(rf"[{_ACCENTS}{_APOSTROPHE}]|{_PAIR}")


class Line(NamedTuple):
    """A line of the raw text without the blanks around it; ``gap``: an empty line stands before it."""

    start: int
    end: int
    text: str
    gap: bool


def lines_of(text: str) -> list[Line]:
    """Every line that holds something visible."""
    lines: list[Line] = []
    at, gap = 0, False
    for raw in text.splitlines(keepends=True):
        words = raw.strip(_STRIPPED)
        if words:
            start = at if raw.startswith(words) else at + len(raw) - len(raw.lstrip(_STRIPPED))
            lines.append(Line(start, start + len(words), words, gap))
            gap = raw[-1] == "\u2029"
        else:
            gap = True
        at += len(raw)
    return lines


def seen(text: str) -> str:
    """The words of a line as a reader sees them: without invisible marks, with whole letters and single blanks."""
    if text.isprintable() and "  " not in text and (text.isascii() or unicodedata.is_normalized("NFC", text)):
        return text
    return " ".join(unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).split())


class Body:
    """``text`` is what is searched; ``blocks`` are its paragraphs as ``(start, end, is_bullet)``."""

    __slots__ = ("_from", "_to", "_wide", "blocks", "report", "text")

    def __init__(self, report: str, source: str, lines: Sequence[Line]) -> None:
        self.report = report
        self._from: list[int] = []
        self._to: list[int] = []
        self._wide: dict[int, int] = {}  # a letter that is several in the source: where those end
        parts: list[str] = []
        self.blocks: list[tuple[int, int, bool]] = []
        at, before = 0, ""
        odd = _SUSPECT.search(source) is not None and _ODD.search(source) is not None
        for line in lines:
            bullet = BULLET.match(line.text)
            if parts and not line.gap and not bullet and _is_wrapped(before, line.text):
                parts.append(" ")
                at += 1
            else:
                if parts:
                    parts.append("\n\n")
                    at += 2
                self.blocks.append((at, at, bullet is not None))
            if not odd and "  " not in line.text and line.text.isprintable():  # nothing to leave out
                self._from.append(at)
                self._to.append(line.start)
                parts.append(line.text)
                at += len(line.text)
            else:
                for words, start, end in _pieces(source, line, odd):
                    if end - start != len(words) and words != " ":
                        self._wide[at] = end
                    self._from.append(at)
                    self._to.append(start)
                    parts.append(words)
                    at += len(words)
            first, _, is_bullet = self.blocks[-1]
            self.blocks[-1] = (first, at, is_bullet)
            before = line.text
        self.text = "".join(parts)

    def source(self, place: int) -> int:
        """Where a letter of the body stands in the report's text."""
        index = bisect_right(self._from, place) - 1
        return self._to[index] + place - self._from[index]

    def evidence(self, start: int, end: int) -> Evidence:
        """Evidence for ``start..end`` of the body, in the places of the report's text."""
        index = bisect_right(self._from, start) - 1
        shift = self._to[index] - self._from[index]
        last = self._wide.get(end - 1)
        if last is None:  # mostly the end stands in the same piece as the start, and one look-up does for both
            within = index + 1 == len(self._from) or end <= self._from[index + 1]
            last = end + shift if within else self.source(end - 1) + 1
        return Evidence(self.report, start + shift, last)


def _pieces(source: str, line: Line, odd: bool) -> Iterator[tuple[str, int, int]]:
    """The words of a line with their places: blanks closed, marks inside words dropped, accents on their letters.

    A piece has as many letters as its place, or it is a blank or a single letter.
    """
    at = line.start
    for match in _PIECE.finditer(source, line.start, line.end):
        start, end = match.span()
        if at != line.start and start > at and _BLANK.search(source, at, start):
            yield " ", at, start
        accent = _ACCENT.match(source, end, line.end)
        stop = end if accent is None else end - 1
        if stop > start:
            words = source[start:stop]
            yield (_whole(words) if odd else words), start, stop
        at = end
        if accent is not None:  # a letter and its accents as one; an accent that marks the stress is left out
            letter = source[stop:end]
            joined = unicodedata.normalize("NFC", letter + accent[0])
            at = accent.end()
            yield (joined if len(joined) == 1 else letter), stop, at


def _whole(words: str) -> str:
    """Words without letters of another script that only look right; of the same length."""
    return _MIXED.sub(_one_script, words.replace(_APOSTROPHE, "’"))


def _one_script(match: re.Match[str]) -> str:
    latin, cyrillic = (len(script.findall(match[0])) for script in _SCRIPTS)
    return match[0].translate(_TO_LATIN if latin > cyrillic > 0 else _TO_CYRILLIC)


def _is_wrapped(before: str, line: str) -> bool:
    """A line that only goes on: the one before is long and open, and this one begins small."""
    return len(before) >= 40 and not _ENDS.search(before) and line[:1].islower()
