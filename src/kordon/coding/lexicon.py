"""The lexicon of one language: which words carry which concept. All of it is YAML; nothing here knows a language.

An entry is one line::

    - {is: act.throw, forms: "threw | throw* | hurl*", examples: ["They threw bottles."]}

``is`` names a concept, ``class.name``; the rules speak of concepts only, so they hold in every language. Forms are
separated by ``|``. ``*`` stands for any ending, ``…`` for up to three words, ``(a/b)`` for either, ``[a]`` for a
word that may be left out. ``case: true`` compares capitals as written. ``examples`` are sentences in which the
entry must be found; a test reads them all.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from kordon.domain.errors import BadDocument
from kordon.vocabulary.documents import Document, read_document

ROOT = Path(__file__).parent.parent / "data" / "lexicon"
SETTINGS = "language.yaml"
KEYS = ("value", "number", "case", "examples", "rel", "unit")
GAP = "…"


class Entry(NamedTuple):
    """What a form means. ``value`` is an id of a vocabulary, a tuple of ids, or a number; ``number`` is the
    grammatical number of a noun that counts people or things: 1, or 2 for a plural."""

    concept: str
    cls: str
    value: Any = None
    number: int | None = None
    rel: str = ""


class Form(NamedTuple):
    """One way of writing an entry: a literal start for the automaton, and a pattern for what follows it. Patterns
    are compiled when a text first has the start: most never are, and a command should begin at once."""

    entry: Entry
    literal: str
    rest: str | None
    cased: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    concept: str
    text: str
    file: str


@dataclass(frozen=True, slots=True, eq=False)
class Settings:
    """How a language writes numbers, dates and sentences. One object a language: compared by identity."""

    lang: str
    thousands: str = ","
    decimal: str = "."
    abbreviations: frozenset[str] = frozenset()
    number_marks: frozenset[str] = frozenset()  # abbreviations of numbers: before a capital they end a sentence
    home: str = ""  # the state whose border a text in this language means where it names no near side
    ordinals: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    day_marks: tuple[str, ...] = ()
    year_marks: tuple[str, ...] = ()
    day_follows: str = "no"  # whether 'June 4' is a day: 'yes', 'no', or only 'marked' with an ending or a mark
    furniture: re.Pattern[str] | None = None
    blocks: tuple[tuple[re.Pattern[str], re.Pattern[str] | None], ...] = ()
    glued: tuple[re.Pattern[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    settings: Settings
    forms: tuple[Form, ...]
    examples: tuple[Example, ...]
    months: Mapping[str, int] = field(default_factory=dict)

    @property
    def lang(self) -> str:
        return self.settings.lang


def languages(*folders: Path) -> tuple[str, ...]:
    """The languages for which there is a lexicon, here or in a deployment's folders."""
    roots = [ROOT, *(folder / "lexicon" for folder in folders)]
    return tuple(sorted({p.parent.name for root in roots for p in root.glob(f"*/{SETTINGS}")}))


@cache
def load_lexicon(lang: str, *folders: Path) -> Lexicon | None:
    """Read every YAML file of a language, ours and then each folder's; ``None`` where there is no such lexicon.

    Raises :class:`~kordon.domain.errors.BadDocument` with file, line and remedy.
    """
    forms: list[Form] = []
    examples: list[Example] = []
    months: dict[str, int] = {}
    settings: Settings | None = None
    for root in [ROOT, *(folder / "lexicon" for folder in folders)]:
        for path in sorted((root / lang).glob("*.yaml")):
            name = f"data/lexicon/{lang}/{path.name}" if root == ROOT else str(path)
            document = read_document(path, name)
            if path.name == SETTINGS:
                settings = settings or _settings(document, lang)
            else:
                _read(document, forms, examples, months)
    if settings is None:
        return None
    return Lexicon(settings, tuple(forms), tuple(examples), months)


def _read(document: Document, forms: list[Form], examples: list[Example], months: dict[str, int]) -> None:
    if not isinstance(document.data, list):
        document.complain((), "a lexicon file is a list of entries", "begin each entry with '- {is: ...'")
    for position, row in enumerate(document.data):
        steps = (position,)
        document.check_keys(steps, row, ("is", "forms"), KEYS)
        concept = str(row["is"])
        cls = concept.partition(".")[0]
        value = row.get("value")
        if isinstance(value, list):
            value = tuple(value)
        entry = Entry(concept, cls, value, row.get("number"), str(row.get("rel", "")))
        cased = bool(row.get("case"))
        for raw in str(row["forms"]).split("|"):
            own = forms_of(entry, raw, cased)
            if any(not form.literal.strip() for form in own):
                document.complain((*steps, "forms"), f"the form {raw!r} has no letters", "write the word")
            forms += own
            if cls == "month":
                months.update((variant.rstrip("*").lower(), int(value)) for variant in expand(raw))
        examples += [Example(concept, str(text), document.name) for text in row.get("examples", ())]


_CHOICE = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")


def expand(form: str) -> list[str]:
    """Write out ``(a/b)`` and ``[a]``: every reading of a form, with single spaces."""
    if "(" not in form and "[" not in form:  # most are written out
        return [" ".join(form.split())]
    parts: list[list[str]] = []
    at = 0
    for match in _CHOICE.finditer(form):
        parts.append([form[at : match.start()]])
        parts.append(match[1].split("/") if match[1] is not None else ["", *match[2].split("/")])
        at = match.end()
    parts.append([form[at:]])
    return [" ".join("".join(choice).split()) for choice in itertools.product(*parts)]


