"""Mail to one server over one connection, in one round trip a message where the server allows it.

smtplib greets, encrypts and logs in; then commands are sent in groups (RFC 2920), where the server offers that:
the end of one message and the envelope of the next travel together. The text of a message is never handed over
before its copy is stored as in flight, and the next one's never before this one's answer is known, so that
whatever happens to either side, one message is in doubt at most.
"""

from __future__ import annotations

import contextlib
import re
import select
import smtplib
import socket
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from kordon.newsletter.compose import Message
from kordon.newsletter.errors import NewsletterError
from kordon.newsletter.outbox import Outcome
from kordon.newsletter.settings import Smtp

_CODE = re.compile(rb"\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b")
_LONGEST_REPLY = 100_000  # bytes; a server that says more is not listened to
LOST = "lost"
_QUICKACK: int | None = getattr(socket, "TCP_QUICKACK", None)  # Linux has it
"""Confirms at once what arrives: some servers hold a small answer back until the one before it was confirmed,
which else takes us 40 ms."""
MOMENT = 0.05  # seconds; waiting so long for the next answer saves a write to the outbox for most messages


class Journal(Protocol):
    """Who writes down what became of a copy; see :class:`kordon.newsletter.outbox.Outbox`."""

    def start(self, copy: int) -> bool: ...
    def turn(self, done: int, next_: int) -> bool: ...
    def finish(self, copy: int, outcome: Outcome) -> None: ...


class ConnectionLost(NewsletterError):
    """The server hung up, fell silent or spoke nonsense; what was in flight is stored as uncertain."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer of the server: its number, and the finer status code (RFC 3463) where it gives one."""

    number: int
    status: str = ""

    @property
    def code(self) -> str:
        return self.status or str(self.number)

    @property
    def outcome(self) -> Outcome:
        return Outcome("sent" if self.number < 300 else "refused" if self.number >= 500 else "later", self.code)


class Connection:
    """An open connection. Raises :class:`NewsletterError` with a sentence when the server does not let us in."""

    def __init__(self, settings: Smtp, name: str) -> None:
        self._settings = settings
        self._buffer = bytearray()
        try:
            self._smtp = self._opened(name)
        except (OSError, smtplib.SMTPException) as error:
            told = (
                f"{error.smtp_code}" if isinstance(error, smtplib.SMTPResponseException) else type(error).__name__
            )
            raise NewsletterError(
                f"The mail server {settings.host}:{settings.port} does not take our mail ({told}); see whether it "
                "runs and whether 'smtp' in the settings is right."
            ) from None
        sock = self._smtp.sock
        assert sock is not None
        self._socket: socket.socket = sock
        with contextlib.suppress(OSError):
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.pipelining = self._smtp.has_extn("pipelining")
        self.international = self._smtp.has_extn("smtputf8")

    def _opened(self, name: str) -> smtplib.SMTP:
        settings = self._settings
        context = None if settings.security == "none" else ssl.create_default_context(cafile=settings.ca_file)
        smtp: smtplib.SMTP
        if settings.security == "tls":
            smtp = smtplib.SMTP_SSL(settings.host, settings.port, name, timeout=settings.timeout, context=context)
        else:
            smtp = smtplib.SMTP(settings.host, settings.port, name, settings.timeout)
        try:
            smtp.ehlo_or_helo_if_needed()
            if settings.security == "starttls":
                smtp.starttls(context=context)  # raises where the server does not offer it
                smtp.ehlo()
            if settings.user:
                smtp.login(settings.user, settings.password())
        except BaseException:
            smtp.close()
            raise
        return smtp

    def write(self, data: bytes) -> None:
        try:
            self._socket.sendall(data)
            if (
                _QUICKACK is not None
            ):  # or a server that holds small answers back until we confirm the last waits 40 ms
                self._socket.setsockopt(socket.IPPROTO_TCP, _QUICKACK, 1)
        except OSError:
            raise ConnectionLost("The mail server hung up.") from None

    def ready(self) -> bool:
        """Whether an answer lies here already, or comes within a moment."""
        if b"\n" in self._buffer:
            return True
        if isinstance(self._socket, ssl.SSLSocket) and self._socket.pending():
            return True
        return bool(select.select([self._socket], [], [], MOMENT)[0])

    def reply(self) -> Reply:
        """Wait for the next answer."""
        status = ""
        while True:
            line = self._line()
            if not line[:3].isdigit():
                raise ConnectionLost("The mail server answers with what is no SMTP.")
            if found := _CODE.match(line):
                status = found[1].decode()
            if line[3:4] != b"-":
                return Reply(int(line[:3]), status)

    def _line(self) -> bytes:
        while (end := self._buffer.find(b"\n")) < 0:
            try:
                more = self._socket.recv(65536)
            except OSError:  # a timeout is one
                more = b""
            if not more or len(self._buffer) > _LONGEST_REPLY:
                raise ConnectionLost("The mail server fell silent or hung up.")
            self._buffer += more
        line = bytes(self._buffer[:end])
        del self._buffer[: end + 1]
        return line

    def close(self) -> None:
        """Say goodbye without waiting for it."""
        with contextlib.suppress(OSError):
            self._socket.sendall(b"QUIT\r\n")
        self.abort()

    def abort(self) -> None:
        with contextlib.suppress(OSError):
            self._smtp.close()


