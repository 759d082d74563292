"""How the words of the public tables are read: the ``tables`` part of the source documents, as one value.

Documents are merged in their order. A later one may add words, and may not change what an earlier one said.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from kordon.domain.coded import Status
from kordon.domain.errors import BadDocument
from kordon.domain.quantity import Rounding
from kordon.domain.report import PublishedBasis
from kordon.domain.time import Date
from kordon.vocabulary.documents import Document, Steps

Member = TypeVar("Member", bound=StrEnum)
_SIDES = ("near", "far")
_KEYS = (
    *(
        "actions",
        "refined",
        "warning_shots",
        "parties",
        "targets",
        "claimants",
        "roundings",
        "statuses",
        "bases",
        "combined",
    ),
    *("running", "parts", "around", "areas", "people", "text"),
)


@dataclass(frozen=True, slots=True)
class PartyWord:
    """A type of party, and the side of the border whose state it belongs to."""

    type: str
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Refinement:
    """``kind`` instead of the kind of a plain ``action`` when one of ``words`` stands in the note."""

    action: str
    kind: str
    words: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class RowTexts:
    """How rows are told: the language, the parts of a line by kind of row, the words for dates and rounding."""

    lang: str
    months: tuple[str, ...]
    parts: Mapping[str, tuple[str, ...]]
    rounded: Mapping[str, str]
    from_day: str
    until_day: str
    name_left_out: str


@dataclass(frozen=True, slots=True)
class TableWords:
    """Every word of the tables and what it stands for; see ``data/sources/tables.yaml``."""

    actions: Mapping[str, str]
    refined: tuple[Refinement, ...]
    warning_kinds: frozenset[str]
    warning_shots: re.Pattern[str]
    parties: Mapping[str, PartyWord]
    targets: tuple[tuple[str, re.Pattern[str]], ...]
    claimants: Mapping[str, str]
    roundings: Mapping[str, Rounding]
    statuses: Mapping[str, Status]
    bases: Mapping[str, PublishedBasis]
    group: str
    unit: str
    running_days: int
    starts: Mapping[str, frozenset[Date]]
    parts: Mapping[str, re.Pattern[str]]
    around: tuple[str, ...]
    areas: re.Pattern[str]
    people: tuple[re.Pattern[str], ...]
    text: RowTexts

    def terms(self) -> Iterator[tuple[str, str]]:
        """Every (vocabulary list, term) that the words name."""
        yield from (("kinds", kind) for kind in self.actions.values())
        yield from (("kinds", refinement.kind) for refinement in self.refined)
        yield from (("kinds", kind) for kind in sorted(self.warning_kinds))
        yield from (("parties", party) for party, _ in self.targets)
        yield from (("parties", word.type) for word in self.parties.values())
        yield from (("parties", party) for party in self.claimants.values())
        yield from (("statuses", status) for status in self.statuses.values())
        yield from (("borders", border) for border in (*self.starts, *self.parts))
        yield from (("groups", self.group), ("units", self.unit))

    def without_names(self, words: str) -> str:
        """The words with the names of private people left out."""
        for pattern in self.people:
            for match in reversed(list(pattern.finditer(words))):
                start, end = match.span("name")
                words = f"{words[:start]}{self.text.name_left_out}{words[end:]}"
        return words


def read_words(documents: Sequence[Document]) -> TableWords:
    """Merge the ``tables`` part of each document; raises :class:`BadDocument` with file, line and remedy."""
    if not documents:
        raise BadDocument("sources", "", "no document says how tables are read", "write 'tables:'")
    merged: dict[str, Any] = {}
    for document in documents:
        document.check_keys(("tables",), document.data["tables"], (), _KEYS)
        merged = _merge(document, ("tables",), merged, document.data["tables"])
    whole = Document(documents[0].name, {"tables": merged}, documents[0].lines)
    whole.check_keys(("tables",), merged, _KEYS)
    return _words(whole, merged)


def _merge(document: Document, steps: Steps, old: Any, new: Any) -> Any:
    if isinstance(old, dict) and isinstance(new, dict):
        result = dict(old)
        for key, value in new.items():
            key = str(key)
            result[key] = _merge(document, (*steps, key), old[key], value) if key in old else value
        return result
    if isinstance(old, list) and isinstance(new, list) and "text" not in steps:
        return [*old, *(item for item in new if item not in old)]
    if old != new:
        document.complain(steps, "an earlier document says otherwise", "take the line away or choose another word")
    return old


def _words(document: Document, data: Mapping[str, Any]) -> TableWords:
    top: Steps = ("tables",)
    combined = _mapping(document, (*top, "combined"), data["combined"], ("group", "unit"))
    running = _mapping(document, (*top, "running"), data["running"], ("days", "starts"))
    if not isinstance(running["days"], int) or running["days"] < 1:
        document.complain(
            (*top, "running", "days"), "expected a number of days", "write a whole number above zero"
        )
    starts: dict[str, frozenset[Date]] = {}
    for border, days in _mapping(document, (*top, "running", "starts"), running["starts"]).items():
        if not isinstance(days, list) or not all(isinstance(day, dt.date) for day in days):
            document.complain((*top, "running", "starts", border), "expected a list of days", "write [2021-08-03]")
        starts[border] = frozenset(days)
    refined = [
        Refinement(action, kind, _any_of(document, (*top, "refined", action, kind), words))
        for action, kinds in _mapping(document, (*top, "refined"), data["refined"]).items()
        for kind, words in _mapping(document, (*top, "refined", action), kinds).items()
    ]
    warning = _mapping(document, (*top, "warning_shots"), data["warning_shots"], ("kinds", "words"))
    return TableWords(
        actions=_texts_of(document, (*top, "actions"), data["actions"]),
        refined=tuple(refined),
        warning_kinds=frozenset(_list(document, (*top, "warning_shots", "kinds"), warning["kinds"])),
        warning_shots=_any_of(document, (*top, "warning_shots", "words"), warning["words"]),
        parties=_parties(document, (*top, "parties"), data["parties"]),
        targets=tuple(
            (party, _any_of(document, (*top, "targets", party), listed))
            for party, listed in _mapping(document, (*top, "targets"), data["targets"]).items()
        ),
        claimants=_claimants(document, (*top, "claimants"), data["claimants"]),
        roundings=_members(document, (*top, "roundings"), data["roundings"], Rounding),
        statuses=_members(document, (*top, "statuses"), data["statuses"], Status),
        bases=_members(document, (*top, "bases"), data["bases"], PublishedBasis),
        group=str(combined["group"]),
        unit=str(combined["unit"]),
        running_days=running["days"],
        starts=starts,
        parts={
            border: _any_of(document, (*top, "parts", border), words)
            for border, words in _mapping(document, (*top, "parts"), data["parts"]).items()
        },
        around=_list(document, (*top, "around"), data["around"]),
        areas=_any_of(document, (*top, "areas"), data["areas"]),
        people=tuple(
            _pattern(document, (*top, "people", n), pattern)
            for n, pattern in enumerate(_list(document, (*top, "people"), data["people"]))
        ),
        text=_row_texts(document, (*top, "text"), data["text"]),
    )


def _row_texts(document: Document, steps: Steps, data: Any) -> RowTexts:
    kinds = ("figure", "incident", "measure", "status")
    document.check_keys(
        steps, data, ("lang", "months", "name_left_out", *kinds, "rounded", "from_day", "until_day")
    )
    months = _list(document, (*steps, "months"), data["months"])
    if len(months) != 12:
        document.complain((*steps, "months"), f"{len(months)} months are named", "name all twelve")
    return RowTexts(
        lang=str(data["lang"]),
        months=months,
        parts={kind: _list(document, (*steps, kind), data[kind]) for kind in kinds},
        rounded=_texts_of(document, (*steps, "rounded"), data["rounded"]),
        from_day=str(data["from_day"]),
        until_day=str(data["until_day"]),
        name_left_out=str(data["name_left_out"]),
    )


def _parties(document: Document, steps: Steps, data: Any) -> dict[str, PartyWord]:
    found: dict[str, PartyWord] = {}
    for word, entry in _mapping(document, steps, data).items():
        document.check_keys((*steps, word), entry, ("party",), ("country",))
        side = entry.get("country")
        if side not in (None, *_SIDES):
            document.complain((*steps, word), f"{side!r} is no side of a border", "write near or far")
        found[word] = PartyWord(str(entry["party"]), side)
    return found


def _claimants(document: Document, steps: Steps, data: Any) -> dict[str, str]:
    document.check_keys(steps, data, _SIDES)
    return _texts_of(document, steps, data)


def _mapping(document: Document, steps: Steps, data: Any, required: Sequence[str] = ()) -> dict[str, Any]:
    if not isinstance(data, dict):
        document.complain(steps, "expected keys here", "write them as key: value")
    if required:
        document.check_keys(steps, data, required)
    return {str(key): value for key, value in data.items()}


def _texts_of(document: Document, steps: Steps, data: Any) -> dict[str, str]:
    return {key: str(value) for key, value in _mapping(document, steps, data).items()}


def _list(document: Document, steps: Steps, data: Any) -> tuple[str, ...]:
    if not isinstance(data, list):
        document.complain(steps, "expected a list", "write it in brackets: [one, two]")
    return tuple(str(item) for item in data)


def _members(document: Document, steps: Steps, data: Any, members: type[Member]) -> dict[str, Member]:
    found: dict[str, Member] = {}
    for word, value in _texts_of(document, steps, data).items():
        try:
            found[word] = members(value)
        except ValueError:
            known = ", ".join(members)
            document.complain((*steps, word), f"{value!r} is not known", f"use one of {known}")
    return found


def _any_of(document: Document, steps: Steps, data: Any) -> re.Pattern[str]:
    """A pattern that finds any of the words, whole and in any case."""
    words = _list(document, steps, data)
    if not words:
        document.complain(steps, "the list of words is empty", "name a word or take the key away")
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)


def _pattern(document: Document, steps: Steps, text: str) -> re.Pattern[str]:
    try:
        pattern = re.compile(text)
    except re.error as error:
        document.complain(steps, f"it is no regular expression ({error})", "correct it")
    if "name" not in pattern.groupindex:
        document.complain(steps, "it has no group 'name'", "mark the name with (?P<name>...)")
    return pattern
