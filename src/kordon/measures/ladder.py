"""The ladder of measures: a document that maps a level to a range of rungs, and a rung to its options."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kordon.domain.assessment import RANKED, Level
from kordon.vocabulary import LANGUAGES, Vocabulary
from kordon.vocabulary.documents import Document, Steps, read_document

SHIPPED = Path(__file__).parent.parent / "data" / "ladder"
_KEY = re.compile(r"[a-z][a-z0-9-]*\Z")
_PREFIX = {"option": "option-", "basis": "basis-", "exception": "exception-"}


@dataclass(frozen=True, slots=True)
class Basis:
    """A legal basis; ``key`` is its message in the phrase book. One not ``verified`` must be checked first."""

    key: str
    act: str
    article: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One option of a rung. ``bases`` by state of the near side; the empty state stands for every other.

    ``days`` until it lapses or must be reviewed. A ``joint`` option is for a critical level or a trigger only.
    """

    id: str
    measure: str
    traffic: tuple[str, ...]
    bases: tuple[tuple[str, str], ...]
    exceptions: tuple[str, ...]
    days: int | None
    joint: bool

    @property
    def message(self) -> str:
        """The key of the phrase book under which the option is described."""
        return f"option-{self.id}"

    def basis(self, state: str) -> str:
        """The key of its legal basis where ``state`` decides."""
        found = dict(self.bases)
        return found.get(state, found[""])


@dataclass(frozen=True, slots=True)
class LadderRung:
    id: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Ladder:
    """The document. ``near`` tells which state decides on a border; ``hash`` is the SHA-256 of its meaning."""

    id: str
    version: str
    title: Mapping[str, str]
    note: Mapping[str, str]
    status: str
    bases: Mapping[str, Basis]
    levels: Mapping[Level, tuple[str, str]]
    rungs: tuple[LadderRung, ...]
    near: Mapping[str, str]
    hash: str

    def range_of(self, level: Level) -> tuple[LadderRung, ...]:
        """The rungs of an assessed level, least restrictive first."""
        lowest, highest = self.levels[level]
        ids = [rung.id for rung in self.rungs]
        return self.rungs[ids.index(lowest) : ids.index(highest) + 1]


def load_ladder(vocabulary: Vocabulary, *folders: Path) -> Ladder:
    """The ladder that ships, or the one that a deployment's ``ladder/`` folder puts in its place.

    Raises :class:`kordon.domain.errors.BadDocument` with line and remedy, also for a deployment's second ladder.
    """
    own = [path for folder in folders for path in sorted((folder / "ladder").glob("*.yaml"))]
    paths = own or sorted(SHIPPED.glob("*.yaml"))
    named = [(path, str(path) if own else f"data/ladder/{path.name}") for path in paths]
    documents = [read_document(path, name) for path, name in named]
    for document in documents[1:]:
        problem = f"there is already a ladder in {documents[0].name}"
        document.complain((), problem, "keep one of the two")
    return read_ladder(documents[0], vocabulary)


def read_ladder(document: Document, vocabulary: Vocabulary) -> Ladder:
    """One document as :class:`Ladder`."""
    data = document.data
    keys = ("id", "version", "title", "status", "note", "bases", "levels", "rungs")
    document.check_keys((), data, keys)
    if data["status"] not in ("proposal", "approved"):
        document.complain(("status",), f"{data['status']!r} is not a status", "use proposal or approved")
    for key in ("title", "note"):
        document.check_keys((key,), data[key], LANGUAGES)
    bases = _bases(document, data["bases"])
    rungs = _rungs(document, data["rungs"], bases, vocabulary)
    return Ladder(
        id=str(data["id"]),
        version=str(data["version"]),
        title={lang: str(text).strip() for lang, text in data["title"].items()},
        note={lang: str(text).strip() for lang, text in data["note"].items()},
        status=str(data["status"]),
        bases=bases,
        levels=_levels(document, data["levels"], [rung.id for rung in rungs]),
        rungs=rungs,
        near={border.id: str(border.get("near")) for border in vocabulary["borders"].values()},
        hash=document.sha256,
    )


def _list(document: Document, steps: Steps, value: object) -> list[Any]:
    if not isinstance(value, list):
        document.complain(steps, "a list is expected here", "begin each entry with '- '")
    return value


def _bases(document: Document, value: object) -> Mapping[str, Basis]:
    found: dict[str, Basis] = {}
    for position, entry in enumerate(_list(document, ("bases",), value)):
        steps: Steps = ("bases", position)
        document.check_keys(steps, entry, ("key", "act", "article", "verified"))
        key = _key(document, (*steps, "key"), entry["key"], "basis")
        if key in found:
            document.complain((*steps, "key"), f"the basis {key!r} is written twice", "keep one of them")
        if not isinstance(entry["verified"], bool):
            document.complain((*steps, "verified"), "true or false is expected", "write one of them")
        article = "" if entry["article"] is None else str(entry["article"])
        found[key] = Basis(key, str(entry["act"]), article, entry["verified"])
    return found