_WORDLIKE = re.compile(r"[^\w*…]+")
_OPEN = re.compile(r"[*…]")


_ODD = re.compile(r"[^\w\s*…]")


def forms_of(entry: Entry, written: str, cased: bool = False) -> list[Form]:
    """:func:`form_of` every reading of a form. Letters are folded before the readings are written out: a lexicon
    has a hundred thousand of them, and most are words and blanks and nothing else."""
    if cased:
        return [form_of(entry, variant, cased) for variant in expand(written)]
    folded = fold_letters(written)
    if _ODD.search(_CHOICE.sub(lambda choice: choice[0][1:-1].replace("/", " "), folded)):
        return [form_of(entry, variant) for variant in expand(folded)]
    return [
        form_of(entry, variant) if "*" in variant or "…" in variant else Form(entry, f" {variant} ", None, "")
        for variant in expand(folded)
    ]


def form_of(entry: Entry, written: str, cased: bool = False) -> Form:
    """A form for the automaton: its words with one blank before each, and one after the last if it is whole."""
    words = fold_letters(written)
    original = written.replace("*", "") if cased else ""
    if not words.replace(" ", "").replace("*", "").isalnum():  # most forms hold nothing that must go
        words = _WORDLIKE.sub(" ", words)
    words = " ".join(words.split())
    split = _OPEN.search(words)
    if split is None:
        return Form(entry, f" {words} ", None, original)
    literal = words[: split.start()]
    if words[split.start() :] == "*":
        return Form(entry, f" {literal}", None, original)
    pattern = words[len(literal.rstrip()) :]
    for written, meant in ((" … ", "\x00"), ("*", r"\w*"), (" ", r" +"), ("\x00", r"(?: +\w+){0,3}? +")):
        pattern = pattern.replace(written, meant)
    return Form(entry, f" {literal.rstrip()}", pattern + r"(?!\w)", original)


# Letters that texts write one for the other, or that change with the word before.
FOLDED = (("ё", "е"), ("ў", "у"), ("ґ", "г"))


def fold_letters(text: str) -> str:
    """Lower case, letter by letter, so that every letter keeps its place."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    if low.isascii():
        return low
    for written, meant in FOLDED:  # ten times as fast as translate(), which asks for every letter
        low = low.replace(written, meant)
    return low


_SETTING_KEYS = (
    "thousands",
    "decimal",
    "abbreviations",
    "number_marks",
    "home",
    "ordinals",
    "between",
    "day_marks",
    "year_marks",
    "day_follows",
    "furniture",
    "blocks",
    "glued",
)


def _settings(document: Document, lang: str) -> Settings:
    document.check_keys((), document.data, ("lang",), _SETTING_KEYS)
    data: dict[str, Any] = document.data
    if data["lang"] != lang:
        document.complain(("lang",), f"the folder is {lang!r}", "let the folder and 'lang' agree")

    def words(key: str) -> tuple[str, ...]:
        return tuple(str(item) for item in data.get(key, ()))

    return Settings(
        lang=lang,
        thousands=str(data.get("thousands", ",")),
        decimal=str(data.get("decimal", ".")),
        abbreviations=frozenset(word.lower() for word in words("abbreviations")),
        number_marks=frozenset(word.lower() for word in words("number_marks")),
        home=str(data.get("home", "")),
        ordinals=words("ordinals"),
        between=words("between"),
        day_marks=words("day_marks"),
        year_marks=words("year_marks"),
        day_follows=_one_of(document, "day_follows", ("yes", "no", "marked")),
        furniture=_any_of(list(_patterns(document, "furniture"))),
        blocks=tuple(_blocks(document)),
        glued=tuple(_patterns(document, "glued")),
    )


def _one_of(document: Document, key: str, allowed: tuple[str, ...]) -> str:
    value = document.data.get(key, "no")
    value = {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)
    if value not in allowed:
        document.complain((key,), f"{key} is {value!r}", f"write one of {', '.join(allowed)}")
    return value


def _any_of(patterns: list[re.Pattern[str]]) -> re.Pattern[str] | None:
    """One pattern for all, because every short line of a page is tried."""
    return re.compile("|".join(f"(?:{p.pattern})" for p in patterns), re.IGNORECASE) if patterns else None


def _patterns(document: Document, key: str) -> Iterable[re.Pattern[str]]:
    for position, text in enumerate(document.data.get(key, ())):
        yield _compile(document, (key, position), str(text))


def _blocks(document: Document) -> Iterable[tuple[re.Pattern[str], re.Pattern[str] | None]]:
    for position, row in enumerate(document.data.get("blocks", ())):
        steps = ("blocks", position)
        document.check_keys(steps, row, ("from",), ("to",))
        last = _compile(document, (*steps, "to"), str(row["to"])) if "to" in row else None
        yield _compile(document, (*steps, "from"), str(row["from"])), last


def _compile(document: Document, steps: tuple[str | int, ...], text: str) -> re.Pattern[str]:
    try:
        return re.compile(text, re.IGNORECASE)
    except re.error as error:
        raise BadDocument(
            document.name, f"line {document.line(steps)}", f"{text!r} is not a pattern ({error})", "mend it"
        ) from None
