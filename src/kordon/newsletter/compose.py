"""From a letter and a reader to the bytes of a message. Whatever is the same for many readers is made once."""

from __future__ import annotations

import datetime as dt
import email.policy
import time
from collections.abc import Mapping
from dataclasses import dataclass
from email.headerregistry import Address as Mailbox
from email.message import EmailMessage
from email.utils import format_datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from kordon.newsletter.encoding import Part, prepare
from kordon.newsletter.letters import SERVICE, Kind, Letter
from kordon.newsletter.readers import Choice, Reader
from kordon.newsletter.rendering import Rendered, filled, render
from kordon.newsletter.tokens import Purpose, make_token

if TYPE_CHECKING:
    from kordon.commentary.phrases import Phrases
    from kordon.newsletter.dkim_signing import Signer
    from kordon.newsletter.opening import Newsletter

KEPT = 200  # forms kept: languages times choices of areas
_BOUNDARY = b"=_kordon_2f6b1c9a7d"
_BACKEND_MAKES = ("From", "To", "Subject", "MIME-Version", "Content-Type")
_HEADERS = email.policy.SMTP.clone(max_line_length=76)


@dataclass(frozen=True, slots=True)
class Message:
    """What a server is handed. ``id`` is the copy's in the outbox; ``content`` has CRLF ends and is not
    dot-stuffed."""

    id: int
    sender: str
    recipient: str
    content: bytes
    international: bool = False

    @property
    def domain(self) -> str:
        return self.recipient.rpartition("@")[2]


@dataclass(frozen=True, slots=True)
class Form:
    """A letter in one language for readers of some areas, as far as it is the same for all of them."""

    rendered: Rendered
    headers: tuple[tuple[bytes, bytes], ...]
    text: Part
    html: Part


def message_id(copy: int, domain: str) -> str:
    """The same for a copy that is sent again."""
    return f"<{copy:016x}@{domain}>"


