"""Where a register is: a path to a file, or a ``postgresql://`` address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kordon.domain.errors import RegisterError

BUSY_SECONDS = 30  # how long a writer waits for another one's transaction
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+)://")

# WAL: readers go on while one process writes. NORMAL: a power cut may cost the last commits, never the file;
# a killed process costs nothing that was committed.
_SQLITE = f"""
PRAGMA busy_timeout={BUSY_SECONDS * 1000};
PRAGMA journal_mode=WAL;
PRAGMA synchronous=NORMAL;
PRAGMA foreign_keys=ON;
"""


@dataclass(frozen=True, slots=True)
class Address:
    """``shown`` is how a message names the register (no password in it); ``path`` is ``None`` on a server."""

    shown: str
    database: Mapping[str, Any]  # an entry of Django's DATABASES
    path: Path | None


def parse(path_or_url: str | Path, what: str = "register") -> Address:
    """Read the name of a register, or of another database (``what``); raises :class:`RegisterError` with a
    sentence for one that means nothing."""
    text = str(path_or_url).strip()
    if not text:
        raise RegisterError(f"The name of the {what} is empty; give a path or a postgresql:// address.")
    scheme = _SCHEME.match(text)
    if scheme is None:
        return _file(Path(path_or_url))
    if scheme[1] in ("postgresql", "postgres"):
        return _server(text, what)
    raise RegisterError(
        f"A {what} cannot be kept at a {scheme[1]}:// address; give a path or a postgresql:// address."
    )


def _file(path: Path) -> Address:
    database = {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path.expanduser().absolute()),
        "OPTIONS": {"timeout": BUSY_SECONDS, "transaction_mode": "IMMEDIATE", "init_command": _SQLITE},
    }
    return Address(str(path), database, path.expanduser().absolute())


def _server(url: str, what: str) -> Address:
    try:
        from psycopg import ProgrammingError
        from psycopg.conninfo import conninfo_to_dict
    except ImportError:
        raise RegisterError(
            f"A {what} on PostgreSQL needs psycopg; install it with: pip install 'kordon[postgresql]'."
        ) from None
    try:
        parts: dict[str, Any] = dict(conninfo_to_dict(url))
    except ProgrammingError:
        raise RegisterError(
            f"The postgresql:// address of the {what} is malformed; "
            "write it as postgresql://user:password@host:5432/database."
        ) from None
    name = str(parts.pop("dbname", "") or "")
    if not name:
        raise RegisterError(
            f"The postgresql:// address of the {what} names no database; end it with /NAME of one."
        )
    database = {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": str(parts.pop("user", "") or ""),
        "PASSWORD": str(parts.pop("password", "") or ""),
        "HOST": str(parts.pop("host", "") or ""),
        "PORT": str(parts.pop("port", "") or ""),
        "OPTIONS": {"connect_timeout": 10, **parts},
    }
    where = f" on {database['HOST']}" if database["HOST"] else ""
    return Address(f"{name}{where}", database, None)
