"""What the record says of the texts of an issue: one a week, area and language."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kordon.domain.record import Entry
from kordon.domain.time import Date, Week

PROCESS = "issue"
IN_PUBLIC = ("released", "corrected")
READY = ("approved", *IN_PUBLIC)


@dataclass(frozen=True, slots=True)
class Corrected:
    """One correction of one text; ``wrong`` and ``right`` are the same where only other languages were wrong."""

    id: str
    at: dt.datetime
    wrong: str
    right: str
    notice: str
    why: str
    by: str


@dataclass(frozen=True, slots=True)
class Text:
    """One text and where it stands.

    ``current`` is the revision in work, ``public`` the one that readers have ('' before), ``amended`` the one that
    would correct it ('' where none is written). ``without``: the languages that its release left out, ``why`` the
    reason given for it. ``address`` and ``day`` are those of a text that was published elsewhere.
    """

    subject: str
    week: Week
    area: str
    lang: str
    state: str
    current: str
    public: str
    amended: str
    revisions: tuple[str, ...]
    writers: tuple[str, ...]  # accounts that wrote or handed in a revision
    reviewers: tuple[str, ...]  # accounts that approved what is public or approved now
    entries: tuple[Entry, ...]
    corrections: tuple[Corrected, ...] = ()
    released_at: dt.datetime | None = None
    without: tuple[str, ...] = ()
    why: str = ""
    address: str = ""
    day: Date | None = None

    @property
    def newest(self) -> str:
        """The revision that somebody wrote last and that still stands."""
        return self.amended or self.current

    @property
    def in_public(self) -> bool:
        return self.state in IN_PUBLIC

    @property
    def elsewhere(self) -> bool:
        return self.state == "elsewhere"


def subject(week: Week, area: str, lang: str) -> str:
    """What the record calls a text: ``2024-W22:security:be``."""
    return f"{week}:{area}:{lang}"


def told_by(name: str) -> tuple[Week, str, str]:
    """Week, area and language of a subject."""
    week, area, lang = name.split(":")
    return Week.parse(week), area, lang
