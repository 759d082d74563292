"""Open a register: find out what is there, connect, bring the tables up to date."""

from __future__ import annotations

import itertools
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from kordon.domain.errors import RegisterError
from kordon.register.address import Address, parse
from kordon.register.configuration import configure

if TYPE_CHECKING:
    from kordon.register.register import Register
    from kordon.register.store import Store

_NUMBERS = itertools.count(1)
_SQLITE_MAGIC = b"SQLite format 3\0"
_LABEL = "register"


def open_register(path_or_url: str | Path) -> Register:
    """Open the register at a path (made when there is none) or a ``postgresql://`` address.

    Use it in a ``with`` statement, or call ``close()``. Raises :class:`RegisterError` with a sentence when the
    place cannot be used, holds something else, or was written by a newer version.
    """
    address = parse(path_or_url)
    if address.path is not None:
        _look(address.path, address.shown)
    configure()
    from kordon.register.register import Register

    store = _connect(address)
    register = Register(store, address.path)
    try:
        _bring_up_to_date(store)
    except BaseException:
        register.close()
        raise
    return register


def _look(path: Path, shown: str) -> None:
    """Say what is wrong with a file before anything is done to it: a file of someone else stays as it is."""
    if path.is_dir():
        raise RegisterError(
            f"The register {shown} is a folder; name a file in it, such as {shown}/kordon.sqlite3."
        )
    if not path.parent.is_dir():
        raise RegisterError(
            f"The register {shown} cannot be made, because the folder {path.parent} does not exist; make it."
        )
    try:
        with path.open("r+b") as file:
            start = file.read(len(_SQLITE_MAGIC))
    except FileNotFoundError:
        return
    except OSError as error:
        raise RegisterError(
            f"The register {shown} cannot be opened ({error.strerror}); "
            "make the file writable, or name a register elsewhere."
        ) from None
    if not start:
        return  # made by a run that was killed before it wrote anything
    if start != _SQLITE_MAGIC or not _ours(path, shown):
        raise RegisterError(
            f"The file {shown} is not a Kordon register; name another file, or move this one away."
        )


def _ours(path: Path, shown: str) -> bool:
    """Whether a SQLite file is a register or holds nothing yet."""
    connection = sqlite3.connect(path, timeout=30)
    try:
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        return _register_or_empty(tables)
    except sqlite3.Error as error:
        raise RegisterError(
            f"The register {shown} cannot be read ({error}); restore it from a copy, or name another file."
        ) from None
    finally:
        connection.close()


def _register_or_empty(tables: set[str]) -> bool:
    return not tables or {"django_migrations", "register_coding"} <= tables


def _connect(address: Address) -> Store:
    """Give the register an alias of its own, so that several can be open at once."""
    from django.db import DEFAULT_DB_ALIAS, connections

    from kordon.register.store import Store

    alias = f"register-{next(_NUMBERS)}"
    dummy = {"ENGINE": "django.db.backends.dummy"}
    entries = connections.configure_settings({DEFAULT_DB_ALIAS: dummy, alias: dict(address.database)})
    connections.databases[alias] = entries[alias]
    return Store(alias, address.shown)


def _bring_up_to_date(store: Store) -> None:
    """Migrate in one transaction: a register has all tables of a version, or those it had before."""
    from django.db import connections
    from django.db.migrations.executor import MigrationExecutor

    from kordon.register import guards

    connection = connections[store.alias]
    with store.reading():
        if not _pending(store):
            return
        # SQLite rebuilds tables only without these checks, and can drop them only outside a transaction.
        connection.disable_constraint_checking()
    try:
        with store.writing():
            if _pending(store):  # another process may have been faster
                executor = MigrationExecutor(connection)
                executor.migrate(executor.loader.graph.leaf_nodes(_LABEL))
                guards.install(store.alias)
    finally:
        if connection.connection is not None:
            connection.enable_constraint_checking()


def _pending(store: Store) -> bool:
    """Whether migrations are to be applied; raises :class:`RegisterError` for what we must not touch."""
    from django.db import connections
    from django.db.migrations.loader import MigrationLoader
    from django.db.migrations.recorder import MigrationRecorder

    connection = connections[store.alias]
    applied = {name for app, name in MigrationRecorder(connection).applied_migrations() if app == _LABEL}
    known = {name for app, name in MigrationLoader(None).disk_migrations if app == _LABEL}
    if newer := applied - known:
        raise RegisterError(
            f"The register {store.shown} was written by a newer version of Kordon (its step {max(newer)} is not "
            "known here); install that version, or name another register."
        )
    if not applied and not _register_or_empty(set(connection.introspection.table_names())):
        raise RegisterError(
            f"The database {store.shown} holds tables of something else; name an empty database for the register."
        )
    return applied != known
