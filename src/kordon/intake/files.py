"""Files as reports: plain text and Markdown, HTML, e-mail, PDF, RSS and Atom, and JSON Lines.

What language a text is in and whether it is a commentary is the business of coding; a language that a page gives
for itself is kept where its letters bear it out. Offsets of evidence refer to the text as it stands in the report,
with ``\\n`` line ends.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kordon.domain.errors import InputError, UnreadableFile
from kordon.domain.report import PublishedBasis, Report, stable_id
from kordon.domain.time import Date
from kordon.geo.rows import decode
from kordon.intake.alphabets import agrees
from kordon.intake.encodings import declared_in, text_of
from kordon.intake.lines import LANG, SURROGATE, read_lines
from kordon.intake.told import Found, Told

LIMIT = 20_000_000  # bytes of a text
_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_./]?)(\d\d)\2(\d\d)(?!\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Read:
    """The reports of a file, in its order, and a sentence for every part of it that could not be used."""

    reports: tuple[Report, ...]
    errors: tuple[InputError, ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """What whoever hands a file in says of it; it goes before anything that the file says of itself."""

    published: Date | None = None
    lang: str | None = None
    source: str = ""
    keep_ids: bool = False


def read(
    path: Path,
    *,
    published: Date | None = None,
    lang: str | None = None,
    source: str = "",
    name: str = "",
    keep_ids: bool = False,
) -> Read:
    """Read one file of up to 20 MB; ``name`` is what complaints call it.

    With ``keep_ids`` reports of JSON Lines have the ids of their lines. Without it they have ids of their content,
    like any other report, so that lines of several files that use the same ids stay apart in a register.

    The day of publication is ``published``, else a day in the file's name, else one in its markup or headers, else
    one in the address that it gives for itself, else unknown; entries of feeds and attachments have days of their
    own. Raises :class:`~kordon.domain.errors.InputError` when nothing of the file can be used; a part of it that
    cannot be (a line, an entry, an attachment, a page) is an entry of ``errors``, and the others are still read.
    """
    name = name or str(path)
    given = Given(published, lang, source, keep_ids)
    suffix = path.suffix.lower()
    if suffix not in READERS:
        known = ", ".join(READERS)
        raise UnreadableFile(
            name, "", f"files of the kind {suffix or 'without a suffix'} are not read", f"use {known}"
        )
    if lang is not None and not LANG.fullmatch(lang):
        raise UnreadableFile(name, "", f"{lang!r} is not a language code", "write it as en, be or ru")
    return read_raw(read_bytes(path, name), path.name, name, given)


def read_raw(raw: bytes, file: str, name: str, given: Given | None = None) -> Read:
    """The reports in the bytes of a file that is called ``file``; see :func:`read`."""
    given = given or Given()
    suffix = Path(file).suffix.lower()
    if suffix in LINES:
        return _read_lines(decode(raw, name), file, name, given)
    found = READERS[suffix](raw, name)
    reports: dict[str, Report] = {}
    for told in found.texts:
        report = _report(told, file, told.address or (f"{file}#{told.part}" if told.part else file), given, name)
        reports.setdefault(report.id, report)  # a feed may hold an entry twice
    if not reports:
        raise UnreadableFile(name, "", "it holds no text", "check that the report was saved whole")
    return Read(tuple(reports.values()), found.errors)


def read_bytes(path: Path, name: str, limit: int = LIMIT) -> bytes:
    """The bytes of a regular file; its size is checked before anything is read."""
    try:
        if path.is_dir():
            raise UnreadableFile(name, "", "it is a folder", "name a file in it")
        if path.exists() and not path.is_file():
            raise UnreadableFile(name, "", "it is not a regular file", "copy its content into a file")
        size = path.stat().st_size
        if size > limit:
            problem = f"it has {size / 1e6:,.0f} MB, more than the {limit / 1e6:,.0f} MB that are read of a text"
            raise UnreadableFile(name, "", problem, "split it into smaller files")
        raw = path.read_bytes()
    except (OSError, ValueError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        remedy = "check the path and its permissions"
        raise UnreadableFile(name, "", f"it cannot be read ({problem})", remedy) from None
    if not raw:
        raise UnreadableFile(name, "", "it is empty", "write a text into it or take it away")
    return raw


def _plain(raw: bytes, name: str) -> Found:
    return Found((Told(text_of(raw, name)),))


def _html(raw: bytes, name: str) -> Found:
    from kordon.intake.markup import read_page

    page = read_page(text_of(raw, name, declared_in(raw)), name)
    return Found((Told(page.text, page.title, page.lang, page.host, page.published, page.address),))


def _mail(raw: bytes, name: str) -> Found:
    from kordon.intake.mail import read_mail

    return read_mail(raw, name, ATTACHED)


def _pdf(raw: bytes, name: str) -> Found:
    from kordon.intake.pdf import read_pdf

    return read_pdf(raw, name)


def _feed(raw: bytes, name: str) -> Found:
    from kordon.intake.feeds import read_feed

    return read_feed(raw, name)


ATTACHED: Mapping[str, Callable[[bytes, str], Found]] = {
    ".txt": _plain,
    ".md": _plain,
    ".text": _plain,
    ".html": _html,
    ".htm": _html,
    ".xhtml": _html,
    ".eml": _mail,
    ".pdf": _pdf,
}
READERS: Mapping[str, Callable[[bytes, str], Found]] = {
    **ATTACHED,
    ".rss": _feed,
    ".atom": _feed,
    ".xml": _feed,
    ".jsonl": _plain,
}
LINES = frozenset({".jsonl"})


def _read_lines(text: str, file: str, name: str, given: Given) -> Read:
    reports: dict[str, Report] = {}
    errors: list[InputError] = []
    for line in read_lines(text, name):
        if isinstance(line, InputError):
            errors.append(line)
            continue
        number, own, told = line
        report = _report(told, file, told.address or f"{file}#{own}", given, f"{name}, line {number}")
        key = own if given.keep_ids else report.id
        if key in reports:
            remedy = "take one of them away"
            errors.append(UnreadableFile(name, f"line {number}", "it says the same as an earlier line", remedy))
        else:
            reports[key] = replace(report, id=key)
    if not reports:
        if errors:
            raise errors[0]
        raise UnreadableFile(name, "", "it holds no text", "write one JSON object on each line")
    return Read(tuple(reports.values()), tuple(errors))


def _report(told: Told, file: str, address: str, given: Given, name: str) -> Report:
    """The report, with the id of its content: the same text read twice has one id, a changed text has another."""
    text, title = SURROGATE.sub("\ufffd", told.text), SURROGATE.sub("\ufffd", told.title)
    if not text.strip():
        raise UnreadableFile(name, "", "it holds no text", "check that the report was saved whole")
    source = SURROGATE.sub("\ufffd", given.source or told.source)
    published, basis = _published(told, file, given)
    lines = Path(file).suffix.lower() in LINES
    lang = told.lang if lines or (told.lang and agrees(told.lang, text)) else ""
    return Report(
        id=stable_id("report", text, title, source, published),
        text=text,
        title=" ".join(title.split()),
        lang=given.lang or lang or "und",
        source=source,
        address=SURROGATE.sub("\ufffd", address),
        published_at=published,
        published_basis=basis,
    )


def _published(told: Told, file: str, given: Given) -> tuple[Date | None, PublishedBasis]:
    if given.published is not None:
        return given.published, PublishedBasis.GIVEN
    if Path(file).suffix.lower() in LINES:  # what a line says of itself counts, the name of the file does not
        basis = PublishedBasis.UNKNOWN if told.published is None else PublishedBasis.GIVEN
        return told.published, basis
    if told.part and told.published is not None:  # an entry or attachment: the file is only what carries it
        return told.published, PublishedBasis.TEXT
    named = day_in(told.address if told.part else file)
    if named is not None:
        return named, PublishedBasis.ADDRESS
    if told.published is not None:
        return told.published, PublishedBasis.TEXT
    addressed = day_in(told.address)
    if addressed is not None:
        return addressed, PublishedBasis.ADDRESS
    return None, PublishedBasis.UNKNOWN


def day_in(name: str) -> Date | None:
    """The first day that a file's name or an address holds: 2024-05-31, 2024/05/31, 20240531; else ``None``."""
    for match in _IN_NAME.finditer(name[:2_000]):
        try:
            return Date(int(match[1]), int(match[3]), int(match[4]))
        except ValueError:
            continue
    return None
