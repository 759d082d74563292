"""Read the texts of issues off the record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kordon.commentary.issue.model import PROCESS, Corrected, Text, told_by
from kordon.domain.record import Entry
from kordon.domain.time import Date
from kordon.measures.process import Process, state_of

WRITES = ("begin", "revise", "take_up", "amend")


def texts(process: Process, record: Iterable[Entry]) -> Mapping[str, Text]:
    """Every text of a record by its subject, in the order in which they were begun."""
    found: dict[str, list[Entry]] = {}
    for entry in record:
        if entry.process == PROCESS:
            found.setdefault(entry.subject, []).append(entry)
    return {name: text_of(process, entries) for name, entries in found.items()}


def text_of(process: Process, entries: Sequence[Entry]) -> Text:
    """One text from its entries, of which there must be one at least, and which must have been checked."""
    current = public = amended = why = address = ""
    revisions: list[str] = []
    writers: dict[str, None] = {}
    reviewers: dict[str, None] = {}
    without: tuple[str, ...] = ()
    corrections: list[Corrected] = []
    released_at, day = None, None
    for entry in entries:
        named = _word(entry, "revision")
        if named and named not in revisions:
            revisions.append(named)
        match entry.does:
            case "begin" | "revise" | "take_up":
                current = named
            case "import" | "import_again":
                current = public = named
                address, day = _word(entry, "address"), Date.fromisoformat(_word(entry, "day"))
            case "amend":
                amended = named
            case "drop":
                amended = ""
            case "approve":
                reviewers[entry.by.id] = None
            case "return" | "take_back" | "withdraw":
                reviewers.clear()
            case "release":
                public, released_at, why = current, entry.at, entry.why
                without = _words(entry, "without")
            case "correct" | "correct_again":
                corrections.append(
                    Corrected(
                        _word(entry, "correction"), entry.at, public, named, _word(entry, "notice"), entry.why,
                        entry.by.id,
                    )
                )  # fmt: skip
                current = public = named
                amended = ""
                reviewers[entry.by.id] = None
        if entry.does in WRITES:
            writers[entry.by.id] = None
    week, area, lang = told_by(entries[0].subject)
    return Text(
        subject=entries[0].subject,
        week=week,
        area=area,
        lang=lang,
        state=state_of(process, entries) or "",
        current=current,
        public=public,
        amended=amended,
        revisions=tuple(revisions),
        writers=tuple(writers),
        reviewers=tuple(reviewers),
        entries=tuple(entries),
        corrections=tuple(corrections),
        released_at=released_at,
        without=without,
        why=why,
        address=address,
        day=day,
    )


def _word(entry: Entry, name: str) -> str:
    return str(entry.data.get(name) or "")


def _words(entry: Entry, name: str) -> tuple[str, ...]:
    value = entry.data.get(name)
    return value if isinstance(value, tuple) else ()
