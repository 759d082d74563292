"""The file in which an analyst writes one area's commentary in one language.

::

    ---
    week: 2024-W22
    area: security
    language: en
    trend: got_worse
    ---
    # The headline

    The lede, one paragraph.

    The body, paragraph by paragraph. What a number rests on is cited after its sentence.[^1]

    - A bullet.

    ## Sources
    - A border guard, https://example.org/notice
    - A source without an address

    [^1]: reading-0123456789abcdef

The header may also have ``revision`` (the one that this text changes), ``made-from`` (a language or a revision
that it was translated from) and ``authors``. A mark ``[^...]`` holds a number that is explained below, or what is
cited itself: an id, ``~id`` where the number is rounded, ``id#value`` for one value of several, an address among
the sources, or ``name`` for a number that belongs to a name. Several are parted by blanks. A blank line ends a
paragraph. A backslash before a mark or at the beginning of a line takes its meaning away.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kordon.commentary.issue.inert import intruder
from kordon.domain.errors import DomainError, InputError
from kordon.domain.issue import Source
from kordon.domain.time import Week

KEYS = ("week", "area", "language", "trend")
MAY = ("revision", "made-from", "authors")
LIMIT = 400_000  # characters of a file
_MARK = re.compile(r"(?<!\\)\[\^([^\[\]^\n]{1,4000})\]")
_NOTE = re.compile(r"\[\^([^\[\]^\s]{1,40})\]:[ \t]*(.*)")
_BULLET = re.compile(r"[-*•][ \t]+(.*)")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")


@dataclass(frozen=True, slots=True)
class Part:
    """A headline, a paragraph or a bullet without its marks. ``marks``: behind which letter what is cited."""

    text: str
    marks: tuple[tuple[int, str], ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Written:
    """What one file says; ``trend``, ``revision`` and ``made_from`` as they are written, '' where they are not."""

    week: Week
    area: str
    lang: str
    trend: str
    headline: Part
    lede: Part
    paragraphs: tuple[Part, ...]
    bullets: tuple[Part, ...]
    sources: tuple[Source, ...]
    authors: tuple[str, ...] = ()
    revision: str = ""
    made_from: str = ""


class _File:
    """The lines of one file, and its name for complaints."""

    def __init__(self, text: str, name: str) -> None:
        self.name = name
        if len(text) > LIMIT:
            raise InputError(name, "", f"it has more than {LIMIT:,} letters", "a commentary is shorter; check it")
        text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        if (found := intruder(text)) is not None:
            line = text.count("\n", 0, found[0]) + 1
            raise InputError(name, f"line {line}", f"it holds {found[1]}, which nobody sees", "take it out")
        self.lines = unicodedata.normalize("NFC", text).split("\n")

    def wrong(self, line: int, problem: str, remedy: str) -> InputError:
        return InputError(self.name, f"line {line}", problem, remedy)


def parse(text: str, name: str) -> Written:
    """Read a file's text; raises :class:`InputError` with the line and what to do."""
    file = _File(text, name)
    header, below = _header(file)
    notes, blocks, sources = _blocks(file, below)
    parts = [(kind, _part(file, line, words, notes)) for kind, line, words in blocks]
    order = [kind for kind, _ in parts]
    if order[:2] != ["headline", "paragraph"] or order.count("headline") > 1:
        line = below if not parts else parts[min(1, len(parts) - 1)][1].line
        problem = "a commentary has one headline and then a paragraph, its lede"
        raise file.wrong(line, problem, "write '# ' and the headline, an empty line, and the lede")
    paragraphs = [part for kind, part in parts if kind == "paragraph"]
    return Written(
        week=_week(file, header["week"]),
        area=header["area"][1],
        lang=header["language"][1],
        trend=header["trend"][1],
        headline=parts[0][1],
        lede=paragraphs[0],
        paragraphs=tuple(paragraphs[1:]),
        bullets=tuple(part for kind, part in parts if kind == "bullet"),
        sources=sources,
        authors=tuple(a.strip() for a in header.get("authors", (0, ""))[1].split(",") if a.strip()),
        revision=header.get("revision", (0, ""))[1],
        made_from=header.get("made-from", (0, ""))[1],
    )


def _header(file: _File) -> tuple[Mapping[str, tuple[int, str]], int]:
    """The keys with their lines, and the line on which the text begins."""
    if file.lines[0].strip() != "---":
        raise file.wrong(1, "the header is missing", f"begin with a line '---' and the keys {', '.join(KEYS)}")
    found: dict[str, tuple[int, str]] = {}
    for number, line in enumerate(file.lines[1:], 2):
        if line.strip() == "---":
            for key in KEYS:
                if not found.get(key, (0, ""))[1]:
                    raise file.wrong(number, f"the header does not tell {key!r}", f"write it as '{key}: ...'")
            return found, number + 1
        key, sign, value = line.partition(":")
        key = key.strip()
        if not line.strip():
            continue
        if not sign or key not in (*KEYS, *MAY):
            known = ", ".join((*KEYS, *MAY))
            raise file.wrong(number, f"{line.strip()!r} is no line of a header", f"use the keys {known}")
        if key in found:
            raise file.wrong(number, f"{key!r} is told twice", "keep one of them")
        found[key] = number, value.strip()
    raise file.wrong(1, "the header does not end", "close it with a line '---'")


def _week(file: _File, told: tuple[int, str]) -> Week:
    try:
        return Week.parse(told[1])
    except DomainError:
        raise file.wrong(told[0], f"{told[1]!r} is not a week", "write it as 2024-W22") from None


