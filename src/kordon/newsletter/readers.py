"""A reader as the services see one, and how it is put away: sealed, under a random number."""

from __future__ import annotations

import datetime as dt
import json
import secrets
from collections.abc import Collection
from dataclasses import dataclass

from kordon.domain.time import Date
from kordon.newsletter.keys import Keys


@dataclass(frozen=True, slots=True)
class Choice:
    """What a reader wants: a language, areas (none means all), and letters at once on a critical incident."""

    lang: str
    areas: tuple[str, ...] = ()
    at_once: bool = False

    def wants(self, areas: Collection[str]) -> bool:
        return not self.areas or not set(self.areas).isdisjoint(areas)


LINKS_ONLY = Choice("")
"""Asked for by mail: no subscription, but the links by which one is ended."""


@dataclass(frozen=True, slots=True)
class Reader:
    """``wire`` is the address that is written to. ``since`` is the day of consent, ``None`` before it."""

    wire: str
    choice: Choice
    since: Date | None = None

    @property
    def same(self) -> str:
        """What spellings of the address share, as :func:`kordon.newsletter.address.read_address` has it."""
        return self.wire.lower()


def new_id() -> int:
    """A random number for a row, which tells nothing of when it was made."""
    return secrets.randbits(62) | 1


def about(row: int) -> str:
    """Where a sealed reader belongs; sealed values cannot change places."""
    return f"reader {row}"


def asked_about(row: int) -> str:
    return f"asked {row}"


def seal(keys: Keys, place: str, reader: Reader) -> bytes:
    since = reader.since.isoformat() if reader.since else ""
    choice = reader.choice
    told = [reader.wire, choice.lang, " ".join(choice.areas), int(choice.at_once), since]
    return keys.seal(place, json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode())


def unseal(keys: Keys, place: str, sealed: bytes) -> Reader:
    """Raises :class:`kordon.newsletter.errors.NewsletterError` without the key."""
    wire, lang, areas, at_once, since = json.loads(keys.unseal(place, sealed))
    day = dt.date.fromisoformat(since) if since else None
    return Reader(wire, Choice(lang, tuple(areas.split()), bool(at_once)), day)
