"""Whether the worker behind a number is alive: a lock that ends with the process that holds it, however that
ends."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kordon import filelock
from kordon.newsletter.errors import NewsletterError
from kordon.newsletter.opening import Newsletter

_SPACE = 0x6B6E  # the first half of the key of an advisory lock on a server; the second is the worker's number


def new_worker() -> int:
    return secrets.randbelow(2**31 - 2) + 1


class Alive:
    """The lock of one worker. On SQLite a file beside the database, on PostgreSQL a lock of the session."""

    def __init__(self, newsletter: Newsletter, worker: int) -> None:
        self.newsletter = newsletter
        self.worker = worker

    @contextmanager
    def held(self) -> Iterator[None]:
        """For the worker itself, as long as it works."""
        with self.taken() as got:
            if not got:
                raise NewsletterError("Another worker has the same number; start again.")
            yield

    @contextmanager
    def taken(self) -> Iterator[bool]:
        """``True`` when the lock could be taken, because no worker of that number lives."""
        if self.newsletter.path is None:
            with self._on_server() as got:
                yield got
        else:
            with self._in_file(self.newsletter.path) as got:
                yield got

    @contextmanager
    def _in_file(self, path: Path) -> Iterator[bool]:
        beside = path.with_name(f"{path.name}-worker-{self.worker}-lock")
        try:
            release = filelock.take(beside, 0o600)
        except OSError as error:
            raise NewsletterError(
                f"The lock file {beside} cannot be made ({error.strerror}); make the folder writable."
            ) from None
        try:
            yield release is not None
        finally:
            if release is not None:
                release()

    @contextmanager
    def _on_server(self) -> Iterator[bool]:
        def ask(function: str) -> bool:
            with self.newsletter.speaking(), self.newsletter.connection.cursor() as cursor:
                cursor.execute(f"SELECT {function}(%s, %s)", [_SPACE, self.worker])
                return bool(cursor.fetchone()[0])

        got = ask("pg_try_advisory_lock")
        try:
            yield got
        finally:
            if got:
                ask("pg_advisory_unlock")