def _blocks(file: _File, below: int) -> tuple[Mapping[str, str], list[tuple[str, int, str]], tuple[Source, ...]]:
    """The notes by their numbers, the parts as (kind, line, words), and the sources."""
    notes: dict[str, str] = {}
    blocks: list[tuple[str, int, str]] = []
    sources: list[Source] = []
    listing, gap = False, True
    for number, line in enumerate(file.lines[below - 1 :], below):
        words = line.strip(" \t")
        note, bullet = _NOTE.fullmatch(words), _BULLET.fullmatch(words)
        if not words:
            gap = True
            continue
        if note is not None:
            if note[1] in notes:
                raise file.wrong(number, f"the note [^{note[1]}] is written twice", "give one another number")
            notes[note[1]] = note[2]
        elif words.startswith("## "):
            if listing:
                raise file.wrong(number, "there is a second '##' heading", "keep the one above the sources")
            listing = True
        elif listing:
            if bullet is None:
                raise file.wrong(number, "below the sources only sources are read", "begin the line with '- '")
            sources.append(_source(file, number, bullet[1]))
        elif words.startswith("# "):
            blocks.append(("headline", number, words[2:].strip()))
        elif bullet is not None:
            blocks.append(("bullet", number, bullet[1]))
        elif blocks and not gap and blocks[-1][0] != "headline":
            kind, first, before = blocks[-1]
            blocks[-1] = kind, first, f"{before} {_unescaped(words)}"
        elif blocks and blocks[-1][0] == "bullet":
            raise file.wrong(number, "a paragraph stands below the bullets", "put the bullets below the last one")
        else:
            blocks.append(("paragraph", number, _unescaped(words)))
        gap = False
    return notes, blocks, tuple(sources)


def _source(file: _File, number: int, words: str) -> Source:
    found = _ADDRESS.search(words)
    address = found[0].rstrip(".,;)") if found else ""
    name = (words.replace(address, "") if address else words).strip(" ,;:–—-<>()")
    if not name and address:
        name = address.split("/")[2]
    if not name:
        raise file.wrong(number, "a source has no name", "write it as '- name, address'")
    return Source(" ".join(name.split()), address)


def _part(file: _File, line: int, words: str, notes: Mapping[str, str]) -> Part:
    text, marks, last = "", [], 0
    for mark in _MARK.finditer(words):
        text += words[last : mark.start()]
        last = mark.end()
        inside = mark[1].strip()
        if inside.isdigit() and inside not in notes:
            raise file.wrong(line, f"the mark [^{inside}] is explained nowhere", f"add a line '[^{inside}]: ...'")
        marks += [(len(text), cited) for cited in notes.get(inside, inside).split()]
    raw = text + words[last:]
    return _tidied(raw.replace(r"\[^", "[^"), raw, marks, line)


def _tidied(text: str, raw: str, marks: Iterable[tuple[int, str]], line: int) -> Part:
    """Single blanks, and every mark behind the letter that it stood behind."""
    tidy = " ".join(word for word in re.split(r"[ \t]+", text) if word)

    def moved(place: int) -> int:
        before = raw[:place].replace(r"\[^", "[^")
        return len(" ".join(word for word in re.split(r"[ \t]+", before) if word))

    return Part(tidy, tuple((moved(place), cited) for place, cited in marks), line)


def _unescaped(words: str) -> str:
    return words[1:] if re.match(r"\\(?!\[\^)", words) else words


def blank(week: Week, area: str, lang: str, made_from: str, heading: str) -> str:
    """A file with everything to fill in."""
    header = ["---", f"week: {week}", f"area: {area}", f"language: {lang}", "trend: "]
    header += [f"made-from: {made_from}"] if made_from else []
    return "\n".join((*header, "---", "", "# ", "", "", "", f"## {heading}", "- , https://", ""))


def compose(header: Mapping[str, str], parts: Iterable[tuple[str, list[tuple[str, tuple[str, ...]]]]],
            sources: Iterable[Source], heading: str) -> str:  # fmt: skip
    """The file's text. ``parts``: (kind, sentences with what each cites), headline and lede first."""
    notes: dict[tuple[str, ...], int] = {}
    lines = ["---", *(f"{key}: {value}" for key, value in header.items() if value), "---"]
    bullets = False
    for kind, sentences in parts:
        if kind != "bullet" or not bullets:
            lines.append("")
        bullets = kind == "bullet"
        lead = {"headline": "# ", "bullet": "- "}.get(kind, "")
        lines += [lead + line for line in _lines(sentences, notes, escape=not lead)]
    listed = list(sources)
    if listed:
        lines += ["", f"## {heading}", *(f"- {s.name}{', ' if s.address else ''}{s.address}" for s in listed)]
    if notes:
        lines += ["", *(f"[^{number}]: {' '.join(cited)}" for cited, number in notes.items())]
    return "\n".join(lines) + "\n"


def _lines(
    sentences: Iterable[tuple[str, tuple[str, ...]]], notes: dict[tuple[str, ...], int], *, escape: bool
) -> Iterator[str]:
    for text, cited in sentences:
        mark = f"[^{notes.setdefault(cited, len(notes) + 1)}]" if cited else ""
        safe = text.replace("[^", r"\[^")
        needs = escape and re.match(r"[-*•#\\]|\[\^", text)
        yield ("\\" if needs and not safe.startswith(r"\[^") else "") + safe + mark
