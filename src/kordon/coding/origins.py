"""Where a word or a rule is written: file and line, looked up only when somebody asks.

Coding keeps no line numbers: it would pay for them in every report. Here the same files are read once more.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from kordon.coding.automaton import Automaton
from kordon.coding.lexicon import ROOT, SETTINGS, Entry, Form, expand, form_of
from kordon.coding.rules import FILES
from kordon.vocabulary.documents import Document, read_document

PUBLIC = ROOT.parent / "public"
TABLES: Mapping[str, str] = {"place": "places.csv", "crossing": "crossings.csv", "actor": "actors.csv"}


@dataclass(frozen=True, slots=True)
class Origin:
    """A file as we name it (those of a deployment's folders by their path) and a line of it."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


class Origins:
    """The lines of one language's lexicon, of the rules, and of the tables of names."""

    def __init__(self, lang: str, *folders: Path) -> None:
        self.lang = lang
        self.folders = folders

    def word(self, entry: Entry, words: str) -> Origin | None:
        """The line of the lexicon that has an entry and writes these words, else that of the name in a table."""
        lines = self._entries.get(_key(entry), {})
        if len(lines) == 1:
            return next(iter(lines))
        for origin, forms in lines.items():
            if any(t.end - t.start == len(words) for t in Automaton(forms).scan(words)):
                return origin
        if lines:
            return next(iter(lines))
        if entry.concept == "name":
            return next((o for kind, id in entry.value if (o := self._named.get((kind, id)))), None)
        return self._named.get(("actor", entry.rel))

    def rule(self, items: str, rule: str) -> Origin | None:
        """The line of a rule that makes ``items`` (incidents, measures, signals)."""
        return self._rules.get((items, rule))

    @cached_property
    def _entries(self) -> Mapping[str, Mapping[Origin, list[Form]]]:
        entries: dict[str, dict[Origin, list[Form]]] = {}
        for document in self._documents(self.lang):
            for position, row in enumerate(document.data):
                origin = Origin(document.name, document.line((position,)))
                entry = _entry(row)
                forms = entries.setdefault(_key(entry), {}).setdefault(origin, [])
                for raw in str(row["forms"]).split("|"):
                    forms += [form_of(entry, variant, bool(row.get("case"))) for variant in expand(raw.strip())]
        return entries

    @cached_property
    def _rules(self) -> Mapping[tuple[str, str], Origin]:
        rules: dict[tuple[str, str], Origin] = {}
        for document in self._documents("rules"):
            items = Path(document.name).stem
            for position, row in enumerate(document.data if items in FILES else ()):
                rules.setdefault((items, str(row["id"])), Origin(document.name, document.line((position,))))
        return rules

    @cached_property
    def _named(self) -> Mapping[tuple[str, str], Origin]:
        named: dict[tuple[str, str], Origin] = {}
        for root in (PUBLIC, *(folder / "public" for folder in self.folders)):
            for kind, table in TABLES.items():
                path = root / table
                if not path.exists():
                    continue
                name = f"data/public/{table}" if root == PUBLIC else str(path)
                with path.open(encoding="utf-8-sig", newline="") as file:
                    rows = csv.DictReader(file)
                    for row in rows:
                        named.setdefault((kind, str(row.get("id"))), Origin(name, rows.line_num))
        return named

    def _documents(self, part: str) -> Iterator[Document]:
        for root in (ROOT, *(folder / "lexicon" for folder in self.folders)):
            for path in sorted((root / part).glob("*.yaml")):
                if path.name != SETTINGS:
                    yield read_document(path, f"data/lexicon/{part}/{path.name}" if root == ROOT else str(path))


def _key(entry: Entry) -> str:
    """The same for equal entries, whose values may be lists of lists."""
    return repr(tuple(entry))


def _entry(row: Mapping[str, Any]) -> Entry:
    """As :mod:`kordon.coding.lexicon` makes it: the same entry is found by being equal."""
    value = row.get("value")
    concept = str(row["is"])
    return Entry(
        concept,
        concept.partition(".")[0],
        tuple(value) if isinstance(value, list) else value,
        row.get("number"),
        str(row.get("rel", "")),
    )
