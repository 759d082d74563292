"""One run of the sender, as the command and a timer call it: put letters into the outbox, and work it off."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from kordon.commentary.phrases import Phrases
from kordon.newsletter.compose import Composer
from kordon.newsletter.dkim_signing import Signer
from kordon.newsletter.letters import SERVICE, Letter, service_letter
from kordon.newsletter.opening import Newsletter
from kordon.newsletter.outbox import Outbox
from kordon.newsletter.provider import ProviderTransport
from kordon.newsletter.sending import Report, SmtpTransport, Transport, Worker
from kordon.newsletter.subscriptions import Subscriptions
from kordon.newsletter.throttle import Throttle

RESEND, DROP, HOLD = "resend", "drop", "hold"
PAUSES = (300, 900, 1800, 3600)
"""Seconds between passes of one run over what servers put off; mail servers that greylist want some minutes."""


@dataclass
class Done:
    """What a run did: copies by what became of them, letters queued, and why it stopped early ('' if it did
    not)."""

    counts: Counter[str] = field(default_factory=Counter)
    queued: dict[str, int] = field(default_factory=dict)
    asked: int = 0
    stopped: str = ""


class Run:
    """Workers of one process; ``stop()`` ends all of them after their current message."""

    def __init__(self, newsletter: Newsletter, phrases: Phrases) -> None:
        self.newsletter = newsletter
        self.phrases = phrases
        self.outbox = Outbox(newsletter)
        self._workers: list[Worker] = []
        self._stopped = False

    def stop(self) -> None:
        self._stopped = True
        for worker in self._workers:
            worker.stop = True

    def send(
        self,
        letters: Iterable[Letter] = (),
        *,
        uncertain: str = "",
        wait: float = 0.0,
        sleep: Callable[[float], None] = time.sleep,
    ) -> Done:
        """Queue ``letters`` and what an earlier run left half queued, and send all that waits.

        ``uncertain`` (``hold``, ``resend``, ``drop``; the settings' rule by default) decides about copies that a
        worker had in flight when it died. For ``wait`` seconds what servers put off is tried again, with pauses.
        """
        done, began = Done(), time.monotonic()
        self.prepare()
        for letter in letters:
            self.outbox.add(letter)
        for name in self.outbox.unfinished():
            done.queued[name] = self.outbox.queue(name)
        self.outbox.recover()
        rule = uncertain or self.newsletter.settings.uncertain
        if rule != HOLD:
            self.outbox.settle(resend=rule == RESEND)
        pauses = iter(PAUSES)
        while True:
            self.outbox.wake()
            self._pass(done)
            pause = min(next(pauses, PAUSES[-1]), began + wait - time.monotonic())
            if done.stopped or self._stopped or pause <= 0 or not self.outbox.put_off():
                break
            sleep(pause)
        Subscriptions(self.newsletter).purge()
        return done

    def prepare(self) -> None:
        """The letters that the form sends are there, in the words of this version."""
        settings = self.newsletter.settings
        for kind in SERVICE:
            self.outbox.replace(service_letter(kind, self.phrases, settings.name, settings.base_url))

    def _pass(self, done: Done) -> None:
        settings = self.newsletter.settings
        throttle = Throttle(settings.throttle, time.monotonic)
        count = 1 if settings.provider else settings.smtp.connections
        self._workers = [Worker(self.newsletter, self._transport(), throttle) for _ in range(count)]
        if self._stopped:
            return
        if count == 1:
            reports = [self._workers[0].run()]
        else:
            with ThreadPoolExecutor(count) as pool:
                reports = list(pool.map(self._in_thread, self._workers))
        for report in reports:
            done.counts.update(report.counts)
            done.asked += report.asked
            done.stopped = done.stopped or report.stopped

    def _in_thread(self, worker: Worker) -> Report:
        try:
            return worker.run()
        finally:
            self.newsletter.close()  # the connection to the database that this thread opened

    def _transport(self) -> Callable[[Callable[[str], Letter]], Transport]:
        settings = self.newsletter.settings
        signer = Signer(settings.dkim) if settings.dkim else None
        composer = Composer(self.newsletter, self.phrases, signer)
        provider = settings.provider
        if provider is not None:
            return lambda letters: ProviderTransport(composer, letters, provider)
        return lambda letters: SmtpTransport(composer, letters)
