"""The connection that every service is handed, and the two ways of using it: reading and writing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import DatabaseError, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from kordon.domain.errors import RegisterError

WRITERS = 0x6B6F72646F6E  # 'kordon': the key of the advisory lock that serialises writers on a server


class Refused(RegisterError):
    """One input cannot be stored as it is; the rest can."""


@dataclass(frozen=True, slots=True)
class Store:
    """One opened register: Django's alias for it, and the name that messages give it."""

    alias: str
    shown: str

    @property
    def connection(self) -> BaseDatabaseWrapper:
        return connections[self.alias]

    @property
    def on_server(self) -> bool:
        return self.connection.vendor == "postgresql"

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Turn errors of the database into sentences."""
        with self._speaking("read"):
            yield

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction, the only one that writes: all of what is done in it is stored, or nothing is."""
        with self._speaking("written"), transaction.atomic(using=self.alias):
            if self.on_server:  # SQLite has one writer by itself: the transaction begins IMMEDIATE
                with self.connection.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_xact_lock(%s)", [WRITERS])
            yield

    @contextmanager
    def _speaking(self, act: str) -> Iterator[None]:
        try:
            yield
        except DatabaseError as error:
            raise RegisterError(self._sentence(act, str(error).strip())) from error
        except ValueError as error:
            if isinstance(error, UnicodeEncodeError) or "NUL" in str(error):
                raise Refused(
                    f"The register {self.shown} was handed a text with a character that no database can keep "
                    f"({error}); take it out of the input."
                ) from error
            raise

    def _sentence(self, act: str, error: str) -> str:
        lower = error.lower()
        if "locked" in lower:
            remedy = "another process is writing to it, so wait until that one ends and run again"
        elif "readonly" in lower or "read-only" in lower or "unable to open" in lower:
            remedy = "make the file and its folder writable, or name a register elsewhere"
        elif "full" in lower:
            remedy = "make room on the disk and run again; nothing that was stored is lost"
        elif "malformed" in lower or "not a database" in lower:
            remedy = "the file is damaged, so restore it from a copy or build it anew"
        elif self.on_server:
            remedy = "see whether the server runs and the address is right"
        else:
            remedy = "see whether the disk and the file are in order"
        reason = error.splitlines()[0] if error else "no reason is given"
        return f"The register {self.shown} cannot be {act} ({reason}); {remedy}."
