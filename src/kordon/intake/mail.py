"""E-mail: the body as one text and every attachment that can be read as a text of its own.

Only the host of the sender is kept: the person who sent it is nobody's business. Headers are cut and parts are
counted before anything is made of them, because a message of a few megabytes can ask for hours of work.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import Any

from kordon.domain.errors import InputError, UnreadableFile
from kordon.domain.time import Date
from kordon.intake.encodings import text_of
from kordon.intake.markup import read_page, squeezed
from kordon.intake.told import Found, Told

CONTAINERS = 100  # parts that hold parts
WORK = 10_000_000  # lines of the message, times those parts: every line is looked at for the end of each
PARTS = 2_000  # parts that are looked at
ATTACHED = 50  # attachments that are read
HEADER = 2_000  # characters of a header that are read
STUB = 200  # letters of a plain body that may stand in for one in HTML
_CONTAINER = re.compile(
    rb"^content-type:[ \t]*(?:\r?\n[ \t]+)?(?:multipart|message)/", re.IGNORECASE | re.MULTILINE
)
# The parser takes the headers of parts apart while it reads, and a long one takes it long.
_KIND = re.compile(rb"(?im)^content-(?:type|disposition|transfer-encoding):[^\n]*(?:\n[ \t][^\n]*)*")
# What a mail carries besides reports: pictures, signatures, invitations, cards.
_BESIDE = re.compile(
    r"(image|audio|video|font)/|text/(calendar|x-vcard|vcard)|application/(pgp|pkcs7|x-pkcs7|ics)"
)
_SUFFIXES = {"text/plain": ".txt", "text/html": ".html", "application/pdf": ".pdf", "message/rfc822": ".eml"}

Reader = Callable[[bytes, str], Found]


@dataclass(frozen=True, slots=True)
class _Part:
    """``body`` for a part that is read as the mail itself, else it is attached under ``name``."""

    message: Message
    kind: str
    name: str
    body: bool


def read_mail(raw: bytes, name: str, readers: Mapping[str, Reader]) -> Found:
    """The texts of a message; ``readers`` are those for attachments, by suffix.

    Raises :class:`UnreadableFile` for what is no e-mail and for one that holds no text at all.
    """
    if b"\x00" in raw:
        raise UnreadableFile(name, f"byte {raw.index(0)}", "it is a binary file and no e-mail", "save it as .eml")
    containers = sum(1 for _ in _CONTAINER.finditer(raw))
    if containers > CONTAINERS or containers * raw.count(b"\n") > WORK:
        problem = f"it has {containers:,} parts that hold parts, more than can be read in a message of its length"
        raise UnreadableFile(name, "", problem, "save its text as a file of its own")
    try:
        message = message_from_bytes(_KIND.sub(lambda match: match[0][:HEADER], raw))
        parts = list(itertools.islice(_parts(message), PARTS + 1))
        title, sender, date = (_header(message, key) for key in ("Subject", "From", "Date"))
    except Exception as error:  # the parser meets broken headers with errors of many kinds
        problem = f"it is not a readable e-mail ({type(error).__name__})"
        raise UnreadableFile(name, "", problem, "save the report as text or HTML") from None
    host = _host(sender)
    common = Told("", title, "", host, _day(date))
    errors: list[InputError] = []
    attached = [part for part in parts if not part.body]
    for count, most, what in ((len(parts), PARTS, "parts"), (len(attached), ATTACHED, "attachments")):
        if count > most:
            problem = f"it has more than the {most:,} {what} that are read"
            errors.append(UnreadableFile(name, "", problem, "save the others as files of their own"))
    texts = [] if not (body := _body(parts, common, name, errors)).text.strip() else [body]
    for number, part in enumerate(attached[:ATTACHED], 1):
        try:
            found = _attached(part, number, name, readers)
        except InputError as error:
            errors.append(error)
            continue
        errors += found.errors
        shown = part.name or f"attachment {number}"
        texts += [
            replace(
                told,
                title=told.title or title,
                source=host,
                published=common.published,
                part=f"{shown}/{told.part}" if told.part else shown,
            )
            for told in found.texts
        ]
    if not texts and errors:
        raise errors[0]
    return Found(tuple(texts), tuple(errors))


def _parts(message: Message) -> Iterator[_Part]:
    """The leaves of a message in order, those that are its body and those that are attached; no other ones."""
    stack: list[Message] = [message]
    while stack:
        part = stack.pop()
        kind = part.get_content_type()
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            inner: Any = part.get_payload()
            stack += [p for p in reversed(inner) if isinstance(p, Message)]
            continue
        named = " ".join((part.get_filename() or "")[:200].split())
        attached = part.get_content_disposition() == "attachment" or bool(named)
        if kind in ("text/plain", "text/html") and not attached:
            yield _Part(part, kind, "", True)
        elif not _BESIDE.match(kind):
            yield _Part(part, kind, named, False)


def _header(message: Message, key: str) -> str:
    value = str(message.get(key, ""))[:HEADER]
    try:
        return str(make_header(decode_header(value)))
    except Exception:  # an encoding that does not exist, half an encoded word
        return value


_ADDRESS = re.compile(r"<[^<>@]{0,200}@([\w.-]{1,200})>|@([\w.-]{1,200})")


def _host(sender: str) -> str:
    """The host of the first address, that in angle brackets where there is one."""
    found = sorted(_ADDRESS.finditer(sender), key=lambda match: match[1] is None)
    return (found[0][1] or found[0][2]).strip(".").lower() if found else ""


def _day(header: str) -> Date | None:
    try:
        return parsedate_to_datetime(header).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _body(parts: list[_Part], common: Told, name: str, errors: list[InputError]) -> Told:
    """The plain body; the one in HTML where there is no plain one, or one that only says to look at the other."""
    plain: list[str] = []
    pages: list[bytes] = []
    for part in [p for p in parts if p.body][:PARTS]:
        raw = _bytes(part.message)
        charset = str(part.message.get_content_charset() or "")
        try:
            if part.kind == "text/html":
                text = text_of(raw, name, charset) if raw else ""
                pages.append(text.encode())
            elif raw:
                plain.append(_flowed(part.message, text_of(raw, name, charset)))
        except InputError as error:
            errors.append(error)
    text = "\n\n".join(p.strip("\n") for p in plain if p.strip())
    if pages and len(text) < STUB:
        page = read_page(b"\n".join(pages).decode(), name)
        if len(page.text) > 2 * len(text):
            return replace(common, text=page.text, title=common.title or page.title)
    return replace(common, text=text)


def _flowed(message: Message, text: str) -> str:
    """Lines that a mail program broke are joined again (RFC 3676): they end with a blank."""
    if "format=flowed" not in str(message.get("Content-Type", ""))[:HEADER].lower():
        return text
    joined = re.sub(r"(?<=[^\n]) \n(?=[^\n>])(?<!\n-- \n)", " ", text)
    return squeezed(joined)


def _attached(part: _Part, number: int, name: str, readers: Mapping[str, Reader]) -> Found:
    shown = f"{name}, {part.name}" if part.name else f"{name}, attachment {number}"
    suffix = "." + part.name.rpartition(".")[2].lower() if "." in part.name else ""
    reader = readers.get(suffix) or readers.get(_SUFFIXES.get(part.kind, ""))
    if reader is None:
        problem = f"attachments of the kind {suffix or part.kind} are not read"
        raise UnreadableFile(shown, "", problem, "save it as text, HTML or PDF")
    if part.kind == "message/rfc822" and part.message.is_multipart():
        inner = part.message.get_payload()
        raw = inner[0].as_bytes() if isinstance(inner, list) and isinstance(inner[0], Message) else b""
    else:
        raw = _bytes(part.message)
    if not raw:
        raise UnreadableFile(shown, "", "it is empty", "check that the mail was saved whole")
    try:
        return reader(raw, shown)
    except InputError:
        raise
    except Exception as error:  # a forwarded message that cannot be written out again
        problem = f"it cannot be taken out of the mail ({type(error).__name__})"
        raise UnreadableFile(shown, "", problem, "save it as a file of its own") from None