class Composer:
    """Makes the messages of one newsletter; ``signer`` is ``None`` where mail is not signed here."""

    def __init__(self, newsletter: Newsletter, phrases: Phrases, signer: Signer | None = None) -> None:
        self.newsletter = newsletter
        self.phrases = phrases
        self.signer = signer
        self._form = lru_cache(KEPT)(self._made)
        self._letters: dict[str, Letter] = {}
        self._tokens: tuple[object, dict[Purpose, str]] = (None, {})

    def message(self, copy: int, letter: Letter, row: int, reader: Reader) -> Message:
        """One copy of a letter, for the reader of row ``row``."""
        form = self.form(letter, reader.choice)
        links = self.links(letter.kind, row, reader.choice)
        mailbox = self.newsletter.settings.mailbox
        token = self._token(Purpose.BOUNCE, row)
        fields = self._own(copy, letter.kind, row, reader.wire) + form.headers
        body = b"".join((
            b"--", _BOUNDARY, _part(b"plain", form.text), form.text.filled(links),
            b"\r\n--", _BOUNDARY, _part(b"html", form.html), form.html.filled(links),
            b"\r\n--", _BOUNDARY, b"--\r\n",
        ))  # fmt: skip
        head = b"".join(name + b":" + value + b"\r\n" for name, value in fields)
        signed = b"" if self.signer is None else self.signer.header(fields, body)
        international = not reader.wire.isascii()
        return Message(
            copy, mailbox(f"bounce-{token}"), reader.wire, signed + head + b"\r\n" + body, international
        )

    def form(self, letter: Letter, choice: Choice) -> Form:
        self._letters[letter.name] = letter
        return self._form(letter.name, choice.lang, choice.areas)

    def links(self, kind: Kind, row: int, choice: Choice) -> Mapping[str, str]:
        """A reader's own lines, by mark."""
        base, lang = self.newsletter.settings.base_url, choice.lang
        if kind is Kind.CONFIRM:
            return {
                "confirm": f"{base}/{lang}/confirm/{self._token(Purpose.CONFIRM, row)}",
                "choices": self.choices(choice),
            }
        mailbox = self.newsletter.settings.mailbox
        manage, leave = self._token(Purpose.MANAGE, row), self._token(Purpose.UNSUBSCRIBE, row)
        return {
            "manage": f"{base}/{lang}/manage/{manage}",
            "unsubscribe": f"{base}/{lang}/unsubscribe/{leave}",
            "leavemail": mailbox(f"unsubscribe-{leave}"),
            "forgetmail": mailbox(f"forget-{manage}"),
        }

    def choices(self, choice: Choice, lang: str = "") -> str:
        """What a reader chose, in words."""
        phrases, lang = self.phrases, lang or choice.lang
        labels = [phrases.label(lang, "area", area) for area in choice.areas if phrases.names("area", area)]
        return phrases.say(
            lang,
            "mail-choices",
            language=phrases.say(choice.lang, "site-language-name"),
            areas=", ".join(labels) or phrases.say(lang, "mail-areas-all"),
            often=phrases.say(lang, "mail-often-at-once" if choice.at_once else "mail-often-weekly"),
        )

    def parts(self, copy: int, letter: Letter, row: int, reader: Reader) -> tuple[Rendered, Mapping[str, str]]:
        """The letter filled in and the fields that it must carry, for a backend that makes its own message."""
        form = self.form(letter, reader.choice)
        links, whole = self.links(letter.kind, row, reader.choice), form.rendered
        own = {name.decode(): b"".join(value.split(b"\r\n")).decode().strip()
               for name, value in (*self._own(copy, letter.kind, row, reader.wire), *form.headers)}  # fmt: skip
        kept = {name: value for name, value in own.items() if name not in _BACKEND_MAKES}
        text, html = filled(whole.text, links), filled(whole.html, links)
        return Rendered(whole.subject, text, html, whole.url), kept

    def _token(self, purpose: Purpose, row: int) -> str:
        today = self.newsletter.today()
        if self._tokens[0] != (row, today):  # a message uses some of them twice
            self._tokens = ((row, today), {})
        made = self._tokens[1]
        if purpose not in made:
            made[purpose] = make_token(self.newsletter.keys, purpose, row, today)
        return made[purpose]

    def _made(self, name: str, lang: str, areas: tuple[str, ...]) -> Form:
        letter, settings = self._letters[name], self.newsletter.settings
        rendered = render(letter, lang, areas, self.phrases, settings.name)
        message = EmailMessage(policy=_HEADERS)
        local, _, domain = settings.sender.wire.rpartition("@")
        message["From"] = Mailbox(settings.name, local, domain)
        message["Subject"] = rendered.subject
        message["Content-Language"] = lang
        if letter.kind in SERVICE:
            message["Auto-Submitted"] = "auto-generated"
        else:
            message["List-Id"] = f"{settings.name} <newsletter.{domain}>"
        lines = message.as_bytes().partition(b"\r\n\r\n")[0]
        fields = [(n, v) for n, _, v in (field.partition(b":") for field in _unfolded(lines))]
        if letter.kind not in SERVICE:  # an address must not be folded or encoded, whatever its length
            fields.append((b"Archived-At", f" <{rendered.url}>".encode()))
        fields += [
            (b"MIME-Version", b" 1.0"),
            (b"Content-Type", b' multipart/alternative;\r\n boundary="' + _BOUNDARY + b'"'),
        ]
        return Form(rendered, tuple(fields), prepare(rendered.text), prepare(rendered.html))

    def _own(self, copy: int, kind: Kind, row: int, wire: str) -> tuple[tuple[bytes, bytes], ...]:
        """The fields that are one reader's."""
        settings = self.newsletter.settings
        fields = [
            (b"Date", _date(int(time.time()))),
            (b"To", f" {wire}".encode()),
            (b"Message-ID", f" {message_id(copy, settings.domain)}".encode()),
        ]
        if kind is Kind.CONFIRM:
            reply = settings.mailbox(f"confirm-{self._token(Purpose.CONFIRM, row)}")
            fields.append((b"Reply-To", f" {reply}".encode()))
        else:
            token = self._token(Purpose.UNSUBSCRIBE, row)
            ways = f" <{settings.base_url}/u/{token}>,\r\n <mailto:{settings.mailbox(f'unsubscribe-{token}')}>"
            fields += [
                (b"List-Unsubscribe", ways.encode()),
                (b"List-Unsubscribe-Post", b" List-Unsubscribe=One-Click"),
            ]
        return tuple(fields)


def _part(kind: bytes, part: Part) -> bytes:
    return (
        b"\r\nContent-Type: text/" + kind + b'; charset="utf-8"\r\nContent-Transfer-Encoding: '
        + part.encoding.encode() + b"\r\n\r\n"
    )  # fmt: skip


def _unfolded(lines: bytes) -> list[bytes]:
    """Fields of a header, each with its folds."""
    found: list[bytes] = []
    for line in lines.split(b"\r\n"):
        if line[:1] in (b" ", b"\t"):
            found[-1] += b"\r\n" + line
        else:
            found.append(line)
    return found


@lru_cache(4)
def _date(second: int) -> bytes:
    return f" {format_datetime(dt.datetime.fromtimestamp(second, dt.UTC))}".encode()
