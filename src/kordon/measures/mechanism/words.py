"""What the mechanism says, in three languages: templates whose names are filled in, and nothing else."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kordon.measures.mechanism.document import SHIPPED, Words
from kordon.vocabulary import LANGUAGES
from kordon.vocabulary.documents import Document, Steps, read_document

GROUPS = ("notices", "ways", "answers", "outcomes", "conditions", "alert")
_NAME = re.compile(r"\{([a-z_]+)\}")
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
LONGEST_QUOTE = 25  # words


@dataclass(frozen=True, slots=True)
class Phrases:
    """Templates by path, as ``notices.open`` or ``conditions.kind.lacks``, each in every language."""

    texts: Mapping[str, Words]

    def say(self, key: str, lang: str, values: Mapping[str, str] | None = None) -> str:
        """One text. A value is put in as it is, and never looked through for names of values."""
        told = values or {}
        return _NAME.sub(lambda name: told[name[1]], self.texts[key][lang]).strip()

    def names(self, key: str) -> frozenset[str]:
        """The values that a text needs."""
        return frozenset(name for lang in LANGUAGES for name in _NAME.findall(self.texts[key][lang]))


def load_words(*folders: Path) -> Phrases:
    """The texts that ship, or those of the last folder that has ``mechanism/words.yaml``.

    Raises :class:`kordon.domain.errors.BadDocument`, also where two languages of a text need other values.
    """
    own = [path for folder in folders if (path := folder / "mechanism" / "words.yaml").exists()]
    path = own[-1] if own else SHIPPED / "words.yaml"
    document = read_document(path, str(path) if own else "data/mechanism/words.yaml")
    document.check_keys((), document.data, GROUPS)
    found: dict[str, Words] = {}
    for group in GROUPS:
        _read(document, (group,), document.data[group], found)
    return Phrases(found)


def _read(document: Document, steps: Steps, value: object, found: dict[str, Words]) -> None:
    if isinstance(value, dict) and not set(value) & set(LANGUAGES):
        for key, inner in value.items():
            _read(document, (*steps, str(key)), inner, found)
        return
    document.check_keys(steps, value, LANGUAGES)
    assert isinstance(value, dict)
    texts = {lang: str(value[lang]).strip() for lang in LANGUAGES}
    if len({frozenset(_NAME.findall(text)) for text in texts.values()}) > 1:
        document.complain(steps, "the languages name different values", "let each name the same ones")
    found[".".join(map(str, steps))] = texts


def inert(words: str, longest: int = LONGEST_QUOTE) -> str:
    """Words of others as they may be shown: one line, no control, no change of direction, no invisible letters, at
    most so many words. Markup is left as the letters it is; whoever writes a format escapes it."""
    flat = " ".join(words.split())
    plain = "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(c) in _UNSEEN else c for c in flat)
    told = plain.split()
    return " ".join(told) if len(told) <= longest else f"{' '.join(told[:longest])} …"


def moment(at: dt.datetime) -> str:
    """A moment as every language writes it: day, time and zone, in UTC."""
    return f"{at.astimezone(dt.UTC):%Y-%m-%d %H:%M} UTC"
