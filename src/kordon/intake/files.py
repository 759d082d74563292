"""Files as reports: plain text and Markdown, HTML, e-mail, JSON Lines, and PDF where a reader for it is installed.

The language is not told here, and neither is whether a text is a commentary: both are the business of coding.
Offsets of evidence refer to the text as it stands in the report, with ``\\n`` line ends.
"""

from __future__ import annotations

import importlib
import io
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import Path
from typing import Any

from kordon.domain.errors import InputError, UnreadableFile
from kordon.domain.report import PublishedBasis, Report, stable_id
from kordon.domain.time import Date
from kordon.geo.rows import decode
from kordon.intake import markup

LIMIT = 20_000_000  # bytes of a text
_LANG = re.compile(r"[a-z]{2,3}")
_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)")
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_CONTROL_SHARE = 0.01  # a text has the odd stray control character, a binary file is full of them
_LINE_KEYS = ("id", "text", "title", "lang", "published", "source", "address")


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


@dataclass(frozen=True, slots=True)
class Told:
    """What a file says of itself."""

    text: str
    title: str = ""
    lang: str = ""
    source: str = ""
    published: Date | None = None


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
    unknown. Raises :class:`~kordon.domain.errors.InputError` when nothing of the file can be used; a bad line of
    JSON Lines is an entry of ``errors``, and the other lines are still read.
    """
    name = name or str(path)
    given = Given(published, lang, source, keep_ids)
    suffix = path.suffix.lower()
    reader = READERS.get(suffix)
    if reader is None:
        known = ", ".join(READERS)
        raise UnreadableFile(
            name, "", f"files of the kind {suffix or 'without a suffix'} are not read", f"use {known}"
        )
    if lang is not None and not _LANG.fullmatch(lang):
        raise UnreadableFile(name, "", f"{lang!r} is not a language code", "write it as en, be or ru")
    raw = read_bytes(path, name)
    if suffix in LINES:
        return _read_lines(decode(raw, name), path.name, name, given)
    told = reader(raw, name)
    return Read((_report(told, path.name, path.name, given, name),))


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


def text_of(raw: bytes, name: str) -> str:
    """Bytes as text; raises :class:`UnreadableFile` for another encoding and for what is no text at all."""
    text = decode(raw, name)
    zero = text.find("\x00")
    if zero >= 0 or len(_CONTROL.findall(text)) > max(1, _CONTROL_SHARE * len(text)):
        place = f"character {zero}" if zero >= 0 else ""
        raise UnreadableFile(name, place, "it is a binary file and no text", "save the report as text or HTML")
    return text


def _plain(raw: bytes, name: str) -> Told:
    return Told(text_of(raw, name))


def _html(raw: bytes, name: str) -> Told:
    page = markup.read_page(text_of(raw, name))
    return Told(page.text, page.title, page.lang, page.host, page.published)


def _email(raw: bytes, name: str) -> Told:
    if b"\x00" in raw:
        raise UnreadableFile(name, f"byte {raw.index(0)}", "it is a binary file and no e-mail", "save it as .eml")
    try:
        message = message_from_bytes(raw, policy=policy.default)
        if not isinstance(message, EmailMessage):  # the policy makes no other kind
            raise TypeError
        body = message.get_body(("plain", "html"))
        content = "" if body is None else body.get_content()
        html = body is not None and body.get_content_subtype() == "html"
        title, sender, date = (str(message.get(key, "")) for key in ("Subject", "From", "Date"))
    except Exception as error:  # the parser meets broken headers and charsets with errors of many kinds
        problem = f"it is not a readable e-mail ({type(error).__name__})"
        raise UnreadableFile(name, "", problem, "save the report as text or HTML") from None
    text = content.replace("\r\n", "\n").replace("\r", "\n")
    page = markup.read_page(text) if html else None
    # Only the host of the sender is kept: the person who sent it is nobody's business.
    host = parseaddr(sender)[1].rpartition("@")[2].lower()
    return Told(page.text if page else text, title or (page.title if page else ""), "", host, _mail_day(date))


def _mail_day(header: str) -> Date | None:
    try:
        return parsedate_to_datetime(header).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _pdf(raw: bytes, name: str) -> Told:
    try:
        pypdf: Any = importlib.import_module("pypdf")
    except ImportError:
        remedy = "install it with 'pip install pypdf', or save the report as text"
        raise UnreadableFile(
            name, "", "PDF files are read by the package pypdf, which is missing", remedy
        ) from None
    try:
        pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(raw)).pages]
    except Exception as error:  # a broken PDF raises errors of many kinds
        problem = f"it is not a readable PDF ({type(error).__name__})"
        raise UnreadableFile(name, "", problem, "save the report as text") from None
    return Told("\n\n".join(pages).replace("\x00", ""))


READERS: Mapping[str, Callable[[bytes, str], Told]] = {
    ".txt": _plain,
    ".md": _plain,
    ".text": _plain,
    ".html": _html,
    ".htm": _html,
    ".eml": _email,
    ".pdf": _pdf,
    ".jsonl": _plain,
}
LINES = frozenset({".jsonl"})


def _read_lines(text: str, file: str, name: str, given: Given) -> Read:
    reports: dict[str, Report] = {}
    errors: list[InputError] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            key, report = _line(line, number, file, name, given)
            place = f"line {number}"
            if key in seen:
                problem = f"the id {key!r} stands in line {seen[key]} too"
                raise UnreadableFile(name, place, problem, "give it another id")
            seen[key] = number
            if report.id in reports:
                raise UnreadableFile(name, place, "it says the same as an earlier line", "take one of them away")
            reports[report.id] = report
        except InputError as error:
            errors.append(error)
    if not reports:
        if errors:
            raise errors[0]
        raise UnreadableFile(name, "", "it holds no text", "write one JSON object on each line")
    return Read(tuple(reports.values()), tuple(errors))


def _line(line: str, number: int, file: str, name: str, given: Given) -> tuple[str, Report]:
    place = f"line {number}"
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        detail = f": {error}" if isinstance(error, ValueError) else ""
        raise UnreadableFile(name, place, f"it is not valid JSON{detail}", "mend the line") from None
    if not isinstance(data, dict):
        raise UnreadableFile(name, place, "it is not a JSON object", 'write it as {"id": "...", "text": "..."}')
    for key, value in data.items():
        if key not in _LINE_KEYS:
            continue  # notes of whoever made the file; they say nothing to us
        if key == "id" and isinstance(value, int) and not isinstance(value, bool):
            continue
        if not isinstance(value, str) and not (value is None and key not in ("id", "text")):
            raise UnreadableFile(name, place, f"the value of {key!r} is not a text", "put it in quotation marks")
        if isinstance(value, str) and (_SURROGATE.search(value) or "\x00" in value):
            problem = f"the value of {key!r} holds half a character or a zero"
            raise UnreadableFile(name, place, problem, "write the character itself instead of its escape")
    for key in ("id", "text"):
        if not str(data.get(key, "")).strip():
            raise UnreadableFile(name, place, f"{key!r} is missing or empty", "add it")
    lang = data.get("lang") or ""
    if lang and not _LANG.fullmatch(lang):
        raise UnreadableFile(name, place, f"{lang!r} is not a language code", "write it as en, be or ru")
    published = None
    if data.get("published"):
        try:
            published = Date.fromisoformat(data["published"][:10])  # a time of day is not asked for
        except ValueError:
            problem = f"{data['published']!r} in 'published' is not a day"
            raise UnreadableFile(name, place, problem, "write it as 2024-05-31") from None
    text = data["text"].replace("\r\n", "\n").replace("\r", "\n")
    told = Told(text, data.get("title") or "", lang, data.get("source") or "", published)
    own = str(data["id"])
    report = _report(told, file, data.get("address") or f"{file}#{own}", given, f"{name}, {place}")
    return own, replace(report, id=own) if given.keep_ids else report


def _report(told: Told, file: str, address: str, given: Given, name: str) -> Report:
    """The report, with the id of its content: the same text read twice has one id, a changed text has another."""
    text, title = _SURROGATE.sub("\ufffd", told.text), _SURROGATE.sub("\ufffd", told.title)
    if not text.strip():
        raise UnreadableFile(name, "", "it holds no text", "check that the report was saved whole")
    source = _SURROGATE.sub("\ufffd", given.source or told.source)
    published, basis = _published(told, file, given)
    return Report(
        id=stable_id("report", text, title, source, published),
        text=text,
        title=" ".join(title.split()),
        lang=given.lang or told.lang or "und",
        source=source,
        address=_SURROGATE.sub("\ufffd", address),
        published_at=published,
        published_basis=basis,
    )


def _published(told: Told, file: str, given: Given) -> tuple[Date | None, PublishedBasis]:
    if given.published is not None:
        return given.published, PublishedBasis.GIVEN
    if Path(file).suffix.lower() in LINES:  # what a line says of itself counts, the name of the file does not
        basis = PublishedBasis.UNKNOWN if told.published is None else PublishedBasis.GIVEN
        return told.published, basis
    named = day_in(file)
    if named is not None:
        return named, PublishedBasis.ADDRESS
    if told.published is not None:
        return told.published, PublishedBasis.TEXT
    return None, PublishedBasis.UNKNOWN


def day_in(name: str) -> Date | None:
    """The first day that a file's name or an address holds: 2024-05-31, 2024_05_31, 20240531; else ``None``."""
    for match in _IN_NAME.finditer(name):
        try:
            return Date(int(match[1]), int(match[3]), int(match[4]))
        except ValueError:
            continue
    return None
