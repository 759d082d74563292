"""Names as each language writes them: a form of another language in a text is named with the right one.

What the glossary says was decided by people, so it is refused. What follows from the gazetteer alone, or from the
letters of an alphabet, may be a name that nobody has looked at yet, so it is only a warning. Words in quotation
marks are those of others and are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from kordon.geo.gazetteer import FormKind, Gazetteer, Settlement
from kordon.vocabulary import LANGUAGES
from kordon.vocabulary.documents import Document, read_document

SHIPPED = Path(__file__).parents[2] / "data" / "glossary"
QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]|\"[^\"]*\"")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Name:
    """One name: by language the form to use, all forms it has there, and those that it has not."""

    id: str
    name: Mapping[str, str]
    forms: Mapping[str, tuple[str, ...]]
    never: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Misnamed:
    """A form that a language does not use, and the one that it does ('' where nobody knows); ``sure``: people
    decided on it."""

    found: str
    right: str
    sure: bool


@dataclass(frozen=True)
class Glossary:
    """All names, the base names of places in the gazetteer, and the letters that each language is written with."""

    names: tuple[Name, ...]
    places: Mapping[str, Mapping[str, str]] = field(
        default_factory=dict
    )  # language -> foreign base name -> its own
    letters: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def _own(self) -> Mapping[str, re.Pattern[str]]:
        return {lang: _pattern(f for n in self.names for f in n.forms[lang]) for lang in LANGUAGES}

    @cached_property
    def _wrong(self) -> Mapping[str, tuple[tuple[re.Pattern[str], str, bool], ...]]:
        """By language the patterns of what it does not use, each with the right form, and whether even a form of
        its own is meant (``not``)."""
        found: dict[str, list[tuple[re.Pattern[str], str, bool]]] = {lang: [] for lang in LANGUAGES}
        for name in self.names:
            for lang in LANGUAGES:
                foreign = [f for other in LANGUAGES if other != lang for f in name.forms[other]]
                for forms, always in ((name.never[lang], True), (foreign, False)):
                    if forms:
                        found[lang].append((_pattern(forms), name.name[lang], always))
        return {lang: tuple(patterns) for lang, patterns in found.items()}

    def misnamed(self, text: str, lang: str) -> Iterator[Misnamed]:
        """Every name in a text that its language writes otherwise, once."""
        own_words = QUOTED.sub(lambda m: " " * len(m[0]), text)
        told: set[str] = set()
        for pattern, right, always in self._wrong[lang]:
            for match in pattern.finditer(own_words):
                if match[0] not in told and (always or not self._own[lang].fullmatch(match[0])):
                    told.add(match[0])
                    yield Misnamed(match[0], right, sure=True)
        for word in dict.fromkeys(_WORD.findall(own_words)):
            if word in told or any(word in seen for seen in told):
                continue
            right = self.places.get(lang, {}).get(word, "")
            if right or self._foreign(word, lang):
                yield Misnamed(word, right, sure=False)

    def _foreign(self, word: str, lang: str) -> bool:
        """Whether a word of the language's script has a letter that its alphabet has not."""
        mine = self.letters.get(lang)
        if not mine:
            return False
        others = frozenset().union(*(letters for other, letters in self.letters.items() if other != lang))
        low = frozenset(word.lower())
        return bool(low & (others - mine)) and low <= (others | mine)


def load_glossary(gazetteer: Gazetteer, *folders: Path) -> Glossary:
    """The names that ship and those of ``glossary/*.yaml`` in each folder, later ones in the place of earlier.

    Raises :class:`kordon.domain.errors.BadDocument` with line and remedy.
    """
    found: dict[str, Name] = {}
    letters: dict[str, frozenset[str]] = {}
    for folder in (SHIPPED, *(folder / "glossary" for folder in folders)):
        for path in sorted(folder.glob("*.yaml")):
            document = read_document(path, f"data/glossary/{path.name}" if folder == SHIPPED else str(path))
            if path.name == "letters.yaml":
                letters |= _letters(document)
            else:
                found |= {name.id: name for name in read_glossary(document)}
    return Glossary(tuple(found.values()), _places(gazetteer.places.values(), tuple(letters)), letters)


def _letters(document: Document) -> dict[str, frozenset[str]]:
    document.check_keys((), document.data, (), LANGUAGES)
    for lang, alphabet in document.data.items():
        if not isinstance(alphabet, str) or not alphabet.isalpha():
            document.complain((lang,), "letters are expected here", "write the alphabet without blanks")
    return {lang: frozenset(alphabet.lower()) for lang, alphabet in document.data.items()}


def read_glossary(document: Document) -> tuple[Name, ...]:
    """One document of names."""
    if not isinstance(document.data, list) or not document.data:
        document.complain((), "a list of names is expected here", "begin each entry with '- id:'")
    seen: set[str] = set()
    names = []
    for number, entry in enumerate(document.data):
        document.check_keys((number,), entry, ("id", *LANGUAGES))
        if entry["id"] in seen:
            document.complain((number, "id"), f"{entry['id']!r} is written twice", "keep one of them")
        seen.add(str(entry["id"]))
        names.append(_name(document, number, entry))
    return tuple(names)


def _name(document: Document, number: int, entry: dict[str, Any]) -> Name:
    name, forms, never = {}, {}, {}
    for lang in LANGUAGES:
        told = entry[lang]
        document.check_keys((number, lang), told, ("name",), ("forms", "not"))
        for key in ("forms", "not"):
            value = told.get(key, [])
            if not isinstance(value, list) or not all(isinstance(form, str) and form.strip("*") for form in value):
                document.complain(
                    (number, lang, key), "a list of words is expected here", "write it as [one, two]"
                )
        name[lang] = str(told["name"])
        forms[lang] = tuple(dict.fromkeys((name[lang], *told.get("forms", ()))))
        never[lang] = tuple(told.get("not", ()))
    return Name(str(entry["id"]), name, forms, never)


def _places(settlements: Iterable[Settlement], languages: Sequence[str]) -> Mapping[str, Mapping[str, str]]:
    """The base name of a place in one language as a word of another that shares its script."""
    found: dict[str, dict[str, str]] = {lang: {} for lang in languages}
    own: dict[str, set[str]] = {lang: set() for lang in languages}
    for place in settlements:
        base = {f.lang: f.text for f in place.forms if f.kind is FormKind.BASE}
        for lang in languages:
            own[lang] |= {f.text for f in place.forms if f.lang == lang}
            for other in languages:
                if other != lang and lang in base and other in base and base[other] != base[lang]:
                    found[lang][base[other]] = base[lang]
    return {lang: {w: right for w, right in words.items() if w not in own[lang]} for lang, words in found.items()}


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    """Whole words: a star stands for any ending. Names begin with a capital, and adjectives of them need not."""
    parts = []
    for form in sorted(set(forms), key=len, reverse=True):
        stem, star = form.removesuffix("*"), form.endswith("*")
        first = f"[{stem[0].upper()}{stem[0].lower()}]" if star else re.escape(stem[0])
        parts.append(first + re.escape(stem[1:]) + (r"\w*" if star else ""))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w])") if parts else re.compile(r"(?!)")