def _key(document: Document, steps: Steps, value: object, sort: str) -> str:
    prefix = _PREFIX[sort]
    if not isinstance(value, str) or not value.startswith(prefix) or not _KEY.match(value):
        document.complain(steps, f"{value!r} is not a key of a message", f"write it as {prefix}name")
    return str(value)


def _levels(document: Document, value: object, rungs: list[str]) -> Mapping[Level, tuple[str, str]]:
    document.check_keys(("levels",), value, [level.value for level in RANKED])
    assert isinstance(value, dict)
    found: dict[Level, tuple[str, str]] = {}
    highest = 0
    for level in RANKED:
        steps: Steps = ("levels", level.value)
        pair = _list(document, steps, value[level.value])
        for rung in pair:
            if rung not in rungs:
                document.complain(steps, f"{rung!r} is not a rung", f"use one of {', '.join(rungs)}")
        if len(pair) != 2 or rungs.index(pair[0]) > rungs.index(pair[1]):
            document.complain(steps, "a range has a lowest and a highest rung", "write it as [R1, R2]")
        if rungs.index(pair[1]) < highest:
            document.complain(steps, "a higher level reaches less high", "let the ranges rise with the levels")
        highest = rungs.index(pair[1])
        found[level] = (pair[0], pair[1])
    return found


def _rungs(
    document: Document, value: object, bases: Mapping[str, Basis], vocabulary: Vocabulary
) -> tuple[LadderRung, ...]:
    rungs: list[LadderRung] = []
    options: set[str] = set()
    for position, entry in enumerate(_list(document, ("rungs",), value)):
        steps: Steps = ("rungs", position)
        document.check_keys(steps, entry, ("id", "options"))
        if entry["id"] in [rung.id for rung in rungs]:
            document.complain((*steps, "id"), f"the rung {entry['id']!r} is written twice", "rename one")
        read = []
        for place, option in enumerate(_list(document, (*steps, "options"), entry["options"])):
            at: Steps = (*steps, "options", place)
            step = _step(document, at, option, bases, vocabulary)
            if step.id in options:
                document.complain((*at, "id"), f"the option {step.id!r} is written twice", "rename one")
            options.add(step.id)
            read.append(step)
        if not read:
            document.complain((*steps, "options"), "a rung needs an option", "write one or leave the rung out")
        rungs.append(LadderRung(str(entry["id"]), tuple(read)))
    return tuple(rungs)


def _step(
    document: Document, steps: Steps, entry: Any, bases: Mapping[str, Basis], vocabulary: Vocabulary
) -> Step:
    required = ("id", "measure", "traffic", "basis", "exceptions", "days")
    document.check_keys(steps, entry, required, ("joint",))
    _key(document, (*steps, "id"), f"option-{entry['id']}", "option")
    days = entry["days"]
    if days is not None and (not isinstance(days, int) or isinstance(days, bool) or days < 1):
        document.complain((*steps, "days"), f"{days!r} is not a number of days", "write 90, or null")
    if not isinstance(entry.get("joint", False), bool):
        document.complain((*steps, "joint"), "true or false is expected", "write one of them")
    for name, key in (("measures", "measure"), ("traffic", "traffic")):
        for word in _list(document, (*steps, key), entry[key]) if key == "traffic" else [entry[key]]:
            if word not in vocabulary[name]:
                document.complain((*steps, key), f"{word!r} is not in {name}.yaml", "add it there or mend it")
    exceptions = _list(document, (*steps, "exceptions"), entry["exceptions"])
    return Step(
        id=str(entry["id"]),
        measure=str(entry["measure"]),
        traffic=tuple(entry["traffic"]),
        bases=_basis(document, (*steps, "basis"), entry["basis"], bases, vocabulary),
        exceptions=tuple(
            _key(document, (*steps, "exceptions", n), key, "exception") for n, key in enumerate(exceptions)
        ),
        days=days,
        joint=entry.get("joint", False),
    )


def _basis(
    document: Document, steps: Steps, value: object, bases: Mapping[str, Basis], vocabulary: Vocabulary
) -> tuple[tuple[str, str], ...]:
    """``any`` for every state, and a state's id for its own."""
    if not isinstance(value, dict) or "any" not in value:
        document.complain(steps, "a basis for any state is needed", "write any: and the key of a basis")
    found = []
    for state, key in value.items():
        if key not in bases:
            document.complain((*steps, state), f"the basis {key!r} is not listed", "list it under bases")
        if state != "any" and state not in vocabulary["states"]:
            document.complain((*steps, state), f"{state!r} is not in states.yaml", "add it there or mend it")
        found.append(("" if state == "any" else str(state), str(key)))
    return tuple(found)
