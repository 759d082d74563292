"""The joint mechanism as data: its parties, what sets it off, its hours, what each party closes.

``data/mechanism/joint.yaml`` holds what is common, ``data/mechanism/parties.yaml`` one entry a party. A
deployment's ``mechanism/`` folder replaces the first, and adds to or replaces entries of the second by their ids.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kordon.vocabulary import LANGUAGES, Vocabulary
from kordon.vocabulary.documents import Document, Steps, read_document

SHIPPED = Path(__file__).parent.parent.parent / "data" / "mechanism"
Words = Mapping[str, str]  # by language


@dataclass(frozen=True, slots=True)
class TriggerWatch:
    """A trigger of the criteria document, what counts as nearly one, and the words that leave it to a person."""

    id: str
    near_kinds: tuple[str, ...]
    near_people: float | None


@dataclass(frozen=True, slots=True)
class Hours:
    """All in hours; see the document for what each is."""

    remind: int
    answer: int
    more_time: int
    late_answer: int


@dataclass(frozen=True, slots=True)
class Close:
    """One step of a party's plan: a measure for classes of traffic, ``after_hours`` from when its agreement takes
    effect, for ``days``. ``basis`` and ``exceptions`` are messages of the phrase book."""

    id: str
    measure: str
    traffic: tuple[str, ...]
    after_hours: int
    days: int
    basis: str
    exceptions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnTrigger:
    """What a state has said that it will answer by closing. ``ask_at``: the daily number of attempts from which it
    is asked whether the case has come; ``None`` where nothing is watched."""

    id: str
    words: Words
    said_on: dt.date
    said_on_basis: str
    source: str
    ask_at: float | None


@dataclass(frozen=True, slots=True)
class Party:
    id: str
    office: Words
    borders: tuple[str, ...]
    closes: tuple[Close, ...]
    own: tuple[OwnTrigger, ...]

    def own_trigger(self, name: str) -> OwnTrigger | None:
        return next((own for own in self.own if own.id == name), None)


@dataclass(frozen=True, slots=True)
class Mechanism:
    """Both documents; ``hash`` is the SHA-256 of their meaning."""

    id: str
    version: str
    status: str
    title: Words
    note: Words
    triggers: tuple[TriggerWatch, ...]
    hours: Hours
    stand_down_days: int
    exceptions: tuple[str, ...]
    parties: Mapping[str, Party]
    hash: str

    @property
    def borders(self) -> tuple[str, ...]:
        """Every border of every party: an incident on any one of them opens a consultation of all."""
        return tuple(dict.fromkeys(b for party in self.parties.values() for b in party.borders))

    def watch(self, trigger: str) -> TriggerWatch | None:
        return next((t for t in self.triggers if t.id == trigger), None)

    def holder(self, border: str) -> Party | None:
        """The party whose border it is."""
        return next((p for p in self.parties.values() if border in p.borders), None)


def load_mechanism(vocabulary: Vocabulary, *folders: Path) -> Mechanism:
    """The mechanism that ships with what a deployment's folders put beside it or in its place.

    Raises :class:`kordon.domain.errors.BadDocument` with line and remedy.
    """

    def documents(name: str) -> list[Document]:
        own = [path for folder in folders if (path := folder / "mechanism" / name).exists()]
        return [read_document(SHIPPED / name, f"data/mechanism/{name}"), *(read_document(p, str(p)) for p in own)]

    return read_mechanism(documents("joint.yaml")[-1], documents("parties.yaml"), vocabulary)


def read_mechanism(joint: Document, parties: list[Document], vocabulary: Vocabulary) -> Mechanism:
    """The common document, and one or more of parties; a later entry replaces an earlier one of its id."""
    data = joint.data
    keys = ("id", "version", "status", "title", "note", "triggers", "hours", "stand_down_days", "exceptions")
    joint.check_keys((), data, keys)
    if data["status"] not in ("proposal", "approved"):
        joint.complain(("status",), f"{data['status']!r} is not a status", "use proposal or approved")
    found: dict[str, Party] = {}
    for document in parties:
        seen: set[str] = set()
        for n, entry in _entries(document, (), document.data):
            party = _party(document, n, entry, vocabulary)
            if party.id in seen:
                document.complain((n, "id"), f"the party {party.id!r} is written twice", "keep one of them")
            seen.add(party.id)
            found[party.id] = party
            for border in party.borders:
                if any(border in p.borders for p in found.values() if p.id != party.id):
                    document.complain((n, "borders"), f"{border} is another party's too", "give it to one of them")
    hashes = "".join(document.sha256 for document in (joint, *parties))
    return Mechanism(
        id=str(data["id"]),
        version=str(data["version"]),
        status=str(data["status"]),
        title=_words(joint, ("title",), data["title"]),
        note=_words(joint, ("note",), data["note"]),
        triggers=tuple(
            _trigger(joint, n, e, vocabulary) for n, e in _entries(joint, ("triggers",), data["triggers"])
        ),
        hours=_hours(joint, data["hours"]),
        stand_down_days=_number(joint, ("stand_down_days",), data["stand_down_days"], 0),
        exceptions=_keys(joint, ("exceptions",), data["exceptions"]),
        parties=found,
        hash=hashlib.sha256(hashes.encode()).hexdigest(),
    )


def _entries(document: Document, steps: Steps, value: Any) -> list[tuple[int, Any]]:
    if not isinstance(value, list):
        document.complain(steps, "a list is expected here", "begin each entry with '- '")
    return list(enumerate(value))


def _words(document: Document, steps: Steps, value: Any) -> Words:
    document.check_keys(steps, value, LANGUAGES)
    return {lang: str(value[lang]).strip() for lang in LANGUAGES}


def _number(document: Document, steps: Steps, value: Any, least: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < least:
        document.complain(steps, f"{value!r} is not a whole number from {least} on", "mend the number")
    return int(value)


def _listed(document: Document, steps: Steps, value: Any, vocabulary: Vocabulary, name: str) -> tuple[str, ...]:
    for n, word in _entries(document, steps, value):
        if word not in vocabulary[name]:
            document.complain((*steps, n), f"{word!r} is not in {name}.yaml", "add it there or mend it")
    return tuple(value)


def _keys(document: Document, steps: Steps, value: Any) -> tuple[str, ...]:
    for n, key in _entries(document, steps, value):
        if not isinstance(key, str) or not key.startswith("exception-"):
            document.complain((*steps, n), f"{key!r} is not a key of a message", "write it as exception-name")
    return tuple(value)


def _trigger(document: Document, n: int, entry: Any, vocabulary: Vocabulary) -> TriggerWatch:
    steps: Steps = ("triggers", n)
    document.check_keys(steps, entry, ("id", "near"))
    _listed(document, (*steps, "id"), [entry["id"]], vocabulary, "triggers")
    near = entry["near"]
    document.check_keys((*steps, "near"), near, ("kinds", "people_at_least"))
    people = near["people_at_least"]
    return TriggerWatch(
        id=entry["id"],
        near_kinds=_listed(document, (*steps, "near", "kinds"), near["kinds"], vocabulary, "kinds"),
        near_people=None
        if people is None
        else float(_number(document, (*steps, "near", "people_at_least"), people, 1)),
    )


def _hours(document: Document, value: Any) -> Hours:
    names = ("remind", "answer", "more_time", "late_answer")
    document.check_keys(("hours",), value, names)
    hours = Hours(**{name: _number(document, ("hours", name), value[name], 1) for name in names})
    if hours.remind >= hours.answer:
        document.complain(("hours", "remind"), "a reminder after the deadline reminds nobody", "make it less")
    return hours


def _party(document: Document, n: int, entry: Any, vocabulary: Vocabulary) -> Party:
    steps: Steps = (n,)
    document.check_keys(steps, entry, ("id", "office", "borders", "closes", "own"))
    _listed(document, (n, "id"), [entry["id"]], vocabulary, "states")
    borders = _listed(document, (n, "borders"), entry["borders"], vocabulary, "borders")
    for k, border in enumerate(borders):
        if vocabulary.term("borders", border).get("near") != entry["id"]:
            document.complain(
                (n, "borders", k), f"{border} is not watched by {entry['id']}", "mend one of the two"
            )
    closes = tuple(
        _close(document, (n, "closes", k), e, vocabulary)
        for k, e in _entries(document, (n, "closes"), entry["closes"])
    )
    if bool(closes) != bool(borders):
        document.complain((n, "closes"), "a party with borders closes something, one without does not", "mend it")
    if len({c.id for c in closes}) != len(closes):
        document.complain((n, "closes"), "a step is written twice", "rename one of them")
    own = tuple(
        _own(document, (n, "own", k), e, vocabulary) for k, e in _entries(document, (n, "own"), entry["own"])
    )
    if own and not borders:
        document.complain((n, "own"), "a party without borders has nothing to close on", "take it out")
    return Party(entry["id"], _words(document, (n, "office"), entry["office"]), borders, closes, own)


def _close(document: Document, steps: Steps, entry: Any, vocabulary: Vocabulary) -> Close:
    document.check_keys(steps, entry, ("id", "measure", "traffic", "after_hours", "days", "basis", "exceptions"))
    _listed(document, (*steps, "measure"), [entry["measure"]], vocabulary, "measures")
    if not isinstance(entry["basis"], str) or not entry["basis"].startswith("basis-"):
        document.complain((*steps, "basis"), "a legal basis is expected", "write it as basis-name")
    return Close(
        id=str(entry["id"]),
        measure=entry["measure"],
        traffic=_listed(document, (*steps, "traffic"), entry["traffic"], vocabulary, "traffic"),
        after_hours=_number(document, (*steps, "after_hours"), entry["after_hours"], 0),
        days=_number(document, (*steps, "days"), entry["days"], 1),
        basis=entry["basis"],
        exceptions=_keys(document, (*steps, "exceptions"), entry["exceptions"]),
    )


def _own(document: Document, steps: Steps, entry: Any, vocabulary: Vocabulary) -> OwnTrigger:
    document.check_keys(steps, entry, ("id", "said_on", "said_on_basis", "source", "words", "ask_at"))
    _listed(document, (*steps, "id"), [entry["id"]], vocabulary, "triggers")
    if not isinstance(entry["said_on"], dt.date):
        document.complain((*steps, "said_on"), "a day is expected", "write it as 2023-09-28")
    if not str(entry["source"] or "").strip():
        document.complain((*steps, "source"), "nothing tells where it was said", "name the source")
    ask_at = entry["ask_at"]
    return OwnTrigger(
        id=entry["id"],
        words=_words(document, (*steps, "words"), entry["words"]),
        said_on=entry["said_on"],
        said_on_basis=str(entry["said_on_basis"]),
        source=str(entry["source"]),
        ask_at=None if ask_at is None else float(_number(document, (*steps, "ask_at"), ask_at, 1)),
    )
