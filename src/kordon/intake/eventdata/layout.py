"""What a dataset's exports look like, mean and may be used for: one document a dataset (``data/eventdata``)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from kordon.intake.eventdata.columns import COLUMNS, FROM_EXPORT, REQUIRED
from kordon.vocabulary import Vocabulary
from kordon.vocabulary.documents import Document, Steps, read_document

FOLDER = Path(__file__).parents[2] / "data" / "eventdata"
SECONDS = "seconds"  # the one format of days that is none of strptime's: since 1970
_KEYS = ("title", "licence", "delimiter", "quotes", "headerless", "columns", "required", "first_day", "border",
         "fields", "kinds")  # fmt: skip
_LICENCE = ("name", "address", "attribution", "redistribution", "terms")
_DELIMITERS = {"comma": ",", "tab": "\t", "semicolon": ";"}
_PUNCTUATION = re.compile(r"[\s_.-]+")


@dataclass(frozen=True, slots=True)
class Field:
    """Where one of our columns comes from: a column of the export, or the same word for every row."""

    column: str = ""
    always: str = ""
    formats: tuple[str, ...] = ()
    codes: Mapping[str, str | None] | None = None
    others: bool = False  # a code that is not listed is no mistake


@dataclass(frozen=True, slots=True)
class Rule:
    """Our kind and means for rows whose columns hold one of these values (in lower case); no kind: no act."""

    when: Mapping[str, frozenset[str]]
    kind: str | None
    means: tuple[str, ...] = ()


@dataclass(frozen=True)
class Layout:
    """One dataset. A place known with ``border_precision`` is at a border within ``border_km`` of its line."""

    name: str
    title: str
    licence: Mapping[str, str]
    delimiter: str
    quotes: bool
    headerless: bool
    columns: tuple[str, ...]
    aliases: Mapping[str, str]
    required: frozenset[str]
    empty: tuple[str, ...]
    lists: Mapping[str, str]
    first_day: dt.date
    border_km: float
    border_precision: tuple[str, ...]
    grade: str
    fields: Mapping[str, Field]
    kinds: tuple[Rule, ...]
    sha256: str

    @cached_property
    def ruled(self) -> tuple[str, ...]:
        """The columns of the export that rules of kinds look at."""
        return tuple(dict.fromkeys(column for rule in self.kinds for column in rule.when))

    @cached_property
    def used(self) -> tuple[str, ...]:
        """The columns of the export that anything is taken from."""
        return tuple(dict.fromkeys([*(f.column for f in self.fields.values() if f.column), *self.ruled]))

    @cached_property
    def metadata(self) -> dict[str, str]:
        """What every Parquet file says of its dataset."""
        licence = {"licence" if key == "name" else f"licence_{key}": told for key, told in self.licence.items()}
        return {"dataset": self.name, "title": self.title, "layout_sha256": self.sha256, **licence}

    def known(self, name: str) -> str | None:
        """The codebook's name of a column, whatever its capitals and punctuation in an export."""
        return self._names.get(_plain(name))

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return {_plain(k): v for k, v in [*((c, c) for c in self.columns), *self.aliases.items()]}


def _plain(name: str) -> str:
    return _PUNCTUATION.sub("", name.strip().casefold())


def load_layouts(vocabulary: Vocabulary, *folders: Path) -> dict[str, Layout]:
    """Every dataset that ships, then those in the ``eventdata/`` of each of ``folders``, which may replace them.

    Raises :class:`~kordon.domain.errors.BadDocument` with file, line and remedy.
    """
    found: dict[str, Layout] = {}
    for root in (FOLDER, *(folder / "eventdata" for folder in folders)):
        for path in sorted(root.glob("*.yaml")):
            shown = f"data/eventdata/{path.name}" if root == FOLDER else str(path)
            found[path.stem] = _layout(path.stem, read_document(path, shown), vocabulary)
    return found


