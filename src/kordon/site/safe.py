"""Text from outside, made harmless: reports, titles, addresses and cells of tables are hostile input.

Markup is escaped by the templates (autoescape); this module deals with what escaping does not touch:
characters that reorder, hide or stack text, addresses that do something other than open a page, and the length
of a quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urlsplit

from kordon.domain.report import Evidence, Report

QUOTE_WORDS = 25

# Controls, surrogates, non-characters, and everything that turns the direction of text or cannot be seen.
_BAD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_LINE_ENDS = re.compile("[\u0085\u2028\u2029\r]")
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")  # those that do not break a number stay
# Combining marks beyond three on one letter are stacked to cover the lines above.
_PILE = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0e34-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f]{3})[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f"
    "\u0e34-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f]+"
)
_WORD = re.compile(r"\S+")
_STOP = re.compile(r"[.!?…](?=[\s\"'»”’)\]]|\Z)|\n")
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\Z")


def clean(text: str) -> str:
    """The text without control, invisible and direction-turning characters, and without piles of marks."""
    return text if text.isascii() and text.isprintable() else _cleaned(text)


@lru_cache(50_000)
def _cleaned(text: str) -> str:
    return _PILE.sub(r"\1", _BAD.sub("", _LINE_ENDS.sub("\n", text)))


def line(text: str) -> str:
    """``clean`` on one line."""
    return _SPACES.sub(" ", clean(text)).strip()


def shorten(text: str, words: int) -> str:
    """At most so many words of one line, with an ellipsis where some were left out."""
    parts = line(text).split(" ")
    return " ".join(parts) if len(parts) <= words else " ".join(parts[:words]) + " …"


def safe_link(address: str) -> str | None:
    """The address when it is a plain http or https page on a named host, else ``None``.

    An address with a user name in it is refused: ``https://gov.example@evil.example`` reads as another host.
    """
    if not address or not address.isprintable() or " " in address or "\\" in address:
        return None
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or (port is not None and port == 0):
        return None
    try:
        ascii_host = host.encode("idna").decode("ascii")
    except UnicodeError:
        return None
    return address if _HOST.match(ascii_host) and clean(address) == address else None


def host(address: str) -> str:
    """The host of a safe address, in ASCII so that look-alike letters show; empty for any other."""
    link = safe_link(address)
    if link is None:
        return ""
    return (urlsplit(link).hostname or "").encode("idna").decode("ascii").removeprefix("www.")


def quote(report: Report, evidence: Iterable[Evidence]) -> tuple[tuple[str, bool], ...]:
    """At most 25 words of a report: what the evidence covers, with the words around it while there is room.

    Parts in order, each with whether it is what the evidence covers. Pieces of evidence near one another
    are given with what is between them; others in the order of the text, and what does not fit is left out.
    """
    spans = sorted({(e.start, min(e.end, len(report.text))) for e in evidence if e.report == report.id})
    spans = [(start, end) for start, end in spans if start < end]
    if not spans:
        return ()
    words = [(m.start(), m.end()) for m in _WORD.finditer(report.text)]
    marked = [any(start < b and end > a for start, end in spans) for a, b in words]
    chosen = [i for i, hit in enumerate(marked) if hit][:QUOTE_WORDS]
    if not chosen:
        return ()
    if chosen[-1] - chosen[0] < QUOTE_WORDS:  # near enough to be read in one piece
        chosen = _widen(report.text, words, chosen[0], chosen[-1])
    return _parts(report.text, words, marked, chosen)


def _widen(text: str, words: list[tuple[int, int]], first: int, last: int) -> list[int]:
    """Take in neighbours on either side, up to the ends of the sentence and the limit."""
    left_open = right_open = True
    while last - first + 1 < QUOTE_WORDS and (left_open or right_open):
        if left_open:
            left_open = first > 0 and not _STOP.search(text[words[first - 1][0] : words[first][0]])
            first -= left_open
        if right_open and last - first + 1 < QUOTE_WORDS:
            right_open = last + 1 < len(words) and not _STOP.search(text[words[last][0] : words[last + 1][0]])
            last += right_open
    return list(range(first, last + 1))


def _parts(
    text: str, words: list[tuple[int, int]], marked: list[bool], chosen: list[int]
) -> tuple[tuple[str, bool], ...]:
    parts: list[tuple[list[str], bool]] = []
    before = None
    for i in chosen:
        word = line(text[words[i][0] : words[i][1]])
        if before is not None and i != before + 1:
            parts.append((["…"], False))
        if parts and parts[-1][1] == marked[i] and parts[-1][0] != ["…"]:
            parts[-1][0].append(word)
        else:
            parts.append(([word], marked[i]))
        before = i
    return tuple((" ".join(w for w in piece if w), hit) for piece, hit in parts)
