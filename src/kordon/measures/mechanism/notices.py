"""What is told to whom: each entry of a consultation as one notice, its values and its text in three languages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from kordon.domain.record import Entry
from kordon.measures.mechanism.document import Mechanism
from kordon.measures.mechanism.state import HOUR, OPENING, Consultation, effective, view
from kordon.measures.mechanism.words import Phrases, inert, moment
from kordon.measures.process import Process
from kordon.vocabulary import LANGUAGES, Vocabulary


@dataclass(frozen=True, slots=True)
class Notice:
    """``at`` is when the entry took effect; ``to`` are parties by id; ``values`` what the text is made of, ids
    and aware times in ISO form."""

    id: str
    kind: str
    at: dt.datetime
    to: tuple[str, ...]
    values: Mapping[str, str]
    text: Mapping[str, str]  # by language


def notices(
    mechanism: Mechanism, process: Process, found: Consultation, phrases: Phrases, vocabulary: Vocabulary
) -> tuple[Notice, ...]:
    """One notice for each entry, in their order. A reminder goes to the party it reminds, all else to all."""
    return tuple(
        _notice(mechanism, view(mechanism, process, found.entries[: n + 1]), entry, phrases, vocabulary)
        for n, entry in enumerate(found.entries)
    )


def _notice(
    mechanism: Mechanism, then: Consultation, entry: Entry, phrases: Phrases, vocabulary: Vocabulary
) -> Notice:
    party = str(entry.data.get("party") or "")
    to = (party,) if entry.does == "remind" else tuple(mechanism.parties)
    values = _values(mechanism, then, entry)
    key = f"notices.{entry.does}"
    text = {
        lang: phrases.say(key, lang, _spoken(mechanism, values, lang, phrases, vocabulary)) for lang in LANGUAGES
    }
    used = {name: values[name] for name in sorted(phrases.names(key))}
    return Notice(entry.id, entry.does, effective(entry), to, used, text)


def _values(mechanism: Mechanism, then: Consultation, entry: Entry) -> dict[str, str]:
    """Every value that a text may name; lists of ids are joined by spaces."""
    told = {name: str(value) for name, value in entry.data.items()}
    agreeing = [name for name, seat in then.seats.items() if seat.agrees]
    deadline = then.changed_at + mechanism.hours.late_answer * HOUR
    if entry.does in OPENING:
        deadline = max(seat.deadline for seat in then.seats.values())
    elif entry.does in ("remind", "ask_time"):
        deadline = then.seats[told["party"]].deadline
    base = dict.fromkeys(("party", "trigger", "border", "incident", "how", "hours", "days", "step"), "")
    return base | told | {
        "consultation": then.id,
        "at": effective(entry).isoformat(),
        "deadline": deadline.isoformat(),
        "regional": " ".join(then.regional),
        "agreeing": " ".join(agreeing),
        "closing": " ".join(name for name, seat in then.seats.items() if seat.closing),
        "others": " ".join(name for name in then.seats if name not in agreeing),
        "why": inert(entry.why),
    }  # fmt: skip


def _spoken(
    mechanism: Mechanism, values: Mapping[str, str], lang: str, phrases: Phrases, vocabulary: Vocabulary
) -> dict[str, str]:
    def offices(names: str) -> str:
        return "; ".join(mechanism.parties[name].office[lang] for name in names.split()) or "–"

    def borders(names: str) -> str:
        return "; ".join(vocabulary.label("borders", name, lang) for name in names.split()) or "–"

    how = values["how"]
    return {name: inert(value) for name, value in values.items()} | {
        "party": offices(values["party"]),
        "agreeing": offices(values["agreeing"]),
        "closing": offices(values["closing"]),
        "others": offices(values["others"]),
        "border": borders(values["border"]),
        "regional": borders(values["regional"]),
        "trigger": vocabulary.label("triggers", values["trigger"], lang) if values["trigger"] else "",
        "how": phrases.say(f"ways.{how}", lang) if how else "",
        "at": moment(dt.datetime.fromisoformat(values["at"])),
        "deadline": moment(dt.datetime.fromisoformat(values["deadline"])),
    }
