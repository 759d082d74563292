"""The phrase book: what Kordon says, in every language of a reader, as Fluent messages.

A value is said by its language's rules: numbers by CLDR, dates with the month in its proper case, ids of a
vocabulary by their labels. ``border="PL-BY"`` gives a message ``$border`` and ``$border_gen``, ``$border_dat``,
``$border_acc``, ``$border_ins``, ``$border_loc``, ``$border_short`` and ``$border_id``. The book is strict: a
missing message, a missing value or an error of Fluent stops with a sentence that names the file and the message.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle
from fluent.runtime.types import FluentType
from fluent.syntax import ast

from kordon.commentary.book import Entries, Phrase, PhraseError, describe, read_messages
from kordon.commentary.language import Day, Language, read_language
from kordon.domain.assessment import Reason
from kordon.domain.time import Date, Week
from kordon.vocabulary import LANGUAGES, Vocabulary
from kordon.vocabulary.loader import CASES

# The name of a value -> the vocabulary list that its ids are found in. `indicator` is looked up apart.
LISTS: Mapping[str, str] = {
    "border": "borders", "factor": "factors", "level": "levels", "kind": "kinds", "means": "means",
    "measure": "measures", "unit": "units", "state": "states", "status": "statuses", "trigger": "triggers",
    "traffic": "traffic", "group": "groups", "trend": "trends", "area": "areas", "condition": "conditions",
    "signal": "signals", "answer": "answers", "party": "parties", "rung": "rungs", "likelihood": "likelihood",
}  # fmt: skip

Forms = Mapping[str, str]  # grammatical case -> form; "nom" is always there
Labels = Mapping[str, Mapping[str, Forms]]  # id -> language -> forms
REMEMBERED = 40_000  # sayings kept: a site says the same things on many pages


@dataclass(frozen=True, slots=True)
class Told:
    """A reason in words, with what it rests on and the reasons of it."""

    text: str
    key: str
    evidence: tuple[str, ...]
    children: tuple[Told, ...]


@dataclass(frozen=True, eq=False)
class Phrases:
    """The book in all languages; see :func:`load_phrases`."""

    vocabulary: Vocabulary
    languages: Mapping[str, Language]
    book: Mapping[str, Mapping[str, Phrase]]
    bundles: Mapping[str, FluentBundle]
    indicators: Labels = field(default_factory=dict)
    digest: str = ""  # of the text of every file that was read

    def __post_init__(self) -> None:
        object.__setattr__(self, "_say", lru_cache(REMEMBERED)(self._format))

    def knowing(self, indicators: Labels) -> Phrases:
        """The same book with the names of indicators, which come from their own documents."""
        return replace(self, indicators=indicators)

    def has(self, lang: str, key: str) -> bool:
        return key in self.book[lang]

    def phrase(self, lang: str, key: str) -> Phrase:
        """What is known of a message; raises :class:`PhraseError` when it is not in the book."""
        try:
            return self.book[lang][key]
        except KeyError:
            file = f"phrases/{lang}"
            raise PhraseError(file, "", f"the message {key!r} is missing", "write it there") from None

    def say(self, lang: str, key: str, **values: object) -> str:
        """One message in one language; raises :class:`PhraseError` with the file and the message."""
        said: str = self._say(lang, key, tuple(values.items()))  # type: ignore[attr-defined]
        return said

    def sentence(self, lang: str, key: str, **values: object) -> str:
        """As :meth:`say`, with a capital letter in front."""
        return capital(self.say(lang, key, **values))

    def because(self, lang: str, reason: Reason) -> str:
        """A reason as one sentence, without the reasons of it."""
        self._know(lang, reason)
        return self.sentence(lang, reason.key, **dict(reason.values))

    def tree(self, lang: str, reason: Reason) -> Told:
        """A reason and the reasons of it, each as one sentence."""
        children = tuple(self.tree(lang, child) for child in reason.children)
        return Told(self.because(lang, reason), reason.key, reason.evidence, children)

    def label(self, lang: str, name: str, term: str, case: str = "nom") -> str:
        """The label of a vocabulary id, by the name that such a value goes by (``border``, ``level`` ...)."""
        forms = self._forms(lang, name, term)
        if forms is None:
            raise PhraseError("vocabulary", name, f"there is no term {term!r}", "add it to the vocabulary")
        return forms.get(case, forms["nom"])

    def names(self, name: str, term: str) -> bool:
        """Whether a value of this name is an id that has a label."""
        lang = next(iter(self.languages))
        return (name in LISTS or name == "indicator") and self._forms(lang, name, term) is not None

    def gaps(self) -> Iterator[str]:
        """Every message that not all languages have, or have with other values, as a sentence each."""
        for key in sorted({key for book in self.book.values() for key in book}):
            missing = [lang for lang in self.languages if key not in self.book[lang]]
            if missing:
                yield f"The message {key!r} is missing in {', '.join(missing)}."
                continue
            used = {lang: {_stem(name) for name in self.book[lang][key].variables} for lang in self.languages}
            if len({frozenset(names) for names in used.values()}) > 1:
                told = "; ".join(f"{lang}: {', '.join(sorted(names)) or 'none'}" for lang, names in used.items())
                yield f"The message {key!r} uses other values in other languages ({told})."

    def _know(self, lang: str, reason: Reason) -> None:
        for name, value in reason.values:
            known = name in LISTS or name == "indicator"
            if known and isinstance(value, str) and self._forms(lang, name, value) is None:
                problem = f"the reason {reason.key!r} speaks of {value!r}, which no list of {name}s has"
                raise PhraseError("vocabulary", name, problem, "add it, or hand its labels to the phrase book")

    def _forms(self, lang: str, name: str, term: str) -> Forms | None:
        if name == "indicator":
            return self.indicators.get(term, {}).get(lang)
        found = self.vocabulary[LISTS[name]].get(term)
        return None if found is None else found.labels[lang]

    def _format(self, lang: str, key: str, values: tuple[tuple[str, object], ...]) -> str:
        phrase = self.phrase(lang, key)
        language, bundle = self.languages[lang], self.bundles[lang]
        arguments: dict[str, Any] = {}
        for name, value in values:
            if value is not None:
                arguments[name] = _argument(value, language)
                arguments.update(self._cases(lang, name, value))
        pattern = bundle.get_message(key).value
        text: object = ""
        try:
            assert pattern is not None
            text, errors = bundle.format_pattern(pattern, arguments)
        except Exception as error:  # a value of a type that Fluent cannot choose by
            errors = [error]
        if errors:
            place = f"message {key!r}"
            raise PhraseError(phrase.file, place, f"it cannot be said ({errors[0]})", "mend it or its values")
        return language.tidy(str(text))

    def _cases(self, lang: str, name: str, value: object) -> dict[str, str]:
        kind = name if name in LISTS or name == "indicator" else name.rpartition("_")[2]
        if not isinstance(value, str) or (kind not in LISTS and kind != "indicator"):
            return {}
        forms = self._forms(lang, kind, value)
        if forms is None:
            return {}
        nominative = forms["nom"]
        cased = {f"{name}_{case}": forms.get(case, nominative) for case in CASES if case != "nom"}
        return {name: nominative, f"{name}_id": value, **cased}


def load_phrases(vocabulary: Vocabulary, *folders: Path, indicators: Labels | None = None) -> Phrases:
    """Read every ``phrases/<language>/*.ftl``: what ships, then what each of ``folders`` adds.

    A folder may add messages, not redefine them. ``indicators`` are labels by id; where they are not handed over,
    they are read from the indicators' own documents, those of ``folders`` among them. Raises :class:`PhraseError`
    for Fluent that cannot be read and for a message that is written twice.
    """
    root = Path(__file__).parent
    languages, book, bundles = {}, {}, {}
    read = hashlib.sha256()
    for lang in LANGUAGES:
        path = root / "phrases" / lang / "language.yaml"
        language = read_language(path, f"phrases/{lang}/language.yaml")
        read.update(path.read_bytes() + b"\0")
        entries: Entries = {}
        for folder in (root, *folders):
            for file in sorted((folder / "phrases" / lang).glob("*.ftl")):
                name = f"phrases/{lang}/{file.name}" if folder == root else str(file)
                text = file.read_text(encoding="utf-8")
                read.update(f"{lang}\0{text}\0".encode())
                read_messages(text, name, entries)
        bundle = FluentBundle([str(language.locale)], functions=language.functions(), use_isolating=False)
        bundle.add_resource(ast.Resource(body=[entry for _, entry in entries.values()]))
        languages[lang], bundles[lang], book[lang] = language, bundle, describe(entries)
    labels = _labels_of_indicators(vocabulary, folders) if indicators is None else indicators
    return Phrases(vocabulary, languages, book, bundles, labels, read.hexdigest())


def _labels_of_indicators(vocabulary: Vocabulary, folders: Sequence[Path]) -> Labels:
    from kordon.indicators import load_indicators

    documents = load_indicators(vocabulary, *folders)
    return {d.id: {lang: {"nom": label} for lang, label in d.labels.items()} for d in documents}


def capital(text: str) -> str:
    """With a capital letter in front."""
    return text[:1].upper() + text[1:]


def _argument(value: object, language: Language) -> object:
    if isinstance(value, Day):
        return replace(value, style=language)
    if isinstance(value, Date):
        return Day(value, True, language)
    if isinstance(value, Week):
        return str(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)  # 5.0 has a decimal place to CLDR, and another plural
    if isinstance(value, int | float | str | FluentType):
        return value
    return str(value)


def _stem(variable: str) -> str:
    head, _, tail = variable.rpartition("_")
    return head if head and (tail in CASES or tail == "id") else variable
