"""One run at a time: a lock that ends with the process that holds it, however that ends."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kordon import filelock
from kordon.domain.errors import RegisterError
from kordon.register.store import WRITERS, Store

RUNS = WRITERS + 1
_STEP_SECONDS = 0.05


@contextmanager
def alone(
    store: Store, path: Path | None, wait: float, waiting: Callable[[], None] | None = None
) -> Iterator[None]:
    """Hold the register for one run; wait up to ``wait`` seconds for another run to end.

    ``waiting`` is called once, when there is something to wait for. Raises :class:`RegisterError` when the other
    run does not end in time.
    """
    take = _server_lock(store) if path is None else _file_lock(path)
    end = time.monotonic() + wait
    release = take()
    if release is None and waiting is not None:
        waiting()
    while release is None:
        if time.monotonic() >= end:
            raise RegisterError(
                f"Another run is writing to the register {store.shown}; wait until it has ended and run again, "
                "or name another register."
            )
        time.sleep(_STEP_SECONDS)
        release = take()
    try:
        yield
    finally:
        release()


Take = Callable[[], Callable[[], None] | None]


def _file_lock(path: Path) -> Take:
    """A lock on a file beside the register: one on the register itself would disturb SQLite's own."""
    beside = path.with_name(path.name + "-lock")

    def take() -> Callable[[], None] | None:
        try:
            return filelock.take(beside)
        except OSError as error:
            raise RegisterError(
                f"The lock file {beside} cannot be made ({error.strerror}); "
                "make the folder writable, or name a register elsewhere."
            ) from None

    return take


def _server_lock(store: Store) -> Take:
    """A lock of the session, which the server frees when the session ends."""

    def ask(function: str) -> bool:
        with store.reading(), store.connection.cursor() as cursor:
            cursor.execute(f"SELECT {function}(%s)", [RUNS])
            return bool(cursor.fetchone()[0])

    def take() -> Callable[[], None] | None:
        if not ask("pg_try_advisory_lock"):
            return None

        def release() -> None:
            ask("pg_advisory_unlock")

        return release

    return take
