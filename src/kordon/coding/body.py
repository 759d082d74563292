"""The part of a report that is coded, as one clean string that still knows where each of its letters stands.

Reports keep their raw text. Coding works on a :class:`Body`: furniture left out, runs of blanks closed, invisible
marks dropped, soft line ends joined, one empty line between blocks. Every place in it maps back to the report.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from kordon.domain.report import Evidence

_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f"
_PIECE = re.compile(rf"[^\s{_INVISIBLE}]+(?: [^\s{_INVISIBLE}]+)*")
_BREAK = re.compile(r"[\r\n\x85\u2028\u2029]+")
_TWO = re.compile(r"\n[ \t\r]*\n|\u2029")
BULLET = re.compile(r"[•‣◦▪●*·–—-]\s+(?=\S)")
_ENDS = re.compile(r"""[.!?:;…]["'”»’)\]]*\s*\Z""")


class Line(NamedTuple):
    """A line of the raw text without the blanks around it; ``gap``: an empty line stands before it."""

    start: int
    end: int
    text: str
    gap: bool


def lines_of(text: str) -> list[Line]:
    """Every line that holds something visible."""
    lines: list[Line] = []
    at, previous = 0, 0
    size = len(text)
    while at < size:
        stop = _BREAK.search(text, at)
        end = stop.start() if stop else size
        raw = text[at:end]
        words = raw.strip(" \t\u00a0\u200b\ufeff\u200e\u200f")
        if words:
            start = at + raw.index(words)
            lines.append(Line(start, start + len(words), words, bool(_TWO.search(text, previous, start))))
            previous = start + len(words)
        at = stop.end() if stop else size
    return lines


class Body:
    """``text`` is what is searched; ``blocks`` are its paragraphs as ``(start, end, is_bullet)``."""

    __slots__ = ("_from", "_to", "blocks", "report", "text")

    def __init__(self, report: str, source: str, lines: Sequence[Line]) -> None:
        self.report = report
        self._from: list[int] = []
        self._to: list[int] = []
        parts: list[str] = []
        self.blocks: list[tuple[int, int, bool]] = []
        at, before = 0, ""
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
            if "  " not in line.text and line.text.isprintable():  # nothing to leave out
                self._from.append(at)
                self._to.append(line.start)
                parts.append(line.text)
                at += len(line.text)
                start, _, is_bullet = self.blocks[-1]
                self.blocks[-1] = (start, at, is_bullet)
                before = line.text
                continue
            first = True
            for piece in _PIECE.finditer(source, line.start, line.end):
                if not first:
                    parts.append(" ")
                    at += 1
                first = False
                self._from.append(at)
                self._to.append(piece.start())
                parts.append(piece[0])
                at += len(piece[0])
            start, _, is_bullet = self.blocks[-1]
            self.blocks[-1] = (start, at, is_bullet)
            before = line.text
        self.text = "".join(parts)

    def source(self, place: int) -> int:
        """Where a letter of the body stands in the report's text."""
        index = bisect_right(self._from, place) - 1
        return self._to[index] + place - self._from[index]

    def evidence(self, start: int, end: int) -> Evidence:
        """Evidence for ``start..end`` of the body, in the places of the report's text."""
        return Evidence(self.report, self.source(start), self.source(end - 1) + 1)


def _is_wrapped(before: str, line: str) -> bool:
    """A line that only goes on: the one before is long and open, and this one begins small."""
    return len(before) >= 40 and not _ENDS.search(before) and line[:1].islower()
