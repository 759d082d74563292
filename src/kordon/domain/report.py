"""Reports, and the words in them that a claim rests on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from kordon.domain.errors import DomainError
from kordon.domain.time import Date


def stable_id(kind: str, *parts: object) -> str:
    """The same id for the same content on every machine and in every run: ``kind-`` and 16 hex digits."""
    text = "\x1f".join(["" if part is None else str(part) for part in parts])
    return f"{kind}-{hashlib.blake2b(text.encode(), digest_size=8).hexdigest()}"


class PublishedBasis(StrEnum):
    """How the day of publication is known."""

    GIVEN = "given"  # by whoever handed the report in
    ADDRESS = "address"  # it stands in the address
    TEXT = "text"  # it stands in the text or its markup
    NOTE = "note"  # a note of the row gives it
    ASSUMED = "assumed"  # nothing gives it: the first day on which it can have been known
    UNKNOWN = "unknown"


class ReportKind(StrEnum):
    COMMENTARY = "commentary"
    NOTICE = "notice"
    RECORD = "record"  # one row of a table of facts


@dataclass(frozen=True, slots=True)
class Report:
    """A text as it was read, without the page around it.

    ``lang`` is an ISO 639-1 code or ``und``. ``source`` is the host or the name of the outlet. ``grade`` is the
    Admiralty grade of the outlet (letter and digit) where one is known.
    """

    id: str
    text: str
    title: str = ""
    lang: str = "und"
    source: str = ""
    address: str = ""
    published_at: Date | None = None
    published_basis: PublishedBasis = PublishedBasis.UNKNOWN
    kind: ReportKind = ReportKind.NOTICE
    grade: str = ""
    borders: tuple[str, ...] = ()  # what it is known to speak for, besides what is coded from it

    def quote(self, evidence: Evidence) -> str:
        """The words that an evidence span covers."""
        return self.text[evidence.start : evidence.end]


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Characters ``start`` to ``end`` (exclusive) of a report's text."""

    report: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise DomainError(f"Evidence must cover at least one character, not {self.start}..{self.end}.")
