"""The worker: takes copies from the outbox, hands them to a transport, and stores what became of each.

Any number of workers may run, in this process or in others; each has its own connection and its own number.
"""

from __future__ import annotations

import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from kordon.newsletter.compose import Composer, Message
from kordon.newsletter.errors import NewsletterError
from kordon.newsletter.letters import Letter
from kordon.newsletter.locks import Alive, new_worker
from kordon.newsletter.opening import Newsletter
from kordon.newsletter.outbox import BATCH, Copy, Outbox, Outcome
from kordon.newsletter.smtp import Connection, ConnectionLost, Journal, Session
from kordon.newsletter.subscriptions import GONE, Subscriptions
from kordon.newsletter.throttle import Throttle

HELD = 5 * BATCH  # copies that may wait in memory for their domain's turn
LOSSES = 5  # connections that may be lost one after another without a message getting through
REFUSALS = 20  # messages that may be refused one after another


class Transport(Protocol):
    """What carries messages; the journal is told before and after each."""

    def deliver(self, copies: Iterator[Copy | None], journal: Journal) -> None:
        """Send all copies. Raises :class:`ConnectionLost` to be called again with those that are left, and
        :class:`NewsletterError` when it cannot begin."""

    def close(self) -> None: ...


class SmtpTransport:
    """A server and one connection to it, opened when it is first needed."""

    def __init__(self, composer: Composer, letters: Callable[[str], Letter]) -> None:
        self._composer = composer
        self._letters = letters
        self._session: Session | None = None

    def deliver(self, copies: Iterator[Copy | None], journal: Journal) -> None:
        first = next(copies, None)
        while first is None:
            try:
                first = next(copies)
            except StopIteration:
                return
        session = self._session
        try:
            if session is None:
                settings = self._composer.newsletter.settings
                session = self._session = Session(Connection(settings.smtp, settings.domain), journal)
            session.deliver(self._messages(first, copies))
        except ConnectionLost:
            self.close()
            raise

    def _messages(self, first: Copy, copies: Iterator[Copy | None]) -> Iterator[Message | None]:
        yield self._message(first)
        for copy in copies:
            yield None if copy is None else self._message(copy)

    def _message(self, copy: Copy) -> Message:
        return self._composer.message(copy.id, self._letters(copy.letter), copy.row, copy.reader)

    def close(self) -> None:
        if self._session is not None:
            self._session.connection.close()
            self._session = None


@dataclass
class Report:
    """What one worker did: copies by what became of them, sign-ups worked off, and why it stopped early."""

    counts: Counter[str] = field(default_factory=Counter)
    asked: int = 0
    stopped: str = ""


class Worker:
    """Works through the outbox once; ``stop`` may be set from elsewhere and ends it after the current message."""

    def __init__(
        self,
        newsletter: Newsletter,
        transport: Callable[[Callable[[str], Letter]], Transport],
        throttle: Throttle | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.newsletter = newsletter
        self.outbox = Outbox(newsletter)
        self.subscriptions = Subscriptions(newsletter)
        self.number = new_worker()
        self.throttle = throttle or Throttle(newsletter.settings.throttle, time.monotonic)
        self.report = Report()
        self.stop = False
        self._letters: dict[str, Letter] = {}
        self._transport = transport(self.letter)
        self._sleep = sleep
        self._waiting: deque[Copy] = deque()
        self._taken: dict[int, int] = {}  # copy -> reader, from claim to answer
        self._accepted = False
        self._streak = 0

    def letter(self, name: str) -> Letter:
        if name not in self._letters:
            self._letters[name] = self.outbox.letter(name)
        return self._letters[name]

    def run(self) -> Report:
        """Send whatever waits. A server that cannot be reached, or says no to everybody, ends the run with the
        sentence in the report; nothing is lost by it."""
        with Alive(self.newsletter, self.number).held():
            losses = 0
            try:
                while not self.stop:
                    before = self.report.counts["sent"]
                    try:
                        self._transport.deliver(self._copies(), self)  # anew: a lost one may have put some back
                        break
                    except ConnectionLost as error:
                        losses = losses + 1 if self.report.counts["sent"] == before else 0
                        if losses >= LOSSES:
                            self.report.stopped = str(error)
                            break
                        self._sleep(min(30.0, 0.1 * 4**losses))
            except NewsletterError as error:
                self.report.stopped = str(error)
            finally:
                self.outbox.release(list(self._taken))
                self._transport.close()
        return self.report

    # -- what is to be sent

    def _copies(self) -> Iterator[Copy | None]:
        """Copies whose domain's turn has come; ``None`` before a wait."""
        while not self.stop:
            if len(self._waiting) < HELD and not any(self._turn(copy) for copy in self._waiting):
                self._claim()
            if not self._waiting:
                return
            copy = self._next()
            if copy is not None:
                self.throttle.sent(_domain(copy))
                yield copy
                continue
            yield None
            self._sleep(min(5.0, min(self.throttle.wait(_domain(copy)) for copy in self._waiting)))

    def _claim(self) -> None:
        self.report.asked += self.subscriptions.handle()
        for copy in self.outbox.claim(self.number):
            self._taken[copy.id] = copy.row
            self._waiting.append(copy)

    def _turn(self, copy: Copy) -> bool:
        return self.throttle.wait(_domain(copy)) <= 0

    def _next(self) -> Copy | None:
        for _ in range(len(self._waiting)):
            copy = self._waiting.popleft()
            if self._turn(copy):
                return copy
            self._waiting.append(copy)
        return None

    # -- what became of it

    def start(self, copy: int) -> bool:
        return self.outbox.start(copy)

    def turn(self, done: int, next_: int) -> bool:
        there = self.outbox.turn(done, next_)
        self._count(done, "sent")
        return there

    def finish(self, copy: int, outcome: Outcome) -> None:
        """Store an answer. Until a first message got through, 'no' is taken as 'later': it may be meant for us."""
        row = self._taken.get(copy)
        gone = outcome.state == "refused" and outcome.code in GONE
        if outcome.state == "refused" and not gone and not self._accepted and outcome.code != "5.6.7":
            outcome = Outcome("later", outcome.code)
        self.outbox.finish(copy, outcome)
        self._count(copy, outcome.state)
        if gone and row is not None:
            self.subscriptions.came_back(row, outcome.code)
        self._streak = 0 if outcome.state == "sent" else self._streak + (outcome.code[:1] == "5")
        if self._streak >= REFUSALS and not self.stop:
            self.stop = True
            self.report.stopped = (
                f"The mail server refused {REFUSALS} messages one after another (the last with {outcome.code}); "
                "see what it has against us before sending on."
            )

    def _count(self, copy: int, state: str) -> None:
        self._taken.pop(copy, None)
        if state != "queued":
            self.report.counts[state] += 1
        self._accepted = self._accepted or state == "sent"


def _domain(copy: Copy) -> str:
    return copy.reader.wire.rpartition("@")[2]