class Session:
    """Delivers messages over one connection, and keeps the journal.

    Three messages may be in its hands: one *in flight*, whose text the server works on; one *begun*, whose
    envelope went out behind that text; and one *ahead*, made while the server works and unknown to it.
    """

    def __init__(self, connection: Connection, journal: Journal) -> None:
        self.connection = connection
        self.journal = journal
        self._sent: int | None = None  # accepted, and not stored yet
        self._flight: int | None = None
        self._begun: Message | None = None
        self._ahead: Message | None = None

    def deliver(self, messages: Iterator[Message | None]) -> None:
        """Send until there are no more. ``None`` means: none at the moment, the next call may take a while.

        Raises :class:`ConnectionLost` after having stored what became of everything that was taken.
        """
        try:
            self._deliver(messages)
        except ConnectionLost:
            if self._ahead is not None:
                self.journal.finish(self._ahead.id, Outcome("queued"))
            if self._begun is not None:  # the one whose fault it may be waits for the next pass
                self.journal.finish(self._begun.id, Outcome("later" if self._flight is None else "queued", LOST))
            if self._flight is not None:
                self.journal.finish(self._flight, Outcome("uncertain", LOST))
            raise
        finally:
            self._store_sent()

    def _deliver(self, messages: Iterator[Message | None]) -> None:
        while (current := self._begin(messages)) is not None:
            while current is not None:
                if self._ahead is None:
                    self._ahead = self._next(messages)
                if not (self.connection.pipelining and self.connection.ready()):
                    self._store_sent()  # the server takes its time: do not leave the last one in doubt meanwhile
                refused = self._refused(current)
                if refused is None:
                    current = self._hand_over(current, messages)
                else:
                    self.journal.finish(current.id, refused)
                    self._begun = current = None

    def _begin(self, messages: Iterator[Message | None]) -> Message | None:
        """The next message, waited for if need be, with its envelope on its way; ``None`` when there are no
        more."""
        self._begun, self._ahead = self._ahead, None
        if self._begun is None:
            self._store_sent()
            self._begun = self._next(messages, wait=True)
        if self._begun is not None and self.connection.pipelining:
            self.connection.write(b"".join(_envelope(self._begun)))
        return self._begun

    def _next(self, messages: Iterator[Message | None], *, wait: bool = False) -> Message | None:
        for found in messages:
            if found is None:
                if not wait:
                    return None
            elif found.international and not self.connection.international:
                self.journal.finish(found.id, Outcome("refused", "5.6.7"))
            else:
                return found
        return None

    def _refused(self, message: Message) -> Outcome | None:
        """Read the three answers to an envelope; ``None`` when the text may be handed over."""
        replies: list[Reply] = []
        for command in _envelope(message):
            if not self.connection.pipelining:
                if replies and replies[-1].number >= 400:
                    break
                self.connection.write(command)
            replies.append(self.connection.reply())
        bad = next((reply for reply in replies if reply.number >= 400), None)
        if bad is None and replies[-1].number == 354:
            return None
        if replies[-1].number == 354:  # one dot ends the text that has no reader
            self.connection.write(b".\r\n")
            self.connection.reply()
        if any(reply.number == 421 for reply in replies):
            raise ConnectionLost("The mail server asks to come back later.")
        self.connection.write(b"RSET\r\n")  # or the next envelope would be taken as part of this one
        self.connection.reply()
        if bad is None or bad is replies[0]:  # it says no to the sender: the reader has no part in it
            return Outcome("later", replies[0].code)
        return bad.outcome

    def _hand_over(self, current: Message, messages: Iterator[Message | None]) -> Message | None:
        """The text, and behind it the envelope of the next message, which is returned. While the server works on
        both, one more is made. The answer to the text is read."""
        if self._sent is None:
            there = self.journal.start(current.id)
        else:
            there, self._sent = self.journal.turn(self._sent, current.id), None
        self._begun = None
        if not there:  # its reader was forgotten since; the server waits for a text that must not come
            self.connection.abort()
            raise ConnectionLost("A reader was forgotten while a letter was on its way; the connection was ended.")
        self._flight = current.id
        data = _stuffed(current.content)
        if self._ahead is not None and self.connection.pipelining:
            self._begun, self._ahead = self._ahead, None
            data += b"".join(_envelope(self._begun))
        self.connection.write(data)
        if self._begun is not None:
            self._ahead = self._next(messages)
        reply = self.connection.reply()
        self._flight = None
        if reply.number < 300:
            self._sent = current.id
        else:
            self.journal.finish(current.id, reply.outcome)
        if reply.number == 421:
            raise ConnectionLost("The mail server asks to come back later.")
        return self._begun

    def _store_sent(self) -> None:
        if self._sent is not None:
            sent, self._sent = self._sent, None
            self.journal.finish(sent, Outcome("sent"))


def _envelope(message: Message) -> tuple[bytes, ...]:
    more = " BODY=8BITMIME SMTPUTF8" if message.international else ""
    return (
        f"MAIL FROM:<{message.sender}>{more}\r\n".encode(),
        f"RCPT TO:<{message.recipient}>\r\n".encode(),
        b"DATA\r\n",
    )


def _stuffed(content: bytes) -> bytes:
    return (content.replace(b"\r\n.", b"\r\n..") if b"\n." in content else content) + b".\r\n"