def _layout(name: str, document: Document, vocabulary: Vocabulary) -> Layout:
    data = document.data
    document.check_keys((), data, _KEYS, ("aliases", "empty", "lists", "grade"))
    document.check_keys(("licence",), data["licence"], _LICENCE)
    document.check_keys(("border",), data["border"], ("within_km", "precision"))
    _one_of(document, ("licence", "redistribution"), data["licence"]["redistribution"], ("allowed", "forbidden"))
    _one_of(document, ("delimiter",), data["delimiter"], _DELIMITERS)
    if not isinstance(data["first_day"], dt.date):
        document.complain(("first_day",), "it is no day", "write it as 1997-01-01")
    if not isinstance(data["border"]["within_km"], int | float) or not 0 < data["border"]["within_km"] <= 100:
        document.complain(("border", "within_km"), "it is no distance", "give kilometres, above 0 and up to 100")
    if not re.fullmatch("([A-E][1-5])?", str(data.get("grade", ""))):
        document.complain(
            ("grade",), "it is no Admiralty grade", "write a letter A-E and a digit 1-5, or leave it out"
        )
    columns = _words(document, ("columns",), data["columns"])
    required = _words(document, ("required",), data["required"])
    for key in ("aliases", "lists"):
        if not isinstance(data.get(key, {}), dict):
            document.complain((key,), "names are expected here", "write them as name: value")
    aliases, lists = ({str(k): str(v) for k, v in data.get(key, {}).items()} for key in ("aliases", "lists"))
    for key, named in (("required", required), ("aliases", aliases.values()), ("lists", lists)):
        for column in named:
            _one_of(document, (key,), column, columns)
    fields = _fields(document, data["fields"], columns)
    return Layout(
        name=name,
        title=str(data["title"]),
        licence={key: str(data["licence"][key]).strip() for key in _LICENCE},
        delimiter=_DELIMITERS[data["delimiter"]],
        quotes=bool(data["quotes"]),
        headerless=bool(data["headerless"]),
        columns=columns,
        aliases=aliases,
        required=frozenset(required) | {fields[name].column for name in REQUIRED},
        empty=_words(document, ("empty",), data.get("empty", [])),
        lists=lists,
        first_day=data["first_day"],
        border_km=float(data["border"]["within_km"]),
        border_precision=_words(document, ("border", "precision"), data["border"]["precision"]),
        grade=str(data.get("grade", "")),
        fields=fields,
        kinds=_kinds(document, data["kinds"], columns, vocabulary),
        sha256=document.sha256,
    )


def _words(document: Document, steps: Steps, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) and word for word in value):
        document.complain(steps, "a list of words is expected here", "write it as [one, two] and quote numbers")
    assert isinstance(value, list)
    return tuple(value)


def _one_of(document: Document, steps: Steps, value: object, known: Any) -> None:
    if value not in known:
        document.complain(steps, f"{value!r} is not known here", f"use one of {', '.join(known)}")


def _fields(document: Document, data: object, columns: tuple[str, ...]) -> dict[str, Field]:
    document.check_keys(("fields",), data, REQUIRED, [name for name in FROM_EXPORT if name not in REQUIRED])
    assert isinstance(data, dict)
    found: dict[str, Field] = {}
    for name in filter(data.__contains__, FROM_EXPORT):
        steps: Steps = ("fields", name)
        told = {"column": data[name]} if isinstance(data[name], str) else data[name]
        kind = COLUMNS[name][0]
        document.check_keys(steps, told, (), ("column", "always", "formats", "codes", "others"))
        if ("column" in told) == ("always" in told):
            remedy = "give it one of 'column' and 'always'"
            document.complain(steps, "it has a column and a fixed word, or neither", remedy)
        if "column" in told:
            _one_of(document, steps, told["column"], columns)
        elif kind != "text":
            document.complain(steps, "a fixed word does not fit this type", "name a column of the export")
        formats = _words(document, steps, told.get("formats", []))
        if (kind == "day") != bool(formats):
            document.complain(steps, "a day needs formats, and nothing else has them", "write them as [%Y-%m-%d]")
        codes = told.get("codes")
        if codes is not None and (not isinstance(codes, dict) or kind != "text"):
            document.complain(steps, "codes are a mapping, for columns of words", 'write them as {"1": day}')
        codes = None if codes is None else {str(k): None if v is None else str(v) for k, v in codes.items()}
        found[name] = Field(
            str(told.get("column", "")),
            str(told.get("always", "")),
            formats,
            codes,
            bool(told.get("others", False)),
        )
    return found


def _kinds(document: Document, data: Any, columns: tuple[str, ...], vocabulary: Vocabulary) -> tuple[Rule, ...]:
    if not isinstance(data, list):
        document.complain(("kinds",), "a list of rules is expected here", "begin each rule with '- {when:'")
    rules = []
    for position, entry in enumerate(data):
        steps: Steps = ("kinds", position)
        document.check_keys(steps, entry, ("when", "kind"), ("means",))
        kind, means = entry["kind"], _words(document, steps, entry.get("means", []))
        if kind is not None:
            _one_of(document, steps, kind, tuple(vocabulary["kinds"]))
            implied = vocabulary["kinds"][kind].get("means")
            means = tuple(dict.fromkeys([*means, *([implied] if implied else [])]))
        for one in means:
            _one_of(document, steps, one, tuple(vocabulary["means"]))
        if not isinstance(entry["when"], dict):
            document.complain(
                steps, "a rule looks at columns", "write when: {column: [value]}, or {} for all rows"
            )
        for column in entry["when"]:
            _one_of(document, steps, column, columns)
        when = {c: frozenset(w.casefold() for w in _words(document, steps, v)) for c, v in entry["when"].items()}
        rules.append(Rule(when, kind, means))
    return tuple(rules)
