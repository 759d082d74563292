"""Open the newsletter's database: a file or a PostgreSQL database of its own, never the register's."""

from __future__ import annotations

import datetime as dt
import itertools
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kordon.domain.time import Date
from kordon.newsletter.errors import NewsletterError
from kordon.newsletter.keys import Keys, read_keys
from kordon.newsletter.settings import Settings
from kordon.register.address import Address, parse
from kordon.register.configuration import configure

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

LABEL = "newsletter"
WHAT = "list of readers"
_NUMBERS = itertools.count(1)


def today() -> Date:
    """The day in UTC: a day is all that is ever stored."""
    return dt.datetime.now(dt.UTC).date()


@dataclass(frozen=True)
class Newsletter:
    """An opened list of readers: Django's alias for its database, its keys, its settings and the calendar."""

    alias: str
    shown: str
    path: Path | None
    settings: Settings
    keys: Keys
    today: Callable[[], Date] = field(default=today)

    @property
    def connection(self) -> BaseDatabaseWrapper:
        from django.db import connections

        return connections[self.alias]

    @property
    def on_server(self) -> bool:
        return self.path is None

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction: all of what is done in it is stored, or nothing is."""
        from django.db import transaction

        with self.speaking(), transaction.atomic(using=self.alias):
            yield

    @contextmanager
    def speaking(self) -> Iterator[None]:
        """Turn errors of the database into a sentence without the values that it was handed."""
        from django.db import DatabaseError

        try:
            yield
        except DatabaseError as error:
            lower = str(error).lower()
            known = {
                "locked": "another process holds it; run again when that one has ended",
                "readonly": "make the file and its folder writable",
                "full": "make room on the disk and run again",
                "malformed": "the file is damaged; restore it from a copy",
            }
            told = next(
                (remedy for word, remedy in known.items() if word in lower), "see whether it runs and is whole"
            )
            raise NewsletterError(f"The {WHAT} {self.shown} cannot be read or written: {told}.") from None

    def close(self) -> None:
        from django.db import connections

        connections[self.alias].close()


@contextmanager
def newsletter(
    settings: Settings, keys: Keys | None = None, day: Callable[[], Date] = today
) -> Iterator[Newsletter]:
    """As :func:`open_newsletter`, closed in the end."""
    opened = open_newsletter(settings, keys, day)
    try:
        yield opened
    finally:
        opened.close()


def open_newsletter(settings: Settings, keys: Keys | None = None, day: Callable[[], Date] = today) -> Newsletter:
    """Open the database that the settings name, made when there is none, with the keys that belong to it.

    Raises :class:`NewsletterError` for a place that holds something else and for keys that do not open it.
    """
    keys = read_keys(settings.keys) if keys is None else keys
    address = parse(settings.database, WHAT)
    if address.path is not None:
        _look(address.path, address.shown)
    configure()
    opened = Newsletter(_connect(address), address.shown, address.path, settings, keys, day)
    try:
        with opened.speaking():
            _bring_up_to_date(opened)
            _try_keys(opened)
    except BaseException:
        opened.close()
        raise
    return opened


def _look(path: Path, shown: str) -> None:
    """Leave a file of something else as it is; make a new one that nobody else may read."""
    if path.is_dir() or not path.parent.is_dir():
        raise NewsletterError(f"The {WHAT} cannot be kept at {shown}; name a file in a folder that exists.")
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        with sqlite3.connect(path, timeout=30) as connection:
            tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        connection.close()
    except OSError as error:
        raise NewsletterError(
            f"The {WHAT} {shown} cannot be opened ({error.strerror}); make it writable."
        ) from None
    except sqlite3.Error:
        raise NewsletterError(
            f"The file {shown} is no {WHAT}; name another file, or move this one away."
        ) from None
    _check(tables, shown)


def _check(tables: set[str], shown: str) -> None:
    if tables and not {"django_migrations", "newsletter_subscriber"} <= tables:
        raise NewsletterError(
            f"{shown} holds tables of something else; name a database of its own for the {WHAT}."
        )


def _connect(address: Address) -> str:
    from django.db import DEFAULT_DB_ALIAS, connections

    alias = f"newsletter-{next(_NUMBERS)}"
    entry = dict(address.database)
    if address.path is not None:  # what is deleted is overwritten with zeros
        options = dict(entry["OPTIONS"])
        entry["OPTIONS"] = options | {"init_command": options["init_command"] + "PRAGMA secure_delete=ON;"}
    dummy = {"ENGINE": "django.db.backends.dummy"}
    made = connections.configure_settings({DEFAULT_DB_ALIAS: dummy, alias: entry})
    connections.databases[alias] = made[alias]
    return alias


def _bring_up_to_date(opened: Newsletter) -> None:
    """Migrate in one transaction; several processes may try at once."""
    from django.db import connections, transaction
    from django.db.migrations.executor import MigrationExecutor

    connection = connections[opened.alias]
    if not _pending(opened):
        return
    connection.disable_constraint_checking()
    try:
        with transaction.atomic(using=opened.alias):
            if opened.on_server:
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_xact_lock(%s)", [0x6B6F72646F6E + 2])
            if _pending(opened):
                executor = MigrationExecutor(connection)
                executor.migrate(executor.loader.graph.leaf_nodes(LABEL))
    finally:
        connection.enable_constraint_checking()


def _pending(opened: Newsletter) -> bool:
    from django.db.migrations.loader import MigrationLoader
    from django.db.migrations.recorder import MigrationRecorder

    connection = opened.connection
    tables = set(connection.introspection.table_names())
    _check(tables, opened.shown)
    applied = {name for app, name in MigrationRecorder(connection).applied_migrations() if app == LABEL}
    known = {name for app, name in MigrationLoader(None).disk_migrations if app == LABEL}
    if newer := applied - known:
        raise NewsletterError(
            f"The {WHAT} {opened.shown} was written by a newer version of Kordon (its step {max(newer)} is not "
            "known here); install that version."
        )
    return applied != known


def _try_keys(opened: Newsletter) -> None:
    """Say at once, and not in the middle of an issue, that the keys are those of another database."""
    from kordon.newsletter.models import Subscriber

    row = Subscriber.objects.using(opened.alias).values_list("id", "sealed").first()
    if row is not None:
        from kordon.newsletter.readers import about

        opened.keys.unseal(about(row[0]), bytes(row[1]))
