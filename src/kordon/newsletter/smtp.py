"""Mail to one server over one connection, as many messages in the time of one round trip each as the rules allow.

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
    """Delivers messages over one connection, and keeps the journal."""

    def __init__(self, connection: Connection, journal: Journal) -> None:
        self.connection = connection
        self.journal = journal
        self._sent: int | None = None  # accepted, and not stored yet
        self._flight: int | None = None
        self._begun: Message | None = None  # its envelope was handed over, its text was not

    def deliver(self, messages: Iterator[Message | None]) -> None:
        """Send until there are no more. ``None`` means: none at the moment, the next call may take a while.

        Raises :class:`ConnectionLost` after having stored what became of everything that was taken.
        """
        try:
            self._deliver(messages)
        except ConnectionLost:
            if self._begun is not None:  # the one whose fault it may be waits for the next pass
                self.journal.finish(self._begun.id, Outcome("later" if self._flight is None else "queued", LOST))
            if self._flight is not None:
                self.journal.finish(self._flight, Outcome("uncertain", LOST))
            raise
        finally:
            self._store_sent()

    def _deliver(self, messages: Iterator[Message | None]) -> None:
        link = self.connection
        current = self._next(messages, wait=True)
        self._offer(current)
        while current is not None:
            if not link.ready():
                self._store_sent()  # the server takes its time: do not leave the last one in doubt meanwhile
            refused = self._refused(current)
            following = None
            if refused is None:
                following = self._hand_over(current, messages)
            else:
                self._begun = None
                self.journal.finish(current.id, refused)
            if following is None:
                self._store_sent()
                following = self._next(messages, wait=True)
                self._offer(following)
            current = following

    def _offer(self, message: Message | None) -> None:
        if message is not None and self.connection.pipelining:
            self.connection.write(b"".join(_envelope(message)))

    def _next(self, messages: Iterator[Message | None], *, wait: bool) -> Message | None:
        while True:
            try:
                found = next(messages)
            except StopIteration:
                return None
            if found is None:
                if wait:
                    self._store_sent()
                    continue
                return None
            if found.international and not self.connection.international:
                self.journal.finish(found.id, Outcome("refused", "5.6.7"))
                continue
            self._begun = found if wait else self._begun
            return found

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
        """The text. While the server works on it, the next message is made and its envelope sent after it; that
        message is returned. The answer to the text is read."""
        if self._sent is None:
            there = self.journal.start(current.id)
        else:
            there, self._sent = self.journal.turn(self._sent, current.id), None
        self._begun = None
        if not there:  # its reader was forgotten since; the server waits for a text that must not come
            self.connection.abort()
            raise ConnectionLost("A reader was forgotten while a letter was on its way; the connection was ended.")
        self._flight = current.id
        self.connection.write(_stuffed(current.content))
        following = None
        if self.connection.pipelining:
            following = self._begun = self._next(messages, wait=False)
            self._offer(following)
        reply = self.connection.reply()
        self._flight = None
        if reply.number < 300:
            self._sent = current.id
        else:
            self.journal.finish(current.id, reply.outcome)
        if reply.number == 421:
            raise ConnectionLost("The mail server asks to come back later.")
        return following

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
