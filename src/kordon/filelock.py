"""A lock on a file that ends with the process that holds it, however that ends."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from pathlib import Path


def take(path: Path, mode: int = 0o644) -> Callable[[], None] | None:
    """Take the lock and give what releases it; ``None`` where another holds it.

    The file is made with ``mode`` and taken away on release. Raises :class:`OSError` where it cannot be made.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, mode)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # The holder takes the file away before it lets go: a lock on a file without a name locks nothing.
        if os.fstat(handle).st_ino != path.stat().st_ino:
            raise BlockingIOError
    except (BlockingIOError, FileNotFoundError):
        os.close(handle)
        return None

    def release() -> None:
        path.unlink(missing_ok=True)
        os.close(handle)

    return release
