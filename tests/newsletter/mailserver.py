"""A mail server on loopback that keeps what it gets, and can be told to misbehave.

aiosmtpd speaks the protocol; what is ours is the bad manners. ``plan`` decides about each recipient: it is handed
the address and how often it was offered so far, and names one of ``MANNERS``.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

from aiosmtpd.smtp import SMTP, Envelope, Session

MANNERS = (
    "take", "refuse", "grey", "hang at rcpt", "drop at rcpt", "hang at data", "drop at data", "drop after data",
    "reject text", "put off text", "slow after data", "goodbye",
)  # fmt: skip
Plan = Callable[[str, int], str]


def kind(address: str, before: int) -> str:
    return "take"


@dataclass
class Mail:
    sender: str
    recipient: str
    content: bytes


@dataclass
class _Handler:
    sink: Sink

    async def handle_EHLO(
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        self.sink.greeted += 1
        return [*responses[:-1], "250-PIPELINING", responses[-1]] if self.sink.pipelining else responses

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        sink = self.sink
        sink.offered[address] += 1
        manner = sink.plan(address, sink.offered[address] - 1)
        sink.manner[address] = manner
        if manner == "refuse":
            return "550 5.1.1 There is no such mailbox"
        if manner == "grey":
            return "450 4.2.0 Greylisted, come back later"
        if manner == "goodbye":
            return "421 4.3.2 Closing down"
        if manner.endswith("at rcpt"):
            await self._end(server, hang=manner.startswith("hang"))
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 Ok"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        sink, address = self.sink, envelope.rcpt_tos[0]
        manner = sink.manner[address]
        if manner == "reject text":
            return "554 5.7.1 We do not like it"
        if manner == "put off text":
            return "451 4.3.0 Try again later"
        if manner.endswith("at data"):
            await self._end(server, hang=manner.startswith("hang"))
        content = envelope.original_content or b""
        assert isinstance(content, bytes)
        sink.got.append(Mail(str(envelope.mail_from), address, content))
        if manner == "slow after data":
            await asyncio.sleep(1)
        if manner == "drop after data":
            await self._end(server, hang=False)
        return "250 2.0.0 Ok: queued"

    async def _end(self, server: SMTP, *, hang: bool) -> None:
        if hang:
            await asyncio.sleep(3600)
        transport: Any = server.transport
        transport.abort()
        await asyncio.sleep(3600)  # until the protocol notices and ends this task


@dataclass
class Sink:
    """Use it in a ``with`` statement; ``port`` is where it listens, ``got`` what it took."""

    plan: Plan = kind
    pipelining: bool = True
    options: dict[str, Any] = field(default_factory=dict)
    got: list[Mail] = field(default_factory=list)
    offered: Counter[str] = field(default_factory=Counter)
    manner: dict[str, str] = field(default_factory=dict)
    greeted: int = 0
    port: int = 0

    def __enter__(self) -> Sink:
        self._loop = asyncio.new_event_loop()
        listening = socket.create_server(("127.0.0.1", 0))
        self.port = listening.getsockname()[1]
        handler = _Handler(self)
        options = {"enable_SMTPUTF8": True, "hostname": "sink.example.org", "loop": self._loop} | self.options

        def serve() -> None:
            asyncio.set_event_loop(self._loop)
            made = self._loop.create_server(lambda: SMTP(handler, **options), sock=listening)
            self._server = self._loop.run_until_complete(made)
            ready.set()
            self._loop.run_forever()

        ready = threading.Event()
        self._thread = threading.Thread(target=serve, daemon=True)
        self._thread.start()
        ready.wait(10)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    async def _end(self) -> None:
        self._server.close()
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.sleep(0)


class Quick:
    """Takes everything at once and keeps only recipient and Message-ID: quick enough for thousands."""

    def __init__(self) -> None:
        self.got: list[tuple[str, str]] = []

    def __enter__(self) -> Quick:
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join(10)

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # or each answer waits for 40 ms
            threading.Thread(target=self._speak, args=[connection], daemon=True).start()

    def _speak(self, connection: socket.socket) -> None:
        answers = {b"EHLO": b"250-sink\r\n250 PIPELINING\r\n", b"DATA": b"354 go on\r\n", b"QUIT": b"221 bye\r\n"}
        with contextlib.suppress(OSError), connection, connection.makefile("rwb") as stream:
            stream.write(b"220 sink\r\n")
            stream.flush()
            recipient = ""
            while line := stream.readline():
                verb = line[:4].upper()
                if verb == b"RCPT":
                    recipient = line.partition(b"<")[2].partition(b">")[0].decode()
                stream.write(answers.get(verb, b"250 ok\r\n"))
                stream.flush()
                if verb == b"DATA":
                    text = []
                    while (line := stream.readline()) != b".\r\n":
                        if not line:
                            return  # cut off: not taken
                        text.append(line)
                    name = next(line for line in text if line.startswith(b"Message-ID:"))
                    self.got.append((recipient, name[11:].strip().decode()))
                    stream.write(b"250 taken\r\n")
                    stream.flush()
